//! Both languages say the same things, and the source asks for nothing else.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use super::{AREAS, Language, Messages};

type Variables = BTreeMap<String, BTreeSet<String>>;

/// Keys of a messages file, each with the variables its text uses.
fn keys(file: &str) -> Variables {
    let mut found = Variables::new();
    let mut current = String::new();
    for line in file.lines() {
        let opens_message = line.starts_with(|first: char| first.is_ascii_lowercase());
        if let Some((key, _)) = line.split_once(" =").filter(|_| opens_message) {
            current = key.to_owned();
            assert!(found.insert(current.clone(), BTreeSet::new()).is_none(), "{key} is given twice");
        }
        if line.starts_with('#') {
            continue;
        }
        for after in line.split('$').skip(1) {
            let name: String = after.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_').collect();
            found.get_mut(&current).expect("a variable stands in a message").insert(name);
        }
    }
    found
}

fn all(pick: impl Fn(&super::Area) -> &'static str) -> Variables {
    AREAS.iter().flat_map(|area| keys(pick(area))).collect()
}

/// Calls of `t!` in the source: each key with the variables handed to it.
fn asked_for() -> Vec<(String, BTreeSet<String>)> {
    let mut calls = Vec::new();
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    // Where `t!` is told of, it asks for nothing.
    let told = source.join("messages.rs");
    let mut folders = vec![source];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path != told && path.file_name().is_some_and(|name| name != "tests.rs") {
                calls.extend(calls_in(&fs::read_to_string(&path).unwrap()));
            }
        }
    }
    calls
}

fn calls_in(source: &str) -> Vec<(String, BTreeSet<String>)> {
    let mut calls = Vec::new();
    for (place, _) in source.match_indices("t!(") {
        // `format!(` ends in the same letters.
        if source[..place].ends_with(|before: char| before.is_ascii_alphanumeric() || before == '_') {
            continue;
        }
        let Some((_, rest)) = source[place..].split_once('"') else { continue };
        let Some((key, rest)) = rest.split_once('"') else { continue };
        calls.push((key.to_owned(), names_given(rest)));
    }
    calls
}

/// Names before a lone `=` at the call's own depth.
fn names_given(rest: &str) -> BTreeSet<String> {
    let (mut depth, mut word, mut names) = (0, String::new(), BTreeSet::new());
    let bytes: Vec<char> = rest.chars().collect();
    for (place, &c) in bytes.iter().enumerate() {
        match c {
            '(' | '{' | '[' => depth += 1,
            ')' if depth == 0 => break,
            ')' | '}' | ']' => depth -= 1,
            '=' if depth == 0 && bytes.get(place + 1) == Some(&' ') && bytes[place - 1] == ' ' => {
                names.insert(word.trim().to_owned());
            }
            ',' if depth == 0 => word.clear(),
            _ if depth == 0 => word.push(c),
            _ => {}
        }
    }
    names
}

#[test]
fn both_languages_have_the_same_keys_and_variables() {
    let (english, spanish) = (all(|area| area.english), all(|area| area.spanish));
    for (key, variables) in &english {
        assert_eq!(spanish.get(key), Some(variables), "{key} in Spanish");
    }
    for key in spanish.keys() {
        assert!(english.contains_key(key), "{key} is only in Spanish");
    }
}

#[test]
fn every_key_in_the_source_exists_and_gets_its_variables() {
    let english = all(|area| area.english);
    let calls = asked_for();
    assert!(calls.len() > 50, "only {} calls were found: the search is broken", calls.len());
    for (key, given) in calls {
        let wanted = english.get(&key).unwrap_or_else(|| panic!("no message {key}"));
        assert_eq!(&given, wanted, "variables of {key}");
    }
}

#[test]
fn no_message_is_left_over() {
    let asked: BTreeSet<String> = asked_for().into_iter().map(|(key, _)| key).collect();
    // Refusals are looked up by their code, figures by their place, what the rules find by its lasting
    // name, and columns by theirs; tests of their own hold them.
    let looked_up = |key: &str| {
        ["refusal-", "figure-", "concept-", "found-", "ask-", "work-up-", "ledger-column-"]
            .iter()
            .any(|start| key.starts_with(start))
    };
    for key in all(|area| area.english).keys().filter(|key| !looked_up(key)) {
        assert!(asked.contains(key), "nothing says {key}");
    }
}

#[test]
fn a_missing_key_or_variable_shows() {
    let m = Messages::of(Language::English);
    assert_eq!(m.text("no-such-key", &[]), "⟦no-such-key⟧");
    assert_eq!(m.text("time-today", &[]), "⟦time-today⟧");
}

#[test]
fn a_language_is_read_from_its_tag() {
    assert_eq!(Language::from_tag("es-MX"), Some(Language::Spanish));
    assert_eq!(Language::from_tag("EN"), Some(Language::English));
    assert_eq!(Language::from_tag("fr"), None);
}
