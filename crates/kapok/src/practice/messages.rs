//! Messages of one person: what waits, the answer, what was read and taken back.

use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use journey::link::Purpose;
use journey::message::{self, Command};
use journey::task::{Kind as About, due_at};
use journey::{Case, ClientId, Refusal, Who};
use pages::practice::messages::{Conversation, Entry, Form as Typed, Message, Part};
use pages::{Place, Route};
use permit::{Action, Kind};
use serde::Deserialize;

use super::subject::subject;
use crate::chance;
use crate::door::{Visit, shown};
use crate::failure::Failure;
use crate::form::{self, Form};

/// Entries that a page shows; the record holds all.
const ENTRIES_SHOWN: usize = 200;

/// What was written, and the form of an answer.
pub(super) async fn get(visit: Visit, Path(client): Path<String>) -> Result<Html<String>, Failure> {
    let client = client.parse().map_err(|_| Failure::NotFound)?;
    drawn(&visit, client, None).await
}

async fn drawn(
    visit: &Visit,
    client: ClientId,
    back: Option<(String, Refusal)>,
) -> Result<Html<String>, Failure> {
    let subject = subject(visit, client).await?;
    let case = visit.read(client, Kind::Message).await?;
    let me = Who::Staff { staff: visit.signed_in()?.staff };
    let waiting = case.messages.waiting().count();
    let task = case.tasks.open().find(|task| task.kind == About::Message);
    let waits = task.map(|task| (waiting.max(1), due_at(task.kind, task.opened_at, visit.practice())));
    let may = visit.may(client, Action::Create, Kind::Message);
    let page = Conversation {
        subject,
        entries: entries(visit, &case, me),
        waits,
        is_reached: {
            let mut links = case.links.by_id.values();
            links.any(|link| link.purpose == Purpose::Home && link.is_open(visit.now))
        },
        form: may.then(|| typed(&case, back)),
    };
    Ok(shown(pages::practice::messages::page(&visit.frame(), &page)))
}

/// The form, with what came back in it.
pub(crate) fn typed(case: &Case, back: Option<(String, Refusal)>) -> Typed {
    let (words, refusal) = back.unzip();
    Typed {
        command: chance::command().to_string(),
        seen: case.messages.newest(),
        words: words.unwrap_or_default(),
        refusal,
    }
}

/// What stands in the conversation, the newest first, as `reader` reads it.
pub(crate) fn entries(visit: &Visit, case: &Case, reader: Who) -> Vec<Entry> {
    let new: Vec<u32> = case.messages.new_to(reader).map(|one| one.number).collect();
    let waiting: Vec<u32> = case.messages.waiting().map(|one| one.number).collect();
    let written = case.messages.all.iter().map(|one| {
        let (is_new, waits) = (new.contains(&one.number), waiting.contains(&one.number));
        (one.at, Entry::Message(message(visit, one, reader, is_new, waits)))
    });
    let settled = case.messages.settled.iter().map(|one| {
        let (by, words) = (name(visit, one.by).unwrap_or_default(), one.words.clone());
        (one.at, Entry::Settled { at: one.at, by, words })
    });
    let mut all: Vec<_> = written.chain(settled).collect();
    all.sort_by_key(|(at, _)| *at);
    all.into_iter().rev().take(ENTRIES_SHOWN).map(|(_, entry)| entry).collect()
}

fn message(visit: &Visit, one: &message::Message, reader: Who, is_new: bool, waits: bool) -> Message {
    Message {
        number: one.number,
        at: one.at,
        by: name(visit, one.by),
        words: one.words.clone(),
        part: match (&one.about, one.answers) {
            (Some(_), _) => Part::Question,
            (None, Some(_)) => Part::Answer,
            (None, None) => Part::Letter,
        },
        read: one.read.iter().map(|(who, at)| (name(visit, *who), *at)).collect(),
        taken_back_at: one.taken_back_at,
        is_mine: one.by == reader,
        is_new,
        waits,
    }
}

