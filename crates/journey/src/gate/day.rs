//! The interpreter of gate rows, which TypeScript has as well (`web/src/gate`).
//!
//! Kept to about a hundred lines so that both can be read side by side. Ten thousand generated
//! vectors run on both in the tests.

use super::names::{Check, ConditionId, Fact};
use crate::protocol::Range;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What is known; a fact that is absent is unknown.
pub type DayInputs = BTreeMap<Fact, DayValue>;

/// Greatest number that a row compares, and its negative the smallest; beyond it is unknown.
///
/// Far beyond every figure, and far within what a browser adds without rounding.
pub const NUMBER_MAX: i64 = 1_000_000_000;

/// A known value: a flag or a whole number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum DayValue {
    /// Yes or no.
    Flag(bool),
    /// A whole number in the unit that the fact's name states.
    Number(i64),
}

impl DayValue {
    /// The number, if it is one that can be compared.
    pub fn number(self) -> Option<i64> {
        match self {
            DayValue::Number(number) if number.unsigned_abs() <= NUMBER_MAX as u64 => Some(number),
            DayValue::Number(_) | DayValue::Flag(_) => None,
        }
    }
}

/// One row of the gate, as data.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DayCondition {
    /// The condition it belongs to.
    pub id: ConditionId,
    /// The row's own name, from which reasons are worded.
    pub check: Check,
    /// What it looks at.
    pub input: Fact,
    /// What is added to it, in `sum_at_most`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub plus: Option<Fact>,
    /// How it is compared.
    pub test: Test,
    /// With what it is compared.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<Limit>,
    /// What it is when something that it needs is unknown.
    pub unknown_is: UnknownIs,
    /// A flag that, when known to be so, makes the row hold.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unless: Option<Unless>,
    /// Whether it blocks or only cautions.
    pub weight: Weight,
    /// Place of the figure in the protocol, for its source.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub figure: Option<String>,
}

/// How a row compares.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Test {
    /// In the range, edges included.
    Within,
    /// Not less than the limit.
    AtLeast,
    /// Not more than the limit.
    AtMost,
    /// The same as the limit.
    Equals,
    /// Known at all.
    Present,
    /// An age that is not negative and less than the limit.
    AgeBelow,
    /// `input` and `plus` together not more than the limit.
    SumAtMost,
}

/// With what a row compares.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Limit {
    /// A flag.
    Flag(bool),
    /// A whole number.
    Number(i64),
    /// A range.
    Range(Range),
    /// A number that is itself a fact.
    Fact(Fact),
}

/// What a row is when something that it needs is unknown; never a pass.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum UnknownIs {
    /// Nobody recorded it.
    Unknown,
    /// Its absence is the failure.
    Fails,
}

/// A flag that makes a row hold when it is known to be `is`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unless {
    /// The flag.
    pub input: Fact,
    /// The value that lets the row be.
    pub is: bool,
}

/// Whether a row blocks or only cautions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Weight {
    /// The condition does not hold without it.
    Blocks,
    /// It is shown and keeps nothing.
    Cautions,
}

/// State of one row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DayState {
    /// It is as it must be.
    Holds,
    /// It is not.
    Fails,
    /// It cannot be said.
    Unknown,
}

/// What was found for one row, in the order of the rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct DayFinding {
    /// How the row stands.
    pub state: DayState,
    /// The value that was compared, a sum where the row adds; absent when unknown.
    pub value: Option<DayValue>,
    /// The limit it was compared with, resolved; absent when unknown.
    pub limit: Option<Limit>,
}

/// Decides every row, in order.
pub fn interpret(conditions: &[DayCondition], inputs: &DayInputs) -> Vec<DayFinding> {
    conditions.iter().map(|condition| find(condition, inputs)).collect()
}

fn find(condition: &DayCondition, inputs: &DayInputs) -> DayFinding {
    let value = compared(condition, inputs);
    let limit = resolved(condition.limit, inputs);
    let spared =
        condition.unless.is_some_and(|unless| inputs.get(&unless.input) == Some(&DayValue::Flag(unless.is)));
    let passed = value.and_then(|value| passes(condition.test, value, limit));
    let state = match (spared, passed) {
        (true, _) | (_, Some(true)) => DayState::Holds,
        (_, Some(false)) => DayState::Fails,
        (_, None) if condition.unknown_is == UnknownIs::Fails => DayState::Fails,
        (_, None) => DayState::Unknown,
    };
    DayFinding { state, value, limit }
}

fn compared(condition: &DayCondition, inputs: &DayInputs) -> Option<DayValue> {
    let value = match *inputs.get(&condition.input)? {
        DayValue::Flag(flag) => return Some(DayValue::Flag(flag)),
        number => number.number()?,
    };
    let added = condition.plus.map_or(Some(0), |plus| inputs.get(&plus)?.number())?;
    Some(DayValue::Number(value + added))
}

fn resolved(limit: Option<Limit>, inputs: &DayInputs) -> Option<Limit> {
    match limit? {
        Limit::Fact(fact) => inputs.get(&fact)?.number().map(Limit::Number),
        known => Some(known),
    }
}

/// `None` when value and limit cannot be compared, which is as good as unknown.
fn passes(test: Test, value: DayValue, limit: Option<Limit>) -> Option<bool> {
    use DayValue::{Flag, Number};
    match (test, value, limit) {
        (Test::Present, _, _) => Some(true),
        (Test::Equals, Flag(value), Some(Limit::Flag(limit))) => Some(value == limit),
        (Test::Equals, Number(value), Some(Limit::Number(limit))) => Some(value == limit),
        (Test::Within, Number(value), Some(Limit::Range(range))) => Some(range.holds(value)),
        (Test::AtLeast, Number(value), Some(Limit::Number(limit))) => Some(value >= limit),
        (Test::AtMost | Test::SumAtMost, Number(value), Some(Limit::Number(limit))) => Some(value <= limit),
        (Test::AgeBelow, Number(value), Some(Limit::Number(limit))) => Some(0 <= value && value < limit),
        _ => None,
    }
}
