//! The dose gate: whether a dose is authorised, and why not.
//!
//! Sixteen conditions, G1 to G16, are decided from what the caller knows. Each row of
//! [`conditions`] is data, and one interpreter ([`day::interpret`]) decides it here and, with the
//! same vectors, in the browser. So the page is drawn by the function that decides.
//!
//! What is missing is never a pass. A dose that was given anyway is not the gate's matter: facts
//! always apply. The gate only says what is authorised.
//!
//! All numbers are whole numbers in the unit their name states, at most [`day::NUMBER_MAX`], which
//! Rust and TypeScript hold alike to the last bit. Fractions are counted in tenths or rounded to the
//! stricter side before they enter: a time since food, fluid, alcohol or a dose is rounded down,
//! and so is the age of a vital sign, whose limit is itself not enough.

mod booster;
mod conditions;
pub mod day;
mod input;
mod names;
mod reason;

pub use booster::{BoosterInput, booster_conditions, evaluate_booster};
pub use conditions::{conditions, day_conditions};
pub use day::{DayCondition, DayInputs};
pub use input::{GateInput, Measured, VitalSigns};
pub use names::{Check, ConditionId, Fact};
pub use reason::Reason;

use crate::protocol::Protocol;
use day::{DayFinding, DayState, Weight};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A prescriber's decision to pass one condition, in one session, for a reason.
///
/// Whoever builds one has made sure that `by` is a prescriber of this practice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Override {
    /// The condition that is passed.
    pub condition: ConditionId,
    /// Pseudonym of the prescriber.
    pub by: String,
    /// Why, in the prescriber's words.
    pub reason: String,
    /// The one session in which it counts.
    pub session: String,
    /// What stood in the way when it was passed: it reaches no further, to no other sign and no worse value.
    pub seen: Vec<Reason>,
}

/// State of one condition.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum State {
    /// It is as it must be.
    Holds,
    /// It is known not to be as it must be.
    Fails,
    /// Nobody has recorded what it needs.
    Unknown,
    /// It does not hold, and a prescriber passed it for this session.
    Overridden,
}

/// One condition of a gate, decided.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Condition {
    /// Which condition.
    pub id: ConditionId,
    /// How it stands.
    pub state: State,
    /// What keeps it from holding; kept when it is overridden.
    pub reasons: Vec<Reason>,
    /// What is worth a look and keeps nothing.
    pub cautions: Vec<Reason>,
    /// The decision that passed it.
    pub overridden_by: Option<Override>,
}

/// A gate, decided. Only [`evaluate`] and [`evaluate_booster`] make one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Gate {
    conditions: Vec<Condition>,
}

impl Gate {
    /// Whether the dose is authorised: every condition holds or was passed.
    pub fn authorised(&self) -> bool {
        !self.conditions.is_empty() && self.standing().next().is_none()
    }

    /// Every condition, in the order of their ids.
    pub fn conditions(&self) -> &[Condition] {
        &self.conditions
    }

    /// The conditions that stand in the way.
    pub fn standing(&self) -> impl Iterator<Item = &Condition> {
        self.conditions.iter().filter(|condition| matches!(condition.state, State::Fails | State::Unknown))
    }

    /// The most that no figure on doses forbids, in milligrams, where that is less than the dose
    /// which the gate was decided for; none where nothing, or nothing but that dose, is left.
    pub fn less_mg(&self, dose_mg: i64) -> Option<i64> {
        let reasons = self.standing().flat_map(|condition| &condition.reasons);
        let over = reasons.filter_map(|reason| match reason {
            Reason::AboveLimit { check, value, limit, .. } if check.is_of_the_dose() => Some(value - limit),
            _ => None,
        });
        over.max().map(|over| dose_mg - over).filter(|less| *less > 0)
    }
}

/// Whether a condition stands in the way now, and a prescriber could pass it for this session.
pub fn could_be_passed(input: &GateInput, protocol: &Protocol, condition: ConditionId) -> bool {
    let trial = Override {
        condition,
        by: "anybody".to_owned(),
        reason: "to find out".to_owned(),
        session: input.session.clone().unwrap_or_default(),
        seen: reasons(input, protocol, condition),
    };
    let gate = evaluate(input, protocol, &[trial]);
    gate.conditions.iter().any(|one| one.id == condition && one.state == State::Overridden)
}

/// What stands in the way of one condition now, whoever may have passed it.
pub fn reasons(input: &GateInput, protocol: &Protocol, condition: ConditionId) -> Vec<Reason> {
    let gate = evaluate(input, protocol, &[]);
    let found = gate.conditions.into_iter().find(|one| one.id == condition);
    found.map(|one| one.reasons).unwrap_or_default()
}

