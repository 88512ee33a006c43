//! The card: the little that lists show of one client, so that no list opens a record.

use std::collections::BTreeSet;

use jiff::civil::Date;
use jiff::{Span, Timestamp};
use serde::{Deserialize, Serialize};

use crate::appointment::Booking;
use crate::case::Case;
use crate::consultation::Way;
use crate::ending;
use crate::enquiry::Standing;
use crate::id::{AppointmentId, EventId, StaffId};
use crate::integration::{self, CheckInId, PlannedCheckIn};
use crate::link::Purpose;
use crate::medicine_session::Session;
use crate::task::{self, Task};

/// Today's shape of cards; a card of another version is drawn anew from the log.
pub const VERSION: u16 = 8;

/// Appointments that a card carries; the record holds all.
const APPOINTMENTS_ON_CARD_MAX: usize = 24;

/// Where on the path a person is; moved by facts and never by hand.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// Asked, and waiting for an answer.
    #[default]
    Enquiry,
    /// Invited to a consultation.
    Consultation,
    /// Going on together; the prescriber has not decided yet.
    Screening,
    /// Cleared, or preparing already.
    Preparation,
    /// Cleared, consent signed, prescribed.
    Ready,
    /// A visit is going on.
    InSession,
    /// After a medicine session.
    Integration,
    /// The practice answered that it is not the place now.
    Declined,
    /// The client, or both, want to wait.
    Paused,
    /// Another path was chosen.
    Ended,
}

impl Stage {
    /// Every stage, in the order of the path.
    pub const ALL: [Self; 10] = [
        Self::Enquiry,
        Self::Consultation,
        Self::Screening,
        Self::Preparation,
        Self::Ready,
        Self::InSession,
        Self::Integration,
        Self::Declined,
        Self::Paused,
        Self::Ended,
    ];
}

/// The half of a card that says who it is; sealed with the identity key.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Identity {
    /// The name as the person writes it.
    pub name: String,
    /// Appointments that stand, in the order of time; the newest of many.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub appointments: Vec<AppointmentOnCard>,
}

/// What lists show of an appointment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AppointmentOnCard {
    /// Its id.
    pub id: AppointmentId,
    /// What is booked.
    pub booking: Booking,
}

impl Identity {
    /// Appointments that lie in a stretch of time, at least in part.
    pub fn between(&self, from: Timestamp, until: Timestamp) -> impl Iterator<Item = &AppointmentOnCard> {
        let inside =
            move |one: &&AppointmentOnCard| one.booking.starts_at < until && from < one.booking.ends_at();
        self.appointments.iter().filter(inside)
    }
}

/// The half of a card that says where they are; sealed with the record key.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Place {
    /// Where on the path.
    pub stage: Stage,
    /// Since when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<Timestamp>,
    /// Who of the practice walks with them.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub care_team: BTreeSet<StaffId>,
    /// The window after the latest dose.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub window: Option<WindowOnCard>,
    /// The last day on which the clearance holds, if it says yes and was not reopened.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cleared_until: Option<Date>,
    /// What waits for a person of the practice, the oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub tasks: Vec<TaskOnCard>,
    /// How many of the client's messages wait for an answer.
    #[serde(default)]
    pub messages_waiting: usize,
    /// How many of the client's questions wait for an answer.
    #[serde(default)]
    pub open_questions: usize,
}

/// What boards show of a task; until when it is to be seen is for the reader to say.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct TaskOnCard {
    /// The fact that opened it.
    pub id: EventId,
    /// What it is about.
    pub kind: task::Kind,
    /// Since when it waits.
    pub opened_at: Timestamp,
    /// When it was said, where it waited without signal and arrived later.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub said_at: Option<Timestamp>,
    /// Who took it, if anyone has.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<StaffId>,
}

/// What boards show of a window; how it stands now is for the reader to say.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct WindowOnCard {
    /// The latest dose.
    pub dosed_at: Timestamp,
    /// Until when most is asked of integration.
    pub peak_until: Timestamp,
    /// By when they meet for integration.
    pub meet_by: Timestamp,
    /// Until when it is open.
    pub open_until: Timestamp,
    /// Check-ins without an answer, in the order in which they are due.
    #[serde(default)]
    pub unanswered: Vec<Unanswered>,
    /// Days of the check-ins that were answered.
    #[serde(default)]
    pub answered: BTreeSet<u16>,
    /// Integration sessions since the dose.
    #[serde(default)]
    pub sessions_held: usize,
}

/// A check-in without an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unanswered {
    /// The client's day after the dose.
    pub day: u16,
    /// When it is due.
    pub due_at: Timestamp,
    /// When it counts as missed.
    pub missed_at: Timestamp,
}

