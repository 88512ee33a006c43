//! No figure is a literal in code: change one in a copy of the protocol, and something is decided
//! otherwise.
//!
//! Each scenario says, in words, all that it decides under a protocol. A figure that only pages say is
//! listed: that it is read is looked up in the source.

#![allow(clippy::unwrap_used, reason = "a test that fails says what broke")]

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use jiff::Span;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::{DoseTier, Protocol, RaisedCap, Sign, Value};
use crate::gate::{booster_conditions, conditions};
use crate::health_history::{PartialDate, Person, Sex};
use crate::integration::{asked_on, schedule, window};
use crate::medicine_session::vitals::{Vitals, assess};
use crate::screening::screen;
use crate::screening::tests::{any_fact, man};
use crate::story::{date, default_protocol, instant};

mod stories;

/// What is decided under a protocol, in words.
type Scenario = fn(&Protocol) -> String;

/// Each with the groups of figures that can reach it.
const SCENARIOS: [(&str, Scenario, &[&str]); 17] = [
    ("screening as time goes on", screening, &OF_SCREENING),
    ("screening of many ages", ages, &OF_SCREENING),
    ("the gate's conditions", gate, &[""]),
    ("the booster's conditions", booster, &[""]),
    ("what a value means in the room", room, &["bands."]),
    ("tiers and ceilings", tiers, &["tiers."]),
    ("what follows a dose", after, &["check_ins."]),
    (
        "screening after many sessions",
        stories::tests_after_sessions,
        &["eligibility.sessions_", "dosing.sessions_between_reviews"],
    ),
    ("what an answer shows", stories::answers, &["risk."]),
    ("scores that got worse", stories::worse, &["deterioration.", "misuse."]),
    ("what a first session starts with", stories::first_session, &["tiers.psycholytic_mg_min", "dosing."]),
    ("limits that follow from facts", stories::caps, &["dosing.", "booster."]),
    ("when vital signs are due", stories::vitals, &["vitals."]),
    ("who may leave", stories::leaving, &["discharge."]),
    (
        "what is prescribed, agreed and cleared",
        stories::signed,
        &["dosing.hold_minutes", "work_up.clearance", "consent."],
    ),
    (
        "what is planned",
        stories::planned,
        &["appointments.", "course.", "questionnaires.", "check_ins.follow_up"],
    ),
    ("when stock is counted, and a loss told", stories::stock, &["stock."]),
];

const OF_SCREENING: [&str; 3] = ["eligibility.", "findings.", "work_up."];

/// Records whose findings depend on how old they are, or on how high a value is.
const RECORDS: [&str; 21] = [
    "condition MI | past 2026-05-20",
    "condition Suicide attempt | past 2026-05-20",
    "condition Head injury | past 2026-05-20",
    "condition Traumatic brain injury | past 2026-05-20",
    "condition Pregnancy | active 2026-05-01",
    "condition Hypertension | active 2020-01-01\npressure 130/80 2026-05-30",
    "condition Depression | active 2026-05-01",
    "pressure 165/105 2026-05-30\npressure 165/105 2026-05-29",
    "pressure 140/90 2026-05-30\npressure 141/91 2026-05-29",
    "pressure 160/100 2026-05-30\npressure 159/99 2026-05-29\npressure 161/101 2026-05-28",
    "lab 1742-6 81 U/L 2026-05-01\nlab 1920-8 81 U/L 2026-05-01",
    "lab 1742-6 121 U/L 2026-05-01\nlab 1920-8 121 U/L 2026-05-01\nlab 3016-3 4.1 mIU/L 2026-05-01",
    "score STOP-BANG 4 2026-05-01",
    "score STOP-BANG 5 2026-05-01",
    "observation Psychiatric evaluation | past 2026-05-30",
    "observation Physical examination | past 2026-05-30",
    "observation Urinalysis | past 2026-05-30",
    "observation AUDIT-C | past 2026-05-30",
    "observation Urine pregnancy test negative | past 2026-05-30",
    "lab 29463-7 70 kg 2026-05-30",
    "condition Normal pregnancy | active 2025-08-01",
];

