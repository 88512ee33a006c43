//! Tampering: whatever is done to the log, verification names it.

use std::path::PathBuf;

use rusqlite::{Connection, params};
use vault::envelope::Envelope;
use vault::tree::Frontier;

use super::*;
use crate::sqlite::event::{EventRow, of_log};
use crate::sqlite::{practice, stream};
use crate::store::tests::support::{Scratch, client, command};

/// A closed practice with a few dozen entries, and a checkpoint of an earlier day.
struct Log {
    scratch: Scratch,
    older: String,
    entries: u64,
}

impl Log {
    async fn new() -> Self {
        let scratch = Scratch::new();
        let desk = scratch.create();
        desk.found().await;
        desk.enquire(command(1), client(1), "Anna Example").await.expect("received");
        desk.store.close();
        let desk = scratch.open();
        let older = desk.store.checkpoint();
        for number in 2..12 {
            desk.enquire(command(number), client(number), "Berta Example").await.expect("received");
        }
        desk.store.close();
        let whole = verify(&scratch.data(), Some(&scratch.root_key()), std::slice::from_ref(&older));
        let whole = whole.expect("the log is whole");
        assert!(whole.events >= 25 && whole.opened == whole.events && whole.checkpoints >= 5, "{whole}");
        Self { scratch, older, entries: whole.events }
    }

    fn path(&self) -> PathBuf {
        self.scratch.data()
    }

    /// The finding without the root key, as an auditor without keys has it.
    fn finding(&self) -> Result<Verified, VerifyFault> {
        verify(&self.path(), None, std::slice::from_ref(&self.older))
    }

    fn finding_with_key(&self) -> Result<Verified, VerifyFault> {
        verify(&self.path(), Some(&self.scratch.root_key()), &[])
    }

    fn connection(&self) -> Connection {
        Connection::open(Folder::new(&self.path()).database()).expect("the database")
    }

    fn tamper(&self, sql: &str) {
        assert!(self.connection().execute(sql, []).expect("lawful SQL") > 0, "nothing changed: {sql}");
    }

    /// Does something, asks for the finding, and takes it back.
    fn finding_after(&self, sql: &str) -> VerifyFault {
        let database = Folder::new(&self.path()).database();
        let whole = std::fs::read(&database).expect("the database");
        self.tamper(sql);
        let finding = self.finding().expect_err(sql);
        std::fs::write(&database, whole).expect("put back");
        finding
    }

    /// Flips one bit of one byte in a column of the tenth entry.
    fn finding_after_flip(&self, column: &str, byte: usize) -> VerifyFault {
        let sql = format!("SELECT hex({column}) FROM event WHERE position = 9");
        let hex: String = self.connection().query_row(&sql, [], |row| row.get(0)).expect("a column");
        let digits = 2 * byte..2 * byte + 2;
        let flipped = 1 ^ u8::from_str_radix(&hex[digits.clone()], 16).expect("two digits");
        let (before, after) = (&hex[..digits.start], &hex[digits.end..]);
        let sql = format!("UPDATE event SET {column} = x'{before}{flipped:02x}{after}' WHERE position = 9");
        self.finding_after(&sql)
    }
}

fn entry(fault: VerifyFault) -> (u64, Wrong) {
    match fault {
        VerifyFault::Entry(BadEntry { position, why, .. }) => (position, why),
        other => panic!("no entry was named: {other}"),
    }
}

#[tokio::test]
async fn a_flipped_byte_is_named_wherever_it_is() {
    let log = Log::new().await;
    for (column, bytes) in [("id", 16), ("leaf", 32), ("sealed", 361)] {
        for byte in (0..bytes).step_by(5) {
            let (position, why) = entry(log.finding_after_flip(column, byte));
            assert_eq!(position, 9, "{column}, byte {byte}");
            assert!(matches!(why, Wrong::LeafDiffers | Wrong::NotAnEnvelope), "{column}, byte {byte}: {why}");
        }
    }
    for column in ["compartment", "key_version", "appended_at", "actor_kind", "schema"] {
        let sql = format!("UPDATE event SET {column} = {column} + 1 WHERE position = 9");
        assert_eq!(entry(log.finding_after(&sql)), (9, Wrong::LeafDiffers), "{column}");
    }
    let older = "UPDATE event SET appended_at = 5 WHERE position = 9";
    assert_eq!(entry(log.finding_after(older)), (9, Wrong::TimeBackwards));
    let renamed = "UPDATE stream SET client = zeroblob(16)
                   WHERE stream_no = (SELECT stream_no FROM event WHERE position = 9)";
    let (position, why) = entry(log.finding_after(renamed));
    assert!(position <= 9 && why == Wrong::LeafDiffers, "another client's name: {position}, {why}");
    log.finding().expect("untouched, it is whole");
}