impl WindowOnCard {
    /// The next check-in that can still be answered.
    pub fn next_check_in(&self, now: Timestamp) -> Option<&Unanswered> {
        self.unanswered.iter().find(|one| now < one.missed_at)
    }
}

/// Draws the half that says who it is.
pub fn identity(case: &Case) -> Identity {
    let standing = case.appointments.standing();
    let newest = standing.into_iter().rev().take(APPOINTMENTS_ON_CARD_MAX);
    let on_card =
        |(id, booking): (AppointmentId, &Booking)| AppointmentOnCard { id, booking: booking.clone() };
    let mut appointments: Vec<AppointmentOnCard> = newest.map(on_card).collect();
    appointments.reverse();
    Identity { name: case.contact.name().unwrap_or_default().to_owned(), appointments }
}

/// Draws the half that says where they are.
pub fn place(case: &Case) -> Place {
    let (stage, since) = standing(case);
    let cleared = case.clearance.latest().filter(|one| one.judgement.decision.is_yes());
    let reopened = case.clearance.reopened(case.history.revision);
    Place {
        stage,
        since,
        care_team: case.care_team.people.clone(),
        window: window(case),
        cleared_until: cleared.filter(|_| !reopened).and_then(|one| one.judgement.valid_until),
        tasks: case.tasks.open().map(on_card).collect(),
        messages_waiting: case.messages.waiting().count(),
        open_questions: case.consultation.open_questions().count(),
    }
}

fn on_card(task: &Task) -> TaskOnCard {
    let owner = task.owner().map(|owner| owner.staff);
    TaskOnCard { id: task.id, kind: task.kind, opened_at: task.opened_at, said_at: task.said_at(), owner }
}

/// Where on the path a person is.
pub fn stage(case: &Case) -> Stage {
    standing(case).0
}

/// Where on the path a person is, and since when.
///
/// Days that have passed do not move it: a clearance that has run out is seen on the card.
pub(crate) fn standing(case: &Case) -> (Stage, Option<Timestamp>) {
    let (enquiry, consultation) = (&case.enquiry, &case.consultation);
    match enquiry.standing {
        Standing::None | Standing::Waiting => return (Stage::Enquiry, enquiry.received_at),
        Standing::Declined => return (Stage::Declined, enquiry.answered_at),
        Standing::Invited => {}
    }
    let sessions = case.sessions.in_order();
    let here = |session: &Session| session.opened_at.or(session.first_dose_at());
    if let Some((_, session)) = sessions.iter().rev().find(|(_, session)| !session.is_over()) {
        return (Stage::InSession, here(session));
    }
    if let Some(ended) = case.endings.current() {
        return (Stage::Ended, Some(ended.at));
    }
    if let Some(signed) = case.reviews.latest().filter(|signed| signed.review.decision.rests()) {
        return (Stage::Paused, Some(signed.at));
    }
    if let Some(not_yet) = &consultation.not_yet {
        return (Stage::Paused, Some(not_yet.said_at));
    }
    match ending::way(case) {
        None => (Stage::Consultation, enquiry.answered_at),
        Some(Way::NotNow { .. }) => (Stage::Paused, consultation.concluded_at),
        Some(Way::AnotherPath { .. }) => (Stage::Ended, consultation.concluded_at),
        Some(Way::GoOn) => going_on(case),
    }
}

/// The stage of a journey that goes on, between visits.
fn going_on(case: &Case) -> (Stage, Option<Timestamp>) {
    let back_at = case.endings.reopened_at();
    let since_back = |at: Option<Timestamp>| back_at.is_none_or(|back| at.is_some_and(|at| at >= back));
    let dosed = case.sessions.dosed();
    if let Some((_, session)) = dosed.last().filter(|(_, session)| since_back(session.last_dose_at())) {
        return (Stage::Integration, session.ending.as_ref().map(|ending| ending.at));
    }
    let cleared = case.clearance.latest().filter(|one| one.judgement.decision.is_yes());
    let cleared = cleared.filter(|_| !case.clearance.reopened(case.history.revision));
    let signed = case.consent.signed.as_ref().filter(|_| case.consent.withdrawn_at.is_none());
    let prescribed = case.prescriptions.all.iter().rev().find(|one| one.stands());
    match (cleared, signed, prescribed) {
        (Some(cleared), Some(signed), Some(prescribed)) => {
            let since = cleared.at.max(signed.signed_at).max(prescribed.signed_at);
            (Stage::Ready, Some(since))
        }
        (Some(cleared), _, _) => (Stage::Preparation, Some(cleared.at)),
        (None, _, _) => match case.preparation.held_at.iter().find(|held| since_back(Some(**held))) {
            Some(held) => (Stage::Preparation, Some(*held)),
            None => (Stage::Screening, back_at.or(case.consultation.concluded_at)),
        },
    }
}

