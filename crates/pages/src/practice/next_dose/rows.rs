//! The table of doses, and the pressure drawn on one scale for all rows.

use journey::medicine_session::dose::HoldEnd;
use journey::medicine_session::phase::Phase;
use journey::medicine_session::seal::Summary;
use journey::medicine_session::trace::{CheckIn, Row};
use maud::{Markup, html};

use super::{Lines, NextDose, minutes};
use crate::components::level::{Level, level};
use crate::frame::Frame;
use crate::messages::Messages;
use crate::room::{say, words};
use crate::route::Route;
use crate::t;

/// The scale of every row: from a low pressure to beyond where the room acts, in mmHg.
const SCALE: (i64, i64) = (90, 210);
/// Width of the drawing.
const WIDTH: i64 = 112;

/// A column: its heading, what is said beneath it, and whether it holds figures.
struct Column {
    title: String,
    beneath: Option<String>,
    figures: bool,
}

fn columns(m: Messages, sees_answers: bool) -> Vec<Column> {
    let words = |title| Column { title, beneath: None, figures: false };
    let figures = |title| Column { title, beneath: None, figures: true };
    let explained = |title, beneath| Column { title, beneath: Some(beneath), figures: true };
    let mut all = vec![
        words(t!(m, "next-dose-col-session")),
        figures(t!(m, "next-dose-col-dose")),
        figures(t!(m, "next-dose-col-held")),
        figures(t!(m, "next-dose-col-noticed")),
        words(t!(m, "next-dose-col-pressure")),
        figures(t!(m, "next-dose-col-oxygen")),
        explained(t!(m, "next-dose-col-grounding"), t!(m, "next-dose-col-grounding-says")),
        words(t!(m, "next-dose-col-events")),
    ];
    if sees_answers {
        all.extend([
            explained(t!(m, "next-dose-col-first-days"), t!(m, "next-dose-col-mood-says")),
            figures(t!(m, "next-dose-col-window-end")),
            figures("PHQ-9".to_owned()),
        ]);
    }
    all.push(words(t!(m, "next-dose-col-look-back")));
    all
}

/// Draws the table; on a phone each row stands alone, and says its headings itself.
pub(super) fn table(frame: &Frame<'_>, context: &NextDose) -> Markup {
    let m = frame.messages();
    let caption = match context.lines {
        Some(lines) => t!(m, "next-dose-caption-lines", warn = lines.warn, act = lines.act),
        None => t!(m, "next-dose-caption"),
    };
    let columns = columns(m, context.sees_answers);
    html! {
        div.scroll role="region" aria-label=(t!(m, "next-dose-table")) tabindex="0" {
            table.trace {
                caption { (caption) }
                thead { tr {
                    @for column in &columns {
                        th.number[column.figures] scope="col" {
                            (column.title)
                            @if let Some(beneath) = &column.beneath { small { (beneath) } }
                        }
                    }
                } }
                tbody { @for row in &context.rows { (one(frame, context, &columns, row)) } }
            }
        }
    }
}

fn one(frame: &Frame<'_>, context: &NextDose, columns: &[Column], row: &Row) -> Markup {
    let page = Route::Session(context.subject.person.client.clone(), row.session.to_string()).path();
    let day = frame.clock().day(row.at.to_zoned(frame.zone.clone()).date());
    let cells = cells(frame, context, row);
    html! {
        tr {
            th scope="row" { a href=(page) { (row.number) } small { (day) } }
            @for (column, (class, cell)) in columns.iter().skip(1).zip(cells) {
                td.(class).number[column.figures] data-said=(column.title) { (cell) }
            }
        }
    }
}

/// What stands under each heading after the first, with the class of its cell.
fn cells(frame: &Frame<'_>, context: &NextDose, row: &Row) -> Vec<(&'static str, Markup)> {
    let (m, clock) = (frame.messages(), frame.clock());
    let summary = row.summary.as_ref();
    let noticed = summary.and_then(|one| one.onset_minute).map_or_else(none, |at| html! { (minutes(m, at)) });
    let oxygen = summary.and_then(|one| one.spo2_lowest_percent);
    let mut cells = vec![
        ("dosed", dose(m, row)),
        ("held", held(m, summary)),
        ("noticed", noticed),
        ("pressure", pressure(m, context.lines, summary)),
        ("oxygen", oxygen.map_or_else(none, |value| html! { (value) " %" })),
        ("grounding", grounding(m, summary)),
        ("events", events(m, row)),
    ];
    if context.sees_answers {
        cells.extend([
            ("first-days", check_in(frame, row.first_days, row.mood_before)),
            ("window-end", check_in(frame, row.window_end, row.mood_before)),
            ("scored", score(row.phq9)),
        ]);
    }
    let signed = row.follow_up.as_ref().map_or_else(
        none,
        |(_, review)| html! { (t!(m, "next-dose-signed")) small { (clock.date(review.at)) } },
    );
    cells.push(("look-back", signed));
    cells
}

fn none() -> Markup {
    html! { span.quiet { "–" } }
}

fn dose(m: Messages, row: &Row) -> Markup {
    html! {
        strong { (t!(m, "sessions-dose", mg = row.total_mg)) }
        @if let Some(tier) = row.tier { small { (say::tier(m, tier)) } }
        @if row.booster_mg > 0 { small { (t!(m, "next-dose-booster", mg = row.booster_mg)) } }
    }
}

