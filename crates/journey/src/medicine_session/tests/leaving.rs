use super::{SESSION, act, arrived, calm, dosed, outside_dose, session};
use crate::case;
use crate::id::SessionId;
use crate::integration::{self, Answer, CheckInId, Item, YesOrNo};
use crate::medicine_session::act::{Act, Command};
use crate::medicine_session::charting::{ChartEntry, Group, Stopper};
use crate::medicine_session::discharge::{Aldrete, Criterion, Missing};
use crate::medicine_session::dose::HoldEnd;
use crate::medicine_session::gate_input::gate_input;
use crate::medicine_session::phase::learned_onset;
use crate::medicine_session::session::{Fact, FollowUpKind, WithoutDose};
use crate::medicine_session::vitals::Vitals;
use crate::protocol::Range;
use crate::refusal::Refusal;
use crate::story::{Story, instant};
use crate::task::{self, Kind};

const WELL: Aldrete = Aldrete { activity: 2, respiration: 2, circulation: 2, consciousness: 2, oxygen: 2 };

fn home() -> Act {
    Act::Discharge { ticked: Criterion::ALL.to_vec(), aldrete: Some(WELL), left_with: "Max Sample".into() }
}

fn missing(story: &Story, one: Act) -> Vec<Missing> {
    let Refusal::NotReadyToLeave { missing } = story.refuses(act(one)) else { panic!("nothing missing") };
    missing
}

/// Two hours after the dose, with a calm set just taken.
fn ready() -> Story {
    let mut story = dosed();
    story.at("2026-05-12T10:30:00Z").does(act(Act::TakeVitals(calm())));
    story
}

#[test]
fn nobody_leaves_before_two_hours() {
    let mut story = dosed();
    story.at("2026-05-12T10:29:00Z").does(act(Act::TakeVitals(calm())));
    let ready_at = instant("2026-05-12T10:30:00Z");
    assert_eq!(missing(&story, home()), [Missing::TooEarly { ready_at }]);
    story.at("2026-05-12T10:30:00Z").does(act(home()));
    assert!(session(&story).is_over() && !story.case.under_the_medicine());
}

#[test]
fn a_further_dose_starts_the_two_hours_again() {
    let mut story = ready();
    story.does(act(outside_dose(25, "2026-05-12T09:00:00Z")));
    let ready_at = instant("2026-05-12T11:00:00Z");
    assert_eq!(missing(&story, home()), [Missing::TooEarly { ready_at }]);
}

#[test]
fn what_is_missing_is_said_one_by_one() {
    let story = ready();
    let bare = Act::Discharge { ticked: Vec::new(), aldrete: None, left_with: "Max Sample".into() };
    let left = missing(&story, bare);
    assert_eq!(left[0], Missing::AldreteMissing);
    assert_eq!(left.len(), 1 + Criterion::ALL.len());
}

#[test]
fn a_zero_keeps_the_client_here_whatever_the_sum() {
    let story = ready();
    let low = Aldrete { oxygen: 0, ..WELL };
    let leave = Act::Discharge {
        ticked: Criterion::ALL.to_vec(),
        aldrete: Some(low),
        left_with: "Max Sample".into(),
    };
    assert_eq!(missing(&story, leave), [Missing::AldreteLow { total: 8 }]);
}

#[test]
fn the_signs_must_be_recent_and_in_band() {
    let mut story = ready();
    story.at("2026-05-12T11:01:00Z");
    assert_eq!(missing(&story, home()).len(), 5, "older than one step of the schedule");
    story.does(act(Act::TakeVitals(Vitals {
        systolic_mmhg: Some(160),
        dissociation_0_10: Some(2),
        ..calm()
    })));
    let fields: Vec<String> = missing(&story, home())
        .into_iter()
        .filter_map(|one| if let Missing::OutOfBand { field, .. } = one { Some(field) } else { None })
        .collect();
    assert_eq!(fields, ["systolic_mmhg", "dissociation_0_10"]);
}

#[test]
fn a_tick_before_a_dose_counts_no_more() {
    let mut story = ready();
    for criterion in Criterion::ALL {
        story.does(act(Act::Tick { criterion }));
    }
    story.does(act(Act::ScoreAldrete(WELL)));
    let bare = || Act::Discharge { ticked: Vec::new(), aldrete: None, left_with: "Max Sample".into() };
    story.at("2026-05-12T10:31:00Z").does(act(outside_dose(25, "2026-05-12T10:31:00Z")));
    assert!(missing(&story, bare()).contains(&Missing::NotTicked { criterion: Criterion::SteadyGait }));
}

#[test]
fn leaving_against_advice_is_always_possible_and_says_what_was_missing() {
    let mut story = dosed();
    let leave = Act::LeaveAgainstAdvice { witness: "Sam Sample".into(), plan: "calls at noon".into() };
    story.at("2026-05-12T09:00:00Z").does(act(leave));
    let ending = session(&story).ending.as_ref().unwrap();
    let Fact::LeftAgainstAdvice { missing, .. } = &ending.how else { panic!("{ending:?}") };
    assert!(missing.contains(&Missing::AldreteMissing));
    assert_eq!(story.refuses(act(home())), Refusal::SessionIsOver);
}

