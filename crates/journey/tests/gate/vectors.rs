//! Ten thousand generated vectors for the interpreter, written for its twin in the browser.
//!
//! They go to `gate-vectors.json` in the target folder, which `web/test/gate.test.ts` reads.

use crate::common::{Chance, PROTOCOL};
use journey::gate::day::{DayFinding, DayState, DayValue, Limit, NUMBER_MAX, Test, Unless, interpret};
use journey::gate::{DayCondition, DayInputs, Fact, booster_conditions, conditions, day_conditions};
use journey::protocol::Range;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

const VECTORS: usize = 10_000;
const SEED: u64 = 0x6b61_706f_6b00_0001;

#[derive(Serialize)]
struct Vector {
    inputs: DayInputs,
    expected: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    findings: Option<Vec<DayFinding>>,
}

#[derive(Serialize)]
struct Written<'a> {
    conditions: &'a [DayCondition],
    vectors: &'a [Vector],
}

fn rows() -> Vec<DayCondition> {
    let mut rows = conditions(&PROTOCOL);
    rows.extend(booster_conditions(&PROTOCOL));
    rows
}

/// For each fact that any row looks at, values on both sides of its lines.
fn pools(rows: &[DayCondition]) -> BTreeMap<Fact, Vec<DayValue>> {
    let mut pools: BTreeMap<Fact, Vec<DayValue>> = BTreeMap::new();
    for row in rows {
        pools.entry(row.input).or_default().extend(around(row.limit));
        if let Some(Unless { input, .. }) = row.unless {
            pools.entry(input).or_default().extend(around(Some(Limit::Flag(true))));
        }
        let looked_at = row.plus.into_iter().chain(match row.limit {
            Some(Limit::Fact(fact)) => Some(fact),
            _ => None,
        });
        for fact in looked_at {
            pools.entry(fact).or_default().extend([0, 1, 25, 50, 100, 150, 300].map(DayValue::Number));
        }
    }
    pools
}

fn around(limit: Option<Limit>) -> Vec<DayValue> {
    let beside = |number: i64| [number - 1, number, number + 1].map(DayValue::Number);
    match limit {
        Some(Limit::Flag(flag)) => vec![DayValue::Flag(flag), DayValue::Flag(flag), DayValue::Flag(!flag)],
        Some(Limit::Number(number)) => beside(number).to_vec(),
        Some(Limit::Range(Range { low, high })) => [beside(low), beside(high)].concat(),
        Some(Limit::Fact(_)) | None => vec![DayValue::Number(0)],
    }
}

fn inputs(rows: &[DayCondition], pools: &BTreeMap<Fact, Vec<DayValue>>, chance: &mut Chance) -> DayInputs {
    let mut inputs = DayInputs::new();
    for (&fact, pool) in pools {
        match chance.below(20) {
            0..2 => {}
            2 => drop(inputs.insert(fact, DayValue::Number(chance.below(1_000) as i64 - 100))),
            3 if chance.below(8) == 0 => drop(inputs.insert(fact, odd(chance))),
            _ => drop(inputs.insert(fact, chance.pick(pool))),
        }
    }
    // Limits that are facts themselves are mostly far from the value: bring some to its edge.
    for row in rows {
        if let Some(Limit::Fact(limit)) = row.limit
            && chance.below(2) == 0
        {
            let known = |fact: Fact| inputs.get(&fact).copied().and_then(DayValue::number);
            let sum = known(row.input).zip(row.plus.map_or(Some(0), known)).map(|(one, plus)| one + plus);
            if let Some(sum) = sum {
                inputs.insert(limit, DayValue::Number(sum + chance.pick(&[-1, 0, 1])));
            }
        }
    }
    inputs
}

/// The wrong kind of value, or one at or beyond the greatest.
fn odd(chance: &mut Chance) -> DayValue {
    let numbers = [NUMBER_MAX, NUMBER_MAX + 1, -NUMBER_MAX, -NUMBER_MAX - 1].map(DayValue::Number);
    let flags = [DayValue::Flag(true), DayValue::Flag(false)];
    chance.pick(&[numbers.as_slice(), &flags].concat())
}

