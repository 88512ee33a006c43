use super::*;
use crate::event::Who;
use crate::medicine_session::Act;
use crate::story::{STAFF, Story, default_protocol, instant};

const FIRST: SessionId = SessionId::from_bytes([1; 16]);

fn days(dosed_at: &str, zone: &str) -> Vec<String> {
    let zone = TimeZone::get(zone).unwrap();
    let planned = schedule(instant(dosed_at), &zone, &default_protocol().check_ins);
    let local = |at: Timestamp| at.to_zoned(zone.clone()).strftime("%m-%d %H:%M%:z").to_string();
    planned.into_iter().map(|planned| local(planned.due_at)).collect()
}

/// A dose on 4 May 2026 at 10:00 in Madrid, taken outside the gate.
pub(crate) fn dosed() -> Story {
    let mut story = Story::invited();
    story.does(crate::medicine_session::Command { session: FIRST, act: Act::Open { room: None } });
    let act = Act::RecordDoseOutsideGate {
        lozenges: None,
        dose_mg: 50,
        given_at: story.now,
        given_by: "S. Sample".into(),
        why: "told by the client".into(),
    };
    story.does(crate::medicine_session::Command { session: FIRST, act });
    story
}

fn answer(day: u16, item: Item, answer: Answer) -> Command {
    Command::AnswerCheckIn { check_in: CheckInId { session: FIRST, day }, item, answer }
}

#[test]
fn check_ins_keep_the_local_time_of_the_dose() {
    let due = ["05-05 10:30+02:00", "05-07 10:30+02:00", "05-11 10:30+02:00", "05-18 10:30+02:00"];
    assert_eq!(days("2026-05-04T08:30:00Z", "Europe/Madrid"), due);
}

#[test]
fn check_ins_are_moved_into_the_day() {
    assert_eq!(days("2026-05-04T04:00:00Z", "Europe/Madrid")[0], "05-05 09:00+02:00");
    assert_eq!(days("2026-05-04T21:30:00Z", "Europe/Madrid")[0], "05-05 20:00+02:00");
    assert_eq!(days("2026-05-04T22:30:00Z", "Europe/Madrid")[0], "05-06 09:00+02:00");
}

#[test]
fn clocks_that_go_forward_move_no_check_in() {
    let due = ["03-29 11:00+02:00", "03-31 11:00+02:00", "04-04 11:00+02:00", "04-11 11:00+02:00"];
    assert_eq!(days("2026-03-28T10:00:00Z", "Europe/Madrid"), due);
}

#[test]
fn clocks_that_go_back_move_no_check_in() {
    let due = ["10-25 11:00+01:00", "10-27 11:00+01:00", "10-31 11:00+01:00", "11-07 11:00+01:00"];
    assert_eq!(days("2026-10-24T09:00:00Z", "Europe/Madrid"), due);
    assert_eq!(days("2026-10-31T15:00:00Z", "America/New_York")[0], "11-01 11:00-05:00");
}

#[test]
fn the_window_counts_elapsed_hours_across_a_change_of_clocks() {
    let dosed_at = instant("2026-03-28T10:00:00Z");
    let window = window(dosed_at, &default_protocol().check_ins);
    assert_eq!(window.peak_until, instant("2026-03-31T10:00:00Z"));
    assert_eq!(window.meet_by, instant("2026-03-31T10:00:00Z"));
    assert_eq!(window.open_until, instant("2026-04-11T10:00:00Z"));
    assert_eq!(window.state(instant("2026-03-31T09:59:59Z")), WindowState::Peak);
    assert_eq!(window.state(instant("2026-03-31T10:00:00Z")), WindowState::Open);
    assert_eq!(window.state(instant("2026-04-11T10:00:00Z")), WindowState::Over);
}

#[test]
fn a_check_in_is_missed_when_the_next_one_opens() {
    let zone = TimeZone::UTC;
    let planned = schedule(instant("2026-05-04T10:00:00Z"), &zone, &default_protocol().check_ins);
    assert_eq!(planned[0].opens_at, instant("2026-05-05T08:00:00Z"));
    assert_eq!(planned[0].missed_at, planned[1].opens_at);
    assert_eq!(planned[3].missed_at, instant("2026-05-25T08:00:00Z"));
}

