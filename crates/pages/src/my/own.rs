//! What is the client's own to say: what they ask, their pace, threads, and what they practise.

use jiff::Timestamp;
use journey::Refusal;
use journey::integration::{Follow, PracticeKind, Thread};
use maud::{Markup, html};

use super::reads;
use crate::components::field::{Field, Kind};
use crate::components::{button, refusal, words as said};
use crate::frame::Frame;
use crate::layout::{client_page, csrf};
use crate::messages::Messages;
use crate::practice::integration::{kind_value, kind_word};
use crate::practice::threads::{self, Entry, thread_value, thread_word};
use crate::route::{Mine, Route};
use crate::t;

/// Characters that words may have.
const WORDS_CHARACTERS_MAX: usize = 4_000;

/// One of these pages, and what its form held when it came back.
#[derive(Clone, Debug, PartialEq)]
pub struct Own {
    /// Which.
    pub page: Page,
    /// Id of the intent of its form.
    pub command: String,
    /// What was typed.
    pub typed: String,
    /// Which choice was made.
    pub chosen: String,
    /// Why it came back.
    pub refusal: Option<Refusal>,
}

/// Which page.
#[derive(Clone, Debug, PartialEq)]
pub enum Page {
    /// What they ask, and their pace.
    Questions {
        /// Each question with its answer, the newest first.
        questions: Vec<(String, Timestamp, Option<String>)>,
        /// That they want to wait, and until when.
        not_yet: Option<Option<Timestamp>>,
    },
    /// Threads that run through the work.
    Threads(Vec<(Thread, Vec<Entry>)>),
    /// What they practise.
    Practices(Vec<Practice>),
}

/// One practice that was chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Practice {
    /// Its number.
    pub number: u32,
    /// Which sort.
    pub kind: PracticeKind,
    /// In their words.
    pub words: String,
    /// How it went last, and when.
    pub last: Option<(Timestamp, Follow)>,
}

/// The value of an answer in the form.
pub fn follow_value(follow: Follow) -> &'static str {
    match follow {
        Follow::Kept => "kept",
        Follow::NotNow => "not-now",
        Follow::LetGo => "let-go",
    }
}

/// In how many weeks they want to be asked again, as it is offered.
pub const WEEKS: [i64; 3] = [2, 6, 12];

/// Draws the page.
pub fn page(frame: &Frame<'_>, readers: &[String], own: &Own) -> Markup {
    let m = frame.messages();
    let (mine, title, main) = match &own.page {
        Page::Questions { questions, not_yet } => {
            (Mine::Questions, t!(m, "own-questions"), asked(frame, own, questions, *not_yet))
        }
        Page::Threads(threads) => (Mine::Threads, t!(m, "own-threads"), written(frame, own, threads)),
        Page::Practices(practices) => {
            (Mine::Practices, t!(m, "own-practices"), practised(frame, own, practices))
        }
    };
    let main = html! { h1 { (title) } (main) };
    client_page(frame, &Route::Mine(mine), &title, &reads(frame, readers), main)
}

fn path(mine: Mine) -> String {
    Route::Mine(mine).path()
}

fn home(m: Messages) -> Markup {
    html! { div.foot { (button::link(button::Weight::Ordinary, &path(Mine::Home), &t!(m, "my-to-home"))) } }
}

/// The form that every one of these pages has: words of their own.
fn form(frame: &Frame<'_>, own: &Own, mine: Mine, before: &Markup, label: &str, keep: &str) -> Markup {
    let m = frame.messages();
    let error = own.refusal.as_ref().map(|found| refusal::words(m, found));
    html! {
        form.ask action=(path(mine)) method="post" {
            (csrf(frame))
            input type="hidden" name="command" value=(own.command);
            (before)
            (Field::new("words", label, Kind::Long).value(&own.typed).error(error.as_deref())
                .characters_max(WORDS_CHARACTERS_MAX).draw(m))
            (button::submit(button::Weight::Primary, keep))
        }
    }
}

fn asked(
    frame: &Frame<'_>,
    own: &Own,
    questions: &[(String, Timestamp, Option<String>)],
    not_yet: Option<Option<Timestamp>>,
) -> Markup {
    let (m, clock) = (frame.messages(), frame.clock());
    html! {
        p { (t!(m, "own-questions-says")) }
        (form(frame, own, Mine::Questions, &html! {}, &t!(m, "own-ask"), &t!(m, "own-ask-keep")))
        @if !questions.is_empty() {
            section.part aria-labelledby="asked" {
                h2 id="asked" { (t!(m, "own-asked")) }
                ul.own-list {
                    @for (question, at, answer) in questions {
                        li {
                            (said::quote(frame, question))
                            @match answer {
                                Some(answer) => { p { (answer) } }
                                None => { p.quiet { (t!(m, "own-open-since", when = clock.near(*at))) } }
                            }
                        }
                    }
                }
            }
        }
        section.part aria-labelledby="pace" {
            h2 id="pace" { (t!(m, "own-pace")) }
            @match not_yet {
                Some(again) => {
                    p {
                        @match again {
                            Some(at) => (t!(m, "own-waits-until", when = clock.date(at))),
                            None => (t!(m, "own-waits")),
                        }
                    }
                    form action=(path(Mine::Questions)) method="post" {
                        (csrf(frame))
                        button.button type="submit" name="pace" value="resume" { (t!(m, "own-resume")) }
                    }
                }
                None => {
                    p { (t!(m, "own-pace-says")) }
                    form.pace action=(path(Mine::Questions)) method="post" {
                        (csrf(frame))
                        button.button type="submit" name="pace" value="not-yet" { (t!(m, "own-not-yet")) }
                        @for weeks in WEEKS {
                            button.button type="submit" name="pace" value=(weeks) {
                                (t!(m, "own-ask-again", weeks = weeks))
                            }
                        }
                    }
                }
            }
        }
        (home(m))
    }
}

