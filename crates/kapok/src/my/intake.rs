//! The intake, one question at a time; by its own link and from the client's own pages.

use std::collections::{BTreeMap, HashMap};

use axum::extract::Query;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use journey::health_history::PartialDate;
use journey::history::Command;
use journey::history::intake::{Entry, Habit, Question, Reply, Says, Trouble, asks_for_help};
use journey::link::Purpose;
use journey::{Case, ClientId, Refusal};
use pages::my::intake::{self as page, Ask, at, habit_value, says_value, trouble_field};
use pages::{Mine, Route};
use permit::Kind;
use serde::Deserialize;

use super::{frame, name, readers};
use crate::chance;
use crate::door::{self, Visit};
use crate::failure::Failure;
use crate::form::{self, Form};

/// Pounds in a kilogram, and centimetres in an inch, by the international yard and pound of 1959.
const POUNDS_PER_KG: f64 = 2.204_622_621_848_776;
const CM_PER_INCH: f64 = 2.54;

/// What the form sent, by the names of its fields.
type Sent = HashMap<String, String>;

/// Which question is asked for: by its name, or `next`.
#[derive(Deserialize)]
pub(super) struct Which {
    question: Option<String>,
}

/// Whether the holder may see what was answered before.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Earlier {
    Shown,
    /// Its own link may have come into other hands: it goes on, and tells nothing.
    Hidden,
}

/// Whose intake it is: that of the holder of its own link, or of a link to the client's pages.
fn whose(visit: &Visit) -> Result<(ClientId, Earlier), Failure> {
    let holder = visit.holder()?;
    match holder.purpose {
        Purpose::Home => Ok((holder.client, Earlier::Shown)),
        Purpose::Intake => Ok((holder.client, Earlier::Hidden)),
        Purpose::Consent | Purpose::CheckIn(_) => Err(Failure::NotFound),
    }
}

/// Where one begins or goes on, or the question that is asked for.
pub(super) async fn get(visit: Visit, Query(which): Query<Which>) -> Result<Response, Failure> {
    let (client, earlier) = whose(&visit)?;
    let case = visit.read(client, Kind::HealthHistory).await?;
    let intake = &case.history.intake;
    let asks = |question| asks(&case, earlier, question, BTreeMap::new(), None);
    let shown = match which.question.as_deref() {
        None if intake.is_done() => done(&case),
        None => page::Intake::Begins { closed: intake.closed() },
        Some("next") => match intake.next() {
            Some(question) => asks(question),
            None => done(&case),
        },
        Some(name) => {
            let question = Question::from_name(name).ok_or(Failure::NotFound)?;
            asks(question)
        }
    };
    drawn(&visit, &case, StatusCode::OK, &shown).await
}

fn done(case: &Case) -> page::Intake {
    let skipped: Vec<Question> = case.history.intake.skipped().collect();
    page::Intake::Done { questions: Question::ALL.map(|one| (one, skipped.contains(&one))).to_vec() }
}

fn asks(
    case: &Case,
    earlier: Earlier,
    question: Question,
    typed: BTreeMap<String, String>,
    refusal: Option<Refusal>,
) -> page::Intake {
    let intake = &case.history.intake;
    // Whether somebody has thoughts of harming themselves is asked anew and never shown again.
    let shows = earlier == Earlier::Shown && question != Question::HarmThoughts;
    let told = intake.entries(question);
    let told: Vec<_> = told.map(|(number, entry)| (number, entry.clone())).collect();
    page::Intake::Asks(Box::new(Ask {
        question,
        command: chance::command().to_string(),
        given: intake.given.get(&question).filter(|_| shows).map(|given| given.reply.clone()),
        told: told.len(),
        entries: if shows { told } else { Vec::new() },
        typed,
        refusal,
    }))
}

async fn drawn(
    visit: &Visit,
    case: &Case,
    status: StatusCode,
    shown: &page::Intake,
) -> Result<Response, Failure> {
    let name = name(visit).await?;
    let names = if name.is_some() { readers(visit, case) } else { Vec::new() };
    Ok(door::page(status, page::page(&frame(visit, name.as_deref()), &names, shown)))
}

