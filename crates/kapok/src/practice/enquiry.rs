//! One person's enquiry, opened, and the practice's answer.

use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use journey::enquiry::{Command, Standing};
use journey::{Case, ClientId, Refusal, enquiry};
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
    match visit.act(client, id, command).await {
        Ok(_) => Ok(Redirect::to(&Route::Person(client.to_string()).path()).into_response()),
        Err(Failure::Refused(refusal)) => shown_again(&visit, client, form, refusal).await,
        Err(failure) => Err(failure),
    }
}

async fn shown_again(
    visit: &Visit,
    client: ClientId,
    form: AnswerSent,
    refusal: Refusal,
) -> Result<Response, Failure> {
    let form = AnswerForm {
        command: chance::command().to_string(),
        answer: form.answer,
        reason: form.reason,
        refusal: Some(refusal),
    };
    Ok((StatusCode::UNPROCESSABLE_ENTITY, drawn(visit, client, form).await?).into_response())
}
