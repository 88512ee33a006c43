//! The rules. Each is one function from what is known to its flags; this page lists them.

mod ask;
mod body;
mod brain;
mod childbearing;
mod circulation;
mod hypertension;
mod laboratory;
mod ladder;
mod measured;
mod medicines;
mod mind;
mod person;
mod tests_of_blood;
mod work_up;

use std::collections::BTreeMap;

use jiff::civil::Date;

pub use ask::{ask_name, ask_names};

use super::blood_pressure::{BloodPressure, readings};
use super::concept::{self, Reading, Tense};
use super::flag::{Because, Flag, Implausible, NotUnderstood, Screening, UnderstoodFact};
use crate::health_history::{Component, Fact, FactKind, FactStatus, Person, days_between};
use crate::protocol::{Eligibility, Findings, Protocol, WorkUp};

/// A rule: what is known in, flags out.
type Rule = fn(&Known<'_>) -> Vec<Flag>;

/// The rules that every protocol has had from the first.
const FIRST: [Rule; 3] = [person::flags, hypertension::flags, medicines::opioids];

/// The rules that are part of a protocol which has figures for findings.
const OF_FINDINGS: [Rule; 7] = [
    |known| ladder::flags(&circulation::LADDERS, known),
    |known| ladder::flags(&brain::LADDERS, known),
    |known| ladder::flags(&mind::LADDERS, known),
    |known| ladder::flags(&body::LADDERS, known),
    medicines::flags,
    tests_of_blood::flags,
    childbearing::flags,
];

/// What is known of a person on a day, with the figures of a protocol.
pub(super) struct Known<'a> {
    facts: Vec<KnownFact<'a>>,
    pressures: Vec<BloodPressure>,
    implausible: Vec<Implausible>,
    person: &'a Person,
    eligibility: &'a Eligibility,
    work_up: &'a WorkUp,
    findings: Option<&'a Findings>,
    as_of: Date,
}

/// One fact as it stood on the day.
struct KnownFact<'a> {
    fact: &'a Fact,
    reading: Reading,
    status: FactStatus,
}

/// How what a fact says stands on the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Standing {
    /// It is so.
    Now,
    /// Its source does not say whether it is so now.
    Unsaid,
    /// The record says no more than `history of`.
    History,
    /// It is over.
    Over,
}

impl KnownFact<'_> {
    /// How the concept stands; none where the fact does not say it, or says it is not so.
    ///
    /// What was done or measured is past and stands.
    fn standing(&self, concept: &str) -> Option<Standing> {
        let tense = self.reading.tense(concept)?;
        let happened = matches!(self.fact.kind, FactKind::Procedure | FactKind::Observation);
        match (self.status, tense) {
            (FactStatus::NotTaken | FactStatus::EnteredInError | FactStatus::Refuted, _) => None,
            (FactStatus::Past, Tense::Now | Tense::History) if happened => Some(Standing::Now),
            (FactStatus::Past, _) | (_, Tense::Over) => Some(Standing::Over),
            (_, Tense::History) => Some(Standing::History),
            (FactStatus::Active, Tense::Now) => Some(Standing::Now),
            (FactStatus::Planned | FactStatus::Unknown, Tense::Now) => Some(Standing::Unsaid),
        }
    }
}

impl<'a> Known<'a> {
    pub(super) fn new(facts: &'a [Fact], person: &'a Person, protocol: &'a Protocol, as_of: Date) -> Self {
        let known: Vec<&Fact> = facts.iter().filter(|fact| fact.known_on(as_of)).collect();
        let (pressures, implausible) = readings(&known, as_of);
        let as_it_stood =
            |fact: &'a Fact| KnownFact { fact, reading: concept::read(fact), status: fact.status_on(as_of) };
        let mut known = Self {
            facts: known.into_iter().map(as_it_stood).collect(),
            pressures,
            implausible,
            person,
            eligibility: &protocol.eligibility,
            work_up: &protocol.work_up,
            findings: protocol.findings.as_ref(),
            as_of,
        };
        let heart_rate = protocol.bands.heart_rate_per_minute.possible.value;
        let more = [
            childbearing::implausible(&known),
            laboratory::implausible(&known),
            measured::implausible(&known, heart_rate),
            known.too_early(),
        ]
        .concat();
        known.implausible.extend(more);
        known
    }

    /// What was written down before the day on which it is said to begin.
    fn too_early(&self) -> Vec<Implausible> {
        let odd = self.facts.iter().filter(|known| known.fact.begins_after(self.as_of));
        let listed = odd.map(|known| Implausible {
            fact: known.fact.id.clone(),
            text: known.fact.text.clone(),
            why: "it is said to begin after the day on which it was read".to_owned(),
        });
        listed.collect()
    }

