//! Whatever a protocol's file holds, it is read whole or refused with reasons; and what was read is
//! written and read again the same.
#![no_main]

use kapok::protocol_file::{SHIPPED, read};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    match read(text) {
        Ok(protocol) => {
            protocol.check();
            SHIPPED.compare(&protocol);
            assert_eq!(read(&protocol.to_toml()).as_ref(), Ok(&protocol), "written and read again");
        }
        Err(unread) => assert!(!unread.0.is_empty(), "a refusal says why"),
    }
});