#[test]
fn a_dose_opens_the_window_and_its_check_ins() {
    let mut story = dosed();
    assert_eq!(windows(&story.case).len(), 1);
    story.by = Who::Client;
    let mood = answer(1, Item::Mood, Answer::Rating { rating: 6 });
    assert_eq!(story.refuses(mood.clone()), Refusal::CheckInNotYet);
    story.at("2026-05-05T08:10:00Z");
    story.does(mood);
    story.does(answer(1, Item::Mood, Answer::Rating { rating: 7 }));
    story.does(answer(1, Item::Pain, Answer::Skipped));
    let kept = &story.case.integration.check_ins[&CheckInId { session: FIRST, day: 1 }];
    assert_eq!(kept.answers[&Item::Mood], Answer::Rating { rating: 7 });
    assert_eq!(kept.answers.len(), 2);
}

#[test]
fn an_answer_fits_its_question() {
    let mut story = dosed();
    story.at("2026-05-05T08:10:00Z");
    let wrong = [
        answer(1, Item::Mood, Answer::Rating { rating: 11 }),
        answer(1, Item::SleepHours, Answer::Hours { hours: 25 }),
        answer(1, Item::Craving, Answer::Rating { rating: 1 }),
    ];
    for command in wrong {
        assert_eq!(story.refuses(command), Refusal::AnswerInvalid);
    }
    let no_such_day = answer(2, Item::Mood, Answer::Skipped);
    assert_eq!(story.refuses(no_such_day), Refusal::NoSuchCheckIn);
}

#[test]
fn thoughts_of_harm_wait_for_a_person() {
    let mut story = dosed();
    story.at("2026-05-05T08:10:00Z");
    story.does(answer(1, Item::HarmThoughts, Answer::YesOrNo { says: YesOrNo::Yes }));
    assert!(!story.case.scales.risk.is_assessed());
    let waiting: Vec<_> = story.case.tasks.open().map(|task| task.kind).collect();
    assert!(waiting.contains(&crate::task::Kind::RiskAnswer), "{waiting:?}");
}

#[test]
fn the_client_moves_and_the_check_ins_move_along() {
    let mut story = dosed();
    assert_eq!(story.refuses(Command::TellZone { zone: "Nowhere/Land".into() }), Refusal::ZoneUnknown);
    story.does(Command::TellZone { zone: "America/New_York".into() });
    let planned = planned(&story.case, &zone(&story.case));
    assert_eq!(planned[0].1[0].due_at, instant("2026-05-05T13:00:00Z"));
}

#[test]
fn a_link_is_open_until_it_ends() {
    let mut story = dosed();
    let link = crate::id::LinkId::from_bytes([9; 16]);
    let purpose = crate::link::Purpose::CheckIn(CheckInId { session: FIRST, day: 1 });
    let expires_at = instant("2026-05-12T08:00:00Z");
    story.does(crate::link::Command::Issue { link, purpose, expires_at });
    assert!(story.case.links.by_id[&link].is_open(story.now));
    story.does(crate::link::Command::Revoke { link });
    assert!(!story.case.links.by_id[&link].is_open(story.now));
    assert_eq!(story.refuses(crate::link::Command::Revoke { link }), Refusal::NoSuchLink);
}

#[test]
fn consent_narrows_but_never_widens_under_the_medicine() {
    use crate::consent::{Command, Heard, SafetyTouch, Touch, TouchPlace};
    let mut story = Story::invited();
    let touch = |places: &[TouchPlace]| Touch {
        places: places.iter().copied().collect(),
        safety: SafetyTouch::NotSpokenAbout,
    };
    story.does(Command::AgreeTouch(touch(&[TouchPlace::Hands])));
    let open = Act::Open { room: None };
    story.does(crate::medicine_session::Command { session: FIRST, act: open });
    let (given_at, given_by, why) = (story.now, "S. Sample".to_owned(), "told".to_owned());
    let act = Act::RecordDoseOutsideGate { lozenges: None, dose_mg: 50, given_at, given_by, why };
    story.does(crate::medicine_session::Command { session: FIRST, act });
    let wider = Command::AgreeTouch(touch(&[TouchPlace::Hands, TouchPlace::Feet]));
    assert_eq!(story.refuses(wider), Refusal::NoWideningAfterDose);
    let places = touch(&[]).places;
    story.does(Command::NarrowTouch { places, heard: Heard::InTheRoom });
    assert_eq!(story.refuses(Command::AgreeTouch(touch(&[TouchPlace::Hands]))), Refusal::NoWideningAfterDose);
    story.does(Command::Withdraw { heard: Heard::InTheRoom, words: None });
    assert_eq!(story.by, Who::Staff { staff: STAFF });
}

