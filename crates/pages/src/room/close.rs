//! Coming back and going home: the ground, what is still missing, and the end of the visit.

use journey::medicine_session::charting::Group;
use journey::medicine_session::discharge::{Criterion, Missing};
use journey::medicine_session::session::{Ending, Fact};
use journey::medicine_session::timeline::Shown;
use journey::medicine_session::{Charted, seal};
use maud::{Markup, html};

use super::context::{Room, State};
use super::{draft, forms, pad, say, words};
use crate::components::level::{self, Level};
use crate::components::words::inline;
use crate::frame::Frame;
use crate::messages::Messages;
use crate::route::Route;
use crate::t;

/// What helps to come back, with when it was there; a tick, and no duty.
const GROUND: [(Group, &str); 5] = [
    (Group::Offered, "water"),
    (Group::Offered, "food"),
    (Group::Body, "weight-of-the-body"),
    (Group::Offered, "the-room"),
    (Group::Body, "stretching"),
];

/// Coming back.
pub fn back(frame: &Frame<'_>, room: &Room) -> Markup {
    let m = frame.messages();
    let clock = frame.clock();
    html! {
        section.back aria-labelledby="back-title" {
            h2 id="back-title" { (t!(m, "room-back")) }
            @for (group, code) in GROUND {
                @let done = room.last_charted(code);
                button.touch.done[done.is_some()] type="button" data-act="chart" data-target=(code) data-set=(pad::entry(group, code))
                    disabled[!room.may.chart || room.state() == State::Over]
                {
                    span { (words::charted(m, code)) }
                    @if let Some(line) = done { small { (clock.hour(line.at)) } }
                }
            }
            @if let Some((hour, said)) = first_words(frame, room) {
                p.first { small { (t!(m, "room-first-words", hour = hour)) } (inline(frame, &said)) }
            }
        }
    }
}

fn first_words(frame: &Frame<'_>, room: &Room) -> Option<(String, String)> {
    room.lines.iter().rev().find_map(|line| match &line.shown {
        Shown::Charted(Charted::EntryCharted(entry)) if entry.group == Group::Words => {
            Some((frame.clock().hour(line.at), entry.words.clone()?))
        }
        _ => None,
    })
}

/// What must be so before they go: what is missing stands first.
pub fn criteria(frame: &Frame<'_>, room: &Room) -> Markup {
    let m = frame.messages();
    let clock = frame.clock();
    let over = room.state() == State::Over;
    let open = rows(room);
    html! {
        section.criteria aria-labelledby="criteria-title" {
            h2 id="criteria-title" data-missing=(open.len()) {
                @match &room.ending {
                    Some(ending) => (t!(m, "room-left-at", hour = clock.hour(ending.at))),
                    None if open.is_empty() => (t!(m, "room-ready", name = room.first_name.as_str())),
                    None => (t!(m, "room-before-leaving", name = room.first_name.as_str(), open = open.len())),
                }
            }
            @if let Some(ending) = &room.ending { p { (say::ending(m, ending)) } }
            @if !over { ul.open { @for row in &open { (missing(frame, room, row)) } } }
            ul.held {
                @if let Some((at, score)) = &room.leaving.aldrete {
                    li { (level::level(Level::Holds, &t!(m, "room-leave-aldrete"))) small { (t!(m, "room-aldrete-line", total = score.total())) " · " (clock.hour(*at)) } }
                }
                @for (criterion, at) in &room.leaving.ticked {
                    li data-criterion=(criterion.code()) { (level::level(Level::Holds, &say::criterion(m, *criterion))) small { (clock.hour(*at)) } }
                }
            }
        }
    }
}

/// One row of what is missing; signs that one set would answer stand together.
enum Row {
    Early(jiff::Timestamp),
    Aldrete(Option<i64>),
    Signs(Vec<String>),
    OutOfBand(String, i64),
    Tick(Criterion),
}

fn rows(room: &Room) -> Vec<Row> {
    let mut rows = Vec::new();
    let mut signs = Vec::new();
    for one in &room.missing {
        match one {
            Missing::TooEarly { ready_at } => rows.push(Row::Early(*ready_at)),
            Missing::AldreteMissing => rows.push(Row::Aldrete(None)),
            Missing::AldreteLow { total } => rows.push(Row::Aldrete(Some(*total))),
            Missing::NotMeasured { field } => signs.push(field.clone()),
            Missing::OutOfBand { field, value } => rows.push(Row::OutOfBand(field.clone(), *value)),
            Missing::NotTicked { criterion } => rows.push(Row::Tick(*criterion)),
        }
    }
    if !signs.is_empty() {
        rows.insert(rows.len().min(2), Row::Signs(signs));
    }
    rows
}

