//! Today: who is coming, who is in the window, and what waits.

use axum::response::Html;
use journey::card::Stage;
use pages::practice::today::{NewEnquiry, Today};
use store::{ListOrder, ListQuery};

use super::named;
use crate::door::{Visit, shown};
use crate::failure::Failure;

/// Enquiries that Today shows; the rest are a list away.
const ENQUIRIES_SHOWN: usize = 12;

/// Draws the page.
pub(super) async fn get(visit: Visit) -> Result<Html<String>, Failure> {
    let query = ListQuery {
        stage: Some(Stage::Enquiry),
        order: ListOrder::Longest,
        limit: ENQUIRIES_SHOWN,
        ..ListQuery::default()
    };
    let waiting = visit.list(query).await?;
    let enquiries = waiting.rows.iter().map(|row| NewEnquiry {
        person: named(row),
        received_at: row.place.since.unwrap_or(visit.now),
        words: None,
    });
    let today =
        Today { enquiries: enquiries.collect(), people: visit.app().store.clients(), ..Today::default() };
    Ok(shown(pages::practice::today::page(&visit.frame(), &today)))
}
