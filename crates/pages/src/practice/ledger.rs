//! The ledger of lozenges: the stock's lines and those of whom the reader walks with, to search, print
//! and take out.

mod samples;

use jiff::Timestamp;
use journey::prescription::{Correction, Count, Line, Prescription as Written, Supply};
use journey::stock::{Line as StockLine, Lot, What};
use journey::{EventId, StaffId};
use maud::{Markup, html};

use super::Named;
use super::medical::Names;
use super::prescription::counting::what;
use super::stock;
use crate::components::button::{Weight, submit};
use crate::components::empty::empty;
use crate::components::field::{Field, Kind};
use crate::frame::Frame;
use crate::layout::practice_page;
use crate::messages::Messages;
use crate::route::{Place, Route};
use crate::t;

pub use samples::samples;

/// Rows that the page shows; the file holds all.
pub const ROWS_MAX: usize = 200;

/// The ledger as it was asked for.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ledger {
    /// Who wrote and who saw.
    pub names: Names,
    /// Those whose lines the reader may open.
    pub people: Vec<Named>,
    /// What was asked for.
    pub asked: Asked,
    /// The lines that answer it, the newest first.
    pub rows: Vec<Row>,
    /// The stock's lots among them, without their lines, and what each comes to.
    pub lots: Vec<(Lot, Count)>,
}

/// What was asked for; empty where it does not matter.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    /// Whose lines: a client's id.
    pub client: String,
    /// From which day on.
    pub from: String,
    /// Until which day, that day included.
    pub until: String,
    /// A part of the lot.
    pub lot: String,
    /// Whether a day could not be read.
    pub unreadable: bool,
}

/// One line, with where it lies.
#[derive(Clone, Debug, PartialEq)]
pub enum Row {
    /// In a person's record.
    Person(Box<OfPerson>),
    /// In the practice's stock.
    Stock(Box<OfStock>),
}

/// A line of a person's record.
#[derive(Clone, Debug, PartialEq)]
pub struct OfPerson {
    /// Whose.
    pub person: Named,
    /// Under which prescription, without its lines.
    pub prescription: Written,
    /// The line.
    pub line: Line,
}

/// A line of the practice's stock.
#[derive(Clone, Debug, PartialEq)]
pub struct OfStock {
    /// Of which lot, without its lines.
    pub lot: Lot,
    /// The line. The pseudonym in it is never drawn.
    pub line: StockLine,
    /// To whom it was dispensed, where the reader may open their record.
    pub person: Option<Named>,
}

impl Row {
    /// The moment from which it counts, and the fact that it is: the order of the ledger.
    pub fn place(&self) -> (Timestamp, EventId) {
        match self {
            Row::Person(row) => (row.line.since(), row.line.id),
            Row::Stock(row) => (row.line.since, row.line.id),
        }
    }

    /// The lot printed on the lozenges.
    pub fn lot(&self) -> &str {
        match self {
            Row::Person(row) => row.line.entry.lot.as_deref().unwrap_or_default(),
            Row::Stock(row) => &row.lot.medicine.lot,
        }
    }
}

/// Draws the page.
pub fn page(frame: &Frame<'_>, ledger: &Ledger) -> Markup {
    let m = frame.messages();
    let main = html! {
        div.answer {
            h1 { (answer(m, ledger)) }
            p { (t!(m, "ledger-whose")) }
            p.way.no-print { a href=(Route::Stock.path()) { (t!(m, "ledger-to-stock")) } }
        }
        @if ledger.people.is_empty() && ledger.rows.is_empty() && ledger.asked == Asked::default() {
            (empty(&t!(m, "ledger-nobody"), html! { p { (t!(m, "ledger-nobody-says")) } }))
        } @else {
            (search(m, ledger))
            (table(frame, ledger))
            (balances(frame, ledger))
            (ways_out(m, ledger))
        }
    };
    practice_page(frame, &Route::Ledger, &t!(m, "ledger-title"), main)
}

fn answer(m: Messages, ledger: &Ledger) -> String {
    match ledger.rows.len() {
        0 if ledger.asked == Asked::default() => t!(m, "ledger-none"),
        0 => t!(m, "ledger-none-found"),
        count => t!(m, "ledger-count", count = count),
    }
}