/// Keeps one answer, or takes one of the ways out.
pub(super) async fn post(visit: Visit, Form(sent): Form<Sent>) -> Result<Response, Failure> {
    let (client, earlier) = whose(&visit)?;
    let question = Question::from_name(said(&sent, "question")).ok_or(Failure::Unreadable)?;
    let case = visit.read(client, Kind::HealthHistory).await?;
    match said(&sent, "way") {
        "back" => return Ok(to(before(question))),
        "not-now" => {
            act(&visit, client, &sent, Command::PutOffIntake).await?;
            return drawn(&visit, &case, StatusCode::OK, &page::Intake::PutOff).await;
        }
        "stop" => {
            act(&visit, client, &sent, Command::StopIntake).await?;
            return drawn(&visit, &case, StatusCode::OK, &page::Intake::Stopped).await;
        }
        _ => {}
    }
    let refused = match read(question, &sent) {
        Ok(reply) => {
            let (helps, stays) = (asks_for_help(question, &reply), stays(&reply));
            match act(&visit, client, &sent, Command::AnswerIntake { question, reply }).await {
                Ok(()) if helps => {
                    return drawn(&visit, &case, StatusCode::OK, &page::Intake::HelpNow).await;
                }
                Ok(()) => return Ok(if stays { to(question) } else { on_from(&case, question) }),
                Err(Failure::Refused(refusal)) => refusal,
                Err(failure) => return Err(failure),
            }
        }
        Err(refusal) => refusal,
    };
    let typed = sent.into_iter().filter(|(name, _)| name != "csrf" && name != "command").collect();
    let shown = asks(&case, earlier, question, typed, Some(refused));
    drawn(&visit, &case, StatusCode::UNPROCESSABLE_ENTITY, &shown).await
}

/// Does it; what is so already is no refusal to whoever says it again.
async fn act(visit: &Visit, client: ClientId, sent: &Sent, command: Command) -> Result<(), Failure> {
    let id = form::command(sent.get("command").map(String::as_str));
    match visit.act(client, id, journey::Command::History(command)).await {
        Ok(_) | Err(Failure::Refused(Refusal::NothingNew)) => Ok(()),
        Err(failure) => Err(failure),
    }
}

/// Whether the question stays on the screen: a list that grew or shrank.
fn stays(reply: &Reply) -> bool {
    matches!(reply, Reply::Entry(_) | Reply::TakenBack { .. })
}

fn to(question: Question) -> Response {
    Redirect::to(&at(question)).into_response()
}

/// The question after this one that is still open; when all are closed, what was asked.
fn on_from(case: &Case, question: Question) -> Response {
    let is_open = |one: &Question| *one != question && !case.history.intake.given.contains_key(one);
    let after = Question::ALL.into_iter().skip_while(|one| *one != question).find(is_open);
    match after.or_else(|| Question::ALL.into_iter().find(is_open)) {
        Some(next) => to(next),
        None => Redirect::to(&Route::Mine(Mine::Intake).path()).into_response(),
    }
}

fn before(question: Question) -> Question {
    let place = Question::ALL.iter().position(|one| *one == question).unwrap_or_default();
    Question::ALL[place.saturating_sub(1)]
}

fn said<'a>(sent: &'a Sent, name: &str) -> &'a str {
    sent.get(name).map_or("", |text| text.trim())
}

fn filled(sent: &Sent, name: &str) -> Option<String> {
    form::filled(sent.get(name).cloned())
}

