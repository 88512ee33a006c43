//! Rooms to look at, each told through the real rules: what they show could have happened.

use std::sync::LazyLock;

use jiff::Timestamp;
use journey::consent::{self, DEFAULT, SafetyTouch, Touch, TouchPlace};
use journey::contact::Details;
use journey::event::Precision;
use journey::health_history::{
    Component, Fact, FactId, FactKind, FactStatus, Measured, Origin, PartialDate, Person, Provenance, Sex,
};
use journey::medicine_session::act::Act;
use journey::medicine_session::charting::{Arose, ChartEntry, Offer, SlowDown, Stopper, Strength};
use journey::medicine_session::day::{DayAnswers, KitItem, LastTaken, RiskFinding};
use journey::medicine_session::discharge::{Aldrete, Criterion};
use journey::medicine_session::dose::HoldEnd;
use journey::medicine_session::phase::Phase;
use journey::medicine_session::seal::Summary;
use journey::medicine_session::vitals::Vitals;
use journey::medicine_session::vocabulary;
use journey::practice::{NewPerson, NewProtocol};
use journey::preparation::{AnchorKind, Companion, Entry, Hardship};
use journey::prescription::{Afterwards, Booster, Custody, Envelope};
use journey::protocol::{DEFAULT_TOML, DoseTier, Protocol};
use journey::staff::Role;
use journey::{
    At, Case, Command, CommandId, Event, EventId, Practice, Recorded, SessionId, StaffId, Who, clearance,
    enquiry, history, medicine_session, practice, preparation, prescription,
};

use super::context::{Look, May, Room};
use crate::samples::instant;

const THERAPIST: StaffId = StaffId::from_bytes([7; 16]);
const SESSION: SessionId = SessionId::from_bytes([22; 16]);

/// One journey as a sample tells it.
struct Story {
    practice: Practice,
    case: Case,
    now: Timestamp,
    told: u32,
}

impl Story {
    /// A practice with a signed protocol, and Maya, who was invited.
    fn new() -> Self {
        let now = instant("2026-04-20T17:00:00Z");
        let mut story = Self { practice: Practice::default(), case: Case::default(), now, told: 0 };
        story.practises(&practice::Command::Found {
            name: "The Willow Practice".into(),
            country: "US".into(),
            zone: "America/Los_Angeles".into(),
            first: NewPerson {
                staff: THERAPIST,
                name: "Ana Sample".into(),
                email: "ana@sample.invalid".into(),
                password_hash: "$argon2id$synthetic".into(),
                roles: vec![Role::Therapist, Role::Prescriber, Role::Monitor],
            },
        });
        let protocol: Protocol = toml::from_str(DEFAULT_TOML).expect("the shipped protocol reads");
        let yes = protocol.needs_a_yes().into_iter().map(|figure| figure.path).collect();
        let expires = day("2027-04-01");
        story.practises(&practice::Command::SignProtocol(Box::new(NewProtocol {
            number: 4,
            protocol,
            yes,
            signed_by: THERAPIST,
            expires,
        })));
        let details = Details {
            name: "Maya Sample".into(),
            email: Some("maya@sample.invalid".into()),
            language: "en".into(),
            ..Details::default()
        };
        story.does(Command::Enquiry(enquiry::Command::Receive { details, brings: None }));
        story.does(Command::Enquiry(enquiry::Command::Invite));
        story
    }

    /// Cleared, consented, prepared, prescribed; the visit begins.
    fn arrived(tier: DoseTier) -> Self {
        let mut story = Self::new();
        story.prepares();
        story.clears(tier);
        story.at("2026-05-14T16:42:00Z");
        story.acts(Act::Open { room: Some("Garden room".into()) });
        story
    }