fn search(m: Messages, ledger: &Ledger) -> Markup {
    let asked = &ledger.asked;
    let everybody = t!(m, "ledger-everybody");
    let people = ledger.people.iter().map(|one| (one.client.as_str(), one.name.as_str()));
    let people: Vec<(&str, &str)> = std::iter::once(("", everybody.as_str())).chain(people).collect();
    let unreadable = asked.unreadable.then(|| t!(m, "medical-unreadable"));
    html! {
        form.fields.ledger-search.no-print action=(Route::Ledger.path()) method="get" {
            @if !ledger.people.is_empty() {
                (Field::new("client", &t!(m, "ledger-person"), Kind::Choice(&people)).depends().value(&asked.client).draw(m))
            }
            (Field::new("from", &t!(m, "ledger-from"), Kind::Date).depends().value(&asked.from)
                .error(unreadable.as_deref()).draw(m))
            (Field::new("until", &t!(m, "ledger-until"), Kind::Date).depends().value(&asked.until).draw(m))
            (Field::new("lot", &t!(m, "ledger-lot"), Kind::Line).depends().value(&asked.lot).draw(m))
            div.go { (submit(Weight::Ordinary, &t!(m, "ledger-search"))) }
        }
    }
}

fn table(frame: &Frame<'_>, ledger: &Ledger) -> Markup {
    let m = frame.messages();
    html! {
        @if !ledger.rows.is_empty() {
            div.scroll role="region" aria-label=(t!(m, "ledger-title")) tabindex="0" {
                table.ledger {
                    thead {
                        tr {
                            th scope="col" { (t!(m, "ledger-when")) }
                            th scope="col" { (t!(m, "ledger-person")) }
                            th scope="col" { (t!(m, "ledger-what")) }
                            th.number scope="col" { (t!(m, "ledger-lozenges")) }
                            th scope="col" { (t!(m, "ledger-lot")) }
                            th scope="col" { (t!(m, "ledger-by")) }
                        }
                    }
                    tbody { @for row in ledger.rows.iter().take(ROWS_MAX) { (drawn(frame, ledger, row)) } }
                }
            }
            @if ledger.rows.len() > ROWS_MAX { p.quiet { (t!(m, "ledger-more", shown = ROWS_MAX)) } }
        }
    }
}

fn drawn(frame: &Frame<'_>, ledger: &Ledger, row: &Row) -> Markup {
    match row {
        Row::Person(row) => of_person(frame, ledger, row),
        Row::Stock(row) => of_stock(frame, ledger, row),
    }
}

fn of_person(frame: &Frame<'_>, ledger: &Ledger, row: &OfPerson) -> Markup {
    let (m, clock) = (frame.messages(), frame.clock());
    let (line, entry) = (&row.line, &row.line.entry);
    let seen = seen(m, ledger, entry.witnessed_by, entry.witness.as_ref());
    html! {
        tr {
            th scope="row" {
                @match &entry.supply {
                    Some(supply) => (clock.day(supply.on)),
                    None => (clock.date_and_hour(line.at)),
                }
            }
            td { a href=(Route::Of(row.person.client.clone(), Place::Prescription).path()) { (row.person.name) } }
            td {
                (what(m, line))
                small.quiet {
                    (t!(m, "ledger-strength", number = row.prescription.number.to_string(), mg = row.prescription.envelope.strength_mg))
                    @if let Some(supply) = &entry.supply { (supplied(supply)) }
                    @if let Some(manner) = &entry.manner { br; (manner) }
                    (corrected(m, entry.lozenges, line.correction.as_ref()))
                }
            }
            td.number { (line.lozenges()) }
            td { (entry.lot.as_deref().unwrap_or("–")) }
            td { (ledger.names.of(m, line.by)) (seen) }
        }
    }
}

fn of_stock(frame: &Frame<'_>, ledger: &Ledger, row: &OfStock) -> Markup {
    let (m, clock) = (frame.messages(), frame.clock());
    let (line, medicine) = (&row.line, &row.lot.medicine);
    let seen = seen(m, ledger, line.witnessed_by, line.witness.as_ref());
    html! {
        tr {
            th scope="row" {
                @match &line.what {
                    What::Received(supply) => (clock.day(supply.on)),
                    What::Inventory { on, .. } => (clock.day(*on)),
                    What::Dispensed { .. } | What::Moved(_) => (clock.date_and_hour(line.at)),
                }
            }
            td { (t!(m, "ledger-stock")) }
            td {
                (stock::what(m, line))
                @if line.client().is_some() {
                    " "
                    @match &row.person {
                        Some(person) => a href=(Route::Of(person.client.clone(), Place::Prescription).path()) { (person.name) },
                        None => (t!(m, "stock-a-person")),
                    }
                }
                small.quiet {
                    (medicine.product) ", " (t!(m, "ledger-mg", mg = medicine.strength_mg))
                    @if let What::Received(supply) = &line.what { (supplied(supply)) }
                    @if let Some(manner) = &line.manner { br; (manner) }
                    (corrected(m, line.written, line.correction.as_ref()))
                }
            }
            td.number { (line.lozenges()) }
            td { (medicine.lot) }
            td { (ledger.names.of(m, line.by)) (seen) }
        }
    }
}

/// From whom they came.
fn supplied(supply: &Supply) -> Markup {
    html! {
        br; (supply.supplier)
        @if let Some(address) = &supply.address { ", " (address) }
        @if let Some(registration) = &supply.registration { ", " (registration) }
    }
}

