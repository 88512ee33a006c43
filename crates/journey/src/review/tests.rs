use super::*;
use crate::card::{self, Stage};
use crate::consultation::{self, Discernment, Spoken};
use crate::history::{self};
use crate::medicine_session::{Act, Command as InSession};
use crate::next::{NextStep, next_step};
use crate::path::{What, path};
use crate::story::{STAFF, Story, date};
use crate::task::Kind;

/// Somebody whose first talk is behind them, with so many dosed sessions, three days apart.
pub(crate) fn walked(sessions: u8) -> Story {
    let mut story = Story::invited();
    story.does(consultation::Command::Hold(Spoken { goals: Some("to sleep".into()), ..Spoken::default() }));
    let way = Way::GoOn;
    let reason = "as we both saw".into();
    story.does(consultation::Command::Conclude(Discernment { way, reason, clients_words: None }));
    for number in 1..=sessions {
        held(&mut story, number);
    }
    story
}

/// One more dosed session, three days later.
pub(crate) fn held(story: &mut Story, number: u8) {
    let session = SessionId::from_bytes([number; 16]);
    story.now += jiff::SignedDuration::from_hours(72);
    story.does(InSession { session, act: Act::Open { room: None } });
    dose(story, session);
    left(story, session);
}

fn dose(story: &mut Story, session: SessionId) {
    let given_at = story.now;
    let (given_by, why) = ("S. Sample".to_owned(), "told by the client".to_owned());
    story.does(InSession {
        session,
        act: Act::RecordDoseOutsideGate { lozenges: None, dose_mg: 50, given_at, given_by, why },
    });
}

fn left(story: &mut Story, session: SessionId) {
    let (witness, plan) = ("Sol Pebble".to_owned(), "calls at noon".to_owned());
    story.does(InSession { session, act: Act::LeaveAgainstAdvice { witness, plan } });
}

pub(crate) fn of_course(decision: Decision) -> Review {
    Review {
        of: Of::Course,
        client: ClientPart::Present,
        staff: [STAFF].into(),
        saw: "Sleep came back; the pain did not change.".into(),
        clients_words: Some("I rest again.".into()),
        decision,
        pace: decision.has_pace().then(|| "every four weeks".to_owned()),
        reason: "as we both see it".into(),
        next_on: Some(date("2026-09-01")),
    }
}

pub(crate) fn sign(decision: Decision, hat: Hat) -> Command {
    Command::Sign { review: Box::new(of_course(decision)), hat }
}

fn open_kinds(story: &Story) -> Vec<Kind> {
    let by_review = [Kind::ReviewDue, Kind::ReviewDay, Kind::ReviewToAgree];
    story.case.tasks.open().map(|task| task.kind).filter(|kind| by_review.contains(kind)).collect()
}

fn next(story: &Story) -> NextStep {
    next_step(&story.case, story.practice.date_at(story.now))
}

fn opens(story: &Story) -> Result<Vec<event::Event>, Refusal> {
    let session = SessionId::from_bytes([99; 16]);
    let command = crate::Command::MedicineSession(InSession { session, act: Act::Open { room: None } });
    let at =
        At { now: story.now, occurred_at: story.now, by: story.by, practice: &story.practice, stock: None };
    crate::case::decide(&story.case, &command, &at)
}

#[test]
fn a_review_falls_due_after_as_many_sessions_as_the_protocol_says() {
    let mut story = walked(5);
    assert!(open_kinds(&story).is_empty() && story.case.reviews.fell_due.is_none());
    held(&mut story, 6);
    assert_eq!(story.case.reviews.fell_due, Some(6));
    assert_eq!(open_kinds(&story), [Kind::ReviewDue]);
    held(&mut story, 7);
    assert_eq!(open_kinds(&story), [Kind::ReviewDue], "it falls due once");
    story.does(sign(Decision::GoOn, Hat::Prescriber));
    assert_eq!((story.case.reviews.fell_due, sessions_since(&story.case)), (None, 0));
    assert_eq!(open_kinds(&story), [Kind::ReviewDay], "the next one has its day");
    held(&mut story, 8);
    assert_eq!(sessions_since(&story.case), 1);
}

