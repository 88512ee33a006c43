use proptest::prelude::*;

use super::{SESSION, act, arrived, dosed, session};
use crate::consent::{Touch, TouchPlace};
use crate::event::{Event, Precision, Recorded, Who};
use crate::id::EventId;
use crate::medicine_session::act::Act;
use crate::medicine_session::chart::{self, Chart, Charted};
use crate::medicine_session::charting::{
    Arose, ChartEntry, Group, Offer, SlowDown, Strength, touch_without_agreement,
};
use crate::medicine_session::phase::Phase;
use crate::medicine_session::session::Session;
use crate::medicine_session::timeline::{Line, Shown, timeline};
use crate::medicine_session::vocabulary::{WORDS, find, targets};
use crate::protocol::DoseTier;
use crate::refusal::Refusal;
use crate::story::{Story, instant};

fn sigh() -> ChartEntry {
    ChartEntry {
        group: Group::Breath,
        code: Some("long-sigh".into()),
        words: None,
        strength: Some(Strength::Clear),
    }
}

fn lines(story: &Story) -> Vec<Line> {
    timeline(session(story), story.case.chart_of(SESSION))
}

fn charted(story: &Story) -> Vec<Charted> {
    let lines = lines(story).into_iter();
    lines.filter_map(|line| if let Shown::Charted(one) = line.shown { Some(one) } else { None }).collect()
}

fn last_id(story: &Story) -> EventId {
    story.case.chart_of(SESSION).unwrap().record().last().unwrap().id
}

#[test]
fn one_touch_is_one_entry() {
    let mut story = dosed();
    story.at("2026-05-12T09:08:00Z").does(act(Act::Chart { entry: sigh() }));
    let line = lines(&story).pop().unwrap();
    assert_eq!(line.shown, Shown::Charted(Charted::EntryCharted(sigh())));
    assert_eq!(line.elapsed.unwrap().as_mins(), 38);
    assert!(!line.late && !line.corrected);
}

#[test]
fn a_word_belongs_to_its_group() {
    let story = arrived();
    let misplaced = ChartEntry { group: Group::Inner, ..sigh() };
    assert_eq!(story.refuses(act(Act::Chart { entry: misplaced })), Refusal::WordUnknown);
    let empty = ChartEntry { code: None, strength: None, ..sigh() };
    assert_eq!(story.refuses(act(Act::Chart { entry: empty })), Refusal::WordsMissing);
}

#[test]
fn what_is_undone_leaves_the_timeline_and_stays_in_the_record() {
    let mut story = dosed();
    story.does(act(Act::Chart { entry: sigh() }));
    let event = last_id(&story);
    story.does(act(Act::Undo { event, because: None }));
    assert_eq!(charted(&story), []);
    assert_eq!(story.case.chart_of(SESSION).unwrap().record().len(), 2);
    assert_eq!(story.refuses(act(Act::Undo { event, because: None })), Refusal::NoSuchEntry);
}

#[test]
fn a_correction_shows_what_is_true_and_can_be_taken_back() {
    let mut story = dosed();
    story.does(act(Act::Note { text: "says: warm".into() }));
    let event = last_id(&story);
    let note = |text: &str| Charted::NoteWritten { text: text.into() };
    let new = Box::new(note("says: warmer"));
    story.at("2026-05-12T08:40:00Z").does(act(Act::Correct { event, new, occurred_at: None }));
    assert_eq!(charted(&story), [note("says: warmer")]);
    assert!(lines(&story).iter().any(|line| line.corrected && line.id == Some(event)));
    let correction = last_id(&story);
    story.does(act(Act::Undo { event: correction, because: None }));
    assert_eq!(charted(&story), [note("says: warm")]);
}

#[test]
fn a_correction_stays_what_it_was() {
    let mut story = dosed();
    story.does(act(Act::Note { text: "says: warm".into() }));
    let event = last_id(&story);
    let new = Box::new(Charted::OnsetNoticed);
    let refusal = story.refuses(act(Act::Correct { event, new, occurred_at: None }));
    assert_eq!(refusal, Refusal::CorrectionOfAnotherKind);
}

#[test]
fn slowing_down_is_no_adverse_event() {
    let mut story = dosed();
    let offered = vec![Offer::Voice, Offer::Ground];
    let slow_down = SlowDown { arose: Some(Arose::Fear), offered, came: Some("a long breath".into()) };
    story.does(act(Act::SlowDown(SlowDown::default()))).does(act(Act::SlowDown(slow_down)));
    assert_eq!(charted(&story).len(), 2);
    assert_eq!(session(&story).adverse_events(), Vec::<&_>::new());
}

#[test]
fn touch_that_nobody_agreed_to_is_worth_a_look() {
    let mut story = dosed();
    let slow_down = SlowDown { offered: vec![Offer::Hand], ..SlowDown::default() };
    story.does(act(Act::SlowDown(slow_down)));
    let one = charted(&story).remove(0);
    assert!(touch_without_agreement(&one, &story.case.consent.touch));
    let hand = [TouchPlace::Hands].into_iter().collect();
    let touch = Touch { places: hand, ..story.case.consent.touch.clone() };
    assert!(!touch_without_agreement(&one, &touch));
}

