//! Scales: questionnaires as data, one filling each, and the risk that answers may show.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::case::{At, Case};
use crate::event::{self, Recorded, Who};
use crate::id::SessionId;
use crate::protocol::Protocol;
use crate::refusal::Refusal;
use crate::text;

mod asq;
mod auditc;
mod change;
mod definition;
mod deterioration;
mod due;
mod gad7;
mod pcl5;
mod peg;
mod phq9;
mod rand36;
mod reading;
mod risk;

pub use asq::ASQ;
pub use auditc::AUDIT_C;
pub use change::{Change, Meaningful, Noise};
pub use definition::{
    Answered, AskedIf, Band, Better, Choice, Cluster, Clusters, Item, ItemWords, LimitsBySex,
    MeaningfulChange, Reliability, ReliableChange, Response, RiskRule, Scale, Score, Scored, Scoring,
    Wording,
};
pub use deterioration::{Deterioration, Reference, deteriorated, unreviewed};
pub use due::{Proposal, occasion, proposed};
pub use gad7::GAD7;
pub use pcl5::PCL5;
pub use peg::PEG;
pub use phq9::PHQ9;
pub use rand36::{RAND36_ENERGY, RAND36_PAIN};
pub use reading::{Acuity, Part, Reading, Remark};
pub use risk::{Assessment, Finding, Risk, RiskLevel, RiskSign, RiskSource, shown};

/// Fillings that one journey holds.
pub const FILLINGS_MAX: usize = 10_000;

/// Every scale that is shipped.
pub static SCALES: [&Scale; 8] = [&PHQ9, &GAD7, &PCL5, &PEG, &RAND36_ENERGY, &RAND36_PAIN, &AUDIT_C, &ASQ];

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
    /// Keep some answers of a filling that is not finished. Needs `Create` on `Scale`.
    KeepAnswers {
        /// Which scale.
        scale: String,
        /// Answers, also to what was answered before.
        answers: Vec<Answered>,
        /// Items that the person chose to leave out.
        left_out: Vec<u16>,
    },
    /// Finish a filling of which answers were kept. Needs `Create` on `Scale`.
    Finish {
        /// Which scale.
        scale: String,
        /// On what occasion.
        occasion: Occasion,
    },
    /// Ask the client to fill in a scale. Needs `Create` on `Task`.
    Request {
        /// Which scale.
        scale: String,
        /// On what occasion.
        occasion: Occasion,
    },
    /// Take back what was asked. Needs `Amend` on `Task`.
    WithdrawRequest {
        /// Which scale.
        scale: String,
    },
    /// Say no to a scale that was asked for; no reason is wanted. Needs `Create` on `Scale`.
    Decline {
        /// Which scale.
        scale: String,
    },
    /// Look at scores that got worse; the prescriber's name stands under it. Needs `Sign` on `Clearance`.
    ReviewDeterioration {
        /// What the prescriber saw, and what follows.
        words: String,
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
    /// Some answers of a filling that is not finished were kept.
    AnswersKept {
        /// Which scale.
        scale: String,
        /// Answers by their printed codes.
        answers: Vec<Answered>,
        /// Items that the person chose to leave out.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        left_out: Vec<u16>,
    },
    /// The practice asked for a scale.
    ScaleRequested {
        /// Which scale.
        scale: String,
        /// On what occasion.
        occasion: Occasion,
    },
    /// The practice took back what it had asked.
    ScaleRequestWithdrawn {
        /// Which scale.
        scale: String,
    },
    /// The client said no to a scale that was asked for.
    ScaleDeclined {
        /// Which scale.
        scale: String,
    },
    /// A prescriber looked at scores that got worse.
    DeteriorationReviewed {
        /// What they saw, and what follows.
        words: String,
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
    /// Who filled it in.
    pub by: Who,
    /// The answers by their printed codes.
    pub answers: Vec<Answered>,
    /// On what occasion.
    pub occasion: Occasion,
    /// The score; none when too much was left out.
    pub score: Option<Score>,
}

/// A scale that the practice asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// Which scale.
    pub scale: String,
    /// On what occasion.
    pub occasion: Occasion,
    /// When it was asked for.
    pub at: Timestamp,
}

