//! What tests found: liver, thyroid, pregnancy, and the score of STOP-BANG.

use super::ask::Ask;
use super::laboratory::{in_our_unit, is_readable};
use super::{Known, KnownFact};
use crate::health_history::{Component, FactStatus, days_between};
use crate::protocol::{Figure, Findings};
use crate::screening::flag::{ClearsBy, Flag, FlagLevel, Qualifier};

/// The names of the rules of this file.
pub(super) const RULES: [&str; 8] = [
    "alt-raised",
    "alt-high",
    "ast-raised",
    "ast-high",
    "tsh-below-range",
    "tsh-above-range",
    "pregnancy-test-positive",
    "stop-bang-high",
];

pub(super) fn flags(known: &Known<'_>) -> Vec<Flag> {
    let Some(findings) = known.findings else { return vec![] };
    let alt = liver(known, "alt", ["alt-raised", "alt-high"], &findings.alt_units_per_litre_uln);
    let ast = liver(known, "ast", ["ast-raised", "ast-high"], &findings.ast_units_per_litre_uln);
    let found = [alt, ast, thyroid(known, findings), pregnancy(known), stop_bang(known)];
    found.into_iter().flatten().collect()
}

/// A score from which severe sleep apnoea is to be looked for first (`clinical.md` 1.1 [D]).
///
/// It is asked once: a score stands however old it is, until a later one.
fn stop_bang(known: &Known<'_>) -> Option<Flag> {
    let figure = &known.eligibility.stop_bang_block;
    let (fact, component) = known.latest_value("stop-bang")?;
    // A part of a point counts as a whole.
    let points = component.value.ceil() as i64;
    if !figure.value.crossed_by(points) {
        return None;
    }
    let mut because = known.because(fact);
    because.text = format!("{} {}", fact.fact.text, component.value);
    Some(Flag {
        rule: "stop-bang-high".to_owned(),
        level: FlagLevel::Block,
        clears_by: ClearsBy::Decision,
        concept: "stop-bang".to_owned(),
        because: vec![because],
        limit: Some(format!("{} {}", figure.value, figure.unit)),
        source: figure.source.clone(),
        certainty: figure.certainty,
        qualifier: Qualifier::Stated,
        resolves: Some(Ask("sleep-apnoea").words().to_owned()),
    })
}

/// Liver enzymes in tenths of the upper limit of normal, a part of a tenth counting as a whole.
fn liver(known: &Known<'_>, concept: &str, rules: [&str; 2], normal: &Figure<i64>) -> Option<Flag> {
    let (fact, component) = known.latest_value(concept)?;
    // In a unit that is not understood it is listed as such, and counts for no test.
    let units_per_litre = in_our_unit(concept, component).filter(|value| *value >= 0.0)?;
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
    let tenths = in_our_unit("tsh", component)? * 10.0;
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
        let tenths = in_our_unit("tsh", component).map(|value| value * 10.0);
        let within = tenths.is_some_and(|tenths| (range.low as f64..=range.high as f64).contains(&tenths));
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
