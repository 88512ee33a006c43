//! A check-in, one question at a time; whoever holds its link writes answers and reads none.

use axum::extract::State;
use axum::http::header::SET_COOKIE;
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use jiff::Timestamp;
use journey::integration::{
    Answer, CheckInId, Command, Item, PlannedCheckIn, YesOrNo, asked_on, planned, zone,
};
use journey::link::Purpose;
use journey::{Case, ClientId, CommandId, Practice, Refusal};
use pages::my::check_in::{CheckIn, Question};
use pages::{Mine, Route};
use permit::Kind;
use serde::Deserialize;

use super::{frame, name, readers};
use crate::app::{App, Transport};
use crate::chance;
use crate::door::{self, Visit};
use crate::failure::Failure;
use crate::form::{self, Form};

/// A check-in that can be answered now.
struct Asked {
    client: ClientId,
    check_in: CheckInId,
    until: Timestamp,
    /// What is asked on this day, in order.
    items: Vec<Item>,
    /// Questions that were answered before, where the holder may know.
    answered: usize,
}

/// What a page says of people: nothing by a check-in's own link.
#[derive(Default)]
struct Around {
    name: Option<String>,
    readers: Vec<String>,
}

/// The one the link names; from the client's own pages, the one that is open, or what to say instead.
async fn asked(visit: &Visit) -> Result<(Around, Result<Asked, CheckIn>), Failure> {
    let holder = visit.holder()?;
    let client = holder.client;
    match holder.purpose {
        Purpose::CheckIn(check_in) => {
            let items = items(visit.practice(), check_in);
            let asked = Asked { client, check_in, until: holder.until, items, answered: 0 };
            Ok((Around::default(), Ok(asked)))
        }
        Purpose::Home => {
            let case = visit.read(client, Kind::Scale).await?;
            let around = Around { name: name(visit).await?, readers: readers(visit, &case) };
            let asked = open_now(&case, visit.now).map(|(check_in, planned)| Asked {
                client,
                check_in,
                until: planned.missed_at,
                items: items(visit.practice(), check_in),
                answered: answered(&case, visit.practice(), check_in),
            });
            let nothing = || CheckIn::Nothing { opens_at: opens_next(&case, visit.now) };
            Ok((around, asked.ok_or_else(nothing)))
        }
        Purpose::Consent | Purpose::Intake => Err(Failure::NotFound),
    }
}

/// What is asked on the day of a check-in, under the newest protocol; whoever holds a link reads no record.
pub(super) fn items(practice: &Practice, check_in: CheckInId) -> Vec<Item> {
    let newest = practice.protocols.last();
    asked_on(check_in.day, newest.map(|signed| &signed.protocol.check_ins))
}

/// The check-in whose time it is.
pub(super) fn open_now(case: &Case, now: Timestamp) -> Option<(CheckInId, PlannedCheckIn)> {
    all(case).into_iter().rev().find(|(_, one)| one.opens_at <= now && now < one.missed_at)
}

/// When the next check-in opens.
pub(super) fn opens_next(case: &Case, now: Timestamp) -> Option<Timestamp> {
    all(case).into_iter().map(|(_, one)| one.opens_at).filter(|at| *at > now).min()
}

fn all(case: &Case) -> Vec<(CheckInId, PlannedCheckIn)> {
    let sessions = planned(case, &zone(case)).into_iter();
    let named = |(session, days): (_, Vec<PlannedCheckIn>)| {
        days.into_iter().map(move |one| (CheckInId { session, day: one.day }, one))
    };
    sessions.flat_map(named).collect()
}

/// How many of the first questions have an answer: where to go on.
pub(super) fn answered(case: &Case, practice: &Practice, check_in: CheckInId) -> usize {
    let Some(kept) = case.integration.check_ins.get(&check_in) else { return 0 };
    items(practice, check_in).iter().take_while(|item| kept.answers.contains_key(item)).count()
}

/// The question that comes next.
pub(super) async fn get(visit: Visit, headers: HeaderMap) -> Result<Response, Failure> {
    let (around, asked) = asked(&visit).await?;
    let asked = match asked {
        Ok(asked) => asked,
        Err(nothing) => return Ok(drawn(&visit, &around, StatusCode::OK, &nothing)),
    };
    let progress = Progress::read(visit.app(), &headers, &asked);
    let page = match question(&asked, progress.next) {
        Some(question) => CheckIn::Asks(question),
        None => CheckIn::Done { kept: progress.kept() },
    };
    Ok(drawn(&visit, &around, StatusCode::OK, &page))
}

