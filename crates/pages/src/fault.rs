//! The one page for everything that has no answer of its own.

use journey::Refusal;
use maud::{Markup, html};

use crate::components::{button, refusal};
use crate::frame::{Frame, Role};
use crate::layout::{plain_page, practice_page};
use crate::messages::Messages;
use crate::route::Route;
use crate::t;

/// What went wrong, as far as the reader may know and can do something about it.
#[derive(Clone, Debug, PartialEq)]
pub enum Fault {
    /// No such page, or not theirs: the two are told alike.
    NotFound,
    /// The form did not come from one of our pages, or has grown old.
    Forged,
    /// The form cannot be read.
    Unreadable,
    /// The rules refuse it.
    Refused(Refusal),
    /// Somebody else was faster.
    Conflict,
    /// Too many tries.
    TooMany,
    /// It did not arrive whole in the time there was.
    TooSlow,
    /// Something broke; the number is in the log.
    Broken {
        /// What to quote.
        number: u32,
    },
}

/// Draws the page.
pub fn page(frame: &Frame<'_>, fault: &Fault) -> Markup {
    let m = frame.messages();
    let (title, says) = words(m, fault);
    let staff = frame.person.is_some_and(|person| person.role != Role::Client);
    let back = if staff { Route::Today } else { Route::Home };
    let main = html! {
        div.answer {
            h1 { (title) }
            p { (says) }
        }
        @if let Fault::Broken { number } = fault {
            p.fault-number { (t!(m, "fault-number")) " " span.number { (number) } }
        }
        p.go { (button::link(button::Weight::Ordinary, &back.path(), &t!(m, "fault-back"))) }
    };
    if staff { practice_page(frame, &back, &title, main) } else { plain_page(frame, &back, &title, main) }
}

fn words(m: Messages, fault: &Fault) -> (String, String) {
    match fault {
        Fault::NotFound => (t!(m, "fault-not-found-title"), t!(m, "fault-not-found")),
        Fault::Forged => (t!(m, "fault-forged-title"), t!(m, "fault-forged")),
        Fault::Unreadable => (t!(m, "fault-unreadable-title"), t!(m, "fault-unreadable")),
        Fault::Refused(refused) => (t!(m, "fault-refused-title"), refusal::words(m, refused)),
        Fault::Conflict => (t!(m, "fault-conflict-title"), t!(m, "fault-conflict")),
        Fault::TooMany => (t!(m, "fault-too-many-title"), t!(m, "fault-too-many")),
        Fault::TooSlow => (t!(m, "fault-too-slow-title"), t!(m, "fault-too-slow")),
        Fault::Broken { .. } => (t!(m, "fault-broken-title"), t!(m, "fault-broken")),
    }
}

/// States of this page.
pub fn samples() -> Vec<(&'static str, Fault)> {
    vec![
        ("not-found", Fault::NotFound),
        ("forged", Fault::Forged),
        ("unreadable", Fault::Unreadable),
        ("refused", Fault::Refused(Refusal::EnquiryAlreadyAnswered)),
        ("conflict", Fault::Conflict),
        ("too-many", Fault::TooMany),
        ("too-slow", Fault::TooSlow),
        ("broken", Fault::Broken { number: 40_127 }),
    ]
}
