//! Leaving: what must be so first, and what is still missing.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::chart::{Charted, Entry};
use super::session::Session;
use super::vitals;
use super::vitals_due::after;
use crate::protocol::{Protocol, Sign};
use crate::refusal::Refusal;

/// What a person ticks before the client leaves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Criterion {
    /// Knows who, where and when.
    Oriented,
    /// Walks steadily.
    SteadyGait,
    /// Drank and kept it down.
    FluidsKept,
    /// The question about suicide was asked, and today is safe.
    SafetyAsked,
    /// The person who takes them home is here.
    EscortPresent,
    /// What to do and whom to call is in their hands, written.
    AfterCareGiven,
    /// The number for tonight was checked.
    EmergencyContactConfirmed,
}

impl Criterion {
    /// Everything that is ticked.
    pub const ALL: [Self; 7] = [
        Self::Oriented,
        Self::SteadyGait,
        Self::FluidsKept,
        Self::SafetyAsked,
        Self::EscortPresent,
        Self::AfterCareGiven,
        Self::EmergencyContactConfirmed,
    ];

    /// The criterion as it is spelled in messages.
    pub fn code(self) -> &'static str {
        match self {
            Self::Oriented => "oriented",
            Self::SteadyGait => "steady-gait",
            Self::FluidsKept => "fluids-kept",
            Self::SafetyAsked => "safety-asked",
            Self::EscortPresent => "escort-present",
            Self::AfterCareGiven => "after-care-given",
            Self::EmergencyContactConfirmed => "emergency-contact-confirmed",
        }
    }
}

/// The modified Aldrete score, 0 to 2 each (10.1186/s42077-022-00234-1, table 5).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Aldrete {
    /// 2 four limbs, 1 two, 0 none.
    pub activity: u8,
    /// 2 deep breath and cough, 1 shallow, 0 apnoea.
    pub respiration: u8,
    /// 2 pressure within 20 % of before, 1 within 49 %, 0 beyond.
    pub circulation: u8,
    /// 2 fully awake, 1 rouses to name, 0 no response.
    pub consciousness: u8,
    /// 2 above 92 % on room air, 1 above 90 % with oxygen, 0 below.
    pub oxygen: u8,
}

impl Aldrete {
    /// The five parts.
    pub fn parts(self) -> [u8; 5] {
        [self.activity, self.respiration, self.circulation, self.consciousness, self.oxygen]
    }

    /// The score, 0 to 10.
    pub fn total(self) -> i64 {
        self.parts().into_iter().map(i64::from).sum()
    }

    /// Refuses parts above 2.
    ///
    /// # Errors
    /// When a part is above 2.
    pub fn checked(self) -> Result<Self, Refusal> {
        match self.parts().into_iter().find(|part| *part > 2) {
            Some(part) => {
                let (field, value) = ("aldrete".to_owned(), i64::from(part));
                Err(Refusal::ValueImpossible { field, value, low: 0, high: 2 })
            }
            None => Ok(self),
        }
    }
}

/// What still keeps the client here.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "missing", rename_all = "kebab-case")]
pub enum Missing {
    /// Too early after the last dose.
    TooEarly {
        /// The earliest moment.
        ready_at: Timestamp,
    },
    /// Nobody has scored it since the last dose.
    AldreteMissing,
    /// The score is too low, or a part of it is zero.
    AldreteLow {
        /// The score.
        total: i64,
    },
    /// A sign was not measured lately.
    NotMeasured {
        /// Which.
        field: String,
    },
    /// A sign is not where it must be.
    OutOfBand {
        /// Which.
        field: String,
        /// Its value.
        value: i64,
    },
    /// Nobody has ticked it since the last dose.
    NotTicked {
        /// Which.
        criterion: Criterion,
    },
}

/// What was ticked and scored since the last dose, each with its time.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Leaving {
    /// The ticked criteria.
    pub ticked: BTreeMap<Criterion, Timestamp>,
    /// The latest score.
    pub aldrete: Option<(Timestamp, Aldrete)>,
}

