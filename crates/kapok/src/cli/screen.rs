//! `kapok screen`: reads FHIR R4 records and says what a screening finds in them.
//!
//! The JSON is a contract: fields may be added, never renamed.

mod print;

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use fhir::NamedFile;
use jiff::civil::Date;
use journey::health_history::{Ignored, Import, LeftOut, Person};
use journey::protocol::{DEFAULT_TOML, Protocol};
use journey::screening::{
    Flag, FlagLevel, Implausible, MissingItem, NotUnderstood, Screening, UnderstoodFact, screen,
};
use serde::Serialize;

use self::print::Printer;
use super::{DONE, FINDING, UNREADABLE};

/// Under which figures the files are screened: nobody has signed them.
const PROTOCOL: &str = "shipped default, unsigned";
/// Of a run over more files than this, so many lines of progress are printed.
const PROGRESS_LINES: usize = 20;

/// What is printed for one file.
#[derive(Serialize)]
struct Report {
    file: String,
    /// Whom it is about, where the file is about many: the id of the Patient.
    #[serde(skip_serializing_if = "Option::is_none")]
    patient: Option<String>,
    as_of: Date,
    protocol: &'static str,
    person: Option<PersonReport>,
    facts: Vec<UnderstoodFact>,
    flags: Vec<Flag>,
    missing: Vec<MissingItem>,
    not_understood: Vec<NotUnderstood>,
    implausible: Vec<Implausible>,
    ignored: Vec<Ignored>,
    left_out: Vec<LeftOut>,
    remarks: Vec<String>,
    error: Option<String>,
}

#[derive(Serialize)]
struct PersonReport {
    sex: &'static str,
    /// Completed years; of an imprecise date of birth the lower.
    age: Option<i16>,
    /// The higher, where the date of birth is imprecise.
    #[serde(skip_serializing_if = "Option::is_none")]
    age_max: Option<i16>,
    deceased: bool,
}

/// Screens each file and prints what was found; returns the exit code.
///
/// A file that cannot be read does not keep the others from being screened. Files of a bulk
/// export (NDJSON) are read together, and answered person by person after the others.
pub fn run(files: &[PathBuf], as_of: Date, json: bool, out: &mut dyn Write, err: &mut dyn Write) -> u8 {
    let protocol: Protocol = toml::from_str(DEFAULT_TOML).expect("the shipped protocol is read by a test");
    let mut run = Run { protocol, as_of, worst: DONE, printer: Printer::new(json, out, err) };
    match run.files(files) {
        Ok(()) => run.worst,
        Err(_) => UNREADABLE,
    }
}

/// Screening a number of files.
struct Run<'a> {
    protocol: Protocol,
    as_of: Date,
    worst: u8,
    printer: Printer<'a>,
}

impl Run<'_> {
    fn files(&mut self, files: &[PathBuf]) -> io::Result<()> {
        let mut bulk: Vec<(String, Vec<u8>)> = vec![];
        for (index, file) in files.iter().enumerate() {
            let name = file.display().to_string();
            match bytes(file) {
                Ok(bytes) => {
                    let read = fhir::read(&bytes, &name);
                    if fhir::is_bulk(&name, &read) {
                        bulk.push((name, bytes));
                    } else {
                        drop(bytes);
                        self.read(name, read.map_err(|error| error.to_string()))?;
                    }
                }
                Err(error) => self.report(&unreadable(name, self.as_of, error))?,
            }
            let (done, step) = (index + 1, files.len().div_ceil(PROGRESS_LINES));
            if files.len() > PROGRESS_LINES && done % step == 0 {
                self.printer.progress(done, files.len())?;
            }
        }
        self.bulk(&bulk)?;
        self.printer.end()
    }

    fn bulk(&mut self, files: &[(String, Vec<u8>)]) -> io::Result<()> {
        if files.is_empty() {
            return Ok(());
        }
        let named: Vec<NamedFile<'_>> = files.iter().map(|(name, bytes)| NamedFile { name, bytes }).collect();
        match fhir::read_bulk(&named) {
            Ok(people) => {
                let file = files.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>().join(" + ");
                for person in people {
                    let report = self.screened(file.clone(), Some(person.id), person.import);
                    self.report(&report)?;
                }
                Ok(())
            }
            Err((index, error)) => {
                let told = format!("{error}; no file of this export was screened");
                self.report(&unreadable(files[index].0.clone(), self.as_of, told))
            }
        }
    }

    fn read(&mut self, name: String, read: Result<Import, String>) -> io::Result<()> {
        let report = match read {
            Ok(import) => self.screened(name, None, import),
            Err(error) => unreadable(name, self.as_of, error),
        };
        self.report(&report)
    }

    fn screened(&self, file: String, patient: Option<String>, import: Import) -> Report {
        let screening = screen(&import.facts, &import.person, &self.protocol, self.as_of);
        found(file, patient, import, screening)
    }

    fn report(&mut self, report: &Report) -> io::Result<()> {
        let blocks = report.flags.iter().any(|flag| flag.level == FlagLevel::Block);
        self.worst = match (&report.error, blocks) {
            (Some(_), _) => UNREADABLE,
            (None, true) => self.worst.max(FINDING),
            (None, false) => self.worst,
        };
        self.printer.report(report)
    }
}

/// What a file holds; one that is larger than is read is not opened.
fn bytes(file: &Path) -> Result<Vec<u8>, String> {
    let length = std::fs::metadata(file).map_err(|error| error.to_string())?.len();
    if length > fhir::FILE_BYTES_MAX as u64 {
        return Err(fhir::ReadError::TooLarge.to_string());
    }
    std::fs::read(file).map_err(|error| error.to_string())
}

fn found(file: String, patient: Option<String>, import: Import, screening: Screening) -> Report {
    Report {
        file,
        patient,
        as_of: screening.as_of,
        protocol: PROTOCOL,
        person: Some(person(&import.person, screening.as_of)),
        facts: screening.facts,
        flags: screening.flags,
        missing: screening.missing,
        not_understood: screening.not_understood,
        implausible: screening.implausible,
        ignored: import.ignored,
        left_out: import.left_out,
        remarks: import.remarks,
        error: None,
    }
}

fn unreadable(file: String, as_of: Date, error: String) -> Report {
    Report {
        file,
        patient: None,
        as_of,
        protocol: PROTOCOL,
        person: None,
        facts: vec![],
        flags: vec![],
        missing: vec![],
        not_understood: vec![],
        implausible: vec![],
        ignored: vec![],
        left_out: vec![],
        remarks: vec![],
        error: Some(error),
    }
}

fn person(person: &Person, as_of: Date) -> PersonReport {
    let age = person.age_years_on(as_of);
    PersonReport {
        sex: person.sex.word(),
        age: age.map(|age| age.min),
        age_max: age.filter(|age| age.max != age.min).map(|age| age.max),
        deceased: person.deceased.is_some(),
    }
}

#[cfg(test)]
mod tests;
