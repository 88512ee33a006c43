//! Messages of one person and those who care for them: what waits, what was written, the answer.

use jiff::Timestamp;
use journey::Refusal;
use maud::{Markup, html};

use super::subject::{Subject, person_page};
use crate::components::field::{self, Field, came_back};
use crate::components::level::{Level, level};
use crate::components::{button, empty, refusal, words as said};
use crate::frame::Frame;
use crate::layout::csrf;
use crate::messages::Messages;
use crate::route::Place;
use crate::t;
use crate::time::list;

/// Characters that a message may have.
pub const WORDS_CHARACTERS_MAX: usize = 4_000;

/// The messages of one person.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Conversation {
    /// Whose, and where else to look.
    pub subject: Subject,
    /// What was written, the newest first.
    pub entries: Vec<Entry>,
    /// How many of the client's wait for an answer, and until when.
    pub waits: Option<(usize, Timestamp)>,
    /// Whether a link to the client's own pages is open.
    pub is_reached: bool,
    /// The forms, where the reader may.
    pub form: Option<Form>,
}

/// What stands in a conversation.
#[derive(Clone, Debug, PartialEq)]
pub enum Entry {
    /// Somebody wrote.
    Message(Message),
    /// The client was answered in another way, or asked for nothing.
    Settled {
        /// When.
        at: Timestamp,
        /// By whom.
        by: String,
        /// How; none where it asked for nothing.
        words: Option<String>,
    },
}

/// What a message is to the screening.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Part {
    /// Nothing.
    #[default]
    Letter,
    /// A question that was asked from there.
    Question,
    /// The client's answer to one.
    Answer,
}

/// One message.
#[derive(Clone, Debug, PartialEq)]
pub struct Message {
    /// Its number.
    pub number: u32,
    /// When it was written.
    pub at: Timestamp,
    /// Who wrote it; none for the client.
    pub by: Option<String>,
    /// The words.
    pub words: String,
    /// What it is to the screening.
    pub part: Part,
    /// Who of the other side had read it, and when; no name for the client.
    pub read: Vec<(Option<String>, Timestamp)>,
    /// When it was taken back.
    pub taken_back_at: Option<Timestamp>,
    /// Whether the reader wrote it.
    pub is_mine: bool,
    /// Whether the reader has not said yet that they read it.
    pub is_new: bool,
    /// Whether it waits for an answer.
    pub waits: bool,
}

/// What was typed, and why it came back.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Form {
    /// Id of this intent, drawn when the page was.
    pub command: String,
    /// The newest message that the page shows; 0 where there is none.
    pub seen: u32,
    /// What was typed.
    pub words: String,
    /// Why it came back.
    pub refusal: Option<Refusal>,
}

/// How a conversation is read: by whom, and where its forms lead.
#[derive(Clone, Copy, Debug)]
pub struct Reading<'a> {
    /// How the client is called here.
    pub client: &'a str,
    /// The path of the page.
    pub path: &'a str,
    /// The form whose intent the small forms share; none where the reader writes nothing.
    pub form: Option<&'a Form>,
}

/// Draws the page.
pub fn page(frame: &Frame<'_>, conversation: &Conversation) -> Markup {
    let path = conversation.subject.at(Place::Messages).path();
    let name = conversation.subject.person.name.as_str();
    let reading = Reading { client: name, path: &path, form: conversation.form.as_ref() };
    let refused = conversation.form.as_ref().is_some_and(|form| form.refusal.is_some());
    let main = html! {
        (came_back(frame.messages(), usize::from(refused)))
        div.columns.deciding {
            (written(frame, &reading, &conversation.entries))
            @if let Some(form) = &conversation.form { (answer(frame, conversation, form)) }
        }
    };
    person_page(frame, &conversation.subject, Some(Place::Messages), &answers(frame, conversation), main)
}

fn answers(frame: &Frame<'_>, conversation: &Conversation) -> String {
    let (m, clock) = (frame.messages(), frame.clock());
    match conversation.waits {
        Some((count, by)) if by <= frame.now => t!(m, "messages-late", count = count, by = clock.near(by)),
        Some((count, by)) => t!(m, "messages-wait", count = count, by = clock.near(by)),
        None if conversation.entries.is_empty() => t!(m, "messages-nothing"),
        None => t!(m, "messages-answered"),
    }
}

