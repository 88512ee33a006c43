//! The path: one person's whole journey in one drawing, and the same in words.
//!
//! It is laid out in shares of the width it is given, so that its words never scale: shapes stand
//! in small drawings of their own at a share, and only the fibre stretches. Far beyond what a
//! screen can show, detail goes and the table carries the rest.

use std::collections::BTreeSet;

use jiff::Timestamp;
use journey::card::Stage;
use journey::path::{CheckInStanding, Mark, Path, What};
use journey::protocol::DoseTier;
use journey::scale::{SCALES, Scale, Score};
use maud::{Markup, html};

use self::axis::Axis;
use super::{Tuft, WINDOW_DAYS, half_sun, leaves, number, seed};
use crate::frame::Frame;
use crate::t;

mod axis;
pub mod samples;
#[cfg(test)]
mod tests;
pub mod words;

/// Past this many sessions the drawing keeps a width at which their words stand apart, and scrolls.
const SESSIONS_NARROW_MAX: usize = 6;
/// Past this many sessions only ticks are drawn.
const SESSIONS_DRAWN_MAX: usize = 40;
/// Past this many, nothing is drawn but ground, ticks and scores, each one at most so many times.
const SESSIONS_DETAILED_MAX: usize = 200;
/// Columns of a drawing that holds one tick, or one high and one low of a score, each.
const COLUMNS: u16 = 400;
/// The least distance between two printed words, in shares of the width.
const WORDS_APART: f64 = 7.5;
/// Nearer to the edge than this, in shares of the width, a dose is printed inwards.
const DOSE_EDGE: f64 = 4.0;
/// Under this many shares for two weeks, marks are drawn small.
const ROOMY: f64 = 5.0;
/// Height of the fibre.
const TUFT: f64 = 68.0;
/// Height of the ground line from the top of its row.
const GROUND: f64 = 106.0;

/// Which part of a long path is told in words, where.
#[derive(Clone, Copy, Debug)]
pub struct Told<'a> {
    /// The address of the page, which takes a `year`.
    pub page: &'a str,
    /// The year that is told; none for the newest facts.
    pub year: Option<i16>,
}

/// Draws the path of `name`; `id` is unique on the page.
pub fn draw(frame: &Frame<'_>, path: &Path, name: &str, id: &str, told: &Told<'_>) -> Markup {
    let m = frame.messages();
    let axis = Axis::of(path);
    let table = format!("{id}-words");
    // A screen has no course, and so no line.
    let courses = SCALES.into_iter().filter(|scale| scale.reliable_change.is_some());
    let scales = courses.filter(|scale| scores(path, scale).next().is_some());
    html! {
        figure.path aria-label=(t!(m, "path-label", name = name)) {
            div.path-scroll tabindex="0" role="group" aria-label=(t!(m, "path-drawing")) {
                div.path-rows.full[sessions(path).count() > SESSIONS_NARROW_MAX] {
                    span {} (ground_row(frame, path, &axis, id, &table)) span {}
                    span.row-name { @if sessions(path).next().is_some() { (t!(m, "path-dose")) } }
                    (dose_row(frame, path, &axis)) span {}
                    @if has_check_ins(path) && !is_far(path) {
                        span.row-name { (t!(m, "path-check-ins")) } (check_in_row(path, &axis)) span {}
                    }
                    @for scale in scales {
                        span.row-name { strong { (scale.name) } br; (words::scale(m, scale.id)) }
                        (score_row(frame, path, &axis, scale, SCORES))
                    }
                    span {} (month_row(frame, &axis)) span {}
                }
            }
            details.path-words id=(table) open[told.year.is_some()] {
                summary { (t!(m, "path-in-words")) }
                (words::table(frame, path, name, &table, told))
            }
        }
    }
}

/// Draws one scale's line with its doses, by itself; `table` is where the same stands in words.
pub fn course(frame: &Frame<'_>, path: &Path, scale: &'static Scale) -> Markup {
    let m = frame.messages();
    let axis = Axis::of(path);
    html! {
        figure.path.course aria-label=(t!(m, "measures-line", scale = scale.name)) {
            div.path-scroll tabindex="0" role="group" aria-label=(t!(m, "path-drawing")) {
                div.path-rows.full[sessions(path).count() > SESSIONS_NARROW_MAX] {
                    span {} (score_row(frame, path, &axis, scale, SCORES_ALONE))
                    @if sessions(path).next().is_some() {
                        span.row-name { (t!(m, "path-dose")) } (dose_row(frame, path, &axis)) span {}
                    }
                    span {} (month_row(frame, &axis)) span {}
                }
            }
        }
    }
}

