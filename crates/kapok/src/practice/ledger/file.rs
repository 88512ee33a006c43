//! The ledger as comma-separated values: the fields of 21 CFR 1304.22(c), as matching state rules
//! print them (`clinical.md` 9 [M]). A pharmacist must check them before anyone relies on them.

use std::collections::BTreeMap;

use jiff::Timestamp;
use jiff::tz::TimeZone;
use journey::prescription::{Correction, Custody, Fate, Line, Supply};
use journey::stock::What;
use journey::{EventId, Practice, StaffId, Who};
use pages::practice::ledger::{COLUMNS, Ledger, OfPerson, OfStock, Row};
use pages::{Language, Messages};

use crate::failure::Failure;

/// Characters with which a spreadsheet begins a formula (OWASP, CSV injection).
const BEGINS_A_FORMULA: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// Writes every row; the first line names the columns.
///
/// # Errors
/// When the rows cannot be written, which memory alone could cause.
pub(super) fn written(ledger: &Ledger, practice: &Practice, language: Language) -> Result<Vec<u8>, Failure> {
    let m = Messages::of(language);
    let fault = |_| Failure::Fault(crate::log::fault("ledger"));
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(COLUMNS).map_err(fault)?;
    for row in &ledger.rows {
        let cells = cells(ledger, row, practice, m).map(|cell| harmless(&cell));
        writer.write_record(cells).map_err(fault)?;
    }
    writer.into_inner().map_err(|_| Failure::Fault(crate::log::fault("ledger")))
}

/// A cell that no spreadsheet takes for a formula.
fn harmless(cell: &str) -> String {
    if cell.starts_with(BEGINS_A_FORMULA) { format!("'{cell}") } else { cell.to_owned() }
}

/// The cells of one row, in the order of [`COLUMNS`].
fn cells(ledger: &Ledger, row: &Row, practice: &Practice, m: Messages) -> [String; COLUMNS.len()] {
    let named = match row {
        Row::Person(row) => of_person(ledger, row, practice, m),
        Row::Stock(row) => of_stock(ledger, row, practice, m),
    };
    COLUMNS.map(|column| named.get(column).cloned().unwrap_or_default())
}

/// What a row says in each column; one that is missing is empty.
type Cells = BTreeMap<&'static str, String>;

/// What both kinds of rows say alike.
struct Common<'a> {
    line: EventId,
    by: Who,
    recorded_at: Timestamp,
    lozenges: u32,
    written: u32,
    correction: Option<&'a Correction>,
    supply: Option<&'a Supply>,
    witnessed_by: Option<StaffId>,
    witness: Option<&'a String>,
    manner: Option<&'a String>,
}

impl Common<'_> {
    fn cells(&self, ledger: &Ledger, practice: &Practice, m: Messages) -> Cells {
        let zone = practice.time_zone();
        let name = |who: Who| ledger.names.of(m, who);
        let text = |text: Option<&String>| text.cloned().unwrap_or_default();
        let seen = self.witnessed_by.map(|staff| name(Who::Staff { staff }));
        let mut cells = Cells::from([
            ("line", self.line.to_string()),
            ("zone", practice.zone.clone()),
            ("recorded_at", instant(self.recorded_at, &zone)),
            ("lozenges", self.lozenges.to_string()),
            ("lozenges_as_written", self.written.to_string()),
            ("drug", "ketamine".to_owned()),
            ("dispensed_or_administered_by", name(self.by)),
            ("witness", seen.unwrap_or_else(|| text(self.witness))),
            ("manner", text(self.manner)),
        ]);
        if let Some(correction) = self.correction {
            cells.insert("correction_reason", correction.because.clone());
            cells.insert("corrected_at", instant(correction.at, &zone));
            cells.insert("corrected_by", name(correction.by));
        }
        if let Some(supply) = self.supply {
            let containers = supply.containers.filter(|containers| *containers > 0);
            cells.insert("supplier_name", supply.supplier.clone());
            cells.insert("supplier_address", text(supply.address.as_ref()));
            cells.insert("supplier_registration_number", text(supply.registration.as_ref()));
            cells
                .insert("containers_received", containers.map(|count| count.to_string()).unwrap_or_default());
            // Lozenges in one container, where as many came in each.
            let even = containers.filter(|count| self.lozenges.is_multiple_of(*count));
            let units = even.map(|count| (self.lozenges / count).to_string());
            cells.insert("units_per_container", units.unwrap_or_default());
        }
        cells
    }
}

