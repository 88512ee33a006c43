//! The practice's own page, in plain words.

use axum::extract::State;
use axum::response::Html;

use crate::app::App;
use crate::door::{Visit, shown};

/// Draws the page.
pub(crate) async fn get(State(_app): State<App>, visit: Visit) -> Html<String> {
    shown(pages::public::home::page(&visit.frame(), &pages::public::home::Home::default()))
}
