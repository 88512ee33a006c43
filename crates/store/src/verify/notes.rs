//! Checkpoints: those in the folder, and those that people kept elsewhere.

use std::collections::BTreeMap;
use std::fs;

use rusqlite::Connection;
use vault::checkpoint::{Checkpoint, Verifier};
use vault::tree::Hash;

use super::log::Walk;
use super::{NoteProblem, VerifyFault};
use crate::fault::OpenFault;
use crate::folder::Folder;
use crate::sqlite::checkpoint;
use crate::sqlite::practice::PracticeRow;

/// What ends a note in the file of notes: an empty line after its signatures.
const BETWEEN_NOTES: &str = "\n\n";

/// Genuine checkpoints of one log.
pub(super) struct Notes(Vec<Checkpoint>);

impl Notes {
    /// Reads every note there is and refuses those this log's key did not sign.
    pub(super) fn gathered(
        connection: &Connection,
        practice: &PracticeRow,
        folder: &Folder,
        verifier: &Verifier,
        older: &[String],
    ) -> Result<Self, VerifyFault> {
        let mut notes = checkpoint::all(connection, practice.practice_no)?;
        notes.extend(notes_in_file(folder)?);
        notes.extend(older.iter().flat_map(|text| split(text)));
        let checked = (1..).zip(notes).map(|(number, note)| {
            verifier.verify(&note).map_err(|why| VerifyFault::Note { number, why: why.to_string() })
        });
        let mut checkpoints = checked.collect::<Result<Vec<_>, _>>()?;
        checkpoints.sort_by_key(|checkpoint| checkpoint.size);
        Ok(Self(checkpoints))
    }

    /// The sizes at which the log's root is wanted.
    pub(super) fn sizes(&self) -> BTreeMap<u64, Option<Hash>> {
        self.0.iter().map(|checkpoint| (checkpoint.size, None)).collect()
    }

    /// How many agree with the log that was walked; names the first that does not.
    pub(super) fn agreeing(&self, walk: &Walk<'_>) -> Result<u64, VerifyFault> {
        let mut agreed = 0;
        let mut count = 0;
        for Checkpoint { size, root, .. } in &self.0 {
            let problem = match walk.root_at(*size) {
                Some(found) if found == *root => None,
                Some(_) => Some(NoteProblem::RootDiffers { agreed }),
                None => Some(NoteProblem::LogIsShorter { entries: walk.entries() }),
            };
            if let Some(why) = problem {
                return Err(VerifyFault::Checkpoint { size: *size, why });
            }
            agreed = *size;
            count += 1;
        }
        Ok(count)
    }
}

fn notes_in_file(folder: &Folder) -> Result<Vec<String>, VerifyFault> {
    let path = folder.checkpoints();
    match fs::read_to_string(&path) {
        Ok(text) => Ok(split(&text)),
        Err(fault) if fault.kind() == std::io::ErrorKind::NotFound => Ok(Vec::new()),
        Err(fault) => Err(OpenFault::at(&path, "read")(fault).into()),
    }
}

/// Takes notes apart that stand one after another, an empty line behind each.
fn split(text: &str) -> Vec<String> {
    let mut parts =
        text.split(BETWEEN_NOTES).map(|part| part.trim_matches('\n')).filter(|part| !part.is_empty());
    let mut notes = Vec::new();
    while let Some(head) = parts.next() {
        let signatures = parts.next().unwrap_or_default();
        notes.push(format!("{head}\n\n{signatures}\n"));
    }
    notes
}

#[cfg(test)]
mod tests {
    use super::split;

    #[test]
    fn notes_are_taken_apart() {
        let note = |size: &str| format!("kapok/1\n{size}\nroot\n\n— kapok/1 signed\n");
        let file = format!("{}\n{}\n", note("3"), note("5"));
        assert_eq!(split(&file), [note("3"), note("5")]);
        assert_eq!(split(&note("3")), [note("3")]);
        assert!(split("\n").is_empty());
    }
}
