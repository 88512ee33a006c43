//! A dose that somebody says they gave, and was not told in time that they should not.

use jiff::SignedDuration;

use super::authorised::ready;
use super::{SESSION, act, calm, session};
use crate::event::Who;
use crate::gate::ConditionId;
use crate::id::StaffId;
use crate::medicine_session::act::Act;
use crate::medicine_session::discharge::Criterion;
use crate::medicine_session::dose::{Dose, DoseKind};
use crate::medicine_session::gate_input::booster_now;
use crate::medicine_session::session::Refused;
use crate::practice::{Command, NewPerson};
use crate::refusal::Refusal;
use crate::staff::Role;
use crate::story::{Story, instant};
use crate::task::Kind;

const COLLEAGUE: StaffId = StaffId::from_bytes([8; 16]);

fn fifty() -> Act {
    Act::AdministerDose { dose_mg: 50, lozenges: 2, hold_minutes: 12 }
}

/// Lets a tablet send what it has kept since then.
fn kept(story: &mut Story, since: &str, one: Act) {
    story.kept_since = Some(instant(since));
    story.does(act(one));
    story.kept_since = None;
}

fn why(dose: &Dose) -> Option<&Refused> {
    match &dose.kind {
        DoseKind::OutsideGate { refused, .. } => refused.as_ref(),
        _ => None,
    }
}

/// Given at 10:00 by the one, and said again two minutes later by a colleague at another tablet.
fn said_twice() -> Story {
    let mut story = ready();
    story.practises(Command::AddPerson(NewPerson {
        staff: COLLEAGUE,
        name: "Jo Sample".into(),
        email: "jo@example.org".into(),
        password_hash: "$argon2id$synthetic".into(),
        roles: vec![Role::Therapist],
    }));
    story.does(act(fifty()));
    story.by = Who::Staff { staff: COLLEAGUE };
    story.now += SignedDuration::from_secs(120);
    story.does(act(fifty()));
    story
}

#[test]
fn a_dose_that_two_people_say_is_asked_about_and_counts_until_it_is_answered() {
    let mut story = said_twice();
    let asked = session(&story).doses_in_question();
    assert_eq!(asked.len(), 1);
    assert_eq!(why(asked[0]), Some(&Refused::AlreadyGiven));
    assert!(matches!(&asked[0].kind, DoseKind::OutsideGate { given_by, .. } if given_by == "Jo Sample"));
    assert_eq!(session(&story).total_mg(), 100, "both count, so that nobody leaves too early");
    story.at("2026-05-12T08:20:00Z").does(act(Act::TakeVitals(calm())));
    let further = Act::AdministerBooster { dose_mg: 25, lozenges: 1, hold_minutes: 12 };
    assert_eq!(story.refuses(act(further)), Refusal::DoseInQuestion);
}

#[test]
fn the_same_lozenge_said_twice_is_taken_back_and_the_visit_goes_on() {
    let mut story = said_twice();
    let event = session(&story).doses_in_question()[0].id;
    story.does(act(Act::TakeBackDose { event, because: "the same lozenge".into() }));
    assert!(session(&story).doses_in_question().is_empty());
    assert_eq!(session(&story).total_mg(), 50);
    assert!(session(&story).open_incidents().is_empty());
    story.at("2026-05-12T08:20:00Z").does(act(Act::TakeVitals(calm())));
    let gate = booster_now(&story.case, SESSION, &story.practice, story.now, Some(25)).unwrap();
    assert!(gate.authorised(), "{:?}", gate.standing().collect::<Vec<_>>());
}

#[test]
fn two_lozenges_are_confirmed_and_wait_for_the_prescriber_like_any_other_incident() {
    let mut story = said_twice();
    let event = session(&story).doses_in_question()[0].id;
    story.does(act(Act::ConfirmDose { event }));
    assert!(session(&story).doses_in_question().is_empty());
    assert_eq!(session(&story).total_mg(), 100);
    assert_eq!(session(&story).open_incidents().len(), 1);
    assert_eq!(story.refuses(act(Act::ConfirmDose { event })), Refusal::NoSuchEntry);
    assert!(story.case.tasks.all.iter().any(|task| task.kind == Kind::DoseOutsideGate && task.is_open()));
}

#[test]
fn a_second_touch_of_the_same_hand_is_no_second_dose() {
    let mut story = ready();
    story.does(act(fifty()));
    story.now += SignedDuration::from_secs(2);
    assert_eq!(story.refuses(act(fifty())), Refusal::DoseAlreadyGiven);
    assert_eq!(session(&story).doses().len(), 1);
}

#[test]
fn what_a_tablet_kept_is_authorised_as_of_when_it_was_given() {
    let mut story = ready();
    story.at("2026-05-12T09:10:00Z");
    assert!(
        matches!(story.refuses(act(fifty())), Refusal::GateClosed { .. }),
        "by now the signs are too old"
    );
    kept(&mut story, "2026-05-12T08:05:00Z", fifty());
    let given = session(&story).doses()[0];
    assert_eq!((&given.kind, given.given_at), (&DoseKind::Authorised, instant("2026-05-12T08:05:00Z")));
    assert!(session(&story).doses_in_question().is_empty());
}

#[test]
fn what_a_tablet_kept_and_the_gate_refuses_is_on_the_record_all_the_same() {
    let mut story = ready();
    // A prescriber elsewhere had heard of a reason not to, and the tablet could not know.
    story.at("2026-05-12T08:04:00Z");
    story.does(act(Act::AssessRisk {
        finding: crate::medicine_session::day::RiskFinding::NotToday,
        words: None,
    }));
    assert!(matches!(story.refuses(act(fifty())), Refusal::GateClosed { .. }), "in time, it is refused");
    story.at("2026-05-12T08:20:00Z");
    kept(&mut story, "2026-05-12T08:05:00Z", fifty());
    let asked = session(&story).doses_in_question();
    assert_eq!(why(asked[0]), Some(&Refused::GateClosed { conditions: vec![ConditionId::G11] }));
    assert_eq!(session(&story).first_dose_at(), Some(instant("2026-05-12T08:05:00Z")));
    assert!(story.case.under_the_medicine());
}

#[test]
fn what_comes_after_the_end_opens_the_clocks_again_and_nothing_is_sealed_over_it() {
    let mut story = ready();
    let ended = Act::EndWithoutDose {
        because: crate::medicine_session::session::WithoutDose::ClientSaidNo,
        words: None,
    };
    story.at("2026-05-12T08:03:00Z").does(act(ended));
    story.at("2026-05-12T08:20:00Z");
    kept(&mut story, "2026-05-12T08:05:00Z", fifty());
    assert_eq!(why(session(&story).doses_in_question()[0]), Some(&Refused::NotPossible));
    assert!(!session(&story).is_over());
    story.does(act(Act::LeaveAgainstAdvice {
        witness: "Sam Sample".into(),
        plan: "her brother drives".into(),
    }));
    assert_eq!(story.refuses(act(Act::Seal)), Refusal::DoseInQuestion);
    let event = session(&story).doses_in_question()[0].id;
    story.does(act(Act::ConfirmDose { event })).does(act(Act::Seal));
    assert_eq!(story.refuses(act(Act::Tick { criterion: Criterion::ALL[0] })), Refusal::SessionIsSealed);
}
