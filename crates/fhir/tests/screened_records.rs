//! Screens the records of both sets and holds the screening to what must be found in them.

#![allow(clippy::unwrap_used, reason = "a test that fails says what broke")]

#[path = "../examples/screened_records/compare.rs"]
mod compare;
#[path = "../examples/screened_records/expectation.rs"]
mod expectation;
#[path = "../examples/screened_records/records.rs"]
mod records;

use compare::{Comparison, Difference, Tally, What, sum};
use expectation::project;
use records::{Set, records};
use serde::Deserialize;

/// What must be reached at least, in `testdata/screening-floors.toml`; it only ever rises.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Floors {
    of_others: Floor,
    own: Floor,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Floor {
    facts_recall: f64,
    facts_precision: f64,
    blockers_recall: f64,
    blockers_precision: f64,
}

fn print(name: &str, tally: Tally) {
    let Tally { found, missed, wrong } = tally;
    let (precision, recall) = (tally.precision() * 100.0, tally.recall() * 100.0);
    println!(
        "{name:32} found {found:4}  missed {missed:3}  wrong {wrong:3}  precision {precision:5.1} %  recall {recall:5.1} %"
    );
}

/// Without what is marked as known, which is counted and printed all the same.
fn without_known(mut tally: Tally, comparison: &Comparison, missed: What) -> Tally {
    let known = |difference: &&Difference| difference.known.is_some() && difference.what == missed;
    tally.missed -= comparison.differences.iter().filter(known).count();
    tally
}

fn reached(value: f64, floor: f64) -> bool {
    value >= floor - 1e-9
}

#[test]
fn the_screening_reaches_what_it_must_in_both_sets() {
    let floors = std::fs::read_to_string(project("testdata/screening-floors.toml")).unwrap();
    let floors: Floors = toml::from_str(&floors).unwrap();
    let records = records().unwrap();
    for (set, floor) in [(Set::OfOthers, &floors.of_others), (Set::Own, &floors.own)] {
        let of_set: Vec<_> = records.iter().filter(|record| record.set == set).collect();
        if of_set.is_empty() {
            println!("left out: no records of others here");
            continue;
        }
        let comparison = Comparison::of(of_set.iter().copied());
        println!("\n{set:?}: {} records", of_set.len());
        of_set.iter().for_each(|record| println!("{}: {}", record.name, record.expectation.why));
        comparison.facts.iter().for_each(|(concept, tally)| print(concept, *tally));
        let (facts, blockers) = (sum(&comparison.facts), sum(&comparison.blockers));
        print("facts together", facts);
        print("blockers together", blockers);
        let known = comparison.differences.iter().filter(|difference| difference.known.is_some());
        println!("known to be missed: {}", known.count());
        comparison.differences.iter().for_each(|difference| println!("{difference:?}"));
        let facts = without_known(facts, &comparison, What::FactMissed);
        let blockers = without_known(blockers, &comparison, What::BlockMissed);
        assert!(reached(blockers.recall(), floor.blockers_recall), "{set:?} {blockers:?}");
        assert!(reached(blockers.precision(), floor.blockers_precision), "{set:?} {blockers:?}");
        assert!(reached(facts.recall(), floor.facts_recall), "{set:?} {facts:?}");
        assert!(reached(facts.precision(), floor.facts_precision), "{set:?} {facts:?}");
    }
}

#[test]
fn every_difference_can_be_seen() {
    let mut records = records().unwrap();
    let record = records.iter_mut().find(|record| record.name == "opioids-under-brand-names").unwrap();
    let as_it_is = Comparison::of(std::iter::once(&*record)).blockers.get("opioid").copied().unwrap();
    record.screening.flags.clear();
    let silenced = Comparison::of(std::iter::once(&*record));
    assert_eq!(silenced.blockers["opioid"], Tally { found: as_it_is.found - 1, missed: 1, wrong: 0 });
    record.expectation.blockers.clear();
    record.expectation.active.clear();
    let unasked = Comparison::of(std::iter::once(&*record));
    assert!(unasked.facts["opioid"].wrong > 0, "a claim that nobody expects is a wrong one");
}
