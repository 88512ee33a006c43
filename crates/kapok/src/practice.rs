//! Pages of those who work here.

mod enquiry;
mod people;
mod sessions;
pub(crate) mod subject;
mod today;

use pages::practice::Named;
use permit::{Action, Kind};
use store::ListRow;

use crate::app::{Asks, Routes};

/// Adds the routes of those who work here.
pub(crate) fn routes(routes: Routes) -> Routes {
    let roster = Asks::For(Action::Read, Kind::Roster);
    routes
        .get("/today", roster, today::get)
        .get("/people", roster, people::get)
        .post("/people", roster, people::post)
        .get("/people/{client}", Asks::For(Action::Read, Kind::Enquiry), enquiry::get)
        .get("/people/{client}/sessions", Asks::For(Action::Read, Kind::SessionChart), sessions::get)
        .post("/people/{client}/sessions", Asks::For(Action::Create, Kind::SessionChart), sessions::post)
        .post("/people/{client}/enquiry", Asks::For(Action::Amend, Kind::Enquiry), enquiry::post)
}

fn named(row: &ListRow) -> Named {
    Named { client: row.client.to_string(), name: row.identity.name.clone() }
}
