//! How a journey ends here, and the way back.

use axum::extract::Path;
use axum::response::{Html, Response};
use journey::ending::{Command, Farewell};
use journey::review::Hat;
use journey::task::{Kind as About, Task};
use journey::{ClientId, CommandId};
use pages::practice::ending::{
    Ending, Form as Sheet, medicine_from_name, side_from_name, why_from_name, wish_from_name,
};
use pages::practice::medical::Typed;
use pages::{Place, Route};
use permit::Kind;

use super::medical::{self, Fields, again, fresh, intent, names, said};
use super::review::{hat, seen_by};
use super::subject::subject;
use crate::door::{Visit, shown};
use crate::failure::Failure;
use crate::form::{self, Form};

/// How it ended, or what an ending would keep.
pub(super) async fn get(visit: Visit, Path(client): Path<String>) -> Result<Html<String>, Failure> {
    drawn(&visit, medical::client(&client)?, fresh()).await
}

async fn drawn(visit: &Visit, client: ClientId, typed: Typed) -> Result<Html<String>, Failure> {
    let record = visit.read(client, Kind::ProgressNote).await?;
    let subject = subject(visit, client).await?;
    let signed = visit.practice().protocol_in_force(visit.now);
    let months = signed.map(|signed| signed.protocol.check_ins.follow_up_months.value.clone());
    let follow_up = |task: &&Task| matches!(task.kind, About::FollowUp { .. });
    let context = Ending {
        subject,
        seen: seen_by(visit, client, &record),
        endings: record.endings.all.clone(),
        follow_ups: record.tasks.all.iter().filter(follow_up).cloned().collect(),
        months: months.unwrap_or_default(),
        names: names(visit),
        form: hat(visit, client).map(|hat| Sheet { typed, hat }),
    };
    Ok(shown(pages::practice::ending::page(&visit.frame(), &context)))
}

/// Writes the ending as the therapist.
pub(super) async fn end(
    visit: Visit,
    Path(client): Path<String>,
    Form(fields): Form<Fields>,
) -> Result<Response, Failure> {
    ended(&visit, &client, fields, Hat::Therapist).await
}

/// Writes the ending as the prescriber.
pub(super) async fn end_as_prescriber(
    visit: Visit,
    Path(client): Path<String>,
    Form(fields): Form<Fields>,
) -> Result<Response, Failure> {
    ended(&visit, &client, fields, Hat::Prescriber).await
}

async fn ended(visit: &Visit, client: &str, fields: Fields, hat: Hat) -> Result<Response, Failure> {
    let client = medical::client(client)?;
    let farewell = Box::new(farewell(&fields)?);
    let intent = intent(&fields);
    done(visit, client, fields, intent, Command::End { farewell, hat }).await
}

fn farewell(fields: &Fields) -> Result<Farewell, Failure> {
    let filled = |name: &str| form::filled(Some(said(fields, name).to_owned()));
    Ok(Farewell {
        by: side_from_name(said(fields, "by")).ok_or(Failure::Unreadable)?,
        why: why_from_name(said(fields, "why")).ok_or(Failure::Unreadable)?,
        reason: said(fields, "reason").to_owned(),
        clients_words: filled("clients_words"),
        takes_along: filled("takes_along"),
        reachable: said(fields, "reachable").to_owned(),
        medicine: medicine_from_name(said(fields, "medicine")).ok_or(Failure::Unreadable)?,
        medicine_words: filled("medicine_words"),
        letter: filled("letter"),
        follow_up: wish_from_name(said(fields, "follow_up")).ok_or(Failure::Unreadable)?,
    })
}

/// Opens the journey again.
pub(super) async fn reopen(
    visit: Visit,
    Path(client): Path<String>,
    Form(fields): Form<Fields>,
) -> Result<Response, Failure> {
    let client = medical::client(&client)?;
    let command = Command::Reopen {
        changed: said(&fields, "words").to_owned(),
        clients_words: form::filled(Some(said(&fields, "clients_words").to_owned())),
    };
    let intent = intent(&fields);
    done(&visit, client, fields, intent, command).await
}

async fn done(
    visit: &Visit,
    client: ClientId,
    fields: Fields,
    intent: CommandId,
    command: Command,
) -> Result<Response, Failure> {
    let done = visit.act(client, intent, journey::Command::Ending(command)).await;
    form::answered(done, Route::Of(client.to_string(), Place::Ending), async |refusal| {
        drawn(visit, client, again(fields, refusal)).await
    })
    .await
}
