//! The strip above the chart: the whole session, its expected course, and what is due ahead.

use std::fmt::Write as _;

use journey::protocol::Course;
use maud::{Markup, html};

use super::context::Room;
use super::timeline::round;
use crate::frame::Frame;
use crate::t;

/// Minutes before the dose that the strip holds.
const BEFORE: f64 = 30.0;
/// How high the hill is drawn.
const HILL: f64 = 38.0;
/// Where the ground lies.
const GROUND: f64 = 52.0;

/// Draws the strip; `width` is that of the whole drawing.
pub fn strip(frame: &Frame<'_>, room: &Room, width: f64) -> Markup {
    let m = frame.messages();
    let Some(course) = room.protocol.as_ref().map(|protocol| &protocol.course) else { return html! {} };
    let strip = Strip { left: 66.0, right: width - 14.0, end: minutes(course.end_minutes.value) };
    let minute = room.minute(room.now).map(minutes);
    let learned = match &room.learned {
        Some(range) if range.low == range.high => t!(m, "room-course-once", minute = range.low),
        Some(range) => t!(m, "room-course-learned", low = range.low, high = range.high),
        None => t!(m, "room-course-expected"),
    };
    html! {
        text x="0" y="18" { (t!(m, "room-course-whole")) }
        path.course d=(strip.hill(course, strip.end)) {}
        @if let Some(minute) = minute { path.past d=(strip.hill(course, minute)) {} }
        line.hair x1=(strip.left) x2=(strip.right) y1=(GROUND) y2=(GROUND) {}
        @for mark in (0..=course.end_minutes.value).step_by(30) {
            text text-anchor=(if mark == course.end_minutes.value { "end" } else { "middle" })
                x=(round(strip.x(minutes(mark)))) y="68" { (mark) }
        }
        @for due in &room.ahead {
            path.due d=(format!("M{},41 l4,8 4,-8", round(strip.x(minutes(*due)) - 4.0))) {}
        }
        @if let Some(minute) = minute {
            @let x = round(strip.x(minute));
            line.nowline x1=(x) x2=(x) y1="5" y2="55" {}
            circle.nowdot cx=(x) cy="5" r="3.4" {}
            (seed(round(strip.x(0.0)), GROUND, 4.2))
        }
        text text-anchor="end" x=(strip.right) y="14" { (learned) }
    }
}

/// The small picture of rest: only the hill, where it is now, and what is due.
pub fn rest(room: &Room) -> Markup {
    let Some(course) = room.protocol.as_ref().map(|protocol| &protocol.course) else { return html! {} };
    let strip = Strip { left: 0.0, right: 520.0, end: minutes(course.end_minutes.value) };
    html! {
        svg.rest-course viewBox="0 8 520 52" aria-hidden="true" {
            path.course d=(strip.hill(course, strip.end)) {}
            line.hair x1="0" x2="520" y1=(GROUND) y2=(GROUND) {}
            @if let Some(due) = room.ahead.first() {
                path.due d=(format!("M{},41 l4,8 4,-8", round(strip.x(minutes(*due)) - 4.0))) {}
            }
            @if let Some(minute) = room.minute(room.now) {
                circle.nowdot cx=(round(strip.x(minutes(minute)))) cy=(GROUND) r="4" {}
            }
        }
    }
}

/// A dose: the seed of the mark.
pub fn seed(x: f64, bottom: f64, radius: f64) -> Markup {
    let (rise, side) = (radius * 2.1, radius * 0.82);
    let path = format!(
        "M{x},{} C{},{} {},{} {},{} A{radius},{radius} 0 0 1 {},{} C{},{} {},{} {x},{}Z",
        round(bottom - rise - 1.0),
        round(x + side * 0.55),
        round(bottom - rise * 0.55),
        round(x + radius),
        round(bottom - rise * 0.35),
        round(x + radius),
        round(bottom),
        round(x - radius),
        round(bottom),
        round(x - radius),
        round(bottom - rise * 0.35),
        round(x - side * 0.55),
        round(bottom - rise * 0.55),
        round(bottom - rise - 1.0),
    );
    html! { path.seed d=(path) {} }
}

struct Strip {
    left: f64,
    right: f64,
    end: f64,
}

impl Strip {
    fn x(&self, minute: f64) -> f64 {
        let part = (minute + BEFORE) / (self.end + BEFORE);
        self.left + (self.right - self.left) * part.clamp(0.0, 1.0)
    }

    /// The expected course up to a minute: it rises to the inward part, and falls to the end.
    fn hill(&self, course: &Course, until: f64) -> String {
        let top = (minutes(course.inward.value.low), minutes(course.inward.value.low + 25));
        let rises = minutes(course.onset.value.low);
        let falls = minutes(course.grounding.value.high);
        let height = |minute: f64| {
            let part = if minute <= rises {
                0.0
            } else if minute < top.0 {
                smooth((minute - rises) / (top.0 - rises))
            } else if minute <= top.1 {
                1.0
            } else {
                1.0 - smooth((minute - top.1) / (falls - top.1))
            };
            part * HILL
        };
        let until = until.clamp(0.0, self.end);
        let mut path = format!("M{},{GROUND}", round(self.x(0.0)));
        let mut minute: f64 = 0.0;
        while minute < until {
            minute = (minute + 3.0).min(until);
            let _ = write!(path, " L{},{}", round(self.x(minute)), round(GROUND - height(minute)));
        }
        let _ = write!(path, " L{},{GROUND}Z", round(self.x(until)));
        path
    }
}

fn smooth(part: f64) -> f64 {
    let part = part.clamp(0.0, 1.0);
    part * part * (3.0 - 2.0 * part)
}

#[allow(clippy::cast_precision_loss, reason = "a session has some hundred minutes")]
fn minutes(whole: i64) -> f64 {
    whole as f64
}
