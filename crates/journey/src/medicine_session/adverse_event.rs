//! Adverse events: something unwanted, graded, cared for, and reviewed where it was grave.

mod follow_up;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::event::Who;
use crate::id::EventId;
use crate::protocol::Protocol;
use crate::refusal::Refusal;
use crate::text;

pub use follow_up::{End, FollowUp, FollowedUp, Outcome, Outside, Seriousness};

/// Grades, from mild to death (in the style of CTCAE).
pub const GRADES: std::ops::RangeInclusive<u8> = 1..=5;

/// Words for what can happen, as codes that messages translate.
pub const TERMS: [&str; 30] = [
    "nausea",
    "vomiting",
    "dizziness",
    "headache",
    "hypertension",
    "tachycardia",
    "bradycardia",
    "hypotension",
    "chest-pain",
    "desaturation",
    "apnoea",
    "laryngospasm",
    "hypersalivation",
    "sedation",
    "loss-of-consciousness",
    "agitation",
    "panic",
    "paranoia",
    "prolonged-dissociation",
    "emergence-distress",
    "seizure",
    "allergic-reaction",
    "mouth-soreness",
    "blurred-vision",
    "fall",
    "urinary-urgency",
    "focal-sign",
    "boundary-concern",
    "suicidal-ideation",
    "other",
];

/// How far it is thought to come from the medicine.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Relatedness {
    /// It does not.
    Unrelated,
    /// Hardly.
    Unlikely,
    /// It may.
    Possible,
    /// It does, as far as can be told.
    Likely,
}

impl Relatedness {
    /// Everything there is to choose from.
    pub const ALL: [Self; 4] = [Self::Unrelated, Self::Unlikely, Self::Possible, Self::Likely];

    /// The word as an act spells it.
    pub fn code(self) -> &'static str {
        match self {
            Self::Unrelated => "unrelated",
            Self::Unlikely => "unlikely",
            Self::Possible => "possible",
            Self::Likely => "likely",
        }
    }
}

/// What is reported.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Report {
    /// The code of the term, one of [`TERMS`].
    pub term: String,
    /// In words; asked where the term is `other`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<String>,
    /// 1 mild, 2 moderate, 3 severe, 4 life-threatening, 5 death.
    pub grade: u8,
    /// What was done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub action: Option<String>,
    /// What became of it, as far as is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outcome: Option<String>,
    /// When it began, if that was earlier than it was reported.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub onset_at: Option<Timestamp>,
    /// How far it is thought to come from the medicine.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub relatedness: Option<Relatedness>,
    /// When it was over, if it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub resolved_at: Option<Timestamp>,
}

/// One adverse event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AdverseEvent {
    /// The fact that records it.
    pub id: EventId,
    /// When it happened.
    pub at: Timestamp,
    /// Who reported it.
    pub by: Who,
    /// What is reported.
    pub report: Report,
    /// What was written of it afterwards, in the order of time.
    pub follow_ups: Vec<FollowedUp>,
}

/// The first grade of the scale that is called severe (in the style of CTCAE).
const SEVERE: u8 = 3;

/// Whether the scale itself calls a grade severe.
pub(crate) fn is_severe(grade: u8) -> bool {
    grade >= SEVERE
}

impl AdverseEvent {
    /// Whether the scale itself calls it severe.
    pub fn is_severe(&self) -> bool {
        is_severe(self.report.grade)
    }

    /// Whether the next dose waits for its review: by the protocol's line, or, where none is in
    /// force, when the scale itself calls it severe.
    pub fn holds_next_dose(&self, protocol: Option<&Protocol>) -> bool {
        match protocol {
            Some(protocol) => {
                protocol.deterioration.adverse_event_grade.value.crossed_by(i64::from(self.report.grade))
            }
            None => self.is_severe(),
        }
    }
}

impl Report {
    /// Checks term and grade and tidies the words.
    ///
    /// # Errors
    /// When the term is unknown, the grade is none, words are missing or too long, or it was over
    /// before it began.
    pub fn checked(self) -> Result<Self, Refusal> {
        let report = Self {
            words: text::optional_paragraph(self.words)?,
            action: text::optional_paragraph(self.action)?,
            outcome: text::optional_paragraph(self.outcome)?,
            ..self
        };
        if !TERMS.contains(&report.term.as_str()) {
            return Err(Refusal::WordUnknown);
        }
        if !GRADES.contains(&report.grade) {
            return Err(Refusal::GradeInvalid);
        }
        if report.onset_at.zip(report.resolved_at).is_some_and(|(onset, resolved)| resolved < onset) {
            return Err(Refusal::TimeAhead);
        }
        if report.term == "other" && report.words.is_none() {
            return Err(Refusal::WordsMissing);
        }
        Ok(report)
    }
}
