//! Nothing is opened without a grant, and no proof can be copied or made up.

#[path = "../../permit/tests/rustc/mod.rs"]
mod rustc;

#[test]
fn proofs_cannot_be_forged() {
    let lawful = "tests/compile_fail/reads_with_a_grant.rs";
    let compiler = rustc::Compiler::that_compiles(lawful, &["store", "permit", "jiff"]);
    assert_eq!(compiler.refuses("tests/compile_fail"), 3);
}
