//! A scale from a client's own pages.

use std::collections::HashMap;

use axum::extract::{Path, Query};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use journey::scale::{
    Answered, Command, Draft, Item, RiskSource, Scale, occasion, scale, shown as shown_risk,
};
use journey::{Case, ClientId, CommandId, Refusal};
use pages::my::scale::{Filling, Form as Asked, One, State, comes_after};
use pages::{Mine, Route};
use permit::Kind;
use serde::Deserialize;

use super::{at_home, frame, name, readers};
use crate::chance;
use crate::door::{self, Visit};
use crate::failure::Failure;
use crate::form::{self, Form};

/// Which question, where somebody goes back to one.
#[derive(Deserialize)]
pub(super) struct Which {
    item: Option<u16>,
}

/// The questions, or the next one of them.
pub(super) async fn get(
    visit: Visit,
    Path(id): Path<String>,
    Query(which): Query<Which>,
) -> Result<Response, Failure> {
    let scale = scale(&id).ok_or(Failure::NotFound)?;
    let case = visit.read(at_home(&visit)?, Kind::Scale).await?;
    let state = match next(scale, &case, which.item) {
        Some(item) => State::AsksOne(one(scale, item, None)),
        None => State::Asks(Asked {
            command: chance::command().to_string(),
            asked_for: case.scales.request(scale.id).is_some(),
            ..Asked::default()
        }),
    };
    drawn(&visit, StatusCode::OK, scale, state).await
}

fn one(scale: &Scale, item: &Item, refusal: Option<Refusal>) -> One {
    let help_first = comes_after(scale, item);
    One { command: chance::command().to_string(), item: item.number, help_first, refusal }
}

