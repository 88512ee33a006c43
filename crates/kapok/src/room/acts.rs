//! One act at a time, as a tablet sends it: kept once, however often it comes.

use axum::Json;
use axum::body::Bytes;
use axum::extract::Path;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use jiff::Timestamp;
use journey::medicine_session::{Act, Command};
use journey::{ClientId, CommandId, Refusal, SessionId, Who};
use pages::components::refusal;
use serde::{Deserialize, Serialize};

use super::{dim, ids, opened, room};
use crate::door::Visit;
use crate::failure::Failure;

/// What a tablet sends.
#[derive(Debug, Deserialize)]
struct Sent {
    /// Made on the tablet; the same id twice is one act.
    id: String,
    /// When it was done, by the tablet's clock set to ours.
    at: Timestamp,
    /// What was done.
    act: Act,
}

/// What it hears.
#[derive(Serialize)]
struct Heard {
    kept: bool,
    /// The entry that it became, to put it right by.
    #[serde(skip_serializing_if = "Option::is_none")]
    event: Option<String>,
    /// The room as it is now.
    #[serde(skip_serializing_if = "Option::is_none")]
    live: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    refused: Option<Refused>,
}

#[derive(Serialize)]
struct Refused {
    code: &'static str,
    words: String,
}

/// Keeps an act, or says why not.
pub(super) async fn post(
    visit: Visit,
    Path(path): Path<(String, String)>,
    headers: HeaderMap,
    body: Bytes,
) -> Result<Response, Failure> {
    let (client, session) = ids(path)?;
    let sent = read(&headers, &body)?;
    if !headers.get("x-csrf").and_then(|token| token.to_str().ok()).is_some_and(|token| visit.sent(token)) {
        return Err(Failure::Forged);
    }
    let id: CommandId = sent.id.parse().map_err(|_| Failure::Unreadable)?;
    let command = journey::Command::MedicineSession(Command { session, act: sent.act });
    match visit.act_at(client, id, sent.at, command).await {
        Ok(_) if wants_little(&headers) => Ok(Json(Heard::kept()).into_response()),
        Ok(_) => Ok(Json(heard(&visit, client, session, id).await?).into_response()),
        Err(Failure::Refused(refusal)) => Ok(refused(&visit, &refusal)),
        Err(failure) => Err(failure),
    }
}

impl Heard {
    fn kept() -> Self {
        Self { kept: true, event: None, live: None, refused: None }
    }
}

/// Whether more acts follow at once, so that nobody would see the room as this one left it (RFC 7240).
fn wants_little(headers: &HeaderMap) -> bool {
    headers.get("prefer").is_some_and(|preference| preference == "return=minimal")
}

fn read(headers: &HeaderMap, body: &Bytes) -> Result<Sent, Failure> {
    let kind = headers.get(header::CONTENT_TYPE).map(|kind| kind.as_bytes()).unwrap_or_default();
    if !kind.starts_with(b"application/json") {
        return Err(Failure::Unreadable);
    }
    serde_json::from_slice(body).map_err(|_| Failure::Unreadable)
}

/// The room after the act; one that is sealed now has no room any more.
async fn heard(visit: &Visit, client: ClientId, session: SessionId, id: CommandId) -> Result<Heard, Failure> {
    let (case, subject) = opened(visit, client, session).await?;
    let mine = Who::Staff { staff: visit.signed_in()?.staff };
    let event = journey::EventId::derived(id, 0);
    let chart = case.chart_of(session);
    let entry = chart.and_then(|chart| chart.find(event)).filter(|entry| entry.by == mine);
    let sealed = case.sessions.get(session).is_some_and(|session| session.sealed.is_some());
    let live = match sealed {
        true => None,
        false => Some(pages::room::main(&dim(visit), &room(visit, client, session, &case, &subject)?)),
    };
    let event = entry.map(|entry| entry.id.to_string());
    Ok(Heard { event, live: live.map(pages::Markup::into_string), ..Heard::kept() })
}

fn refused(visit: &Visit, refusal: &Refusal) -> Response {
    let words = refusal::words(visit.frame().messages(), refusal);
    let refused = Some(Refused { code: refusal.code(), words });
    let heard = Heard { kept: false, refused, ..Heard::kept() };
    (StatusCode::UNPROCESSABLE_ENTITY, Json(heard)).into_response()
}
