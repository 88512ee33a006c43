//! The client's messages to those who care for them.

use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use jiff::Timestamp;
use journey::message::{Command, promise};
use journey::task::{Kind as About, due_at};
use journey::{Case, Refusal, Who};
use pages::my::messages::{Messages, Question};
use pages::{Mine, Route};
use permit::Kind;

use super::{at_home, frame, name, readers};
use crate::door::{self, Visit};
use crate::failure::Failure;
use crate::form::{self, Form};
use crate::practice::medical::{self, Fields, said};
use crate::practice::messages::{Sent, entries, name as name_of, typed};

/// When messages are read, help that does not wait, and what was written.
pub(super) async fn get(visit: Visit) -> Result<Response, Failure> {
    drawn(&visit, None, None).await
}

/// An answer that came back: to which question, what was typed, and why.
struct Back {
    question: u32,
    typed: String,
    refusal: Refusal,
}

async fn drawn(
    visit: &Visit,
    back: Option<(String, Refusal)>,
    answer: Option<Back>,
) -> Result<Response, Failure> {
    let case = visit.read(at_home(visit)?, Kind::Message).await?;
    let refused = back.is_some() || answer.is_some();
    let status = if refused { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let messages = Messages {
        entries: entries(visit, &case, Who::Client),
        new_from: new_from(visit, &case),
        promise: promise(visit.now, visit.practice()),
        answered_by: answered_by(visit, &case),
        form: typed(&case, back),
        questions: questions(visit, &case, answer.as_ref()),
    };
    let name = name(visit).await?;
    let frame = frame(visit, name.as_deref());
    Ok(door::page(status, pages::my::messages::page(&frame, &readers(visit, &case), &messages)))
}

/// Questions that wait for them, with what was typed where an answer came back.
fn questions(visit: &Visit, case: &Case, back: Option<&Back>) -> Vec<Question> {
    let open = case.messages.open_questions().map(|one| {
        let back = back.filter(|back| back.question == one.number);
        Question {
            number: one.number,
            by: name_of(visit, one.by).unwrap_or_default(),
            at: one.at,
            words: one.words.clone(),
            typed: back.map(|back| back.typed.clone()).unwrap_or_default(),
            refusal: back.map(|back| back.refusal.clone()),
        }
    });
    open.collect()
}

/// Who of the practice has written what the client has not said to have read, or asks and has no
/// answer, each once.
pub(super) fn new_from(visit: &Visit, case: &Case) -> Vec<String> {
    let mut names = Vec::new();
    let asked = case.messages.open_questions();
    for name in case.messages.new_to(Who::Client).chain(asked).filter_map(|one| name_of(visit, one.by)) {
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

/// Answers a question that was asked from the screening.
pub(super) async fn answer(visit: Visit, Form(fields): Form<Fields>) -> Result<Response, Failure> {
    let question = medical::number(&fields, "number").ok_or(Failure::Unreadable)?;
    let typed = said(&fields, &format!("answer-{question}")).to_owned();
    let command = Command::Answer { question, words: typed.clone() };
    // The page draws one intent for all its forms; each answer is one of its own.
    let id = form::command_in(fields.get("command").map(String::as_str), &format!("answer.{question}"));
    match visit.act(at_home(&visit)?, id, journey::Command::Message(command)).await {
        Ok(_) => Ok(Redirect::to(&Route::Mine(Mine::Messages).path()).into_response()),
        Err(Failure::Refused(refusal)) => drawn(&visit, None, Some(Back { question, typed, refusal })).await,
        Err(failure) => Err(failure),
    }
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
        back => drawn(visit, back, None).await,
    }
}
