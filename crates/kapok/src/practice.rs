//! Pages of those who work here.

mod consultation;
mod enquiry;
mod people;
mod person;
mod preparation;
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
        .get("/people/{client}", Asks::For(Action::Read, Kind::Enquiry), person::get)
        .get("/people/{client}/sessions", Asks::For(Action::Read, Kind::SessionChart), sessions::get)
        .post("/people/{client}/sessions", Asks::For(Action::Create, Kind::SessionChart), sessions::post)
        .post("/people/{client}/enquiry", Asks::For(Action::Amend, Kind::Enquiry), enquiry::post)
        .post("/people/{client}/team", Asks::For(Action::Amend, Kind::Enquiry), person::post)
        .get("/people/{client}/consultation", Asks::For(Action::Read, Kind::Enquiry), consultation::get)
        .post("/people/{client}/consultation", Asks::For(Action::Create, Kind::Enquiry), consultation::post)
        .get("/people/{client}/preparation", Asks::For(Action::Read, Kind::Preparation), preparation::get)
        .post("/people/{client}/preparation", Asks::For(Action::Create, Kind::Preparation), preparation::post)
}

fn named(row: &ListRow) -> Named {
    Named { client: row.client.to_string(), name: row.identity.name.clone() }
}
