//! Measures durable chart entries beside their ceiling, in turn, in one run.
//!
//! The ceiling is the same statements and indexes in the same group commits on the same disk, with
//! no Kapok around them: no rules, no seals, no tree. Only the ratio of one run counts. Prints one
//! line of `key=value` words for each figure:
//!
//! ```text
//! cargo run --release -p store --example ceiling [seconds per figure]
//! ```

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::{Duration, Instant};

use jiff::Timestamp;
use journey::contact::Details;
use journey::medicine_session::{self, Act};
use journey::staff::{Role, Status};
use journey::{ClientId, Command, CommandId, SessionId, StaffId, enquiry, practice};
use permit::{Action, Actor, Job, Kind, Relation, Resource, to_act};
use rusqlite::Connection;
use store::{Ask, Intent, Needs, Store, needs};
use tokio::sync::oneshot;

const CALLERS: [u32; 3] = [1, 16, 64];
/// Charts that the entries are spread over, so that each stays as long as a session is.
const CLIENTS: u32 = 256;
const ROUNDS: u32 = 3;
/// As the writer's own bound.
const GROUP_ACTS_MAX: usize = 256;
const THERAPIST: StaffId = StaffId::from_bytes([0xa1; 16]);
const SESSION: SessionId = SessionId::from_bytes([0x51; 16]);

fn main() {
    let seconds = std::env::args().nth(1).and_then(|seconds| seconds.parse().ok()).unwrap_or(2.0);
    let folder = std::env::temp_dir().join(format!("kapok-ceiling-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a scratch folder");
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().expect("a runtime");
    runtime.block_on(measure(&folder, Duration::from_secs_f64(seconds)));
    std::fs::remove_dir_all(&folder).expect("the scratch folder goes");
}

async fn measure(folder: &Path, span: Duration) {
    let kapok = Kapok::new(folder).await;
    let ceiling = Ceiling::new(folder, Statements::All, kapok.sealed_bytes());
    let bare = Ceiling::new(folder, Statements::BareRow, kapok.sealed_bytes());
    for callers in CALLERS {
        let mut figures: [Vec<Figure>; 3] = Default::default();
        for _ in 0..ROUNDS {
            figures[0].push(run(callers, span, |_| kapok.clone()).await);
            figures[1].push(run(callers, span, |_| ceiling.clone()).await);
            figures[2].push(run(callers, span, |_| bare.clone()).await);
        }
        let [kapok, ceiling, bare] = figures.map(Figure::median);
        kapok.print("store.act", callers);
        ceiling.print("ceiling", callers);
        bare.print("bare-row", callers);
        let (rate, p50) = (kapok.per_second / ceiling.per_second, kapok.p50_us / ceiling.p50_us);
        println!("measure=ratio callers={callers} throughput={rate:.2} p50={p50:.2} load={}", load());
    }
    kapok.print_disk();
}

/// Something that does one durable entry.
trait Entry: Clone + Send + Sync + 'static {
    fn enter(&self, number: u32) -> impl Future<Output = ()> + Send;
}

/// Lets so many callers enter one after another, each as soon as the last was acknowledged.
async fn run<E: Entry>(callers: u32, span: Duration, entry: impl Fn(u32) -> E) -> Figure {
    static NEXT: AtomicU32 = AtomicU32::new(0);
    let began = Instant::now();
    let tasks: Vec<_> = (0..callers)
        .map(|caller| {
            let entry = entry(caller);
            tokio::spawn(async move {
                let mut took = Vec::new();
                while began.elapsed() < span {
                    let from = Instant::now();
                    entry.enter(NEXT.fetch_add(1, Ordering::Relaxed)).await;
                    took.push(from.elapsed());
                }
                took
            })
        })
        .collect();
    let mut took = Vec::new();
    for task in tasks {
        took.extend(task.await.expect("a caller"));
    }
    Figure::of(took, began.elapsed())
}

#[derive(Clone)]
struct Figure {
    per_second: f64,
    p50_us: f64,
    p99_us: f64,
}

impl Figure {
    fn of(mut took: Vec<Duration>, span: Duration) -> Self {
        took.sort_unstable();
        let at = |share: f64| {
            let place = (took.len() as f64 * share) as usize;
            took[place.min(took.len() - 1)].as_secs_f64() * 1e6
        };
        Self { per_second: took.len() as f64 / span.as_secs_f64(), p50_us: at(0.5), p99_us: at(0.99) }
    }

    fn median(mut rounds: Vec<Self>) -> Self {
        rounds.sort_by(|one, other| one.per_second.total_cmp(&other.per_second));
        rounds.swap_remove(rounds.len() / 2)
    }

