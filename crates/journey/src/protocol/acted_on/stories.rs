//! What whole cases decide under a protocol: visits, scales, prescriptions, what is planned.
//!
//! A protocol that nobody could sign decides nothing here: then the shipped one speaks, so that no
//! figure counts as sensed only because its other values are refused.

#![allow(clippy::unwrap_used, reason = "a test that fails says what broke")]

use jiff::{SignedDuration, Span, Timestamp};

use crate::appointment;
use crate::clearance::{self, Decision, Judgement};
use crate::consent::{self, DEFAULT as CONSENT};
use crate::consultation::{self, Discernment, Spoken, Way};
use crate::gate::{BoosterInput, GateInput};
use crate::health_history::{Import, PartialDate, Person, Sex};
use crate::history;
use crate::id::SessionId;
use crate::integration::{self, Answer, CheckInId, Item, YesOrNo};
use crate::medicine_session::adverse_event::Report;
use crate::medicine_session::discharge::{Aldrete, Criterion, Leaving, missing};
use crate::medicine_session::gate_input::gate_input;
use crate::medicine_session::phase::expected;
use crate::medicine_session::vitals::Vitals;
use crate::medicine_session::vitals_due::{may_defer, vitals_due};
use crate::medicine_session::{Act, Command as InSession};
use crate::prescription::{self, Afterwards, Booster, Custody, Envelope, FirstSession, Witness};
use crate::protocol::{DoseTier, Protocol};
use crate::scale::{
    self, Answered, GAD7, Occasion, PCL5, PHQ9, Scale, Scored, deteriorated, proposed, shown,
};
use crate::story::{Story, date, default_protocol, instant};
use crate::{stock, task};

const SESSION: SessionId = SessionId::from_bytes([5; 16]);

fn under(protocol: &Protocol) -> Story {
    let fit = protocol.check().is_empty();
    Story::under(if fit { protocol.clone() } else { default_protocol() })
}

fn act(story: &mut Story, act: Act) -> &mut Story {
    story.does(InSession { session: SESSION, act })
}

fn dose(story: &mut Story, session: SessionId, dose_mg: i64) {
    let given_at = story.now;
    let (given_by, why) = ("S. Sample".to_owned(), "told by the client".to_owned());
    story.does(InSession { session, act: Act::Open { room: None } });
    story.does(InSession {
        session,
        act: Act::RecordDoseOutsideGate { lozenges: None, dose_mg, given_at, given_by, why },
    });
}

fn left(story: &mut Story, session: SessionId) {
    let (witness, plan) = ("Sol Pebble".to_owned(), "calls at noon".to_owned());
    story.does(InSession { session, act: Act::LeaveAgainstAdvice { witness, plan } });
}

fn scored(story: &mut Story, scale: &Scale, points: i64) {
    let most = scale.items[0].choices.last().unwrap().code;
    let counted = scale.items.iter().filter(|item| item.scored == Scored::Counts);
    let mut rest = points;
    let answers = counted.map(|item| {
        let code = rest.min(most);
        rest -= code;
        Answered { item: item.number, code }
    });
    let (scale, answers) = (scale.id.to_owned(), answers.collect());
    story.does(scale::Command::Administer { scale, answers, occasion: Occasion::Between });
}

/// So many sessions, four days apart, with nothing tested.
pub(super) fn tests_after_sessions(protocol: &Protocol) -> String {
    let mut story = under(protocol);
    let mut said = String::new();
    for number in 1..=30 {
        story.now += SignedDuration::from_hours(96);
        let session = SessionId::from_bytes([number; 16]);
        dose(&mut story, session, 50);
        left(&mut story, session);
        let today = story.practice.date_at(story.now);
        let signed = story.practice.protocol_in_force(story.now).unwrap();
        let lacks = clearance::lacks_tests_after_sessions(&story.case, &signed.protocol, today);
        said.push_str(&format!("{lacks}{:?}", story.case.reviews.fell_due));
    }
    said
}

