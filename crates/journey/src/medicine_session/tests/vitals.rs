use super::{SESSION, act, arrived, calm, dosed, outside_dose, session};
use crate::medicine_session::act::Act;
use crate::medicine_session::gate_input::gate_input;
use crate::medicine_session::vitals::{Seen, Vitals, assess, before_dose, sets};
use crate::medicine_session::vitals_due::{self, DueSet, Standing, next_due, vitals_due};
use crate::protocol::{Level, Line, Measure, Sign};
use crate::refusal::Refusal;
use crate::story::{Story, default_protocol};

fn due(story: &Story) -> Vec<DueSet> {
    let standing = story.case.chart_of(SESSION).map(|chart| chart.standing()).unwrap_or_default();
    vitals_due(session(story), &standing, &default_protocol(), story.now)
}

fn standings(story: &Story) -> Vec<(i64, Standing)> {
    due(story).iter().map(|set| (set.minute, set.standing)).collect()
}

fn only(systolic_mmhg: i64, diastolic_mmhg: i64) -> Vitals {
    Vitals { systolic_mmhg: Some(systolic_mmhg), diastolic_mmhg: Some(diastolic_mmhg), ..Vitals::default() }
}

#[test]
fn a_slip_of_the_finger_is_refused_with_the_range() {
    let story = arrived();
    let refusal = story.refuses(act(Act::TakeVitals(only(1_220, 78))));
    let Refusal::ValueImpossible { field, value: 1_220, low: 50, high: 280 } = refusal else {
        panic!("{refusal:?}")
    };
    assert_eq!(field, "systolic_mmhg");
    assert_eq!(story.refuses(act(Act::TakeVitals(only(78, 122)))), Refusal::PressureReversed);
    assert_eq!(story.refuses(act(Act::TakeVitals(Vitals::default()))), Refusal::VitalsMissing);
    let far = Vitals { dissociation_0_10: Some(11), ..Vitals::default() };
    assert!(matches!(story.refuses(act(Act::TakeVitals(far))), Refusal::ValueImpossible { .. }));
}

#[test]
fn distress_and_pain_may_stand_alone_and_end_at_ten() {
    let mut story = arrived();
    let asked = |distress_0_10, pain_0_10| Vitals { distress_0_10, pain_0_10, ..Vitals::default() };
    for (set, field) in [(asked(Some(11), None), "distress_0_10"), (asked(None, Some(-1)), "pain_0_10")] {
        let refusal = story.refuses(act(Act::TakeVitals(set)));
        assert!(
            matches!(refusal, Refusal::ValueImpossible { field: ref named, .. } if named == field),
            "{refusal:?}"
        );
    }
    story.does(act(Act::TakeVitals(asked(Some(10), Some(0)))));
    let standing = story.case.chart_of(SESSION).unwrap().standing();
    let before = before_dose(&standing, None);
    assert_eq!((before.distress_0_10, before.pain_0_10), (Some(10), Some(0)));
}

#[test]
fn how_a_level_was_found_is_kept_with_a_level_only() {
    let mut story = arrived();
    let seen = Vitals { moaas_seen: Some(Seen::ByObservation), ..only(122, 78) };
    story.does(act(Act::TakeVitals(seen)));
    story.does(act(Act::TakeVitals(Vitals { moaas: Some(5), ..seen })));
    let standing = story.case.chart_of(SESSION).unwrap().standing();
    let kept: Vec<_> = sets(&standing).map(|(_, set)| set.moaas_seen).collect();
    assert_eq!(kept, [None, Some(Seen::ByObservation)]);
}

#[test]
fn what_was_measured_is_taken_without_a_protocol() {
    let mut story = Story::without_protocol();
    story.does(act(Act::Open { room: None })).does(act(Act::TakeVitals(only(300, 78))));
    assert_eq!(story.case.chart_of(SESSION).unwrap().events(), 1);
}

#[test]
fn a_rise_is_acted_on_below_the_act_line() {
    let protocol = default_protocol();
    let found = assess(&only(164, 94), &calm(), &protocol.bands);
    assert_eq!((found.level, found.again_in_minutes), (Level::Act, Some(5)));
    let systolic = found.findings[0];
    assert_eq!((systolic.sign, systolic.rise), (Sign::Systolic, Some(42)));
    assert_eq!(systolic.limit, Some(Line::AtOrAbove(40)));
    assert_eq!(found.findings[1].level, Level::Concerning);
}

#[test]
fn the_lines_of_each_sign_are_the_protocols() {
    let protocol = default_protocol();
    let level = |vitals: Vitals| assess(&vitals, &calm(), &protocol.bands).level;
    assert_eq!(level(Vitals { spo2_percent: Some(96), ..Vitals::default() }), Level::InBand);
    assert_eq!(level(Vitals { spo2_percent: Some(95), ..Vitals::default() }), Level::Concerning);
    assert_eq!(level(Vitals { spo2_percent: Some(93), ..Vitals::default() }), Level::Act);
    assert_eq!(level(Vitals { spo2_percent: Some(89), ..Vitals::default() }), Level::Emergency);
    assert_eq!(level(Vitals { moaas: Some(2), ..Vitals::default() }), Level::Emergency);
}

