//! What a scale is made of; each shipped scale is one value of these types.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

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
    /// The language of the wording, as a BCP 47 tag.
    pub language: &'static str,
    /// The notice that goes with it wherever it is shown.
    pub notice: &'static str,
    /// The question that stands above the items.
    pub stem: &'static str,
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
    /// What scores are called, from the lowest.
    pub bands: &'static [Band],
    /// Change beyond the measure's own noise.
    pub reliable_change: Option<ReliableChange>,
    /// The item whose answer a person must look at.
    pub risk: Option<RiskItem>,
    /// LOINC code of the panel.
    pub loinc_panel: Option<&'static str>,
    /// LOINC code of the score.
    pub loinc_score: Option<&'static str>,
}

/// One item.
#[derive(Debug, PartialEq)]
pub struct Item {
    /// Its printed number.
    pub number: u16,
    /// Its wording.
    pub text: &'static str,
    /// What can be answered.
    pub choices: &'static [Choice],
    /// Whether it counts towards the score.
    pub scored: Scored,
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
#[derive(Debug, PartialEq)]
pub struct Choice {
    /// The printed code.
    pub code: i64,
    /// Points it stands for in the score.
    pub points: i64,
    /// Its wording.
    pub text: &'static str,
}

/// How points become a score.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scoring {
    /// The points are added.
    Sum,
    /// The points are averaged over the items that were answered.
    Mean,
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
    /// How many points.
    pub points: i64,
    /// From which reliability, in hundredths.
    pub reliability_hundredths: i64,
    /// From which standard deviation, in tenths.
    pub sd_tenths: i64,
    /// Where that comes from, and how sure it is.
    pub source: &'static str,
}

/// The item whose answer a person must look at.
#[derive(Debug, PartialEq, Eq)]
pub struct RiskItem {
    /// Its printed number.
    pub item: u16,
    /// The lowest code that shows a risk.
    pub code_min: i64,
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
}

impl Scale {
    /// The item of that number.
    pub fn item(&self, number: u16) -> Option<&'static Item> {
        self.items.iter().find(|item| item.number == number)
    }

    /// The band that a score lies in.
    pub fn band(&self, score: Score) -> Option<&'static Band> {
        self.bands.iter().rev().find(|band| score.points >= band.from.saturating_mul(score.over))
    }

    /// Holds answers against the items: each item at most once, by a code that it has.
    ///
    /// # Errors
    /// On an item or code that is not there, on an item answered twice, and on no answer at all.
    pub fn check(&self, answers: &[Answered]) -> Result<(), Refusal> {
        let mut seen = BTreeSet::new();
        for answer in answers {
            let item = self.item(answer.item).ok_or(Refusal::NoSuchItem)?;
            let code_is_there = item.choices.iter().any(|choice| choice.code == answer.code);
            if !code_is_there || !seen.insert(answer.item) {
                return Err(Refusal::AnswerInvalid);
            }
        }
        if answers.is_empty() { Err(Refusal::AnswerInvalid) } else { Ok(()) }
    }

    /// The score of these answers; none when too many scored items were left out.
    pub fn score(&self, answers: &[Answered]) -> Option<Score> {
        let points: Vec<i64> = answers.iter().filter_map(|answer| self.points(*answer)).collect();
        if points.is_empty() || points.len() < self.answered_min {
            return None;
        }
        let over = match self.scoring {
            Scoring::Sum => 1,
            Scoring::Mean => i64::try_from(points.len()).ok()?,
        };
        Some(Score { points: points.iter().sum(), over })
    }

    /// Points of one answer; none for an item that stands aside.
    fn points(&self, answer: Answered) -> Option<i64> {
        let item = self.item(answer.item).filter(|item| item.scored == Scored::Counts)?;
        item.choices.iter().find(|choice| choice.code == answer.code).map(|choice| choice.points)
    }
}
