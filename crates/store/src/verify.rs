//! Verification: whether a log is whole, in order, and what its checkpoints said it was.
//!
//! Without the root key it is the order, the leaves, the tree and the signatures that are checked;
//! with it every seal is opened too. A folder can be verified while it is in use.

mod log;
mod notes;

use std::fmt;
use std::path::Path;

use thiserror::Error;
use vault::key::RootKey;
use vault::keystore::KeyStore;
use vault::tree::Hash;

use self::log::Walk;
use self::notes::Notes;
use crate::fault::{Cause, OpenFault};
use crate::folder::Folder;
use crate::seals::Seals;
use crate::sqlite::{connection, meta, practice};
use crate::store::origin;

/// What was found to be whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verified {
    /// Facts in the log.
    pub events: u64,
    /// Streams they lie in.
    pub streams: u64,
    /// Root of the log's tree.
    pub root: Hash,
    /// Checkpoints that agree with the log: those of the folder, and those that were given.
    pub checkpoints: u64,
    /// Facts whose seal was opened; none without the root key.
    pub opened: u64,
}

/// Why a log is not as it was written, or cannot be verified.
#[derive(Debug, Error)]
pub enum VerifyFault {
    /// The first entry that is not as it was written.
    #[error("{0}")]
    Entry(BadEntry),
    /// A checkpoint does not agree with the log.
    #[error("the checkpoint of {size} entries does not agree with the log: {why}")]
    Checkpoint {
        /// How many entries it speaks of.
        size: u64,
        /// In which way.
        why: NoteProblem,
    },
    /// A note that was given is no checkpoint of this log.
    #[error("checkpoint number {number} is not one of this log: {why}")]
    Note {
        /// Its place among those given, or in the folder, from 1.
        number: usize,
        /// Why not.
        why: String,
    },
    /// Something beside the log is damaged: a card, an outcome, the database itself.
    #[error("{0}")]
    Beside(String),
    /// The folder cannot be read.
    #[error(transparent)]
    Unreadable(#[from] OpenFault),
}

/// An entry of the log, named so that it can be found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BadEntry {
    /// Its place in the log, from 0.
    pub position: u64,
    /// Its stream's pseudonym, as far as it can be told: kind, client, session or author.
    pub stream: Option<String>,
    /// Its place in its stream, from 1.
    pub seq: Option<u64>,
    /// What is wrong with it.
    pub why: Wrong,
}

/// What is wrong with an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wrong {
    /// There is no entry in this place.
    Missing,
    /// Its stream goes on with another place.
    OutOfOrder,
    /// It is older than the entry before it.
    TimeBackwards,
    /// Its stream is not known.
    NoStream,
    /// Its bytes do not make the leaf that stands beside them.
    LeafDiffers,
    /// Its bytes are no envelope.
    NotAnEnvelope,
    /// There is no key for it.
    NoKey,
    /// The key does not open it, or what it holds is not what its header says.
    DoesNotOpen,
}

/// How a checkpoint and the log disagree.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NoteProblem {
    /// The log has fewer entries: its end was cut off.
    LogIsShorter {
        /// How many it has.
        entries: u64,
    },
    /// The entries are others than those that were signed.
    RootDiffers {
        /// How many entries the newest checkpoint that agrees speaks of.
        agreed: u64,
    },
}

/// Verifies the log of a folder against itself, its checkpoints, and older ones kept elsewhere.
///
/// # Errors
/// The first thing that is not as it was written.
pub fn verify(
    data: &Path,
    root_key: Option<&Path>,
    older_checkpoints: &[String],
) -> Result<Verified, VerifyFault> {
    let folder = Folder::new(data);
    if !folder.has_practice() {
        return Err(OpenFault::NothingThere { path: data.into() }.into());
    }
    let connection = connection::reading(&folder.database())?;
    // One snapshot, so that a writer at work is not mistaken for damage.
    connection.execute_batch("BEGIN")?;
    meta::check_schema(&connection)?;
    let practice = practice::only(&connection)?;
    let seals = match root_key {
        Some(path) => {
            let root = RootKey::read(path).map_err(OpenFault::from)?;
            let keys = KeyStore::open(&folder.keys(), &root).map_err(OpenFault::from)?;
            Some(Seals::new(practice.id, keys))
        }
        None => None,
    };
    let verifier = match &seals {
        Some(seals) => seals.verifier(&origin(practice.id)),
        None => practice.verifier.parse().map_err(|_| VerifyFault::Beside(BAD_VERIFIER.into()))?,
    };
    let notes = Notes::gathered(&connection, &practice, &folder, &verifier, older_checkpoints)?;
    let mut walk = Walk::new(&connection, &practice, seals.as_ref(), notes.sizes())?;
    walk.whole_log()?;
    let verified = walk.verified(notes.agreeing(&walk)?)?;
    log::beside(&connection, &practice, seals.as_ref())?;
    Ok(verified)
}

const BAD_VERIFIER: &str = "the log's public key does not read";

impl fmt::Display for Verified {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { events, streams, checkpoints, opened, .. } = self;
        writeln!(out, "The log is whole: {events} entries in {streams} streams.")?;
        writeln!(out, "Checkpoints that agree: {checkpoints}. Seals opened: {opened}.")?;
        write!(out, "Root: ")?;
        self.root.iter().try_for_each(|byte| write!(out, "{byte:02x}"))
    }
}

impl fmt::Display for BadEntry {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "entry {}", self.position)?;
        if let (Some(stream), Some(seq)) = (&self.stream, self.seq) {
            write!(out, " (stream {stream}, number {seq})")?;
        }
        write!(out, ": {}", self.why)
    }
}

impl fmt::Display for Wrong {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::Missing => "it is missing",
            Self::OutOfOrder => "its stream goes on with another number",
            Self::TimeBackwards => "it is older than the entry before it",
            Self::NoStream => "its stream is not known",
            Self::LeafDiffers => "its bytes do not make its leaf",
            Self::NotAnEnvelope => "its bytes are no envelope",
            Self::NoKey => "there is no key for it",
            Self::DoesNotOpen => "it does not open, or holds something else than its header says",
        })
    }
}

impl fmt::Display for NoteProblem {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::LogIsShorter { entries } => write!(out, "the log has {entries} entries"),
            Self::RootDiffers { agreed } => {
                write!(
                    out,
                    "entries were rewritten; the newest checkpoint that agrees is of {agreed} entries"
                )
            }
        }
    }
}

impl From<Cause> for VerifyFault {
    fn from(cause: Cause) -> Self {
        Self::Unreadable(cause.into())
    }
}

impl From<rusqlite::Error> for VerifyFault {
    fn from(fault: rusqlite::Error) -> Self {
        Self::Unreadable(fault.into())
    }
}

#[cfg(test)]
mod tests;
