//! A person's scales: their courses, what is asked for, and what a person says of risk and of worse scores.

use std::collections::HashMap;

use axum::extract::{Path, Query};
use axum::response::{Html, IntoResponse, Redirect, Response};
use journey::protocol::Protocol;
use journey::scale::{
    Assessment, Command, Deterioration, DeteriorationReview, Finding, Occasion, RiskLevel, SCALES, proposed,
    scale, unreviewed,
};
use journey::{Case, ClientId, Refusal, Who};
use pages::practice::measures::{
    AskForm, Asked, Assessed, Measures, Opened, ReviewForm, Reviewed, RiskForm, Worse,
};
use pages::{Place, Route};
use permit::{Action, Kind};
use serde::Deserialize;

use super::subject::subject;
use crate::chance;
use crate::door::{Visit, shown};
use crate::failure::Failure;
use crate::form::{self, Form};

pub(crate) mod courses;

/// Which filling is opened.
#[derive(Deserialize)]
pub(super) struct Which {
    open: Option<usize>,
}

/// What came back with its reason.
#[derive(Default)]
struct CameBack {
    risk: RiskForm,
    review: ReviewForm,
}

/// Courses, what waits, and the answers of one filling where they are asked for.
pub(super) async fn get(
    visit: Visit,
    Path(client): Path<String>,
    Query(which): Query<Which>,
) -> Result<Html<String>, Failure> {
    let client = client.parse().map_err(|_| Failure::NotFound)?;
    drawn(&visit, client, which.open, CameBack::default()).await
}

async fn drawn(
    visit: &Visit,
    client: ClientId,
    open: Option<usize>,
    back: CameBack,
) -> Result<Html<String>, Failure> {
    let subject = subject(visit, client).await?;
    let case = visit.read(client, Kind::Scale).await?;
    let signed = visit.practice().protocol_in_force(visit.now);
    let protocol = signed.map(|signed| &signed.protocol);
    let risk = &case.scales.risk;
    let may_assess = visit.may(client, Action::Create, Kind::Task);
    let may_review = visit.may(client, Action::Sign, Kind::Clearance);
    let command = || chance::command().to_string();
    let measures = Measures {
        subject,
        courses: courses::courses(&case, visit.now, &visit.frame().zone, |who| named(visit, who)),
        opened: open.and_then(|place| opened(&case, place)),
        waits: waits(&case),
        due: protocol.map(|protocol| due(&case, protocol, visit)).unwrap_or_default(),
        ask: may_assess.then(|| ask_form(&case, protocol)),
        worse: protocol.map(|protocol| worse(&case, protocol)).unwrap_or_default(),
        review: may_review.then(|| ReviewForm { command: command(), ..back.review }),
        reviews: case.scales.reviews.iter().rev().map(|one| reviewed(visit, one)).collect(),
        open: risk.open.iter().map(|sign| (sign.source.clone(), sign.at, sign.arrived_at)).collect(),
        assessments: risk.assessments.iter().rev().map(|one| assessed(visit, one)).collect(),
        form: may_assess.then(|| RiskForm { command: command(), ..back.risk }),
    };
    Ok(shown(pages::practice::measures::page(&visit.frame(), &measures)))
}

fn named(visit: &Visit, who: Who) -> Option<String> {
    match who {
        Who::Staff { staff } => visit.practice().people.get(&staff).map(|member| member.name.clone()),
        Who::Client | Who::Public | Who::System => None,
    }
}

fn assessed(visit: &Visit, one: &Assessment) -> Assessed {
    let words = one.finding.words.clone();
    Assessed { by: named(visit, one.by), at: one.at, words, level: one.finding.level }
}

fn reviewed(visit: &Visit, one: &DeteriorationReview) -> Reviewed {
    Reviewed { by: named(visit, one.by), at: one.at, words: one.words.clone() }
}

fn opened(case: &Case, place: usize) -> Option<Opened> {
    let filling = case.scales.fillings.get(place)?;
    let scale = scale(&filling.scale)?;
    Some(Opened { scale, at: filling.at, answers: filling.answers.clone() })
}

fn waits(case: &Case) -> Vec<Asked> {
    let asked = case.scales.requests.iter();
    asked
        .filter_map(|one| Some(Asked { scale: scale(&one.scale)?, occasion: one.occasion, at: Some(one.at) }))
        .collect()
}

fn due(case: &Case, protocol: &Protocol, visit: &Visit) -> Vec<Asked> {
    let proposed = proposed(case, protocol, visit.now).into_iter();
    proposed.map(|one| Asked { scale: one.scale, occasion: one.occasion, at: None }).collect()
}

fn ask_form(case: &Case, protocol: Option<&Protocol>) -> AskForm {
    let months =
        protocol.map(|protocol| protocol.check_ins.follow_up_months.value.clone()).unwrap_or_default();
    AskForm {
        command: chance::command().to_string(),
        after_session_day: after_session(case, protocol).map(|(_, day)| day),
        follow_up_months: months.into_iter().filter_map(|months| u16::try_from(months).ok()).collect(),
    }
}

/// The latest session with a dose, and the client's day after it on which scales are asked.
fn after_session(case: &Case, protocol: Option<&Protocol>) -> Option<(journey::SessionId, u16)> {
    let (session, _) = case.sessions.dosed().pop()?;
    let figures = protocol?.questionnaires.as_ref()?;
    Some((session, u16::try_from(figures.after_session_day.value).ok()?))
}

