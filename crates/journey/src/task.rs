//! Tasks: what waits for a person of the practice, since when, until when, and who took it.
//!
//! A task is opened by a fact and named by it: there is no second list to keep true. What is added
//! here is who took it and how it ended. A risk answer ends by an assessment and by nothing else.

use jiff::{SignedDuration, Span, Timestamp};
use serde::{Deserialize, Serialize};

use crate::case::{At, Case};
use crate::clearance::About;
use crate::event::{self, Recorded, Who};
use crate::id::{EventId, SessionId, StaffId};
use crate::integration::{self, Answer, CheckInId, Item, medicine};
use crate::medicine_session::session::FollowUpKind;
use crate::medicine_session::{Fact, Session, adverse_event, chart, session};
use crate::message;
use crate::practice::Practice;
use crate::refusal::Refusal;
use crate::scale;
use crate::staff::{Role, Status};
use crate::{clearance, ending, prescription, review, text};

/// Tasks that one journey holds.
pub const TASKS_MAX: usize = 10_000;

/// What can be asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// Ask something of those who walk with the client. Needs `Create` on `Task`.
    Ask {
        /// Of whom; of any of them, where nobody is named.
        of: Option<StaffId>,
        /// What is asked.
        words: String,
        /// About what of the screening, where it is asked from there.
        about: Option<About>,
    },
    /// Take a task: it is mine now. Needs `Amend` on `Task`.
    Take {
        /// Which.
        task: EventId,
    },
    /// Hand a task on to somebody who walks with the client. Needs `Amend` on `Task`.
    HandOn {
        /// Which.
        task: EventId,
        /// To whom.
        to: StaffId,
    },
    /// End a task, with what was done. Needs `Amend` on `Task`.
    End {
        /// Which.
        task: EventId,
        /// What was done.
        words: String,
    },
}

/// What has happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type")]
pub enum Event {
    /// Somebody asked something of those who walk with the client.
    TaskAsked {
        /// Of whom; of any of them, where nobody is named.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        of: Option<StaffId>,
        /// What is asked.
        words: String,
        /// About what of the screening, where it was asked from there.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        about: Option<About>,
    },
    /// Check-ins in a row told of very little sleep with much energy.
    ShortSleepShown {
        /// At the latest of them.
        check_in: CheckInId,
    },
    /// Somebody took a task.
    TaskTaken {
        /// The fact that opened it.
        task: EventId,
    },
    /// A task was handed on.
    TaskHandedOn {
        /// The fact that opened it.
        task: EventId,
        /// To whom.
        to: StaffId,
    },
    /// A task was ended.
    TaskEnded {
        /// The fact that opened it.
        task: EventId,
        /// What was done.
        words: String,
    },
}

/// What a task is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Kind {
    /// An answer showed a risk.
    RiskAnswer,
    /// Very little sleep with much energy, which may be mania.
    ShortSleep,
    /// New trouble with passing water.
    UrinarySymptom,
    /// Wanting more of the medicine.
    Craving,
    /// The client says that a medicine or supplement was begun, stopped or changed.
    MedicineChanged,
    /// An adverse event that was more than mild.
    AdverseEvent {
        /// Its grade.
        grade: u8,
    },
    /// A dose that nothing had authorised.
    DoseOutsideGate,
    /// The client left before it was safe: somebody calls.
    LeftAgainstAdvice,
    /// A count of lozenges does not match what ought to be there.
    CountMismatch,
    /// Lozenges were taken, and nobody knows how many: what is left is to be counted.
    CountAsked,
    /// A prescriber is asked to pass a condition of the gate, while somebody waits.
    PassAsked {
        /// In which session.
        session: SessionId,
        /// Of whom.
        of: StaffId,
    },
    /// The history has changed since the prescriber cleared the person.
    ClearanceReopened,
    /// So many sessions were held that the care team looks at the course.
    ReviewDue,
    /// The day of the next review has come.
    ReviewDay,
    /// A review of the course waits for the prescriber.
    ReviewToAgree,
    /// Somebody asks how they are, after the end.
    FollowUp {
        /// So many months after it.
        months: u16,
    },
    /// The client wrote, and waits for an answer.
    Message,
    /// The client answered a question of the screening: it waits to be read.
    Answered,
    /// Somebody asked.
    Asked {
        /// Of whom; of any of those who walk along, where nobody is named.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        of: Option<StaffId>,
    },
}

