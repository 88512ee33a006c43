use super::*;
use crate::story::{Story, date, instant};

const TIER: DoseTier = DoseTier::Psycholytic;

fn offer() -> Command {
    Command::Offer { document: DEFAULT.id.into(), tier: TIER }
}

fn agree(clause: &str) -> Command {
    Command::Agree { clause: clause.into(), said_back: "in my words".into() }
}

fn sign() -> Command {
    Command::Sign { name: "Ada Sample".into(), language: "en".into(), document_sha256: "ab".repeat(32) }
}

fn touch(places: &[TouchPlace]) -> Touch {
    Touch { places: places.iter().copied().collect(), safety: SafetyTouch::NotSpokenAbout }
}

fn signed() -> Story {
    let mut story = Story::invited();
    story.does(offer());
    for clause in DEFAULT.required() {
        story.does(agree(clause.id));
    }
    story.does(sign());
    story
}

fn lapse(story: &Story, day: &str) -> Option<Lapse> {
    story.case.consent.covers(TIER, date(day), 1).err()
}

#[test]
fn a_signature_needs_every_clause_said_back() {
    let mut story = Story::invited();
    assert_eq!(story.refuses(sign()), Refusal::ConsentNotOffered);
    story.does(offer());
    let silent = Command::Agree { clause: "touch".into(), said_back: " ".into() };
    assert_eq!(story.refuses(silent), Refusal::SayItBack);
    story.does(agree("touch"));
    let clauses = u32::try_from(DEFAULT.required().count()).unwrap() - 1;
    assert_eq!(story.refuses(sign()), Refusal::ClausesMissing { clauses });
}

#[test]
fn a_signed_consent_holds_for_six_months_its_tier_and_its_protocol() {
    let story = signed();
    assert_eq!(lapse(&story, "2026-11-04"), None);
    assert_eq!(lapse(&story, "2026-11-05"), Some(Lapse::Expired));
    let consent = &story.case.consent;
    assert_eq!(consent.covers(DoseTier::Moderate, date("2026-06-01"), 1), Err(Lapse::LowerTier));
    assert_eq!(consent.covers(TIER, date("2026-06-01"), 2), Err(Lapse::OlderProtocol));
}

#[test]
fn a_required_clause_that_is_no_longer_agreed_ends_it() {
    let mut story = signed();
    story.does(Command::Decline { clause: "stopping".into(), words: None });
    assert_eq!(lapse(&story, "2026-06-01"), Some(Lapse::ClauseDeclined));
}

#[test]
fn a_data_use_is_chosen_and_taken_back_by_itself() {
    let mut story = signed();
    assert!(!story.case.consent.chose("outcomes"));
    story.does(agree("outcomes"));
    assert!(story.case.consent.chose("outcomes"));
    story.does(Command::Decline { clause: "outcomes".into(), words: None });
    assert!(!story.case.consent.chose("outcomes"));
    assert_eq!(lapse(&story, "2026-06-01"), None);
}

#[test]
fn touch_is_nowhere_until_it_is_agreed_and_narrows_in_one_step() {
    let mut story = signed();
    assert!(story.case.consent.touch.places.is_empty());
    story.does(Command::AgreeTouch(touch(&[TouchPlace::Hands, TouchPlace::Shoulders])));
    let narrow = |places: &[TouchPlace]| Command::NarrowTouch {
        places: touch(places).places,
        heard: Heard::InTheRoom,
    };
    assert_eq!(story.refuses(narrow(&[TouchPlace::Feet])), Refusal::NotNarrower);
    story.does(narrow(&[TouchPlace::Hands]));
    assert_eq!(story.case.consent.touch, touch(&[TouchPlace::Hands]));
}

#[test]
fn what_held_at_any_past_instant_can_be_shown() {
    let mut story = signed();
    story.does(Command::AgreeTouch(touch(&[TouchPlace::Hands])));
    story.at("2026-05-04T12:00:00Z");
    story.does(Command::Withdraw { heard: Heard::InTheRoom, words: Some("no more".into()) });
    assert_eq!(lapse(&story, "2026-05-04"), Some(Lapse::Withdrawn));
    assert!(story.case.consent.touch.places.is_empty());
    let before = story.case.consent.as_of(instant("2026-05-04T11:59:59Z"));
    assert_eq!(before.touch, touch(&[TouchPlace::Hands]));
    assert!(before.covers(TIER, date("2026-05-04"), 1).is_ok());
    assert!(story.case.consent.as_of(instant("2026-05-01T00:00:00Z")).signed.is_none());
}

#[test]
fn withdrawing_is_possible_before_anything_was_signed() {
    let mut story = Story::invited();
    story.does(Command::Withdraw { heard: Heard::FromClient, words: None });
    assert!(story.case.consent.withdrawn_at.is_some());
}

#[test]
fn every_clause_is_written_in_every_language() {
    let mut ids = BTreeSet::new();
    for clause in DEFAULT.clauses {
        assert!(ids.insert(clause.id), "{} is there twice", clause.id);
        for language in Document::LANGUAGES {
            let words = clause.words(language);
            assert!(words.title.len() > 10 && words.text.len() > 40 && words.say_it_back.contains('?'));
        }
        assert_ne!(clause.en, clause.es);
    }
    let printed = DEFAULT.printed("es-MX");
    assert!(printed.contains("\n24. ") && printed.starts_with(DEFAULT.id));
}
