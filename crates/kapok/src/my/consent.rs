//! The consent, one part at a time; each answer is kept at once.

use std::collections::{BTreeSet, HashMap};

use axum::extract::Query;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use journey::consent::{Command, Consent, DEFAULT, Document, Heard, SafetyTouch, Signed, Touch, TouchPlace};
use journey::link::Purpose;
use journey::{ClientId, Refusal};
use pages::my::consent::{self as page, Agreed, Part, SignForm, TouchForm, part_path, touch_field};
use pages::{Mine, Route};
use permit::Kind;
use serde::Deserialize;

use super::{frame, name, readers};
use crate::chance;
use crate::door::{self, Visit};
use crate::failure::Failure;
use crate::form::{self, Form};

/// Which part is asked for.
#[derive(Deserialize)]
pub(super) struct Which {
    part: Option<usize>,
}

/// The part that is asked for, or the one that comes next.
pub(super) async fn get(visit: Visit, Query(which): Query<Which>) -> Result<Response, Failure> {
    drawn(&visit, which.part, None).await
}

/// What a form held when the rules refused it.
struct Back {
    refusal: Refusal,
    words: String,
    touch: Touch,
    name: String,
}

impl Back {
    fn of(refusal: Refusal) -> Self {
        Self { refusal, words: String::new(), touch: Touch::default(), name: String::new() }
    }
}

async fn drawn(visit: &Visit, part: Option<usize>, back: Option<Back>) -> Result<Response, Failure> {
    let holder = visit.holder()?;
    let case = visit.read(holder.client, Kind::Consent).await?;
    let names = if holder.purpose == Purpose::Home { readers(visit, &case) } else { Vec::new() };
    let status = if back.is_some() { StatusCode::UNPROCESSABLE_ENTITY } else { StatusCode::OK };
    let shows = shows(&case.consent, part, back);
    let name = name(visit).await?;
    Ok(door::page(status, page::page(&frame(visit, name.as_deref()), &names, &shows)))
}

fn shows(consent: &Consent, part: Option<usize>, back: Option<Back>) -> page::Consent {
    let Some(document) = consent.open_document() else { return page::Consent::Nothing };
    let parts = document.clauses.len();
    let is_offered = consent.offered.is_some();
    match (part, &consent.signed, consent.withdrawn_at) {
        (Some(number), ..) if (1..=parts).contains(&number) => asked(consent, document, number, back),
        (None, Some(signed), None) if !is_offered => agreed(consent, signed, back),
        (_, _, Some(at)) if !is_offered => page::Consent::Withdrawn { at },
        (_, Some(signed), None) if !is_offered => agreed(consent, signed, back),
        (None, ..) if consent.answers.is_empty() => page::Consent::Begins { parts },
        (None, ..) => shows(consent, Some(next(consent, document)), back),
        (Some(number), ..) if number == parts + 1 => touch_form(consent, number, back),
        (Some(_), ..) => sign_form(consent, parts + 2, back),
    }
}

/// The first part without an answer; then touch; then the name.
fn next(consent: &Consent, document: &'static Document) -> usize {
    let open = document.clauses.iter().position(|clause| !consent.answers.contains_key(clause.id));
    match open {
        Some(place) => place + 1,
        None if consent.touch.safety == SafetyTouch::NotSpokenAbout => document.clauses.len() + 1,
        None => document.clauses.len() + 2,
    }
}

fn asked(consent: &Consent, document: &'static Document, number: usize, back: Option<Back>) -> page::Consent {
    let Some(clause) = number.checked_sub(1).and_then(|place| document.clauses.get(place)) else {
        return page::Consent::Nothing;
    };
    let (typed, refusal) = back.map(|back| (back.words, back.refusal)).unzip();
    page::Consent::Part(Part {
        clause,
        number,
        of: document.clauses.len(),
        answer: consent.answers.get(clause.id).cloned(),
        command: chance::command().to_string(),
        typed,
        refusal,
    })
}

fn touch_form(consent: &Consent, number: usize, back: Option<Back>) -> page::Consent {
    let touch = back.as_ref().map_or(&consent.touch, |back| &back.touch);
    page::Consent::Touch(TouchForm {
        number,
        places: touch.places.clone(),
        safety: touch.safety,
        command: chance::command().to_string(),
        refusal: back.map(|back| back.refusal),
    })
}

fn sign_form(consent: &Consent, number: usize, back: Option<Back>) -> page::Consent {
    let (name, refusal) = back.map(|back| (back.name, back.refusal)).unzip();
    page::Consent::Sign(SignForm {
        number,
        answers: consent.answers.clone(),
        name: name.unwrap_or_default(),
        command: chance::command().to_string(),
        refusal,
    })
}

fn agreed(consent: &Consent, signed: &Signed, back: Option<Back>) -> page::Consent {
    // One for each choice of the document, one to narrow, one to take it back.
    let commands = DEFAULT.clauses.iter().map(|_| chance::command().to_string()).collect();
    page::Consent::Agreed(Box::new(Agreed {
        name: signed.name.clone(),
        signed_at: signed.signed_at,
        holds_until: signed.valid_until,
        agreed: signed.agreed.clone(),
        places: consent.touch.places.clone(),
        commands,
        refusal: back.map(|back| back.refusal),
    }))
}

