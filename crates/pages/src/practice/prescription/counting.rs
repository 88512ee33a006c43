//! The count of lozenges: its lines, what does not match, and the forms that write it.

use journey::EventId;
use journey::prescription::{Custody, Difference, Fate, Line, Prescription as Written, Reviewed};
use journey::stock::Medicine;
use maud::{Markup, html};

use super::{InStock, NUMBER_CHARACTERS_MAX, Prescription, choices, headline};
use crate::components::button::{Weight, submit};
use crate::components::field::{Field, Kind};
use crate::components::level::{Level, level};
use crate::frame::{Country, Frame};
use crate::layout::csrf;
use crate::messages::Messages;
use crate::practice::medical::{Typed, WORDS_CHARACTERS_MAX};
use crate::route::Place;
use crate::t;

/// Fields beside which a refusal of a count stands.
const COUNT_FIELDS: [&str; 6] = ["lozenges-counted", "stock_lot", "supplier", "came_on", "witness", "manner"];

/// Every line of one prescription, the newest first; what was put right stays readable.
pub(super) fn lines(frame: &Frame<'_>, context: &Prescription, one: &Written) -> Markup {
    let m = frame.messages();
    html! {
        @if !one.lines.is_empty() {
            details.ledger-lines {
                summary { (t!(m, "stock-lines", count = one.lines.len())) }
                ul.lines {
                    @for line in one.lines.iter().rev() { li { (drawn(frame, context, line)) } }
                }
            }
        }
    }
}

fn drawn(frame: &Frame<'_>, context: &Prescription, line: &Line) -> Markup {
    let (m, clock) = (frame.messages(), frame.clock());
    let entry = &line.entry;
    html! {
        p {
            strong.number { (line.lozenges()) } " " (what(m, line))
            @if let Some(correction) = &line.correction {
                " " span.quiet { (t!(m, "stock-line-was", lozenges = entry.lozenges, because = correction.because.as_str())) }
            }
        }
        p.fine.quiet {
            @match &entry.supply {
                Some(supply) => (clock.day(supply.on)),
                None => (clock.date_and_hour(line.at)),
            }
            " · " (context.names.of(m, line.by))
            @if let Some(supply) = &entry.supply { " · " (supply.supplier) }
            @if let Some(lot) = &entry.lot { " · " (t!(m, "stock-lot", lot = lot.as_str())) }
            @if let Some(manner) = &entry.manner { " · " (manner) }
            @if let Some(witness) = witness(m, context, line) { " · " (t!(m, "stock-witnessed", name = witness)) }
        }
    }
}

fn witness(m: Messages, context: &Prescription, line: &Line) -> Option<String> {
    let staff = line.entry.witnessed_by.map(|staff| context.names.of(m, journey::Who::Staff { staff }));
    staff.or_else(|| line.entry.witness.clone())
}

/// What a line says happened, in a few words.
pub(in crate::practice) fn what(m: Messages, line: &Line) -> String {
    match line.dose {
        Some((_, mg)) => t!(m, "stock-given", mg = mg),
        None => fate(m, line.entry.fate),
    }
}

/// What happened to lozenges that were counted.
pub(in crate::practice) fn fate(m: Messages, fate: Fate) -> String {
    match fate {
        Fate::Dispensed => t!(m, "stock-dispensed"),
        Fate::Brought => t!(m, "stock-brought"),
        Fate::Found => t!(m, "stock-found"),
        Fate::Taken => t!(m, "stock-taken"),
        Fate::Returned => t!(m, "stock-returned"),
        Fate::Wasted => t!(m, "stock-wasted"),
    }
}

/// What does not match, and what was found of it; what waits stands first.
pub(super) fn differences(frame: &Frame<'_>, context: &Prescription) -> Markup {
    let m = frame.messages();
    let open: Vec<(&Written, Difference)> = context
        .all
        .iter()
        .flat_map(|one| one.open_differences().into_iter().map(move |d| (one, d)))
        .collect();
    let ended: Vec<(&Written, &Reviewed)> =
        context.all.iter().flat_map(|one| one.reviews.values().map(move |review| (one, review))).collect();
    html! {
        @if !open.is_empty() {
            section aria-labelledby="mismatch" {
                h2 id="mismatch" { (level(Level::Acts, &t!(m, "stock-mismatch"))) }
                ul.known {
                    @for (one, difference) in &open { li { (waiting(frame, context, one, *difference)) } }
                }
            }
        }
        @if !ended.is_empty() {
            section aria-labelledby="reviewed" {
                h2 id="reviewed" { (t!(m, "stock-reviewed")) }
                ul.known {
                    @for (one, review) in &ended { li { (reviewed(frame, context, one, review)) } }
                }
            }
        }
    }
}