fn missing(frame: &Frame<'_>, room: &Room, row: &Row) -> Markup {
    let m = frame.messages();
    let may = room.may.chart;
    match row {
        Row::Early(at) => open_row(
            "too-early",
            &t!(m, "room-leave-early"),
            &t!(m, "room-leave-early-until", hour = frame.clock().hour(*at)),
            html! {},
        ),
        Row::Aldrete(total) => open_row(
            "aldrete",
            &t!(m, "room-leave-aldrete"),
            &total.map_or_else(
                || t!(m, "room-leave-not-yet"),
                |total| t!(m, "room-aldrete-line", total = total),
            ),
            html! { @if may { button.touch type="button" data-opens="aldrete" { (t!(m, "room-score")) } } },
        ),
        Row::Signs(fields) => {
            let names: Vec<String> = fields.iter().map(|field| say::field(m, field)).collect();
            let opener = html! { @if may { button.touch type="button" data-opens="vitals" { (t!(m, "room-vitals")) } } };
            open_row("signs", &t!(m, "room-leave-signs"), &names.join(", "), opener)
        }
        Row::OutOfBand(field, value) => {
            let words = t!(m, "room-leave-out-of-band", sign = say::field(m, field), value = *value);
            open_row("out-of-band", &words, &t!(m, "room-leave-out-hint"), html! {})
        }
        Row::Tick(criterion) => open_row(
            criterion.code(),
            &say::criterion(m, *criterion),
            &t!(m, "room-leave-not-yet"),
            html! {
                @if *criterion == Criterion::AfterCareGiven { (take_home(m, room)) }
                @if may {
                    button.touch type="button" data-act="tick" data-target=(criterion.code()) data-set={ "criterion=" (criterion.code().replace('-', "_")) } {
                        (tick_words(m, *criterion))
                    }
                }
            },
        ),
    }
}

/// The page to put into their hands, in a window of its own: the room stays.
fn take_home(m: Messages, room: &Room) -> Markup {
    let page = Route::Session(room.client.clone(), room.session.clone()).path();
    html! {
        a.touch.plain href={ (page) "/take-home" } target="_blank" rel="noopener" { (t!(m, "room-take-home")) }
    }
}

fn open_row(code: &str, title: &str, hint: &str, button: Markup) -> Markup {
    html! {
        li data-open=(code) {
            div { (level::level(Level::Missing, title)) small { (hint) } }
            (button)
        }
    }
}

/// What one says when one ticks.
fn tick_words(m: Messages, criterion: Criterion) -> String {
    match criterion {
        Criterion::Oriented => t!(m, "room-tick-oriented"),
        Criterion::SteadyGait => t!(m, "room-tick-gait"),
        Criterion::FluidsKept => t!(m, "room-tick-fluids"),
        Criterion::SafetyAsked => t!(m, "room-tick-safety"),
        Criterion::EscortPresent => t!(m, "room-tick-escort"),
        Criterion::AfterCareGiven => t!(m, "room-tick-after-care"),
        Criterion::EmergencyContactConfirmed => t!(m, "room-tick-contact"),
    }
}

/// Leaving, with whom.
pub fn leave(frame: &Frame<'_>, room: &Room) -> Markup {
    let m = frame.messages();
    let clock = frame.clock();
    let open = rows(room).len();
    let with = room.day.escort.as_deref().or(room.escort.as_deref()).unwrap_or_default();
    html! {
        div.pad-head { h2 { (t!(m, "room-leaving")) } }
        dl.leaving {
            @if let Some(at) = room.ready_at { div { dt { (t!(m, "room-not-before")) } dd { (clock.hour(at)) } } }
            div { dt { (t!(m, "room-ready-word")) } dd { @if open == 0 { (t!(m, "room-ready-now")) } @else { (t!(m, "room-ready-after", open = open)) } } }
        }
        @if room.may.sign {
            (forms::form(frame, room, "discharge", html! {
                (forms::line("left-with", "left_with", &t!(m, "room-with"), with))
                div.go { button.touch.strong type="submit" data-field="discharge" disabled[open > 0] { (t!(m, "room-discharge")) } }
            }))
        }
        @if room.may.chart {
            div.others { button.touch.quiet type="button" data-opens="early" { (t!(m, "room-early")) } }
        }
    }
}

/// A note drafted from the chart; it reads well for a session with three entries, too.
fn draft_form(frame: &Frame<'_>, room: &Room) -> Markup {
    let m = frame.messages();
    html! {
        @if room.may.chart {
            (forms::form(frame, room, "note", html! {
                (forms::long("draft-text", "text", &t!(m, "room-draft"), &draft::drafted(frame, room).join("\n\n")))
                div.go { button.touch.plain type="submit" { (t!(m, "room-draft-keep")) } }
            }))
        }
    }
}