    /// Every check of the day done.
    fn checked(tier: DoseTier) -> Self {
        let mut story = Self::arrived(tier);
        let hours = |at: &str| Some(LastTaken::At { at: instant(at) });
        let answers = DayAnswers {
            food: hours("2026-05-14T08:30:00Z"),
            fluid: hours("2026-05-14T13:30:00Z"),
            alcohol_or_cannabis: Some(LastTaken::LongAgo),
            intoxicated: Some(false),
            infection: Some(false),
            vomiting: Some(false),
            pregnancy_test: None,
        };
        story.at("2026-05-14T16:46:00Z");
        story.acts(Act::ConfirmIdentity);
        story.acts(Act::AttestConsent);
        story.acts(Act::ReconcileMedicines { changes: None });
        story.acts(Act::AssessRisk { finding: RiskFinding::NoConcern, words: None });
        story.acts(Act::AnswerDay(answers));
        story.acts(Act::ConfirmEscort { name: "Daniel Restrepo".into() });
        story.acts(Act::CheckKit { items: KitItem::NEEDED.to_vec() });
        story.acts(Act::AssignMonitor { monitor: THERAPIST });
        story.acts(Act::ReachPrescriber { how: "555 0142".into() });
        story.at("2026-05-14T16:50:00Z");
        story.vitals(122, 78, 72, 98, 0);
        story.chart("settled");
        story
    }

    /// The dose at 10:02, its hold and its onset.
    fn dosed(tier: DoseTier) -> Self {
        let mut story = Self::checked(tier);
        story.at("2026-05-14T17:02:00Z");
        story.acts(Act::AdministerDose { dose_mg: 75, lozenges: 1, hold_minutes: 12 });
        story.at("2026-05-14T17:06:00Z");
        story.chart("breath-slow-deep");
        story.at("2026-05-14T17:13:30Z");
        story.acts(Act::EndHold { minutes: 12, end: HoldEnd::Swallowed });
        story.at("2026-05-14T17:16:00Z");
        story.acts(Act::NoticeOnset);
        story.at("2026-05-14T17:18:00Z");
        story.set(Vitals {
            heart_rate_per_minute: Some(80),
            spo2_percent: Some(97),
            respiratory_rate_per_minute: Some(14),
            moaas: Some(5),
            dissociation_0_10: Some(3),
            ..Vitals::default()
        });
        story.chart("tingling");
        story
    }

    /// Inward, at minute 38.
    fn inward(tier: DoseTier) -> Self {
        let mut story = Self::dosed(tier);
        story.at("2026-05-14T17:24:00Z");
        story.acts(Act::EnterPhase { phase: Phase::Inward });
        story.chart("breath-slow-deep");
        story.at("2026-05-14T17:27:00Z");
        story.chart("tears");
        story.chart("hand-signal");
        story.at("2026-05-14T17:29:00Z");
        story.chart("blanket");
        story.at("2026-05-14T17:32:00Z");
        story.vitals(138, 86, 88, 97, 5);
        story.at("2026-05-14T17:35:00Z");
        story.chart("quiet");
        story.said("a-word", "the house by the river");
        story.at("2026-05-14T17:39:30Z");
        story.chart("long-sigh");
        story.at("2026-05-14T17:40:12Z");
        story
    }

    /// Closing, at minute 128, with two things missing.
    fn closing() -> Self {
        let mut story = Self::inward(DoseTier::Psycholytic);
        story.at("2026-05-14T17:47:00Z");
        story.vitals(146, 88, 90, 97, 6);
        story.at("2026-05-14T18:02:00Z");
        story.vitals(140, 86, 84, 97, 5);
        story.at("2026-05-14T18:12:00Z");
        story.acts(Act::EnterPhase { phase: Phase::Return });
        story.at("2026-05-14T18:32:00Z");
        story.vitals(130, 82, 78, 98, 2);
        story.at("2026-05-14T18:48:00Z");
        story.acts(Act::EnterPhase { phase: Phase::Grounding });
        story.chart("water");
        story.chart("weight-of-the-body");
        story.said("first-words", "It’s quieter in here than I thought.");
        story.at("2026-05-14T18:56:00Z");
        story.acts(Act::EnterPhase { phase: Phase::Closing });
        story.chart("food");
        story.at("2026-05-14T19:04:00Z");
        story.vitals(126, 80, 74, 98, 0);
        let part = 2;
        story.acts(Act::ScoreAldrete(Aldrete {
            activity: part,
            respiration: part,
            circulation: part,
            consciousness: part,
            oxygen: part,
        }));
        let ticked = [
            Criterion::Oriented,
            Criterion::FluidsKept,
            Criterion::SafetyAsked,
            Criterion::AfterCareGiven,
            Criterion::EmergencyContactConfirmed,
        ];
        for criterion in ticked {
            story.acts(Act::Tick { criterion });
        }
        story.at("2026-05-14T19:10:40Z");
        story
    }

