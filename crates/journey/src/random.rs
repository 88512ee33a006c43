//! Random journeys: what holds whatever came before.
//!
//! Commands are drawn from a pool that holds what is usual, what is too early and what is nonsense;
//! most are refused. The dice fall the same way every time.

#![allow(clippy::unwrap_used, reason = "a test that fails says what broke")]

use jiff::SignedDuration;

use crate::case::{At, Case, Command, decide};
use crate::consent::{self, Heard, SafetyTouch, Touch, TouchPlace};
use crate::consultation::{self, Discernment, Spoken, Way};
use crate::ending::FollowUpWish;
use crate::event::{self, Recorded};
use crate::id::{AppointmentId, CommandId, EventId, LinkId, SessionId};
use crate::integration::{self, Answer, CheckInId, Held, Item, PracticeKind, YesOrNo};
use crate::medicine_session::adverse_event::Report;
use crate::medicine_session::charting::{ChartEntry, Group, SlowDown};
use crate::medicine_session::day::{KitItem, RiskFinding};
use crate::medicine_session::discharge::Criterion;
use crate::medicine_session::phase::Phase;
use crate::medicine_session::session::WithoutDose;
use crate::medicine_session::timeline::timeline;
use crate::medicine_session::vitals::Vitals;
use crate::medicine_session::{Act, Command as InSession};
use crate::preparation::{self, Companion, Entry};
use crate::protocol::DoseTier;
use crate::review::{ClientPart, Hat, Of, Review};
use crate::scale::{self, Answered, Occasion, PHQ9};
use crate::story::{STAFF, Story};
use crate::{appointment, care_team, ending, enquiry, link, message, psychotherapy_note, review};

struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % sides
    }

    fn one_of<T: Copy>(&mut self, of: &[T]) -> T {
        of[self.roll(of.len())]
    }
}

/// The sessions that a random journey may have.
const SESSIONS: [SessionId; 2] = [SessionId::from_bytes([5; 16]), SessionId::from_bytes([6; 16])];

/// A journey under the dice.
struct Walk {
    story: Story,
    dice: Dice,
    done: usize,
    refused: usize,
}

impl Walk {
    fn of(seed: u64) -> Self {
        Self { story: Story::invited(), dice: Dice(seed), done: 0, refused: 0 }
    }

    /// Asks one command of the dice, at a moment of the dice.
    fn step(&mut self) {
        let minutes = self.dice.one_of(&[0, 0, 1, 5, 15, 60, 24 * 60]);
        self.story.now += SignedDuration::from_mins(minutes);
        let command = self.command();
        let before = self.story.case.clone();
        let decided = self.ask(&command);
        match decided {
            Ok(events) => {
                let again = matches!(command, Command::CareTeam(_));
                assert!(again || !events.is_empty(), "{command:?} is neither done nor refused");
                self.take(events);
                self.done += 1;
            }
            Err(_) => {
                assert_eq!(self.story.case, before, "a refusal changes nothing: {command:?}");
                self.refused += 1;
            }
        }
        self.happens_always();
    }

    fn ask(&self, command: &Command) -> Result<Vec<event::Event>, crate::Refusal> {
        let story = &self.story;
        let at = At {
            now: story.now,
            occurred_at: story.now,
            by: story.by,
            practice: &story.practice,
            stock: None,
        };
        decide(&story.case, command, &at)
    }

    fn take(&mut self, events: Vec<event::Event>) {
        for (ordinal, body) in (0..).zip(events) {
            let stored = serde_json::to_string(&body).unwrap();
            let body = serde_json::from_str(&stored).unwrap();
            let count = u128::try_from(self.story.history.len()).unwrap();
            let recorded = Recorded {
                id: EventId::derived(CommandId::from_bytes((count << 16).to_be_bytes()), ordinal),
                occurred_at: self.story.now,
                zone: None,
                precision: event::Precision::Second,
                recorded_at: self.story.now,
                device: None,
                protocol_version: None,
                by: self.story.by,
                body,
            };
            self.story.case.evolve(&recorded);
            self.story.history.push(recorded);
        }
    }

    /// What happened can always be recorded: nothing that came before stands in its way.
    fn happens_always(&self) {
        let may = |command: Command| {
            let answer = self.ask(&command);
            assert!(answer.is_ok(), "{answer:?} to {command:?} after {:?}", self.story.history.last());
        };
        for heard in [Heard::FromClient, Heard::InTheRoom] {
            may(Command::Consent(consent::Command::Withdraw { heard, words: Some("no".to_owned()) }));
        }
        for session in SESSIONS {
            let act = |act| Command::MedicineSession(InSession { session, act });
            may(act(outside_dose(&self.story)));
            let Some(stands) = self.story.case.sessions.get(session) else { continue };
            may(act(Act::ReportAdverseEvent(report())));
            if !stands.is_over() {
                let (witness, plan) = ("Sol Pebble".to_owned(), "Sol goes along.".to_owned());
                may(act(Act::LeaveAgainstAdvice { witness, plan }));
            }
        }
    }

