//! What each vital sign's value means: before a dose, and in the room.

use super::figure::{Figure, Line, Range, figures};
use serde::{Deserialize, Serialize};

figures! {
    /// What each vital sign's value means.
    Bands {
        /// Systolic pressure.
        systolic_mmhg: SignBands,
        /// Diastolic pressure.
        diastolic_mmhg: SignBands,
        /// Heart rate.
        heart_rate_per_minute: SignBands,
        /// Oxygen saturation on room air.
        spo2_percent: SignBands,
        /// Respiratory rate.
        respiratory_rate_per_minute: SignBands,
        /// Level of sedation, 5 to 0.
        moaas: SignBands,
        /// Pause in breathing that is an emergency.
        apnoea_seconds_emergency: Figure<Line>,
        /// Minutes between readings while an act line is crossed.
        reassess_minutes: Figure<i64>,
    }
}

figures! {
    /// The lines of one vital sign.
    SignBands {
        /// Beyond them a value is a slip of the finger and is not taken.
        possible: Figure<Range>,
        /// Beyond them no dose is given.
        #[serde(default)]
        hold: Edges,
        /// Beyond them the screen warns.
        #[serde(default)]
        warn: Edges,
        /// Beyond them the room acts and the prescriber is called.
        #[serde(default)]
        act: Edges,
        /// Beyond them help is called.
        #[serde(default)]
        emergency: Edges,
        /// Rise over the reading before the dose that is acted on.
        rise_act: Option<Figure<Line>>,
    }
}

figures! {
    /// A lower and an upper line; either may be absent.
    Edges {
        /// Crossed by low values.
        low: Option<Figure<Line>>,
        /// Crossed by high values.
        high: Option<Figure<Line>>,
    }
}

impl Default for Edges {
    /// No line on either side.
    fn default() -> Self {
        Self { low: None, high: None }
    }
}

/// A vital sign that has bands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Sign {
    /// Systolic pressure in mmHg.
    Systolic,
    /// Diastolic pressure in mmHg.
    Diastolic,
    /// Heart rate per minute.
    HeartRate,
    /// Oxygen saturation in percent.
    Spo2,
    /// Breaths per minute.
    RespiratoryRate,
    /// Level of sedation, 5 to 0.
    Moaas,
}

impl Sign {
    /// Every sign that has bands.
    pub const ALL: [Sign; 6] =
        [Sign::Systolic, Sign::Diastolic, Sign::HeartRate, Sign::Spo2, Sign::RespiratoryRate, Sign::Moaas];

    /// Name of the sign's bands in the protocol.
    pub fn field(self) -> &'static str {
        match self {
            Sign::Systolic => "systolic_mmhg",
            Sign::Diastolic => "diastolic_mmhg",
            Sign::HeartRate => "heart_rate_per_minute",
            Sign::Spo2 => "spo2_percent",
            Sign::RespiratoryRate => "respiratory_rate_per_minute",
            Sign::Moaas => "moaas",
        }
    }
}

/// What a value means in the room.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Level {
    /// No line is crossed.
    InBand,
    /// The warn line is crossed.
    Concerning,
    /// The act line is crossed, by value or by rise.
    Act,
    /// The emergency line is crossed.
    Emergency,
}

impl Bands {
    /// The lines of one sign.
    pub fn of(&self, sign: Sign) -> &SignBands {
        match sign {
            Sign::Systolic => &self.systolic_mmhg,
            Sign::Diastolic => &self.diastolic_mmhg,
            Sign::HeartRate => &self.heart_rate_per_minute,
            Sign::Spo2 => &self.spo2_percent,
            Sign::RespiratoryRate => &self.respiratory_rate_per_minute,
            Sign::Moaas => &self.moaas,
        }
    }
}

impl SignBands {
    /// What the value means in the room; `before_dose` is the reading before the dose.
    pub fn level(&self, value: i64, before_dose: Option<i64>) -> Level {
        let risen = self.rise_act.as_ref().zip(before_dose);
        let risen = risen.is_some_and(|(rise, before)| rise.value.crossed_by(value - before));
        if self.emergency.crossed_by(value) {
            Level::Emergency
        } else if self.act.crossed_by(value) || risen {
            Level::Act
        } else if self.warn.crossed_by(value) {
            Level::Concerning
        } else {
            Level::InBand
        }
    }

    /// The values inside these edges; an absent edge ends where values are possible.
    pub fn inside(&self, edges: &Edges) -> Range {
        let possible = self.possible.value;
        let low = edges.low.as_ref().map_or(possible.low, |line| line.value.last_inside());
        let high = edges.high.as_ref().map_or(possible.high, |line| line.value.last_inside());
        Range { low: low.max(possible.low), high: high.min(possible.high) }
    }
}

impl Edges {
    /// Whether the value lies beyond either line.
    pub fn crossed_by(&self, value: i64) -> bool {
        [&self.low, &self.high].into_iter().flatten().any(|line| line.value.crossed_by(value))
    }
}
