//! The rules. Each is one function from what is known to its flags; this page lists them.

mod hypertension;
mod medicines;
mod person;

use jiff::civil::Date;

use super::blood_pressure::{BloodPressure, readings};
use super::concept::{ConceptId, concepts_of};
use super::flag::{Because, Flag, Implausible, MissingItem, NotUnderstood, Screening, UnderstoodFact};
use crate::health_history::{Fact, FactKind, FactStatus, Person, days_between};
use crate::protocol::{Eligibility, Protocol};

/// Every rule of the screening.
const RULES: [fn(&Known<'_>) -> Vec<Flag>; 3] = [person::flags, hypertension::flags, medicines::flags];

/// What is known of a person on a day, with the figures of a protocol.
pub(super) struct Known<'a> {
    facts: Vec<KnownFact<'a>>,
    pressures: Vec<BloodPressure>,
    implausible: Vec<Implausible>,
    person: &'a Person,
    eligibility: &'a Eligibility,
    as_of: Date,
}

/// One fact as it stood on the day.
struct KnownFact<'a> {
    fact: &'a Fact,
    concepts: Vec<ConceptId>,
    status: FactStatus,
}

impl<'a> Known<'a> {
    pub(super) fn new(facts: &'a [Fact], person: &'a Person, protocol: &'a Protocol, as_of: Date) -> Self {
        let known: Vec<&Fact> = facts.iter().filter(|fact| fact.known_on(as_of)).collect();
        let (pressures, implausible) = readings(&known, as_of);
        let as_it_stood =
            |fact: &'a Fact| KnownFact { fact, concepts: concepts_of(fact), status: fact.status_on(as_of) };
        let facts = known.into_iter().map(as_it_stood).collect();
        Self { facts, pressures, implausible, person, eligibility: &protocol.eligibility, as_of }
    }

    /// Facts of a concept that may be so now: active, not said, or about to begin.
    fn present(&self, concept: &str) -> Vec<&KnownFact<'a>> {
        use FactStatus::{Active, Planned, Unknown};
        let is_meant = |known: &&KnownFact<'_>| known.concepts.iter().any(|id| id.0 == concept);
        let may_be_so = |known: &&KnownFact<'_>| matches!(known.status, Active | Planned | Unknown);
        self.facts.iter().filter(is_meant).filter(may_be_so).collect()
    }

    /// The fact as a reason, marked when nobody has confirmed it for too long.
    fn because(&self, known: &KnownFact<'_>) -> Because {
        let days = self.eligibility.active_unconfirmed_days.value;
        Because {
            fact: known.fact.id.clone(),
            text: known.fact.text.clone(),
            unconfirmed_since: known.fact.unconfirmed_since(self.as_of, days).cloned(),
        }
    }

    fn pressure_is_old(&self, reading: &BloodPressure) -> bool {
        let limit_days = self.eligibility.pressure_days_max.value;
        let measured = reading.date.as_ref().map(|date| date.earliest());
        measured.is_none_or(|day| days_between(day, self.as_of) > limit_days)
    }
}

/// Runs every rule and lists what none of them can speak of.
pub(super) fn run(known: Known<'_>) -> Screening {
    let mut flags: Vec<Flag> = RULES.iter().flat_map(|rule| rule(&known)).collect();
    flags.sort_by(|one, other| (one.level, &one.rule).cmp(&(other.level, &other.rule)));
    Screening {
        as_of: known.as_of,
        facts: understood(&known),
        flags,
        missing: missing(&known),
        not_understood: not_understood(&known),
        implausible: known.implausible,
    }
}

fn understood(known: &Known<'_>) -> Vec<UnderstoodFact> {
    let limit_days = known.eligibility.active_unconfirmed_days.value;
    let mut understood = vec![];
    for KnownFact { fact, concepts, status } in &known.facts {
        let resource = fact.provenance.resource.as_ref();
        let resource = resource.map_or_else(|| fact.id.0.clone(), ToString::to_string);
        let old = fact.unconfirmed_since(known.as_of, limit_days);
        understood.extend(concepts.iter().map(|concept| UnderstoodFact {
            concept: concept.0.to_owned(),
            fact: fact.id.clone(),
            text: fact.text.clone(),
            code: fact.codes.first().map(|code| code.code.clone()),
            system: fact.codes.first().map(|code| code.system.clone()),
            status: *status,
            date: fact.date.clone(),
            resource: resource.clone(),
            unconfirmed_since: old.filter(|_| *status == FactStatus::Active).cloned(),
        }));
    }
    understood
}

fn missing(known: &Known<'_>) -> Vec<MissingItem> {
    let recent = known.pressures.last().is_some_and(|latest| !known.pressure_is_old(latest));
    let figure = &known.eligibility.pressure_days_max;
    let pressure = MissingItem {
        item: "blood-pressure".to_owned(),
        needed_by: "clearance".to_owned(),
        source: figure.source.clone(),
        certainty: figure.certainty,
    };
    if recent { vec![] } else { vec![pressure] }
}

/// Unclaimed facts, those of the same words together, the strictest status first.
fn not_understood(known: &Known<'_>) -> Vec<NotUnderstood> {
    let mut groups: Vec<NotUnderstood> = vec![];
    for KnownFact { fact, concepts, status } in &known.facts {
        if !concepts.is_empty() || fact.kind == FactKind::Observation || strictness(*status).is_none() {
            continue;
        }
        match groups.iter_mut().find(|group| group.kind == fact.kind && group.text == fact.text) {
            Some(group) => {
                group.facts.push(fact.id.clone());
                if strictness(*status) < strictness(group.status) {
                    group.status = *status;
                }
            }
            None => groups.push(NotUnderstood {
                kind: fact.kind,
                text: fact.text.clone(),
                status: *status,
                facts: vec![fact.id.clone()],
            }),
        }
    }
    groups.sort_by_key(|group| (strictness(group.status), group.kind));
    groups
}

/// How much a status asks to be read; none for what is known not to be so.
fn strictness(status: FactStatus) -> Option<u8> {
    match status {
        FactStatus::Active => Some(0),
        FactStatus::Unknown => Some(1),
        FactStatus::Planned => Some(2),
        FactStatus::Past => Some(3),
        FactStatus::NotTaken | FactStatus::EnteredInError | FactStatus::Refuted => None,
    }
}
