//! What may be given: the prescriptions, their counts, and the envelope of a new one.

use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};
use journey::practice::SignedProtocol;
use journey::prescription::{
    Afterwards, Booster, Command, Counted, Custody, Envelope, Fate, FirstSession, FromStock, Notice, Supply,
    Witness, first_session,
};
use journey::protocol::DoseTier;
use journey::staff::Status;
use journey::{Case, ClientId, EventId, Refusal};
use pages::practice::medical::Typed;
use pages::practice::prescription::{InStock, Limits, Prescription};
use pages::practice::subject::Subject;
use pages::{Place, Route};
use permit::{Action, Kind};

use super::medical::{self, Fields, again, fresh, intent, names, one_of, said};
use super::subject::subject;
use crate::chance;
use crate::door::{Visit, shown};
use crate::failure::Failure;
use crate::form::{self, Form};

/// A form of the page.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Which {
    Envelope,
    Revoke,
    Count,
    Correct,
    Review,
}

/// The prescriptions as they stand.
pub(super) async fn get(visit: Visit, Path(client): Path<String>) -> Result<Html<String>, Failure> {
    drawn(&visit, medical::client(&client)?, None).await
}

async fn drawn(
    visit: &Visit,
    client: ClientId,
    came_back: Option<(Which, Typed)>,
) -> Result<Html<String>, Failure> {
    let record = visit.read(client, Kind::Prescription).await?;
    let context = context(visit, client, &record, subject(visit, client).await?, came_back);
    Ok(shown(pages::practice::prescription::page(&visit.frame(), &context)))
}

/// The prescriptions, with the forms that the reader may fill in.
pub(super) fn context(
    visit: &Visit,
    client: ClientId,
    record: &Case,
    subject: Subject,
    came_back: Option<(Which, Typed)>,
) -> Prescription {
    let signs = visit.may(client, Action::Sign, Kind::Prescription);
    let counts = visit.may(client, Action::Create, Kind::Stock);
    let corrects = visit.may(client, Action::Amend, Kind::Stock);
    let typed = |which| came_back.iter().find(|(back, _)| *back == which).map(|(_, typed)| typed.clone());
    Prescription {
        subject,
        names: names(visit),
        today: visit.practice().date_at(visit.now),
        limits: visit.practice().protocol_in_force(visit.now).map(limits),
        envelope: signs.then(|| typed(Which::Envelope).unwrap_or_else(fresh)),
        revoke: signs.then(|| typed(Which::Revoke).unwrap_or_else(fresh)),
        count: counts.then(|| typed(Which::Count).unwrap_or_else(fresh)),
        correct: corrects.then(|| typed(Which::Correct).unwrap_or_else(fresh)),
        review: signs.then(|| typed(Which::Review).unwrap_or_else(fresh)),
        colleagues: colleagues(visit),
        lots: lots(visit, counts),
        all: record.prescriptions.all.clone(),
        revision: record.prescriptions.revision(),
        first: first(visit, record),
        notices: notices(visit, record),
    }
}

/// What the protocol in force starts with, before there was a session.
fn first(visit: &Visit, record: &Case) -> Option<FirstSession> {
    let signed = visit.practice().protocol_in_force(visit.now)?;
    first_session(record, &signed.protocol, visit.practice().date_at(visit.now))
}

/// What the prescriptions in force ask to be seen, by their number.
fn notices(visit: &Visit, record: &Case) -> Vec<(u32, Notice)> {
    let Some(signed) = visit.practice().protocol_in_force(visit.now) else { return Vec::new() };
    let today = visit.practice().date_at(visit.now);
    let first = first(visit, record);
    let in_force = record.prescriptions.all.iter().filter(|one| one.in_force_on(today));
    let each = in_force.flat_map(|one| {
        let notices = one.envelope.notices(first.as_ref(), &signed.protocol);
        notices.into_iter().map(|notice| (one.number, notice)).collect::<Vec<_>>()
    });
    each.collect()
}

/// The lots of the practice's stock that hold anything, for whoever counts.
fn lots(visit: &Visit, counts: bool) -> Vec<InStock> {
    let stock = counts.then(|| visit.stock().ok()).flatten();
    let lots = stock.iter().flat_map(|stock| stock.lots.iter());
    let each = lots.map(|lot| InStock {
        number: lot.number,
        medicine: lot.medicine.clone(),
        left: lot.count().left.unwrap_or_default(),
    });
    each.filter(|lot| lot.left > 0).collect()
}

