//! What a screening must find, held to its form.

#![allow(clippy::unwrap_used, reason = "a test that fails says what broke")]

#[path = "../examples/screened_records/expectation.rs"]
mod expectation;

use std::collections::BTreeSet;
use std::path::PathBuf;

use expectation::{Expectation, alternatives, files, project};

fn expectations() -> Vec<(PathBuf, Expectation)> {
    let folders = ["testdata/expected", "testdata/expected/ndjson"];
    let of_others = folders.iter().flat_map(|folder| files(&project(folder), ".toml"));
    let own = files(&project("testdata/fhir/findings"), ".expected.toml");
    of_others
        .chain(own)
        .map(|file| {
            let expectation = Expectation::read(&file).unwrap_or_else(|fault| panic!("{fault}"));
            (file, expectation)
        })
        .collect()
}

/// Every concept that an expectation names, alternatives apart.
fn concepts(expectation: &Expectation) -> impl Iterator<Item = &str> {
    let facts = [&expectation.active, &expectation.past, &expectation.any].into_iter().flat_map(|f| f.keys());
    let flags = expectation.blockers.iter().chain(&expectation.blockers_may).chain(&expectation.warnings);
    let others = expectation.may.iter().chain(&expectation.known_missing);
    let others = others.map(|written| written.split(':').next().unwrap_or_default());
    facts.chain(flags).map(String::as_str).chain(others).flat_map(alternatives)
}

fn known_concepts() -> BTreeSet<String> {
    let text = std::fs::read_to_string(project("testdata/expected/concepts.txt")).unwrap();
    let lines = text.lines().filter(|line| !line.starts_with('#'));
    lines.flat_map(str::split_whitespace).map(str::to_owned).collect()
}

#[test]
fn every_expectation_has_the_form_and_names_known_concepts() {
    let known = known_concepts();
    let expectations = expectations();
    assert!(expectations.len() >= 60, "{} expectations", expectations.len());
    for (file, expectation) in expectations {
        assert!(!expectation.why.is_empty(), "{file:?}");
        assert_eq!(expectation.as_of.year(), 2026, "{file:?}: ages hang on it");
        let words = [&expectation.missing, &expectation.listed, &expectation.implausible];
        assert!(words.into_iter().flatten().all(|part| part.len() > 1), "{file:?}");
        for concept in concepts(&expectation) {
            assert!(known.contains(concept), "{file:?}: {concept}");
        }
        for words in
            [&expectation.active, &expectation.past, &expectation.any].into_iter().flat_map(|f| f.values())
        {
            assert!(!words.is_empty(), "{file:?}: a concept without the words of a fact");
        }
    }
}

#[test]
fn every_record_of_our_own_has_its_expectation_and_the_other_way_round() {
    let folder = project("testdata/fhir/findings");
    let stems = |ending: &str| -> BTreeSet<String> {
        let names = files(&folder, ending).into_iter().map(|file| file.to_string_lossy().into_owned());
        names.map(|name| name.trim_end_matches(ending).to_owned()).collect()
    };
    assert_eq!(stems(".json"), stems(".expected.toml"));
}

#[test]
fn the_records_of_our_own_are_plainly_of_nobody() {
    for file in files(&project("testdata/fhir/findings"), ".json") {
        let text = std::fs::read_to_string(&file).unwrap();
        assert!(text.contains(r#""family": "Synthetic""#), "{file:?}");
    }
}