fn written(frame: &Frame<'_>, reading: &Reading<'_>, entries: &[Entry]) -> Markup {
    let m = frame.messages();
    html! {
        section aria-labelledby="written" {
            h2 id="written" { (t!(m, "messages-written")) }
            @if entries.is_empty() {
                (empty::empty(&t!(m, "messages-empty"), html! {}))
            } @else {
                (letters(frame, reading, entries))
            }
        }
    }
}

/// Entries in a list, each with who wrote it, who has read it and what became of it.
pub fn letters<'a>(
    frame: &Frame<'_>,
    reading: &Reading<'_>,
    entries: impl IntoIterator<Item = &'a Entry>,
) -> Markup {
    html! {
        ol.letters {
            @for entry in entries {
                @match entry {
                    Entry::Message(message) => li { (letter(frame, reading, message)) },
                    Entry::Settled { at, by, words } => li { (settled(frame, *at, by, words.as_deref())) },
                }
            }
        }
    }
}

fn letter(frame: &Frame<'_>, reading: &Reading<'_>, message: &Message) -> Markup {
    let (m, clock) = (frame.messages(), frame.clock());
    let words = match &message.by {
        None => said::quote(frame, &message.words),
        Some(_) => html! { p.letter { (message.words.trim()) } },
    };
    html! {
        p.small {
            b { (message.by.as_deref().unwrap_or(reading.client)) } span.quiet { " · " }
            time.quiet datetime=(message.at.to_string()) { (clock.near(message.at)) }
            @match message.part {
                Part::Letter => {},
                Part::Question => span.quiet { " · " (t!(m, "messages-question")) },
                Part::Answer => span.quiet { " · " (t!(m, "messages-an-answer")) },
            }
            @if message.is_new { " · " (level(Level::Inform, &t!(m, "messages-new"))) }
        }
        @match message.taken_back_at {
            Some(at) => {
                del { (words) }
                p.small.quiet { (t!(m, "messages-taken-back", when = clock.near(at))) }
            }
            None => {
                (words)
                (read(frame, message))
                @if message.waits { p.small { (t!(m, "messages-waits")) } }
                @if let Some(form) = reading.form.filter(|_| message.is_mine) {
                    (take_back(frame, reading, message, form))
                }
            }
        }
    }
}

/// Who has read it, by name; the client is the only one on their side.
fn read(frame: &Frame<'_>, message: &Message) -> Markup {
    let (m, clock) = (frame.messages(), frame.clock());
    html! {
        @for (name, at) in &message.read {
            p.small.quiet {
                @match name {
                    Some(name) => (t!(m, "messages-read-by", name = name.as_str(), when = clock.near(*at))),
                    None => (t!(m, "messages-read", when = clock.near(*at))),
                }
            }
        }
        @if message.read.is_empty() && !message.is_new { p.small.quiet { (t!(m, "messages-unread")) } }
    }
}

fn take_back(frame: &Frame<'_>, reading: &Reading<'_>, message: &Message, form: &Form) -> Markup {
    let m = frame.messages();
    html! {
        details.no-print {
            summary { (t!(m, "messages-take-back")) }
            form action={ (reading.path) "/take-back" } method="post" {
                (csrf(frame))
                input type="hidden" name="command" value=(form.command);
                input type="hidden" name="number" value=(message.number);
                p.small { (t!(m, "messages-take-back-says")) }
                (button::submit(button::Weight::Ordinary, &t!(m, "messages-take-back-keep")))
            }
        }
    }
}

fn settled(frame: &Frame<'_>, at: Timestamp, by: &str, words: Option<&str>) -> Markup {
    let (m, clock) = (frame.messages(), frame.clock());
    html! {
        p.small { b { (by) } span.quiet { " · " } time.quiet datetime=(at.to_string()) { (clock.near(at)) } }
        @match words {
            Some(words) => {
                p.small.quiet { (t!(m, "messages-settled")) }
                p.letter { (words.trim()) }
            }
            None => p.small.quiet { (t!(m, "messages-needed-none")) },
        }
    }
}

