//! The records of both sets, each read and with its expectation.

use std::path::{Path, PathBuf};

use fhir::{NamedFile, read, read_bulk};
use journey::health_history::Import;
use journey::protocol::{DEFAULT_TOML, Protocol};
use journey::screening::{Screening, screen};

use crate::expectation::{Expectation, files, project};

/// Which set a record belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Set {
    /// Made by others, in `../shared/data`.
    OfOthers,
    /// Made by us, in `testdata/fhir/findings`.
    Own,
}

/// A record, screened.
pub(crate) struct Record {
    pub(crate) set: Set,
    pub(crate) name: String,
    pub(crate) expectation: Expectation,
    pub(crate) screening: Screening,
}

/// Screens every record that is at hand; those made by others are not always.
pub(crate) fn records() -> Result<Vec<Record>, String> {
    let protocol: Protocol = toml::from_str(DEFAULT_TOML).map_err(|fault| fault.to_string())?;
    let mut imports = own()?;
    imports.extend(of_others()?);
    let screened = imports.into_iter().map(|(set, expectation, import)| {
        let expectation_of = Expectation::read(&expectation)?;
        let screening = screen(&import.facts, &import.person, &protocol, expectation_of.as_of);
        Ok(Record { set, name: stem(&expectation), expectation: expectation_of, screening })
    });
    screened.collect()
}

type Read = (Set, PathBuf, Import);

fn own() -> Result<Vec<Read>, String> {
    let expectations = files(&project("testdata/fhir/findings"), ".expected.toml");
    let read = expectations.into_iter().map(|expectation| {
        let record = expectation.with_file_name(format!("{}.json", stem(&expectation)));
        Ok((Set::Own, expectation, import(&record)?))
    });
    read.collect()
}

fn of_others() -> Result<Vec<Read>, String> {
    let shared = project("../shared/data/fhir");
    let bundles = files(&project("testdata/expected"), ".toml").into_iter().filter_map(|expectation| {
        let record = shared.join("bundles").join(format!("{}.json", stem(&expectation)));
        record.exists().then(|| Ok((Set::OfOthers, expectation, import(&record)?)))
    });
    let mut read: Vec<Read> = bundles.collect::<Result<_, String>>()?;
    let exported = files(&shared.join("ndjson"), ".ndjson");
    let exported: Vec<(String, Vec<u8>)> =
        exported.iter().filter_map(|file| Some((stem(file), std::fs::read(file).ok()?))).collect();
    let named: Vec<NamedFile<'_>> = exported.iter().map(|(name, bytes)| NamedFile { name, bytes }).collect();
    let people =
        read_bulk(&named).map_err(|(place, error)| format!("file {place} of the export: {error}"))?;
    for person in people {
        let expectation = project("testdata/expected/ndjson").join(format!("{}.toml", person.id));
        read.push((Set::OfOthers, expectation, person.import));
    }
    Ok(read)
}

fn import(record: &Path) -> Result<Import, String> {
    let bytes = std::fs::read(record).map_err(|fault| format!("{}: {fault}", record.display()))?;
    read(&bytes, &stem(record)).map_err(|error| format!("{}: {error}", record.display()))
}

fn stem(file: &Path) -> String {
    let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let stem = name.trim_end_matches(".expected.toml").trim_end_matches(".toml");
    stem.trim_end_matches(".json").to_owned()
}
