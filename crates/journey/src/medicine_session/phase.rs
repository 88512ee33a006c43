//! The phases of a session: where it is, and where it may be expected to be.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::chart::{Chart, Charted};
use super::session::{Session, Sessions};
use crate::protocol::{Course, Range};

/// Where a session is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Phase {
    /// Coming in.
    #[default]
    Arrival,
    /// Settling, and the checks of the day.
    Settling,
    /// The lozenge is in the mouth.
    Hold,
    /// The first effects.
    Onset,
    /// The inward part.
    Inward,
    /// Coming back.
    Return,
    /// Finding the ground.
    Grounding,
    /// Closing.
    Closing,
}

impl Phase {
    /// Every phase, in order.
    pub const ALL: [Self; 8] = [
        Self::Arrival,
        Self::Settling,
        Self::Hold,
        Self::Onset,
        Self::Inward,
        Self::Return,
        Self::Grounding,
        Self::Closing,
    ];

    /// The phase as it is spelled in messages.
    pub fn code(self) -> &'static str {
        match self {
            Self::Arrival => "arrival",
            Self::Settling => "settling",
            Self::Hold => "hold",
            Self::Onset => "onset",
            Self::Inward => "inward",
            Self::Return => "return",
            Self::Grounding => "grounding",
            Self::Closing => "closing",
        }
    }
}

/// Every change of phase, in the order of time; a person sets it, or an event does.
pub fn phases(session: &Session, chart: Option<&Chart>) -> Vec<(Timestamp, Phase)> {
    let opened = session.opened_at.map(|at| (at, Phase::Arrival));
    let dosed = session.first_dose_at().map(|at| (at, Phase::Hold));
    let ended = session.ending.as_ref().map(|ending| (ending.at, Phase::Closing));
    let charted = chart.map(Chart::standing).unwrap_or_default();
    let charted = charted.iter().filter_map(|entry| match &entry.charted {
        Charted::PhaseEntered { phase } => Some((entry.occurred_at, *phase)),
        Charted::HoldEnded { .. } => Some((entry.occurred_at, Phase::Onset)),
        _ => None,
    });
    let mut changes: Vec<_> = opened.into_iter().chain(dosed).chain(ended).chain(charted).collect();
    changes.sort();
    changes
}

/// Where the session is at that moment.
pub fn phase_at(session: &Session, chart: Option<&Chart>, at: Timestamp) -> Phase {
    let changes = phases(session, chart);
    changes.into_iter().rfind(|(since, _)| *since <= at).map(|(_, phase)| phase).unwrap_or_default()
}

/// Where sessions usually are, in minutes from the first dose; to be drawn, never to decide.
pub fn expected(course: &Course) -> [(Phase, Range); 5] {
    [
        (Phase::Hold, course.hold.value),
        (Phase::Onset, course.onset.value),
        (Phase::Inward, course.inward.value),
        (Phase::Return, course.return_minutes.value),
        (Phase::Grounding, course.grounding.value),
    ]
}

/// The phases that a session may be expected in at that minute; they overlap.
pub fn expected_at(course: &Course, minute: i64) -> Vec<Phase> {
    let bands = expected(course).into_iter();
    bands.filter(|(_, minutes)| minutes.holds(minute)).map(|(phase, _)| phase).collect()
}

/// The minutes in which this client first noticed something in earlier sessions, if any is known.
pub fn learned_onset(sessions: &Sessions) -> Option<Range> {
    let sealed = sessions.dosed().into_iter().filter_map(|(_, session)| session.sealed.as_ref());
    let minutes: Vec<i64> = sealed.filter_map(|sealed| sealed.summary.onset_minute).collect();
    let (low, high) = (*minutes.iter().min()?, *minutes.iter().max()?);
    Some(Range { low, high })
}