    fn command(&mut self) -> Command {
        let words =
            self.dice.one_of(&["a sentence", "", "\u{202e}odd \u{1f469}\u{200d}\u{1f680}"]).to_owned();
        match self.dice.roll(17) {
            0 => Command::Consultation(self.talk(words)),
            1 => Command::Preparation(self.prepare(words)),
            2 => Command::Consent(self.agree(words)),
            3 => Command::Integration(self.integrate(words)),
            4 => Command::Scale(self.fill_in()),
            5 => Command::Link(self.link()),
            6 => Command::Enquiry(enquiry::Command::Decline { reason: words }),
            7 => Command::CareTeam(care_team::Command::Join { staff: STAFF }),
            8 => Command::Review(self.review(words)),
            9 => Command::Ending(self.end(words)),
            10 => Command::Message(self.write(words)),
            11 => Command::Appointment(self.meet(words)),
            12 => Command::PsychotherapyNote(self.note(words)),
            _ => {
                let session = self.dice.one_of(&SESSIONS);
                Command::MedicineSession(InSession { session, act: self.act(words) })
            }
        }
    }

    fn write(&mut self, words: String) -> message::Command {
        use message::Command::{MarkRead, Settle, TakeBack, Write};
        let number = u32::try_from(self.dice.roll(4)).unwrap();
        match self.dice.roll(4) {
            0 => Write { words, seen: number },
            1 => MarkRead { through: number },
            2 => Settle { through: number, words: Some(words) },
            _ => TakeBack { number },
        }
    }

    fn note(&mut self, words: String) -> psychotherapy_note::Command {
        use psychotherapy_note::Command::{AddTo, Write};
        let newest = self.story.case.notes.as_ref().and_then(|notes| notes.all.last());
        match newest {
            Some(note) if self.dice.roll(2) == 0 => AddTo { note: note.id, words },
            _ => Write { words },
        }
    }

    fn meet(&mut self, words: String) -> appointment::Command {
        use appointment::Command::{Book, Cancel, Move, SayWhether};
        let appointment = AppointmentId::from_bytes([u8::try_from(self.dice.roll(3)).unwrap(); 16]);
        let starts_at = self.story.now + SignedDuration::from_hours(self.dice.one_of(&[-1, 1, 48]));
        match self.dice.roll(4) {
            0 => {
                let (kind, with, minutes) = (appointment::Kind::Preparation, [STAFF].into(), 75);
                Book {
                    appointment,
                    booking: appointment::Booking { kind, with, starts_at, minutes, place: Some(words) },
                }
            }
            1 => Move { appointment, starts_at, minutes: None },
            2 => Cancel { appointment, wish: appointment::Wish::Client, words: Some(words) },
            _ => SayWhether { appointment, attendance: appointment::Attendance::Missed },
        }
    }

    fn talk(&mut self, words: String) -> consultation::Command {
        use consultation::Command::{Answer, Ask, Conclude, Hold, Resume, SayNotYet};
        match self.dice.roll(6) {
            0 => Hold(Spoken { goals: Some(words), ..Spoken::default() }),
            1 => Conclude(Discernment { way: Way::GoOn, reason: words, clients_words: None }),
            2 => Ask { question: words },
            3 => Answer { number: u32::try_from(self.dice.roll(3)).unwrap(), answer: words },
            4 => SayNotYet { words: Some(words), ask_again_at: None },
            _ => Resume,
        }
    }

    fn prepare(&mut self, words: String) -> preparation::Command {
        use preparation::Command::{Arrange, Hold, TakeBack, TellFasting, Write};
        match self.dice.roll(6) {
            0 => Write(Entry::Intention { words }),
            1 => Write(Entry::Signal { sign: words.clone(), meaning: words }),
            2 => {
                Arrange { part: Companion::Escort, person: preparation::Person { name: words, phone: None } }
            }
            3 => TellFasting,
            4 => Hold { words: Some(words) },
            _ => TakeBack { number: u32::try_from(self.dice.roll(4)).unwrap() },
        }
    }

    fn agree(&mut self, words: String) -> consent::Command {
        use consent::Command::{Agree, AgreeTouch, Attest, Decline, NarrowTouch, Offer, Sign, Withdraw};
        let clause = consent::DEFAULT.clauses[self.dice.roll(consent::DEFAULT.clauses.len())].id.to_owned();
        let places = [TouchPlace::Hands].into();
        match self.dice.roll(9) {
            0 | 1 => Offer { document: consent::DEFAULT.id.to_owned(), tier: DoseTier::Moderate },
            2 | 3 => Agree { clause, said_back: words },
            4 => Decline { clause, words: Some(words) },
            5 => AgreeTouch(Touch { places, safety: SafetyTouch::Understood }),
            6 => NarrowTouch { places, heard: Heard::InTheRoom },
            7 if self.dice.roll(3) == 0 => Withdraw { heard: Heard::FromClient, words: None },
            7 => Attest,
            _ => Sign { name: words, language: "en".to_owned(), document_sha256: String::new() },
        }
    }

