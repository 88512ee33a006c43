//! Writes a Bundle of so many megabytes, to measure reading with: a person with many visits.
//!
//! ```sh
//! cargo run --release -p fhir --example large_record -- 50 > large.json
//! ```

use std::io::{self, Write};

const MEGABYTE: usize = 1024 * 1024;

fn main() -> io::Result<()> {
    let megabytes: usize = std::env::args().nth(1).and_then(|written| written.parse().ok()).unwrap_or(50);
    let mut out = io::BufWriter::new(io::stdout().lock());
    let patient = r#"{"resourceType":"Patient","id":"synthetic","gender":"female","birthDate":"1980-01-01","name":[{"family":"Synthetic"}]}"#;
    let mut written = 0;
    writeln!(
        out,
        r#"{{"resourceType":"Bundle","type":"transaction","entry":[{{"fullUrl":"urn:uuid:synthetic","resource":{patient}}}"#
    )?;
    for visit in 0.. {
        if written >= megabytes * MEGABYTE {
            break;
        }
        for resource in [condition(visit), order(visit), pressure(visit), claim(visit), claim(visit + 1)] {
            let entry = format!(
                ",\n{{\"fullUrl\":\"urn:uuid:{visit}-{}\",\"resource\":{resource},\"request\":{{\"method\":\"POST\"}}}}",
                resource.len()
            );
            written += entry.len();
            out.write_all(entry.as_bytes())?;
        }
    }
    writeln!(out, "]}}")?;
    out.flush()
}

fn day(visit: usize) -> String {
    format!("{}-{:02}-{:02}T09:30:00+01:00", 1990 + visit % 36, 1 + visit % 12, 1 + visit % 28)
}

fn condition(visit: usize) -> String {
    let words =
        ["Viral sinusitis (disorder)", "Stress (finding)", "Sprain of ankle", "Essential hypertension"];
    format!(
        r#"{{"resourceType":"Condition","id":"condition-{visit}","meta":{{"profile":["http://hl7.org/fhir/us/core/StructureDefinition/us-core-condition-encounter-diagnosis"]}},"clinicalStatus":{{"coding":[{{"system":"http://terminology.hl7.org/CodeSystem/condition-clinical","code":"resolved"}}]}},"verificationStatus":{{"coding":[{{"system":"http://terminology.hl7.org/CodeSystem/condition-ver-status","code":"confirmed"}}]}},"code":{{"coding":[{{"system":"http://snomed.info/sct","code":"{}","display":"{}"}}],"text":"{}"}},"subject":{{"reference":"urn:uuid:synthetic"}},"encounter":{{"reference":"urn:uuid:encounter-{visit}"}},"onsetDateTime":"{}","recordedDate":"{}"}}"#,
        400_000 + visit,
        words[visit % 4],
        words[visit % 4],
        day(visit),
        day(visit)
    )
}

fn order(visit: usize) -> String {
    let words =
        ["Acetaminophen 325 MG Oral Tablet", "lisinopril 10 MG Oral Tablet", "sertraline 50 MG Oral Tablet"];
    format!(
        r#"{{"resourceType":"MedicationRequest","id":"order-{visit}","status":"stopped","intent":"order","medicationCodeableConcept":{{"coding":[{{"system":"http://www.nlm.nih.gov/research/umls/rxnorm","code":"{}","display":"{}"}}],"text":"{}"}},"subject":{{"reference":"urn:uuid:synthetic"}},"authoredOn":"{}","requester":{{"reference":"urn:uuid:practitioner","display":"Dr. Synthetic"}},"dosageInstruction":[{{"sequence":1,"asNeededBoolean":false,"timing":{{"repeat":{{"frequency":1,"period":1.0,"periodUnit":"d"}}}}}}]}}"#,
        300_000 + visit,
        words[visit % 3],
        words[visit % 3],
        day(visit)
    )
}

fn pressure(visit: usize) -> String {
    let part = |code: &str, name: &str, value: usize| {
        format!(
            r#"{{"code":{{"coding":[{{"system":"http://loinc.org","code":"{code}","display":"{name}"}}],"text":"{name}"}},"valueQuantity":{{"value":{value},"unit":"mm[Hg]","system":"http://unitsofmeasure.org","code":"mm[Hg]"}}}}"#
        )
    };
    format!(
        r#"{{"resourceType":"Observation","id":"pressure-{visit}","status":"final","category":[{{"coding":[{{"system":"http://terminology.hl7.org/CodeSystem/observation-category","code":"vital-signs"}}]}}],"code":{{"coding":[{{"system":"http://loinc.org","code":"85354-9","display":"Blood pressure panel"}}],"text":"Blood pressure panel"}},"subject":{{"reference":"urn:uuid:synthetic"}},"effectiveDateTime":"{}","issued":"{}","component":[{},{}]}}"#,
        day(visit),
        day(visit),
        part("8462-4", "Diastolic Blood Pressure", 60 + visit % 30),
        part("8480-6", "Systolic Blood Pressure", 100 + visit % 40)
    )
}

/// What no rule reads, as large as an insurer's papers are.
fn claim(visit: usize) -> String {
    let items: Vec<String> = (1..12)
        .map(|item| format!(r#"{{"sequence":{item},"productOrService":{{"coding":[{{"system":"http://snomed.info/sct","code":"185349003","display":"Encounter for check up (procedure)"}}]}},"net":{{"value":{},"currency":"USD"}}}}"#, 80 + item * visit % 900))
        .collect();
    format!(
        r#"{{"resourceType":"Claim","id":"claim-{visit}","status":"active","use":"claim","patient":{{"reference":"urn:uuid:synthetic"}},"created":"{}","item":[{}]}}"#,
        day(visit),
        items.join(",")
    )
}
