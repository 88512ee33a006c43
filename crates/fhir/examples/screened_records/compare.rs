//! What was found against what must be.

use std::collections::{BTreeMap, BTreeSet};

use journey::health_history::FactStatus;
use journey::screening::{Flag, FlagLevel, Screening};

use crate::expectation::{Expectation, alternatives};
use crate::records::Record;

/// How often a concept was found, missed and claimed wrongly.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    pub(crate) found: usize,
    pub(crate) missed: usize,
    pub(crate) wrong: usize,
}

/// One difference between a screening and what was expected of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Difference {
    /// The record's name.
    pub(crate) record: String,
    pub(crate) concept: String,
    pub(crate) what: What,
    /// The words it is about.
    pub(crate) words: String,
    /// Why it is let pass for now.
    pub(crate) known: Option<String>,
}

/// In which way they differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum What {
    BlockMissed,
    BlockWrong,
    FactMissed,
    FactWrong,
    WarningMissed,
    NotListed,
    NotImplausible,
    NotMissing,
}

/// Everything that came of comparing a number of records.
#[derive(Debug, Default)]
pub(crate) struct Comparison {
    pub(crate) facts: BTreeMap<String, Tally>,
    pub(crate) blockers: BTreeMap<String, Tally>,
    pub(crate) differences: Vec<Difference>,
}

impl Tally {
    pub(crate) fn precision(self) -> f64 {
        share(self.found, self.found + self.wrong)
    }

    pub(crate) fn recall(self) -> f64 {
        share(self.found, self.found + self.missed)
    }
}

/// Of nothing, everything was right.
fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 { 1.0 } else { part as f64 / whole as f64 }
}

/// All tallies of a table together.
pub(crate) fn sum(tallies: &BTreeMap<String, Tally>) -> Tally {
    tallies.values().fold(Tally::default(), |sum, one| Tally {
        found: sum.found + one.found,
        missed: sum.missed + one.missed,
        wrong: sum.wrong + one.wrong,
    })
}

/// A claim of the screening: this text is that concept, now or in the past.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Claim {
    concept: String,
    is_past: bool,
    text: String,
}

impl Comparison {
    pub(crate) fn of<'a>(records: impl Iterator<Item = &'a Record>) -> Self {
        let mut comparison = Self::default();
        for record in records {
            comparison.facts(record);
            comparison.blockers(record);
            comparison.lists(record);
        }
        comparison
    }

    fn facts(&mut self, record: &Record) {
        let expected = &record.expectation;
        let claims = claims(&record.screening);
        for (concept, past, words) in wanted(expected) {
            let meets = |claim: &&Claim| meets(claim, concept, past, words);
            if claims.iter().any(|claim| meets(&claim)) {
                self.facts.entry(concept.to_owned()).or_default().found += 1;
            } else {
                self.differ(record, What::FactMissed, concept, words);
            }
        }
        for claim in &claims {
            let is_wanted = wanted(expected).any(|(concept, past, words)| meets(claim, concept, past, words));
            if !is_wanted && !is_let_be(claim, expected) {
                self.differ(record, What::FactWrong, &claim.concept, &claim.text);
            }
        }
    }

    fn blockers(&mut self, record: &Record) {
        let expected = &record.expectation;
        let blocks: Vec<&Flag> = flags(&record.screening, FlagLevel::Block).collect();
        let is = |flag: &Flag, concept: &str| alternatives(concept).any(|one| one == flag.concept);
        for concept in &expected.blockers {
            if blocks.iter().any(|flag| is(flag, concept)) {
                self.blockers.entry(concept.clone()).or_default().found += 1;
            } else {
                self.differ(record, What::BlockMissed, concept, "");
            }
        }
        let named = || expected.blockers.iter().chain(&expected.blockers_may);
        let asks_for_a_test = |flag: &Flag| flag.concept == "pregnancy-test" && flag.because.is_empty();
        for flag in blocks.iter().filter(|flag| !asks_for_a_test(flag)) {
            if !named().any(|concept| is(flag, concept)) {
                let words = flag.because.first().map_or("", |because| because.text.as_str());
                self.differ(record, What::BlockWrong, &flag.concept, words);
            }
        }
    }

    fn lists(&mut self, record: &Record) {
        let (expected, screening) = (&record.expectation, &record.screening);
        for concept in &expected.warnings {
            let is = |flag: &Flag| alternatives(concept).any(|one| one == flag.concept);
            if !flags(screening, FlagLevel::Warn).any(is) {
                self.differ(record, What::WarningMissed, concept, "");
            }
        }
        let lacks = |texts: Vec<&str>, words: &str| !texts.iter().any(|text| holds(text, words));
        for words in &expected.listed {
            if lacks(screening.not_understood.iter().map(|group| group.text.as_str()).collect(), words) {
                self.differ(record, What::NotListed, "", words);
            }
        }
        for words in &expected.implausible {
            if lacks(screening.implausible.iter().map(|odd| odd.text.as_str()).collect(), words) {
                self.differ(record, What::NotImplausible, "", words);
            }
        }
        for words in &expected.missing {
            if lacks(screening.missing.iter().map(|item| item.item.as_str()).collect(), words) {
                self.differ(record, What::NotMissing, "", words);
            }
        }
    }

    fn differ(&mut self, record: &Record, what: What, concept: &str, words: &str) {
        let tally = match what {
            What::BlockMissed | What::BlockWrong => self.blockers.entry(concept.to_owned()).or_default(),
            What::FactMissed | What::FactWrong => self.facts.entry(concept.to_owned()).or_default(),
            _ => &mut Tally::default(),
        };
        match what {
            What::BlockMissed | What::FactMissed => tally.missed += 1,
            What::BlockWrong | What::FactWrong => tally.wrong += 1,
            _ => {}
        }
        self.differences.push(Difference {
            record: record.name.clone(),
            concept: concept.to_owned(),
            what,
            words: words.to_owned(),
            known: known(&record.expectation, concept, words),
        });
    }
}

