//! Faults are logged once, under a number that a person can quote.

use tracing::error;

/// Logs a fault that has no better place, and gives the number to quote.
pub(crate) fn fault(what: &str) -> u32 {
    let mut bytes = [0; 4];
    getrandom::fill(&mut bytes).expect("the operating system gives randomness");
    let number = u32::from_be_bytes(bytes) % 1_000_000;
    error!(fault.number = number, "Fault {number}: {what}");
    number
}
