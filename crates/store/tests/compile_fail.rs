//! Nothing is opened without a grant, and no proof can be copied or made up.

#[test]
fn proofs_cannot_be_forged() {
    let cases = trybuild::TestCases::new();
    cases.pass("tests/compile_fail/reads_with_a_grant.rs");
    cases.compile_fail("tests/compile_fail/reads_without_a_grant.rs");
    cases.compile_fail("tests/compile_fail/keeps_a_grant.rs");
    cases.compile_fail("tests/compile_fail/forges_a_permit.rs");
}