/// What was expected and what was there, in a sentence.
fn said(m: Messages, one: &Written, difference: Difference) -> String {
    let line = one.lines.iter().find(|line| line.id == difference.line);
    let (expected, counted) = (difference.expected, difference.counted);
    match line.map(|line| line.entry.fate) {
        Some(Fate::Taken | Fate::Returned | Fate::Wasted) => {
            t!(m, "stock-overdrawn", expected = expected, counted = counted)
        }
        _ => t!(m, "stock-expected", expected = expected, counted = counted),
    }
}

fn waiting(frame: &Frame<'_>, context: &Prescription, one: &Written, difference: Difference) -> Markup {
    let m = frame.messages();
    let at = one.lines.iter().find(|line| line.id == difference.line).map(|line| line.at);
    html! {
        div.mismatch {
            h3 { (said(m, one, difference)) }
            p.small.quiet { (headline(m, one)) @if let Some(at) = at { " · " (frame.clock().both(at)) } }
            p { (t!(m, "stock-what-to-do")) }
            @if one.envelope.custody == Custody::Practice { p { (loss(frame)) } }
            @match &context.review {
                Some(typed) => (review(frame, context, difference.line, typed)),
                None => p.quiet { (t!(m, "stock-prescriber-reviews")) },
            }
        }
    }
}

/// What the country asks of whoever misses practice stock; nobody licensed has checked it.
fn loss(frame: &Frame<'_>) -> String {
    let m = frame.messages();
    match frame.country {
        Country::UnitedStates => t!(m, "stock-loss-us"),
        Country::UnitedKingdom => t!(m, "stock-loss-gb"),
        Country::Spain => t!(m, "stock-loss-es"),
        Country::Elsewhere => t!(m, "stock-loss-elsewhere"),
    }
}

fn reviewed(frame: &Frame<'_>, context: &Prescription, one: &Written, review: &Reviewed) -> Markup {
    let m = frame.messages();
    html! {
        h3 { (said(m, one, review.difference)) }
        p { (review.finding) }
        @if review.lost { p.small { (t!(m, "stock-was-lost-yes")) } }
        @if let Some(told) = &review.told { p.small { (t!(m, "stock-told-as", whom = told.as_str())) } }
        p.fine.quiet { (context.names.of(m, review.by)) " · " (frame.clock().both(review.at)) }
    }
}

/// The form that closes the review of one difference. Several may stand on the page, so ids carry the line.
fn review(frame: &Frame<'_>, context: &Prescription, line: EventId, typed: &Typed) -> Markup {
    let m = frame.messages();
    let action = format!("{}/count/review", context.subject.at(Place::Prescription).path());
    let line = line.to_string();
    let here = typed.get("line") == line;
    let error = typed.error(m, "words").filter(|_| here);
    let (finding, lost) = (format!("finding-{line}"), format!("lost-{line}"));
    html! {
        form.fields.no-print action=(action) method="post" {
            (csrf(frame))
            input type="hidden" name="command" value=(typed.command);
            input type="hidden" name="line" value=(line);
            @if here { (typed.error_atop(m, &["words"])) }
            div.field.wrong[error.is_some()] {
                label for=(finding) { (t!(m, "stock-finding")) }
                @if let Some(error) = &error { p.error id={ (finding) "-error" } { (error) } }
                textarea id=(finding) name="finding" rows="3" required maxlength=(WORDS_CHARACTERS_MAX)
                    aria-invalid=[error.as_ref().map(|_| "true")]
                    aria-describedby=[error.as_ref().map(|_| format!("{finding}-error"))]
                { "\n" @if here { (typed.get("finding")) } }
            }
            fieldset {
                legend { (t!(m, "stock-was-lost")) }
                @for (value, words) in [("no", t!(m, "stock-was-lost-no")), ("yes", t!(m, "stock-was-lost-yes"))] {
                    label.choice for={ (lost) "-" (value) } {
                        input id={ (lost) "-" (value) } type="radio" name="lost" value=(value) required
                            checked[here && typed.get("lost") == value];
                        (words)
                    }
                }
            }
            div.go { (submit(Weight::Ordinary, &t!(m, "stock-close-review"))) }
        }
    }
}

