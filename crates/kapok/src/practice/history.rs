//! What is known of a person's health, and the ways to add to it.

use axum::extract::{Path, Query};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};
use fhir::ReadError;
use journey::health_history::{
    Code, CodeSystem, Component, Done, Fact, FactId, FactKind, FactStatus, Import, Measured, Origin, Part,
    PartialDate, Person, Provenance, Sex, WEIGHT_KG,
};
use journey::history::{Command, Wrong};
use journey::{ClientId, CommandId, Refusal};
use pages::practice::history::{Entry, Forms, History, Unread};
use pages::practice::medical::Typed;
use pages::{Place, Route};
use permit::{Action, Kind};
use serde::Deserialize;

use super::medical::{self, Fields, again, fresh, intent, names, said, unreadable};
use super::subject::subject;
use crate::chance;
use crate::door::{Visit, shown};
use crate::failure::Failure;
use crate::form::{self, Form};
use crate::upload::{UPLOAD_BYTES_MAX, Upload, Uploaded};

/// The part of the work-up that is to be written in: `?part=electrocardiogram`.
#[derive(Deserialize)]
pub(super) struct Wanted {
    #[serde(default)]
    part: String,
}

/// The history as it stands.
pub(super) async fn get(
    visit: Visit,
    Path(client): Path<String>,
    Query(wanted): Query<Wanted>,
) -> Result<Html<String>, Failure> {
    let mut forms = Forms::default();
    if Part::ALL.into_iter().any(|part| part.name() == wanted.part) {
        forms.work_up.fields.insert("part".to_owned(), wanted.part);
    }
    drawn(&visit, medical::client(&client)?, forms).await
}

async fn drawn(visit: &Visit, client: ClientId, forms: Forms) -> Result<Html<String>, Failure> {
    let record = visit.read(client, Kind::HealthHistory).await?;
    let subject = subject(visit, client).await?;
    let may = |action| visit.may(client, action, Kind::HealthHistory);
    let forms = may(Action::Create).then(|| Forms {
        record: with_intent(forms.record),
        unread: forms.unread,
        fact: with_intent(forms.fact),
        pressure: with_intent(forms.pressure),
        weight: with_intent(forms.weight),
        person: with_intent(forms.person),
        work_up: with_intent(forms.work_up),
        correction: may(Action::Sign).then(|| with_intent(forms.correction.unwrap_or_default())),
    });
    let context = History { subject, history: record.history.clone(), names: names(visit), forms };
    Ok(shown(pages::practice::history::page(&visit.frame(), &context)))
}

/// Each form of the page is an intent of its own.
fn with_intent(typed: Typed) -> Typed {
    if typed.command.is_empty() { Typed { command: fresh().command, ..typed } } else { typed }
}

async fn shown_again(visit: &Visit, client: ClientId, forms: Forms) -> Result<Response, Failure> {
    Ok((StatusCode::UNPROCESSABLE_ENTITY, drawn(visit, client, forms).await?).into_response())
}

/// Takes a record in.
pub(super) async fn post(
    visit: Visit,
    Path(client): Path<String>,
    upload: Upload,
) -> Result<Response, Failure> {
    let client = medical::client(&client)?;
    let read = match upload.file {
        Uploaded::None => Err(Unread::NoFile),
        Uploaded::TooLarge => Err(too_large()),
        Uploaded::File { name, bytes } => read(name, bytes).await?,
    };
    let (import, document_sha256) = match read {
        Ok(read) => read,
        Err(unread) => return not_read(&visit, client, unread).await,
    };
    let identity = visit.read(client, Kind::Identity).await?;
    let theirs = said(&upload.fields, "theirs") == "yes";
    if let Some(name) = other_name(identity.contact.name().unwrap_or_default(), &import).filter(|_| !theirs) {
        return not_read(&visit, client, Unread::OtherName { name }).await;
    }
    let command = Command::Import { import: Box::new(import), document_sha256 };
    let done = visit.act(client, intent(&upload.fields), journey::Command::History(command)).await;
    form::answered(done, Route::Of(client.to_string(), Place::History), async |refusal| {
        let forms = Forms { record: again(Fields::new(), refusal), ..Forms::default() };
        drawn(&visit, client, forms).await
    })
    .await
}

async fn not_read(visit: &Visit, client: ClientId, unread: Unread) -> Result<Response, Failure> {
    shown_again(visit, client, Forms { unread: Some(unread), ..Forms::default() }).await
}

/// Reads the record beside the server's own work, since a large one takes a moment.
async fn read(name: String, bytes: Vec<u8>) -> Result<Result<(Import, String), Unread>, Failure> {
    let reading = tokio::task::spawn_blocking(move || {
        let import = fhir::read(&bytes, &name).map_err(unread)?;
        Ok((import, chance::document_sha256(&bytes)))
    });
    reading.await.map_err(|_| Failure::Fault(crate::log::fault("reading a record")))
}