    fn ready() -> Self {
        let mut story = Self::closing();
        story.acts(Act::Tick { criterion: Criterion::SteadyGait });
        story.acts(Act::Tick { criterion: Criterion::EscortPresent });
        story
    }

    fn left() -> Self {
        let mut story = Self::ready();
        story.at("2026-05-14T19:16:00Z");
        story.acts(Act::Discharge { ticked: vec![], aldrete: None, left_with: "Daniel Restrepo".into() });
        story
    }

    fn prepares(&mut self) {
        let entries = [
            Entry::Intention { words: "To set one thing down.".into() },
            Entry::Intention { words: "To look at the year without bracing.".into() },
            Entry::Signal { sign: "A hand raised".into(), meaning: "Come near, say nothing.".into() },
            Entry::Signal { sign: "Palm down".into(), meaning: "Leave me be.".into() },
            Entry::Anchor { kind: AnchorKind::Place, words: "the porch in the rain".into() },
            Entry::Anchor { kind: AnchorKind::Breath, words: "out longer than in".into() },
            Entry::Help { when: Hardship::Fear, words: "My name, and where I am.".into() },
        ];
        for entry in entries {
            self.does(Command::Preparation(preparation::Command::Write(entry)));
        }
        let person = preparation::Person { name: "Daniel Restrepo".into(), phone: Some("555 0199".into()) };
        self.does(Command::Preparation(preparation::Command::Arrange { part: Companion::Escort, person }));
    }

    fn clears(&mut self, tier: DoseTier) {
        let birth_date = PartialDate::new("1984-02-01").ok();
        let person = Person { birth_date, sex: Sex::Male, ..Person::default() };
        self.does(Command::History(history::Command::TellPerson(person)));
        self.does(Command::History(history::Command::AddByHand { fact: Box::new(weight()) }));
        let judgement = Box::new(clearance::Judgement {
            decision: clearance::Decision::Cleared,
            reason: "nothing speaks against it".into(),
            answers: Vec::new(),
            conditions: Vec::new(),
            valid_until: Some(day("2026-10-01")),
            to_client: None,
        });
        self.does(Command::Clearance(clearance::Command::Decide { judgement, seen: None }));
        self.does(Command::Consent(consent::Command::Offer { document: DEFAULT.id.into(), tier }));
        for clause in DEFAULT.required() {
            let said_back = "in my own words".into();
            self.does(Command::Consent(consent::Command::Agree { clause: clause.id.into(), said_back }));
        }
        self.does(Command::Consent(consent::Command::AgreeTouch(Touch {
            places: [TouchPlace::Hands].into_iter().collect(),
            safety: SafetyTouch::Understood,
        })));
        self.does(Command::Consent(consent::Command::Sign {
            name: "Maya Sample".into(),
            language: "en".into(),
            document_sha256: "ab".repeat(32),
        }));
        let envelope = Box::new(Envelope {
            strength_mg: 75,
            lozenges: 8,
            tier,
            most_mg_per_session: 100,
            booster: Some(Booster { mg: 25, earliest_minute: 15 }),
            hold_minutes: 12,
            afterwards: Afterwards::Swallow,
            valid_until: day("2026-06-30"),
            reason_above_usual_cap: None,
            custody: Custody::default(),
        });
        self.does(Command::Prescription(prescription::Command::Prescribe { envelope, seen: None }));
    }