/// Says that what is new was read: it answers nothing, and nobody else is said to have read it.
pub fn mark_read(frame: &Frame<'_>, reading: &Reading<'_>) -> Markup {
    let m = frame.messages();
    html! {
        @if let Some(form) = reading.form {
            form.no-print action={ (reading.path) "/read" } method="post" {
                (csrf(frame))
                input type="hidden" name="command" value=(form.command);
                input type="hidden" name="seen" value=(form.seen);
                (button::submit(button::Weight::Ordinary, &t!(m, "messages-mark-read")))
            }
        }
    }
}

/// The form of a message; the newest one on the page goes with it.
pub fn write(frame: &Frame<'_>, reading: &Reading<'_>, label: &str, class: &str) -> Markup {
    let m = frame.messages();
    let Some(form) = reading.form else { return html! {} };
    let error = form.refusal.as_ref().map(|found| refusal::words(m, found));
    html! {
        form class=(class) action=(reading.path) method="post" data-keeps[frame.shelf.is_some()] {
            (csrf(frame))
            input type="hidden" name="command" value=(form.command);
            input type="hidden" name="seen" value=(form.seen);
            (Field::new("words", label, field::Kind::Long).value(&form.words).error(error.as_deref())
                .characters_max(WORDS_CHARACTERS_MAX).draw(m))
            div.go { (button::submit(button::Weight::Primary, &t!(m, "messages-send"))) }
        }
    }
}

fn answer(frame: &Frame<'_>, conversation: &Conversation, form: &Form) -> Markup {
    let m = frame.messages();
    let subject = &conversation.subject;
    let (path, name) = (subject.at(Place::Messages).path(), subject.person.name.as_str());
    let reading = Reading { client: name, path: &path, form: Some(form) };
    let (title, label) = match conversation.waits {
        Some(_) => (t!(m, "messages-answer"), t!(m, "messages-your-answer")),
        None => (t!(m, "messages-write"), t!(m, "messages-your-message")),
    };
    let is_new = |entry: &Entry| matches!(entry, Entry::Message(message) if message.is_new);
    html! {
        section.sheet.no-print aria-labelledby="answer" {
            h2 id="answer" { (title) }
            @if conversation.is_reached {
                p.small.quiet { (t!(m, "messages-reaches", name = name)) }
            } @else {
                p.small { (level(Level::Look, &t!(m, "messages-no-link", name = name))) }
                p.way { a href=(subject.at(Place::Links).path()) { (t!(m, "messages-make-link")) } }
            }
            (write(frame, &reading, &label, "fields"))
            @if conversation.entries.iter().any(is_new) { (mark_read(frame, &reading)) }
            @if conversation.waits.is_some() { (settle(frame, &reading, form)) }
        }
    }
}

/// Answered on the telephone, or nothing that asks for an answer.
fn settle(frame: &Frame<'_>, reading: &Reading<'_>, form: &Form) -> Markup {
    let m = frame.messages();
    html! {
        details {
            summary { (t!(m, "messages-settle")) }
            form.fields action={ (reading.path) "/settle" } method="post" {
                (csrf(frame))
                input type="hidden" name="command" value=(form.command);
                input type="hidden" name="seen" value=(form.seen);
                (Field::new("how", &t!(m, "messages-settle-words"), field::Kind::Line).optional()
                    .hint(&t!(m, "messages-settle-hint")).characters_max(WORDS_CHARACTERS_MAX).draw(m))
                div.go { (button::submit(button::Weight::Ordinary, &t!(m, "messages-settle-keep"))) }
            }
        }
    }
}

/// "Ana Sample has written to you."
pub fn new_from(m: Messages, names: &[String]) -> String {
    let all: Vec<&str> = names.iter().map(String::as_str).collect();
    t!(m, "messages-new-from", count = all.len(), names = list(m, &all))
}

