//! The drawn timeline: pressure as carets, heart as a line, oxygen as figures, words on six rows.

use jiff::{SignedDuration, Timestamp};
use journey::medicine_session::Charted;
use journey::medicine_session::charting::Group;
use journey::medicine_session::phase::Phase;
use journey::medicine_session::timeline::{Line, Shown};
use journey::medicine_session::vitals::Vitals;
use journey::protocol::{Level, Sign};
use maud::{Markup, html};

use super::context::Room;
use super::{course, say};
use crate::frame::Frame;
use crate::messages::Messages;
use crate::t;

/// How much of the session the chart holds at most; the strip above it holds the whole.
const MINUTES_SHOWN_MAX: i64 = 75;
/// How much it holds at least, so that the first minutes are not torn wide.
const MINUTES_SHOWN_MIN: i64 = 30;
/// Width of a letter of the chart's words, a little generous.
const LETTER: f64 = 6.9;
/// Where the figures of the axis end and the time begins.
const LEFT: f64 = 66.0;

/// How large the drawing is, and what it has room for.
#[derive(Clone, Copy, Debug)]
pub struct Size {
    /// Width in units of the drawing.
    pub width: f64,
    /// Height.
    pub height: f64,
    /// Class of the drawing.
    pub class: &'static str,
}

/// Drawings of one chart: on its side, upright, and beside an act card.
pub const WIDE: Size = Size { width: 564.0, height: 612.0, class: "tl wide" };
/// Upright.
pub const TALL: Size = Size { width: 690.0, height: 440.0, class: "tl tall" };
/// Beside an act card, on its side.
pub const WIDE_LOW: Size = Size { width: 564.0, height: 330.0, class: "tl wide" };
/// Beside a card that asks for a look, on its side: the words keep their rows.
pub const WIDE_LOOK: Size = Size { width: 564.0, height: 432.0, class: "tl wide" };
/// Beside an act card, upright.
pub const TALL_LOW: Size = Size { width: 690.0, height: 196.0, class: "tl tall low" };
/// On paper and on the sealed page.
pub const PAPER: Size = Size { width: 1000.0, height: 560.0, class: "tl paper" };

impl Size {
    /// Whether the whole session is drawn above.
    fn has_strip(self) -> bool {
        !self.class.contains("paper") && !self.class.contains("low")
    }
}

/// Where everything stands.
struct Scale {
    from: Timestamp,
    to: Timestamp,
    right: f64,
    top: f64,
    bottom: f64,
    pressure: (f64, f64),
    oxygen: f64,
    rows: f64,
    row: f64,
}

impl Scale {
    fn of(room: &Room, size: Size) -> Self {
        let to = room.ending.as_ref().map_or(room.now, |ending| ending.at);
        let began = room.opened_at.into_iter().chain(room.dosed_at()).min().unwrap_or(to);
        let shown = to.duration_since(began).as_mins();
        let paper = size.class.contains("paper");
        let most = if paper { i64::MAX } else { MINUTES_SHOWN_MAX };
        let minutes = shown.clamp(MINUTES_SHOWN_MIN, most.max(MINUTES_SHOWN_MIN));
        let low = size.height < 400.0;
        let rows_height = if low { 0.0 } else { 6.0 * 31.0 };
        let rows_height = if size.height < 560.0 && !low { 6.0 * 24.0 } else { rows_height };
        let bottom = size.height - 24.0;
        let top = if size.has_strip() { 82.0 } else { 8.0 };
        let rows = bottom - rows_height;
        let oxygen = rows - 22.0;
        Self {
            from: to - SignedDuration::from_mins(minutes),
            to,
            right: size.width - 14.0,
            top,
            bottom,
            pressure: (top + 34.0, oxygen - 24.0),
            oxygen,
            rows,
            row: rows_height / 6.0,
        }
    }

    fn x(&self, at: Timestamp) -> f64 {
        let whole = self.to.duration_since(self.from).as_secs_f64().max(1.0);
        let part = at.duration_since(self.from).as_secs_f64() / whole;
        LEFT + (self.right - LEFT) * part.clamp(0.0, 1.0)
    }

    /// Pressure and heart rate share one scale, 40 to 200.
    fn y(&self, value: i64) -> f64 {
        let (top, bottom) = self.pressure;
        #[allow(clippy::cast_precision_loss, reason = "a vital sign is a small number")]
        let part = (value.clamp(40, 210) as f64 - 40.0) / 170.0;
        bottom - (bottom - top) * part
    }

