//! A person's scales in the order of time, the doses between them, and answers that ask for a look.

use jiff::Timestamp;
use journey::Refusal;
use journey::scale::{Occasion, PHQ9, RiskLevel, RiskSource};
use maud::{Markup, html};

use super::subject::{Subject, person_page};
use crate::components::field::{Field, Kind, came_back};
use crate::components::level::{Level, level};
use crate::components::{button, empty, refusal};
use crate::frame::Frame;
use crate::layout::csrf;
use crate::messages::Messages;
use crate::route::Place;
use crate::t;

/// Characters that words may have.
const WORDS_CHARACTERS_MAX: usize = 4_000;

/// A person's measures.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Measures {
    /// Whose, and where else to look.
    pub subject: Subject,
    /// Fillings and doses, the newest first.
    pub rows: Vec<Row>,
    /// Answers that nobody has looked at, the oldest first.
    pub open: Vec<(RiskSource, Timestamp)>,
    /// What was found, the newest first.
    pub assessments: Vec<Assessed>,
    /// The form of an assessment, where the reader may.
    pub form: Option<RiskForm>,
}

/// One line in the order of time.
#[derive(Clone, Debug, PartialEq)]
pub enum Row {
    /// A scale was filled in.
    Filled {
        /// When.
        at: Timestamp,
        /// The scale's name.
        scale: &'static str,
        /// The score and the highest there is; none when too much was left out.
        score: Option<(i64, i64)>,
        /// The band that the score lies in.
        band: Option<&'static str>,
        /// On what occasion.
        occasion: Occasion,
        /// Change since the filling before it.
        change: Option<i64>,
    },
    /// A dose was given.
    Dosed {
        /// When.
        at: Timestamp,
        /// All that was taken, in milligrams.
        total_mg: i64,
    },
}

/// One assessment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Assessed {
    /// By whom, where it is known.
    pub by: Option<String>,
    /// When.
    pub at: Timestamp,
    /// What was found.
    pub words: String,
    /// What follows.
    pub level: RiskLevel,
}

/// The form of an assessment.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RiskForm {
    /// Id of this intent, drawn when the form was.
    pub command: String,
    /// What was written.
    pub words: String,
    /// What was chosen; nothing at first.
    pub level: String,
    /// Why the form came back.
    pub refusal: Option<Refusal>,
}

/// Draws the page.
pub fn page(frame: &Frame<'_>, measures: &Measures) -> Markup {
    let has_risk = !measures.open.is_empty() || !measures.assessments.is_empty();
    let main = html! {
        @if has_risk {
            div.columns.deciding {
                div { (risk(frame, measures)) (table(frame, measures)) }
                @if let Some(form) = &measures.form { (assess(frame, measures, form)) }
            }
        } @else {
            (table(frame, measures))
        }
    };
    person_page(frame, &measures.subject, Some(Place::Measures), &answer(frame, measures), main)
}

fn answer(frame: &Frame<'_>, measures: &Measures) -> String {
    let (m, clock) = (frame.messages(), frame.clock());
    if let Some((_, at)) = measures.open.first() {
        return t!(m, "measures-risk", when = clock.near(*at));
    }
    let newest = measures.rows.iter().find_map(|row| match row {
        Row::Filled { at, scale, score: Some((score, _)), band, .. } => Some((*at, *scale, *score, *band)),
        _ => None,
    });
    match newest {
        Some((at, scale, score, name)) => {
            let (when, band) = (clock.near(at), band(m, name));
            t!(m, "measures-newest", scale = scale, score = score, band = band, when = when)
        }
        None => t!(m, "measures-none"),
    }
}

fn band(m: Messages, name: Option<&str>) -> String {
    match name {
        Some("minimal") => t!(m, "measures-minimal"),
        Some("mild") => t!(m, "measures-mild"),
        Some("moderate") => t!(m, "measures-moderate"),
        Some("moderately-severe") => t!(m, "measures-moderately-severe"),
        Some("severe") => t!(m, "measures-severe"),
        _ => t!(m, "measures-no-band"),
    }
}