fn screened(person: &Person, record: &str, protocol: &Protocol, as_of: Date) -> String {
    let facts: Vec<_> = record.lines().map(any_fact).collect();
    let screening = screen(&facts, person, protocol, as_of);
    // The place of a figure is not what it decides.
    let flags: Vec<_> = screening.flags.iter().map(|flag| (&flag.rule, flag.level, flag.qualifier)).collect();
    let missing: Vec<_> = screening.missing.iter().map(|item| &item.item).collect();
    let odd: Vec<_> = screening.implausible.iter().map(|one| &one.why).collect();
    let because: Vec<_> = screening.flags.iter().map(|flag| &flag.because).collect();
    format!("{flags:?}{missing:?}{because:?}{odd:?}")
}

fn screening(protocol: &Protocol) -> String {
    let woman = Person { sex: Sex::Female, ..man() };
    let days = (0..=36).map(|step| date("2026-05-31").checked_add(Span::new().days(step * 11)).unwrap());
    let days: Vec<Date> = days.collect();
    let each = |record: &str| -> String {
        let said = |person: &Person| -> String {
            days.iter().map(|day| screened(person, record, protocol, *day)).collect()
        };
        format!("{}{}", said(&man()), said(&woman))
    };
    RECORDS.iter().map(|record| each(record)).collect()
}

fn ages(protocol: &Protocol) -> String {
    let born = |years: i64| PartialDate::new(&format!("{}-03-01", 2026 - years)).ok();
    let of = |years: i64| {
        let person = Person { birth_date: born(years), sex: Sex::Female, ..man() };
        screened(&person, "condition Depression | active 2026-05-01", protocol, date("2026-06-01"))
    };
    (8..80).map(of).collect()
}

fn gate(protocol: &Protocol) -> String {
    rows(&conditions(protocol))
}

fn booster(protocol: &Protocol) -> String {
    rows(&booster_conditions(protocol))
}

fn rows(rows: &[impl std::fmt::Debug]) -> String {
    rows.iter().map(|row| format!("{row:?}")).collect()
}

fn room(protocol: &Protocol) -> String {
    let mut said = String::new();
    for sign in Sign::ALL {
        let lines = protocol.bands.of(sign);
        for value in 0..=300 {
            let level = lines.level(value, Some(value.saturating_sub(value / 3)));
            said.push_str(&format!(
                "{level:?}{:?}{}",
                lines.level(value, None),
                lines.possible.value.holds(value)
            ));
        }
    }
    let vitals = Vitals { systolic_mmhg: Some(190), ..Default::default() };
    said + &format!("{:?}", assess(&vitals, &vitals, &protocol.bands))
}

fn tiers(protocol: &Protocol) -> String {
    let mut said = String::new();
    for kilograms in [30, 45, 60, 80, 120] {
        for (tier, cap) in [
            (DoseTier::Psycholytic, RaisedCap::NoReason),
            (DoseTier::Moderate, RaisedCap::NoReason),
            (DoseTier::Moderate, RaisedCap::WithReason),
        ] {
            said.push_str(&format!("{} ", protocol.tier_cap_mg(tier, cap, kilograms * 10)));
        }
    }
    said
}

fn after(protocol: &Protocol) -> String {
    let dosed = instant("2026-05-04T17:00:00Z");
    let early = instant("2026-05-04T03:00:00Z");
    let figures = &protocol.check_ins;
    let planned = |at| schedule(at, &TimeZone::UTC, figures);
    let asked: Vec<_> = (0..40).map(|day| asked_on(day, Some(figures))).collect();
    format!("{:?}{:?}{:?}{asked:?}", window(dosed, figures), planned(dosed), planned(early))
}

