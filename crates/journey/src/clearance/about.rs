//! What of a screening is asked about: named as a decision names what it answers.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::{EMERGENCY_VITAL_SIGNS, SEVERE_ADVERSE_EVENT, TESTS_AFTER_SESSIONS};
use crate::screening::{rule_names, work_up_names};

/// What a question of the screening is about.
///
/// A rule keeps its name over releases, and the findings of a history come and go under it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(tag = "of", rename_all = "snake_case")]
pub enum About {
    /// A finding.
    Finding {
        /// The rule that raised it.
        rule: String,
    },
    /// A part of the work-up that is missing.
    Missing {
        /// Which.
        item: String,
    },
    /// The screening as a whole.
    Screening,
}

/// The text names no finding, no part of the work-up and no screening.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("name a finding by its rule, a missing part of the work-up, or the screening")]
pub struct NotAbout;

impl fmt::Display for About {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Finding { rule } => write!(f, "finding.{rule}"),
            Self::Missing { item } => write!(f, "missing.{item}"),
            Self::Screening => f.write_str("screening"),
        }
    }
}

impl FromStr for About {
    type Err = NotAbout;

    /// Reads what a form names; what no rule of this release is called is refused.
    fn from_str(text: &str) -> Result<Self, NotAbout> {
        let told = [SEVERE_ADVERSE_EVENT, EMERGENCY_VITAL_SIGNS];
        match text.split_once('.') {
            None if text == "screening" => Ok(Self::Screening),
            Some(("finding", rule)) if rule_names().contains(&rule) || told.contains(&rule) => {
                Ok(Self::Finding { rule: rule.to_owned() })
            }
            Some(("missing", item)) if work_up_names().contains(&item) || item == TESTS_AFTER_SESSIONS => {
                Ok(Self::Missing { item: item.to_owned() })
            }
            _ => Err(NotAbout),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_asked_about_is_named_by_its_rule_and_nothing_else() {
        for name in
            ["finding.maoi-on-list", "missing.urinalysis", "missing.tests-after-sessions", "screening"]
        {
            assert_eq!(name.parse::<About>().map(|about| about.to_string()).as_deref(), Ok(name));
        }
        for name in ["", "finding", "finding.", "finding.nonsense", "missing.maoi-on-list", "screening.x"] {
            assert_eq!(name.parse::<About>(), Err(NotAbout), "{name}");
        }
    }
}
