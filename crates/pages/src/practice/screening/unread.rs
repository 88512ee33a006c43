//! What no rule understands: to be read by a person, and by whom it was.

use journey::health_history::FactId;
use journey::history::ReadBy;
use journey::screening::NotUnderstood;
use maud::{Markup, html};

use super::Screening;
use super::form::{FORM, leads};
use crate::frame::Frame;
use crate::practice::medical::{LINE_CHARACTERS_MAX, Typed};
use crate::t;

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
                input id=(field) type="checkbox" name=(field) value=(facts.join("\t")) form=(FORM)
                    checked[context.reads.as_ref().is_some_and(|typed| !typed.get(&field).is_empty())];
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
    html! {
        div.fields.no-print {
            (typed.error_atop(m, &[]))
            div.field {
                label for="read-words" {
                    (t!(m, "screening-read-words")) " " span.optional { (t!(m, "field-optional")) }
                }
                input id="read-words" name="read-words" type="text" form=(FORM) value=(typed.get("read-words"))
                    maxlength=(LINE_CHARACTERS_MAX) autocomplete="off";
            }
            p.hint { (t!(m, "screening-read-hint")) }
            div.go {
                button.button type="submit" form=(FORM) formaction=(leads(context, "read", "eyes")) formnovalidate {
                    (t!(m, "screening-read-sign", name = name))
                }
            }
        }
    }
}
