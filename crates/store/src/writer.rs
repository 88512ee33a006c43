//! The writer: one thread owns the log, and commits what is queued in groups.

mod acting;
mod appending;
mod cards;
mod group;
mod signing;

use std::fs::File;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError};
use std::time::Instant;

use journey::{ClientId, PracticeId, Stream};
use rusqlite::Connection;

use self::appending::Head;
pub(crate) use self::group::{Group, LogHead};
use crate::fault::{Cause, Fault};
use crate::fold::Folded;
use crate::folder::Folder;
use crate::queue::{Answer, Message, Queued, Unanswered, Work};
use crate::recent::Recent;
use crate::seals::Seals;
use crate::sqlite::{No, practice, token};
use crate::store::Shared;

/// Acts that one commit holds at most; more would make the first of them wait.
const GROUP_ACTS_MAX: usize = 256;
/// Folded cases kept for the next command.
const FOLDS_MAX: usize = 1_024;
/// Heads of streams kept.
const HEADS_MAX: usize = 16_384;

/// Why one piece of work came to nothing.
pub(crate) enum Problem {
    /// Another fact took its place.
    Conflict,
    /// It fails alone; the group goes on.
    Alone(Cause),
    /// The database failed, and with it the group.
    Group(Cause),
}

impl From<rusqlite::Error> for Problem {
    fn from(fault: rusqlite::Error) -> Self {
        match fault.sqlite_error() {
            Some(error) if is_taken(error.extended_code) => Self::Conflict,
            _ => Self::Group(fault.into()),
        }
    }
}

fn is_taken(extended_code: i32) -> bool {
    use rusqlite::ffi;
    [ffi::SQLITE_CONSTRAINT_UNIQUE, ffi::SQLITE_CONSTRAINT_PRIMARYKEY].contains(&extended_code)
}

impl From<Cause> for Problem {
    fn from(cause: Cause) -> Self {
        match cause {
            Cause::Sqlite(fault) => fault.into(),
            cause => Self::Alone(cause),
        }
    }
}

/// All that writing needs; lives on one thread.
pub(crate) struct Writer {
    pub(crate) connection: Connection,
    pub(crate) folder: Folder,
    pub(crate) seals: Seals,
    pub(crate) shared: Arc<Shared>,
    pub(crate) practice_id: PracticeId,
    pub(crate) practice_no: No,
    /// What is durable: the tree, its newest instant, the practice.
    pub(crate) head: LogHead,
    pub(crate) folds: Recent<ClientId, Folded>,
    pub(crate) heads: Recent<Stream, Head>,
    /// When the newest facts are to be signed at the latest.
    pub(crate) sign_by: Option<Instant>,
    pub(crate) signed_size: u64,
    /// Set once the disk has failed: nobody knows what is on it.
    stopped: bool,
    /// Keeps other processes out for as long as this one writes.
    _lock: File,
    #[cfg(test)]
    pub(crate) mutant: crate::store::Mutant,
}

/// What a writer is made of.
pub(crate) struct Materials {
    pub(crate) connection: Connection,
    pub(crate) folder: Folder,
    pub(crate) lock: File,
    pub(crate) seals: Seals,
    pub(crate) shared: Arc<Shared>,
    pub(crate) practice: practice::PracticeRow,
    pub(crate) signed_size: u64,
}

impl Writer {
    pub(crate) fn new(materials: Materials) -> Self {
        let Materials { connection, folder, lock, seals, shared, practice, signed_size } = materials;
        let head = LogHead {
            frontier: practice.frontier,
            appended_at: practice.appended_at,
            practice: shared.practice(),
            stock: shared.stock(),
        };
        Self {
            connection,
            folder,
            seals,
            shared,
            practice_id: practice.id,
            practice_no: practice.practice_no,
            head,
            folds: Recent::new(FOLDS_MAX),
            heads: Recent::new(HEADS_MAX),
            sign_by: None,
            signed_size,
            stopped: false,
            _lock: lock,
            #[cfg(test)]
            mutant: crate::store::Mutant::None,
        }
    }

    /// Works until it is told to close or nobody is left to tell it anything.
    pub(crate) fn run(mut self, messages: &Receiver<Message>) {
        self.sign_later();
        loop {
            match messages.recv_timeout(self.patience()) {
                Ok(Message::Work(first)) => {
                    let closing = self.commit_waiting(first, messages);
                    self.sign_if_due();
                    if closing {
                        break;
                    }
                }
                Ok(Message::Close) | Err(RecvTimeoutError::Disconnected) => break,
                Err(RecvTimeoutError::Timeout) => self.sign_if_due(),
            }
        }
        self.sign_now();
    }

    /// Commits a first piece of work with all that waits behind it; whether closing was asked for.
    fn commit_waiting(&mut self, first: Queued, messages: &Receiver<Message>) -> bool {
        let mut queued = vec![first];
        let mut closing = false;
        while queued.len() < GROUP_ACTS_MAX && !closing {
            match messages.try_recv() {
                Ok(Message::Work(next)) => queued.push(next),
                Ok(Message::Close) => closing = true,
                Err(_) => break,
            }
        }
        self.commit(&mut queued);
        closing
    }

    /// Commits a group; when the database fails it, each of its acts is tried once by itself.
    pub(crate) fn commit(&mut self, queued: &mut [Queued]) {
        let Err(cause) = self.try_commit(queued) else { return };
        if queued.len() == 1 || self.stopped {
            let fault = Fault::noted(&cause);
            queued.iter_mut().for_each(|one| one.answer(Err(Unanswered::Fault(fault))));
            return;
        }
        tracing::warn!(acts = queued.len(), "A group failed, its acts are tried singly: {cause}");
        queued.chunks_mut(1).for_each(|one| self.commit(one));
    }