/// The stage that begins when a visit ends.
pub(crate) fn after_session(session: &Session) -> Stage {
    if session.first_dose_at().is_some() { Stage::Integration } else { Stage::Preparation }
}

/// The latest window with what has not been answered in it.
fn window(case: &Case) -> Option<WindowOnCard> {
    let (session, window) = integration::latest_window(case)?;
    let unanswered = unanswered(case).into_iter().map(|(_, planned)| Unanswered {
        day: planned.day,
        due_at: planned.due_at,
        missed_at: planned.missed_at,
    });
    let since_dose = |at: &Timestamp| *at >= window.opened_at;
    let kept = case.integration.check_ins.iter();
    let answered = kept.filter(|(id, kept)| id.session == session && kept.answered_at.is_some());
    Some(WindowOnCard {
        dosed_at: window.opened_at,
        peak_until: window.peak_until,
        meet_by: window.meet_by,
        open_until: window.open_until,
        unanswered: unanswered.collect(),
        answered: answered.map(|(id, _)| id.day).collect(),
        sessions_held: case.integration.held_at().filter(since_dose).count(),
    })
}

/// Check-ins of the latest session without an answer; none once the client wants no more.
fn unanswered(case: &Case) -> Vec<(CheckInId, PlannedCheckIn)> {
    let planned = integration::latest_planned(case);
    let Some((session, days)) = planned.filter(|_| case.integration.stopped_at.is_none()) else {
        return Vec::new();
    };
    let named = days.into_iter().map(|planned| (CheckInId { session, day: planned.day }, planned));
    let kept = &case.integration.check_ins;
    let silent = |id: &CheckInId| kept.get(id).is_none_or(|one| one.answered_at.is_none());
    named.filter(|(id, _)| silent(id)).collect()
}

/// What waits for a moment, as the clear queue names it: closed and coarse.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum DueKind {
    /// A person is to look.
    Look,
    /// A message is to go out.
    Send,
}

/// One entry of the due queue.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Due {
    /// When it is due.
    pub at: Timestamp,
    /// What kind.
    pub kind: DueKind,
}

/// Everything of this client that waits for a moment; replaces what waited before.
pub fn due(case: &Case) -> Vec<Due> {
    let look = |at| Due { at, kind: DueKind::Look };
    let waiting = case.enquiry.standing == Standing::Waiting;
    let mut due: Vec<Due> = Vec::new();
    due.extend(case.enquiry.received_at.filter(|_| waiting).map(look));
    due.extend(ask_again_at(case).map(look));
    due.extend(case.tasks.open().map(|task| look(task.opened_at)));
    due.extend(clearance_ends(case).map(look));
    let unanswered = unanswered(case);
    due.extend(gone_quiet(case, &unanswered).map(look));
    let unsent = unanswered.iter().filter(|(id, _)| !has_link(case, *id));
    due.extend(unsent.map(|(_, planned)| Due { at: planned.opens_at, kind: DueKind::Send }));
    due
}

/// When somebody who wanted to wait wants to be asked again.
fn ask_again_at(case: &Case) -> Option<Timestamp> {
    if let Some(not_yet) = &case.consultation.not_yet {
        return not_yet.ask_again_at;
    }
    match ending::way(case) {
        Some(Way::NotNow { ask_again_at }) => *ask_again_at,
        Some(Way::GoOn | Way::AnotherPath { .. }) | None => None,
    }
}

/// The end of the clearance's last day, in the zone that the client has.
fn clearance_ends(case: &Case) -> Option<Timestamp> {
    let decided = case.clearance.cleared_on(Date::MIN, case.history.revision)?;
    let next_day = decided.judgement.valid_until?.saturating_add(Span::new().days(1));
    next_day.to_zoned(integration::zone(case)).ok().map(|day| day.timestamp())
}

/// When the first check-in after a dose counts as missed, unless somebody has met since.
fn gone_quiet(case: &Case, unanswered: &[(CheckInId, PlannedCheckIn)]) -> Option<Timestamp> {
    let (_, window) = integration::latest_window(case)?;
    let met = case.integration.held_at().any(|at| at >= window.opened_at);
    let answered = case.integration.check_ins.iter().any(|(id, one)| {
        let latest = unanswered.first().is_some_and(|(first, _)| first.session == id.session);
        latest && one.answered_at.is_some()
    });
    unanswered.first().filter(|_| !met && !answered).map(|(_, planned)| planned.missed_at)
}

fn has_link(case: &Case, check_in: CheckInId) -> bool {
    let opens = |purpose: Purpose| purpose == Purpose::CheckIn(check_in);
    case.links.by_id.values().any(|link| opens(link.purpose))
}

#[cfg(test)]
mod tests;