#[test]
fn the_figure_is_the_protocols_and_one_signed_before_it_asks_for_none() {
    for (between, due) in [(Some(2), Some(2)), (Some(3), None), (None, None)] {
        let mut story = walked(0);
        let signed = story.practice.protocols.last_mut().unwrap();
        let figure = &mut signed.protocol.dosing.sessions_between_reviews;
        match between {
            Some(sessions) => figure.as_mut().unwrap().value = sessions,
            None => *figure = None,
        }
        held(&mut story, 1);
        held(&mut story, 2);
        assert_eq!(story.case.reviews.fell_due, due, "{between:?}");
    }
}

#[test]
fn the_day_of_the_next_review_opens_its_task_and_is_the_next_step() {
    let mut story = walked(0);
    story.does(sign(Decision::GoOn, Hat::Therapist));
    let waits = |story: &Story| story.case.tasks.waiting(story.now).map(|one| one.kind).collect::<Vec<_>>();
    assert_eq!(waits(&story), [Kind::ReviewToAgree], "its day has not come");
    let due = card::due(&story.case);
    let day = "2026-08-31T22:00:00Z";
    assert!(due.iter().any(|due| due.at.to_string() == day), "the queue holds it: {due:?}");
    assert_ne!(next(&story), NextStep::HoldReview);
    story.at(day);
    assert_eq!(waits(&story), [Kind::ReviewToAgree, Kind::ReviewDay]);
    assert_eq!(next(&story), NextStep::HoldReview);
}

#[test]
fn a_pause_opens_no_session_until_a_review_goes_on() {
    let mut story = walked(1);
    assert!(opens(&story).is_ok());
    story.does(sign(Decision::Pause, Hat::Therapist));
    assert_eq!(opens(&story), Err(Refusal::JourneyRests));
    assert_eq!((next(&story), card::stage(&story.case)), (NextStep::Seal(first()), Stage::Paused));
    assert_eq!(rest(&story.case), Some(Rest::Paused));
    let session = SessionId::from_bytes([9; 16]);
    dose(&mut story, session);
    assert!(story.case.sessions.get(session).unwrap().last_dose_at().is_some(), "what happened is recorded");
    left(&mut story, session);
    story.does(sign(Decision::Taper, Hat::Therapist));
    assert_eq!((rest(&story.case), opens(&story).is_ok()), (None, true));
    let marks = path(&story.case, story.now, &jiff::tz::TimeZone::UTC).marks;
    let decisions: Vec<_> = marks.iter().filter(|mark| matches!(mark.what, What::Review(_))).collect();
    assert_eq!(decisions.len(), 2);
}

fn first() -> SessionId {
    SessionId::from_bytes([1; 16])
}

#[test]
fn a_pause_is_waited_out_until_the_day_of_its_review() {
    let mut story = walked(0);
    story.does(sign(Decision::Pause, Hat::Therapist));
    assert_eq!(next(&story), NextStep::Rest);
    assert_eq!(next(story.at("2026-09-01T08:00:00Z")), NextStep::HoldReview);
}

#[test]
fn whoever_wants_to_wait_is_not_led_into_a_session() {
    let mut story = walked(0);
    story.does(consultation::Command::SayNotYet { words: None, ask_again_at: None });
    assert_eq!(opens(&story), Err(Refusal::ClientWaits));
    story.does(consultation::Command::Resume);
    assert!(opens(&story).is_ok());
    let not_now =
        Discernment { way: Way::NotNow { ask_again_at: None }, reason: "later".into(), clients_words: None };
    story.does(consultation::Command::Conclude(not_now));
    assert_eq!(opens(&story), Err(Refusal::NotGoingOn));
}

#[test]
fn nothing_is_closed_while_the_client_is_here() {
    let mut story = walked(0);
    let session = first();
    story.does(InSession { session, act: Act::Open { room: None } });
    for decision in [Decision::Pause, Decision::End] {
        assert_eq!(story.refuses(sign(decision, Hat::Therapist)), Refusal::StillHere);
    }
    story.does(sign(Decision::GoOn, Hat::Therapist));
}

