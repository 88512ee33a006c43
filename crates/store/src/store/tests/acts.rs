//! Acts are done once, whoever repeats them and however often.

use journey::{Event, Who};
use permit::Kind;

use super::support::{NINE, Scratch, THERAPIST, at, client, command, invite, receive};
use crate::{ActFault, Intent};

#[tokio::test]
async fn a_command_sent_many_times_at_once_is_done_once() {
    let scratch = Scratch::new();
    let desk = scratch.create();
    desk.found().await;
    let mut sent = Vec::new();
    for _ in 0..40 {
        let (store, permit) = (desk.store.clone(), desk.public_permit(client(1)));
        let intent = Intent::now(command(1), receive("Anna Example"));
        sent.push(tokio::spawn(async move { store.act(permit, intent, at(NINE)).await }));
    }
    let mut first = 0;
    for answer in sent {
        let done = answer.await.expect("no panic").expect("done");
        assert_eq!((done.client, done.events), (Some(client(1)), 2));
        first += usize::from(!done.repeated);
    }
    assert_eq!(first, 1, "one was the first, the others repeats");
    let history = desk.store.history(desk.grant(client(1), Kind::Enquiry), desk.now).await;
    assert_eq!(history.expect("the record").len(), 1);
}

#[tokio::test]
async fn an_id_used_for_something_else_tells_nothing() {
    let scratch = Scratch::new();
    let desk = scratch.create();
    desk.found().await;
    desk.enquire(command(1), client(1), "Anna Example").await.expect("received");
    desk.enquire(command(2), client(2), "Berta Example").await.expect("received");
    let another_client = desk.enquire(command(1), client(2), "Berta Example").await;
    assert_eq!(another_client, Err(ActFault::Conflict));
    let another_name = desk.enquire(command(1), client(1), "Anna Elsewhere").await;
    assert_eq!(another_name, Err(ActFault::Conflict), "the same kind of act is not the same act");
    let another_ask = desk.amend(command(1), client(1), invite()).await;
    assert_eq!(another_ask, Err(ActFault::Conflict));
    let of_the_practice = desk.sign_in(command(1)).await;
    assert_eq!(of_the_practice, Err(ActFault::Conflict));
    desk.amend(command(3), client(1), invite()).await.expect("with an id of its own it is done");
}

#[tokio::test]
async fn facts_carry_their_times_and_their_author() {
    let scratch = Scratch::new();
    let mut desk = scratch.create();
    desk.found().await;
    desk.enquire(command(1), client(1), "Anna Example").await.expect("received");
    desk.now = at(NINE + 3_600);
    let earlier = Some(at(NINE + 1_800));
    let late = Intent { occurred_at: earlier, ..Intent::now(command(2), invite()) };
    let permit = desk.amend_permit(client(1));
    desk.store.act(permit, late, desk.now).await.expect("invited");
    let history = desk.store.history(desk.grant(client(1), Kind::Enquiry), desk.now).await.expect("facts");
    let invited = history.iter().find(|fact| fact.occurred_at == at(NINE + 1_800)).expect("the invitation");
    assert!(matches!(invited.body, Event::Enquiry(_)));
    assert_eq!(invited.recorded_at, desk.now);
    assert_eq!(invited.by, Who::Staff { staff: THERAPIST });
    assert_eq!(history[0].by, Who::Public);

    let ahead = Intent { occurred_at: Some(at(NINE + 9_999)), ..Intent::now(command(3), receive("Cleo")) };
    desk.store.act(desk.public_permit(client(3)), ahead, desk.now).await.expect("received");
    let history = desk.store.history(desk.grant(client(3), Kind::Enquiry), desk.now).await.expect("facts");
    assert_eq!(history[0].occurred_at, desk.now, "a claim from the future is taken as now");
}

#[tokio::test]
async fn the_clock_of_the_log_never_goes_backwards() {
    let scratch = Scratch::new();
    let mut desk = scratch.create();
    desk.found().await;
    for (number, second) in [(1, NINE + 500), (2, NINE - 86_400), (3, NINE + 501)] {
        desk.now = at(second);
        desk.enquire(command(number), client(number), "Anna Example").await.expect("received");
    }
    desk.store.close();
    let verified = crate::verify::verify(&scratch.data(), Some(&scratch.root_key()), &[]);
    assert!(verified.expect("in order").opened >= 6);
}
