//! The practice's public page: what happens, risks, other ways, costs, honestly.

use maud::{Markup, html};

use crate::components::{button, crisis};
use crate::drawing::way::{Part, part};
use crate::frame::Frame;
use crate::layout::public_page;
use crate::messages::Messages;
use crate::route::Route;
use crate::t;

/// What a practice says of itself; everything else is the same for all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Home {
    /// Those who work here, each with their title: "Ana Sample, LMFT".
    pub people: Vec<String>,
    /// What each thing costs, in the practice's own words and currency.
    pub fees: Vec<Fee>,
    /// Working days within which an enquiry is answered.
    pub answer_days: u32,
}

/// One line of what it costs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fee {
    /// What is paid for.
    pub what: String,
    /// How much, with its currency.
    pub amount: String,
}

/// Draws the page.
pub fn page(frame: &Frame<'_>, home: &Home) -> Markup {
    let m = frame.messages();
    let main = html! {
        (hero(m))
        (stages(m))
        (known(m))
        (day(m))
        (costs(m, home))
        (write(frame, home))
    };
    public_page(frame, &Route::Home, &t!(m, "home-page-title"), main)
}

fn hero(m: Messages) -> Markup {
    html! {
        div.hero {
            h1 { (t!(m, "home-title")) }
            p { (t!(m, "home-lead")) }
            p.go {
                (button::link(button::Weight::Primary, &Route::Enquiry.path(), &t!(m, "home-write")))
                (button::link(button::Weight::Plain, "#known", &t!(m, "home-read-known")))
            }
        }
    }
}

fn stages(m: Messages) -> Markup {
    let stages = [
        (Part::Before, "leaf", t!(m, "home-before-when"), t!(m, "home-before-title"), t!(m, "home-before")),
        (
            Part::Medicine,
            "dusk",
            t!(m, "home-medicine-when"),
            t!(m, "home-medicine-title"),
            t!(m, "home-medicine"),
        ),
        (Part::After, "dawn", t!(m, "home-after-when"), t!(m, "home-after-title"), t!(m, "home-after")),
    ];
    html! {
        section aria-labelledby="how" {
            h2.visually-hidden id="how" { (t!(m, "home-how")) }
            ol.stages {
                @for (which, stage, when, title, words) in &stages {
                    li {
                        (part(*which))
                        p class={ "when " (stage) } { (when) }
                        h3 { (title) }
                        p { (words) }
                    }
                }
            }
        }
    }
}

/// A titled row: the question on the left, what can be said on the right.
fn row(id: &str, title: &str, said: Markup) -> Markup {
    html! {
        section.row aria-labelledby=(id) {
            h2 id=(id) { (title) }
            div { (said) }
        }
    }
}

fn answers(answers: &[(String, String)]) -> Markup {
    html! {
        dl.answers {
            @for (question, answer) in answers { div { dt { (question) } dd { (answer) } } }
        }
    }
}

fn known(m: Messages) -> Markup {
    let said = [
        (t!(m, "home-approved-title"), t!(m, "home-approved")),
        (t!(m, "home-helps-title"), t!(m, "home-helps")),
        (t!(m, "home-risks-title"), t!(m, "home-risks")),
        (t!(m, "home-not-for-title"), t!(m, "home-not-for")),
        (t!(m, "home-window-title"), t!(m, "home-window")),
        (t!(m, "home-other-ways-title"), t!(m, "home-other-ways")),
    ];
    row("known", &t!(m, "home-known"), answers(&said))
}

fn day(m: Messages) -> Markup {
    let said = [
        (t!(m, "home-hours-title"), t!(m, "home-hours")),
        (t!(m, "home-watch-title"), t!(m, "home-watch")),
        (t!(m, "home-yours-title"), t!(m, "home-yours")),
        (t!(m, "home-home-title"), t!(m, "home-home")),
    ];
    row("day", &t!(m, "home-day"), answers(&said))
}

fn costs(m: Messages, home: &Home) -> Markup {
    let said = html! {
        @if home.fees.is_empty() {
            p { (t!(m, "home-costs-asked")) }
        } @else {
            dl.fees {
                @for fee in &home.fees { div { dt { (fee.what) } dd { (fee.amount) } } }
            }
        }
        (answers(&[(t!(m, "home-seen-title"), t!(m, "home-seen"))]))
    };
    row("costs", &t!(m, "home-costs"), said)
}

fn write(frame: &Frame<'_>, home: &Home) -> Markup {
    let m = frame.messages();
    let said = html! {
        p { (t!(m, "home-write-answer", days = home.answer_days)) }
        @if !home.people.is_empty() {
            p { (t!(m, "home-people")) }
            ul.people-here { @for person in &home.people { li { (person) } } }
        }
        p.go { (button::link(button::Weight::Ordinary, &Route::Enquiry.path(), &t!(m, "home-write"))) }
        (crisis::panel(m, frame.country))
    };
    row("write", &t!(m, "home-write"), said)
}

/// States of this page.
pub fn samples() -> Vec<(&'static str, Home)> {
    let fee = |what: &str, amount: &str| Fee { what: what.to_owned(), amount: amount.to_owned() };
    let usual = Home {
        people: vec!["Ana Sample, LMFT".to_owned(), "Tomas Sample, MD".to_owned()],
        fees: vec![fee("First talk, 50 min", "$0"), fee("60 min", "$180"), fee("3 h", "$620")],
        answer_days: 2,
    };
    vec![("empty", Home { answer_days: 1, ..Home::default() }), ("usual", usual)]
}
