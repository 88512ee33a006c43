//! Checkpoints: the log's head, signed soon after it moved.

use std::fs::OpenOptions;
use std::io::Write;
use std::time::{Duration, Instant};

use vault::checkpoint::Checkpoint;

use super::Writer;
use crate::fault::{Cause, Fault};
use crate::sqlite::checkpoint;
use crate::store::origin;

/// A fact is signed for at the latest this long after it.
const SIGNED_WITHIN: Duration = Duration::from_secs(5);
/// Kept back for the signing itself.
const SIGNING_TAKES: Duration = Duration::from_secs(1);
/// How long the writer sleeps when nothing waits to be signed.
const IDLE: Duration = Duration::from_secs(3_600);

impl Writer {
    /// How long the queue may keep the writer waiting.
    pub(super) fn patience(&self) -> Duration {
        self.sign_by.map_or(IDLE, |by| by.saturating_duration_since(Instant::now()))
    }

    /// Sets the time by which the newest facts are signed, unless it is set or they are.
    pub(super) fn sign_later(&mut self) {
        if self.head.frontier.size() > self.signed_size {
            self.sign_by.get_or_insert_with(|| Instant::now() + (SIGNED_WITHIN - SIGNING_TAKES));
        }
    }

    pub(super) fn sign_if_due(&mut self) {
        if self.sign_by.is_some_and(|by| by <= Instant::now()) {
            self.sign_now();
        }
    }

    /// Signs the log's head, unless it is signed already.
    pub(super) fn sign_now(&mut self) {
        self.sign_by = None;
        if self.head.frontier.size() == self.signed_size {
            return;
        }
        if let Err(cause) = self.sign() {
            Fault::noted(&cause);
            self.sign_later();
        }
    }

    fn sign(&mut self) -> Result<(), Cause> {
        let (size, root) = (self.head.frontier.size(), self.head.frontier.root());
        let note = self.seals.sign(&Checkpoint { origin: origin(self.practice_id), size, root });
        checkpoint::insert(&self.connection, self.practice_no, size, &note)?;
        self.signed_size = size;
        self.publish(&note)?;
        self.shared.sign(note);
        Ok(())
    }

    /// Adds the note to the file that people copy elsewhere.
    fn publish(&self, note: &str) -> Result<(), Cause> {
        let path = self.folder.checkpoints();
        let write = || {
            let mut file = OpenOptions::new().append(true).create(true).open(&path)?;
            file.write_all(note.as_bytes())?;
            file.write_all(b"\n")?;
            file.sync_data()
        };
        write().map_err(|source| Cause::File { path: path.clone(), source })
    }
}
