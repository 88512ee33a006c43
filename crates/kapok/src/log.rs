//! Faults are logged once, under a number that a person can quote.

use std::any::Any;
use std::panic::{Location, PanicHookInfo};

use tracing::error;

/// Lets a panic say where, and never what with: what it was formatted from may be a record's words.
pub(crate) fn panics_tell_no_content() {
    std::panic::set_hook(Box::new(|panic: &PanicHookInfo<'_>| {
        error!("{}", panicked(panic.location(), panic.payload()));
    }));
}

fn panicked(at: Option<&Location<'_>>, payload: &dyn Any) -> String {
    let at = at.map(ToString::to_string).unwrap_or_default();
    // A literal out of the source; what is formatted comes as a `String`.
    let literal = payload.downcast_ref::<&'static str>().copied().unwrap_or("its words are left out");
    format!("Panic at {at}: {literal}")
}

/// Logs a fault that has no better place, and gives the number to quote.
pub(crate) fn fault(what: &str) -> u32 {
    let mut bytes = [0; 4];
    getrandom::fill(&mut bytes).expect("the operating system gives randomness");
    let number = u32::from_be_bytes(bytes) % 1_000_000;
    error!(fault.number = number, "Fault {number}: {what}");
    number
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_is_told_by_its_place_and_not_by_its_words() {
        let secret = "the house by the river".to_owned();
        let formatted: Box<dyn Any> = Box::new(format!("byte index 1 is not a boundary of {secret}"));
        let told = panicked(Some(Location::caller()), &*formatted);
        assert!(told.contains("log.rs") && !told.contains("river"), "{told}");
        let literal: Box<dyn Any> = Box::new("a fold is that of its head");
        assert!(panicked(None, &*literal).contains("a fold is that of its head"));
    }
}
