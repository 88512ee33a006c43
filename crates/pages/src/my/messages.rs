//! Messages to those who care for the client: when they are read, help that does not wait, the words.

use jiff::Timestamp;
use journey::Refusal;
use journey::message::Promise;
use maud::{Markup, html};

use super::{not_sent, reads};
use crate::components::field::{self, Field};
use crate::components::{button, crisis, refusal};
use crate::frame::Frame;
use crate::hours::in_words;
use crate::layout::{client_page, csrf};
use crate::practice::messages::{
    Entry, Form, Message, Reading, WORDS_CHARACTERS_MAX, letters, mark_read, new_from, sample,
    sample_question, sample_waiting, write,
};
use crate::route::{Mine, Route};
use crate::t;
use crate::time::list;

/// The client's messages.
#[derive(Clone, Debug, PartialEq)]
pub struct Messages {
    /// What was written, the newest first.
    pub entries: Vec<Entry>,
    /// Who of the practice has written what they have not said to have read.
    pub new_from: Vec<String>,
    /// What is promised to a message that is written now; none without hours.
    pub promise: Option<Promise>,
    /// Until when their own messages have an answer, where one waits and that was promised.
    pub answered_by: Option<Timestamp>,
    /// The form.
    pub form: Form,
    /// Questions that wait for them, the oldest first.
    pub questions: Vec<Question>,
}

/// A question that somebody of the practice asks from the screening, in their words alone.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    /// Its number among the messages.
    pub number: u32,
    /// Who asks.
    pub by: String,
    /// Since when.
    pub at: Timestamp,
    /// The words.
    pub words: String,
    /// What was typed, when the answer came back.
    pub typed: String,
    /// Why it came back.
    pub refusal: Option<Refusal>,
}

impl Messages {
    fn waits(&self) -> bool {
        self.entries.iter().any(|entry| matches!(entry, Entry::Message(message) if message.waits))
    }
}

/// Whether it is a question that stands with its form already.
fn is_asked(messages: &Messages, entry: &Entry) -> bool {
    let Entry::Message(message) = entry else { return false };
    messages.questions.iter().any(|question| question.number == message.number)
}

fn is_new(entry: &Entry) -> bool {
    matches!(entry, Entry::Message(Message { is_new: true, .. }))
}

/// Draws the page.
pub fn page(frame: &Frame<'_>, readers: &[String], messages: &Messages) -> Markup {
    let m = frame.messages();
    let route = Route::Mine(Mine::Messages);
    let (path, you) = (route.path(), t!(m, "messages-you"));
    let reading = Reading { client: &you, path: &path, form: Some(&messages.form) };
    let others = messages.entries.iter().filter(|entry| !is_asked(messages, entry));
    let (new, before): (Vec<&Entry>, Vec<&Entry>) = others.partition(|entry| is_new(entry));
    let title = title(frame, messages);
    let main = html! {
        h1 { (title) }
        @if !new.is_empty() {
            section.part.fresh aria-label=(t!(m, "messages-new")) {
                (letters(frame, &reading, new))
                (mark_read(frame, &reading))
            }
        }
        @if messages.questions.is_empty() {
            (promised(frame, messages))
            (now(frame))
        } @else {
            (now(frame))
            @for question in &messages.questions { (asked(frame, &messages.form, question)) }
            (promised(frame, messages))
        }
        (write(frame, &reading, &t!(m, "messages-your-message"), "ask"))
        @if !before.is_empty() {
            section.part aria-labelledby="written" {
                h2 id="written" { (t!(m, "messages-written")) }
                (letters(frame, &reading, before))
            }
        }
        (not_sent(frame))
        div.foot {
            (button::link(button::Weight::Ordinary, &Route::Mine(Mine::Home).path(), &t!(m, "my-to-home")))
        }
    };
    client_page(frame, &route, &title, &reads(frame, readers), main)
}

fn title(frame: &Frame<'_>, messages: &Messages) -> String {
    let m = frame.messages();
    if !messages.questions.is_empty() {
        let mut names: Vec<&str> = messages.questions.iter().map(|one| one.by.as_str()).collect();
        names.dedup();
        return t!(m, "my-asked-by", count = names.len(), names = list(m, &names));
    }
    if !messages.new_from.is_empty() {
        return new_from(m, &messages.new_from);
    }
    match (messages.waits(), messages.answered_by) {
        (true, Some(by)) if frame.now < by => t!(m, "my-message-waits-by", by = frame.clock().near(by)),
        (true, _) => t!(m, "my-message-waits"),
        (false, _) => t!(m, "my-messages-write"),
    }
}

