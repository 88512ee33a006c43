//! The intake: what the client tells of their health, one question at a time.
//!
//! Each answer is kept at once and becomes facts of the history, told by the client. *Not sure* is
//! unknown and never a pass; a question that was skipped is shown as skipped.

use std::collections::BTreeMap;

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::History;
use crate::case::{At, Case};
use crate::event::{self, Recorded, Who};
use crate::health_history::{Fact, FactKind, FactStatus, Origin, PartialDate, Person, Provenance, WEIGHT_KG};
use crate::refusal::Refusal;
use crate::scale::{RiskSource, risk_shown};
use crate::text;

mod facts;
mod questions;

pub use facts::CODE_SYSTEM;
pub use questions::{Question, Trouble};

/// Medicines or allergies that one list may hold.
pub const ENTRIES_MAX: usize = 60;

/// Limits beyond which a figure is a slip of the hand or another unit.
const HEIGHT_CM: std::ops::RangeInclusive<f64> = 90.0..=250.0;

/// Yes, no, or not sure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Says {
    /// Yes.
    Yes,
    /// No.
    No,
    /// Unknown: it counts as what may be so.
    NotSure,
}

/// How often something is drunk or used.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Habit {
    /// Not at all.
    Never,
    /// At most once a month.
    Monthly,
    /// Some times a month.
    SomeTimesAMonth,
    /// Some days a week.
    SomeDaysAWeek,
    /// On most days.
    MostDays,
}

impl Habit {
    /// Every answer, in the order in which it is offered.
    pub const ALL: [Self; 5] =
        [Self::Never, Self::Monthly, Self::SomeTimesAMonth, Self::SomeDaysAWeek, Self::MostDays];
}

/// One medicine or allergy, in the client's own words.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// What it is called.
    pub name: String,
    /// Of a medicine how much, of an allergy what happens.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub detail: Option<String>,
    /// How often it is taken.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub often: Option<String>,
}

/// What the client answers to one question.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "reply", rename_all = "snake_case")]
pub enum Reply {
    /// What they say of each trouble; one left out is not answered.
    Troubles {
        /// Answers by trouble.
        says: BTreeMap<Trouble, Says>,
        /// What they add in their own words.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        words: Option<String>,
    },
    /// One more on the list; the list stays open.
    Entry(Entry),
    /// One on the list was a mistake.
    TakenBack {
        /// Which, from 1.
        number: u16,
    },
    /// The list is whole; an empty one says "none".
    ThatIsAll,
    /// How often.
    Habit {
        /// Which.
        habit: Habit,
    },
    /// When they were born.
    Born {
        /// As exactly as they say.
        on: PartialDate,
    },
    /// Weight in kilograms and height in centimetres, as they know them.
    Body {
        /// Weight, kg.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        weight_kg: Option<f64>,
        /// Height, cm.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        height_cm: Option<f64>,
    },
    /// Somebody, and how to reach them.
    Somebody {
        /// Their name, and who they are to the client.
        name: String,
        /// A telephone number.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        phone: Option<String>,
    },
    /// Their own words.
    Words {
        /// The words.
        words: String,
    },
    /// They skipped it.
    Skipped,
}

/// One answer with the facts that it states.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Answered {
    /// Which question.
    pub question: Question,
    /// The answer.
    #[serde(flatten)]
    pub reply: Reply,
    /// Facts as the rules read them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub facts: Vec<Fact>,
}

/// An answer as it stands.
#[derive(Debug, Clone, PartialEq)]
pub struct Given {
    /// When.
    pub at: Timestamp,
    /// Who gave it.
    pub by: Who,
    /// The answer.
    pub reply: Reply,
}

/// The intake as it stands.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Intake {
    /// The newest answer to each question that was closed.
    pub given: BTreeMap<Question, Given>,
    /// Lists by question, in the order of telling; one taken back leaves its place empty.
    pub lists: BTreeMap<Question, Vec<Option<Entry>>>,
    /// When the client last said "not now".
    pub put_off_at: Option<Timestamp>,
    /// When the client wanted no more of it; none once they go on.
    pub stopped_at: Option<Timestamp>,
}

impl Intake {
    /// Whether anything was answered.
    pub fn is_begun(&self) -> bool {
        !self.given.is_empty() || !self.lists.is_empty()
    }

    /// The first question that is still open.
    pub fn next(&self) -> Option<Question> {
        Question::ALL.into_iter().find(|question| !self.given.contains_key(question))
    }

    /// Whether every question was answered or skipped.
    pub fn is_done(&self) -> bool {
        self.next().is_none()
    }

    /// How many questions were answered or skipped.
    pub fn closed(&self) -> usize {
        self.given.len()
    }

    /// Questions that were skipped.
    pub fn skipped(&self) -> impl Iterator<Item = Question> {
        self.given.iter().filter(|(_, given)| given.reply == Reply::Skipped).map(|(question, _)| *question)
    }

    /// What is on a list, each with its number.
    pub fn entries(&self, question: Question) -> impl Iterator<Item = (u16, &Entry)> {
        let list = self.lists.get(&question).into_iter().flatten().zip(1u16..);
        list.filter_map(|(entry, number)| Some((number, entry.as_ref()?)))
    }
}

