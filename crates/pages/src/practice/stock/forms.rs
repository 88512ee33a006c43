//! What is written into the stock: what came, what happened to it, a complete count, a line put right.

use journey::stock::{Fate, Lot};
use maud::{Markup, html};

use super::{Stock, fate_words, lot_words, what};
use crate::components::button::{Weight, submit};
use crate::components::field::{Field, Kind};
use crate::frame::Frame;
use crate::layout::csrf;
use crate::messages::Messages;
use crate::practice::medical::Typed;
use crate::route::Route;
use crate::t;

/// Characters that a number takes.
const NUMBER_CHARACTERS_MAX: usize = 6;

/// Every form that the reader may fill in.
pub(super) fn all(frame: &Frame<'_>, stock: &Stock) -> Markup {
    let m = frame.messages();
    let some = !stock.kept.lots.is_empty();
    html! {
        section.sheet aria-labelledby="write" {
            h2 id="write" { (t!(m, "stock-write")) }
            @if let Some(typed) = stock.moved.as_ref().filter(|_| some) { (moved(frame, stock, typed)) }
            @if let Some(typed) = &stock.receive { (receive(frame, typed, !some)) }
            @if let Some(typed) = &stock.inventory { (inventory(frame, stock, typed)) }
            @if let Some(typed) = &stock.correct { (correction(frame, stock, typed)) }
        }
    }
}

fn action(of: &str) -> String {
    format!("{}/{of}", Route::Stock.path())
}

fn number(m: Messages, typed: &Typed, name: &'static str, label: &str) -> Markup {
    Field::new(name, label, Kind::Number)
        .value(typed.get(name))
        .characters_max(NUMBER_CHARACTERS_MAX)
        .error(typed.error(m, name).as_deref())
        .draw(m)
}

/// What came: what is printed on it, from whom, how many.
fn receive(frame: &Frame<'_>, typed: &Typed, first: bool) -> Markup {
    let m = frame.messages();
    let line = |name: &'static str, label: &str| {
        Field::new(name, label, Kind::Line)
            .value(typed.get(name))
            .error(typed.error(m, name).as_deref())
            .draw(m)
    };
    let optional = |name: &'static str, label: &str| {
        Field::new(name, label, Kind::Line).optional().value(typed.get(name)).draw(m)
    };
    let day = |name: &'static str, label: &str| {
        Field::new(name, label, Kind::Date)
            .value(typed.get(name))
            .error(typed.error(m, name).as_deref())
            .draw(m)
    };
    html! {
        details open[first || typed.came_back()] {
            summary { (t!(m, "stock-receive")) }
            form.fields action=(action("receipt")) method="post" {
                (csrf(frame))
                input type="hidden" name="command" value=(typed.command);
                (typed.error_atop(m, &["product", "supplier", "came_on", "expires", "received"]))
                (line("product", &t!(m, "stock-product")))
                div.pair {
                    (number(m, typed, "strength_mg", &t!(m, "prescription-strength")))
                    (line("form", &t!(m, "stock-form")))
                }
                div.pair {
                    (line("print", &t!(m, "stock-print")))
                    (day("expires", &t!(m, "stock-expiry")))
                }
                div.pair {
                    (number(m, typed, "received", &t!(m, "stock-received-count")))
                    (Field::new("containers", &t!(m, "stock-containers"), Kind::Number).optional()
                        .value(typed.get("containers")).characters_max(NUMBER_CHARACTERS_MAX).draw(m))
                }
                (day("came_on", &t!(m, "stock-came-on")))
                (line("supplier", &t!(m, "stock-supplier-only")))
                (optional("supplier_address", &t!(m, "stock-supplier-address")))
                (optional("registration", &t!(m, "stock-registration")))
                div.go { (submit(Weight::Ordinary, &t!(m, "stock-keep"))) }
            }
        }
    }
}

fn offered(m: Messages, lots: &[Lot]) -> Vec<(String, String)> {
    lots.iter().rev().map(|lot| (lot.number.to_string(), lot_words(m, lot))).collect()
}

/// What happened to lozenges of one lot.
fn moved(frame: &Frame<'_>, stock: &Stock, typed: &Typed) -> Markup {
    let m = frame.messages();
    let words = offered(m, &stock.kept.lots);
    let lots: Vec<(&str, &str)> =
        words.iter().map(|(number, words)| (number.as_str(), words.as_str())).collect();
    html! {
        details open[typed.came_back()] {
            summary { (t!(m, "stock-move")) }
            form.fields action=(action("line")) method="post" {
                (csrf(frame))
                input type="hidden" name="command" value=(typed.command);
                (typed.error_atop(m, &["witness", "manner", "moved"]))
                (Field::new("lot", &t!(m, "stock-lot-which"), Kind::Choice(&lots)).value(typed.get("lot")).draw(m))
                fieldset {
                    legend { (t!(m, "prescription-fate")) }
                    @for fate in Fate::ALL {
                        label.choice for={ "fate-" (fate.code()) } {
                            input id={ "fate-" (fate.code()) } type="radio" name="fate" value=(fate.code()) required
                                checked[typed.get("fate") == fate.code()];
                            (fate_words(m, fate))
                        }
                    }
                }
                (number(m, typed, "moved", &t!(m, "prescription-how-many")))
                (Field::new("manner", &t!(m, "stock-manner"), Kind::Line).depends().value(typed.get("manner"))
                    .hint(&t!(m, "stock-manner-of-stock")).error(typed.error(m, "manner").as_deref()).draw(m))
                (second_person(m, stock, typed, ["witness_staff", "witness"], &t!(m, "stock-witness-if")))
                div.go { (submit(Weight::Ordinary, &t!(m, "stock-keep"))) }
            }
        }
    }
}