/// Other values of a figure, near and far, all of its own shape.
fn others(value: &Value) -> Vec<String> {
    let numbers = |number: i64| [number + 1, (number - 1).max(0), number * 2, number / 2, number + 13];
    match value {
        Value::Number(number) => numbers(*number).map(|other| other.to_string()).to_vec(),
        Value::Line(line) => {
            let sign = line.to_string();
            let (sign, _) = sign.split_once(' ').unwrap();
            numbers(line.number()).map(|other| format!("{sign} {other}")).to_vec()
        }
        Value::Range(range) => vec![
            format!("{}-{}", range.low, range.high + 1),
            format!("{}-{}", range.low, range.high + 10),
            format!("{}-{}", range.low + 1, range.high),
            format!("{}-{}", range.low + 3, range.high),
        ],
        Value::Numbers(numbers) => vec![Value::Numbers(numbers[1..].to_vec()).to_string()],
        Value::Words(words) => vec![Value::Words(words[1..].to_vec()).to_string()],
        Value::Slots(slots) => vec![Value::Slots(slots[1..].to_vec()).to_string()],
        Value::Questions(days) => vec![Value::Questions(days[1..].to_vec()).to_string()],
    }
}

fn reaches(path: &str, groups: &[&str]) -> bool {
    groups.iter().any(|group| path.starts_with(group))
}

/// The scenarios that some other value of the figure changes.
fn changed_by(path: &str, value: &Value, before: &BTreeMap<&str, String>) -> Vec<&'static str> {
    let shipped = default_protocol();
    let others: Vec<Protocol> =
        others(value).iter().filter_map(|other| shipped.with(path, other, "another value").ok()).collect();
    let changes = |scenario: &Scenario, name: &str| {
        others.iter().any(|protocol| masked(&scenario(protocol)) != before[name])
    };
    let reached = SCENARIOS.iter().filter(|(_, _, groups)| reaches(path, groups));
    reached.filter(|(name, scenario, _)| changes(scenario, name)).map(|(name, ..)| *name).collect()
}

/// A source that names this test is not a decision.
fn masked(said: &str) -> String {
    said.replace("set by this practice: another value", "")
}

/// Every file of the crates that is no test, no sample and no part of the protocol itself.
fn sources() -> Vec<(PathBuf, String)> {
    let mut files = Vec::new();
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("..")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_stem().unwrap().to_string_lossy().into_owned();
            if matches!(
                name.as_str(),
                "tests" | "samples" | "protocol" | "target" | "random" | "story" | "examples"
            ) {
                continue;
            }
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let text = fs::read_to_string(&path).unwrap();
                files.push((path, text));
            }
        }
    }
    files
}

/// Whether any of the files reads the figure: as a field, or by its place.
fn is_read(path: &str, sources: &[(PathBuf, String)]) -> bool {
    let leaf = path.rsplit('.').next().unwrap();
    let ends = |rest: &str| !rest.starts_with(|next: char| next.is_ascii_alphanumeric() || next == '_');
    let marks = [format!(".{leaf}"), format!("\"{path}")];
    let reads = |text: &str| marks.iter().any(|mark| text.split(mark.as_str()).skip(1).any(ends));
    sources.iter().any(|(_, text)| reads(text))
}

#[test]
fn every_figure_of_the_shipped_protocol_decides_something() {
    let shipped = default_protocol();
    let before: BTreeMap<&str, String> =
        SCENARIOS.iter().map(|(name, scenario, _)| (*name, masked(&scenario(&shipped)))).collect();
    let figures = shipped.figures();
    let silent: BTreeSet<&str> = figures
        .iter()
        .filter(|at| changed_by(&at.path, &at.typed, &before).is_empty())
        .map(|at| at.path.as_str())
        .collect();
    let elsewhere: BTreeSet<&str> = ELSEWHERE.into_iter().collect();
    assert_eq!(silent, elsewhere, "a figure that no scenario senses, or one that is sensed after all");
}

#[test]
fn what_no_scenario_reaches_is_read() {
    let sources = sources();
    assert!(sources.len() > 100, "{} files", sources.len());
    for path in ELSEWHERE {
        assert!(is_read(path, &sources), "nothing reads {path}: wire it");
    }
}

/// Figures that only pages say, and one that has no other lawful value; the second test finds that
/// they are read.
const ELSEWHERE: [&str; 4] = [
    "bands.apnoea_seconds_emergency",
    "discharge.driving_hours_min",
    "fasting.fluid_minutes_asked",
    "risk.phq9_item9",
];
