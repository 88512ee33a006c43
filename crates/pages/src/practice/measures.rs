//! A person's scales: each with its line and its doses, what the change means, and what waits.

use jiff::Timestamp;
use journey::Refusal;
use journey::scale::{Answered, Noise, Occasion, Reference, RiskLevel, RiskSource, Scale, Score};
use maud::{Markup, html};

use super::subject::{Subject, person_page};
use crate::components::field::{Field, Kind, came_back};
use crate::components::level::{Level, level};
use crate::components::{button, refusal};
use crate::drawing::path::words::{self, band};
use crate::frame::Frame;
use crate::layout::csrf;
use crate::messages::Messages;
use crate::route::Place;
use crate::t;

mod asking;
pub mod courses;
mod risk;
mod samples;

pub use samples::samples;
pub(crate) use samples::usual as usual_courses;

/// Characters that words may have.
const WORDS_CHARACTERS_MAX: usize = 4_000;

/// A person's measures.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Measures {
    /// Whose, and where else to look.
    pub subject: Subject,
    /// Every scale that was filled in, with its line.
    pub courses: Vec<courses::Course>,
    /// The answers of one filling, opened on request.
    pub opened: Option<Opened>,
    /// What was asked for and waits.
    pub waits: Vec<Asked>,
    /// For which scales it is time.
    pub due: Vec<Asked>,
    /// The form by which scales are asked for, where the reader may.
    pub ask: Option<AskForm>,
    /// Scores that got worse, at which no prescriber has looked.
    pub worse: Vec<Worse>,
    /// The form of a prescriber's look at them, where the reader may.
    pub review: Option<ReviewForm>,
    /// What prescribers said of such scores, the newest first.
    pub reviews: Vec<Reviewed>,
    /// Answers that nobody has looked at, the oldest first.
    pub open: Vec<(RiskSource, Timestamp, Timestamp)>,
    /// What was found, the newest first.
    pub assessments: Vec<Assessed>,
    /// The form of an assessment, where the reader may.
    pub form: Option<RiskForm>,
}

/// A scale on an occasion.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Asked {
    /// Which scale.
    pub scale: &'static Scale,
    /// On what occasion.
    pub occasion: Occasion,
    /// When it was asked for, if it was.
    pub at: Option<Timestamp>,
}

/// The form by which scales are asked for.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AskForm {
    /// Id of this intent, drawn when the form was.
    pub command: String,
    /// The client's day after the latest session on which scales are asked, if there was one.
    pub after_session_day: Option<u16>,
    /// The months after which scales are asked again.
    pub follow_up_months: Vec<u16>,
}

/// A score that got worse.
#[derive(Clone, Debug, PartialEq)]
pub struct Worse {
    /// The scale's name.
    pub scale: &'static str,
    /// What it is held against.
    pub against: Reference,
    /// The score before, and when.
    pub from: (Timestamp, Score),
    /// The score now, and when.
    pub to: (Timestamp, Score),
    /// The line that was crossed, as it is printed.
    pub line: String,
    /// Where the line comes from.
    pub source: String,
    /// From how many points on it would be reliable, where it is not.
    pub reliable_from: Option<i64>,
}

/// The form of a prescriber's look.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ReviewForm {
    /// Id of this intent, drawn when the form was.
    pub command: String,
    /// What was typed.
    pub words: String,
    /// Why the form came back.
    pub refusal: Option<Refusal>,
}

/// A prescriber's look at scores that got worse.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reviewed {
    /// By whom, where it is known.
    pub by: Option<String>,
    /// When.
    pub at: Timestamp,
    /// What they saw, and what follows.
    pub words: String,
}

/// The answers of one filling.
#[derive(Clone, Debug, PartialEq)]
pub struct Opened {
    /// Which scale.
    pub scale: &'static Scale,
    /// When it was filled in.
    pub at: Timestamp,
    /// The answers by their printed codes.
    pub answers: Vec<Answered>,
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
    /// What was typed.
    pub words: String,
    /// The level that was chosen, by its name.
    pub level: String,
    /// Why the form came back.
    pub refusal: Option<Refusal>,
}

/// Draws the page.
pub fn page(frame: &Frame<'_>, measures: &Measures) -> Markup {
    let m = frame.messages();
    let aside = html! {
        (risk::assess(frame, measures))
        (worse_form(frame, measures))
    };
    let beside = measures.form.is_some() && has_risk(measures)
        || measures.review.is_some() && !measures.worse.is_empty();
    let looked_at = html! { (risk::signs(frame, measures)) (worse(frame, measures)) };
    let main = html! {
        @if beside {
            div.columns.deciding { div { (looked_at) } div { (aside) } }
        } @else {
            (looked_at)
        }
        @if let Some(opened) = &measures.opened { (answers(frame, measures, opened)) }
        @if measures.courses.is_empty() {
            p.empty { (t!(m, "measures-empty")) }
        }
        (courses::draw(frame, &measures.subject, &measures.courses))
        (asking::draw(frame, measures))
    };
    person_page(frame, &measures.subject, Some(Place::Measures), &answer(frame, measures), main)
}

fn has_risk(measures: &Measures) -> bool {
    !measures.open.is_empty() || !measures.assessments.is_empty()
}