/// A filling that is not finished.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Draft {
    /// Answers so far.
    pub answers: Vec<Answered>,
    /// Items that the person chose to leave out.
    pub left_out: Vec<u16>,
}

impl Draft {
    /// Whether an item was answered or left out.
    pub fn has_seen(&self, item: u16) -> bool {
        self.left_out.contains(&item) || self.answers.iter().any(|answer| answer.item == item)
    }

    fn take(&mut self, answers: &[Answered], left_out: &[u16]) {
        let again = |item: u16| left_out.contains(&item) || answers.iter().any(|answer| answer.item == item);
        self.answers.retain(|answer| !again(answer.item));
        self.left_out.retain(|item| !again(*item));
        self.answers.extend(answers);
        self.left_out.extend(left_out);
    }
}

/// What the course of one scale says: the baseline, the latest score, and what lies between.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Told {
    /// The score it is held against, and when it was filled in.
    pub from: (Timestamp, Score),
    /// The latest score, and when it was filled in.
    pub to: (Timestamp, Score),
    /// What the change means.
    pub change: Change,
}

/// A prescriber's look at scores that got worse.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DeteriorationReview {
    /// Who looked.
    pub by: Who,
    /// When.
    pub at: Timestamp,
    /// What they saw, and what follows.
    pub words: String,
}

/// The fillings and the risk as they stand.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Scales {
    /// Every filling, in the order it was recorded.
    pub fillings: Vec<Filling>,
    /// What the practice asked for and nobody answered yet, oldest first.
    pub requests: Vec<Request>,
    /// Fillings that are not finished, by scale.
    pub drafts: BTreeMap<String, Draft>,
    /// What prescribers said of scores that got worse, oldest first.
    pub reviews: Vec<DeteriorationReview>,
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
    let scales = &case.scales;
    let protocol = at.practice.protocol_in_force(at.now).map(|signed| &signed.protocol);
    let event = match command {
        Command::Administer { scale: id, answers, occasion } => {
            let scale = scale(id).ok_or(Refusal::NoSuchScale)?;
            // A screen that is refused whole is an answer; of the others nothing would be kept.
            if answers.is_empty() && scale.scoring != Scoring::Screen {
                return Err(Refusal::AnswerInvalid);
            }
            return scales.answered(scale, answers, *occasion, None, protocol);
        }
        Command::Finish { scale: id, occasion } => {
            let scale = scale(id).ok_or(Refusal::NoSuchScale)?;
            let draft = scales.drafts.get(scale.id).ok_or(Refusal::AnswerInvalid)?;
            return scales.answered(scale, &draft.answers, *occasion, Some(draft), protocol);
        }
        Command::KeepAnswers { scale: id, answers, left_out } => {
            let scale = scale(id).ok_or(Refusal::NoSuchScale)?;
            return scales.kept(scale, answers, left_out, protocol);
        }
        Command::Request { scale: id, occasion } => {
            let scale = scale(id).ok_or(Refusal::NoSuchScale)?;
            if scales.request(scale.id).is_some() {
                return Err(Refusal::NothingNew);
            }
            Event::ScaleRequested { scale: scale.id.to_owned(), occasion: *occasion }
        }
        Command::WithdrawRequest { scale } => {
            scales.request(scale).ok_or(Refusal::NoSuchScale)?;
            Event::ScaleRequestWithdrawn { scale: scale.clone() }
        }
        Command::Decline { scale } => {
            scales.request(scale).ok_or(Refusal::NoSuchScale)?;
            Event::ScaleDeclined { scale: scale.clone() }
        }
        Command::ReviewDeterioration { words } => {
            let Who::Staff { .. } = at.by else {
                return Err(Refusal::AssessedByStaff);
            };
            let words = text::paragraph(words)?.ok_or(Refusal::WordsMissing)?;
            Event::DeteriorationReviewed { words }
        }
        Command::AssessRisk { finding } => {
            let Who::Staff { .. } = at.by else {
                return Err(Refusal::AssessedByStaff);
            };
            Event::RiskAssessed { finding: finding.clone().checked()? }
        }
    };
    Ok(vec![event::Event::Scale(event)])
}