/// Counting, and putting a count right: each for those who may.
pub(super) fn sheet(frame: &Frame<'_>, context: &Prescription) -> Markup {
    let m = frame.messages();
    html! {
        @if !context.all.is_empty() && (context.count.is_some() || context.correct.is_some()) {
            section.sheet aria-labelledby="count" {
                h2 id="count" { (t!(m, "prescription-count")) }
                @if let Some(typed) = &context.count { (form(frame, context, typed)) }
                @if let Some(typed) = &context.correct { (correction(frame, context, typed)) }
            }
        }
    }
}

/// The form of a count: what happened to how many, and what the ledger asks about it.
fn form(frame: &Frame<'_>, context: &Prescription, typed: &Typed) -> Markup {
    let m = frame.messages();
    let action = format!("{}/count", context.subject.at(Place::Prescription).path());
    let words: Vec<(String, String)> =
        context.all.iter().rev().map(|one| (one.number.to_string(), headline(m, one))).collect();
    let numbers: Vec<(&str, &str)> =
        words.iter().map(|(number, words)| (number.as_str(), words.as_str())).collect();
    let fates = Fate::ALL.map(|one| (one.code(), fate(m, one)));
    html! {
        form.fields action=(action) method="post" {
            (csrf(frame))
            input type="hidden" name="command" value=(typed.command);
            (typed.error_atop(m, &COUNT_FIELDS))
            (Field::new("number", &t!(m, "prescription-which"), Kind::Choice(&numbers))
                .value(typed.get("number")).draw(m))
            (choices("fate", &t!(m, "prescription-fate"), &fates, typed.get("fate")))
            (Field::new("lozenges-counted", &t!(m, "prescription-how-many"), Kind::Number)
                .value(typed.get("lozenges-counted")).characters_max(NUMBER_CHARACTERS_MAX)
                .error(typed.error(m, "lozenges-counted").as_deref()).draw(m))
            (Field::new("lot", &t!(m, "prescription-lot"), Kind::Line).optional()
                .value(typed.get("lot")).draw(m))
            (from_stock(frame, context, typed))
            (supplied(m, typed))
            (destroyed(m, context, typed))
            div.go { (submit(Weight::Ordinary, &t!(m, "prescription-keep-count"))) }
        }
    }
}

/// Out of which lot of the practice's stock they were dispensed; where it keeps them, always out of one.
fn from_stock(frame: &Frame<'_>, context: &Prescription, typed: &Typed) -> Markup {
    let m = frame.messages();
    let error = typed.error(m, "stock_lot");
    let kept_here = context.all.iter().any(|one| one.envelope.custody == Custody::Practice);
    let said = |lot: &InStock| {
        let Medicine { product, strength_mg, lot: print, expires, .. } = &lot.medicine;
        t!(
            m,
            "stock-lot-said",
            product = product.as_str(),
            mg = *strength_mg,
            lot = print.as_str(),
            expires = frame.clock().day(*expires),
            left = lot.left
        )
    };
    let words = context.lots.iter().map(|lot| (lot.number.to_string(), said(lot)));
    let none = ("".to_owned(), t!(m, "stock-lot-none"));
    let words: Vec<(String, String)> = std::iter::once(none).chain(words).collect();
    let offered: Vec<(&str, &str)> =
        words.iter().map(|(number, words)| (number.as_str(), words.as_str())).collect();
    html! {
        @if kept_here || !context.lots.is_empty() {
            details open[kept_here || error.is_some()] {
                summary { (t!(m, "stock-from-stock")) }
                (Field::new("stock_lot", &t!(m, "stock-which-lot"), Kind::Choice(&offered)).depends()
                    .value(typed.get("stock_lot")).hint(&t!(m, "stock-which-lot-hint"))
                    .error(error.as_deref()).draw(m))
                label.choice for="anyway" {
                    input id="anyway" type="checkbox" name="anyway" value="yes" checked[typed.get("anyway") == "yes"];
                    (t!(m, "stock-anyway"))
                }
            }
        }
    }
}

