//! Charting goes onto a session's own stream, and is folded in where it is asked for.

use journey::medicine_session::{self, Act};
use journey::{Command, Event, SessionId};
use permit::Kind;

use super::support::{Desk, NINE, Scratch, at, client, command, invite};
use crate::{ActFault, Ask, Done};

const FIRST: SessionId = SessionId::from_bytes([0x51; 16]);
const SECOND: SessionId = SessionId::from_bytes([0x52; 16]);

fn note(text: &str) -> Act {
    Act::Note { text: text.to_owned() }
}

async fn chart(desk: &Desk, number: u32, session: SessionId, act: Act) -> Result<Done, ActFault> {
    let ask = Ask::Client(Command::MedicineSession(medicine_session::Command { session, act }));
    desk.ask(command(number), client(1), ask).await
}

#[tokio::test]
async fn a_session_is_charted_on_its_own_stream() {
    let scratch = Scratch::new();
    let mut desk = scratch.create();
    desk.found().await;
    desk.enquire(command(1), client(1), "Anna Example").await.expect("received");
    desk.amend(command(2), client(1), invite()).await.expect("invited");
    chart(&desk, 3, FIRST, Act::Open { room: None }).await.expect("opened");
    for number in 0..20 {
        desk.now = at(NINE + 60 * i64::from(number));
        chart(&desk, 100 + number, FIRST, note("Breathing calmly")).await.expect("charted");
    }
    let read = desk.store.read(desk.grant(client(1), Kind::SessionChart), desk.now).await.expect("opened");
    assert!(read.case.chart_of(FIRST).is_some(), "the open session's chart goes with the record");
    assert_eq!(read.case.contact.details, None);

    let history =
        desk.store.history(desk.grant(client(1), Kind::SessionChart), desk.now).await.expect("facts");
    let charted = history.iter().filter(|fact| matches!(fact.body, Event::SessionChart(_))).count();
    assert_eq!(charted, 20);

    desk.store.close();
    let now = desk.now;
    desk = scratch.open();
    desk.now = now;
    let again = desk.store.read(desk.grant(client(1), Kind::SessionChart), desk.now).await.expect("opened");
    assert_eq!(again, read, "the chart folds the same after a restart");
    chart(&desk, 200, FIRST, note("Still here")).await.expect("charting goes on");
    let other = desk.store.read_session(desk.grant(client(1), Kind::SessionChart), SECOND, desk.now).await;
    assert!(other.expect("opened").case.chart_of(FIRST).is_none(), "another session, another chart");
}
