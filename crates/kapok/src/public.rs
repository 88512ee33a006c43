//! The practice's public pages: what it offers, and a way to ask.

pub(crate) mod choices;
pub(crate) mod enquiry;
pub(crate) mod home;
mod threshold;

pub use threshold::{ENQUIRIES_PER_HOUR_MAX, Threshold};
