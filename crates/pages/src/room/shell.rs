//! The frame of the room: the strip above, the card on the spine, the bar and the corner below.

use journey::medicine_session::timeline::LATE_MINUTES;
use journey::medicine_session::vitals_due::Standing;
use journey::preparation::{AnchorKind, Hardship};
use maud::{Markup, html};

use super::context::{Card, Room, State};
use super::{course, say};
use crate::components::words::inline;
use crate::frame::Frame;
use crate::messages::Messages;
use crate::t;

/// Who, where, how long, what is due, what is kept.
pub fn strip(frame: &Frame<'_>, room: &Room) -> Markup {
    let m = frame.messages();
    html! {
        header.strip data-region="strip" {
            div.who {
                h1 { (room.name) }
                @if room.may.chart && room.ending.is_none() {
                    button.phase type="button" data-opens="phase" data-key="p" { (say::phase(m, room.phase)) }
                } @else {
                    span.phase { (say::phase(m, room.phase)) }
                }
            }
            div.clock {
                @match room.dosed_at() {
                    Some(dosed) => {
                        time data-clock datetime=(dosed.to_string()) { (elapsed(room)) }
                        span { (t!(m, "room-since-dose")) }
                        span.unsure role="status" data-unsure hidden { (t!(m, "room-clock-unsure")) }
                    }
                    None => {
                        time data-wall datetime=(room.now.to_string()) { (frame.clock().hour(room.now)) }
                        span { (t!(m, "room-no-dose-yet")) }
                    }
                }
            }
            div.state {
                (due(frame, room))
                span.kept role="status" data-saving { (t!(m, "room-saved")) }
                button.touch.quiet type="button" data-opens="door" data-door-way hidden { (t!(m, "room-door-way")) }
                button.touch.quiet type="button" data-opens="here" data-here-way hidden { (t!(m, "room-here-way")) }
            }
        }
    }
}

/// Time since the dose as it stands when the page is drawn: the clock goes on from there.
fn elapsed(room: &Room) -> String {
    let seconds = room.dosed_at().map_or(0, |dosed| room.now.duration_since(dosed).as_secs().max(0));
    let (hours, minutes, seconds) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
    if hours > 0 { format!("{hours}:{minutes:02}:{seconds:02}") } else { format!("{minutes}:{seconds:02}") }
}

fn due(frame: &Frame<'_>, room: &Room) -> Markup {
    let m = frame.messages();
    html! {
        @if let Some(set) = &room.due {
            @let late = matches!(set.standing, Standing::Late | Standing::Overdue);
            span.due.late[late] data-due=(set.due_at.as_millisecond()) {
                svg viewBox="0 0 16 16" aria-hidden="true" { path d="M3 4l5 9 5-9" {} }
                span data-due-words { (due_words(m, room)) }
            }
        }
    }
}

/// When vital signs are due, in words.
pub fn due_words(m: Messages, room: &Room) -> String {
    let Some(set) = &room.due else { return t!(m, "room-due-none") };
    let minutes = set.due_at.duration_since(room.now).as_mins();
    match set.standing {
        Standing::Late | Standing::Overdue => t!(m, "room-due-late", minutes = -minutes),
        _ if minutes > 0 => t!(m, "room-due-in", minutes = minutes),
        _ => t!(m, "room-due-now"),
    }
}

/// The card, folded to a spine; the one line that must not be forgotten stays in sight.
pub fn spine(frame: &Frame<'_>, room: &Room) -> Markup {
    let m = frame.messages();
    html! {
        div.spine data-region="spine" {
            button type="button" data-opens="card" data-key="c" {
                span.must { (say::touch(m, &room.card.touch)) }
                span { (t!(m, "room-card-spine")) }
                svg viewBox="0 0 12 20" aria-hidden="true" { path d="M2 2l7 8-7 8" {} }
            }
        }
    }
}

/// The card, opened beside the chart.
pub fn card(frame: &Frame<'_>, card: &Card) -> Markup {
    let m = frame.messages();
    html! {
        div.card-open {
            p.must { (say::touch(m, &card.touch)) }
            p.quiet.small { (say::safety_touch(m, &card.touch)) }
            @if !card.intentions.is_empty() {
                h3 { (t!(m, "room-card-intentions")) }
                ul { @for words in &card.intentions { li { (inline(frame, words)) } } }
            }
            @if !card.signals.is_empty() {
                h3 { (t!(m, "room-card-signals")) }
                dl { @for (sign, meaning) in &card.signals { div { dt { (sign) } dd { (meaning) } } } }
            }
            @if !card.anchors.is_empty() {
                h3 { (t!(m, "room-card-anchors")) }
                dl { @for (kind, words) in &card.anchors { div { dt { (anchor(m, *kind)) } dd { (inline(frame, words)) } } } }
            }
            @if !card.helps.is_empty() {
                h3 { (t!(m, "room-card-helps")) }
                dl { @for (when, words) in &card.helps { div { dt { (hardship(m, *when)) } dd { (inline(frame, words)) } } } }
            }
            @if card.intentions.is_empty() && card.signals.is_empty() && card.anchors.is_empty() {
                p.quiet { (t!(m, "room-card-empty")) }
            }
        }
    }
}