    fn at(&mut self, now: &str) {
        self.now = instant(now);
    }

    fn vitals(&mut self, high: i64, low: i64, heart: i64, oxygen: i64, far: i64) {
        self.set(Vitals {
            systolic_mmhg: Some(high),
            diastolic_mmhg: Some(low),
            heart_rate_per_minute: Some(heart),
            spo2_percent: Some(oxygen),
            respiratory_rate_per_minute: Some(14),
            moaas: Some(5),
            dissociation_0_10: Some(far),
            ..Vitals::default()
        });
    }

    fn set(&mut self, vitals: Vitals) {
        self.acts(Act::TakeVitals(vitals));
    }

    fn chart(&mut self, code: &str) {
        let group = vocabulary::find(code).expect("a word of the vocabulary").group;
        let entry = ChartEntry { group, code: Some(code.into()), words: None, strength: None };
        self.acts(Act::Chart { entry });
    }

    fn said(&mut self, code: &str, words: &str) {
        let group = vocabulary::find(code).expect("a word of the vocabulary").group;
        let (code, words) = (Some(code.into()), Some(words.into()));
        self.acts(Act::Chart { entry: ChartEntry { group, code, words, strength: None } });
    }

    fn last(&self) -> EventId {
        let chart = self.case.chart_of(SESSION).expect("something was charted");
        chart.record().last().expect("something was charted").id
    }

    fn acts(&mut self, act: Act) {
        self.does(Command::MedicineSession(medicine_session::Command { session: SESSION, act }));
    }

    /// Sends what a tablet has kept since then.
    fn sends(&mut self, since: &str, act: Act) {
        let now = self.now;
        self.at(since);
        self.does_at(Command::MedicineSession(medicine_session::Command { session: SESSION, act }), now);
        self.now = now;
    }

    fn does(&mut self, command: Command) {
        self.does_at(command, self.now);
    }

    fn does_at(&mut self, command: Command, now: Timestamp) {
        let by = Who::Staff { staff: THERAPIST };
        let at = At { now, occurred_at: self.now, by, practice: &self.practice, stock: None };
        let events = journey::case::decide(&self.case, &command, &at).expect("a sample keeps the rules");
        for body in events {
            let recorded = self.recorded(body);
            self.case.evolve(&recorded);
        }
    }

    fn practises(&mut self, command: &practice::Command) {
        for body in practice::decide(&self.practice, command, self.now).expect("a sample keeps the rules") {
            let recorded = self.recorded(body);
            self.practice.evolve(&recorded);
        }
    }

    fn recorded(&mut self, body: Event) -> Recorded {
        self.told += 1;
        let command = CommandId::from_bytes(u128::from(self.told).to_be_bytes());
        Recorded {
            id: EventId::derived(command, 0),
            occurred_at: self.now,
            zone: Some("America/Los_Angeles".into()),
            precision: Precision::Second,
            recorded_at: self.now,
            device: None,
            protocol_version: Some(4),
            by: Who::Staff { staff: THERAPIST },
            body,
        }
    }

    fn room(&self, may: May) -> Room {
        Room { walks_alone: false, ..self.alone(may) }
    }

    /// As it is where one person of the practice walks along.
    fn alone(&self, may: May) -> Room {
        Room::of(&Look {
            client: &format!("{:032x}", 7),
            name: "Maya Sample",
            session: SESSION,
            case: &self.case,
            practice: &self.practice,
            may,
            reader: Some(THERAPIST),
            now: self.now,
        })
        .expect("the session of the sample")
    }
}

fn day(text: &str) -> jiff::civil::Date {
    text.parse().expect("samples write their days in RFC 3339")
}

