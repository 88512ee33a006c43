//! What has come of each of the demo's people: whole lives, of which the past is taken.

use jiff::civil::Time;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Span, Timestamp};
use journey::clearance::{self, Decision, Judgement};
use journey::consultation::{self, Discernment, Way};
use journey::integration::{self, Held, PracticeKind};
use journey::medicine_session::Act;
use journey::medicine_session::session::FollowUpKind;
use journey::{Command, SessionId, enquiry, scale};

use super::between;
use super::course::{Course, MINUTES_TO_DOSE, visited};
use super::seeded::Seeded;
use super::words::{Words, words};
use crate::walk::{Answered, Cast, Hand, Milestone, Script, Step, Walker, before, check_in, phq9};

/// What has come of somebody.
#[derive(Debug, Clone, Copy)]
pub(super) enum Life {
    /// Came as far as this.
    Came(Milestone),
    /// The practice said that it is not the place.
    Declined,
    /// Met, and nothing is concluded yet.
    Undecided,
    /// Saw that this is not their path.
    SaidNo,
    /// Wants to wait.
    Paused,
    /// The prescriber wants to know more first.
    Deferred,
    /// Is in the room now, so many minutes after the dose.
    InRoom(i64, Course),
    /// Has had sessions, the last of them so many days ago.
    Walked(Walked),
}

/// Somebody's sessions, and how they were.
#[derive(Debug, Clone, Copy)]
pub(super) struct Walked {
    pub(super) sessions: i64,
    pub(super) last_days_ago: i64,
    pub(super) course: Course,
    pub(super) trend: Trend,
    pub(super) after: After,
}

/// How the questionnaire goes from session to session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Trend {
    Better,
    Same,
    Worse,
}

/// What is heard of somebody afterwards.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum After {
    /// They answer, and come to talk.
    Heard,
    /// They answer now and then.
    Seldom,
    /// Nothing.
    Quiet,
    /// They went on elsewhere.
    Ended,
}

/// Minutes from a dose to the next day's first possible answer, at the latest so many more.
const ANSWERED_WITHIN_MINUTES: i64 = 240;
const SESSION_DAYS: i64 = 12;
const DAY_MINUTES: i64 = 24 * 60;

/// Where and when all this happens.
#[derive(Debug, Clone)]
pub(super) struct Stage<'a> {
    pub(super) cast: &'a Cast,
    pub(super) zone: TimeZone,
    pub(super) now: Timestamp,
}

