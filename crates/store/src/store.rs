//! The store: what everybody else in Kapok asks of memory.

mod opening;
mod shared;
mod tokens;

use std::path::Path;
use std::sync::mpsc::Sender;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;

use jiff::Timestamp;
use journey::stock::Stock;
use journey::{Case, ClientId, Compartment, Practice, PracticeId, Recorded, SessionId, StaffId, Stream};
use permit::{Action, Grant, Kind, Permit, Relation};
use rusqlite::Connection;
use tokio::sync::{Semaphore, broadcast, oneshot};

use crate::access::Access;
use crate::act::{ActFault, Done, Intent, is_permitted};
use crate::fault::{Cause, Fault, OpenFault, ReadFault};
use crate::fold::{Folded, Unfolding};
use crate::folder::Folder;
use crate::header::compartment_number;
use crate::index::{Call, ListQuery, Listed};
use crate::queue::{Answer, Message, Queued, Unanswered, Work};
use crate::reader::Readers;
use crate::recent::Recent;
use crate::seals::Seals;
use crate::sqlite::due::DueEntry;
use crate::sqlite::{No, due, event, stream};
use crate::writer::Writer;

pub(crate) use self::shared::Shared;
pub use self::shared::{Appended, Doing, Opened, Progress};

/// Work that may wait for the writer at once; whoever comes later waits before the queue.
const QUEUED_MAX: usize = 4_096;
/// Folds of single compartments kept for the next reader.
const READ_FOLDS_MAX: usize = 1_024;
/// Cards drawn anew in one act, so that others get their turn.
const REDRAWN_AT_ONCE: usize = 64;

/// The memory of one practice; cheap to clone, all clones are the same one.
#[derive(Clone)]
pub struct Store {
    backend: Backend,
}

/// Where the memory lies; the seat beside SQLite is PostgreSQL's.
#[derive(Clone)]
enum Backend {
    Sqlite(Arc<Sqlite>),
}

/// A practice's memory on SQLite: the way to its writer, and connections that read.
struct Sqlite {
    practice_id: PracticeId,
    practice_no: No,
    seals: Seals,
    shared: Arc<Shared>,
    readers: Readers,
    read_folds: Mutex<ReadFolds>,
    messages: Sender<Message>,
    seats: Semaphore,
    thread: Mutex<Option<JoinHandle<()>>>,
}

/// Folds of single compartments; each is extended in its place by one reader at a time, so that a
/// journey's length is paid once and not with every new fact.
type ReadFolds = Recent<(ClientId, Compartment), Arc<Mutex<Folded>>>;

/// The name of a practice's log in its checkpoints.
pub(crate) fn origin(practice: PracticeId) -> String {
    format!("kapok/{practice}")
}

/// Defects that tests must find.
#[cfg(test)]
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mutant {
    None,
    AcknowledgesEarly,
    LeavesOpen,
    PanicsAtAnInvitation,
}

impl Store {
    /// Makes a practice: its folder, its root key outside of it, its keys and its database.
    ///
    /// # Errors
    /// When something is there already, or the file system refuses.
    pub fn create(data: &Path, root_key: &Path) -> Result<Self, OpenFault> {
        Ok(Self::start(opening::create(data, root_key)?))
    }

    /// Opens a practice and its cards; draws those anew that another release has drawn.
    ///
    /// # Errors
    /// When it is in use, newer than this release, or cannot be read.
    pub fn open(data: &Path, root_key: &Path, progress: &mut dyn FnMut(Progress)) -> Result<Self, OpenFault> {
        Ok(Self::start(opening::open(data, root_key, progress)?))
    }

    /// Makes a practice with a defect that a test must find.
    #[cfg(test)]
    pub(crate) fn create_mutant(data: &Path, root_key: &Path, mutant: Mutant) -> Result<Self, OpenFault> {
        let mut writer = opening::create(data, root_key)?;
        writer.mutant = mutant;
        Ok(Self::start(writer))
    }

    /// Whether there is a practice in a folder.
    pub fn exists(data: &Path) -> bool {
        Folder::new(data).has_practice()
    }

    fn start(writer: Writer) -> Self {
        let (messages, queue) = std::sync::mpsc::channel();
        let (practice_id, practice_no) = (writer.practice_id, writer.practice_no);
        let (seals, shared) = (writer.seals.clone(), Arc::clone(&writer.shared));
        let readers = Readers::new(writer.folder.database());
        let thread = std::thread::Builder::new().name("kapok-writer".into());
        let thread = thread.spawn(move || writer.run(&queue)).expect("the system gives one thread at start");
        let sqlite = Sqlite {
            practice_id,
            practice_no,
            seals,
            shared,
            readers,
            read_folds: Mutex::new(Recent::new(READ_FOLDS_MAX)),
            messages,
            seats: Semaphore::new(QUEUED_MAX),
            thread: Mutex::new(Some(thread)),
        };
        Self { backend: Backend::Sqlite(Arc::new(sqlite)) }
    }

