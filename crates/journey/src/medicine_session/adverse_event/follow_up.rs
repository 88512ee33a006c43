//! What follows on an adverse event: how serious it was, who outside was told, and how it ended.

use std::collections::BTreeSet;

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::AdverseEvent;
use crate::event::Who;
use crate::protocol::Protocol;
use crate::refusal::Refusal;
use crate::text;

/// What makes an event serious, whatever its grade (the usual criteria of ICH E2A [M]).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Seriousness {
    /// The person died.
    Death,
    /// Their life was in danger at that moment.
    LifeThreatening,
    /// They were taken into hospital, or stayed longer.
    Hospital,
    /// A lasting or considerable disability.
    Disability,
    /// Important for another reason.
    OtherImportant,
}

impl Seriousness {
    /// Everything there is to choose from.
    pub const ALL: [Self; 5] =
        [Self::Death, Self::LifeThreatening, Self::Hospital, Self::Disability, Self::OtherImportant];

    /// The word as forms spell it.
    pub fn code(self) -> &'static str {
        match self {
            Self::Death => "death",
            Self::LifeThreatening => "life-threatening",
            Self::Hospital => "hospital",
            Self::Disability => "disability",
            Self::OtherImportant => "other-important",
        }
    }
}

/// Whether somebody outside was told: the authority, the pharmacy that made the lozenges.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "told", rename_all = "snake_case")]
pub enum Outside {
    /// They were.
    Yes {
        /// Who.
        whom: String,
        /// On which day.
        on: Date,
    },
    /// They were not.
    No {
        /// Why not.
        because: String,
    },
}

/// How an adverse event ended (in the words of FHIR's AdverseEvent outcome).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// It is over, and nothing is left of it.
    Resolved,
    /// It is over, and something is left of it.
    ResolvedWithSequelae,
    /// It goes on, and is cared for elsewhere.
    CaredForElsewhere,
    /// The person died of it.
    Fatal,
    /// Nobody can say.
    Unknown,
}

impl Outcome {
    /// Everything there is to choose from.
    pub const ALL: [Self; 5] =
        [Self::Resolved, Self::ResolvedWithSequelae, Self::CaredForElsewhere, Self::Fatal, Self::Unknown];

    /// The word as forms spell it.
    pub fn code(self) -> &'static str {
        match self {
            Self::Resolved => "resolved",
            Self::ResolvedWithSequelae => "resolved-with-sequelae",
            Self::CaredForElsewhere => "cared-for-elsewhere",
            Self::Fatal => "fatal",
            Self::Unknown => "unknown",
        }
    }

    /// Whether it says that the event is over, which has a time.
    fn is_over(self) -> bool {
        matches!(self, Self::Resolved | Self::ResolvedWithSequelae | Self::Fatal)
    }
}

/// How an adverse event ended, and when.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct End {
    /// What became of it.
    pub outcome: Outcome,
    /// When it was over; none where it is not, or nobody can say.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub resolved_at: Option<Timestamp>,
}

/// What somebody writes of an event afterwards; anything may be left out, but not everything.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct FollowUp {
    /// How it stands.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<String>,
    /// What makes it serious; empty where nothing does, none where nobody said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub serious: Option<BTreeSet<Seriousness>>,
    /// Whether somebody outside was told.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outside: Option<Outside>,
    /// How it ended; the event is closed with it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub end: Option<End>,
}

/// A follow-up with its author and time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FollowedUp {
    /// When.
    pub at: Timestamp,
    /// By whom.
    pub by: Who,
    /// What was written.
    pub follow_up: FollowUp,
}

impl AdverseEvent {
    /// What makes it serious, as it was said last; none where nobody has said.
    pub fn serious(&self) -> Option<&BTreeSet<Seriousness>> {
        self.follow_ups.iter().rev().find_map(|one| one.follow_up.serious.as_ref())
    }

    /// Whether somebody outside was told, as it was said last; none where nobody has said.
    pub fn outside(&self) -> Option<&Outside> {
        self.follow_ups.iter().rev().find_map(|one| one.follow_up.outside.as_ref())
    }

    /// How it ended, as it was said last.
    pub fn end(&self) -> Option<End> {
        self.follow_ups.iter().rev().find_map(|one| one.follow_up.end)
    }

    /// Whether nobody has written yet how it ended.
    ///
    /// What was below severe and already over when it was reported, outcome and all, is closed.
    pub fn is_open(&self) -> bool {
        let over = self.report.outcome.is_some() && self.report.resolved_at.is_some();
        let closed_with_report = over && !self.is_severe();
        self.end().is_none() && !closed_with_report
    }
}

impl FollowUp {
    /// Checks what is written of an event, and tidies its words.
    ///
    /// # Errors
    /// When nothing is written, a name or a reason is missing, it is over without a time, it ended
    /// before it began, or a grave event ends before it was said how serious it was and who outside
    /// was told.
    pub fn checked(self, event: &AdverseEvent, protocol: Option<&Protocol>) -> Result<Self, Refusal> {
        let follow_up = Self {
            words: text::optional_paragraph(self.words)?,
            outside: self.outside.map(Outside::checked).transpose()?,
            ..self
        };
        if follow_up == Self::default() {
            return Err(Refusal::WordsMissing);
        }
        if let Some(end) = follow_up.end {
            end.fits(event)?;
            if event.holds_next_dose(protocol) {
                follow_up.serious.as_ref().or(event.serious()).ok_or(Refusal::SeriousnessUnsaid)?;
                follow_up.outside.as_ref().or(event.outside()).ok_or(Refusal::OutsideUnsaid)?;
            }
        }
        Ok(follow_up)
    }
}

impl End {
    fn fits(self, event: &AdverseEvent) -> Result<(), Refusal> {
        match self.resolved_at {
            Some(at) if at < event.at => Err(Refusal::TimeAhead),
            None if self.outcome.is_over() => Err(Refusal::EndTimeMissing),
            _ => Ok(()),
        }
    }
}

impl Outside {
    fn checked(self) -> Result<Self, Refusal> {
        Ok(match self {
            Self::Yes { whom, on } => Self::Yes { whom: text::line(&whom)?.ok_or(Refusal::NameMissing)?, on },
            Self::No { because } => {
                Self::No { because: text::paragraph(&because)?.ok_or(Refusal::ReasonMissing)? }
            }
        })
    }
}