/// A second person: somebody who works here, or whoever writes their initials.
fn second_person(m: Messages, stock: &Stock, typed: &Typed, names: [&'static str; 2], hint: &str) -> Markup {
    let nobody = t!(m, "stock-witness-written");
    let others = stock.colleagues.iter().map(|(staff, name)| (staff.as_str(), name.as_str()));
    let others: Vec<(&str, &str)> = std::iter::once(("", nobody.as_str())).chain(others).collect();
    let error = typed.error(m, "witness");
    html! {
        (Field::new(names[0], &t!(m, "prescription-witness"), Kind::Choice(&others)).depends()
            .value(typed.get(names[0])).hint(hint).error(error.as_deref()).draw(m))
        (Field::new(names[1], &t!(m, "stock-initials"), Kind::Line).depends().value(typed.get(names[1])).draw(m))
    }
}

/// A complete count: every lot of which there ought to be something.
fn inventory(frame: &Frame<'_>, stock: &Stock, typed: &Typed) -> Markup {
    let m = frame.messages();
    let error = typed.error(m, "counts");
    let hours = [("opening", t!(m, "stock-hour-opening")), ("close", t!(m, "stock-hour-close"))];
    let estimates = stock.estimate_units_max.filter(|most| *most > 0);
    html! {
        details open[typed.came_back()] {
            summary { (t!(m, "stock-take-inventory")) }
            form.fields action=(action("inventory")) method="post" {
                (csrf(frame))
                input type="hidden" name="command" value=(typed.command);
                (typed.error_atop(m, &["counts", "witness", "on"]))
                (Field::new("on", &t!(m, "stock-counted-on"), Kind::Date).value(typed.get("on"))
                    .error(typed.error(m, "on").as_deref()).draw(m))
                fieldset {
                    legend { (t!(m, "stock-counted-when")) }
                    @for (value, words) in &hours {
                        label.choice for={ "hour-" (value) } {
                            input id={ "hour-" (value) } type="radio" name="hour" value=(value) required
                                checked[typed.get("hour") == *value];
                            (words)
                        }
                    }
                }
                @if let Some(error) = &error { p.error { (error) } }
                @for lot in stock.kept.lots.iter().rev() { (counted(m, lot, typed, estimates.is_some())) }
                p.hint {
                    (t!(m, "stock-counts-hint"))
                    @if let Some(most) = estimates { " " (t!(m, "stock-estimate-hint", most = most)) }
                }
                (second_person(m, stock, typed, ["counter_staff", "counter"], &t!(m, "stock-witness-hint")))
                div.go { (submit(Weight::Ordinary, &t!(m, "stock-keep-inventory"))) }
            }
        }
    }
}

fn counted(m: Messages, lot: &Lot, typed: &Typed, estimates: bool) -> Markup {
    let (count, estimated) = (format!("count-{}", lot.number), format!("estimated-{}", lot.number));
    html! {
        (Field::new(&count, &lot_words(m, lot), Kind::Number).depends().value(typed.get(&count))
            .characters_max(NUMBER_CHARACTERS_MAX).draw(m))
        @if estimates {
            label.choice for=(estimated) {
                input id=(estimated) type="checkbox" name=(estimated) value="yes"
                    checked[typed.get(&estimated) == "yes"];
                (t!(m, "stock-estimated"))
            }
        }
    }
}

/// Puts a line right: it points at the line that was wrong, and both numbers stay.
fn correction(frame: &Frame<'_>, stock: &Stock, typed: &Typed) -> Markup {
    let m = frame.messages();
    let lines = stock.kept.lots.iter().flat_map(|lot| lot.lines.iter().map(move |line| (lot, line)));
    let by_hand = lines.filter(|(_, line)| line.dispensing().is_none());
    let mut words: Vec<_> = by_hand
        .map(|(lot, line)| {
            let when = frame.clock().short_date(line.at);
            let said = t!(m, "stock-line", when = when, what = what(m, line), lozenges = line.lozenges());
            let said = t!(m, "stock-line-of-lot", line = said, lot = lot.medicine.lot.as_str());
            (line.recorded_at, format!("{}-{}", lot.number, line.id), said)
        })
        .collect();
    words.sort_by_key(|(at, ..)| std::cmp::Reverse(*at));
    let offered: Vec<(&str, &str)> =
        words.iter().map(|(_, id, words)| (id.as_str(), words.as_str())).collect();
    html! {
        @if !offered.is_empty() {
            details open[typed.came_back()] {
                summary { (t!(m, "stock-correct-line")) }
                form.fields action=(action("correction")) method="post" {
                    (csrf(frame))
                    input type="hidden" name="command" value=(typed.command);
                    (typed.error_atop(m, &["reason", "lozenges-truly"]))
                    (Field::new("line", &t!(m, "stock-correct-which"), Kind::Choice(&offered))
                        .value(typed.get("line")).hint(&t!(m, "stock-correct-persons")).draw(m))
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
