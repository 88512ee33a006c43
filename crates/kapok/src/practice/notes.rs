//! Psychotherapy notes: each author's own, opened for them alone.

use axum::extract::Path;
use axum::response::{Html, Response};
use journey::psychotherapy_note::Command;
use journey::{ClientId, CommandId, EventId};
use pages::practice::notes::{Form as Typed, Notes, addition_field};
use pages::{Place, Route};
use permit::Kind;
use serde::Deserialize;

use super::medical::{Fields, client, intent, said};
use super::subject::subject;
use crate::chance;
use crate::door::{Visit, shown};
use crate::failure::Failure;
use crate::form::{self, Form};

/// What the reader keeps of their conversations for themselves.
pub(super) async fn get(visit: Visit, Path(path): Path<String>) -> Result<Html<String>, Failure> {
    drawn(&visit, client(&path)?, Typed::default()).await
}

async fn drawn(visit: &Visit, client: ClientId, form: Typed) -> Result<Html<String>, Failure> {
    let opened = visit.read(client, Kind::PsychotherapyNotes).await?;
    let notes = opened.notes.iter().flat_map(|notes| notes.all.iter().rev());
    let context = Notes {
        subject: subject(visit, client).await?,
        notes: notes.cloned().collect(),
        form: Typed { command: chance::command().to_string(), ..form },
    };
    Ok(shown(pages::practice::notes::page(&visit.frame(), &context)))
}

/// What the form of a new note sends.
#[derive(Deserialize)]
pub(super) struct Written {
    command: Option<String>,
    #[serde(default)]
    words: String,
}

/// Keeps a note.
pub(super) async fn post(
    visit: Visit,
    Path(path): Path<String>,
    Form(sent): Form<Written>,
) -> Result<Response, Failure> {
    let command = Command::Write { words: sent.words.clone() };
    let typed = Typed { words: sent.words, ..Typed::default() };
    done(&visit, client(&path)?, form::command(sent.command.as_deref()), command, typed).await
}

/// Adds to a note.
pub(super) async fn add(
    visit: Visit,
    Path(path): Path<String>,
    Form(fields): Form<Fields>,
) -> Result<Response, Failure> {
    let note: EventId = said(&fields, "note").parse().map_err(|_| Failure::Unreadable)?;
    let words = fields.get(&addition_field(note)).cloned().unwrap_or_default();
    let command = Command::AddTo { note, words: words.clone() };
    let typed = Typed { words, note: Some(note), ..Typed::default() };
    done(&visit, client(&path)?, intent(&fields), command, typed).await
}

async fn done(
    visit: &Visit,
    client: ClientId,
    intent: CommandId,
    command: Command,
    typed: Typed,
) -> Result<Response, Failure> {
    let done = visit.act(client, intent, journey::Command::PsychotherapyNote(command)).await;
    form::answered(done, Route::Of(client.to_string(), Place::Notes), async |refusal| {
        drawn(visit, client, Typed { refusal: Some(refusal), ..typed }).await
    })
    .await
}