impl Scales {
    /// What the course of one scale says, once there is a score after its baseline.
    pub fn told(&self, scale: &Scale) -> Option<Told> {
        let scored: Vec<(&Filling, Score)> = self.scored(scale.id).collect();
        let (first, from) = *Self::baseline_of(&scored)?;
        let (last, to) = *scored.last()?;
        let told = Told { from: (first.at, from), to: (last.at, to), change: scale.change(from, to) };
        (!std::ptr::eq(first, last)).then_some(told)
    }

    /// What the practice asked for of one scale.
    pub fn request(&self, scale: &str) -> Option<&Request> {
        self.requests.iter().find(|request| request.scale == scale)
    }

    /// The filling, and what risk it shows that its draft did not show before.
    fn answered(
        &self,
        scale: &Scale,
        answers: &[Answered],
        occasion: Occasion,
        draft: Option<&Draft>,
        protocol: Option<&Protocol>,
    ) -> Result<Vec<event::Event>, Refusal> {
        if self.fillings.len() >= FILLINGS_MAX {
            return Err(Refusal::TooMany);
        }
        scale.check(answers)?;
        let answered = Event::ScaleAnswered {
            scale: scale.id.to_owned(),
            version: scale.version.to_owned(),
            answers: answers.to_vec(),
            occasion,
            score: scale.score(answers),
        };
        let before = draft.and_then(|draft| risk::shown_so_far(scale, draft, protocol));
        let mut events = vec![event::Event::Scale(answered)];
        let now = shown(scale, answers, protocol).filter(|now| before.as_ref() != Some(now));
        events.extend(now.map(risk_shown));
        Ok(events)
    }

    /// Answers on the way; a risk is told at once and not when everything is answered.
    fn kept(
        &self,
        scale: &Scale,
        answers: &[Answered],
        left_out: &[u16],
        protocol: Option<&Protocol>,
    ) -> Result<Vec<event::Event>, Refusal> {
        scale.check(answers)?;
        if left_out.iter().any(|item| scale.item(*item).is_none()) {
            return Err(Refusal::NoSuchItem);
        }
        if answers.is_empty() && left_out.is_empty() {
            return Err(Refusal::AnswerInvalid);
        }
        let mut draft = self.drafts.get(scale.id).cloned().unwrap_or_default();
        let before = risk::shown_so_far(scale, &draft, protocol);
        draft.take(answers, left_out);
        let kept = Event::AnswersKept {
            scale: scale.id.to_owned(),
            answers: answers.to_vec(),
            left_out: left_out.to_vec(),
        };
        let mut events = vec![event::Event::Scale(kept)];
        let now = risk::shown_so_far(scale, &draft, protocol).filter(|now| before.as_ref() != Some(now));
        events.extend(now.map(risk_shown));
        Ok(events)
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
                self.requests.retain(|request| request.scale != *scale);
                self.drafts.remove(scale);
                self.fillings.push(Filling {
                    scale: scale.clone(),
                    version: version.clone(),
                    at: recorded.occurred_at,
                    by: recorded.by,
                    answers: answers.clone(),
                    occasion: *occasion,
                    score: *score,
                });
            }
            Event::AnswersKept { scale, answers, left_out } => {
                self.drafts.entry(scale.clone()).or_default().take(answers, left_out);
            }
            Event::ScaleRequested { scale, occasion } => self.requests.push(Request {
                scale: scale.clone(),
                occasion: *occasion,
                at: recorded.occurred_at,
            }),
            Event::ScaleRequestWithdrawn { scale } | Event::ScaleDeclined { scale } => {
                self.requests.retain(|request| request.scale != *scale);
                self.drafts.remove(scale);
            }
            Event::DeteriorationReviewed { words } => self.reviews.push(DeteriorationReview {
                by: recorded.by,
                at: recorded.occurred_at,
                words: words.clone(),
            }),
            Event::RiskShown { source } => {
                let (at, arrived_at) = (recorded.occurred_at, recorded.recorded_at);
                self.risk.shown(RiskSign { source: source.clone(), at, arrived_at });
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
