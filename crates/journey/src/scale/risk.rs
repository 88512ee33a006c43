//! Risk that an answer shows, until a person has assessed it.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::Draft;
use super::definition::{Answered, RiskRule, Scale};
use super::reading::Acuity;
use crate::event::Who;
use crate::id::SessionId;
use crate::protocol::{Line, Protocol};
use crate::refusal::Refusal;
use crate::text;

/// Which answer showed a risk.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "source", rename_all = "snake_case")]
pub enum RiskSource {
    /// An item of a scale.
    Item {
        /// Which scale.
        scale: String,
        /// Which item.
        item: u16,
    },
    /// An item of a scale was left out that must not count as harmless.
    ItemLeftOut {
        /// Which scale.
        scale: String,
        /// Which item.
        item: u16,
    },
    /// A screen is positive.
    Screen {
        /// Which scale.
        scale: String,
        /// How acute it is.
        acuity: Acuity,
    },
    /// The safety question of a check-in.
    CheckIn {
        /// After which session.
        session: SessionId,
        /// On which day.
        day: u16,
    },
    /// The safety question of the intake.
    Intake,
}

impl RiskSource {
    /// Whether it asks for a hand now; what is not known is taken as acute until it was asked.
    pub fn is_acute(&self) -> bool {
        match self {
            Self::Screen { acuity, .. } => *acuity != Acuity::NotAcute,
            Self::Item { .. } | Self::ItemLeftOut { .. } | Self::CheckIn { .. } | Self::Intake => false,
        }
    }

    /// Whether a later sign says more of the same screen, and so takes the place of this one.
    fn is_told_by(&self, later: &Self) -> bool {
        match (self, later) {
            (Self::Screen { scale, acuity }, Self::Screen { scale: of, .. }) => {
                scale == of && *acuity == Acuity::NotKnown
            }
            _ => false,
        }
    }
}

/// One answer that showed a risk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RiskSign {
    /// Which answer.
    pub source: RiskSource,
    /// When it was given.
    pub at: Timestamp,
    /// When it arrived; what waited without signal was said before, and nobody could have seen it.
    pub arrived_at: Timestamp,
}

/// What a person found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// How things are, in the assessor's words.
    pub words: String,
    /// What follows.
    pub level: RiskLevel,
}

/// What follows from an assessment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RiskLevel {
    /// No more than the usual care.
    Usual,
    /// A safety plan, and closer contact.
    Raised,
    /// Acute: not left alone, emergency plan; no dose.
    Acute,
}

/// One assessment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assessment {
    /// Who assessed.
    pub by: Who,
    /// When.
    pub at: Timestamp,
    /// What was found.
    pub finding: Finding,
}

/// What answers showed, and who looked at it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Risk {
    /// Signs that nobody has assessed yet, oldest first.
    pub open: Vec<RiskSign>,
    /// Assessments, oldest first.
    pub assessments: Vec<Assessment>,
}

impl Risk {
    /// Whether no sign waits and the last assessment was not acute; what G11 asks.
    pub fn is_assessed(&self) -> bool {
        let acute = self.assessments.last().is_some_and(|last| last.finding.level == RiskLevel::Acute);
        self.open.is_empty() && !acute
    }

    /// Whether a sign that nobody has assessed asks for a hand now.
    pub fn acute(&self) -> bool {
        self.open.iter().any(|sign| sign.source.is_acute())
    }

    pub(super) fn shown(&mut self, sign: RiskSign) {
        self.open.retain(|open| !open.source.is_told_by(&sign.source));
        self.open.push(sign);
    }

    /// A sign that is younger than the assessment stays open: it was not looked at then.
    pub(super) fn assessed(&mut self, assessment: Assessment) {
        self.open.retain(|sign| sign.arrived_at > assessment.at);
        self.assessments.push(assessment);
    }
}

impl Finding {
    pub(super) fn checked(self) -> Result<Self, Refusal> {
        let words = text::paragraph(&self.words)?.ok_or(Refusal::WordsMissing)?;
        Ok(Self { words, ..self })
    }
}

/// The risk that the answers of one filling show.
///
/// From which answer on an item does is the figure of the protocol in force (`clinical.md` 1.4 [M]);
/// without one, the scale's own.
pub fn shown(scale: &Scale, answers: &[Answered], protocol: Option<&Protocol>) -> Option<RiskSource> {
    let name = scale.id.to_owned();
    match scale.risk.as_ref()? {
        RiskRule::Item { item, code_min } => match answers.iter().find(|answer| answer.item == *item) {
            None => Some(RiskSource::ItemLeftOut { scale: name, item: *item }),
            Some(answer) => {
                let line = protocol.map_or(Line::AtOrAbove(*code_min), |signed| signed.risk.phq9_item9.value);
                line.crossed_by(answer.code).then_some(RiskSource::Item { scale: name, item: *item })
            }
        },
        RiskRule::Screen { .. } => {
            scale.acuity(answers).map(|acuity| RiskSource::Screen { scale: name, acuity })
        }
    }
}

/// The risk that a draft shows so far: what nobody has come to yet shows none.
pub(super) fn shown_so_far(scale: &Scale, draft: &Draft, protocol: Option<&Protocol>) -> Option<RiskSource> {
    match scale.risk.as_ref()? {
        RiskRule::Item { item, .. } if !draft.has_seen(*item) => None,
        RiskRule::Item { .. } => shown(scale, &draft.answers, protocol),
        RiskRule::Screen { items, .. } => {
            let to_come = items.iter().filter(|item| !draft.has_seen(**item));
            let none_yet = to_come.map(|item| Answered { item: *item, code: 0 });
            let answers: Vec<Answered> = draft.answers.iter().copied().chain(none_yet).collect();
            shown(scale, &answers, protocol)
        }
    }
}