/// Whether what was seen reaches as far as what stands in the way now.
pub fn reaches(seen: &[Reason], now: &[Reason]) -> bool {
    now.iter().all(|reason| seen.iter().any(|seen| seen.reaches(reason)))
}

/// A row with what was found for it.
type Found<'a> = (&'a DayCondition, &'a DayFinding);

/// Decides the dose gate.
///
/// An override that names a condition which cannot be passed, another session, nobody, or no
/// reason, has no effect.
pub fn evaluate(input: &GateInput, protocol: &Protocol, overrides: &[Override]) -> Gate {
    let table = conditions(protocol);
    let findings = day::interpret(&table, &input.facts(protocol));
    let found = by_condition(&table, &findings);
    let conditions = ConditionId::GATE.into_iter().map(|id| {
        let rows = found.get(&id).map_or(&[][..], Vec::as_slice);
        let condition = decide(id, rows);
        let passed = |one: &&Override| counts(one, id, input) && reaches(&one.seen, &condition.reasons);
        match overrides.iter().find(passed) {
            Some(one) if can_all_be_passed(rows, protocol) => {
                Condition { state: State::Overridden, overridden_by: Some(one.clone()), ..condition }
            }
            Some(_) | None => condition,
        }
    });
    Gate { conditions: conditions.collect() }
}

/// Groups the rows, so that each condition sees its own.
fn by_condition<'a>(
    table: &'a [DayCondition],
    findings: &'a [DayFinding],
) -> BTreeMap<ConditionId, Vec<Found<'a>>> {
    let mut found: BTreeMap<ConditionId, Vec<Found<'a>>> = BTreeMap::new();
    for row in table.iter().zip(findings) {
        found.entry(row.0.id).or_default().push(row);
    }
    found
}

/// Draws one condition together from its rows.
fn decide(id: ConditionId, rows: &[Found]) -> Condition {
    let reasons_of = |weight| {
        let rows = rows.iter().filter(move |(row, _)| row.weight == weight);
        rows.filter_map(|(row, finding)| Reason::of(row, finding))
    };
    let reasons: Vec<Reason> = reasons_of(Weight::Blocks).collect();
    let blocked = |caution: &Reason| reasons.iter().any(|reason| reason.check() == caution.check());
    let cautions = reasons_of(Weight::Cautions).filter(|caution| !blocked(caution)).collect();
    Condition { id, state: state(rows), cautions, reasons, overridden_by: None }
}

/// A known failure outweighs what is unknown; a condition without rows is unknown.
fn state(rows: &[Found]) -> State {
    let states: Vec<DayState> = rows
        .iter()
        .filter(|(row, _)| row.weight == Weight::Blocks)
        .map(|(_, finding)| finding.state)
        .collect();
    if states.contains(&DayState::Fails) {
        State::Fails
    } else if states.is_empty() || states.contains(&DayState::Unknown) {
        State::Unknown
    } else {
        State::Holds
    }
}

fn counts(one: &Override, id: ConditionId, input: &GateInput) -> bool {
    one.condition == id
        && input.session.as_deref() == Some(one.session.as_str())
        && !one.session.trim().is_empty()
        && !one.by.trim().is_empty()
        && !one.reason.trim().is_empty()
}

/// Whether something is open, and each open row is one that may be passed.
fn can_all_be_passed(rows: &[Found], protocol: &Protocol) -> bool {
    let mut open = rows
        .iter()
        .filter(|(row, finding)| row.weight == Weight::Blocks && finding.state != DayState::Holds)
        .peekable();
    open.peek().is_some() && open.all(|(row, finding)| can_be_passed(row, finding, protocol))
}

/// What the dossier lists as overridable `[D]`: G8, G10, G12 up to the act line, fasting of G13.
fn can_be_passed(row: &DayCondition, finding: &DayFinding, protocol: &Protocol) -> bool {
    match row.id {
        ConditionId::G8 | ConditionId::G10 => true,
        ConditionId::G12 => short_of_the_act_line(row, finding, protocol),
        ConditionId::G13 => matches!(row.check, Check::FoodMinutes | Check::FluidMinutes),
        _ => false,
    }
}

/// A measured value beyond the hold line that has not reached the act line.
fn short_of_the_act_line(row: &DayCondition, finding: &DayFinding, protocol: &Protocol) -> bool {
    let Some(value) = finding.value.and_then(day::DayValue::number) else { return false };
    row.input.sign().is_some_and(|sign| {
        let lines = protocol.bands.of(sign);
        lines.possible.value.holds(value) && !lines.act.crossed_by(value)
    })
}