fn is_dense(path: &Path) -> bool {
    sessions(path).count() > SESSIONS_DRAWN_MAX
}

/// Whether there are more sessions than any screen has room for.
fn is_far(path: &Path) -> bool {
    sessions(path).count() > SESSIONS_DETAILED_MAX
}

fn sessions(path: &Path) -> impl Iterator<Item = (&Mark, i64, Option<DoseTier>)> {
    path.marks.iter().filter_map(|mark| match mark.what {
        What::Session { total_mg, tier, .. } => Some((mark, total_mg, tier)),
        _ => None,
    })
}

fn scores<'a>(path: &'a Path, scale: &'static Scale) -> impl Iterator<Item = (&'a Mark, Score)> {
    path.marks.iter().filter_map(move |mark| match &mark.what {
        What::Score { scale: id, score } if id == scale.id => Some((mark, *score)),
        _ => None,
    })
}

fn has_check_ins(path: &Path) -> bool {
    path.marks.iter().any(|mark| matches!(mark.what, What::CheckIn { .. }))
}

fn share(share: f64) -> String {
    format!("{share:.2}%")
}

/// A line down through a row: the present moment.
fn now_line(axis: &Axis, path: &Path, from: f64, to: f64) -> Markup {
    let x = share(axis.share(path.now));
    html! { line.now-line x1=(x) x2=(x) y1=(number(from)) y2=(number(to)) {} }
}

fn ground_row(frame: &Frame<'_>, path: &Path, axis: &Axis, id: &str, table: &str) -> Markup {
    html! {
        svg width="100%" height="124" {
            (today(frame, path, axis))
            @if !is_dense(path) {
                @for (place, (mark, ..)) in sessions(path).enumerate() { (tuft(axis, mark, id, place)) }
            }
            (ground_line(path, axis))
            (now_line(axis, path, 36.0, 122.0))
            @if is_dense(path) {
                (ticks(path, axis))
            } @else {
                @for mark in path.marks.iter().filter(|mark| stands_on_ground(&mark.what)) {
                    (point(frame, axis, mark, table))
                }
                // A seed stands before all else.
                @for (mark, ..) in sessions(path) { (point(frame, axis, mark, table)) }
            }
        }
    }
}

/// A tick for every session; those that share a column are one.
fn ticks(path: &Path, axis: &Axis) -> Markup {
    let columns: BTreeSet<u16> = sessions(path).map(|(mark, ..)| axis.column(mark.at, COLUMNS)).collect();
    let lines: Vec<String> = columns.into_iter().map(|at| format!("M{at},0v15")).collect();
    html! {
        svg.stretched width="100%" y=(GROUND - 10.0) height="15" viewBox={ "0 0 " (COLUMNS) " 15" } preserveAspectRatio="none" {
            path.tick d=(lines.concat()) {}
        }
    }
}

fn today(frame: &Frame<'_>, path: &Path, axis: &Axis) -> Markup {
    let at = axis.share(path.now);
    html! {
        text.today x=(share(at)) y="30" text-anchor=(anchor(at, 12.0)) {
            tspan.strong { (t!(frame.messages(), "path-today")) } " " (frame.clock().short_date(path.now))
        }
    }
}

/// Which way a word at a mark runs, so that an edge nearer than `room` per cent does not cut it.
fn anchor(at: f64, room: f64) -> &'static str {
    if at < room {
        "start"
    } else if at > 100.0 - room {
        "end"
    } else {
        "middle"
    }
}

/// The fibre, stretched to two weeks of this drawing.
fn tuft(axis: &Axis, mark: &Mark, id: &str, place: usize) -> Markup {
    let width = axis.share_of_days(WINDOW_DAYS);
    let fibres = if width > 8.0 { 22 } else { 12 };
    let name = format!("{id}-{place}");
    let tuft = Tuft { id: &name, x: 0.0, ground: TUFT, day: 10.0, height: TUFT * 0.9, fibres };
    html! {
        svg.stretched x=(share(axis.share(mark.at))) y=(number(GROUND - TUFT)) width=(share(width)) height=(TUFT)
            viewBox={ "0 0 140 " (TUFT) } preserveAspectRatio="none" { (tuft.draw()) }
    }
}

