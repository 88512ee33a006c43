//! Losses and counts that do not match: by when somebody is told, whom, what was done, how it ended.

use jiff::Timestamp;
use journey::stock::{About, Discrepancy, Kind, Notice};
use maud::{Markup, html};

use super::{Stock, about_code, lot_words, whom};
use crate::components::button::{Weight, submit};
use crate::components::level::{Level, level};
use crate::frame::{Country, Frame};
use crate::layout::csrf;
use crate::messages::Messages;
use crate::practice::medical::{Typed, WORDS_CHARACTERS_MAX};
use crate::route::Route;
use crate::t;

/// To whom a theft or a loss is told, and where that is written. `[M]`: nobody licensed has checked it.
fn authority(m: Messages, country: Country) -> (String, &'static str) {
    match country {
        Country::UnitedStates => (t!(m, "stock-authority-us"), "21 CFR 1301.76(b), 88 FR 40707 [M]"),
        Country::UnitedKingdom => (
            t!(m, "stock-authority-gb"),
            "Controlled Drugs (Supervision of Management and Use) Regulations 2013 [M]",
        ),
        Country::Spain => (t!(m, "stock-authority-es"), "Ley 17/1967, Real Decreto 2829/1977 [M]"),
        Country::Elsewhere => (t!(m, "stock-authority-elsewhere"), "[M]"),
    }
}

/// What is open first, then what ended.
pub(super) fn section(frame: &Frame<'_>, stock: &Stock) -> Markup {
    let m = frame.messages();
    let (open, ended): (Vec<_>, Vec<_>) = stock.matters.iter().partition(|(one, _)| one.is_open());
    html! {
        @if !open.is_empty() {
            section aria-labelledby="matters" {
                h2 id="matters" { (level(Level::Acts, &t!(m, "stock-matters"))) }
                (whom_to_tell(frame))
                ul.known { @for (one, due) in &open { li { (waiting(frame, stock, one, *due)) } } }
            }
        }
        @if !ended.is_empty() {
            section aria-labelledby="settled" {
                h2 id="settled" { (t!(m, "stock-settled")) }
                ul.known { @for (one, _) in &ended { li { (settled(frame, stock, one)) } } }
            }
        }
    }
}

fn whom_to_tell(frame: &Frame<'_>) -> Markup {
    let m = frame.messages();
    let (words, source) = authority(m, frame.country);
    html! {
        p { (words) }
        p.fine.quiet.lead-in { (t!(m, "stock-authority-unchecked", source = source)) }
    }
}

/// What is the matter, in a sentence.
fn said(frame: &Frame<'_>, stock: &Stock, one: &Discrepancy) -> Markup {
    let m = frame.messages();
    let lot = match one.about {
        About::Line { lot, .. } => stock.kept.lot(lot).map(|lot| lot_words(m, lot)),
        About::Person { .. } => None,
    };
    html! {
        h3 {
            @match one.kind {
                Kind::Mismatch { expected, counted, overdrawn: false } => {
                    (t!(m, "stock-expected", expected = expected, counted = counted))
                }
                Kind::Mismatch { expected, counted, overdrawn: true } => {
                    (t!(m, "stock-overdrawn", expected = expected, counted = counted))
                }
                Kind::Lost { lozenges } => (t!(m, "stock-lost", lozenges = lozenges)),
                Kind::OfPerson { lozenges, strength_mg, .. } => {
                    (t!(m, "stock-lost-of-person", lozenges = lozenges, mg = strength_mg))
                }
                Kind::PutRight => (t!(m, "stock-put-right")),
            }
        }
        p.small.quiet {
            @if let Some(lot) = lot { (lot) " · " }
            @if let Kind::OfPerson { client, .. } = one.kind { (whom(frame, stock, Some(client))) " · " }
            (stock.names.of(m, one.by)) " · " (frame.clock().both(one.found_at))
        }
    }
}

