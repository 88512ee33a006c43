//! Every route, and what each asks before it does anything.

use permit::{Action, Kind};

use crate::app::{App, Asks, Routes, ServerKind};
use crate::{assets, my, practice, public, room, set_up, sign_in};

/// Puts all routes together.
pub fn all(app: &App) -> Routes {
    let routes = room::routes(my::routes(practice::routes(for_anyone())));
    match &app.kind {
        ServerKind::Practice => routes,
        ServerKind::Demo(_) => crate::cli::demo_routes(routes),
    }
}

fn for_anyone() -> Routes {
    let before = Asks::Nothing("it is how one comes in");
    Routes::default()
        .get("/assets/{name}", Asks::Nothing("stylesheets, scripts and fonts"), assets::get)
        .get("/", Asks::Nothing("the practice's public page"), public::home::get)
        .get("/enquiry", Asks::Nothing("an empty form"), public::enquiry::get)
        .post("/enquiry", Asks::For(Action::Create, Kind::Enquiry), public::enquiry::post)
        .get("/enquiry/thanks", Asks::Nothing("says thank you"), public::enquiry::thanks)
        .post("/theme", Asks::Nothing("a cookie of the reader's own"), public::choices::theme)
        .post("/language", Asks::Nothing("a cookie of the reader's own"), public::choices::language)
        .get("/sign-in", before, sign_in::get)
        .post("/sign-in", before, sign_in::post)
        .post("/sign-out", Asks::Nothing("it is how one leaves"), sign_in::sign_out)
        .get("/set-up", Asks::Nothing("for whoever holds the code, once"), set_up::get)
        .post("/set-up", Asks::For(Action::Create, Kind::People), set_up::post)
}