/// How near to harm what a task is about may be; the nearest comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Nearness {
    /// Somebody said that they may harm themselves.
    Risk,
    /// Somebody waits at the gate, or in it.
    AtTheGate,
    /// Somebody left before it was safe.
    Left,
    /// Something unwanted happened.
    AdverseEvent,
    /// All else, by when it is due.
    Other,
}

impl Kind {
    /// How near to harm it may be.
    pub fn nearness(self) -> Nearness {
        match self {
            Self::RiskAnswer => Nearness::Risk,
            Self::PassAsked { .. } => Nearness::AtTheGate,
            Self::LeftAgainstAdvice => Nearness::Left,
            Self::AdverseEvent { .. } | Self::DoseOutsideGate => Nearness::AdverseEvent,
            Self::ShortSleep
            | Self::UrinarySymptom
            | Self::Craving
            | Self::MedicineChanged
            | Self::Answered
            | Self::CountMismatch
            | Self::CountAsked
            | Self::ClearanceReopened
            | Self::ReviewDue
            | Self::ReviewDay
            | Self::ReviewToAgree
            | Self::FollowUp { .. }
            | Self::Message
            | Self::Asked { .. } => Nearness::Other,
        }
    }

    /// Whether a life may hang on it, so that everyone is told that somebody is needed.
    pub fn is_for_a_life(self) -> bool {
        match self {
            Self::RiskAnswer | Self::LeftAgainstAdvice => true,
            Self::AdverseEvent { grade } => adverse_event::is_severe(grade),
            _ => false,
        }
    }

    /// Whether words end it; the others end by what they ask for, and by nothing else.
    pub fn ends_by_words(self) -> bool {
        !matches!(
            self,
            Self::RiskAnswer
                | Self::Message
                | Self::CountMismatch
                | Self::CountAsked
                | Self::AdverseEvent { .. }
                | Self::PassAsked { .. }
        )
    }

    /// Whether the clock stops when somebody takes it; the promise of an answer is kept by an answer.
    pub fn is_kept_by_taking(self) -> bool {
        self != Self::Message
    }
}

/// Who has a task, and since when.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Owner {
    /// Who.
    pub staff: StaffId,
    /// Since when.
    pub since: Timestamp,
}

/// How a task ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ended {
    /// When.
    pub at: Timestamp,
    /// By whom.
    pub by: Who,
    /// What was done, where it was said here.
    pub words: Option<String>,
}

/// One task as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Task {
    /// The fact that opened it.
    pub id: EventId,
    /// What it is about.
    pub kind: Kind,
    /// When what it is about happened.
    pub happened_at: Timestamp,
    /// When it was opened: nobody could have seen it before. What is planned opens at its day.
    pub opened_at: Timestamp,
    /// Who opened it.
    pub by: Who,
    /// What was asked, where somebody asked.
    pub words: Option<String>,
    /// About what of the screening, where it was asked from there.
    pub about: Option<About>,
    /// Everyone who had it, the one who has it last.
    pub owners: Vec<Owner>,
    /// How it ended, once it has.
    pub ended: Option<Ended>,
}

/// What arrives later than this after it was said is told with both times.
const ARRIVED_LATE: SignedDuration = SignedDuration::from_mins(5);

impl Task {
    /// When the client said it, where it waited without signal and arrived later.
    ///
    /// Its clock counts from the arrival: nobody could have seen it before.
    pub fn said_at(&self) -> Option<Timestamp> {
        let late = self.by == Who::Client && self.opened_at.duration_since(self.happened_at) > ARRIVED_LATE;
        late.then_some(self.happened_at)
    }

