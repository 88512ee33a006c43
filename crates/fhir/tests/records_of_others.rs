//! Reads the records that others made, where they are at hand: nothing may get lost.

#![allow(clippy::unwrap_used, reason = "a test that fails says what broke")]

use std::path::{Path, PathBuf};

use fhir::read;
use journey::health_history::{Import, merge};

/// The files of a folder of `../shared/data/fhir`; says so and yields none when it is not there.
fn files(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/fhir").join(folder);
    let Ok(listed) = std::fs::read_dir(&folder) else {
        println!("left out: no records of others here");
        return vec![];
    };
    let mut files: Vec<PathBuf> = listed.filter_map(|file| Some(file.ok()?.path())).collect();
    files.retain(|file| file.extension().is_some_and(|extension| extension == "json"));
    files.sort();
    files
}

fn import(file: &Path) -> (Import, usize) {
    let bytes = std::fs::read(file).unwrap();
    let root: serde_json::Value = serde_json::from_slice(&bytes).unwrap();
    let entries = root["entry"].as_array().map_or(1, Vec::len);
    let document = file.file_name().unwrap().to_string_lossy();
    (read(&bytes, &document).unwrap_or_else(|error| panic!("{document}: {error}")), entries)
}

#[test]
fn every_resource_is_accounted_for_and_none_left_out() {
    for file in files("bundles").iter().chain(&files("hl7-examples")) {
        let (import, entries) = import(file);
        let ignored: usize = import.ignored.iter().map(|ignored| ignored.count).sum();
        assert_eq!(import.facts.len() + ignored + import.left_out.len(), entries, "{file:?}");
        assert_eq!(import.resources, entries);
        assert!(import.left_out.is_empty(), "{file:?}: {:?}", import.left_out);
    }
}

#[test]
fn a_record_read_twice_adds_nothing() {
    for file in files("bundles") {
        let (import, _) = import(&file);
        let again = merge(&import.facts, &read(&std::fs::read(&file).unwrap(), "again.json").unwrap());
        assert!(again.added.is_empty() && again.changed.is_empty(), "{file:?}");
        assert_eq!(again.unchanged.len(), import.facts.len());
    }
}

#[test]
fn bulk_export_files_are_told_apart() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../shared/data/fhir/ndjson");
    let Ok(bytes) = std::fs::read(folder.join("Condition.000.ndjson")) else {
        println!("left out: no records of others here");
        return;
    };
    assert_eq!(read(&bytes, "c.ndjson"), Err(fhir::ReadError::Ndjson));
}