/// Made-up messages, the newest first, as one of two sides reads them.
pub(crate) fn sample(of_client: bool) -> Vec<Entry> {
    let instant = crate::samples::instant;
    let message = |number, at: &str, by: Option<&str>, words: &str| Message {
        number,
        at: instant(at),
        by: by.map(str::to_owned),
        words: words.to_owned(),
        part: Part::Letter,
        read: Vec::new(),
        taken_back_at: None,
        is_mine: by.is_none() == of_client,
        is_new: false,
        waits: false,
    };
    let ana = || Some("Ana Sample".to_owned());
    let blanket = message(1, "2026-05-11T16:00:00Z", None, "May I bring my own blanket on Tuesday?");
    let please =
        message(2, "2026-05-11T18:20:00Z", Some("Ana Sample"), "Please do. It will be cool in the room.");
    let wrong = message(3, "2026-05-13T15:00:00Z", Some("Ana Sample"), "See you at ten.");
    let right = message(
        4,
        "2026-05-13T15:02:00Z",
        Some("Ana Sample"),
        "See you at nine, I meant.\n\nCome a little earlier if you can.",
    );
    vec![
        Entry::Message(Message { read: vec![(None, instant("2026-05-13T18:00:00Z"))], ..right }),
        Entry::Message(Message { taken_back_at: Some(instant("2026-05-13T15:02:00Z")), ..wrong }),
        Entry::Settled {
            at: instant("2026-05-12T20:00:00Z"),
            by: "Ana Sample".to_owned(),
            words: Some("We spoke on the telephone.".to_owned()),
        },
        Entry::Message(Message { read: vec![(None, instant("2026-05-11T19:00:00Z"))], ..please }),
        Entry::Message(Message { read: vec![(ana(), instant("2026-05-11T18:18:00Z"))], ..blanket }),
    ]
}

/// A question of the screening and its answer, the newest first.
pub(crate) fn sample_question(of_client: bool) -> [Entry; 2] {
    let message = |number, at: &str, by: Option<&str>, words: &str, part| {
        Entry::Message(Message {
            number,
            at: crate::samples::instant(at),
            by: by.map(str::to_owned),
            words: words.to_owned(),
            part,
            read: Vec::new(),
            taken_back_at: None,
            is_mine: by.is_none() == of_client,
            is_new: false,
            waits: false,
        })
    };
    let iris = Some("Dr Iris Sample");
    let asks = "When did you last take oxycodone, and how much of it?";
    let answers = "In March, for ten days after the operation. None since.";
    [
        message(7, "2026-05-13T18:03:00Z", None, answers, Part::Answer),
        message(6, "2026-05-13T15:00:00Z", iris, asks, Part::Question),
    ]
}

/// A message of the client's that nobody has answered yet.
pub(crate) fn sample_waiting(of_client: bool) -> Entry {
    Entry::Message(Message {
        number: 5,
        at: crate::samples::instant("2026-05-14T16:40:00Z"),
        by: None,
        words: "I slept, and woke at four with my heart going.\nIs that usual?".to_owned(),
        part: Part::Letter,
        read: vec![(Some("Dr Iris Sample".to_owned()), crate::samples::instant("2026-05-14T17:05:00Z"))],
        taken_back_at: None,
        is_mine: of_client,
        is_new: !of_client,
        waits: true,
    })
}

/// States of this page. The people in them are made up.
pub fn samples() -> Vec<(&'static str, Conversation)> {
    let instant = crate::samples::instant;
    let form =
        Form { command: "00000000-0000-7000-8000-000000000034".to_owned(), seen: 5, ..Form::default() };
    let none = Conversation {
        subject: Subject::sample(),
        form: Some(Form { seen: 0, ..form.clone() }),
        ..Conversation::default()
    };
    let answered =
        Conversation { entries: sample(false), is_reached: true, form: Some(form.clone()), ..none.clone() };
    let waiting = |by: &str| Conversation {
        entries: [vec![sample_waiting(false)], sample(false)].concat(),
        waits: Some((1, instant(by))),
        ..answered.clone()
    };
    let waits = waiting("2026-05-16T00:00:00Z");
    let asked = Conversation {
        entries: [sample_question(false).to_vec(), sample(false)].concat(),
        ..answered.clone()
    };
    let late = waiting("2026-05-14T16:50:00Z");
    let refused = Form { refusal: Some(Refusal::WordsMissing), ..form };
    let refused = Conversation { form: Some(refused), ..waits.clone() };
    let reader = Conversation { form: None, ..waits.clone() };
    let full =
        Conversation { entries: waits.entries.iter().cycle().take(40).cloned().collect(), ..waits.clone() };
    vec![
        ("none", none),
        ("waits", waits),
        ("late", late),
        ("answered", answered),
        ("asked", asked),
        ("refused", refused),
        ("reader", reader),
        ("full", full),
    ]
}
