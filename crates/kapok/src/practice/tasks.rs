//! What waits of one person, and who takes it.

use axum::extract::Path;
use axum::response::{Html, Response};
use journey::task::{self, Command, Kind as About, due_at};
use journey::{Case, ClientId, EventId, StaffId, Who};
use pages::practice::tasks::{Ended, Form as TaskForm, Task, Tasks};
use pages::{Place, Route};
use permit::{Action, Kind};
use serde::Deserialize;

use super::subject::subject;
use crate::chance;
use crate::door::{Visit, shown};
use crate::failure::Failure;
use crate::form::{self, Form};

/// Ended tasks that are shown; the record holds all.
const ENDED_SHOWN: usize = 50;

/// What waits, and what was done.
pub(super) async fn get(visit: Visit, Path(client): Path<String>) -> Result<Html<String>, Failure> {
    let client = client.parse().map_err(|_| Failure::NotFound)?;
    drawn(&visit, client, TaskForm::default()).await
}

async fn drawn(visit: &Visit, client: ClientId, form: TaskForm) -> Result<Html<String>, Failure> {
    let subject = subject(visit, client).await?;
    let case = visit.read(client, Kind::Task).await?;
    let (open, ended): (Vec<_>, Vec<_>) = case.tasks.all.iter().partition(|task| task.is_open());
    let (open, later): (Vec<_>, Vec<_>) = open.into_iter().partition(|task| task.opened_at <= visit.now);
    let may = visit.may(client, Action::Amend, Kind::Task);
    let page = Tasks {
        subject,
        open: open.into_iter().map(|task| drawn_task(visit, task)).collect(),
        later: later.into_iter().map(|task| drawn_task(visit, task)).collect(),
        ended: ended.into_iter().rev().take(ENDED_SHOWN).map(|task| drawn_task(visit, task)).collect(),
        colleagues: colleagues(visit, &case)?,
        form: may.then(|| TaskForm { command: chance::command().to_string(), ..form }),
    };
    Ok(shown(pages::practice::tasks::page(&visit.frame(), &page)))
}

/// Those who walk along, the reader apart.
fn colleagues(visit: &Visit, case: &Case) -> Result<Vec<(String, String)>, Failure> {
    let me = visit.signed_in()?.staff;
    let others = case.care_team.people.iter().filter(|staff| **staff != me);
    Ok(others.map(|staff| (staff.to_string(), name(visit, *staff))).collect())
}

fn name(visit: &Visit, staff: StaffId) -> String {
    visit.practice().people.get(&staff).map(|member| member.name.clone()).unwrap_or_default()
}

fn named(visit: &Visit, who: Who) -> Option<String> {
    match who {
        Who::Staff { staff } => Some(name(visit, staff)),
        Who::Client | Who::Public | Who::System => None,
    }
}

fn drawn_task(visit: &Visit, task: &task::Task) -> Task {
    let asked = match task.kind {
        About::Asked { of } => Some(of),
        _ => None,
    };
    let me = visit.signed_in().ok().map(|signed_in| signed_in.staff);
    Task {
        id: task.id.to_string(),
        kind: task.kind,
        words: task.words.clone(),
        asked_by: asked.and_then(|_| named(visit, task.by)),
        asked_of: asked.flatten().map(|staff| name(visit, staff)),
        opened_at: task.opened_at,
        said_at: task.said_at(),
        due_at: due_at(task.kind, task.opened_at, visit.practice()),
        owners: task.owners.iter().map(|owner| (name(visit, owner.staff), owner.since)).collect(),
        mine: task.owner().map(|owner| owner.staff) == me,
        ended: task.ended.as_ref().map(|ended| Ended {
            at: ended.at,
            by: named(visit, ended.by),
            words: ended.words.clone(),
        }),
    }
}

/// What the forms of the page send.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Sent {
    command: Option<String>,
    task: String,
    to: String,
    of: String,
    words: String,
}

impl Sent {
    fn task(&self) -> Result<EventId, Failure> {
        self.task.parse().map_err(|_| Failure::Unreadable)
    }
}

/// Asks somebody who walks along.
pub(super) async fn ask(
    visit: Visit,
    Path(client): Path<String>,
    Form(sent): Form<Sent>,
) -> Result<Response, Failure> {
    let of = match sent.of.as_str() {
        "" => None,
        staff => Some(staff.parse().map_err(|_| Failure::Unreadable)?),
    };
    let command = Command::Ask { of, words: sent.words.clone(), about: None };
    done(&visit, &client, "ask", None, sent, command).await
}

/// Takes a task.
pub(super) async fn take(
    visit: Visit,
    Path(client): Path<String>,
    Form(sent): Form<Sent>,
) -> Result<Response, Failure> {
    let task = sent.task()?;
    done(&visit, &client, "take", Some(task), sent, Command::Take { task }).await
}

/// Hands a task on.
pub(super) async fn hand_on(
    visit: Visit,
    Path(client): Path<String>,
    Form(sent): Form<Sent>,
) -> Result<Response, Failure> {
    let (task, to) = (sent.task()?, sent.to.parse().map_err(|_| Failure::Unreadable)?);
    done(&visit, &client, "hand-on", Some(task), sent, Command::HandOn { task, to }).await
}

/// Ends a task, with words.
pub(super) async fn end(
    visit: Visit,
    Path(client): Path<String>,
    Form(sent): Form<Sent>,
) -> Result<Response, Failure> {
    let task = sent.task()?;
    let command = Command::End { task, words: sent.words.clone() };
    done(&visit, &client, "end", Some(task), sent, command).await
}

async fn done(
    visit: &Visit,
    client: &str,
    act: &str,
    task: Option<EventId>,
    sent: Sent,
    command: Command,
) -> Result<Response, Failure> {
    let client: ClientId = client.parse().map_err(|_| Failure::NotFound)?;
    // The page draws one intent for all its forms; each form of each task is one of its own.
    let of_form = format!("{act}.{}", sent.task);
    let id = form::command_in(sent.command.as_deref(), &of_form);
    // Whoever takes what they have already has it.
    let done = form::had(visit.act(client, id, journey::Command::Task(command)).await);
    form::answered(done, Route::Of(client.to_string(), Place::Tasks), async |refusal| {
        let refusal = Some((task.map(|task| task.to_string()), refusal));
        let form = TaskForm { words: sent.words, of: sent.of, refusal, ..TaskForm::default() };
        drawn(visit, client, form).await
    })
    .await
}
