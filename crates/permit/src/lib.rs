//! Who may do what: one decision over closed enums, and the proofs it hands out.
//!
//! A [`Permit`] lets an act be decided; a [`Grant`] opens one compartment of one client. Only
//! this crate can make either, so a route that did not ask cannot compile.

mod actor;
mod decide;
mod proof;
mod resource;

pub use actor::{Actor, Job, Purpose, Relation};
pub use decide::{Denied, decide};
pub use proof::{Grant, Permit, to_act, to_open};
pub use resource::{Action, Kind, Resource};
