use super::*;
use crate::health_history::{
    Component, Done, Fact, FactId, FactKind, FactStatus, Import, Measured, Origin, Part, PartialDate, Person,
    Provenance, Sex,
};
use crate::history;
use crate::id::SessionId;
use crate::medicine_session::act::{self, Act};
use crate::medicine_session::adverse_event::Report;
use crate::medicine_session::vitals::Vitals;
use crate::story::{Story, date};

pub(crate) fn fact(id: &str, kind: FactKind, text: &str) -> Fact {
    Fact {
        id: FactId(id.into()),
        kind,
        text: text.into(),
        codes: Vec::new(),
        status: FactStatus::Active,
        date: PartialDate::new("2026-04").ok(),
        end: None,
        last_confirmed: None,
        value: None,
        finding: None,
        details: Vec::new(),
        provenance: Provenance { origin: Origin::Import, document: None, resource: None },
    }
}

fn import(birth: &str, facts: Vec<Fact>) -> history::Command {
    let birth_date = PartialDate::new(birth).ok();
    let import = Import {
        document: "record.json".into(),
        person: Person { sex: Sex::Male, birth_date, ..Person::default() },
        person_name: None,
        resources: facts.len(),
        facts,
        ignored: Vec::new(),
        left_out: Vec::new(),
        remarks: Vec::new(),
    };
    history::Command::Import { import: Box::new(import), document_sha256: "00".repeat(32) }
}

pub(crate) fn judgement(decision: Decision) -> Judgement {
    Judgement {
        decision,
        reason: "history and examination".into(),
        answers: Vec::new(),
        conditions: Vec::new(),
        valid_until: Some(date("2026-06-04")),
        to_client: None,
    }
}

fn decided_at(story: &Story) -> Timestamp {
    story.case.clearance.latest().unwrap().at
}

fn decide_on(judgement: Judgement) -> Command {
    Command::Decide { judgement: Box::new(judgement), seen: None }
}

/// A man with an opioid on his list, who blocks until the prescriber has decided.
fn with_opioid() -> (Story, String) {
    let mut story = Story::invited();
    story.does(import("1980-02-03", vec![fact("m", FactKind::Medicine, "oxycodone 5 mg")]));
    let signed = story.practice.protocol_in_force(story.now).unwrap();
    let flags = blocking(&story.case, &signed.protocol, date("2026-05-04"));
    let rule = flags.iter().find(|flag| flag.clears_by == ClearsBy::Decision).unwrap().rule.clone();
    (story, rule)
}

fn answers(story: &Story) -> Vec<FlagAnswer> {
    let signed = story.practice.protocol_in_force(story.now).unwrap();
    let flags = blocking(&story.case, &signed.protocol, date("2026-05-04"));
    let says = FlagSays::MayGoAhead;
    let answer = |flag: Flag| FlagAnswer {
        rule: flag.rule,
        says,
        reason: "low dose, watched".into(),
        shown: Vec::new(),
    };
    flags.into_iter().map(answer).collect()
}

#[test]
fn clearing_answers_every_blocking_flag() {
    let (mut story, rule) = with_opioid();
    let bare = decide_on(judgement(Decision::Cleared));
    assert_eq!(story.refuses(bare), Refusal::FlagUnanswered { rule });
    let answers = answers(&story);
    story.does(decide_on(Judgement { answers, ..judgement(Decision::Cleared) }));
    let clearance = &story.case.clearance;
    assert!(clearance.cleared_on(date("2026-06-04"), story.case.history.revision).is_some());
    assert!(clearance.cleared_on(date("2026-06-05"), story.case.history.revision).is_none());
    let protocol = &story.practice.protocol_in_force(story.now).unwrap().protocol;
    assert!(undecided(&story.case, protocol, date("2026-05-05")).is_empty());
}

#[test]
fn what_only_a_new_fact_clears_is_cleared_by_no_decision() {
    let mut story = Story::invited();
    story.does(import("2015-02-03", Vec::new()));
    let answers = answers(&story);
    let cleared = decide_on(Judgement { answers, ..judgement(Decision::Cleared) });
    assert!(matches!(story.refuses(cleared), Refusal::FlagStands { .. }));
    story.does(decide_on(judgement(Decision::NotCleared)));
}

