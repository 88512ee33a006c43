//! Adverse events to their closure.

use std::collections::BTreeSet;

use super::{act, dosed, session};
use crate::case;
use crate::gate::ConditionId;
use crate::id::{EventId, SessionId};
use crate::medicine_session::act::{Act, Command};
use crate::medicine_session::adverse_event::{End, FollowUp, Outcome, Outside, Report, Seriousness};
use crate::medicine_session::gate_input::gate_now;
use crate::refusal::Refusal;
use crate::story::{Story, date, instant};

fn report(grade: u8) -> Act {
    Act::ReportAdverseEvent(Report { term: "hypertension".into(), grade, ..Report::default() })
}

/// A visit in which something of that grade happened, and the fact that says so.
fn happened(grade: u8) -> (Story, EventId) {
    let mut story = dosed();
    story.at("2026-05-12T09:00:00Z").does(act(report(grade)));
    let event = session(&story).adverse_events()[0].id;
    (story, event)
}

fn write(event: EventId, follow_up: FollowUp) -> case::Command {
    act(Act::FollowUpAdverseEvent { event, follow_up })
}

fn over(at: &str) -> Option<End> {
    Some(End { outcome: Outcome::Resolved, resolved_at: Some(instant(at)) })
}

fn words(words: &str) -> FollowUp {
    FollowUp { words: Some(words.into()), ..FollowUp::default() }
}

fn no() -> Option<Outside> {
    Some(Outside::No { because: "expected, and gone within the hour".into() })
}

#[test]
fn it_is_open_until_somebody_writes_how_it_ended() {
    let (mut story, event) = happened(2);
    story.does(write(event, words("still high at noon")));
    assert!(session(&story).adverse_events()[0].is_open());
    story.at("2026-05-13T09:00:00Z");
    story.does(write(event, FollowUp { end: over("2026-05-12T12:00:00Z"), ..words("calm again") }));
    let closed = session(&story).adverse_events()[0];
    assert!(!closed.is_open() && closed.follow_ups.len() == 2, "and every word of the way is kept");
    assert_eq!(closed.end().map(|end| end.outcome), Some(Outcome::Resolved));
}

#[test]
fn what_was_over_when_it_was_reported_is_closed_unless_it_was_severe() {
    for (grade, open) in [(2, false), (3, true)] {
        let mut story = dosed();
        let report = Report {
            term: "nausea".into(),
            grade,
            outcome: Some("passed by itself".into()),
            resolved_at: Some(story.now),
            ..Report::default()
        };
        story.does(act(Act::ReportAdverseEvent(report)));
        assert_eq!(session(&story).adverse_events()[0].is_open(), open, "grade {grade}");
    }
}

#[test]
fn a_follow_up_says_something_and_nothing_that_cannot_be() {
    let (mut story, event) = happened(2);
    let refused = |follow_up| story.refuses(write(event, follow_up));
    assert_eq!(refused(FollowUp::default()), Refusal::WordsMissing);
    assert_eq!(refused(words("  ")), Refusal::WordsMissing);
    let timeless = Some(End { outcome: Outcome::Resolved, resolved_at: None });
    assert_eq!(refused(FollowUp { end: timeless, ..FollowUp::default() }), Refusal::EndTimeMissing);
    for at in ["2026-05-12T08:59:00Z", "2026-05-12T09:01:00Z"] {
        let early_or_ahead = FollowUp { end: over(at), ..FollowUp::default() };
        assert_eq!(refused(early_or_ahead), Refusal::TimeAhead, "{at}");
    }
    let outside = |outside| FollowUp { outside: Some(outside), ..FollowUp::default() };
    let on = date("2026-05-12");
    assert_eq!(refused(outside(Outside::Yes { whom: " ".into(), on })), Refusal::NameMissing);
    assert_eq!(refused(outside(Outside::No { because: " ".into() })), Refusal::ReasonMissing);
    let on = date("2026-05-13");
    assert_eq!(refused(outside(Outside::Yes { whom: "MedWatch".into(), on })), Refusal::TimeAhead);
    let unknown = EventId::from_bytes([1; 16]);
    assert_eq!(story.refuses(write(unknown, words("?"))), Refusal::NoSuchEntry);
    let mistaken = Act::TakeBackAdverseEvent { event, because: "another person's".into() };
    story.does(act(mistaken));
    assert_eq!(story.refuses(write(event, words("?"))), Refusal::NoSuchEntry);
}

#[test]
fn a_grave_one_is_not_closed_before_seriousness_and_outside_reporting_are_answered() {
    let (mut story, event) = happened(3);
    let bare = FollowUp { end: over("2026-05-12T09:00:00Z"), ..FollowUp::default() };
    assert_eq!(story.refuses(write(event, bare.clone())), Refusal::SeriousnessUnsaid);
    let serious = Some(BTreeSet::from([Seriousness::Hospital]));
    story.does(write(event, FollowUp { serious, ..FollowUp::default() }));
    assert_eq!(story.refuses(write(event, bare.clone())), Refusal::OutsideUnsaid);
    story.does(write(event, FollowUp { outside: no(), ..bare }));
    let closed = session(&story).adverse_events()[0];
    assert!(!closed.is_open() && closed.serious().is_some_and(|one| one.contains(&Seriousness::Hospital)));
    let (mut mild, event) = happened(1);
    mild.does(write(event, FollowUp { end: over("2026-05-12T09:00:00Z"), ..FollowUp::default() }));
}

#[test]
fn from_which_grade_is_asked_is_the_protocols_and_not_the_codes() {
    let (mut story, event) = happened(2);
    let stricter = story.practice.protocols.last_mut().unwrap();
    stricter.protocol.deterioration.adverse_event_grade.value = crate::protocol::Line::AtOrAbove(2);
    let bare = FollowUp { end: over("2026-05-12T09:00:00Z"), ..FollowUp::default() };
    assert_eq!(story.refuses(write(event, bare)), Refusal::SeriousnessUnsaid);
}

#[test]
fn the_next_session_waits_for_the_review_of_a_grave_one_and_not_for_its_closing() {
    let next = SessionId::from_bytes([6; 16]);
    let holds = |story: &Story| {
        let gate = gate_now(&story.case, next, &story.practice, story.now, Some(50)).unwrap();
        let reasons: Vec<_> = gate.standing().filter(|one| one.id == ConditionId::G16).collect();
        !reasons.is_empty()
    };
    let visit = |grade| {
        let (mut story, event) = happened(grade);
        let dose = session(&story).doses()[0].id;
        story.does(act(Act::Review { event: dose, finding: "looked into".into() }));
        let leave = Act::LeaveAgainstAdvice { witness: "Sam Sample".into(), plan: "calls at noon".into() };
        story.does(act(leave)).does(act(Act::Seal)).at("2026-05-20T08:00:00Z");
        let open = Command { session: next, act: Act::Open { room: None } };
        story.does(case::Command::MedicineSession(open));
        (story, event)
    };
    let (story, _) = visit(2);
    assert!(!holds(&story), "a moderate one waits on Today, and holds no dose");
    let (mut story, event) = visit(3);
    assert!(holds(&story));
    let closing = FollowUp {
        serious: Some(BTreeSet::new()),
        outside: no(),
        end: over("2026-05-12T10:00:00Z"),
        ..FollowUp::default()
    };
    story.does(write(event, closing));
    assert!(holds(&story), "how it ended is no review");
    story.does(act(Act::Review { event, finding: "half the dose".into() }));
    assert!(!holds(&story));
    assert!(session(&story).sealed.is_some(), "and all of it after the seal");
}
