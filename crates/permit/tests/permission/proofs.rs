//! A proof cannot be made, copied or changed outside this crate.

#[test]
fn proofs_cannot_be_forged() {
    trybuild::TestCases::new().compile_fail("tests/permission/refused/*.rs");
}