/// Answers to item nine, the task's clock, and nights of little sleep.
pub(super) fn answers(protocol: &Protocol) -> String {
    let story = under(protocol);
    let signed = story.practice.protocol_in_force(story.now).unwrap();
    let item_9 = |code| shown(&PHQ9, &[Answered { item: 9, code }], Some(&signed.protocol));
    let by = task::due_at(task::Kind::RiskAnswer, story.now, &story.practice);
    let risks: Vec<_> = (0..=3).map(item_9).collect();
    let mut said = format!("{risks:?}{by}");
    for (hours, energy) in [(2, 9), (3, 7), (4, 7), (3, 6), (7, 8)] {
        let mut story = under(protocol);
        dose(&mut story, SESSION, 50);
        left(&mut story, SESSION);
        let dosed_at = story.now;
        for day in [1, 3, 7] {
            story.now = dosed_at + SignedDuration::from_hours(24 * i64::from(day));
            let check_in = CheckInId { session: SESSION, day };
            for (item, answer) in [
                (Item::SleepHours, Answer::Hours { hours }),
                (Item::Energy, Answer::Rating { rating: energy }),
            ] {
                let told = story.tries(integration::Command::AnswerCheckIn { check_in, item, answer });
                said.push_str(&format!("{told:?}"));
            }
            said.push_str(&format!(
                "{:?}",
                story.case.tasks.all.iter().map(|one| one.kind).collect::<Vec<_>>()
            ));
        }
    }
    said
}

/// Scores, adverse events and signs of misuse, each by one more.
pub(super) fn worse(protocol: &Protocol) -> String {
    let mut said = String::new();
    for scale in [&PHQ9, &GAD7, &PCL5] {
        for rise in (2..8).chain(12..18) {
            let mut story = under(protocol);
            scored(&mut story, scale, 2);
            story.now += SignedDuration::from_hours(24);
            scored(&mut story, scale, 2 + rise);
            let signed = story.practice.protocol_in_force(story.now).unwrap();
            let found = deteriorated(&story.case, &signed.protocol);
            said.push_str(&format!("{:?}", found.iter().map(|one| one.is_reliable()).collect::<Vec<_>>()));
        }
    }
    for grade in 1..=4 {
        let mut story = under(protocol);
        dose(&mut story, SESSION, 50);
        let report = Report { term: "nausea".to_owned(), grade, ..Report::default() };
        act(&mut story, Act::ReportAdverseEvent(report));
        left(&mut story, SESSION);
        said.push_str(&open_reviews(&story));
    }
    said + &misuse(protocol)
}

/// Days of craving in a row, with nothing else in the way.
fn misuse(protocol: &Protocol) -> String {
    let mut story = under(protocol);
    dose(&mut story, SESSION, 50);
    left(&mut story, SESSION);
    let open = story.case.sessions.get(SESSION).unwrap().open_incidents();
    let event = open.first().unwrap().id;
    act(&mut story, Act::Review { event, finding: "told by the client, no harm".to_owned() });
    let mut said = String::new();
    for day in [1, 3, 7, 14] {
        story.now += SignedDuration::from_hours(24);
        let check_in = CheckInId { session: SESSION, day };
        let answer = Answer::YesOrNo { says: YesOrNo::Yes };
        said.push_str(&format!(
            "{:?}",
            story.tries(integration::Command::AnswerCheckIn { check_in, item: Item::Craving, answer })
        ));
        said.push_str(&open_reviews(&story));
    }
    said
}

fn open_reviews(story: &Story) -> String {
    let input = gate_input(&story.case, SessionId::from_bytes([9; 16]), &story.practice, story.now, Some(50));
    format!("{:?}{:?}", input.severe_event_open, input.misuse_review_open)
}

/// Each age and weight, and each amount that is prescribed for it.
pub(super) fn first_session(protocol: &Protocol) -> String {
    let mut said = String::new();
    for (age, weight) in (18..90).map(|age| (age, 700)).chain((300..900).map(|weight| (40, weight))) {
        said.push_str(&format!("{:?}", FirstSession::of(Some(age), Some(weight), protocol)));
    }
    let first = FirstSession::of(Some(40), Some(700), protocol);
    for most_mg_per_session in 1..=100 {
        let envelope = Envelope { most_mg_per_session, ..envelope() };
        said.push_str(&format!("{:?}", envelope.notices(Some(&first), protocol)));
    }
    said
}

