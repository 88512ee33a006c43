//! The medicine sessions of one person, and the way into the room.

use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use journey::medicine_session::{Act, Command, Session};
use journey::{Case, ClientId, SessionId};
use pages::Route;
use pages::practice::sessions::{OpenForm, Row, Sessions, Standing};
use permit::{Action, Kind};
use serde::Deserialize;

use super::subject::subject;
use crate::chance;
use crate::door::{Visit, shown};
use crate::failure::Failure;
use crate::form::{self, Form};

/// The sessions so far.
pub(super) async fn get(visit: Visit, Path(client): Path<String>) -> Result<Html<String>, Failure> {
    let client = client.parse().map_err(|_| Failure::NotFound)?;
    let form = OpenForm { command: chance::command().to_string(), ..OpenForm::default() };
    drawn(&visit, client, form).await
}

async fn drawn(visit: &Visit, client: ClientId, form: OpenForm) -> Result<Html<String>, Failure> {
    let record = visit.read(client, Kind::SessionChart).await?;
    let subject = subject(visit, client).await?;
    let mut sessions: Vec<Row> = record.sessions.in_order().into_iter().map(row).collect();
    sessions.reverse();
    let free = !sessions.iter().any(|row| row.standing == Standing::Open);
    let rest = journey::review::rest(&record);
    let may = free && rest.is_none() && visit.may(client, Action::Create, Kind::SessionChart);
    let open = may.then(|| OpenForm { prescribed: prescribed(visit, &record), ..form });
    let sessions = Sessions { subject, sessions, open, rest };
    Ok(shown(pages::practice::sessions::page(&visit.frame(), &sessions)))
}

fn prescribed(visit: &Visit, record: &Case) -> Option<(journey::protocol::DoseTier, u32)> {
    let today = visit.practice().date_at(visit.now);
    let envelope = &record.prescriptions.in_force_on(today)?.envelope;
    Some((envelope.tier, envelope.most_mg_per_session))
}

fn row((id, session): (SessionId, &Session)) -> Row {
    let standing = match (&session.sealed, session.is_over()) {
        (Some(_), _) => Standing::Sealed,
        (None, true) => Standing::ToSeal,
        (None, false) => Standing::Open,
    };
    Row {
        session: id.to_string(),
        opened_at: session.opened_at,
        total_mg: session.total_mg(),
        standing,
        summary: session.sealed.as_ref().map(|sealed| sealed.summary.clone()),
    }
}

/// What the page sends.
#[derive(Deserialize)]
pub(super) struct OpenSent {
    command: Option<String>,
    room: Option<String>,
}

/// Opens the room.
pub(super) async fn post(
    visit: Visit,
    Path(client): Path<String>,
    Form(form): Form<OpenSent>,
) -> Result<Response, Failure> {
    let client: ClientId = client.parse().map_err(|_| Failure::NotFound)?;
    let id = form::command(form.command.as_deref());
    let session = chance::session_of(id);
    let act = Act::Open { room: form::filled(form.room.clone()) };
    let command = journey::Command::MedicineSession(Command { session, act });
    match visit.act(client, id, command).await {
        Ok(_) => {
            let room = Route::Session(client.to_string(), session.to_string());
            Ok(Redirect::to(&room.path()).into_response())
        }
        Err(Failure::Refused(refusal)) => {
            let form = OpenForm {
                command: chance::command().to_string(),
                room: form.room.unwrap_or_default(),
                refusal: Some(refusal),
                prescribed: None,
            };
            Ok((StatusCode::UNPROCESSABLE_ENTITY, drawn(&visit, client, form).await?).into_response())
        }
        Err(failure) => Err(failure),
    }
}