    fn integrate(&mut self, words: String) -> integration::Command {
        use integration::Command::{
            AnswerCheckIn, ChoosePractice, HoldSession, OpenCheckIn, PutOffCheckIn, ResumeCheckIns,
            StopCheckIns,
        };
        let check_in = CheckInId { session: self.dice.one_of(&SESSIONS), day: self.dice.one_of(&[1, 3, 7]) };
        match self.dice.roll(8) {
            0 => OpenCheckIn(check_in),
            1 => AnswerCheckIn { check_in, item: Item::Words, answer: Answer::Words { words } },
            2 => AnswerCheckIn { check_in, item: Item::Mood, answer: Answer::Rating { rating: 11 } },
            3 => PutOffCheckIn(check_in),
            4 => StopCheckIns,
            5 => ResumeCheckIns,
            6 => {
                let answer = Answer::Changed { says: YesOrNo::Yes, which: Some(words) };
                AnswerCheckIn { check_in, item: Item::MedicineChanged, answer }
            }
            _ if self.dice.roll(2) == 0 => HoldSession(Held { came: Some(words), ..Held::default() }),
            _ => ChoosePractice { kind: PracticeKind::Rest, words },
        }
    }

    fn fill_in(&mut self) -> scale::Command {
        let answers = PHQ9.items.iter().filter_map(|item| {
            let code = i64::try_from(self.dice.roll(5)).unwrap();
            (code > 0 || self.dice.roll(4) > 0).then_some(Answered { item: item.number, code })
        });
        let answers = answers.collect();
        scale::Command::Administer { scale: PHQ9.id.to_owned(), answers, occasion: Occasion::Between }
    }

    fn review(&mut self, words: String) -> review::Command {
        let newest = self.story.history.last().map_or(EventId::from_bytes([0; 16]), |fact| fact.id);
        let session = self.dice.one_of(&SESSIONS);
        let today = self.story.practice.date_at(self.story.now);
        let review = Review {
            of: self.dice.one_of(&[Of::Course, Of::Session { session }]),
            client: ClientPart::Absent,
            staff: std::collections::BTreeSet::new(),
            saw: "as it is".to_owned(),
            clients_words: Some(words.clone()),
            decision: self.dice.one_of(&review::Decision::ALL),
            pace: Some("slower".to_owned()),
            reason: words.clone(),
            next_on: today.checked_add(jiff::Span::new().days(self.dice.one_of(&[0, 3, 30]))).ok(),
        };
        match self.dice.roll(4) {
            0 => review::Command::Agree { review: newest, words: Some(words) },
            _ => review::Command::Sign { review: Box::new(review), hat: Hat::Therapist },
        }
    }

    /// Ends now and then, and comes back more often than not, so that the journey goes on.
    fn end(&mut self, words: String) -> ending::Command {
        let farewell = ending::Farewell {
            by: self.dice.one_of(&ending::Side::ALL),
            why: self.dice.one_of(&ending::Why::ALL),
            reason: words.clone(),
            clients_words: None,
            takes_along: Some(words.clone()),
            reachable: "by telephone".to_owned(),
            medicine: self.dice.one_of(&ending::Medicine::ALL),
            medicine_words: Some(words.clone()),
            letter: None,
            follow_up: self.dice.one_of(&[FollowUpWish::Welcome, FollowUpWish::NotWanted]),
        };
        match self.dice.roll(4) {
            0 => ending::Command::End { farewell: Box::new(farewell), hat: Hat::Prescriber },
            _ => ending::Command::Reopen { changed: words, clients_words: None },
        }
    }

    fn link(&mut self) -> link::Command {
        let link = LinkId::from_bytes([u8::try_from(self.dice.roll(4)).unwrap(); 16]);
        let expires_at = self.story.now + SignedDuration::from_hours(self.dice.one_of(&[-1, 24]));
        match self.dice.roll(2) {
            0 => link::Command::Issue { link, purpose: link::Purpose::Home, expires_at },
            _ => link::Command::Revoke { link },
        }
    }

