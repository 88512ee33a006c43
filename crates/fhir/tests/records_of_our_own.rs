//! Reads and screens the records in `testdata/fhir`; what each must yield stands beside it.

#![allow(clippy::unwrap_used, reason = "a test that fails says what broke")]

use std::path::{Path, PathBuf};

use fhir::read;
use journey::health_history::{Import, Person, merge};
use journey::protocol::{DEFAULT_TOML, Protocol};
use journey::screening::{Flag, NotUnderstood, Qualifier, screen};
use serde::Deserialize;

/// What must come of a record: a screening, or a refusal.
#[derive(Debug, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct Yield {
    error: Option<String>,
    as_of: Option<jiff::civil::Date>,
    person: String,
    resources: usize,
    facts: usize,
    ignored: Vec<String>,
    left_out: Vec<String>,
    remarks: Vec<String>,
    flags: Vec<String>,
    missing: Vec<String>,
    not_understood: Vec<String>,
}

fn records() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../testdata/fhir");
    let listed = std::fs::read_dir(folder).expect("testdata/fhir is part of the project");
    let mut records: Vec<PathBuf> = listed.map(|file| file.unwrap().path()).collect();
    records.retain(|file| file.extension().is_some_and(|extension| extension == "json"));
    records.sort();
    records
}

fn expected(record: &Path) -> Yield {
    let file = record.with_extension("expected.toml");
    toml::from_str(&std::fs::read_to_string(&file).unwrap())
        .unwrap_or_else(|fault| panic!("{file:?}: {fault}"))
}

fn yielded(record: &Path, as_of: Option<jiff::civil::Date>) -> Yield {
    let document = record.file_name().unwrap().to_string_lossy();
    match read(&std::fs::read(record).unwrap(), &document) {
        Ok(import) => screened(&import, as_of.expect("a record that reads is screened as of a day")),
        Err(error) => Yield { error: Some(error.to_string()), ..Yield::default() },
    }
}

fn screened(import: &Import, as_of: jiff::civil::Date) -> Yield {
    let protocol: Protocol = toml::from_str(DEFAULT_TOML).unwrap();
    let screening = screen(&import.facts, &import.person, &protocol, as_of);
    Yield {
        error: None,
        as_of: Some(as_of),
        person: person(&import.person, as_of),
        resources: import.resources,
        facts: import.facts.len(),
        ignored: import.ignored.iter().map(|of| format!("{} {}", of.count, of.resource_type)).collect(),
        left_out: import.left_out.iter().map(|left| format!("{} {}", left.resource, left.why)).collect(),
        remarks: import.remarks.clone(),
        flags: screening.flags.iter().map(flag).collect(),
        missing: screening.missing.into_iter().map(|item| item.item).collect(),
        not_understood: screening.not_understood.iter().map(group).collect(),
    }
}

fn person(person: &Person, as_of: jiff::civil::Date) -> String {
    let age = person.age_years_on(as_of).unwrap();
    let years = if age.min == age.max { age.min.to_string() } else { format!("{}-{}", age.min, age.max) };
    format!("{}, {years}", person.sex.word())
}

fn flag(flag: &Flag) -> String {
    let open = if flag.qualifier == Qualifier::Unknown { "?" } else { "" };
    format!("{} {}{open}", format!("{:?}", flag.level).to_lowercase(), flag.rule)
}

fn group(group: &NotUnderstood) -> String {
    format!("{} {}: {}", group.kind.word(), group.status.word(), group.text)
}

#[test]
fn each_record_yields_what_stands_beside_it() {
    for record in records() {
        let expected = expected(&record);
        assert_eq!(yielded(&record, expected.as_of), expected, "{record:?}");
    }
}

#[test]
fn each_record_adds_up_and_adds_nothing_when_read_again() {
    for record in records() {
        let bytes = std::fs::read(&record).unwrap();
        let Ok(import) = read(&bytes, "first.json") else { continue };
        let ignored: usize = import.ignored.iter().map(|ignored| ignored.count).sum();
        assert_eq!(import.facts.len() + ignored + import.left_out.len(), import.resources, "{record:?}");
        let again = merge(&import.facts, &read(&bytes, "again.json").unwrap());
        assert!(again.added.is_empty() && again.changed.is_empty(), "{record:?}");
    }
}

#[test]
fn the_reasons_for_leaving_out_hold_nothing_of_the_record() {
    let secret = "a-text-nobody-may-see";
    for broken in [
        format!(r#"{{"resourceType":"Condition","id":"1","code":"{secret}"}}"#),
        format!(r#"{{"resourceType":"Condition","id":"1","code":{{"coding":"{secret}"}}}}"#),
        format!(r#"{{"resourceType":"Observation","id":"1","valueBoolean":"{secret}"}}"#),
        format!(r#"{{"resourceType":"Condition","id":"1","code":"{secret}, expected {secret}"}}"#),
    ] {
        let import = read(broken.as_bytes(), "x.json").unwrap();
        assert_eq!(import.left_out.len(), 1, "{broken}");
        assert!(!import.left_out[0].why.contains(secret), "{:?}", import.left_out);
    }
}
