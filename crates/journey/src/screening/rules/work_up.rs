//! What the work-up still lacks, with how long each part of it stays valid.

use super::tests_of_blood::{TestResult, result_of};
use super::{Known, KnownFact, childbearing, laboratory};
use crate::protocol::{Certainty, Figure};
use crate::screening::flag::{MissingItem, WorkUpPart};

/// Every part of the work-up that can be missing.
pub(super) const ITEMS: [&str; 14] = [
    "protocol-update",
    "blood-pressure",
    "psychiatric-evaluation",
    "medical-history",
    "weight",
    "pregnancy-test",
    "liver-tests",
    "kidney-tests",
    "urinalysis",
    "tsh",
    "electrocardiogram",
    "stop-bang",
    "substance-screen",
    "urine-drug-screen",
];

/// Conditions that ask for an electrocardiogram at any age.
const OF_THE_HEART: [&str; 7] = [
    "myocardial-infarction",
    "unstable-angina",
    "coronary-disease",
    "heart-failure",
    "arrhythmia",
    "valve-disease",
    "hypertension",
];

const OF_THE_THYROID: [&str; 3] = ["hyperthyroidism", "hypothyroidism", "thyroid-hormone"];

const OF_SUBSTANCES: [&str; 5] = [
    "ketamine-use-disorder",
    "opioid-use-disorder",
    "alcohol-use-disorder",
    "stimulant-use-disorder",
    "substance-use-disorder",
];

pub(super) fn missing(known: &Known<'_>) -> Vec<MissingItem> {
    let mut missing = vec![];
    if known.findings.is_none() {
        missing.push(item("protocol-update", "clearance", "default of this software", Certainty::D));
    }
    let recent = known.pressures.last().is_some_and(|latest| !known.pressure_is_old(latest));
    if !recent {
        missing.push(in_days("blood-pressure", &known.eligibility.pressure_days_max));
    }
    if known.findings.is_some() {
        missing.extend(rest(known));
    }
    missing
}

fn rest(known: &Known<'_>) -> Vec<MissingItem> {
    let figures = known.work_up;
    let any_of = |concepts: &[&str]| concepts.iter().any(|concept| known.is_mentioned(concept));
    let has = |concept: &str, figure: &Figure<i64>| {
        let mut dated = known.dated(concept).into_iter().filter(|fact| is_read(concept, fact));
        dated.any(|fact| known.in_date(fact, figure.value))
    };
    let enzymes = ["alt", "ast", "bilirubin"].iter().all(|test| has(test, &figures.liver_kidney_days));
    let kidneys = ["creatinine", "egfr"].iter().any(|test| has(test, &figures.liver_kidney_days));
    let heart = older_than(known, known.eligibility.ecg_age_years.value) || any_of(&OF_THE_HEART);
    let wanted: [(bool, &str, &Figure<i64>); 9] = [
        (
            !has("psychiatric-evaluation", &figures.psychiatric_evaluation_days),
            "psychiatric-evaluation",
            &figures.psychiatric_evaluation_days,
        ),
        (
            !has("medical-history", &figures.medical_history_days),
            "medical-history",
            &figures.medical_history_days,
        ),
        (!has("weight", &figures.weight_days), "weight", &figures.weight_days),
        (!enzymes, "liver-tests", &figures.liver_kidney_days),
        (!kidneys, "kidney-tests", &figures.liver_kidney_days),
        (!has("urinalysis", &figures.urinalysis_days), "urinalysis", &figures.urinalysis_days),
        (any_of(&OF_THE_THYROID) && !has("tsh", &figures.tsh_days), "tsh", &figures.tsh_days),
        (
            !has("substance-screen", &figures.substance_screen_days),
            "substance-screen",
            &figures.substance_screen_days,
        ),
        (
            any_of(&OF_SUBSTANCES) && !has("urine-drug-screen", &figures.substance_screen_days),
            "urine-drug-screen",
            &figures.substance_screen_days,
        ),
    ];
    let mut missing: Vec<MissingItem> = wanted
        .into_iter()
        .filter(|(lacks, ..)| *lacks)
        .map(|(_, name, figure)| in_days(name, figure))
        .collect();
    if childbearing::possible(known) && !tested_negative(known) {
        let figure = &figures.pregnancy_test_days;
        missing.push(item("pregnancy-test", "first-dose", &figure.source, figure.certainty));
    }
    if heart && known.dated("electrocardiogram").is_empty() {
        let figure = &known.eligibility.ecg_age_years;
        missing.push(item("electrocardiogram", "clearance", &figure.source, figure.certainty));
    }
    if !known.dated("stop-bang").into_iter().any(|fact| is_read("stop-bang", fact)) {
        missing.push(item("stop-bang", "clearance", "summary of the CPSBC draft standard", Certainty::S2));
    }
    missing
}

