//! Laboratory values and scores in the one unit that the rules read each of them in.
//!
//! A unit that is not understood is never guessed, and a value that can hardly be one counts for no
//! test: a person reads both. Ranges guard against slips of the hand or of the unit and decide
//! nothing else; they are defaults of this software (`[D]`).

use super::{Known, KnownFact};
use crate::health_history::Component;
use crate::screening::flag::Implausible;

/// One test: its concept, the unit it is read in, and what can be meant.
struct Test {
    concept: &'static str,
    /// The unit it is read in, as UCUM writes it.
    unit: &'static str,
    /// Units in lower case, and how many of ours one of each is; empty where none is said.
    units: &'static [(&'static str, f64)],
    /// LOINC codes that say the rest of a unit that is cut short, and how many of ours one is then.
    by_code: &'static [(&'static str, &'static str, f64)],
    possible: std::ops::RangeInclusive<f64>,
}

/// A katal is 60 million units.
const ENZYME: &[(&str, f64)] = &[
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

/// Bilirubin weighs 584.66 g/mol: 1 mg/dL is 17.104 µmol/L.
const BILIRUBIN: &[(&str, f64)] = &[
    ("mg/dl", 1.0),
    ("mg/l", 0.1),
    ("umol/l", 1.0 / 17.104),
    ("µmol/l", 1.0 / 17.104),
    ("μmol/l", 1.0 / 17.104),
    ("micromol/l", 1.0 / 17.104),
];

/// Creatinine weighs 113.12 g/mol: 1 mg/dL is 88.40 µmol/L.
const CREATININE: &[(&str, f64)] = &[
    ("mg/dl", 1.0),
    ("mg/l", 0.1),
    ("umol/l", 1.0 / 88.40),
    ("µmol/l", 1.0 / 88.40),
    ("μmol/l", 1.0 / 88.40),
    ("micromol/l", 1.0 / 88.40),
    ("mmol/l", 1_000.0 / 88.40),
];

/// A rate that is not set to a body's surface is another quantity, and a person reads it; these codes
/// are all of rates that are.
const SET_TO_SURFACE: &[(&str, &str, f64)] = &[
    ("33914-3", "ml/min", 1.0),
    ("48642-3", "ml/min", 1.0),
    ("48643-1", "ml/min", 1.0),
    ("50044-7", "ml/min", 1.0),
    ("62238-1", "ml/min", 1.0),
    ("69405-9", "ml/min", 1.0),
    ("77147-7", "ml/min", 1.0),
    ("88293-6", "ml/min", 1.0),
    ("88294-4", "ml/min", 1.0),
    ("98979-8", "ml/min", 1.0),
];

const FILTRATION: &[(&str, f64)] = &[
    ("ml/min/{1.73_m2}", 1.0),
    ("ml/min/{1.73m2}", 1.0),
    ("ml/min/1.73.m2", 1.0),
    ("ml/min/1.73m2", 1.0),
    ("ml/min/1.73m^2", 1.0),
    ("ml/min/1.73m²", 1.0),
    ("ml/min/1.73", 1.0),
    ("ml/min/1.73sqm", 1.0),
    ("ml/s/{1.73_m2}", 60.0),
    ("ml/s/1.73m2", 60.0),
];

const THYROTROPIN: &[(&str, f64)] = &[
    ("miu/l", 1.0),
    ("m[iu]/l", 1.0),
    ("mu/l", 1.0),
    ("uiu/ml", 1.0),
    ("u[iu]/ml", 1.0),
    ("µiu/ml", 1.0),
    ("μiu/ml", 1.0),
    ("microiu/ml", 1.0),
    ("", 1.0),
];

/// STOP-BANG has eight questions, one point each.
const POINTS: &[(&str, f64)] =
    &[("{points}", 1.0), ("{score}", 1.0), ("points", 1.0), ("score", 1.0), ("1", 1.0), ("", 1.0)];

const TESTS: [Test; 7] = [
    Test { concept: "alt", unit: "U/L", units: ENZYME, by_code: &[], possible: 0.0..=30_000.0 },
    Test { concept: "ast", unit: "U/L", units: ENZYME, by_code: &[], possible: 0.0..=30_000.0 },
    Test {
        concept: "bilirubin",
        unit: "mg/dL",
        units: BILIRUBIN,
        by_code: &[("1975-2", "", 1.0), ("14631-6", "", 1.0 / 17.104)],
        possible: 0.0..=60.0,
    },
    Test {
        concept: "creatinine",
        unit: "mg/dL",
        units: CREATININE,
        by_code: &[("2160-0", "", 1.0), ("38483-4", "", 1.0), ("14682-9", "", 1.0 / 88.40)],
        possible: 0.1..=30.0,
    },
    Test {
        concept: "egfr",
        unit: "mL/min/{1.73_m2}",
        units: FILTRATION,
        by_code: SET_TO_SURFACE,
        possible: 1.0..=250.0,
    },
    Test { concept: "tsh", unit: "m[IU]/L", units: THYROTROPIN, by_code: &[], possible: 0.0..=1_000.0 },
    Test { concept: "stop-bang", unit: "{points}", units: POINTS, by_code: &[], possible: 0.0..=8.0 },
];

fn test(concept: &str) -> Option<&'static Test> {
    TESTS.iter().find(|test| test.concept == concept)
}

