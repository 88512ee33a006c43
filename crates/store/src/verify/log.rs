//! The walk over the log, entry by entry, and what lies beside it.

use std::collections::{BTreeMap, HashMap};

use jiff::Timestamp;
use journey::{ClientId, Compartment, Stream};
use rusqlite::Connection;
use vault::envelope::Envelope;
use vault::key::Key;
use vault::tree::{Frontier, Hash, empty_root};

use super::{BadEntry, Verified, VerifyFault, Wrong};
use crate::fault::Cause;
use crate::header::StreamName;
use crate::seals::{CardPlace, Seals};
use crate::sqlite::event::EventRow;
use crate::sqlite::practice::PracticeRow;
use crate::sqlite::{No, card, command, event, stream};

/// The log as far as it was walked.
pub(super) struct Walk<'a> {
    connection: &'a Connection,
    practice: &'a PracticeRow,
    seals: Option<&'a Seals>,
    streams: HashMap<No, Walked>,
    keys: HashMap<(Option<ClientId>, Compartment), Option<Key>>,
    frontier: Frontier,
    appended_at_microseconds: i64,
    roots: BTreeMap<u64, Option<Hash>>,
    opened: u64,
}

/// A stream as far as it was walked.
struct Walked {
    name: StreamName,
    seq: u64,
}

impl<'a> Walk<'a> {
    pub(super) fn new(
        connection: &'a Connection,
        practice: &'a PracticeRow,
        seals: Option<&'a Seals>,
        mut roots: BTreeMap<u64, Option<Hash>>,
    ) -> Result<Self, VerifyFault> {
        let streams = stream::all(connection, practice.practice_no)?;
        if let Some(root) = roots.get_mut(&0) {
            *root = Some(empty_root());
        }
        Ok(Self {
            connection,
            practice,
            seals,
            streams: streams.into_iter().map(|(no, name)| (no, Walked { name, seq: 0 })).collect(),
            keys: HashMap::new(),
            frontier: Frontier::new(),
            appended_at_microseconds: Timestamp::UNIX_EPOCH.as_microsecond(),
            roots,
            opened: 0,
        })
    }

    pub(super) fn entries(&self) -> u64 {
        self.frontier.size()
    }

    /// The root when the log had so many entries; none when it never had, or nobody asked.
    pub(super) fn root_at(&self, size: u64) -> Option<Hash> {
        self.roots.get(&size).copied().flatten()
    }

    /// Walks every entry, and compares the tree with the head that was stored.
    pub(super) fn whole_log(&mut self) -> Result<(), VerifyFault> {
        let (connection, practice_no) = (self.connection, self.practice.practice_no);
        event::of_log(connection, practice_no, |row| self.entry(&row))?;
        if self.entries() < self.practice.frontier.size() {
            return Err(missing(self.entries()));
        }
        Ok(())
    }

    /// What was found, once the head that was stored agrees.
    pub(super) fn verified(&self, checkpoints: u64) -> Result<Verified, VerifyFault> {
        if self.frontier != self.practice.frontier {
            let why = "the head of the tree is not that of the entries: entries were added or rewritten";
            return Err(VerifyFault::Beside(why.into()));
        }
        let streams = self.streams.values().filter(|walked| walked.seq > 0).count();
        Ok(Verified {
            events: self.entries(),
            streams: u64::try_from(streams).unwrap_or(u64::MAX),
            root: self.frontier.root(),
            checkpoints,
            opened: self.opened,
        })
    }

    fn entry(&mut self, row: &EventRow) -> Result<(), VerifyFault> {
        let position = self.frontier.size();
        if row.position > position {
            return Err(missing(position));
        }
        let Some(walked) = self.streams.get_mut(&row.stream_no) else {
            return Err(bad(row, None, Wrong::NoStream));
        };
        walked.seq += 1;
        let (expected_seq, name) = (walked.seq, walked.name);
        let Some(stream) = name.stream() else {
            return Err(bad(row, Some(name), Wrong::NoStream));
        };
        let wrong = if row.position < position || row.seq != expected_seq {
            Some(Wrong::OutOfOrder)
        } else if row.appended_at_microseconds < self.appended_at_microseconds {
            Some(Wrong::TimeBackwards)
        } else {
            self.sealed(stream, row)
        };
        if let Some(why) = wrong {
            return Err(bad(row, Some(name), why));
        }
        self.appended_at_microseconds = row.appended_at_microseconds;
        self.frontier.append(row.leaf);
        if let Some(root) = self.roots.get_mut(&self.frontier.size()) {
            *root = Some(self.frontier.root());
        }
        Ok(())
    }