fn too_large() -> Unread {
    Unread::TooLarge { megabytes_max: UPLOAD_BYTES_MAX / 1024 / 1024 }
}

fn unread(error: ReadError) -> Unread {
    match error {
        ReadError::Empty => Unread::Empty,
        ReadError::TooLarge => too_large(),
        ReadError::Xml => Unread::Xml,
        ReadError::Pdf => Unread::Pdf,
        ReadError::NotText => Unread::NotText,
        ReadError::Compressed => Unread::Compressed,
        ReadError::NotJson { line, .. } => Unread::NotJson { line },
        ReadError::Truncated { line } => Unread::Truncated { line },
        ReadError::Ndjson => Unread::Lines,
        ReadError::NotFhir => Unread::NotFhir,
        ReadError::OtherVersion { version, .. } => Unread::OtherVersion { version: version.to_owned() },
        ReadError::TwoPatients { count } => Unread::TwoPeople { count },
    }
}

/// The record's name for the person, where no word of it is a word of ours.
///
/// A record of somebody else is the one mistake that no rule can find; a person is asked.
fn other_name(known: &str, import: &Import) -> Option<String> {
    let words = |name: &str| -> Vec<String> {
        let words = name.to_lowercase();
        let words = words.split(|c: char| !c.is_alphabetic()).filter(|word| word.chars().count() > 1);
        words.map(str::to_owned).collect()
    };
    let named = import.person_name.clone()?;
    let (known, told) = (words(known), words(&named));
    (!told.is_empty() && !told.iter().any(|word| known.contains(word))).then_some(named)
}

/// Adds a condition, a medicine or an allergy that somebody tells.
pub(super) async fn fact(
    visit: Visit,
    Path(client): Path<String>,
    Form(fields): Form<Fields>,
) -> Result<Response, Failure> {
    let kind = match said(&fields, "kind") {
        "condition" => FactKind::Condition,
        "medicine" => FactKind::Medicine,
        "allergy" => FactKind::Allergy,
        _ => return Err(Failure::Unreadable),
    };
    let status = match said(&fields, "status") {
        "past" => FactStatus::Past,
        _ => FactStatus::Active,
    };
    let date = match said(&fields, "date") {
        "" => None,
        written => match PartialDate::new(written) {
            Ok(date) => Some(date),
            Err(_) => return came_back(&visit, &client, Entry::Fact, unreadable(fields, "date")).await,
        },
    };
    let intent = intent(&fields);
    let fact = told(intent, kind, said(&fields, "words").to_owned(), status, date);
    add(&visit, &client, Entry::Fact, fields, intent, Command::AddByHand { fact: Box::new(fact) }).await
}

/// Adds a blood pressure, in the codes that the rules read.
pub(super) async fn pressure(
    visit: Visit,
    Path(client): Path<String>,
    Form(fields): Form<Fields>,
) -> Result<Response, Failure> {
    let value = |name| medical::number(&fields, name).filter(|value| *value > 0).map(f64::from);
    let (Some(systolic), Some(diastolic)) = (value("systolic"), value("diastolic")) else {
        let typed = again(fields, Refusal::VitalsMissing);
        return came_back(&visit, &client, Entry::Pressure, typed).await;
    };
    let Some(measured) = medical::day(&fields, "measured") else {
        return came_back(&visit, &client, Entry::Pressure, unreadable(fields, "measured")).await;
    };
    let mmhg =
        |loinc: &str, value| Component { loinc: Some(loinc.to_owned()), value, unit: "mm[Hg]".to_owned() };
    let intent = intent(&fields);
    let panel = Code { system: CodeSystem::Loinc, code: "85354-9".to_owned(), display: None };
    let words = "Blood pressure".to_owned();
    let fact = Fact {
        codes: vec![panel],
        value: Some(Measured { components: vec![mmhg("8480-6", systolic), mmhg("8462-4", diastolic)] }),
        ..told(intent, FactKind::Observation, words, FactStatus::Past, Some(measured.into()))
    };
    add(&visit, &client, Entry::Pressure, fields, intent, Command::AddByHand { fact: Box::new(fact) }).await
}

/// Adds a body weight, in the code that the gate reads.
pub(super) async fn weight(
    visit: Visit,
    Path(client): Path<String>,
    Form(fields): Form<Fields>,
) -> Result<Response, Failure> {
    let written = said(&fields, "kilograms").trim().replace(',', ".");
    let kilograms = written.parse::<f64>().ok().filter(|value| WEIGHT_KG.contains(value));
    let Some(value) = kilograms else {
        return came_back(&visit, &client, Entry::Weight, unreadable(fields, "kilograms")).await;
    };
    let Some(weighed) = medical::day(&fields, "weighed") else {
        return came_back(&visit, &client, Entry::Weight, unreadable(fields, "weighed")).await;
    };
    let intent = intent(&fields);
    let body_weight = "29463-7".to_owned();
    let measured = Component { loinc: Some(body_weight.clone()), value, unit: "kg".to_owned() };
    let fact = Fact {
        codes: vec![Code { system: CodeSystem::Loinc, code: body_weight, display: None }],
        value: Some(Measured { components: vec![measured] }),
        ..told(
            intent,
            FactKind::Observation,
            "Body weight".to_owned(),
            FactStatus::Past,
            Some(weighed.into()),
        )
    };
    add(&visit, &client, Entry::Weight, fields, intent, Command::AddByHand { fact: Box::new(fact) }).await
}

