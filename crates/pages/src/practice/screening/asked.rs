//! What was asked from the screening, beside what it is about: of whom, since when, what came back.
//!
//! An answer answers no finding: the prescriber decides.

use jiff::Timestamp;
use journey::Who;
use journey::clearance::About;
use journey::screening::{Flag, MissingItem};
use maud::{Markup, html};

use super::form::{FORM, leads};
use super::{Screening, Under, words};
use crate::components::level::{Level, level};
use crate::components::{refusal, words as said};
use crate::frame::Frame;
use crate::practice::medical::{Typed, WORDS_CHARACTERS_MAX};
use crate::route::Place;
use crate::t;

/// One question.
#[derive(Clone, Debug, PartialEq)]
pub struct Asked {
    /// About what.
    pub about: About,
    /// Of whom.
    pub of: Of,
    /// Who asks.
    pub by: Who,
    /// Since when.
    pub at: Timestamp,
    /// The words.
    pub words: String,
    /// When it was taken back.
    pub taken_back_at: Option<Timestamp>,
    /// What came back, the oldest first.
    pub answers: Vec<Answer>,
    /// Which colleague has taken it, and since when.
    pub owner: Option<(String, Timestamp)>,
}

/// Of whom it is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Of {
    /// The client.
    Client,
    /// A colleague, by name; any of those who walk along, where nobody is named.
    Colleague(Option<String>),
}

/// What came back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// From whom.
    pub by: Who,
    /// When.
    pub at: Timestamp,
    /// The words, where some were said.
    pub words: Option<String>,
    /// When it was taken back.
    pub taken_back_at: Option<Timestamp>,
}

/// The form of a question, and of whom it can be asked.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Asks {
    /// What was typed, when it came back.
    pub typed: Typed,
    /// Whether a question reaches the client.
    pub reach: Reach,
    /// Those who walk along, the reader apart, by id and name.
    pub colleagues: Vec<(String, String)>,
}

/// Whether a question reaches the client.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Reach {
    /// A link to their own pages is open.
    Reached,
    /// None is.
    #[default]
    NoLink,
}

impl Asked {
    /// Whether it waits.
    fn is_open(&self) -> bool {
        self.taken_back_at.is_none() && self.answers.iter().all(|answer| answer.taken_back_at.is_some())
    }
}

/// How a question names a finding.
pub(super) fn of_flag(flag: &Flag) -> About {
    About::Finding { rule: flag.rule.clone() }
}

/// How a question names what is missing.
pub(super) fn of_missing(item: &MissingItem) -> About {
    About::Missing { item: item.item.clone() }
}

/// What was asked about it.
pub(super) fn beside(frame: &Frame<'_>, context: &Screening, about: &About) -> Markup {
    let of_it: Vec<&Asked> = context.asked.iter().filter(|one| one.about == *about).collect();
    html! {
        @if !of_it.is_empty() {
            ul.asked { @for one in of_it { li { (question(frame, context, one)) } } }
        }
    }
}

fn question(frame: &Frame<'_>, context: &Screening, one: &Asked) -> Markup {
    let (m, clock) = (frame.messages(), frame.clock());
    let by = context.names.of(m, one.by);
    let of = match &one.of {
        Of::Client => context.subject.person.first_name().to_owned(),
        Of::Colleague(Some(name)) => name.clone(),
        Of::Colleague(None) => t!(m, "screening-ask-anyone"),
    };
    let asks = html! { p.reason { (one.words.trim()) } };
    html! {
        p.small.quiet { (t!(m, "screening-asked", by = by, of = of, when = clock.near(one.at))) }
        @match one.taken_back_at {
            Some(at) => {
                del { (asks) }
                p.small.quiet { (t!(m, "messages-taken-back", when = clock.near(at))) }
            }
            None => (asks),
        }
        @for answer in &one.answers { (answered(frame, context, one, answer)) }
        @if one.is_open() { (open(frame, one)) }
    }
}

/// It waits; of a colleague also who has it.
fn open(frame: &Frame<'_>, one: &Asked) -> Markup {
    let (m, clock) = (frame.messages(), frame.clock());
    html! {
        p.small {
            (level(Level::Look, &t!(m, "screening-asked-open")))
            @if let Some((name, since)) = &one.owner {
                " " (t!(m, "tasks-owner", name = name.as_str(), since = clock.near(*since)))
            }
        }
    }
}

fn answered(frame: &Frame<'_>, context: &Screening, one: &Asked, answer: &Answer) -> Markup {
    let (m, clock) = (frame.messages(), frame.clock());
    let by = match answer.by {
        Who::Client => context.subject.person.first_name().to_owned(),
        other => context.names.of(m, other),
    };
    let words = html! {
        @match (&answer.words, &one.of) {
            (Some(words), Of::Client) => (said::quote(frame, words)),
            (Some(words), Of::Colleague(_)) => p.reason { (words.trim()) },
            (None, _) => p.small.quiet { (t!(m, "screening-asked-ended")) },
        }
    };
    html! {
        div.came-back-to {
            p.small.quiet { (t!(m, "screening-asked-answer", by = by, when = clock.near(answer.at))) }
            @match answer.taken_back_at {
                Some(at) => {
                    del { (words) }
                    p.small.quiet { (t!(m, "messages-taken-back", when = clock.near(at))) }
                }
                None => (words),
            }
        }
    }
}

