#![allow(clippy::unwrap_used, reason = "a test that fails says what broke")]

use super::*;

fn file<'a>(name: &'a str, lines: &'a str) -> NamedFile<'a> {
    NamedFile { name, bytes: lines.as_bytes() }
}

const PATIENTS: &str = r#"{"resourceType":"Patient","id":"a","gender":"female","birthDate":"1980-01-01"}
{"resourceType":"Patient","id":"b"}
"#;

fn imports(people: Vec<OfPerson>) -> Vec<Import> {
    people.into_iter().map(|person| person.import).collect()
}

fn texts(import: &Import) -> Vec<&str> {
    import.facts.iter().map(|fact| fact.text.as_str()).collect()
}

#[test]
fn each_person_has_an_import_of_their_own() {
    let conditions = r#"{"resourceType":"Condition","id":"1","subject":{"reference":"Patient/b"},"code":{"text":"Asthma"}}
{"resourceType":"Condition","id":"2","subject":{"reference":"Patient/a"},"code":{"text":"Gout"}}
{"resourceType":"Condition","id":"3","subject":{"reference":"Patient/c"},"code":{"text":"Tinnitus"}}"#;
    let people = read_bulk(&[file("p.ndjson", PATIENTS), file("c.ndjson", conditions)]).unwrap();
    assert_eq!(people.iter().map(|person| person.id.as_str()).collect::<Vec<_>>(), ["a", "b", "c"]);
    let imports = imports(people);
    assert_eq!(imports.iter().map(texts).collect::<Vec<_>>(), [["Gout"], ["Asthma"], ["Tinnitus"]]);
    assert!(imports[0].person.birth_date.is_some());
    assert_eq!(imports[2].remarks, ["the file holds no Patient"]);
    assert_eq!(imports[0].document, "p.ndjson + c.ndjson");
}

#[test]
fn a_line_that_cannot_be_read_may_be_about_anybody() {
    let broken =
        "{\"resourceType\":\"Condition\",\"id\":\n{\"resourceType\":\"Practitioner\",\"id\":\"d\"}\n7\n";
    let imports = imports(read_bulk(&[file("p.ndjson", PATIENTS), file("c.ndjson", broken)]).unwrap());
    for import in imports {
        let left_out: Vec<&str> = import.left_out.iter().map(|left| left.resource.as_str()).collect();
        assert_eq!(left_out, ["c.ndjson line 1", "c.ndjson line 3"]);
        assert_eq!(import.resources, 3);
        assert_eq!(import.remarks, ["the export holds what is about no person: 1 Practitioner"]);
    }
}

#[test]
fn a_medicine_on_a_line_of_its_own_is_found() {
    let orders = r#"{"resourceType":"Medication","id":"m","code":{"text":"Sertraline"}}
{"resourceType":"MedicationRequest","id":"1","status":"active","intent":"order","subject":{"reference":"Patient/a"},"medicationReference":{"reference":"Medication/m"}}"#;
    let imports = imports(read_bulk(&[file("p.ndjson", PATIENTS), file("m.ndjson", orders)]).unwrap());
    assert_eq!(texts(&imports[0]), ["Sertraline"]);
    assert!(imports[0].left_out.is_empty() && imports[1].left_out.is_empty());
}

#[test]
fn a_file_that_is_no_export_is_named_by_its_place() {
    let told = read_bulk(&[file("p.ndjson", PATIENTS), file("x.ndjson", "hello\n")]);
    assert_eq!(told, Err((1, ReadError::NotFhir)));
    assert_eq!(read_bulk(&[file("x.ndjson", " ")]), Err((0, ReadError::Empty)));
}

#[test]
fn a_bulk_file_is_told_by_its_name_or_its_lines() {
    let one = crate::read(br#"{"resourceType":"Patient","id":"a"}"#, "a");
    assert!(is_bulk("Patient.000.NDJSON", &one) && !is_bulk("patient.json", &one));
    assert!(is_bulk("export", &crate::read(PATIENTS.as_bytes(), "export")));
}
