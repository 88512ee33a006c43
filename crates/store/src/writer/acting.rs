//! Acting: a command is decided against what has happened, once.

use std::sync::Arc;

use jiff::Timestamp;
use journey::access::Event as AccessEvent;
use journey::stock::Reached;
use journey::{
    At, ClientId, Command, Compartment, Event, EventId, Precision, Recorded, Refusal, SessionId, Stream, Who,
    case, enquiry, practice, stock,
};
use permit::{Action, Kind, Permit};
use serde::{Deserialize, Serialize};

use super::appending::drawn_id;
use super::cards::Drawing;
use super::{Group, Problem, Writer};
use crate::access::{self, Access};
use crate::act::{Ask, Done, Intent};
use crate::fault::Cause;
use crate::fold::{Folded, Unfolding};
use crate::needs::{Needs, needs};
use crate::queue::Answer;
use crate::sqlite::command;

/// What came of a command, as it is kept for a repeat.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Outcome {
    who: Who,
    client: Option<ClientId>,
    asked: String,
    /// What exactly was asked; none in records that were made before it was kept.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    fingerprint: Option<Fingerprint>,
    events: u16,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    refusal: Option<Refusal>,
}

/// An act's fingerprint, after the release that took it: another release may print an act otherwise.
///
/// It lies sealed with the rest, since in clear it would let a guess of what was charted be tried out;
/// and it is short, so that the whole outcome stays within one block of padding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Fingerprint(String, String);

/// Bytes of a fingerprint: two acts that share one do not come about by chance.
const FINGERPRINT_BYTES: usize = 16;

impl Fingerprint {
    /// None where the server itself puts chance into what is asked, so that a repeat never looks
    /// like the first: the id of a link, the salt of a password.
    fn of(ask: &Ask) -> Option<Self> {
        if matches!(ask, Ask::Client(Command::Link(_)) | Ask::Practice(_)) {
            return None;
        }
        let hash = vault::tree::leaf_hash(format!("{ask:?}").as_bytes());
        let hex = hash.iter().take(FINGERPRINT_BYTES).map(|byte| format!("{byte:02x}")).collect();
        Some(Self(env!("CARGO_PKG_VERSION").to_owned(), hex))
    }

    /// Whether it is known to be another act's.
    fn differs(&self, other: &Self) -> bool {
        self.0 == other.0 && self.1 != other.1
    }
}

impl Outcome {
    /// Whether this is the outcome of the very same act of the same person.
    fn is_of(
        &self,
        who: Who,
        client: Option<ClientId>,
        asked: &str,
        fingerprint: Option<&Fingerprint>,
    ) -> bool {
        let another =
            self.fingerprint.as_ref().zip(fingerprint).is_some_and(|(stored, now)| stored.differs(now));
        self.who == who && self.client == client && self.asked == asked && !another
    }

    fn answer(self, repeated: bool) -> Answer {
        match self.refusal {
            Some(refusal) => Answer::Refused(refusal),
            None => Answer::Done(Done { client: self.client, events: self.events, repeated }),
        }
    }
}

impl Writer {
    pub(super) fn act(
        &mut self,
        group: &mut Group,
        permit: &Permit,
        intent: &Intent,
        now: Timestamp,
    ) -> Result<Answer, Problem> {
        let (asked, fingerprint) = (asked(&intent.ask), Fingerprint::of(&intent.ask));
        let (who, client) = (permit.who(), permit.client());
        if let Some(sealed) = command::find(&self.connection, self.practice_no, intent.id)? {
            let stored: Outcome = self.seals.open_outcome(intent.id, &sealed)?;
            // An id that was used by somebody else, or for something else, must tell nothing.
            return if stored.is_of(who, client, &asked, fingerprint.as_ref()) {
                Ok(stored.answer(true))
            } else {
                Err(Problem::Conflict)
            };
        }
        let decided = match &intent.ask {
            Ask::Client(command) => self.act_on_client(group, permit, intent, command, now)?,
            Ask::Practice(command) => self.act_on_practice(group, permit, intent, command, now)?,
            Ask::Stock(command) => self.act_on_stock(group, permit, intent, command, now)?,
        };
        let (events, refusal) = match decided {
            Ok(events) => (events, None),
            Err(refusal) => (0, Some(refusal)),
        };
        let outcome = Outcome { who, client, asked, fingerprint, events, refusal };
        let sealed = self.seals.seal_outcome(intent.id, &outcome)?;
        command::insert(&self.connection, self.practice_no, intent.id, &sealed)?;
        Ok(outcome.answer(false))
    }