#[test]
fn the_reading_before_the_dose_is_the_last_before_it() {
    let mut story = arrived();
    story.does(act(Act::TakeVitals(only(150, 90)))).at("2026-05-12T08:10:00Z");
    story.does(act(Act::TakeVitals(only(138, 84)))).at("2026-05-12T08:30:00Z");
    story.does(act(outside_dose(100, "2026-05-12T08:30:00Z"))).at("2026-05-12T09:00:00Z");
    story.does(act(Act::TakeVitals(only(160, 92))));
    let standing = story.case.chart_of(SESSION).unwrap().standing();
    let before = before_dose(&standing, session(&story).first_dose_at());
    assert_eq!(before.systolic_mmhg, Some(138));
}

#[test]
fn sets_fall_due_from_the_dose_and_grow_late() {
    let mut story = dosed();
    assert_eq!(standings(&story)[0], (15, Standing::Ahead));
    story.at("2026-05-12T08:45:00Z");
    assert_eq!(standings(&story)[0], (15, Standing::Due));
    story.at("2026-05-12T08:50:00Z");
    assert_eq!(standings(&story)[0], (15, Standing::Late));
    story.at("2026-05-12T08:55:00Z");
    assert_eq!(standings(&story)[0], (15, Standing::Overdue));
    story.at("2026-05-12T09:01:00Z").does(act(Act::TakeVitals(calm())));
    assert_eq!(standings(&story)[1], (30, Standing::Taken));
}

#[test]
fn a_set_that_was_missed_hides_nothing_that_is_due_after_it() {
    let mut story = dosed();
    let next = |story: &Story| next_due(&due(story)).map(|set| (set.minute, set.standing)).unwrap();
    story.at("2026-05-12T08:58:00Z");
    assert_eq!(next(&story), (15, Standing::Overdue), "nobody has measured since: it asks on");
    story.at("2026-05-12T09:01:00Z").does(act(Act::TakeVitals(calm())));
    assert_eq!(standings(&story)[..2], [(15, Standing::Missed), (30, Standing::Taken)]);
    assert_eq!(next(&story), (45, Standing::Ahead));
    // The set of minute 45 is missed as well, and the next value is one that asks for a hand.
    story
        .at("2026-05-12T09:30:00Z")
        .does(act(Act::TakeVitals(Vitals { systolic_mmhg: Some(204), ..calm() })));
    assert_eq!(standings(&story)[2..4], [(45, Standing::Missed), (60, Standing::Taken)]);
    assert_eq!(next(&story), (65, Standing::Ahead), "and it is the one that is measured again");
    story.at("2026-05-12T09:41:00Z");
    assert_eq!(next(&story), (65, Standing::Late));
}

#[test]
fn a_part_of_a_set_leaves_the_rest_due() {
    let mut story = dosed();
    story.at("2026-05-12T09:00:00Z").does(act(Act::TakeVitals(only(122, 78))));
    let set = due(&story).into_iter().find(|set| set.minute == 30).unwrap();
    assert_eq!(set.standing, Standing::Due);
    assert_eq!(set.missing.len(), set.measures.len() - 1);
}

#[test]
fn a_further_dose_starts_the_schedule_again() {
    let mut story = dosed();
    story.at("2026-05-12T08:50:00Z").does(act(outside_dose(50, "2026-05-12T08:50:00Z")));
    let minutes: Vec<i64> = due(&story).iter().map(|set| set.minute).collect();
    assert_eq!(minutes, [15, 30, 45, 30, 45, 60, 120], "the first's until the second's own first");
}

#[test]
fn every_half_hour_until_the_client_leaves() {
    let mut story = dosed();
    story.at("2026-05-12T11:31:00Z");
    let minutes: Vec<i64> = due(&story).iter().map(|set| set.minute).collect();
    assert_eq!(minutes[5..], [120, 150, 180, 210]);
    let leave = Act::LeaveAgainstAdvice { witness: "Sam Sample".into(), plan: "call at noon".into() };
    story.does(act(leave)).at("2026-05-12T15:00:00Z");
    assert_eq!(due(&story).last().map(|set| set.minute), Some(180));
}

#[test]
fn a_pressure_is_left_out_once_but_not_twice() {
    let mut story = dosed();
    let defer = || act(Act::DeferVitals { reason: "settled; colour and breath seen".into() });
    story.at("2026-05-12T09:00:00Z").does(defer());
    assert_eq!(standings(&story)[1], (30, Standing::Deferred));
    story.at("2026-05-12T09:15:00Z");
    assert_eq!(story.refuses(defer()), Refusal::DeferredBefore);
    story.does(act(Act::TakeVitals(calm()))).at("2026-05-12T09:30:00Z").does(defer());
}

