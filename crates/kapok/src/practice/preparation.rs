//! The preparation page, and its forms.

use axum::extract::Path;
use axum::response::{Html, Response};
use journey::ClientId;
use journey::preparation::{AnchorKind, Command, Companion, Entry, Hardship, Person, readiness};
use pages::practice::preparation::{Forms, Page, anchor_code, hardship_code};
use pages::{Place, Route};
use permit::{Action, Kind};
use serde::Deserialize;

use super::subject::subject;
use crate::chance;
use crate::door::{Visit, shown};
use crate::failure::Failure;
use crate::form::{self, Form, filled};

/// The preparation as it stands.
pub(super) async fn get(visit: Visit, Path(client): Path<String>) -> Result<Html<String>, Failure> {
    let client = client.parse().map_err(|_| Failure::NotFound)?;
    drawn(&visit, client, Forms::default()).await
}

async fn drawn(visit: &Visit, client: ClientId, forms: Forms) -> Result<Html<String>, Failure> {
    let case = visit.read(client, Kind::Preparation).await?;
    let writes = visit.may(client, Action::Create, Kind::Preparation);
    let forms = Forms { command: chance::command().to_string(), ..forms };
    let page = Page {
        subject: subject(visit, client).await?,
        preparation: case.preparation.clone(),
        readiness: readiness(&case, visit.practice().date_at(visit.now)),
        forms: writes.then_some(forms),
    };
    Ok(shown(pages::practice::preparation::page(&visit.frame(), &page)))
}

/// What the page sends; each of its forms fills some of it.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Sent {
    command: Option<String>,
    form: String,
    words: String,
    more: String,
    number: u32,
}

impl Sent {
    fn command(&self) -> Result<Command, Failure> {
        let words = self.words.clone();
        let entry = match self.form.as_str() {
            "intention" => Entry::Intention { words },
            "safety" => Entry::Safety { words, place: filled(Some(self.more.clone())) },
            "anchor" => Entry::Anchor { kind: self.anchor()?, words },
            "signal" => Entry::Signal { sign: words, meaning: self.more.clone() },
            "help" => Entry::Help { when: self.hardship()?, words },
            "escort" => return Ok(self.arrange(Companion::Escort)),
            "night" => return Ok(self.arrange(Companion::Night)),
            "fasting" => return Ok(Command::TellFasting),
            "hold" => return Ok(Command::Hold { words: filled(Some(words)) }),
            "take-back" => return Ok(Command::TakeBack { number: self.number }),
            _ => return Err(Failure::Unreadable),
        };
        Ok(Command::Write(entry))
    }

    fn anchor(&self) -> Result<AnchorKind, Failure> {
        let known = AnchorKind::ALL.into_iter().find(|kind| anchor_code(*kind) == self.more);
        known.ok_or(Failure::Unreadable)
    }

    fn hardship(&self) -> Result<Hardship, Failure> {
        let known = Hardship::ALL.into_iter().find(|when| hardship_code(*when) == self.more);
        known.ok_or(Failure::Unreadable)
    }

    fn arrange(&self, part: Companion) -> Command {
        let phone = filled(Some(self.more.clone()));
        Command::Arrange { part, person: Person { name: self.words.clone(), phone } }
    }
}

/// Does what one of the page's forms asks.
pub(super) async fn post(
    visit: Visit,
    Path(client): Path<String>,
    Form(sent): Form<Sent>,
) -> Result<Response, Failure> {
    let client: ClientId = client.parse().map_err(|_| Failure::NotFound)?;
    let id = form::command_in(sent.command.as_deref(), &format!("{}.{}", sent.form, sent.number));
    let command = journey::Command::Preparation(sent.command()?);
    let done = visit.act(client, id, command).await;
    form::answered(done, Route::Of(client.to_string(), Place::Preparation), async |refusal| {
        let forms = Forms {
            came_back: sent.form,
            words: sent.words,
            more: sent.more,
            refusal: Some(refusal),
            ..Forms::default()
        };
        drawn(&visit, client, forms).await
    })
    .await
}
