//! When vital signs are due, from the dose and again from every further dose.

use jiff::{SignedDuration, Timestamp};

use super::chart::{Charted, Entry};
use super::session::Session;
use super::vitals;
use crate::protocol::{Level, Measure, Protocol, Sign, VitalSlot, Vitals as Schedule};

/// How a due set stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// All of it was measured.
    Taken,
    /// Its pressure was left out for a reason.
    Deferred,
    /// Its turn has passed, and something was measured since: it can be made good no more.
    Missed,
    /// Its time has not come.
    Ahead,
    /// Its time has come.
    Due,
    /// Late: the screen asks.
    Late,
    /// Too late: a second person is called.
    Overdue,
}

/// One set of vital signs that is or was due.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DueSet {
    /// When.
    pub due_at: Timestamp,
    /// Minutes from the dose that it counts from.
    pub minute: i64,
    /// What belongs to it.
    pub measures: Vec<Measure>,
    /// What of it nobody has measured.
    pub missing: Vec<Measure>,
    /// How it stands.
    pub standing: Standing,
}

impl DueSet {
    /// Whether somebody still has to measure it, now or later.
    pub fn is_open(&self) -> bool {
        !matches!(self.standing, Standing::Taken | Standing::Deferred | Standing::Missed)
    }

    /// Whether pressure belongs to it.
    pub fn has_pressure(&self) -> bool {
        self.measures.contains(&Measure::BloodPressure)
    }
}

/// Every set from the dose on, and the next one ahead; empty before a dose and after the end.
///
/// Sets after the end of the visit are not due. A reading counts for the set from a prompt's
/// length before it is due until the next set's own turn.
pub fn vitals_due(session: &Session, standing: &[Entry], protocol: &Protocol, now: Timestamp) -> Vec<DueSet> {
    let schedule = &protocol.vitals;
    let turns = turns(session, schedule, now);
    let lead = schedule.overdue_prompt_minutes.value;
    let mut sets = Vec::with_capacity(turns.len());
    for (place, (due_at, slot)) in turns.iter().enumerate() {
        let opens = after(*due_at, -lead);
        let closes = turns.get(place + 1).map(|(next, _)| after(*next, -lead));
        let inside = |at: Timestamp| at >= opens && closes.is_none_or(|closes| at < closes) && at <= now;
        let mut set = due_set(*due_at, slot, standing, &inside, schedule, now);
        let measured_since = |closes| vitals::sets(standing).any(|(at, _)| at >= closes && at <= now);
        if set.is_open() && closes.is_some_and(measured_since) {
            set.standing = Standing::Missed;
        }
        sets.push(set);
    }
    sets.extend(once_more(session, standing, protocol, now).into_iter().filter(|_| !session.is_over()));
    sets.sort_by_key(|set| set.due_at);
    sets
}

/// What is measured again besides the schedule; of the same twice, the sooner.
fn once_more(session: &Session, standing: &[Entry], protocol: &Protocol, now: Timestamp) -> Vec<DueSet> {
    let again = recheck(session, standing, protocol, now);
    let rest = after_rest(standing, protocol, now).filter(|_| session.first_dose_at().is_none());
    match (rest, again) {
        (Some(rest), Some(again)) if rest.measures == again.measures => {
            vec![if rest.due_at <= again.due_at { rest } else { again }]
        }
        (rest, again) => rest.into_iter().chain(again).collect(),
    }
}

/// Before a dose: the pressure again, after a rest, while the one that counts is beyond the hold line.
fn after_rest(standing: &[Entry], protocol: &Protocol, now: Timestamp) -> Option<DueSet> {
    let held = [Sign::Systolic, Sign::Diastolic].into_iter().filter_map(|sign| {
        let (at, value) = vitals::rested(standing, sign, now, protocol)?;
        protocol.bands.of(sign).hold.crossed_by(value).then_some(at)
    });
    let due_at = after(held.max()?, protocol.vitals.repeat_minutes.value);
    let measures = vec![Measure::BloodPressure];
    let standing = lateness(due_at, &protocol.vitals, now);
    Some(DueSet { due_at, minute: 0, missing: measures.clone(), measures, standing })
}

/// What to measure again, and when: while an act line is crossed, or as was agreed for a value that
/// asks for a look.
fn recheck(session: &Session, standing: &[Entry], protocol: &Protocol, now: Timestamp) -> Option<DueSet> {
    let (taken_at, set) = vitals::sets(standing).filter(|(at, _)| *at <= now).last()?;
    let before = vitals::before_dose(standing, session.first_dose_at());
    let assessment = vitals::assess(set, &before, &protocol.bands);
    let acts = assessment.again_in_minutes.map(|minutes| after(taken_at, minutes));
    let asked = recheck_asked(standing, taken_at, now);
    // Somebody may look sooner than an act line asks for, and never later.
    let due_at = acts.into_iter().chain(asked).min()?;
    let least = if acts.is_some() { Level::Act } else { Level::Concerning };
    let crossing = assessment.findings.iter().filter(|finding| finding.level >= least);
    let mut measures: Vec<Measure> = crossing.map(|finding| measure_of(finding.sign)).collect();
    measures.dedup();
    if measures.is_empty() {
        return None;
    }
    let minute = session.since_first_dose(due_at).map_or(0, |elapsed| elapsed.as_mins());
    let standing = lateness(due_at, &protocol.vitals, now);
    Some(DueSet { due_at, minute, missing: measures.clone(), measures, standing })
}