/// Who else works here now and could see lozenges destroyed.
pub(super) fn colleagues(visit: &Visit) -> Vec<(String, String)> {
    let me = visit.signed_in().ok().map(|signed_in| signed_in.staff);
    let people = visit.practice().people.iter();
    let others = people.filter(|(staff, one)| one.status == Status::Active && Some(**staff) != me);
    others.map(|(staff, one)| (staff.to_string(), one.name.clone())).collect()
}

fn limits(signed: &SignedProtocol) -> Limits {
    let (tiers, booster) = (&signed.protocol.tiers, &signed.protocol.booster);
    let (hold, minutes) = (signed.protocol.dosing.hold_minutes.value, booster.minutes.value);
    Limits {
        protocol: signed.number,
        psycholytic_mg_max: tiers.psycholytic_mg_max.value,
        moderate_mg_max: tiers.moderate_mg_max.value,
        moderate_mg_max_with_reason: tiers.moderate_mg_max_with_reason.value,
        hold_minutes: (hold.low, hold.high),
        booster_minutes: (booster.per_session_max.value > 0).then_some((minutes.low, minutes.high)),
    }
}

/// Prescribes; the prescriber's name stands under it.
pub(super) async fn post(
    visit: Visit,
    Path(client): Path<String>,
    Form(fields): Form<Fields>,
) -> Result<Response, Failure> {
    let client = medical::client(&client)?;
    match envelope(&fields) {
        Ok(envelope) => {
            // A form that says nothing has seen nothing.
            let seen = Some(medical::number(&fields, "seen").unwrap_or_default());
            let command = Command::Prescribe { envelope: Box::new(envelope), seen };
            done(&visit, client, Which::Envelope, fields, command).await
        }
        Err(refusal) => shown_again(&visit, client, Which::Envelope, again(fields, refusal)).await,
    }
}

/// Reads the envelope; a number that is none is nought, which the rules refuse.
fn envelope(fields: &Fields) -> Result<Envelope, Refusal> {
    let number = |name| medical::number(fields, name).unwrap_or_default();
    let tier = match said(fields, "tier") {
        "psycholytic" => DoseTier::Psycholytic,
        "moderate" => DoseTier::Moderate,
        _ => return Err(Refusal::PrescriptionIncomplete),
    };
    let afterwards = match said(fields, "afterwards") {
        "swallow" => Afterwards::Swallow,
        "spit" => Afterwards::Spit,
        _ => return Err(Refusal::PrescriptionIncomplete),
    };
    let custody = match said(fields, "custody") {
        "client" => Custody::Client,
        "practice" => Custody::Practice,
        _ => return Err(Refusal::PrescriptionIncomplete),
    };
    let booster = match said(fields, "booster") {
        "yes" => Some(Booster { mg: number("booster_mg"), earliest_minute: number("booster_minute") }),
        "no" => None,
        _ => return Err(Refusal::PrescriptionIncomplete),
    };
    Ok(Envelope {
        strength_mg: number("strength_mg"),
        lozenges: number("lozenges"),
        tier,
        most_mg_per_session: number("most_mg_per_session"),
        booster,
        hold_minutes: number("hold_minutes"),
        afterwards,
        valid_until: medical::day(fields, "valid_until").ok_or(Refusal::ValidityOutOfRange)?,
        reason_above_usual_cap: form::filled(fields.get("reason_above_usual_cap").cloned()),
        custody,
    })
}

/// Takes one back.
pub(super) async fn revoke(
    visit: Visit,
    Path(client): Path<String>,
    Form(fields): Form<Fields>,
) -> Result<Response, Failure> {
    let client = medical::client(&client)?;
    let number = medical::number(&fields, "number").ok_or(Failure::Unreadable)?;
    let reason = said(&fields, "reason").to_owned();
    done(&visit, client, Which::Revoke, fields, Command::Revoke { number, reason }).await
}