    fn holds(&self, at: Timestamp) -> bool {
        at >= self.from && at <= self.to
    }

    fn has_rows(&self) -> bool {
        self.row > 0.0
    }

    fn row_y(&self, row: usize) -> f64 {
        #[allow(clippy::cast_precision_loss, reason = "there are six rows")]
        let row = row as f64;
        self.rows + self.row * (row + 0.5)
    }
}

/// Draws the chart; what it says is in the list of entries too.
pub fn drawn(frame: &Frame<'_>, room: &Room, size: Size) -> Markup {
    let m = frame.messages();
    let scale = Scale::of(room, size);
    let label = match room.minute(scale.to) {
        Some(minute) => t!(m, "room-chart-label", minute = minute),
        None => t!(m, "room-chart-label-before"),
    };
    html! {
        svg class=(size.class) viewBox={ "0 0 " (size.width) " " (size.height) }
            preserveAspectRatio="xMinYMin meet" role="img" aria-label=(format!("{label} {}", in_words(frame, room)))
        {
            @if size.has_strip() { (course::strip(frame, room, size.width)) }
            (bands(frame, room, &scale))
            (lines_of_limits(frame, room, &scale))
            (doses(room, &scale))
            (vitals(frame, room, &scale))
            @if scale.has_rows() { (rows(frame, room, &scale)) }
            (axis(frame, room, &scale))
        }
    }
}

/// The measured signs in a sentence, for those who do not see the drawing.
fn in_words(frame: &Frame<'_>, room: &Room) -> String {
    let m = frame.messages();
    let sets = sets(room).map(|(at, set, _)| format!("{} {}", frame.clock().hour(at), say::vitals(m, set)));
    sets.collect::<Vec<_>>().join("; ")
}

fn sets(room: &Room) -> impl Iterator<Item = (Timestamp, &Vitals, &Line)> {
    room.lines.iter().filter_map(|line| match &line.shown {
        Shown::Charted(Charted::VitalsTaken(set)) => Some((line.at, set, line)),
        _ => None,
    })
}

fn bands(frame: &Frame<'_>, room: &Room, scale: &Scale) -> Markup {
    let m = frame.messages();
    let mut spans: Vec<(Phase, f64, f64)> = Vec::new();
    for (place, (since, phase)) in room.phases.iter().enumerate() {
        let until = room.phases.get(place + 1).map_or(scale.to, |(next, _)| *next).min(scale.to);
        if until > scale.from && *since < scale.to {
            spans.push((*phase, scale.x(*since), scale.x(until)));
        }
    }
    let height = scale.bottom - scale.top;
    let last = spans.len().saturating_sub(1);
    html! {
        @for (place, (phase, from, to)) in spans.iter().enumerate() {
            @let words = say::phase(m, *phase);
            @let wanted = width(&words) + 12.0;
            rect class={ "ph " (phase.code()) } x=(round(*from)) y=(round(scale.top)) width=(round(to - from))
                height=(round(height)) {}
            @if to - from >= wanted {
                text.now-phase[place == last] x=(round(from + 7.0)) y=(round(scale.top + 15.0)) { (words) }
            } @else if place == last {
                text.now-phase text-anchor="end" x=(round(to - 5.0)) y=(round(scale.top + 15.0)) { (words) }
            }
        }
    }
}

fn lines_of_limits(frame: &Frame<'_>, room: &Room, scale: &Scale) -> Markup {
    let m = frame.messages();
    let lines = room.protocol.as_ref().map(|protocol| &protocol.bands.systolic_mmhg);
    let warn = lines.and_then(|lines| lines.warn.high.as_ref()).map(|figure| figure.value.last_inside());
    let act = lines.and_then(|lines| lines.act.high.as_ref()).map(|figure| figure.value.last_inside() + 1);
    html! {
        @for value in [60, 100] {
            line.faint x1=(LEFT) x2=(scale.right) y1=(round(scale.y(value))) y2=(round(scale.y(value))) {}
            text text-anchor="end" x=(LEFT - 8.0) y=(round(scale.y(value) + 4.5)) { (value) }
        }
        @if let Some(warn) = warn {
            line.limit x1=(LEFT) x2=(scale.right) y1=(round(scale.y(warn))) y2=(round(scale.y(warn))) {}
            text.attendt text-anchor="end" x=(LEFT - 8.0) y=(round(scale.y(warn) + 4.5)) { (warn) }
        }
        @if let Some(act) = act {
            line.limit.act x1=(LEFT) x2=(scale.right) y1=(round(scale.y(act))) y2=(round(scale.y(act))) {}
            text.actt text-anchor="end" x=(LEFT - 8.0) y=(round(scale.y(act) + 4.5)) { (act) }
        }
        text.ink x="0" y=(round(scale.y(160) + 4.5)) { (t!(m, "room-axis-pressure")) }
        text.hrt x="0" y=(round(scale.y(80) + 4.5)) { (t!(m, "room-sign-heart")) }
        text.o2t x="0" y=(round(scale.oxygen + 4.5)) { (t!(m, "room-axis-oxygen")) }
        line.hair x1="0" x2=(scale.right) y1=(round(scale.oxygen - 15.0)) y2=(round(scale.oxygen - 15.0)) {}
        line.hair x1="0" x2=(scale.right) y1=(round(scale.oxygen + 13.0)) y2=(round(scale.oxygen + 13.0)) {}
    }
}

