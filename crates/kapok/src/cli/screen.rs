//! `kapok screen`: reads FHIR R4 records and says what a screening finds in them.
//!
//! The JSON is a contract: fields may be added, never renamed.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use jiff::civil::Date;
use journey::health_history::{Ignored, Import, LeftOut, Person};
use journey::protocol::{Certainty, DEFAULT_TOML, Protocol};
use journey::screening::{
    Flag, FlagLevel, Implausible, MissingItem, NotUnderstood, Screening, UnderstoodFact, screen,
};
use serde::Serialize;

use super::{DONE, FINDING, UNREADABLE};

/// Under which figures the files are screened: nobody has signed them.
const PROTOCOL: &str = "shipped default, unsigned";
const NOT_A_CLEARANCE: &str = "A prescriber decides; this is not a clearance";

/// What is printed for one file.
#[derive(Serialize)]
struct Report {
    file: String,
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
/// A file that cannot be read does not keep the others from being screened.
pub fn run(files: &[PathBuf], as_of: Date, json: bool, out: &mut dyn Write, err: &mut dyn Write) -> u8 {
    let protocol: Protocol = toml::from_str(DEFAULT_TOML).expect("the shipped protocol is read by a test");
    let reports: Vec<Report> = files.iter().map(|file| report(file, &protocol, as_of)).collect();
    match print(&reports, json, out, err) {
        Ok(()) => exit_code(&reports),
        Err(_) => UNREADABLE,
    }
}

fn exit_code(reports: &[Report]) -> u8 {
    let blocks = |report: &Report| report.flags.iter().any(|flag| flag.level == FlagLevel::Block);
    if reports.iter().any(|report| report.error.is_some()) {
        UNREADABLE
    } else if reports.iter().any(blocks) {
        FINDING
    } else {
        DONE
    }
}

fn report(file: &Path, protocol: &Protocol, as_of: Date) -> Report {
    let name = file.display().to_string();
    match read(file, &name) {
        Ok(import) => {
            let screening = screen(&import.facts, &import.person, protocol, as_of);
            found(name, import, screening)
        }
        Err(error) => unreadable(name, as_of, error),
    }
}

fn read(file: &Path, name: &str) -> Result<Import, String> {
    let bytes = std::fs::read(file).map_err(|error| error.to_string())?;
    fhir::read(&bytes, name).map_err(|error| error.to_string())
}

fn found(file: String, import: Import, screening: Screening) -> Report {
    Report {
        file,
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

fn print(reports: &[Report], json: bool, out: &mut dyn Write, err: &mut dyn Write) -> io::Result<()> {
    for report in reports {
        if let Some(error) = &report.error {
            writeln!(err, "{}: {error}", report.file)?;
        }
    }
    if json {
        serde_json::to_writer_pretty(&mut *out, reports)?;
        return writeln!(out);
    }
    for report in reports.iter().filter(|report| report.error.is_none()) {
        print_for_people(report, out)?;
    }
    writeln!(out, "{NOT_A_CLEARANCE}")
}

fn print_for_people(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    writeln!(out, "{}", report.file)?;
    writeln!(out, "  as of {}, protocol: {}", report.as_of, report.protocol)?;
    if let Some(person) = &report.person {
        let age = person.age.map_or("age unknown".to_owned(), |age| format!("{age} years"));
        writeln!(out, "  {}, {age}", person.sex)?;
    }
    if report.flags.is_empty() {
        writeln!(out, "\n  No rule found anything.")?;
    }
    for flag in &report.flags {
        print_flag(flag, out)?;
    }
    list(out, "Missing from the work-up", &report.missing, |item| {
        format!("{}, needed by the {} ({})", item.item, item.needed_by, source(&item.source, item.certainty))
    })?;
    list(out, "Hardly possible as written", &report.implausible, |odd| format!("{}: {}", odd.text, odd.why))?;
    list(out, "Not understood; a person must read these", &report.not_understood, |group| {
        let times =
            if group.facts.len() > 1 { format!(" ({} times)", group.facts.len()) } else { String::new() };
        format!("{}, {}: {}{times}", group.kind.word(), group.status.word(), group.text)
    })?;
    list(out, "Left out", &report.left_out, |left| format!("{} {}", left.resource, left.why))?;
    list(out, "Of the file", &report.remarks, String::clone)?;
    let ignored = report.ignored.iter().map(|ignored| format!("{} {}", ignored.count, ignored.resource_type));
    writeln!(out, "\n  Holds no fact for any rule: {}\n", ignored.collect::<Vec<_>>().join(", "))
}

fn print_flag(flag: &Flag, out: &mut dyn Write) -> io::Result<()> {
    let level = format!("{:?}", flag.level).to_uppercase();
    let limit = flag.limit.as_ref().map(|limit| format!(", limit {limit}")).unwrap_or_default();
    writeln!(out, "\n  {level}  {}{limit}", flag.rule)?;
    for because in &flag.because {
        let old = because.unconfirmed_since.as_ref();
        let old = old.map(|since| format!(" (not confirmed since {})", since.latest())).unwrap_or_default();
        writeln!(out, "    - {}{old}", because.text)?;
    }
    if let Some(resolves) = &flag.resolves {
        writeln!(out, "    {resolves}")?;
    }
    writeln!(out, "    {}", source(&flag.source, flag.certainty))
}

/// A source as it may be shown: what nobody has verified is never a citation.
fn source(source: &str, certainty: Certainty) -> &str {
    if certainty.needs_a_yes() { "default of this software, not verified" } else { source }
}

fn list<T>(out: &mut dyn Write, title: &str, items: &[T], words: impl Fn(&T) -> String) -> io::Result<()> {
    if items.is_empty() {
        return Ok(());
    }
    writeln!(out, "\n  {title}:")?;
    items.iter().try_for_each(|item| writeln!(out, "    - {}", words(item)))
}

#[cfg(test)]
mod tests;