/// Decides an answer; one that says the same again is nothing new.
pub(super) fn answered(
    case: &Case,
    question: Question,
    reply: &Reply,
    at: &At<'_>,
) -> Result<Vec<event::Event>, Refusal> {
    let intake = &case.history.intake;
    let reply = checked(intake, question, reply.clone())?;
    if intake.given.get(&question).is_some_and(|given| given.reply == reply) {
        return Err(Refusal::NothingNew);
    }
    let today = at.practice.date_at(at.now);
    let facts = facts::stated(intake, question, &reply, &origin(at.by), today);
    let at_risk = asks_for_help(question, &reply);
    let born = match &reply {
        Reply::Born { on } => {
            Some(super::Event::PersonTold(Person { birth_date: Some(on.clone()), ..Person::default() }))
        }
        _ => None,
    };
    let answered = super::Event::IntakeAnswered(Box::new(Answered { question, reply, facts }));
    let mut events: Vec<event::Event> =
        std::iter::once(answered).chain(born).map(event::Event::History).collect();
    events.extend(at_risk.then(|| risk_shown(RiskSource::Intake)));
    Ok(events)
}

/// Whether the answer shows thoughts of self-harm; being unsure of it does too.
pub fn asks_for_help(question: Question, reply: &Reply) -> bool {
    let Reply::Troubles { says, .. } = reply else { return false };
    let said = says.get(&Trouble::SuicidalThoughts);
    question == Question::HarmThoughts && matches!(said, Some(Says::Yes | Says::NotSure))
}

/// Who told it: the client themselves, or somebody who wrote it down for them.
fn origin(by: Who) -> Provenance {
    let origin = match by {
        Who::Client => Origin::Answer,
        Who::Staff { .. } | Who::Public | Who::System => Origin::ByHand,
    };
    Provenance { origin, document: Some("intake".to_owned()), resource: None }
}

/// Holds an answer against its question.
fn checked(intake: &Intake, question: Question, reply: Reply) -> Result<Reply, Refusal> {
    use Question::{Alcohol, Allergies, Body, Born, Cannabis, Emergency, Medicines, More, WayHome};
    match (question, reply) {
        (_, Reply::Skipped) => Ok(Reply::Skipped),
        (_, Reply::Troubles { says, words }) => {
            let asked = question.troubles();
            if says.is_empty() || !says.keys().all(|trouble| asked.contains(trouble)) {
                return Err(Refusal::AnswerInvalid);
            }
            Ok(Reply::Troubles { says, words: text::optional_paragraph(words)? })
        }
        (Medicines | Allergies, Reply::Entry(entry)) => {
            let known = intake.lists.get(&question).map_or(0, Vec::len);
            if known >= ENTRIES_MAX {
                return Err(Refusal::TooMany);
            }
            Ok(Reply::Entry(Entry {
                name: text::line(&entry.name)?.ok_or(Refusal::WordsMissing)?,
                detail: text::optional_line(entry.detail)?,
                often: text::optional_line(entry.often)?,
            }))
        }
        (Medicines | Allergies, Reply::TakenBack { number }) => {
            let there = intake.entries(question).any(|(known, _)| known == number);
            if there { Ok(Reply::TakenBack { number }) } else { Err(Refusal::NothingNew) }
        }
        (Medicines | Allergies, Reply::ThatIsAll) => Ok(Reply::ThatIsAll),
        (Alcohol | Cannabis, reply @ Reply::Habit { .. }) | (Born, reply @ Reply::Born { .. }) => Ok(reply),
        (Body, Reply::Body { weight_kg, height_cm }) => {
            let lawful = weight_kg.is_none_or(|kg| WEIGHT_KG.contains(&kg))
                && height_cm.is_none_or(|cm| HEIGHT_CM.contains(&cm))
                && (weight_kg.is_some() || height_cm.is_some());
            if lawful { Ok(Reply::Body { weight_kg, height_cm }) } else { Err(Refusal::AnswerInvalid) }
        }
        (WayHome | Emergency, Reply::Somebody { name, phone }) => Ok(Reply::Somebody {
            name: text::line(&name)?.ok_or(Refusal::NameMissing)?,
            phone: text::optional_line(phone)?,
        }),
        (More, Reply::Words { words }) => {
            Ok(Reply::Words { words: text::paragraph(&words)?.ok_or(Refusal::WordsMissing)? })
        }
        _ => Err(Refusal::AnswerInvalid),
    }
}

impl History {
    /// Takes one answer in: the list or the answer as it stands, and the facts that it states.
    pub(super) fn answer(&mut self, answered: &Answered, recorded: &Recorded) {
        let Answered { question, reply, facts } = answered;
        self.take(facts.iter(), recorded);
        let may_be_so = |fact: &Fact| {
            fact.kind != FactKind::Observation
                && !matches!(fact.status, FactStatus::Refuted | FactStatus::EnteredInError)
        };
        if facts.iter().any(may_be_so) {
            self.revision += 1;
        }
        let intake = &mut self.intake;
        intake.stopped_at = None;
        intake.put_off_at = None;
        match reply {
            Reply::Entry(entry) => {
                intake.lists.entry(*question).or_default().push(Some(entry.clone()));
                // A list that grows is whole again only when the client says so.
                intake.given.remove(question);
            }
            Reply::TakenBack { number } => {
                let place = usize::from(*number).checked_sub(1);
                let list = intake.lists.get_mut(question);
                if let Some(entry) = list.zip(place).and_then(|(list, place)| list.get_mut(place)) {
                    *entry = None;
                }
            }
            _ => {
                let (at, by) = (recorded.occurred_at, recorded.by);
                intake.given.insert(*question, Given { at, by, reply: reply.clone() });
            }
        }
    }
}

/// The day as it is kept with what was told on it.
fn on(today: Date) -> PartialDate {
    PartialDate::from(today)
}

#[cfg(test)]
mod tests;
