//! Appointments: who meets whom, when, for how long; nobody is in two places at once.
//!
//! What is booked lies beside name and address, so that whoever books reads no record. The time it
//! takes of those who meet is told to the practice's own stream in the same act, without the client:
//! the rule sees everybody's times, and nobody's journey.

use std::collections::{BTreeMap, BTreeSet};

use jiff::{SignedDuration, Timestamp};
use serde::{Deserialize, Serialize};

use crate::case::{At, Case};
use crate::event::{self, Recorded, Who};
use crate::id::{AppointmentId, StaffId};
use crate::practice::{self, Practice};
use crate::protocol::Protocol;
use crate::refusal::Refusal;
use crate::staff::{Role, Status};
use crate::text;

/// Appointments that one journey holds.
pub const APPOINTMENTS_MAX: usize = 10_000;
/// Shortest and longest appointment that can be meant, in minutes.
pub const MINUTES: std::ops::RangeInclusive<u16> = 5..=600;

/// What can be asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// Book an appointment. Needs `Create` on `Appointment`.
    Book {
        /// Its id, made where the act was done.
        appointment: AppointmentId,
        /// What is booked.
        booking: Booking,
    },
    /// Move an appointment to another time. Needs `Amend` on `Appointment`.
    Move {
        /// Which.
        appointment: AppointmentId,
        /// When it begins from now on.
        starts_at: Timestamp,
        /// How long it lasts, in minutes; as before where nothing is said.
        minutes: Option<u16>,
    },
    /// Cancel an appointment. Needs `Amend` on `Appointment`.
    Cancel {
        /// Which.
        appointment: AppointmentId,
        /// At whose wish.
        wish: Wish,
        /// What was said about it.
        words: Option<String>,
    },
    /// Say whether they came; the latest word counts. Needs `Amend` on `Appointment`.
    SayWhether {
        /// Which.
        appointment: AppointmentId,
        /// Whether they came.
        attendance: Attendance,
    },
}

/// What an appointment is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// A first talk.
    Consultation,
    /// A preparation.
    Preparation,
    /// A medicine session.
    MedicineSession,
    /// An integration session.
    Integration,
    /// A review of how it goes.
    Review,
}

impl Kind {
    /// Every kind, in the order of the path.
    pub const ALL: [Self; 5] =
        [Self::Consultation, Self::Preparation, Self::MedicineSession, Self::Integration, Self::Review];

    /// How long it usually lasts, in minutes, by a protocol that says so.
    pub fn usual_minutes(self, protocol: &Protocol) -> Option<i64> {
        let lengths = protocol.appointments.as_ref();
        match self {
            Self::MedicineSession => Some(protocol.course.end_minutes.value),
            Self::Consultation => lengths.map(|lengths| lengths.consultation_minutes.value),
            Self::Preparation => lengths.map(|lengths| lengths.preparation_minutes.value),
            Self::Integration => lengths.map(|lengths| lengths.integration_minutes.value),
            Self::Review => lengths.map(|lengths| lengths.review_minutes.value),
        }
    }
}

/// What is booked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Booking {
    /// What for.
    pub kind: Kind,
    /// With whom of the practice.
    pub with: BTreeSet<StaffId>,
    /// When it begins.
    pub starts_at: Timestamp,
    /// How long it lasts.
    pub minutes: u16,
    /// Where: a room, or how one meets.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<String>,
}

impl Booking {
    /// When it ends.
    pub fn ends_at(&self) -> Timestamp {
        let lasts = SignedDuration::from_mins(i64::from(self.minutes));
        self.starts_at.saturating_add(lasts).unwrap_or(Timestamp::MAX)
    }
}

/// At whose wish an appointment was cancelled; both are good reasons.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Wish {
    /// The client's.
    Client,
    /// The practice's.
    Practice,
}

/// Whether they came. Not coming has its reasons; none is asked for here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Attendance {
    /// It took place.
    Came,
    /// They did not come, and nobody had cancelled.
    Missed,
}