    /// Whether it waits.
    pub fn is_open(&self) -> bool {
        self.ended.is_none()
    }

    /// Who has it now.
    pub fn owner(&self) -> Option<Owner> {
        self.owners.last().copied()
    }
}

/// Every task of a journey, in the order in which they were opened.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tasks {
    /// All of them, the ended ones included.
    pub all: Vec<Task>,
}

impl Tasks {
    /// Those that wait, the oldest first.
    pub fn open(&self) -> impl Iterator<Item = &Task> {
        self.all.iter().filter(|task| task.is_open())
    }

    /// Those that wait already; what is planned for a later day is not among them.
    pub fn waiting(&self, now: Timestamp) -> impl Iterator<Item = &Task> {
        self.open().filter(move |task| task.opened_at <= now)
    }

    /// One that waits.
    pub fn open_one(&self, task: EventId) -> Option<&Task> {
        self.open().find(|one| one.id == task)
    }
}

/// Until when a task is to be seen, by the protocol and the hours that stood when it was opened.
///
/// A risk answer has the protocol's minutes, a message the open days that the practice stated, all
/// else the same day; each is counted inside the practice's hours, where it has stated any. Without
/// a protocol a risk answer is due at once.
pub fn due_at(kind: Kind, opened_at: Timestamp, practice: &Practice) -> Timestamp {
    let (hours, zone) = (practice.hours_at(opened_at), practice.time_zone());
    match kind {
        Kind::RiskAnswer => {
            let signed = practice.protocol_in_force(opened_at);
            let minutes = signed.map_or(0, |signed| signed.protocol.risk.task_minutes.value);
            let round_the_clock = || opened_at.checked_add(Span::new().try_minutes(minutes).ok()?).ok();
            match hours {
                Some(hours) => hours.after_minutes(opened_at, minutes, &zone),
                None => round_the_clock(),
            }
        }
        // Somebody waits at the gate.
        Kind::PassAsked { .. } => Some(opened_at),
        _ => match hours {
            Some(hours) if kind == Kind::Message => hours.after_days(opened_at, hours.message_days, &zone),
            Some(hours) => hours.end_of_day(opened_at, &zone),
            None => end_of_calendar_day(opened_at, practice),
        },
    }
    .unwrap_or(opened_at)
}

fn end_of_calendar_day(at: Timestamp, practice: &Practice) -> Option<Timestamp> {
    let next_day = practice.date_at(at).tomorrow().ok()?;
    next_day.to_zoned(practice.time_zone()).ok().map(|day| day.timestamp())
}

/// Until when a risk answer that is given now is to be seen; none where nothing can be promised.
///
/// A promise needs both: a signed protocol with its minutes, and hours that the practice has stated.
pub fn promised_by(now: Timestamp, practice: &Practice) -> Option<Timestamp> {
    practice.protocol_in_force(now)?;
    practice.hours_at(now)?;
    Some(due_at(Kind::RiskAnswer, now, practice))
}