/// Limits that the gate and the booster's list take from a weight, an earlier dose or the first one.
pub(super) fn caps(protocol: &Protocol) -> String {
    let mut said = String::new();
    for last_tolerated_mg in [20, 50, 75, 100, 160, 200, 250] {
        let input = GateInput {
            last_tolerated_mg: Some(last_tolerated_mg),
            step_up_barred: Some(false),
            weight_tenths_kg: Some(last_tolerated_mg * 5),
            ..GateInput::default()
        };
        let booster = BoosterInput { first_dose_mg: Some(last_tolerated_mg), ..BoosterInput::default() };
        said.push_str(&format!("{:?}{:?}", input.facts(protocol), booster.facts(protocol)));
    }
    said
}

fn calm() -> Vitals {
    Vitals {
        systolic_mmhg: Some(122),
        diastolic_mmhg: Some(78),
        heart_rate_per_minute: Some(72),
        spo2_percent: Some(98),
        respiratory_rate_per_minute: Some(14),
        moaas: Some(5),
        dissociation_0_10: Some(0),
        ..Vitals::default()
    }
}

/// What is due, minute by minute: after a high pressure, after a dose, after a further one.
pub(super) fn vitals(protocol: &Protocol) -> String {
    let mut story = under(protocol);
    act(&mut story, Act::Open { room: None });
    let high = Vitals { systolic_mmhg: Some(165), ..calm() };
    act(&mut story, Act::TakeVitals(high));
    let mut said = due_for(&story, 40);
    story.now += SignedDuration::from_mins(40);
    let given_at = story.now;
    let (given_by, why) = ("S. Sample".to_owned(), "told by the client".to_owned());
    let again = (given_by.clone(), why.clone());
    act(&mut story, Act::RecordDoseOutsideGate { lozenges: None, dose_mg: 50, given_at, given_by, why });
    said.push_str(&due_for(&story, 240));
    story.now += SignedDuration::from_mins(20);
    let given_at = story.now;
    let (given_by, why) = again;
    act(&mut story, Act::RecordDoseOutsideGate { lozenges: None, dose_mg: 25, given_at, given_by, why });
    said + &due_for(&story, 240) + &deferred(protocol)
}

fn due_for(story: &Story, minutes: i64) -> String {
    let signed = story.practice.protocol_in_force(story.now).unwrap();
    let standing = story.case.chart_of(SESSION).map(|chart| chart.standing()).unwrap_or_default();
    let session = story.case.sessions.get(SESSION).unwrap();
    let at = |minute| story.now + SignedDuration::from_mins(minute);
    let due = |now| vitals_due(session, &standing, &signed.protocol, now);
    (0..minutes).map(|minute| format!("{:?}", due(at(minute)))).collect()
}

/// How often in a row a pressure may be left out.
fn deferred(protocol: &Protocol) -> String {
    let mut story = under(protocol);
    act(&mut story, Act::Open { room: None });
    let given_at = story.now;
    let (given_by, why) = ("S. Sample".to_owned(), "told by the client".to_owned());
    act(&mut story, Act::RecordDoseOutsideGate { lozenges: None, dose_mg: 50, given_at, given_by, why });
    let mut said = String::new();
    for _ in 0..8 {
        story.now += SignedDuration::from_mins(15);
        let reason = "settled".to_owned();
        let left_out = story.tries(InSession { session: SESSION, act: Act::DeferVitals { reason } });
        let signed = story.practice.protocol_in_force(story.now).unwrap();
        let standing = story.case.chart_of(SESSION).map(|chart| chart.standing()).unwrap_or_default();
        let session = story.case.sessions.get(SESSION).unwrap();
        let sets = vitals_due(session, &standing, &signed.protocol, story.now);
        said.push_str(&format!("{}{}", left_out.is_ok(), may_defer(&sets, &signed.protocol)));
    }
    said
}