/// What has happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type")]
pub enum Event {
    /// An appointment was booked.
    AppointmentBooked {
        /// Its id.
        appointment: AppointmentId,
        /// What was booked.
        booking: Booking,
    },
    /// An appointment was moved.
    AppointmentMoved {
        /// Which.
        appointment: AppointmentId,
        /// When it begins from now on.
        starts_at: Timestamp,
        /// How long it lasts from now on.
        minutes: u16,
    },
    /// An appointment was cancelled.
    AppointmentCancelled {
        /// Which.
        appointment: AppointmentId,
        /// At whose wish.
        wish: Wish,
        /// What was said about it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        words: Option<String>,
    },
    /// Somebody said whether they came.
    AttendanceSaid {
        /// Which.
        appointment: AppointmentId,
        /// Whether they came.
        attendance: Attendance,
    },
}

/// How an appointment was cancelled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cancelled {
    /// When.
    pub at: Timestamp,
    /// Who recorded it.
    pub by: Who,
    /// At whose wish.
    pub wish: Wish,
    /// What was said about it.
    pub words: Option<String>,
}

/// One appointment as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Appointment {
    /// What is booked.
    pub booking: Booking,
    /// Who booked it.
    pub by: Who,
    /// When and by whom it was moved, the last time last.
    pub moved: Vec<(Timestamp, Who)>,
    /// How it was cancelled, if it was.
    pub cancelled: Option<Cancelled>,
    /// Whether they came, who said so and when; the latest word.
    pub attendance: Option<(Attendance, Who, Timestamp)>,
}

/// The appointments as they stand.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Appointments {
    /// All of them, the cancelled ones included.
    pub by_id: BTreeMap<AppointmentId, Appointment>,
}

impl Appointments {
    /// Those that stand, in the order of time.
    pub fn standing(&self) -> Vec<(AppointmentId, &Booking)> {
        let kept = self.by_id.iter().filter(|(_, one)| one.cancelled.is_none());
        let mut kept: Vec<_> = kept.map(|(id, one)| (*id, &one.booking)).collect();
        kept.sort_by_key(|(id, booking)| (booking.starts_at, *id));
        kept
    }

    /// Those that stand and are not over, the next one first.
    pub fn ahead(&self, now: Timestamp) -> impl Iterator<Item = &Booking> {
        let standing = self.standing().into_iter().map(|(_, booking)| booking);
        standing.filter(move |booking| now < booking.ends_at())
    }
}

/// Decides a command about appointments.
///
/// # Errors
/// When its time is over, somebody is elsewhere then, or there is no such appointment.
pub fn decide(case: &Case, command: &Command, at: &At<'_>) -> Result<Vec<event::Event>, Refusal> {
    match command {
        Command::Book { appointment, booking } => {
            let kept = &case.appointments.by_id;
            if kept.contains_key(appointment) {
                return Err(Refusal::NothingNew);
            }
            if kept.len() >= APPOINTMENTS_MAX {
                return Err(Refusal::TooMany);
            }
            let booking = booking.clone().checked(at.practice)?;
            let taken = free(*appointment, &booking, at)?;
            Ok(both(Event::AppointmentBooked { appointment: *appointment, booking }, taken))
        }
        Command::Move { appointment, starts_at, minutes } => {
            let before = ahead(case, *appointment, at)?;
            let minutes = minutes.unwrap_or(before.minutes);
            let booking = Booking { starts_at: *starts_at, minutes, ..before.clone() };
            if booking == *before {
                return Err(Refusal::NothingNew);
            }
            let taken = free(*appointment, &booking.checked(at.practice)?, at)?;
            let (appointment, starts_at) = (*appointment, *starts_at);
            Ok(both(Event::AppointmentMoved { appointment, starts_at, minutes }, taken))
        }
        Command::Cancel { appointment, wish, words } => {
            ahead(case, *appointment, at)?;
            let words = text::optional_paragraph(words.clone())?;
            let (appointment, wish) = (*appointment, *wish);
            let freed = practice::Event::TimeFreed { appointment };
            Ok(both(Event::AppointmentCancelled { appointment, wish, words }, freed))
        }
        Command::SayWhether { appointment, attendance } => {
            let one = standing(case, *appointment)?;
            if at.now < one.booking.starts_at {
                return Err(Refusal::AppointmentAhead);
            }
            if one.attendance.is_some_and(|(said, ..)| said == *attendance) {
                return Err(Refusal::NothingNew);
            }
            let (appointment, attendance) = (*appointment, *attendance);
            Ok(vec![event::Event::Appointment(Event::AttendanceSaid { appointment, attendance })])
        }
    }
}

