//! People: everyone on the path, and where each of them is.

use jiff::Timestamp;
use maud::{Markup, html};

use super::Named;
use crate::components::{button, empty};
use crate::frame::{Frame, Role};
use crate::layout::{csrf, practice_page};
use crate::messages::Messages;
use crate::route::{Place, Route};
use crate::t;

/// The list, and what was searched for.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct People {
    /// What was searched for; empty when everyone is shown.
    pub search: String,
    /// Those found, in the order they are to be shown.
    pub found: Vec<OnPath>,
    /// How many people there are in all.
    pub all: usize,
}

/// One person and where they are.
#[derive(Clone, Debug, PartialEq)]
pub struct OnPath {
    /// Who.
    pub person: Named,
    /// Where on the path.
    pub stage: Stage,
    /// Since when.
    pub since: Option<Timestamp>,
}

/// Where on the path someone is; moved by facts and never by hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// Wrote, and waits for an answer.
    Enquiry,
    /// Invited to a first talk, or in it.
    Consultation,
    /// The prescriber has not decided yet.
    Screening,
    /// Consent is being given, clause by clause.
    Consent,
    /// Preparing.
    Preparation,
    /// Cleared, consented and prescribed: a session can be booked.
    Ready,
    /// In a medicine session now.
    MedicineSession,
    /// Within two weeks of a dose.
    Window,
    /// Integrating, outside a window.
    Integration,
    /// Resting from it, at their own wish or ours.
    Paused,
    /// The path has come to its end.
    Ended,
    /// This was not the place for them.
    Declined,
}

impl Stage {
    /// Every stage, in the order of the path.
    pub const ALL: [Stage; 12] = [
        Stage::Enquiry,
        Stage::Consultation,
        Stage::Screening,
        Stage::Consent,
        Stage::Preparation,
        Stage::Ready,
        Stage::MedicineSession,
        Stage::Window,
        Stage::Integration,
        Stage::Paused,
        Stage::Ended,
        Stage::Declined,
    ];

    /// The stage in words.
    pub fn words(self, m: Messages) -> String {
        match self {
            Stage::Enquiry => t!(m, "stage-enquiry"),
            Stage::Consultation => t!(m, "stage-consultation"),
            Stage::Screening => t!(m, "stage-screening"),
            Stage::Consent => t!(m, "stage-consent"),
            Stage::Preparation => t!(m, "stage-preparation"),
            Stage::Ready => t!(m, "stage-ready"),
            Stage::MedicineSession => t!(m, "stage-medicine-session"),
            Stage::Window => t!(m, "stage-window"),
            Stage::Integration => t!(m, "stage-integration"),
            Stage::Paused => t!(m, "stage-paused"),
            Stage::Ended => t!(m, "stage-ended"),
            Stage::Declined => t!(m, "stage-declined"),
        }
    }

    /// The colour of its stretch of the path.
    fn colour(self) -> &'static str {
        match self {
            Stage::Enquiry | Stage::Consultation | Stage::Screening | Stage::Consent => "stone",
            Stage::Preparation | Stage::Ready => "leaf",
            Stage::MedicineSession => "dusk",
            Stage::Window | Stage::Integration => "dawn",
            Stage::Paused | Stage::Ended | Stage::Declined => "rest",
        }
    }
}

/// Draws the page.
pub fn page(frame: &Frame<'_>, people: &People) -> Markup {
    let m = frame.messages();
    let title = if people.search.is_empty() {
        t!(m, "people-title", count = people.all)
    } else {
        t!(m, "people-title-found", count = people.found.len(), search = people.search.as_str())
    };
    let main = html! {
        div.answer { h1 { (title) } }
        @if people.all == 0 {
            (nobody_yet(m))
        } @else {
            (search(frame, people))
            @if people.found.is_empty() {
                (empty::empty(&t!(m, "people-nobody-found"), html! {}))
            } @else {
                ul.lines.people { @for one in &people.found { (on_path(frame, one)) } }
            }
        }
    };
    practice_page(frame, &Route::People, &t!(m, "people-page-title"), main)
}

fn nobody_yet(m: Messages) -> Markup {
    let first = html! {
        p.go {
            (button::link(button::Weight::Primary, &Route::Home.path(), &t!(m, "today-begin-public")))
            (button::link(button::Weight::Plain, &Route::Enquiry.path(), &t!(m, "today-begin-by-hand")))
        }
    };
    empty::empty(&t!(m, "people-nobody-yet"), first)
}

/// The name goes in the body of a POST: a name in a URL stays in histories.
fn search(frame: &Frame<'_>, people: &People) -> Markup {
    let m = frame.messages();
    html! {
        search {
            form.search action=(Route::People.path()) method="post" {
                (csrf(frame))
                label.visually-hidden for="search" { (t!(m, "people-search")) }
                input id="search" type="search" name="search" value=(people.search) maxlength="200" autocomplete="off"
                    placeholder=(t!(m, "people-search"));
                (button::submit(button::Weight::Ordinary, &t!(m, "people-find")))
                @if !people.search.is_empty() {
                    (button::link(button::Weight::Plain, &Route::People.path(), &t!(m, "people-everyone")))
                }
            }
        }
    }
}

fn on_path(frame: &Frame<'_>, one: &OnPath) -> Markup {
    html! {
        li {
            h2 { a.person href=(way(frame, &one.person).path()) { (one.person.name) } }
            p class={ "stage " (one.stage.colour()) } { (one.stage.words(frame.messages())) }
            p.quiet.small.since { @if let Some(since) = one.since { (since_words(frame, since)) } }
        }
    }
}

fn since_words(frame: &Frame<'_>, since: Timestamp) -> Markup {
    let clock = frame.clock();
    html! {
        time datetime=(since.to_string()) { (clock.date(since)) }
        @if let Some(relative) = clock.relative(since) { " · " (relative) }
    }
}

/// The path; for the desk, which reads none, what is booked.
fn way(frame: &Frame<'_>, person: &Named) -> Route {
    let client = person.client.clone();
    if frame.person.is_some_and(|reader| reader.role == Role::Admin) {
        Route::Of(client, Place::Appointments)
    } else {
        Route::Person(client)
    }
}

/// States of this page. Everyone in them is made up.
pub fn samples() -> Vec<(&'static str, People)> {
    let since = |days: i64| {
        crate::samples::instant("2026-05-14T17:00:00Z") - jiff::SignedDuration::from_hours(24 * days)
    };
    let one = |number: usize, name: &str, stage, days| OnPath {
        person: Named { client: format!("{number:032x}"), name: name.to_owned() },
        stage,
        since: Some(since(days)),
    };
    let names =
        ["Maya Sample", "Theo Sample", "Ines Sample", "Jonah Sample", "Maximiliana Sample-Featherstonehaugh"];
    let everyone: Vec<OnPath> = Stage::ALL
        .into_iter()
        .enumerate()
        .map(|(place, stage)| one(place, names[place % names.len()], stage, place as i64 * 9))
        .collect();
    let usual = People { search: String::new(), all: everyone.len(), found: everyone };
    let found = People { search: "maya".to_owned(), found: usual.found[..1].to_vec(), all: 11 };
    let nobody = People { search: "zoe".to_owned(), found: Vec::new(), all: 11 };
    vec![("empty", People::default()), ("usual", usual), ("found", found), ("nobody-found", nobody)]
}
