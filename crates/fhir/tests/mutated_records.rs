//! Records with something wrong in them: whatever it is, reading and screening end in an answer.
//!
//! A run takes two thousand mutations; `KAPOK_MUTATIONS=200000` takes so many, and
//! `KAPOK_MUTATE_SEED` begins elsewhere.

#![allow(clippy::unwrap_used, reason = "a test that fails says what broke")]

use std::path::Path;

use fhir::{NamedFile, read, read_bulk};
use journey::health_history::{Import, merge};
use journey::protocol::{DEFAULT_TOML, Protocol};
use journey::screening::screen;
use serde_json::{Value, json};

const MUTATIONS: u64 = 2_000;

/// A small generator of numbers, the same on every machine (SplitMix64).
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    /// A number below that one; zero of none.
    fn below(&mut self, count: usize) -> usize {
        usize::try_from(self.next() % (count.max(1) as u64)).unwrap()
    }
}

fn records() -> Vec<Value> {
    let project = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut files = vec![];
    for folder in ["testdata/fhir", "testdata/fhir/findings"] {
        let listed = std::fs::read_dir(project.join(folder)).unwrap();
        files.extend(listed.map(|file| file.unwrap().path()));
    }
    files.retain(|file| file.extension().is_some_and(|extension| extension == "json"));
    files.sort();
    files.iter().filter_map(|file| serde_json::from_slice(&std::fs::read(file).unwrap()).ok()).collect()
}

/// Values that stand where another was meant.
fn misplaced(chance: &mut Chance) -> Value {
    let values = [
        Value::Null,
        json!(true),
        json!(-1),
        json!(1e308),
        json!(u64::MAX),
        json!(""),
        json!("\u{202E}\u{0}é💊"),
        json!("x".repeat(5_000)),
        json!([]),
        json!({}),
        json!([[[]]]),
        json!({"resourceType": "Bundle", "entry": [{"resource": {"resourceType": "Patient", "id": "other"}}]}),
        json!("9999-12-31"),
        json!("0001-01-01T00:00:00+14:00"),
        json!("2026-02-30"),
        json!("Patient/other"),
        json!("#synthetic-1"),
        json!({"value": 1e300, "unit": "mm[Hg]", "code": "mm[Hg]"}),
        json!({"coding": [{"system": "http://snomed.info/sct", "code": "38341003"}]}),
        json!({"low": {"value": -5}, "high": {"value": 1e9, "unit": "years"}}),
    ];
    values[chance.below(values.len())].clone()
}

/// Every part of a value that holds others or is one.
fn parts(value: &Value) -> usize {
    1 + match value {
        Value::Array(items) => items.iter().map(parts).sum(),
        Value::Object(fields) => fields.values().map(parts).sum(),
        _ => 0,
    }
}

/// Changes the part with that number, counted from the outside in.
fn change(value: &mut Value, part: &mut usize, chance: &mut Chance) {
    if *part == 0 {
        *part = usize::MAX;
        return change_here(value, chance);
    }
    *part -= 1;
    let inner: Vec<&mut Value> = match value {
        Value::Array(items) => items.iter_mut().collect(),
        Value::Object(fields) => fields.values_mut().collect(),
        _ => return,
    };
    for inner in inner {
        change(inner, part, chance);
        if *part == usize::MAX {
            return;
        }
    }
}

fn change_here(value: &mut Value, chance: &mut Chance) {
    match (chance.below(4), &mut *value) {
        (0, Value::Array(items)) if !items.is_empty() => {
            let item = items[chance.below(items.len())].clone();
            items.push(item);
        }
        (1, Value::Array(items)) if !items.is_empty() => {
            items.remove(chance.below(items.len()));
        }
        (0 | 1, Value::Object(fields)) if !fields.is_empty() => {
            let name = fields.keys().nth(chance.below(fields.len())).unwrap().clone();
            let taken = fields.remove(&name).unwrap();
            if chance.below(2) == 0 {
                fields
                    .insert(["status", "code", "text", "id", "valueQuantity"][chance.below(5)].into(), taken);
            }
        }
        (2, Value::String(text)) => {
            let place =
                (0..=chance.below(text.len() + 1)).rev().find(|at| text.is_char_boundary(*at)).unwrap();
            text.insert_str(place, ["no ", "é", "/", "-", "\n", "2026"][chance.below(6)]);
        }
        (2, Value::Number(_)) => *value = json!((chance.next() % 100_000) as f64 / 7.0 - 500.0),
        _ => *value = misplaced(chance),
    }
}

/// The record's bytes, sometimes cut, with one changed, or as a bulk export.
fn spoilt(record: &Value, chance: &mut Chance) -> Vec<u8> {
    let mut bytes = record.to_string().into_bytes();
    match chance.below(20) {
        0 => bytes.truncate(chance.below(bytes.len())),
        1 => {
            let place = chance.below(bytes.len());
            bytes[place] = chance.next().to_le_bytes()[0];
        }
        _ => {}
    }
    bytes
}

fn adds_up(import: &Import, protocol: &Protocol) {
    let ignored: usize = import.ignored.iter().map(|ignored| ignored.count).sum();
    assert_eq!(import.facts.len() + ignored + import.left_out.len(), import.resources);
    let again = merge(&import.facts, import);
    assert!(again.added.is_empty() && again.changed.is_empty(), "read again it adds nothing");
    let as_of = "2026-11-25".parse().unwrap();
    let screening = screen(&import.facts, &import.person, protocol, as_of);
    assert_eq!(screening, screen(&import.facts, &import.person, protocol, as_of), "the same twice");
    let mut turned = import.facts.clone();
    turned.reverse();
    let turned = screen(&turned, &import.person, protocol, as_of);
    let rules = |screening: &journey::screening::Screening| {
        screening.flags.iter().map(|flag| (flag.rule.clone(), flag.level)).collect::<Vec<_>>()
    };
    assert_eq!(rules(&turned), rules(&screening), "findings do not hang on the order of facts");
}

fn try_one(records: &[Value], protocol: &Protocol, chance: &mut Chance) {
    let mut record = records[chance.below(records.len())].clone();
    for _ in 0..=chance.below(4) {
        let mut part = chance.below(parts(&record));
        change(&mut record, &mut part, chance);
    }
    let bytes = spoilt(&record, chance);
    if let Ok(import) = read(&bytes, "mutated.json") {
        adds_up(&import, protocol);
    }
    let lines = record["entry"].as_array().into_iter().flatten();
    let lines: Vec<String> = lines.map(|entry| entry["resource"].to_string()).collect();
    let lines = lines.join("\n");
    if let Ok(people) = read_bulk(&[NamedFile { name: "mutated.ndjson", bytes: lines.as_bytes() }]) {
        people.iter().for_each(|person| adds_up(&person.import, protocol));
    }
}

fn number(name: &str) -> Option<u64> {
    std::env::var(name).ok()?.parse().ok()
}

#[test]
fn a_record_with_something_wrong_in_it_is_read_or_refused() {
    let (records, protocol) = (records(), toml::from_str(DEFAULT_TOML).unwrap());
    let first = number("KAPOK_MUTATE_SEED").unwrap_or(1);
    let seeds = first..first + number("KAPOK_MUTATIONS").unwrap_or(MUTATIONS);
    for seed in seeds.clone() {
        let tried = std::panic::catch_unwind(|| try_one(&records, &protocol, &mut Chance(seed)));
        assert!(tried.is_ok(), "KAPOK_MUTATE_SEED={seed} shows it first");
    }
    println!("{} mutated records read or refused, from seed {first}", seeds.end - seeds.start);
}