/// Decides a command about tasks.
///
/// # Errors
/// When who acts is no clinician, no such task is open, or it ends in another way.
pub fn decide(case: &Case, command: &Command, at: &At<'_>) -> Result<Vec<event::Event>, Refusal> {
    let me = clinician(at)?;
    let walks = |staff: &StaffId| case.care_team.people.contains(staff);
    let open = |task: EventId| case.tasks.open_one(task).ok_or(Refusal::NoSuchTask);
    let event = match command {
        Command::Ask { of, words, about } => {
            if case.tasks.all.len() >= TASKS_MAX {
                return Err(Refusal::TooMany);
            }
            if of.as_ref().is_some_and(|staff| !walks(staff)) {
                return Err(Refusal::NotOnCareTeam);
            }
            let words = text::paragraph(words)?.ok_or(Refusal::WordsMissing)?;
            Event::TaskAsked { of: *of, words, about: about.clone() }
        }
        Command::Take { task } => match open(*task)?.owner() {
            Some(owner) if owner.staff == me => return Err(Refusal::NothingNew),
            Some(_) => return Err(Refusal::TaskTaken),
            None => Event::TaskTaken { task: *task },
        },
        Command::HandOn { task, to } => {
            let owner = open(*task)?.owner();
            if !walks(to) {
                return Err(Refusal::NotOnCareTeam);
            }
            if owner.is_some_and(|owner| owner.staff == *to) {
                return Err(Refusal::NothingNew);
            }
            Event::TaskHandedOn { task: *task, to: *to }
        }
        Command::End { task, words } => {
            match open(*task)?.kind {
                Kind::RiskAnswer => return Err(Refusal::RiskNotAssessed),
                Kind::Message => return Err(Refusal::MessageNotAnswered),
                Kind::PassAsked { .. } => return Err(Refusal::PassNotAnswered),
                Kind::CountMismatch => return Err(Refusal::CountNotReviewed),
                Kind::CountAsked => return Err(Refusal::NotCounted),
                Kind::AdverseEvent { .. } => return Err(Refusal::EventNotClosed),
                _ => {}
            }
            let words = text::paragraph(words)?.ok_or(Refusal::WordsMissing)?;
            Event::TaskEnded { task: *task, words }
        }
    };
    Ok(vec![event::Event::Task(event)])
}

/// Who acts, if their work is with people: the desk may book, and takes nothing clinical.
fn clinician(at: &At<'_>) -> Result<StaffId, Refusal> {
    let Who::Staff { staff } = at.by else { return Err(Refusal::NotAClinician) };
    let member = at.practice.people.get(&staff).ok_or(Refusal::NotAClinician)?;
    let clinical = member.roles.contains(&Role::Therapist) || member.roles.contains(&Role::Prescriber);
    if member.status == Status::Active && clinical { Ok(staff) } else { Err(Refusal::NotAClinician) }
}

/// The fact that follows on an answer about sleep or energy: very little of one, much of the other.
///
/// `clinical.md` 1.4 [D]: such nights in a row may be mania; the figures are the protocol's.
pub(crate) fn following(case: &Case, events: &[event::Event], at: &At<'_>) -> Option<event::Event> {
    let answered = events.iter().find_map(|event| match event {
        event::Event::Integration(integration::Event::CheckInAnswered { check_in, item, answer }) => {
            Some((*check_in, *item, answer))
        }
        _ => None,
    });
    let (check_in, item, answer) =
        answered.filter(|(_, item, _)| matches!(item, Item::SleepHours | Item::Energy))?;
    let figures = &at.practice.protocol_in_force(at.now)?.protocol.risk;
    let energy = figures.short_sleep_energy.as_ref()?.value;
    let nights = usize::try_from(figures.short_sleep_nights.value).ok()?;
    let before = CheckInId { day: 0, ..check_in }..check_in;
    let kept = case.integration.check_ins.get(&check_in).map(|kept| kept.answers.clone());
    let mut this = kept.unwrap_or_default();
    this.insert(item, answer.clone());
    let earlier = case.integration.check_ins.range(before).rev().map(|(_, kept)| &kept.answers);
    let latest: Vec<_> = std::iter::once(&this).chain(earlier).take(nights).collect();
    let short = |answers: &&std::collections::BTreeMap<Item, Answer>| {
        let slept = answers.get(&Item::SleepHours).and_then(number);
        let awake = answers.get(&Item::Energy).and_then(number);
        slept.is_some_and(|hours| figures.short_sleep_hours.value.crossed_by(hours))
            && awake.is_some_and(|rating| energy.crossed_by(rating))
    };
    let shown = latest.len() == nights && latest.iter().all(short);
    shown.then_some(event::Event::Task(Event::ShortSleepShown { check_in }))
}

fn number(answer: &Answer) -> Option<i64> {
    match answer {
        Answer::Hours { hours } => Some(i64::from(*hours)),
        Answer::Rating { rating } => Some(i64::from(*rating)),
        Answer::YesOrNo { .. } | Answer::Changed { .. } | Answer::Words { .. } | Answer::Skipped => None,
    }
}

