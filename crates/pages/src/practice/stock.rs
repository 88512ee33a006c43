//! The practice's stock: what is there by lot, what does not match, when all of it is counted next.

mod forms;
mod matters;
mod samples;

use std::collections::BTreeMap;

use jiff::Timestamp;
use jiff::civil::Date;
use journey::ClientId;
use journey::stock::{About, Discrepancy, Fate, Hour, Inventory, Line, Lot, Stock as Kept, What};
use maud::{Markup, html};

use super::Named;
use super::medical::{Names, Typed};
use crate::components::empty::empty;
use crate::components::field::came_back;
use crate::components::level::{Level, level};
use crate::frame::Frame;
use crate::layout::practice_page;
use crate::messages::Messages;
use crate::route::{Place, Route};
use crate::t;

pub(super) use samples::sample;
pub use samples::samples;

/// The stock, and what the reader may do with it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Stock {
    /// Who wrote and who saw.
    pub names: Names,
    /// The practice's calendar day.
    pub today: Date,
    /// The stock as it stands. The pseudonyms in its lines are never drawn.
    pub kept: Kept,
    /// The names of those whose records the reader may open.
    pub people: BTreeMap<ClientId, Named>,
    /// The day by which all of it is counted, where that is known.
    pub inventory_due: Option<Date>,
    /// Largest container of which an open one may be estimated, where the protocol says.
    pub estimate_units_max: Option<i64>,
    /// Losses and counts that do not match, the newest first, with until when notice is due.
    pub matters: Vec<(Discrepancy, Timestamp)>,
    /// Who else works here and could see: id and name.
    pub colleagues: Vec<(String, String)>,
    /// The form of what came, for those who may write it.
    pub receive: Option<Typed>,
    /// The form of what happened to lozenges of a lot.
    pub moved: Option<Typed>,
    /// The form of a complete count.
    pub inventory: Option<Typed>,
    /// The form that puts a line right.
    pub correct: Option<Typed>,
    /// The forms of what was done about a matter; what was typed says which.
    pub answer: Option<Typed>,
}

impl Stock {
    /// Whether all of it should have been counted by now.
    fn is_to_be_counted(&self) -> bool {
        self.inventory_due.is_some_and(|due| due <= self.today)
    }
}

/// One matter as a form names it.
pub fn about_code(about: About) -> String {
    match about {
        About::Line { lot, line } => format!("{lot}-{line}"),
        About::Person { loss } => format!("person-{loss}"),
    }
}

/// Draws the page.
pub fn page(frame: &Frame<'_>, stock: &Stock) -> Markup {
    let m = frame.messages();
    let forms = [&stock.receive, &stock.moved, &stock.inventory, &stock.correct, &stock.answer];
    let problems = forms.into_iter().flatten().map(Typed::problems).sum();
    let writes = stock.receive.is_some() || stock.correct.is_some();
    let main = html! {
        (came_back(m, problems))
        div.answer {
            h1 { (answer(frame, stock)) }
            p { (t!(m, "stock-whose")) " " (next_count(frame, stock)) }
            p.way.no-print { a href=(Route::Ledger.path()) { (t!(m, "stock-to-ledger")) } }
        }
        div.columns.medical {
            div.findings {
                (matters::section(frame, stock))
                (lots(frame, stock))
                (inventories(frame, stock))
            }
            @if writes { div.deeds { (forms::all(frame, stock)) } }
        }
    };
    practice_page(frame, &Route::Stock, &t!(m, "stock-title"), main)
}

