//! What is known of a person's health: every fact with where it came from, and what was not read.

mod facts;
mod forms;
mod intake;
mod samples;

use journey::health_history::{Changed, Fact, Ignored, IgnoredBecause, Sex};
use journey::history::{self, Source};
use maud::{Markup, html};

use super::medical::{self, Names, Typed, english, partial};
use super::subject::{Subject, person_page};
use crate::components::empty::empty;
use crate::components::level::{Level, level};
use crate::frame::Frame;
use crate::messages::Messages;
use crate::route::Place;
use crate::t;

pub(super) use facts::said;
pub use forms::{Entry, Forms, Unread};
pub use samples::samples;
pub(crate) use samples::{PRESCRIBER, known, names};

/// Lines of what an import changed that are shown before they fold.
const LINES_OPEN_MAX: usize = 6;

/// The history of one person, and what the reader may add to it.
#[derive(Clone, Debug, PartialEq)]
pub struct History {
    /// Whose it is.
    pub subject: Subject,
    /// The history as it stands.
    pub history: history::History,
    /// Who took things in.
    pub names: Names,
    /// The ways to add to it; none for those who only read.
    pub forms: Option<Forms>,
}

/// Draws the page.
pub fn page(frame: &Frame<'_>, context: &History) -> Markup {
    let main = html! {
        @if let Some(forms) = &context.forms { (forms::above(frame, forms)) }
        div.columns.medical {
            div.findings {
                (person(frame, context))
                (intake::section(frame, context))
                (facts::groups(frame, context))
                (sources(frame, context))
            }
            @if let Some(forms) = &context.forms { (forms::sheet(frame, context, forms)) }
        }
    };
    person_page(frame, &context.subject, Some(Place::History), &answer(frame, context), main)
}

fn answer(frame: &Frame<'_>, context: &History) -> String {
    let m = frame.messages();
    let history = &context.history;
    let facts = history.facts.len();
    let Some(latest) = history.sources.last() else {
        return match facts {
            0 => t!(m, "history-nothing"),
            _ => t!(m, "history-told-only", facts = facts),
        };
    };
    let when = frame.clock().near(latest.at);
    let known = t!(m, "history-known", facts = facts, document = latest.document.clone(), when = when);
    match latest.left_out.len() {
        0 => known,
        unread => format!("{known} {}", t!(m, "history-unread", unread = unread)),
    }
}

fn person(frame: &Frame<'_>, context: &History) -> Markup {
    let m = frame.messages();
    let person = &context.history.person;
    let sexes = [Some(person.sex).filter(|sex| *sex != Sex::Unknown), person.birth_sex];
    html! {
        @if context.history.is_empty() && person.birth_date.is_none() {
            (empty(&t!(m, "history-empty"), html! { p { (t!(m, "history-empty-first")) } }))
        } @else {
            section aria-labelledby="the-person" {
                h2 id="the-person" { (t!(m, "history-person")) }
                dl.facts {
                    div {
                        dt { (t!(m, "history-born")) }
                        dd {
                            @match &person.birth_date {
                                Some(born) => (partial(frame, born)),
                                None => (level(Level::Missing, &t!(m, "history-born-unknown"))),
                            }
                        }
                    }
                    div {
                        dt { (t!(m, "history-sex")) }
                        dd { (sex(m, sexes[0].unwrap_or(Sex::Unknown))) }
                    }
                    @if let Some(at_birth) = sexes[1].filter(|at_birth| *at_birth != person.sex) {
                        div { dt { (t!(m, "history-birth-sex")) } dd { (sex(m, at_birth)) } }
                    }
                    @if person.deceased.is_some() {
                        div {
                            dt { (t!(m, "history-deceased")) }
                            dd { (level(Level::Stops, &t!(m, "history-deceased-said"))) }
                        }
                    }
                }
            }
        }
    }
}

