//! A proof cannot be made, copied or changed outside this crate.

use crate::rustc::Compiler;

#[test]
fn proofs_cannot_be_forged() {
    let lawful = "tests/permission/refused/a_permit_is_used.rs";
    let compiler = Compiler::that_compiles(lawful, &["permit", "journey"]);
    assert_eq!(compiler.refuses("tests/permission/refused"), 4);
}
