//! The header of an event: the clear bytes that bind its envelope to its place.

use journey::{ClientId, Compartment, SessionId, StaffId, Stream, Who};

/// Bytes of a header; every field has its fixed place, so the bytes tell their own length.
pub(crate) const HEADER_BYTES: usize = 114;

const NOBODY: [u8; 16] = [0; 16];

/// Everything of an event that lies in clear.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Header {
    pub(crate) id: [u8; 16],
    pub(crate) practice: [u8; 16],
    pub(crate) stream: StreamName,
    pub(crate) compartment: u8,
    pub(crate) seq: u64,
    pub(crate) position: u64,
    pub(crate) key_version: u32,
    pub(crate) appended_at_microseconds: i64,
    pub(crate) actor: Author,
    pub(crate) schema: u16,
}

impl Header {
    /// The canonical bytes: associated data of the envelope, and part of the leaf.
    pub(crate) fn to_bytes(&self) -> [u8; HEADER_BYTES] {
        let parts: [&[u8]; 14] = [
            &[vault::envelope::SUITE],
            &self.id,
            &self.practice,
            &[self.stream.kind],
            &self.stream.client,
            &self.stream.part,
            &[self.compartment],
            &self.seq.to_be_bytes(),
            &self.position.to_be_bytes(),
            &self.key_version.to_be_bytes(),
            &self.appended_at_microseconds.to_be_bytes(),
            &[self.actor.kind],
            &self.actor.id,
            &self.schema.to_be_bytes(),
        ];
        let mut bytes = [0; HEADER_BYTES];
        let mut at = 0;
        for part in parts {
            bytes[at..at + part.len()].copy_from_slice(part);
            at += part.len();
        }
        assert_eq!(at, HEADER_BYTES, "the parts fill the header");
        bytes
    }
}

/// A stream as the database names it: what kind, whose, and which one of those.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct StreamName {
    pub(crate) kind: u8,
    pub(crate) client: [u8; 16],
    pub(crate) part: [u8; 16],
}

/// The kinds of streams; a number that was given once keeps its meaning.
pub(crate) mod kind {
    pub(crate) const JOURNEY: u8 = 1;
    pub(crate) const SESSION: u8 = 2;
    pub(crate) const NOTES: u8 = 3;
    pub(crate) const ACCESS: u8 = 4;
    pub(crate) const PRACTICE: u8 = 5;
    pub(crate) const STAFF: u8 = 6;
    pub(crate) const PRACTICE_ACCESS: u8 = 7;
    pub(crate) const STOCK: u8 = 8;
}

impl From<Stream> for StreamName {
    fn from(stream: Stream) -> Self {
        let (kind, client, part) = match stream {
            Stream::Journey(client) => (kind::JOURNEY, client.to_bytes(), NOBODY),
            Stream::Session(client, session) => (kind::SESSION, client.to_bytes(), session.to_bytes()),
            Stream::Notes(client, author) => (kind::NOTES, client.to_bytes(), author.to_bytes()),
            Stream::Access(client) => (kind::ACCESS, client.to_bytes(), NOBODY),
            Stream::Practice => (kind::PRACTICE, NOBODY, NOBODY),
            Stream::Staff => (kind::STAFF, NOBODY, NOBODY),
            Stream::PracticeAccess => (kind::PRACTICE_ACCESS, NOBODY, NOBODY),
            Stream::Stock => (kind::STOCK, NOBODY, NOBODY),
        };
        Self { kind, client, part }
    }
}

impl StreamName {
    /// The stream of this name, if it is one.
    pub(crate) fn stream(self) -> Option<Stream> {
        let client = ClientId::from_bytes(self.client);
        match self.kind {
            kind::JOURNEY => Some(Stream::Journey(client)),
            kind::SESSION => Some(Stream::Session(client, SessionId::from_bytes(self.part))),
            kind::NOTES => Some(Stream::Notes(client, StaffId::from_bytes(self.part))),
            kind::ACCESS => Some(Stream::Access(client)),
            kind::PRACTICE => Some(Stream::Practice),
            kind::STAFF => Some(Stream::Staff),
            kind::PRACTICE_ACCESS => Some(Stream::PracticeAccess),
            kind::STOCK => Some(Stream::Stock),
            _ => None,
        }
    }
}

/// The compartment's number in headers; an author's notes are told apart by their stream.
pub(crate) fn compartment_number(compartment: Compartment) -> u8 {
    match compartment {
        Compartment::Identity => 1,
        Compartment::Record => 2,
        Compartment::PsychotherapyNotes(_) => 3,
        Compartment::Practice => 4,
    }
}

/// Who acted, by pseudonym.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Author {
    pub(crate) kind: u8,
    pub(crate) id: [u8; 16],
}

impl From<Who> for Author {
    fn from(who: Who) -> Self {
        match who {
            Who::Staff { staff } => Self { kind: 1, id: staff.to_bytes() },
            // Whose record it is says which client.
            Who::Client => Self { kind: 2, id: NOBODY },
            Who::Public => Self { kind: 3, id: NOBODY },
            Who::System => Self { kind: 4, id: NOBODY },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn header_bytes_are_frozen() {
        let header = Header {
            id: [0x11; 16],
            practice: [0x22; 16],
            stream: StreamName { kind: 3, client: [0x33; 16], part: [0x44; 16] },
            compartment: 2,
            seq: 0x0506,
            position: 0x0708,
            key_version: 1,
            appended_at_microseconds: 0x090a,
            actor: Author { kind: 1, id: [0x55; 16] },
            schema: 0x0b0c,
        };
        let hex: String = header.to_bytes().iter().map(|byte| format!("{byte:02x}")).collect();
        let repeated = |byte: &str, times: usize| byte.repeat(times);
        let expected = [
            "01".to_owned(),
            repeated("11", 16),
            repeated("22", 16),
            "03".to_owned(),
            repeated("33", 16),
            repeated("44", 16),
            "02".to_owned(),
            "0000000000000506".to_owned(),
            "0000000000000708".to_owned(),
            "00000001".to_owned(),
            "000000000000090a".to_owned(),
            "01".to_owned(),
            repeated("55", 16),
            "0b0c".to_owned(),
        ];
        assert_eq!(hex, expected.concat());
    }

    #[test]
    fn stream_names_lead_back() {
        let (client, part) = (ClientId::from_bytes([7; 16]), [8; 16]);
        let streams = [
            Stream::Journey(client),
            Stream::Session(client, SessionId::from_bytes(part)),
            Stream::Notes(client, StaffId::from_bytes(part)),
            Stream::Access(client),
            Stream::Practice,
            Stream::Staff,
            Stream::PracticeAccess,
            Stream::Stock,
        ];
        for stream in streams {
            assert_eq!(StreamName::from(stream).stream(), Some(stream));
        }
    }
}
