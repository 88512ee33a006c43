//! Psychotherapy notes: what a therapist keeps of a conversation for themselves, apart from the record.
//!
//! In the sense of 45 CFR 164.501: what was prescribed or measured, when a session began and ended,
//! results, and summaries of diagnosis, function, plan, symptoms, prognosis or progress belong to the
//! record. So an event of this module holds words alone, and no page reads a figure from them.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::case::{At, Case};
use crate::event::{self, Recorded, Who};
use crate::id::{EventId, StaffId};
use crate::refusal::Refusal;
use crate::text;

/// What can be asked, each about the notes of whoever asks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// Write a note. Needs `Create` on `PsychotherapyNotes`.
    Write {
        /// The words.
        words: String,
    },
    /// Add to a note; what stood there stays. Needs `Amend` on `PsychotherapyNotes`.
    AddTo {
        /// The note.
        note: EventId,
        /// The words.
        words: String,
    },
}

/// What has happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type")]
pub enum Event {
    /// A note was written.
    PsychotherapyNoteWritten {
        /// Whose note it is: nobody else ever opens it.
        author: StaffId,
        /// The words.
        words: String,
    },
    /// Something was added to a note.
    PsychotherapyNoteAddedTo {
        /// Whose note it is.
        author: StaffId,
        /// The fact that wrote the note.
        note: EventId,
        /// The words.
        words: String,
    },
}

impl Event {
    /// Whose notes it belongs to.
    pub fn author(&self) -> StaffId {
        match self {
            Self::PsychotherapyNoteWritten { author, .. } | Self::PsychotherapyNoteAddedTo { author, .. } => {
                *author
            }
        }
    }
}

/// One note.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Note {
    /// The fact that wrote it.
    pub id: EventId,
    /// When it was written.
    pub at: Timestamp,
    /// The words.
    pub words: String,
    /// What was added later, oldest first.
    pub additions: Vec<Addition>,
}

/// What was added to a note.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Addition {
    /// When.
    pub at: Timestamp,
    /// The words.
    pub words: String,
}

/// The notes of one author about one client.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notes {
    /// Whose they are.
    pub author: StaffId,
    /// All of them, oldest first.
    pub all: Vec<Note>,
}

/// Decides a command about the asker's own notes.
///
/// # Errors
/// When the asker is nobody of the practice, no words were given, or there is no such note of theirs.
pub fn decide(case: &Case, command: &Command, at: &At<'_>) -> Result<Vec<event::Event>, Refusal> {
    let Who::Staff { staff: author } = at.by else { return Err(Refusal::NotAClinician) };
    let event = match command {
        Command::Write { words } => Event::PsychotherapyNoteWritten { author, words: said(words)? },
        Command::AddTo { note, words } => {
            let own = case.notes.as_ref().filter(|notes| notes.author == author);
            let known = own.is_some_and(|notes| notes.all.iter().any(|one| one.id == *note));
            if !known {
                return Err(Refusal::NoSuchEntry);
            }
            Event::PsychotherapyNoteAddedTo { author, note: *note, words: said(words)? }
        }
    };
    Ok(vec![event::Event::PsychotherapyNote(event)])
}

fn said(words: &str) -> Result<String, Refusal> {
    text::paragraph(words)?.ok_or(Refusal::WordsMissing)
}

impl Notes {
    /// No notes yet.
    pub fn of(author: StaffId) -> Self {
        Self { author, all: Vec::new() }
    }

    /// Takes one more fact in; what was added to a note that is not here is a note of its own.
    pub fn evolve(&mut self, event: &Event, recorded: &Recorded) {
        let at = recorded.occurred_at;
        let (of, words) = match event {
            Event::PsychotherapyNoteWritten { words, .. } => (None, words.clone()),
            Event::PsychotherapyNoteAddedTo { note, words, .. } => (Some(*note), words.clone()),
        };
        match self.all.iter_mut().find(|note| Some(note.id) == of) {
            Some(note) => note.additions.push(Addition { at, words }),
            None => self.all.push(Note { id: recorded.id, at, words, additions: Vec::new() }),
        }
    }
}

#[cfg(test)]
mod tests;