fn of_person(ledger: &Ledger, row: &OfPerson, practice: &Practice, m: Messages) -> Cells {
    let (line, entry, zone) = (&row.line, &row.line.entry, practice.time_zone());
    let common = Common {
        line: line.id,
        by: line.by,
        recorded_at: line.recorded_at,
        lozenges: line.lozenges(),
        written: entry.lozenges,
        correction: line.correction.as_ref(),
        supply: entry.supply.as_ref(),
        witnessed_by: entry.witnessed_by,
        witness: entry.witness.as_ref(),
        manner: entry.manner.as_ref(),
    };
    let at = line.at.to_zoned(zone.clone());
    let date = entry.supply.as_ref().map_or_else(|| at.date(), |supply| supply.on);
    // A supply is known by its day alone.
    let time = if entry.supply.is_some() { String::new() } else { at.strftime("%H:%M:%S").to_string() };
    let prescription = &row.prescription;
    let mut cells = common.cells(ledger, practice, m);
    cells.extend([
        ("ledger", "person".to_owned()),
        ("date", date.to_string()),
        ("time", time),
        ("event", event(line).to_owned()),
        ("finished_form", "lozenge, sublingual".to_owned()),
        ("strength_mg", prescription.envelope.strength_mg.to_string()),
        ("dose_mg", line.dose.map(|(_, mg)| mg.to_string()).unwrap_or_default()),
        ("lot", entry.lot.clone().unwrap_or_default()),
        ("person_name", row.person.name.clone()),
        ("prescription_number", prescription.number.to_string()),
        ("prescription_signed_at", instant(prescription.signed_at, &zone)),
        ("prescriber", ledger.names.of(m, prescription.by)),
        ("custody", custody(prescription.envelope.custody).to_owned()),
        ("session", line.dose.map(|(session, _)| session.to_string()).unwrap_or_default()),
        ("client", row.person.client.clone()),
    ]);
    cells
}

fn of_stock(ledger: &Ledger, row: &OfStock, practice: &Practice, m: Messages) -> Cells {
    let (line, medicine) = (&row.line, &row.lot.medicine);
    let supply = match &line.what {
        What::Received(supply) => Some(supply),
        _ => None,
    };
    let common = Common {
        line: line.id,
        by: line.by,
        recorded_at: line.recorded_at,
        lozenges: line.lozenges(),
        written: line.written,
        correction: line.correction.as_ref(),
        supply,
        witnessed_by: line.witnessed_by,
        witness: line.witness.as_ref(),
        manner: line.manner.as_ref(),
    };
    let by_day = matches!(line.what, What::Received(_) | What::Inventory { .. });
    let at = line.at.to_zoned(practice.time_zone());
    let left = ledger.lots.iter().find(|(lot, _)| lot.number == row.lot.number);
    let left = left.and_then(|(_, count)| count.left).unwrap_or_default();
    let mut cells = common.cells(ledger, practice, m);
    cells.extend([
        ("ledger", "stock".to_owned()),
        ("date", line.day(practice).to_string()),
        ("time", if by_day { String::new() } else { at.strftime("%H:%M:%S").to_string() }),
        ("event", stock_event(&line.what).to_owned()),
        ("product", medicine.product.clone()),
        ("finished_form", medicine.form.clone()),
        ("strength_mg", medicine.strength_mg.to_string()),
        ("lot", medicine.lot.clone()),
        ("expires", medicine.expires.to_string()),
        ("lot_balance", left.to_string()),
        ("custody", "practice".to_owned()),
    ]);
    if let (Some(person), What::Dispensed { prescription, .. }) = (&row.person, &line.what) {
        cells.insert("person_name", person.name.clone());
        cells.insert("client", person.client.clone());
        cells.insert("prescription_number", prescription.to_string());
    }
    cells
}

fn event(line: &Line) -> &'static str {
    match (line.dose, line.entry.fate) {
        (Some(_), Fate::Taken) => "administered",
        (_, fate) => fate.code(),
    }
}

fn stock_event(what: &What) -> &'static str {
    match what {
        What::Received(_) => "received",
        What::Dispensed { .. } => "dispensed",
        What::Moved(fate) => fate.code(),
        What::Inventory { estimated: false, .. } => "inventory",
        What::Inventory { estimated: true, .. } => "inventory-estimated",
    }
}

fn custody(custody: Custody) -> &'static str {
    match custody {
        Custody::Client => "client",
        Custody::Practice => "practice",
    }
}