fn anchor(m: Messages, kind: AnchorKind) -> String {
    match kind {
        AnchorKind::Breath => t!(m, "room-anchor-breath"),
        AnchorKind::Image => t!(m, "room-anchor-image"),
        AnchorKind::Person => t!(m, "room-anchor-person"),
        AnchorKind::Place => t!(m, "room-anchor-place"),
        AnchorKind::Movement => t!(m, "room-anchor-movement"),
        AnchorKind::Sound => t!(m, "room-anchor-sound"),
    }
}

fn hardship(m: Messages, when: Hardship) -> String {
    match when {
        Hardship::Fear => t!(m, "room-arose-fear"),
        Hardship::Disorientation => t!(m, "room-arose-disorientation"),
        Hardship::StrongEmotion => t!(m, "room-arose-emotion"),
    }
}

/// What was charted last, with the second touch and the way to take it back.
pub fn bar(frame: &Frame<'_>, room: &Room) -> Markup {
    let m = frame.messages();
    let clock = frame.clock();
    html! {
        div.bar data-bar {
            p role="status" {
                @match &room.own_last {
                    Some(line) => {
                        span data-last-words { (say::shown(m, &line.shown)) }
                        small data-last-state {
                            (t!(m, "room-charted-at", hour = clock.hour(line.at)))
                            @if line.late { " · " (t!(m, "room-late-by", minutes = LATE_MINUTES)) }
                        }
                    }
                    None => {
                        span data-last-words { (t!(m, "room-nothing-yet")) }
                        small data-last-state {}
                    }
                }
            }
            p.refused role="alert" data-refused hidden {}
            @if room.may.amend {
                div.second data-second hidden {
                    button.touch.quiet type="button" data-second="strong" { (t!(m, "room-stronger")) }
                    button.touch.quiet type="button" data-second="light" { (t!(m, "room-lighter")) }
                    button.touch.quiet type="button" data-second="words" { (t!(m, "room-add-words")) }
                    button.touch.quiet type="button" data-second="ago" { (t!(m, "room-five-ago")) }
                }
                button.touch.strong type="button" data-undo data-key="u" data-event=[room.own_last.as_ref().and_then(|line| line.id).map(|id| id.to_string())] {
                    span data-undo-words { (t!(m, "room-correct")) }
                    svg.ring viewBox="0 0 20 20" aria-hidden="true" hidden { circle cx="10" cy="10" r="8" {} }
                }
            }
        }
    }
}

/// Apart from everything, always in the same place.
pub fn corner(frame: &Frame<'_>, room: &Room) -> Markup {
    let m = frame.messages();
    html! {
        div.corner {
            @if room.state() == State::During {
                button.touch.quiet type="button" data-rest data-key="r" { (t!(m, "room-rest")) }
            }
            @if room.may.chart && room.state() != State::Over {
                button.touch.slow type="button" data-act="slow_down" data-then="slow" data-key="s" {
                    (t!(m, "room-slow-down"))
                }
            }
            button.touch.get-help type="button" data-opens="help" data-key="h" {
                svg viewBox="0 0 18 18" aria-hidden="true" { path d="M9 2v14M2 9h14" {} }
                (t!(m, "room-help"))
            }
        }
    }
}

/// Rest: the clock, what is due, the way back and help.
pub fn rest(frame: &Frame<'_>, room: &Room) -> Markup {
    let m = frame.messages();
    let minute = room.minute(room.now).unwrap_or_default();
    html! {
        @if room.state() == State::During {
            section.resting data-region="rest" aria-label=(t!(m, "room-rest")) hidden {
                p.minutes data-minutes { (minute) }
                (course::rest(room))
                p.quiet { (t!(m, "room-minutes-since")) }
                p data-due-words { (due_words(m, room)) }
                button.touch.quiet type="button" data-rest { (t!(m, "room-back-to-chart")) }
            }
        }
    }
}