/// What is true before somebody writes: when it is read and answered, and that nobody is called.
fn promised(frame: &Frame<'_>, messages: &Messages) -> Markup {
    let (m, clock) = (frame.messages(), frame.clock());
    let hours = frame.reads_at.map(|hours| in_words(frame, hours));
    let says = match (messages.promise, hours) {
        (Some(Promise { reads_again_at: None, answered_by }), Some(hours)) => {
            t!(m, "messages-promise-open", by = clock.near(answered_by), hours = hours)
        }
        (Some(Promise { reads_again_at: Some(from), answered_by }), Some(hours)) => {
            let (from, by) = (clock.near(from), clock.near(answered_by));
            t!(m, "messages-promise-closed", from = from, by = by, hours = hours)
        }
        _ => t!(m, "messages-promise-none", practice = frame.practice),
    };
    html! { p.promise { (says) } }
}

/// Help that does not wait.
fn now(frame: &Frame<'_>) -> Markup {
    let m = frame.messages();
    html! {
        div.now {
            p { (t!(m, "messages-not-for-help")) }
            (crisis::numbers(m, frame.country))
        }
    }
}

/// One question with the form of its answer.
fn asked(frame: &Frame<'_>, form: &Form, question: &Question) -> Markup {
    let (m, clock) = (frame.messages(), frame.clock());
    let (name, id) = (format!("answer-{}", question.number), format!("asked-{}", question.number));
    let action = format!("{}/answer", Route::Mine(Mine::Messages).path());
    let error = question.refusal.as_ref().map(|found| refusal::words(m, found));
    let from = t!(m, "my-asked-from", by = question.by.as_str(), when = clock.near(question.at));
    html! {
        section.part aria-labelledby=(id) {
            p.small.quiet { (from) }
            p.letter id=(id) { (question.words.trim()) }
            form.ask action=(action) method="post" data-keeps {
                (csrf(frame))
                input type="hidden" name="command" value=(form.command);
                input type="hidden" name="number" value=(question.number);
                (Field::new(&name, &t!(m, "my-asked-answer"), field::Kind::Long).value(&question.typed)
                    .hint(&t!(m, "my-asked-hint")).error(error.as_deref())
                    .characters_max(WORDS_CHARACTERS_MAX).draw(m))
                div.go { (button::submit(button::Weight::Ordinary, &t!(m, "my-asked-send"))) }
            }
        }
    }
}

/// States of this page. The people in them are made up.
pub fn samples() -> Vec<(&'static str, Messages)> {
    let instant = crate::samples::instant;
    let form = Form { command: "00000000-0000-7000-8000-000000000035".to_owned(), ..Form::default() };
    let open = Promise { reads_again_at: None, answered_by: instant("2026-05-16T00:00:00Z") };
    let night = Promise { reads_again_at: Some(instant("2026-05-15T16:00:00Z")), ..open };
    let none = Messages {
        entries: Vec::new(),
        new_from: Vec::new(),
        promise: Some(open),
        answered_by: None,
        form: form.clone(),
        questions: Vec::new(),
    };
    let form = Form { seen: 5, ..form };
    let answered = Messages { entries: sample(true), form: form.clone(), ..none.clone() };
    let waits = Messages {
        entries: [vec![sample_waiting(true)], sample(true)].concat(),
        answered_by: Some(instant("2026-05-16T00:00:00Z")),
        ..answered.clone()
    };
    let mut entries = sample(true);
    if let Some(Entry::Message(newest)) = entries.first_mut() {
        newest.read.clear();
        newest.is_new = true;
    }
    let new = Messages {
        entries,
        new_from: vec!["Ana Sample".to_owned()],
        promise: Some(night),
        ..answered.clone()
    };
    let question = Question {
        number: 6,
        by: "Dr Iris Sample".to_owned(),
        at: instant("2026-05-13T15:00:00Z"),
        words: "When did you last take oxycodone, and how much of it?".to_owned(),
        typed: String::new(),
        refusal: None,
    };
    let asked = Messages { questions: vec![question.clone()], ..answered.clone() };
    let second = Question {
        number: 8,
        words: "Is there anything else that I should know?".to_owned(),
        refusal: Some(Refusal::WordsMissing),
        ..question.clone()
    };
    let not_answered =
        Messages { questions: vec![question, second], promise: Some(night), ..answered.clone() };
    let told =
        Messages { entries: [sample_question(true).to_vec(), sample(true)].concat(), ..answered.clone() };
    let unstated = Messages { promise: None, answered_by: None, ..waits.clone() };
    let refused = Form { refusal: Some(Refusal::WordsMissing), ..form };
    let refused = Messages { form: refused, promise: Some(night), ..waits.clone() };
    vec![
        ("none", none),
        ("answered", answered),
        ("asked", asked),
        ("not-answered", not_answered),
        ("told", told),
        ("waits", waits),
        ("new-closed", new),
        ("unstated", unstated),
        ("refused", refused),
    ]
}
