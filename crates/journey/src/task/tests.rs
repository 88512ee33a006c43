use std::collections::BTreeSet;

use super::*;
use crate::hours::tests::office;
use crate::id::{ClientId, SessionId};
use crate::integration::YesOrNo;
use crate::integration::tests::dosed;
use crate::medicine_session::adverse_event::{End, FollowUp, Outcome, Outside, Report};
use crate::medicine_session::{self, Act};
use crate::scale::{Answered, Finding, Occasion, RiskLevel};
use crate::story::{STAFF, Story};
use crate::{care_team, practice, staff};

const FIRST: SessionId = SessionId::from_bytes([1; 16]);
const OTHER: StaffId = StaffId::from_bytes([8; 16]);
const DESK: StaffId = StaffId::from_bytes([9; 16]);

fn kinds(story: &Story) -> Vec<Kind> {
    story.case.tasks.open().map(|task| task.kind).collect()
}

fn only(story: &Story) -> &Task {
    let mut open = story.case.tasks.open();
    let task = open.next().unwrap();
    assert_eq!(open.next(), None, "one task waits");
    task
}

fn phq9(item_9: i64) -> scale::Command {
    let answers = (1..=9).map(|item| Answered { item, code: if item == 9 { item_9 } else { 0 } });
    scale::Command::Administer {
        scale: "phq-9".into(),
        answers: answers.collect(),
        occasion: Occasion::Between,
    }
}

fn assessed() -> scale::Command {
    let finding = Finding { words: "we spoke; no plan".into(), level: RiskLevel::Usual };
    scale::Command::AssessRisk { finding }
}

fn answers(day: u16, item: Item, answer: Answer) -> integration::Command {
    integration::Command::AnswerCheckIn { check_in: CheckInId { session: FIRST, day }, item, answer }
}

fn yes() -> Answer {
    Answer::YesOrNo { says: YesOrNo::Yes }
}

/// A client whose PHQ-9 has shown a risk, on Monday 4 May 2026 at 10:00 in Madrid.
fn at_risk() -> Story {
    let mut story = Story::invited();
    joined(&mut story, OTHER, staff::Role::Prescriber);
    story.does(phq9(1));
    story
}

fn joined(story: &mut Story, who: StaffId, role: staff::Role) {
    hired(story, who, role);
    story.does(care_team::Command::Join { staff: who });
}

fn hired(story: &mut Story, who: StaffId, role: staff::Role) {
    story.practises(practice::Command::AddPerson(practice::NewPerson {
        staff: who,
        name: "Olu Sample".into(),
        email: format!("{who}@example.org"),
        password_hash: "$argon2id$synthetic".into(),
        roles: vec![role],
    }));
}

fn by(story: &mut Story, staff: StaffId) -> &mut Story {
    story.by = Who::Staff { staff };
    story
}

#[test]
fn a_risk_answer_opens_a_task_that_nobody_has_yet() {
    let story = at_risk();
    let task = only(&story);
    assert_eq!((task.kind, task.opened_at, task.owner()), (Kind::RiskAnswer, story.now, None));
    assert_eq!(crate::card::place(&story.case).tasks.len(), 1, "and every list knows it");
    let look = crate::card::due(&story.case);
    assert!(look.iter().any(|due| due.at == story.now && due.kind == crate::card::DueKind::Look));
}

#[test]
fn a_harmless_answer_opens_none() {
    let mut story = Story::invited();
    story.does(phq9(0));
    assert_eq!(kinds(&story), []);
}

#[test]
fn a_risk_answer_is_due_by_the_protocols_minutes_inside_the_hours() {
    let mut story = at_risk();
    let due = |story: &Story| due_at(Kind::RiskAnswer, story.now, &story.practice).to_string();
    assert_eq!(due(&story), "2026-05-04T09:00:00Z", "no hours stated: the clock runs at once");
    assert_eq!(promised_by(story.now, &story.practice), None, "and nothing is promised to the client");
    story.practises(practice::Command::StateHours(office()));
    story.at("2026-05-04T14:30:00Z");
    assert_eq!(due(&story), "2026-05-05T07:30:00Z", "half an hour is left today, the rest is tomorrow's");
    assert_eq!(promised_by(story.now, &story.practice).unwrap().to_string(), due(&story));
}