fn letters(findings: &[DayFinding]) -> String {
    let letter = |finding: &DayFinding| match finding.state {
        DayState::Holds => 'h',
        DayState::Fails => 'f',
        DayState::Unknown => 'u',
    };
    findings.iter().map(letter).collect()
}

fn vectors(rows: &[DayCondition], count: usize) -> Vec<Vector> {
    let pools = pools(rows);
    let mut chance = Chance(SEED);
    let vector = |place: usize| {
        let inputs = inputs(rows, &pools, &mut chance);
        let findings = interpret(rows, &inputs);
        let expected = letters(&findings);
        Vector { inputs, expected, findings: place.is_multiple_of(50).then_some(findings) }
    };
    (0..count).map(vector).collect()
}

#[test]
fn ten_thousand_vectors_are_written_and_see_every_row_in_every_state() {
    let rows = rows();
    let vectors = vectors(&rows, VECTORS);
    for (place, row) in rows.iter().enumerate() {
        let seen: BTreeSet<u8> = vectors.iter().map(|vector| vector.expected.as_bytes()[place]).collect();
        let wanted = match (row.test, row.unknown_is) {
            (Test::Present, _) => b"hu".as_slice(),
            (_, journey::gate::day::UnknownIs::Fails) => b"fh",
            _ => b"fhu",
        };
        assert!(seen.iter().eq(wanted.iter()), "{:?} of {} saw {seen:?}", row.check, row.id);
    }
    let target =
        Path::new(env!("CARGO_TARGET_TMPDIR")).parent().expect("the folder lies in the target folder");
    let written =
        serde_json::to_vec(&Written { conditions: &rows, vectors: &vectors }).expect("vectors are JSON");
    std::fs::write(target.join("gate-vectors.json"), written).expect("the target folder can be written");
}

#[test]
fn a_wrong_reading_of_any_test_is_noticed_by_some_vector() {
    let rows = rows();
    let vectors = vectors(&rows, 500);
    for (name, mutate) in MUTANTS {
        let mutated: Vec<_> = rows.iter().cloned().map(mutate).collect();
        let noticed =
            vectors.iter().any(|vector| letters(&interpret(&mutated, &vector.inputs)) != vector.expected);
        assert!(noticed, "{name}");
    }
}

type Mutant = fn(DayCondition) -> DayCondition;

const MUTANTS: [(&str, Mutant); 7] = [
    ("at_least read as more than", |row| shifted(row, Test::AtLeast, 1)),
    ("at_most read as less than", |row| shifted(row, Test::AtMost, -1)),
    ("sum_at_most read as less than", |row| shifted(row, Test::SumAtMost, -1)),
    ("age_below read as at most", |row| shifted(row, Test::AgeBelow, 1)),
    ("the sum without what is added", |row| DayCondition { plus: None, ..row }),
    ("unless passed over", |row| DayCondition { unless: None, ..row }),
    ("within read without its edges", |row| match row.limit {
        Some(Limit::Range(Range { low, high })) => {
            DayCondition { limit: Some(Limit::Range(Range { low: low + 1, high: high - 1 })), ..row }
        }
        _ => row,
    }),
];

fn shifted(row: DayCondition, test: Test, by: i64) -> DayCondition {
    match row.limit {
        Some(Limit::Number(number)) if row.test == test => {
            DayCondition { limit: Some(Limit::Number(number + by)), ..row }
        }
        _ => row,
    }
}

#[test]
fn rows_survive_the_way_to_the_browser_and_back() {
    let rows = day_conditions(&PROTOCOL);
    let json = serde_json::to_string(&rows).expect("rows are JSON");
    let back: Vec<DayCondition> = serde_json::from_str(&json).expect("rows read back");
    assert_eq!(back, rows);
    assert!(rows.iter().all(|row| row.id.is_of_the_day()));
}

#[test]
fn every_figure_that_a_row_names_is_in_the_protocol() {
    let paths: Vec<String> = PROTOCOL.figures().into_iter().map(|figure| figure.path).collect();
    for figure in rows().into_iter().filter_map(|row| row.figure) {
        assert!(paths.iter().any(|path| path.starts_with(&figure)), "{figure}");
    }
}
