#![allow(clippy::unwrap_used, reason = "a test that fails says what broke")]

use serde_json::json;

use super::*;

/// Scores answers; yields the exit code, standard output and standard error.
fn scored(id: &str, answers: &str, json: bool) -> (u8, String, String) {
    let (mut out, mut err) = (vec![], vec![]);
    let code = run(id, answers, json, &mut out, &mut err);
    (code, String::from_utf8(out).unwrap(), String::from_utf8(err).unwrap())
}

fn parsed(id: &str, answers: &str) -> Value {
    let (code, out, err) = scored(id, answers, true);
    assert_eq!((code, err.as_str()), (DONE, ""), "{id} {answers}");
    serde_json::from_str(&out).unwrap()
}

#[test]
fn the_json_keeps_its_shape() {
    let report = parsed("phq-9", "1,1,1,1,1,1,1,1,0,2");
    for name in ["scale", "score", "band", "complete", "subscales", "reason"] {
        assert!(report.get(name).is_some(), "{name} is gone from {report}");
    }
    let expected = json!({
        "scale": "phq-9", "score": 8, "band": "mild", "complete": true, "subscales": {}, "reason": null,
        "note": null,
    });
    assert_eq!(report, expected);
}

#[test]
fn a_scale_that_gives_no_score_says_why() {
    let report = parsed("phq-9", "1,,1,1,1,1,1,1,0");
    assert_eq!(
        (&report["score"], &report["band"], &report["complete"]),
        (&json!(null), &json!(null), &json!(false))
    );
    let reason = report["reason"].as_str().unwrap();
    assert!(reason.contains("8 of 9") && reason.ends_with("left out: 2"), "{reason}");
    assert!(parsed("rand-36-pain", ",")["reason"].as_str().unwrap().contains("left out: 21, 22"));
}

#[test]
fn each_scale_is_scored_by_its_printed_codes() {
    let score = |id, answers| parsed(id, answers)["score"].clone();
    assert_eq!(score("gad-7", "3,3,3,3,3,3,3"), json!(21));
    let extreme = ["4"; 20].join(",");
    assert_eq!(score("pcl-5", &extreme), json!(80));
    assert_eq!(score("peg", "5,6,6"), json!(17.0 / 3.0));
    assert_eq!(score("rand-36-energy", "1,2,5,6"), json!(90));
    assert_eq!(score("rand-36-pain", "4,3"), json!(45));
    assert_eq!(score("audit-c", "0,,"), json!(0));
    assert_eq!(score("asq", "0,0,0,0"), json!(0));
}

#[test]
fn parts_and_notes_go_with_the_score() {
    let trauma = parsed("pcl-5", "2,0,0,0,0,2,0,2,2,0,0,0,0,0,2,2,0,0,0,0");
    assert_eq!(trauma["subscales"], json!({"B": 2, "C": 2, "D": 4, "E": 4, "provisional": true}));
    let alcohol = parsed("audit-c", "4,0,0");
    let limits = json!({"positive_women": true, "positive_men": true, "all_from_item_1": true});
    assert_eq!(alcohol["subscales"], limits);
    assert!(alcohol["note"].as_str().unwrap().contains("first item"));
    let acute = parsed("asq", "1,0,0,0,1");
    assert_eq!((&acute["band"], &acute["complete"]), (&json!("acute"), &json!(true)));
    let refused = parsed("asq", "0,,0,0,0");
    assert_eq!((&refused["band"], &refused["score"]), (&json!("positive"), &json!(1)));
    assert!(refused["note"].as_str().unwrap().ends_with(": 2"));
}

#[test]
fn what_cannot_be_read_names_the_item_and_its_codes() {
    for (id, answers, says) in [
        ("phq-8", "1", "there are phq-9, gad-7"),
        ("phq-9", "1,4", "item 2 has no code \"4\"; its codes are 0, 1, 2, 3"),
        ("rand-36-pain", "0,1", "item 21 has no code \"0\"; its codes are 1, 2, 3, 4, 5, 6"),
        ("gad-7", "1,x,1", "item 2 has no code \"x\""),
        ("peg", "1,2,3,4", "4 answers, but peg has 3 items"),
    ] {
        let (code, out, err) = scored(id, answers, true);
        assert_eq!((code, out.as_str()), (UNREADABLE, ""), "{id}");
        assert!(err.contains(says), "{err}");
    }
}

#[test]
fn people_read_it_in_lines() {
    let (_, out, _) = scored("gad-7", "1,1,1,1,1,0,0", false);
    assert_eq!(out, "gad-7: 5\n  band: mild\n");
    let (_, out, _) = scored("peg", "5,,5", false);
    assert!(out.starts_with("peg: no score (2 of 3"), "{out}");
}
