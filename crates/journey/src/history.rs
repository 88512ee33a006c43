//! The health history as it is gathered: imports, facts by hand, corrections.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::case::{At, Case};
use crate::event::{self, Recorded, Who};
use crate::health_history::{
    Changed, Fact, FactId, FactKind, FactStatus, Ignored, Import, LeftOut, Person, Sex, absent, merge,
};
use crate::refusal::Refusal;
use crate::{screening, text};

pub mod intake;

/// Facts that one import may hold; larger records are imported in parts.
pub const FACTS_PER_IMPORT_MAX: usize = 20_000;

/// What can be asked.
#[derive(Debug, Clone, PartialEq)]
pub enum Command {
    /// Take a record in. Needs `Create` on `HealthHistory`.
    Import {
        /// What was read from it.
        import: Box<Import>,
        /// SHA-256 of the file as it came, in hexadecimal digits.
        document_sha256: String,
    },
    /// Add one fact that somebody tells. Needs `Create` on `HealthHistory`.
    AddByHand {
        /// The fact; an id that is known already words that fact anew.
        fact: Box<Fact>,
    },
    /// Say who the person is to the rules: sex, date of birth. Needs `Create` on `HealthHistory`.
    TellPerson(Person),
    /// Show that a fact is wrong; it stays visible. Needs `Sign` on `HealthHistory`.
    Correct {
        /// Which fact.
        fact: FactId,
        /// What it is instead.
        correction: Wrong,
        /// What shows it.
        evidence: String,
    },
    /// Say of facts that no rule understands: read, and without bearing. Needs `Sign` on `HealthHistory`.
    ReadNoBearing {
        /// Which facts.
        facts: Vec<FactId>,
        /// What is to be said of them.
        words: Option<String>,
    },
    /// Answer one question of the intake. Needs `Create` on `HealthHistory`.
    AnswerIntake {
        /// Which question.
        question: intake::Question,
        /// The answer.
        reply: intake::Reply,
    },
    /// The client says "not now" to the intake. Needs `Create` on `HealthHistory`.
    PutOffIntake,
    /// The client wants no more of the intake. Needs `Create` on `HealthHistory`.
    StopIntake,
}

/// What is wrong about a fact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Wrong {
    /// It was looked into and found not to be so.
    Refuted,
    /// It was written by mistake, or belongs to somebody else.
    EnteredInError,
}

/// What has happened.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type")]
pub enum Event {
    /// A record was taken in.
    HistoryImported(Box<Imported>),
    /// Somebody told a fact.
    FactToldByHand {
        /// The fact.
        fact: Box<Fact>,
    },
    /// Somebody said who the person is to the rules.
    PersonTold(Person),
    /// A fact was shown to be wrong.
    FactCorrected {
        /// Which fact.
        fact: FactId,
        /// What it is instead.
        correction: Wrong,
        /// What shows it.
        evidence: String,
    },
    /// Facts that no rule understands were read by a person, and found without bearing.
    FactsReadNoBearing {
        /// Which facts.
        facts: Vec<FactId>,
        /// What was said of them.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        words: Option<String>,
    },
    /// A question of the intake was answered.
    IntakeAnswered(Box<intake::Answered>),
    /// The client said "not now" to the intake.
    IntakePutOff,
    /// The client wanted no more of the intake.
    IntakeStopped,
}

/// What an import brought; the name in the record stays out, since it is no clinical fact.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Imported {
    /// The file's name.
    pub document: String,
    /// SHA-256 of the file as it came.
    pub document_sha256: String,
    /// Whom the record is about, for the rules.
    pub person: Person,
    /// How many resources it held.
    pub resources: usize,
    /// Facts that were not known.
    pub added: Vec<Fact>,
    /// Facts that the record words anew, as they are now.
    pub changed: Vec<Fact>,
    /// How many facts stayed as they were.
    pub unchanged: usize,
    /// Facts of earlier readings of the same record that it no longer holds. They stay: absence
    /// from an export is not an ending.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub absent: Vec<FactId>,
    /// What no rule reads.
    #[serde(default)]
    pub ignored: Vec<Ignored>,
    /// What could not be taken in.
    #[serde(default)]
    pub left_out: Vec<LeftOut>,
    /// What a reader should know of the file as a whole.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub remarks: Vec<String>,
}

/// That a fact was shown to be wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Correction {
    /// What it is instead.
    pub correction: Wrong,
    /// What shows it.
    pub evidence: String,
    /// Who says so.
    pub by: Who,
    /// When.
    pub at: Timestamp,
}

/// That a person read a fact which no rule understands, and found it without bearing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReadBy {
    /// Who.
    pub by: Who,
    /// When.
    pub at: Timestamp,
    /// What they said of it.
    pub words: Option<String>,
}