fn occasion(m: Messages, occasion: Occasion) -> String {
    match occasion {
        Occasion::Baseline => t!(m, "measures-baseline"),
        Occasion::AfterSession { day, .. } => t!(m, "measures-after", day = i64::from(day)),
        Occasion::Review => t!(m, "measures-review"),
        Occasion::FollowUp { months } => t!(m, "measures-follow-up", months = i64::from(months)),
        Occasion::Between => t!(m, "measures-between"),
    }
}

fn table(frame: &Frame<'_>, measures: &Measures) -> Markup {
    let m = frame.messages();
    html! {
        section aria-labelledby="scales" {
            h2 id="scales" { (t!(m, "measures-scales")) }
            @if measures.rows.is_empty() {
                (empty::empty(&t!(m, "measures-empty"), super::links::way(m, &measures.subject.person.client)))
            } @else {
                div.scroll tabindex="0" role="group" aria-labelledby="scales" {
                    table {
                        thead { tr {
                            th scope="col" { (t!(m, "measures-when")) }
                            th scope="col" { (t!(m, "measures-what")) }
                            th.number scope="col" { (t!(m, "measures-score")) }
                            th scope="col" { (t!(m, "measures-band")) }
                            th.number scope="col" { (t!(m, "measures-change")) }
                            th scope="col" { (t!(m, "measures-occasion")) }
                        } }
                        tbody { @for row in &measures.rows { (line(frame, row)) } }
                    }
                }
            }
        }
    }
}

fn line(frame: &Frame<'_>, row: &Row) -> Markup {
    let (m, clock) = (frame.messages(), frame.clock());
    html! {
        @match row {
            Row::Filled { at, scale, score, band: name, occasion: on, change } => tr {
                th scope="row" { (clock.date(*at)) }
                td { span.number { (scale) } }
                td.number {
                    @match score {
                        Some((score, of)) => (t!(m, "measures-of", score = *score, of = *of)),
                        None => (t!(m, "measures-no-score")),
                    }
                }
                td { (band(m, *name)) }
                td.number { @if let Some(change) = change { (signed(*change)) } }
                td { (occasion(m, *on)) }
            },
            Row::Dosed { at, total_mg } => tr.dosed {
                th scope="row" { (clock.date(*at)) }
                td colspan="5" { (t!(m, "measures-dose", mg = *total_mg)) }
            },
        }
    }
}

/// A change with its sign, and a true minus.
fn signed(change: i64) -> String {
    match change {
        0 => "0".to_owned(),
        _ if change > 0 => format!("+{change}"),
        _ => format!("−{}", change.unsigned_abs()),
    }
}

fn risk(frame: &Frame<'_>, measures: &Measures) -> Markup {
    let (m, clock) = (frame.messages(), frame.clock());
    html! {
        section aria-labelledby="risk" {
            h2 id="risk" { (t!(m, "measures-risk-title")) }
            ul.lines {
                @for (source, at) in &measures.open {
                    li {
                        p { (level(Level::Acts, &sign(m, source))) }
                        p.small.quiet { (clock.both(*at)) }
                    }
                }
                @for one in &measures.assessments {
                    li {
                        p { (follows(m, one.level)) }
                        p.reason { (one.words) }
                        p.small.quiet {
                            @if let Some(by) = &one.by { (by) " · " }
                            (clock.both(one.at))
                        }
                    }
                }
            }
        }
    }
}

fn sign(m: Messages, source: &RiskSource) -> String {
    match source {
        RiskSource::Item { item, .. } => t!(m, "measures-sign-item", item = i64::from(*item)),
        RiskSource::ItemLeftOut { item, .. } => t!(m, "measures-sign-left-out", item = i64::from(*item)),
        RiskSource::CheckIn { day, .. } => t!(m, "measures-sign-check-in", day = i64::from(*day)),
        RiskSource::Intake => t!(m, "measures-sign-intake"),
    }
}

fn follows(m: Messages, of: RiskLevel) -> Markup {
    match of {
        RiskLevel::Usual => level(Level::Holds, &t!(m, "measures-usual")),
        RiskLevel::Raised => level(Level::Look, &t!(m, "measures-raised")),
        RiskLevel::Acute => level(Level::Stops, &t!(m, "measures-acute")),
    }
}

