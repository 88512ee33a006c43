#![allow(clippy::unwrap_used, reason = "a test that fails says what broke")]

use serde_json::Value;

use super::*;

/// Screens records of `testdata/fhir`; yields the exit code, standard output and standard error.
fn screened(names: &[&str], json: bool) -> (u8, String, String) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../testdata/fhir");
    let files: Vec<PathBuf> = names.iter().map(|name| folder.join(format!("{name}.json"))).collect();
    let (mut out, mut err) = (vec![], vec![]);
    let code = run(&files, "2026-11-22".parse().unwrap(), json, &mut out, &mut err);
    (code, String::from_utf8(out).unwrap(), String::from_utf8(err).unwrap())
}

#[test]
fn the_exit_code_tells_a_finding_from_a_fault() {
    assert_eq!(screened(&["clean"], true).0, DONE);
    assert_eq!(screened(&["clean", "opioid-and-high-pressure"], true).0, FINDING);
    assert_eq!(screened(&["opioid-and-high-pressure", "truncated"], true).0, UNREADABLE);
    assert_eq!(screened(&["not-there"], false).0, UNREADABLE);
}

#[test]
fn the_json_keeps_its_shape() {
    let (_, out, _) = screened(&["opioid-and-high-pressure", "clean"], true);
    let reports: Value = serde_json::from_str(&out).unwrap();
    let holds = |value: &Value, names: &str| {
        for name in names.split(' ') {
            assert!(value.get(name).is_some(), "{name} is gone from {value}");
        }
    };
    let report = &reports[0];
    holds(report, "file as_of protocol person facts flags missing not_understood implausible error");
    holds(&report["person"], "sex age");
    holds(&report["facts"][0], "concept text code status date resource");
    let flag = "rule level clears_by concept because limit source qualifier resolves";
    report["flags"].as_array().unwrap().iter().for_each(|found| holds(found, flag));
    assert_eq!(report["flags"][0]["level"], "block");
    assert_eq!(report["error"], Value::Null);
    assert_eq!(reports.as_array().unwrap().len(), 2);
}

#[test]
fn a_file_that_cannot_be_read_is_in_both_outputs_beside_the_others() {
    let (_, out, err) = screened(&["two-people", "clean"], true);
    let reports: Value = serde_json::from_str(&out).unwrap();
    assert_eq!(reports[0]["error"], "the file is about 2 people; export one person at a time");
    assert_eq!(reports[1]["error"], Value::Null);
    assert!(err.contains("two-people.json: the file is about 2 people"));
}

#[test]
fn the_text_for_people_ends_by_saying_what_it_is_not() {
    for names in [&["clean"][..], &["opioid-and-high-pressure"], &["truncated"]] {
        let (_, out, _) = screened(names, false);
        assert!(out.ends_with("this is not a clearance\n"), "{out}");
    }
}

#[test]
fn what_nobody_has_verified_is_not_shown_as_a_citation() {
    let (_, out, _) = screened(&["opioid-and-high-pressure"], false);
    assert!(out.contains("default of this software, not verified"));
    assert!(out.contains("Acetaminophen 325 MG / oxyCODONE Hydrochloride 5 MG Oral Tablet"));
}
