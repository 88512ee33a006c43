//! What is asked from the screening: a message to the client, or a task of a colleague.

use axum::extract::Path;
use axum::response::Response;
use jiff::Timestamp;
use journey::clearance::About;
use journey::link::Purpose;
use journey::task::Kind as Opened;
use journey::{Case, ClientId, StaffId, Who, message, task};
use pages::practice::medical::Typed;
use pages::practice::screening::{Answer, Asked, Asks, Of, Reach};
use permit::{Action, Kind};

use super::{Forms, went_on};
use crate::door::Visit;
use crate::failure::Failure;
use crate::form::{self, Form};
use crate::practice::medical::{self, Fields, said};

/// What was asked, the oldest first, as far as the reader may read it.
pub(super) fn asked(visit: &Visit, client: ClientId, record: &Case) -> Vec<Asked> {
    let may = |kind| visit.may(client, Action::Read, kind);
    let of_client = record.messages.questions().filter(|_| may(Kind::Message));
    let of_client = of_client.filter_map(|one| of_client_asked(record, one));
    let of_colleagues = record.tasks.all.iter().filter(|_| may(Kind::Task));
    let of_colleagues = of_colleagues.filter_map(|task| of_colleague(visit, task));
    let mut all: Vec<Asked> = of_client.chain(of_colleagues).collect();
    all.sort_by_key(|one| one.at);
    all
}

fn of_client_asked(record: &Case, one: &message::Message) -> Option<Asked> {
    let answers = record.messages.answers_to(one.number).map(|answer| Answer {
        by: answer.by,
        at: answer.at,
        words: Some(answer.words.clone()),
        taken_back_at: answer.taken_back_at,
    });
    Some(Asked {
        about: one.about.clone()?,
        of: Of::Client,
        by: one.by,
        at: one.at,
        words: one.words.clone(),
        taken_back_at: one.taken_back_at,
        answers: answers.collect(),
        owner: None,
    })
}

fn of_colleague(visit: &Visit, task: &task::Task) -> Option<Asked> {
    let Opened::Asked { of } = task.kind else { return None };
    let ended = task.ended.as_ref().map(|ended| Answer {
        by: ended.by,
        at: ended.at,
        words: ended.words.clone(),
        taken_back_at: None,
    });
    Some(Asked {
        about: task.about.clone()?,
        of: Of::Colleague(of.map(|staff| name(visit, staff))),
        by: task.by,
        at: task.happened_at,
        words: task.words.clone().unwrap_or_default(),
        taken_back_at: None,
        answers: ended.into_iter().collect(),
        owner: task.owner().map(|owner| (name(visit, owner.staff), owner.since)),
    })
}

fn name(visit: &Visit, staff: StaffId) -> String {
    visit.practice().people.get(&staff).map(|member| member.name.clone()).unwrap_or_default()
}

/// The form of a question, and of whom it can be asked; none where the reader may ask nobody.
pub(super) fn asks(visit: &Visit, client: ClientId, record: &Case, typed: Typed) -> Option<Asks> {
    let may = |kind| visit.may(client, Action::Create, kind);
    let me = visit.signed_in().ok()?.staff;
    may(Kind::Task).then_some(())?;
    let is_reached =
        record.links.by_id.values().any(|link| link.purpose == Purpose::Home && link.is_open(visit.now));
    let others = record.care_team.people.iter().filter(|staff| **staff != me);
    Some(Asks {
        typed,
        reach: if is_reached && may(Kind::Message) { Reach::Reached } else { Reach::NoLink },
        colleagues: others.map(|staff| (staff.to_string(), name(visit, *staff))).collect(),
    })
}

/// What changes the page when something is asked or answered: how much of it there is.
pub(super) fn count(record: &Case) -> usize {
    let messages = record.messages.all.iter().filter(|one| one.about.is_some() || one.answers.is_some());
    let of_client: usize = messages.map(|one| 1 + usize::from(one.taken_back_at.is_some())).sum();
    let tasks = record.tasks.all.iter().filter(|task| task.about.is_some());
    let of_colleagues: usize = tasks.map(|task| 1 + task.owners.len() + usize::from(!task.is_open())).sum();
    of_client + of_colleagues
}

/// When something was asked, answered, taken or taken back, and by whom.
pub(super) fn acts(record: &Case) -> impl Iterator<Item = (Timestamp, Who)> + '_ {
    let messages = record.messages.all.iter().filter(|one| one.about.is_some() || one.answers.is_some());
    let messages = messages.flat_map(|one| {
        let taken_back = one.taken_back_at.map(|at| (at, one.by));
        std::iter::once((one.at, one.by)).chain(taken_back)
    });
    let tasks = record.tasks.all.iter().filter(|task| task.about.is_some()).flat_map(|task| {
        let taken = task.owners.iter().map(|owner| (owner.since, Who::Staff { staff: owner.staff }));
        let ended = task.ended.as_ref().map(|ended| (ended.at, ended.by));
        std::iter::once((task.happened_at, task.by)).chain(taken).chain(ended)
    });
    messages.chain(tasks)
}

/// Asks the client, or somebody who walks along.
pub(in crate::practice) async fn post(
    visit: Visit,
    Path(client): Path<String>,
    Form(fields): Form<Fields>,
) -> Result<Response, Failure> {
    let client = medical::client(&client)?;
    let about: About = said(&fields, "ask").parse().map_err(|_| Failure::Unreadable)?;
    let (of, words) = (format!("ask-of-{about}"), format!("ask-words-{about}"));
    let (asked_of, asked, of_it) =
        (of_task(said(&fields, &of))?, said(&fields, &words).to_owned(), about.clone());
    let command = match asked_of {
        None => journey::Command::Message(message::Command::Ask { about: of_it, words: asked }),
        Some(of) => journey::Command::Task(task::Command::Ask { of, words: asked, about: Some(of_it) }),
    };
    // The page draws one intent for all its forms; the question of each finding is one of its own.
    let intent = form::command_in(fields.get("command").map(String::as_str), &format!("ask.{about}"));
    let done = visit.act(client, intent, command).await;
    let taken = |name: &str| name == "ask" || name == of || name == words;
    let refused = |forms: &mut Forms, refusal| forms.asks.refusal = Some(refusal);
    went_on(&visit, client, fields, taken, done, refused).await
}

/// Whom a task is asked of: one person or anyone; none where it is the client that is asked.
fn of_task(of: &str) -> Result<Option<Option<StaffId>>, Failure> {
    match of {
        "client" => Ok(None),
        "anyone" => Ok(Some(None)),
        staff => staff.parse().map(|staff| Some(Some(staff))).map_err(|_| Failure::Unreadable),
    }
}
