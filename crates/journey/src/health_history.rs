//! What is known of a person's health: facts, where each comes from, and merging.
//!
//! Facts are kept inside sealed events, so their JSON is a promise: fields are added, never
//! renamed. A fact keeps the record's own words; what a rule makes of it is `screening`'s matter.

mod fact;
mod merge;
mod partial_date;
mod person;
mod work_up;

pub(crate) use fact::days_between;
pub use fact::{
    Code, CodeSystem, Component, Detail, Fact, FactId, FactKind, FactStatus, Finding, Measured, Origin,
    Provenance, ResourceRef, WEIGHT_KG, weight_on,
};
pub use merge::{Changed, Changes, Ignored, IgnoredBecause, Import, LeftOut, absent, merge};
pub use partial_date::{NotADate, PartialDate};
pub use person::{AgeYears, Deceased, Person, Sex};
pub use work_up::{Done, Needs, Part};