/// The reason beside `known_missing = ["concept: reason"]`.
fn known(expected: &Expectation, concept: &str, words: &str) -> Option<String> {
    let mut told = expected.known_missing.iter().filter_map(|written| written.split_once(':'));
    let is_meant = |name: &str| name == concept || (concept.is_empty() && name == words);
    told.find(|(name, _)| is_meant(name)).map(|(_, reason)| reason.trim().to_owned())
}

/// Concept, whether past (none where it is left open) and a part of the words.
fn wanted(expected: &Expectation) -> impl Iterator<Item = (&str, Option<bool>, &str)> {
    [(&expected.active, Some(false)), (&expected.past, Some(true)), (&expected.any, None)]
        .into_iter()
        .flat_map(|(facts, past)| {
            facts.iter().flat_map(move |(concept, words)| {
                words.iter().map(move |words| (concept.as_str(), past, words.as_str()))
            })
        })
}

fn claims(screening: &Screening) -> BTreeSet<Claim> {
    use FactStatus::{Active, Past, Planned, Unknown};
    let so = screening.facts.iter().filter(|fact| matches!(fact.status, Active | Past | Planned | Unknown));
    so.map(|fact| Claim {
        concept: fact.concept.clone(),
        is_past: fact.status == Past,
        text: fact.text.clone(),
    })
    .collect()
}

fn meets(claim: &Claim, concept: &str, past: Option<bool>, words: &str) -> bool {
    alternatives(concept).any(|one| one == claim.concept)
        && past.is_none_or(|past| past == claim.is_past)
        && holds(&claim.text, words)
}

fn is_let_be(claim: &Claim, expected: &Expectation) -> bool {
    expected.may.iter().any(|written| {
        let (concept, words) = written.split_once(':').unwrap_or((written, ""));
        concept == claim.concept && holds(&claim.text, words.trim())
    })
}

fn holds(text: &str, words: &str) -> bool {
    text.to_lowercase().contains(&words.to_lowercase())
}

fn flags(screening: &Screening, at_least: FlagLevel) -> impl Iterator<Item = &Flag> {
    screening.flags.iter().filter(move |flag| flag.level <= at_least)
}