#[test]
fn a_new_import_reopens_a_clearance() {
    let (mut story, _) = with_opioid();
    let given = answers(&story);
    story.does(decide_on(Judgement { answers: given, ..judgement(Decision::Cleared) }));
    story.does(import("1980-02-03", vec![fact("h", FactKind::Condition, "headache")]));
    let history = &story.case.history;
    assert!(story.case.clearance.reopened(history.revision));
    assert!(story.case.clearance.cleared_on(date("2026-05-05"), history.revision).is_none());
    let protocol = &story.practice.protocol_in_force(story.now).unwrap().protocol;
    assert!(!undecided(&story.case, protocol, date("2026-05-05")).is_empty());
}

#[test]
fn conditions_are_named_and_met_one_by_one() {
    let mut story = Story::invited();
    story.does(import("1980-02-03", Vec::new()));
    let bare = judgement(Decision::ClearedWithConditions);
    assert_eq!(story.refuses(decide_on(bare.clone())), Refusal::ConditionsMissing);
    let conditions = vec!["ECG read".to_owned(), "letter from the GP".to_owned()];
    story.does(decide_on(Judgement { conditions, ..bare }));
    story.does(Command::MeetCondition { number: 1 });
    let open: Vec<_> = story.case.clearance.latest().unwrap().open_conditions().collect();
    assert_eq!(open, [(2, "letter from the GP")]);
    assert_eq!(story.refuses(Command::MeetCondition { number: 1 }), Refusal::NoSuchCondition);
}

#[test]
fn a_clearance_ends_within_the_time_of_the_protocol() {
    let mut story = Story::invited();
    story.does(import("1980-02-03", Vec::new()));
    let until = |day: Option<&str>| {
        let valid_until = day.map(date);
        decide_on(Judgement { valid_until, ..judgement(Decision::Cleared) })
    };
    for day in [None, Some("2026-05-03"), Some("2029-01-01")] {
        assert_eq!(story.refuses(until(day)), Refusal::ValidityOutOfRange, "{day:?}");
    }
    story.does(until(Some("2026-05-04")));
}

/// A man with nothing against him, cleared on 4 May.
fn cleared() -> Story {
    let mut story = Story::invited();
    story.does(import("1980-02-03", vec![fact("ankle", FactKind::Condition, "Sprain of ankle")]));
    story.does(decide_on(judgement(Decision::Cleared)));
    story
}

fn measured(part: Part, result: &str) -> history::Command {
    let done = Done { part, on: date("2026-05-04"), performer: "the lab".into(), result: result.into() };
    let id = FactId(format!("by-hand/{}", part.name()));
    history::Command::AddByHand { fact: Box::new(done.fact(id, date("2026-05-04")).unwrap()) }
}

#[test]
fn a_measurement_that_raises_a_finding_reopens_what_was_decided_without_it() {
    let mut story = cleared();
    let revision = story.case.history.revision;
    story.does(measured(Part::Egfr, "90"));
    assert!(!story.case.clearance.reopened(story.case.history.revision), "nothing speaks against it");
    story.does(measured(Part::Alt, "600"));
    assert_eq!(story.case.history.revision, revision, "a measurement changes no revision");
    assert!(
        story.case.clearance.reopened(revision)
            && story.case.clearance.cleared_on(date("2026-05-04"), revision).is_none()
    );
    let raised: Vec<_> = story.case.clearance.latest().unwrap().raised_since.iter().cloned().collect();
    assert_eq!(raised, ["alt-high"]);
    assert!(story.case.tasks.open().any(|task| task.kind == task::Kind::ClearanceReopened));
    story.does(measured(Part::Urinalysis, "clear"));
    assert_eq!(story.case.clearance.latest().unwrap().raised_since.len(), 1, "once is enough");
}