impl Leaving {
    /// Reads ticks and score out of what stands; what was ticked before a dose counts no more.
    pub fn of(session: &Session, standing: &[Entry]) -> Self {
        let since = session.last_dose_at();
        let mut leaving = Self::default();
        for entry in standing.iter().filter(|entry| since.is_none_or(|dose| entry.occurred_at >= dose)) {
            match &entry.charted {
                Charted::CriterionTicked { criterion } => {
                    leaving.ticked.insert(*criterion, entry.occurred_at);
                }
                Charted::AldreteScored(score) => leaving.aldrete = Some((entry.occurred_at, *score)),
                _ => {}
            }
        }
        leaving
    }
}

/// The earliest moment at which the client may leave.
pub fn ready_at(session: &Session, protocol: &Protocol) -> Option<Timestamp> {
    let minutes = protocol.discharge.minutes_since_last_dose_min.value;
    Some(after(session.last_dose_at()?, minutes))
}

/// Everything that still keeps the client here; empty when they may go.
pub fn missing(
    session: &Session,
    standing: &[Entry],
    leaving: &Leaving,
    protocol: &Protocol,
    now: Timestamp,
) -> Vec<Missing> {
    let early = ready_at(session, protocol).filter(|ready_at| now < *ready_at);
    let early = early.map(|ready_at| Missing::TooEarly { ready_at });
    let unticked = Criterion::ALL.into_iter().filter(|one| !leaving.ticked.contains_key(one));
    let unticked = unticked.map(|criterion| Missing::NotTicked { criterion });
    let signs = signs_missing(session, standing, protocol, now);
    early.into_iter().chain(aldrete_missing(leaving, protocol)).chain(signs).chain(unticked).collect()
}

fn aldrete_missing(leaving: &Leaving, protocol: &Protocol) -> Option<Missing> {
    let Some((_, score)) = leaving.aldrete else {
        return Some(Missing::AldreteMissing);
    };
    let total = score.total();
    let low = total < protocol.discharge.aldrete_min.value || score.parts().contains(&0);
    low.then_some(Missing::AldreteLow { total })
}

/// Signs count when they were taken within one step of the schedule and after the last dose.
fn signs_missing(session: &Session, standing: &[Entry], protocol: &Protocol, now: Timestamp) -> Vec<Missing> {
    let oldest = after(now, -protocol.vitals.afterwards_every_minutes.value);
    let since = session.last_dose_at().map_or(oldest, |dose| dose.max(oldest));
    let before = vitals::before_dose(standing, session.first_dose_at());
    let of_signs =
        [Sign::Systolic, Sign::Diastolic, Sign::Spo2, Sign::Moaas].into_iter().filter_map(|sign| {
            let latest = vitals::latest(standing, sign, now).filter(|(at, _)| *at >= since);
            let field = sign.field().to_owned();
            let Some((_, value)) = latest else {
                return Some(Missing::NotMeasured { field });
            };
            (!fit(sign, value, before.of(sign), protocol)).then_some(Missing::OutOfBand { field, value })
        });
    of_signs.chain(dissociation_missing(standing, before.dissociation_0_10, protocol, since, now)).collect()
}

/// Whether one sign lets the client go: below the discharge line and every act line.
fn fit(sign: Sign, value: i64, before: Option<i64>, protocol: &Protocol) -> bool {
    let limits = &protocol.discharge;
    let lines = protocol.bands.of(sign);
    let acts = lines.level(value, before) >= crate::protocol::Level::Act;
    match sign {
        Sign::Systolic => !limits.systolic_mmhg.value.crossed_by(value) && !acts,
        Sign::Diastolic => !limits.diastolic_mmhg.value.crossed_by(value) && !acts,
        // Somebody whose own value was lower before may leave with that value.
        Sign::Spo2 => !limits.spo2_percent.value.crossed_by(value) || before.is_some_and(|own| value >= own),
        Sign::Moaas => value >= limits.moaas_min.value,
        Sign::HeartRate | Sign::RespiratoryRate => !acts,
    }
}

fn dissociation_missing(
    standing: &[Entry],
    before: Option<i64>,
    protocol: &Protocol,
    since: Timestamp,
    now: Timestamp,
) -> Option<Missing> {
    let field = "dissociation_0_10".to_owned();
    let readings = vitals::sets(standing).filter(|(at, _)| *at >= since && *at <= now);
    let Some(value) = readings.filter_map(|(_, set)| set.dissociation_0_10).last() else {
        return Some(Missing::NotMeasured { field });
    };
    let limit = protocol.discharge.dissociation_max.value.max(before.unwrap_or(0));
    (value > limit).then_some(Missing::OutOfBand { field, value })
}