fn waiting(frame: &Frame<'_>, stock: &Stock, one: &Discrepancy, due: Timestamp) -> Markup {
    let (m, clock) = (frame.messages(), frame.clock());
    html! {
        div.mismatch {
            (said(frame, stock, one))
            @if one.waits_for_notice() {
                p {
                    @if due <= frame.now { (level(Level::Acts, &t!(m, "stock-notice-was-due"))) " " (clock.both(due)) }
                    @else { (t!(m, "stock-notice-due")) " " (clock.both(due)) }
                }
            }
            (notices(frame, stock, one))
            @match &stock.answer {
                Some(typed) => (form(frame, stock, one, typed)),
                None => p.quiet { (t!(m, "stock-others-answer")) },
            }
        }
    }
}

fn notices(frame: &Frame<'_>, stock: &Stock, one: &Discrepancy) -> Markup {
    let (m, clock) = (frame.messages(), frame.clock());
    html! {
        @for noticed in &one.written.notices {
            p {
                @match &noticed.notice {
                    Notice::Told { whom, on, reference } => {
                        (t!(m, "stock-told-whom", whom = whom.as_str(), day = clock.day(*on)))
                        @if let Some(reference) = reference { " " (t!(m, "stock-told-reference", reference = reference.as_str())) }
                    }
                    Notice::NotTold { why } => (t!(m, "stock-not-told", why = why.as_str())),
                }
            }
            p.fine.quiet { (stock.names.of(m, noticed.by)) " · " (clock.both(noticed.at)) }
        }
    }
}

fn settled(frame: &Frame<'_>, stock: &Stock, one: &Discrepancy) -> Markup {
    let m = frame.messages();
    html! {
        (said(frame, stock, one))
        (notices(frame, stock, one))
        @if let Some(ended) = &one.written.ended {
            p { (ended.finding) }
            p.fine.quiet { (stock.names.of(m, ended.by)) " · " (frame.clock().both(ended.at)) }
        }
    }
}

/// What was done, and how it ended. Several may stand on the page, so each field's id carries the matter.
fn form(frame: &Frame<'_>, stock: &Stock, one: &Discrepancy, typed: &Typed) -> Markup {
    let m = frame.messages();
    let about = about_code(one.about);
    let here = typed.get("about") == about;
    let error = typed.error(m, "notice").filter(|_| here);
    let alone = stock.matters.iter().filter(|(other, _)| other.is_open()).count() == 1;
    let action = format!("{}/answer", Route::Stock.path());
    html! {
        details.no-print open[alone || here] {
            summary { (t!(m, "stock-told-summary")) }
            form.fields action=(action) method="post" {
                (csrf(frame))
                input type="hidden" name="command" value=(typed.command);
                input type="hidden" name="about" value=(about);
                @if here { (typed.error_atop(m, &["notice"])) }
                @if let Some(error) = &error { p.error { (error) } }
                (fields(m, &about, typed, here))
                div.go { (submit(Weight::Ordinary, &t!(m, "stock-keep-answer"))) }
            }
        }
        @if stock.correct.is_some() && matches!(one.about, About::Line { .. }) {
            p.small.quiet { (t!(m, "stock-or-correct")) }
        }
    }
}

fn fields(m: Messages, about: &str, typed: &Typed, here: bool) -> Markup {
    let said = |name: &str| if here { typed.get(name) } else { "" };
    let line = |name: &str, label: String, kind: &str| {
        let id = format!("{name}-{about}");
        html! {
            div.field {
                label for=(id) { (label) }
                input id=(id) name=(name) type=(kind) maxlength="200" autocomplete="off" value=(said(name));
            }
        }
    };
    let (why, ended) = (format!("why-{about}"), format!("ended-{about}"));
    html! {
        (line("whom", t!(m, "stock-told-to"), "text"))
        div.pair {
            (line("told_on", t!(m, "stock-told-on"), "date"))
            (line("reference", t!(m, "stock-reference"), "text"))
        }
        div.field {
            label for=(why) { (t!(m, "stock-why-not")) }
            textarea id=(why) name="why" rows="2" maxlength=(WORDS_CHARACTERS_MAX) { "\n" (said("why")) }
        }
        div.field {
            label for=(ended) { (t!(m, "stock-ended")) " " span.optional { (t!(m, "field-optional")) } }
            p.hint id={ (ended) "-hint" } { (t!(m, "stock-ended-hint")) }
            textarea id=(ended) name="ended" rows="2" maxlength=(WORDS_CHARACTERS_MAX)
                aria-describedby={ (ended) "-hint" } { "\n" (said("ended")) }
        }
    }
}
