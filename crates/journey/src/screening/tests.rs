//! Little scripts: what is known, on which day, and what the rules make of it.

#![allow(clippy::unwrap_used, reason = "a test that fails says what broke")]

use super::*;
use crate::health_history::*;

pub(super) fn protocol() -> Protocol {
    toml::from_str(crate::protocol::DEFAULT_TOML).expect("the shipped protocol reads")
}

/// `"medicine Oxycodone 5 MG <rxnorm 7804> | active 2026-01-02.."`; without a bar: active, undated.
pub(super) fn fact(written: &str) -> Fact {
    let (what, stands) = written.split_once('|').unwrap_or((written, "active"));
    let (kind, text) = what.trim().split_once(' ').expect("kind and text");
    let (text, code) = text.split_once('<').map_or((text, None), |(text, code)| (text, Some(code)));
    let mut words = stands.split_whitespace();
    let status = words.next().unwrap_or("active");
    let (date, end) = words.next().map_or((None, None), |span| {
        let (from, to) = span.split_once("..").unwrap_or((span, ""));
        (PartialDate::new(from).ok(), PartialDate::new(to).ok())
    });
    Fact {
        id: FactId(format!("test/{}", written.replace(' ', "-"))),
        kind: serde_json::from_value(kind.into()).expect(kind),
        text: text.trim().into(),
        codes: code.map(code_of).into_iter().collect(),
        status: serde_json::from_value(status.into()).expect(status),
        last_confirmed: date.clone(),
        date,
        end,
        value: None,
        finding: None,
        details: vec![],
        provenance: Provenance { origin: Origin::Import, document: None, resource: None },
    }
}

fn code_of(written: &str) -> Code {
    let (system, code) = written.trim_end_matches([' ', '>']).split_once(' ').expect("system and code");
    let system = match system {
        "snomed" => CodeSystem::Snomed,
        "rxnorm" => CodeSystem::RxNorm,
        "icd10" => CodeSystem::Icd10,
        "loinc" => CodeSystem::Loinc,
        "atc" => CodeSystem::Atc,
        other => CodeSystem::Other(other.into()),
    };
    Code { system, code: code.into(), display: None }
}

/// `"pressure 166/109 2020-01-01"`: a blood pressure panel.
fn pressure(written: &str) -> Fact {
    let mut words = written.split_whitespace().skip(1);
    let (systolic, diastolic) =
        words.next().and_then(|value| value.split_once('/')).expect("systolic/diastolic");
    let date = words.next().unwrap_or_default();
    let part = |loinc: &str, value: &str| {
        value.parse().ok().map(|value| Component { loinc: Some(loinc.into()), value, unit: "mm[Hg]".into() })
    };
    let mut fact = fact(&format!("observation Blood Pressure <loinc 85354-9> | past {date}"));
    fact.id = FactId(format!("test/{written}"));
    let components = [part("8480-6", systolic), part("8462-4", diastolic)];
    fact.value = Some(Measured { components: components.into_iter().flatten().collect() });
    fact
}

pub(crate) fn man() -> Person {
    Person { birth_date: PartialDate::new("1980-01-01").ok(), sex: Sex::Male, ..Person::default() }
}

pub(crate) fn any_fact(line: &str) -> Fact {
    match line.split_whitespace().next() {
        Some("pressure") => pressure(line),
        Some("lab") => lab(line),
        Some("score") => score(line),
        _ => fact(line),
    }
}

/// `"lab 1742-6 80 U/L 2026-05-01"`: a measurement by its LOINC code.
fn lab(written: &str) -> Fact {
    let parts: Vec<&str> = written.split_whitespace().collect();
    let [_, loinc, value, unit, date] = parts[..] else { panic!("lab code value unit date: {written}") };
    let mut fact = fact(&format!("observation x <loinc {loinc}> | past {date}"));
    fact.id = FactId(format!("test/{written}"));
    let component =
        Component { loinc: Some(loinc.into()), value: value.parse().expect("a number"), unit: unit.into() };
    fact.value = Some(Measured { components: vec![component] });
    fact
}

/// `"score STOP-BANG 5 2020-05-01"`: points of a questionnaire that has no code.
fn score(written: &str) -> Fact {
    let parts: Vec<&str> = written.split_whitespace().collect();
    let [_, name, points, date] = parts[..] else { panic!("score name points date: {written}") };
    let mut fact = fact(&format!("observation {name} | past {date}"));
    fact.id = FactId(format!("test/{written}"));
    let value = points.parse().expect("a number");
    fact.value =
        Some(Measured { components: vec![Component { loinc: None, value, unit: "{points}".into() }] });
    fact
}