/// The question at a place, and those after it: a phone without signal goes on by itself.
fn question(asked: &Asked, place: usize) -> Option<Question> {
    let mut each = asked.items.iter().skip(place).map(|item| (*item, chance::command().to_string()));
    let (item, command) = each.next()?;
    Some(Question {
        item,
        command,
        check_in: named(asked.check_in),
        here: place + 1,
        of: asked.items.len(),
        after: each.collect(),
        typed: String::new(),
        which: String::new(),
        refusal: None,
    })
}

fn drawn(visit: &Visit, around: &Around, status: StatusCode, page: &CheckIn) -> Response {
    let frame = frame(visit, around.name.as_deref());
    door::page(status, pages::my::check_in::page(&frame, &around.readers, page))
}

/// What the page sends: a question with its answer, or a way out.
#[derive(Deserialize)]
pub(super) struct Sent {
    command: Option<String>,
    /// The check-in that the page asked for; one kept on a phone may arrive days later.
    #[serde(default)]
    check_in: String,
    #[serde(default)]
    question: usize,
    #[serde(default)]
    answer: String,
    /// Which medicine was changed, beside the answer.
    #[serde(default)]
    which: String,
    #[serde(default)]
    way: String,
    /// When it was said, where it waited without signal.
    #[serde(default)]
    said_at: String,
}

impl Sent {
    fn is_of(&self, open: CheckInId) -> bool {
        self.check_in.is_empty() || self.check_in == named(open)
    }
}

/// Keeps one answer, or takes one of the ways out.
pub(super) async fn post(
    State(app): State<App>,
    visit: Visit,
    headers: HeaderMap,
    Form(sent): Form<Sent>,
) -> Result<Response, Failure> {
    let (around, asked) = asked(&visit).await?;
    let asked = match asked {
        Ok(asked) if sent.is_of(asked.check_in) => asked,
        Err(_) if sent.check_in.is_empty() => return Ok(next()),
        // Never into another day's answers.
        Ok(_) => {
            return Ok(drawn(&visit, &around, StatusCode::CONFLICT, &CheckIn::Nothing { opens_at: None }));
        }
        Err(nothing) => return Ok(drawn(&visit, &around, StatusCode::CONFLICT, &nothing)),
    };
    let id = form::command(sent.command.as_deref());
    let progress = Progress::read(&app, &headers, &asked);
    match sent.way.as_str() {
        "back" => {
            let back = Progress { next: sent.question.saturating_sub(2), ..progress };
            Ok(([(SET_COOKIE, back.cookie(&app, &asked))], next()).into_response())
        }
        "not-now" => {
            act(&visit, asked.client, id, Command::PutOffCheckIn(asked.check_in)).await?;
            let page = CheckIn::PutOff { until: asked.until };
            Ok(drawn(&visit, &around, StatusCode::OK, &page))
        }
        "stop" => stopped(&visit, &around, asked.client, id).await,
        "resume" => {
            act(&visit, asked.client, id, Command::ResumeCheckIns).await?;
            Ok(next())
        }
        _ => answer(&visit, &around, &asked, progress, id, sent).await,
    }
}

fn next() -> Response {
    Redirect::to(&Route::Mine(Mine::CheckIn).path()).into_response()
}

async fn act(visit: &Visit, client: ClientId, id: CommandId, command: Command) -> Result<(), Failure> {
    visit.act(client, id, journey::Command::Integration(command)).await.map(|_| ())
}

/// Whoever asks twice for an end has it.
async fn stopped(
    visit: &Visit,
    around: &Around,
    client: ClientId,
    id: CommandId,
) -> Result<Response, Failure> {
    match act(visit, client, id, Command::StopCheckIns).await {
        Ok(()) | Err(Failure::Refused(Refusal::NothingNew)) => {
            let page = CheckIn::Stopped { command: chance::command().to_string() };
            Ok(drawn(visit, around, StatusCode::OK, &page))
        }
        Err(failure) => Err(failure),
    }
}

