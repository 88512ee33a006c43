//! One act at a time, as a tablet sends it: kept once, however often it comes.

use axum::Json;
use axum::body::Bytes;
use axum::extract::Path;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use jiff::{SignedDuration, Timestamp};
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

/// The id alone, so that also what cannot be read is answered by its name.
#[derive(Deserialize)]
struct OnlyId {
    id: Option<String>,
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

/// Keeps an act, or says why not; in words of its own, so that no page that something on the way puts
/// in our place is taken for an answer.
pub(super) async fn post(
    visit: Visit,
    Path(path): Path<(String, String)>,
    headers: HeaderMap,
    body: Bytes,
) -> Response {
    let id = serde_json::from_slice(&body).ok().and_then(|sent: OnlyId| sent.id).unwrap_or_default();
    let failure = match keep(&visit, path, &headers, &body).await {
        Ok(()) => return Json(Heard { id, kept: true, refused: None }).into_response(),
        Err(failure) => failure,
    };
    let (code, words) = match &failure {
        Failure::Refused(refusal) => (refusal.code(), refusal::words(visit.frame().messages(), refusal)),
        Failure::SignIn(_) | Failure::Forged => (SIGNED_OUT, String::new()),
        _ => ("failed", String::new()),
    };
    let status = if code == SIGNED_OUT { StatusCode::UNAUTHORIZED } else { failure.status() };
    (status, Json(Heard { id, kept: false, refused: Some(Refused { code, words }) })).into_response()
}

/// What a tablet is told whose reader has to sign in again: what waits there stays.
const SIGNED_OUT: &str = "signed-out";

async fn keep(
    visit: &Visit,
    path: (String, String),
    headers: &HeaderMap,
    body: &Bytes,
) -> Result<(), Failure> {
    let (client, session) = ids(path)?;
    is_of_reader(visit, headers.get("x-reader").and_then(|reader| reader.to_str().ok()))?;
    let sent = read(headers, body)?;
    if !headers.get("x-csrf").and_then(|token| token.to_str().ok()).is_some_and(|token| visit.sent(token)) {
        return Err(Failure::Forged);
    }
    let id: CommandId = sent.id.parse().map_err(|_| Failure::Unreadable)?;
    // What a prescriber passes carries their name: it is done where the password is asked for again.
    if matches!(sent.act, Act::OverrideGate { .. } | Act::DeclinePass { .. }) {
        return Err(Failure::Refused(Refusal::PasswordMissing));
    }
    let late = after_the_seal(visit, &sent);
    let command = |act| journey::Command::MedicineSession(Command { session, act });
    match (visit.act_at(client, id, sent.at, command(sent.act)).await, late) {
        (Err(Failure::Refused(Refusal::SessionIsSealed)), Some(addendum)) => {
            visit.act_at(client, addendum_of(id), sent.at, command(addendum)).await?;
        }
        (done, _) => {
            done?;
        }
    }
    Ok(())
}

/// What another tablet kept until after the seal: it is added, in words, and nothing of it is lost.
fn after_the_seal(visit: &Visit, sent: &Sent) -> Option<Act> {
    let charted = sent.act.charted().filter(|_| visit.now.duration_since(sent.at) >= KEPT_FOR)?;
    let frame = visit.frame();
    let hour = frame.clock().date_and_hour(sent.at);
    let text = pages::room::say::after_the_seal(frame.messages(), &hour, &charted);
    Some(Act::AddAddendum { text, is_note: false })
}

/// From then on an act was kept on a tablet, and was not made after the seal.
const KEPT_FOR: SignedDuration = SignedDuration::from_secs(10);

/// The addendum of an act, the same for each time that the act is sent.
fn addendum_of(id: CommandId) -> CommandId {
    let mut bytes = id.to_bytes();
    bytes[0] ^= 0x80;
    CommandId::from_bytes(bytes)
}

fn read(headers: &HeaderMap, body: &Bytes) -> Result<Sent, Failure> {
    let kind = headers.get(header::CONTENT_TYPE).map(|kind| kind.as_bytes()).unwrap_or_default();
    if !kind.starts_with(b"application/json") {
        return Err(Failure::Unreadable);
    }
    serde_json::from_slice(body).map_err(|_| Failure::Unreadable)
}
