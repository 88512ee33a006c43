//! Practices that the client chose, and how they go: kept, not now, let go.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

/// Practices that one journey holds.
pub(super) const PRACTICES_MAX: usize = 500;

/// A sort of practice that a client may choose.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PracticeKind {
    /// Mindfulness.
    Mindfulness,
    /// Boundaries.
    Boundaries,
    /// Receiving care.
    ReceivingCare,
    /// Rest.
    Rest,
    /// Daily rhythms.
    DailyRhythms,
    /// Creative expression.
    CreativeExpression,
    /// Authentic speech.
    AuthenticSpeech,
}

impl PracticeKind {
    /// Every sort, in the order in which it is offered.
    pub const ALL: [Self; 7] = [
        Self::Mindfulness,
        Self::Boundaries,
        Self::ReceivingCare,
        Self::Rest,
        Self::DailyRhythms,
        Self::CreativeExpression,
        Self::AuthenticSpeech,
    ];
}

/// How a practice goes, as the client says; no answer is a failure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Follow {
    /// It was there today.
    Kept,
    /// Not now.
    NotNow,
    /// It is let go; it can be taken up again.
    LetGo,
}

impl Follow {
    /// Every answer, in the order in which it is offered.
    pub const ALL: [Self; 3] = [Self::Kept, Self::NotNow, Self::LetGo];
}

/// A practice that the client chose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chosen {
    /// When.
    pub at: Timestamp,
    /// Which sort.
    pub kind: PracticeKind,
    /// In the client's words.
    pub words: String,
    /// How it went, oldest first; nothing is counted, and nothing is owed.
    pub followed: Vec<(Timestamp, Follow)>,
}

impl Chosen {
    /// Whether it is still followed.
    pub fn is_followed(&self) -> bool {
        self.followed.last().is_none_or(|(_, follow)| *follow != Follow::LetGo)
    }
}