/// The answer to one part.
#[derive(Deserialize)]
pub(super) struct Answered {
    command: Option<String>,
    clause: String,
    answer: String,
    #[serde(default)]
    words: String,
}

/// Keeps the answer to one part, and goes on to the next.
pub(super) async fn answer(visit: Visit, Form(form): Form<Answered>) -> Result<Response, Failure> {
    let place = DEFAULT.clauses.iter().position(|clause| clause.id == form.clause);
    let number = place.ok_or(Failure::Unreadable)? + 1;
    let (clause, words) = (form.clause.clone(), form.words.clone());
    let command = match form.answer.as_str() {
        "agree" => Command::Agree { clause, said_back: words },
        "decline" => Command::Decline { clause, words: form::filled(Some(words)) },
        _ => return Err(Failure::Unreadable),
    };
    match act(&visit, form.command.as_deref(), command).await {
        Ok(()) => {
            let case = visit.read(client(&visit)?, Kind::Consent).await?;
            let is_offered = case.consent.offered.is_some();
            Ok(if is_offered { to(&part_path(number + 1)) } else { to(&path()) })
        }
        Err(Failure::Refused(refusal)) => {
            drawn(&visit, Some(number), Some(Back { words: form.words, ..Back::of(refusal) })).await
        }
        Err(failure) => Err(failure),
    }
}

fn client(visit: &Visit) -> Result<ClientId, Failure> {
    Ok(visit.holder()?.client)
}

async fn act(visit: &Visit, id: Option<&str>, command: Command) -> Result<(), Failure> {
    let command = journey::Command::Consent(command);
    visit.act(client(visit)?, form::command(id), command).await.map(|_| ())
}

fn path() -> String {
    Route::Mine(Mine::Consent).path()
}

fn to(path: &str) -> Response {
    Redirect::to(path).into_response()
}

fn places(form: &HashMap<String, String>) -> BTreeSet<TouchPlace> {
    TouchPlace::ALL.into_iter().filter(|place| form.contains_key(touch_field(*place))).collect()
}

fn id(form: &HashMap<String, String>) -> Option<&str> {
    form.get("command").map(String::as_str)
}

/// Keeps where touch is welcome.
pub(super) async fn touch(
    visit: Visit,
    Form(form): Form<HashMap<String, String>>,
) -> Result<Response, Failure> {
    let safety = match form.get("safety").map(String::as_str) {
        Some("understood") => SafetyTouch::Understood,
        Some("not-agreed") => SafetyTouch::NotAgreed,
        _ => SafetyTouch::NotSpokenAbout,
    };
    let touch = Touch { places: places(&form), safety };
    let parts = DEFAULT.clauses.len();
    match act(&visit, id(&form), Command::AgreeTouch(touch.clone())).await {
        Ok(()) => Ok(to(&part_path(parts + 2))),
        Err(Failure::Refused(refusal)) => {
            drawn(&visit, Some(parts + 1), Some(Back { touch, ..Back::of(refusal) })).await
        }
        Err(failure) => Err(failure),
    }
}

/// Keeps fewer places; always possible.
pub(super) async fn narrow(
    visit: Visit,
    Form(form): Form<HashMap<String, String>>,
) -> Result<Response, Failure> {
    let command = Command::NarrowTouch { places: places(&form), heard: Heard::FromClient };
    done_or_shown(&visit, act(&visit, id(&form), command).await).await
}

/// Takes consent back as a whole; always possible, in one touch.
pub(super) async fn withdraw(
    visit: Visit,
    Form(form): Form<HashMap<String, String>>,
) -> Result<Response, Failure> {
    let command = Command::Withdraw { heard: Heard::FromClient, words: None };
    done_or_shown(&visit, act(&visit, id(&form), command).await).await
}

async fn done_or_shown(visit: &Visit, done: Result<(), Failure>) -> Result<Response, Failure> {
    match done {
        Ok(()) => Ok(to(&path())),
        Err(Failure::Refused(refusal)) => drawn(visit, None, Some(Back::of(refusal))).await,
        Err(failure) => Err(failure),
    }
}

/// The name, and the language in which it was read.
#[derive(Deserialize)]
pub(super) struct Named {
    command: Option<String>,
    #[serde(default)]
    name: String,
    language: String,
}

/// Signs what was agreed, with the hash of the text that was read.
pub(super) async fn sign(visit: Visit, Form(form): Form<Named>) -> Result<Response, Failure> {
    let case = visit.read(client(&visit)?, Kind::Consent).await?;
    let document = case.consent.open_document().ok_or(Failure::NotFound)?;
    let document_sha256 = chance::document_sha256(document.printed(&form.language));
    let command = Command::Sign { name: form.name.clone(), language: form.language, document_sha256 };
    match act(&visit, form.command.as_deref(), command).await {
        Ok(()) => Ok(to(&path())),
        Err(Failure::Refused(refusal)) => {
            let back = Back { name: form.name, ..Back::of(refusal) };
            drawn(&visit, Some(document.clauses.len() + 2), Some(back)).await
        }
        Err(failure) => Err(failure),
    }
}