impl Stage<'_> {
    /// A local time of a day before today.
    fn at(&self, days_ago: i64, hour: i8, minute: i8) -> anyhow::Result<Timestamp> {
        let today = self.now.to_zoned(self.zone.clone()).date();
        let day = today.checked_sub(Span::new().try_days(days_ago)?)?;
        Ok(day.to_datetime(Time::new(hour, minute, 0, 0)?).to_zoned(self.zone.clone())?.timestamp())
    }

    fn earlier(&self, by: SignedDuration) -> anyhow::Result<Timestamp> {
        Ok(self.now.checked_sub(by)?)
    }

    /// Somebody's steps up to now; what they will do later is not told.
    pub(super) fn lived(
        &self,
        walker: &Walker,
        life: Life,
        seeded: &mut Seeded,
    ) -> anyhow::Result<Vec<Step>> {
        let mut steps = match life {
            Life::Came(milestone) => {
                let hours = if milestone == Milestone::Asked {
                    seeded.between(1, 60)
                } else {
                    seeded.between(3, 400)
                };
                let until = self.earlier(SignedDuration::from_mins(hours * 60 + seeded.between(0, 59)))?;
                crate::walk::steps_until(self.cast, walker, milestone, until)?
            }
            Life::Declined | Life::Undecided | Life::SaidNo | Life::Paused | Life::Deferred => {
                self.turned(walker, life, seeded)?
            }
            Life::InRoom(minutes, course) => {
                let opened_at = self.earlier(SignedDuration::from_mins(minutes + MINUTES_TO_DOSE))?;
                let mut script = self.before(walker, opened_at)?;
                visited(&mut script, self.cast, seeded, words(&walker.language), course)?;
                script.into_steps()
            }
            Life::Walked(walked) => self.walked(walker, walked, seeded)?,
        };
        steps.retain(|step| step.at() <= self.now);
        Ok(steps)
    }

    /// Everything before a first visit, so that it can be opened at an instant.
    fn before<'a>(&self, walker: &'a Walker, opened_at: Timestamp) -> anyhow::Result<Script<'a>> {
        let mut as_if = Script::new(walker, opened_at);
        before::up_to(&mut as_if, self.cast, Milestone::Prescribed)?;
        let takes = as_if.at.duration_since(opened_at) + SignedDuration::from_hours(48);
        let mut script = Script::new(walker, opened_at.checked_sub(takes)?);
        before::up_to(&mut script, self.cast, Milestone::Prescribed)?;
        script.at = opened_at;
        Ok(script)
    }

    /// Ways that end, or wait, before any medicine.
    fn turned(&self, walker: &Walker, life: Life, seeded: &mut Seeded) -> anyhow::Result<Vec<Step>> {
        let days = seeded.between(2, 60);
        let from = self.at(days + 8, 11, seeded.small(0, 50).try_into()?)?;
        let mut script = Script::new(walker, from);
        let to = match life {
            Life::Declined => Milestone::Asked,
            Life::Undecided => Milestone::Invited,
            Life::Deferred => Milestone::Told,
            _ => Milestone::Met,
        };
        before::up_to(&mut script, self.cast, to)?;
        script.days(1)?;
        let (hand, command) = match life {
            Life::Declined => {
                let reason = "We are not the right place for this now; here is who may be.".to_owned();
                (Hand::Therapist, Command::Enquiry(enquiry::Command::Decline { reason }))
            }
            Life::Undecided => {
                let spoken = consultation::Spoken {
                    goals: Some(walker.persona.goal.clone()),
                    ..consultation::Spoken::default()
                };
                (Hand::Therapist, Command::Consultation(consultation::Command::Hold(spoken)))
            }
            Life::Deferred => {
                let judgement = Judgement {
                    decision: Decision::Deferred,
                    reason: "First a letter from the cardiologist.".to_owned(),
                    answers: Vec::new(),
                    conditions: Vec::new(),
                    valid_until: None,
                    to_client: None,
                };
                let decide = clearance::Command::Decide { judgement: Box::new(judgement), seen: None };
                (Hand::Prescriber, Command::Clearance(decide))
            }
            Life::Paused => {
                let words = Some("After the summer, when the house is quiet.".to_owned());
                let ask_again_at = Some(self.now.checked_add(SignedDuration::from_hours(24 * 9))?);
                let not_yet = consultation::Command::SayNotYet { words, ask_again_at };
                (Hand::Therapist, Command::Consultation(not_yet))
            }
            _ => (Hand::Therapist, another_path("a pain clinic, for nerve blocks")),
        };
        script.does(hand, command);
        Ok(script.into_steps())
    }

    fn walked(&self, walker: &Walker, walked: Walked, seeded: &mut Seeded) -> anyhow::Result<Vec<Step>> {
        let hour = seeded.between(9, 13).try_into()?;
        let first_days_ago = walked.last_days_ago + (walked.sessions - 1) * SESSION_DAYS;
        let first_visit_at = self.at(first_days_ago, hour, 20)?;
        let mut script = self.before(walker, first_visit_at)?;
        let script = &mut script;
        script.at = first_visit_at.checked_sub(SignedDuration::from_hours(20))?;
        between::at_baseline(script, seeded);
        for number in 0..walked.sessions {
            script.session = session(walker.session, number);
            script.at = self.at(first_days_ago - number * SESSION_DAYS, hour, 20)?;
            let is_last = number == walked.sessions - 1;
            let course = if is_last { walked.course } else { Course::Quiet };
            visited(script, self.cast, seeded, words(&walker.language), course)?;
            let visit = Visit { number, is_last, dosed_at: self.dosed_at(script), walked };
            visit.afterwards(script, seeded)?;
        }
        Ok(std::mem::replace(script, Script::new(walker, self.now)).into_steps())
    }

    /// When the dose of the visit that was just written was given.
    fn dosed_at(&self, script: &Script<'_>) -> Timestamp {
        let sealed_after = SignedDuration::from_mins(MINUTES_FROM_DOSE_TO_SEAL);
        script.at.saturating_sub(sealed_after).unwrap_or(self.now)
    }
}

/// From the dose to the seal: two hours, the closing, going home, and a quarter of an hour.
const MINUTES_FROM_DOSE_TO_SEAL: i64 = 120 + 5 + 5 + 15;

/// One visit that lies behind, seen from the days after it.
struct Visit {
    number: i64,
    is_last: bool,
    dosed_at: Timestamp,
    walked: Walked,
}

