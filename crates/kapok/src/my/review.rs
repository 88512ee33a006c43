//! What was looked at together, and how it ended: what the client may read of both.

use axum::response::Response;
use journey::Case;
use journey::review::ClientPart;
use pages::my::home;
use pages::my::review::{Farewell, Reviewed, Together};
use permit::Kind;

use super::{at_home, frame, name, readers};
use crate::door::{self, Visit};
use crate::failure::Failure;

/// The reviews that they were part of, and the ending.
pub(super) async fn get(visit: Visit) -> Result<Response, Failure> {
    let case = visit.read(at_home(&visit)?, Kind::ProgressNote).await?;
    let name = name(&visit).await?;
    let frame = frame(&visit, name.as_deref());
    let page = pages::my::review::page(&frame, &readers(&visit, &case), &reviewed(&case));
    Ok(door::page(axum::http::StatusCode::OK, page))
}

/// What of it the first page leads to.
pub(super) fn to_read(case: &Case) -> Option<home::Reviewed> {
    let reviewed = reviewed(case);
    let ended = reviewed.ended.map(|_| home::Reviewed::Ended);
    ended.or((!reviewed.reviews.is_empty()).then_some(home::Reviewed::Together))
}

fn reviewed(case: &Case) -> Reviewed {
    let with_client = case.reviews.signed.iter().rev();
    let with_client = with_client.filter(|signed| signed.review.client == ClientPart::Present);
    let together = with_client.map(|signed| Together {
        at: signed.at,
        saw: signed.review.saw.clone(),
        words: signed.review.clients_words.clone(),
        decision: signed.review.decision,
        pace: signed.review.pace.clone(),
        reason: signed.review.reason.clone(),
    });
    let ended = case.endings.current().map(|ended| Farewell {
        at: ended.at,
        reason: ended.farewell.reason.clone(),
        words: ended.farewell.clients_words.clone(),
        takes_along: ended.farewell.takes_along.clone(),
        reachable: ended.farewell.reachable.clone(),
        follow_ups: ended.follow_ups.clone(),
    });
    Reviewed { reviews: together.collect(), next_on: case.reviews.next_on, ended }
}
