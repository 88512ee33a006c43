//! The consultation page, and its forms.

use axum::extract::Path;
use axum::response::{Html, Response};
use journey::ClientId;
use journey::consultation::{Command, Discernment, Spoken, Way};
use pages::practice::consultation::{Forms, Page};
use pages::{Place, Route};
use permit::{Action, Kind};
use serde::Deserialize;

use super::subject::subject;
use crate::chance;
use crate::door::{Visit, shown};
use crate::failure::Failure;
use crate::form::{self, Form, filled};

/// The consultation as it stands.
pub(super) async fn get(visit: Visit, Path(client): Path<String>) -> Result<Html<String>, Failure> {
    let client = client.parse().map_err(|_| Failure::NotFound)?;
    drawn(&visit, client, Forms::default()).await
}

async fn drawn(visit: &Visit, client: ClientId, forms: Forms) -> Result<Html<String>, Failure> {
    let case = visit.read(client, Kind::Enquiry).await?;
    let writes = visit.may(client, Action::Create, Kind::Enquiry);
    let forms = Forms { command: chance::command().to_string(), ..forms };
    let page = Page {
        subject: subject(visit, client).await?,
        consultation: case.consultation.clone(),
        forms: writes.then_some(forms),
    };
    Ok(shown(pages::practice::consultation::page(&visit.frame(), &page)))
}

/// What the page sends; each of its forms fills some of it.
#[derive(Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Sent {
    command: Option<String>,
    form: String,
    goals: Option<String>,
    therapy_history: Option<String>,
    pain_or_illness: Option<String>,
    trauma: Option<String>,
    exhaustion: Option<String>,
    hopes: Option<String>,
    way: String,
    reason: String,
    clients_words: Option<String>,
    referral: String,
    number: u32,
    question: String,
    words: Option<String>,
}

impl Sent {
    fn spoken(&self) -> Spoken {
        Spoken {
            goals: filled(self.goals.clone()),
            therapy_history: filled(self.therapy_history.clone()),
            pain_or_illness: filled(self.pain_or_illness.clone()),
            trauma: filled(self.trauma.clone()),
            exhaustion: filled(self.exhaustion.clone()),
            hopes: filled(self.hopes.clone()),
        }
    }

    fn way(&self) -> Result<Way, Failure> {
        match self.way.as_str() {
            "go-on" => Ok(Way::GoOn),
            "not-now" => Ok(Way::NotNow { ask_again_at: None }),
            "another-path" => Ok(Way::AnotherPath { referral: self.referral.clone() }),
            _ => Err(Failure::Unreadable),
        }
    }

    fn command(&self) -> Result<Command, Failure> {
        Ok(match self.form.as_str() {
            "hold" => Command::Hold(self.spoken()),
            "conclude" => Command::Conclude(Discernment {
                way: self.way()?,
                reason: self.reason.clone(),
                clients_words: filled(self.clients_words.clone()),
            }),
            "ask" => Command::Ask { question: self.question.clone() },
            "answer" => Command::Answer { number: self.number, answer: self.question.clone() },
            "not-yet" => Command::SayNotYet { words: filled(self.words.clone()), ask_again_at: None },
            "resume" => Command::Resume,
            _ => return Err(Failure::Unreadable),
        })
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
    let command = journey::Command::Consultation(sent.command()?);
    let done = visit.act(client, id, command).await;
    form::answered(done, Route::Of(client.to_string(), Place::Consultation), async |refusal| {
        let forms = Forms {
            spoken: sent.spoken(),
            came_back: sent.form,
            way: sent.way,
            reason: sent.reason,
            clients_words: sent.clients_words.unwrap_or_default(),
            referral: sent.referral,
            question: sent.question,
            refusal: Some(refusal),
            ..Forms::default()
        };
        drawn(&visit, client, forms).await
    })
    .await
}
