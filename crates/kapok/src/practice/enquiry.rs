//! One person's enquiry, opened, and the practice's answer.

use axum::extract::Path;
use axum::response::{Html, Response};
use journey::enquiry::{Command, Standing};
use journey::{Case, ClientId, enquiry};
use pages::practice::Named;
use pages::practice::enquiry::{Answer, AnswerForm, Enquiry};
use pages::{Language, Route};
use permit::{Action, Kind};
use serde::Deserialize;

use crate::chance;
use crate::door::{Visit, shown};
use crate::failure::Failure;
use crate::form::{self, Form};

/// The enquiry as it stands.
pub(super) async fn opened(visit: &Visit, client: ClientId) -> Result<Html<String>, Failure> {
    let form = AnswerForm { command: chance::command().to_string(), ..AnswerForm::default() };
    drawn(visit, client, form).await
}

async fn drawn(visit: &Visit, client: ClientId, form: AnswerForm) -> Result<Html<String>, Failure> {
    let record = visit.read(client, Kind::Enquiry).await?;
    let identity = visit.read(client, Kind::Identity).await?;
    let details = identity.contact.details.clone().unwrap_or_default();
    let enquiry = Enquiry {
        person: Named { client: client.to_string(), name: details.name },
        email: details.email,
        phone: details.phone,
        reach: details.reach,
        brings: record.enquiry.brings.clone(),
        language: Language::from_tag(&details.language),
        received_at: record.enquiry.received_at.unwrap_or(visit.now),
        answer: answer(visit, client, &record, form),
    };
    Ok(shown(pages::practice::enquiry::page(&visit.frame(), &enquiry)))
}

fn answer(visit: &Visit, client: ClientId, record: &Case, form: AnswerForm) -> Answer {
    let enquiry: &enquiry::Enquiry = &record.enquiry;
    let at = enquiry.answered_at.unwrap_or(visit.now);
    match enquiry.standing {
        Standing::None | Standing::Waiting if visit.may(client, Action::Amend, Kind::Enquiry) => {
            Answer::Waiting(form)
        }
        Standing::None | Standing::Waiting => Answer::NotYours,
        Standing::Invited => Answer::Invited { at },
        Standing::Declined => {
            Answer::Declined { at, reason: enquiry.declined_because.clone().unwrap_or_default() }
        }
    }
}

/// What the page sends.
#[derive(Deserialize)]
pub(super) struct AnswerSent {
    command: Option<String>,
    answer: String,
    #[serde(default)]
    reason: String,
}

/// Answers the enquiry.
pub(super) async fn post(
    visit: Visit,
    Path(client): Path<String>,
    Form(form): Form<AnswerSent>,
) -> Result<Response, Failure> {
    let client: ClientId = client.parse().map_err(|_| Failure::NotFound)?;
    let command = match form.answer.as_str() {
        "invite" => Command::Invite,
        "decline" => Command::Decline { reason: form.reason.clone() },
        _ => return Err(Failure::Unreadable),
    };
    let id = form::command(form.command.as_deref());
    let command = journey::Command::Enquiry(command);
    let done = visit.act(client, id, command).await;
    form::answered(done, Route::Person(client.to_string()), async |refusal| {
        let form = AnswerForm {
            command: chance::command().to_string(),
            answer: form.answer,
            reason: form.reason,
            refusal: Some(refusal),
        };
        drawn(&visit, client, form).await
    })
    .await
}
