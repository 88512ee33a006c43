//! Review: the care team looks honestly at what the work did, and decides how it goes on.

use std::collections::BTreeSet;

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::case::{At, Case};
use crate::consultation::Way;
use crate::ending;
use crate::event::{self, Recorded, Who};
use crate::id::{EventId, SessionId, StaffId};
use crate::medicine_session::session::FollowUpKind;
use crate::medicine_session::{self, Fact};
use crate::refusal::Refusal;
use crate::text;

mod seen;

pub use seen::{Seen, SessionSeen, seen};

/// Reviews that one journey holds.
pub const REVIEWS_MAX: usize = 5_000;

/// What can be asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// Sign a review. Needs `Sign` on `ProgressNote` for a therapist, on `Clearance` for a prescriber.
    Sign {
        /// What was seen and decided.
        review: Box<Review>,
        /// In which role it is signed.
        hat: Hat,
    },
    /// As the prescriber, agree to a review that a therapist signed. Needs `Sign` on `Clearance`.
    Agree {
        /// Which.
        review: EventId,
        /// What the prescriber adds.
        words: Option<String>,
    },
}

/// The role in which somebody signs; the permission is asked for by it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Hat {
    /// As the therapist.
    Therapist,
    /// As the prescriber, who carries the medical responsibility.
    Prescriber,
}

/// What was seen and decided.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Review {
    /// What was looked at.
    pub of: Of,
    /// Whether the client was there.
    pub client: ClientPart,
    /// Who else of the care team was there, besides the one who signs.
    #[serde(default, skip_serializing_if = "BTreeSet::is_empty")]
    pub staff: BTreeSet<StaffId>,
    /// What it did, and what it did not.
    pub saw: String,
    /// The client's own words about it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clients_words: Option<String>,
    /// How it goes on.
    pub decision: Decision,
    /// How the pace changes, or how the doses come to rest.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pace: Option<String>,
    /// Why.
    pub reason: String,
    /// The day of the next review, in the practice's zone; none where the journey is to end.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next_on: Option<Date>,
}

/// What a review looks at.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "of", rename_all = "snake_case")]
pub enum Of {
    /// One session.
    Session {
        /// Which.
        session: SessionId,
    },
    /// The course as a whole.
    Course,
}

/// Whether the client took part.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ClientPart {
    /// They were there, and said what they see.
    Present,
    /// They were not there.
    Absent,
}

/// How it goes on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Decision {
    /// As it is.
    GoOn,
    /// At another pace.
    ChangePace,
    /// No session for now.
    Pause,
    /// Fewer, smaller or further apart, towards none.
    Taper,
    /// The journey comes to its end here.
    End,
}

impl Decision {
    /// Every decision, in the order in which it is offered.
    pub const ALL: [Self; 5] = [Self::GoOn, Self::ChangePace, Self::Pause, Self::Taper, Self::End];

    /// Whether no session is opened under it.
    pub fn rests(self) -> bool {
        matches!(self, Self::Pause | Self::End)
    }

    /// Whether it says how the pace changes.
    pub fn has_pace(self) -> bool {
        matches!(self, Self::ChangePace | Self::Taper)
    }
}

/// What has happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type")]
pub enum Event {
    /// So many sessions were held without a review that one fell due.
    ReviewFellDue {
        /// How many.
        sessions: usize,
    },
    /// A review was signed.
    ReviewSigned {
        /// What was seen and decided.
        review: Box<Review>,
        /// In which role it was signed.
        hat: Hat,
    },
    /// The day of the next review was set.
    ReviewPlanned {
        /// The day, in the practice's zone.
        on: Date,
        /// When that day begins.
        from: Timestamp,
    },
    /// The prescriber agreed to a review.
    ReviewAgreed {
        /// Which.
        review: EventId,
        /// What they added.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        words: Option<String>,
    },
}

/// A signed review.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signed {
    /// Its fact.
    pub id: EventId,
    /// When.
    pub at: Timestamp,
    /// By whom.
    pub by: Who,
    /// In which role.
    pub hat: Hat,
    /// What was seen and decided.
    pub review: Review,
    /// That the prescriber agreed, where a therapist had signed.
    pub agreed: Option<Agreed>,
}

/// That the prescriber agreed to a review.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Agreed {
    /// When.
    pub at: Timestamp,
    /// By whom.
    pub by: Who,
    /// What they added.
    pub words: Option<String>,
}

impl Signed {
    /// Since when a prescriber's name stands under it.
    pub fn prescriber_since(&self) -> Option<Timestamp> {
        match self.hat {
            Hat::Prescriber => Some(self.at),
            Hat::Therapist => self.agreed.as_ref().map(|agreed| agreed.at),
        }
    }