    fn print(&self, measure: &str, callers: u32) {
        let Self { per_second, p50_us, p99_us } = self;
        println!(
            "measure={measure} callers={callers} per_second={per_second:.0} p50_us={p50_us:.0} \
             p99_us={p99_us:.0} load={}",
            load()
        );
    }
}

/// The machine's load in the last minute.
fn load() -> String {
    let text = std::fs::read_to_string("/proc/loadavg").unwrap_or_default();
    text.split(' ').next().unwrap_or("unknown").to_owned()
}

/// Chart entries through the whole store.
#[derive(Clone)]
struct Kapok {
    store: Store,
    database: PathBuf,
    now: Timestamp,
}

impl Kapok {
    async fn new(folder: &Path) -> Self {
        let (data, root_key) = (folder.join("data"), folder.join("root.key"));
        let store = Store::create(&data, &root_key).expect("a practice");
        let now = "2026-03-02T09:00:00Z".parse().expect("an instant");
        let kapok = Self { store, database: data.join("kapok.db"), now };
        kapok.found().await;
        for number in 0..CLIENTS {
            kapok.begin(number).await;
        }
        kapok
    }

    async fn found(&self) {
        let first = practice::NewPerson {
            staff: THERAPIST,
            name: "Sam Sample".to_owned(),
            email: "sam@example.org".to_owned(),
            password_hash: "$argon2id$synthetic".to_owned(),
            roles: vec![Role::Therapist],
        };
        let (name, country, zone) = ("Sample".to_owned(), "ES".to_owned(), "Europe/Madrid".to_owned());
        let ask = Ask::Practice(practice::Command::Found { name, country, zone, first });
        let practice = self.store.practice_id();
        let people = Resource::of_practice(practice, Kind::People);
        let set_up = Actor::System { practice, job: Job::SetUp };
        let permit = to_act(set_up, Action::Create, people, Relation::Unassigned).expect("its job");
        let intent = Intent::now(CommandId::from_bytes([0xf0; 16]), ask);
        self.store.act(permit, intent, self.now).await.expect("founded");
    }

    /// A person enquires, is invited, and a session is opened.
    async fn begin(&self, number: u32) {
        let details = Details {
            name: format!("Sample {number}"),
            email: Some("someone@example.org".to_owned()),
            language: "en".to_owned(),
            ..Details::default()
        };
        let receive = enquiry::Command::Receive { details, brings: None };
        let open = medicine_session::Command { session: SESSION, act: Act::Open { room: None } };
        let commands = [
            Command::Enquiry(receive),
            Command::Enquiry(enquiry::Command::Invite),
            Command::MedicineSession(open),
        ];
        for (kind, command) in (1..).zip(commands) {
            self.act(id(kind, number), client(number), command).await;
        }
    }

    async fn act(&self, id: CommandId, client: ClientId, command: Command) {
        let ask = Ask::Client(command);
        let Needs { action, kind } = needs(&ask);
        let practice = self.store.practice_id();
        let relation = self.store.relation(client, THERAPIST).unwrap_or(Relation::Unclaimed);
        let therapist =
            Actor::Staff { practice, staff: THERAPIST, role: Role::Therapist, status: Status::Active };
        let resource = Resource::of_client(practice, client, kind);
        let permit = to_act(therapist, action, resource, relation).expect("a therapist may");
        self.store.act(permit, Intent::now(id, ask), self.now).await.expect("done");
    }

    /// How long the sealed bytes of one entry are, so that the ceiling writes as many.
    fn sealed_bytes(&self) -> usize {
        let connection = Connection::open(&self.database).expect("the database");
        let sql = "SELECT length(sealed) FROM event ORDER BY position DESC LIMIT 1";
        let bytes: i64 = connection.query_row(sql, [], |row| row.get(0)).expect("an entry");
        usize::try_from(bytes).expect("a length")
    }

    fn print_disk(&self) {
        let connection = Connection::open(&self.database).expect("the database");
        connection.query_row("PRAGMA wal_checkpoint(PASSIVE)", [], |_| Ok(())).expect("a checkpoint");
        let sql = "SELECT count(*) FROM event";
        let events: i64 = connection.query_row(sql, [], |row| row.get(0)).expect("a count");
        let bytes = std::fs::metadata(&self.database).expect("a file").len();
        let each = bytes as f64 / events as f64;
        println!("measure=disk events={events} bytes={bytes} bytes_per_event={each:.0}");
    }
}

impl Entry for Kapok {
    async fn enter(&self, number: u32) {
        let text = "Hands open, breath slow and even; tears, welcome.".to_owned();
        let note = medicine_session::Command { session: SESSION, act: Act::Note { text } };
        self.act(id(9, number), client(number % CLIENTS), Command::MedicineSession(note)).await;
    }
}