/// A pressure that somebody tells.
fn pressure(systolic: f64, diastolic: f64) -> history::Command {
    let part = |loinc: &str, value| Component { loinc: Some(loinc.into()), value, unit: "mm[Hg]".into() };
    let components = vec![part("8480-6", systolic), part("8462-4", diastolic)];
    let told = Fact {
        status: FactStatus::Past,
        date: PartialDate::new("2026-05-04").ok(),
        value: Some(Measured { components }),
        ..fact(&format!("by-hand/{systolic}"), FactKind::Observation, "Blood pressure")
    };
    history::Command::AddByHand { fact: Box::new(told) }
}

#[test]
fn an_answer_reaches_no_further_than_what_it_was_shown() {
    let mut story = cleared();
    let undecided = |story: &Story| {
        let protocol = &story.practice.protocol_in_force(story.now).unwrap().protocol;
        undecided(&story.case, protocol, date("2026-05-04")).len()
    };
    let decide = |story: &mut Story| {
        let answers = answers(story);
        assert!(!answers.is_empty(), "the pressure blocks");
        story.does(decide_on(Judgement { answers, ..judgement(Decision::Cleared) }));
    };
    story.does(pressure(172.0, 98.0));
    assert!(story.case.clearance.reopened(story.case.history.revision));
    decide(&mut story);
    assert_eq!(undecided(&story), 0);
    assert!(!story.case.clearance.reopened(story.case.history.revision));
    story.does(pressure(212.0, 128.0));
    assert!(story.case.clearance.reopened(story.case.history.revision), "the same rule, and worse");
    assert!(undecided(&story) > 0);
    decide(&mut story);
    assert_eq!(undecided(&story), 0);
    story.does(pressure(124.0, 78.0));
    assert!(!story.case.clearance.reopened(story.case.history.revision), "what is better asks for nothing");
}

#[test]
fn a_no_is_not_reopened_and_a_new_decision_closes_it() {
    let mut story = Story::invited();
    story.does(import("1980-02-03", vec![fact("ankle", FactKind::Condition, "Sprain of ankle")]));
    story.does(decide_on(Judgement { valid_until: None, ..judgement(Decision::Deferred) }));
    story.does(measured(Part::Alt, "600"));
    assert!(story.case.clearance.latest().unwrap().raised_since.is_empty());
    let mut story = cleared();
    story.does(measured(Part::Tsh, "9"));
    assert!(story.case.clearance.reopened(story.case.history.revision));
    story.does(decide_on(judgement(Decision::Cleared)));
    assert!(!story.case.clearance.reopened(story.case.history.revision));
    assert!(!story.case.tasks.open().any(|task| task.kind == task::Kind::ClearanceReopened));
}

#[test]
fn what_came_after_the_decision_is_told_apart() {
    let mut story = cleared();
    assert!(
        facts_after(&story.case, decided_at(&story)).is_empty()
            && told_after(&story.case, decided_at(&story)).is_empty()
    );
    story.at("2026-05-06T08:00:00Z").does(measured(Part::Egfr, "90"));
    let ankle = FactId("ankle".into());
    let correction = history::Wrong::Refuted;
    story.does(history::Command::Correct { fact: ankle.clone(), correction, evidence: "an x-ray".into() });
    assert_eq!(facts_after(&story.case, decided_at(&story)), [ankle, FactId("by-hand/egfr".into())]);
    let session = crate::id::SessionId::from_bytes([4; 16]);
    let act = crate::medicine_session::Act::RecordDoseOutsideGate {
        dose_mg: 50,
        given_at: story.now,
        given_by: "the client".into(),
        why: "at home".into(),
    };
    story.does(crate::medicine_session::Command { session, act });
    let told: Vec<_> =
        told_after(&story.case, decided_at(&story)).into_iter().map(|task| task.kind).collect();
    assert_eq!(told, [task::Kind::DoseOutsideGate]);
}