/// Facts, one a line, of a man born 1980-01-01; on 2026-06-01.
pub(super) fn screened(script: &str) -> Screening {
    screened_as(&man(), script, "2026-06-01")
}

pub(super) fn screened_as(person: &Person, script: &str, as_of: &str) -> Screening {
    let lines = script.lines().map(str::trim).filter(|line| !line.is_empty());
    let facts: Vec<Fact> = lines.map(any_fact).collect();
    screen(&facts, person, &protocol(), as_of.parse().expect("a date"))
}

/// Each flag as `level rule`, with `?` where the record leaves the level open.
pub(super) fn flags(screening: &Screening) -> Vec<String> {
    let mark = |flag: &Flag| if flag.qualifier == Qualifier::Unknown { "?" } else { "" };
    let level = |flag: &Flag| format!("{:?}", flag.level).to_lowercase();
    screening.flags.iter().map(|flag| format!("{} {}{}", level(flag), flag.rule, mark(flag))).collect()
}

fn check(script: &str, expected: &[&str]) {
    assert_eq!(flags(&screened(script)), expected, "{script}");
}

#[test]
fn an_opioid_on_the_list_blocks_until_decided() {
    let screening =
        screened("medicine Percocet | active 2026-05-01\n medicine Tramadol 50 MG | active 2026-05-02");
    assert_eq!(flags(&screening), ["block opioid-on-list"]);
    let flag = &screening.flags[0];
    assert_eq!(flag.clears_by, ClearsBy::Decision);
    let texts: Vec<&str> = flag.because.iter().map(|because| because.text.as_str()).collect();
    assert_eq!(texts, ["Percocet", "Tramadol 50 MG"]);
}

#[test]
fn an_opioid_that_is_over_does_not_block_and_one_of_unknown_standing_does() {
    check("medicine Oxycodone | past 2019..2020", &[]);
    check("medicine Oxycodone | entered_in_error 2026", &[]);
    check("medicine Oxycodone | not_taken 2026", &[]);
    check("medicine Oxycodone | unknown 2026", &["block opioid-on-list?"]);
    check("medicine Oxycodone | planned 2026", &["block opioid-on-list?"]);
}

#[test]
fn what_nobody_confirmed_for_a_year_still_fires_and_is_marked() {
    let screening = screened("medicine Oxycodone | active 2003-04-05");
    assert_eq!(flags(&screening), ["block opioid-on-list"]);
    assert_eq!(screening.flags[0].because[0].unconfirmed_since, PartialDate::new("2003-04-05").ok());
}

#[test]
fn two_high_readings_block() {
    check(
        "pressure 166/90 2026-05-01 \n pressure 150/100 2026-05-20",
        &["block blood-pressure-uncontrolled"],
    );
    check(
        "pressure 166/90 2026-05-20T08:00:00Z \n pressure 161/88 2026-05-20T08:10:00Z",
        &["block blood-pressure-uncontrolled"],
    );
}

#[test]
fn one_high_reading_blocks_until_it_is_repeated() {
    check(
        "pressure 120/80 2026-01-01 \n pressure 160/80 2026-05-20",
        &["block blood-pressure-uncontrolled?"],
    );
    check(
        "pressure 138/80 2026-05-20T08:00:00Z \n pressure 160/80 2026-05-20T08:10:00Z",
        &["warn blood-pressure-raised"],
    );
    check("pressure 160/80 2026-05-20T08:00:00Z \n pressure 138/80 2026-05-20T08:10:00Z", &[]);
}

#[test]
fn the_lines_lie_where_the_label_has_them() {
    check("pressure 140/90 2026-05-20", &[]);
    check("pressure 140.1/90 2026-05-20", &["warn blood-pressure-raised"]);
    check("pressure 139/91 2026-05-20", &["warn blood-pressure-raised"]);
    check("pressure 159/99 2026-05-20", &["warn blood-pressure-raised"]);
    check(
        "pressure 130/100 2026-05-20 \n pressure 130/100 2026-05-21",
        &["block blood-pressure-uncontrolled"],
    );
}

#[test]
fn half_a_reading_counts() {
    check("pressure 172/- 2026-05-20", &["block blood-pressure-uncontrolled?"]);
    check("pressure 172/- 2026-05-20 \n pressure -/80 2026-05-20", &["block blood-pressure-uncontrolled?"]);
}