    fn act_on_client(
        &mut self,
        group: &mut Group,
        permit: &Permit,
        intent: &Intent,
        command: &Command,
        now: Timestamp,
    ) -> Result<Result<u16, Refusal>, Problem> {
        #[cfg(test)]
        self.panic_if_mutant(command);
        let no_client = || Cause::unreadable("a permit", intent.id, "it names no client");
        let client = permit.client().ok_or_else(no_client)?;
        let is_new = self.head_of(Stream::Journey(client))?.is_none();
        if is_new && !matches!(command, Command::Enquiry(enquiry::Command::Receive { .. })) {
            return Ok(Err(Refusal::NoEnquiry));
        }
        let mut folded = if is_new { Folded::default() } else { self.folded(client)? };
        if let Some(session) = command.session() {
            self.chart(client, &mut folded, Some(session))?;
        }
        if let (Command::PsychotherapyNote(_), Who::Staff { staff }) = (command, permit.who()) {
            self.unfolding(client).notes(&mut folded, staff)?;
        }
        let (practice, stock) = (Arc::clone(&group.head.practice), Arc::clone(&group.head.stock));
        let reached = command.reaches_stock().then_some(Reached { stock: &stock, client });
        let (by, occurred_at) = (permit.who(), occurred_at(intent, now));
        let at = At { now, occurred_at, by, practice: &practice, stock: reached };
        let events = match case::decide(&folded.case, command, &at) {
            Ok(events) => events,
            Err(refusal) => {
                self.folds.put(client, folded);
                return Ok(Err(refusal));
            }
        };
        if is_new {
            self.seals.ensure(Compartment::Identity, Some(client))?;
            self.seals.ensure(Compartment::Record, Some(client))?;
        }
        for notes in events.iter().map(Event::compartment).filter(|one| one.is_notes()) {
            self.seals.ensure(notes, Some(client))?;
        }
        let count = counted(&events)?;
        let recorded = recorded(intent, &at, events);
        self.append_to_client(group, client, folded, &recorded)?;
        Ok(Ok(count))
    }

    /// Appends facts, folds those of the journey, and draws the card they make.
    fn append_to_client(
        &mut self,
        group: &mut Group,
        client: ClientId,
        mut folded: Folded,
        recorded: &[Recorded],
    ) -> Result<(), Problem> {
        let before = Drawing::of(&folded);
        for fact in recorded {
            let head = self.append(group, Some(client), fact)?;
            match fact.body.stream(Some(client)) {
                Some(Stream::Journey(_)) => folded.seq = head.next_seq,
                Some(Stream::Session(_, session)) => folded.chart = Some((session, head.next_seq)),
                Some(Stream::Notes(_, author)) => folded.notes = Some((author, head.next_seq)),
                // The time an appointment takes is the practice's own: the next act must see it.
                Some(Stream::Practice) => Arc::make_mut(&mut group.head.practice).evolve(fact),
                // What a person's line took from the stock is the stock's own line.
                Some(Stream::Stock) => Arc::make_mut(&mut group.head.stock).evolve(fact),
                _ => continue,
            }
            Arc::make_mut(&mut folded.case).evolve(fact);
        }
        self.draw(group, client, &mut folded, Some(&before))?;
        self.folds.put(client, folded);
        Ok(())
    }

    /// The defect that one act must survive: a rule that panics.
    #[cfg(test)]
    fn panic_if_mutant(&self, command: &Command) {
        let invites = matches!(command, Command::Enquiry(enquiry::Command::Invite));
        let mutant = crate::store::Mutant::PanicsAtAnInvitation;
        assert!(self.mutant != mutant || !invites, "a mutant's panic");
    }

    fn act_on_practice(
        &mut self,
        group: &mut Group,
        permit: &Permit,
        intent: &Intent,
        command: &practice::Command,
        now: Timestamp,
    ) -> Result<Result<u16, Refusal>, Problem> {
        let events = match practice::decide(&group.head.practice, command, now) {
            Ok(events) => events,
            Err(refusal) => return Ok(Err(refusal)),
        };
        let count = counted(&events)?;
        let practice = Arc::clone(&group.head.practice);
        let (by, occurred_at) = (permit.who(), occurred_at(intent, now));
        let at = At { now, occurred_at, by, practice: &practice, stock: None };
        for fact in recorded(intent, &at, events) {
            self.append(group, None, &fact)?;
            if folds_practice(&fact.body) {
                Arc::make_mut(&mut group.head.practice).evolve(&fact);
            }
        }
        Ok(Ok(count))
    }

    fn act_on_stock(
        &mut self,
        group: &mut Group,
        permit: &Permit,
        intent: &Intent,
        command: &stock::Command,
        now: Timestamp,
    ) -> Result<Result<u16, Refusal>, Problem> {
        let (practice, kept) = (Arc::clone(&group.head.practice), Arc::clone(&group.head.stock));
        let (by, occurred_at) = (permit.who(), occurred_at(intent, now));
        let at = At { now, occurred_at, by, practice: &practice, stock: None };
        let events = match stock::decide(&kept, command, &at) {
            Ok(events) => events,
            Err(refusal) => return Ok(Err(refusal)),
        };
        let count = counted(&events)?;
        for fact in recorded(intent, &at, events) {
            self.append(group, None, &fact)?;
            Arc::make_mut(&mut group.head.stock).evolve(&fact);
        }
        Ok(Ok(count))
    }

