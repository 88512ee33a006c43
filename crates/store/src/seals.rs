//! Seals: which key seals what, and the text of everything that is sealed.

use std::sync::{Arc, PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};

use journey::card::{Identity, Place};
use journey::{ClientId, CommandId, Compartment, EventId, PracticeId, Recorded, Stream};
use serde::Serialize;
use serde::de::DeserializeOwned;
use vault::checkpoint::{Checkpoint, Verifier};
use vault::envelope::{self, Envelope};
use vault::key::Key;
use vault::keystore::{KeyStore, Slot};
use vault::tree::Hash;

use crate::fault::Cause;
use crate::header::{Author, Header, StreamName, compartment_number};
use crate::sqlite::event::EventRow;
use crate::upcast;

/// The only version of keys yet; rotation will count on.
pub(crate) const KEY_VERSION: u32 = 1;

/// The keys of one practice, shared by the writer, who alone makes them, and the readers.
#[derive(Clone)]
pub(crate) struct Seals {
    practice: PracticeId,
    keys: Arc<RwLock<KeyStore>>,
}

/// An event on its way into the log.
pub(crate) struct Sealed {
    pub(crate) leaf: Hash,
    pub(crate) bytes: Vec<u8>,
}

impl Seals {
    pub(crate) fn new(practice: PracticeId, keys: KeyStore) -> Self {
        Self { practice, keys: Arc::new(RwLock::new(keys)) }
    }

    /// The key of a compartment; none when it was never made, or has died.
    pub(crate) fn key(&self, compartment: Compartment, client: Option<ClientId>) -> Result<Key, Cause> {
        let missing = Cause::KeyMissing(compartment_name(compartment));
        self.reading().get(&self.slot(compartment, client)).ok_or(missing)
    }

    /// Makes the key of a compartment, unless there is one.
    pub(crate) fn ensure(&self, compartment: Compartment, client: Option<ClientId>) -> Result<(), Cause> {
        let slot = self.slot(compartment, client);
        let mut keys = self.writing();
        if keys.get(&slot).is_none() {
            keys.make(slot)?;
        }
        Ok(())
    }

    /// Puts new keys on disk; before anything sealed under them is committed.
    pub(crate) fn save(&self) -> Result<(), Cause> {
        if self.reading().has_unsaved() { Ok(self.writing().save()?) } else { Ok(()) }
    }

    pub(crate) fn sign(&self, checkpoint: &Checkpoint) -> String {
        self.reading().signing_key().sign(checkpoint)
    }

    pub(crate) fn verifier(&self, origin: &str) -> Verifier {
        self.reading().signing_key().verifier(origin)
    }

    pub(crate) fn seal_event(
        &self,
        key: &Key,
        header: &Header,
        recorded: &Recorded,
    ) -> Result<Sealed, Cause> {
        let header = header.to_bytes();
        let envelope = envelope::seal(key, &header, &text_of(recorded))?;
        let (leaf, bytes) = (envelope.leaf(&header), envelope.to_bytes());
        let read_back = Envelope::from_bytes(&bytes).expect("an envelope just written reads back");
        assert_eq!(read_back.leaf(&header), leaf, "the stored bytes make the leaf of the tree");
        Ok(Sealed { leaf, bytes })
    }

    /// Opens an event, if its bytes make its leaf and its header is that of its place.
    pub(crate) fn open_event(&self, key: &Key, stream: Stream, row: &EventRow) -> Result<Recorded, Cause> {
        let header = row.header(self.practice, stream);
        let unreadable = |why: &dyn std::fmt::Display| Cause::unreadable("an event", place_of(row), why);
        let bytes = header.to_bytes();
        let envelope = Envelope::from_bytes(&row.sealed).map_err(|fault| unreadable(&fault))?;
        if envelope.leaf(&bytes) != row.leaf {
            return Err(unreadable(&"its bytes do not make its leaf"));
        }
        let text = envelope::open(key, &bytes, &envelope).map_err(|fault| unreadable(&fault))?;
        let id = EventId::from_bytes(row.id);
        let recorded = upcast::recorded(row.schema, id, &text).map_err(|fault| unreadable(&fault))?;
        if Author::from(recorded.by) != header.actor {
            return Err(unreadable(&"its author is not that of its header"));
        }
        if compartment_number(recorded.body.compartment()) != row.compartment {
            return Err(unreadable(&"it lies in another compartment than its kind"));
        }
        Ok(recorded)
    }

    pub(crate) fn seal_card(&self, half: &CardHalf<'_>, place: CardPlace) -> Result<Vec<u8>, Cause> {
        let (compartment, text) = match half {
            CardHalf::Identity(identity) => (Compartment::Identity, text_of(identity)),
            CardHalf::Place(standing) => (Compartment::Record, text_of(standing)),
        };
        let key = self.key(compartment, Some(place.client))?;
        let header = self.card_header(compartment, place);
        Ok(envelope::seal(&key, &header, &text)?.to_bytes())
    }

