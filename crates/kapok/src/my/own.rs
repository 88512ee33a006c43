//! What is the client's own to say: what they ask, their pace, threads, and what they practise.

use std::collections::HashMap;

use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use jiff::{SignedDuration, Timestamp};
use journey::integration::{Follow, PracticeKind, Thread, ThreadEntry};
use journey::{Case, Command, Refusal, Who, consultation, integration};
use pages::my::own::{self as page, Own, Page, Practice, WEEKS, follow_value};
use pages::practice::integration::kind_value;
use pages::practice::threads::{Entry, thread_value};
use pages::{Mine, Route};
use permit::Kind;

use super::{at_home, frame, name, readers};
use crate::chance;
use crate::door::{self, Visit};
use crate::failure::Failure;
use crate::form::{self, Form};

type Sent = HashMap<String, String>;

/// What they ask, and their pace.
pub(super) async fn questions(visit: Visit) -> Result<Response, Failure> {
    drawn(&visit, Mine::Questions, None).await
}

/// Threads that run through the work.
pub(super) async fn threads(visit: Visit) -> Result<Response, Failure> {
    drawn(&visit, Mine::Threads, None).await
}

/// What they practise.
pub(super) async fn practices(visit: Visit) -> Result<Response, Failure> {
    drawn(&visit, Mine::Practices, None).await
}

async fn drawn(visit: &Visit, mine: Mine, back: Option<(&Sent, Refusal)>) -> Result<Response, Failure> {
    let kind = if mine == Mine::Questions { Kind::Enquiry } else { Kind::Integration };
    let case = visit.read(at_home(visit)?, kind).await?;
    let page = match mine {
        Mine::Threads => Page::Threads(written(visit, &case)),
        Mine::Practices => Page::Practices(chosen(&case)),
        _ => asked(&case),
    };
    let status = if back.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let (sent, refusal) = back.unzip();
    let typed = |name| sent.map(|sent| said(sent, name).to_owned()).unwrap_or_default();
    let (typed, chosen) = (typed("words"), typed("chosen"));
    let own = Own { page, command: chance::command().to_string(), typed, chosen, refusal };
    let name = name(visit).await?;
    Ok(door::page(status, page::page(&frame(visit, name.as_deref()), &readers(visit, &case), &own)))
}

fn asked(case: &Case) -> Page {
    let questions = case.consultation.questions.iter().rev();
    let questions = questions.map(|one| (one.question.clone(), one.asked_at, one.answer.clone()));
    let not_yet = case.consultation.not_yet.as_ref().map(|not_yet| not_yet.ask_again_at);
    Page::Questions { questions: questions.collect(), not_yet }
}

/// Every thread that was begun, each with its newest entry first.
pub(crate) fn written(visit: &Visit, case: &Case) -> Vec<(Thread, Vec<Entry>)> {
    let entry = |entry: &ThreadEntry| Entry {
        at: entry.at,
        by: match entry.by {
            Who::Staff { staff } => visit.practice().people.get(&staff).map(|one| one.name.clone()),
            Who::Client | Who::Public | Who::System => None,
        },
        words: entry.words.clone(),
    };
    let threads = case.integration.threads.iter();
    threads.map(|(thread, entries)| (*thread, entries.iter().rev().map(entry).collect())).collect()
}

/// What is still followed, the newest first.
fn chosen(case: &Case) -> Vec<Practice> {
    let numbered = (1u32..).zip(&case.integration.practices);
    let practices = numbered.map(|(number, one)| Practice {
        number,
        kind: one.kind,
        words: one.words.clone(),
        last: one.followed.last().copied(),
    });
    let mut practices: Vec<Practice> = practices.collect();
    practices.reverse();
    practices
}

fn said<'a>(sent: &'a Sent, name: &str) -> &'a str {
    sent.get(name).map_or("", String::as_str)
}

async fn done(visit: &Visit, mine: Mine, sent: &Sent, command: Command) -> Result<Response, Failure> {
    let id = form::command(sent.get("command").map(String::as_str));
    match visit.act(at_home(visit)?, id, command).await {
        Ok(_) => Ok(Redirect::to(&Route::Mine(mine).path()).into_response()),
        Err(Failure::Refused(refusal)) => drawn(visit, mine, Some((sent, refusal))).await,
        Err(failure) => Err(failure),
    }
}

/// Keeps a question, or what they say about their pace.
pub(super) async fn ask(visit: Visit, Form(sent): Form<Sent>) -> Result<Response, Failure> {
    let command = match said(&sent, "pace") {
        "" => consultation::Command::Ask { question: said(&sent, "words").to_owned() },
        "resume" => consultation::Command::Resume,
        "not-yet" => consultation::Command::SayNotYet { words: None, ask_again_at: None },
        weeks => {
            let weeks = WEEKS.into_iter().find(|one| one.to_string() == weeks).ok_or(Failure::Unreadable)?;
            let later = SignedDuration::from_hours(weeks * 7 * 24);
            let ask_again_at = Some(visit.now.saturating_add(later).unwrap_or(Timestamp::MAX));
            consultation::Command::SayNotYet { words: None, ask_again_at }
        }
    };
    done(&visit, Mine::Questions, &sent, Command::Consultation(command)).await
}

/// Writes along a thread.
pub(super) async fn write(visit: Visit, Form(sent): Form<Sent>) -> Result<Response, Failure> {
    let thread = Thread::ALL.into_iter().find(|one| thread_value(*one) == said(&sent, "chosen"));
    let (thread, words) = (thread.ok_or(Failure::Unreadable)?, said(&sent, "words").to_owned());
    let command = integration::Command::WriteThread { thread, words };
    done(&visit, Mine::Threads, &sent, Command::Integration(command)).await
}

/// Keeps a practice that they choose, or how one goes.
pub(super) async fn practise(visit: Visit, Form(sent): Form<Sent>) -> Result<Response, Failure> {
    let command = match said(&sent, "follow") {
        "" => {
            let kind = PracticeKind::ALL.into_iter().find(|one| kind_value(*one) == said(&sent, "chosen"));
            let words = said(&sent, "words").to_owned();
            integration::Command::ChoosePractice { kind: kind.ok_or(Failure::Unreadable)?, words }
        }
        follow => {
            let follow = Follow::ALL.into_iter().find(|one| follow_value(*one) == follow);
            let number = said(&sent, "number").parse().map_err(|_| Failure::Unreadable)?;
            integration::Command::FollowPractice { number, follow: follow.ok_or(Failure::Unreadable)? }
        }
    };
    done(&visit, Mine::Practices, &sent, Command::Integration(command)).await
}