/// Adds a part of the work-up, as the fact that the rules read.
pub(super) async fn work_up(
    visit: Visit,
    Path(client): Path<String>,
    Form(fields): Form<Fields>,
) -> Result<Response, Failure> {
    let part = Part::ALL.into_iter().find(|part| part.name() == said(&fields, "part"));
    let part = part.ok_or(Failure::Unreadable)?;
    let Some(on) = medical::day(&fields, "done_on") else {
        return came_back(&visit, &client, Entry::WorkUp, unreadable(fields, "done_on")).await;
    };
    let (performer, result) = (said(&fields, "name").to_owned(), said(&fields, "result").to_owned());
    let intent = intent(&fields);
    let id = FactId(format!("by-hand/{intent}"));
    let today = visit.practice().date_at(visit.now);
    match (Done { part, on, performer, result }).fact(id, today) {
        Ok(fact) => {
            let command = Command::AddByHand { fact: Box::new(fact) };
            add(&visit, &client, Entry::WorkUp, fields, intent, command).await
        }
        Err(refusal) => came_back(&visit, &client, Entry::WorkUp, again(fields, refusal)).await,
    }
}

/// Says who the person is to the rules.
pub(super) async fn person(
    visit: Visit,
    Path(client): Path<String>,
    Form(fields): Form<Fields>,
) -> Result<Response, Failure> {
    let sex = match said(&fields, "sex") {
        "female" => Sex::Female,
        "male" => Sex::Male,
        "other" => Sex::Other,
        _ => Sex::Unknown,
    };
    let birth_date = match said(&fields, "birth_date") {
        "" => None,
        written => match PartialDate::new(written) {
            Ok(date) => Some(date),
            Err(_) => {
                return came_back(&visit, &client, Entry::Person, unreadable(fields, "birth_date")).await;
            }
        },
    };
    let person = Person { sex, birth_date, ..Person::default() };
    let intent = intent(&fields);
    add(&visit, &client, Entry::Person, fields, intent, Command::TellPerson(person)).await
}

/// Shows that a fact is wrong.
pub(super) async fn correction(
    visit: Visit,
    Path(client): Path<String>,
    Form(fields): Form<Fields>,
) -> Result<Response, Failure> {
    let correction = match said(&fields, "correction") {
        "refuted" => Wrong::Refuted,
        "entered_in_error" => Wrong::EnteredInError,
        _ => return Err(Failure::Unreadable),
    };
    let fact = FactId(said(&fields, "fact").to_owned());
    let command = Command::Correct { fact, correction, evidence: said(&fields, "reason").to_owned() };
    let intent = intent(&fields);
    add(&visit, &client, Entry::Correction, fields, intent, command).await
}

/// A fact that somebody tells; the intent that brings it names it for good.
fn told(
    intent: CommandId,
    kind: FactKind,
    text: String,
    status: FactStatus,
    date: Option<PartialDate>,
) -> Fact {
    Fact {
        id: FactId(format!("by-hand/{intent}")),
        kind,
        text,
        codes: Vec::new(),
        status,
        last_confirmed: None,
        date,
        end: None,
        value: None,
        finding: None,
        details: Vec::new(),
        provenance: Provenance { origin: Origin::ByHand, document: None, resource: None },
    }
}

async fn add(
    visit: &Visit,
    client: &str,
    entry: Entry,
    fields: Fields,
    intent: CommandId,
    command: Command,
) -> Result<Response, Failure> {
    let id = medical::client(client)?;
    let done = visit.act(id, intent, journey::Command::History(command)).await;
    form::answered(done, Route::Of(id.to_string(), Place::History), async |refusal| {
        drawn(visit, id, forms_with(entry, again(fields, refusal))).await
    })
    .await
}

async fn came_back(visit: &Visit, client: &str, entry: Entry, typed: Typed) -> Result<Response, Failure> {
    shown_again(visit, medical::client(client)?, forms_with(entry, typed)).await
}

/// The forms of the page, one of them as it was typed.
fn forms_with(entry: Entry, typed: Typed) -> Forms {
    let mut forms = Forms::default();
    match entry {
        Entry::Fact => forms.fact = typed,
        Entry::Pressure => forms.pressure = typed,
        Entry::Weight => forms.weight = typed,
        Entry::Person => forms.person = typed,
        Entry::WorkUp => forms.work_up = typed,
        Entry::Correction => forms.correction = Some(typed),
    }
    forms
}