    pub(crate) fn open_identity(&self, place: CardPlace, sealed: &[u8]) -> Result<Identity, Cause> {
        self.open_card(Compartment::Identity, place, sealed)
    }

    pub(crate) fn open_place(&self, place: CardPlace, sealed: &[u8]) -> Result<Place, Cause> {
        self.open_card(Compartment::Record, place, sealed)
    }

    fn open_card<T: DeserializeOwned>(
        &self,
        compartment: Compartment,
        place: CardPlace,
        sealed: &[u8],
    ) -> Result<T, Cause> {
        let key = self.key(compartment, Some(place.client))?;
        open_text(&key, &self.card_header(compartment, place), sealed, "a card", place.client)
    }

    pub(crate) fn seal_outcome<T: Serialize>(&self, id: CommandId, outcome: &T) -> Result<Vec<u8>, Cause> {
        let key = self.key(Compartment::Practice, None)?;
        Ok(envelope::seal(&key, &self.outcome_header(id), &text_of(outcome))?.to_bytes())
    }

    pub(crate) fn open_outcome<T: DeserializeOwned>(&self, id: CommandId, sealed: &[u8]) -> Result<T, Cause> {
        let key = self.key(Compartment::Practice, None)?;
        open_text(&key, &self.outcome_header(id), sealed, "an outcome", id)
    }

    fn card_header(&self, compartment: Compartment, place: CardPlace) -> Vec<u8> {
        [
            b"kapok/card/1".as_slice(),
            &self.practice.to_bytes(),
            &place.client.to_bytes(),
            &[compartment_number(compartment)],
            &place.version.to_be_bytes(),
            &place.head_seq.to_be_bytes(),
        ]
        .concat()
    }

    fn outcome_header(&self, id: CommandId) -> Vec<u8> {
        [b"kapok/outcome/1".as_slice(), &self.practice.to_bytes(), &id.to_bytes()].concat()
    }

    fn slot(&self, compartment: Compartment, client: Option<ClientId>) -> Slot {
        let practice = self.practice.to_bytes();
        let mut tag = compartment_name(compartment).as_bytes().to_vec();
        if let Compartment::PsychotherapyNotes(author) = compartment {
            tag.push(b':');
            tag.extend(author.to_bytes());
        }
        let owner = client.map_or(practice, ClientId::to_bytes);
        Slot { practice, owner, compartment: tag, version: KEY_VERSION }
    }

    fn reading(&self) -> RwLockReadGuard<'_, KeyStore> {
        self.keys.read().unwrap_or_else(PoisonError::into_inner)
    }

    fn writing(&self) -> RwLockWriteGuard<'_, KeyStore> {
        self.keys.write().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Which half of a card.
pub(crate) enum CardHalf<'a> {
    Identity(&'a Identity),
    Place(&'a Place),
}

/// Whose card, of which shape, as of which fact; bound into both halves.
#[derive(Debug, Clone, Copy)]
pub(crate) struct CardPlace {
    pub(crate) client: ClientId,
    pub(crate) version: u16,
    pub(crate) head_seq: u64,
}

fn compartment_name(compartment: Compartment) -> &'static str {
    match compartment {
        Compartment::Identity => "identity",
        Compartment::Record => "record",
        Compartment::PsychotherapyNotes(_) => "psychotherapy_notes",
        Compartment::Practice => "practice",
    }
}

fn place_of(row: &EventRow) -> String {
    format!("position {}, seq {}", row.position, row.seq)
}

fn text_of<T: Serialize>(value: &T) -> Vec<u8> {
    serde_json::to_vec(value).expect("what is sealed has string keys and finite numbers")
}

fn open_text<T: DeserializeOwned>(
    key: &Key,
    header: &[u8],
    sealed: &[u8],
    what: &'static str,
    place: impl std::fmt::Display,
) -> Result<T, Cause> {
    let envelope = Envelope::from_bytes(sealed).map_err(|fault| Cause::unreadable(what, &place, fault))?;
    let text =
        envelope::open(key, header, &envelope).map_err(|fault| Cause::unreadable(what, &place, fault))?;
    // The parser's words would quote what was sealed.
    serde_json::from_slice(&text).map_err(|_| Cause::unreadable(what, &place, "its text does not read"))
}

impl EventRow {
    /// The header that this row must have been sealed under.
    pub(crate) fn header(&self, practice: PracticeId, stream: Stream) -> Header {
        Header {
            id: self.id,
            practice: practice.to_bytes(),
            stream: StreamName::from(stream),
            compartment: self.compartment,
            seq: self.seq,
            position: self.position,
            key_version: self.key_version,
            appended_at_microseconds: self.appended_at_microseconds,
            actor: self.actor,
            schema: self.schema,
        }
    }
}
