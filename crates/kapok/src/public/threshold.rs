//! How many enquiries of strangers are taken in, so that nobody fills a practice's disk through the one
//! form that asks for no name at the door.

use std::collections::VecDeque;
use std::sync::{Mutex, PoisonError};

use jiff::{SignedDuration, Timestamp};

use crate::failure::Failure;

/// Enquiries taken in an hour: far more than a practice can answer, far fewer than a machine can send.
pub const ENQUIRIES_PER_HOUR_MAX: usize = 120;
const HOUR: SignedDuration = SignedDuration::from_hours(1);

/// When the latest enquiries came, oldest first.
#[derive(Debug, Default)]
pub struct Threshold(Mutex<VecDeque<Timestamp>>);

impl Threshold {
    /// Counts one more.
    ///
    /// # Errors
    /// [`Failure::TooMany`] when this hour's are used up.
    pub(super) fn step_over(&self, now: Timestamp) -> Result<(), Failure> {
        let mut came = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        while came.front().is_some_and(|at| now.duration_since(*at) >= HOUR) {
            came.pop_front();
        }
        if came.len() >= ENQUIRIES_PER_HOUR_MAX {
            return Err(Failure::TooMany);
        }
        came.push_back(now);
        Ok(())
    }
}