/// One import, as the list of imports shows it.
#[derive(Debug, Clone, PartialEq)]
pub struct Source {
    /// When it was taken in.
    pub at: Timestamp,
    /// What it brought; the facts themselves are in the history.
    pub document: String,
    /// SHA-256 of the file.
    pub document_sha256: String,
    /// How many resources it held.
    pub resources: usize,
    /// How many facts were new.
    pub added: usize,
    /// Facts that it worded anew, before and after.
    pub changed: Vec<Changed>,
    /// Facts of earlier readings that it no longer holds.
    pub absent: Vec<FactId>,
    /// What no rule reads.
    pub ignored: Vec<Ignored>,
    /// What could not be taken in.
    pub left_out: Vec<LeftOut>,
    /// What a reader should know of the file as a whole.
    pub remarks: Vec<String>,
}

/// How a fact came to be known here, as it is worded now.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Came {
    /// Who took it in.
    pub by: Who,
    /// When.
    pub at: Timestamp,
}

/// The history as it stands.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct History {
    /// Who the person is to the rules.
    pub person: Person,
    /// Every fact as its source words it, in the order it came.
    pub facts: Vec<Fact>,
    /// Facts shown to be wrong; a record that words one anew ends its correction.
    pub corrections: BTreeMap<FactId, Correction>,
    /// Who took each fact in, and when.
    pub came: BTreeMap<FactId, Came>,
    /// Facts that a person read and found without bearing; one that is worded anew is read anew.
    pub read: BTreeMap<FactId, ReadBy>,
    /// The records taken in, oldest first.
    pub sources: Vec<Source>,
    /// What the client answered in the intake.
    pub intake: intake::Intake,
    /// Grows with every fact that reopens a clearance: imports, and what is no measurement.
    pub revision: u32,
}

impl History {
    /// Whether nothing has been told or imported yet.
    pub fn is_empty(&self) -> bool {
        self.facts.is_empty() && self.sources.is_empty()
    }

    /// The facts with corrections applied: what the rules read.
    pub fn current(&self) -> Vec<Fact> {
        self.facts.iter().map(|fact| self.corrected(fact)).collect()
    }

    fn corrected(&self, fact: &Fact) -> Fact {
        let mut fact = fact.clone();
        if let Some(correction) = self.corrections.get(&fact.id) {
            fact.status = correction.correction.status();
        }
        fact
    }
}

impl Wrong {
    /// The status that the rules see instead.
    pub fn status(self) -> FactStatus {
        match self {
            Self::Refuted => FactStatus::Refuted,
            Self::EnteredInError => FactStatus::EnteredInError,
        }
    }
}

/// Decides what is taken into the history.
///
/// # Errors
/// When nothing in it is new, it is too large, or a correction has no fact or no evidence.
pub fn decide(case: &Case, command: &Command, at: &At<'_>) -> Result<Vec<event::Event>, Refusal> {
    let history = &case.history;
    let event = match command {
        Command::Import { import, document_sha256 } => imported(history, import, document_sha256)?,
        Command::AddByHand { fact } => told(history, fact)?,
        Command::TellPerson(person) => {
            if joined(&history.person, person) == history.person {
                return Err(Refusal::NothingNew);
            }
            Event::PersonTold(person.clone())
        }
        Command::Correct { fact, correction, evidence } => {
            if !history.facts.iter().any(|known| known.id == *fact) {
                return Err(Refusal::NoSuchFact);
            }
            let evidence = text::paragraph(evidence)?.ok_or(Refusal::ReasonMissing)?;
            Event::FactCorrected { fact: fact.clone(), correction: *correction, evidence }
        }
        Command::ReadNoBearing { facts, words } => read(history, facts, words.clone())?,
        Command::AnswerIntake { question, reply } => return intake::answered(case, *question, reply, at),
        Command::PutOffIntake => Event::IntakePutOff,
        Command::StopIntake if history.intake.stopped_at.is_some() => return Err(Refusal::NothingNew),
        Command::StopIntake => Event::IntakeStopped,
    };
    Ok(vec![event::Event::History(event)])
}

fn imported(history: &History, import: &Import, document_sha256: &str) -> Result<Event, Refusal> {
    if import.facts.len() > FACTS_PER_IMPORT_MAX {
        return Err(Refusal::TooMany);
    }
    let changes = merge(&history.facts, import);
    let same_person = joined(&history.person, &import.person) == history.person;
    let absent = absent(&history.facts, import);
    let read_before = history.sources.iter().any(|source| source.document_sha256 == document_sha256);
    let same_facts = changes.added.is_empty() && changes.changed.is_empty();
    if same_facts && same_person && (absent.is_empty() || read_before) {
        return Err(Refusal::NothingNew);
    }
    Ok(Event::HistoryImported(Box::new(Imported {
        document: text::line(&import.document)?.unwrap_or_default(),
        document_sha256: document_sha256.to_owned(),
        person: import.person.clone(),
        resources: import.resources,
        unchanged: changes.unchanged.len(),
        absent,
        changed: changes.changed.into_iter().map(|changed| changed.after).collect(),
        added: changes.added,
        ignored: import.ignored.clone(),
        left_out: import.left_out.clone(),
        remarks: import.remarks.clone(),
    })))
}