fn assess(frame: &Frame<'_>, measures: &Measures, form: &RiskForm) -> Markup {
    let m = frame.messages();
    let error = form.refusal.as_ref().map(|found| refusal::words(m, found));
    let levels = [
        ("usual", t!(m, "measures-usual"), t!(m, "measures-usual-says")),
        ("raised", t!(m, "measures-raised"), t!(m, "measures-raised-says")),
        ("acute", t!(m, "measures-acute"), t!(m, "measures-acute-says")),
    ];
    let action = format!("{}/risk", measures.subject.at(Place::Measures).path());
    html! {
        section.sheet.no-print aria-labelledby="assess" {
            h2 id="assess" { (t!(m, "measures-assess")) }
            (came_back(m, usize::from(form.refusal.is_some())))
            form.fields action=(action) method="post" {
                (csrf(frame))
                input type="hidden" name="command" value=(form.command);
                (Field::new("words", &t!(m, "measures-found"), Kind::Long).value(&form.words)
                    .error(error.as_deref()).characters_max(WORDS_CHARACTERS_MAX).draw(m))
                fieldset {
                    legend.visually-hidden { (t!(m, "measures-follows")) }
                    @for (value, words, says) in &levels {
                        label.choice for={ "level-" (value) } {
                            input id={ "level-" (value) } type="radio" name="level" value=(value) required
                                checked[form.level == *value];
                            span { (words) br; span.small.quiet { (says) } }
                        }
                    }
                }
                div.go { (button::submit(button::Weight::Ordinary, &t!(m, "measures-keep"))) }
            }
        }
    }
}

/// States of this page. The person in them is made up.
pub fn samples() -> Vec<(&'static str, Measures)> {
    let instant = crate::samples::instant;
    let session = journey::SessionId::from_bytes([9; 16]);
    let filled = |at: &str, score, band, occasion, change| Row::Filled {
        at: instant(at),
        scale: PHQ9.name,
        score,
        band,
        occasion,
        change,
    };
    let after = |day| Occasion::AfterSession { session, day };
    let rows = vec![
        filled("2026-05-14T16:00:00Z", Some((9, 27)), Some("mild"), after(2), Some(-8)),
        Row::Dosed { at: instant("2026-05-12T18:00:00Z"), total_mg: 100 },
        filled("2026-05-08T16:00:00Z", None, None, Occasion::Between, None),
        filled("2026-04-20T16:00:00Z", Some((17, 27)), Some("moderately-severe"), Occasion::Baseline, None),
    ];
    let form = RiskForm { command: "00000000-0000-7000-8000-000000000008".to_owned(), ..RiskForm::default() };
    let usual = Measures { subject: Subject::sample(), rows, ..Measures::default() };
    let item = RiskSource::Item { scale: PHQ9.id.to_owned(), item: 9 };
    let left_out = RiskSource::ItemLeftOut { scale: PHQ9.id.to_owned(), item: 9 };
    let check_in = RiskSource::CheckIn { session, day: 3 };
    let at = instant("2026-05-14T16:00:00Z");
    let found = Assessed {
        by: Some("Ana Sample".to_owned()),
        at: instant("2026-05-14T17:00:00Z"),
        words: "Passing thoughts, no plan. Her sister is with her until Sunday.".to_owned(),
        level: RiskLevel::Raised,
    };
    let acute = Assessed { level: RiskLevel::Acute, by: None, ..found.clone() };
    let open = Measures {
        open: vec![(item, at), (left_out, at), (check_in, at)],
        form: Some(form.clone()),
        ..usual.clone()
    };
    let refused =
        RiskForm { refusal: Some(Refusal::WordsMissing), level: "raised".to_owned(), ..form.clone() };
    vec![
        ("none", Measures { subject: Subject::sample(), ..Measures::default() }),
        ("usual", usual.clone()),
        ("risk-refused", Measures { form: Some(refused), ..open.clone() }),
        ("risk-not-theirs", Measures { form: None, ..open.clone() }),
        ("risk", open),
        ("assessed", Measures { assessments: vec![found, acute], form: Some(form), ..usual }),
    ]
}