fn answer(frame: &Frame<'_>, measures: &Measures) -> String {
    let (m, clock) = (frame.messages(), frame.clock());
    if let Some((_, at, _)) = measures.open.first() {
        return t!(m, "measures-risk", when = clock.near(*at));
    }
    if let Some(worse) = measures.worse.first() {
        return t!(m, "measures-worse-first", scale = worse.scale, when = clock.near(worse.to.0));
    }
    // What got worse is said first; else the latest, and of one day the first.
    let is_worse =
        |course: &courses::Course| course.told.is_some_and(|told| told.change.noise == Noise::Worse);
    let points = measures.courses.iter().filter_map(|course| Some((course, course.latest()?)));
    match points.rev().max_by_key(|(course, (at, _))| (is_worse(course), *at)) {
        Some((course, (at, score))) => {
            let (scale, when) = (course.scale.name, clock.near(at));
            let score = words::score(m, score);
            match &course.told {
                Some(told) => {
                    let says = courses::noise(m, course.scale, told);
                    t!(m, "measures-newest-told", scale = scale, score = score, when = when, says = says)
                }
                None => t!(m, "measures-newest", scale = scale, score = score, when = when),
            }
        }
        None => t!(m, "measures-none"),
    }
}

/// On what occasion, in words.
fn occasion(m: Messages, occasion: Occasion) -> String {
    match occasion {
        Occasion::Baseline => t!(m, "measures-baseline"),
        Occasion::AfterSession { day, .. } => t!(m, "measures-after", day = i64::from(day)),
        Occasion::Review => t!(m, "measures-review"),
        Occasion::FollowUp { months } => t!(m, "measures-follow-up", months = i64::from(months)),
        Occasion::Between => t!(m, "measures-between"),
    }
}

fn worse(frame: &Frame<'_>, measures: &Measures) -> Markup {
    let (m, clock) = (frame.messages(), frame.clock());
    if measures.worse.is_empty() && measures.reviews.is_empty() {
        return html! {};
    }
    html! {
        section aria-labelledby="worse" {
            h2 id="worse" { (t!(m, "measures-worse-title")) }
            ul.lines {
                @for one in &measures.worse {
                    li {
                        p { (level(Level::Stops, &fell(m, one))) }
                        p.small.quiet {
                            (against(m, one.against)) " · " (clock.date(one.from.0)) " – " (clock.date(one.to.0))
                            " · " (t!(m, "measures-worse-line", line = one.line.as_str())) " · " (one.source)
                        }
                        @if let Some(points) = one.reliable_from {
                            p.small { (t!(m, "measures-worse-not-reliable", points = points)) }
                        }
                    }
                }
                @for one in &measures.reviews {
                    li {
                        p.reason { (one.words) }
                        p.small.quiet { @if let Some(by) = &one.by { (by) " · " } (clock.both(one.at)) }
                    }
                }
            }
            @if !measures.worse.is_empty() { p.small.quiet { (t!(m, "measures-worse-holds")) } }
        }
    }
}

fn fell(m: Messages, one: &Worse) -> String {
    let (from, to) = (words::score(m, one.from.1), words::score(m, one.to.1));
    t!(m, "measures-worse", scale = one.scale, from = from, to = to)
}

fn against(m: Messages, reference: Reference) -> String {
    match reference {
        Reference::BeforeLatestDose => t!(m, "measures-before-dose"),
        Reference::Baseline => t!(m, "measures-from-baseline"),
    }
}

fn worse_form(frame: &Frame<'_>, measures: &Measures) -> Markup {
    let m = frame.messages();
    let Some(form) = measures.review.as_ref().filter(|_| !measures.worse.is_empty()) else { return html! {} };
    let error = form.refusal.as_ref().map(|found| refusal::words(m, found));
    let action = format!("{}/review", measures.subject.at(Place::Measures).path());
    html! {
        section.sheet.no-print aria-labelledby="review" {
            h2 id="review" { (t!(m, "measures-review-title")) }
            (came_back(m, usize::from(form.refusal.is_some())))
            form.fields action=(action) method="post" {
                (csrf(frame))
                input type="hidden" name="command" value=(form.command);
                (Field::new("words", &t!(m, "measures-review-words"), Kind::Long).value(&form.words)
                    .error(error.as_deref()).characters_max(WORDS_CHARACTERS_MAX).draw(m))
                div.go { (button::submit(button::Weight::Ordinary, &t!(m, "measures-keep"))) }
            }
        }
    }
}

/// One filling, question by question, in the wording it was answered in as far as it is shipped.
fn answers(frame: &Frame<'_>, measures: &Measures, opened: &Opened) -> Markup {
    let m = frame.messages();
    let (scale, when) = (opened.scale, frame.clock().date_and_hour(opened.at));
    let wording = scale.wording(frame.language.tag());
    let chosen =
        |number| opened.answers.iter().find(|answer| answer.item == number).map(|answer| answer.code);
    html! {
        section.sheet.answers aria-labelledby="answers" {
            h2 id="answers" { (t!(m, "measures-answers", scale = scale.name, when = when)) }
            ol.lines lang=(wording.language) {
                @for (item, words) in scale.items.iter().zip(wording.items) {
                    @let place = chosen(item.number).and_then(|code| item.choices.iter().position(|one| one.code == code));
                    li {
                        p.small.quiet { (item.number) ". " (words.text) }
                        p {
                            @match place {
                                Some(place) => { (words.choices[place]) span.quiet { " · " (item.choices[place].code) } },
                                None => span.quiet lang=(frame.language.tag()) { (t!(m, "measures-answer-none")) },
                            }
                        }
                    }
                }
            }
            p.small.quiet lang=(wording.language) { (wording.notice) }
            (button::link(button::Weight::Plain, &measures.subject.at(Place::Measures).path(), &t!(m, "measures-close")))
        }
    }
}
