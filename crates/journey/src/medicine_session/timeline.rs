//! What a session shows: everything that stands, along the time since the dose.

use jiff::{SignedDuration, Timestamp};

use super::adverse_event::AdverseEvent;
use super::chart::{Chart, Charted};
use super::dose::Dose;
use super::session::{Ending, Session};
use crate::event::Who;
use crate::id::EventId;

/// An entry recorded this much after it happened is shown hollow, with both times.
pub const LATE_MINUTES: i64 = 15;

/// What one line shows.
#[derive(Debug, Clone, PartialEq)]
pub enum Shown {
    /// The client arrived.
    Arrived,
    /// A dose was taken.
    Dose(Dose),
    /// Something unwanted happened.
    AdverseEvent(AdverseEvent),
    /// Something was charted.
    Charted(Charted),
    /// The client left.
    Ended(Ending),
}

/// One line.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// The fact behind it, to undo or to correct it.
    pub id: Option<EventId>,
    /// When it happened.
    pub at: Timestamp,
    /// When it was recorded, where that is known to matter.
    pub recorded_at: Option<Timestamp>,
    /// Time since the first dose; negative before it.
    pub elapsed: Option<SignedDuration>,
    /// Who recorded it.
    pub by: Option<Who>,
    /// It was entered late: a hollow dot, with both times.
    pub late: bool,
    /// It was put right: the first reading stays in the record.
    pub corrected: bool,
    /// What it shows.
    pub shown: Shown,
}

/// Every line, in the order of time; what was taken back is folded out.
pub fn timeline(session: &Session, chart: Option<&Chart>) -> Vec<Line> {
    let mut lines = of_journey(session);
    let ended = session.ending.clone().map(|ending| {
        let by = Some(ending.by);
        Line { by, ..line(session, ending.at, Shown::Ended(ending)) }
    });
    for entry in chart.map(Chart::standing).unwrap_or_default() {
        let mut line = line(session, entry.occurred_at, Shown::Charted(entry.charted));
        line.id = Some(entry.id);
        line.by = Some(entry.by);
        line.recorded_at = Some(entry.recorded_at);
        line.late = late(entry.occurred_at, entry.recorded_at);
        line.corrected = entry.corrected_by.is_some();
        lines.push(line);
    }
    lines.extend(ended);
    // Stable: of one moment the chart's own order stands, by device and then id.
    lines.sort_by_key(|line| line.at);
    lines
}

/// Whether an entry was recorded so late that both times are shown.
pub fn late(occurred_at: Timestamp, recorded_at: Timestamp) -> bool {
    recorded_at.duration_since(occurred_at) > SignedDuration::from_mins(LATE_MINUTES)
}

fn of_journey(session: &Session) -> Vec<Line> {
    let arrived = session.opened_at.map(|at| line(session, at, Shown::Arrived));
    let doses = session.doses().into_iter().map(|dose| {
        let (id, by) = (Some(dose.id), Some(dose.by));
        let late = late(dose.given_at, dose.recorded_at);
        let recorded_at = Some(dose.recorded_at);
        Line { id, by, late, recorded_at, ..line(session, dose.given_at, Shown::Dose(dose.clone())) }
    });
    let events = session.adverse_events().into_iter().map(|event| {
        let (id, by) = (Some(event.id), Some(event.by));
        Line { id, by, ..line(session, event.at, Shown::AdverseEvent(event.clone())) }
    });
    arrived.into_iter().chain(doses).chain(events).collect()
}

fn line(session: &Session, at: Timestamp, shown: Shown) -> Line {
    let elapsed = session.since_first_dose(at);
    Line { id: None, at, recorded_at: None, elapsed, by: None, late: false, corrected: false, shown }
}