/// How awake and stable they are, five questions.
pub fn aldrete(frame: &Frame<'_>, room: &Room) -> Markup {
    let m = frame.messages();
    let two = |high: String, middle: String, low: String| {
        vec![("2".to_owned(), high), ("1".to_owned(), middle), ("0".to_owned(), low)]
    };
    html! {
        (forms::head(&t!(m, "room-leave-aldrete"), &t!(m, "room-fold")))
        (forms::form(frame, room, "score_aldrete", html! {
            (forms::chips("activity", "int", &t!(m, "room-aldrete-activity"), &two(t!(m, "room-aldrete-activity-2"), t!(m, "room-aldrete-activity-1"), t!(m, "room-aldrete-activity-0")), ""))
            (forms::chips("respiration", "int", &t!(m, "room-aldrete-respiration"), &two(t!(m, "room-aldrete-respiration-2"), t!(m, "room-aldrete-respiration-1"), t!(m, "room-aldrete-respiration-0")), ""))
            (forms::chips("circulation", "int", &t!(m, "room-aldrete-circulation"), &two(t!(m, "room-aldrete-circulation-2"), t!(m, "room-aldrete-circulation-1"), t!(m, "room-aldrete-circulation-0")), ""))
            (forms::chips("consciousness", "int", &t!(m, "room-aldrete-consciousness"), &two(t!(m, "room-aldrete-consciousness-2"), t!(m, "room-aldrete-consciousness-1"), t!(m, "room-aldrete-consciousness-0")), ""))
            (forms::chips("oxygen", "int", &t!(m, "room-aldrete-oxygen"), &two(t!(m, "room-aldrete-oxygen-2"), t!(m, "room-aldrete-oxygen-1"), t!(m, "room-aldrete-oxygen-0")), ""))
            (forms::keep(&t!(m, "room-keep")))
        }))
    }
}

/// Leaving before it is safe is possible, and plain.
pub fn early(frame: &Frame<'_>, room: &Room) -> Markup {
    let m = frame.messages();
    html! {
        (forms::head(&t!(m, "room-early"), &t!(m, "room-fold")))
        p.quiet { (t!(m, "room-early-hint")) }
        (forms::form(frame, room, "leave_against_advice", html! {
            (forms::line("early-witness", "witness", &t!(m, "room-early-witness"), ""))
            (forms::long("early-plan", "plan", &t!(m, "room-early-plan"), ""))
            (forms::keep(&t!(m, "room-early-keep")))
        }))
    }
}

/// What was still missing when somebody left before it was safe; nothing for any other end.
pub fn missing_then(frame: &Frame<'_>, ending: &Ending) -> Vec<String> {
    let m = frame.messages();
    let Fact::LeftAgainstAdvice { missing, .. } = &ending.how else { return Vec::new() };
    let words = missing.iter().map(|one| match one {
        Missing::TooEarly { ready_at } => {
            let until = t!(m, "room-leave-early-until", hour = frame.clock().hour(*ready_at));
            format!("{} ({until})", t!(m, "room-leave-early"))
        }
        Missing::AldreteMissing => t!(m, "room-leave-aldrete"),
        Missing::AldreteLow { total } => t!(m, "room-aldrete-line", total = *total),
        Missing::NotMeasured { field } => say::field(m, field),
        Missing::OutOfBand { field, value } => {
            t!(m, "room-leave-out-of-band", sign = say::field(m, field), value = *value)
        }
        Missing::NotTicked { criterion } => say::criterion(m, *criterion),
    });
    words.collect()
}

/// The chart is closed; afterwards addenda only.
pub fn seal(frame: &Frame<'_>, room: &Room) -> Markup {
    let m = frame.messages();
    html! {
        div.pad-head { h2 { (t!(m, "room-seal")) } }
        p { (t!(m, "room-seal-hint")) }
        (draft_form(frame, room))
        div.others {
            button.touch.quiet type="button" data-opens="entries" { (t!(m, "room-entries")) }
            // A no is one touch, and so is taking it back.
            @if room.may.chart && room.ending.as_ref().is_some_and(|one| matches!(one.how, Fact::EndedWithoutDose { .. })) {
                @let slip = format!("because={}", t!(m, "room-go-on-because"));
                (forms::touch("take_back_ending", &slip, &t!(m, "room-go-on")))
            }
        }
        @if room.may.sign {
            div.go { button.touch.strong type="button" data-act="seal" data-set="" data-leaves="yes" { (t!(m, "room-seal-now")) } }
        }
    }
}

/// The hold as the summary keeps it.
pub fn held(m: Messages, summary: &seal::Summary) -> Option<String> {
    summary.hold_minutes.zip(summary.hold_end).map(|(minutes, end)| say::hold(m, minutes, end))
}
