//! The course of each scale: its line, what the change means, and the same as a table.

use jiff::Timestamp;
use journey::path::Path;
use journey::protocol::Certainty;
use journey::scale::{Better, Meaningful, Noise, Occasion, Scale, Score, Told};
use maud::{Markup, html};

use super::{Subject, band, occasion};
use crate::components::level::{Level, level};
use crate::drawing;
use crate::drawing::path::words;
use crate::frame::Frame;
use crate::messages::Messages;
use crate::route::Place;
use crate::t;

/// One scale over time.
#[derive(Clone, Debug, PartialEq)]
pub struct Course {
    /// Which scale.
    pub scale: &'static Scale,
    /// Its scores and the doses between them, as they are drawn.
    pub path: Path,
    /// Fillings and doses, the newest first.
    pub rows: Vec<Row>,
    /// What lies between the baseline and the latest score.
    pub told: Option<Told>,
}

impl Course {
    /// The latest score, and when it was filled in.
    pub fn latest(&self) -> Option<(Timestamp, Score)> {
        self.rows.iter().find_map(|row| match row {
            Row::Filled { at, score: Some(score), .. } => Some((*at, *score)),
            Row::Filled { .. } | Row::Dosed { .. } => None,
        })
    }

    /// What the latest score is called.
    fn latest_band(&self) -> Option<&'static str> {
        self.rows.iter().find_map(|row| match row {
            Row::Filled { score: Some(_), band, .. } => Some(*band),
            Row::Filled { .. } | Row::Dosed { .. } => None,
        })?
    }
}

/// One line in the order of time.
#[derive(Clone, Debug, PartialEq)]
pub enum Row {
    /// The scale was filled in.
    Filled {
        /// Its place among all fillings, by which its answers are opened.
        place: usize,
        /// When.
        at: Timestamp,
        /// Who of the practice filled it in with them; none where the client did.
        by: Option<String>,
        /// The score; none when too much was left out.
        score: Option<Score>,
        /// What the score is called.
        band: Option<&'static str>,
        /// On what occasion.
        occasion: Occasion,
        /// Change since the score before it.
        change: Option<Score>,
    },
    /// A dose was given.
    Dosed {
        /// When.
        at: Timestamp,
        /// All that was taken, in milligrams.
        total_mg: i64,
    },
}

/// Every course, one after the other.
pub(super) fn draw(frame: &Frame<'_>, subject: &Subject, courses: &[Course]) -> Markup {
    html! { @for course in courses { (one(frame, subject, course)) } }
}

fn one(frame: &Frame<'_>, subject: &Subject, course: &Course) -> Markup {
    let m = frame.messages();
    let (scale, id) = (course.scale, format!("course-{}", course.scale.id));
    html! {
        section.measure aria-labelledby=(id) {
            h2 id=(id) { (scale.name) " " span.quiet { (words::scale(m, scale.id)) } }
            (said(frame, course))
            @if scale.reliable_change.is_some() && course.latest().is_some() {
                (drawing::path::course(frame, &course.path, scale))
            }
            details.path-words {
                summary { (t!(m, "measures-table", count = course.rows.len())) }
                (table(frame, subject, course))
            }
            details { summary { (t!(m, "measures-figures")) } (figures(m, scale)) }
        }
    }
}

/// The change in words; better and worse are said in the same place and the same size.
pub fn said(frame: &Frame<'_>, course: &Course) -> Markup {
    let m = frame.messages();
    let scale = course.scale;
    let Some((_, latest)) = course.latest() else {
        return html! { p.quiet { (t!(m, "measures-no-score")) } };
    };
    let Some(told) = &course.told else {
        let score = words::score(m, latest);
        return html! {
            p.figure-said {
                span.number { (score) }
                @if let Some(name) = course.latest_band() { span.quiet { " · " (band(m, name)) } }
            }
        };
    };
    html! {
        p.figure-said {
            span.number { (words::score(m, told.from.1)) " → " (words::score(m, told.to.1)) }
            @if let Some(name) = course.latest_band() { span.quiet { " · " (band(m, name)) } }
        }
        p { (level(shape(frame, told.change.noise), &noise(m, scale, told))) }
        p.small.quiet { (also(m, scale, told).join(" ")) }
    }
}

/// Red is for a hand that is needed now: whose scale it is reads the same words without it.
pub fn shape(frame: &Frame<'_>, noise: Noise) -> Level {
    match noise {
        Noise::Better => Level::Holds,
        Noise::Worse if frame.is_clients() => Level::Look,
        Noise::Worse => Level::Stops,
        Noise::Within | Noise::NotKnown => Level::Inform,
    }
}

/// A change against the measure's own noise.
pub fn noise(m: Messages, scale: &Scale, told: &Told) -> String {
    let rise = told.change.rise;
    let by = words::score(m, Score { points: rise.points.abs(), over: rise.over });
    let points = scale.reliable_change.as_ref().map_or(0, |reliable| reliable.points);
    match told.change.noise {
        Noise::Better => t!(m, "measures-reliably-better", by = by, points = points),
        Noise::Worse => t!(m, "measures-reliably-worse", by = by, points = points),
        Noise::Within => t!(m, "measures-within-noise", by = by, points = points),
        Noise::NotKnown => t!(m, "measures-noise-not-known", by = by),
    }
}