/// How wide and how tall the words at a dose are, with the air around them.
const DOSE_WORDS: f64 = 64.0;
/// See [`DOSE_WORDS`].
const DOSE_LINE: f64 = 18.0;

fn doses(room: &Room, scale: &Scale) -> Markup {
    let shown: Vec<_> = room.doses.iter().filter(|dose| scale.holds(dose.given_at)).collect();
    html! {
        @for (place, dose) in shown.iter().enumerate() {
            @let x = round(scale.x(dose.given_at));
            // Two that lie close together would write over each other.
            @let close = place.checked_sub(1).and_then(|before| shown.get(before)).is_some_and(|before| x - scale.x(before.given_at) < DOSE_WORDS);
            @let up = if close { DOSE_LINE } else { 0.0 };
            line.dose x1=(x) x2=(x) y1=(round(scale.top)) y2=(round(scale.bottom)) {}
            (course::seed(x, scale.bottom, 5.2))
            @let end = x > scale.right - 60.0;
            text.duskt.strong text-anchor=(if end { "end" } else { "start" }) x=(round(if end { x - 8.0 } else { x + 8.0 })) y=(round(scale.pressure.1 + 12.0 - up)) {
                // Drawn ahead of the dose, how much it will be is not known.
                @if !room.is_ahead { (dose.dose_mg) " mg" }
            }
        }
    }
}

fn vitals(frame: &Frame<'_>, room: &Room, scale: &Scale) -> Markup {
    let shown: Vec<_> = sets(room).filter(|(at, ..)| scale.holds(*at)).collect();
    let heart: Vec<String> = shown
        .iter()
        .filter_map(|(at, set, _)| {
            let rate = set.heart_rate_per_minute?;
            Some(format!("{},{}", round(scale.x(*at)), round(scale.y(rate))))
        })
        .collect();
    let named = named(&shown.iter().map(|(at, ..)| scale.x(*at)).collect::<Vec<_>>());
    html! {
        @if heart.len() > 1 { path.hr d={ "M" (heart.join(" L")) } {} }
        @for ((at, set, line), named) in shown.iter().zip(named) {
            (one_set(frame, room, scale, *at, set, line, named))
        }
    }
}

/// How wide a pressure is in figures, with the air around it.
const PRESSURE_WORDS: f64 = 78.0;

/// Which sets have room for their pressure in figures: the latest has, and each before it that the next
/// named one leaves room for.
fn named(places: &[f64]) -> Vec<bool> {
    let mut free = f64::INFINITY;
    let mut named: Vec<bool> = Vec::with_capacity(places.len());
    for x in places.iter().rev() {
        let has_room = *x + PRESSURE_WORDS <= free || free.is_infinite();
        if has_room {
            free = *x;
        }
        named.push(has_room);
    }
    named.reverse();
    named
}

