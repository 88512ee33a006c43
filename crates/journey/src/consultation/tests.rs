use super::*;
use crate::story::{Story, instant};

fn discernment(way: Way) -> Command {
    Command::Conclude(Discernment {
        way,
        reason: "we both want to".into(),
        clients_words: Some("I would like to try".into()),
    })
}

#[test]
fn a_consultation_ends_in_a_shared_discernment() {
    let mut story = Story::invited();
    assert_eq!(story.refuses(discernment(Way::GoOn)), Refusal::NoConsultation);
    story.does(Command::Hold(Spoken { goals: Some("  sleep again ".into()), ..Spoken::default() }));
    assert_eq!(story.case.consultation.spoken.goals.as_deref(), Some("sleep again"));
    story.does(discernment(Way::GoOn));
    assert!(story.case.consultation.goes_on());
}

#[test]
fn another_path_names_where_to() {
    let mut story = Story::invited();
    story.does(Command::Hold(Spoken::default()));
    let nowhere = Way::AnotherPath { referral: " ".into() };
    assert_eq!(story.refuses(discernment(nowhere)), Refusal::ReferralMissing);
}

#[test]
fn nobody_is_met_before_they_are_invited() {
    let story = Story::new();
    assert_eq!(story.refuses(Command::Hold(Spoken::default())), Refusal::NotInvited);
}

#[test]
fn a_question_stays_until_it_is_answered() {
    let mut story = Story::invited();
    story.does(Command::Ask { question: "Will I remember it?".into() });
    story.does(Command::Ask { question: "Who is with me?".into() });
    story.does(Command::Answer { number: 2, answer: "I am, all the time.".into() });
    let open: Vec<u32> = story.case.consultation.open_questions().map(|q| q.number).collect();
    assert_eq!(open, [1]);
    let again = Command::Answer { number: 2, answer: "Twice.".into() };
    assert_eq!(story.refuses(again), Refusal::NoSuchQuestion);
}

#[test]
fn the_client_sets_the_pace() {
    let mut story = Story::invited();
    assert_eq!(story.refuses(Command::Resume), Refusal::NotPaused);
    let ask_again_at = Some(instant("2026-06-01T09:00:00Z"));
    story.does(Command::SayNotYet { words: None, ask_again_at });
    assert_eq!(story.case.consultation.not_yet.as_ref().and_then(|n| n.ask_again_at), ask_again_at);
    story.does(Command::Resume);
    assert_eq!(story.case.consultation.not_yet, None);
}
