use super::*;
use serde_json::json;

fn check(resource_type: &str, resource: Value, expected: Option<&str>) {
    let version = sign_of_other_version(resource_type, &resource).map(|(version, _)| version);
    assert_eq!(version, expected, "{resource_type} {resource}");
}

#[test]
fn signs_of_r5_are_seen() {
    check("MedicationRequest", json!({"medication": {"concept": {}}}), Some("R5"));
    check("MedicationStatement", json!({"medication": {"reference": {}}}), Some("R5"));
    check("Procedure", json!({"occurrenceDateTime": "2024"}), Some("R5"));
    check("Encounter", json!({"class": [{}]}), Some("R5"));
    check("AllergyIntolerance", json!({"type": {"coding": []}}), Some("R5"));
    check("GenomicStudy", json!({}), Some("R5"));
    let profile = json!({"meta": {"profile": ["http://hl7.org/fhir/StructureDefinition/Patient|5.0.0"]}});
    check("Patient", profile, Some("R5"));
}

#[test]
fn signs_of_older_versions_are_seen() {
    check("Condition", json!({"clinicalStatus": "active"}), Some("DSTU2 or STU3"));
    check("MedicationOrder", json!({}), Some("DSTU2"));
}

#[test]
fn r4_shows_none() {
    check("MedicationRequest", json!({"medicationReference": {}}), None);
    check("Condition", json!({"clinicalStatus": {"coding": []}}), None);
    check("AllergyIntolerance", json!({"type": "allergy"}), None);
    check("Encounter", json!({"class": {"code": "AMB"}}), None);
}