#[test]
fn after_so_many_sessions_within_a_year_urine_and_liver_are_asked_for_again() {
    let lacks = |story: &Story| {
        let protocol = &story.practice.protocol_in_force(story.now).unwrap().protocol;
        lacks_tests_after_sessions(&story.case, protocol, story.practice.date_at(story.now))
    };
    let mut story = crate::review::tests::walked(12);
    assert!(!lacks(&story), "twelve are as many as may be");
    crate::review::tests::held(&mut story, 13);
    assert!(lacks(&story));
    let today = story.practice.date_at(story.now);
    let done = |part, result: &str| Done {
        part,
        on: today,
        performer: "the laboratory".into(),
        result: result.into(),
    };
    for (id, done) in [
        ("u", done(Part::Urinalysis, "nothing found")),
        ("l", done(Part::Alt, "30")),
        ("s", done(Part::Ast, "30")),
    ] {
        assert!(lacks(&story), "all of it is asked for");
        let fact = done.fact(FactId(id.into()), today).unwrap();
        story.does(history::Command::AddByHand { fact: Box::new(fact) });
    }
    assert!(!lacks(&story));
}

fn in_session(act: Act) -> act::Command {
    act::Command { session: SessionId::from_bytes([5; 16]), act }
}

/// Cleared, and in a visit in which the client took a dose.
pub(crate) fn under_the_medicine() -> Story {
    let mut story = cleared();
    story.does(in_session(Act::Open { room: None }));
    story.does(in_session(Act::RecordDoseOutsideGate {
        dose_mg: 50,
        given_at: story.now,
        given_by: "the client".into(),
        why: "taken at the door".into(),
    }));
    story
}

fn raised_since(story: &Story) -> Vec<&str> {
    story.case.clearance.latest().unwrap().raised_since.iter().map(String::as_str).collect()
}

#[test]
fn given_a_severe_adverse_event_when_it_is_reported_then_the_clearance_is_reopened() {
    let mut story = under_the_medicine();
    let report = |grade| {
        in_session(Act::ReportAdverseEvent(Report { term: "nausea".into(), grade, ..Report::default() }))
    };
    story.does(report(2));
    assert!(raised_since(&story).is_empty(), "the protocol's grade is three");
    story.does(report(3));
    assert_eq!(raised_since(&story), [SEVERE_ADVERSE_EVENT]);
    assert!(story.case.tasks.open().any(|task| task.kind == task::Kind::ClearanceReopened));
    story.does(decide_on(judgement(Decision::Cleared)));
    assert!(!story.case.clearance.reopened(story.case.history.revision), "a new decision has seen it");
}

#[test]
fn given_a_dose_when_a_sign_crosses_an_emergency_line_then_the_clearance_is_reopened() {
    let saturated =
        |percent| in_session(Act::TakeVitals(Vitals { spo2_percent: Some(percent), ..Vitals::default() }));
    let mut before = cleared();
    before.does(in_session(Act::Open { room: None }));
    before.does(saturated(88));
    assert!(raised_since(&before).is_empty(), "before a dose the gate itself stops it");
    let mut story = under_the_medicine();
    story.does(saturated(93));
    assert!(raised_since(&story).is_empty(), "what is to be acted on is no emergency");
    story.does(saturated(88));
    assert_eq!(raised_since(&story), [EMERGENCY_VITAL_SIGNS]);
}

#[test]
fn what_the_client_reads_of_their_medicines_is_the_prescribers_and_may_be_left_out() {
    let mut story = cleared();
    assert_eq!(story.case.clearance.latest().unwrap().judgement.to_client, None);
    let to_client = Some(" Leave the lorazepam out. ".to_owned());
    story.does(decide_on(Judgement { to_client, ..judgement(Decision::Cleared) }));
    let told = story.case.clearance.latest().unwrap().judgement.to_client.clone();
    assert_eq!(told.as_deref(), Some("Leave the lorazepam out."));
}

#[test]
fn a_decision_made_on_a_page_older_than_the_facts_is_asked_for_again() {
    let (mut story, _) = with_opioid();
    let shown = seen(&story.case);
    story.does(measured(Part::Egfr, "90"));
    let late = |seen| Command::Decide {
        judgement: Box::new(Judgement { valid_until: None, ..judgement(Decision::Deferred) }),
        seen: Some(seen),
    };
    assert_eq!(story.refuses(late(shown)), Refusal::ScreeningChanged);
    let now = seen(&story.case);
    story.does(late(now));
    assert_eq!(story.refuses(late(now)), Refusal::ScreeningChanged, "a decision is news as well");
}
