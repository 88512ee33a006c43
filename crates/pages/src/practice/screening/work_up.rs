//! What the work-up has: the latest of each part as its record writes it, and as the rules read it.

use journey::health_history::{Component, Fact, Measured};
use journey::screening::WorkUpPart;
use maud::{Markup, html};

use super::{Screening, Under};
use crate::components::level::{Level, level};
use crate::frame::Frame;
use crate::practice::medical::{self, partial};
use crate::t;

/// The section; nothing where nothing was read.
pub(super) fn section(frame: &Frame<'_>, context: &Screening, under: &Under) -> Markup {
    let facts = &context.history.facts;
    let fact_of = |part: &WorkUpPart| facts.iter().find(|fact| fact.id == part.fact);
    let read: Vec<(&WorkUpPart, &Fact)> =
        under.found.work_up.iter().filter_map(|part| Some((part, fact_of(part)?))).collect();
    html! {
        @if !read.is_empty() {
            section.known aria-labelledby="work-up" {
                h2 id="work-up" { (t!(frame.messages(), "screening-work-up-title")) }
                dl.facts { @for (part, fact) in read { (row(frame, context, part, fact)) } }
            }
        }
    }
}

fn row(frame: &Frame<'_>, context: &Screening, part: &WorkUpPart, fact: &Fact) -> Markup {
    let m = frame.messages();
    html! {
        div {
            dt { (medical::concept(m, &part.part)) }
            dd {
                @if let Some(said) = medical::measured(fact) { span.fired { (said) } " · " }
                @if let Some(ours) = part.ours.as_ref().filter(|_| part.readable).and_then(as_read) {
                    (t!(m, "screening-work-up-ours", value = ours)) " · "
                }
                @if let Some(date) = &fact.date { (partial(frame, date)) }
                @if !part.readable { " " (level(Level::Look, &t!(m, "screening-work-up-unread"))) }
                @else if !part.in_date { " " (level(Level::Missing, &t!(m, "screening-work-up-old"))) }
                span.fine.quiet.whence { (medical::provenance(frame, &context.history, &context.names, fact)) }
            }
        }
    }
}

/// The value in the rules' own unit, written as every measurement is.
fn as_read((value, unit): &(f64, String)) -> Option<String> {
    medical::quantity(&Measured {
        components: vec![Component { loinc: None, value: *value, unit: unit.clone() }],
    })
}
