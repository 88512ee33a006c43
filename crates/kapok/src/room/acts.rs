//! One act at a time, as a tablet sends it: kept once, however often it comes.

use axum::Json;
use axum::body::Bytes;
use axum::extract::Path;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use jiff::Timestamp;
use journey::medicine_session::{Act, Command};
use journey::{CommandId, Refusal};
use pages::components::refusal;
use serde::{Deserialize, Serialize};

use super::{ids, is_of_reader};
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

/// What it hears: nothing of the room, which it asks for by itself once it has no more to send.
#[derive(Serialize)]
struct Heard {
    /// The act's id, as it was sent.
    id: String,
    kept: bool,
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
    is_of_reader(&visit, headers.get("x-reader").and_then(|reader| reader.to_str().ok()))?;
    let sent = read(&headers, &body)?;
    if !headers.get("x-csrf").and_then(|token| token.to_str().ok()).is_some_and(|token| visit.sent(token)) {
        return Err(Failure::Forged);
    }
    let id: CommandId = sent.id.parse().map_err(|_| Failure::Unreadable)?;
    // What a prescriber passes carries their name: it is done where the password is asked for again.
    if matches!(sent.act, Act::OverrideGate { .. } | Act::DeclinePass { .. }) {
        return Ok(refused(&visit, id, &Refusal::PasswordMissing));
    }
    let command = journey::Command::MedicineSession(Command { session, act: sent.act });
    match visit.act_at(client, id, sent.at, command).await {
        Ok(_) => Ok(Json(Heard { id: id.to_string(), kept: true, refused: None }).into_response()),
        Err(Failure::Refused(refusal)) => Ok(refused(&visit, id, &refusal)),
        Err(failure) => Err(failure),
    }
}

fn read(headers: &HeaderMap, body: &Bytes) -> Result<Sent, Failure> {
    let kind = headers.get(header::CONTENT_TYPE).map(|kind| kind.as_bytes()).unwrap_or_default();
    if !kind.starts_with(b"application/json") {
        return Err(Failure::Unreadable);
    }
    serde_json::from_slice(body).map_err(|_| Failure::Unreadable)
}

fn refused(visit: &Visit, id: CommandId, refusal: &Refusal) -> Response {
    let words = refusal::words(visit.frame().messages(), refusal);
    let refused = Some(Refused { code: refusal.code(), words });
    let heard = Heard { id: id.to_string(), kept: false, refused };
    (StatusCode::UNPROCESSABLE_ENTITY, Json(heard)).into_response()
}
