//! What a scale is made of; each shipped scale is one value of these types.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::protocol::Certainty;
use crate::refusal::Refusal;

/// A questionnaire: its wording, its codes, its scoring, and on whose terms it is shown.
#[derive(Debug, PartialEq)]
pub struct Scale {
    /// Its lasting name.
    pub id: &'static str,
    /// The version of wording and scoring.
    pub version: &'static str,
    /// The name that people know it by.
    pub name: &'static str,
    /// The wordings that may be shipped; the first is English.
    pub wordings: &'static [Wording],
    /// How many days the questions look back over.
    pub look_back_days: u16,
    /// The items in their order.
    pub items: &'static [Item],
    /// How answers become a score.
    pub scoring: Scoring,
    /// How few scored items may be answered for a score to stand.
    pub answered_min: usize,
    /// The lowest and highest score.
    pub range: (i64, i64),
    /// Which way is better.
    pub better: Better,
    /// What scores are called, from the lowest.
    pub bands: &'static [Band],
    /// Where the bands come from.
    pub bands_source: &'static str,
    /// Change beyond the measure's own noise.
    pub reliable_change: Option<ReliableChange>,
    /// Change that people notice in their lives.
    pub meaningful_change: Option<MeaningfulChange>,
    /// Response and remission, where the scale has them.
    pub response: Option<Response>,
    /// Parts of the scale that are looked at by themselves.
    pub clusters: Option<Clusters>,
    /// Limits that differ by sex.
    pub limits_by_sex: Option<LimitsBySex>,
    /// The answers that a person must look at.
    pub risk: Option<RiskRule>,
    /// LOINC code of the panel.
    pub loinc_panel: Option<&'static str>,
    /// LOINC code of the score.
    pub loinc_score: Option<&'static str>,
}

/// The words of a scale in one language, verbatim as published.
#[derive(Debug, PartialEq)]
pub struct Wording {
    /// The language, as a BCP 47 tag.
    pub language: &'static str,
    /// The notice that goes with it wherever it is shown.
    pub notice: &'static str,
    /// Where the words were held against.
    pub source: &'static str,
    /// What is said before the question; may be empty.
    pub lead: &'static str,
    /// The question that stands above the items; may be empty.
    pub stem: &'static str,
    /// The words of each item, in the order of the items.
    pub items: &'static [ItemWords],
}

/// The words of one item.
#[derive(Debug, PartialEq)]
pub struct ItemWords {
    /// The question.
    pub text: &'static str,
    /// The answers, in the order of the item's choices.
    pub choices: &'static [&'static str],
    /// What stands at both ends of a row of numbers.
    pub ends: Option<(&'static str, &'static str)>,
}

/// One item.
#[derive(Debug, PartialEq)]
pub struct Item {
    /// Its printed number.
    pub number: u16,
    /// What can be answered.
    pub choices: &'static [Choice],
    /// Whether it counts towards the score.
    pub scored: Scored,
    /// When it is asked; always, if nothing is said.
    pub asked_if: Option<AskedIf>,
}

/// An item is asked when one of others was answered so, or was left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct AskedIf {
    /// Printed numbers of the others.
    pub items: &'static [u16],
    /// The lowest code that has it asked.
    pub code_min: i64,
}

/// Whether an item counts towards the score.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scored {
    /// It does.
    Counts,
    /// It is asked and shown, and does not.
    Aside,
}

/// One possible answer.
#[derive(Debug, PartialEq, Eq)]
pub struct Choice {
    /// The printed code.
    pub code: i64,
    /// Points it stands for in the score.
    pub points: i64,
}

/// How points become a score.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scoring {
    /// The points are added.
    Sum,
    /// The points are averaged over the items that were answered.
    Mean,
    /// Each yes counts one, and so does each item that was left out or refused.
    Screen,
}

/// Which way is better.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Better {
    /// A lower score.
    Lower,
    /// A higher score.
    Higher,
}

/// A name for scores from a limit on.
#[derive(Debug, PartialEq, Eq)]
pub struct Band {
    /// The lowest score of the band.
    pub from: i64,
    /// Its name; pages find the words in the reader's language under it.
    pub name: &'static str,
}

/// Change that exceeds the measure's own noise.
#[derive(Debug, PartialEq)]
pub struct ReliableChange {
    /// From how many points on.
    pub points: i64,
    /// What it is computed from: 1.96 x SD x sqrt(2) x sqrt(1 - r).
    pub reliability: Option<Reliability>,
    /// Where that comes from.
    pub source: &'static str,
    /// How sure it is.
    pub certainty: Certainty,
}

/// How steady a measure is, in a group of people.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reliability {
    /// Reliability in hundredths.
    pub hundredths: i64,
    /// Standard deviation in tenths of a point.
    pub sd_tenths: i64,
}

