//! What tests found: liver, thyroid, pregnancy.

use super::ask::Ask;
use super::{Known, KnownFact};
use crate::health_history::{Component, FactStatus, days_between};
use crate::protocol::{Figure, Findings};
use crate::screening::flag::{ClearsBy, Flag, FlagLevel, Implausible, Qualifier};

/// The names of the rules of this file.
pub(super) const RULES: [&str; 7] = [
    "alt-raised",
    "alt-high",
    "ast-raised",
    "ast-high",
    "tsh-below-range",
    "tsh-above-range",
    "pregnancy-test-positive",
];

/// Units of liver enzymes, and how many U/L one of each is; a katal is 60 million units.
const LIVER_UNITS: [(&str, f64); 10] = [
    ("u/l", 1.0),
    ("iu/l", 1.0),
    ("[iu]/l", 1.0),
    ("[u]/l", 1.0),
    ("units/l", 1.0),
    ("", 1.0),
    ("ukat/l", 60.0),
    ("µkat/l", 60.0),
    ("μkat/l", 60.0),
    ("nkat/l", 0.06),
];
/// Units in which TSH is as many as in mIU/L.
const TSH_UNITS: [&str; 9] =
    ["miu/l", "m[iu]/l", "mu/l", "uiu/ml", "u[iu]/ml", "µiu/ml", "μiu/ml", "microiu/ml", ""];

pub(super) fn flags(known: &Known<'_>) -> Vec<Flag> {
    let Some(findings) = known.findings else { return vec![] };
    let alt = liver(known, "alt", ["alt-raised", "alt-high"], &findings.alt_units_per_litre_uln);
    let ast = liver(known, "ast", ["ast-raised", "ast-high"], &findings.ast_units_per_litre_uln);
    [alt, ast, thyroid(known, findings), pregnancy(known)].into_iter().flatten().collect()
}

/// Values in a unit that is not understood, and values that cannot be; a person must read them.
pub(super) fn implausible(known: &Known<'_>) -> Vec<Implausible> {
    let odd = |concept: &str| {
        let (fact, component) = known.latest_value(concept)?;
        let why = if component.value < 0.0 {
            "a value below nothing"
        } else if !is_readable(concept, component) {
            "a value in a unit not understood"
        } else {
            return None;
        };
        Some(Implausible {
            fact: fact.fact.id.clone(),
            text: format!("{} {} {}", fact.fact.text, component.value, component.unit),
            why: why.to_owned(),
        })
    };
    ["alt", "ast", "tsh"].into_iter().filter_map(odd).collect()
}

/// Whether a value of the concept can be compared with its figure.
pub(super) fn is_readable(concept: &str, component: &Component) -> bool {
    match concept {
        "alt" | "ast" => component.value >= 0.0 && liver_units(component).is_some(),
        "tsh" => component.value >= 0.0 && TSH_UNITS.contains(&unit_of(component).as_str()),
        _ => true,
    }
}

/// A liver enzyme in U/L; none in a unit that is not understood.
fn liver_units(component: &Component) -> Option<f64> {
    let unit = unit_of(component);
    let (_, one) = LIVER_UNITS.iter().find(|(name, _)| *name == unit)?;
    Some(component.value * one)
}

fn unit_of(component: &Component) -> String {
    component.unit.trim().to_lowercase()
}

/// Liver enzymes in tenths of the upper limit of normal, a part of a tenth counting as a whole.
fn liver(known: &Known<'_>, concept: &str, rules: [&str; 2], normal: &Figure<i64>) -> Option<Flag> {
    let (fact, component) = known.latest_value(concept)?;
    // In a unit that is not understood it is listed as such, and counts for no test.
    let units_per_litre = liver_units(component)?;
    let tenths = (units_per_litre * 10.0 / normal.value as f64).ceil() as i64;
    let (warns, blocks) =
        (&known.eligibility.liver_tenths_uln_warn, &known.eligibility.liver_tenths_uln_block);
    let (rule, level, figure) = if blocks.value.crossed_by(tenths) {
        (rules[1], FlagLevel::Block, blocks)
    } else if warns.value.crossed_by(tenths) {
        (rules[0], FlagLevel::Warn, warns)
    } else {
        return None;
    };
    let days = known.work_up.liver_kidney_days.value;
    let mut flag = found(known, concept, fact, component, (rule, level), "liver-again", days);
    flag.limit = Some(format!("{} {}", figure.value, figure.unit));
    flag.source.clone_from(&figure.source);
    flag.certainty = figure.certainty;
    Some(flag)
}

