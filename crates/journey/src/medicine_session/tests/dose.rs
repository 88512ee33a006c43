use super::{SESSION, act, arrived, dosed, outside_dose, session};
use crate::event::Who;
use crate::gate::{ConditionId, State};
use crate::id::{SessionId, StaffId};
use crate::medicine_session::act::{Act, Command};
use crate::medicine_session::adverse_event::Report;
use crate::medicine_session::chart::Charted;
use crate::medicine_session::day::{DayAnswers, KitItem, LastTaken, RiskFinding};
use crate::medicine_session::gate_input::{gate_input, gate_now};
use crate::medicine_session::phase::{Phase, phase_at};
use crate::refusal::Refusal;
use crate::story::{STAFF, Story, instant};
use crate::{case, enquiry};

fn hundred() -> Act {
    Act::AdministerDose { dose_mg: 100, lozenges: 1, hold_minutes: 12 }
}

fn state(story: &Story, id: ConditionId) -> State {
    let gate = gate_now(&story.case, SESSION, &story.practice, story.now, Some(100)).unwrap();
    gate.conditions().iter().find(|condition| condition.id == id).unwrap().state
}

#[test]
fn a_closed_gate_says_what_stands_in_the_way() {
    let story = arrived();
    let Refusal::GateClosed { conditions } = story.refuses(act(hundred())) else { panic!("not closed") };
    let ids: Vec<ConditionId> = conditions.iter().map(|condition| condition.id).collect();
    assert!(ids.contains(&ConditionId::G2) && ids.contains(&ConditionId::G15), "{ids:?}");
    assert!(conditions.iter().all(|condition| !condition.reasons.is_empty()));
}

#[test]
fn nothing_is_authorised_without_a_protocol() {
    let mut story = Story::without_protocol();
    story.does(act(Act::Open { room: None }));
    assert_eq!(story.refuses(act(hundred())), Refusal::NoProtocol);
}

#[test]
fn what_was_taken_anyway_is_recorded_and_starts_every_clock() {
    let mut story = dosed();
    assert_eq!(session(&story).first_dose_at(), Some(instant("2026-05-12T08:30:00Z")));
    assert_eq!(session(&story).open_incidents().len(), 1);
    assert!(story.case.under_the_medicine());
    story.at("2026-05-12T09:00:00Z");
    assert_eq!(story.refuses(act(hundred())), Refusal::DoseAlreadyGiven);
    assert_eq!(phase_at(session(&story), None, story.now), Phase::Hold);
}

#[test]
fn it_is_recorded_on_a_declined_journey_and_without_a_session() {
    let mut story = Story::new();
    let details = crate::contact::Details {
        name: "Ada Sample".into(),
        phone: Some("600 000 000".into()),
        ..crate::contact::Details::default()
    };
    story.does(enquiry::Command::Receive { details, brings: None });
    story.does(enquiry::Command::Decline { reason: "not the place".into() });
    story.does(act(outside_dose(50, "2026-05-04T07:00:00Z")));
    assert_eq!(session(&story).total_mg(), 50);
    assert_eq!(story.case.sessions.last_dose_at(), Some(instant("2026-05-04T07:00:00Z")));
}

#[test]
fn a_dose_to_come_is_no_fact() {
    let story = arrived();
    assert_eq!(story.refuses(act(outside_dose(100, "2026-05-12T08:01:00Z"))), Refusal::TimeAhead);
}

#[test]
fn a_dose_recorded_by_mistake_is_taken_back_with_a_reason() {
    let mut story = dosed();
    let event = session(&story).doses()[0].id;
    assert_eq!(story.refuses(act(Act::Undo { event, because: None })), Refusal::NoSuchEntry);
    let take_back = |because: &str| act(Act::TakeBackDose { event, because: because.into() });
    assert_eq!(story.refuses(take_back(" ")), Refusal::ReasonMissing);
    story.does(take_back("touched by accident"));
    assert_eq!(session(&story).first_dose_at(), None);
    assert_eq!(session(&story).struck(event), Some("touched by accident"));
    assert_eq!(story.refuses(take_back("again")), Refusal::NoSuchEntry);
}

#[test]
fn the_checks_of_the_day_open_their_conditions() {
    let mut story = arrived();
    for id in [ConditionId::G2, ConditionId::G9, ConditionId::G11, ConditionId::G13, ConditionId::G15] {
        assert_ne!(state(&story, id), State::Holds, "{id}");
    }
    checks(&mut story);
    for id in [ConditionId::G2, ConditionId::G9, ConditionId::G11, ConditionId::G12] {
        assert_eq!(state(&story, id), State::Holds, "{id}");
    }
    for id in [ConditionId::G13, ConditionId::G14, ConditionId::G15, ConditionId::G16] {
        assert_eq!(state(&story, id), State::Holds, "{id}");
    }
}