pub(super) fn sex(m: Messages, sex: Sex) -> String {
    match sex {
        Sex::Female => t!(m, "history-female"),
        Sex::Male => t!(m, "history-male"),
        Sex::Other => t!(m, "history-other-sex"),
        Sex::Unknown => t!(m, "history-sex-unknown"),
    }
}

/// Every record taken in, the latest first; what was not read of it is told beside it.
fn sources(frame: &Frame<'_>, context: &History) -> Markup {
    let m = frame.messages();
    html! {
        @if !context.history.sources.is_empty() {
            section aria-labelledby="records" {
                h2 id="records" { (t!(m, "history-records")) }
                ul.known {
                    @for source in context.history.sources.iter().rev() { li { (record(frame, context, source)) } }
                }
            }
        }
    }
}

fn record(frame: &Frame<'_>, context: &History, source: &Source) -> Markup {
    let m = frame.messages();
    let counts = t!(
        m,
        "history-record-counts",
        resources = source.resources,
        added = source.added,
        changed = source.changed.len()
    );
    html! {
        h3 { (source.document) }
        p { (counts) }
        p.quiet.small { (frame.clock().both(source.at)) }
        (what_changed(m, source))
        (no_longer_there(m, context, source))
        @if !source.left_out.is_empty() {
            p.unread { (level(Level::Look, &t!(m, "history-left-out", unread = source.left_out.len()))) }
            ul.unread-list.small {
                @for left in &source.left_out {
                    li { (english(frame, &format!("{} {}", left.resource, left.why))) }
                }
            }
        }
        @if !source.remarks.is_empty() {
            ul.unread-list.small { @for remark in &source.remarks { li { (english(frame, remark)) } } }
        }
        @if !source.ignored.is_empty() {
            p.small.quiet { (ignored(m, &source.ignored)) }
        }
    }
}

/// What a newer reading of a record says otherwise.
fn what_changed(m: Messages, source: &Source) -> Markup {
    html! {
        @if !source.changed.is_empty() {
            details.earlier open[source.changed.len() <= LINES_OPEN_MAX] {
                summary { (t!(m, "history-changed", count = source.changed.len())) }
                ul { @for changed in &source.changed { li { (said_otherwise(m, changed)) } } }
            }
        }
    }
}

fn said_otherwise(m: Messages, Changed { before, after }: &Changed) -> String {
    let status = |fact: &Fact| medical::status(m, fact.kind, fact.status);
    if before.text != after.text {
        return t!(m, "history-words-changed", before = before.text.clone(), after = after.text.clone());
    }
    let fact = after.text.clone();
    if before.status == after.status {
        return t!(m, "history-details-changed", fact = fact);
    }
    t!(m, "history-status-changed", fact = fact, before = status(before), after = status(after))
}

/// What a newer reading no longer holds; it stays, since absence from an export is not an ending.
fn no_longer_there(m: Messages, context: &History, source: &Source) -> Markup {
    let facts = context.history.facts.iter();
    let gone: Vec<&Fact> = facts.filter(|fact| source.absent.contains(&fact.id)).collect();
    html! {
        @if !gone.is_empty() {
            details.earlier open[gone.len() <= LINES_OPEN_MAX] {
                summary { (t!(m, "history-absent", count = gone.len())) }
                ul { @for fact in gone { li { (fact.text) } } }
            }
        }
    }
}

fn ignored(m: Messages, ignored: &[Ignored]) -> String {
    let listed = ignored.iter().map(|one| {
        let (count, kind) = (one.count, one.resource_type.clone());
        match one.because {
            IgnoredBecause::IsThePerson => t!(m, "history-is-the-person", kind = kind),
            IgnoredBecause::ReadWithOthers => t!(m, "history-read-with-others", count = count, kind = kind),
            IgnoredBecause::NotReadByAnyRule => t!(m, "history-no-rule-reads", count = count, kind = kind),
        }
    });
    listed.collect::<Vec<_>>().join(" · ")
}
