use super::*;
use crate::card::{self, Stage};
use crate::clearance::{self, Judgement};
use crate::consultation;
use crate::id::SessionId;
use crate::medicine_session::{Act, Command as InSession};
use crate::next::{NextStep, next_step};
use crate::path::{What, path};
use crate::prescription::{self, Afterwards, Counted, Custody, Envelope, Fate, Supply};
use crate::protocol::DoseTier;
use crate::review::tests::{sign, walked};
use crate::review::{Decision, Rest, rest};
use crate::story::{Story, date};
use crate::task::Kind;

fn farewell() -> Farewell {
    Farewell {
        by: Side::Together,
        why: Why::Complete,
        reason: "What she came for is here.".into(),
        clients_words: Some("I sleep.".into()),
        takes_along: Some("The breath before the stairs.".into()),
        reachable: "Sam Sample, on weekdays, by telephone.".into(),
        medicine: Medicine::NoneLeft,
        medicine_words: None,
        letter: None,
        follow_up: FollowUpWish::Welcome,
    }
}

fn end(farewell: Farewell) -> Command {
    Command::End { farewell: Box::new(farewell), hat: Hat::Therapist }
}

fn reopen() -> Command {
    Command::Reopen { changed: "A new medicine, and a move.".into(), clients_words: Some("Again.".into()) }
}

fn open(session: SessionId) -> InSession {
    InSession { session, act: Act::Open { room: None } }
}

fn next(story: &Story) -> NextStep {
    next_step(&story.case, story.practice.date_at(story.now))
}

fn follow_ups(story: &Story) -> Vec<(u16, String)> {
    let months = |kind: Kind| match kind {
        Kind::FollowUp { months } => Some(months),
        _ => None,
    };
    let open = story.case.tasks.open();
    open.filter_map(|task| Some((months(task.kind)?, task.opened_at.to_string()))).collect()
}

#[test]
fn an_ending_sets_the_days_on_which_somebody_asks() {
    let mut story = walked(0);
    story.does(end(farewell()));
    let ended = story.case.endings.current().unwrap();
    let days: Vec<_> = ended.follow_ups.iter().map(|one| (one.months, one.on)).collect();
    assert_eq!(days, [(1, date("2026-06-04")), (3, date("2026-08-04")), (6, date("2026-11-04"))]);
    let opens = |months: u16, at: &str| (months, at.to_owned());
    let expected = [
        opens(1, "2026-06-03T22:00:00Z"),
        opens(3, "2026-08-03T22:00:00Z"),
        opens(6, "2026-11-03T23:00:00Z"),
    ];
    assert_eq!(follow_ups(&story), expected, "at the beginning of each day in Madrid");
    let due = card::due(&story.case);
    assert!(expected.iter().all(|(_, at)| due.iter().any(|one| one.at.to_string() == *at)), "{due:?}");
    assert_eq!(story.case.tasks.waiting(story.now).count(), 0, "none of them waits yet");
    assert_eq!((card::stage(&story.case), next(&story)), (Stage::Ended, NextStep::Ended));
}

#[test]
fn whoever_does_not_want_to_be_asked_is_not_asked() {
    let mut story = walked(0);
    story.does(end(Farewell { follow_up: FollowUpWish::NotWanted, ..farewell() }));
    assert!(follow_ups(&story).is_empty());
}

#[test]
fn after_an_ending_no_session_opens_and_what_happened_is_recorded() {
    let mut story = walked(0);
    story.does(end(farewell()));
    let session = SessionId::from_bytes([3; 16]);
    assert_eq!(story.refuses(open(session)), Refusal::JourneyEnded);
    assert_eq!(story.refuses(sign(Decision::GoOn, Hat::Therapist)), Refusal::JourneyEnded);
    assert_eq!(story.refuses(end(farewell())), Refusal::JourneyEnded);
    let given_at = story.now;
    let (given_by, why) = ("the client".to_owned(), "at home".to_owned());
    let act = Act::RecordDoseOutsideGate { lozenges: None, dose_mg: 50, given_at, given_by, why };
    story.does(InSession { session, act });
    assert_eq!(story.case.sessions.dosed().len(), 1);
}

#[test]
fn nobody_is_bidden_farewell_while_they_are_here() {
    let mut story = walked(0);
    story.does(open(SessionId::from_bytes([3; 16])));
    assert_eq!(story.refuses(end(farewell())), Refusal::StillHere);
}

