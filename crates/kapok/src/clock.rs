//! The one place that reads the time; everything else is told.

use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use jiff::{SignedDuration, Timestamp};

/// Tells the time: the machine's, or in the demo the machine's shifted.
#[derive(Debug, Clone, Default)]
pub struct Clock {
    shift_seconds: Arc<AtomicI64>,
}

impl Clock {
    /// The machine's own time.
    pub fn machine() -> Self {
        Self::default()
    }

    /// A clock that shows `at` now and goes on from there; for the demo and for tests.
    pub fn starting_at(at: Timestamp) -> Self {
        let clock = Self::default();
        clock.advance(at.duration_since(machine_now()));
        clock
    }

    /// The time, to the millisecond, as it is stored.
    pub fn now(&self) -> Timestamp {
        let shift = SignedDuration::from_secs(self.shift_seconds.load(Ordering::Relaxed));
        let now = machine_now().saturating_add(shift).unwrap_or(Timestamp::MAX);
        Timestamp::from_millisecond(now.as_millisecond()).unwrap_or(now)
    }

    /// Moves the clock; only the demo offers this.
    pub fn advance(&self, by: SignedDuration) {
        self.shift_seconds.fetch_add(by.as_secs(), Ordering::Relaxed);
    }
}

fn machine_now() -> Timestamp {
    Timestamp::now()
}