pub(super) fn checks(story: &mut Story) {
    let long_ago = Some(LastTaken::LongAgo);
    let answers = DayAnswers {
        food: Some(LastTaken::At { at: instant("2026-05-12T03:30:00Z") }),
        fluid: Some(LastTaken::At { at: instant("2026-05-12T06:30:00Z") }),
        alcohol_or_cannabis: long_ago,
        intoxicated: Some(false),
        infection: Some(false),
        vomiting: Some(false),
        pregnancy_test: None,
    };
    let acts = [
        Act::ConfirmIdentity,
        Act::ReconcileMedicines { changes: None },
        Act::AssessRisk { finding: RiskFinding::NoConcern, words: None },
        Act::AnswerDay(answers),
        Act::ConfirmEscort { name: "Max Sample".into() },
        Act::CheckKit { items: KitItem::NEEDED.to_vec() },
        Act::AssignMonitor { monitor: STAFF },
        Act::ReachPrescriber { how: "next door".into() },
        Act::TakeVitals(super::calm()),
    ];
    for one in acts {
        story.does(act(one));
    }
}

#[test]
fn a_monitor_is_somebody_of_the_practice() {
    let monitor = StaffId::from_bytes([9; 16]);
    assert_eq!(arrived().refuses(act(Act::AssignMonitor { monitor })), Refusal::NoSuchPerson);
}

#[test]
fn not_today_keeps_the_gate_closed() {
    let mut story = arrived();
    story.does(act(Act::AssessRisk { finding: RiskFinding::NotToday, words: None }));
    assert_eq!(state(&story, ConditionId::G11), State::Fails);
}

#[test]
fn an_answer_of_the_day_does_not_unsay_another() {
    let mut story = arrived();
    story.does(act(Act::AnswerDay(DayAnswers { intoxicated: Some(false), ..DayAnswers::default() })));
    story.does(act(Act::AnswerDay(DayAnswers { infection: Some(true), ..DayAnswers::default() })));
    let input = gate_input(&story.case, SESSION, &story.practice, story.now, None);
    assert_eq!((input.intoxicated, input.infection, input.vomiting), (Some(false), Some(true), None));
}

#[test]
fn only_a_prescriber_passes_and_only_what_can_be_passed() {
    let mut story = arrived();
    let pass = |condition| {
        act(Act::OverrideGate { condition, reason: "seen and talked through".into(), seen: None })
    };
    assert_eq!(story.refuses(pass(ConditionId::G5)), Refusal::NotOverridable);
    story.does(pass(ConditionId::G10));
    assert_eq!(state(&story, ConditionId::G10), State::Overridden);
    story.by = Who::Client;
    assert_eq!(story.refuses(pass(ConditionId::G8)), Refusal::NotAPrescriber);
}

#[test]
fn a_severe_event_holds_the_next_dose_until_it_is_reviewed() {
    let mut story = dosed();
    let report =
        Report { term: "seizure".into(), grade: 3, action: Some("side".into()), ..Report::default() };
    story.does(act(Act::ReportAdverseEvent(report.clone())));
    assert_eq!(state(&story, ConditionId::G16), State::Fails);
    let events = [session(&story).adverse_events()[0].id, session(&story).doses()[0].id];
    for event in events {
        assert_eq!(state(&story, ConditionId::G16), State::Fails);
        story.does(act(Act::Review { event, finding: "looked into; dose lowered".into() }));
    }
    assert_eq!(state(&story, ConditionId::G16), State::Holds);
    let odd = act(Act::ReportAdverseEvent(Report { grade: 6, ..report }));
    assert_eq!(story.refuses(odd), Refusal::GradeInvalid);
}

#[test]
fn the_next_session_counts_from_this_one() {
    let mut story = dosed();
    let leave = Act::LeaveAgainstAdvice { witness: "Sam Sample".into(), plan: "call at noon".into() };
    story.does(act(leave)).at("2026-05-14T08:30:00Z");
    let next = SessionId::from_bytes([6; 16]);
    story.does(case::Command::MedicineSession(Command { session: next, act: Act::Open { room: None } }));
    let input = gate_input(&story.case, next, &story.practice, story.now, Some(100));
    assert_eq!((input.first_session, input.hours_since_last_dose), (Some(false), Some(48)));
    assert_eq!((input.sessions_in_7_days, input.last_review_signed), (Some(1), Some(false)));
    assert_eq!(input.step_up_barred, Some(true), "a dose outside the gate is no tolerated dose");
}

#[test]
fn the_hold_belongs_to_a_dose() {
    let mut story = arrived();
    let held = Act::EndHold { minutes: 12, end: crate::medicine_session::dose::HoldEnd::Swallowed };
    assert_eq!(story.refuses(act(held.clone())), Refusal::NoDose);
    story.does(act(outside_dose(100, "2026-05-12T07:50:00Z"))).does(act(held));
    let chart = story.case.chart_of(SESSION).unwrap();
    assert!(matches!(chart.standing()[0].charted, Charted::HoldEnded { minutes: 12, .. }));
    assert_eq!(phase_at(session(&story), Some(chart), story.now), Phase::Onset);
}
