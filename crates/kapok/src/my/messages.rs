//! The client's messages to those who care for them.

use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use jiff::Timestamp;
use journey::message::{Command, promise};
use journey::task::{Kind as About, due_at};
use journey::{Case, Refusal, Who};
use pages::my::messages::Messages;
use pages::{Mine, Route};
use permit::Kind;

use super::{at_home, frame, name, readers};
use crate::door::{self, Visit};
use crate::failure::Failure;
use crate::form::Form;
use crate::practice::messages::{Sent, entries, name as name_of, typed};

/// When messages are read, help that does not wait, and what was written.
pub(super) async fn get(visit: Visit) -> Result<Response, Failure> {
    drawn(&visit, None).await
}

async fn drawn(visit: &Visit, back: Option<(String, Refusal)>) -> Result<Response, Failure> {
    let case = visit.read(at_home(visit)?, Kind::Message).await?;
    let status = if back.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let messages = Messages {
        entries: entries(visit, &case, Who::Client),
        new_from: new_from(visit, &case),
        promise: promise(visit.now, visit.practice()),
        answered_by: answered_by(visit, &case),
        form: typed(&case, back),
    };
    let name = name(visit).await?;
    let frame = frame(visit, name.as_deref());
    Ok(door::page(status, pages::my::messages::page(&frame, &readers(visit, &case), &messages)))
}

/// Who of the practice has written what the client has not said to have read, each once.
pub(super) fn new_from(visit: &Visit, case: &Case) -> Vec<String> {
    let mut names = Vec::new();
    for name in case.messages.new_to(Who::Client).filter_map(|one| name_of(visit, one.by)) {
        if !names.contains(&name) {
            names.push(name);
        }
    }
    names
}

/// Until when what waits has an answer; none where nothing waits, or nothing was promised.
pub(super) fn answered_by(visit: &Visit, case: &Case) -> Option<Timestamp> {
    let practice = visit.practice();
    let task = case.tasks.open().find(|task| task.kind == About::Message)?;
    practice.hours_at(task.opened_at)?;
    Some(due_at(task.kind, task.opened_at, practice))
}

/// Writes to those who care for them.
pub(super) async fn post(visit: Visit, Form(sent): Form<Sent>) -> Result<Response, Failure> {
    let command = sent.write()?;
    done(&visit, "write", sent, command).await
}

/// Says that what they wrote was read.
pub(super) async fn mark_read(visit: Visit, Form(sent): Form<Sent>) -> Result<Response, Failure> {
    let command = sent.mark_read()?;
    done(&visit, "read", sent, command).await
}

/// Takes a message of their own back.
pub(super) async fn take_back(visit: Visit, Form(sent): Form<Sent>) -> Result<Response, Failure> {
    let command = sent.take_back()?;
    done(&visit, "take-back", sent, command).await
}

async fn done(visit: &Visit, act: &str, sent: Sent, command: Command) -> Result<Response, Failure> {
    match sent.done(visit, at_home(visit)?, act, command).await? {
        None => Ok(Redirect::to(&Route::Mine(Mine::Messages).path()).into_response()),
        back => drawn(visit, back).await,
    }
}