#[test]
fn hours_that_change_later_move_no_promise() {
    let mut story = at_risk();
    let opened_at = story.now;
    story.practises(practice::Command::StateHours(office()));
    let before = due_at(Kind::RiskAnswer, opened_at, &story.practice);
    let mut never = office();
    never.open.retain(|open| open.weekday == crate::hours::Weekday::Friday);
    story.at("2026-05-04T08:30:00Z");
    story.practises(practice::Command::StateHours(never));
    assert_eq!(due_at(Kind::RiskAnswer, opened_at, &story.practice), before);
}

#[test]
fn without_a_protocol_a_risk_answer_is_due_at_once_and_nothing_is_promised() {
    let story = Story::without_protocol();
    assert_eq!(due_at(Kind::RiskAnswer, story.now, &story.practice), story.now);
    assert_eq!(promised_by(story.now, &story.practice), None);
}

#[test]
fn other_tasks_are_for_the_same_day() {
    let mut story = Story::new();
    let due = |story: &Story| due_at(Kind::Craving, story.now, &story.practice).to_string();
    assert_eq!(due(&story), "2026-05-04T22:00:00Z", "midnight in Madrid, no hours stated");
    story.practises(practice::Command::StateHours(office()));
    assert_eq!(due(&story), "2026-05-04T15:00:00Z");
}

#[test]
fn whoever_takes_a_task_has_it_and_nobody_takes_it_twice() {
    let mut story = at_risk();
    let task = only(&story).id;
    story.does(Command::Take { task });
    assert_eq!(only(&story).owner().map(|owner| owner.staff), Some(STAFF));
    assert_eq!(story.refuses(Command::Take { task }), Refusal::NothingNew);
    assert_eq!(by(&mut story, OTHER).refuses(Command::Take { task }), Refusal::TaskTaken);
    story.does(Command::HandOn { task, to: OTHER });
    let owners: Vec<_> = only(&story).owners.iter().map(|owner| owner.staff).collect();
    assert_eq!(owners, [STAFF, OTHER], "who had it stays to be seen");
    assert_eq!(story.refuses(Command::HandOn { task, to: DESK }), Refusal::NotOnCareTeam);
    assert_eq!(story.refuses(Command::HandOn { task, to: OTHER }), Refusal::NothingNew);
}

#[test]
fn a_risk_answer_ends_by_an_assessment_and_by_nothing_else() {
    let mut story = at_risk();
    let task = only(&story).id;
    let end = Command::End { task, words: "seen".into() };
    assert_eq!(story.refuses(end), Refusal::RiskNotAssessed);
    story.does(assessed());
    assert_eq!(kinds(&story), []);
    assert!(story.case.tasks.all[0].ended.is_some());
    assert_eq!(story.refuses(Command::Take { task }), Refusal::NoSuchTask);
}

#[test]
fn a_risk_that_shows_again_waits_again_though_somebody_has_the_first() {
    let mut story = at_risk();
    let task = only(&story).id;
    story.does(Command::Take { task }).at("2026-05-05T08:00:00Z").does(phq9(2));
    let unowned = story.case.tasks.open().filter(|task| task.owner().is_none()).count();
    assert_eq!((kinds(&story).len(), unowned), (2, 1));
}

#[test]
fn a_task_ends_with_words() {
    let mut story = Story::invited();
    story.does(Command::Ask { of: None, words: "Is the ECG here?".into(), about: None });
    let task = only(&story).id;
    assert_eq!(story.refuses(Command::End { task, words: " ".into() }), Refusal::WordsMissing);
    story.does(Command::End { task, words: "Read and filed.".into() });
    let ended = story.case.tasks.all[0].ended.clone().unwrap();
    assert_eq!((ended.by, ended.words.as_deref()), (story.by, Some("Read and filed.")));
}