fn weight() -> Fact {
    Fact {
        id: FactId("weight".into()),
        kind: FactKind::Observation,
        text: "Body weight".into(),
        codes: Vec::new(),
        status: FactStatus::Past,
        date: PartialDate::new("2026-05-01").ok(),
        end: None,
        last_confirmed: None,
        value: Some(Measured {
            components: vec![Component { loinc: Some("29463-7".into()), value: 75.0, unit: "kg".into() }],
        }),
        finding: None,
        details: Vec::new(),
        provenance: Provenance { origin: Origin::ByHand, document: None, resource: None },
    }
}

/// A sealed session with its summary.
pub(crate) fn sealed() -> (Room, Summary) {
    static TOLD: LazyLock<(Room, Summary)> = LazyLock::new(sealing);
    TOLD.clone()
}

fn sealing() -> (Room, Summary) {
    let mut story = Story::left();
    story.acts(Act::Note { text: "Went well; quiet on the way out.".into() });
    story.at("2026-05-14T19:24:00Z");
    story.acts(Act::Seal);
    let session = story.case.sessions.get(SESSION).expect("the session of the sample");
    let summary = session.sealed.as_ref().expect("it was sealed").summary.clone();
    (story.room(May::THERAPIST), summary)
}

/// A session in which three things were charted, and nothing else: it is a whole session.
pub(crate) fn three_entries() -> Room {
    let mut story = Story::checked(DoseTier::Psycholytic);
    story.at("2026-05-14T17:02:00Z");
    story.acts(Act::AdministerDose { dose_mg: 75, lozenges: 1, hold_minutes: 12 });
    story.at("2026-05-14T17:30:00Z");
    story.acts(Act::EnterPhase { phase: Phase::Inward });
    story.chart("quiet");
    story.at("2026-05-14T19:16:00Z");
    story.acts(Act::LeaveAgainstAdvice {
        witness: "Ana Sample".into(),
        plan: "Daniel drives, and calls at six".into(),
    });
    story.room(May::THERAPIST)
}

