//! When check-ins are due, and when the window is open.
//!
//! The window's edges are instants: elapsed hours from the last dose given. Check-ins are due on
//! the client's calendar days, at the local time of the dose, moved into hours in which a person
//! may be written to.

use jiff::civil::Time;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Span, Timestamp, Zoned};

use crate::protocol::CheckIns;

/// The time after a dose in which integration is favoured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Window {
    /// When it opened: the last dose of the session.
    pub opened_at: Timestamp,
    /// Until when most is asked of integration.
    pub peak_until: Timestamp,
    /// By when they meet for integration (`clinical.md` 4 [D]).
    pub meet_by: Timestamp,
    /// Until when it is open.
    pub open_until: Timestamp,
}

/// How a window stands at an instant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WindowState {
    /// Within the first hours.
    Peak,
    /// Open.
    Open,
    /// Over.
    Over,
}

impl Window {
    /// How it stands at an instant.
    pub fn state(&self, now: Timestamp) -> WindowState {
        if now < self.peak_until {
            WindowState::Peak
        } else if now < self.open_until {
            WindowState::Open
        } else {
            WindowState::Over
        }
    }
}

/// One check-in that is planned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PlannedCheckIn {
    /// The client's day after the dose.
    pub day: u16,
    /// When its link opens.
    pub opens_at: Timestamp,
    /// When it is due.
    pub due_at: Timestamp,
    /// When it counts as missed: at the next one's opening, or when its link ends.
    pub missed_at: Timestamp,
}

/// The window after a dose, in elapsed time.
pub fn window(last_dose_at: Timestamp, figures: &CheckIns) -> Window {
    let days = figures.window_days.value.saturating_mul(24);
    Window {
        opened_at: last_dose_at,
        peak_until: after_hours(last_dose_at, figures.window_peak_hours.value),
        meet_by: after_hours(last_dose_at, figures.integration_hours_max.value),
        open_until: after_hours(last_dose_at, days),
    }
}

/// The check-ins after a dose, on the days of the zone that the client has now.
pub fn schedule(last_dose_at: Timestamp, zone: &TimeZone, figures: &CheckIns) -> Vec<PlannedCheckIn> {
    let dosed = Zoned::new(last_dose_at, zone.clone());
    let days = figures.days.value.iter().filter_map(|day| u16::try_from(*day).ok());
    let due: Vec<(u16, Timestamp)> =
        days.filter_map(|day| Some((day, due_at(&dosed, day, figures)?))).collect();
    let opens_at = |due_at| after_hours(due_at, -figures.link_opens_hours_before.value);
    let link_hours = figures.link_days_max.value.saturating_mul(24);
    let planned = due.iter().enumerate().map(|(place, &(day, due_at))| {
        let link_ends = after_hours(opens_at(due_at), link_hours);
        let next_opens = due.get(place + 1).map(|&(_, next)| opens_at(next));
        let missed_at = next_opens.map_or(link_ends, |next| next.min(link_ends));
        PlannedCheckIn { day, opens_at: opens_at(due_at), due_at, missed_at }
    });
    planned.collect()
}

/// The local time of the dose on a later day, moved into the hours of the protocol.
///
/// A time that the clocks skip or repeat on that day is read as jiff's `compatible` says.
fn due_at(dosed: &Zoned, day: u16, figures: &CheckIns) -> Option<Timestamp> {
    let date = dosed.date().checked_add(Span::new().days(i64::from(day))).ok()?;
    let hours = figures.hours_of_day.value;
    let edge = |hour: i64| Time::new(i8::try_from(hour).ok()?, 0, 0, 0).ok();
    let time = dosed.time().max(edge(hours.low)?).min(edge(hours.high)?);
    let due = date.to_datetime(time).to_zoned(dosed.time_zone().clone()).ok()?;
    Some(due.timestamp())
}

fn after_hours(at: Timestamp, hours: i64) -> Timestamp {
    let span = SignedDuration::from_secs(hours.saturating_mul(3_600));
    at.saturating_add(span).unwrap_or(if hours < 0 { Timestamp::MIN } else { Timestamp::MAX })
}
