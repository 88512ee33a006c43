//! Groups: what fails alone leaves the others be, and a fault of the database is tried singly.

use journey::{CommandId, Stream};
use tokio::sync::oneshot::{self, Receiver};

use super::super::opening;
use super::support::{Desk, NINE, Scratch, at, client, command, receive};
use crate::queue::{Answer, Queued, Unanswered, Work};
use crate::sqlite::event;
use crate::writer::Writer;
use crate::{Ask, Intent, Store};

type Waiting = Receiver<Result<Answer, Unanswered>>;

/// A writer without its thread, and a desk that only makes permits.
struct Bench {
    writer: Writer,
    permits: Desk,
}

impl Bench {
    fn new(scratch: &Scratch) -> Self {
        let permits = scratch.create();
        let id = permits.practice();
        permits.store.close();
        let writer = opening::open(&scratch.data(), &scratch.root_key(), &mut |_| {}).expect("the practice");
        assert_eq!(writer.practice_id, id);
        let other = Store::create(&scratch.path().join("other"), &scratch.path().join("other.key"));
        Self { writer, permits: Desk { store: other.expect("another practice"), now: at(NINE) } }
    }

    fn enquiry(&self, id: CommandId, number: u32) -> (Queued, Waiting) {
        let work = Work::Act {
            permit: self.permits.public_permit(client(number)),
            intent: Intent::now(id, receive("Anna Example")),
            now: at(NINE),
        };
        queued(work)
    }

    fn commit(&mut self, group: Vec<(Queued, Waiting)>) -> Vec<Result<Answer, Unanswered>> {
        let (mut queued, waiting): (Vec<_>, Vec<_>) = group.into_iter().unzip();
        self.writer.commit(&mut queued);
        waiting.into_iter().map(|mut waiting| waiting.try_recv().expect("answered")).collect()
    }

    fn log_size(&self) -> u64 {
        let rows = event::next_position(&self.writer.connection, self.writer.practice_no).expect("a count");
        assert_eq!(rows, self.writer.head.frontier.size(), "the tree has a leaf for each row");
        rows
    }
}

fn queued(work: Work) -> (Queued, Waiting) {
    let (reply, waiting) = oneshot::channel();
    (Queued { work, reply: Some(reply) }, waiting)
}

fn is_done(answer: &Result<Answer, Unanswered>) -> bool {
    matches!(answer, Ok(Answer::Done(_)))
}

#[test]
fn an_act_that_fails_fails_alone() {
    let scratch = Scratch::new();
    let mut bench = Bench::new(&scratch);
    let group = vec![
        bench.enquiry(command(1), 1),
        bench.enquiry(command(1), 2),
        bench.enquiry(command(3), 3),
        bench.enquiry(command(4), 1),
    ];
    let answers = bench.commit(group);
    assert!(is_done(&answers[0]) && is_done(&answers[2]));
    assert_eq!(answers[1], Err(Unanswered::Conflict), "an id used twice in one group");
    assert!(matches!(answers[3], Ok(Answer::Refused(_))), "the group's own facts are seen");
    assert_eq!(bench.log_size(), 4, "two facts of each of two");
    assert_eq!(
        bench.writer.head_of(Stream::Journey(client(2))).ok().flatten().map(|head| head.next_seq),
        None
    );
}

#[test]
fn a_damaged_journey_fails_alone() {
    let scratch = Scratch::new();
    let mut bench = Bench::new(&scratch);
    let group = vec![bench.enquiry(command(1), 1), bench.enquiry(command(2), 2)];
    assert!(bench.commit(group).iter().all(is_done));
    let sql = "UPDATE event SET leaf = zeroblob(32) WHERE position = 0";
    assert_eq!(bench.writer.connection.execute(sql, []).expect("damage"), 1);
    bench.writer.folds.forget_all();
    let answers = {
        let group = vec![bench.enquiry(command(3), 1), bench.enquiry(command(4), 3)];
        bench.commit(group)
    };
    assert!(matches!(answers[0], Err(Unanswered::Fault(_))));
    assert!(is_done(&answers[1]));
    assert_eq!(bench.log_size(), 6);
}

#[test]
fn a_fault_of_the_database_fails_the_group_whose_acts_are_tried_singly() {
    let scratch = Scratch::new();
    let mut bench = Bench::new(&scratch);
    bench.writer.connection.execute_batch("ALTER TABLE card RENAME TO away").expect("damage");
    let note = Work::Token(crate::token::TokenChange::End { hash: [1; 32], at: at(NINE) });
    let group = vec![queued(note), bench.enquiry(command(1), 1), bench.enquiry(command(2), 2)];
    let answers = bench.commit(group);
    assert_eq!(answers[0], Ok(Answer::Tokens(0)), "what does not need the table is done");
    assert!(answers[1..].iter().all(|answer| matches!(answer, Err(Unanswered::Fault(_)))));
    assert_eq!(bench.log_size(), 0, "nothing half done is left");

    bench.writer.connection.execute_batch("ALTER TABLE away RENAME TO card").expect("repaired");
    let group = vec![bench.enquiry(command(1), 1), bench.enquiry(command(2), 2)];
    assert!(bench.commit(group).iter().all(is_done), "the same commands are done now");
    assert_eq!(bench.log_size(), 4);
}

#[test]
fn a_full_disk_refuses_and_loses_nothing() {
    let scratch = Scratch::new();
    let mut bench = Bench::new(&scratch);
    let pages: i64 =
        bench.writer.connection.pragma_query_value(None, "page_count", |row| row.get(0)).expect("pages");
    let limit = |bench: &Bench, pages: i64| {
        let sql = format!("PRAGMA max_page_count = {pages}");
        bench.writer.connection.query_row(&sql, [], |row| row.get::<_, i64>(0)).expect("a limit");
    };
    limit(&bench, pages + 4);
    let mut done = 0;
    let mut number = 0;
    let refused = loop {
        number += 1;
        assert!(number < 1_000, "the disk is never full");
        let group = vec![bench.enquiry(command(number), number)];
        let answers = bench.commit(group);
        if !is_done(&answers[0]) {
            break answers;
        }
        done += 1;
    };
    assert!(matches!(refused[0], Err(Unanswered::Fault(_))));
    assert!(done > 0, "some were done before");
    assert_eq!(bench.log_size(), done * 2);
    limit(&bench, pages + 4_000);
    let group = vec![bench.enquiry(command(number), number)];
    assert!(bench.commit(group).iter().all(is_done), "there is room again");
    assert!(matches!(receive("Anna"), Ask::Client(_)));
}