#[test]
fn no_is_a_good_answer() {
    let mut story = arrived();
    let words = Some("not this week".into());
    let said_no = Act::EndWithoutDose { because: WithoutDose::ClientSaidNo, words };
    assert_eq!(dosed().refuses(act(said_no.clone())), Refusal::DoseWasGiven);
    story.does(act(said_no)).does(act(Act::Seal));
    assert!(session(&story).sealed.is_some());
}

#[test]
fn a_no_is_one_act_without_a_reason_and_is_never_held_against_anybody() {
    let next = SessionId::from_bytes([6; 16]);
    let mut story = arrived();
    let with_dose = |story: &Story| gate_input(&story.case, next, &story.practice, story.now, Some(50));
    let (before, tasks) = (with_dose(&story), story.case.tasks.clone());
    let no = Act::EndWithoutDose { because: WithoutDose::ClientSaidNo, words: None };
    story.does(act(no)).does(act(Act::Seal));
    assert_eq!(with_dose(&story), before, "no later gate knows of it");
    assert_eq!(story.case.tasks, tasks, "nobody is asked to look into it");
    assert!(story.case.reviews.latest().is_none() && story.case.sessions.dosed().is_empty());
    let again = Command { session: next, act: Act::Open { room: None } };
    story.does(case::Command::MedicineSession(again));
}

#[test]
fn a_no_by_a_slip_of_the_finger_is_taken_back_and_the_visit_goes_on_with_its_checks() {
    let mut story = arrived();
    let gate = |story: &Story| gate_input(&story.case, SESSION, &story.practice, story.now, Some(50));
    let before = gate(&story);
    let slip = |because: &str| act(Act::TakeBackEnding { because: because.into() });
    assert_eq!(story.refuses(slip("a slip")), Refusal::NoSuchEntry, "nothing has ended");
    let no = Act::EndWithoutDose { because: WithoutDose::ClientSaidNo, words: None };
    story.does(act(no.clone()));
    assert_eq!(story.refuses(slip(" ")), Refusal::ReasonMissing);
    story.does(slip("a slip"));
    assert!(!session(&story).is_over());
    assert_eq!(gate(&story), before, "nothing has to be checked again");
    story.does(act(no)).does(act(Act::Seal));
    assert_eq!(story.refuses(slip("a slip")), Refusal::SessionIsSealed);
}

#[test]
fn how_somebody_left_after_a_dose_is_not_taken_back_that_way() {
    let mut story = ready();
    story.does(act(home()));
    let slip = act(Act::TakeBackEnding { because: "a slip".into() });
    assert_eq!(story.refuses(slip), Refusal::NoSuchEntry);
}

#[test]
fn stopping_early_is_one_act_stays_in_sight_and_gives_nothing_further() {
    let stop = |by| act(Act::StopEarly { by, words: None });
    assert_eq!(arrived().refuses(stop(Stopper::Client)), Refusal::NoDose, "before a dose it is a no");
    let mut story = dosed();
    story.at("2026-05-12T08:50:00Z").does(stop(Stopper::Client));
    let chart = story.case.chart_of(SESSION).unwrap();
    assert_eq!(chart.stopped_at(), Some(instant("2026-05-12T08:50:00Z")));
    let stopped = chart.standing().last().unwrap().id;
    assert_eq!(story.refuses(stop(Stopper::Therapist)), Refusal::NothingNew);
    let booster = Act::AdministerBooster { dose_mg: 25, lozenges: 1, hold_minutes: 12 };
    assert_eq!(story.refuses(act(booster)), Refusal::SessionStopped);
    story.does(act(Act::TakeVitals(calm())));
    assert!(!session(&story).is_over(), "the medicine goes on, and so does care");
    assert_eq!(story.case.tasks.open().filter(|task| task.kind != Kind::DoseOutsideGate).count(), 0);
    story.does(act(Act::Undo { event: stopped, because: None }));
    assert_eq!(
        story.case.chart_of(SESSION).unwrap().stopped_at(),
        None,
        "a slip of the finger is taken back"
    );
    story.does(stop(Stopper::Therapist));
}

#[test]
fn somebody_calls_whoever_left_before_it_was_safe() {
    let mut story = dosed();
    let leave = Act::LeaveAgainstAdvice { witness: "Sam Sample".into(), plan: "calls at noon".into() };
    story.at("2026-05-12T09:00:00Z").does(act(leave));
    let task = story.case.tasks.open().find(|task| task.kind == Kind::LeftAgainstAdvice).unwrap().id;
    story.does(task::Command::End { task, words: "Called at noon: at home with Max, well.".into() });
    assert!(story.case.tasks.open().all(|task| task.kind != Kind::LeftAgainstAdvice));
}

