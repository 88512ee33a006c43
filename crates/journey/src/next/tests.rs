use super::{NextStep, next_step};
use crate::case::Command;
use crate::clearance::{self, Decision, Judgement};
use crate::consent::{self, DEFAULT};
use crate::consultation::{self, Discernment, Spoken, Way};
use crate::health_history::{
    Fact, FactId, FactKind, FactStatus, Origin, PartialDate, Person, Provenance, Sex,
};
use crate::history;
use crate::id::SessionId;
use crate::integration::{self, Held};
use crate::medicine_session::session::FollowUpKind;
use crate::medicine_session::{self, Act};
use crate::preparation::{self, AnchorKind, Companion, Entry, Hardship};
use crate::prescription::{self, Afterwards, Custody, Envelope};
use crate::protocol::DoseTier;
use crate::scale::{self, Answered, Occasion};
use crate::story::{Story, date};

const SESSION: SessionId = SessionId::from_bytes([5; 16]);

fn next(story: &Story) -> NextStep {
    next_step(&story.case, story.practice.date_at(story.now))
}

fn act(act: Act) -> Command {
    Command::MedicineSession(medicine_session::Command { session: SESSION, act })
}

fn conclude(way: Way) -> consultation::Command {
    consultation::Command::Conclude(Discernment { way, reason: "as we both saw".into(), clients_words: None })
}

fn fact() -> Fact {
    Fact {
        id: FactId("ankle".into()),
        kind: FactKind::Condition,
        text: "Sprain of ankle".into(),
        codes: Vec::new(),
        status: FactStatus::Past,
        date: None,
        end: None,
        last_confirmed: None,
        value: None,
        finding: None,
        details: Vec::new(),
        provenance: Provenance { origin: Origin::ByHand, document: None, resource: None },
    }
}

fn going_on() -> Story {
    let mut story = Story::invited();
    story.does(consultation::Command::Hold(Spoken::default())).does(conclude(Way::GoOn));
    story
}

#[test]
fn each_fact_opens_the_next_step() {
    let mut story = Story::invited();
    assert_eq!(next(&story), NextStep::Meet);
    story.does(consultation::Command::Hold(Spoken::default()));
    assert_eq!(next(&story), NextStep::Discern);
    story.does(conclude(Way::GoOn));
    assert_eq!(next(&story), NextStep::GatherHistory);
    let birth_date = PartialDate::new("1980-02-01").ok();
    story.does(history::Command::TellPerson(Person { birth_date, sex: Sex::Male, ..Person::default() }));
    story.does(history::Command::AddByHand { fact: Box::new(fact()) });
    assert_eq!(next(&story), NextStep::Decide);
    let judgement = Judgement {
        decision: Decision::Cleared,
        reason: "nothing speaks against it".into(),
        answers: Vec::new(),
        conditions: Vec::new(),
        valid_until: Some(date("2026-07-01")),
        to_client: None,
    };
    story.does(clearance::Command::Decide { judgement: Box::new(judgement), seen: None });
    assert_eq!(next(&story), NextStep::OfferConsent);
    story.does(consent::Command::Offer { document: DEFAULT.id.into(), tier: DoseTier::Psycholytic });
    assert_eq!(next(&story), NextStep::AwaitConsent);
    for clause in DEFAULT.required() {
        story.does(consent::Command::Agree { clause: clause.id.into(), said_back: "in my words".into() });
    }
    let signed = consent::Command::Sign {
        name: "Ada Sample".into(),
        language: "en".into(),
        document_sha256: "ab".repeat(32),
    };
    story.does(signed);
    assert_eq!(next(&story), NextStep::Prepare);
    prepare(&mut story);
    assert_eq!(next(&story), NextStep::Prescribe);
    let envelope = Envelope {
        strength_mg: 50,
        lozenges: 2,
        tier: DoseTier::Psycholytic,
        most_mg_per_session: 100,
        booster: None,
        hold_minutes: 12,
        afterwards: Afterwards::Swallow,
        valid_until: date("2026-07-01"),
        reason_above_usual_cap: None,
        custody: Custody::default(),
    };
    story.does(prescription::Command::Prescribe { envelope: Box::new(envelope), seen: None });
    assert_eq!(next(&story), NextStep::HoldSession);
    story.at("2026-07-02T08:00:00Z");
    assert_eq!(next(&story), NextStep::DecideAnew, "a clearance that has run out is no clearance");
}

fn prepare(story: &mut Story) {
    let words = || "rain".to_owned();
    let entries = [
        Entry::Intention { words: words() },
        Entry::Anchor { kind: AnchorKind::Sound, words: words() },
        Entry::Signal { sign: "hand".into(), meaning: "closer".into() },
        Entry::Help { when: Hardship::Fear, words: words() },
    ];
    for entry in entries {
        story.does(preparation::Command::Write(entry));
    }
    for part in [Companion::Escort, Companion::Night] {
        let person = preparation::Person { name: "Sol".into(), phone: None };
        story.does(preparation::Command::Arrange { part, person });
    }
    story.does(preparation::Command::TellFasting).does(preparation::Command::Hold { words: None });
}

#[test]
fn the_room_comes_before_all_paper() {
    let mut story = going_on();
    story.does(act(Act::Open { room: None }));
    assert_eq!(next(&story), NextStep::InRoom(SESSION));
    let given_at = story.now;
    story.does(act(Act::RecordDoseOutsideGate {
        lozenges: None,
        dose_mg: 50,
        given_at,
        given_by: "the client".into(),
        why: "before the checks".into(),
    }));
    story.does(act(Act::LeaveAgainstAdvice { witness: "Sam Sample".into(), plan: "calls at noon".into() }));
    assert_eq!(next(&story), NextStep::Seal(SESSION));
    story.does(act(Act::Seal));
    assert_eq!(next(&story), NextStep::Review(SESSION), "a dose outside the gate is looked at first");
    let event = story.case.sessions.get(SESSION).unwrap().open_incidents()[0].id;
    story.does(act(Act::Review { event, finding: "a misunderstanding".into() }));
    assert_eq!(next(&story), NextStep::Integrate);
    story.at("2026-05-05T08:00:00Z");
    story.does(integration::Command::HoldSession(Held::default()));
    assert_eq!(next(&story), NextStep::LookBack(SESSION));
    let kind = FollowUpKind::AfterSession;
    story.does(act(Act::SignFollowUp { kind, finding: "well borne".into() }));
    assert_eq!(next(&story), NextStep::GatherHistory);
}

#[test]
fn a_risk_that_was_shown_comes_before_everything() {
    let mut story = going_on();
    story.does(act(Act::Open { room: None }));
    let answers = vec![Answered { item: 9, code: 1 }];
    let occasion = Occasion::Between;
    story.does(scale::Command::Administer { scale: "phq-9".into(), answers, occasion });
    assert_eq!(next(&story), NextStep::LookAtRisk);
}

#[test]
fn who_wants_to_wait_is_not_pushed() {
    let mut story = going_on();
    story.does(consultation::Command::SayNotYet { words: None, ask_again_at: None });
    assert_eq!(next(&story), NextStep::Wait);
    story.does(consultation::Command::Resume);
    assert_eq!(next(&story), NextStep::GatherHistory);
    story.does(conclude(Way::NotNow { ask_again_at: None }));
    assert_eq!(next(&story), NextStep::Wait);
    story.does(conclude(Way::AnotherPath { referral: "a group".into() }));
    assert_eq!(next(&story), NextStep::Ended);
}