    /// Whether it waits for the prescriber.
    pub fn waits_for_prescriber(&self) -> bool {
        self.review.of == Of::Course && self.prescriber_since().is_none()
    }
}

/// The reviews as they stand.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Reviews {
    /// All of them, oldest first.
    pub signed: Vec<Signed>,
    /// After how many sessions without one a review fell due, while it is.
    pub fell_due: Option<usize>,
    /// The day of the next review, in the practice's zone.
    pub next_on: Option<Date>,
    /// How many lie behind an ending that somebody came back from: they decide nothing now.
    behind: usize,
}

impl Reviews {
    /// The latest one since the journey last began: what it decided holds.
    pub fn latest(&self) -> Option<&Signed> {
        self.signed.get(self.behind..).and_then(<[Signed]>::last)
    }

    /// What the latest one decided.
    pub fn decision(&self) -> Option<Decision> {
        self.latest().map(|signed| signed.review.decision)
    }

    /// When a prescriber last put their name under a review of the course.
    pub fn prescriber_saw_course_at(&self) -> Option<Timestamp> {
        let of_course = self.signed.iter().filter(|signed| signed.review.of == Of::Course);
        of_course.filter(|signed| signed.prescriber_since().is_some()).map(|signed| signed.at).max()
    }

    /// Whether a review waits: so many sessions were held, or its day has come.
    pub fn is_due(&self, today: Date) -> bool {
        self.fell_due.is_some() || self.next_on.is_some_and(|on| on <= today)
    }
}

/// Why no new session is opened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rest {
    /// The journey has ended here.
    Ended,
    /// A review decided that it ends; the ending itself is still to be written.
    ToEnd,
    /// A review decided that it rests.
    Paused,
    /// The client said that they want to wait.
    ClientWaits,
    /// Both saw that it is not the time.
    NotNow,
    /// Both saw another path.
    AnotherPath,
}

impl Rest {
    /// What to do about it.
    pub fn refusal(self) -> Refusal {
        match self {
            Self::Ended => Refusal::JourneyEnded,
            Self::ToEnd | Self::Paused => Refusal::JourneyRests,
            Self::ClientWaits => Refusal::ClientWaits,
            Self::NotNow | Self::AnotherPath => Refusal::NotGoingOn,
        }
    }
}

/// Why no new session is opened, if none is; what happened anyway can be recorded all the same.
pub fn rest(case: &Case) -> Option<Rest> {
    if case.endings.current().is_some() {
        return Some(Rest::Ended);
    }
    match case.reviews.decision() {
        Some(Decision::End) => return Some(Rest::ToEnd),
        Some(Decision::Pause) => return Some(Rest::Paused),
        Some(Decision::GoOn | Decision::ChangePace | Decision::Taper) | None => {}
    }
    if case.consultation.not_yet.is_some() {
        return Some(Rest::ClientWaits);
    }
    match ending::way(case) {
        Some(Way::NotNow { .. }) => Some(Rest::NotNow),
        Some(Way::AnotherPath { .. }) => Some(Rest::AnotherPath),
        Some(Way::GoOn) | None => None,
    }
}

/// Dosed sessions since the course was last looked at as a whole, by whomever.
pub fn sessions_since(case: &Case) -> usize {
    let seen_at = case.reviews.signed.iter().rev().find(|one| one.review.of == Of::Course);
    let seen_at = seen_at.map(|signed| signed.at);
    let dosed = case.sessions.dosed();
    let since = dosed.iter().rev().take_while(|(_, session)| {
        let looked_back = session.follow_up.as_ref().is_some_and(|(kind, _)| *kind == FollowUpKind::Course);
        let before = seen_at.is_some_and(|seen| session.first_dose_at().is_some_and(|at| at <= seen));
        !looked_back && !before
    });
    since.count()
}

/// The fact that follows on the end of a visit: a review falls due.
///
/// `clinical.md` 10 [M]: to go on is justified anew after six to eight sessions; the figure is the
/// protocol's. The gate holds the dose at the second one.
pub(crate) fn following(case: &Case, events: &[event::Event], at: &At<'_>) -> Option<event::Event> {
    let ends = |event: &event::Event| {
        let event::Event::MedicineSession(medicine_session::session::Event { fact, .. }) = event else {
            return false;
        };
        matches!(fact, Fact::DischargeDone { .. } | Fact::LeftAgainstAdvice { .. })
    };
    events.iter().any(ends).then_some(())?;
    let dosing = &at.practice.protocol_in_force(at.now)?.protocol.dosing;
    let between = usize::try_from(dosing.sessions_between_reviews.as_ref()?.value).ok()?;
    let sessions = sessions_since(case);
    let due = sessions >= between && case.reviews.fell_due.is_none();
    due.then_some(event::Event::Review(Event::ReviewFellDue { sessions }))
}

