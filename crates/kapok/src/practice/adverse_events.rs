//! A person's adverse events: reported by hand, followed up, and closed.

use std::collections::BTreeSet;

use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};
use jiff::Timestamp;
use jiff::civil::{Date, Time};
use journey::medicine_session::adverse_event::{
    End, FollowUp, Outcome, Outside, Relatedness, Report, Seriousness,
};
use journey::medicine_session::{Act, Command};
use journey::task;
use journey::{Case, ClientId, EventId, Refusal, SessionId};
use pages::practice::adverse_events::{AdverseEvents, Known};
use pages::practice::medical::Typed;
use pages::{Place, Route};
use permit::{Action, Kind};

use super::medical::{self, Fields, again, fresh, intent, names, said};
use super::subject::subject;
use crate::door::{Visit, shown};
use crate::failure::Failure;
use crate::form::{self, Form};

/// A form of the page.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Which {
    FollowUp,
    Report,
}

/// The adverse events as they stand.
pub(super) async fn get(visit: Visit, Path(client): Path<String>) -> Result<Html<String>, Failure> {
    drawn(&visit, medical::client(&client)?, None).await
}

async fn drawn(
    visit: &Visit,
    client: ClientId,
    came_back: Option<(Which, Typed)>,
) -> Result<Html<String>, Failure> {
    let record = visit.read(client, Kind::AdverseEvent).await?;
    let sessions = record.sessions.in_order();
    let began = |session: &journey::medicine_session::Session| session.opened_at.or(session.first_dose_at());
    let sessions = sessions.into_iter().rev().filter_map(|(id, session)| Some((id, began(session)?)));
    let sessions: Vec<(SessionId, Timestamp)> = sessions.collect();
    let typed = |which| came_back.iter().find(|(back, _)| *back == which).map(|(_, typed)| typed.clone());
    let reports = !sessions.is_empty() && visit.may(client, Action::Create, Kind::AdverseEvent);
    let follows = visit.may(client, Action::Amend, Kind::AdverseEvent);
    let told = |task: &task::Task| task.kind == task::Kind::UrinarySymptom;
    let context = AdverseEvents {
        subject: subject(visit, client).await?,
        names: names(visit),
        events: known(visit, &record),
        sessions,
        told_in_check_in: record.tasks.open().any(told),
        follow_up: follows.then(|| typed(Which::FollowUp).unwrap_or_else(fresh)),
        report: reports.then(|| typed(Which::Report).unwrap_or_else(fresh)),
    };
    Ok(shown(pages::practice::adverse_events::page(&visit.frame(), &context)))
}

fn known(visit: &Visit, record: &Case) -> Vec<Known> {
    let protocol = visit.practice().protocol_in_force(visit.now).map(|signed| &signed.protocol);
    let known =
        |(session, event): (SessionId, &journey::medicine_session::adverse_event::AdverseEvent)| Known {
            session,
            event: event.clone(),
            grave: event.holds_next_dose(protocol),
            review: record.sessions.get(session).and_then(|one| one.review_of(event.id)).cloned(),
        };
    record.sessions.adverse_events().into_iter().map(known).collect()
}

/// Reports something that showed after a session.
pub(super) async fn report(
    visit: Visit,
    Path(client): Path<String>,
    Form(fields): Form<Fields>,
) -> Result<Response, Failure> {
    let client = medical::client(&client)?;
    let session = session(&fields)?;
    let Some(began) = began(&visit, &fields) else {
        let typed = medical::unreadable(fields, "day");
        return shown_again(&visit, client, Which::Report, typed).await;
    };
    let text = |name: &str| form::filled(fields.get(name).cloned());
    let report = Report {
        term: said(&fields, "term").to_owned(),
        words: text("words"),
        grade: said(&fields, "grade").parse().map_err(|_| Failure::Unreadable)?,
        action: text("action"),
        onset_at: Some(began),
        relatedness: Relatedness::ALL.into_iter().find(|one| one.code() == said(&fields, "relatedness")),
        ..Report::default()
    };
    let id = intent(&fields);
    let command = Command { session, act: Act::ReportAdverseEvent(report) };
    done(&visit, client, Which::Report, fields, id, command).await
}