/// Every value that may keep somebody here, one after the other.
pub(super) fn leaving(protocol: &Protocol) -> String {
    let mut said = String::new();
    let set = |change: &dyn Fn(&mut Vitals)| {
        let mut vitals = calm();
        change(&mut vitals);
        vitals
    };
    let systolic = (145..175).map(|mmhg| set(&|one| one.systolic_mmhg = Some(mmhg)));
    let diastolic = (90..109).map(|mmhg| set(&|one| one.diastolic_mmhg = Some(mmhg)));
    let spo2 = (85..=98).map(|percent| set(&|one| one.spo2_percent = Some(percent)));
    let moaas = (0..=5).map(|level| set(&|one| one.moaas = Some(level)));
    let dissociation = (0..=10).map(|points| set(&|one| one.dissociation_0_10 = Some(points)));
    let mut story = under(protocol);
    act(&mut story, Act::Open { room: None });
    dose_again(&mut story);
    let start = story.now;
    story.now += SignedDuration::from_mins(200);
    for vitals in systolic.chain(diastolic).chain(spo2).chain(moaas).chain(dissociation) {
        story.now += SignedDuration::from_mins(1);
        act(&mut story, Act::TakeVitals(vitals));
        said.push_str(&kept_here(&story, 0, 10));
    }
    story.now = start;
    let early = (0..300).step_by(5).map(|minute| kept_here(&story, minute, 10)).collect::<String>();
    let scores = (6..=10).map(|total| kept_here(&story, 200, total)).collect::<String>();
    said + &early + &scores
}

fn dose_again(story: &mut Story) {
    let given_at = story.now;
    let (given_by, why) = ("S. Sample".to_owned(), "told by the client".to_owned());
    act(story, Act::RecordDoseOutsideGate { lozenges: None, dose_mg: 50, given_at, given_by, why });
}

fn kept_here(story: &Story, minutes: i64, aldrete: u8) -> String {
    let signed = story.practice.protocol_in_force(story.now).unwrap();
    let now = story.now + SignedDuration::from_mins(minutes);
    let session = story.case.sessions.get(SESSION).unwrap();
    let standing = story.case.chart_of(SESSION).map(|chart| chart.standing()).unwrap_or_default();
    let lost = 10 - aldrete;
    let part = |number: u8| if number < lost { 1 } else { 2 };
    let score = Aldrete {
        activity: part(0),
        respiration: part(1),
        circulation: part(2),
        consciousness: part(3),
        oxygen: part(4),
    };
    let ticked = Criterion::ALL.map(|criterion| (criterion, now)).into();
    let leaving = Leaving { aldrete: Some((now, score)), ticked };
    format!("{:?}", missing(session, &standing, &leaving, &signed.protocol, now))
}

fn envelope() -> Envelope {
    Envelope {
        strength_mg: 50,
        lozenges: 4,
        tier: DoseTier::Psycholytic,
        custody: Custody::default(),
        most_mg_per_session: 100,
        booster: Some(Booster { mg: 25, earliest_minute: 15 }),
        hold_minutes: 12,
        afterwards: Afterwards::Swallow,
        valid_until: date("2026-08-01"),
        reason_above_usual_cap: None,
    }
}

/// What may be signed, and until when it holds.
pub(super) fn signed(protocol: &Protocol) -> String {
    let mut said = String::new();
    let mut story = under(protocol);
    for hold_minutes in 0..30 {
        let envelope = Envelope { hold_minutes, ..envelope() };
        said.push_str(&format!(
            "{:?}",
            story.tries(prescription::Command::Prescribe { envelope: Box::new(envelope), seen: None })
        ));
    }
    let birth_date = PartialDate::new("1980-02-03").ok();
    let person = Person { sex: Sex::Male, birth_date, ..Person::default() };
    let import = Import {
        document: "record.json".into(),
        person,
        person_name: None,
        facts: Vec::new(),
        ignored: Vec::new(),
        left_out: Vec::new(),
        remarks: Vec::new(),
        resources: 0,
    };
    story.does(history::Command::Import { import: Box::new(import), document_sha256: "00".repeat(32) });
    for days in [1, 182, 183, 364, 365, 366, 378, 379, 730, 731] {
        let judgement = Judgement {
            decision: Decision::Cleared,
            reason: "history and examination".into(),
            answers: Vec::new(),
            conditions: Vec::new(),
            valid_until: date("2026-05-04").checked_add(Span::new().days(days)).ok(),
            to_client: None,
        };
        said.push_str(&format!(
            "{:?}",
            story.tries(clearance::Command::Decide { judgement: Box::new(judgement), seen: None })
        ));
    }
    said + &agreed(protocol)
}