fn written(frame: &Frame<'_>, own: &Own, all: &[(Thread, Vec<Entry>)]) -> Markup {
    let m = frame.messages();
    let before = html! {
        fieldset.chips {
            legend { (t!(m, "own-thread-which")) }
            @for thread in Thread::ALL {
                @let value = thread_value(thread);
                label for={ "thread-" (value) } {
                    input id={ "thread-" (value) } type="radio" name="chosen" value=(value) required
                        checked[own.chosen == value];
                    span { (thread_word(m, thread)) }
                }
            }
        }
    };
    html! {
        p { (t!(m, "own-threads-says")) }
        (form(frame, own, Mine::Threads, &before, &t!(m, "my-your-words"), &t!(m, "own-write")))
        @if !all.is_empty() {
            section.part aria-labelledby="written" {
                h2 id="written" { (t!(m, "own-threads-written")) }
                @for (thread, entries) in all { (threads::thread(frame, *thread, entries, "thread")) }
            }
        }
        (home(m))
    }
}

fn practised(frame: &Frame<'_>, own: &Own, practices: &[Practice]) -> Markup {
    let m = frame.messages();
    let before = html! {
        fieldset.chips {
            legend { (t!(m, "own-practice-which")) }
            @for kind in PracticeKind::ALL {
                @let value = kind_value(kind);
                label for={ "kind-" (value) } {
                    input id={ "kind-" (value) } type="radio" name="chosen" value=(value) required
                        checked[own.chosen == value];
                    span { (kind_word(m, kind)) }
                }
            }
        }
    };
    html! {
        p { (t!(m, "own-practices-says")) }
        @if !practices.is_empty() {
            ul.own-list { @for one in practices { li { (followed(frame, one)) } } }
        }
        section.part aria-labelledby="choose" {
            h2 id="choose" { (t!(m, "own-choose")) }
            (form(frame, own, Mine::Practices, &before, &t!(m, "my-your-words"), &t!(m, "own-choose-keep")))
        }
        (home(m))
    }
}

/// One practice with its three answers, all of one weight.
fn followed(frame: &Frame<'_>, practice: &Practice) -> Markup {
    let m = frame.messages();
    html! {
        (said::quote(frame, &practice.words))
        p.quiet {
            (kind_word(m, practice.kind))
            @if let Some((at, follow)) = practice.last { " · " (follow_word(m, follow)) ", " (frame.clock().near(at)) }
        }
        form.follow action=(path(Mine::Practices)) method="post" {
            (csrf(frame))
            input type="hidden" name="number" value=(practice.number);
            @for follow in Follow::ALL {
                button.button type="submit" name="follow" value=(follow_value(follow)) {
                    (follow_word(m, follow)) span.visually-hidden { ": " (practice.words) }
                }
            }
        }
    }
}

/// How a practice goes, in a word.
pub fn follow_word(m: Messages, follow: Follow) -> String {
    match follow {
        Follow::Kept => t!(m, "own-kept"),
        Follow::NotNow => t!(m, "my-not-now"),
        Follow::LetGo => t!(m, "own-let-go"),
    }
}

/// States of these pages. The person in them is made up.
pub fn samples() -> Vec<(&'static str, Own)> {
    let at = crate::samples::instant;
    let own = |page| Own {
        page,
        command: "00000000-0000-7000-8000-000000000016".to_owned(),
        typed: String::new(),
        chosen: String::new(),
        refusal: None,
    };
    let asked = vec![
        ("Will I remember what I said?".to_owned(), at("2026-05-13T16:00:00Z"), None),
        (
            "Can my sister wait outside?".to_owned(),
            at("2026-05-02T16:00:00Z"),
            Some("Yes, there is a room for her.".to_owned()),
        ),
    ];
    let waits = Some(Some(at("2026-06-25T16:00:00Z")));
    let none = Page::Questions { questions: Vec::new(), not_yet: None };
    let practice = |number, words: &str, last| Practice {
        number,
        kind: PracticeKind::Rest,
        words: words.to_owned(),
        last,
    };
    let practices = vec![
        practice(2, "I sit down before I am tired.", Some((at("2026-05-14T16:00:00Z"), Follow::Kept))),
        practice(1, "Let the breath out before the stairs.", None),
    ];
    let refused = Own {
        refusal: Some(Refusal::WordsMissing),
        chosen: "rest".to_owned(),
        ..own(Page::Practices(practices.clone()))
    };
    vec![
        ("questions-none", own(none)),
        ("questions", own(Page::Questions { questions: asked, not_yet: waits })),
        ("threads-none", own(Page::Threads(Vec::new()))),
        ("threads", own(Page::Threads(threads::sample()))),
        ("practices-none", own(Page::Practices(Vec::new()))),
        ("practices", own(Page::Practices(practices))),
        ("practices-refused", refused),
    ]
}
