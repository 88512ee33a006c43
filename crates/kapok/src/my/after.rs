//! The page that a client takes home from a session: by their own link, and printed by who is with them.

use axum::extract::Path;
use axum::response::Html;
use journey::{Case, SessionId};
use pages::my::after::{self, After};
use pages::{Frame, Language, Mine, Route};
use permit::Kind;

use super::{at_home, frame, name, readers};
use crate::door::{Visit, shown};
use crate::failure::Failure;

/// The latest session in which something was taken, by the client's own link.
pub(super) async fn get(visit: Visit) -> Result<Html<String>, Failure> {
    let client = at_home(&visit)?;
    let case = visit.read(client, Kind::SessionChart).await?;
    let name = name(&visit).await?;
    let latest = case.sessions.dosed().pop().map(|(id, _)| id).ok_or(Failure::NotFound)?;
    let page = of(&visit, &case, latest)?;
    Ok(shown(after::page(&frame(&visit, name.as_deref()), &Route::Mine(Mine::After), &page)))
}

/// The same page for those who hand it over on paper, in the language the client is written to in.
pub(crate) async fn hand_over(
    visit: Visit,
    Path((client, session)): Path<(String, String)>,
) -> Result<Html<String>, Failure> {
    let client = client.parse().map_err(|_| Failure::NotFound)?;
    let session = session.parse().map_err(|_| Failure::NotFound)?;
    let case = visit.read_session(client, session).await?;
    let identity = visit.read(client, Kind::Identity).await?;
    let page = of(&visit, &case, session)?;
    let wanted = identity.contact.details.as_ref().map(|details| details.language.as_str());
    let language = wanted.and_then(Language::from_tag).unwrap_or(visit.frame().language);
    let here = Route::Session(client.to_string(), session.to_string());
    Ok(shown(after::page(&Frame { person: None, language, ..visit.frame() }, &here, &page)))
}

fn of(visit: &Visit, case: &Case, session: SessionId) -> Result<After, Failure> {
    let held = case.sessions.get(session).ok_or(Failure::NotFound)?;
    let signed = visit.practice().protocol_in_force(visit.now).ok_or(Failure::NotFound)?;
    After::of(case, held, &signed.protocol, readers(visit, case)).ok_or(Failure::NotFound)
}
