//! `kapok verify`: proves that a folder's log is whole, or names the first bad entry.

use anyhow::Context;
use store::verify::{VerifyFault, verify};

use super::{DONE, FINDING, VerifyArguments};

pub(super) fn run(arguments: &VerifyArguments) -> anyhow::Result<u8> {
    let mut checkpoints = Vec::new();
    for file in &arguments.checkpoint {
        let text = std::fs::read_to_string(file).with_context(|| format!("reading {}", file.display()))?;
        checkpoints.extend(notes(&text));
    }
    match verify(&arguments.path, arguments.key.as_deref(), &checkpoints) {
        Ok(verified) => {
            println!("{verified}");
            Ok(DONE)
        }
        Err(VerifyFault::Unreadable(why)) => Err(anyhow::anyhow!(why)),
        Err(found) => {
            println!("{found}");
            Ok(FINDING)
        }
    }
}

/// A file of checkpoints holds signed notes one after the other, an empty line between them.
fn notes(text: &str) -> Vec<String> {
    text.split("\n\n\n").map(|note| format!("{}\n", note.trim_end())).filter(|note| note.len() > 1).collect()
}
