#![allow(clippy::unwrap_used, reason = "a test that fails says what broke")]

use super::*;

fn check(bytes: &[u8], expected: Result<(), &str>) {
    let told = parse(bytes).map(|_| ()).map_err(|error| error.to_string());
    assert_eq!(told, expected.map_err(str::to_owned));
}

#[test]
fn each_way_of_being_wrong_has_its_own_words() {
    check(b"", Err("the file is empty"));
    check(b" \n ", Err("the file is empty"));
    check(
        b"<Bundle xmlns='http://hl7.org/fhir'/>",
        Err("the file is XML; export the record as FHIR R4 JSON"),
    );
    check(b"PK\x03\x04....", Err("the file is compressed; unpack it first"));
    check(b"\x1F\x8B\x08....", Err("the file is compressed; unpack it first"));
    check(b"%PDF-1.7 ...", Err("the file is a PDF; export the record as FHIR R4 JSON"));
    check(b"\xFF\xFE{\0", Err("the file is not text in UTF-8; export the record as FHIR R4 JSON"));
    check(
        b"{\"resourceType\": \"caf\xE9\"}",
        Err("the file is not text in UTF-8; export the record as FHIR R4 JSON"),
    );
    check(b"hello", Err("the file is not JSON (line 1, column 1)"));
    check(b"[1, 2]", Err("the file is JSON but not FHIR: it names no resourceType"));
    check(b"{\"a\": 1}", Err("the file is JSON but not FHIR: it names no resourceType"));
    let cut = b"{\"resourceType\": \"Bundle\",\n \"entry\": [{\"resou";
    check(cut, Err("the file ends in the middle, in line 2; it was cut off, export it again"));
    let bulk = b"{\"resourceType\": \"Condition\"}\n\n{\"resourceType\": \"Condition\"}\n";
    check(bulk, Err("the file holds one resource a line (NDJSON); export the record as one Bundle"));
}

#[test]
fn a_byte_order_mark_is_no_obstacle() {
    check(b"\xEF\xBB\xBF{\"resourceType\": \"Bundle\"}\n", Ok(()));
}

#[test]
fn a_file_nested_without_end_is_refused() {
    let deep = "[".repeat(100_000);
    assert!(matches!(parse(deep.as_bytes()), Err(ReadError::Truncated { .. })));
    let closed = format!("{deep}{}", "]".repeat(100_000));
    assert!(matches!(parse(closed.as_bytes()), Err(ReadError::NotFhir)));
    let inside = format!(r#"{{"resourceType":"Bundle","entry":[{{"resource":{closed}}}]}}"#);
    let import = crate::read(inside.as_bytes(), "deep.json").unwrap();
    assert_eq!(import.left_out.len(), 1, "the resource alone is left out");
}
