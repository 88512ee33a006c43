//! What follows the medicine, for those who care for the person.

use axum::extract::Path;
use axum::response::{Html, Response};
use jiff::Timestamp;
use journey::integration::{
    CheckInId, Command, Held, Mapped, Moment, PlannedCheckIn, PracticeKind, Thread, planned, windows, zone,
};
use journey::{Case, ClientId, Refusal, SessionId};
use pages::practice::integration::{
    CheckIn, Forms, Integration, Period, Practice, Session, Stands, Which, kind_value,
};
use pages::practice::threads::thread_value;
use pages::{Place, Route};
use permit::{Action, Kind};
use serde::Deserialize;

use super::subject::subject;
use crate::chance;
use crate::door::{Visit, shown};
use crate::failure::Failure;
use crate::form::{self, Form};

/// The window, what came back, and what was chosen.
pub(super) async fn get(visit: Visit, Path(client): Path<String>) -> Result<Html<String>, Failure> {
    let client = client.parse().map_err(|_| Failure::NotFound)?;
    drawn(&visit, client, Forms::default()).await
}

/// Whoever does not hold integration reads a summary of it: that they met and when, not what was said.
async fn drawn(visit: &Visit, client: ClientId, forms: Forms) -> Result<Html<String>, Failure> {
    let subject = subject(visit, client).await?;
    let case = visit.read(client, Kind::Integration).await?;
    let may = visit.may(client, Action::Create, Kind::Integration);
    let integration = &case.integration;
    let new = || chance::command().to_string();
    let page = Integration {
        subject,
        sessions: sessions(&case, visit.now),
        stopped_at: integration.stopped_at,
        is_summary: !may,
        held: {
            let held = integration.sessions.iter().rev().cloned();
            held.map(|(at, held)| (at, if may { held } else { Held::default() })).collect()
        },
        practices: {
            let chosen = integration.practices.iter().rev();
            let words = |words: &String| if may { words.clone() } else { String::new() };
            let chosen = chosen.map(|one| Practice {
                at: one.at,
                kind: one.kind,
                words: words(&one.words),
                last: one.followed.last().copied(),
            });
            chosen.collect()
        },
        body: if may { body(&case) } else { Vec::new() },
        threads: if may { crate::my::own::written(visit, &case) } else { Vec::new() },
        forms: may.then(|| Forms {
            hold_command: new(),
            choose_command: new(),
            write_command: new(),
            ..forms
        }),
    };
    Ok(shown(pages::practice::integration::page(&visit.frame(), &page)))
}

/// What was felt, by the time it belongs to; of each place and word the newest of that time.
fn body(case: &Case) -> Vec<Period> {
    let dosed = case.sessions.dosed();
    let dosed_at = |session| {
        let found = dosed.iter().find(|(id, _)| Some(*id) == session);
        found.and_then(|(_, session)| session.last_dose_at())
    };
    let mut periods: Vec<Period> = Vec::new();
    for entry in &case.integration.body {
        let mapped = entry.mapped;
        let (moment, dosed_at) = (mapped.moment, dosed_at(mapped.session));
        let place = periods.iter().position(|one| (one.moment, one.dosed_at) == (moment, dosed_at));
        let place = place.unwrap_or_else(|| {
            periods.push(Period { moment, dosed_at, felt: Vec::new() });
            periods.len() - 1
        });
        let felt = &mut periods[place].felt;
        let same = |one: &Mapped| (one.place, one.sensation) == (mapped.place, mapped.sensation);
        match felt.iter_mut().find(|one| same(one)) {
            Some(known) => *known = mapped,
            None => felt.push(mapped),
        }
    }
    periods.sort_by_key(|one| (one.dosed_at, one.moment == Moment::After));
    periods
}

/// The newest first.
fn sessions(case: &Case, now: Timestamp) -> Vec<Session> {
    let planned = planned(case, &zone(case));
    let of = |session: SessionId| planned.iter().find(|(id, _)| *id == session).map(|(_, days)| days);
    let windows = windows(case).into_iter().rev();
    let drawn = windows.map(|(session, window)| Session {
        dosed_at: window.opened_at,
        open_until: window.open_until,
        state: window.state(now),
        check_ins: of(session).into_iter().flatten().map(|one| check_in(case, session, one, now)).collect(),
    });
    drawn.collect()
}