#[test]
fn the_gate_counts_what_a_prescriber_signed_or_agreed_to() {
    let mut story = walked(8);
    let since = |story: &Story| {
        let session = SessionId::from_bytes([0; 16]);
        let (practice, now) = (&story.practice, story.now);
        medicine_session::gate_input::gate_input(&story.case, session, practice, now, None)
            .sessions_since_review
    };
    assert_eq!(since(&story), Some(8));
    story.does(sign(Decision::GoOn, Hat::Therapist));
    assert_eq!(since(&story), Some(8), "a therapist alone does not open the gate");
    let review = story.case.reviews.latest().unwrap().id;
    assert_eq!(open_kinds(&story), [Kind::ReviewToAgree, Kind::ReviewDay]);
    story.does(Command::Agree { review, words: Some("I agree.".into()) });
    assert_eq!(since(&story), Some(0));
    assert_eq!(open_kinds(&story), [Kind::ReviewDay]);
    assert_eq!(story.refuses(Command::Agree { review, words: None }), Refusal::NoSuchReview);
    held(&mut story, 9);
    assert_eq!(since(&story), Some(1));
}

#[test]
fn a_review_of_one_session_leaves_the_course_as_it_stood() {
    let mut story = walked(6);
    let review = Review { of: Of::Session { session: first() }, ..of_course(Decision::GoOn) };
    story.does(Command::Sign { review: Box::new(review), hat: Hat::Prescriber });
    assert_eq!((sessions_since(&story.case), story.case.reviews.fell_due), (6, Some(6)));
    assert!(open_kinds(&story).contains(&Kind::ReviewDue));
}

#[test]
fn what_a_review_needs_is_asked_for() {
    let story = walked(1);
    let refused = |change: fn(&mut Review)| {
        let mut review = of_course(Decision::Taper);
        change(&mut review);
        story.refuses(Command::Sign { review: Box::new(review), hat: Hat::Therapist })
    };
    assert_eq!(refused(|review| review.saw = " ".into()), Refusal::WordsMissing);
    assert_eq!(refused(|review| review.reason = String::new()), Refusal::ReasonMissing);
    assert_eq!(refused(|review| review.pace = None), Refusal::PaceMissing);
    assert_eq!(refused(|review| review.next_on = None), Refusal::ReviewDayMissing);
    assert_eq!(refused(|review| review.next_on = Some(date("2026-05-07"))), Refusal::ReviewDayMissing);
    let stranger = StaffId::from_bytes([9; 16]);
    assert_eq!(
        story.refuses(Command::Sign {
            review: Box::new(Review { staff: [stranger].into(), ..of_course(Decision::GoOn) }),
            hat: Hat::Therapist,
        }),
        Refusal::NotOnCareTeam
    );
    let nowhere = SessionId::from_bytes([98; 16]);
    assert_eq!(
        story.refuses(Command::Sign {
            review: Box::new(Review { of: Of::Session { session: nowhere }, ..of_course(Decision::GoOn) }),
            hat: Hat::Therapist,
        }),
        Refusal::NoSession
    );
}

#[test]
fn a_review_sees_every_session_and_what_the_client_wanted() {
    let story = walked(3);
    let seen = seen(&story.case);
    assert_eq!((seen.sessions.len(), seen.total_mg(), seen.since_review), (3, 150, 3));
    assert_eq!(seen.goals.as_deref(), Some("to sleep"));
    assert!(seen.scales.is_empty() && seen.gravest().is_none());
}

#[test]
fn a_new_fact_of_health_reopens_no_review() {
    let mut story = walked(1);
    story.does(sign(Decision::GoOn, Hat::Prescriber));
    story.does(history::Command::TellPerson(crate::health_history::Person {
        sex: crate::health_history::Sex::Female,
        ..crate::health_history::Person::default()
    }));
    assert_eq!(story.case.reviews.decision(), Some(Decision::GoOn));
}
