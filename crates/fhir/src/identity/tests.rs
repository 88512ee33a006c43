#![allow(clippy::unwrap_used, reason = "a test that fails says what broke")]

use super::*;
use serde_json::json;

#[test]
fn references_of_every_form_mean_the_same_resource() {
    for reference in
        ["1", "Patient/1", "urn:uuid:1", "https://a.example/fhir/Patient/1", "Patient/1/_history/3"]
    {
        assert_eq!(local_id(reference), Some("1"), "{reference}");
    }
    for unresolved in ["#1", "Patient?identifier=x|1", "Patient/", ""] {
        assert_eq!(local_id(unresolved), None, "{unresolved}");
    }
    assert_eq!(referenced_type("https://a.example/fhir/Group/1"), Some("Group"));
}

#[test]
fn a_resource_without_an_id_is_known_by_its_content_whatever_the_order() {
    let one = resource_id(None, &json!({"code": {"text": "x"}, "status": "active"}));
    let same =
        resource_id(None, &serde_json::from_str(r#"{"status":"active","code":{"text":"x"}}"#).unwrap());
    let other = resource_id(None, &json!({"code": {"text": "y"}, "status": "active"}));
    assert_eq!(one, same);
    assert_ne!(one, other);
    assert_ne!(
        resource_id(None, &json!({"a": ["b"], "c": []})),
        resource_id(None, &json!({"a": [], "c": ["b"]}))
    );
}

#[test]
fn the_same_id_on_two_servers_is_two_facts() {
    let id = |url: &str| fact_id(Some(url), "Condition", "1").0;
    assert_ne!(id("https://a.example/fhir/Condition/1"), id("https://b.example/fhir/Condition/1"));
    assert_eq!(id("urn:uuid:1"), "Condition/1");
}

#[test]
fn the_fingerprint_is_frozen() {
    // Facts already stored are named by it.
    assert_eq!(resource_id(None, &json!({"a": [1, "b", null]})), "content-df294dd5cf0891d0");
}