/// Where lozenges came from; asked where they were dispensed.
fn supplied(m: Messages, typed: &Typed) -> Markup {
    let errors = ["supplier", "came_on"].map(|name| typed.error(m, name));
    let line =
        |name, label: &str| Field::new(name, label, Kind::Line).optional().value(typed.get(name)).draw(m);
    html! {
        details open[errors.iter().any(Option::is_some) || !typed.get("supplier").is_empty()] {
            summary { (t!(m, "stock-supply")) }
            (Field::new("came_on", &t!(m, "stock-came-on"), Kind::Date).depends().value(typed.get("came_on"))
                .error(errors[1].as_deref()).draw(m))
            (Field::new("supplier", &t!(m, "stock-supplier"), Kind::Line).depends().value(typed.get("supplier"))
                .error(errors[0].as_deref()).draw(m))
            (line("supplier_address", &t!(m, "stock-supplier-address")))
            (line("registration", &t!(m, "stock-registration")))
            (Field::new("containers", &t!(m, "stock-containers"), Kind::Number).optional()
                .value(typed.get("containers")).characters_max(NUMBER_CHARACTERS_MAX).draw(m))
        }
    }
}

/// Who saw lozenges destroyed, and how; asked where they were.
fn destroyed(m: Messages, context: &Prescription, typed: &Typed) -> Markup {
    let errors = ["witness", "manner"].map(|name| typed.error(m, name));
    let nobody = t!(m, "stock-witness-written");
    let others = context.colleagues.iter().map(|(staff, name)| (staff.as_str(), name.as_str()));
    let others: Vec<(&str, &str)> = std::iter::once(("", nobody.as_str())).chain(others).collect();
    html! {
        details open[errors.iter().any(Option::is_some) || !typed.get("manner").is_empty()] {
            summary { (t!(m, "stock-destroyed")) }
            (Field::new("witness_staff", &t!(m, "prescription-witness"), Kind::Choice(&others)).depends()
                .value(typed.get("witness_staff")).hint(&t!(m, "stock-witness-hint"))
                .error(errors[0].as_deref()).draw(m))
            (Field::new("witness", &t!(m, "stock-initials"), Kind::Line).depends()
                .value(typed.get("witness")).draw(m))
            (Field::new("manner", &t!(m, "stock-manner"), Kind::Line).depends().value(typed.get("manner"))
                .hint(&t!(m, "stock-manner-hint")).error(errors[1].as_deref()).draw(m))
        }
    }
}

/// Puts a count right: it points at the line that was wrong, and both stay.
fn correction(frame: &Frame<'_>, context: &Prescription, typed: &Typed) -> Markup {
    let m = frame.messages();
    let by_hand = context.all.iter().flat_map(|one| &one.lines).filter(|line| line.dose.is_none());
    let words: Vec<(String, String)> = by_hand
        .map(|line| {
            let when = line
                .entry
                .supply
                .as_ref()
                .map_or_else(|| frame.clock().short_date(line.at), |supply| frame.clock().day(supply.on));
            let said = t!(m, "stock-line", when = when, what = what(m, line), lozenges = line.lozenges());
            (line.id.to_string(), said)
        })
        .collect();
    let offered: Vec<(&str, &str)> =
        words.iter().rev().map(|(id, words)| (id.as_str(), words.as_str())).collect();
    let action = format!("{}/count/correction", context.subject.at(Place::Prescription).path());
    html! {
        @if !offered.is_empty() {
            details open[typed.came_back()] {
                summary { (t!(m, "stock-correct")) }
                form.fields action=(action) method="post" {
                    (csrf(frame))
                    input type="hidden" name="command" value=(typed.command);
                    (typed.error_atop(m, &["reason", "lozenges-truly"]))
                    (Field::new("line", &t!(m, "stock-correct-which"), Kind::Choice(&offered))
                        .value(typed.get("line")).draw(m))
                    (Field::new("lozenges-truly", &t!(m, "stock-correct-truly"), Kind::Number)
                        .value(typed.get("lozenges-truly")).hint(&t!(m, "stock-correct-hint"))
                        .characters_max(NUMBER_CHARACTERS_MAX)
                        .error(typed.error(m, "lozenges-truly").as_deref()).draw(m))
                    (Field::new("reason", &t!(m, "stock-correct-why"), Kind::Line).value(typed.get("reason"))
                        .error(typed.error(m, "reason").as_deref()).draw(m))
                    div.go { (submit(Weight::Ordinary, &t!(m, "stock-correct-keep"))) }
                }
            }
        }
    }
}
