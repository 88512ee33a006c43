//! What may happen on a client's journey, what has happened, and what it means.
//!
//! Rules are values in, values out: no I/O, no clock, no randomness, no `async`.

#![cfg_attr(test, allow(clippy::unwrap_used, reason = "a test that fails says what broke"))]

pub mod access;
pub mod appointment;
pub mod card;
pub mod care_team;
pub mod case;
pub mod clearance;
pub mod consent;
pub mod consultation;
pub mod contact;
pub mod ending;
pub mod enquiry;
pub mod event;
pub mod gate;
pub mod health_history;
pub mod history;
pub mod hours;
pub mod id;
pub mod integration;
pub mod link;
pub mod medicine_session;
pub mod message;
pub mod next;
pub mod path;
pub mod practice;
pub mod preparation;
pub mod prescription;
pub mod protocol;
pub mod psychotherapy_note;
#[cfg(test)]
mod random;
pub mod refusal;
pub mod review;
pub mod scale;
pub mod screening;
pub mod staff;
pub mod stock;
#[cfg(test)]
mod story;
mod tally;
pub mod task;
pub mod text;

pub use case::{At, Case, Command};
pub use event::{Compartment, Event, Precision, Recorded, Stream, Who};
pub use id::{
    AppointmentId, ClientId, CommandId, DispensingId, EventId, LinkId, PracticeId, SessionId, StaffId,
};
pub use practice::Practice;
pub use refusal::Refusal;