fn worse(case: &Case, protocol: &Protocol) -> Vec<Worse> {
    let figures = protocol.figures();
    let one = |found: Deterioration| {
        let path = format!("deterioration.{}_points", found.scale.replace('-', ""));
        let figure = figures.iter().find(|figure| figure.path == path)?;
        let source = if figure.certainty.needs_a_yes() { "" } else { figure.source };
        Some(Worse {
            scale: scale(found.scale)?.name,
            against: found.against,
            from: found.from,
            to: found.to,
            line: figure.value.clone(),
            source: source.to_owned(),
            reliable_from: (!found.is_reliable()).then(|| found.reliable.last_inside() + 1),
        })
    };
    unreviewed(case, protocol).into_iter().filter_map(one).collect()
}

fn measures(client: ClientId) -> Route {
    Route::Of(client.to_string(), Place::Measures)
}

/// Asks for every scale that was chosen; one that waits already stays as it is.
pub(super) async fn ask(
    visit: Visit,
    Path(client): Path<String>,
    Form(sent): Form<HashMap<String, String>>,
) -> Result<Response, Failure> {
    let client: ClientId = client.parse().map_err(|_| Failure::NotFound)?;
    let case = visit.read(client, Kind::Scale).await?;
    let occasion = occasion(&visit, &case, sent.get("occasion").map_or("", String::as_str))?;
    let chosen = SCALES.into_iter().filter(|scale| sent.contains_key(&format!("ask-{}", scale.id)));
    let mut id = form::command(sent.get("command").map(String::as_str));
    for scale in chosen {
        let command = Command::Request { scale: scale.id.to_owned(), occasion };
        match visit.act(client, id, journey::Command::Scale(command)).await {
            Ok(_) | Err(Failure::Refused(Refusal::NothingNew)) => {}
            Err(failure) => return Err(failure),
        }
        id = chance::command();
    }
    Ok(Redirect::to(&measures(client).path()).into_response())
}

fn occasion(visit: &Visit, case: &Case, name: &str) -> Result<Occasion, Failure> {
    let signed = visit.practice().protocol_in_force(visit.now);
    Ok(match name {
        "baseline" => Occasion::Baseline,
        "review" => Occasion::Review,
        "after" => {
            let after = after_session(case, signed.map(|signed| &signed.protocol));
            let (session, day) = after.ok_or(Failure::Unreadable)?;
            Occasion::AfterSession { session, day }
        }
        _ => {
            let months = name.strip_prefix("months-").and_then(|months| months.parse().ok());
            Occasion::FollowUp { months: months.ok_or(Failure::Unreadable)? }
        }
    })
}

/// Which scale is no longer asked for.
#[derive(Deserialize)]
pub(super) struct Withdrawn {
    scale: String,
}

/// Takes back what was asked; what was answered meanwhile stays.
pub(super) async fn withdraw(
    visit: Visit,
    Path(client): Path<String>,
    Form(Withdrawn { scale }): Form<Withdrawn>,
) -> Result<Response, Failure> {
    let client: ClientId = client.parse().map_err(|_| Failure::NotFound)?;
    let command = journey::Command::Scale(Command::WithdrawRequest { scale });
    match visit.act(client, chance::command(), command).await {
        Ok(_) | Err(Failure::Refused(Refusal::NoSuchScale)) => {
            Ok(Redirect::to(&measures(client).path()).into_response())
        }
        Err(failure) => Err(failure),
    }
}

/// What a prescriber saw in scores that got worse.
#[derive(Deserialize)]
pub(super) struct Seen {
    command: Option<String>,
    #[serde(default)]
    words: String,
}

/// Keeps a prescriber's look, under their name.
pub(super) async fn review(
    visit: Visit,
    Path(client): Path<String>,
    Form(sent): Form<Seen>,
) -> Result<Response, Failure> {
    let client: ClientId = client.parse().map_err(|_| Failure::NotFound)?;
    let command = journey::Command::Scale(Command::ReviewDeterioration { words: sent.words.clone() });
    let done = visit.act(client, form::command(sent.command.as_deref()), command).await;
    form::answered(done, measures(client), async |refusal| {
        let review = ReviewForm { words: sent.words, refusal: Some(refusal), ..ReviewForm::default() };
        drawn(&visit, client, None, CameBack { review, ..CameBack::default() }).await
    })
    .await
}

/// What was found of a risk.
#[derive(Deserialize)]
pub(super) struct Found {
    command: Option<String>,
    #[serde(default)]
    words: String,
    level: String,
}

/// Keeps what a person found, under their name.
pub(super) async fn assess(
    visit: Visit,
    Path(client): Path<String>,
    Form(sent): Form<Found>,
) -> Result<Response, Failure> {
    let client: ClientId = client.parse().map_err(|_| Failure::NotFound)?;
    let level = match sent.level.as_str() {
        "usual" => RiskLevel::Usual,
        "raised" => RiskLevel::Raised,
        "acute" => RiskLevel::Acute,
        _ => return Err(Failure::Unreadable),
    };
    let command = Command::AssessRisk { finding: Finding { words: sent.words.clone(), level } };
    let id = form::command(sent.command.as_deref());
    let done = visit.act(client, id, journey::Command::Scale(command)).await;
    form::answered(done, measures(client), async |refusal| {
        let risk =
            RiskForm { words: sent.words, level: sent.level, refusal: Some(refusal), ..RiskForm::default() };
        drawn(&visit, client, None, CameBack { risk, ..CameBack::default() }).await
    })
    .await
}