/// An instant with its offset, as ISO 8601 has it.
fn instant(at: Timestamp, zone: &TimeZone) -> String {
    at.to_zoned(zone.clone()).strftime("%Y-%m-%dT%H:%M:%S%:z").to_string()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    fn lines(change: impl Fn(&mut Row)) -> Vec<csv::StringRecord> {
        let samples = pages::practice::ledger::samples();
        let (_, mut ledger) = samples.into_iter().find(|(name, _)| *name == "usual").expect("a usual ledger");
        ledger.rows.iter_mut().for_each(change);
        let mut practice = Practice::default();
        practice.zone = "America/Los_Angeles".to_owned();
        let bytes = written(&ledger, &practice, Language::English).expect("written");
        let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(bytes.as_slice());
        reader.records().map(|row| row.expect("a lawful row")).collect()
    }

    fn arm_stock(row: &mut Row, formula: &str) {
        let Row::Stock(row) = row else { return };
        let formula = || formula.to_owned();
        (row.line.manner, row.line.witness) = (Some(formula()), Some(formula()));
        let medicine = &mut row.lot.medicine;
        (medicine.product, medicine.form, medicine.lot) = (formula(), formula(), formula());
    }

    fn column(name: &str) -> usize {
        COLUMNS.iter().position(|column| *column == name).expect("a column")
    }

    #[test]
    fn what_begins_a_formula_is_made_harmless_in_every_cell_that_people_write() {
        for formula in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"] {
            let rows = lines(|row| {
                let Row::Person(row) = row else { return arm_stock(row, formula) };
                row.person.name = formula.to_owned();
                row.line.entry.lot = Some(formula.to_owned());
                row.line.entry.manner = Some(formula.to_owned());
                row.line.entry.witness = Some(formula.to_owned());
                if let Some(supply) = &mut row.line.entry.supply {
                    supply.supplier = formula.to_owned();
                    supply.address = Some(formula.to_owned());
                    supply.registration = Some(formula.to_owned());
                }
            });
            assert_eq!(&rows[1][column("lot")], format!("'{formula}"));
            let cells = rows.iter().flat_map(|row| row.iter());
            let armed: Vec<&str> = cells.filter(|cell| cell.starts_with(BEGINS_A_FORMULA)).collect();
            assert!(armed.is_empty(), "{armed:?}");
        }
    }

    #[test]
    fn commas_quotes_and_line_breaks_stay_in_their_cell() {
        let said = "a, \"b\"\nc; ñ";
        let rows = lines(|row| {
            if let Row::Person(row) = row {
                row.line.entry.manner = Some(said.to_owned());
            }
        });
        assert!(rows.iter().all(|row| row.len() == COLUMNS.len()));
        assert_eq!(&rows[1][column("manner")], said);
    }

    #[test]
    fn instants_carry_their_zone_and_a_supply_its_day() {
        let rows = lines(|_| ());
        let dispensed = rows.iter().find(|row| &row[column("event")] == "dispensed").expect("a supply");
        assert_eq!((&dispensed[column("date")], &dispensed[column("time")]), ("2026-05-11", ""));
        assert_eq!(&dispensed[column("recorded_at")], "2026-05-12T09:40:00-07:00");
        assert_eq!(&dispensed[column("units_per_container")], "8");
        let found = rows.iter().find(|row| &row[column("event")] == "found").expect("a count");
        assert_eq!((&found[column("lozenges")], &found[column("lozenges_as_written")]), ("6", "5"));
        assert_eq!(&found[column("time")], "09:40:00");
    }

    #[test]
    fn every_column_is_filled_by_one_of_the_two_ledgers_and_nothing_is_said_beside_them() {
        let samples = pages::practice::ledger::samples();
        let (_, ledger) = samples.into_iter().find(|(name, _)| *name == "usual").expect("a usual ledger");
        let (practice, m) = (Practice::default(), Messages::of(Language::English));
        let said = |row: &Row| match row {
            Row::Person(row) => of_person(&ledger, row, &practice, m),
            Row::Stock(row) => of_stock(&ledger, row, &practice, m),
        };
        let said: BTreeSet<&str> = ledger.rows.iter().flat_map(|row| said(row).into_keys()).collect();
        let mut columns = BTreeSet::from(COLUMNS);
        columns.remove("person_address");
        assert_eq!(said, columns);
    }

    #[test]
    fn the_stocks_lines_carry_their_lots_balance_and_nobody_whom_the_reader_may_not_open() {
        let rows = lines(|_| ());
        let of_stock: Vec<_> = rows.iter().filter(|row| &row[0] == "stock").collect();
        let came = of_stock.iter().find(|row| &row[column("event")] == "received").expect("a supply");
        assert_eq!((&came[column("lot_balance")], &came[column("expires")]), ("53", "2026-12-31"));
        assert_eq!((&came[column("units_per_container")], &came[column("time")]), ("30", ""));
        let dispensed: Vec<_> = of_stock.iter().filter(|row| &row[column("event")] == "dispensed").collect();
        let named: Vec<_> = dispensed.iter().map(|row| &row[column("person_name")]).collect();
        assert_eq!(named, ["Maya Sample", ""], "the second is nobody's whose record is open here");
        assert!(dispensed[1][column("client")].is_empty());
        assert!(dispensed[1][column("prescription_number")].is_empty());
    }
}
