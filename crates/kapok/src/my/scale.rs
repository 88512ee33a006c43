//! The PHQ-9 from a client's own pages.

use std::collections::HashMap;

use axum::http::StatusCode;
use axum::response::Response;
use jiff::{Timestamp, Zoned};
use journey::integration::{WindowState, windows, zone};
use journey::scale::{Answered, Command, Occasion, PHQ9, RiskItem};
use journey::{Case, Refusal};
use pages::my::phq9::{self, Phq9};
use permit::Kind;

use super::{at_home, frame, name, readers};
use crate::chance;
use crate::door::{self, Visit};
use crate::failure::Failure;
use crate::form::{self, Form};

/// The questions.
pub(super) async fn get(visit: Visit) -> Result<Response, Failure> {
    let form = phq9::Form { command: chance::command().to_string(), ..phq9::Form::default() };
    drawn(&visit, StatusCode::OK, &Phq9::Asks(form)).await
}

async fn drawn(visit: &Visit, status: StatusCode, page: &Phq9) -> Result<Response, Failure> {
    let case = visit.read(at_home(visit)?, Kind::Scale).await?;
    let name = name(visit).await?;
    Ok(door::page(status, phq9::page(&frame(visit, name.as_deref()), &readers(visit, &case), page)))
}

/// Keeps the answers; one that shows a risk is met at once.
pub(super) async fn post(
    visit: Visit,
    Form(sent): Form<HashMap<String, String>>,
) -> Result<Response, Failure> {
    let client = at_home(&visit)?;
    let case = visit.read(client, Kind::Scale).await?;
    let answers = answers(&sent);
    let shown = risk(&answers);
    let command = Command::Administer {
        scale: PHQ9.id.to_owned(),
        answers: answers.clone(),
        occasion: occasion(&case, visit.now),
    };
    let id = form::command(sent.get("command").map(String::as_str));
    match visit.act(client, id, journey::Command::Scale(command)).await {
        Ok(_) => drawn(&visit, StatusCode::OK, &shown).await,
        Err(Failure::Refused(refusal)) => shown_again(&visit, &answers, refusal).await,
        Err(failure) => Err(failure),
    }
}

async fn shown_again(visit: &Visit, answers: &[Answered], refusal: Refusal) -> Result<Response, Failure> {
    let form = phq9::Form {
        command: chance::command().to_string(),
        chosen: answers.iter().map(|answer| (answer.item, answer.code)).collect(),
        refusal: Some(refusal),
    };
    drawn(visit, StatusCode::UNPROCESSABLE_ENTITY, &Phq9::Asks(form)).await
}

/// The answers by the printed number of their item; one left out is not there.
fn answers(sent: &HashMap<String, String>) -> Vec<Answered> {
    let answer = |number: u16| {
        let code = sent.get(&format!("i{number}"))?.parse().ok()?;
        Some(Answered { item: number, code })
    };
    PHQ9.items.iter().filter_map(|item| answer(item.number)).collect()
}

/// What the page says afterwards; the record holds the same by the rules.
fn risk(answers: &[Answered]) -> Phq9 {
    let Some(RiskItem { item, code_min }) = PHQ9.risk else { return Phq9::Kept { asked_again: false } };
    match answers.iter().find(|answer| answer.item == item) {
        Some(answer) if answer.code >= code_min => Phq9::HelpNow,
        answer => Phq9::Kept { asked_again: answer.is_none() },
    }
}

/// Before any medicine, in the window after a session, or between.
fn occasion(case: &Case, now: Timestamp) -> Occasion {
    if case.sessions.dosed().is_empty() {
        return Occasion::Baseline;
    }
    let (zone, windows) = (zone(case), windows(case));
    let open = windows.last().filter(|(_, window)| window.state(now) != WindowState::Over);
    open.map_or(Occasion::Between, |(session, window)| {
        let day = |at: Timestamp| Zoned::new(at, zone.clone()).date();
        let days = (day(now) - day(window.opened_at)).get_days();
        Occasion::AfterSession { session: *session, day: u16::try_from(days).unwrap_or_default() }
    })
}