fn id(kind: u32, number: u32) -> CommandId {
    // Time-ordered ids come in nearly this order too.
    let mut bytes = [0xdd; 16];
    bytes[..4].copy_from_slice(&kind.to_be_bytes());
    bytes[4..8].copy_from_slice(&number.to_be_bytes());
    CommandId::from_bytes(bytes)
}

fn client(number: u32) -> ClientId {
    let mut bytes = [0xc1; 16];
    bytes[..4].copy_from_slice(&number.to_be_bytes());
    ClientId::from_bytes(bytes)
}

#[derive(Clone, Copy, PartialEq)]
enum Statements {
    /// Those of an act that appends one entry.
    All,
    /// The entry's row alone.
    BareRow,
}

type Asked = (u32, oneshot::Sender<()>);

/// One writer thread with the store's statements, and nothing else.
#[derive(Clone)]
struct Ceiling(Arc<Sender<Asked>>);

impl Ceiling {
    fn new(folder: &Path, statements: Statements, sealed_bytes: usize) -> Self {
        let name = if statements == Statements::All { "ceiling.db" } else { "bare.db" };
        let connection = Connection::open(folder.join(name)).expect("a database");
        let settings = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;
                        PRAGMA temp_store = MEMORY";
        connection.execute_batch(settings).expect("the store's settings");
        connection.execute_batch(include_str!("../src/sqlite/migrations/0001.sql")).expect("its tables");
        connection.set_prepared_statement_cache_capacity(64);
        let sql = "INSERT INTO practice VALUES (1, zeroblob(16), zeroblob(200), 0, '')";
        connection.execute(sql, []).expect("a practice");
        for number in 0..CLIENTS {
            let sql = "INSERT INTO stream VALUES (1, ?1, 2, ?2, zeroblob(16))";
            connection.execute(sql, (number, client(number).to_bytes())).expect("a stream");
        }
        let (sender, receiver) = channel();
        std::thread::spawn(move || write(&connection, &receiver, statements, &vec![0x5a; sealed_bytes]));
        Self(Arc::new(sender))
    }
}

impl Entry for Ceiling {
    async fn enter(&self, number: u32) {
        let (reply, done) = oneshot::channel();
        self.0.send((number, reply)).expect("the writer lives");
        done.await.expect("committed");
    }
}

fn write(connection: &Connection, asked: &Receiver<Asked>, statements: Statements, sealed: &[u8]) {
    let mut seqs = vec![0; CLIENTS as usize];
    let mut position = 0;
    while let Ok(first) = asked.recv() {
        let group: Vec<Asked> =
            [first].into_iter().chain(asked.try_iter().take(GROUP_ACTS_MAX - 1)).collect();
        let run = |sql: &str| connection.prepare_cached(sql).and_then(|mut it| it.execute([])).expect("run");
        run("BEGIN IMMEDIATE");
        for (number, _) in &group {
            let seq = &mut seqs[(number % CLIENTS) as usize];
            *seq += 1;
            if statements == Statements::All {
                run("SAVEPOINT act");
                act(connection, *number, *seq, position, sealed).expect("written");
                run("RELEASE act");
            } else {
                row(connection, *number, *seq, position, sealed).expect("written");
            }
            position += 1;
        }
        if statements == Statements::All {
            run("UPDATE practice SET frontier = zeroblob(200), appended_at = appended_at + 1
                 WHERE practice_no = 1");
        }
        run("COMMIT");
        group.into_iter().for_each(|(_, reply)| {
            // The caller waits for its answer until the end.
            let _ = reply.send(());
        });
    }
}

fn act(connection: &Connection, number: u32, seq: i64, position: i64, sealed: &[u8]) -> rusqlite::Result<()> {
    let id = id(9, number).to_bytes();
    let sql = "SELECT sealed FROM command WHERE practice_no = 1 AND id = ?1";
    assert!(!connection.prepare_cached(sql)?.exists([id])?, "each id is used once");
    row(connection, number, seq, position, sealed)?;
    let sql = "INSERT INTO command (practice_no, id, sealed) VALUES (1, ?1, ?2)";
    connection.prepare_cached(sql)?.execute((id, sealed)).map(|_| ())
}

fn row(connection: &Connection, number: u32, seq: i64, position: i64, sealed: &[u8]) -> rusqlite::Result<()> {
    let sql = "INSERT INTO event (practice_no, stream_no, seq, position, id, compartment, key_version,
                                  appended_at, actor_kind, actor, schema, leaf, sealed)
               VALUES (1, ?1, ?2, ?3, ?4, 2, 1, ?5, 1, zeroblob(16), 1, zeroblob(32), ?6)";
    let id = id(9, number).to_bytes();
    connection
        .prepare_cached(sql)?
        .execute((number % CLIENTS, seq, position, id, position, sealed))
        .map(|_| ())
}