fn one_set(
    frame: &Frame<'_>,
    room: &Room,
    scale: &Scale,
    at: Timestamp,
    set: &Vitals,
    line: &Line,
    named: bool,
) -> Markup {
    let x = scale.x(at);
    let end = x > scale.right - 70.0;
    let (anchor, shift) = if end { ("end", -10.0) } else { ("start", 10.0) };
    let level = level_of(room, line, set);
    html! {
        @if let (Some(high), Some(low)) = (set.systolic_mmhg, set.diastolic_mmhg) {
            @let (top, bottom) = (scale.y(high), scale.y(low));
            g class=(level_class(level)) {
                line.bp-stem x1=(round(x)) x2=(round(x)) y1=(round(top)) y2=(round(bottom)) {}
                path.bp d=(format!("M{},{} l6,7 l6,-7", round(x - 6.0), round(top - 7.0))) {}
                path.bp d=(format!("M{},{} l6,-7 l6,7", round(x - 6.0), round(bottom + 7.0))) {}
                @if level >= Level::Act && named {
                    path.mark d=(format!("M{},{} l5.5,10 l-11,0z", round(x + shift * 6.9), round(top - 10.0))) {}
                }
                @if named {
                    text.pressure.rim text-anchor=(anchor) x=(round(x + shift)) y=(round(top + 1.0)) {
                        (high) "/" (low)
                    }
                }
            }
        }
        @if let Some(rate) = set.heart_rate_per_minute {
            circle.hr-dot cx=(round(x)) cy=(round(scale.y(rate))) r="3.6" {}
            text.hrt.strong.rim text-anchor=(anchor) x=(round(x + shift * 0.8)) y=(round(scale.y(rate) + 17.0)) {
                (rate)
            }
        }
        @if let Some(oxygen) = set.spo2_percent {
            @let level = room.protocol.as_ref().map_or(Level::InBand, |protocol| protocol.bands.of(Sign::Spo2).level(oxygen, None));
            g class=(level_class(level)) {
                text.o2t.figure text-anchor=(if end { "end" } else { "middle" }) x=(round(x)) y=(round(scale.oxygen + 5.0)) {
                    (oxygen)
                }
            }
        }
        @if line.late {
            circle.late cx=(round(x)) cy=(round(scale.pressure.1 + 8.0)) r="4" {
                title { (t!(frame.messages(), "room-late")) }
            }
        }
    }
}

/// What the pressure of this set meant: the rise counts from before the dose.
fn level_of(room: &Room, line: &Line, set: &Vitals) -> Level {
    let Some(protocol) = &room.protocol else { return Level::InBand };
    let before =
        if room.dosed_at().is_some_and(|dosed| line.at > dosed) { room.before } else { Vitals::default() };
    let pressure =
        Vitals { systolic_mmhg: set.systolic_mmhg, diastolic_mmhg: set.diastolic_mmhg, ..Vitals::default() };
    journey::medicine_session::vitals::assess(&pressure, &before, &protocol.bands).level
}

fn level_class(level: Level) -> &'static str {
    match level {
        Level::InBand => "set",
        Level::Concerning => "set concerning",
        Level::Act | Level::Emergency => "set acts",
    }
}

/// One charted word on its row.
struct Word {
    row: usize,
    x: f64,
    text: String,
    /// The word alone, where there is no room for what was added to it.
    alone: Option<String>,
    class: &'static str,
    late: bool,
    said: bool,
}

fn rows(frame: &Frame<'_>, room: &Room, scale: &Scale) -> Markup {
    let m = frame.messages();
    let words = words(frame, room, scale);
    let placed = placed(&words, scale.right);
    html! {
        @for (row, group) in Group::ALL.into_iter().enumerate() {
            text x="0" y=(round(scale.row_y(row) + 4.5)) { (say::group(m, group)) }
            line.faint x1=(LEFT) x2=(scale.right) y1=(round(scale.row_y(row) + scale.row / 2.0))
                y2=(round(scale.row_y(row) + scale.row / 2.0)) {}
        }
        @for (word, label) in words.iter().zip(placed) {
            @let y = scale.row_y(word.row);
            @if word.class == "ev off" {
                rect class=(if word.late { "late" } else { word.class }) x=(round(word.x - 4.2)) y=(round(y - 4.2))
                    width="8.4" height="8.4" rx="1.5" {}
            } @else {
                circle class=(if word.late { "late" } else { word.class }) cx=(round(word.x)) cy=(round(y)) r="4.6" {}
            }
            @if let Some((x, anchor, text)) = label {
                text class=(if word.said { "said" } else { "word" }) text-anchor=(anchor) x=(round(x)) y=(round(y + 4.8)) {
                    (text)
                }
            }
        }
    }
}