/// The question that stands by itself: of a long scale, and of a screen that was begun.
fn next(scale: &'static Scale, case: &Case, wanted: Option<u16>) -> Option<&'static Item> {
    let none = Draft::default();
    let draft = case.scales.drafts.get(scale.id);
    if !scale.is_long() && draft.is_none() {
        return None;
    }
    let draft = draft.unwrap_or(&none);
    let wanted = wanted.and_then(|number| scale.item(number)).filter(|item| !comes_after(scale, item));
    wanted.or_else(|| unseen(scale, draft)).or(scale.items.last())
}

fn unseen(scale: &'static Scale, draft: &Draft) -> Option<&'static Item> {
    let asked = |item: &&Item| !draft.has_seen(item.number) && scale.is_asked(item, &draft.answers);
    scale.items.iter().find(asked)
}

async fn drawn(
    visit: &Visit,
    status: StatusCode,
    scale: &'static Scale,
    state: State,
) -> Result<Response, Failure> {
    let case = visit.read(at_home(visit)?, Kind::Scale).await?;
    let name = name(visit).await?;
    let filling = Filling { scale, state };
    let frame = frame(visit, name.as_deref());
    Ok(door::page(status, pages::my::scale::page(&frame, &readers(visit, &case), &filling)))
}

/// Keeps answers, or takes one of the ways out; an answer that shows a risk is met at once.
pub(super) async fn post(
    visit: Visit,
    Path(id): Path<String>,
    Form(sent): Form<HashMap<String, String>>,
) -> Result<Response, Failure> {
    let scale = scale(&id).ok_or(Failure::NotFound)?;
    let client = at_home(&visit)?;
    let id = form::command(sent.get("command").map(String::as_str));
    let item = sent.get("item").and_then(|item| item.parse().ok()).and_then(|number| scale.item(number));
    match (sent.get("way").map(String::as_str), item) {
        (Some("decline"), _) => decline(&visit, client, id, scale).await,
        (Some("back"), Some(item)) => Ok(back(scale, item)),
        (way, Some(item)) => answer(&visit, client, id, scale, item, way == Some("skip"), &sent).await,
        (_, None) => whole(&visit, client, id, scale, &sent).await,
    }
}

async fn act(visit: &Visit, client: ClientId, id: CommandId, command: Command) -> Result<(), Failure> {
    visit.act(client, id, journey::Command::Scale(command)).await.map(|_| ())
}

/// As [`act`], for answers that may have waited without signal.
async fn answered(
    visit: &Visit,
    client: ClientId,
    id: CommandId,
    sent: &HashMap<String, String>,
    command: Command,
) -> Result<(), Failure> {
    let said_at = sent.get("said_at").map_or("", String::as_str);
    visit.act_said(client, id, said_at, journey::Command::Scale(command)).await.map(|_| ())
}

/// Whoever says no twice has said no; whoever was not asked loses nothing.
async fn decline(visit: &Visit, client: ClientId, id: CommandId, scale: &Scale) -> Result<Response, Failure> {
    match act(visit, client, id, Command::Decline { scale: scale.id.to_owned() }).await {
        Ok(()) | Err(Failure::Refused(Refusal::NoSuchScale)) => {
            Ok(Redirect::to(&Route::Mine(Mine::Home).path()).into_response())
        }
        Err(failure) => Err(failure),
    }
}

fn back(scale: &Scale, item: &Item) -> Response {
    let place = scale.items.iter().position(|one| one.number == item.number).unwrap_or_default();
    let before = scale.items.get(place.saturating_sub(1)).map_or(item.number, |one| one.number);
    let path = format!("{}?item={before}", Route::Mine(Mine::Scale(scale.id)).path());
    Redirect::to(&path).into_response()
}

/// The answers by the printed number of their item; one left out is not there.
fn answers(scale: &Scale, sent: &HashMap<String, String>) -> Vec<Answered> {
    let answer = |number: u16| {
        let code = sent.get(&format!("i{number}"))?.parse().ok()?;
        Some(Answered { item: number, code })
    };
    scale.items.iter().filter_map(|item| answer(item.number)).collect()
}

/// One answer of several screens.
async fn answer(
    visit: &Visit,
    client: ClientId,
    id: CommandId,
    scale: &'static Scale,
    item: &'static Item,
    skips: bool,
    sent: &HashMap<String, String>,
) -> Result<Response, Failure> {
    let answers: Vec<Answered> =
        answers(scale, sent).into_iter().filter(|one| one.item == item.number && !skips).collect();
    let left_out = if skips { vec![item.number] } else { Vec::new() };
    let command = Command::KeepAnswers { scale: scale.id.to_owned(), answers, left_out };
    match answered(visit, client, id, sent, command).await {
        Ok(()) => {}
        Err(Failure::Refused(refusal)) => {
            let state = State::AsksOne(one(scale, item, Some(refusal)));
            return drawn(visit, StatusCode::UNPROCESSABLE_ENTITY, scale, state).await;
        }
        Err(failure) => return Err(failure),
    }
    let case = visit.read(client, Kind::Scale).await?;
    match case.scales.drafts.get(scale.id) {
        Some(draft) if unseen(scale, draft).is_none() => finish(visit, client, scale, &case, draft).await,
        _ => Ok(Redirect::to(&Route::Mine(Mine::Scale(scale.id)).path()).into_response()),
    }
}

async fn finish(
    visit: &Visit,
    client: ClientId,
    scale: &'static Scale,
    case: &Case,
    draft: &Draft,
) -> Result<Response, Failure> {
    let occasion = occasion(case, scale.id, visit.now);
    act(visit, client, chance::command(), Command::Finish { scale: scale.id.to_owned(), occasion }).await?;
    drawn(visit, StatusCode::OK, scale, after(visit, scale, &draft.answers)).await
}

/// A whole form; a screen that turns out positive goes on to its last question.
async fn whole(
    visit: &Visit,
    client: ClientId,
    id: CommandId,
    scale: &'static Scale,
    sent: &HashMap<String, String>,
) -> Result<Response, Failure> {
    let answers = answers(scale, sent);
    let follows = scale.items.iter().find(|item| comes_after(scale, item) && scale.is_asked(item, &answers));
    let case = visit.read(client, Kind::Scale).await?;
    let name = scale.id.to_owned();
    let command = match follows {
        Some(_) => {
            let silent = |item: &&Item| !answers.iter().any(|answer| answer.item == item.number);
            let on_page = scale.items.iter().filter(|item| !comes_after(scale, item)).filter(silent);
            let left_out = on_page.map(|item| item.number).collect();
            Command::KeepAnswers { scale: name, answers: answers.clone(), left_out }
        }
        None => Command::Administer {
            scale: name,
            answers: answers.clone(),
            occasion: occasion(&case, scale.id, visit.now),
        },
    };
    match answered(visit, client, id, sent, command).await {
        Ok(()) => {
            let state = match follows {
                Some(item) => State::AsksOne(one(scale, item, None)),
                None => after(visit, scale, &answers),
            };
            drawn(visit, StatusCode::OK, scale, state).await
        }
        Err(Failure::Refused(refusal)) => shown_again(visit, scale, &case, &answers, refusal).await,
        Err(failure) => Err(failure),
    }
}

async fn shown_again(
    visit: &Visit,
    scale: &'static Scale,
    case: &Case,
    answers: &[Answered],
    refusal: Refusal,
) -> Result<Response, Failure> {
    let form = Asked {
        command: chance::command().to_string(),
        asked_for: case.scales.request(scale.id).is_some(),
        chosen: answers.iter().map(|answer| (answer.item, answer.code)).collect(),
        refusal: Some(refusal),
    };
    drawn(visit, StatusCode::UNPROCESSABLE_ENTITY, scale, State::Asks(form)).await
}

/// What the page says afterwards; the record holds the same by the rules.
fn after(visit: &Visit, scale: &Scale, answers: &[Answered]) -> State {
    let signed = visit.practice().protocol_in_force(visit.now);
    match shown_risk(scale, answers, signed.map(|signed| &signed.protocol)) {
        Some(RiskSource::ItemLeftOut { item, .. }) => State::Kept { asked_again: Some(item) },
        Some(_) => State::HelpNow,
        None => State::Kept { asked_again: None },
    }
}