    fn try_commit(&mut self, queued: &mut [Queued]) -> Result<(), Cause> {
        if self.stopped {
            return Err(Cause::Stopped);
        }
        let committed = self.transact(queued);
        if let Err(cause) = &committed {
            self.stopped = cause.stops_writing();
            // After a failed COMMIT there may be no transaction left to roll back.
            let _ = self.connection.execute_batch("ROLLBACK");
            self.folds.forget_all();
            self.heads.forget_all();
        }
        committed
    }

    /// One transaction: all acts, the tree's head, the keys on disk, COMMIT; only then memory and answers.
    fn transact(&mut self, queued: &mut [Queued]) -> Result<(), Cause> {
        let mut group = Group::after(&self.head);
        self.connection.prepare_cached("BEGIN IMMEDIATE")?.execute([])?;
        let mut answers = Vec::with_capacity(queued.len());
        for one in queued.iter() {
            answers.push(self.try_one(&mut group, &one.work)?);
        }
        if group.head.frontier.size() > self.head.frontier.size() {
            let LogHead { frontier, appended_at, .. } = &group.head;
            practice::set_head(&self.connection, self.practice_no, frontier, *appended_at)?;
        }
        self.seals.save()?;
        let answers = self.acknowledge_early(queued, answers);
        self.connection.prepare_cached("COMMIT")?.execute([])?;
        self.remember(group);
        acknowledge(queued, answers);
        Ok(())
    }

    /// One piece of work in a savepoint; what fails alone leaves nothing behind.
    fn try_one(&mut self, group: &mut Group, work: &Work) -> Result<Result<Answer, Unanswered>, Cause> {
        self.connection.prepare_cached("SAVEPOINT act")?.execute([])?;
        let mark = group.mark();
        let unanswered = match self.caught(group, work) {
            Ok(answer) => {
                self.connection.prepare_cached("RELEASE act")?.execute([])?;
                return Ok(Ok(answer));
            }
            Err(Problem::Group(cause)) => return Err(cause),
            Err(Problem::Alone(cause)) => Unanswered::Fault(Fault::noted(&cause)),
            Err(Problem::Conflict) => Unanswered::Conflict,
        };
        self.connection.prepare_cached("ROLLBACK TO act")?.execute([])?;
        self.connection.prepare_cached("RELEASE act")?.execute([])?;
        group.back_to(mark);
        self.folds.forget_all();
        self.heads.forget_all();
        Ok(Err(unanswered))
    }

    /// Works; a panic in a rule is a fault of this one act and ends nobody else's.
    fn caught(&mut self, group: &mut Group, work: &Work) -> Result<Answer, Problem> {
        // What was half done is undone by the caller as after any fault: rows, group, folds and heads.
        catch_unwind(AssertUnwindSafe(|| self.work(group, work)))
            .unwrap_or_else(|_| Err(Problem::Alone(Cause::Panicked)))
    }

    fn work(&mut self, group: &mut Group, work: &Work) -> Result<Answer, Problem> {
        match work {
            Work::Act { permit, intent, now } => self.act(group, permit, intent, *now),
            Work::Opened { who, client, compartment, now } => {
                self.opened(group, *who, *client, *compartment, *now)
            }
            Work::Shown { who, clients, now } => self.shown(group, *who, clients, *now),
            Work::Token(change) => {
                Ok(Answer::Tokens(token::change(&self.connection, self.practice_no, change)?))
            }
            Work::Redraw(clients) => self.redraw(group, clients),
        }
    }

    /// Lets memory follow what has become durable.
    fn remember(&mut self, group: Group) {
        self.head = group.head.clone();
        self.shared.follow(group);
        self.sign_later();
    }

    /// Draws cards anew before the queue is open.
    pub(crate) fn redraw_now(&mut self, clients: &[ClientId]) -> Result<(), Fault> {
        let (reply, mut answer) = tokio::sync::oneshot::channel();
        let work = Work::Redraw(clients.to_vec());
        self.commit(&mut [Queued { work, reply: Some(reply) }]);
        match answer.try_recv() {
            Ok(Ok(_)) => Ok(()),
            Ok(Err(Unanswered::Fault(fault))) => Err(fault),
            Ok(Err(Unanswered::Conflict)) | Err(_) => Err(Fault::noted(&Cause::Closed)),
        }
    }

    /// The defect that the crash test must find: an answer before the commit.
    #[cfg(test)]
    fn acknowledge_early(&self, queued: &mut [Queued], answers: Answers) -> Answers {
        if self.mutant != crate::store::Mutant::AcknowledgesEarly {
            return answers;
        }
        acknowledge(queued, answers);
        Vec::new()
    }

    #[cfg(not(test))]
    fn acknowledge_early(&self, _queued: &mut [Queued], answers: Answers) -> Answers {
        answers
    }
}

type Answers = Vec<Result<Answer, Unanswered>>;

fn acknowledge(queued: &mut [Queued], answers: Answers) {
    queued.iter_mut().zip(answers).for_each(|(one, answer)| one.answer(answer));
}

impl Queued {
    fn answer(&mut self, answer: Result<Answer, Unanswered>) {
        if let Some(reply) = self.reply.take() {
            // Whoever asked may have gone; what was done stays done.
            let _ = reply.send(answer);
        }
    }
}
