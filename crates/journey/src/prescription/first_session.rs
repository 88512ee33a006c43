//! What the signed protocol starts a first session with, and what a prescriber is asked to see.
//!
//! The software invents no dose: it says what the figures say, and the prescriber writes the number.

use jiff::civil::Date;

use super::Envelope;
use crate::case::Case;
use crate::health_history::{Fact, Person, weight_on};
use crate::protocol::{DoseTier, Protocol};

/// What the signed protocol starts a first session with (`clinical.md` 2.2 [D]).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FirstSession {
    /// How much.
    pub mg: i64,
    /// Why it is the reduced start; empty where it is not.
    pub reduced: Vec<Reduced>,
}

/// Why a first session starts lower; what is not known counts as if it were so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reduced {
    /// From this age on.
    Age {
        /// The figure.
        years: i64,
    },
    /// The age is not known.
    AgeNotKnown,
    /// Beyond this weight.
    Weight {
        /// The figure, in tenths of a kilogram.
        tenths_kg: i64,
    },
    /// No weight is in date.
    WeightNotKnown,
}

/// What an envelope asks a prescriber to see; nothing here stands in the way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Notice {
    /// More at once than a first session starts with.
    AboveFirstSession {
        /// The figure.
        mg: i64,
    },
    /// Less than the psycholytic tier begins with.
    BelowTier {
        /// The figure.
        mg: i64,
    },
}

impl FirstSession {
    /// What a first session starts with by what was known of a person on a day; a weight that is out
    /// of date is not known.
    pub fn known_on(today: Date, person: &Person, facts: &[Fact], protocol: &Protocol) -> Self {
        let in_date = |days: &i64| (0..=protocol.work_up.weight_days.value).contains(days);
        let weight = weight_on(facts, today).filter(|(_, days)| in_date(days));
        let age = person.age_years_on(today).map(|age| age.max);
        Self::of(age, weight.map(|(tenths_kg, _)| tenths_kg), protocol)
    }

    /// What a first session starts with, for somebody of this age and weight.
    pub fn of(age_years: Option<i16>, weight_tenths_kg: Option<i64>, protocol: &Protocol) -> Self {
        let dosing = &protocol.dosing;
        let years = protocol.eligibility.age_years_reduced_start.value;
        let light = &dosing.reduced_start_weight_tenths_kg.value;
        let age = match age_years {
            None => Some(Reduced::AgeNotKnown),
            Some(age) => (i64::from(age) >= years).then_some(Reduced::Age { years }),
        };
        let weight = match weight_tenths_kg {
            None => Some(Reduced::WeightNotKnown),
            Some(weight) => light.crossed_by(weight).then_some(Reduced::Weight { tenths_kg: light.number() }),
        };
        let reduced: Vec<Reduced> = age.into_iter().chain(weight).collect();
        let mg = if reduced.is_empty() { &dosing.first_session_mg } else { &dosing.first_session_reduced_mg };
        Self { mg: mg.value, reduced }
    }
}

/// What the protocol starts with, on a day; nothing once a dose was taken in a session.
pub fn first_session(case: &Case, protocol: &Protocol, today: Date) -> Option<FirstSession> {
    if !case.sessions.dosed().is_empty() {
        return None;
    }
    let history = &case.history;
    Some(FirstSession::known_on(today, &history.person, &history.current(), protocol))
}

impl Envelope {
    /// What it asks a prescriber to see, before a first session or later.
    pub fn notices(&self, first: Option<&FirstSession>, protocol: &Protocol) -> Vec<Notice> {
        let most = i64::from(self.most_mg_per_session);
        let above = first.filter(|first| most > first.mg);
        let above = above.map(|first| Notice::AboveFirstSession { mg: first.mg });
        let least = protocol.tiers.psycholytic_mg_min.value;
        let below =
            (self.tier == DoseTier::Psycholytic && most < least).then_some(Notice::BelowTier { mg: least });
        above.into_iter().chain(below).collect()
    }
}
