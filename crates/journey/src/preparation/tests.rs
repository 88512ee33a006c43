use super::*;
use crate::story::Story;

fn intention(words: &str) -> Command {
    Command::Write(Entry::Intention { words: words.into() })
}

#[test]
fn what_was_found_together_stands_until_it_is_taken_back() {
    let mut story = Story::invited();
    story.does(intention("to be kinder to my back"));
    story.does(Command::Write(Entry::Signal { sign: "palm out".into(), meaning: "no touch".into() }));
    story.does(Command::TakeBack { number: 1 });
    story.does(intention("to rest"));
    let preparation = &story.case.preparation;
    assert_eq!(preparation.intentions().collect::<Vec<_>>(), ["to rest"]);
    assert_eq!(preparation.signals().collect::<Vec<_>>(), [("palm out", "no touch")]);
    assert_eq!(story.refuses(Command::TakeBack { number: 1 }), Refusal::NoSuchEntry);
}

#[test]
fn an_entry_without_words_is_refused() {
    let story = Story::invited();
    assert_eq!(story.refuses(intention("  ")), Refusal::WordsMissing);
    let nobody = Person { name: String::new(), phone: None };
    let escort = Command::Arrange { part: Companion::Escort, person: nobody };
    assert_eq!(story.refuses(escort), Refusal::NameMissing);
}

#[test]
fn readiness_lists_what_is_in_and_what_is_missing() {
    let mut story = Story::invited();
    let missing = |story: &Story| -> Vec<Need> {
        let list = readiness(&story.case, story.practice.date_at(story.now));
        list.into_iter().filter(|(_, standing)| *standing == Readiness::Missing).map(|row| row.0).collect()
    };
    assert_eq!(missing(&story).len(), Need::ALL.len());
    story.does(intention("to rest"));
    story.does(Command::TellFasting);
    let still = missing(&story);
    assert!(!still.contains(&Need::Intention) && !still.contains(&Need::Fasting));
    assert!(still.contains(&Need::Escort) && still.contains(&Need::Consent));
}
