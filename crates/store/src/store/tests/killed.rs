//! kill -9 under load: what was acknowledged is there, whole and in order.
//!
//! The test runs itself again as a child that writes as fast as it can and says what was
//! acknowledged; the parent kills it in the middle and looks. The control answers before it
//! commits, and must be caught at it.

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::sync::atomic::{AtomicU32, Ordering};

use journey::CommandId;

use super::super::opening;
use super::support::{Desk, NINE, Scratch, at, client};
use crate::sqlite::command;
use crate::verify::verify;
use crate::{Mutant, Store};

/// Tells the child where to write, and with which defect.
const FOLDER: &str = "KAPOK_KILLED_FOLDER";
const DEFECT: &str = "KAPOK_KILLED_DEFECT";
const ROUND: &str = "KAPOK_KILLED_ROUND";
const ROUNDS: u32 = 100;
/// Rounds that one folder goes through; its log grows, and so does the time to verify it.
const ROUNDS_PER_FOLDER: u32 = 10;
const ACKNOWLEDGED_MIN: usize = 50;
/// The control must be caught within this many rounds.
const CONTROL_ROUNDS_MAX: u32 = 200;
const CALLERS: u32 = 16;

fn numbered(round: u32, number: u32) -> CommandId {
    let mut bytes = [0xab; 16];
    bytes[..4].copy_from_slice(&round.to_be_bytes());
    bytes[4..8].copy_from_slice(&number.to_be_bytes());
    CommandId::from_bytes(bytes)
}

/// What the child does: many callers at once, until one fails or all are killed.
async fn write_until_killed(desk: Desk, round: u32) {
    let (desk, next) = (Arc::new(desk), Arc::new(AtomicU32::new(0)));
    let mut callers = tokio::task::JoinSet::new();
    for _ in 0..CALLERS {
        callers.spawn(keep_writing(Arc::clone(&desk), Arc::clone(&next), round));
    }
    let ended = callers.join_next().await;
    panic!("a caller goes on until it is killed: {ended:?}");
}

/// One caller, saying what was acknowledged.
async fn keep_writing(desk: Arc<Desk>, next: Arc<AtomicU32>, round: u32) {
    loop {
        let number = next.fetch_add(1, Ordering::Relaxed);
        let id = numbered(round, number);
        if number.is_multiple_of(20) {
            let client = client(round * 1_000_000 + number);
            desk.enquire(id, client, "Anna Example").await.expect("received");
        } else {
            desk.sign_in(id).await.expect("noted");
        }
        let mut out = std::io::stdout().lock();
        writeln!(out, "done {number}").and_then(|()| out.flush()).expect("the parent listens");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn child() {
    let Ok(folder) = std::env::var(FOLDER) else { return };
    let round = std::env::var(ROUND).expect("a round").parse().expect("a number");
    let root = Path::new(&folder);
    let mut writer = opening::open(&root.join("data"), &root.join("root.key"), &mut |_| {}).expect("opened");
    if std::env::var(DEFECT).is_ok() {
        writer.mutant = Mutant::AcknowledgesEarly;
    }
    write_until_killed(Desk { store: Store::start(writer), now: at(NINE) }, round).await;
}

fn spawn(scratch: &Scratch, round: u32, mutant: Mutant) -> Child {
    let mut command = Command::new(std::env::current_exe().expect("this test"));
    command.args(["--exact", "store::tests::killed::child", "--nocapture"]);
    command.env(FOLDER, scratch.path()).env(ROUND, round.to_string());
    if mutant == Mutant::AcknowledgesEarly {
        command.env(DEFECT, "1");
    }
    command.stdout(Stdio::piped()).stderr(Stdio::null()).spawn().expect("a child")
}

/// Lets a child write, kills it after `count` acknowledgements; those that were read.
fn acknowledged_until_killed(mut child: Child, count: usize) -> Vec<u32> {
    let mut lines = BufReader::new(child.stdout.take().expect("its output")).lines();
    let mut numbers = Vec::new();
    let mut take = |line: std::io::Result<String>| {
        let line = line.unwrap_or_default();
        // The first one may follow the test runner's own words on the same line.
        let number: Option<u32> = line.rsplit_once("done ").and_then(|(_, number)| number.parse().ok());
        numbers.extend(number);
        numbers.len()
    };
    for line in lines.by_ref() {
        if take(line) >= count {
            break;
        }
    }
    child.kill().expect("killed");
    // What it said before it died counts too, except for a line that it did not finish.
    let rest: Vec<_> = lines.collect();
    rest.into_iter().for_each(|line| {
        take(line);
    });
    child.wait().expect("it is gone");
    numbers.sort_unstable();
    numbers
}

/// How many of the acknowledged commands the log does not know.
fn lost(scratch: &Scratch, round: u32, acknowledged: &[u32]) -> usize {
    let writer = opening::open(&scratch.data(), &scratch.root_key(), &mut |_| {}).expect("it opens again");
    let known = |number: u32| {
        let id = numbered(round, number);
        command::find(&writer.connection, writer.practice_no, id).expect("a look-up").is_some()
    };
    acknowledged.iter().filter(|number| !known(**number)).count()
}

async fn founded() -> Scratch {
    let scratch = Scratch::new();
    let desk = scratch.create();
    desk.found().await;
    desk.store.close();
    scratch
}

#[tokio::test]
async fn what_was_acknowledged_survives_kill_9() {
    let mut total = 0;
    let mut scratch = founded().await;
    for round in 0..ROUNDS {
        if round.is_multiple_of(ROUNDS_PER_FOLDER) {
            scratch = founded().await;
        }
        let count = ACKNOWLEDGED_MIN + usize::try_from(round * 7 % 90).expect("small");
        let child = spawn(&scratch, round, Mutant::None);
        let acknowledged = acknowledged_until_killed(child, count);
        assert!(acknowledged.len() >= ACKNOWLEDGED_MIN, "round {round}: {} acts", acknowledged.len());
        assert_eq!(lost(&scratch, round, &acknowledged), 0, "round {round}");
        total += acknowledged.len();
        if round % ROUNDS_PER_FOLDER == ROUNDS_PER_FOLDER - 1 {
            let whole = verify(&scratch.data(), Some(&scratch.root_key()), &[]).expect("the log is whole");
            assert!(whole.opened > u64::from(ROUNDS_PER_FOLDER) * 50, "{whole}");
        }
    }
    println!("rounds={ROUNDS} acknowledged={total} lost=0");
}

#[tokio::test]
async fn an_answer_before_the_commit_is_caught() {
    let scratch = founded().await;
    let mut lost_in_all = 0;
    for round in 0..CONTROL_ROUNDS_MAX {
        let child = spawn(&scratch, round, Mutant::AcknowledgesEarly);
        let acknowledged = acknowledged_until_killed(child, ACKNOWLEDGED_MIN + round as usize % 13);
        lost_in_all += lost(&scratch, round, &acknowledged);
        if lost_in_all > 0 {
            return;
        }
    }
    panic!("the control was never caught: the test above proves nothing");
}
