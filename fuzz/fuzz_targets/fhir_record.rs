//! Whatever a file holds, reading and screening it ends, and what is shown was read.
#![no_main]

use std::collections::BTreeSet;

use jiff::civil::date;
use journey::screening::screen;
use kapok::protocol_file::SHIPPED;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Ok(import) = fhir::read(bytes, "record.json") else { return };
    let screening = screen(&import.facts, &import.person, &SHIPPED, date(2026, 5, 14));
    let read: BTreeSet<_> = import.facts.iter().map(|fact| &fact.id).collect();
    let shown = screening.not_understood.iter().flat_map(|entry| &entry.facts);
    for fact in shown {
        assert!(read.contains(fact), "what is shown was read");
    }
});