fn corrected(m: Messages, written: u32, correction: Option<&Correction>) -> Markup {
    html! {
        @if let Some(correction) = correction {
            br; (t!(m, "stock-line-was", lozenges = written, because = correction.because.as_str()))
        }
    }
}

/// Who else saw it.
fn seen(m: Messages, ledger: &Ledger, staff: Option<StaffId>, written: Option<&String>) -> Markup {
    let staff = staff.map(|staff| ledger.names.of(m, journey::Who::Staff { staff }));
    let seen = staff.or_else(|| written.cloned());
    html! { @if let Some(seen) = seen { small.quiet { (t!(m, "stock-witnessed", name = seen)) } } }
}

/// What each lot of the stock comes to.
fn balances(frame: &Frame<'_>, ledger: &Ledger) -> Markup {
    let m = frame.messages();
    html! {
        @if !ledger.lots.is_empty() {
            div.ledger-out {
                h2 { (t!(m, "ledger-balances")) }
                div.scroll role="region" aria-label=(t!(m, "ledger-balances")) tabindex="0" {
                    table.ledger {
                        thead {
                            tr {
                                th scope="col" { (t!(m, "ledger-lot")) }
                                th scope="col" { (t!(m, "stock-product")) }
                                th scope="col" { (t!(m, "stock-expiry")) }
                                th.number scope="col" { (t!(m, "ledger-came")) }
                                th.number scope="col" { (t!(m, "ledger-gone")) }
                                th.number scope="col" { (t!(m, "ledger-left")) }
                            }
                        }
                        tbody {
                            @for (lot, count) in &ledger.lots {
                                tr {
                                    th scope="row" { (lot.medicine.lot) }
                                    td { (lot.medicine.product) ", " (t!(m, "ledger-mg", mg = lot.medicine.strength_mg)) }
                                    td { (frame.clock().day(lot.medicine.expires)) }
                                    td.number { (count.came) }
                                    td.number { (count.gone) }
                                    td.number { (count.left.unwrap_or_default()) }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// The file, what its columns mean, and who must check them.
fn ways_out(m: Messages, ledger: &Ledger) -> Markup {
    html! {
        section.ledger-out aria-labelledby="out" {
            h2 id="out" { (t!(m, "ledger-out")) }
            p { (t!(m, "ledger-unchecked")) }
            form.no-print action={ (Route::Ledger.path()) "/file" } method="get" {
                @for (name, value) in [
                    ("client", &ledger.asked.client),
                    ("from", &ledger.asked.from),
                    ("until", &ledger.asked.until),
                    ("lot", &ledger.asked.lot),
                ] {
                    @if !value.is_empty() { input type="hidden" name=(name) value=(value); }
                }
                div.go { (submit(Weight::Ordinary, &t!(m, "ledger-download"))) }
            }
            p.way.no-print { a href={ (Route::Ledger.path()) "/fields" } { (t!(m, "ledger-fields")) } }
        }
    }
}

/// Columns of the file, in their order; the words of each lie under `ledger-column-…`.
pub const COLUMNS: [&str; 36] = [
    "ledger",
    "line",
    "date",
    "time",
    "zone",
    "recorded_at",
    "event",
    "lozenges",
    "lozenges_as_written",
    "correction_reason",
    "corrected_at",
    "corrected_by",
    "drug",
    "product",
    "finished_form",
    "strength_mg",
    "dose_mg",
    "lot",
    "expires",
    "lot_balance",
    "containers_received",
    "units_per_container",
    "supplier_name",
    "supplier_address",
    "supplier_registration_number",
    "person_name",
    "person_address",
    "prescription_number",
    "prescription_signed_at",
    "prescriber",
    "custody",
    "dispensed_or_administered_by",
    "witness",
    "manner",
    "session",
    "client",
];

/// What each column of the file means, as a text that goes along with it.
pub fn fields(m: Messages) -> String {
    let mut text = format!("{}\n\n{}\n\n", t!(m, "ledger-title"), t!(m, "ledger-unchecked"));
    for column in COLUMNS {
        let key = format!("ledger-column-{}", column.replace('_', "-"));
        text.push_str(&format!("{column}: {}\n", m.text(&key, &[])));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{COLUMNS, fields};
    use crate::messages::{Language, Messages};

    #[test]
    fn every_column_is_told_in_every_language_and_who_must_check_it() {
        for language in Language::ALL {
            let m = Messages::of(language);
            for column in COLUMNS {
                let key = format!("ledger-column-{}", column.replace('_', "-"));
                assert!(m.has(&key), "{key} in {}", language.tag());
            }
            assert!(fields(m).contains(&m.text("ledger-unchecked", &[])));
        }
    }
}
