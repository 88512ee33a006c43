//! Cards and the due queue follow the log, and can be drawn anew from it.

use journey::card::{DueKind, Stage};
use rusqlite::Connection;

use super::support::{Desk, Scratch, THERAPIST, client, command, invite};
use crate::{Doing, DueEntry, ListQuery, Listed, OpenFault, Progress, Store};

async fn some_people(desk: &Desk) {
    desk.found().await;
    for number in 0..150 {
        let name = format!("Person {number:03}");
        desk.enquire(command(number), client(number), &name).await.expect("received");
    }
    for number in 0..50 {
        desk.amend(command(1_000 + number), client(number), invite()).await.expect("invited");
    }
}

async fn shown(desk: &Desk) -> (Listed, Vec<DueEntry>) {
    let listed = desk.list(THERAPIST, ListQuery::default()).await;
    (listed, desk.store.due_before(desk.now).await.expect("the due queue"))
}

/// Does something to the database while nobody has it open.
fn tamper(scratch: &Scratch, sql: &str) {
    let connection = Connection::open(scratch.data().join("kapok.db")).expect("the database");
    assert!(connection.execute(sql, []).expect("lawful SQL") > 0, "nothing was changed by {sql}");
}

#[tokio::test]
async fn cards_rebuilt_are_the_cards_that_were() {
    let scratch = Scratch::new();
    let desk = scratch.create();
    some_people(&desk).await;
    let before = shown(&desk).await;
    assert_eq!((before.0.total, before.1.len()), (150, 100));
    assert!(before.1.iter().all(|due| due.kind == DueKind::Look));
    let mut said = Vec::new();
    desk.store.rebuild_cards(|progress| said.push(progress)).await.expect("rebuilt");
    assert_eq!(said.last(), Some(&Progress { doing: Doing::DrawingCards, done: 150, total: 150 }));
    assert_eq!(shown(&desk).await, before);
    desk.store.close();
    assert_eq!(shown(&scratch.open()).await, before);
}

#[tokio::test]
async fn cards_that_are_old_or_gone_are_drawn_anew_at_start() {
    let scratch = Scratch::new();
    let desk = scratch.create();
    some_people(&desk).await;
    let before = shown(&desk).await;
    desk.store.close();
    tamper(&scratch, "UPDATE card SET version = version + 1 WHERE stream_no % 3 = 0");
    tamper(&scratch, "DELETE FROM card WHERE stream_no % 3 = 1");
    tamper(&scratch, "DELETE FROM due WHERE stream_no % 3 = 1");
    let mut drawn = 0;
    let store = Store::open(&scratch.data(), &scratch.root_key(), &mut |progress| {
        if progress.doing == Doing::DrawingCards {
            drawn = progress.done;
        }
    });
    let desk = Desk { store: store.expect("the practice"), now: desk.now };
    assert!((90..=110).contains(&drawn), "two thirds were drawn anew: {drawn}");
    assert_eq!(shown(&desk).await, before);
}

#[tokio::test]
async fn lists_are_searched_sorted_and_cut() {
    let scratch = Scratch::new();
    let desk = scratch.create();
    some_people(&desk).await;
    let list = async |query| desk.list(THERAPIST, query).await;
    let found = list(ListQuery { text: Some("pers 07".into()), ..ListQuery::default() }).await;
    assert_eq!(found.total, 10);
    assert!(found.rows.iter().all(|row| row.identity.name.starts_with("Person 07")));
    let invited = list(ListQuery { stage: Some(Stage::Consultation), ..ListQuery::default() }).await;
    assert_eq!(invited.total, 50);
    let page = list(ListQuery { offset: 140, limit: 20, ..ListQuery::default() }).await;
    assert_eq!((page.total, page.rows.len()), (150, 10));
    assert_eq!(page.rows[0].identity.name, "Person 140");
}

#[tokio::test]
async fn a_log_without_its_end_is_not_opened() {
    let scratch = Scratch::new();
    let desk = scratch.create();
    desk.found().await;
    desk.store.close();
    tamper(&scratch, "DELETE FROM event WHERE position = (SELECT max(position) FROM event)");
    assert!(matches!(scratch.try_open(), Err(OpenFault::Record(_))));
}
