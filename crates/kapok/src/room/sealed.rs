//! A sealed session, read, looked back at, and added to.

use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use journey::medicine_session::dose::DoseKind;
use journey::medicine_session::session::FollowUpKind;
use journey::medicine_session::timeline::Shown;
use journey::medicine_session::{Act, Command, Session as Held};
use journey::{Case, ClientId, SessionId, Who};
use pages::Route;
use pages::practice::medical::Typed;
use pages::practice::session::look_back::{LookBack, Reviewed};
use pages::practice::session::{AddendumForm, Session};
use pages::practice::subject::Subject;
use permit::{Action, Kind};
use serde::Deserialize;

use super::{ids, opened, room};
use crate::chance;
use crate::door::{Visit, shown};
use crate::failure::Failure;
use crate::form::{self, Form};
use crate::practice::medical::{self, Fields};

/// The forms of the page as they came back; what did not come back is drawn fresh.
#[derive(Default)]
pub(super) struct CameBack {
    addendum: Option<AddendumForm>,
    note: Option<AddendumForm>,
    review: Option<Typed>,
    look_back: Option<Typed>,
}

/// An addendum that nobody has typed yet.
fn new_form() -> AddendumForm {
    AddendumForm { command: chance::command().to_string(), ..AddendumForm::default() }
}

/// Draws the session as it was sealed.
pub(super) fn drawn(
    visit: &Visit,
    client: ClientId,
    session: SessionId,
    case: &Case,
    subject: Subject,
    came_back: CameBack,
) -> Result<Html<String>, Failure> {
    let stands = case.sessions.get(session).ok_or(Failure::NotFound)?;
    let sealed = stands.sealed.as_ref().ok_or(Failure::NotFound)?;
    let name = |who: Who| match who {
        Who::Staff { staff } => {
            visit.practice().people.get(&staff).map(|member| member.name.clone()).unwrap_or_default()
        }
        Who::Client | Who::Public | Who::System => String::new(),
    };
    let added = stands.addenda.iter().filter(|one| !one.is_note);
    let may_add = visit.may(client, Action::Amend, Kind::SessionChart);
    let page = Session {
        room: room(visit, client, session, case, &subject)?,
        subject,
        sealed: (sealed.at, name(sealed.by), sealed.chart_events),
        summary: sealed.summary.clone(),
        look_back: look_back(visit, client, stands, came_back.review, came_back.look_back),
        note: stands.note().map(|one| (one.at, name(one.by), one.text.clone())),
        note_form: (may_add && stands.note().is_none()).then(|| came_back.note.unwrap_or_else(new_form)),
        addenda: added.map(|one| (one.at, name(one.by), one.text.clone())).collect(),
        form: may_add.then(|| came_back.addendum.unwrap_or_else(new_form)),
    };
    Ok(shown(pages::practice::session::page(&visit.frame(), &page)))
}

/// What went wrong with its reviews, and the look back, as the reader may see and say it.
fn look_back(
    visit: &Visit,
    client: ClientId,
    stands: &Held,
    review: Option<Typed>,
    sign: Option<Typed>,
) -> LookBack {
    let protocol = visit.practice().protocol_in_force(visit.now).map(|signed| &signed.protocol);
    let events = stands.adverse_events().into_iter().map(|event| Reviewed {
        event: event.id,
        shown: Shown::AdverseEvent(event.clone()),
        holds_the_next_dose: event.holds_next_dose(protocol),
        review: stands.review_of(event.id).cloned(),
    });
    let outside =
        |dose: &&journey::medicine_session::dose::Dose| matches!(dose.kind, DoseKind::OutsideGate { .. });
    let incidents = stands.doses().into_iter().filter(outside).map(|dose| Reviewed {
        event: dose.id,
        shown: Shown::Dose(dose.clone()),
        holds_the_next_dose: true,
        review: stands.review_of(dose.id).cloned(),
    });
    let signs = stands.follow_up.is_none() && visit.may(client, Action::Sign, Kind::Clearance);
    LookBack {
        events: incidents.chain(events).collect(),
        review: reviews(visit, client).then(|| review.unwrap_or_else(medical::fresh)),
        signed: stands.follow_up.clone(),
        sign: signs.then(|| sign.unwrap_or_else(medical::fresh)),
    }
}