/// Reads what was sent as an answer to this question; the rules hold its limits.
fn read(question: Question, sent: &Sent) -> Result<Reply, Refusal> {
    match said(sent, "way") {
        "skip" => return Ok(Reply::Skipped),
        "all" => return Ok(Reply::ThatIsAll),
        "take-back" => {
            let number = said(sent, "number").parse().map_err(|_| Refusal::AnswerInvalid)?;
            return Ok(Reply::TakenBack { number });
        }
        _ => {}
    }
    match question {
        Question::Born => {
            let on = PartialDate::new(said(sent, "on")).map_err(|_| Refusal::AnswerInvalid)?;
            Ok(Reply::Born { on })
        }
        Question::Body => Ok(Reply::Body { weight_kg: weight_kg(sent)?, height_cm: height_cm(sent)? }),
        Question::Allergies | Question::Medicines => Ok(Reply::Entry(Entry {
            name: said(sent, "name").to_owned(),
            detail: filled(sent, "detail"),
            often: filled(sent, "often"),
        })),
        Question::Alcohol | Question::Cannabis => {
            let habit = Habit::ALL.into_iter().find(|habit| habit_value(*habit) == said(sent, "habit"));
            Ok(Reply::Habit { habit: habit.ok_or(Refusal::AnswerInvalid)? })
        }
        Question::WayHome | Question::Emergency => {
            Ok(Reply::Somebody { name: said(sent, "name").to_owned(), phone: filled(sent, "phone") })
        }
        Question::More => Ok(Reply::Words { words: said(sent, "words").to_owned() }),
        _ => Ok(troubles(question, sent)),
    }
}

/// What is said of each trouble; "none of these" says no to every one that has no answer.
fn troubles(question: Question, sent: &Sent) -> Reply {
    let none = said(sent, "way") == "none";
    let answer = |trouble: Trouble| {
        let value = said(sent, &trouble_field(trouble));
        let chosen = [Says::Yes, Says::No, Says::NotSure].into_iter().find(|says| says_value(*says) == value);
        chosen.or(none.then_some(Says::No)).map(|says| (trouble, says))
    };
    let says = question.troubles().iter().copied().filter_map(answer).collect();
    Reply::Troubles { says, words: filled(sent, "words") }
}

fn number(text: &str) -> Result<f64, Refusal> {
    text.replace(',', ".").parse().map_err(|_| Refusal::AnswerInvalid)
}

fn weight_kg(sent: &Sent) -> Result<Option<f64>, Refusal> {
    let Some(text) = Some(said(sent, "weight")).filter(|text| !text.is_empty()) else { return Ok(None) };
    let value = number(text)?;
    let kg = if said(sent, "weight_unit") == "lb" { value / POUNDS_PER_KG } else { value };
    Ok(Some(to_tenths(kg)))
}

/// Centimetres; or feet and inches as people write them: `5'7`, `5 7`.
fn height_cm(sent: &Sent) -> Result<Option<f64>, Refusal> {
    let Some(text) = Some(said(sent, "height")).filter(|text| !text.is_empty()) else { return Ok(None) };
    if said(sent, "height_unit") != "ft" {
        return Ok(Some(to_tenths(number(text)?)));
    }
    let mut parts = text.split(|c: char| !c.is_ascii_digit() && c != '.').filter(|part| !part.is_empty());
    let feet = number(parts.next().unwrap_or_default())?;
    let inches = parts.next().map_or(Ok(0.0), number)?;
    Ok(Some(to_tenths((feet * 12.0 + inches) * CM_PER_INCH)))
}

fn to_tenths(value: f64) -> f64 {
    (value * 10.0).round() / 10.0
}

#[cfg(test)]
mod tests {
    use super::{Sent, height_cm, weight_kg};

    fn sent(fields: &[(&str, &str)]) -> Sent {
        fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
    }

    #[test]
    fn a_weight_and_a_height_are_read_in_the_units_people_know() {
        let kg = |value, unit| weight_kg(&sent(&[("weight", value), ("weight_unit", unit)]));
        assert_eq!(kg("71,5", "kg"), Ok(Some(71.5)));
        assert_eq!(kg("150", "lb"), Ok(Some(68.0)));
        assert_eq!(kg("", "kg"), Ok(None));
        assert!(kg("heavy", "kg").is_err());
        let cm = |value, unit| height_cm(&sent(&[("height", value), ("height_unit", unit)]));
        assert_eq!(cm("168", "cm"), Ok(Some(168.0)));
        for written in ["5'7", "5' 7\"", "5 7", "5ft 7in"] {
            assert_eq!(cm(written, "ft"), Ok(Some(170.2)), "{written}");
        }
        assert!(cm("tall", "ft").is_err());
    }
}