/// The name of a person of the practice; none for the client.
pub(crate) fn name(visit: &Visit, who: Who) -> Option<String> {
    match who {
        Who::Staff { staff } => visit.practice().people.get(&staff).map(|member| member.name.clone()),
        Who::Client | Who::Public | Who::System => None,
    }
}

/// What the forms send.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(crate) struct Sent {
    command: Option<String>,
    seen: String,
    number: String,
    words: String,
    how: String,
    /// When a client wrote it, where it waited without signal.
    said_at: String,
}

impl Sent {
    fn seen(&self) -> Result<u32, Failure> {
        self.seen.parse().map_err(|_| Failure::Unreadable)
    }

    /// To write.
    pub(crate) fn write(&self) -> Result<Command, Failure> {
        Ok(Command::Write { words: self.words.clone(), seen: self.seen()? })
    }

    /// To say what was read.
    pub(crate) fn mark_read(&self) -> Result<Command, Failure> {
        Ok(Command::MarkRead { through: self.seen()? })
    }

    /// To take one's own back.
    pub(crate) fn take_back(&self) -> Result<Command, Failure> {
        Ok(Command::TakeBack { number: self.number.parse().map_err(|_| Failure::Unreadable)? })
    }

    fn settle(&self) -> Result<Command, Failure> {
        Ok(Command::Settle { through: self.seen()?, words: form::filled(Some(self.how.clone())) })
    }

    /// Does it; the words come back where it was refused.
    pub(crate) async fn done(
        self,
        visit: &Visit,
        client: ClientId,
        act: &str,
        command: Command,
    ) -> Result<Option<(String, Refusal)>, Failure> {
        // The page draws one intent for all its forms; each of them is one of its own.
        let id = form::command_in(self.command.as_deref(), &format!("{act}.{}", self.number));
        match visit.act_said(client, id, &self.said_at, journey::Command::Message(command)).await {
            Ok(_) | Err(Failure::Refused(Refusal::NothingNew)) => Ok(None),
            Err(Failure::Refused(refusal)) => Ok(Some((self.words, refusal))),
            Err(failure) => Err(failure),
        }
    }
}

/// Writes to the client.
pub(super) async fn post(
    visit: Visit,
    Path(client): Path<String>,
    Form(sent): Form<Sent>,
) -> Result<Response, Failure> {
    let command = sent.write()?;
    done(&visit, &client, "write", sent, command).await
}

/// Says that what the client wrote was read.
pub(super) async fn mark_read(
    visit: Visit,
    Path(client): Path<String>,
    Form(sent): Form<Sent>,
) -> Result<Response, Failure> {
    let command = sent.mark_read()?;
    done(&visit, &client, "read", sent, command).await
}

/// Says that the client was answered in another way, or asked for nothing.
pub(super) async fn settle(
    visit: Visit,
    Path(client): Path<String>,
    Form(sent): Form<Sent>,
) -> Result<Response, Failure> {
    let command = sent.settle()?;
    done(&visit, &client, "settle", sent, command).await
}

/// Takes a message of one's own back.
pub(super) async fn take_back(
    visit: Visit,
    Path(client): Path<String>,
    Form(sent): Form<Sent>,
) -> Result<Response, Failure> {
    let command = sent.take_back()?;
    done(&visit, &client, "take-back", sent, command).await
}

async fn done(
    visit: &Visit,
    client: &str,
    act: &str,
    sent: Sent,
    command: Command,
) -> Result<Response, Failure> {
    let client: ClientId = client.parse().map_err(|_| Failure::NotFound)?;
    match sent.done(visit, client, act, command).await? {
        None => Ok(Redirect::to(&Route::Of(client.to_string(), Place::Messages).path()).into_response()),
        back => Ok((StatusCode::UNPROCESSABLE_ENTITY, drawn(visit, client, back).await?).into_response()),
    }
}