    /// Notes that a compartment was opened, unless it was noted this quarter of an hour.
    pub(super) fn opened(
        &mut self,
        group: &mut Group,
        who: Who,
        client: ClientId,
        compartment: Compartment,
        now: Timestamp,
    ) -> Result<Answer, Problem> {
        let access = Access::opening(who, client, compartment, now);
        let not_opened = || Cause::unreadable("an opening", client, "no grant opens the practice's own");
        let opened = access::opened(compartment).ok_or_else(not_opened)?;
        self.note(group, access, Some(client), who, AccessEvent::RecordOpened { opened }, now)
    }

    /// Notes who was on a list that was shown, unless it was noted this quarter of an hour.
    pub(super) fn shown(
        &mut self,
        group: &mut Group,
        who: Who,
        clients: &[ClientId],
        now: Timestamp,
    ) -> Result<Answer, Problem> {
        let access = Access::list(who, clients, now);
        self.note(group, access, None, who, AccessEvent::ListShown { clients: clients.to_vec() }, now)
    }

    fn note(
        &mut self,
        group: &mut Group,
        access: Access,
        client: Option<ClientId>,
        who: Who,
        event: AccessEvent,
        now: Timestamp,
    ) -> Result<Answer, Problem> {
        if group.accesses.contains(&access) || self.shared.has_noted(&access) {
            return Ok(Answer::Noted);
        }
        let fact = Recorded {
            id: drawn_id()?,
            occurred_at: now,
            zone: None,
            precision: Precision::Second,
            recorded_at: now,
            device: None,
            protocol_version: None,
            by: who,
            body: Event::Access(event),
        };
        self.append(group, client, &fact)?;
        group.accesses.push(access);
        Ok(Answer::Noted)
    }

    /// Hands over a client's fold, from memory or from the log; to be put back when it holds.
    pub(super) fn folded(&mut self, client: ClientId) -> Result<Folded, Cause> {
        let stream = Stream::Journey(client);
        let head = self.head_of(stream)?;
        let head = head.ok_or_else(|| Cause::unreadable("a journey", client, "it has not begun"))?;
        if let Some(folded) = self.folds.take(&client) {
            assert_eq!(folded.seq + 1, head.next_seq, "a kept fold is that of the stream's head");
            return Ok(folded);
        }
        let mut folded = Folded::default();
        let unfolding = self.unfolding(client);
        unfolding.journey(&mut folded)?;
        let open = folded.case.open_session();
        unfolding.chart(&mut folded, open)?;
        Ok(folded)
    }

    /// Folds one session's chart in, unless it is there up to its newest fact.
    pub(super) fn chart(
        &mut self,
        client: ClientId,
        folded: &mut Folded,
        session: Option<SessionId>,
    ) -> Result<(), Cause> {
        if let (Some((charted, seq)), Some(session)) = (folded.chart, session)
            && charted == session
            && self.head_of(Stream::Session(client, session))?.is_some_and(|head| head.next_seq == seq + 1)
        {
            return Ok(());
        }
        self.unfolding(client).chart(folded, session)
    }

    /// The way to all facts of a journey, for the rules.
    pub(super) fn unfolding(&self, client: ClientId) -> Unfolding<'_> {
        Unfolding {
            connection: &self.connection,
            practice_no: self.practice_no,
            seals: &self.seals,
            client,
            compartment: None,
        }
    }
}

/// Whether the practice's fold takes a fact in; sign-ins and lists are only noted.
pub(crate) fn folds_practice(event: &Event) -> bool {
    matches!(event.stream(None), Some(Stream::Practice | Stream::Staff))
}

/// A claim from the future is taken as now.
fn occurred_at(intent: &Intent, now: Timestamp) -> Timestamp {
    intent.occurred_at.map_or(now, |claimed| claimed.min(now))
}

fn recorded(intent: &Intent, at: &At<'_>, events: Vec<Event>) -> Vec<Recorded> {
    let protocol_version = at.practice.protocol_in_force(at.now).map(|signed| signed.number);
    let facts = (0..).zip(events).map(|(ordinal, body)| Recorded {
        id: EventId::derived(intent.id, ordinal),
        occurred_at: at.occurred_at,
        zone: intent.zone.clone(),
        precision: intent.precision,
        recorded_at: at.now,
        device: intent.device.clone(),
        protocol_version,
        by: at.by,
        body,
    });
    facts.collect()
}

fn counted(events: &[Event]) -> Result<u16, Cause> {
    let count = u16::try_from(events.len()).ok().filter(|count| *count <= EventId::PER_COMMAND_MAX);
    count.ok_or(Cause::TooManyEvents(events.len()))
}

/// What was asked, as far as a repeat must ask the same.
fn asked(ask: &Ask) -> String {
    let Needs { action, kind } = needs(ask);
    asked_of(action, kind)
}

fn asked_of(action: Action, kind: Kind) -> String {
    format!("{action:?} {kind:?}")
}

#[cfg(test)]
mod tests;
