//! A sealed session, read and added to.

use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use journey::medicine_session::{Act, Command};
use journey::{Case, ClientId, SessionId, Who};
use pages::Route;
use pages::practice::session::{AddendumForm, Session};
use pages::practice::subject::Subject;
use permit::{Action, Kind};
use serde::Deserialize;

use super::{ids, opened, room};
use crate::chance;
use crate::door::{Visit, shown};
use crate::failure::Failure;
use crate::form::{self, Form};

/// An addendum that nobody has typed yet.
pub(super) fn new_form() -> AddendumForm {
    AddendumForm { command: chance::command().to_string(), ..AddendumForm::default() }
}

/// Draws the session as it was sealed.
pub(super) fn drawn(
    visit: &Visit,
    client: ClientId,
    session: SessionId,
    case: &Case,
    subject: Subject,
    form: AddendumForm,
) -> Result<Html<String>, Failure> {
    let stands = case.sessions.get(session).ok_or(Failure::NotFound)?;
    let sealed = stands.sealed.as_ref().ok_or(Failure::NotFound)?;
    let name = |who: Who| match who {
        Who::Staff { staff } => {
            visit.practice().people.get(&staff).map(|member| member.name.clone()).unwrap_or_default()
        }
        Who::Client | Who::Public | Who::System => String::new(),
    };
    let added = stands.addenda.iter();
    let page = Session {
        room: room(visit, client, session, case, &subject)?,
        subject,
        sealed: (sealed.at, name(sealed.by), sealed.chart_events),
        summary: sealed.summary.clone(),
        addenda: added.map(|one| (one.at, name(one.by), one.text.clone())).collect(),
        form: visit.may(client, Action::Amend, Kind::SessionChart).then_some(form),
    };
    Ok(shown(pages::practice::session::page(&visit.frame(), &page)))
}

/// What the page sends.
#[derive(Deserialize)]
pub(super) struct AddendumSent {
    command: Option<String>,
    #[serde(default)]
    text: String,
}

/// Adds to a sealed session.
pub(super) async fn post(
    visit: Visit,
    Path(path): Path<(String, String)>,
    Form(form): Form<AddendumSent>,
) -> Result<Response, Failure> {
    let (client, session) = ids(path)?;
    let id = form::command(form.command.as_deref());
    let act = Act::AddAddendum { text: form.text.clone() };
    let command = journey::Command::MedicineSession(Command { session, act });
    match visit.act(client, id, command).await {
        Ok(_) => {
            let page = Route::Session(client.to_string(), session.to_string());
            Ok(Redirect::to(&page.path()).into_response())
        }
        Err(Failure::Refused(refusal)) => {
            let (case, subject) = opened(&visit, client, session).await?;
            let form = AddendumForm { text: form.text, refusal: Some(refusal), ..new_form() };
            let page = drawn(&visit, client, session, &case, subject, form)?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
        }
        Err(failure) => Err(failure),
    }
}
