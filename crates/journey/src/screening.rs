//! What the rules find in a health history, as of a day and under a protocol.
//!
//! [`screen`] is values in, values out, so any finding can be replayed. Which words and codes
//! mean what is data (`screening/concepts/`); which concept raises which flag is a row or a
//! function in `screening/rules/`; every limit is a figure of the protocol.

mod blood_pressure;
mod concept;
mod flag;
mod rules;

use jiff::civil::Date;

pub use blood_pressure::BloodPressure;
pub use concept::{ConceptId, concept_names, concepts_of, understands};
pub use flag::{
    Because, ClearsBy, Flag, FlagLevel, Implausible, MissingItem, NotUnderstood, Qualifier, Screening,
    UnderstoodFact, WorkUpPart,
};
pub use rules::{ask_name, ask_names, rule_names, work_up_names};

use crate::health_history::{Fact, Person};
use crate::protocol::Protocol;

/// Finds what a prescriber must see before any dose, in what was known on that day.
///
/// What the record does not say is unknown, and unknown takes the stricter level.
pub fn screen(facts: &[Fact], person: &Person, protocol: &Protocol, as_of: Date) -> Screening {
    rules::run(rules::Known::new(facts, person, protocol, as_of))
}

#[cfg(test)]
mod properties;
#[cfg(test)]
pub(crate) mod tests;
