//! Why a row of the gate does not hold.

use super::day::{DayCondition, DayFinding, DayState, DayValue, Limit, Test};
use super::names::Check;
use serde::{Deserialize, Serialize};

/// Why a row of the gate does not hold; carries figures and never a name.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "why", rename_all = "kebab-case")]
pub enum Reason {
    /// Nobody has recorded what the row needs.
    NotKnown {
        /// What must be so.
        check: Check,
    },
    /// It is known, and it is not so.
    NotSo {
        /// What must be so.
        check: Check,
    },
    /// The value is less than the least that is allowed.
    BelowLimit {
        /// What must be so.
        check: Check,
        /// The value, in the unit of the row's fact.
        value: i64,
        /// The least that is allowed.
        limit: i64,
        /// Place of the limit in the protocol, for its source.
        figure: Option<String>,
    },
    /// The value is more than the most that is allowed.
    AboveLimit {
        /// What must be so.
        check: Check,
        /// The value, in the unit of the row's fact.
        value: i64,
        /// The most that is allowed.
        limit: i64,
        /// Place of the limit in the protocol, for its source.
        figure: Option<String>,
    },
    /// It was measured too long ago, or at a time that is still to come.
    NotRecent {
        /// What must be so.
        check: Check,
        /// Its age in minutes.
        value: i64,
        /// The age it must be below.
        limit: i64,
        /// Place of the limit in the protocol, for its source.
        figure: Option<String>,
    },
}

impl Reason {
    /// Whether somebody who saw this has seen the other as well: the same, or one that is no worse.
    pub fn reaches(&self, other: &Self) -> bool {
        let no_worse = match (self, other) {
            (Reason::NotKnown { .. }, Reason::NotKnown { .. })
            | (Reason::NotSo { .. }, Reason::NotSo { .. })
            // An age only grows; whoever passes it passes the measurement.
            | (Reason::NotRecent { .. }, Reason::NotRecent { .. }) => true,
            (Reason::BelowLimit { value: seen, .. }, Reason::BelowLimit { value, .. }) => value >= seen,
            (Reason::AboveLimit { value: seen, .. }, Reason::AboveLimit { value, .. }) => value <= seen,
            _ => false,
        };
        no_worse && self.check() == other.check()
    }

    /// What must be so.
    pub fn check(&self) -> Check {
        match self {
            Reason::NotKnown { check }
            | Reason::NotSo { check }
            | Reason::BelowLimit { check, .. }
            | Reason::AboveLimit { check, .. }
            | Reason::NotRecent { check, .. } => *check,
        }
    }

    /// Key of the message that words it, such as `systolic-above` or `kit-checked-unknown`.
    pub fn code(&self) -> String {
        let why = match self {
            Reason::NotKnown { .. } => "unknown",
            Reason::NotSo { .. } => "unmet",
            Reason::BelowLimit { .. } => "below",
            Reason::AboveLimit { .. } => "above",
            Reason::NotRecent { .. } => "old",
        };
        format!("{}-{why}", self.check().key())
    }

    /// Every code that a row can give, so that a test can ask for their messages.
    pub fn codes(row: &DayCondition) -> Vec<String> {
        let whys: &[&str] = match row.test {
            Test::Present => &["unknown"],
            Test::Equals => &["unknown", "unmet"],
            Test::Within => &["unknown", "below", "above"],
            Test::AtLeast => &["unknown", "below"],
            Test::AtMost | Test::SumAtMost => &["unknown", "above"],
            Test::AgeBelow => &["unknown", "old"],
        };
        whys.iter().map(|why| format!("{}-{why}", row.check.key())).collect()
    }

    /// The reason that a finding gives for its row; none where the row holds.
    pub(super) fn of(row: &DayCondition, finding: &DayFinding) -> Option<Reason> {
        let check = row.check;
        match finding.state {
            DayState::Holds => return None,
            DayState::Unknown => return Some(Reason::NotKnown { check }),
            DayState::Fails => {}
        }
        let (Some(value), Some(limit)) = (finding.value, finding.limit) else {
            return Some(Reason::NotKnown { check });
        };
        let DayValue::Number(value) = value else { return Some(Reason::NotSo { check }) };
        let figure = row.figure.clone();
        Some(match (row.test, limit) {
            (Test::AgeBelow, Limit::Number(limit)) => Reason::NotRecent { check, value, limit, figure },
            (Test::AtLeast, Limit::Number(limit)) => Reason::BelowLimit { check, value, limit, figure },
            (Test::AtMost | Test::SumAtMost, Limit::Number(limit)) => {
                Reason::AboveLimit { check, value, limit, figure }
            }
            (_, Limit::Range(range)) if value < range.low => {
                Reason::BelowLimit { check, value, limit: range.low, figure }
            }
            (_, Limit::Range(range)) => Reason::AboveLimit { check, value, limit: range.high, figure },
            _ => Reason::NotSo { check },
        })
    }
}