/// Takes one more fact in: what it opens, what it ends, who took what.
pub(crate) fn follow(case: &mut Case, recorded: &Recorded) {
    use event::Event as Happened;
    match &recorded.body {
        Happened::Task(event) => case.tasks.evolve(event, recorded),
        Happened::Scale(scale::Event::RiskShown { .. }) => case.tasks.begin(Kind::RiskAnswer, recorded),
        Happened::Scale(scale::Event::RiskAssessed { .. }) => {
            let seen =
                |task: &Task| task.kind == Kind::RiskAnswer && task.happened_at <= recorded.occurred_at;
            case.tasks.end(seen, recorded, None);
        }
        Happened::Integration(integration::Event::CheckInAnswered { item, answer, .. }) => {
            let yes = answer.is_yes();
            match item {
                Item::UrinarySymptom if yes => case.tasks.begin_once(Kind::UrinarySymptom, recorded),
                Item::Craving if yes => case.tasks.begin_once(Kind::Craving, recorded),
                Item::MedicineChanged if yes => case.tasks.begin_once(Kind::MedicineChanged, recorded),
                _ => {}
            }
        }
        Happened::SessionChart(chart::Event {
            charted: chart::Charted::MedicinesReconciled { changes: Some(words) },
            ..
        }) if medicine::says_a_change(words) => case.tasks.begin_once(Kind::MedicineChanged, recorded),
        Happened::Message(event) => case.tasks.follow_message(event, &case.messages, recorded),
        Happened::MedicineSession(session::Event { session, fact }) => {
            case.tasks.follow_session(fact, recorded);
            follow_adverse_events(case, fact, recorded);
            follow_asks(case, *session, fact, recorded);
            follow_count(case, recorded);
        }
        Happened::History(_) => {
            let cleared = case.clearance.latest().is_some_and(|one| one.judgement.decision.is_yes());
            if cleared && case.clearance.reopened(case.history.revision) {
                case.tasks.begin_once(Kind::ClearanceReopened, recorded);
            }
        }
        Happened::Clearance(clearance::Event::ClearanceReopened { .. }) => {
            case.tasks.begin_once(Kind::ClearanceReopened, recorded);
        }
        Happened::Clearance(clearance::Event::ClearanceDecided { .. }) => {
            let seen = |task: &Task| {
                matches!(task.kind, Kind::ClearanceReopened | Kind::MedicineChanged | Kind::Answered)
            };
            case.tasks.end(seen, recorded, None);
        }
        Happened::Review(event) => case.tasks.follow_review(event, recorded),
        Happened::Ending(event) => {
            case.tasks.follow_ending(event, recorded);
            let cleared = case.clearance.latest().is_some_and(|one| one.judgement.decision.is_yes());
            if matches!(event, ending::Event::JourneyReopened { .. }) && cleared {
                case.tasks.begin_once(Kind::ClearanceReopened, recorded);
            }
        }
        Happened::Prescription(_) => follow_count(case, recorded),
        _ => {}
    }
}

/// An adverse event that is more than mild waits until it was written how it ended, and, where it
/// was severe, until a prescriber has reviewed it as well.
fn follow_adverse_events(case: &mut Case, fact: &Fact, recorded: &Recorded) {
    let (id, words) = match fact {
        Fact::AdverseEventReported(_) => (recorded.id, None),
        Fact::AdverseEventFollowedUp { event, follow_up } => (*event, follow_up.words.as_ref()),
        Fact::Reviewed { event, finding } => (*event, Some(finding)),
        _ => return,
    };
    let found = case.sessions.in_order().into_iter().find_map(|(_, session)| {
        let event = session.adverse_event(id)?;
        let settled = !event.is_severe() || session.review_of(id).is_some();
        Some((event.report.grade, !event.is_open() && settled))
    });
    match found {
        Some((_, true)) => case.tasks.end(|task| task.id == id, recorded, words),
        Some((grade, false)) if grade > *adverse_event::GRADES.start() && id == recorded.id => {
            case.tasks.begin(Kind::AdverseEvent { grade }, recorded);
        }
        _ => {}
    }
}