#[test]
fn the_desk_takes_nothing_clinical() {
    let mut story = at_risk();
    joined(&mut story, DESK, staff::Role::Admin);
    let task = only(&story).id;
    by(&mut story, DESK);
    assert_eq!(story.refuses(Command::Take { task }), Refusal::NotAClinician);
    assert_eq!(
        story.refuses(Command::Ask { of: None, words: "?".into(), about: None }),
        Refusal::NotAClinician
    );
    story.by = Who::Client;
    assert_eq!(story.refuses(Command::Take { task }), Refusal::NotAClinician);
}

#[test]
fn one_can_ask_those_who_walk_along_and_no_other() {
    let mut story = at_risk();
    hired(&mut story, DESK, staff::Role::Therapist);
    let ask = |of| Command::Ask { of: Some(of), words: "Did they sleep?".into(), about: None };
    assert_eq!(story.refuses(ask(DESK)), Refusal::NotOnCareTeam);
    story.does(ask(OTHER));
    assert!(kinds(&story).contains(&Kind::Asked { of: Some(OTHER) }));
}

#[test]
fn new_symptoms_at_a_check_in_wait_once_until_somebody_takes_them() {
    let mut story = dosed();
    let opened_before = kinds(&story).len();
    let signs = |story: &Story| kinds(story).split_off(opened_before);
    story.at("2026-05-05T08:00:00Z").by = Who::Client;
    story.does(answers(1, Item::Craving, yes())).does(answers(1, Item::UrinarySymptom, yes()));
    assert_eq!(signs(&story), [Kind::Craving, Kind::UrinarySymptom]);
    story.at("2026-05-07T08:00:00Z").does(answers(3, Item::Craving, yes()));
    assert_eq!(signs(&story).len(), 2, "the older clock is the stricter one");
    let task = story.case.tasks.open().find(|task| task.kind == Kind::Craving).unwrap().id;
    by(&mut story, STAFF).does(Command::Take { task });
    story.at("2026-05-11T08:00:00Z").by = Who::Client;
    story.does(answers(7, Item::Craving, yes()));
    assert_eq!(signs(&story).len(), 3, "it came back after somebody had it");
}

#[test]
fn little_sleep_with_much_energy_twice_in_a_row_is_shown() {
    let nights = |first: (u8, u8), second: (u8, u8)| {
        let mut story = dosed();
        story.by = Who::Client;
        for (day, at, (hours, rating)) in
            [(1, "2026-05-05T08:00:00Z", first), (3, "2026-05-07T08:00:00Z", second)]
        {
            story.at(at).does(answers(day, Item::Energy, Answer::Rating { rating }));
            story.does(answers(day, Item::SleepHours, Answer::Hours { hours }));
        }
        kinds(&story).contains(&Kind::ShortSleep)
    };
    assert!(nights((3, 9), (2, 7)));
    assert!(!nights((3, 9), (4, 9)), "four hours are not under four");
    assert!(!nights((3, 9), (3, 6)), "tired, not driven");
    assert!(!nights((8, 9), (3, 9)), "one night");
}

