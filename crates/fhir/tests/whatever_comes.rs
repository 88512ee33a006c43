//! Whatever a file holds, reading it ends in an import that adds up or in a named error.

#![allow(clippy::unwrap_used, reason = "a test that fails says what broke")]

use fhir::read;
use proptest::prelude::*;
use serde_json::{Map, Value, json};

/// Words that lead the reader deep into its branches.
const WORDS: [&str; 40] = [
    "resourceType",
    "Bundle",
    "entry",
    "resource",
    "fullUrl",
    "id",
    "Patient",
    "Condition",
    "MedicationRequest",
    "MedicationStatement",
    "Medication",
    "AllergyIntolerance",
    "Procedure",
    "Observation",
    "code",
    "coding",
    "text",
    "system",
    "display",
    "status",
    "clinicalStatus",
    "subject",
    "patient",
    "reference",
    "Patient/1",
    "urn:uuid:1",
    "#1",
    "medicationReference",
    "contained",
    "medicationCodeableConcept",
    "valueQuantity",
    "value",
    "component",
    "birthDate",
    "1970-02-30",
    "onsetAge",
    "onsetDateTime",
    "2020-01-01T00:00:00Z",
    "link",
    "meta",
];

fn word() -> impl Strategy<Value = String> {
    prop_oneof![8 => prop::sample::select(&WORDS[..]).prop_map(str::to_owned), 1 => ".{0,12}"]
}

fn anything() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        word().prop_map(Value::from),
    ];
    leaf.prop_recursive(5, 64, 8, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
            prop::collection::vec((word(), inner), 0..8)
                .prop_map(|fields| Value::Object(fields.into_iter().collect::<Map<_, _>>())),
        ]
    })
}

fn resource() -> impl Strategy<Value = Value> {
    (prop::sample::select(&WORDS[6..14]), anything()).prop_map(|(resource_type, body)| {
        let mut fields = body.as_object().cloned().unwrap_or_default();
        fields.insert("resourceType".into(), json!(resource_type));
        Value::Object(fields)
    })
}

fn adds_up(bytes: &[u8]) {
    if let Ok(import) = read(bytes, "x.json") {
        let ignored: usize = import.ignored.iter().map(|ignored| ignored.count).sum();
        assert_eq!(import.facts.len() + ignored + import.left_out.len(), import.resources);
        let stored = serde_json::to_string(&import).unwrap();
        assert_eq!(serde_json::from_str::<journey::health_history::Import>(&stored).unwrap(), import);
    }
}

proptest! {
    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        adds_up(&bytes);
    }

    #[test]
    fn any_json_is_read_or_refused(value in anything()) {
        adds_up(value.to_string().as_bytes());
    }

    #[test]
    fn any_bundle_adds_up(resources in prop::collection::vec(resource(), 0..6)) {
        let entry: Vec<Value> = resources.into_iter().map(|resource| json!({ "resource": resource })).collect();
        adds_up(json!({ "resourceType": "Bundle", "entry": entry }).to_string().as_bytes());
    }
}
