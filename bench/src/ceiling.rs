//! The ceiling: the store's own statements in its own group commits, with nothing else around them.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};

use anyhow::Context;
use rusqlite::Connection;
use tokio::sync::oneshot;

use crate::Result;
use crate::figure::Work;

/// Charts that the entries are spread over.
const CHARTS: u32 = 256;
/// As the writer's own bound.
const GROUP_ACTS_MAX: usize = 256;
/// The tables, as the store makes them.
const TABLES: &str = include_str!("../../crates/store/src/sqlite/migrations/0001.sql");

/// Which statements an entry costs.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Statements {
    /// Those of an act that appends one entry.
    All,
    /// The entry's row alone.
    BareRow,
}

type Asked = (u32, oneshot::Sender<()>);

/// One writer thread with the store's statements, and nothing else.
#[derive(Clone)]
pub(crate) struct Ceiling(Arc<Sender<Asked>>);

impl Ceiling {
    pub(crate) fn new(folder: &Path, statements: Statements, sealed_bytes: usize) -> Self {
        let name = if statements == Statements::All { "ceiling.db" } else { "bare.db" };
        let connection = Connection::open(folder.join(name)).expect("a database");
        let settings = "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;
                        PRAGMA temp_store = MEMORY";
        connection.execute_batch(settings).expect("the store's settings");
        connection.execute_batch(TABLES).expect("its tables");
        connection.set_prepared_statement_cache_capacity(64);
        let sql = "INSERT INTO practice VALUES (1, zeroblob(16), zeroblob(200), 0, '')";
        connection.execute(sql, []).expect("a practice");
        for number in 0..CHARTS {
            let sql = "INSERT INTO stream VALUES (1, ?1, 2, ?2, zeroblob(16))";
            connection.execute(sql, (number, id(number))).expect("a stream");
        }
        let (sender, receiver) = channel();
        std::thread::spawn(move || write(&connection, &receiver, statements, &vec![0x5a; sealed_bytes]));
        Self(Arc::new(sender))
    }
}

impl Work for Ceiling {
    async fn once(&mut self) -> Result<()> {
        static NEXT: AtomicU32 = AtomicU32::new(0);
        let (reply, done) = oneshot::channel();
        self.0.send((NEXT.fetch_add(1, Ordering::Relaxed), reply))?;
        done.await.context("the writer answers after its commit")
    }
}

fn write(connection: &Connection, asked: &Receiver<Asked>, statements: Statements, sealed: &[u8]) {
    let mut seqs = vec![0; CHARTS as usize];
    let mut position = 0;
    while let Ok(first) = asked.recv() {
        let group: Vec<Asked> =
            [first].into_iter().chain(asked.try_iter().take(GROUP_ACTS_MAX - 1)).collect();
        let run = |sql: &str| connection.prepare_cached(sql).and_then(|mut it| it.execute([])).expect("run");
        run("BEGIN IMMEDIATE");
        for (number, _) in &group {
            let seq = &mut seqs[(number % CHARTS) as usize];
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
    let id = id(number);
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
    let id = id(number);
    connection
        .prepare_cached(sql)?
        .execute((number % CHARTS, seq, position, id, position, sealed))
        .map(|_| ())
}

/// Ids come nearly in the order of time.
fn id(number: u32) -> [u8; 16] {
    let mut bytes = [0xdd; 16];
    bytes[..4].copy_from_slice(&number.to_be_bytes());
    bytes
}
