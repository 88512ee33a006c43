//! A person's scales, and the assessment of an answer that showed a risk.

use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use jiff::Timestamp;
use journey::scale::{Assessment, Command, Filling, Finding, RiskLevel, Scale, scale};
use journey::{Case, ClientId, Refusal, Who};
use pages::practice::measures::{Assessed, Measures, RiskForm, Row};
use pages::{Place, Route};
use permit::{Action, Kind};
use serde::Deserialize;

use super::subject::subject;
use crate::chance;
use crate::door::{Visit, shown};
use crate::failure::Failure;
use crate::form::{self, Form};

/// Scales and doses in the order of time.
pub(super) async fn get(visit: Visit, Path(client): Path<String>) -> Result<Html<String>, Failure> {
    let client = client.parse().map_err(|_| Failure::NotFound)?;
    drawn(&visit, client, RiskForm::default()).await
}

async fn drawn(visit: &Visit, client: ClientId, form: RiskForm) -> Result<Html<String>, Failure> {
    let subject = subject(visit, client).await?;
    let case = visit.read(client, Kind::Scale).await?;
    let risk = &case.scales.risk;
    let may = visit.may(client, Action::Create, Kind::Task);
    let measures = Measures {
        subject,
        rows: rows(&case),
        open: risk.open.iter().map(|sign| (sign.source.clone(), sign.at)).collect(),
        assessments: risk.assessments.iter().rev().map(|one| assessed(visit, one)).collect(),
        form: may.then(|| RiskForm { command: chance::command().to_string(), ..form }),
    };
    Ok(shown(pages::practice::measures::page(&visit.frame(), &measures)))
}

fn assessed(visit: &Visit, one: &Assessment) -> Assessed {
    let by = match one.by {
        Who::Staff { staff } => visit.practice().people.get(&staff).map(|member| member.name.clone()),
        Who::Client | Who::Public | Who::System => None,
    };
    Assessed { by, at: one.at, words: one.finding.words.clone(), level: one.finding.level }
}

/// The newest first; a change is held against the filling of the same scale before it.
fn rows(case: &Case) -> Vec<Row> {
    let mut rows: Vec<(Timestamp, Row)> = Vec::new();
    for (place, filling) in case.scales.fillings.iter().enumerate() {
        let before = case.scales.fillings.iter().take(place).rev();
        let before = before.filter(|one| one.scale == filling.scale).find_map(|one| one.score);
        if let Some(scale) = scale(&filling.scale) {
            rows.push((filling.at, filled(scale, filling, before)));
        }
    }
    for (_, session) in case.sessions.dosed() {
        if let Some(at) = session.last_dose_at() {
            rows.push((at, Row::Dosed { at, total_mg: session.total_mg() }));
        }
    }
    rows.sort_by_key(|(at, _)| std::cmp::Reverse(*at));
    rows.into_iter().map(|(_, row)| row).collect()
}

fn filled(scale: &'static Scale, filling: &Filling, before: Option<journey::scale::Score>) -> Row {
    let change = filling.score.zip(before).map(|(score, before)| score.points - before.points);
    Row::Filled {
        at: filling.at,
        scale: scale.name,
        score: filling.score.map(|score| (score.points, scale.range.1)),
        band: filling.score.and_then(|score| scale.band(score)).map(|band| band.name),
        occasion: filling.occasion,
        change,
    }
}

/// What the page sends.
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
    match visit.act(client, id, journey::Command::Scale(command)).await {
        Ok(_) => {
            let route = Route::Of(client.to_string(), Place::Measures);
            Ok(Redirect::to(&route.path()).into_response())
        }
        Err(Failure::Refused(refusal)) => shown_again(&visit, client, sent, refusal).await,
        Err(failure) => Err(failure),
    }
}

async fn shown_again(
    visit: &Visit,
    client: ClientId,
    sent: Found,
    refusal: Refusal,
) -> Result<Response, Failure> {
    let form =
        RiskForm { words: sent.words, level: sent.level, refusal: Some(refusal), ..RiskForm::default() };
    Ok((StatusCode::UNPROCESSABLE_ENTITY, drawn(visit, client, form).await?).into_response())
}
