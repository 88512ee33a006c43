//! What was noted of openings this quarter of an hour, so that each is noted once.

use std::collections::HashSet;

use jiff::Timestamp;
use journey::{ClientId, Compartment, Who, access};
use vault::tree::{Hash, leaf_hash};

/// Seconds in which one opening is one fact.
const QUARTER_SECONDS: i64 = 15 * 60;
/// Openings remembered; beyond it the oldest quarters go, and then some are noted twice.
const REMEMBERED_MAX: usize = 100_000;

/// Who was shown what, in which quarter of an hour.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) struct Access {
    who: Who,
    what: What,
    quarter: i64,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum What {
    Compartment(ClientId, Compartment),
    List(Hash),
}

impl Access {
    pub(crate) fn opening(who: Who, client: ClientId, compartment: Compartment, now: Timestamp) -> Self {
        Self { who, what: What::Compartment(client, compartment), quarter: quarter(now) }
    }

    /// The set of clients counts, in whatever order they were shown.
    pub(crate) fn list(who: Who, clients: &[ClientId], now: Timestamp) -> Self {
        let mut shown = clients.to_vec();
        shown.sort_unstable();
        let bytes: Vec<u8> = shown.into_iter().flat_map(ClientId::to_bytes).collect();
        Self { who, what: What::List(leaf_hash(&bytes)), quarter: quarter(now) }
    }
}

fn quarter(now: Timestamp) -> i64 {
    now.as_second().div_euclid(QUARTER_SECONDS)
}

/// How the fact names a compartment; nothing of the practice's own is opened by a grant.
pub(crate) fn opened(compartment: Compartment) -> Option<access::Opened> {
    match compartment {
        Compartment::Identity => Some(access::Opened::Identity),
        Compartment::Record => Some(access::Opened::Record),
        Compartment::PsychotherapyNotes(_) => Some(access::Opened::PsychotherapyNotes),
        Compartment::Practice => None,
    }
}

/// The openings that are durably noted.
#[derive(Debug, Default)]
pub(crate) struct Accesses(HashSet<Access>);

impl Accesses {
    pub(crate) fn has(&self, access: &Access) -> bool {
        self.0.contains(access)
    }

    pub(crate) fn remember(&mut self, access: Access) {
        if self.0.len() >= REMEMBERED_MAX {
            self.0.retain(|kept| kept.quarter >= access.quarter);
        }
        if self.0.len() >= REMEMBERED_MAX {
            self.0.clear();
        }
        self.0.insert(access);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(second: i64) -> Timestamp {
        Timestamp::from_second(second).expect("a lawful instant")
    }

    #[test]
    fn an_opening_is_noted_once_a_quarter_of_an_hour() {
        let (client, other) = (ClientId::from_bytes([1; 16]), ClientId::from_bytes([2; 16]));
        let mut accesses = Accesses::default();
        accesses.remember(Access::opening(Who::Public, client, Compartment::Record, at(900)));
        let has = |who, client, compartment, second| {
            accesses.has(&Access::opening(who, client, compartment, at(second)))
        };
        assert!(has(Who::Public, client, Compartment::Record, 1_799));
        assert!(!has(Who::Public, client, Compartment::Record, 1_800), "the next quarter");
        assert!(!has(Who::System, client, Compartment::Record, 900), "somebody else");
        assert!(!has(Who::Public, other, Compartment::Record, 900), "another client");
        assert!(!has(Who::Public, client, Compartment::Identity, 900), "another compartment");
    }

    #[test]
    fn a_list_is_the_set_of_those_on_it() {
        let (one, two) = (ClientId::from_bytes([1; 16]), ClientId::from_bytes([2; 16]));
        let list = |clients: &[ClientId]| Access::list(Who::System, clients, at(0));
        assert_eq!(list(&[one, two]), list(&[two, one]));
        assert_ne!(list(&[one, two]), list(&[one]));
    }
}
