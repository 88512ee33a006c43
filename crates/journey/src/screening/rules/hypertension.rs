//! High blood pressure, measured or diagnosed.

use super::Known;
use crate::protocol::{Certainty, Figure, Line};
use crate::screening::blood_pressure::BloodPressure;
use crate::screening::flag::{Because, ClearsBy, Flag, FlagLevel, Qualifier};

/// The names of the rules of this file.
pub(super) const RULES: [&str; 4] = [
    "blood-pressure-uncontrolled",
    "hypertension-control-unknown",
    "blood-pressure-raised",
    "hypertension-controlled",
];

/// What the readings say, the stricter reading of them.
enum Measured {
    /// Beyond the blocking line as often as the protocol asks.
    HighAgain,
    /// Beyond the blocking line, and no second reading of that day.
    HighOnce,
    /// Beyond the line that asks for a decision.
    Raised,
    /// Within both lines.
    Within,
}

pub(super) fn flags(known: &Known<'_>) -> Vec<Flag> {
    let diagnosed = !known.present("hypertension").is_empty();
    let Some(latest) = known.pressures.last() else {
        return if diagnosed { vec![unknown_control(known)] } else { vec![] };
    };
    match measured(known, latest) {
        Measured::HighAgain if known.pressure_is_old(latest) => vec![uncontrolled(known, Qualifier::Unknown)],
        Measured::HighAgain => vec![uncontrolled(known, Qualifier::Stated)],
        Measured::HighOnce => vec![uncontrolled(known, Qualifier::Unknown)],
        _ if diagnosed && known.pressure_is_old(latest) => vec![unknown_control(known)],
        Measured::Raised => vec![raised(known, latest)],
        Measured::Within if diagnosed => vec![controlled(known)],
        Measured::Within => vec![],
    }
}

/// Whether the readings agree, counted back from the latest.
///
/// A second reading of the same day that was lower speaks against the first; one of an earlier
/// day does not, so a single high reading stays open until it is repeated.
fn measured(known: &Known<'_>, latest: &BloodPressure) -> Measured {
    let readings_min = usize::try_from(known.eligibility.intake_pressure_readings_min.value).unwrap_or(1);
    let high_in_a_row = known.pressures.iter().rev().take_while(|reading| is_high(known, reading)).count();
    let same_day = known.pressures.iter().filter(|reading| reading.same_day(latest)).count();
    match high_in_a_row {
        0 if is_raised(known, latest) => Measured::Raised,
        0 => Measured::Within,
        high if high >= readings_min => Measured::HighAgain,
        _ if same_day >= readings_min => Measured::Raised,
        _ => Measured::HighOnce,
    }
}

fn is_high(known: &Known<'_>, reading: &BloodPressure) -> bool {
    let figures = known.eligibility;
    crosses(&figures.intake_systolic_mmhg_block, reading.systolic_mmhg)
        || crosses(&figures.intake_diastolic_mmhg_block, reading.diastolic_mmhg)
}

fn is_raised(known: &Known<'_>, reading: &BloodPressure) -> bool {
    let figures = known.eligibility;
    crosses(&figures.intake_systolic_mmhg_warn, reading.systolic_mmhg)
        || crosses(&figures.intake_diastolic_mmhg_warn, reading.diastolic_mmhg)
}

/// A part of a mmHg counts as a whole one: the stricter side.
fn crosses(figure: &Figure<Line>, value: Option<f64>) -> bool {
    value.is_some_and(|value| figure.value.crossed_by(value.ceil() as i64))
}

fn uncontrolled(known: &Known<'_>, qualifier: Qualifier) -> Flag {
    let figures = known.eligibility;
    let readings = figures.intake_pressure_readings_min.value;
    let lines = lines(&figures.intake_systolic_mmhg_block, &figures.intake_diastolic_mmhg_block);
    Flag {
        rule: "blood-pressure-uncontrolled".to_owned(),
        level: FlagLevel::Block,
        clears_by: ClearsBy::Decision,
        concept: "blood-pressure".to_owned(),
        because: with_diagnosis(known, last_readings(known, 2)),
        limit: Some(format!("{lines} on {readings} readings")),
        source: figures.intake_systolic_mmhg_block.source.clone(),
        certainty: figures.intake_systolic_mmhg_block.certainty,
        qualifier,
        resolves: Some("Measure twice, seated and rested, on one day.".to_owned()),
    }
}

fn unknown_control(known: &Known<'_>) -> Flag {
    let figure = &known.eligibility.pressure_days_max;
    Flag {
        rule: "hypertension-control-unknown".to_owned(),
        level: FlagLevel::Block,
        clears_by: ClearsBy::NewFact,
        concept: "hypertension".to_owned(),
        because: with_diagnosis(known, last_readings(known, 1)),
        limit: Some(format!("{} {}", figure.value, figure.unit)),
        source: figure.source.clone(),
        certainty: figure.certainty,
        qualifier: Qualifier::Unknown,
        resolves: Some("Measure the blood pressure twice, seated and rested.".to_owned()),
    }
}

fn raised(known: &Known<'_>, latest: &BloodPressure) -> Flag {
    let figures = known.eligibility;
    let is_old = known.pressure_is_old(latest);
    Flag {
        rule: "blood-pressure-raised".to_owned(),
        level: FlagLevel::Warn,
        clears_by: ClearsBy::Decision,
        concept: "blood-pressure".to_owned(),
        because: with_diagnosis(known, last_readings(known, 1)),
        limit: Some(lines(&figures.intake_systolic_mmhg_warn, &figures.intake_diastolic_mmhg_warn)),
        source: figures.intake_systolic_mmhg_warn.source.clone(),
        certainty: figures.intake_systolic_mmhg_warn.certainty,
        qualifier: if is_old { Qualifier::Unknown } else { Qualifier::Stated },
        resolves: Some("Weigh benefit against the expected rise, or measure again.".to_owned()),
    }
}

fn controlled(known: &Known<'_>) -> Flag {
    Flag {
        rule: "hypertension-controlled".to_owned(),
        level: FlagLevel::Warn,
        clears_by: ClearsBy::Decision,
        concept: "hypertension".to_owned(),
        because: with_diagnosis(known, last_readings(known, 1)),
        limit: None,
        source: "PMC10812090: stable controlled hypertension stayed eligible".to_owned(),
        certainty: Certainty::S,
        qualifier: Qualifier::Stated,
        resolves: None,
    }
}

/// Two lines as people write them: `>= 160/100 mmHg`.
fn lines(systolic: &Figure<Line>, diastolic: &Figure<Line>) -> String {
    let number = |line: Line| match line {
        Line::Above(line) | Line::AtOrAbove(line) | Line::Below(line) | Line::AtOrBelow(line) => line,
    };
    let sign = match systolic.value {
        Line::Above(_) => ">",
        Line::AtOrAbove(_) => ">=",
        Line::Below(_) => "<",
        Line::AtOrBelow(_) => "<=",
    };
    format!("{sign} {}/{} {}", number(systolic.value), number(diastolic.value), systolic.unit)
}

fn last_readings(known: &Known<'_>, count: usize) -> Vec<Because> {
    let latest = known.pressures.iter().rev().take(count);
    let because = |reading: &BloodPressure| {
        let fact = reading.facts.first()?.clone();
        Some(Because { fact, text: reading.words(), unconfirmed_since: None })
    };
    latest.filter_map(because).collect()
}

fn with_diagnosis(known: &Known<'_>, mut because: Vec<Because>) -> Vec<Because> {
    because.extend(known.present("hypertension").into_iter().map(|fact| known.because(fact)));
    because
}