/// Counts lozenges.
pub(super) async fn count(
    visit: Visit,
    Path(client): Path<String>,
    Form(fields): Form<Fields>,
) -> Result<Response, Failure> {
    let client = medical::client(&client)?;
    let number = medical::number(&fields, "number").ok_or(Failure::Unreadable)?;
    let fate = Fate::ALL.into_iter().find(|fate| fate.code() == said(&fields, "fate"));
    let fate = fate.ok_or(Failure::Unreadable)?;
    let Some(lozenges) = medical::number(&fields, "lozenges-counted") else {
        let typed = medical::unreadable(fields, "lozenges-counted");
        return shown_again(&visit, client, Which::Count, typed).await;
    };
    let text = |name: &str| form::filled(fields.get(name).cloned());
    let counted = Counted {
        number,
        fate,
        lozenges,
        lot: text("lot"),
        supply: supply(&fields).filter(|_| fate == Fate::Dispensed && said(&fields, "stock_lot").is_empty()),
        witness: witness(&fields)?,
        manner: text("manner"),
        from_stock: from_stock(&fields, fate)?,
    };
    done(&visit, client, Which::Count, fields, Command::Count(Box::new(counted))).await
}

/// Out of which lot of the practice's stock, where one was chosen.
fn from_stock(fields: &Fields, fate: Fate) -> Result<Option<FromStock>, Failure> {
    if fate != Fate::Dispensed || said(fields, "stock_lot").is_empty() {
        return Ok(None);
    }
    let lot = medical::number(fields, "stock_lot").ok_or(Failure::Unreadable)?;
    let anyway = said(fields, "anyway") == "yes";
    Ok(Some(FromStock { lot, dispensing: chance::dispensing_of(intent(fields)), anyway }))
}

/// Where they came from; nothing where the day cannot be read, which the rules refuse.
pub(super) fn supply(fields: &Fields) -> Option<Supply> {
    let text = |name: &str| form::filled(fields.get(name).cloned());
    Some(Supply {
        on: medical::day(fields, "came_on")?,
        supplier: said(fields, "supplier").to_owned(),
        address: text("supplier_address"),
        registration: text("registration"),
        containers: medical::number(fields, "containers"),
    })
}

/// Who else saw it: somebody who works here, or whoever wrote their initials.
pub(super) fn witness(fields: &Fields) -> Result<Option<Witness>, Failure> {
    match said(fields, "witness_staff") {
        "" => Ok(form::filled(fields.get("witness").cloned()).map(Witness::Written)),
        staff => Ok(Some(Witness::Staff(staff.parse().map_err(|_| Failure::Unreadable)?))),
    }
}

fn line(fields: &Fields) -> Result<EventId, Failure> {
    said(fields, "line").parse().map_err(|_| Failure::Unreadable)
}

/// Puts a count right.
pub(super) async fn correct(
    visit: Visit,
    Path(client): Path<String>,
    Form(fields): Form<Fields>,
) -> Result<Response, Failure> {
    let client = medical::client(&client)?;
    let line = line(&fields)?;
    let Some(lozenges) = medical::number(&fields, "lozenges-truly") else {
        let typed = medical::unreadable(fields, "lozenges-truly");
        return shown_again(&visit, client, Which::Correct, typed).await;
    };
    let because = said(&fields, "reason").to_owned();
    let command = Command::CorrectCount { line, lozenges, because };
    done(&visit, client, Which::Correct, fields, command).await
}

/// Closes the review of a count that did not match.
pub(super) async fn review(
    visit: Visit,
    Path(client): Path<String>,
    Form(fields): Form<Fields>,
) -> Result<Response, Failure> {
    let client = medical::client(&client)?;
    let line = line(&fields)?;
    let finding = said(&fields, "finding").to_owned();
    let lost = match said(&fields, "lost") {
        "yes" => true,
        "no" => false,
        _ => return Err(Failure::Unreadable),
    };
    let command = Command::ReviewCount { line, finding, lost };
    done(&visit, client, Which::Review, fields, command).await
}

async fn done(
    visit: &Visit,
    client: ClientId,
    which: Which,
    fields: Fields,
    command: Command,
) -> Result<Response, Failure> {
    let intent = match &command {
        Command::Revoke { number, .. } => one_of(&fields, *number),
        Command::ReviewCount { line, .. } => {
            form::command_in(fields.get("command").map(String::as_str), &line.to_string())
        }
        _ => intent(&fields),
    };
    let done = visit.act(client, intent, journey::Command::Prescription(command)).await;
    form::answered(done, Route::Of(client.to_string(), Place::Prescription), async |refusal| {
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