#[test]
fn an_act_line_asks_again_after_five_minutes() {
    let mut story = dosed();
    story
        .at("2026-05-12T09:00:00Z")
        .does(act(Act::TakeVitals(Vitals { systolic_mmhg: Some(184), ..calm() })));
    story.at("2026-05-12T09:02:00Z");
    let sets = due(&story);
    let next = next_due(&sets[1..]).unwrap();
    assert_eq!((next.minute, next.missing.len(), next.standing), (35, 1, Standing::Ahead));
    story.at("2026-05-12T09:06:00Z").does(act(Act::TakeVitals(calm())));
    assert!(due(&story).iter().all(|set| set.minute != 35));
}

#[test]
fn what_asks_for_a_look_is_measured_again_when_it_was_agreed() {
    let mut story = dosed();
    story.at("2026-05-12T09:02:00Z").does(act(Act::TakeVitals(only(146, 88))));
    let again = |story: &Story| due(story).into_iter().find(|set| set.measures == [Measure::BloodPressure]);
    assert_eq!(again(&story), None, "nobody has agreed on a time");
    story.does(act(Act::AskRecheck { minutes: 10 }));
    let asked = again(&story).expect("the time that was agreed");
    assert_eq!((asked.due_at, asked.standing), (vitals_due::after(story.now, 10), Standing::Ahead));
    story.at("2026-05-12T09:11:00Z").does(act(Act::TakeVitals(only(128, 80))));
    assert_eq!(again(&story), None, "it was measured, and asks for nothing");
}

#[test]
fn a_recheck_is_never_later_than_an_act_line_asks_for() {
    let mut story = dosed();
    story.at("2026-05-12T09:02:00Z").does(act(Act::TakeVitals(only(186, 88))));
    let again = |sets: Vec<DueSet>| sets.into_iter().find(|set| set.measures == [Measure::BloodPressure]);
    let first = |story: &Story| again(due(story)).expect("an act line is crossed").due_at;
    let by_protocol = first(&story);
    story.does(act(Act::AskRecheck { minutes: 15 }));
    assert_eq!(first(&story), by_protocol);
    story.does(act(Act::AskRecheck { minutes: 2 }));
    assert_eq!(first(&story), vitals_due::after(story.now, 2));
    for minutes in [0, 31] {
        let refusal = story.refuses(act(Act::AskRecheck { minutes }));
        assert!(matches!(refusal, Refusal::ValueImpossible { low: 1, high: 30, .. }), "{refusal:?}");
    }
}

#[test]
fn a_pressure_that_holds_the_dose_is_taken_again_after_a_rest() {
    let mut story = arrived();
    story.at("2026-05-12T08:00:00Z").does(act(Act::TakeVitals(only(165, 88))));
    let again = || [(crate::story::instant("2026-05-12T08:05:00Z"), vec![Measure::BloodPressure])];
    let asked =
        |story: &Story| -> Vec<_> { due(story).into_iter().map(|set| (set.due_at, set.measures)).collect() };
    assert_eq!(asked(&story), again());
    story.at("2026-05-12T08:02:00Z").does(act(Act::TakeVitals(only(150, 86))));
    assert_eq!(asked(&story), again(), "sooner than the rest it takes no place");
    story.at("2026-05-12T08:05:00Z").does(act(Act::TakeVitals(only(158, 86))));
    assert_eq!(asked(&story), []);
}

#[test]
fn the_gate_counts_a_lower_pressure_only_after_the_rest() {
    let systolic = |minutes: i64| {
        let mut story = arrived();
        story.at("2026-05-12T08:00:00Z").does(act(Act::TakeVitals(only(165, 88))));
        story.now += jiff::SignedDuration::from_mins(minutes);
        story.does(act(Act::TakeVitals(only(150, 86))));
        let input = gate_input(&story.case, SESSION, &story.practice, story.now, Some(50));
        input.vital_signs.systolic_mmhg.map(|one| (one.value, one.age_minutes))
    };
    assert_eq!(systolic(4), Some((165, 4)));
    assert_eq!(systolic(5), Some((150, 0)));
    let mut story = arrived();
    story.at("2026-05-12T08:00:00Z").does(act(Act::TakeVitals(only(150, 86))));
    story.at("2026-05-12T08:01:00Z").does(act(Act::TakeVitals(only(165, 88))));
    let input = gate_input(&story.case, SESSION, &story.practice, story.now, Some(50));
    assert_eq!(
        input.vital_signs.systolic_mmhg.map(|one| one.value),
        Some(165),
        "a higher one counts at once"
    );
}
