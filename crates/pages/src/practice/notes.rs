//! Psychotherapy notes: what the reader keeps of their conversations for themselves.

use journey::psychotherapy_note::{Addition, Note};
use journey::{EventId, Refusal};
use maud::{Markup, html};

use super::medical::WORDS_CHARACTERS_MAX;
use super::subject::{Subject, person_page};
use crate::components::button::{Weight, submit};
use crate::components::field::{Field, Kind, came_back};
use crate::components::{empty, refusal};
use crate::frame::Frame;
use crate::layout::csrf;
use crate::route::Place;
use crate::t;

/// The notes of one author about one person.
#[derive(Clone, Debug, PartialEq)]
pub struct Notes {
    /// About whom.
    pub subject: Subject,
    /// The notes, the newest first.
    pub notes: Vec<Note>,
    /// The forms.
    pub form: Form,
}

/// What was typed, and why it came back.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Form {
    /// Id of this intent, drawn when the page was.
    pub command: String,
    /// What was typed.
    pub words: String,
    /// The note to which it was to be added; none for a new note.
    pub note: Option<EventId>,
    /// Why it came back.
    pub refusal: Option<Refusal>,
}

impl Form {
    /// What came back of the form of this note, or of the new one.
    fn of(&self, note: Option<EventId>) -> (&str, Option<&Refusal>) {
        if self.note == note { (&self.words, self.refusal.as_ref()) } else { ("", None) }
    }
}

/// Draws the page.
pub fn page(frame: &Frame<'_>, context: &Notes) -> Markup {
    let m = frame.messages();
    let main = html! {
        (came_back(m, usize::from(context.form.refusal.is_some())))
        div.columns.deciding {
            section aria-labelledby="written" {
                h2 id="written" { (t!(m, "notes-written")) }
                @if context.notes.is_empty() {
                    (empty::empty(&t!(m, "notes-empty"), html! {}))
                } @else {
                    ol.letters {
                        @for note in &context.notes { li { (written(frame, context, note)) } }
                    }
                }
            }
            (write(frame, context))
        }
    };
    person_page(frame, &context.subject, Some(Place::Notes), &t!(m, "notes-answer"), main)
}

fn written(frame: &Frame<'_>, context: &Notes, note: &Note) -> Markup {
    let clock = frame.clock();
    html! {
        p.small.quiet { time datetime=(note.at.to_string()) { (clock.near(note.at)) } }
        p.letter { (note.words.trim()) }
        @for addition in &note.additions { (added(frame, addition)) }
        (add(frame, context, note))
    }
}

fn added(frame: &Frame<'_>, addition: &Addition) -> Markup {
    let (m, clock) = (frame.messages(), frame.clock());
    html! {
        p.small.quiet {
            time datetime=(addition.at.to_string()) { (t!(m, "notes-added", when = clock.near(addition.at))) }
        }
        p.letter { (addition.words.trim()) }
    }
}

fn add(frame: &Frame<'_>, context: &Notes, note: &Note) -> Markup {
    let m = frame.messages();
    let (words, refused) = context.form.of(Some(note.id));
    html! {
        details.no-print open[refused.is_some()] {
            summary { (t!(m, "notes-add")) }
            form.fields action={ (context.subject.at(Place::Notes).path()) "/addition" } method="post" {
                (csrf(frame))
                input type="hidden" name="command" value=(context.form.command);
                input type="hidden" name="note" value=(note.id);
                (field(frame, &addition_field(note.id), words, refused))
                div.go { (submit(Weight::Ordinary, &t!(m, "notes-add-keep"))) }
            }
        }
    }
}

fn write(frame: &Frame<'_>, context: &Notes) -> Markup {
    let m = frame.messages();
    let (words, refused) = context.form.of(None);
    html! {
        section.sheet.no-print aria-labelledby="write" {
            h2 id="write" { (t!(m, "notes-write")) }
            p.small.quiet { (t!(m, "notes-belongs")) }
            form.fields action=(context.subject.at(Place::Notes).path()) method="post" {
                (csrf(frame))
                input type="hidden" name="command" value=(context.form.command);
                (field(frame, "words", words, refused))
                div.go { (submit(Weight::Primary, &t!(m, "notes-keep"))) }
            }
            p.small.quiet { (t!(m, "notes-apart")) }
        }
    }
}

/// The field of what is added to a note: each has a name of its own, since all stand on one page.
pub fn addition_field(note: EventId) -> String {
    format!("addition-{note}")
}

fn field(frame: &Frame<'_>, name: &str, words: &str, refused: Option<&Refusal>) -> Markup {
    let m = frame.messages();
    let error = refused.map(|found| refusal::words(m, found));
    Field::new(name, &t!(m, "notes-words"), Kind::Long)
        .value(words)
        .error(error.as_deref())
        .characters_max(WORDS_CHARACTERS_MAX)
        .draw(m)
}

/// States of this page. The people in them are made up.
pub fn samples() -> Vec<(&'static str, Notes)> {
    let instant = crate::samples::instant;
    let note = |number: u8, at: &str, words: &str| Note {
        id: EventId::from_bytes([number; 16]),
        at: instant(at),
        words: words.to_owned(),
        additions: Vec::new(),
    };
    let garden = note(
        1,
        "2026-05-02T16:00:00Z",
        "The garden again, and the wall.\nI noticed that I held my breath when she said it.",
    );
    let brother = Addition {
        at: instant("2026-05-03T09:30:00Z"),
        words: "The wall may be her brother. Bring to supervision.".to_owned(),
    };
    let quiet = note(2, "2026-05-11T17:20:00Z", "Long silence near the end. It was hers, and I left it.");
    let form = Form { command: "00000000-0000-7000-8000-000000000051".to_owned(), ..Form::default() };
    let none = Notes { subject: Subject::sample(), notes: Vec::new(), form: form.clone() };
    let notes = vec![quiet.clone(), Note { additions: vec![brother], ..garden }];
    let usual = Notes { notes, ..none.clone() };
    let refused = Form { note: Some(quiet.id), refusal: Some(Refusal::WordsMissing), ..form };
    let refused = Notes { form: refused, ..usual.clone() };
    let many = (0..40).map(|number| Note { id: EventId::from_bytes([number; 16]), ..quiet.clone() });
    let full = Notes { notes: many.collect(), ..usual.clone() };
    vec![("none", none), ("usual", usual), ("refused", refused), ("full", full)]
}
