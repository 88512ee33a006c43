//! Whatever words a record uses of a condition, a medicine or an allergy, recognising them ends.
#![no_main]

use jiff::civil::date;
use journey::screening::{concepts_of, screen};
use kapok::protocol_file::SHIPPED;
use libfuzzer_sys::fuzz_target;
use serde_json::json;

fuzz_target!(|words: &str| {
    let told = json!({ "text": words });
    let bundle = json!({
        "resourceType": "Bundle",
        "type": "collection",
        "entry": [
            { "resource": { "resourceType": "Patient", "id": "p", "gender": "female" } },
            { "resource": { "resourceType": "Condition", "id": "c", "code": told, "subject": { "reference": "Patient/p" } } },
            { "resource": { "resourceType": "AllergyIntolerance", "id": "a", "code": told, "patient": { "reference": "Patient/p" } } },
            { "resource": { "resourceType": "MedicationStatement", "id": "m", "status": "active",
                "medicationCodeableConcept": told, "subject": { "reference": "Patient/p" } } },
            { "resource": { "resourceType": "FamilyMemberHistory", "id": "f", "status": "completed",
                "relationship": { "text": "mother" }, "condition": [{ "code": told }], "patient": { "reference": "Patient/p" } } },
        ],
    });
    let import = fhir::read(bundle.to_string().as_bytes(), "words.json").expect("the bundle is lawful");
    for fact in &import.facts {
        let once = concepts_of(fact);
        assert_eq!(once, concepts_of(fact), "the same words are read the same");
    }
    screen(&import.facts, &import.person, &SHIPPED, date(2026, 5, 14));
});