#[test]
fn a_diagnosis_without_a_recent_pressure_is_unknown() {
    let diagnosis = "condition Hypertension | active 2026-01-01";
    check(diagnosis, &["block hypertension-control-unknown?"]);
    check(&format!("{diagnosis}\n pressure 150/92 2025-05-31"), &["block hypertension-control-unknown?"]);
    check(&format!("{diagnosis}\n pressure 120/80 2025"), &["block hypertension-control-unknown?"]);
    check(&format!("{diagnosis}\n pressure 120/80 2025-06-01"), &["warn hypertension-controlled"]);
    check(&format!("{diagnosis}\n pressure 150/92 2026-05-31"), &["warn blood-pressure-raised"]);
    check("condition Hypertension | past 2001..2002", &[]);
}

#[test]
fn an_old_high_reading_without_a_diagnosis_still_blocks() {
    check("pressure 167/109 1987-01-04", &["block blood-pressure-uncontrolled?"]);
}

#[test]
fn an_absent_or_old_pressure_is_missing() {
    let missing = |script| screened(script).missing.into_iter().map(|item| item.item).collect::<Vec<_>>();
    let lacks = |script| missing(script).contains(&"blood-pressure".to_owned());
    assert!(lacks(""));
    assert!(lacks("pressure 120/80 2020-01-01"));
    assert!(!lacks("pressure 120/80 2026-05-01"));
}

#[test]
fn a_screening_can_be_replayed_as_of_an_earlier_day() {
    let script = "medicine Oxycodone | past 2019-03-01..2019-06-01 \n pressure 166/109 2020-01-01";
    let person = Person { birth_date: PartialDate::new("1980").ok(), sex: Sex::Male, ..Person::default() };
    let on = |day| flags(&screened_as(&person, script, day));
    assert_eq!(on("2019-02-28"), Vec::<String>::new());
    assert_eq!(on("2019-05-31"), ["block opioid-on-list"]);
    assert_eq!(on("2019-06-01"), Vec::<String>::new());
    assert_eq!(on("2020-01-01"), ["block blood-pressure-uncontrolled?"]);
}

#[test]
fn age_outside_the_limits_is_seen_on_the_stricter_side() {
    let on = |born: &str| {
        let person = Person { birth_date: PartialDate::new(born).ok(), sex: Sex::Male, ..Person::default() };
        flags(&screened_as(&person, "", "2026-06-01"))
    };
    assert_eq!(on("2008-06-02"), ["block age-below-limit"]);
    assert_eq!(on("2008-06-01"), Vec::<String>::new());
    assert_eq!(on("2008"), ["block age-below-limit?"]);
    assert_eq!(on("1961-06-01"), ["warn age-reduced-start"]);
    assert_eq!(on("1961"), ["warn age-reduced-start?"]);
    assert_eq!(on("unknown"), ["block age-unknown?"]);
}

#[test]
fn a_record_of_someone_who_died_blocks_from_that_day() {
    let deceased = Some(Deceased { on: PartialDate::new("1987-10-19").ok() });
    let person = Person {
        birth_date: PartialDate::new("1940-01-01").ok(),
        deceased,
        sex: Sex::Male,
        ..Person::default()
    };
    assert_eq!(flags(&screened_as(&person, "", "1987-10-18")), Vec::<String>::new());
    assert_eq!(flags(&screened_as(&person, "", "1987-10-19")), ["block recorded-as-deceased"]);
}

#[test]
fn what_no_concept_claims_is_listed_once_the_active_first() {
    let script = "procedure Throat culture | past 2019 \n condition Zebra spots | past 2018
        condition Zebra spots | active 2019 \n condition Zebra spots | refuted 2020
        observation Body height | past 2019 \n medicine Percocet | active 2026-05-01";
    let told: Vec<String> = screened(script)
        .not_understood
        .iter()
        .map(|group| format!("{} {} x{}", group.status.word(), group.text, group.facts.len()))
        .collect();
    assert_eq!(told, ["active Zebra spots x2", "past Throat culture x1"]);
}

#[test]
fn an_implausible_pressure_fires_and_is_listed() {
    let screening = screened("pressure 400/90 2026-05-20");
    assert_eq!(flags(&screening), ["block blood-pressure-uncontrolled?"]);
    assert_eq!(screening.implausible.len(), 1);
    let crossed = screened("pressure 80/120 2026-05-20");
    assert_eq!(crossed.implausible[0].why, "the upper pressure is not above the lower");
}

#[test]
fn every_flag_says_where_it_comes_from() {
    let screening = screened("medicine Percocet \n pressure 170/110 2026-05-20 \n condition Hypertension");
    for flag in screening.flags {
        assert!(!flag.source.is_empty() && !flag.concept.is_empty(), "{}", flag.rule);
        assert!(flag.qualifier == Qualifier::Stated || flag.resolves.is_some(), "{}", flag.rule);
    }
}