    fn sqlite(&self) -> &Arc<Sqlite> {
        let Backend::Sqlite(sqlite) = &self.backend;
        sqlite
    }

    /// The practice's id.
    pub fn practice_id(&self) -> PracticeId {
        self.sqlite().practice_id
    }

    /// The practice as it stands.
    pub fn practice(&self) -> Arc<Practice> {
        self.sqlite().shared.practice()
    }

    /// The practice's stock as it stands, for whoever may read it.
    ///
    /// # Errors
    /// When the permit is for something else.
    pub fn stock(&self, permit: Permit) -> Result<Arc<Stock>, ReadFault> {
        let sqlite = self.sqlite();
        let of_practice = permit.practice() == sqlite.practice_id && permit.client().is_none();
        if !of_practice || !permit.is_for(Action::Read, Kind::Stock) {
            return Err(ReadFault::NotPermitted);
        }
        Ok(sqlite.shared.stock())
    }

    /// Decides an act and records what follows; durable when this returns, and done once.
    ///
    /// # Errors
    /// A refusal of the rules, which is kept too and answers every repeat; a conflict; a fault.
    pub async fn act(&self, permit: Permit, intent: Intent, now: Timestamp) -> Result<Done, ActFault> {
        let sqlite = self.sqlite();
        if permit.practice() != sqlite.practice_id || !is_permitted(&permit, &intent.ask) {
            return Err(ActFault::NotPermitted);
        }
        match sqlite.ask(Work::Act { permit, intent, now }).await {
            Ok(Answer::Done(done)) => Ok(done),
            Ok(Answer::Refused(refusal)) => Err(ActFault::Refused(refusal)),
            Ok(Answer::Noted | Answer::Tokens(_)) => unreachable!("an act is done or refused"),
            Err(Unanswered::Conflict) => Err(ActFault::Conflict),
            Err(Unanswered::Fault(fault)) => Err(ActFault::Fault(fault)),
        }
    }

    /// Opens one compartment of one client, folded; the opening is durable before the content leaves.
    ///
    /// With the record goes the chart of the medicine session that is open, if one is.
    ///
    /// # Errors
    /// When there is no such client, the grant is another practice's, or Kapok failed.
    pub async fn read(&self, grant: Grant, now: Timestamp) -> Result<Opened, ReadFault> {
        self.sqlite().open(&grant, None, now).await
    }

    /// As [`Store::read`], with the chart of one medicine session instead of the open one's.
    ///
    /// # Errors
    /// As [`Store::read`].
    pub async fn read_session(
        &self,
        grant: Grant,
        session: SessionId,
        now: Timestamp,
    ) -> Result<Opened, ReadFault> {
        self.sqlite().open(&grant, Some(session), now).await
    }

    /// The facts of one compartment of one client, in the order of the log; noted like [`Store::read`].
    ///
    /// A grant for the access log gives who opened what, any other grant everything else.
    ///
    /// # Errors
    /// As [`Store::read`].
    pub async fn history(&self, grant: Grant, now: Timestamp) -> Result<Vec<Recorded>, ReadFault> {
        let sqlite = self.sqlite();
        sqlite.note_opening(&grant, now).await?;
        let (client, compartment) = (grant.client(), grant.compartment());
        let of_openings = grant.kind() == Kind::AccessLog;
        let history = sqlite
            .blocking(move |sqlite, connection| sqlite.history(connection, client, compartment, of_openings));
        Ok(history.await?)
    }

    /// A part of the list of clients, as far as the actor may see it; notes who was shown.
    ///
    /// # Errors
    /// When the permit is not to read the roster, or Kapok failed.
    pub async fn list(&self, permit: Permit, query: ListQuery, now: Timestamp) -> Result<Listed, ReadFault> {
        let sqlite = self.sqlite();
        if permit.practice() != sqlite.practice_id || !permit.is_for(Action::Read, Kind::Roster) {
            return Err(ReadFault::NotPermitted);
        }
        let listed = sqlite.shared.list(sqlite.practice_id, permit.actor(), &query);
        let clients: Vec<ClientId> = listed.rows.iter().map(|row| row.client).collect();
        let (who, access) = (permit.who(), Access::list(permit.who(), &clients, now));
        if !clients.is_empty() && !sqlite.shared.has_noted(&access) {
            sqlite.note(Work::Shown { who, clients, now }).await?;
        }
        Ok(listed)
    }

