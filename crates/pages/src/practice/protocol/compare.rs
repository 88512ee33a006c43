//! Two protocols side by side: what differs, and where the second is less cautious.

use journey::protocol::Difference;
use maud::{Markup, html};

use super::versions::Which;
use super::words::{group_of, group_word, name};
use crate::components::button::{Weight, submit};
use crate::components::level::{Level, level};
use crate::frame::Frame;
use crate::layout::practice_page;
use crate::messages::Messages;
use crate::practice::medical::figure;
use crate::route::Route;
use crate::t;

/// Two protocols and how they differ.
#[derive(Clone, Debug, PartialEq)]
pub struct Compare {
    /// The first.
    pub before: Which,
    /// The second.
    pub after: Which,
    /// What can be chosen.
    pub choices: Vec<Which>,
    /// What differs.
    pub differences: Vec<Difference>,
}

/// Draws the page.
pub fn page(frame: &Frame<'_>, compare: &Compare) -> Markup {
    let m = frame.messages();
    let looser = compare.differences.iter().filter(|one| one.looser).count();
    let main = html! {
        div.answer {
            h1 { (t!(m, "compare-title", before = compare.before.words(m), after = compare.after.words(m))) }
            p {
                (t!(m, "compare-differ", count = compare.differences.len()))
                @if looser > 0 { " " (t!(m, "compare-looser", count = looser)) }
            }
        }
        (chosen(m, compare))
        (table(m, compare))
        p.way { a href=(Route::Protocol.path()) { (t!(m, "protocol-back")) } }
    };
    practice_page(frame, &Route::ProtocolCompare, &t!(m, "compare-page-title"), main)
}

fn chosen(m: Messages, compare: &Compare) -> Markup {
    let select = |id: &str, label: String, now: Which| {
        html! {
            div.field {
                label for=(id) { (label) }
                select id=(id) name=(id) {
                    @for which in &compare.choices {
                        option value=(which.key()) selected[*which == now] { (which.words(m)) }
                    }
                }
            }
        }
    };
    html! {
        form.compared action=(Route::ProtocolCompare.path()) method="get" {
            (select("before", t!(m, "compare-before"), compare.before))
            (select("after", t!(m, "compare-after"), compare.after))
            (submit(Weight::Ordinary, &t!(m, "compare-do")))
        }
    }
}

fn table(m: Messages, compare: &Compare) -> Markup {
    html! {
        @for group in compare.differences.chunk_by(|one, next| group_of(&one.path) == group_of(&next.path)) {
            @let heading = group.first().map_or("", |one| group_of(&one.path));
            section.differences {
                h2 { (group_word(m, heading)) }
                (rows(m, compare, group))
            }
        }
    }
}

/// The rows of one group, each with both figures.
fn rows(m: Messages, compare: &Compare, group: &[Difference]) -> Markup {
    html! {
        table {
            thead.visually-hidden {
                tr {
                    th scope="col" { (t!(m, "compare-figure")) }
                    th scope="col" { (compare.before.words(m)) }
                    th scope="col" { (compare.after.words(m)) }
                    th scope="col" { (t!(m, "compare-caution")) }
                }
            }
            tbody {
                @for one in group {
                    tr {
                        th scope="row" { (name(m, &one.path)) }
                        td data-label=(compare.before.words(m)) { (value(m, one, one.before.as_deref())) }
                        td data-label=(compare.after.words(m)) { strong { (value(m, one, one.after.as_deref())) } }
                        td { @if one.looser { (level(Level::Look, &t!(m, "compare-less-cautious"))) } }
                    }
                }
            }
        }
    }
}

/// A figure as people write it; lists in full, since a part of them is what differs.
pub(super) fn value(m: Messages, one: &Difference, value: Option<&str>) -> String {
    match value {
        None => t!(m, "compare-none"),
        Some(list) if list.contains(": ") => list.replace("day ", "").replace([':', '_', '-'], " "),
        Some(value) => figure(m, value, &one.unit),
    }
}

/// States of this page.
pub fn samples() -> Vec<(&'static str, Compare)> {
    let one = |path: &str, unit: &str, before: Option<&str>, after: Option<&str>, looser| Difference {
        path: path.to_owned(),
        unit: unit.to_owned(),
        before: before.map(str::to_owned),
        after: after.map(str::to_owned),
        looser,
    };
    let choices = vec![Which::Shipped, Which::Version(3), Which::Version(4), Which::Draft];
    let (before, after) = (Which::Version(3), Which::Version(4));
    let differences = vec![
        one("work_up.weight_days", "days", Some("90"), Some("60"), false),
        one("dosing.reduced_start_weight_tenths_kg", "0.1 kg", Some("< 500"), Some("< 455"), true),
        one("dosing.interval_hours_min", "h", Some("72"), Some("96"), false),
        one("dosing.hold_minutes", "min", Some("10-15"), Some("8-15"), true),
        one(
            "vitals.schedule",
            "min",
            Some("+15: heart-rate spo2, +30: blood-pressure"),
            Some("+15: spo2, +30: blood-pressure"),
            true,
        ),
        one("bands.spo2_percent.warn.low", "%", Some("<= 95"), None, true),
        one("risk.short_sleep_energy", "points of 10", None, Some(">= 7"), false),
    ];
    vec![
        ("same", Compare { before, after: before, choices: choices.clone(), differences: Vec::new() }),
        ("usual", Compare { before, after, choices, differences }),
    ]
}