fn both(event: Event, of_practice: practice::Event) -> Vec<event::Event> {
    vec![event::Event::Appointment(event), event::Event::Practice(of_practice)]
}

fn standing(case: &Case, appointment: AppointmentId) -> Result<&Appointment, Refusal> {
    let kept = case.appointments.by_id.get(&appointment).filter(|one| one.cancelled.is_none());
    kept.ok_or(Refusal::NoSuchAppointment)
}

/// What is over is neither moved nor cancelled: it was.
fn ahead<'a>(case: &'a Case, appointment: AppointmentId, at: &At<'_>) -> Result<&'a Booking, Refusal> {
    let booking = &standing(case, appointment)?.booking;
    if at.now < booking.ends_at() { Ok(booking) } else { Err(Refusal::AppointmentOver) }
}

/// The time that it takes, if everybody who meets has it.
fn free(appointment: AppointmentId, booking: &Booking, at: &At<'_>) -> Result<practice::Event, Refusal> {
    let (from, until) = (booking.starts_at, booking.ends_at());
    if from < at.now {
        return Err(Refusal::TimeIsPast);
    }
    if booking.in_the_way(appointment, at.practice).next().is_some() {
        return Err(Refusal::DoubleBooked);
    }
    let taken = practice::Taken { with: booking.with.clone(), from, until };
    Ok(practice::Event::TimeTaken { appointment, taken })
}

impl Booking {
    fn checked(self, practice: &Practice) -> Result<Self, Refusal> {
        let with_people = |role: &Role| matches!(role, Role::Therapist | Role::Prescriber | Role::Monitor);
        let meets = |staff: &StaffId| {
            let member = practice.people.get(staff);
            member
                .is_some_and(|member| member.status == Status::Active && member.roles.iter().any(with_people))
        };
        if self.with.is_empty() || !self.with.iter().all(meets) {
            return Err(Refusal::NoSuchPerson);
        }
        if !MINUTES.contains(&self.minutes) {
            return Err(Refusal::LengthImpossible);
        }
        Ok(Self { place: text::optional_line(self.place)?, ..self })
    }

    /// Times of other appointments that somebody who is to meet has already given away.
    pub fn in_the_way<'a>(
        &'a self,
        appointment: AppointmentId,
        practice: &'a Practice,
    ) -> impl Iterator<Item = &'a practice::Taken> {
        let (from, until) = (self.starts_at, self.ends_at());
        let others = practice.taken.iter().filter(move |(id, _)| **id != appointment);
        others.map(|(_, taken)| taken).filter(move |taken| {
            taken.from < until && from < taken.until && !taken.with.is_disjoint(&self.with)
        })
    }
}

impl Appointments {
    /// Takes one more fact in.
    pub fn evolve(&mut self, event: &Event, recorded: &Recorded) {
        let (at, by) = (recorded.occurred_at, recorded.by);
        match event {
            Event::AppointmentBooked { appointment, booking } => {
                let booking = booking.clone();
                let booked =
                    Appointment { booking, by, moved: Vec::new(), cancelled: None, attendance: None };
                self.by_id.insert(*appointment, booked);
            }
            Event::AppointmentMoved { appointment, starts_at, minutes } => {
                if let Some(one) = self.by_id.get_mut(appointment) {
                    one.booking.starts_at = *starts_at;
                    one.booking.minutes = *minutes;
                    one.moved.push((at, by));
                }
            }
            Event::AppointmentCancelled { appointment, wish, words } => {
                if let Some(one) = self.by_id.get_mut(appointment) {
                    one.cancelled = Some(Cancelled { at, by, wish: *wish, words: words.clone() });
                }
            }
            Event::AttendanceSaid { appointment, attendance } => {
                if let Some(one) = self.by_id.get_mut(appointment) {
                    one.attendance = Some((*attendance, by, at));
                }
            }
        }
    }
}

#[cfg(test)]
mod tests;
