//! The room: looked at, charted in, sealed, and read afterwards.

mod acts;
mod asked;
mod sealed;

use axum::extract::{Path, Query};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};
use journey::{Case, ClientId, SessionId};
use pages::practice::subject::Subject;
use pages::room::{Look, May, Room};
use pages::{Frame, Markup, Theme};
use permit::{Action, Kind};
use serde::Deserialize;

use crate::app::{Asks, Routes};
use crate::door::{Visit, shown};
use crate::failure::Failure;
use crate::my::after;
use crate::practice::subject::subject;

/// Adds the routes of the room.
pub(crate) fn routes(routes: Routes) -> Routes {
    let chart = |action| Asks::For(action, Kind::SessionChart);
    routes
        .get("/people/{client}/sessions/{session}", chart(Action::Read), get)
        .get("/people/{client}/sessions/{session}/live", chart(Action::Read), live)
        .get("/people/{client}/sessions/{session}/take-home", chart(Action::Read), after::hand_over)
        .post("/people/{client}/sessions/{session}/acts", chart(Action::Create), acts::post)
        .post("/people/{client}/sessions/{session}/addenda", chart(Action::Amend), sealed::post)
        .get("/people/{client}/sessions/{session}/asked", chart(Action::Read), asked::get)
        .post(
            "/people/{client}/sessions/{session}/asked",
            Asks::For(Action::Sign, Kind::Clearance),
            asked::post,
        )
        .post(
            "/people/{client}/sessions/{session}/reviews",
            Asks::For(Action::Sign, Kind::AdverseEvent),
            sealed::review,
        )
        .post(
            "/people/{client}/sessions/{session}/look-back",
            Asks::For(Action::Sign, Kind::Clearance),
            sealed::sign,
        )
}

/// Ids out of an address; what cannot be one is not there.
fn ids((client, session): (String, String)) -> Result<(ClientId, SessionId), Failure> {
    let not_found = |_| Failure::NotFound;
    Ok((client.parse().map_err(not_found)?, session.parse().map_err(not_found)?))
}

/// The room, or the sealed session that it became.
async fn get(visit: Visit, Path(path): Path<(String, String)>) -> Result<Html<String>, Failure> {
    let (client, session) = ids(path)?;
    let (case, subject) = opened(&visit, client, session).await?;
    let stands = case.sessions.get(session).ok_or(Failure::NotFound)?;
    if stands.sealed.is_some() {
        return sealed::drawn(&visit, client, session, &case, subject, sealed::CameBack::default());
    }
    let room = room(&visit, client, session, &case, &subject)?;
    Ok(shown(pages::room::page(&dim(&visit), &room)))
}

/// What a tablet that looks on has seen.
#[derive(Deserialize)]
struct Seen {
    #[serde(default)]
    seen: String,
    /// Who the tablet thinks is here.
    reader: Option<String>,
}

/// The practice's time with an answer, in milliseconds: a tablet sets its clock by it.
fn at_this_time(visit: &Visit, response: impl IntoResponse) -> Response {
    ([("x-now", visit.now.as_millisecond().to_string())], response).into_response()
}

/// A room that somebody left open is nobody else's: what they chart would carry another name.
fn is_of_reader(visit: &Visit, reader: Option<&str>) -> Result<(), Failure> {
    let here = visit.signed_in()?.staff.to_string();
    if reader.is_some_and(|reader| reader != here) { Err(Failure::SignIn(None)) } else { Ok(()) }
}

/// The room as it is now, unless the tablet has it; once it is sealed there is none.
async fn live(visit: Visit, Path(path): Path<(String, String)>, Query(seen): Query<Seen>) -> Response {
    match looked(&visit, path, &seen).await {
        Ok(Looked::Drawn(drawn)) => at_this_time(&visit, shown(drawn)),
        // Sealed: the tablet asks for the page anew.
        Ok(Looked::Sealed) => at_this_time(&visit, StatusCode::RESET_CONTENT),
        Ok(Looked::Same) => at_this_time(&visit, StatusCode::NO_CONTENT),
        // Said by status and not by a redirect: those come from guest networks as well.
        Err(Failure::SignIn(_)) => at_this_time(&visit, StatusCode::UNAUTHORIZED),
        Err(failure) => at_this_time(&visit, failure.status()),
    }
}

/// What a tablet that looks on is told.
enum Looked {
    /// It has seen this.
    Same,
    /// The room as it is now.
    Drawn(Markup),
    /// There is no room any more.
    Sealed,
}

async fn looked(visit: &Visit, path: (String, String), seen: &Seen) -> Result<Looked, Failure> {
    let (client, session) = ids(path)?;
    is_of_reader(visit, seen.reader.as_deref())?;
    let (case, subject) = opened(visit, client, session).await?;
    if case.sessions.get(session).is_some_and(|stands| stands.sealed.is_some()) {
        return Ok(Looked::Sealed);
    }
    let room = room(visit, client, session, &case, &subject)?;
    if room.revision == seen.seen {
        return Ok(Looked::Same);
    }
    Ok(Looked::Drawn(pages::room::main(&dim(visit), &room)))
}

async fn opened(
    visit: &Visit,
    client: ClientId,
    session: SessionId,
) -> Result<(std::sync::Arc<Case>, Subject), Failure> {
    Ok((visit.read_session(client, session).await?, subject(visit, client).await?))
}

fn room(
    visit: &Visit,
    client: ClientId,
    session: SessionId,
    case: &Case,
    subject: &Subject,
) -> Result<Room, Failure> {
    let look = Look {
        client: &client.to_string(),
        name: &subject.person.name,
        session,
        case,
        practice: visit.practice(),
        may: may(visit, client),
        reader: Some(visit.signed_in()?.staff),
        now: visit.now,
    };
    Room::of(&look).ok_or(Failure::NotFound)
}

/// What the reader may do, asked of `permit` one by one.
fn may(visit: &Visit, client: ClientId) -> May {
    let may = |action, kind| visit.may(client, action, kind);
    May {
        chart: may(Action::Create, Kind::SessionChart),
        amend: may(Action::Amend, Kind::SessionChart),
        dose: may(Action::Create, Kind::Dose),
        attest: may(Action::Create, Kind::Consent),
        pass: may(Action::Sign, Kind::Clearance),
        sign: may(Action::Sign, Kind::SessionChart),
        report: may(Action::Create, Kind::AdverseEvent),
        record: may(Action::Read, Kind::Clearance),
    }
}

/// The room is always dim, whatever theme the reader keeps elsewhere.
fn dim(visit: &Visit) -> Frame<'_> {
    Frame { theme: Theme::Room, ..visit.frame() }
}
