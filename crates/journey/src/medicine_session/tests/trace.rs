//! What each dose did, and what to read before the next one.

use super::{SESSION, act, calm, dosed, session};
use crate::integration::{self, Answer, CheckInId, Item};
use crate::medicine_session::act::Act;
use crate::medicine_session::dose::HoldEnd;
use crate::medicine_session::phase::Phase;
use crate::medicine_session::session::FollowUpKind;
use crate::medicine_session::trace::{CheckIn, Row, Rule, rules, trace};
use crate::medicine_session::vitals::Vitals;
use crate::scale::{self, Answered, Occasion};
use crate::story::{Story, instant};

fn rows(story: &Story) -> Vec<Row> {
    trace(&story.case, story.now)
}

fn set(story: &mut Story, at: &str, systolic: i64) {
    story.at(at);
    let systolic_mmhg = Some(systolic);
    story.does(act(Act::TakeVitals(Vitals { systolic_mmhg, ..calm() })));
}

fn phase(story: &mut Story, at: &str, phase: Phase) {
    story.at(at);
    story.does(act(Act::EnterPhase { phase }));
}

/// 100 mg at 10:30, pressure from 122 to 164 at minute 45, home at noon, sealed.
fn sealed() -> Story {
    let mut story = dosed();
    story.does(act(Act::TakeVitals(calm())));
    story.at("2026-05-12T08:42:00Z");
    story.does(act(Act::EndHold { minutes: 12, end: HoldEnd::Swallowed }));
    set(&mut story, "2026-05-12T09:15:00Z", 164);
    set(&mut story, "2026-05-12T09:25:00Z", 164);
    phase(&mut story, "2026-05-12T09:40:00Z", Phase::Return);
    phase(&mut story, "2026-05-12T10:05:00Z", Phase::Closing);
    let leave = Act::LeaveAgainstAdvice { witness: "Sam Sample".into(), plan: "calls at noon".into() };
    story.does(act(leave)).does(act(Act::Seal));
    story
}

fn phq9(story: &mut Story, points: i64) {
    let answers = (1..=9).map(|item| Answered { item, code: i64::from(i64::from(item) <= points) });
    let answers = answers.collect();
    story.does(scale::Command::Administer { scale: "phq-9".into(), answers, occasion: Occasion::Between });
}

#[test]
fn a_row_says_what_the_dose_did() {
    let story = sealed();
    let [row] = &rows(&story)[..] else { panic!("one session, one row") };
    let summary = row.summary.as_ref().unwrap();
    assert_eq!((row.number, row.total_mg, row.booster_mg, row.outside_gate), (1, 100, 0, true));
    assert_eq!(
        (summary.rise_mmhg(), summary.systolic_highest_minute),
        (Some(42), Some(45)),
        "the first time"
    );
    assert_eq!((summary.diastolic_before_mmhg, summary.grounding_minutes()), (Some(78), Some(25)));
    assert_eq!(summary.minute_of(Phase::Return), Some(70));
    assert_eq!((row.mood_before, row.phq9), (None, (None, None)));
    assert_eq!(row.tier, None, "nothing was prescribed");
}

#[test]
fn check_ins_and_scores_stand_beside_the_dose_they_follow() {
    let mut story = Story::new();
    assert_eq!(rows(&story), [], "nobody was dosed");
    story = sealed();
    let [CheckIn::Ahead { .. }, CheckIn::Ahead { .. }] = check_ins(&story) else { panic!("both are ahead") };
    story.at("2026-05-15T10:00:00Z");
    let check_in = CheckInId { session: SESSION, day: 3 };
    story.does(integration::Command::OpenCheckIn(check_in));
    for (item, rating) in [(Item::Mood, 6), (Item::Pain, 4)] {
        let answer = Answer::Rating { rating };
        story.does(integration::Command::AnswerCheckIn { check_in, item, answer });
    }
    phq9(&mut story, 5);
    assert_eq!(check_ins(&story)[0], CheckIn::Answered { mood: Some(6), pain: Some(4) });
    assert_eq!(rows(&story)[0].phq9, (None, Some(5)));
    story.at("2026-07-01T10:00:00Z");
    assert_eq!(check_ins(&story)[1], CheckIn::Missed);
}

fn check_ins(story: &Story) -> [CheckIn; 2] {
    let row = rows(story).remove(0);
    [row.first_days, row.window_end]
}

#[test]
fn what_to_read_before_the_next_dose_follows_from_the_last() {
    let mut story = sealed();
    let read = |story: &Story| rules(&story.case, &story.practice, story.now);
    let earliest = instant("2026-05-15T08:30:00Z");
    let found = read(&story);
    assert_eq!(found[..2], [Rule::ReviewOpen, Rule::LookBackMissing]);
    assert!(found.contains(&Rule::NotBefore { at: earliest }), "{found:?}");
    let event = session(&story).open_incidents()[0].id;
    story.does(act(Act::Review { event, finding: "a misunderstanding".into() }));
    let kind = FollowUpKind::AfterSession;
    story.does(act(Act::SignFollowUp { kind, finding: "borne well".into() }));
    story.at("2026-07-01T10:00:00Z");
    let found = read(&story);
    let settled = |rule: &Rule| matches!(rule, Rule::NoStepUp { .. } | Rule::StepUpTo { .. });
    assert!(found.iter().all(settled), "{found:?}");
}

#[test]
fn nothing_is_to_be_read_where_nothing_was_taken() {
    let story = super::arrived();
    assert_eq!(rules(&story.case, &story.practice, story.now), []);
}
