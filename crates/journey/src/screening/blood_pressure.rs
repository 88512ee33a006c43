//! Blood pressures in a health history, whatever shape a record gives them.

use jiff::civil::Date;

use crate::health_history::{Component, Fact, FactId, FactKind, FactStatus, PartialDate};

use super::Implausible;

const SYSTOLIC: &str = "8480-6";
const DIASTOLIC: &str = "8462-4";
const PANELS: [&str; 3] = ["85354-9", "55284-4", "35094-2"];
const MMHG_PER_KPA: f64 = 7.500_62;

/// Outside these a value can hardly be a pressure of someone awake and well enough to be asked.
const PLAUSIBLE_SYSTOLIC_MMHG: std::ops::RangeInclusive<f64> = 50.0..=300.0;
const PLAUSIBLE_DIASTOLIC_MMHG: std::ops::RangeInclusive<f64> = 20.0..=200.0;

/// One reading; a record may give only one of the two.
#[derive(Clone, Debug, PartialEq)]
pub struct BloodPressure {
    /// Upper pressure in mmHg.
    pub systolic_mmhg: Option<f64>,
    /// Lower pressure in mmHg.
    pub diastolic_mmhg: Option<f64>,
    /// When it was measured.
    pub date: Option<PartialDate>,
    /// The facts it was read from.
    pub facts: Vec<FactId>,
}

impl BloodPressure {
    /// The reading in the form in which people write it.
    pub fn words(&self) -> String {
        let part = |value: Option<f64>| value.map_or("?".to_owned(), |value| format!("{value:.0}"));
        let (systolic, diastolic) = (part(self.systolic_mmhg), part(self.diastolic_mmhg));
        let date = self.date.as_ref().map_or("undated".to_owned(), |date| date.latest().to_string());
        format!("{systolic}/{diastolic} mmHg ({date})")
    }

    /// Whether both were measured on the same day.
    pub(super) fn same_day(&self, other: &Self) -> bool {
        let day = |reading: &Self| reading.date.as_ref().map(|date| (date.earliest(), date.latest()));
        day(self).is_some_and(|(from, to)| from == to) && day(self) == day(other)
    }
}

/// The readings known on that day, the latest last, and what is odd about them.
///
/// Of two readings whose order is not known, the higher counts as the later.
pub(super) fn readings(facts: &[&Fact], as_of: Date) -> (Vec<BloodPressure>, Vec<Implausible>) {
    let counts = |fact: &&&Fact| fact.kind == FactKind::Observation && fact.known_on(as_of) && stands(fact);
    let mut readings: Vec<BloodPressure> = vec![];
    let mut implausible = vec![];
    for fact in facts.iter().filter(counts) {
        let Some(reading) = reading(fact, &mut implausible) else { continue };
        match readings.iter_mut().find(|other| completes(other, &reading)) {
            Some(other) => join(other, reading),
            None => readings.push(reading),
        }
    }
    for reading in &readings {
        implausible.extend(oddity(reading));
    }
    readings.sort_by(|one, other| order(one).partial_cmp(&order(other)).unwrap_or(std::cmp::Ordering::Equal));
    (readings, implausible)
}

fn stands(fact: &Fact) -> bool {
    use FactStatus::{EnteredInError, NotTaken, Planned, Refuted};
    !matches!(fact.status, EnteredInError | NotTaken | Planned | Refuted)
}

/// The key by which readings are put in order; undated ones come first.
fn order(reading: &BloodPressure) -> (Option<Date>, Option<jiff::Timestamp>, Option<f64>, Option<f64>) {
    let date = reading.date.as_ref();
    (
        date.map(PartialDate::latest),
        date.and_then(PartialDate::instant),
        reading.systolic_mmhg,
        reading.diastolic_mmhg,
    )
}

fn reading(fact: &Fact, implausible: &mut Vec<Implausible>) -> Option<BloodPressure> {
    let mut mmhg = |loinc: &str| in_mmhg(fact, fact.component(&[loinc])?, implausible);
    let (systolic_mmhg, diastolic_mmhg) = match (mmhg(SYSTOLIC), mmhg(DIASTOLIC)) {
        (None, None) => {
            let (systolic, diastolic) = in_words(fact)?;
            (Some(systolic), Some(diastolic))
        }
        measured => measured,
    };
    Some(BloodPressure {
        systolic_mmhg,
        diastolic_mmhg,
        date: fact.date.clone(),
        facts: vec![fact.id.clone()],
    })
}

/// A pressure in mmHg; a unit that is not understood is listed, and the number taken as mmHg.
fn in_mmhg(fact: &Fact, component: &Component, implausible: &mut Vec<Implausible>) -> Option<f64> {
    let unit = component.unit.to_ascii_lowercase();
    match unit.trim() {
        "mm[hg]" | "mmhg" | "mm hg" | "mm/hg" | "" => {}
        "kpa" => return Some(component.value * MMHG_PER_KPA),
        _ => implausible.push(odd(fact.id.clone(), fact.text.clone(), "a pressure in a unit not understood")),
    }
    Some(component.value)
}

/// A panel whose value was typed as `120/80`.
fn in_words(fact: &Fact) -> Option<(f64, f64)> {
    let is_panel = fact.codes.iter().any(|code| PANELS.contains(&code.code.as_str()));
    let text = fact.finding.as_ref().filter(|_| is_panel)?.text.trim();
    let (systolic, rest) = text.split_once('/')?;
    let diastolic = rest.trim().split(|c: char| !c.is_ascii_digit() && c != '.').next()?;
    Some((systolic.trim().parse().ok()?, diastolic.parse().ok()?))
}

/// Whether two halves, measured at the same moment, make one reading.
fn completes(half: &BloodPressure, other: &BloodPressure) -> bool {
    let fits = (half.systolic_mmhg.is_none() && other.diastolic_mmhg.is_none())
        || (half.diastolic_mmhg.is_none() && other.systolic_mmhg.is_none());
    fits && half.date.is_some() && half.date == other.date
}

fn join(half: &mut BloodPressure, other: BloodPressure) {
    half.systolic_mmhg = half.systolic_mmhg.or(other.systolic_mmhg);
    half.diastolic_mmhg = half.diastolic_mmhg.or(other.diastolic_mmhg);
    half.facts.extend(other.facts);
}

fn oddity(reading: &BloodPressure) -> Option<Implausible> {
    let out = |value: Option<f64>, range: &std::ops::RangeInclusive<f64>| {
        value.is_some_and(|value| !range.contains(&value))
    };
    let crossed =
        reading.systolic_mmhg.zip(reading.diastolic_mmhg).is_some_and(|(upper, lower)| upper <= lower);
    let why = if crossed {
        "the upper pressure is not above the lower"
    } else if out(reading.systolic_mmhg, &PLAUSIBLE_SYSTOLIC_MMHG)
        || out(reading.diastolic_mmhg, &PLAUSIBLE_DIASTOLIC_MMHG)
    {
        "hardly a possible pressure"
    } else {
        return None;
    };
    Some(odd(reading.facts.first()?.clone(), reading.words(), why))
}

fn odd(fact: FactId, text: String, why: &str) -> Implausible {
    Implausible { fact, text, why: why.to_owned() }
}