/// What is asked at the gate waits until it is answered, or until the gate decides nothing any more.
fn follow_asks(case: &mut Case, session: SessionId, fact: &Fact, recorded: &Recorded) {
    if let Fact::PassAsked { of, words, .. } = fact {
        case.tasks.begin(Kind::PassAsked { session, of: *of }, recorded);
        if let Some(asked) = case.tasks.all.last_mut() {
            asked.words = Some(words.clone());
        }
        return;
    }
    let open = case.sessions.get(session).into_iter().flat_map(Session::open_asks);
    let open: Vec<EventId> = open.map(|one| one.id).collect();
    let over = |task: &Task| {
        matches!(task.kind, Kind::PassAsked { session: of, .. } if of == session) && !open.contains(&task.id)
    };
    case.tasks.end(over, recorded, None);
}

/// A count that does not match waits for the prescriber until it was reviewed or put right.
fn follow_count(case: &mut Case, recorded: &Recorded) {
    if let event::Event::Prescription(prescription::Event::CountAsked { .. }) = &recorded.body {
        case.tasks.begin_once(Kind::CountAsked, recorded);
    } else if !case.prescriptions.all.iter().any(|one| one.count_asked) {
        case.tasks.end(|task| task.kind == Kind::CountAsked, recorded, None);
    }
    let open: Vec<EventId> = case.prescriptions.open_differences().map(|one| one.line).collect();
    if open.is_empty() {
        let finding = match &recorded.body {
            event::Event::Prescription(prescription::Event::CountReviewed { finding, .. }) => Some(finding),
            event::Event::Prescription(prescription::Event::CountCorrected { because, .. }) => Some(because),
            _ => None,
        };
        case.tasks.end(|task| task.kind == Kind::CountMismatch, recorded, finding);
    } else if open.contains(&recorded.id) {
        case.tasks.begin_once(Kind::CountMismatch, recorded);
    } else if !case.tasks.open().any(|task| task.kind == Kind::CountMismatch) {
        case.tasks.begin(Kind::CountMismatch, recorded);
    }
}

impl Tasks {
    fn evolve(&mut self, event: &Event, recorded: &Recorded) {
        let since = recorded.recorded_at;
        match event {
            Event::TaskAsked { of, words, about } => {
                self.begin(Kind::Asked { of: *of }, recorded);
                if let Some(asked) = self.all.last_mut() {
                    asked.words = Some(words.clone());
                    asked.about.clone_from(about);
                }
            }
            Event::ShortSleepShown { .. } => self.begin_once(Kind::ShortSleep, recorded),
            Event::TaskTaken { task } => {
                if let Who::Staff { staff } = recorded.by {
                    self.give(*task, Owner { staff, since });
                }
            }
            Event::TaskHandedOn { task, to } => self.give(*task, Owner { staff: *to, since }),
            Event::TaskEnded { task, words } => {
                self.end(|one| one.id == *task, recorded, Some(words));
            }
        }
    }

    fn follow_session(&mut self, fact: &Fact, recorded: &Recorded) {
        match fact {
            Fact::LeftAgainstAdvice { .. } => self.begin(Kind::LeftAgainstAdvice, recorded),
            Fact::DoseGivenOutsideGate { .. } => self.begin(Kind::DoseOutsideGate, recorded),
            Fact::FollowUpSigned { kind: FollowUpKind::Course, finding } => {
                self.end(|task| task.kind == Kind::ReviewDue, recorded, Some(finding));
            }
            Fact::Reviewed { event, finding } => {
                let outside = |task: &Task| task.kind == Kind::DoseOutsideGate && task.id == *event;
                self.end(outside, recorded, Some(finding));
            }
            Fact::EnteredInError { event, because } => {
                self.end(|task| task.id == *event, recorded, Some(because));
            }
            _ => {}
        }
    }

