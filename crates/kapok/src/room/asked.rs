//! A prescriber is asked to pass a condition, from afar, and answers with their password given again.

use axum::extract::{Path, Query};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use journey::gate::{Condition, Gate, Reason, State};
use journey::medicine_session::session::{Asked as Asking, PassAnswer};
use journey::medicine_session::{Act, Command, gate_input};
use journey::{Case, ClientId, Refusal, SessionId, Who};
use pages::Route;
use pages::components::live::{Live, changed};
use pages::practice::asked::{Answer, Asked, One};
use pages::practice::medical::{Names, Typed};
use permit::{Action, Kind};

use super::{Seen, ids, opened};
use crate::door::{Visit, shown};
use crate::failure::Failure;
use crate::form::Form;
use crate::practice::medical::{self, Fields, said};

/// What is asked in a session, and how it stands; nothing is sent again that the reader has.
pub(super) async fn get(
    visit: Visit,
    Path(path): Path<(String, String)>,
    Query(seen): Query<Seen>,
) -> Result<Response, Failure> {
    let (client, session) = ids(path)?;
    let context = context(&visit, client, session, None).await?;
    if context.live.as_ref().is_some_and(|live| live.seen == seen.seen) {
        return Ok(StatusCode::NO_CONTENT.into_response());
    }
    Ok(shown(pages::practice::asked::page(&visit.frame(), &context)).into_response())
}

async fn context(
    visit: &Visit,
    client: ClientId,
    session: SessionId,
    came_back: Option<Typed>,
) -> Result<Asked, Failure> {
    let (case, subject) = opened(visit, client, session).await?;
    let stands = case.sessions.get(session).ok_or(Failure::NotFound)?;
    let over = stands.is_over() || stands.first_dose_at().is_some();
    let planned = gate_input::planned_mg(&case, session, visit.practice());
    let gate = gate_input::gate_now(&case, session, visit.practice(), visit.now, planned).ok();
    let names = medical::names(visit);
    let asks: Vec<One> =
        stands.asked.iter().rev().filter_map(|one| asking(visit, &names, gate.as_ref()?, one)).collect();
    let answers = !over && visit.may(client, Action::Sign, Kind::Clearance);
    let live = came_back.is_none().then(|| live(visit, client, session, &case, &names));
    Ok(Asked {
        subject,
        session: session.to_string(),
        asks,
        standing: if over { Vec::new() } else { gate.iter().flat_map(Gate::standing).cloned().collect() },
        form: answers.then(|| came_back.unwrap_or_else(medical::fresh)),
        over,
        live,
    })
}

fn asking(visit: &Visit, names: &Names, gate: &Gate, one: &Asking) -> Option<One> {
    let frame = visit.frame();
    let name = |who| names.of(frame.messages(), who);
    let found = gate.conditions().iter().find(|condition| condition.id == one.condition)?;
    // Once passed, the page says so by the answer; its reasons stay to be read.
    let condition = Condition { state: State::Fails, ..found.clone() };
    let seen = serde_json::to_string(&condition.reasons).unwrap_or_default();
    let answer = one.answer.as_ref().map(|answer: &PassAnswer| Answer {
        passed: answer.passed,
        by: name(answer.by),
        at: answer.at,
        reason: answer.reason.clone(),
    });
    Some(One {
        id: one.id.to_string(),
        condition,
        seen,
        by: name(one.by),
        of: name(Who::Staff { staff: one.of }),
        at: one.at,
        words: one.words.clone(),
        answer,
    })
}

/// What the page was drawn from: the room's own facts, and the minute.
fn live(visit: &Visit, client: ClientId, session: SessionId, case: &Case, names: &Names) -> Live {
    let stands = case.sessions.get(session);
    let asked = stands.map(|session| session.asked.as_slice()).unwrap_or_default();
    let charted = case.chart_of(session).map_or(0, journey::medicine_session::Chart::events);
    let over = stands.is_some_and(|session| session.is_over() || session.first_dose_at().is_some());
    let answers = asked.iter().filter(|one| one.answer.is_some()).count();
    let answered = asked.iter().filter_map(|one| one.answer.as_ref().map(|answer| (answer.at, answer.by)));
    let last = asked.iter().map(|one| (one.at, one.by)).chain(answered).max_by_key(|(at, _)| *at);
    let frame = visit.frame();
    let changed = last.map(|(at, by)| changed(&frame, &names.of(frame.messages(), by), at));
    Live {
        path: Route::Asked(client.to_string(), session.to_string()).path(),
        seen: format!("{}.{answers}.{charted}.{over}", asked.len()),
        changed: changed.unwrap_or_default(),
    }
}

/// Answers, once the password fits again.
pub(super) async fn post(
    visit: Visit,
    Path(path): Path<(String, String)>,
    Form(mut fields): Form<Fields>,
) -> Result<Response, Failure> {
    let (client, session) = ids(path)?;
    // Whoever may not answer is not asked for a password either.
    if !visit.may(client, Action::Sign, Kind::Clearance) {
        return Err(Failure::NotFound);
    }
    let ask = said(&fields, "ask").to_owned();
    let password = fields.remove(&format!("password-{ask}")).unwrap_or_default();
    if !is_me(&visit, &password).await? {
        return again(&visit, (client, session), fields, Refusal::PasswordMissing).await;
    }
    let case = visit.read_session(client, session).await?;
    let stands = case.sessions.get(session).ok_or(Failure::NotFound)?;
    let asked = stands.asked.iter().find(|one| one.id.to_string() == ask).ok_or(Failure::NotFound)?;
    let reason = said(&fields, "reason").to_owned();
    let act = match said(&fields, "says") {
        // What was answered by somebody else meanwhile is not answered twice.
        "pass" if asked.answer.is_some() => {
            return again(&visit, (client, session), fields, Refusal::NothingAsked).await;
        }
        "pass" => Act::OverrideGate { condition: asked.condition, reason, seen: seen_in(&fields, &ask)? },
        "decline" => Act::DeclinePass { ask: asked.id, reason },
        _ => return Err(Failure::Unreadable),
    };
    let command = journey::Command::MedicineSession(Command { session, act });
    match visit.act(client, medical::intent(&fields), command).await {
        Ok(_) => {
            let page = Route::Asked(client.to_string(), session.to_string());
            Ok(Redirect::to(&page.path()).into_response())
        }
        Err(Failure::Refused(refusal)) => again(&visit, (client, session), fields, refusal).await,
        Err(failure) => Err(failure),
    }
}

/// What stood in the way on the page that was read.
fn seen_in(fields: &Fields, ask: &str) -> Result<Option<Vec<Reason>>, Failure> {
    let written = said(fields, &format!("seen-{ask}"));
    let read = (!written.is_empty()).then(|| serde_json::from_str(written)).transpose();
    read.map_err(|_| Failure::Unreadable)
}

/// Whether the password is that of whoever is signed in; bad tries count as they do at the door.
async fn is_me(visit: &Visit, password: &str) -> Result<bool, Failure> {
    let member = visit.practice().people.get(&visit.signed_in()?.staff).ok_or(Failure::NotFound)?;
    let hash = member.password_hash.clone();
    visit.app().desk.check(&member.email, password, hash, visit.now).await
}

async fn again(
    visit: &Visit,
    (client, session): (ClientId, SessionId),
    fields: Fields,
    refusal: Refusal,
) -> Result<Response, Failure> {
    let context = context(visit, client, session, Some(medical::again(fields, refusal))).await?;
    let page = shown(pages::practice::asked::page(&visit.frame(), &context));
    Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response())
}
