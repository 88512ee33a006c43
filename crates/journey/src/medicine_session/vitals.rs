//! Vital signs: what was measured, what cannot be, and what a value means in the room.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::chart::{Charted, Entry};
use crate::gate::{Measured, VitalSigns};
use crate::protocol::{Bands, Level, Line, Measure, Protocol, Range, Sign};
use crate::refusal::Refusal;

/// Dissociation, distress and pain are single items from 0 to 10 (own items, no licensed scale).
pub const ZERO_TO_TEN: Range = Range { low: 0, high: 10 };

/// One set of vital signs; at least one of them was measured.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Vitals {
    /// Systolic pressure.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub systolic_mmhg: Option<i64>,
    /// Diastolic pressure.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub diastolic_mmhg: Option<i64>,
    /// Heart rate.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub heart_rate_per_minute: Option<i64>,
    /// Oxygen saturation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub spo2_percent: Option<i64>,
    /// Respiratory rate.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub respiratory_rate_per_minute: Option<i64>,
    /// Level of sedation, 5 to 0.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub moaas: Option<i64>,
    /// How the level of sedation was found.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub moaas_seen: Option<Seen>,
    /// Dissociation from 0 to 10.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dissociation_0_10: Option<i64>,
    /// Distress from 0 to 10, if somebody asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub distress_0_10: Option<i64>,
    /// Pain from 0 to 10, if somebody asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pain_0_10: Option<i64>,
}

/// How the level of sedation was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Seen {
    /// The name was called.
    ByName,
    /// Without calling a person who is inward; allowed unless something asks for more `[D]`.
    ByObservation,
}

impl Vitals {
    /// The value of one sign.
    pub fn of(&self, sign: Sign) -> Option<i64> {
        match sign {
            Sign::Systolic => self.systolic_mmhg,
            Sign::Diastolic => self.diastolic_mmhg,
            Sign::HeartRate => self.heart_rate_per_minute,
            Sign::Spo2 => self.spo2_percent,
            Sign::RespiratoryRate => self.respiratory_rate_per_minute,
            Sign::Moaas => self.moaas,
        }
    }

    /// What the client was asked to rate, by field; each from 0 to 10.
    pub fn ratings(&self) -> [(&'static str, Option<i64>); 3] {
        [
            ("dissociation_0_10", self.dissociation_0_10),
            ("distress_0_10", self.distress_0_10),
            ("pain_0_10", self.pain_0_10),
        ]
    }

    /// Whether the set has this measure, both numbers of a pressure.
    pub fn has(&self, measure: Measure) -> bool {
        match measure {
            Measure::BloodPressure => self.systolic_mmhg.is_some() && self.diastolic_mmhg.is_some(),
            Measure::HeartRate => self.heart_rate_per_minute.is_some(),
            Measure::Spo2 => self.spo2_percent.is_some(),
            Measure::RespiratoryRate => self.respiratory_rate_per_minute.is_some(),
            Measure::Moaas => self.moaas.is_some(),
            Measure::Dissociation => self.dissociation_0_10.is_some(),
        }
    }

    /// Refuses an empty set and values that are slips of the finger, with the range.
    ///
    /// Without a protocol there are no ranges, and what was measured is taken as it is.
    ///
    /// # Errors
    /// When nothing was measured, or a value cannot be one.
    pub fn checked(self, protocol: Option<&Protocol>) -> Result<Self, Refusal> {
        let measured = Sign::ALL.into_iter().filter_map(|sign| Some((sign, self.of(sign)?)));
        let rated = self.ratings().into_iter().filter_map(|(field, value)| Some((field, value?)));
        if measured.clone().next().is_none() && rated.clone().next().is_none() {
            return Err(Refusal::VitalsMissing);
        }
        for (sign, value) in measured {
            let possible = protocol.map(|protocol| protocol.bands.of(sign).possible.value);
            within(sign.field(), value, possible)?;
        }
        for (field, value) in rated {
            within(field, value, Some(ZERO_TO_TEN))?;
        }
        match (self.systolic_mmhg, self.diastolic_mmhg) {
            (Some(systolic), Some(diastolic)) if diastolic >= systolic => Err(Refusal::PressureReversed),
            // How a level was found says nothing where no level was.
            _ => Ok(Self { moaas_seen: self.moaas.and(self.moaas_seen), ..self }),
        }
    }
}

fn within(field: &str, value: i64, possible: Option<Range>) -> Result<(), Refusal> {
    match possible {
        Some(range) if !range.holds(value) => {
            let (low, high) = (range.low, range.high);
            Err(Refusal::ValueImpossible { field: field.to_owned(), value, low, high })
        }
        _ => Ok(()),
    }
}

/// What one value means in the room.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Finding {
    /// Which sign.
    pub sign: Sign,
    /// Its value.
    pub value: i64,
    /// What it means.
    pub level: Level,
    /// How far it lies above the reading before the dose, where that is what crosses a line.
    pub rise: Option<i64>,
    /// The line that is crossed: of the value, or of the rise.
    pub limit: Option<Line>,
}

/// What a set means in the room.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assessment {
    /// Each sign that was measured.
    pub findings: Vec<Finding>,
    /// The gravest of them.
    pub level: Level,
    /// When to measure again, where the room acts.
    pub again_in_minutes: Option<i64>,
}