impl Visit {
    fn afterwards(&self, script: &mut Script<'_>, seeded: &mut Seeded) -> anyhow::Result<()> {
        let words = words(&script.walker.language);
        let after = if self.is_last { self.walked.after } else { After::Heard };
        if after == After::Quiet {
            return Ok(());
        }
        self.answers(script, seeded, words, after)?;
        if after != After::Seldom {
            self.minutes_on(script, DAY_MINUTES + ANSWERED_WITHIN_MINUTES + 60)?;
            between::body_mapped(script, seeded, self.walked.trend)?;
        }
        self.meets(script, seeded, words)?;
        between::threads_written(script, seeded, words);
        self.minutes_on(script, 7 * DAY_MINUTES + 300)?;
        let points = self.points(script.walker.persona.phq9.iter().sum());
        let occasion = scale::Occasion::AfterSession { session: script.session, day: 7 };
        phq9(script, filled(points, seeded), occasion);
        between::after_session(script, seeded, self.number, self.walked.trend);
        self.minutes_on(script, 8 * DAY_MINUTES)?;
        let finding = "They rested well, and wish to go on.".to_owned();
        script.acts_by(Hand::Prescriber, Act::SignFollowUp { kind: FollowUpKind::Course, finding });
        if after == After::Ended {
            self.minutes_on(script, 16 * DAY_MINUTES)?;
            script.does(Hand::Therapist, another_path("their own therapist, whom they trust"));
        }
        Ok(())
    }

    fn minutes_on(&self, script: &mut Script<'_>, minutes: i64) -> anyhow::Result<()> {
        script.at = self.dosed_at.checked_add(SignedDuration::from_mins(minutes))?;
        Ok(())
    }

    fn answers(
        &self,
        script: &mut Script<'_>,
        seeded: &mut Seeded,
        words: &Words,
        after: After,
    ) -> anyhow::Result<()> {
        let days: &[u16] = match after {
            After::Seldom => &[1],
            _ if self.is_last => &[1, 3, 7, 14],
            _ => &[1, 3, 7],
        };
        for day in days {
            let later = seeded.between(15, ANSWERED_WITHIN_MINUTES);
            self.minutes_on(script, i64::from(*day) * DAY_MINUTES + later)?;
            let good = self.walked.trend == Trend::Better || seeded.between(0, 2) == 0;
            let says = if good { seeded.one_of(&words.good_days) } else { seeded.one_of(&words.hard_days) };
            let lift = u8::from(good) * 2;
            let answered = Answered {
                day: *day,
                sleep_hours: seeded.small(5, 8),
                mood: seeded.small(3, 5) + lift,
                energy: seeded.small(3, 5) + lift,
                pain: seeded.small(4, 6) - lift,
                words: says.to_owned(),
            };
            check_in(script, answered);
        }
        Ok(())
    }

    fn meets(&self, script: &mut Script<'_>, seeded: &mut Seeded, words: &Words) -> anyhow::Result<()> {
        self.minutes_on(script, 2 * DAY_MINUTES + seeded.between(60, 240))?;
        let held = Held {
            came: Some(seeded.one_of(&words.came).to_owned()),
            asks: Some(seeded.one_of(&words.asks).to_owned()),
            agreed: Some(seeded.one_of(&words.agreed).to_owned()),
        };
        script.does(Hand::Therapist, Command::Integration(integration::Command::HoldSession(held)));
        let kind =
            seeded.one_of(&[PracticeKind::Rest, PracticeKind::ReceivingCare, PracticeKind::Mindfulness]);
        let words = seeded.one_of(&words.agreed).to_owned();
        let choose = integration::Command::ChoosePractice { kind, words };
        script.wait(5)?.does(Hand::Therapist, Command::Integration(choose));
        Ok(())
    }

    /// The score a week later, by how it goes with them.
    fn points(&self, before: i64) -> i64 {
        let by = 3 * (self.number + 1);
        let points = match self.walked.trend {
            Trend::Better => before - by,
            Trend::Same => before - self.number % 2,
            Trend::Worse => before + by,
        };
        points.clamp(1, 22)
    }
}

fn another_path(referral: &str) -> Command {
    let discernment = Discernment {
        way: Way::AnotherPath { referral: referral.to_owned() },
        reason: "What they look for is found better there.".to_owned(),
        clients_words: Some("Thank you for saying it plainly.".to_owned()),
    };
    Command::Consultation(consultation::Command::Conclude(discernment))
}

/// Answers to the nine questions that come to so many points; the last one is answered with no.
pub(super) fn filled(points: i64, seeded: &mut Seeded) -> [i64; 9] {
    let mut codes = [0; 9];
    let mut left = points.clamp(0, 24);
    while left > 0 {
        let place = usize::from(seeded.small(0, 7));
        if let Some(code) = codes.get_mut(place).filter(|code| **code < 3) {
            *code += 1;
            left -= 1;
        }
    }
    codes
}

/// One of somebody's sessions; the first is the walker's own.
fn session(first: SessionId, number: i64) -> SessionId {
    let bits = u128::from_be_bytes(first.to_bytes()) ^ u128::from(number.unsigned_abs());
    SessionId::from_bytes(bits.to_be_bytes())
}
