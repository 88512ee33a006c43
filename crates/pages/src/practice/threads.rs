//! Threads that run through a journey: drawn alike for those who care and for the client.

use jiff::Timestamp;
use journey::integration::Thread;
use maud::{Markup, html};

use crate::components::words as said;
use crate::frame::Frame;
use crate::messages::Messages;
use crate::t;

/// One entry of a thread.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// When it was written.
    pub at: Timestamp,
    /// Who wrote it; none for the client themselves.
    pub by: Option<String>,
    /// The words.
    pub words: String,
}

/// The value of a thread in a form.
pub fn thread_value(thread: Thread) -> &'static str {
    match thread {
        Thread::Body => "body",
        Thread::PainOrIllness => "pain-or-illness",
        Thread::Parts => "parts",
        Thread::Relationships => "relationships",
        Thread::Sleep => "sleep",
        Thread::SelfCare => "self-care",
        Thread::Days => "days",
        Thread::SomethingElse => "something-else",
    }
}

/// What a thread is about, in a word or two.
pub fn thread_word(m: Messages, thread: Thread) -> String {
    match thread {
        Thread::Body => t!(m, "thread-body"),
        Thread::PainOrIllness => t!(m, "thread-pain"),
        Thread::Parts => t!(m, "thread-parts"),
        Thread::Relationships => t!(m, "thread-relationships"),
        Thread::Sleep => t!(m, "thread-sleep"),
        Thread::SelfCare => t!(m, "thread-self-care"),
        Thread::Days => t!(m, "thread-days"),
        Thread::SomethingElse => t!(m, "thread-else"),
    }
}

/// One thread with its entries, the newest first; the client's own words look like theirs.
pub fn thread(frame: &Frame<'_>, thread: Thread, entries: &[Entry], class: &str) -> Markup {
    let (m, clock) = (frame.messages(), frame.clock());
    let id = format!("thread-of-{}", thread_value(thread));
    html! {
        section class=(class) aria-labelledby=(id) {
            h3 id=(id) { (thread_word(m, thread)) }
            ul.own-list {
                @for entry in entries {
                    li {
                        @match &entry.by {
                            None => (said::quote(frame, &entry.words)),
                            Some(_) => p { (entry.words) },
                        }
                        p.small.quiet {
                            @if let Some(by) = &entry.by { (by) " · " }
                            (clock.date(entry.at))
                        }
                    }
                }
            }
        }
    }
}

/// Two threads of somebody who is made up.
pub fn sample() -> Vec<(Thread, Vec<Entry>)> {
    let entry = |at: &str, by: Option<&str>, words: &str| Entry {
        at: crate::samples::instant(at),
        by: by.map(str::to_owned),
        words: words.to_owned(),
    };
    vec![
        (
            Thread::PainOrIllness,
            vec![
                entry("2026-05-14T16:00:00Z", None, "It hurts as before, but I am not at war with it today."),
                entry(
                    "2026-04-20T16:00:00Z",
                    Some("Ana Sample"),
                    "Speaks of the pain as an enemy at the gate.",
                ),
            ],
        ),
        (Thread::Sleep, vec![entry("2026-05-13T16:00:00Z", None, "Six hours without waking.")]),
    ]
}