/// Says what a set means, against the readings before the dose.
pub fn assess(vitals: &Vitals, before_dose: &Vitals, bands: &Bands) -> Assessment {
    let measured = Sign::ALL.into_iter().filter_map(|sign| Some((sign, vitals.of(sign)?)));
    let findings: Vec<Finding> =
        measured.map(|(sign, value)| finding(sign, value, before_dose.of(sign), bands)).collect();
    let level = findings.iter().map(|finding| finding.level).max().unwrap_or(Level::InBand);
    let again_in_minutes = (level >= Level::Act).then_some(bands.reassess_minutes.value);
    Assessment { findings, level, again_in_minutes }
}

fn finding(sign: Sign, value: i64, before: Option<i64>, bands: &Bands) -> Finding {
    let lines = bands.of(sign);
    let level = lines.level(value, before);
    let edges = match level {
        Level::InBand => None,
        Level::Concerning => Some(&lines.warn),
        Level::Act => Some(&lines.act),
        Level::Emergency => Some(&lines.emergency),
    };
    let crossed = edges.into_iter().flat_map(|edges| [&edges.low, &edges.high]).flatten();
    let crossed = crossed.map(|line| line.value).find(|line| line.crossed_by(value));
    let by_rise = level == Level::Act && crossed.is_none();
    let rise = before.filter(|_| by_rise).map(|before| value - before);
    let rise_line = lines.rise_act.as_ref().filter(|_| by_rise).map(|line| line.value);
    Finding { sign, value, level, rise, limit: crossed.or(rise_line) }
}

/// Every set that stands, in the order of time.
pub fn sets(standing: &[Entry]) -> impl Iterator<Item = (Timestamp, &Vitals)> {
    standing.iter().filter_map(|entry| match &entry.charted {
        Charted::VitalsTaken(vitals) => Some((entry.occurred_at, vitals)),
        _ => None,
    })
}

/// The latest reading of each sign up to that time, each with its own time.
pub fn latest(standing: &[Entry], sign: Sign, until: Timestamp) -> Option<(Timestamp, i64)> {
    let readings = sets(standing).filter(|(at, _)| *at <= until);
    readings.filter_map(|(at, vitals)| Some((at, vitals.of(sign)?))).last()
}

/// The latest reading of each sign before the first dose, from which a rise counts.
pub fn before_dose(standing: &[Entry], first_dose_at: Option<Timestamp>) -> Vitals {
    let mut before = Vitals::default();
    for (_, set) in sets(standing).filter(|(at, _)| first_dose_at.is_none_or(|dose| *at <= dose)) {
        before.systolic_mmhg = set.systolic_mmhg.or(before.systolic_mmhg);
        before.diastolic_mmhg = set.diastolic_mmhg.or(before.diastolic_mmhg);
        before.heart_rate_per_minute = set.heart_rate_per_minute.or(before.heart_rate_per_minute);
        before.spo2_percent = set.spo2_percent.or(before.spo2_percent);
        before.respiratory_rate_per_minute =
            set.respiratory_rate_per_minute.or(before.respiratory_rate_per_minute);
        before.moaas = set.moaas.or(before.moaas);
        before.dissociation_0_10 = set.dissociation_0_10.or(before.dissociation_0_10);
        before.distress_0_10 = set.distress_0_10.or(before.distress_0_10);
        before.pain_0_10 = set.pain_0_10.or(before.pain_0_10);
    }
    before
}

/// The latest reading of one half of the pressure that counts before a dose.
///
/// After one beyond the hold line the person rests (`clinical.md` 3.1 [D]): a lower one that came
/// sooner than the protocol's minutes does not take its place. A higher one always does.
pub fn rested(
    standing: &[Entry],
    sign: Sign,
    until: Timestamp,
    protocol: &Protocol,
) -> Option<(Timestamp, i64)> {
    let hold = &protocol.bands.of(sign).hold;
    let rest_minutes = protocol.vitals.repeat_minutes.value;
    let readings = sets(standing).filter(|(at, _)| *at <= until);
    let readings = readings.filter_map(|(at, vitals)| Some((at, vitals.of(sign)?)));
    readings.fold(None, |counts: Option<(Timestamp, i64)>, (at, value)| match counts {
        Some((held_at, held))
            if hold.crossed_by(held)
                && !hold.crossed_by(value)
                && at.duration_since(held_at).as_mins() < rest_minutes =>
        {
            counts
        }
        _ => Some((at, value)),
    })
}

/// The latest signs with their ages, as the gate of a first dose takes them.
pub fn for_gate(standing: &[Entry], at: Timestamp, protocol: Option<&Protocol>) -> VitalSigns {
    let latest = for_booster(standing, at);
    let Some(protocol) = protocol else { return latest };
    let half = |sign| {
        let (taken_at, value) = rested(standing, sign, at, protocol)?;
        Some(Measured { value, age_minutes: at.duration_since(taken_at).as_mins() })
    };
    VitalSigns { systolic_mmhg: half(Sign::Systolic), diastolic_mmhg: half(Sign::Diastolic), ..latest }
}

/// The latest signs with their ages.
pub fn for_booster(standing: &[Entry], at: Timestamp) -> VitalSigns {
    let measured = |sign| {
        let (taken_at, value) = latest(standing, sign, at)?;
        let age_minutes = at.duration_since(taken_at).as_mins();
        Some(Measured { value, age_minutes })
    };
    VitalSigns {
        systolic_mmhg: measured(Sign::Systolic),
        diastolic_mmhg: measured(Sign::Diastolic),
        heart_rate_per_minute: measured(Sign::HeartRate),
        spo2_percent: measured(Sign::Spo2),
        respiratory_rate_per_minute: measured(Sign::RespiratoryRate),
        moaas: measured(Sign::Moaas),
    }
}