proptest::proptest! {
    #[test]
    fn check_ins_rise_and_lie_in_the_day(seconds in 1_700_000_000i64..1_900_000_000, place in 0usize..4) {
        let zone = ["Europe/Madrid", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata"][place];
        let zone = TimeZone::get(zone).unwrap();
        let dosed_at = Timestamp::from_second(seconds).unwrap();
        let planned = schedule(dosed_at, &zone, &default_protocol().check_ins);
        proptest::prop_assert_eq!(planned.len(), 4);
        for pair in planned.windows(2) {
            proptest::prop_assert!(pair[0].due_at < pair[1].due_at && pair[0].missed_at <= pair[1].opens_at);
        }
        for one in planned {
            let local = one.due_at.to_zoned(zone.clone());
            proptest::prop_assert!((9..=20).contains(&local.hour()), "{local}");
            proptest::prop_assert!(one.opens_at < one.due_at && one.due_at < one.missed_at);
        }
    }
}

#[test]
fn each_day_asks_a_few_questions_and_always_about_harm() {
    let figures = default_protocol().check_ins;
    for day in [1, 3, 7, 14] {
        let items = asked_on(day, Some(&figures));
        assert!((3..=5).contains(&items.len()), "day {day}: {items:?}");
        assert!(items.contains(&Item::HarmThoughts), "day {day}");
    }
    let mut without = figures.clone();
    let lists = without.questions.as_mut().unwrap();
    lists.value[0].items.retain(|item| *item != Item::HarmThoughts);
    assert!(asked_on(1, Some(&without)).contains(&Item::HarmThoughts), "it is never dropped");
    without.questions = None;
    assert_eq!(asked_on(1, Some(&without)), Item::ALL, "an older protocol asks everything");
}

#[test]
fn where_pain_is_asked_the_relation_to_the_body_is_asked_beside_it() {
    let figures = default_protocol().check_ins;
    for day in [1, 3, 7, 14] {
        let items = asked_on(day, Some(&figures));
        let beside = items.windows(2).any(|pair| pair == [Item::Pain, Item::RelationToBody]);
        assert_eq!(items.contains(&Item::Pain), beside, "day {day}: {items:?}");
    }
}

#[test]
fn a_thread_begins_long_before_any_dose_and_both_write_along_it() {
    let mut story = Story::invited();
    let write = |words: &str| Command::WriteThread { thread: Thread::PainOrIllness, words: words.into() };
    assert_eq!(story.refuses(write("  ")), Refusal::WordsMissing);
    story.does(write("She braces before she stands up."));
    story.by = Who::Client;
    story.does(write("I noticed it too."));
    let entries = &story.case.integration.threads[&Thread::PainOrIllness];
    let by: Vec<bool> = entries.iter().map(|entry| entry.by == Who::Client).collect();
    assert_eq!(by, [false, true]);
}

#[test]
fn a_practice_is_kept_put_off_or_let_go_and_taken_up_again() {
    let mut story = Story::invited();
    let follow = |number, follow| Command::FollowPractice { number, follow };
    assert_eq!(story.refuses(follow(1, Follow::Kept)), Refusal::NoSuchPractice);
    story.does(Command::ChoosePractice { kind: PracticeKind::Rest, words: "I sit down first.".into() });
    assert_eq!(story.refuses(follow(0, Follow::Kept)), Refusal::NoSuchPractice);
    for (said, followed) in
        [(Follow::Kept, true), (Follow::NotNow, true), (Follow::LetGo, false), (Follow::Kept, true)]
    {
        story.does(follow(1, said));
        assert_eq!(story.case.integration.practices[0].is_followed(), followed, "{said:?}");
    }
}

#[test]
fn a_body_map_keeps_place_word_and_strength_and_an_entry_can_be_taken_back() {
    let mut story = Story::invited();
    let felt = |strength| {
        Command::MapBody(Mapped {
            place: BodyPlace::LeftShoulder,
            sensation: Sensation::Tight,
            strength,
            moment: Moment::Before,
            session: None,
        })
    };
    assert_eq!(story.refuses(felt(11)), Refusal::AnswerInvalid);
    story.does(felt(6)).does(felt(3));
    story.does(Command::TakeBodyBack { number: 1 });
    assert_eq!(story.refuses(Command::TakeBodyBack { number: 1 }), Refusal::NothingNew);
    story.does(felt(0));
    let numbers: Vec<u32> = story.case.integration.body.iter().map(|entry| entry.number).collect();
    assert_eq!(numbers, [2, 3], "a number is never used twice");
}
