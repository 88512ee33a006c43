//! What the work did: sessions, measures against their own noise, what went wrong, the client's words.

use journey::review::{Seen, SessionSeen};
use maud::{Markup, html};

use crate::components::level::{Level, level};
use crate::components::words;
use crate::drawing::path::words as path_words;
use crate::frame::Frame;
use crate::practice::measures::courses::{noise, shape};
use crate::room::words as room_words;
use crate::t;

/// Everything a review looks at; better and worse stand in the same place and the same size.
pub fn look(frame: &Frame<'_>, seen: &Seen) -> Markup {
    html! {
        (sessions(frame, seen))
        (measures(frame, seen))
        (own_words(frame, seen))
    }
}

fn sessions(frame: &Frame<'_>, seen: &Seen) -> Markup {
    let m = frame.messages();
    html! {
        section.looked aria-labelledby="seen-sessions" {
            h2 id="seen-sessions" { (t!(m, "review-sessions")) }
            @if seen.sessions.is_empty() { p.quiet { (t!(m, "review-sessions-none")) } } @else {
                p { (t!(m, "review-sessions-sum", sessions = seen.sessions.len(), mg = seen.total_mg(), since = seen.since_review)) }
                @if let Some(grade) = seen.gravest() {
                    p { (level(if grade >= 3 { Level::Look } else { Level::Inform }, &t!(m, "review-gravest", grade = i64::from(grade)))) }
                } @else {
                    p { (level(Level::Holds, &t!(m, "review-no-events"))) }
                }
                ol.seen { @for session in &seen.sessions { li { (one(frame, session)) } } }
            }
            p.small.quiet {
                (t!(m, "review-between", meetings = seen.integrations, check_ins = seen.check_ins))
                @if seen.without_dose > 0 { " " (t!(m, "review-without-dose", visits = seen.without_dose)) }
            }
        }
    }
}

fn one(frame: &Frame<'_>, session: &SessionSeen) -> Markup {
    let m = frame.messages();
    let slowed = session.slowed_down.filter(|times| *times > 0);
    let events = session.adverse_events.iter();
    let events = events.map(|(term, grade)| {
        t!(m, "room-adverse-line", term = room_words::term(m, term), grade = i64::from(*grade))
    });
    html! {
        p {
            (frame.clock().date(session.at)) " · "
            span.number { (t!(m, "path-mg", mg = session.total_mg)) }
            @if let Some(times) = slowed { " · " (t!(m, "sessions-slowed", times = times)) }
        }
        @for event in events { p.small { (event) } }
    }
}

fn measures(frame: &Frame<'_>, seen: &Seen) -> Markup {
    let m = frame.messages();
    html! {
        section.looked aria-labelledby="seen-measures" {
            h2 id="seen-measures" { (t!(m, "review-measures")) }
            @if seen.scales.is_empty() { p.quiet { (t!(m, "review-measures-none")) } }
            ul.lines {
                @for (scale, told) in &seen.scales {
                    li {
                        h3 { (scale.name) " " span.quiet { (path_words::scale(m, scale.id)) } }
                        p.figure-said {
                            span.number { (path_words::score(m, told.from.1)) " → " (path_words::score(m, told.to.1)) }
                        }
                        p { (level(shape(frame, told.change.noise), &noise(m, scale, told))) }
                    }
                }
            }
        }
    }
}

/// What they wanted at the first talk, beside what they say now.
fn own_words(frame: &Frame<'_>, seen: &Seen) -> Markup {
    let m = frame.messages();
    let mut since: Vec<_> = seen.words.iter().chain(&seen.along_threads).collect();
    since.sort_by_key(|(at, _)| std::cmp::Reverse(*at));
    let first = [(t!(m, "talk-goals"), &seen.goals), (t!(m, "talk-hopes"), &seen.hopes)];
    html! {
        section.looked aria-labelledby="seen-words" {
            h2 id="seen-words" { (t!(m, "review-words")) }
            h3 { (t!(m, "review-words-first")) }
            @if seen.goals.is_none() && seen.hopes.is_none() { p.quiet { (t!(m, "review-words-not-kept")) } }
            dl.told {
                @for (asks, told) in first {
                    @if let Some(told) = told { div { dt { (asks) } dd { (words::inline(frame, told)) } } }
                }
            }
            h3 { (t!(m, "review-words-since")) }
            @if since.is_empty() { p.quiet { (t!(m, "review-words-none")) } }
            @for (at, told) in since {
                (words::quote(frame, told))
                p.small.quiet { (frame.clock().date(*at)) }
            }
        }
    }
}