#[test]
fn what_an_ending_needs_is_asked_for() {
    let story = walked(0);
    let refused = |change: fn(&mut Farewell)| {
        let mut farewell = farewell();
        change(&mut farewell);
        story.refuses(end(farewell))
    };
    assert_eq!(refused(|one| one.reason = " ".into()), Refusal::ReasonMissing);
    assert_eq!(refused(|one| one.reachable = String::new()), Refusal::ReachableMissing);
    assert_eq!(refused(|one| one.medicine = Medicine::StillOut), Refusal::MedicineUnsaid);
    assert_eq!(story.refuses(reopen()), Refusal::NotEnded);
    assert_eq!(Story::new().refuses(end(farewell())), Refusal::NotInvited);
}

#[test]
fn lozenges_that_are_out_by_the_count_are_not_passed_over() {
    let mut story = walked(0);
    let envelope = Envelope {
        strength_mg: 50,
        lozenges: 4,
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
    let supply = Supply {
        on: date("2026-05-04"),
        supplier: "Pharmacy Sample".into(),
        address: None,
        registration: None,
        containers: None,
    };
    let counted = |fate, lozenges| {
        let supply = (fate == Fate::Dispensed).then(|| supply.clone());
        let (lot, witness, manner) = (None, None, None);
        let counted = Counted { number: 1, fate, lozenges, lot, supply, witness, manner, from_stock: None };
        prescription::Command::Count(Box::new(counted))
    };
    story.does(counted(Fate::Dispensed, 4)).does(counted(Fate::Taken, 1));
    assert_eq!(story.refuses(end(farewell())), Refusal::LozengesOut);
    let out = Farewell {
        medicine: Medicine::StillOut,
        medicine_words: Some("Three are at home; she brings them on Friday.".into()),
        ..farewell()
    };
    let mut kept = walked(0);
    kept.case.prescriptions = story.case.prescriptions.clone();
    story.does(counted(Fate::Returned, 3));
    story.does(end(Farewell { medicine: Medicine::Returned, ..farewell() }));
    let at = At { now: kept.now, occurred_at: kept.now, by: kept.by, practice: &kept.practice, stock: None };
    assert!(crate::case::decide(&kept.case, &end(out).into(), &at).is_ok());
}

#[test]
fn a_review_that_ends_asks_for_the_ending_and_opens_no_session() {
    let mut story = walked(0);
    story.does(sign(Decision::End, Hat::Therapist));
    assert_eq!((next(&story), rest(&story.case)), (NextStep::WriteEnding, Some(Rest::ToEnd)));
    assert!(story.case.reviews.next_on.is_none());
    story.does(end(farewell()));
    assert_eq!((next(&story), rest(&story.case)), (NextStep::Ended, Some(Rest::Ended)));
}

#[test]
fn whoever_comes_back_begins_where_a_prescriber_decides_anew() {
    let mut story = walked(0);
    let judgement = Judgement {
        decision: clearance::Decision::Cleared,
        reason: "nothing speaks against it".into(),
        answers: Vec::new(),
        conditions: Vec::new(),
        valid_until: Some(date("2027-03-01")),
        to_client: None,
    };
    let birth_date = crate::health_history::PartialDate::new("1980-02-01").ok();
    let person = crate::health_history::Person { birth_date, ..crate::health_history::Person::default() };
    story.does(crate::history::Command::TellPerson(person));
    story.does(clearance::Command::Decide { judgement: Box::new(judgement), seen: None });
    story.does(consultation::Command::SayNotYet { words: None, ask_again_at: None });
    story.does(sign(Decision::End, Hat::Therapist)).does(end(farewell()));
    let today = story.practice.date_at(story.now);
    assert!(story.case.clearance.cleared_on(today, story.case.history.revision).is_some());
    story.at("2026-06-20T08:00:00Z").does(reopen());
    assert!(story.case.clearance.reopened(story.case.history.revision), "the clearance is from before");
    assert!(story.case.tasks.open().any(|task| task.kind == Kind::ClearanceReopened));
    assert!(follow_ups(&story).is_empty(), "nobody asks any more how they are since the end");
    assert_eq!((rest(&story.case), card::stage(&story.case)), (None, Stage::Screening));
    assert_ne!(next(&story), NextStep::Ended);
    story.does(open(SessionId::from_bytes([3; 16])));
    let marks = path(&story.case, story.now, &jiff::tz::TimeZone::UTC).marks;
    let stands = |wanted: fn(&What) -> bool| marks.iter().filter(|mark| wanted(&mark.what)).count();
    assert_eq!(stands(|what| matches!(what, What::Ending(_))), 1);
    assert_eq!(stands(|what| matches!(what, What::Reopened)), 1);
    assert_eq!(stands(|what| matches!(what, What::FollowUp { .. })), 1, "the first month was before");
}