/// The time that was agreed last since a set was taken.
pub fn recheck_asked(standing: &[Entry], taken_at: Timestamp, now: Timestamp) -> Option<Timestamp> {
    let since = standing.iter().filter(|entry| entry.occurred_at >= taken_at && entry.occurred_at <= now);
    let mut asked = since.filter_map(|entry| match entry.charted {
        Charted::RecheckAsked { minutes } => Some(after(entry.occurred_at, minutes)),
        _ => None,
    });
    asked.next_back()
}

fn measure_of(sign: Sign) -> Measure {
    match sign {
        Sign::Systolic | Sign::Diastolic => Measure::BloodPressure,
        Sign::HeartRate => Measure::HeartRate,
        Sign::Spo2 => Measure::Spo2,
        Sign::RespiratoryRate => Measure::RespiratoryRate,
        Sign::Moaas => Measure::Moaas,
    }
}

/// The set that asks for a hand next: the oldest one that is open, or the next ahead.
pub fn next_due(sets: &[DueSet]) -> Option<&DueSet> {
    sets.iter().find(|set| set.is_open())
}

/// Whether the pressure of the set that is due may be left out: not too often in a row.
pub fn may_defer(sets: &[DueSet], protocol: &Protocol) -> bool {
    let max = protocol.vitals.deferred_in_a_row_max.value;
    let mut open = sets.iter().filter(|set| set.has_pressure()).rev();
    let mut in_a_row = 0;
    // The newest set that has begun is the one to be left out; those before it count.
    open.find(|set| set.standing != Standing::Ahead);
    for set in open {
        if set.standing != Standing::Deferred {
            break;
        }
        in_a_row += 1;
    }
    in_a_row < max
}

fn due_set(
    due_at: Timestamp,
    slot: &VitalSlot,
    standing: &[Entry],
    inside: &dyn Fn(Timestamp) -> bool,
    schedule: &Schedule,
    now: Timestamp,
) -> DueSet {
    let taken: Vec<_> = vitals::sets(standing).filter(|(at, _)| inside(*at)).map(|(_, set)| set).collect();
    let unmeasured = |measure: &&Measure| !taken.iter().any(|set| set.has(**measure));
    let missing: Vec<Measure> = slot.measures.iter().filter(unmeasured).copied().collect();
    let deferred = standing
        .iter()
        .any(|entry| matches!(entry.charted, Charted::VitalsDeferred { .. }) && inside(entry.occurred_at));
    let standing = if missing.is_empty() {
        Standing::Taken
    } else if deferred {
        Standing::Deferred
    } else {
        lateness(due_at, schedule, now)
    };
    DueSet { due_at, minute: slot.minute, measures: slot.measures.clone(), missing, standing }
}

/// How a set stands that nobody has measured.
fn lateness(due_at: Timestamp, schedule: &Schedule, now: Timestamp) -> Standing {
    let late_minutes = now.duration_since(due_at).as_mins();
    if now < due_at {
        Standing::Ahead
    } else if late_minutes >= schedule.overdue_alert_minutes.value {
        Standing::Overdue
    } else if late_minutes >= schedule.overdue_prompt_minutes.value {
        Standing::Late
    } else {
        Standing::Due
    }
}

/// The moments at which sets are due, up to the first one after `now` or the end of the visit.
fn turns(session: &Session, schedule: &Schedule, now: Timestamp) -> Vec<(Timestamp, VitalSlot)> {
    let mut turns: Vec<(Timestamp, VitalSlot)> = Vec::new();
    for (place, dose) in session.doses().into_iter().enumerate() {
        let slots = if place == 0 { schedule.schedule.value.clone() } else { again(schedule) };
        let restart = slots.first().map(|slot| after(dose.given_at, slot.minute));
        // A further dose takes over from its first set on.
        turns.retain(|(due_at, _)| restart.is_none_or(|restart| *due_at < restart));
        turns.extend(slots.into_iter().map(|slot| (after(dose.given_at, slot.minute), slot)));
    }
    go_on(&mut turns, schedule, now);
    let ended_at = session.ending.as_ref().filter(|_| session.is_over()).map(|ending| ending.at);
    turns.retain(|(due_at, _)| ended_at.is_none_or(|ended| *due_at <= ended));
    turns
}

/// The whole set, at the minutes after a further dose.
fn again(schedule: &Schedule) -> Vec<VitalSlot> {
    let fullest = schedule.schedule.value.iter().max_by_key(|slot| slot.measures.len());
    let measures = fullest.map(|slot| slot.measures.clone()).unwrap_or_default();
    let minutes = schedule.after_booster_minutes.value.iter();
    minutes.map(|minute| VitalSlot { minute: *minute, measures: measures.clone() }).collect()
}

/// Goes on at the last set's interval until one lies ahead.
fn go_on(turns: &mut Vec<(Timestamp, VitalSlot)>, schedule: &Schedule, now: Timestamp) {
    let every = schedule.afterwards_every_minutes.value.max(1);
    while let Some((last_at, last)) = turns.last().filter(|(at, _)| *at <= now).cloned() {
        if turns.len() >= SETS_MAX {
            return;
        }
        let slot = VitalSlot { minute: last.minute + every, measures: last.measures };
        turns.push((after(last_at, every), slot));
    }
}

/// A figure of minutes later; no figure reaches further than a week.
pub(super) fn after(at: Timestamp, minutes: i64) -> Timestamp {
    const WEEK_MINUTES: i64 = 7 * 24 * 60;
    at + SignedDuration::from_mins(minutes.clamp(-WEEK_MINUTES, WEEK_MINUTES))
}

/// A visit that nobody ended stops asking after this many sets, about two days.
const SETS_MAX: usize = 100;