    /// What is wrong with an entry's bytes, if anything is.
    fn sealed(&mut self, stream: Stream, row: &EventRow) -> Option<Wrong> {
        let header = row.header(self.practice.id, stream).to_bytes();
        let Ok(envelope) = Envelope::from_bytes(&row.sealed) else {
            return Some(Wrong::NotAnEnvelope);
        };
        if envelope.leaf(&header) != row.leaf {
            return Some(Wrong::LeafDiffers);
        }
        let seals = self.seals?;
        let Some(key) = self.key(seals, stream, row.compartment) else {
            return Some(Wrong::NoKey);
        };
        if seals.open_event(key, stream, row).is_err() {
            return Some(Wrong::DoesNotOpen);
        }
        self.opened += 1;
        None
    }

    /// The key of an entry, unwrapped once for all entries under it.
    fn key(&mut self, seals: &Seals, stream: Stream, number: u8) -> Option<&Key> {
        let client = stream.client();
        let compartment = match (number, stream) {
            (1, _) => Compartment::Identity,
            (2, _) => Compartment::Record,
            (3, Stream::Notes(_, author)) => Compartment::PsychotherapyNotes(author),
            (4, _) => Compartment::Practice,
            _ => return None,
        };
        let kept = self.keys.entry((client, compartment));
        kept.or_insert_with(|| seals.key(compartment, client).ok()).as_ref()
    }
}

fn missing(position: u64) -> VerifyFault {
    VerifyFault::Entry(BadEntry { position, stream: None, seq: None, why: Wrong::Missing })
}

fn bad(row: &EventRow, name: Option<StreamName>, why: Wrong) -> VerifyFault {
    let stream = Some(name.map_or_else(|| format!("number {}", row.stream_no), pseudonym));
    VerifyFault::Entry(BadEntry { position: row.position, stream, seq: Some(row.seq), why })
}

fn pseudonym(name: StreamName) -> String {
    let part: u128 = u128::from_be_bytes(name.part);
    match name.stream() {
        Some(Stream::Journey(client)) => format!("journey/{client}"),
        Some(Stream::Session(client, session)) => format!("session/{client}/{session}"),
        Some(Stream::Notes(client, author)) => format!("notes/{client}/{author}"),
        Some(Stream::Access(client)) => format!("access/{client}"),
        Some(Stream::Practice) => "practice".into(),
        Some(Stream::Staff) => "staff".into(),
        Some(Stream::PracticeAccess) => "practice-access".into(),
        Some(Stream::Stock) => "stock".into(),
        None => format!("kind {}/{}/{part:032x}", name.kind, ClientId::from_bytes(name.client)),
    }
}

/// Checks what lies beside the log: the database's own order, and with keys cards and outcomes.
pub(super) fn beside(
    connection: &Connection,
    practice: &PracticeRow,
    seals: Option<&Seals>,
) -> Result<(), VerifyFault> {
    let found: String = connection.query_row("PRAGMA integrity_check(1)", [], |row| row.get(0))?;
    if found != "ok" {
        return Err(VerifyFault::Beside(format!("SQLite finds the database damaged: {found}")));
    }
    let Some(seals) = seals else { return Ok(()) };
    let beside = |cause: Cause| VerifyFault::Beside(cause.to_string());
    let opened = card::all(connection, practice.practice_no, |row| {
        let place = CardPlace { client: row.client, version: row.version, head_seq: row.head_seq };
        // A card of another release is drawn anew before it is read.
        if row.version == journey::card::VERSION {
            seals.open_identity(place, &row.identity)?;
            seals.open_place(place, &row.place)?;
        }
        Ok(())
    });
    opened.map_err(beside)?;
    for (id, sealed) in command::all(connection, practice.practice_no)? {
        seals.open_outcome::<serde::de::IgnoredAny>(id, &sealed).map_err(beside)?;
    }
    Ok(())
}