    /// For whom somebody is needed, as whoever is there is told; notes whose names were shown.
    ///
    /// # Errors
    /// When the permit is not to read calls, or Kapok failed.
    pub async fn calls(&self, permit: Permit, now: Timestamp) -> Result<Vec<Call>, ReadFault> {
        let sqlite = self.sqlite();
        if permit.practice() != sqlite.practice_id || !permit.is_for(Action::Read, Kind::Call) {
            return Err(ReadFault::NotPermitted);
        }
        let practice = self.practice();
        let calls = sqlite.shared.calls(&practice, permit.actor(), now);
        let clients: Vec<ClientId> = calls.iter().map(|one| one.client).collect();
        let (who, access) = (permit.who(), Access::list(permit.who(), &clients, now));
        if !clients.is_empty() && !sqlite.shared.has_noted(&access) {
            sqlite.note(Work::Shown { who, clients, now }).await?;
        }
        Ok(calls)
    }

    /// How a person of the practice stands to a client; none when there is no such client.
    pub fn relation(&self, client: ClientId, staff: StaffId) -> Option<Relation> {
        self.sqlite().shared.relation(client, staff)
    }

    /// How many people there are on the path in all.
    pub fn clients(&self) -> usize {
        self.sqlite().shared.clients()
    }

    /// What is due at `at` or was before, the longest waiting first; a thousand entries at most.
    ///
    /// # Errors
    /// When Kapok failed.
    pub async fn due_before(&self, at: Timestamp) -> Result<Vec<DueEntry>, Fault> {
        let sqlite = self.sqlite();
        let due = sqlite.readers.query(|connection| due::before(connection, sqlite.practice_no, at));
        due.await.map_err(|cause| Fault::noted(&cause))
    }

    /// Tells of every fact that becomes durable: ids and places, no content.
    pub fn watch(&self) -> broadcast::Receiver<Appended> {
        self.sqlite().shared.watch()
    }

    /// Draws every card and every due entry anew from the log.
    ///
    /// # Errors
    /// At the first client whose facts cannot be read.
    pub async fn rebuild_cards(&self, mut progress: impl FnMut(Progress)) -> Result<(), Fault> {
        let sqlite = self.sqlite();
        let journeys = sqlite.readers.query(|connection| stream::journeys(connection, sqlite.practice_no));
        let journeys = journeys.await.map_err(|cause| Fault::noted(&cause))?;
        let mut done = 0;
        for some in journeys.chunks(REDRAWN_AT_ONCE) {
            let clients = some.iter().map(|(_, client)| *client).collect();
            sqlite.note(Work::Redraw(clients)).await?;
            done += some.len();
            progress(Progress { doing: Doing::DrawingCards, done, total: journeys.len() });
        }
        Ok(())
    }

    /// The newest signed checkpoint of the log; empty before the first.
    pub fn checkpoint(&self) -> String {
        self.sqlite().shared.checkpoint()
    }

    /// Finishes what is queued, signs the log's head, and lets the folder go.
    pub fn close(self) {
        self.sqlite().finish();
    }
}

impl Sqlite {
    /// Asks the writer, waiting for a place in its queue.
    async fn ask(&self, work: Work) -> Result<Answer, Unanswered> {
        let closed = || Unanswered::Fault(Fault::noted(&Cause::Closed));
        let _seat = self.seats.acquire().await.map_err(|_| closed())?;
        let (reply, answer) = oneshot::channel();
        let queued = Queued { work, reply: Some(reply) };
        self.messages.send(Message::Work(queued)).map_err(|_| closed())?;
        answer.await.map_err(|_| closed())?
    }

    /// Asks for something that cannot be refused.
    async fn note(&self, work: Work) -> Result<Answer, Fault> {
        self.ask(work).await.map_err(|unanswered| match unanswered {
            Unanswered::Fault(fault) => fault,
            Unanswered::Conflict => {
                Fault::noted(&Cause::unreadable("a note", "the log", "its place is taken"))
            }
        })
    }

    /// Makes the opening durable, once a quarter of an hour, before anything is opened.
    async fn note_opening(&self, grant: &Grant, now: Timestamp) -> Result<(), ReadFault> {
        if grant.practice() != self.practice_id {
            return Err(ReadFault::NotPermitted);
        }
        let (who, client, compartment) = (grant.who(), grant.client(), grant.compartment());
        if !self.shared.has_client(client) {
            return Err(ReadFault::NoSuchClient);
        }
        let access = Access::opening(who, client, compartment, now);
        if !self.shared.has_noted(&access) {
            self.note(Work::Opened { who, client, compartment, now }).await?;
        }
        Ok(())
    }