fn check_in(case: &Case, session: SessionId, planned: &PlannedCheckIn, now: Timestamp) -> CheckIn {
    let kept = case.integration.check_ins.get(&CheckInId { session, day: planned.day });
    let answers = kept.map(|kept| &kept.answers).into_iter().flatten();
    let answers: Vec<_> = answers.map(|(item, answer)| (*item, answer.clone())).collect();
    let put_off = kept.is_some_and(|kept| kept.put_off_at.is_some());
    let stands = if !answers.is_empty() {
        Stands::Answered
    } else if put_off {
        Stands::PutOff
    } else if now < planned.opens_at {
        Stands::ToCome
    } else if now < planned.missed_at {
        Stands::Open
    } else {
        Stands::Missed
    };
    CheckIn { day: planned.day, due_at: planned.due_at, stands, answers }
}

/// What the form of a session sends.
#[derive(Deserialize)]
pub(super) struct HeldSent {
    command: Option<String>,
    came: Option<String>,
    asks: Option<String>,
    agreed: Option<String>,
}

/// Records that a session took place.
pub(super) async fn hold(
    visit: Visit,
    Path(client): Path<String>,
    Form(sent): Form<HeldSent>,
) -> Result<Response, Failure> {
    let held = Held {
        came: form::filled(sent.came),
        asks: form::filled(sent.asks),
        agreed: form::filled(sent.agreed),
    };
    let again =
        |refusal| Forms { held: held.clone(), refusal: Some((Which::Hold, refusal)), ..Forms::default() };
    let command = Command::HoldSession(held.clone());
    done(&visit, &client, sent.command.as_deref(), command, again).await
}

/// What the form of a practice sends.
#[derive(Deserialize)]
pub(super) struct ChosenSent {
    command: Option<String>,
    kind: String,
    #[serde(default)]
    words: String,
}

/// Keeps a practice that the person chose.
pub(super) async fn choose(
    visit: Visit,
    Path(client): Path<String>,
    Form(sent): Form<ChosenSent>,
) -> Result<Response, Failure> {
    let kind = PracticeKind::ALL.into_iter().find(|kind| kind_value(*kind) == sent.kind);
    let kind = kind.ok_or(Failure::Unreadable)?;
    let again = |refusal| Forms {
        kind: sent.kind.clone(),
        words: sent.words.clone(),
        refusal: Some((Which::Choose, refusal)),
        ..Forms::default()
    };
    let command = Command::ChoosePractice { kind, words: sent.words.clone() };
    done(&visit, &client, sent.command.as_deref(), command, again).await
}

/// What the form of a thread sends.
#[derive(Deserialize)]
pub(super) struct Written {
    command: Option<String>,
    thread: String,
    #[serde(default)]
    entry: String,
}

/// Writes along a thread.
pub(super) async fn write(
    visit: Visit,
    Path(client): Path<String>,
    Form(sent): Form<Written>,
) -> Result<Response, Failure> {
    let thread = Thread::ALL.into_iter().find(|thread| thread_value(*thread) == sent.thread);
    let thread = thread.ok_or(Failure::Unreadable)?;
    let again = |refusal| Forms {
        thread: sent.thread.clone(),
        entry: sent.entry.clone(),
        refusal: Some((Which::Write, refusal)),
        ..Forms::default()
    };
    let command = Command::WriteThread { thread, words: sent.entry.clone() };
    done(&visit, &client, sent.command.as_deref(), command, again).await
}

async fn done(
    visit: &Visit,
    client: &str,
    id: Option<&str>,
    command: Command,
    again: impl FnOnce(Refusal) -> Forms,
) -> Result<Response, Failure> {
    let client: ClientId = client.parse().map_err(|_| Failure::NotFound)?;
    let done = visit.act(client, form::command(id), journey::Command::Integration(command)).await;
    form::answered(done, Route::Of(client.to_string(), Place::Integration), async |refusal| {
        drawn(visit, client, again(refusal)).await
    })
    .await
}
