//! Messages to those who care for the client: when they are read, help that does not wait, the words.

use jiff::Timestamp;
use journey::Refusal;
use journey::message::Promise;
use maud::{Markup, html};

use super::reads;
use crate::components::{button, crisis};
use crate::frame::Frame;
use crate::hours::in_words;
use crate::layout::client_page;
use crate::practice::messages::{
    Entry, Form, Message, Reading, letters, mark_read, new_from, sample, sample_waiting, write,
};
use crate::route::{Mine, Route};
use crate::t;

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
}

impl Messages {
    fn waits(&self) -> bool {
        self.entries.iter().any(|entry| matches!(entry, Entry::Message(message) if message.waits))
    }
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
    let (new, before): (Vec<&Entry>, Vec<&Entry>) = messages.entries.iter().partition(|entry| is_new(entry));
    let title = title(frame, messages);
    let main = html! {
        h1 { (title) }
        @if !new.is_empty() {
            section.part.fresh aria-label=(t!(m, "messages-new")) {
                (letters(frame, &reading, new))
                (mark_read(frame, &reading))
            }
        }
        (promised(frame, messages))
        (write(frame, &reading, &t!(m, "messages-your-message"), "ask"))
        @if !before.is_empty() {
            section.part aria-labelledby="written" {
                h2 id="written" { (t!(m, "messages-written")) }
                (letters(frame, &reading, before))
            }
        }
        div.foot {
            (button::link(button::Weight::Ordinary, &Route::Mine(Mine::Home).path(), &t!(m, "my-to-home")))
        }
    };
    client_page(frame, &route, &title, &reads(frame, readers), main)
}

fn title(frame: &Frame<'_>, messages: &Messages) -> String {
    let m = frame.messages();
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
    html! {
        p.promise { (says) }
        div.now {
            p { (t!(m, "messages-not-for-help")) }
            (crisis::numbers(m, frame.country))
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
    let unstated = Messages { promise: None, answered_by: None, ..waits.clone() };
    let refused = Form { refusal: Some(Refusal::WordsMissing), ..form };
    let refused = Messages { form: refused, promise: Some(night), ..waits.clone() };
    vec![
        ("none", none),
        ("answered", answered),
        ("waits", waits),
        ("new-closed", new),
        ("unstated", unstated),
        ("refused", refused),
    ]
}
