//! People: everyone on the path; a search is sent in a body, so that no name is in an address.

use axum::response::Html;
use journey::card;
use pages::practice::people::{OnPath, People, Stage};
use serde::Deserialize;
use store::ListQuery;

use super::named;
use crate::door::{Visit, shown};
use crate::failure::Failure;
use crate::form::Form;

/// Everyone.
pub(super) async fn get(visit: Visit) -> Result<Html<String>, Failure> {
    found(&visit, String::new()).await
}

/// What the search sends.
#[derive(Deserialize)]
pub(super) struct SearchForm {
    #[serde(default)]
    search: String,
}

/// Those whose names hold what was searched for.
pub(super) async fn post(visit: Visit, Form(form): Form<SearchForm>) -> Result<Html<String>, Failure> {
    found(&visit, form.search.trim().to_owned()).await
}

async fn found(visit: &Visit, search: String) -> Result<Html<String>, Failure> {
    let query =
        ListQuery { text: Some(search.clone()).filter(|text| !text.is_empty()), ..ListQuery::default() };
    let listed = visit.list(query).await?;
    let found = listed.rows.iter().map(|row| OnPath {
        person: named(row),
        stage: stage(row.place.stage),
        since: row.place.since,
    });
    let people = People { search, found: found.collect(), all: visit.app().store.clients() };
    Ok(shown(pages::practice::people::page(&visit.frame(), &people)))
}

fn stage(stage: card::Stage) -> Stage {
    match stage {
        card::Stage::Enquiry => Stage::Enquiry,
        card::Stage::Consultation => Stage::Consultation,
        card::Stage::Screening => Stage::Screening,
        card::Stage::Preparation => Stage::Preparation,
        card::Stage::Ready => Stage::Ready,
        card::Stage::InSession => Stage::MedicineSession,
        card::Stage::Integration => Stage::Integration,
        card::Stage::Paused => Stage::Paused,
        card::Stage::Ended => Stage::Ended,
        card::Stage::Declined => Stage::Declined,
    }
}