fn told(history: &History, fact: &Fact) -> Result<Event, Refusal> {
    let mut fact = fact.clone();
    fact.text = text::line(&fact.text)?.ok_or(Refusal::WordsMissing)?;
    if history.facts.iter().any(|known| known.id == fact.id && known.says_the_same(&fact)) {
        return Err(Refusal::NothingNew);
    }
    Ok(Event::FactToldByHand { fact: Box::new(fact) })
}

/// Only what no rule understands can be read away; what a rule reads is answered at its finding.
fn read(history: &History, facts: &[FactId], words: Option<String>) -> Result<Event, Refusal> {
    let known: BTreeMap<&FactId, &Fact> = history.facts.iter().map(|fact| (&fact.id, fact)).collect();
    let mut unread = Vec::new();
    for id in facts {
        let fact = known.get(id).ok_or(Refusal::NoSuchFact)?;
        if screening::understands(fact) {
            return Err(Refusal::RulesReadThis);
        }
        if !history.read.contains_key(id) && !unread.contains(id) {
            unread.push(id.clone());
        }
    }
    if unread.is_empty() {
        return Err(Refusal::NothingNew);
    }
    Ok(Event::FactsReadNoBearing { facts: unread, words: text::optional_paragraph(words)? })
}

/// What is known of the person once `told` is added; what is left unsaid stays as it was.
fn joined(known: &Person, told: &Person) -> Person {
    Person {
        sex: if told.sex == Sex::Unknown { known.sex } else { told.sex },
        birth_sex: told.birth_sex.or(known.birth_sex),
        birth_date: told.birth_date.clone().or_else(|| known.birth_date.clone()),
        deceased: told.deceased.clone().or_else(|| known.deceased.clone()),
    }
}

impl History {
    /// Takes one more fact in.
    pub fn evolve(&mut self, event: &Event, recorded: &Recorded) {
        match event {
            Event::HistoryImported(imported) => {
                self.person = joined(&self.person, &imported.person);
                let source = self.source(imported, recorded);
                self.take(imported.added.iter().chain(&imported.changed), recorded);
                self.sources.push(source);
                self.revision += 1;
            }
            Event::FactToldByHand { fact } => {
                self.take(std::iter::once(fact.as_ref()), recorded);
                if fact.kind != FactKind::Observation {
                    self.revision += 1;
                }
            }
            Event::PersonTold(person) => self.person = joined(&self.person, person),
            Event::FactCorrected { fact, correction, evidence } => {
                let correction = Correction {
                    correction: *correction,
                    evidence: evidence.clone(),
                    by: recorded.by,
                    at: recorded.occurred_at,
                };
                self.corrections.insert(fact.clone(), correction);
            }
            Event::FactsReadNoBearing { facts, words } => {
                let read = ReadBy { by: recorded.by, at: recorded.occurred_at, words: words.clone() };
                self.read.extend(facts.iter().map(|fact| (fact.clone(), read.clone())));
            }
            Event::IntakeAnswered(answered) => self.answer(answered, recorded),
            Event::IntakePutOff => self.intake.put_off_at = Some(recorded.occurred_at),
            Event::IntakeStopped => self.intake.stopped_at = Some(recorded.occurred_at),
        }
    }

    /// What an import brought, told before it is taken in.
    fn source(&self, imported: &Imported, recorded: &Recorded) -> Source {
        let known: BTreeMap<&FactId, &Fact> = self.facts.iter().map(|fact| (&fact.id, fact)).collect();
        let changed = |after: &Fact| {
            let before = known.get(&after.id).copied().unwrap_or(after).clone();
            Changed { before, after: after.clone() }
        };
        Source {
            at: recorded.occurred_at,
            document: imported.document.clone(),
            document_sha256: imported.document_sha256.clone(),
            resources: imported.resources,
            added: imported.added.len(),
            changed: imported.changed.iter().map(changed).collect(),
            absent: imported.absent.clone(),
            ignored: imported.ignored.clone(),
            left_out: imported.left_out.clone(),
            remarks: imported.remarks.clone(),
        }
    }

    fn take<'a>(&mut self, facts: impl Iterator<Item = &'a Fact>, recorded: &Recorded) {
        let came = Came { by: recorded.by, at: recorded.occurred_at };
        let mut places: BTreeMap<FactId, usize> =
            self.facts.iter().enumerate().map(|(place, fact)| (fact.id.clone(), place)).collect();
        for fact in facts {
            self.corrections.remove(&fact.id);
            self.read.remove(&fact.id);
            self.came.insert(fact.id.clone(), came);
            match places.get(&fact.id) {
                Some(&place) => self.facts[place] = fact.clone(),
                None => {
                    places.insert(fact.id.clone(), self.facts.len());
                    self.facts.push(fact.clone());
                }
            }
        }
    }
}

#[cfg(test)]
mod tests;
