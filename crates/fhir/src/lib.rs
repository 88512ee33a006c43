//! Reads FHIR R4 into facts. No network, no clock.
//!
//! Exports of real systems are read leniently: one bad resource does not cost the others, and
//! each resource becomes a fact, is counted as ignored, or is left out with the reason.

mod allergy_intolerance;
mod bulk;
mod bundle;
mod condition;
mod date;
mod document;
mod entry;
mod family_member_history;
mod identity;
mod medication;
mod medication_dispense;
mod medication_request;
mod medication_statement;
mod observation;
mod patient;
mod procedure;
mod resource_type;
mod version;
mod wire;

pub use bulk::{NamedFile, OfPerson, is_bulk, read_bulk};
pub use bundle::read;
pub use document::{FILE_BYTES_MAX, ReadError};