fn words(frame: &Frame<'_>, room: &Room, scale: &Scale) -> Vec<Word> {
    let m = frame.messages();
    let seen = room.lines.iter().filter(|line| scale.holds(line.at));
    seen.filter_map(|line| {
        let (group, text, said) = match &line.shown {
            Shown::Charted(Charted::EntryCharted(entry)) => {
                let said = entry.group == Group::Words && entry.words.is_some();
                let text = match (&entry.words, said) {
                    (Some(words), true) => t!(m, "room-quoted", words = words.as_str()),
                    _ => say::shown(m, &line.shown),
                };
                (entry.group, text, said)
            }
            Shown::Charted(Charted::SlowedDown(_)) => (Group::Offered, t!(m, "room-slowed"), false),
            Shown::Charted(Charted::StoppedEarly { .. }) => {
                (Group::Offered, t!(m, "room-stopped-short"), false)
            }
            Shown::Charted(Charted::OnsetNoticed) => (Group::Inner, t!(m, "room-did-onset"), false),
            _ => return None,
        };
        let row = Group::ALL.iter().position(|one| *one == group)?;
        let class = if group == Group::Offered { "ev off" } else { "ev" };
        let alone = alone(m, &line.shown).filter(|_| !said);
        Some(Word { row, x: scale.x(line.at), text, alone, class, late: line.late, said })
    })
    .collect()
}

fn alone(m: Messages, shown: &Shown) -> Option<String> {
    match shown {
        Shown::Charted(Charted::EntryCharted(entry)) => {
            entry.code.as_deref().map(|code| super::words::charted(m, code))
        }
        _ => None,
    }
}

/// Where a word stands, how it is anchored, and what it says.
type Label<'a> = (f64, &'static str, &'a str);

/// Where each word stands: right of its dot, else left of it, else it is in the list only.
///
/// The newest are placed first: what just happened is worth the room.
fn placed(words: &[Word], right: f64) -> Vec<Option<Label<'_>>> {
    let mut until = [right; 6];
    let mut labels = vec![None; words.len()];
    for (place, word) in words.iter().enumerate().rev() {
        let limit = until[word.row];
        let before = words[..place].iter().rfind(|one| one.row == word.row);
        let since = before.map_or(LEFT, |one| one.x + 8.0);
        let label = [Some(word.text.as_str()), word.alone.as_deref()]
            .into_iter()
            .flatten()
            .find_map(|text| beside(word.x, text, since, limit));
        until[word.row] = match label {
            Some((x, "end", text)) => x - 6.0 - width(text),
            _ => word.x - 8.0,
        };
        labels[place] = label;
    }
    labels
}

fn beside(x: f64, text: &str, since: f64, limit: f64) -> Option<Label<'_>> {
    let wide = width(text);
    if x + 9.0 + wide <= limit {
        Some((x + 9.0, "start", text))
    } else {
        (x - 9.0 - wide >= since).then_some((x - 9.0, "end", text))
    }
}

fn axis(frame: &Frame<'_>, room: &Room, scale: &Scale) -> Markup {
    let m = frame.messages();
    let clock = frame.clock();
    let y = scale.bottom + 16.0;
    let now = if room.ending.is_some() { t!(m, "room-left") } else { t!(m, "room-now") };
    html! {
        line.nowline x1=(scale.right) x2=(scale.right) y1=(round(scale.top)) y2=(round(scale.bottom)) {}
        text.duskt.strong text-anchor="end" x=(scale.right) y=(y) { (now) " · " (clock.hour(scale.to)) }
        @for (x, words) in ticks(frame, room, scale) {
            text text-anchor="middle" x=(round(x)) y=(y) { (words) }
        }
    }
}

/// The dose and full steps from it, where there is room for the words.
fn ticks(frame: &Frame<'_>, room: &Room, scale: &Scale) -> Vec<(f64, String)> {
    let m = frame.messages();
    let clock = frame.clock();
    let Some(zero) = room.dosed_at() else { return Vec::new() };
    let span = scale.to.duration_since(scale.from).as_mins();
    let step = if span > 100 { 30 } else { 15 };
    let mut ticks = Vec::new();
    for minute in (-60..=600).step_by(step) {
        let at = zero + SignedDuration::from_mins(minute);
        let x = scale.x(at);
        let inside = scale.holds(at) && x > LEFT + 30.0 && x < scale.right - 150.0;
        let apart = ticks.last().is_none_or(|(last, _): &(f64, String)| x - last > 112.0);
        if inside && (minute == 0 || apart) {
            let words = if minute == 0 { t!(m, "room-axis-dose") } else { minute.to_string() };
            if minute == 0 && !apart {
                ticks.pop();
            }
            ticks.push((x, format!("{words} · {}", clock.hour(at))));
        }
    }
    ticks
}

fn width(text: &str) -> f64 {
    #[allow(clippy::cast_precision_loss, reason = "a word is short")]
    let letters = text.chars().count() as f64;
    letters * LETTER
}

/// One decimal is finer than a pixel.
pub(super) fn round(value: f64) -> f64 {
    (value * 10.0).round() / 10.0
}
