//! Telling R4 from its neighbours. FHIR resources do not name their version, so signs must do.

use serde_json::Value;

use crate::document::ReadError;
use crate::resource_type;

/// Refuses a resource that is plainly of another version.
///
/// Reading it as R4 would lose what moved, such as the medicine of an R5 prescription.
pub(crate) fn check(resource_type: &str, resource: &Value) -> Result<(), ReadError> {
    match sign_of_other_version(resource_type, resource) {
        Some((version, sign)) => Err(ReadError::OtherVersion { version, sign }),
        None => Ok(()),
    }
}

fn sign_of_other_version(resource_type: &str, resource: &Value) -> Option<(&'static str, &'static str)> {
    let has = |name: &str| resource.get(name).is_some();
    let is_object = |name: &str| resource.get(name).is_some_and(Value::is_object);
    let is_text = |name: &str| resource.get(name).is_some_and(Value::is_string);
    let is_list = |name: &str| resource.get(name).is_some_and(Value::is_array);
    let older = "DSTU2 or STU3";
    let sign = match resource_type {
        _ if names_r5_profile(resource) => ("R5", "meta.profile names version 5"),
        _ if resource_type::is_only_in_r5(resource_type) => ("R5", "a resource type of R5"),
        "MedicationOrder" => ("DSTU2", "MedicationOrder"),
        "Condition" | "AllergyIntolerance" if is_text("clinicalStatus") => {
            (older, "clinicalStatus is plain text")
        }
        "AllergyIntolerance" if is_object("type") => ("R5", "AllergyIntolerance.type is a concept"),
        "Encounter" if is_list("class") => ("R5", "Encounter.class is a list"),
        "Procedure" if has("occurrenceDateTime") || has("occurrencePeriod") => ("R5", "Procedure.occurrence"),
        name if name.starts_with("Medication") && is_object("medication") => {
            ("R5", "medication is a CodeableReference")
        }
        _ => return None,
    };
    Some(sign)
}

fn names_r5_profile(resource: &Value) -> bool {
    let profiles = resource.pointer("/meta/profile").and_then(Value::as_array);
    profiles
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
        .any(|profile| profile.ends_with("|5.0.0") || profile.starts_with("http://hl7.org/fhir/5.0/"))
}

#[cfg(test)]
mod tests;