/// What else is known of the change; each a matter of its own.
fn also(m: Messages, scale: &Scale, told: &Told) -> Vec<String> {
    let change = told.change;
    let mut said = vec![match scale.better {
        Better::Lower => t!(m, "measures-lower-is-better"),
        Better::Higher => t!(m, "measures-higher-is-better"),
    }];
    said.extend(change.meaningful.map(|meaningful| match meaningful {
        Meaningful::Better => t!(m, "measures-meaningful-better"),
        Meaningful::Worse => t!(m, "measures-meaningful-worse"),
        Meaningful::No => t!(m, "measures-meaningful-no"),
    }));
    said.extend(change.response.map(|response| match response {
        true => t!(m, "measures-response"),
        false => t!(m, "measures-response-no"),
    }));
    let below = scale.response.as_ref().and_then(|response| response.remission_below).unwrap_or_default();
    said.extend(change.remission.map(|remission| match remission {
        true => t!(m, "measures-remission", below = below),
        false => t!(m, "measures-remission-no", below = below),
    }));
    said
}

/// Every figure with its source; what nobody has verified is never a citation.
fn figures(m: Messages, scale: &Scale) -> Markup {
    let source = |source: &str, certainty: Certainty| match certainty.needs_a_yes() {
        true => t!(m, "measures-not-verified", source = source),
        false => source.to_owned(),
    };
    let wording = scale.wording("en");
    html! {
        dl.figures {
            @if let Some(reliable) = &scale.reliable_change {
                dt { (t!(m, "measures-figure-noise", points = reliable.points)) }
                dd { (source(reliable.source, reliable.certainty)) }
            }
            @if let Some(change) = &scale.meaningful_change {
                dt { (t!(m, "measures-figure-meaningful", worse = change.worse_points, better = change.better_points)) }
                dd { (source(change.source, change.certainty)) }
            }
            @if let Some(response) = &scale.response {
                dt { (t!(m, "measures-figure-response", percent = response.percent)) }
                dd { (response.source) }
                @if let Some(below) = response.remission_below {
                    dt { (t!(m, "measures-figure-remission", below = below)) }
                    dd { (response.remission_source) }
                }
            }
            @if !scale.bands_source.is_empty() {
                dt { (t!(m, "measures-figure-bands")) }
                dd { (scale.bands_source) }
            }
            @if let Some(limits) = &scale.limits_by_sex {
                dt { (t!(m, "measures-figure-limits", women = limits.women, men = limits.men)) }
                dd { (limits.source) }
            }
            dt { (t!(m, "measures-figure-wording")) }
            dd lang="en" { (wording.source) }
            dt { (t!(m, "measures-figure-notice")) }
            dd lang="en" { (wording.notice) }
        }
    }
}

fn table(frame: &Frame<'_>, subject: &Subject, course: &Course) -> Markup {
    let m = frame.messages();
    let name = t!(m, "measures-caption", scale = course.scale.name);
    html! {
        div.scroll tabindex="0" role="group" aria-label=(name) {
            table {
                thead { tr {
                    th scope="col" { (t!(m, "measures-when")) }
                    th.number scope="col" { (t!(m, "measures-score")) }
                    th scope="col" { (t!(m, "measures-band")) }
                    th.number scope="col" { (t!(m, "measures-change")) }
                    th scope="col" { (t!(m, "measures-occasion")) }
                    th scope="col" { (t!(m, "measures-by")) }
                    th scope="col" { span.visually-hidden { (t!(m, "measures-answers-short")) } }
                } }
                tbody { @for row in &course.rows { (line(frame, subject, row)) } }
            }
        }
    }
}

fn line(frame: &Frame<'_>, subject: &Subject, row: &Row) -> Markup {
    let (m, clock) = (frame.messages(), frame.clock());
    html! {
        @match row {
            Row::Filled { place, at, by, score, band: name, occasion: on, change } => tr {
                th scope="row" { (clock.date(*at)) }
                td.number {
                    @match score {
                        Some(score) => (words::score(m, *score)),
                        None => (t!(m, "measures-no-score")),
                    }
                }
                td { @if let Some(name) = name { (band(m, name)) } }
                td.number { @if let Some(change) = change { (signed(m, *change)) } }
                td { (occasion(m, *on)) }
                td { @match by { Some(by) => (by), None => (t!(m, "measures-by-client")) } }
                td {
                    a.button.plain href={ (subject.at(Place::Measures).path()) "?open=" (place) "#answers" }
                        aria-label=(t!(m, "measures-open-of", when = clock.date(*at))) { (t!(m, "measures-answers-short")) }
                }
            },
            Row::Dosed { at, total_mg } => tr.dosed {
                th scope="row" { (clock.date(*at)) }
                td colspan="6" { (t!(m, "measures-dose", mg = *total_mg)) }
            },
        }
    }
}

/// A change with its sign, and a true minus.
fn signed(m: Messages, change: Score) -> String {
    let size = words::score(m, Score { points: change.points.abs(), over: change.over });
    match change.points {
        0 => size,
        points if points > 0 => format!("+{size}"),
        _ => format!("−{size}"),
    }
}