    /// Facts of a concept that may be so now: active, not said, or about to begin.
    fn present(&self, concept: &str) -> Vec<&KnownFact<'a>> {
        let may_be_so = |known: &&KnownFact<'_>| {
            known.status != FactStatus::Past
                && matches!(
                    known.standing(concept),
                    Some(Standing::Now | Standing::Unsaid | Standing::History)
                )
        };
        self.facts.iter().filter(may_be_so).collect()
    }

    /// Whether a fact of the concept is said to be so now.
    fn is_active(&self, concept: &str) -> bool {
        self.facts.iter().any(|fact| fact.standing(concept) == Some(Standing::Now))
    }

    /// Whether a fact says the concept, now or in the past.
    fn is_mentioned(&self, concept: &str) -> bool {
        self.facts.iter().any(|fact| fact.standing(concept).is_some())
    }

    /// Measurements and acts of a concept that took place, the oldest first.
    fn dated(&self, concept: &str) -> Vec<&KnownFact<'a>> {
        let took_place = |known: &&KnownFact<'_>| {
            known.reading.tense(concept).is_some()
                && known.fact.date.is_some()
                && matches!(known.status, FactStatus::Past | FactStatus::Active | FactStatus::Unknown)
        };
        let mut facts: Vec<&KnownFact<'_>> = self.facts.iter().filter(took_place).collect();
        facts.sort_by_key(|known| {
            let date = known.fact.date.as_ref();
            (date.map(|date| date.latest()), date.and_then(|date| date.instant()), &known.fact.id)
        });
        facts
    }

    /// The latest measurement of a concept that has a number.
    fn latest_value(&self, concept: &str) -> Option<(&KnownFact<'a>, &'a Component)> {
        let value = |known: &KnownFact<'a>| known.fact.value.as_ref()?.components.first();
        self.dated(concept).into_iter().rev().find_map(|known| Some((known, value(known)?)))
    }

    /// Whether the fact's earliest possible day lies no more than so many days back.
    fn in_date(&self, known: &KnownFact<'_>, days: i64) -> bool {
        tests_of_blood::is_in_date(known, self.as_of, days)
    }

    /// The fact as a reason, marked when nobody has confirmed it for too long.
    fn because(&self, known: &KnownFact<'_>) -> Because {
        let days = self.eligibility.active_unconfirmed_days.value;
        let may_go_on = known.status != FactStatus::Past;
        let unconfirmed = known.fact.unconfirmed_since(self.as_of, days).filter(|_| may_go_on);
        Because {
            fact: known.fact.id.clone(),
            text: known.fact.text.clone(),
            unconfirmed_since: unconfirmed.cloned(),
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
    let of_findings = OF_FINDINGS.iter().filter(|_| known.findings.is_some());
    let mut flags: Vec<Flag> = FIRST.iter().chain(of_findings).flat_map(|rule| rule(&known)).collect();
    flags.iter_mut().for_each(|flag| flag.because.sort_by(|one, other| one.fact.cmp(&other.fact)));
    flags.sort_by(|one, other| (one.level, &one.rule).cmp(&(other.level, &other.rule)));
    Screening {
        as_of: known.as_of,
        facts: understood(&known),
        flags,
        missing: work_up::missing(&known),
        work_up: work_up::read(&known),
        not_understood: not_understood(&known),
        implausible: known.implausible,
    }
}

fn understood(known: &Known<'_>) -> Vec<UnderstoodFact> {
    let limit_days = known.eligibility.active_unconfirmed_days.value;
    let mut understood = vec![];
    for KnownFact { fact, reading, status } in &known.facts {
        let resource = fact.provenance.resource.as_ref();
        let resource = resource.map_or_else(|| fact.id.0.clone(), ToString::to_string);
        let old = fact.unconfirmed_since(known.as_of, limit_days);
        understood.extend(reading.ids().into_iter().map(|concept| UnderstoodFact {
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

/// Unclaimed facts, those of the same words together: the strictest status first, and last of all
/// what surely says nothing for or against a dose.
fn not_understood(known: &Known<'_>) -> Vec<NotUnderstood> {
    let mut places: BTreeMap<(FactKind, &str), usize> = BTreeMap::new();
    let mut groups: Vec<NotUnderstood> = vec![];
    for KnownFact { fact, reading, status } in &known.facts {
        if reading.is_understood() || fact.kind == FactKind::Observation || strictness(*status).is_none() {
            continue;
        }
        let place = *places.entry((fact.kind, &fact.text)).or_insert_with(|| {
            groups.push(NotUnderstood {
                kind: fact.kind,
                text: fact.text.clone(),
                status: *status,
                facts: vec![],
                no_bearing: concept::has_no_bearing(fact),
            });
            groups.len() - 1
        });
        let group = &mut groups[place];
        group.facts.push(fact.id.clone());
        if strictness(*status) < strictness(group.status) {
            group.status = *status;
        }
    }
    groups.sort_by(|one, other| order(one).cmp(&order(other)));
    groups
}

fn order(group: &NotUnderstood) -> (bool, Option<u8>, FactKind, &str) {
    (group.no_bearing, strictness(group.status), group.kind, &group.text)
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

/// The lasting names of every rule, for whoever has words for them.
pub fn rule_names() -> Vec<&'static str> {
    let ladders =
        circulation::LADDERS.iter().chain(&brain::LADDERS).chain(&mind::LADDERS).chain(&body::LADDERS);
    let steps = ladders.flat_map(|ladder| ladder.steps).filter_map(ladder::Step::rule);
    let first = person::RULES.into_iter().chain(hypertension::RULES);
    let others = medicines::rules().chain(tests_of_blood::RULES).chain([childbearing::RULE]);
    let mut names: Vec<&str> = first.chain(steps).chain(others).collect();
    names.sort_unstable();
    names.dedup();
    names
}

/// The lasting names of every part of the work-up that can be missing.
pub fn work_up_names() -> [&'static str; 14] {
    work_up::ITEMS
}

#[cfg(test)]
mod tests;
