//! Scales: questionnaires as data, one filling each, and the risk that answers may show.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::case::{At, Case};
use crate::event::{self, Recorded, Who};
use crate::id::SessionId;
use crate::refusal::Refusal;

mod definition;
mod phq9;
mod risk;

pub use definition::{Answered, Band, Choice, Item, ReliableChange, RiskItem, Scale, Score, Scoring};
pub use phq9::PHQ9;
pub use risk::{Assessment, Finding, Risk, RiskLevel, RiskSign, RiskSource};

/// Fillings that one journey holds.
pub const FILLINGS_MAX: usize = 10_000;

/// Every scale that is shipped.
pub static SCALES: [&Scale; 1] = [&PHQ9];

/// The shipped scale of that id.
pub fn scale(id: &str) -> Option<&'static Scale> {
    SCALES.into_iter().find(|scale| scale.id == id)
}

/// What can be asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// Take the answers of one filling. Needs `Create` on `Scale`.
    Administer {
        /// Which scale.
        scale: String,
        /// The answers; an item that is not here was left out.
        answers: Vec<Answered>,
        /// On what occasion.
        occasion: Occasion,
    },
    /// Assess the risk that answers showed; a person's name stands under it. Needs `Create` on `Task`.
    AssessRisk {
        /// What was found.
        finding: Finding,
    },
}

/// On what occasion a scale was filled in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "occasion", rename_all = "snake_case")]
pub enum Occasion {
    /// Before any medicine.
    Baseline,
    /// Days after a session.
    AfterSession {
        /// Which session.
        session: SessionId,
        /// How many days.
        day: u16,
    },
    /// At a review.
    Review,
    /// Months after the last session.
    FollowUp {
        /// How many months.
        months: u16,
    },
    /// At another time.
    Between,
}

/// What has happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type")]
pub enum Event {
    /// A scale was filled in.
    ScaleAnswered {
        /// Which scale.
        scale: String,
        /// The version of its wording and scoring.
        version: String,
        /// The answers by their printed codes.
        answers: Vec<Answered>,
        /// On what occasion.
        occasion: Occasion,
        /// The score; none when too much was left out.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        score: Option<Score>,
    },
    /// An answer showed a risk that a person must look at.
    RiskShown {
        /// Which answer.
        source: RiskSource,
    },
    /// A person assessed the risk.
    RiskAssessed {
        /// What was found.
        finding: Finding,
    },
}

/// One filling as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Filling {
    /// Which scale.
    pub scale: String,
    /// The version of its wording and scoring.
    pub version: String,
    /// When it was filled in.
    pub at: Timestamp,
    /// The answers by their printed codes.
    pub answers: Vec<Answered>,
    /// On what occasion.
    pub occasion: Occasion,
    /// The score; none when too much was left out.
    pub score: Option<Score>,
}

/// The fillings and the risk as they stand.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Scales {
    /// Every filling, in the order it was recorded.
    pub fillings: Vec<Filling>,
    /// What answers showed, and who looked at it.
    pub risk: Risk,
}

impl Scales {
    /// Fillings of one scale that have a score, oldest first.
    pub fn scored(&self, scale: &str) -> impl Iterator<Item = (&Filling, Score)> {
        let of_scale = self.fillings.iter().filter(move |filling| filling.scale == scale);
        of_scale.filter_map(|filling| Some((filling, filling.score?)))
    }
}

/// Decides a command about scales.
///
/// # Errors
/// When the scale is not there, an answer is none of its codes, or nobody is to assess.
pub fn decide(case: &Case, command: &Command, at: &At<'_>) -> Result<Vec<event::Event>, Refusal> {
    match command {
        Command::Administer { scale: id, answers, occasion } => {
            let scale = scale(id).ok_or(Refusal::NoSuchScale)?;
            if case.scales.fillings.len() >= FILLINGS_MAX {
                return Err(Refusal::TooMany);
            }
            scale.check(answers)?;
            let answered = Event::ScaleAnswered {
                scale: scale.id.to_owned(),
                version: scale.version.to_owned(),
                answers: answers.clone(),
                occasion: *occasion,
                score: scale.score(answers),
            };
            let mut events = vec![event::Event::Scale(answered)];
            events.extend(risk::shown(scale, answers).map(risk_shown));
            Ok(events)
        }
        Command::AssessRisk { finding } => {
            let Who::Staff { .. } = at.by else {
                return Err(Refusal::AssessedByStaff);
            };
            let finding = finding.clone().checked()?;
            Ok(vec![event::Event::Scale(Event::RiskAssessed { finding })])
        }
    }
}

/// The fact that an answer showed a risk, for whichever module took the answer.
pub(crate) fn risk_shown(source: RiskSource) -> event::Event {
    event::Event::Scale(Event::RiskShown { source })
}

impl Scales {
    /// Takes one more fact in.
    pub fn evolve(&mut self, event: &Event, recorded: &Recorded) {
        match event {
            Event::ScaleAnswered { scale, version, answers, occasion, score } => {
                self.fillings.push(Filling {
                    scale: scale.clone(),
                    version: version.clone(),
                    at: recorded.occurred_at,
                    answers: answers.clone(),
                    occasion: *occasion,
                    score: *score,
                });
            }
            Event::RiskShown { source } => {
                self.risk.shown(RiskSign { source: source.clone(), at: recorded.occurred_at });
            }
            Event::RiskAssessed { finding } => self.risk.assessed(Assessment {
                by: recorded.by,
                at: recorded.occurred_at,
                finding: finding.clone(),
            }),
        }
    }
}

#[cfg(test)]
mod tests;