fn answer(frame: &Frame<'_>, stock: &Stock) -> String {
    let m = frame.messages();
    let open: Vec<_> = stock.matters.iter().filter(|(one, _)| one.is_open()).collect();
    let first_due = open.iter().filter(|(one, _)| one.waits_for_notice()).map(|(_, due)| *due).min();
    if first_due.is_some_and(|due| due <= frame.now) {
        return t!(m, "stock-answer-late", count = open.len());
    }
    if let Some(due) = first_due {
        return t!(m, "stock-answer-notice", count = open.len(), when = frame.clock().near(due));
    }
    if !open.is_empty() {
        return t!(m, "stock-answer-open", count = open.len());
    }
    if stock.is_to_be_counted() {
        return t!(m, "stock-answer-count");
    }
    let there: u32 = stock.kept.lots.iter().filter_map(|lot| lot.count().left).sum();
    let lots = stock.kept.lots.iter().filter(|lot| lot.count().left.is_some_and(|left| left > 0)).count();
    if stock.kept.lots.is_empty() {
        return t!(m, "stock-answer-empty");
    }
    t!(m, "stock-answer-there", lozenges = there, lots = lots)
}

fn next_count(frame: &Frame<'_>, stock: &Stock) -> Markup {
    let m = frame.messages();
    html! {
        @match stock.inventory_due {
            Some(due) if due <= stock.today => {
                (level(Level::Look, &t!(m, "stock-count-was-due", day = frame.clock().day(due))))
            }
            Some(due) => (t!(m, "stock-count-due", day = frame.clock().day(due))),
            None => {}
        }
    }
}

fn lots(frame: &Frame<'_>, stock: &Stock) -> Markup {
    let m = frame.messages();
    let left = |lot: &&Lot| lot.count().left.unwrap_or_default() > 0;
    let (there, gone): (Vec<&Lot>, Vec<&Lot>) = stock.kept.lots.iter().rev().partition(left);
    html! {
        @if stock.kept.lots.is_empty() {
            (empty(&t!(m, "stock-empty"), html! { p { (t!(m, "stock-empty-first")) } }))
        }
        @if !there.is_empty() {
            section aria-labelledby="lots" {
                h2 id="lots" { (t!(m, "stock-lots")) }
                ul.known { @for lot in &there { li { (lot_drawn(frame, stock, lot)) } } }
            }
        }
        @if !gone.is_empty() {
            section aria-labelledby="gone" {
                h2 id="gone" { (t!(m, "stock-lots-gone")) }
                ul.known { @for lot in &gone { li { (lot_drawn(frame, stock, lot)) } } }
            }
        }
    }
}

/// The name by which a lot is spoken of.
pub(super) fn lot_words(m: Messages, lot: &Lot) -> String {
    let medicine = &lot.medicine;
    t!(
        m,
        "stock-lot-words",
        product = medicine.product.as_str(),
        mg = medicine.strength_mg,
        lot = medicine.lot.as_str()
    )
}

fn lot_drawn(frame: &Frame<'_>, stock: &Stock, lot: &Lot) -> Markup {
    let (m, count) = (frame.messages(), lot.count());
    let expires = frame.clock().day(lot.medicine.expires);
    html! {
        div.known-head {
            h3 { (lot_words(m, lot)) }
            span.known-status { (t!(m, "stock-left", left = count.left.unwrap_or_default())) }
        }
        p.small.quiet {
            (lot.medicine.form) " · "
            @if lot.medicine.expires < stock.today { (level(Level::Look, &t!(m, "stock-expired", day = expires))) }
            @else { (t!(m, "stock-expires", day = expires)) }
            " · " (t!(m, "stock-came-gone", came = count.came, gone = count.gone))
        }
        details.ledger-lines {
            summary { (t!(m, "stock-lines", count = lot.lines.len())) }
            ul.lines { @for line in lot.lines.iter().rev() { li { (line_drawn(frame, stock, line)) } } }
        }
    }
}