#[test]
fn every_target_is_a_word_of_its_group() {
    for phase in Phase::ALL {
        for tier in [DoseTier::Psycholytic, DoseTier::Moderate] {
            let groups = targets(phase, tier);
            let words = groups.iter().flat_map(|(group, codes)| codes.map(|code| (*group, code)));
            for (group, code) in words {
                assert_eq!(find(code).map(|word| word.group), Some(group), "{phase:?} {code}");
            }
        }
    }
}

#[test]
fn every_word_has_a_code_of_its_own() {
    let codes: std::collections::BTreeSet<&str> = WORDS.iter().map(|word| word.code).collect();
    assert_eq!(codes.len(), WORDS.len());
    assert!(codes.contains("stillness") && codes.contains("quiet"));
}

#[test]
fn what_a_tablet_kept_still_reads() {
    let kept = [
        r#"{"act":"open"}"#,
        r#"{"act":"take_vitals","systolic_mmhg":122,"diastolic_mmhg":78}"#,
        r#"{"act":"chart","entry":{"group":"body","code":"stillness","strength":"light"}}"#,
        r#"{"act":"slow_down","arose":"strong_emotion","offered":["hand","music"]}"#,
        r#"{"act":"enter_phase","phase":"inward"}"#,
        r#"{"act":"answer_day","food":{"taken":"at","at":"2026-05-12T05:00:00Z"},"fluid":{"taken":"long_ago"}}"#,
        r#"{"act":"administer_dose","dose_mg":100,"lozenges":1,"hold_minutes":12}"#,
        r#"{"act":"end_hold","minutes":12,"end":"spat"}"#,
        r#"{"act":"discharge","ticked":["oriented","steady_gait"],"left_with":"Max Sample"}"#,
        r#"{"act":"undo","event":"00000000000000000000000000000001"}"#,
        r#"{"act":"seal"}"#,
    ];
    for text in kept {
        let read: Act = serde_json::from_str(text).unwrap_or_else(|error| panic!("{text}: {error}"));
        let again = serde_json::from_str::<Act>(&serde_json::to_string(&read).unwrap()).unwrap();
        assert_eq!(again, read);
    }
}

fn recorded(id: u8, minute: i64, late_minutes: i64, charted: Charted) -> Recorded {
    let occurred_at = instant("2026-05-12T08:30:00Z") + jiff::SignedDuration::from_mins(minute);
    Recorded {
        id: EventId::from_bytes([id; 16]),
        occurred_at,
        zone: None,
        precision: Precision::Second,
        recorded_at: occurred_at + jiff::SignedDuration::from_mins(late_minutes),
        device: Some(if id.is_multiple_of(2) { "even" } else { "odd" }.into()),
        protocol_version: None,
        by: Who::System,
        body: Event::SessionChart(chart::Event { session: SESSION, charted }),
    }
}

fn folded(entries: &[Recorded]) -> Chart {
    let mut chart = Chart::of(SESSION);
    for entry in entries {
        let Event::SessionChart(event) = &entry.body else { panic!("no entry of a chart") };
        chart.evolve(&event.charted, entry);
    }
    chart
}

#[test]
fn only_what_comes_late_is_shown_late() {
    let note = || Charted::NoteWritten { text: "quiet".into() };
    let chart = folded(&[recorded(1, 5, 15, note()), recorded(2, 6, 16, note())]);
    let late: Vec<bool> = timeline(&Session::default(), Some(&chart)).iter().map(|line| line.late).collect();
    assert_eq!(late, [false, true]);
}

/// Notes, marks that they were mistakes, and corrections, of each other and of what is not there.
fn entries() -> impl Strategy<Value = Vec<Recorded>> {
    let one = (0..3_u8, 1..24_u8, 0..180_i64, 0..40_i64);
    prop::collection::vec(one, 1..24).prop_map(|drawn| {
        let numbered = drawn.into_iter().zip(1_u8..);
        let facts = numbered.map(|((kind, about, minute, late), id)| {
            let event = EventId::from_bytes([about; 16]);
            let text = format!("note {id}");
            let note = Charted::NoteWritten { text };
            let charted = match kind {
                0 => note,
                1 => Charted::EnteredInError { event, because: None },
                _ => Charted::Corrected { event, new: Box::new(note), occurred_at: None },
            };
            recorded(id, minute, late, charted)
        });
        facts.collect::<Vec<_>>()
    })
}

proptest! {
    #[test]
    fn the_order_of_arrival_cannot_be_seen(
        (first, second) in entries().prop_flat_map(|all| (Just(all.clone()), Just(all).prop_shuffle()))
    ) {
        let (one, other) = (folded(&first), folded(&second));
        let session = Session::default();
        prop_assert_eq!(timeline(&session, Some(&one)), timeline(&session, Some(&other)));
        prop_assert_eq!(one, other);
    }

    #[test]
    fn nothing_that_was_charted_leaves_the_record(all in entries()) {
        let chart = folded(&all);
        prop_assert_eq!(chart.record().len(), all.len());
        prop_assert!(chart.standing().len() <= all.len());
        prop_assert!(chart.standing().iter().all(|entry| !entry.charted.is_about_another()));
    }
}
