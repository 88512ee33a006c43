//! What each dose did, one row for each session, and the prescriber's decision beside it.

mod rows;
mod samples;

use jiff::{SignedDuration, Timestamp};
use journey::medicine_session::trace::{CheckIn, Row, Rule};
use journey::review::Decision;
use maud::{Markup, html};

use super::prescription::{self, Prescription};
use super::session::look_back;
use super::subject::{Subject, person_page};
use crate::components::button::{Weight, link};
use crate::components::empty::empty;
use crate::components::level::{Level, level};
use crate::frame::Frame;
use crate::messages::Messages;
use crate::practice::medical::Typed;
use crate::practice::review::decision_word;
use crate::route::{Place, Route};
use crate::t;

pub use samples::samples;

/// The lines that every drawing of pressure shows, in mmHg systolic.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lines {
    /// From here on a value is concerning.
    pub warn: i64,
    /// From here on the room acts.
    pub act: i64,
}

/// What each dose did, and what the reader may decide.
#[derive(Clone, Debug, PartialEq)]
pub struct NextDose {
    /// Whose.
    pub subject: Subject,
    /// One row for each session, the oldest first.
    pub rows: Vec<Row>,
    /// The lines of the protocol; none where none is in force.
    pub lines: Option<Lines>,
    /// What to read before a dose is written.
    pub rules: Vec<Rule>,
    /// The form of the look back at the last session, for those who sign it, while it is not signed.
    pub look_back: Option<Typed>,
    /// The prescriptions, with the form of a new one for those who sign it.
    pub prescription: Prescription,
    /// What the latest review decided, with how the pace changes, and when.
    pub course: Option<(Decision, Option<String>, Timestamp)>,
    /// Whether the reader may see what the client answered in check-ins and scales.
    pub sees_answers: bool,
}

/// Draws the page.
pub fn page(frame: &Frame<'_>, context: &NextDose) -> Markup {
    let m = frame.messages();
    let main = html! {
        @if context.rows.is_empty() {
            (empty(&t!(m, "next-dose-none"), html! { p { (t!(m, "next-dose-none-says")) } }))
        } @else {
            (rows::table(frame, context))
        }
        div.columns.medical.next-dose {
            div.findings {
                (course(frame, context))
                (read_before(frame, context))
                (follow_ups(frame, context))
            }
            div.deeds { (decide(frame, context)) }
        }
    };
    person_page(frame, &context.subject, Some(Place::NextDose), &answer(frame, context), main)
}

/// The page's first line: what the last dose did, and what is not known of it yet.
fn answer(frame: &Frame<'_>, context: &NextDose) -> String {
    let m = frame.messages();
    let name = context.subject.person.first_name();
    let Some(last) = context.rows.last() else { return t!(m, "next-dose-answer-none", name = name) };
    let rise = last.summary.as_ref().and_then(|summary| summary.rise_mmhg());
    let did = match rise {
        Some(rise) if rise > 0 => {
            t!(m, "next-dose-answer-rise", mg = last.total_mg, name = name, rise = rise)
        }
        Some(_) => t!(m, "next-dose-answer-no-rise", mg = last.total_mg, name = name),
        None => t!(m, "next-dose-answer-unknown", mg = last.total_mg, name = name),
    };
    match last.window_end {
        CheckIn::Ahead { .. } => format!("{did} {}", t!(m, "next-dose-answer-ahead")),
        CheckIn::Missed => format!("{did} {}", t!(m, "next-dose-answer-missed")),
        CheckIn::Answered { .. } | CheckIn::NotPlanned => did,
    }
}

/// What the care team decided about the course: a taper is read before a dose is written.
fn course(frame: &Frame<'_>, context: &NextDose) -> Markup {
    let m = frame.messages();
    html! {
        @if let Some((decision, pace, at)) = &context.course {
            section aria-labelledby="course-decided" {
                h2 id="course-decided" { (t!(m, "next-dose-course")) }
                p { (level(if decision.rests() { Level::Stops } else { Level::Look }, &decision_word(m, *decision))) }
                @if let Some(pace) = pace { p.reason { (pace) } }
                p.small.quiet { (frame.clock().date(*at)) }
            }
        }
    }
}

