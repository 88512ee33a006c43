//! The one form of the page: each button leads elsewhere, and takes along what else was typed.
//!
//! So that nothing half written is lost, whoever asks, or signs what they read, sends their answers
//! to the findings as well and finds them on the page again. Enter signs nothing: the first button of
//! the form is one that cannot be pressed.

use journey::screening::{Flag, FlagLevel};
use maud::{Markup, html};

use super::Screening;
use crate::frame::Frame;
use crate::layout::csrf;
use crate::route::Place;
use crate::t;

/// The form that every field and button of the page belongs to.
pub(super) const FORM: &str = "screening-form";

/// Where a button of the form leads, and what is shown first of the page that follows.
pub(super) fn leads(context: &Screening, act: &str, shown: &str) -> String {
    format!("{}/{act}#{shown}", context.subject.at(Place::Screening).path())
}

/// The name under which a page shows a finding.
pub(super) fn flag_id(flag: &Flag) -> String {
    format!("flag-{}", flag.rule)
}

/// What every button of the form sends along.
pub(super) fn shared(frame: &Frame<'_>, context: &Screening) -> Markup {
    html! {
        (csrf(frame))
        input type="hidden" name="command" value=(context.command);
    }
}

/// The button that Enter would press, and the form itself where no decision holds it.
pub(super) fn begun(frame: &Frame<'_>, context: &Screening) -> Markup {
    html! {
        button type="submit" form=(FORM) disabled hidden {}
        @if context.form.is_none() {
            form id=(FORM) action=(leads(context, "ask", "questions")) method="post" { (shared(frame, context)) }
        }
    }
}

/// The way past all that stands above the findings: to the first that stops, else to the decision.
pub(super) fn skip(frame: &Frame<'_>, context: &Screening) -> Markup {
    let m = frame.messages();
    let found = context.under.as_ref().map(|under| &under.found);
    let first = |level| found.and_then(|found| found.flags.iter().find(|flag| flag.level == level));
    let missing = || found.and_then(|found| found.missing.first());
    let first_open = first(FlagLevel::Block)
        .map(flag_id)
        .or_else(|| missing().map(|item| format!("missing-{}", item.item)))
        .or_else(|| first(FlagLevel::Warn).map(flag_id));
    html! {
        @if let Some(id) = first_open { a.skip href={ "#" (id) } { (t!(m, "screening-skip")) } }
    }
}
