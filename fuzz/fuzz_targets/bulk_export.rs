//! Whatever the files of a bulk export hold, each is told apart by person without a panic.
#![no_main]

use fhir::NamedFile;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let half = bytes.len() / 2;
    let files = [
        NamedFile { name: "one.ndjson", bytes: &bytes[..half] },
        NamedFile { name: "two.ndjson", bytes: &bytes[half..] },
    ];
    let Ok(people) = fhir::read_bulk(&files) else { return };
    for person in people {
        drop(person.import);
    }
});