#[test]
fn sealing_closes_the_chart_and_keeps_its_summary() {
    let mut story = dosed();
    story.at("2026-05-12T08:42:00Z");
    story.does(act(Act::EndHold { minutes: 12, end: HoldEnd::Swallowed }));
    story.at("2026-05-12T08:44:00Z").does(act(Act::NoticeOnset));
    let still =
        ChartEntry { group: Group::Body, code: Some("stillness".into()), words: None, strength: None };
    story.does(act(Act::Chart { entry: still })).at("2026-05-12T09:15:00Z");
    story.does(act(Act::TakeVitals(Vitals { systolic_mmhg: Some(164), ..calm() })));
    assert_eq!(story.refuses(act(Act::Seal)), Refusal::StillHere);
    story
        .at("2026-05-12T10:30:00Z")
        .does(act(Act::TakeVitals(calm())))
        .does(act(home()))
        .does(act(Act::Seal));
    let sealed = session(&story).sealed.as_ref().unwrap();
    let summary = &sealed.summary;
    assert_eq!((summary.hold_minutes, summary.onset_minute), (Some(12), Some(14)));
    assert_eq!((summary.systolic_highest_mmhg, summary.entries), (Some(164), 1));
    assert_eq!(learned_onset(&story.case.sessions), Some(Range { low: 14, high: 14 }));
    assert_eq!(sealed.chart_events, story.case.chart_of(SESSION).unwrap().events());
}

#[test]
fn after_sealing_only_addenda() {
    let mut story = ready();
    let addendum = || act(Act::AddAddendum { text: "the lot was 7".into(), is_note: false });
    assert_eq!(story.refuses(addendum()), Refusal::NotSealed);
    story.does(act(home())).does(act(Act::Seal));
    assert_eq!(story.refuses(act(Act::Note { text: "late".into() })), Refusal::SessionIsSealed);
    assert_eq!(story.refuses(act(Act::Seal)), Refusal::SessionIsSealed);
    story.does(addendum());
    assert_eq!(session(&story).addenda.len(), 1);
}

#[test]
fn the_note_is_kept_once_and_added_to_like_anything_else() {
    let mut story = ready();
    let note = |words: &str, is_note| act(Act::AddAddendum { text: words.into(), is_note });
    story.does(act(home())).does(act(Act::Seal)).does(note("the lot was 7", false));
    assert_eq!(session(&story).note(), None, "an addendum is no note");
    story.does(note("Quiet, and warm.", true));
    assert_eq!(session(&story).note().map(|one| one.text.as_str()), Some("Quiet, and warm."));
    assert_eq!(story.refuses(note("Otherwise.", true)), Refusal::NoteIsKept);
    story.does(note("Otherwise.", false));
    assert_eq!(session(&story).note().map(|one| one.text.as_str()), Some("Quiet, and warm."));
}

#[test]
fn one_visit_at_a_time() {
    let mut story = arrived();
    let next = |act| case::Command::MedicineSession(Command { session: SessionId::from_bytes([6; 16]), act });
    assert_eq!(story.refuses(act(Act::Open { room: None })), Refusal::SessionAlreadyOpen);
    assert_eq!(story.refuses(next(Act::Open { room: None })), Refusal::AnotherSessionOpen);
    assert_eq!(story.refuses(next(Act::ConfirmIdentity)), Refusal::NoSession);
    let stopped = Act::EndWithoutDose { because: WithoutDose::TherapistStopped, words: None };
    story.does(act(stopped)).does(next(Act::Open { room: None }));
    assert_eq!(story.case.open_session(), Some(SessionId::from_bytes([6; 16])));
}

#[test]
fn the_look_back_is_signed_after_the_visit() {
    let mut story = ready();
    let look = || act(Act::SignFollowUp { kind: FollowUpKind::AfterSession, finding: "went well".into() });
    assert_eq!(story.refuses(look()), Refusal::StillHere);
    story.does(act(home())).does(look());
    assert!(session(&story).follow_up.is_some());
}

#[test]
fn two_signs_of_misuse_hold_the_next_dose_until_a_prescriber_looks_back() {
    let mut story = dosed();
    let (witness, plan) = ("Sol Pebble".to_owned(), "calls at noon".to_owned());
    story.does(act(Act::LeaveAgainstAdvice { witness, plan }));
    let held = |story: &Story| {
        let next = SessionId::from_bytes([9; 16]);
        gate_input(&story.case, next, &story.practice, story.now, Some(50)).misuse_review_open
    };
    let dose = session(&story).doses()[0].id;
    story.does(act(Act::Review { event: dose, finding: "told by the client, no harm".into() }));
    assert_eq!(held(&story), Some(false), "one sign, and somebody looked at it");
    let craving = integration::Command::AnswerCheckIn {
        check_in: CheckInId { session: SESSION, day: 3 },
        item: Item::Craving,
        answer: Answer::YesOrNo { says: YesOrNo::Yes },
    };
    story.at("2026-05-15T09:00:00Z").does(craving);
    assert_eq!(held(&story), Some(true));
    story.at("2026-05-15T10:00:00Z");
    story.does(act(Act::SignFollowUp { kind: FollowUpKind::AfterSession, finding: "we spoke".into() }));
    assert_eq!(held(&story), Some(false));
}