/// Whether the reader closes reviews: the matrix lets a therapist sign some, the rules a prescriber only.
fn reviews(visit: &Visit, client: ClientId) -> bool {
    visit.may(client, Action::Sign, Kind::AdverseEvent) && visit.may(client, Action::Sign, Kind::Clearance)
}

/// What the page sends.
#[derive(Deserialize)]
pub(super) struct AddendumSent {
    command: Option<String>,
    #[serde(default)]
    text: String,
    /// The words of the session's note, when it is that.
    note: Option<String>,
}

/// Adds to a sealed session.
pub(super) async fn post(
    visit: Visit,
    Path(path): Path<(String, String)>,
    Form(form): Form<AddendumSent>,
) -> Result<Response, Failure> {
    let (client, session) = ids(path)?;
    let id = form::command(form.command.as_deref());
    let is_note = form.note.is_some();
    let text = form.note.unwrap_or(form.text);
    let act = Act::AddAddendum { text: text.clone(), is_note };
    let command = journey::Command::MedicineSession(Command { session, act });
    match visit.act(client, id, command).await {
        Ok(_) => {
            let page = Route::Session(client.to_string(), session.to_string());
            Ok(Redirect::to(&page.path()).into_response())
        }
        Err(Failure::Refused(refusal)) => {
            let (case, subject) = opened(&visit, client, session).await?;
            let form = AddendumForm { text, refusal: Some(refusal), ..new_form() };
            let came_back = if is_note {
                CameBack { note: Some(form), ..CameBack::default() }
            } else {
                CameBack { addendum: Some(form), ..CameBack::default() }
            };
            let page = drawn(&visit, client, session, &case, subject, came_back)?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
        Err(failure) => Err(failure),
    }
}

/// Closes the review of an adverse event or of a dose outside the gate.
pub(super) async fn review(
    visit: Visit,
    Path(path): Path<(String, String)>,
    Form(fields): Form<Fields>,
) -> Result<Response, Failure> {
    let ids = ids(path)?;
    let event = medical::said(&fields, "event").parse().map_err(|_| Failure::Unreadable)?;
    let act = Act::Review { event, finding: medical::said(&fields, "words").to_owned() };
    said(&visit, ids, act, fields, |typed| CameBack { review: Some(typed), ..CameBack::default() }).await
}

/// Signs the look back at the session.
pub(super) async fn sign(
    visit: Visit,
    Path(path): Path<(String, String)>,
    Form(fields): Form<Fields>,
) -> Result<Response, Failure> {
    let ids = ids(path)?;
    let kind = match medical::said(&fields, "kind") {
        "after_session" => FollowUpKind::AfterSession,
        "course" => FollowUpKind::Course,
        _ => return Err(Failure::Unreadable),
    };
    let act = Act::SignFollowUp { kind, finding: medical::said(&fields, "words").to_owned() };
    said(&visit, ids, act, fields, |typed| CameBack { look_back: Some(typed), ..CameBack::default() }).await
}

/// Does what a prescriber says of a session, and shows the page again.
async fn said(
    visit: &Visit,
    (client, session): (ClientId, SessionId),
    act: Act,
    fields: Fields,
    came_back: impl FnOnce(Typed) -> CameBack,
) -> Result<Response, Failure> {
    let id = match &act {
        Act::Review { event, .. } => {
            form::command_in(fields.get("command").map(String::as_str), &event.to_string())
        }
        _ => medical::intent(&fields),
    };
    let command = journey::Command::MedicineSession(Command { session, act });
    match visit.act(client, id, command).await {
        Ok(_) => {
            let page = Route::Session(client.to_string(), session.to_string());
            Ok(Redirect::to(&page.path()).into_response())
        }
        Err(Failure::Refused(refusal)) => {
            let (case, subject) = opened(visit, client, session).await?;
            let came_back = came_back(medical::again(fields, refusal));
            let page = drawn(visit, client, session, &case, subject, came_back)?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
        Err(failure) => Err(failure),
    }
}
