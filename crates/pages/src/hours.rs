//! The practice's hours in words, and what they promise to somebody who answers.

use jiff::Timestamp;
use journey::hours::{Hours, OpenTime};
use maud::{Markup, html};

use crate::frame::Frame;
use crate::t;
use crate::time::weekday;

/// "Monday to Friday, 09:00 to 17:00; Saturday, 10:00 to 12:30".
pub fn in_words(frame: &Frame<'_>, hours: &Hours) -> String {
    let alike = |one: &OpenTime, next: &OpenTime| {
        let follows = one.weekday.of_calendar().next() == next.weekday.of_calendar();
        follows && (one.from, one.until) == (next.from, next.until)
    };
    let parts = hours.open.chunk_by(alike).map(|run| stretch(frame, run));
    parts.collect::<Vec<_>>().join("; ")
}

fn stretch(frame: &Frame<'_>, run: &[OpenTime]) -> String {
    let (m, clock) = (frame.messages(), frame.clock());
    let (Some(first), Some(last)) = (run.first(), run.last()) else { return String::new() };
    let day = |open: &OpenTime| weekday(m, open.weekday.of_calendar());
    let (from, until) = (clock.time_of_day(first.from), clock.time_of_day(first.until));
    if run.len() == 1 {
        t!(m, "hours-one-day", day = day(first), from = from, until = until)
    } else {
        t!(m, "hours-days", first = day(first), last = day(last), from = from, until = until)
    }
}

/// What is true before somebody answers a question of safety: who sees it, by when, and when not.
pub fn before_asking(frame: &Frame<'_>) -> Markup {
    let m = frame.messages();
    let says = match (frame.reads_at, frame.risk_seen_by) {
        (Some(hours), Some(by)) => {
            t!(m, "promise-by", by = frame.clock().near(by), hours = in_words(frame, hours))
        }
        (Some(hours), None) => t!(m, "promise-hours", hours = in_words(frame, hours)),
        (None, _) => t!(m, "promise-none", practice = frame.practice),
    };
    html! { p.promise { (says) } }
}

/// What is true right after an answer that showed a risk: nobody has been told by then.
pub fn after_answering(frame: &Frame<'_>) -> Markup {
    let m = frame.messages();
    let says = match (frame.reads_at, frame.risk_seen_by) {
        (Some(_), Some(by)) => {
            t!(m, "told-nobody-by", practice = frame.practice, by = frame.clock().near(by))
        }
        (Some(hours), None) => t!(m, "told-nobody-hours", hours = in_words(frame, hours)),
        (None, _) => t!(m, "told-nobody", practice = frame.practice),
    };
    html! { p.told { (says) } }
}

/// An answer that showed a risk, as the one who gave it may know of it afterwards.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// When it was given.
    pub given_at: Timestamp,
    /// Until when it is to be seen, where that was promised.
    pub by: Option<Timestamp>,
    /// Who has taken it, and when.
    pub taken: Option<(String, Timestamp)>,
}

/// Whether anybody has seen it yet, in one sentence.
pub fn told(frame: &Frame<'_>, told: &Told) -> Markup {
    let (m, clock) = (frame.messages(), frame.clock());
    let given = clock.near(told.given_at);
    let says = match (&told.taken, told.by) {
        (Some((name, at)), _) => {
            t!(m, "told-taken", given = given, name = name.as_str(), when = clock.near(*at))
        }
        (None, Some(by)) if frame.now < by => {
            t!(m, "told-waits-by", given = given, by = clock.near(by))
        }
        (None, _) => t!(m, "told-waits", given = given),
    };
    html! { p.told role="status" { (says) } }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::frame::{Assets, Theme};
    use crate::messages::Language;
    use crate::samples;

    #[test]
    fn nothing_claims_that_somebody_has_been_told_before_somebody_has() {
        for language in Language::ALL {
            let assets = Assets::default();
            let frame = samples::frame(language, Theme::Day, &assets);
            let silent = Frame { reads_at: None, risk_seen_by: None, ..frame.clone() };
            let none = match language {
                Language::English => "Nobody",
                Language::Spanish => "Nadie",
            };
            for drawn in [after_answering(&frame), after_answering(&silent)] {
                assert!(drawn.into_string().contains(none));
            }
            let waits = Told { given_at: frame.now, by: None, taken: None };
            assert!(told(&frame, &waits).into_string().contains(none));
            let taken = Told { taken: Some(("Ana Sample".to_owned(), frame.now)), ..waits };
            assert!(told(&frame, &taken).into_string().contains("Ana Sample"));
        }
    }
}