fn read_before(frame: &Frame<'_>, context: &NextDose) -> Markup {
    let m = frame.messages();
    html! {
        @if !context.rules.is_empty() {
            section aria-labelledby="read-before" {
                h2 id="read-before" { (t!(m, "next-dose-read")) }
                ul.lines {
                    @for rule in &context.rules { li { (level(level_of(rule), &words(frame, rule))) } }
                }
            }
        }
    }
}

fn level_of(rule: &Rule) -> Level {
    match rule {
        Rule::ReviewOpen | Rule::LookBackMissing | Rule::CourseDue { .. } | Rule::NotBefore { .. } => {
            Level::Stops
        }
        Rule::NoStepUp { .. } | Rule::TestsDue => Level::Look,
        Rule::StepUpTo { .. } | Rule::WindowOpen { .. } => Level::Inform,
    }
}

fn words(frame: &Frame<'_>, rule: &Rule) -> String {
    let (m, clock) = (frame.messages(), frame.clock());
    match rule {
        Rule::ReviewOpen => t!(m, "next-dose-rule-review"),
        Rule::LookBackMissing => t!(m, "next-dose-rule-look-back"),
        Rule::CourseDue { sessions } => t!(m, "next-dose-rule-course", sessions = *sessions),
        Rule::TestsDue => t!(m, "next-dose-rule-tests"),
        Rule::NoStepUp { mg } => t!(m, "next-dose-rule-no-step", mg = *mg),
        Rule::StepUpTo { mg } => t!(m, "next-dose-rule-step", mg = *mg),
        Rule::NotBefore { at } => t!(m, "next-dose-rule-not-before", when = clock.date_and_hour(*at)),
        Rule::WindowOpen { until } => t!(m, "next-dose-rule-window", when = clock.date(*until)),
    }
}

/// What the prescriber said after each session.
fn follow_ups(frame: &Frame<'_>, context: &NextDose) -> Markup {
    let (m, clock) = (frame.messages(), frame.clock());
    let said: Vec<_> =
        context.rows.iter().rev().filter_map(|row| Some((row, row.follow_up.as_ref()?))).collect();
    html! {
        @if !said.is_empty() {
            section aria-labelledby="said-before" {
                h2 id="said-before" { (t!(m, "next-dose-said")) }
                @for (row, (kind, review)) in said {
                    div.addendum {
                        p { (review.finding) }
                        p.quiet.fine {
                            (t!(m, "next-dose-session", number = row.number)) " · "
                            (look_back::kind_said(m, *kind)) " · "
                            (context.prescription.names.of(m, review.by)) " · " (clock.date(review.at))
                        }
                    }
                }
            }
        }
    }
}

/// The look back first, then the prescription; no dose stands in its field.
fn decide(frame: &Frame<'_>, context: &NextDose) -> Markup {
    let m = frame.messages();
    let last = context.rows.last();
    html! {
        @if let (Some(typed), Some(last)) = (&context.look_back, last) {
            section aria-labelledby="look-back" {
                h2 id="look-back" { (t!(m, "next-dose-look-back", number = last.number)) }
                @let page = Route::Session(context.subject.person.client.clone(), last.session.to_string()).path();
                (look_back::sign_form(frame, &format!("{page}/look-back"), typed))
            }
        }
        @if context.prescription.envelope.is_some() {
            p.small.quiet { (t!(m, "next-dose-empty-on-purpose")) }
            (prescription::new(frame, &context.prescription))
        } @else {
            p { (link(Weight::Ordinary, &context.subject.at(Place::Prescription).path(), &t!(m, "next-dose-to-prescription"))) }
        }
    }
}

/// A duration in minutes, for a cell.
fn minutes(m: Messages, minutes: i64) -> String {
    t!(m, "next-dose-minutes", minutes = SignedDuration::from_mins(minutes).as_mins())
}
