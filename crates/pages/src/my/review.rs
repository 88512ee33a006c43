//! What was looked at together, and how it ended: the client's own view of both.

use jiff::Timestamp;
use jiff::civil::Date;
use journey::ending::FollowUp;
use journey::review::Decision;
use maud::{Markup, html};

use super::reads;
use crate::components::{button, words};
use crate::frame::Frame;
use crate::layout::client_page;
use crate::practice::review::decision_word;
use crate::route::{Mine, Route};
use crate::t;

/// The reviews that the client was part of, and the ending.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Reviewed {
    /// The reviews, the newest first.
    pub reviews: Vec<Together>,
    /// The day of the next one.
    pub next_on: Option<Date>,
    /// The ending, while it holds.
    pub ended: Option<Farewell>,
}

/// One review that the client was part of.
#[derive(Clone, Debug, PartialEq)]
pub struct Together {
    /// When.
    pub at: Timestamp,
    /// What was seen.
    pub saw: String,
    /// Their own words.
    pub words: Option<String>,
    /// What was decided.
    pub decision: Decision,
    /// How the pace changes.
    pub pace: Option<String>,
    /// Why.
    pub reason: String,
}

/// The ending, as the client reads it.
#[derive(Clone, Debug, PartialEq)]
pub struct Farewell {
    /// When.
    pub at: Timestamp,
    /// Why.
    pub reason: String,
    /// Their own words.
    pub words: Option<String>,
    /// What they take with them.
    pub takes_along: Option<String>,
    /// Who stays reachable.
    pub reachable: String,
    /// When somebody asks how they are.
    pub follow_ups: Vec<FollowUp>,
}

/// Draws the page.
pub fn page(frame: &Frame<'_>, readers: &[String], reviewed: &Reviewed) -> Markup {
    let (m, clock) = (frame.messages(), frame.clock());
    let title = match (&reviewed.ended, reviewed.reviews.first(), reviewed.next_on) {
        (Some(ended), _, _) => t!(m, "my-review-ended", on = clock.date(ended.at)),
        (None, Some(_), Some(on)) => t!(m, "my-review-next", on = clock.day(on)),
        (None, Some(latest), None) => decision_word(m, latest.decision),
        (None, None, _) => t!(m, "my-review-none"),
    };
    let main = html! {
        h1 { (title) }
        @if let Some(ended) = &reviewed.ended { (farewell(frame, ended)) }
        @if reviewed.reviews.is_empty() && reviewed.ended.is_none() { p { (t!(m, "my-review-none-says")) } }
        @for one in &reviewed.reviews { (together(frame, one)) }
        div.foot {
            (button::link(button::Weight::Ordinary, &Route::Mine(Mine::Home).path(), &t!(m, "my-to-home")))
        }
    };
    client_page(frame, &Route::Mine(Mine::Review), &title, &reads(frame, readers), main)
}

fn together(frame: &Frame<'_>, one: &Together) -> Markup {
    let m = frame.messages();
    html! {
        section.part.together {
            h2 { (frame.clock().date(one.at)) }
            p { b { (decision_word(m, one.decision)) } @if let Some(pace) = &one.pace { " " (pace) } }
            @if let Some(said) = &one.words { (words::quote(frame, said)) }
            p { (one.saw) }
            p { (one.reason) }
        }
    }
}

/// What stays, who stays reachable, and that the way back is open.
fn farewell(frame: &Frame<'_>, ended: &Farewell) -> Markup {
    let (m, clock) = (frame.messages(), frame.clock());
    html! {
        section.part.together {
            p { (ended.reason) }
            @if let Some(said) = &ended.words { (words::quote(frame, said)) }
            p { (t!(m, "my-review-way-back")) }
        }
        section.part.together {
            h2 { (t!(m, "my-review-reachable")) }
            p { (ended.reachable) }
        }
        @if let Some(takes) = &ended.takes_along {
            section.part.together {
                h2 { (t!(m, "my-review-takes-along")) }
                (words::quote(frame, takes))
            }
        }
        @if !ended.follow_ups.is_empty() {
            section.part.together {
                h2 { (t!(m, "my-review-asked")) }
                ul { @for one in &ended.follow_ups { li { (clock.day(one.on)) } } }
            }
        }
    }
}

/// States of this page. The people in them are made up.
pub fn samples() -> Vec<(&'static str, Reviewed)> {
    use crate::practice::ending::usual_ended;
    let at = crate::samples::instant("2026-05-12T15:20:00Z");
    let tapers = Together {
        at,
        saw: "Sleep and mood are better. Anxiety is a little higher; the pain has not changed.".to_owned(),
        words: Some("I do not need it as often. I need the talks.".to_owned()),
        decision: Decision::Taper,
        pace: Some("75 mg in four weeks, 50 mg six weeks later, then none.".to_owned()),
        reason: "The work now happens between the sessions.".to_owned(),
    };
    let went_on = Together {
        at: crate::samples::instant("2026-02-10T15:20:00Z"),
        words: None,
        decision: Decision::GoOn,
        pace: None,
        ..tapers.clone()
    };
    let ended = usual_ended();
    let farewell = Farewell {
        at: ended.at,
        reason: ended.farewell.reason,
        words: ended.farewell.clients_words,
        takes_along: ended.farewell.takes_along,
        reachable: ended.farewell.reachable,
        follow_ups: ended.follow_ups,
    };
    let usual = Reviewed {
        reviews: vec![tapers, went_on],
        next_on: Some(jiff::civil::date(2026, 8, 4)),
        ended: None,
    };
    vec![
        ("none", Reviewed::default()),
        ("ended", Reviewed { next_on: None, ended: Some(farewell), ..usual.clone() }),
        ("usual", usual),
    ]
}
