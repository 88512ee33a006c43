//! The ledger as comma-separated values: the fields of 21 CFR 1304.22(c), as matching state rules
//! print them (`clinical.md` 9 [M]). A pharmacist must check them before anyone relies on them.

use jiff::Timestamp;
use jiff::tz::TimeZone;
use journey::prescription::{Custody, Fate};
use journey::{Practice, Who};
use pages::practice::ledger::{COLUMNS, Ledger, Row};
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
    let (line, entry) = (&row.line, &row.line.entry);
    let (supply, correction) = (entry.supply.as_ref(), line.correction.as_ref());
    let zone = practice.time_zone();
    let name = |who: Who| ledger.names.of(m, who);
    let seen = entry.witnessed_by.map(|staff| name(Who::Staff { staff }));
    let text = |text: Option<&String>| text.cloned().unwrap_or_default();
    let at = line.at.to_zoned(zone.clone());
    let date = supply.map_or_else(|| at.date(), |supply| supply.on);
    [
        line.id.to_string(),
        date.to_string(),
        // A supply is known by its day alone.
        if supply.is_some() { String::new() } else { at.strftime("%H:%M:%S").to_string() },
        practice.zone.clone(),
        instant(line.recorded_at, &zone),
        event(row).to_owned(),
        line.lozenges().to_string(),
        entry.lozenges.to_string(),
        correction.map(|one| one.because.clone()).unwrap_or_default(),
        correction.map(|one| instant(one.at, &zone)).unwrap_or_default(),
        correction.map(|one| name(one.by)).unwrap_or_default(),
        "ketamine".to_owned(),
        "lozenge, sublingual".to_owned(),
        row.prescription.envelope.strength_mg.to_string(),
        line.dose.map(|(_, mg)| mg.to_string()).unwrap_or_default(),
        text(entry.lot.as_ref()),
        supply.and_then(|supply| supply.containers).map(|count| count.to_string()).unwrap_or_default(),
        units_per_container(row).map(|units| units.to_string()).unwrap_or_default(),
        supply.map(|supply| supply.supplier.clone()).unwrap_or_default(),
        text(supply.and_then(|supply| supply.address.as_ref())),
        text(supply.and_then(|supply| supply.registration.as_ref())),
        row.person.name.clone(),
        String::new(),
        row.prescription.number.to_string(),
        instant(row.prescription.signed_at, &zone),
        name(row.prescription.by),
        custody(row).to_owned(),
        name(line.by),
        seen.or_else(|| entry.witness.clone()).unwrap_or_default(),
        text(entry.manner.as_ref()),
        line.dose.map(|(session, _)| session.to_string()).unwrap_or_default(),
        row.person.client.clone(),
    ]
}

/// Lozenges in one container, where as many came in each.
fn units_per_container(row: &Row) -> Option<u32> {
    let containers = row.line.entry.supply.as_ref()?.containers.filter(|containers| *containers > 0)?;
    let lozenges = row.line.lozenges();
    lozenges.is_multiple_of(containers).then(|| lozenges / containers)
}

fn event(row: &Row) -> &'static str {
    match (row.line.dose, row.line.entry.fate) {
        (Some(_), Fate::Taken) => "administered",
        (_, fate) => fate.code(),
    }
}

fn custody(row: &Row) -> &'static str {
    match row.prescription.envelope.custody {
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

    fn column(name: &str) -> usize {
        COLUMNS.iter().position(|column| *column == name).expect("a column")
    }

    #[test]
    fn what_begins_a_formula_is_made_harmless_in_every_cell_that_people_write() {
        for formula in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"] {
            let rows = lines(|row| {
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
        let rows = lines(|row| row.line.entry.manner = Some(said.to_owned()));
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
}