fn line_drawn(frame: &Frame<'_>, stock: &Stock, line: &Line) -> Markup {
    let (m, clock) = (frame.messages(), frame.clock());
    let seen = line.witnessed_by.map(|staff| stock.names.of(m, journey::Who::Staff { staff }));
    let seen = seen.or_else(|| line.witness.clone());
    html! {
        p {
            strong.number { (line.lozenges()) } " " (what(m, line))
            @if line.client().is_some() { " " (whom(frame, stock, line.client())) }
            @if let Some(correction) = &line.correction {
                " " span.quiet { (t!(m, "stock-line-was", lozenges = line.written, because = correction.because.as_str())) }
            }
        }
        p.fine.quiet {
            @match &line.what {
                What::Received(supply) => (clock.day(supply.on)),
                What::Inventory { on, .. } => (clock.day(*on)),
                What::Dispensed { .. } | What::Moved(_) => (clock.date_and_hour(line.at)),
            }
            " · " (stock.names.of(m, line.by))
            @if let What::Received(supply) = &line.what {
                " · " (supply.supplier)
                @if let Some(address) = &supply.address { ", " (address) }
                @if let Some(registration) = &supply.registration { ", " (registration) }
                @if let Some(containers) = supply.containers { " · " (t!(m, "stock-in-containers", count = containers)) }
            }
            @if let Some(manner) = &line.manner { " · " (manner) }
            @if let Some(seen) = seen { " · " (t!(m, "stock-witnessed", name = seen)) }
        }
    }
}

/// For whom: by name where the reader may open their record, else somebody.
fn whom(frame: &Frame<'_>, stock: &Stock, client: Option<ClientId>) -> Markup {
    let person = client.and_then(|client| stock.people.get(&client));
    html! {
        @match person {
            Some(person) => {
                a href=(Route::Of(person.client.clone(), Place::Prescription).path()) { (person.name) }
            }
            None => (t!(frame.messages(), "stock-a-person")),
        }
    }
}

/// What a line of the stock tells of, in a few words.
pub(super) fn what(m: Messages, line: &Line) -> String {
    match &line.what {
        What::Received(_) => t!(m, "stock-received"),
        What::Dispensed { .. } => t!(m, "stock-dispensed-to"),
        What::Moved(fate) => fate_words(m, *fate),
        What::Inventory { hour, estimated, .. } => {
            let hour = hour_words(m, *hour);
            if *estimated {
                t!(m, "stock-inventoried-estimated", hour = hour)
            } else {
                t!(m, "stock-inventoried", hour = hour)
            }
        }
    }
}

pub(super) fn fate_words(m: Messages, fate: Fate) -> String {
    match fate {
        Fate::Returned => t!(m, "stock-fate-returned"),
        Fate::Destroyed => t!(m, "stock-fate-destroyed"),
        Fate::Found => t!(m, "stock-fate-found"),
        Fate::Lost => t!(m, "stock-fate-lost"),
    }
}

fn hour_words(m: Messages, hour: Hour) -> String {
    match hour {
        Hour::Opening => t!(m, "stock-hour-opening"),
        Hour::Close => t!(m, "stock-hour-close"),
    }
}

/// Complete counts, the newest first.
fn inventories(frame: &Frame<'_>, stock: &Stock) -> Markup {
    let m = frame.messages();
    html! {
        @if !stock.kept.inventories.is_empty() {
            section aria-labelledby="inventories" {
                h2 id="inventories" { (t!(m, "stock-inventories")) }
                ul.lines { @for one in stock.kept.inventories.iter().rev() { li { (inventory(frame, stock, one)) } } }
            }
        }
    }
}

fn inventory(frame: &Frame<'_>, stock: &Stock, one: &Inventory) -> Markup {
    let m = frame.messages();
    let kept = &one.kept;
    let seen = kept.witnessed_by.map(|staff| stock.names.of(m, journey::Who::Staff { staff }));
    let seen = seen.or_else(|| kept.witness.clone()).unwrap_or_default();
    let lozenges: u32 = kept.counts.iter().map(|one| one.lozenges).sum();
    html! {
        p { (frame.clock().day(kept.on)) ", " (hour_words(m, kept.hour)) }
        p.fine.quiet {
            (t!(m, "stock-inventory-said", lozenges = lozenges, lots = kept.counts.len(),
                by = stock.names.of(m, one.by), with = seen))
        }
    }
}
