//! What no rule understands: to be read by a person, and by whom it was.

use journey::health_history::FactId;
use journey::history::ReadBy;
use journey::screening::NotUnderstood;
use maud::{Markup, html};

use super::Screening;
use crate::components::button::{Weight, submit};
use crate::components::field::{Field, Kind};
use crate::frame::Frame;
use crate::layout::csrf;
use crate::practice::medical::{LINE_CHARACTERS_MAX, Typed};
use crate::route::Place;
use crate::t;

/// The form that the marks beside the facts belong to.
const FORM: &str = "read-form";

/// Who read a group last, once every fact of it was read; one that came since opens it again.
pub(super) fn read_by<'a>(context: &'a Screening, group: &NotUnderstood) -> Option<&'a ReadBy> {
    let read = |id: &FactId| context.history.read.get(id);
    group.facts.iter().map(read).collect::<Option<Vec<_>>>()?.into_iter().max_by_key(|read| read.at)
}

/// The mark beside a group, for those who may sign that they read it; it names each of its facts.
pub(super) fn mark(frame: &Frame<'_>, context: &Screening, place: usize, group: &NotUnderstood) -> Markup {
    let m = frame.messages();
    let field = format!("read-{place}");
    let facts: Vec<&str> = group.facts.iter().map(|fact| fact.0.as_str()).collect();
    html! {
        @if context.reads.is_some() {
            label.choice.no-print for=(field) {
                input id=(field) type="checkbox" name=(field) value=(facts.join("\t")) form=(FORM);
                (t!(m, "screening-no-bearing")) span.visually-hidden { ": " (group.text) }
            }
        }
    }
}

/// What stands beside a group that was read.
pub(super) fn read(frame: &Frame<'_>, context: &Screening, read: &ReadBy) -> Markup {
    let (m, clock) = (frame.messages(), frame.clock());
    html! {
        span.small {
            (t!(m, "screening-read-by", by = context.names.of(m, read.by), on = clock.date(read.at)))
            @if let Some(words) = &read.words { " " span.reason { (words) } }
        }
    }
}

/// One signature under all that is marked.
pub(super) fn form(frame: &Frame<'_>, context: &Screening, typed: &Typed) -> Markup {
    let m = frame.messages();
    let name = frame.person.map_or("", |person| person.name);
    let action = format!("{}/read", context.subject.at(Place::Screening).path());
    html! {
        form.fields.no-print id=(FORM) action=(action) method="post" {
            (csrf(frame))
            input type="hidden" name="command" value=(typed.command);
            (typed.error_atop(m, &[]))
            (Field::new("read-words", &t!(m, "screening-read-words"), Kind::Line).optional()
                .value(typed.get("read-words")).characters_max(LINE_CHARACTERS_MAX).draw(m))
            p.hint { (t!(m, "screening-read-hint")) }
            div.go { (submit(Weight::Ordinary, &t!(m, "screening-read-sign", name = name))) }
        }
    }
}
