//! Folding: the facts of a journey, and of the one session or author that matters, into a case.

use std::sync::Arc;

use journey::{Case, ClientId, Compartment, SessionId, StaffId, Stream};
use rusqlite::Connection;
use vault::key::Key;

use crate::fault::Cause;
use crate::header::compartment_number;
use crate::seals::Seals;
use crate::sqlite::event::{self, EventRow};
use crate::sqlite::{No, stream};

/// A case, and how far the facts are folded into it.
#[derive(Debug, Clone, Default)]
pub(crate) struct Folded {
    /// Place of the newest fact of the journey.
    pub(crate) seq: u64,
    /// The session whose chart is folded in, and the place of its newest fact.
    pub(crate) chart: Option<(SessionId, u64)>,
    /// The author whose psychotherapy notes are folded in, and the place of their newest fact.
    pub(crate) notes: Option<(StaffId, u64)>,
    pub(crate) case: Arc<Case>,
}

/// Where the facts of one client lie, and which of them are to be opened.
pub(crate) struct Unfolding<'a> {
    pub(crate) connection: &'a Connection,
    pub(crate) practice_no: No,
    pub(crate) seals: &'a Seals,
    pub(crate) client: ClientId,
    /// One compartment, for who has a grant; all of the journey, for the rules.
    pub(crate) compartment: Option<Compartment>,
}

impl Unfolding<'_> {
    /// Takes in what the journey has gained.
    pub(crate) fn journey(&self, folded: &mut Folded) -> Result<(), Cause> {
        let stream = Stream::Journey(self.client);
        let Some(stream_no) = stream::find(self.connection, self.practice_no, stream)? else {
            return Err(Cause::unreadable("a journey", self.client, "it has not begun"));
        };
        folded.seq = self.stream(stream, stream_no, folded.seq, &mut folded.case)?;
        Ok(())
    }

    /// Takes in what one session's chart has gained; another session's chart makes way.
    pub(crate) fn chart(&self, folded: &mut Folded, session: Option<SessionId>) -> Result<(), Cause> {
        let kept = folded.chart.filter(|(charted, _)| Some(*charted) == session);
        if kept.is_none() && folded.case.chart.is_some() {
            Arc::make_mut(&mut folded.case).chart = None;
        }
        folded.chart = kept;
        let Some(session) = session else { return Ok(()) };
        let stream = Stream::Session(self.client, session);
        let Some(stream_no) = stream::find(self.connection, self.practice_no, stream)? else {
            return Ok(());
        };
        let after = kept.map_or(0, |(_, seq)| seq);
        let seq = self.stream(stream, stream_no, after, &mut folded.case)?;
        folded.chart = Some((session, seq));
        Ok(())
    }

    /// Takes in what one author's psychotherapy notes have gained; another author's make way.
    pub(crate) fn notes(&self, folded: &mut Folded, author: StaffId) -> Result<(), Cause> {
        let kept = folded.notes.filter(|(folded_author, _)| *folded_author == author);
        if kept.is_none() && folded.case.notes.is_some() {
            Arc::make_mut(&mut folded.case).notes = None;
        }
        folded.notes = kept;
        let stream = Stream::Notes(self.client, author);
        let Some(stream_no) = stream::find(self.connection, self.practice_no, stream)? else {
            return Ok(());
        };
        let after = kept.map_or(0, |(_, seq)| seq);
        let seq = self.stream(stream, stream_no, after, &mut folded.case)?;
        folded.notes = Some((author, seq));
        Ok(())
    }

    /// Takes in what the opened compartment has gained, and with the record one session's chart: the
    /// one asked for, else the one that is open.
    pub(crate) fn extended(&self, folded: &mut Folded, session: Option<SessionId>) -> Result<(), Cause> {
        if let Some(Compartment::PsychotherapyNotes(author)) = self.compartment {
            return self.notes(folded, author);
        }
        self.journey(folded)?;
        if self.compartment == Some(Compartment::Record) {
            let session = session.or_else(|| folded.case.open_session());
            self.chart(folded, session)?;
        }
        Ok(())
    }

    fn stream(&self, stream: Stream, stream_no: No, after: u64, case: &mut Arc<Case>) -> Result<u64, Cause> {
        let mut seq = after;
        let keys = self.keys(stream)?;
        let take_in = |row: EventRow| {
            let key = keys.iter().find(|(number, _)| *number == row.compartment);
            let (_, key) = key.ok_or(Cause::KeyMissing("fitting"))?;
            let fact = self.seals.open_event(key, stream, &row)?;
            Arc::make_mut(case).evolve(&fact);
            seq = row.seq;
            Ok(())
        };
        let (connection, practice_no) = (self.connection, self.practice_no);
        match self.compartment.map(compartment_number) {
            None => event::of_stream(connection, practice_no, stream_no, after, take_in)?,
            Some(number) => {
                event::of_compartment(connection, practice_no, stream_no, number, after, take_in)?;
            }
        }
        Ok(seq)
    }

    /// The keys of what is to be opened in a stream, by the compartment's number.
    fn keys(&self, stream: Stream) -> Result<Vec<(u8, Key)>, Cause> {
        let of_rules = match stream {
            Stream::Journey(_) => vec![Compartment::Identity, Compartment::Record],
            Stream::Notes(_, author) => vec![Compartment::PsychotherapyNotes(author)],
            _ => vec![Compartment::Record],
        };
        let opened = self.compartment.map_or(of_rules, |compartment| vec![compartment]);
        let key = |compartment: Compartment| {
            let key = self.seals.key(compartment, Some(self.client))?;
            Ok((compartment_number(compartment), key))
        };
        opened.into_iter().map(key).collect()
    }
}