/// Decides a command about reviews.
///
/// # Errors
/// When words or a day are missing, somebody named does not walk along, a visit goes on while the
/// journey is to rest, or there is no such review to agree to.
pub fn decide(case: &Case, command: &Command, at: &At<'_>) -> Result<Vec<event::Event>, Refusal> {
    let events = match command {
        Command::Sign { review, hat } => signed(case, review, *hat, at)?,
        Command::Agree { review, words } => {
            let waits = |signed: &Signed| signed.id == *review && signed.prescriber_since().is_none();
            if !case.reviews.signed.iter().any(waits) {
                return Err(Refusal::NoSuchReview);
            }
            vec![Event::ReviewAgreed { review: *review, words: text::optional_paragraph(words.clone())? }]
        }
    };
    Ok(events.into_iter().map(event::Event::Review).collect())
}

fn signed(case: &Case, review: &Review, hat: Hat, at: &At<'_>) -> Result<Vec<Event>, Refusal> {
    if case.endings.current().is_some() {
        return Err(Refusal::JourneyEnded);
    }
    if case.reviews.signed.len() >= REVIEWS_MAX {
        return Err(Refusal::TooMany);
    }
    if !review.staff.iter().all(|staff| case.care_team.people.contains(staff)) {
        return Err(Refusal::NotOnCareTeam);
    }
    if let Of::Session { session } = review.of {
        case.sessions.get(session).ok_or(Refusal::NoSession)?;
    }
    if review.decision.rests() && is_here(case) {
        return Err(Refusal::StillHere);
    }
    let review = review.clone().checked(at.practice.date_at(at.now))?;
    let planned = review.next_on.and_then(|on| {
        let from = on.to_zoned(at.practice.time_zone()).ok()?.timestamp();
        Some(Event::ReviewPlanned { on, from })
    });
    let signed = Event::ReviewSigned { review: Box::new(review), hat };
    Ok(std::iter::once(signed).chain(planned).collect())
}

/// Whether a visit goes on: then nothing is closed behind the client's back.
pub(crate) fn is_here(case: &Case) -> bool {
    let sessions = case.sessions.in_order();
    sessions.iter().any(|(_, session)| session.opened_at.is_some() && !session.is_over())
}

impl Review {
    fn checked(self, today: Date) -> Result<Self, Refusal> {
        let saw = text::paragraph(&self.saw)?.ok_or(Refusal::WordsMissing)?;
        let reason = text::paragraph(&self.reason)?.ok_or(Refusal::ReasonMissing)?;
        let pace = text::optional_paragraph(self.pace)?.filter(|_| self.decision.has_pace());
        if self.decision.has_pace() && pace.is_none() {
            return Err(Refusal::PaceMissing);
        }
        let next_on = self.next_on.filter(|_| self.decision != Decision::End);
        if self.decision != Decision::End && next_on.is_none_or(|on| on <= today) {
            return Err(Refusal::ReviewDayMissing);
        }
        let clients_words = text::optional_paragraph(self.clients_words)?;
        Ok(Self { saw, reason, pace, next_on, clients_words, ..self })
    }
}

impl Reviews {
    /// Takes one more fact in.
    pub fn evolve(&mut self, event: &Event, recorded: &Recorded) {
        let (at, by) = (recorded.occurred_at, recorded.by);
        match event {
            Event::ReviewFellDue { sessions } => self.fell_due = Some(*sessions),
            Event::ReviewSigned { review, hat } => {
                if review.of == Of::Course {
                    self.fell_due = None;
                }
                self.next_on = None;
                let review = review.as_ref().clone();
                self.signed.push(Signed { id: recorded.id, at, by, hat: *hat, review, agreed: None });
            }
            Event::ReviewPlanned { on, .. } => self.next_on = Some(*on),
            Event::ReviewAgreed { review, words } => {
                if let Some(signed) = self.signed.iter_mut().find(|signed| signed.id == *review) {
                    signed.agreed = Some(Agreed { at, by, words: words.clone() });
                }
            }
        }
    }

    /// A prescriber's look back at the course is a review of it as well.
    pub(crate) fn looked_back(&mut self) {
        self.fell_due = None;
    }

    /// Somebody came back: what was decided before the end holds no longer.
    pub(crate) fn begin_anew(&mut self) {
        (self.fell_due, self.next_on) = (None, None);
        self.behind = self.signed.len();
    }
}

#[cfg(test)]
pub(crate) mod tests;