    async fn open(
        self: &Arc<Self>,
        grant: &Grant,
        session: Option<SessionId>,
        now: Timestamp,
    ) -> Result<Opened, ReadFault> {
        self.note_opening(grant, now).await?;
        let (client, compartment) = (grant.client(), grant.compartment());
        let opened =
            self.blocking(move |sqlite, connection| sqlite.opened(connection, client, compartment, session));
        Ok(Opened { case: opened.await? })
    }

    /// Runs a long query on a thread that may block.
    async fn blocking<T: Send + 'static>(
        self: &Arc<Self>,
        query: impl FnOnce(&Self, &Connection) -> Result<T, Cause> + Send + 'static,
    ) -> Result<T, Fault> {
        let sqlite = Arc::clone(self);
        let runtime = tokio::runtime::Handle::current();
        let found = tokio::task::spawn_blocking(move || {
            runtime.block_on(sqlite.readers.query(|connection| query(&sqlite, connection)))
        });
        let found = found.await.map_err(|_| Fault::noted(&Cause::Closed))?;
        found.map_err(|cause| Fault::noted(&cause))
    }

    /// Folds the facts of one compartment of a journey; those folded before are not opened again.
    ///
    /// With the record goes the chart of one session: the one asked for, else the one that is open.
    fn opened(
        &self,
        connection: &Connection,
        client: ClientId,
        compartment: Compartment,
        session: Option<SessionId>,
    ) -> Result<Arc<Case>, Cause> {
        let kept = self.read_fold((client, compartment));
        let mut folded = kept.lock().unwrap_or_else(|poisoned| {
            kept.clear_poison();
            let mut folded = poisoned.into_inner();
            *folded = Folded::default();
            folded
        });
        let unfolding = Unfolding {
            connection,
            practice_no: self.practice_no,
            seals: &self.seals,
            client,
            compartment: Some(compartment),
        };
        let extended = unfolding.extended(&mut folded, session);
        if extended.is_err() {
            // Some facts may be in already, and would be taken in twice.
            *folded = Folded::default();
        }
        extended.map(|()| Arc::clone(&folded.case))
    }

    fn read_fold(&self, key: (ClientId, Compartment)) -> Arc<Mutex<Folded>> {
        let mut folds = self.read_folds.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(kept) = folds.get(&key) {
            return Arc::clone(kept);
        }
        let new = Arc::default();
        folds.put(key, Arc::clone(&new));
        new
    }

    fn history(
        &self,
        connection: &Connection,
        client: ClientId,
        compartment: Compartment,
        of_openings: bool,
    ) -> Result<Vec<Recorded>, Cause> {
        let key = self.seals.key(compartment, Some(client))?;
        let number = compartment_number(compartment);
        let mut facts = Vec::new();
        for (stream_no, stream) in stream::of_client(connection, self.practice_no, client)? {
            let is_elsewhere = match stream {
                Stream::Access(_) => !of_openings,
                // One number stands for the notes of every author, and each has another key.
                Stream::Notes(_, author) => compartment != Compartment::PsychotherapyNotes(author),
                _ => of_openings,
            };
            if is_elsewhere {
                continue;
            }
            if stream.client() != Some(client) {
                return Err(Cause::unreadable("a stream", stream_no, "it is not the client's"));
            }
            event::of_compartment(connection, self.practice_no, stream_no, number, 0, |row| {
                facts.push((row.position, self.seals.open_event(&key, stream, &row)?));
                Ok(())
            })?;
        }
        facts.sort_unstable_by_key(|(position, _)| *position);
        Ok(facts.into_iter().map(|(_, fact)| fact).collect())
    }

    /// Lets the writer finish, and waits until it has.
    fn finish(&self) {
        self.seats.close();
        self.readers.close();
        // A writer that is gone already has nothing to finish.
        let _ = self.messages.send(Message::Close);
        let thread = self.thread.lock().unwrap_or_else(PoisonError::into_inner).take();
        if thread.is_some_and(|thread| thread.join().is_err()) {
            tracing::error!("The writer ended by a defect; what it had answered is durable");
        }
    }
}

impl Drop for Sqlite {
    fn drop(&mut self) {
        self.finish();
    }
}

#[cfg(test)]
pub(crate) mod tests;
