//! The care team's review of what the work did, and the prescriber's agreement to it.

use axum::extract::Path;
use axum::response::{Html, Response};
use journey::review::{ClientPart, Command, Hat, Of, Review as Content, Seen, rest, seen};
use journey::staff::Role;
use journey::{Case, ClientId, EventId, Refusal, StaffId};
use pages::practice::medical::Typed;
use pages::practice::review::{Form as Sheet, Review, decision_from_name};
use pages::{Place, Route};
use permit::{Action, Kind};

use super::medical::{self, Fields, again, fresh, intent, names, said};
use super::subject::subject;
use crate::door::{Visit, shown};
use crate::failure::Failure;
use crate::form::{self, Form};

/// What came back, and with which form.
#[derive(Default)]
struct CameBack {
    sheet: Option<Typed>,
    agree: Option<Typed>,
}

/// What the work did, and what was decided.
pub(super) async fn get(visit: Visit, Path(client): Path<String>) -> Result<Html<String>, Failure> {
    drawn(&visit, medical::client(&client)?, CameBack::default()).await
}

/// The role in which the reader signs, if they may.
pub(super) fn hat(visit: &Visit, client: ClientId) -> Option<Hat> {
    let (hat, kind) = match visit.signed_in().ok()?.role {
        Role::Therapist => (Hat::Therapist, Kind::ProgressNote),
        Role::Prescriber => (Hat::Prescriber, Kind::Clearance),
        Role::Monitor | Role::Admin | Role::Auditor => return None,
    };
    visit.may(client, Action::Sign, kind).then_some(hat)
}

async fn drawn(visit: &Visit, client: ClientId, back: CameBack) -> Result<Html<String>, Failure> {
    let record = visit.read(client, Kind::ProgressNote).await?;
    let subject = subject(visit, client).await?;
    let today = visit.practice().date_at(visit.now);
    let reviews = &record.reviews;
    let hat = hat(visit, client);
    let ended = record.endings.current().is_some();
    let waits = reviews.latest().is_some_and(|latest| latest.waits_for_prescriber());
    let me = visit.signed_in()?.staff;
    let others = record.care_team.people.iter().filter(|staff| **staff != me);
    let sheet = hat.filter(|_| !ended).map(|hat| Sheet {
        typed: back.sheet.unwrap_or_else(fresh),
        could_be_there: others.copied().collect(),
        hat,
    });
    let context = Review {
        subject,
        seen: seen_by(visit, client, &record),
        signed: reviews.signed.clone(),
        rest: rest(&record),
        fell_due: reviews.fell_due,
        next_on: reviews.next_on,
        day_has_come: reviews.next_on.is_some_and(|on| on <= today),
        names: names(visit),
        agree: (waits && hat == Some(Hat::Prescriber)).then(|| back.agree.unwrap_or_else(fresh)),
        form: sheet,
    };
    Ok(shown(pages::practice::review::page(&visit.frame(), &context)))
}

/// What the reader may see of what the work did: of integration some see that they met, no words.
pub(super) fn seen_by(visit: &Visit, client: ClientId, record: &Case) -> Seen {
    let holds_integration = visit.may(client, Action::Create, Kind::Integration);
    let seen = seen(record);
    if holds_integration { seen } else { seen.without_integration_words() }
}

/// Signs a review as the therapist.
pub(super) async fn sign(
    visit: Visit,
    Path(client): Path<String>,
    Form(fields): Form<Fields>,
) -> Result<Response, Failure> {
    signed(&visit, &client, fields, Hat::Therapist).await
}

/// Signs a review as the prescriber.
pub(super) async fn sign_as_prescriber(
    visit: Visit,
    Path(client): Path<String>,
    Form(fields): Form<Fields>,
) -> Result<Response, Failure> {
    signed(&visit, &client, fields, Hat::Prescriber).await
}

async fn signed(visit: &Visit, client: &str, fields: Fields, hat: Hat) -> Result<Response, Failure> {
    let client = medical::client(client)?;
    let record = visit.read(client, Kind::ProgressNote).await?;
    let review = Box::new(content(&record, &fields)?);
    let intent = intent(&fields);
    let again = |refusal| CameBack { sheet: Some(again(fields, refusal)), agree: None };
    done(visit, client, intent, Command::Sign { review, hat }, again).await
}

fn content(record: &Case, fields: &Fields) -> Result<Content, Failure> {
    let of = match said(fields, "of") {
        "course" => Of::Course,
        session => Of::Session { session: session.parse().map_err(|_| Failure::Unreadable)? },
    };
    let client = match said(fields, "client") {
        "present" => ClientPart::Present,
        "absent" => ClientPart::Absent,
        _ => return Err(Failure::Unreadable),
    };
    let was_there = |staff: &&StaffId| said(fields, &format!("there-{staff}")) == "yes";
    let filled = |name: &str| form::filled(Some(said(fields, name).to_owned()));
    Ok(Content {
        of,
        client,
        staff: record.care_team.people.iter().filter(was_there).copied().collect(),
        saw: said(fields, "words").to_owned(),
        clients_words: filled("clients_words"),
        decision: decision_from_name(said(fields, "decision")).ok_or(Failure::Unreadable)?,
        pace: filled("pace"),
        reason: said(fields, "reason").to_owned(),
        next_on: medical::day(fields, "next_on"),
    })
}

/// Puts the prescriber's name under a therapist's review.
pub(super) async fn agree(
    visit: Visit,
    Path(client): Path<String>,
    Form(fields): Form<Fields>,
) -> Result<Response, Failure> {
    let client = medical::client(&client)?;
    let review: EventId = said(&fields, "review").parse().map_err(|_| Failure::Unreadable)?;
    let words = form::filled(Some(said(&fields, "added").to_owned()));
    let intent = intent(&fields);
    let again = |refusal| CameBack { sheet: None, agree: Some(again(fields, refusal)) };
    done(&visit, client, intent, Command::Agree { review, words }, again).await
}

async fn done(
    visit: &Visit,
    client: ClientId,
    intent: journey::CommandId,
    command: Command,
    again: impl FnOnce(Refusal) -> CameBack,
) -> Result<Response, Failure> {
    let done = visit.act(client, intent, journey::Command::Review(command)).await;
    form::answered(done, Route::Of(client.to_string(), Place::Review), async |refusal| {
        drawn(visit, client, again(refusal)).await
    })
    .await
}