async fn answer(
    visit: &Visit,
    around: &Around,
    asked: &Asked,
    progress: Progress,
    id: CommandId,
    sent: Sent,
) -> Result<Response, Failure> {
    let place = sent.question.checked_sub(1).ok_or(Failure::Unreadable)?;
    let item = *asked.items.get(place).ok_or(Failure::Unreadable)?;
    let skips = sent.way == "skip";
    let answer = if skips { Some(Answer::Skipped) } else { read(item, &sent) };
    let asks_for_help = answer == Some(Answer::YesOrNo { says: YesOrNo::Yes }) && item == Item::HarmThoughts;
    let done = match answer {
        Some(answer) => {
            let command = Command::AnswerCheckIn { check_in: asked.check_in, item, answer };
            let command = journey::Command::Integration(command);
            visit.act_said(asked.client, id, &sent.said_at, command).await.map(|_| ())
        }
        None => Err(Failure::Refused(Refusal::AnswerInvalid)),
    };
    match done {
        Ok(()) => {
            let cookie = progress.after(place, skips).cookie(visit.app(), asked);
            let help = || drawn(visit, around, StatusCode::OK, &CheckIn::HelpNow);
            let page = if asks_for_help { help() } else { next() };
            Ok(([(SET_COOKIE, cookie)], page).into_response())
        }
        Err(Failure::Refused(refusal)) => {
            let question = question(asked, place).ok_or(Failure::Unreadable)?;
            let (typed, which, refusal) = (sent.answer, sent.which, Some(refusal));
            let page = CheckIn::Asks(Question { typed, which, refusal, ..question });
            Ok(drawn(visit, around, StatusCode::UNPROCESSABLE_ENTITY, &page))
        }
        Err(failure) => Err(failure),
    }
}

/// Reads what was sent as an answer to this question; the rules hold its limits.
fn read(item: Item, typed: &Sent) -> Option<Answer> {
    let sent = typed.answer.trim();
    match item {
        Item::SleepHours => sent.parse().ok().map(|hours| Answer::Hours { hours }),
        Item::Mood | Item::Energy | Item::Pain | Item::Anxiety => {
            sent.parse().ok().map(|rating| Answer::Rating { rating })
        }
        Item::UrinarySymptom | Item::Craving | Item::HarmThoughts => {
            yes_or_no(sent).map(|says| Answer::YesOrNo { says })
        }
        Item::MedicineChanged => {
            let which = form::filled(Some(typed.which.clone()));
            yes_or_no(sent).map(|says| Answer::Changed { says, which })
        }
        Item::RelationToBody | Item::Words => Some(Answer::Words { words: sent.to_owned() }),
    }
}

fn yes_or_no(sent: &str) -> Option<YesOrNo> {
    match sent {
        "yes" => Some(YesOrNo::Yes),
        "no" => Some(YesOrNo::No),
        _ => None,
    }
}

/// How far this browser has come: places only, in a cookie, since the link reads no answer.
#[derive(Clone, Copy, Default)]
struct Progress {
    next: usize,
    kept: u16,
}

impl Progress {
    fn read(app: &App, headers: &HeaderMap, asked: &Asked) -> Self {
        let from_record = Self { next: asked.answered, kept: 0 };
        let cookie = door::cookie(headers, cookie_name(app.transport));
        let parts = cookie.and_then(|text| text.strip_prefix(&named(asked.check_in))?.strip_prefix('.'));
        let read = |parts: &str| {
            let (next, kept) = parts.split_once('.')?;
            Some(Self { next: next.parse().ok()?, kept: kept.parse().ok()? })
        };
        parts.and_then(read).unwrap_or(from_record)
    }

    fn after(self, place: usize, skips: bool) -> Self {
        let bit = 1u16.checked_shl(u32::try_from(place).unwrap_or(u32::MAX)).unwrap_or(0);
        let kept = if skips { self.kept & !bit } else { self.kept | bit };
        Self { next: place + 1, kept }
    }

    fn kept(self) -> usize {
        usize::try_from(self.kept.count_ones()).unwrap_or_default()
    }

    fn cookie(self, app: &App, asked: &Asked) -> HeaderValue {
        let value = format!("{}.{}.{}", named(asked.check_in), self.next, self.kept);
        door::set_cookie(app.transport, cookie_name(app.transport), &value, None)
    }
}

fn named(check_in: CheckInId) -> String {
    format!("{}.{}", check_in.session, check_in.day)
}

fn cookie_name(transport: Transport) -> &'static str {
    match transport {
        Transport::Tls => "__Host-kapok-check-in",
        Transport::Loopback => "kapok-check-in",
    }
}
