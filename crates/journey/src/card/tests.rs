use super::*;
use crate::consultation::{Command, Discernment, Spoken};
use crate::story::{Story, instant};

fn conclude(way: Way) -> Command {
    Command::Conclude(Discernment { way, reason: "together".into(), clients_words: None })
}

fn met() -> Story {
    let mut story = Story::invited();
    story.does(Command::Hold(Spoken::default()));
    story
}

#[test]
fn the_stage_follows_what_both_discerned() {
    let mut story = met();
    assert_eq!(stage(&story.case), Stage::Consultation);
    story.does(conclude(Way::GoOn));
    assert_eq!(stage(&story.case), Stage::Screening);
    story.does(crate::preparation::Command::Hold { words: None });
    assert_eq!(stage(&story.case), Stage::Preparation);
    story.does(conclude(Way::AnotherPath { referral: "pain clinic".into() }));
    assert_eq!(stage(&story.case), Stage::Ended);
}

#[test]
fn waiting_is_a_stage_and_falls_due_when_the_client_said() {
    let mut story = met();
    story.does(conclude(Way::GoOn));
    let again = instant("2026-07-01T08:00:00Z");
    story.does(Command::SayNotYet { words: None, ask_again_at: Some(again) });
    assert_eq!(stage(&story.case), Stage::Paused);
    assert_eq!(due(&story.case), [Due { at: again, kind: DueKind::Look }]);
    story.does(Command::Resume);
    assert_eq!((stage(&story.case), due(&story.case)), (Stage::Screening, Vec::new()));
}

#[test]
fn a_window_shows_what_is_unanswered_until_the_client_stops() {
    let mut story = crate::integration::tests::dosed();
    assert_eq!(stage(&story.case), Stage::InSession);
    let window = place(&story.case).window.unwrap();
    let days: Vec<u16> = window.unanswered.iter().map(|one| one.day).collect();
    assert_eq!(days, [1, 3, 7, 14]);
    let after_first = instant("2026-05-07T08:00:00Z");
    assert_eq!(window.next_check_in(after_first).map(|one| one.day), Some(3));
    assert_eq!(due(&story.case).iter().filter(|due| due.kind == DueKind::Send).count(), 4);
    story.does(crate::integration::Command::StopCheckIns);
    assert!(due(&story.case).iter().all(|due| due.kind == DueKind::Look), "nothing is sent any more");
    assert!(place(&story.case).window.unwrap().unanswered.is_empty());
}

#[test]
fn a_card_survives_being_stored() {
    let story = crate::integration::tests::dosed();
    let drawn = place(&story.case);
    let stored = serde_json::to_string(&drawn).unwrap();
    assert_eq!(serde_json::from_str::<Place>(&stored).unwrap(), drawn);
    let older = r#"{"stage":"consultation"}"#;
    assert_eq!(serde_json::from_str::<Place>(older).unwrap().stage, Stage::Consultation);
}