fn held(m: Messages, summary: Option<&Summary>) -> Markup {
    let Some((held, end)) = summary.and_then(|one| one.hold_minutes.zip(one.hold_end)) else { return none() };
    let end = match end {
        HoldEnd::Swallowed => t!(m, "next-dose-swallowed"),
        HoldEnd::Spat => t!(m, "next-dose-spat"),
    };
    html! { (minutes(m, held)) small { (end) } }
}

fn grounding(m: Messages, summary: Option<&Summary>) -> Markup {
    let Some(summary) = summary else { return none() };
    let inward = summary.minute_of(Phase::Inward).zip(summary.minute_of(Phase::Return));
    html! {
        @match summary.grounding_minutes() { Some(took) => (minutes(m, took)), None => (none()) }
        @if let Some((from, until)) = inward { small { (t!(m, "next-dose-inward", from = from, until = until)) } }
    }
}

/// Before and highest, as a ring and an arrowhead between the lines, and in words below.
fn pressure(m: Messages, lines: Option<Lines>, summary: Option<&Summary>) -> Markup {
    let Some(summary) = summary else { return none() };
    let highest = summary.systolic_highest_mmhg.zip(summary.diastolic_highest_mmhg);
    let before = summary.systolic_before_mmhg;
    let Some((high, low)) = highest else { return none() };
    html! {
        @if let Some(before) = before { (rise(lines, before, high)) }
        span.num {
            @match before.zip(summary.diastolic_before_mmhg) {
                Some((systolic, diastolic)) => (t!(m, "next-dose-from-to", from = format!("{systolic}/{diastolic}"), to = format!("{high}/{low}"))),
                None => (t!(m, "next-dose-to", to = format!("{high}/{low}"))),
            }
        }
        @if let Some(rise) = summary.rise_mmhg() {
            small {
                (t!(m, "next-dose-rise", rise = format!("{rise:+}")))
                @if let Some(minute) = summary.systolic_highest_minute { ", " (t!(m, "session-minute", minute = minute)) }
            }
        }
    }
}

fn rise(lines: Option<Lines>, before: i64, high: i64) -> Markup {
    let (a, b) = (place(before), place(high));
    let class = match lines {
        Some(lines) if high >= lines.act => "acts",
        Some(lines) if high >= lines.warn => "attends",
        _ => "calm",
    };
    let tip = if b >= a { b - 7 } else { b + 7 };
    html! {
        svg.rise.(class) viewBox={ "-6 0 " (WIDTH + 12) " 22" } width=(WIDTH + 12) height="22" aria-hidden="true" {
            @if let Some(lines) = lines {
                line.warn x1=(place(lines.warn)) x2=(place(lines.warn)) y1="0" y2="22" {}
                line.act x1=(place(lines.act)) x2=(place(lines.act)) y1="0" y2="22" {}
            }
            line.stem x1=(a) x2=(b) y1="11" y2="11" {}
            circle.from cx=(a) cy="11" r="3.4" {}
            path.to d={ "M" (tip) " 5.5L" (b) " 11L" (tip) " 16.5Z" } {}
        }
    }
}

/// Where a pressure lies on the one scale of all rows.
fn place(mmhg: i64) -> i64 {
    let (low, high) = SCALE;
    (mmhg.clamp(low, high) - low) * WIDTH / (high - low)
}

fn events(m: Messages, row: &Row) -> Markup {
    let slowed = row.summary.as_ref().map_or(0, |summary| summary.slowed_down);
    html! {
        @if row.outside_gate { p { (level(Level::Stops, &t!(m, "next-dose-outside"))) } }
        @for event in &row.adverse_events {
            @let words = t!(m, "room-adverse-line", term = words::term(m, &event.report.term), grade = event.report.grade);
            p { @if event.report.grade >= 2 { (level(Level::Look, &words)) } @else { (words) } }
        }
        @if row.adverse_events.is_empty() && !row.outside_gate { p { (t!(m, "next-dose-no-events")) } }
        @if slowed > 0 { p.quiet.fine { (t!(m, "sessions-slowed", times = slowed)) } }
    }
}

fn check_in(frame: &Frame<'_>, check_in: CheckIn, before: Option<u8>) -> Markup {
    let m = frame.messages();
    match check_in {
        CheckIn::Answered { mood, pain } => html! {
            @match (before, mood) {
                (Some(before), Some(mood)) => { (before) " → " (mood) }
                (None, Some(mood)) => (mood),
                (_, None) => (none()),
            }
            @if let Some(pain) = pain { small { (t!(m, "next-dose-pain", pain = pain)) } }
        },
        CheckIn::Ahead { opens_at } => {
            html! { span.quiet.later { (t!(m, "next-dose-opens", when = frame.clock().date(opens_at))) } }
        }
        CheckIn::Missed => html! { span.quiet { (t!(m, "next-dose-missed")) } },
        CheckIn::NotPlanned => none(),
    }
}

fn score((before, after): (Option<i64>, Option<i64>)) -> Markup {
    let said = |score: Option<i64>| score.map_or_else(|| "–".to_owned(), |score| score.to_string());
    match (before, after) {
        (None, None) => none(),
        _ => html! { (said(before)) " → " (said(after)) },
    }
}