    fn follow_review(&mut self, event: &review::Event, recorded: &Recorded) {
        match event {
            review::Event::ReviewFellDue { .. } => self.begin_once(Kind::ReviewDue, recorded),
            review::Event::ReviewSigned { review: signed, hat } => {
                let of_course = signed.of == review::Of::Course;
                // A review of one session sets the next day anew, and leaves the course as it stood.
                let over = |kind| kind == Kind::ReviewDay || (of_course && kind == Kind::ReviewDue);
                self.end(|task| over(task.kind), recorded, Some(&signed.reason));
                if of_course && *hat == review::Hat::Therapist {
                    self.begin(Kind::ReviewToAgree, recorded);
                }
            }
            review::Event::ReviewPlanned { from, .. } => self.begin_at(Kind::ReviewDay, recorded, *from),
            review::Event::ReviewAgreed { review, words } => {
                self.end(|task| task.id == *review, recorded, words.as_ref());
            }
        }
    }

    fn follow_ending(&mut self, event: &ending::Event, recorded: &Recorded) {
        match event {
            ending::Event::JourneyEnded { farewell, .. } => {
                let review = [Kind::ReviewDue, Kind::ReviewDay, Kind::ReviewToAgree];
                self.end(|task| review.contains(&task.kind), recorded, Some(&farewell.reason));
            }
            ending::Event::FollowUpPlanned { months, from, .. } => {
                self.begin_at(Kind::FollowUp { months: *months }, recorded, *from);
            }
            ending::Event::JourneyReopened { changed, .. } => {
                self.end(|task| matches!(task.kind, Kind::FollowUp { .. }), recorded, Some(changed));
            }
        }
    }

    /// A message waits until nothing of the client's does: an answer, or taking it back, ends it.
    fn follow_message(&mut self, event: &message::Event, messages: &message::Messages, recorded: &Recorded) {
        let settled = match event {
            message::Event::MessageWritten { answers, .. } if recorded.by == Who::Client => {
                let kind = if answers.is_some() { Kind::Answered } else { Kind::Message };
                return self.begin_once(kind, recorded);
            }
            message::Event::MessagesSettled { words, .. } => words.as_ref(),
            _ => None,
        };
        if messages.waiting().next().is_none() {
            self.end(|task| task.kind == Kind::Message, recorded, settled);
        }
        if messages.to_be_read().next().is_none() {
            self.end(|task| task.kind == Kind::Answered, recorded, settled);
        }
    }

    fn begin(&mut self, kind: Kind, recorded: &Recorded) {
        self.begin_at(kind, recorded, recorded.recorded_at);
    }

    /// What is planned waits from its own time on, though it is known before.
    fn begin_at(&mut self, kind: Kind, recorded: &Recorded, opened_at: Timestamp) {
        self.all.push(Task {
            id: recorded.id,
            kind,
            happened_at: recorded.occurred_at,
            opened_at,
            by: recorded.by,
            words: None,
            about: None,
            owners: Vec::new(),
            ended: None,
        });
    }

    /// While one of this kind waits for somebody to take it, its clock is the stricter one.
    fn begin_once(&mut self, kind: Kind, recorded: &Recorded) {
        if !self.open().any(|task| task.kind == kind && task.owners.is_empty()) {
            self.begin(kind, recorded);
        }
    }

    fn give(&mut self, task: EventId, owner: Owner) {
        if let Some(task) = self.all.iter_mut().find(|one| one.id == task) {
            task.owners.push(owner);
        }
    }

    fn end(&mut self, which: impl Fn(&Task) -> bool, recorded: &Recorded, words: Option<&String>) {
        for task in self.all.iter_mut().filter(|task| task.ended.is_none() && which(task)) {
            task.ended = Some(Ended { at: recorded.occurred_at, by: recorded.by, words: words.cloned() });
        }
    }
}

#[cfg(test)]
mod tests;