/// The value in the unit that the rules read the concept in; none in a unit that is not understood.
pub(super) fn in_our_unit(concept: &str, component: &Component) -> Option<f64> {
    let test = test(concept)?;
    let written: String = component.unit.to_lowercase().split_whitespace().collect();
    let by_unit = || test.units.iter().find(|(name, _)| *name == written).map(|(_, one)| *one);
    let by_code = || {
        let code = component.loinc.as_deref()?;
        let fits = |(known, cut, _): &&(&str, &str, f64)| *known == code && *cut == written;
        test.by_code.iter().find(fits).map(|(.., one)| *one)
    };
    Some(component.value * by_code().or_else(by_unit)?)
}

/// The value as the rules read it, where its record writes another unit; rounded to hundredths.
pub(super) fn converted(concept: &str, component: &Component) -> Option<(f64, &'static str)> {
    let (test, value) = (test(concept)?, in_our_unit(concept, component)?);
    let is_other = (value - component.value).abs() > f64::EPSILON * component.value.abs();
    is_other.then(|| ((value * 100.0).round() / 100.0, test.unit))
}

/// Whether a value counts as the test it claims to be; of what is no laboratory value every one does.
pub(super) fn is_readable(concept: &str, component: &Component) -> bool {
    let Some(test) = test(concept) else { return true };
    in_our_unit(concept, component).is_some_and(|value| test.possible.contains(&value))
}

/// The latest value of each test that a person must read; those before it decide nothing any more.
pub(super) fn implausible(known: &Known<'_>) -> Vec<Implausible> {
    let odd = |test: &Test| {
        let (fact, component) = known.latest_value(test.concept)?;
        let why = match in_our_unit(test.concept, component) {
            _ if component.value < 0.0 => "a value below nothing",
            None => "a value in a unit not understood",
            Some(value) if !test.possible.contains(&value) => "hardly a possible value in this unit",
            Some(_) => return None,
        };
        Some(listed(fact, component, why))
    };
    TESTS.iter().filter_map(odd).chain(pregnancy_in_numbers(known)).collect()
}

/// A pregnancy test that says a number and no result: nobody but a person says what it means.
fn pregnancy_in_numbers(known: &Known<'_>) -> Option<Implausible> {
    let (fact, component) = known.latest_value("pregnancy-test")?;
    let said = super::tests_of_blood::result_of(fact) != super::tests_of_blood::TestResult::NotSaid;
    (!said).then(|| listed(fact, component, "a pregnancy test that says a number and no result"))
}

fn listed(fact: &KnownFact<'_>, component: &Component, why: &str) -> Implausible {
    let text = format!("{} {} {}", fact.fact.text, component.value, component.unit);
    Implausible { fact: fact.fact.id.clone(), text: text.trim_end().to_owned(), why: why.to_owned() }
}
