#![allow(clippy::unwrap_used, reason = "a test that fails says what broke")]

use super::*;
use crate::story::{STAFF, Story};
use crate::{Compartment, Stream, id::ClientId};

const COLLEAGUE: StaffId = StaffId::from_bytes([8; 16]);

fn write(words: &str) -> Command {
    Command::Write { words: words.to_owned() }
}

fn notes(story: &Story) -> &Notes {
    story.case.notes.as_ref().unwrap()
}

#[test]
fn given_a_note_when_something_is_added_then_what_stood_there_stays() {
    let mut story = Story::invited();
    story.does(write(" She spoke of the garden. \r\n Twice. "));
    let note = notes(&story).all[0].id;
    story.at("2026-05-05T08:00:00Z");
    story.does(Command::AddTo { note, words: "And of her brother.".to_owned() });
    let all = &notes(&story).all;
    assert_eq!((all.len(), all[0].words.as_str()), (1, "She spoke of the garden. \n Twice."));
    let addition = Addition { at: story.now, words: "And of her brother.".to_owned() };
    assert_eq!(all[0].additions, [addition]);
}

#[test]
fn given_a_note_of_somebody_elses_when_a_colleague_adds_to_it_then_it_is_not_there() {
    let mut story = Story::invited();
    story.does(write("She spoke of the garden."));
    let note = notes(&story).all[0].id;
    let adds = Command::AddTo { note, words: "Me too.".to_owned() };
    story.by = Who::Staff { staff: COLLEAGUE };
    assert_eq!(story.refuses(adds.clone()), Refusal::NoSuchEntry);
    story.by = Who::Staff { staff: STAFF };
    story.does(adds);
}

#[test]
fn given_nobody_of_the_practice_when_they_write_a_note_then_it_is_refused() {
    let mut story = Story::invited();
    story.by = Who::Client;
    assert_eq!(story.refuses(write("Mine.")), Refusal::NotAClinician);
}

#[test]
fn given_no_words_or_too_many_when_a_note_is_written_then_it_is_refused() {
    let story = Story::invited();
    assert_eq!(story.refuses(write(" \n ")), Refusal::WordsMissing);
    let long = "a".repeat(text::PARAGRAPH_CHARACTERS_MAX as usize + 1);
    assert!(matches!(story.refuses(write(&long)), Refusal::TextTooLong { .. }));
}

#[test]
fn a_note_lies_in_a_stream_and_under_a_key_of_its_authors_own() {
    let mut story = Story::invited();
    story.does(write("She spoke of the garden."));
    let body = &story.history.last().unwrap().body;
    let client = ClientId::from_bytes([3; 16]);
    assert_eq!(body.stream(Some(client)), Some(Stream::Notes(client, STAFF)));
    assert_eq!(body.compartment(), Compartment::PsychotherapyNotes(STAFF));
}

#[test]
fn notes_of_another_author_make_way_in_a_case() {
    let mut story = Story::invited();
    story.does(write("She spoke of the garden."));
    story.by = Who::Staff { staff: COLLEAGUE };
    story.does(write("He asked me to hold it."));
    assert_eq!((notes(&story).author, notes(&story).all.len()), (COLLEAGUE, 1));
}
