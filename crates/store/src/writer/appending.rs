//! Appending: a fact gets its place, its seal and its leaf.

use jiff::Timestamp;
use journey::event::SCHEMA;
use journey::{ClientId, EventId, Recorded, Stream};

use super::{Group, Problem, Writer};
use crate::fault::Cause;
use crate::header::{Author, Header, compartment_number};
use crate::seals::KEY_VERSION;
use crate::sqlite::event::{self, EventRow};
use crate::sqlite::{No, stream};
use crate::store::Appended;

/// A stream's number and the place its next fact takes.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Head {
    pub(crate) stream_no: No,
    pub(crate) next_seq: u64,
}

impl Writer {
    /// The head of a stream, if it has begun.
    pub(crate) fn head_of(&mut self, stream: Stream) -> Result<Option<Head>, Cause> {
        if let Some(head) = self.heads.get(&stream) {
            return Ok(Some(*head));
        }
        let Some(stream_no) = stream::find(&self.connection, self.practice_no, stream)? else {
            return Ok(None);
        };
        let next_seq = event::next_seq(&self.connection, self.practice_no, stream_no)?;
        let head = Head { stream_no, next_seq };
        self.heads.put(stream, head);
        Ok(Some(head))
    }

    fn head_or_new(&mut self, stream: Stream) -> Result<Head, Cause> {
        if let Some(head) = self.head_of(stream)? {
            return Ok(head);
        }
        let stream_no = stream::insert(&self.connection, self.practice_no, stream)?;
        Ok(Head { stream_no, next_seq: 1 })
    }

    /// Appends one fact to the stream it belongs to.
    pub(crate) fn append(
        &mut self,
        group: &mut Group,
        client: Option<ClientId>,
        recorded: &Recorded,
    ) -> Result<Head, Problem> {
        let stream = recorded.body.stream(client).ok_or_else(|| {
            Cause::unreadable("a fact", recorded.id, "it is about a client, and none was named")
        })?;
        let head = self.head_or_new(stream)?;
        if head.next_seq > events_max(stream) {
            return Err(Problem::Alone(Cause::StreamFull(head.next_seq)));
        }
        let row = self.sealed(group, stream, head, recorded)?;
        event::insert(&self.connection, self.practice_no, &row)?;
        group.head.frontier.append(row.leaf);
        group.appended.push(Appended { client: stream.client(), stream, seq: head.next_seq });
        let next = Head { next_seq: head.next_seq + 1, ..head };
        self.heads.put(stream, next);
        Ok(head)
    }

    fn sealed(
        &self,
        group: &mut Group,
        stream: Stream,
        head: Head,
        recorded: &Recorded,
    ) -> Result<EventRow, Cause> {
        // The log's clock never goes backwards, whatever the machine's does.
        group.head.appended_at = group.head.appended_at.max(whole_microseconds(recorded.recorded_at));
        let compartment = recorded.body.compartment();
        let header = Header {
            id: recorded.id.to_bytes(),
            practice: self.practice_id.to_bytes(),
            stream: stream.into(),
            compartment: compartment_number(compartment),
            seq: head.next_seq,
            position: group.head.frontier.size(),
            key_version: KEY_VERSION,
            appended_at_microseconds: group.head.appended_at.as_microsecond(),
            actor: Author::from(recorded.by),
            schema: SCHEMA,
        };
        let key = self.seals.key(compartment, compartment_owner(stream))?;
        let sealed = self.seal(&key, &header, recorded)?;
        Ok(EventRow {
            stream_no: head.stream_no,
            seq: header.seq,
            position: header.position,
            id: header.id,
            compartment: header.compartment,
            key_version: header.key_version,
            appended_at_microseconds: header.appended_at_microseconds,
            actor: header.actor,
            schema: header.schema,
            leaf: sealed.leaf,
            sealed: sealed.bytes,
        })
    }

    #[cfg(not(test))]
    fn seal(
        &self,
        key: &vault::key::Key,
        header: &Header,
        recorded: &Recorded,
    ) -> Result<crate::seals::Sealed, Cause> {
        self.seals.seal_event(key, header, recorded)
    }

    /// The defect that the search of a stolen folder must find: a fact that is not sealed.
    #[cfg(test)]
    fn seal(
        &self,
        key: &vault::key::Key,
        header: &Header,
        recorded: &Recorded,
    ) -> Result<crate::seals::Sealed, Cause> {
        let mut sealed = self.seals.seal_event(key, header, recorded)?;
        if self.mutant == crate::store::Mutant::LeavesOpen {
            sealed.bytes = serde_json::to_vec(recorded).expect("a fact is lawful JSON");
        }
        Ok(sealed)
    }
}

/// Whose key seals what lies in a stream; the practice's own has no client.
pub(crate) fn compartment_owner(stream: Stream) -> Option<ClientId> {
    stream.client()
}

/// Draws an id for a fact that no command made.
pub(crate) fn drawn_id() -> Result<EventId, Cause> {
    let mut bytes = [0; 16];
    getrandom::fill(&mut bytes).map_err(|fault| Cause::unreadable("chance", "the system", fault))?;
    Ok(EventId::from_bytes(bytes))
}

/// The log's instants are whole microseconds.
fn whole_microseconds(instant: Timestamp) -> Timestamp {
    Timestamp::from_microsecond(instant.as_microsecond()).expect("a lawful instant, rounded")
}

fn events_max(stream: Stream) -> u64 {
    match stream {
        // Nothing folds who opened what, so it may grow with the log.
        Stream::Access(_) | Stream::PracticeAccess => vault::tree::LEAVES_MAX,
        Stream::Journey(_)
        | Stream::Session(..)
        | Stream::Notes(..)
        | Stream::Practice
        | Stream::Staff
        | Stream::Stock => Stream::EVENTS_MAX,
    }
}