fn ground_line(path: &Path, axis: &Axis) -> Markup {
    html! {
        @for (from, until, colour) in stretches(path) {
            line class={ "ground " (colour) } x1=(share(axis.share(from))) x2=(share(axis.share(until)))
                y1=(GROUND) y2=(GROUND) {}
        }
        @if let Some(last) = path.segments.last() {
            line class={ "ground ahead " (words::colour(last.stage)) } x1=(share(axis.share(path.now) + 0.8)) x2="100%"
                y1=(GROUND) y2=(GROUND) {}
        }
    }
}

/// Stretches of the ground line; where hours are too narrow to be seen, a session is its tick alone.
fn stretches(path: &Path) -> Vec<(Timestamp, Timestamp, &'static str)> {
    let far = is_far(path);
    let mut found: Vec<(Timestamp, Timestamp, &'static str)> = Vec::new();
    for segment in &path.segments {
        let colour = words::colour(segment.stage);
        match found.last_mut() {
            Some(last) if far && (segment.stage == Stage::InSession || last.2 == colour) => {
                last.1 = segment.until;
            }
            _ => found.push((segment.from, segment.until, colour)),
        }
    }
    found
}

/// What stands on the ground line beside the seeds; the rest has rows of its own.
fn stands_on_ground(what: &What) -> bool {
    match what {
        What::Enquiry
        | What::Consultation
        | What::Preparation { .. }
        | What::Clearance(_)
        | What::ConsentSigned(_)
        | What::ConsentWithdrawn
        | What::Integration { .. }
        | What::Review(_)
        | What::Ending(_)
        | What::Reopened => true,
        What::Session { .. }
        | What::Discernment(_)
        | What::Prescription(_)
        | What::WindowPeakEnds(_)
        | What::WindowEnds(_)
        | What::CheckIn { .. }
        | What::ReviewPlanned
        | What::FollowUp { .. }
        | What::Score { .. } => false,
    }
}

/// A mark that says what it is when it is pointed at or reached by the keyboard.
fn point(frame: &Frame<'_>, axis: &Axis, mark: &Mark, table: &str) -> Markup {
    let at = axis.share(mark.at);
    let says = words::tip(frame, mark);
    html! {
        a.point href={ "#" (table) } aria-label=(says) {
            svg x=(share(at)) y="0" width="1" height="124" overflow="visible" {
                circle.target cx="0" cy=(number(GROUND - 5.0)) r="13" {}
                (shape(&mark.what, if axis.share_of_days(WINDOW_DAYS) < ROOMY { 0.62 } else { 1.0 }))
            }
            text.tip x=(share(at)) y="12" text-anchor=(anchor(at, 12.0)) aria-hidden="true" { (says) }
        }
    }
}

/// A mark's shape at the ground line; `size` is 1 where there is room.
fn shape(what: &What, size: f64) -> Markup {
    match what {
        What::Enquiry => html! { circle.dot-stone cx="0" cy=(GROUND) r="4" {} },
        What::Consultation => html! { circle.hollow.stone cx="0" cy=(GROUND) r="6.5" {} },
        What::Clearance(decision) => {
            let class = if decision.is_yes() { "diamond" } else { "diamond hollow stone" };
            html! { path class=(class) d={ "M0," (GROUND - 7.0) "l7,7l-7,7l-7,-7Z" } {} }
        }
        What::ConsentSigned(_) => html! {
            path.signed d={ "M-6," (GROUND) "l4.5,4.5l8,-10" } {}
        },
        What::ConsentWithdrawn => html! {
            path.missed d={ "M-4.5," (GROUND - 4.5) "l9,9m0,-9l-9,9" } {}
        },
        What::Preparation { .. } => leaves(0.0, GROUND, 21.0 * size),
        What::Session { tier, .. } => html! {
            (seed(0.0, GROUND + 2.0, 17.0 * size))
            // An open eye: the lower tier. Solid: the middle one.
            @if *tier != Some(DoseTier::Moderate) { circle.eye cx="0" cy=(number(GROUND + 2.2)) r=(number(3.0 * size)) {} }
        },
        What::Integration { .. } => half_sun(0.0, GROUND, 15.0 * size, "sun"),
        // An eye that looks back; a bar where it ends, and an open ring where it begins again.
        What::Review(_) => html! {
            path.hollow.stone d={ "M-8," (GROUND) "q8,-8 16,0q-8,8 -16,0Z" } {}
            circle.dot-stone cx="0" cy=(GROUND) r="2" {}
        },
        What::Ending(_) => html! { path.missed d={ "M-2.5," (GROUND - 8.0) "v16m5,-16v16" } {} },
        What::Reopened => html! { circle.hollow.stone cx="0" cy=(GROUND) r="6.5" {} },
        What::Discernment(_)
        | What::Prescription(_)
        | What::WindowPeakEnds(_)
        | What::WindowEnds(_)
        | What::CheckIn { .. }
        | What::ReviewPlanned
        | What::FollowUp { .. }
        | What::Score { .. } => html! {},
    }
}

/// Doses in figures where they change, and the names of the stages where there is room.
fn dose_row(frame: &Frame<'_>, path: &Path, axis: &Axis) -> Markup {
    let m = frame.messages();
    let doses = printed_doses(path, axis);
    let mut taken: Vec<f64> = doses.iter().map(|dose| dose.0).collect();
    let mut stages = Vec::new();
    let mut named = BTreeSet::new();
    for segment in &path.segments {
        let (from, until) = (axis.share(segment.from), axis.share(segment.until));
        let word = words::stage(m, segment.stage);
        let free = taken.iter().all(|at| (at - from).abs() >= WORDS_APART * 1.6);
        if until - from >= 3.0 && free && named.insert(word.clone()) {
            taken.push(from);
            stages.push((from, words::colour(segment.stage), word));
        }
    }
    html! {
        svg width="100%" height="40" {
            (now_line(axis, path, 0.0, 40.0))
            @for (at, colour, word) in &stages {
                text class={ "named " (colour) } x=(share(*at)) y="14" { (word) }
            }
            @for (at, total_mg, tier) in &doses {
                text.dose x=(share(*at)) y="14" text-anchor=(anchor(*at, DOSE_EDGE)) { (t!(m, "path-mg", mg = *total_mg)) }
                @if let Some(tier) = tier {
                    text x=(share(*at)) y="31" text-anchor=(anchor(*at, DOSE_EDGE)) { (words::tier(frame, *tier)) }
                }
            }
        }
    }
}

/// Where the middle of a dose's words comes to lie.
fn middle(at: f64) -> f64 {
    match anchor(at, DOSE_EDGE) {
        "start" => at + DOSE_EDGE,
        "end" => at - DOSE_EDGE,
        _ => at,
    }
}

/// The first dose, and each that differs from the one printed before it, where there is room.
fn printed_doses(path: &Path, axis: &Axis) -> Vec<(f64, i64, Option<DoseTier>)> {
    let mut printed: Vec<(f64, i64, Option<DoseTier>)> = Vec::new();
    for (mark, total_mg, tier) in sessions(path) {
        let at = axis.share(mark.at);
        let differs = |last: &(f64, i64, _)| (last.1, last.2) != (total_mg, tier);
        // At an edge a word runs inwards, and takes the more room there.
        let apart = |last: f64| middle(at) - middle(last) >= WORDS_APART;
        if printed.last().is_none_or(|last| apart(last.0) && differs(last)) {
            printed.push((at, total_mg, tier));
        }
    }
    printed
}

fn check_in_row(path: &Path, axis: &Axis) -> Markup {
    let roomy = axis.share_of_days(WINDOW_DAYS) >= ROOMY;
    // Where days are too narrow to stand side by side, they stand in a slant.
    let place = |day: u16| match day {
        _ if roomy => (12.0, 4.0),
        0..=1 => (5.0, 2.2),
        2..=3 => (10.0, 2.2),
        4..=7 => (15.0, 2.2),
        _ => (20.0, 2.2),
    };
    html! {
        svg width="100%" height="26" {
            (now_line(axis, path, 0.0, 26.0))
            @for mark in &path.marks {
                @if let What::CheckIn { check_in, standing } = mark.what {
                    @let at = share(axis.share(mark.at));
                    @let (y, r) = place(check_in.day);
                    @match standing {
                        CheckInStanding::Filled => circle.dot cx=(at) cy=(y) r=(r) {},
                        CheckInStanding::Due => circle.hollow.dawn.due cx=(at) cy=(y) r=(r) {},
                        CheckInStanding::ToCome => circle.hollow.dawn cx=(at) cy=(y) r=(r) {},
                        CheckInStanding::Stopped => circle.hollow.stone cx=(at) cy=(y) r="2" {},
                        CheckInStanding::Missed => svg x=(at) y="0" width="1" height="26" overflow="visible" {
                            path.missed d={ "M" (-r) "," (y - r) "l" (2.0 * r) "," (2.0 * r) "m0," (-2.0 * r) "l" (-2.0 * r) "," (2.0 * r) } {}
                        },
                    }
                }
            }
        }
    }
}

/// Height of a row of scores among other rows.
const SCORES: f64 = 96.0;
/// Height of a row of scores that stands by itself.
const SCORES_ALONE: f64 = 136.0;

fn score_row(frame: &Frame<'_>, path: &Path, axis: &Axis, scale: &'static Scale, height: f64) -> Markup {
    let m = frame.messages();
    let y = |value: f64| Axis::height(value, scale.range, height);
    let dots: Vec<(f64, Score, f64)> =
        scores(path, scale).map(|(mark, score)| (axis.share(mark.at), score, y(score.value()))).collect();
    let points = extremes(dots.iter().map(|(at, _, y)| (*at, *y)));
    let line: Vec<String> = points.iter().map(|(at, y)| format!("{:.2},{y:.1}", at * 10.0)).collect();
    let every = dots.len() <= 12;
    let (dotted, last) = (dots.len() <= SESSIONS_DETAILED_MAX, dots.len().saturating_sub(1));
    html! {
        svg width="100%" height=(height) {
            @for (place, (low, high)) in bands(scale).into_iter().enumerate() {
                @if place % 2 == 0 {
                    rect.band x="0" width="100%" y=(number(y(high))) height=(number(y(low) - y(high))) {}
                }
            }
            @if !is_far(path) {
                @for (mark, ..) in sessions(path) {
                    @let x = share(axis.share(mark.at));
                    line.dose-line x1=(x) x2=(x) y1="0" y2=(height) {}
                }
            }
            (now_line(axis, path, 0.0, height))
            svg.stretched width="100%" height=(height) viewBox={ "0 0 1000 " (height) } preserveAspectRatio="none" {
                polyline.score points=(line.join(" ")) {}
            }
            @for (place, (at, score, y)) in dots.iter().enumerate() {
                @if dotted || place == last { circle.score-dot cx=(share(*at)) cy=(number(*y)) r="4" {} }
                @if every || place == 0 || place == last {
                    svg x=(share(*at)) y="0" width="1" height="1" overflow="visible" {
                        text.figure x="8" y=(number((y - 6.0).max(12.0))) { (words::score(m, *score)) }
                    }
                }
            }
        }
        svg.band-words width="136" height=(height) {
            @for (band, (low, high)) in scale.bands.iter().zip(bands(scale)) {
                text x="10" y=(number((y(low) + y(high)) / 2.0 + 4.5)) { (words::band(m, band.name)) }
            }
        }
    }
}

/// The points that a line needs to look the same: of each column the first, the lowest, the highest
/// and the last, where there are more than a screen can show.
fn extremes(points: impl Iterator<Item = (f64, f64)>) -> Vec<(f64, f64)> {
    let all: Vec<(f64, f64)> = points.collect();
    if all.len() <= SESSIONS_DETAILED_MAX {
        return all;
    }
    let column = |(at, _): &(f64, f64)| axis::column(*at, COLUMNS);
    let mut kept = Vec::new();
    for here in all.chunk_by(|one, next| column(one) == column(next)) {
        let by_height = |one: &&(f64, f64), other: &&(f64, f64)| one.1.total_cmp(&other.1);
        let ends = [here.first(), here.last()];
        let heights = [here.iter().min_by(by_height), here.iter().max_by(by_height)];
        let mut points: Vec<(f64, f64)> = ends.into_iter().chain(heights).flatten().copied().collect();
        points.sort_by(|one, other| one.0.total_cmp(&other.0));
        points.dedup();
        kept.extend(points);
    }
    kept
}

/// From which score to which each band reaches, for drawing.
#[expect(clippy::cast_precision_loss, reason = "points of a questionnaire are small")]
fn bands(scale: &Scale) -> Vec<(f64, f64)> {
    let starts = scale.bands.iter().map(|band| band.from as f64);
    let ends = starts.clone().skip(1).chain([scale.range.1 as f64]);
    starts.zip(ends).collect()
}

fn month_row(frame: &Frame<'_>, axis: &Axis) -> Markup {
    let months = axis.months(&frame.zone, WORDS_APART * 1.6);
    let years_alone = months.len() > 1 && months.iter().all(|(_, date)| date.month() == 1);
    html! {
        svg width="100%" height="24" {
            @for (place, (at, date)) in months.into_iter().enumerate() {
                line.hair x1=(share(at)) x2=(share(at)) y1="2" y2="10" {}
                svg x=(share(at)) y="0" width="1" height="1" overflow="visible" {
                    text x="5" y="15" {
                        @if years_alone { (date.year()) }
                        @else { (words::month(frame, date, place == 0 || date.month() == 1)) }
                    }
                }
            }
        }
    }
}