/// Whether what a fact says counts as the test it claims to be.
fn is_read(concept: &str, fact: &KnownFact<'_>) -> bool {
    let component = fact.fact.value.as_ref().and_then(|value| value.components.first());
    component.is_none_or(|component| laboratory::is_readable(concept, component))
}

/// The latest of each part of the work-up, as it was read; whatever a rule says of it.
pub(super) fn read(known: &Known<'_>) -> Vec<WorkUpPart> {
    let figures = known.work_up;
    let liver_kidney = Some(&figures.liver_kidney_days);
    let parts: [(&str, Option<&Figure<i64>>); 15] = [
        ("psychiatric-evaluation", Some(&figures.psychiatric_evaluation_days)),
        ("medical-history", Some(&figures.medical_history_days)),
        ("weight", Some(&figures.weight_days)),
        ("alt", liver_kidney),
        ("ast", liver_kidney),
        ("bilirubin", liver_kidney),
        ("creatinine", liver_kidney),
        ("egfr", liver_kidney),
        ("urinalysis", Some(&figures.urinalysis_days)),
        ("tsh", Some(&figures.tsh_days)),
        ("pregnancy-test", Some(&figures.pregnancy_test_days)),
        ("electrocardiogram", None),
        ("stop-bang", None),
        ("substance-screen", Some(&figures.substance_screen_days)),
        ("urine-drug-screen", Some(&figures.substance_screen_days)),
    ];
    let latest = |(concept, days): (&str, Option<&Figure<i64>>)| {
        let fact = known.dated(concept).pop()?;
        let component = fact.fact.value.as_ref().and_then(|value| value.components.first());
        let ours = component.and_then(|component| laboratory::converted(concept, component));
        Some(WorkUpPart {
            part: concept.to_owned(),
            fact: fact.fact.id.clone(),
            ours: ours.map(|(value, unit)| (value, unit.to_owned())),
            readable: is_read(concept, fact),
            in_date: days.is_none_or(|days| known.in_date(fact, days.value)),
        })
    };
    parts.into_iter().filter_map(latest).collect()
}

fn tested_negative(known: &Known<'_>) -> bool {
    let days = known.work_up.pregnancy_test_days.value;
    let latest = known.dated("pregnancy-test").pop();
    latest.is_some_and(|test| known.in_date(test, days) && result_of(test) == TestResult::Negative)
}

/// Of an age that is not known, the older counts.
fn older_than(known: &Known<'_>, line: crate::protocol::Line) -> bool {
    known.person.age_years_on(known.as_of).is_none_or(|age| line.crossed_by(i64::from(age.max)))
}

fn in_days(name: &str, figure: &Figure<i64>) -> MissingItem {
    item(name, "clearance", &figure.source, figure.certainty)
}

fn item(name: &str, needed_by: &str, source: &str, certainty: Certainty) -> MissingItem {
    MissingItem {
        item: name.to_owned(),
        needed_by: needed_by.to_owned(),
        source: source.to_owned(),
        certainty,
    }
}