#[tokio::test]
async fn a_dropped_a_moved_and_a_cut_entry_are_named() {
    let log = Log::new().await;
    let dropped = log.finding_after("DELETE FROM event WHERE position = 9");
    assert_eq!(entry(dropped), (9, Wrong::Missing));
    let cut = log.finding_after(&format!("DELETE FROM event WHERE position >= {}", log.entries - 3));
    assert_eq!(entry(cut), (log.entries - 3, Wrong::Missing));
    let skipped = log.finding_after("UPDATE event SET seq = seq + 7 WHERE position = 9");
    assert_eq!(entry(skipped), (9, Wrong::OutOfOrder));
    let swapped = "UPDATE event SET (leaf, sealed) =
                       (SELECT leaf, sealed FROM event AS other WHERE other.position = 21 - event.position)
                   WHERE position IN (10, 11)";
    assert_eq!(entry(log.finding_after(swapped)), (10, Wrong::LeafDiffers));
    let places = "UPDATE event SET position = -21 + position WHERE position IN (10, 11)";
    assert!(matches!(log.finding_after(places), VerifyFault::Entry(_)));
    log.finding().expect("untouched, it is whole");
}

/// What somebody can do who has the database and no key: drop an entry and make all hashes fit.
fn recompute(log: &Log, without: u64) {
    let connection = log.connection();
    let row = practice::only(&connection).expect("the practice");
    let mut rows: Vec<EventRow> = Vec::new();
    of_log(&connection, row.practice_no, |event| {
        rows.push(event);
        Ok::<(), Cause>(())
    })
    .expect("the log");
    let dropped = rows.remove(usize::try_from(without).expect("a place"));
    let streams = stream::all(&connection, row.practice_no).expect("the streams");
    let mut frontier = Frontier::new();
    connection.execute("DELETE FROM event", []).expect("emptied");
    for (position, mut event) in (0..).zip(rows) {
        event.position = position;
        event.seq -= u64::from(event.stream_no == dropped.stream_no && event.seq > dropped.seq);
        let (_, name) = streams.iter().find(|(no, _)| *no == event.stream_no).expect("its stream");
        let header = event.header(row.id, name.stream().expect("a stream")).to_bytes();
        event.leaf = Envelope::from_bytes(&event.sealed).expect("an envelope").leaf(&header);
        frontier.append(event.leaf);
        crate::sqlite::event::insert(&connection, row.practice_no, &event).expect("put back");
    }
    practice::set_head(&connection, row.practice_no, &frontier, row.appended_at).expect("the head");
}

#[tokio::test]
async fn a_log_rewritten_whole_is_found_by_an_older_checkpoint() {
    let log = Log::new().await;
    recompute(&log, 3);
    let finding = log.finding().expect_err("the folder's own checkpoints speak against it");
    assert!(matches!(finding, VerifyFault::Checkpoint { .. }), "{finding}");

    let newest = |sql: &str| log.connection().execute(sql, []).expect("lawful SQL");
    newest("DELETE FROM checkpoint");
    std::fs::remove_file(Folder::new(&log.path()).checkpoints()).expect("the notes are gone too");
    verify(&log.path(), None, &[]).expect("with every anchor gone, hashes alone cannot tell");
    let finding = log.finding().expect_err("but a checkpoint kept elsewhere can");
    let differs =
        matches!(finding, VerifyFault::Checkpoint { why: NoteProblem::RootDiffers { agreed: 0 }, .. });
    assert!(differs, "{finding}");
    assert_eq!(entry(log.finding_with_key().expect_err("and so can the keys")).1, Wrong::DoesNotOpen);
}

#[tokio::test]
async fn a_tail_cut_with_its_head_is_found_by_an_older_checkpoint() {
    let log = Log::new().await;
    while log.connection().query_row("SELECT count(*) FROM event", [], |row| row.get::<_, u32>(0)) != Ok(4) {
        let last =
            log.connection().query_row("SELECT max(position) FROM event", [], |row| row.get::<_, i64>(0));
        recompute(&log, last.expect("an entry").cast_unsigned());
    }
    let finding = log.finding().expect_err("cut");
    let shorter =
        matches!(finding, VerifyFault::Checkpoint { why: NoteProblem::LogIsShorter { entries: 4 }, .. });
    assert!(shorter, "{finding}");
}

#[tokio::test]
async fn a_checkpoint_of_another_log_is_refused() {
    let (log, other) = (Log::new().await, Log::new().await);
    let finding = verify(&log.path(), None, std::slice::from_ref(&other.older)).expect_err("another's");
    assert!(matches!(finding, VerifyFault::Note { .. }), "{finding}");
    let other_key = verify(&log.path(), Some(&other.scratch.root_key()), &[]).expect_err("another's key");
    assert!(matches!(other_key, VerifyFault::Unreadable(_)), "{other_key}");
    let forged = log.older.replacen("kapok/", "kapok/0", 1);
    let finding = verify(&log.path(), None, &[forged]).expect_err("altered");
    assert!(matches!(finding, VerifyFault::Note { .. }), "{finding}");
}

#[tokio::test]
async fn with_keys_the_cards_are_opened_too() {
    let log = Log::new().await;
    let halves = "UPDATE card SET identity = place, place = identity WHERE stream_no % 2 = 0";
    let database = log.connection();
    assert!(database.execute(halves, params![]).expect("lawful SQL") > 0);
    log.finding().expect("without keys nobody can tell");
    let finding = log.finding_with_key().expect_err("swapped halves do not open");
    assert!(matches!(finding, VerifyFault::Beside(_)), "{finding}");
}
