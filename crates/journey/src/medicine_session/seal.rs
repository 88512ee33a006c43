//! Sealing: the chart is closed, and its summary goes onto the journey.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::chart::{Chart, Charted, Entry};
use super::dose::HoldEnd;
use super::phase::{self, Phase};
use super::session::Session;
use super::vitals;
use crate::protocol::Sign;

/// What a session was, in short: all that later sessions and lists need of its chart.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Summary {
    /// How long the lozenge was held.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hold_minutes: Option<i64>,
    /// What became of it then.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hold_end: Option<HoldEnd>,
    /// Minutes from the first dose until something was noticed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub onset_minute: Option<i64>,
    /// Pressure before the dose, systolic.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub systolic_before_mmhg: Option<i64>,
    /// Pressure before the dose, diastolic.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub diastolic_before_mmhg: Option<i64>,
    /// Highest systolic pressure after it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub systolic_highest_mmhg: Option<i64>,
    /// Minutes from the first dose to the highest systolic pressure.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub systolic_highest_minute: Option<i64>,
    /// Highest diastolic pressure after it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub diastolic_highest_mmhg: Option<i64>,
    /// Lowest oxygen saturation after it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub spo2_lowest_percent: Option<i64>,
    /// Lowest level of sedation after it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub moaas_lowest: Option<i64>,
    /// Highest dissociation after it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dissociation_highest_0_10: Option<i64>,
    /// Minutes from the first dose at which each phase was entered.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub phases: Vec<(Phase, i64)>,
    /// How often they slowed down.
    pub slowed_down: u32,
    /// Words charted.
    pub entries: u32,
}

/// Draws the summary from what stands.
pub fn summary(session: &Session, chart: Option<&Chart>) -> Summary {
    let standing = chart.map(Chart::standing).unwrap_or_default();
    let dosed_at = session.first_dose_at();
    let before = vitals::before_dose(&standing, dosed_at);
    let after = |sign: Sign| readings_after(&standing, dosed_at, sign);
    let held = hold(&standing);
    Summary {
        hold_minutes: held.map(|(minutes, _)| minutes),
        hold_end: held.map(|(_, end)| end),
        onset_minute: onset_minute(&standing, dosed_at),
        systolic_before_mmhg: dosed_at.and(before.systolic_mmhg),
        diastolic_before_mmhg: dosed_at.and(before.diastolic_mmhg),
        systolic_highest_minute: highest_minute(&standing, dosed_at),
        systolic_highest_mmhg: after(Sign::Systolic).into_iter().max(),
        diastolic_highest_mmhg: after(Sign::Diastolic).into_iter().max(),
        spo2_lowest_percent: after(Sign::Spo2).into_iter().min(),
        moaas_lowest: after(Sign::Moaas).into_iter().min(),
        dissociation_highest_0_10: dissociation_highest(&standing, dosed_at),
        phases: phases(session, chart, dosed_at),
        slowed_down: count(&standing, |charted| matches!(charted, Charted::SlowedDown(_))),
        entries: count(&standing, |charted| matches!(charted, Charted::EntryCharted(_))),
    }
}

impl Summary {
    /// How far the systolic pressure rose above the reading before the dose.
    pub fn rise_mmhg(&self) -> Option<i64> {
        Some(self.systolic_highest_mmhg? - self.systolic_before_mmhg?)
    }

    /// The minute at which a phase was first entered.
    pub fn minute_of(&self, phase: Phase) -> Option<i64> {
        self.phases.iter().find(|(entered, _)| *entered == phase).map(|(_, minute)| *minute)
    }

    /// Minutes from the beginning of the return to the closing, if both were charted.
    pub fn grounding_minutes(&self) -> Option<i64> {
        let (back, closing) = (self.minute_of(Phase::Return)?, self.minute_of(Phase::Closing)?);
        (closing >= back).then_some(closing - back)
    }
}

/// The phases that were entered from the dose on; what was only passed through counts, too.
fn phases(session: &Session, chart: Option<&Chart>, dosed_at: Option<Timestamp>) -> Vec<(Phase, i64)> {
    let Some(dosed_at) = dosed_at else { return Vec::new() };
    let entered = phase::phases(session, chart).into_iter().filter(|(at, _)| *at >= dosed_at);
    entered.map(|(at, phase)| (phase, at.duration_since(dosed_at).as_mins())).collect()
}

fn highest_minute(standing: &[Entry], dosed_at: Option<Timestamp>) -> Option<i64> {
    let dosed_at = dosed_at?;
    let sets = vitals::sets(standing).filter(|(at, _)| *at > dosed_at);
    let readings = sets.filter_map(|(at, set)| Some((at, set.systolic_mmhg?)));
    let (at, _) = readings.max_by_key(|(at, value)| (*value, std::cmp::Reverse(*at)))?;
    Some(at.duration_since(dosed_at).as_mins())
}

/// Minutes from the first dose until something was noticed, if somebody charted it.
pub fn onset_minute(standing: &[Entry], dosed_at: Option<Timestamp>) -> Option<i64> {
    let dosed_at = dosed_at?;
    let noticed = standing.iter().filter(|entry| entry.charted == Charted::OnsetNoticed);
    let first = noticed.map(|entry| entry.occurred_at).find(|at| *at >= dosed_at)?;
    Some(first.duration_since(dosed_at).as_mins())
}

/// How long the first lozenge was held, and what became of it.
pub fn hold(standing: &[Entry]) -> Option<(i64, HoldEnd)> {
    standing.iter().find_map(|entry| match entry.charted {
        Charted::HoldEnded { minutes, end } => Some((minutes, end)),
        _ => None,
    })
}

fn readings_after(standing: &[Entry], dosed_at: Option<Timestamp>, sign: Sign) -> Vec<i64> {
    let Some(dosed_at) = dosed_at else { return Vec::new() };
    let sets = vitals::sets(standing).filter(|(at, _)| *at > dosed_at);
    sets.filter_map(|(_, set)| set.of(sign)).collect()
}

fn dissociation_highest(standing: &[Entry], dosed_at: Option<Timestamp>) -> Option<i64> {
    let dosed_at = dosed_at?;
    let sets = vitals::sets(standing).filter(|(at, _)| *at > dosed_at);
    sets.filter_map(|(_, set)| set.dissociation_0_10).max()
}

fn count(standing: &[Entry], is: impl Fn(&Charted) -> bool) -> u32 {
    let counted = standing.iter().filter(|entry| is(&entry.charted)).count();
    u32::try_from(counted).unwrap_or(u32::MAX)
}
