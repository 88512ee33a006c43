//! A prescriber is asked to pass a condition while somebody waits at the gate.

use super::{SESSION, act, arrived, calm, outside_dose, session};
use crate::care_team;
use crate::event::Who;
use crate::gate::{ConditionId, State};
use crate::id::{EventId, StaffId};
use crate::medicine_session::act::Act;
use crate::medicine_session::dose::PASSABLE;
use crate::medicine_session::gate_input::gate_now;
use crate::medicine_session::session::WithoutDose;
use crate::medicine_session::vitals::Vitals;
use crate::refusal::Refusal;
use crate::story::{STAFF, Story};
use crate::task;

const PRESCRIBER: StaffId = StaffId::from_bytes([8; 16]);

/// A visit with a pressure of 165, and a prescriber who is somewhere else.
fn waiting() -> Story {
    let mut story = arrived();
    story.is_joined_by(PRESCRIBER);
    story.does(care_team::Command::Join { staff: PRESCRIBER });
    story.does(act(Act::TakeVitals(Vitals { systolic_mmhg: Some(165), ..calm() })));
    story
}

fn ask(condition: ConditionId) -> crate::case::Command {
    act(Act::AskPass { condition, of: PRESCRIBER, words: "162 twice; at home 130".into() })
}

fn pass(condition: ConditionId) -> crate::case::Command {
    act(Act::OverrideGate { condition, reason: "known to me, his own cuff said 130".into(), seen: None })
}

fn by(story: &mut Story, staff: StaffId) -> &mut Story {
    story.by = Who::Staff { staff };
    story
}

fn asks(story: &Story) -> Vec<EventId> {
    session(story).open_asks().map(|one| one.id).collect()
}

fn tasks(story: &Story) -> usize {
    story.case.tasks.open().filter(|one| matches!(one.kind, task::Kind::PassAsked { .. })).count()
}

fn state(story: &Story, id: ConditionId) -> State {
    let gate = gate_now(&story.case, SESSION, &story.practice, story.now, Some(50)).unwrap();
    gate.conditions().iter().find(|one| one.id == id).unwrap().state
}

#[test]
fn what_is_asked_waits_until_the_prescriber_passes_it() {
    let mut story = waiting();
    story.does(ask(ConditionId::G12));
    assert_eq!((asks(&story).len(), tasks(&story)), (1, 1));
    assert_eq!(state(&story, ConditionId::G12), State::Fails, "asking passes nothing");
    assert_eq!(story.refuses(ask(ConditionId::G12)), Refusal::AskedAlready);
    by(&mut story, PRESCRIBER).does(pass(ConditionId::G12));
    assert_eq!((asks(&story).len(), tasks(&story)), (0, 0));
    assert_eq!(state(&story, ConditionId::G12), State::Overridden);
    let answer = session(&story).asked[0].answer.clone().unwrap();
    assert!(answer.passed && answer.by == Who::Staff { staff: PRESCRIBER });
}

#[test]
fn a_no_is_an_answer_with_its_reason_and_leaves_the_gate_shut() {
    let mut story = waiting();
    story.does(ask(ConditionId::G12));
    let no = |reason: &str| act(Act::DeclinePass { ask: asks(&story)[0], reason: reason.into() });
    let (silent, said) = (no(" "), no("we wait a week"));
    by(&mut story, PRESCRIBER);
    assert_eq!(story.refuses(silent), Refusal::ReasonMissing);
    story.does(said.clone());
    assert_eq!(state(&story, ConditionId::G12), State::Fails);
    assert_eq!(tasks(&story), 0);
    assert_eq!(story.refuses(said), Refusal::NothingAsked);
    by(&mut story, STAFF).does(ask(ConditionId::G12));
    assert_eq!(asks(&story).len(), 1, "after a no it can be asked again");
}

#[test]
fn only_what_stands_in_the_way_and_can_be_passed_is_asked() {
    let story = waiting();
    for id in ConditionId::GATE {
        let asked = story.refuses_or(ask(id));
        let passable = PASSABLE.contains(&id) && state(&story, id) != State::Holds;
        let within_reach = id != ConditionId::G13;
        assert_eq!(asked.is_none(), passable && within_reach, "{id}: {asked:?}");
    }
    let mut grave = waiting();
    grave.does(act(Act::TakeVitals(Vitals { systolic_mmhg: Some(185), ..calm() })));
    assert_eq!(grave.refuses(ask(ConditionId::G12)), Refusal::NotOverridable, "beyond the act line");
    let nobody = act(Act::AskPass {
        condition: ConditionId::G12,
        of: StaffId::from_bytes([9; 16]),
        words: "please".into(),
    });
    assert_eq!(story.refuses(nobody), Refusal::NotAPrescriber);
}

#[test]
fn an_answer_that_comes_too_late_does_nothing() {
    let late = |ends: Act, refusal: Refusal| {
        let mut story = waiting();
        story.does(ask(ConditionId::G12));
        let no = act(Act::DeclinePass { ask: asks(&story)[0], reason: "no".into() });
        story.does(act(ends));
        assert_eq!(tasks(&story), 0, "nobody is kept waiting on Today");
        let before = story.case.clone();
        by(&mut story, PRESCRIBER);
        assert_eq!(story.refuses(pass(ConditionId::G12)), refusal);
        assert_eq!(story.refuses(no), refusal);
        assert_eq!(story.case, before);
    };
    let ended = Act::EndWithoutDose { because: WithoutDose::ClientSaidNo, words: None };
    late(ended, Refusal::SessionIsOver);
    late(outside_dose(50, "2026-05-12T08:00:00Z"), Refusal::DoseWasGiven);
}

#[test]
fn the_task_ends_by_an_answer_and_by_nothing_else() {
    let mut story = waiting();
    story.does(ask(ConditionId::G12));
    let task = asks(&story)[0];
    let end = task::Command::End { task, words: "done".into() };
    assert_eq!(story.refuses(end), Refusal::PassNotAnswered);
}