/// Every state of the room; told once, since each story is long.
pub fn samples() -> Vec<(&'static str, Room)> {
    static TOLD: LazyLock<Vec<(&'static str, Room)>> = LazyLock::new(told);
    TOLD.clone()
}

type States = Vec<(&'static str, Room)>;

/// Told in parts, so that not all stories lie on the stack at once.
fn told() -> States {
    [on_the_way(), asking_for_a_hand(), corrected_and_slowed(), with_a_panel_open(), alone()].concat()
}

/// What a broken line leaves behind: a dose that two tablets say, and a reader who was signed out.
fn alone() -> States {
    let mut twice = Story::dosed(LIGHT);
    twice.at("2026-05-14T17:12:00Z");
    twice.sends("2026-05-14T17:03:00Z", Act::AdministerDose { dose_mg: 75, lozenges: 1, hold_minutes: 12 });
    vec![
        ("question", twice.room(May::THERAPIST)),
        ("question-monitor", twice.room(May::MONITOR)),
        ("door", Room { open: Some("door"), ..Story::inward(LIGHT).room(May::THERAPIST) }),
    ]
}

const LIGHT: DoseTier = DoseTier::Psycholytic;

fn on_the_way() -> States {
    let prescriber = May { pass: true, record: true, ..May::default() };
    let mut deep = Story::inward(DoseTier::Moderate);
    deep.said("a-word", "a blue light, very far");
    let mut stopped = Story::inward(LIGHT);
    stopped.acts(Act::StopEarly { by: Stopper::Client, words: None });
    vec![
        ("gate-closed", Story::arrived(LIGHT).room(May::THERAPIST)),
        ("gate-monitor", Story::arrived(LIGHT).room(May::MONITOR)),
        ("gate-prescriber", Story::arrived(LIGHT).room(prescriber)),
        ("gate-alone", Story::arrived(LIGHT).alone(May::THERAPIST)),
        ("gate-open", Story::checked(LIGHT).room(May::THERAPIST)),
        ("onset", Story::dosed(LIGHT).room(May::THERAPIST)),
        ("inward", Story::inward(LIGHT).room(May::THERAPIST)),
        ("inward-moderate", deep.room(May::THERAPIST)),
        ("stopped", stopped.room(May::THERAPIST)),
        ("closing", Story::closing().room(May::THERAPIST)),
        ("ready", Story::ready().room(May::THERAPIST)),
        ("left", Story::left().room(May::THERAPIST)),
    ]
}

/// Values that ask for a look, for a hand, for help.
fn asking_for_a_hand() -> States {
    let mut acting = Story::inward(LIGHT);
    acting.at("2026-05-14T17:47:00Z");
    acting.vitals(164, 94, 96, 97, 5);
    acting.at("2026-05-14T17:47:40Z");
    let mut looking = Story::inward(LIGHT);
    looking.at("2026-05-14T17:47:00Z");
    looking.vitals(146, 88, 90, 97, 5);
    looking.at("2026-05-14T17:47:40Z");
    let asked = looking.room(May::THERAPIST);
    looking.acts(Act::AskRecheck { minutes: 10 });
    let mut grave = Story::inward(LIGHT);
    grave.at("2026-05-14T17:47:00Z");
    grave.vitals(128, 80, 58, 86, 8);
    grave.at("2026-05-14T17:47:20Z");
    vec![
        ("act", acting.room(May::THERAPIST)),
        ("vitals", Room { open: Some("vitals"), ..acting.room(May::THERAPIST) }),
        ("look", asked),
        ("look-again", looking.room(May::THERAPIST)),
        ("grave", grave.room(May::THERAPIST)),
        ("emergency", Room { open: Some("emergency"), ..grave.room(May::THERAPIST) }),
        ("emergency-monitor", Room { open: Some("emergency"), ..grave.room(May::MONITOR) }),
        ("act-card", Room { open: Some("act-oxygen"), ..grave.room(May::THERAPIST) }),
    ]
}

fn corrected_and_slowed() -> States {
    let mut slow = Story::inward(LIGHT);
    slow.acts(Act::SlowDown(SlowDown {
        arose: Some(Arose::Fear),
        offered: vec![Offer::Voice, Offer::Hand],
        came: None,
    }));
    let mut corrected = Story::inward(LIGHT);
    let event = corrected.last();
    corrected.acts(Act::Undo { event, because: None });
    let entry = ChartEntry {
        group: journey::medicine_session::charting::Group::Body,
        code: Some("trembling".into()),
        words: None,
        strength: Some(Strength::Strong),
    };
    corrected.acts(Act::Chart { entry });
    vec![
        ("slow-down", slow.room(May::THERAPIST)),
        ("slowing", Room { open: Some("slow"), ..slow.room(May::THERAPIST) }),
        ("corrected", corrected.room(May::MONITOR)),
        ("correcting", Room { open: Some("correct"), ..corrected.room(May::THERAPIST) }),
        ("entries", Room { open: Some("entries"), ..corrected.room(May::THERAPIST) }),
    ]
}

fn with_a_panel_open() -> States {
    let opened = |name, panel, story: Story| {
        let room = Room { open: Some(panel), ..story.room(May::THERAPIST) };
        (name, room)
    };
    vec![
        opened("give", "give", Story::checked(LIGHT)),
        opened("day", "gate-G13", Story::arrived(LIGHT)),
        opened("people", "gate-G15", Story::arrived(LIGHT)),
        opened("card", "card", Story::inward(LIGHT)),
        opened("help", "help", Story::inward(LIGHT)),
        opened("act-card-safety", "act-safety", Story::inward(LIGHT)),
        opened("act-card-pressure", "act-pressure", Story::inward(LIGHT)),
        opened("phases", "phase", Story::inward(LIGHT)),
        opened("aldrete", "aldrete", Story::closing()),
        opened("adverse", "adverse", Story::inward(LIGHT)),
    ]
}