/// Writes of an event afterwards; it may close it.
pub(super) async fn follow_up(
    visit: Visit,
    Path(client): Path<String>,
    Form(fields): Form<Fields>,
) -> Result<Response, Failure> {
    let client = medical::client(&client)?;
    let session = session(&fields)?;
    let event: EventId = said(&fields, "event").parse().map_err(|_| Failure::Unreadable)?;
    let id = form::command_in(fields.get("command").map(String::as_str), &event.to_string());
    match written(&visit, &fields) {
        Ok(follow_up) => {
            let command = Command { session, act: Act::FollowUpAdverseEvent { event, follow_up } };
            done(&visit, client, Which::FollowUp, fields, id, command).await
        }
        Err(refusal) => shown_again(&visit, client, Which::FollowUp, again(fields, refusal)).await,
    }
}

fn session(fields: &Fields) -> Result<SessionId, Failure> {
    said(fields, "session").parse().map_err(|_| Failure::Unreadable)
}

/// When it began, where only the day is asked: its start, or now where that is today.
fn began(visit: &Visit, fields: &Fields) -> Option<Timestamp> {
    let start = medical::day(fields, "day")?.to_zoned(visit.practice().time_zone()).ok()?;
    let today = visit.practice().date_at(visit.now) == start.date();
    Some(if today { visit.now } else { start.timestamp() })
}

/// What the form of one event says.
fn written(visit: &Visit, fields: &Fields) -> Result<FollowUp, Refusal> {
    Ok(FollowUp {
        words: form::filled(fields.get("words").cloned()),
        serious: serious(fields),
        outside: outside(fields)?,
        end: end(visit, fields)?,
    })
}

/// What makes it serious; nothing at all was said where no box is ticked.
fn serious(fields: &Fields) -> Option<BTreeSet<Seriousness>> {
    let ticked = |code: &str| said(fields, &format!("serious-{code}")) == "yes";
    let criteria: BTreeSet<Seriousness> =
        Seriousness::ALL.into_iter().filter(|one| ticked(one.code())).collect();
    (!criteria.is_empty() || ticked("none")).then_some(criteria)
}

fn outside(fields: &Fields) -> Result<Option<Outside>, Refusal> {
    Ok(match said(fields, "outside") {
        "yes" => {
            let on = medical::day(fields, "told_on").ok_or(Refusal::TimeUnreadable)?;
            Some(Outside::Yes { whom: said(fields, "whom").to_owned(), on })
        }
        "no" => Some(Outside::No { because: said(fields, "because").to_owned() }),
        _ => None,
    })
}

fn end(visit: &Visit, fields: &Fields) -> Result<Option<End>, Refusal> {
    let outcome = Outcome::ALL.into_iter().find(|one| one.code() == said(fields, "outcome"));
    let Some(outcome) = outcome else { return Ok(None) };
    let resolved_at = match (said(fields, "day"), said(fields, "time")) {
        ("", "") => None,
        (day, time) => Some(instant(visit, day, time)?),
    };
    Ok(Some(End { outcome, resolved_at }))
}

/// The instant that was typed, in the practice's zone.
fn instant(visit: &Visit, day: &str, time: &str) -> Result<Timestamp, Refusal> {
    let day: Date = day.parse().map_err(|_| Refusal::TimeUnreadable)?;
    let time: Time = time.parse().map_err(|_| Refusal::TimeUnreadable)?;
    let zoned = day.to_datetime(time).to_zoned(visit.practice().time_zone());
    zoned.map(|zoned| zoned.timestamp()).map_err(|_| Refusal::TimeUnreadable)
}

async fn done(
    visit: &Visit,
    client: ClientId,
    which: Which,
    fields: Fields,
    id: journey::CommandId,
    command: Command,
) -> Result<Response, Failure> {
    let done = visit.act(client, id, journey::Command::MedicineSession(command)).await;
    form::answered(done, Route::Of(client.to_string(), Place::AdverseEvents), async |refusal| {
        drawn(visit, client, Some((which, again(fields, refusal)))).await
    })
    .await
}

async fn shown_again(
    visit: &Visit,
    client: ClientId,
    which: Which,
    typed: Typed,
) -> Result<Response, Failure> {
    Ok((StatusCode::UNPROCESSABLE_ENTITY, drawn(visit, client, Some((which, typed))).await?).into_response())
}