/// Until when a consent holds.
fn agreed(protocol: &Protocol) -> String {
    let mut story = under(protocol);
    let document = CONSENT.id.to_owned();
    story.does(consent::Command::Offer { document, tier: DoseTier::Psycholytic });
    for clause in CONSENT.required() {
        let said_back = "in my words".to_owned();
        story.does(consent::Command::Agree { clause: clause.id.to_owned(), said_back });
    }
    story.does(consent::Command::Sign {
        name: "Ada Sample".into(),
        language: "en".into(),
        document_sha256: "ab".repeat(32),
    });
    format!("{:?}", story.case.consent.signed.as_ref().map(|signed| signed.valid_until))
}

/// Appointments, the expected course, and for which scales it is time.
pub(super) fn planned(protocol: &Protocol) -> String {
    let lengths: Vec<_> = appointment::Kind::ALL.map(|kind| kind.usual_minutes(protocol)).to_vec();
    let mut said = format!("{lengths:?}{:?}", expected(&protocol.course));
    let mut story = under(protocol);
    story.does(consultation::Command::Hold(Spoken::default()));
    let reason = "both want to".to_owned();
    story.does(consultation::Command::Conclude(Discernment { way: Way::GoOn, reason, clients_words: None }));
    let asked = |story: &Story, at: Timestamp| -> Vec<&'static str> {
        let signed = story.practice.protocol_in_force(story.now).unwrap();
        proposed(&story.case, &signed.protocol, at).iter().map(|one| one.scale.id).collect()
    };
    said.push_str(&format!("{:?}", asked(&story, story.now)));
    story.at("2026-05-12T08:00:00Z");
    dose(&mut story, SESSION, 50);
    left(&mut story, SESSION);
    act(&mut story, Act::Seal);
    let start = instant("2026-05-12T08:00:00Z");
    for day in 0..250 {
        let at = start + SignedDuration::from_hours(24 * day);
        said.push_str(&format!("{:?}", asked(&story, at)));
    }
    said
}

/// When the stock is counted again, which containers may be estimated, by when a loss is told.
pub(super) fn stock(protocol: &Protocol) -> String {
    let mut said = String::new();
    for units in [1, 13, 500, 501, 999, 1_000, 1_001, 1_013, 2_000] {
        let mut story = under(protocol);
        story.stocks(&stock::tests::receive(|one| {
            one.lozenges = units;
            one.supply.as_mut().unwrap().containers = Some(1);
        }));
        let estimated = vec![stock::LotCount { lot: 1, lozenges: units, estimated: true }];
        let sheet = stock::Sheet {
            on: date("2026-05-04"),
            hour: stock::Hour::Close,
            counts: estimated,
            witness: Some(Witness::Written("J. Second".into())),
        };
        let sheet = stock::Command::TakeInventory(Box::new(sheet));
        said.push_str(&format!("{:?}", stock::decide(&story.stock, &sheet, &story.circumstances()).is_ok()));
        let count = vec![stock::LotCount { lot: 1, lozenges: units, estimated: false }];
        if let stock::Command::TakeInventory(mut sheet) = sheet {
            sheet.counts = count;
            story.stocks(&stock::Command::TakeInventory(sheet));
        }
        let due = story.stock.inventory_due(&story.practice, story.now);
        said.push_str(&format!("{due:?}{}", stock::notice_due(story.now, &story.practice)));
    }
    said
}
