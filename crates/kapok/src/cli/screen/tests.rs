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

/// Screens files of a folder of its own; yields the exit code, standard output and standard error.
fn screened_from(files: &[(&str, &[u8])]) -> (u8, Value, String) {
    static FOLDERS: std::sync::atomic::AtomicUsize = std::sync::atomic::AtomicUsize::new(0);
    let number = FOLDERS.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
    let folder = std::env::temp_dir().join(format!("kapok-screen-{}-{number}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let paths: Vec<PathBuf> = files.iter().map(|(name, _)| folder.join(name)).collect();
    for (path, (_, bytes)) in paths.iter().zip(files) {
        std::fs::write(path, bytes).unwrap();
    }
    let (mut out, mut err) = (vec![], vec![]);
    let code = run(&paths, "2026-11-22".parse().unwrap(), true, &mut out, &mut err);
    std::fs::remove_dir_all(&folder).unwrap();
    (code, serde_json::from_slice(&out).unwrap(), String::from_utf8(err).unwrap())
}

#[test]
fn a_bulk_export_is_answered_person_by_person() {
    let patients = br#"{"resourceType":"Patient","id":"a","gender":"male","birthDate":"1980-01-01"}
{"resourceType":"Patient","id":"b","gender":"female","birthDate":"2012-01-01"}"#;
    let orders = br#"{"resourceType":"MedicationRequest","id":"1","status":"active","intent":"order","authoredOn":"2026-11-01","subject":{"reference":"Patient/a"},"medicationCodeableConcept":{"text":"Oxycodone"}}
{"resourceType":"#;
    let (code, reports, _) =
        screened_from(&[("Patient.ndjson", patients), ("MedicationRequest.ndjson", orders)]);
    assert_eq!((code, reports.as_array().unwrap().len()), (FINDING, 2));
    assert_eq!((&reports[0]["patient"], &reports[1]["patient"]), (&"a".into(), &"b".into()));
    assert_eq!(reports[0]["facts"][0]["concept"], "opioid");
    assert_eq!(reports[1]["person"]["age"], 14);
    for report in reports.as_array().unwrap() {
        let left_out = report["left_out"][0]["resource"].as_str().unwrap();
        assert!(left_out.ends_with("MedicationRequest.ndjson line 2"), "a broken line may be about anybody");
    }
}

#[test]
fn a_broken_export_names_its_file_and_screens_nobody() {
    let r5 = br#"{"resourceType":"MedicationRequest","id":"1","medication":{"concept":{"text":"x"}}}"#;
    let (code, reports, err) =
        screened_from(&[("Patient.ndjson", br#"{"resourceType":"Patient","id":"a"}"#), ("m.ndjson", r5)]);
    assert_eq!(code, UNREADABLE);
    assert!(err.contains("m.ndjson: the file looks like FHIR R5"), "{err}");
    assert!(reports[0]["error"].as_str().unwrap().ends_with("no file of this export was screened"));
}

#[test]
fn a_wrong_file_is_told_by_what_it_is() {
    let wrong: [(&str, &[u8], &str); 6] = [
        ("scan.pdf", b"%PDF-1.7", "is a PDF"),
        ("record.json.gz", b"\x1F\x8B\x08\x00", "is compressed"),
        ("record.zip", b"PK\x03\x04", "is compressed"),
        ("letter.txt", b"Dear colleague", "is not JSON"),
        ("package.json", b"{\"name\":\"kapok\"}", "not FHIR"),
        ("wide.json", b"\xFF\xFE{\x00", "not text in UTF-8"),
    ];
    for (name, bytes, says) in wrong {
        let (code, reports, err) = screened_from(&[(name, bytes)]);
        assert_eq!(code, UNREADABLE, "{name}");
        assert!(err.contains(says) && reports[0]["error"].as_str().unwrap().contains(says), "{name}: {err}");
    }
}

#[test]
fn a_file_larger_than_is_read_is_not_opened() {
    let folder = std::env::temp_dir().join(format!("kapok-large-{}.json", std::process::id()));
    let file = std::fs::File::create(&folder).unwrap();
    file.set_len(200 * 1024 * 1024).unwrap();
    let (mut out, mut err) = (vec![], vec![]);
    let code = run(std::slice::from_ref(&folder), "2026-11-22".parse().unwrap(), true, &mut out, &mut err);
    std::fs::remove_file(&folder).unwrap();
    assert_eq!(code, UNREADABLE);
    assert!(String::from_utf8(err).unwrap().contains("larger than 64 MB"));
}

#[test]
fn an_empty_bundle_is_screened_and_lacks_everything() {
    let (code, reports, _) =
        screened_from(&[("empty.json", br#"{"resourceType":"Bundle","type":"collection"}"#)]);
    assert_eq!(code, FINDING, "nobody knows the age");
    assert_eq!(reports[0]["remarks"][0], "the file holds no Patient");
    assert!(!reports[0]["missing"].as_array().unwrap().is_empty());
}

#[test]
fn a_long_run_says_how_far_it_has_come() {
    let names = ["clean"; 100];
    let (_, out, err) = screened(&names, true);
    assert_eq!(serde_json::from_str::<Value>(&out).unwrap().as_array().unwrap().len(), 100);
    assert_eq!(err.lines().count(), PROGRESS_LINES);
    assert!(err.ends_with("screened 100 of 100 files\n"), "{err}");
    assert!(screened(&names[..20], true).2.is_empty(), "a short run is quiet");
}