    fn act(&mut self, words: String) -> Act {
        let entry = |group| ChartEntry { group, code: None, words: Some("said".to_owned()), strength: None };
        let newest = self.story.history.last().map_or(EventId::from_bytes([0; 16]), |fact| fact.id);
        match self.dice.roll(23) {
            0 | 1 => Act::Open { room: None },
            2 => Act::ConfirmIdentity,
            3 => Act::AssessRisk { finding: RiskFinding::NoConcern, words: Some(words) },
            4 => Act::ConfirmEscort { name: words },
            5 => Act::CheckKit { items: KitItem::ALL.to_vec() },
            6 => Act::AssignMonitor { monitor: STAFF },
            7 => Act::TakeVitals(Vitals {
                heart_rate_per_minute: Some(72),
                spo2_percent: Some(97),
                ..Vitals::default()
            }),
            8 => Act::DeferVitals { reason: words },
            9 => outside_dose(&self.story),
            10 => Act::AdministerDose { dose_mg: 50, lozenges: 1, hold_minutes: 12 },
            11 => Act::NoticeOnset,
            12 => {
                Act::EnterPhase { phase: self.dice.one_of(&[Phase::Inward, Phase::Return, Phase::Closing]) }
            }
            13 => Act::Chart { entry: entry(Group::Words) },
            14 => Act::SlowDown(SlowDown { came: Some(words), ..SlowDown::default() }),
            15 => Act::Note { text: words },
            16 => Act::Undo { event: newest, because: None },
            17 => Act::TakeBackDose { event: newest, because: words },
            18 => Act::ReportAdverseEvent(report()),
            19 => Act::Discharge { ticked: Criterion::ALL.to_vec(), aldrete: None, left_with: words },
            20 => Act::EndWithoutDose { because: WithoutDose::ClientSaidNo, words: None },
            21 => Act::TakeBackEnding { because: words },
            _ if self.dice.roll(3) == 0 => Act::Seal,
            _ => Act::LeaveAgainstAdvice { witness: "Sol Pebble".to_owned(), plan: words },
        }
    }
}

fn outside_dose(story: &Story) -> Act {
    Act::RecordDoseOutsideGate {
        lozenges: None,
        dose_mg: 50,
        given_at: story.now,
        given_by: "the client".to_owned(),
        why: "taken at the door".to_owned(),
    }
}

fn report() -> Report {
    Report {
        term: "nausea".to_owned(),
        words: None,
        grade: 1,
        action: None,
        outcome: None,
        onset_at: None,
        relatedness: None,
        resolved_at: None,
    }
}

#[test]
fn whatever_came_before_refusals_change_nothing_and_what_happened_is_recorded() {
    let (mut done, mut refused) = (0, 0);
    for seed in 0..40 {
        let mut walk = Walk::of(seed);
        for _ in 0..150 {
            walk.step();
        }
        let replayed = Case::folded(&walk.story.history);
        assert_eq!(replayed, walk.story.case, "seed {seed}: a replay tells another story");
        assert_eq!(crate::card::place(&replayed), crate::card::place(&walk.story.case));
        (done, refused) = (done + walk.done, refused + walk.refused);
    }
    assert!(done > 1_000 && refused > 1_000, "{done} done, {refused} refused");
}

/// Two tablets send what they charted at one moment; whichever comes first, one thing is shown.
#[test]
fn the_order_in_which_entries_of_one_moment_arrive_is_not_seen() {
    let mut compared = 0;
    for seed in 0..60 {
        let mut walk = Walk::of(seed);
        let session = SESSIONS[0];
        walk.take(
            walk.ask(&Command::MedicineSession(InSession { session, act: Act::Open { room: None } }))
                .unwrap(),
        );
        walk.story.now += SignedDuration::from_mins(5);
        let began = walk.story.history.len();
        for _ in 0..6 {
            let entry = walk.dice.one_of(&["quiet", "tears", "warm"]).to_owned();
            let act = match walk.dice.roll(4) {
                0 => Act::Note { text: entry },
                1 => Act::SlowDown(SlowDown { came: Some(entry), ..SlowDown::default() }),
                2 => Act::ReportAdverseEvent(report()),
                _ => Act::Chart {
                    entry: ChartEntry { group: Group::Words, code: None, words: Some(entry), strength: None },
                },
            };
            walk.take(walk.ask(&Command::MedicineSession(InSession { session, act })).unwrap());
        }
        let shown = |history: &[Recorded]| {
            let case = Case::folded(history);
            timeline(case.sessions.get(session).unwrap(), case.chart_of(session))
        };
        let straight = shown(&walk.story.history);
        let mut turned = walk.story.history.clone();
        turned[began..].reverse();
        assert_eq!(shown(&turned), straight, "seed {seed}: reversed");
        let (one, other) = (began + walk.dice.roll(6), began + walk.dice.roll(6));
        turned.swap(one, other);
        assert_eq!(shown(&turned), straight, "seed {seed}: {one} and {other} changed places");
        compared += straight.len();
    }
    assert!(compared > 60 * 6, "{compared}");
}