fn thyroid(known: &Known<'_>, findings: &Findings) -> Option<Flag> {
    let range = &findings.tsh_tenths_miu_per_litre;
    let (fact, component) = known.latest_value("tsh")?;
    let tenths = component.value * 10.0;
    let rule = if tenths < range.value.low as f64 {
        ("tsh-below-range", FlagLevel::Block)
    } else if tenths > range.value.high as f64 {
        ("tsh-above-range", FlagLevel::Warn)
    } else {
        return None;
    };
    let mut flag = found(known, "tsh", fact, component, rule, "thyroid", known.work_up.tsh_days.value);
    flag.limit = Some(format!("{}-{} {}", range.value.low, range.value.high, range.unit));
    flag.source.clone_from(&range.source);
    flag.certainty = range.certainty;
    Some(flag)
}

/// Whether the latest TSH is in date and within its range.
pub(super) fn thyroid_is_normal(known: &Known<'_>) -> bool {
    let Some(findings) = known.findings else { return false };
    let range = findings.tsh_tenths_miu_per_litre.value;
    known.latest_value("tsh").is_some_and(|(fact, component)| {
        let tenths = component.value * 10.0;
        let within = tenths >= range.low as f64 && tenths <= range.high as f64;
        within && is_readable("tsh", component) && known.in_date(fact, known.work_up.tsh_days.value)
    })
}

fn found(
    known: &Known<'_>,
    concept: &str,
    fact: &KnownFact<'_>,
    component: &Component,
    (rule, level): (&str, FlagLevel),
    ask: &'static str,
    days: i64,
) -> Flag {
    let mut because = known.because(fact);
    because.text = format!("{} {} {}", fact.fact.text, component.value, component.unit).trim().to_owned();
    Flag {
        rule: rule.to_owned(),
        level,
        clears_by: ClearsBy::Decision,
        concept: concept.to_owned(),
        because: vec![because],
        limit: None,
        source: String::new(),
        certainty: crate::protocol::Certainty::D,
        qualifier: if known.in_date(fact, days) { Qualifier::Stated } else { Qualifier::Unknown },
        resolves: Some(Ask(ask).words().to_owned()),
    }
}

/// A positive test blocks unless a later one was negative.
fn pregnancy(known: &Known<'_>) -> Option<Flag> {
    let tests = known.dated("pregnancy-test");
    let says = |fact: &&&KnownFact<'_>| result_of(fact) != TestResult::NotSaid;
    let latest = tests.iter().rev().find(says)?;
    let figure = &known.work_up.pregnancy_test_days;
    (result_of(latest) == TestResult::Positive).then(|| Flag {
        rule: "pregnancy-test-positive".to_owned(),
        level: FlagLevel::Block,
        clears_by: ClearsBy::NewFact,
        concept: "pregnancy-test".to_owned(),
        because: vec![known.because(latest)],
        limit: None,
        source: "Spravato US label: not recommended, may harm the fetus".to_owned(),
        certainty: crate::protocol::Certainty::S,
        qualifier: if known.in_date(latest, figure.value) { Qualifier::Stated } else { Qualifier::Unknown },
        resolves: Some(Ask("pregnancy").words().to_owned()),
    })
}

/// What a test says.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum TestResult {
    Positive,
    Negative,
    NotSaid,
}

/// The result in the words of the finding, or in those of the text.
pub(super) fn result_of(fact: &KnownFact<'_>) -> TestResult {
    if fact.status == FactStatus::Unknown {
        return TestResult::NotSaid;
    }
    let finding = fact.fact.finding.iter().map(|finding| finding.text.as_str());
    let said = finding.chain([fact.fact.text.as_str()]).collect::<Vec<_>>().join(" ").to_lowercase();
    let says = |words: &[&str]| words.iter().any(|word| said.contains(word));
    if says(&["negativ", "not detected", "not pregnant", "nonreactive", "non-reactive"]) {
        TestResult::Negative
    } else if says(&["positiv", "detected", "reactive", "pregnant"]) {
        TestResult::Positive
    } else {
        TestResult::NotSaid
    }
}

/// Whether so many days have not yet passed since the fact's earliest possible day.
pub(super) fn is_in_date(fact: &KnownFact<'_>, as_of: jiff::civil::Date, days: i64) -> bool {
    let earliest = fact.fact.date.as_ref().map(|date| date.earliest());
    earliest.is_some_and(|day| days_between(day, as_of) <= days)
}