#[test]
fn an_adverse_event_that_is_more_than_mild_waits_until_it_is_written_how_it_ended() {
    let mut story = dosed();
    assert_eq!(kinds(&story), [Kind::DoseOutsideGate], "and so does a dose outside the gate");
    let act = |act| medicine_session::Command { session: FIRST, act };
    let report = |grade| {
        Act::ReportAdverseEvent(Report {
            term: "headache".into(),
            words: None,
            grade,
            action: None,
            outcome: None,
            onset_at: None,
            relatedness: None,
            resolved_at: None,
        })
    };
    story.does(act(report(1)));
    assert_eq!(kinds(&story).len(), 1, "a mild one is charted and waits for nobody");
    story.does(act(report(3)));
    let event = story.case.tasks.open().last().unwrap().id;
    assert_eq!(kinds(&story), [Kind::DoseOutsideGate, Kind::AdverseEvent { grade: 3 }]);
    let end = Command::End { task: event, words: "fine".into() };
    assert_eq!(story.refuses(end), Refusal::EventNotClosed);
    story.does(act(Act::Review { event, finding: "settled".into() }));
    assert_eq!(kinds(&story).len(), 2, "a review does not say how it ended");
    let follow_up = FollowUp {
        words: Some("slept, and woke well".into()),
        serious: Some(BTreeSet::new()),
        outside: Some(Outside::No { because: "the pharmacy asks for none of this kind".into() }),
        end: Some(End { outcome: Outcome::Resolved, resolved_at: Some(story.now) }),
    };
    story.does(act(Act::FollowUpAdverseEvent { event, follow_up }));
    assert_eq!(kinds(&story), [Kind::DoseOutsideGate]);
    let ended = story.case.tasks.all.iter().find(|task| task.id == event).unwrap().ended.as_ref();
    assert_eq!(ended.and_then(|ended| ended.words.as_deref()), Some("slept, and woke well"));
    story.does(act(report(2)));
    let event = story.case.tasks.open().last().unwrap().id;
    let end = Some(End { outcome: Outcome::Unknown, resolved_at: None });
    story.does(act(Act::FollowUpAdverseEvent { event, follow_up: FollowUp { end, ..FollowUp::default() } }));
    assert_eq!(kinds(&story), [Kind::DoseOutsideGate], "a moderate one needs no review");
}

#[test]
fn a_task_is_told_from_facts_alone() {
    let story = at_risk();
    let named: Vec<_> = story.case.tasks.all.iter().map(|task| task.id).collect();
    let opened = story.history.iter().filter(|fact| named.contains(&fact.id)).count();
    assert_eq!(opened, named.len(), "each task is the fact that opened it");
    let about = ClientId::from_bytes([1; 16]);
    assert!(story.history.iter().all(|fact| fact.body.stream(Some(about)).is_some()));
}

#[test]
fn what_a_colleague_is_asked_from_the_screening_keeps_what_it_is_about_and_how_it_ended() {
    let mut story = Story::invited();
    joined(&mut story, OTHER, staff::Role::Therapist);
    let about = Some(About::Finding { rule: "blood-pressure-raised".into() });
    story.does(Command::Ask { of: Some(OTHER), words: "Was it seated?".into(), about: about.clone() });
    assert_eq!(only(&story).about, about);
    let task = only(&story).id;
    by(&mut story, OTHER).does(Command::End { task, words: "Yes, after five minutes.".into() });
    let ended = story.case.tasks.all.last().unwrap();
    assert_eq!((ended.about.as_ref(), ended.is_open()), (about.as_ref(), false));
    assert_eq!(ended.ended.as_ref().unwrap().words.as_deref(), Some("Yes, after five minutes."));
}

#[test]
fn what_waited_without_signal_tells_when_it_was_said_and_its_clock_counts_from_the_arrival() {
    let mut story = Story::invited();
    story.by = Who::Client;
    let (said, arrived) = (story.now - SignedDuration::from_hours(48), story.now);
    story.kept_since = Some(said);
    story.does(phq9(1));
    let task = only(&story);
    assert_eq!((task.said_at(), task.opened_at), (Some(said), arrived));
    assert_eq!(crate::card::place(&story.case).tasks[0].said_at, Some(said));
    story.kept_since = None;
    by(&mut story, STAFF).does(assessed());
    story.by = Who::Client;
    story.does(phq9(1));
    assert_eq!(only(&story).said_at(), None, "it came at once");
}

#[test]
fn what_arrives_after_an_assessment_was_not_looked_at_in_it_though_it_was_said_before() {
    let mut story = Story::invited();
    let said = story.now;
    story.at("2026-05-05T10:00:00Z");
    by(&mut story, STAFF).does(assessed());
    story.at("2026-05-06T10:00:00Z");
    story.by = Who::Client;
    story.kept_since = Some(said);
    story.does(phq9(1));
    let sign = &story.case.scales.risk.open[0];
    assert_eq!((sign.at, sign.arrived_at), (said, story.now));
}