/// The form of a question about it, folded away.
pub(super) fn form(frame: &Frame<'_>, context: &Screening, about: &About, title: &str) -> Markup {
    let m = frame.messages();
    let Some(asks) = &context.asks else { return html! {} };
    let key = about.to_string();
    let came_back = asks.typed.came_back() && asks.typed.get("ask") == key;
    let shown = match about {
        About::Finding { rule } => format!("flag-{rule}"),
        About::Missing { item } => format!("missing-{item}"),
        About::Screening => "questions".to_owned(),
    };
    html! {
        details.asking.no-print open[came_back || !asks.typed.get(&format!("ask-words-{key}")).is_empty()] {
            summary { (t!(m, "screening-ask")) span.visually-hidden { ": " (title) } }
            div.fields {
                (of_whom(frame, context, asks, &key))
                (words_of(frame, asks, &key, came_back))
                div.go {
                    button.button type="submit" form=(FORM) formaction=(leads(context, "ask", &shown)) formnovalidate
                        name="ask" value=(key) { (t!(m, "screening-ask-keep")) }
                }
            }
        }
    }
}

/// Of whom; where nothing reaches the client, that is said, and those who walk along are offered.
fn of_whom(frame: &Frame<'_>, context: &Screening, asks: &Asks, key: &str) -> Markup {
    let m = frame.messages();
    let name = context.subject.person.first_name();
    let id = format!("ask-of-{key}");
    let chosen = |value: &str| asks.typed.chose(&id, value);
    html! {
        @if asks.reach == Reach::NoLink {
            p.small { (level(Level::Look, &t!(m, "screening-ask-no-link", name = name))) }
            @if context.subject.places.contains(&Place::Links) {
                p.way { a href=(context.subject.at(Place::Links).path()) { (t!(m, "messages-make-link")) } }
            }
        }
        div.field {
            label for=(id) { (t!(m, "screening-ask-of")) }
            select id=(id) name=(id) form=(FORM) {
                @if asks.reach == Reach::Reached {
                    option value="client" selected[chosen("client")] { (name) }
                }
                option value="anyone" selected[chosen("anyone")] { (t!(m, "screening-ask-anyone")) }
                @for (staff, colleague) in &asks.colleagues {
                    option value=(staff) selected[chosen(staff)] { (colleague) }
                }
            }
        }
    }
}

fn words_of(frame: &Frame<'_>, asks: &Asks, key: &str, came_back: bool) -> Markup {
    let m = frame.messages();
    let error = asks.typed.refusal.as_ref().filter(|_| came_back).map(|found| refusal::words(m, found));
    let (id, hint) = (format!("ask-words-{key}"), format!("ask-words-{key}-hint"));
    html! {
        div.field.wrong[error.is_some()] {
            label for=(id) { (t!(m, "screening-ask-words")) }
            p.hint id=(hint) { (t!(m, "screening-ask-hint")) }
            @if let Some(error) = &error { p.error id={ (id) "-error" } { (error) } }
            textarea id=(id) name=(id) rows="2" form=(FORM) maxlength=(WORDS_CHARACTERS_MAX)
                aria-describedby=(hint) aria-invalid=[error.as_ref().map(|_| "true")] {
                "\n" (asks.typed.get(&id))
            }
        }
    }
}

/// What was asked of the screening as a whole, and of findings that are there no longer.
pub(super) fn section(frame: &Frame<'_>, context: &Screening, under: &Under) -> Markup {
    let m = frame.messages();
    let found = &under.found;
    let shown = |about: &About| match about {
        About::Finding { rule } => found.flags.iter().any(|flag| flag.rule == *rule),
        About::Missing { item } => found.missing.iter().any(|missing| missing.item == *item),
        About::Screening => false,
    };
    let others: Vec<&Asked> = context.asked.iter().filter(|one| !shown(&one.about)).collect();
    if others.is_empty() && context.asks.is_none() {
        return html! {};
    }
    let title = t!(m, "screening-questions");
    html! {
        section aria-labelledby="questions" {
            h2 id="questions" tabindex="-1" { (title) }
            @if !others.is_empty() {
                ul.asked {
                    @for one in others {
                        li {
                            @if one.about != About::Screening { h3 { (words::about(m, &one.about)) } }
                            (question(frame, context, one))
                        }
                    }
                }
            }
            (form(frame, context, &About::Screening, &t!(m, "screening-ask-whole")))
        }
    }
}