/// Change that people notice in their lives; it says nothing about the measure's noise.
#[derive(Debug, PartialEq)]
pub struct MeaningfulChange {
    /// From how many points on a change for the worse may matter.
    pub worse_points: i64,
    /// From how many points on a change for the better does: the stricter end of a range.
    pub better_points: i64,
    /// Where that comes from.
    pub source: &'static str,
    /// How sure it is.
    pub certainty: Certainty,
}

/// Response against the first score, and remission by the score alone.
#[derive(Debug, PartialEq)]
pub struct Response {
    /// By how many percent of the first score a score has dropped.
    pub percent: i64,
    /// Where that comes from.
    pub source: &'static str,
    /// Below which score there is remission, if the scale has such a line.
    pub remission_below: Option<i64>,
    /// Where that comes from.
    pub remission_source: &'static str,
}

/// Parts of a scale with a rule over them.
#[derive(Debug, PartialEq)]
pub struct Clusters {
    /// The parts.
    pub parts: &'static [Cluster],
    /// From which code on an item counts as a symptom.
    pub code_min: i64,
    /// Where the rule comes from.
    pub source: &'static str,
}

/// One part.
#[derive(Debug, PartialEq, Eq)]
pub struct Cluster {
    /// Its name.
    pub name: &'static str,
    /// Its items.
    pub items: &'static [u16],
    /// How many symptoms it takes.
    pub symptoms_min: usize,
}

/// Limits that differ by sex.
#[derive(Debug, PartialEq, Eq)]
pub struct LimitsBySex {
    /// From which score on a woman's answers ask for a talk.
    pub women: i64,
    /// From which score on a man's answers do.
    pub men: i64,
    /// The item that, where it alone gives all points, may mean within limits.
    pub first_item: u16,
    /// Where that comes from.
    pub source: &'static str,
}

/// The answers that a person must look at.
#[derive(Debug, PartialEq, Eq)]
pub enum RiskRule {
    /// One item.
    Item {
        /// Its printed number.
        item: u16,
        /// The lowest code that shows a risk.
        code_min: i64,
    },
    /// Items of which any yes, and any that is left out, is positive; one more asks how acute it is.
    Screen {
        /// Their printed numbers.
        items: &'static [u16],
        /// The item that asks how acute it is.
        acuity: u16,
        /// The code of a yes.
        yes: i64,
    },
}

/// The answer to one item by its printed code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answered {
    /// The item's printed number.
    pub item: u16,
    /// The printed code.
    pub code: i64,
}

/// A score as an exact fraction, so that no rounding hides in the record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Score {
    /// The points together.
    pub points: i64,
    /// What they are divided by: 1 for a sum, the number of items for a mean.
    pub over: i64,
}

impl Score {
    /// The score as a number.
    #[expect(clippy::cast_precision_loss, reason = "points of a questionnaire are small")]
    pub fn value(self) -> f64 {
        self.points as f64 / self.over.max(1) as f64
    }

    /// How much larger it is than another.
    pub fn minus(self, other: Score) -> Score {
        let (over, other_over) = (self.over.max(1), other.over.max(1));
        Score { points: self.points * other_over - other.points * over, over: over * other_over }
    }

    /// The score in tenths, rounded to the nearest.
    pub fn tenths(self) -> i64 {
        let over = self.over.max(1);
        (self.points * 20 + over).div_euclid(over * 2)
    }
}

impl Scale {
    /// The item of that number.
    pub fn item(&self, number: u16) -> Option<&'static Item> {
        self.items.iter().find(|item| item.number == number)
    }

    /// The wording in a language, else the first one.
    pub fn wording(&self, language: &str) -> &'static Wording {
        let found = self.wordings.iter().find(|wording| wording.language == language);
        found.unwrap_or(&self.wordings[0])
    }

    /// Whether it is asked one question a screen, and each answer kept at once.
    pub fn is_long(&self) -> bool {
        self.items.len() > SHORT_ITEMS_MAX
    }

    /// The band that a score lies in.
    pub fn band(&self, score: Score) -> Option<&'static Band> {
        self.bands.iter().rev().find(|band| score.points >= band.from.saturating_mul(score.over))
    }

    /// Holds answers against the items: each item at most once, by a code that it has.
    ///
    /// # Errors
    /// On an item or code that is not there, and on an item answered twice.
    pub fn check(&self, answers: &[Answered]) -> Result<(), Refusal> {
        let mut seen = BTreeSet::new();
        for answer in answers {
            let item = self.item(answer.item).ok_or(Refusal::NoSuchItem)?;
            let code_is_there = item.choices.iter().any(|choice| choice.code == answer.code);
            if !code_is_there || !seen.insert(answer.item) {
                return Err(Refusal::AnswerInvalid);
            }
        }
        Ok(())
    }
}

/// Up to how many items a scale is shown on one page, as it is printed.
const SHORT_ITEMS_MAX: usize = 10;
