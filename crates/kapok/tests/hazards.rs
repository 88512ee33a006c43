//! The hazard log: every control that claims a test names one that stands in the source.

use std::collections::BTreeSet;
use std::path::{Component, Path};

#[path = "../examples/safety_case/log.rs"]
mod log;

use log::{Control, Hazard, Log, root};

/// The hazards that the log began with; one may be added, none may leave.
const SEED: [&str; 12] = ["H1", "H2", "H3", "H4", "H5", "H6", "H7", "H8", "H9", "H10", "H11", "H12"];

/// Lines above a function among which its `#[test]` stands.
const ATTRIBUTE_LINES: usize = 6;

fn read() -> Log {
    log::read().expect("the log is there, and reads")
}

/// Grave hazards against which nothing tested stands.
fn uncontrolled(log: &Log) -> Vec<&str> {
    let planned_only = |hazard: &&Hazard| hazard.control.iter().all(|control| control.tests.is_empty());
    log.hazard
        .iter()
        .filter(|hazard| hazard.is_grave())
        .filter(planned_only)
        .map(|hazard| hazard.id.as_str())
        .collect()
}

/// Everything in the log that claims what is not so, in words.
fn untrue(log: &Log) -> Vec<String> {
    let controls =
        log.hazard.iter().flat_map(|hazard| hazard.control.iter().map(move |control| (hazard, control)));
    let controls = controls.flat_map(|(hazard, control)| {
        untrue_of(control).into_iter().map(move |words| format!("{}: {}: {words}", hazard.id, control.what))
    });
    let hazards = log.hazard.iter().filter(|hazard| hazard.control.is_empty());
    hazards.map(|hazard| format!("{}: nothing stands against it", hazard.id)).chain(controls).collect()
}

fn untrue_of(control: &Control) -> Vec<String> {
    match (control.tests.as_slice(), control.planned.as_deref()) {
        ([], None) => vec!["neither tested nor planned".to_owned()],
        ([], Some(reason)) if reason.trim().is_empty() => vec!["planned without a reason".to_owned()],
        ([_, ..], Some(_)) => vec!["both tested and planned".to_owned()],
        (tests, _) => tests.iter().filter(|id| !stands(id)).map(|id| format!("no test {id}")).collect(),
    }
}

/// Whether a test id, `path: name`, names a test in the source tree.
fn stands(id: &str) -> bool {
    let Some((path, name)) = id.split_once(": ") else { return false };
    let path = Path::new(path);
    let inside = path.components().all(|component| matches!(component, Component::Normal(_)));
    let Some(text) = inside.then(|| std::fs::read_to_string(root().join(path)).ok()).flatten() else {
        return false;
    };
    match path.extension().and_then(|extension| extension.to_str()) {
        Some("rs") => is_rust_test(&text, name),
        Some("ts") => text.contains(&format!("test(\"{name}\"")),
        _ => false,
    }
}

fn is_rust_test(text: &str, name: &str) -> bool {
    let lines: Vec<&str> = text.lines().collect();
    let Some(at) = lines.iter().position(|line| line.contains(&format!("fn {name}("))) else {
        return false;
    };
    lines[at.saturating_sub(ATTRIBUTE_LINES)..at]
        .iter()
        .any(|line| line.contains("test]") || line.contains("test("))
}

fn claiming(tests: &[&str], planned: Option<&str>) -> Log {
    let control = Control {
        what: "made up".to_owned(),
        tests: tests.iter().map(|&test| test.to_owned()).collect(),
        planned: planned.map(str::to_owned),
    };
    let mut log = read();
    log.hazard.truncate(1);
    log.hazard[0].control = vec![control];
    log
}

#[test]
fn every_control_that_claims_a_test_has_one() {
    let log = read();
    let tests: usize =
        log.hazard.iter().flat_map(|hazard| &hazard.control).map(|control| control.tests.len()).sum();
    assert!(tests >= 5, "only {tests} tests are claimed");
    assert_eq!(untrue(&log), Vec::<String>::new());
}

#[test]
fn no_hazard_has_left_the_log() {
    let log = read();
    let ids: BTreeSet<&str> = log.hazard.iter().map(|hazard| hazard.id.as_str()).collect();
    assert_eq!(ids.len(), log.hazard.len(), "an id stands twice");
    assert!(SEED.iter().all(|id| ids.contains(id)), "{ids:?}");
    for Hazard { id, title, cause, harm, .. } in &log.hazard {
        assert!([title, cause, harm].iter().all(|words| !words.trim().is_empty()), "{id} is silent");
    }
}

#[test]
fn nothing_grave_rests_on_plans_alone() {
    assert_eq!(uncontrolled(&read()), Vec::<&str>::new());
    assert_eq!(uncontrolled(&claiming(&[], Some("the room is not built"))), ["H1"]);
}

#[test]
fn a_claim_that_is_not_so_is_noticed() {
    let here = "crates/kapok/tests/hazards.rs";
    let so = format!("{here}: a_claim_that_is_not_so_is_noticed");
    assert!(untrue(&claiming(&[&so], None)).is_empty());
    assert!(untrue(&claiming(&[], Some("the room is not built"))).is_empty());
    for name in ["no_such_test", "stands", ""] {
        let id = format!("{here}: {name}");
        assert_eq!(untrue(&claiming(&[&id], None)).len(), 1, "{id} went unnoticed");
    }
    for id in ["crates/none.rs: a_test", "../main.rs: a_test", "README.md: a_test", "a_test"] {
        assert_eq!(untrue(&claiming(&[id], None)).len(), 1, "{id} went unnoticed");
    }
    assert_eq!(untrue(&claiming(&[], None)).len(), 1);
    assert_eq!(untrue(&claiming(&[], Some(" "))).len(), 1);
    assert_eq!(untrue(&claiming(&[&so], Some("later"))).len(), 1);
}
