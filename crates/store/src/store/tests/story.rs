//! The one story that every database behind the store must tell the same way.

use journey::enquiry::Standing;
use journey::{Event, Refusal, StaffId, access};
use permit::{Kind, Relation};

use super::support::{Desk, NINE, Scratch, THERAPIST, at, client, command, details, invite, receive};
use crate::{ActFault, Ask, ListQuery, ReadFault, Store, needs};

const ANNA: &str = "Anna Example";
const BERTA: &str = "Berta Example";

#[tokio::test]
async fn a_store_keeps_its_promises() {
    let scratch = Scratch::new();
    assert!(!Store::exists(&scratch.data()));
    let mut desk = scratch.create();
    assert!(Store::exists(&scratch.data()));
    let found = desk.found().await;
    assert!(found.events >= 5 && !found.repeated && found.client.is_none());

    people_enquire(&mut desk).await;
    refusals_are_kept(&mut desk).await;
    lists_show_cards(&mut desk).await;
    grants_open_one_compartment_of_one_client(&mut desk).await;

    let (anna, berta) = (folds(&desk, 1).await, folds(&desk, 2).await);
    let practice = desk.store.practice();
    let id = desk.practice();
    desk.store.close();
    let mut desk = scratch.open();
    desk.now = at(NINE + 7_200);
    assert_eq!(desk.practice(), id);
    assert_eq!(desk.store.practice(), practice, "the practice folds the same");
    assert_eq!((folds(&desk, 1).await, folds(&desk, 2).await), (anna, berta), "cases fold the same");
    assert_eq!(desk.list(THERAPIST, ListQuery::default()).await.total, 2);
    let repeat = desk.enquire(command(1), client(1), ANNA).await.expect("done before");
    assert!(repeat.repeated, "ids are known after a restart");
    assert!(desk.store.checkpoint().starts_with("kapok/"), "closing signed the log");
}

async fn people_enquire(desk: &mut Desk) {
    let done = desk.enquire(command(1), client(1), ANNA).await.expect("received");
    assert_eq!((done.client, done.events, done.repeated), (Some(client(1)), 2, false));
    let again = desk.enquire(command(1), client(1), ANNA).await.expect("the same answer");
    assert_eq!((again.events, again.repeated), (2, true));
    desk.now = at(NINE + 60);
    desk.enquire(command(2), client(2), BERTA).await.expect("received");
    assert_eq!(desk.store.relation(client(1), THERAPIST), Some(Relation::Unclaimed));
    assert_eq!(desk.store.relation(client(9), THERAPIST), None, "nobody of that id");
    let due = desk.store.due_before(desk.now).await.expect("the due queue");
    assert_eq!(due.iter().map(|due| due.client).collect::<Vec<_>>(), [client(1), client(2)]);
}

async fn refusals_are_kept(desk: &mut Desk) {
    let nameless = desk.enquire(command(3), client(3), "   ").await;
    assert_eq!(nameless, Err(ActFault::Refused(Refusal::NameMissing)));
    let repeat = desk.enquire(command(3), client(3), "   ").await;
    assert_eq!(repeat, Err(ActFault::Refused(Refusal::NameMissing)), "a repeat is not decided again");
    let another = desk.enquire(command(3), client(3), "Now with a name").await;
    assert_eq!(another, Err(ActFault::Conflict), "and another act needs an id of its own");
    assert_eq!(desk.store.relation(client(3), THERAPIST), None, "a refusal makes nobody");
    let twice = desk.enquire(command(4), client(1), ANNA).await;
    assert_eq!(twice, Err(ActFault::Refused(Refusal::EnquiryAlreadyReceived)));
    let nobody = desk.amend(command(5), client(9), invite()).await;
    assert_eq!(nobody, Err(ActFault::Refused(Refusal::NoEnquiry)));

    desk.amend(command(6), client(2), invite()).await.expect("invited");
    assert_eq!(desk.store.relation(client(2), THERAPIST), Some(Relation::Assigned));
    let due = desk.store.due_before(desk.now).await.expect("the due queue");
    assert_eq!(due.iter().map(|due| due.client).collect::<Vec<_>>(), [client(1)], "one still waits");
}

async fn lists_show_cards(desk: &mut Desk) {
    let mut watcher = desk.store.watch();
    let names = |listed: crate::Listed| -> Vec<String> {
        listed.rows.into_iter().map(|row| row.identity.name).collect()
    };
    assert_eq!(names(desk.list(THERAPIST, ListQuery::default()).await), [ANNA, BERTA]);
    let shown = watcher.try_recv().expect("showing a list is a fact");
    assert_eq!(shown.client, None);
    desk.list(THERAPIST, ListQuery::default()).await;
    assert!(watcher.try_recv().is_err(), "once a quarter of an hour");
    let another = StaffId::from_bytes([0xb2; 16]);
    assert_eq!(names(desk.list(another, ListQuery::default()).await), [ANNA], "Berta is another's");
}

async fn grants_open_one_compartment_of_one_client(desk: &mut Desk) {
    let mut watcher = desk.store.watch();
    let identity = desk.store.read(desk.grant(client(2), Kind::Identity), desk.now).await.expect("opened");
    assert_eq!(identity.case.contact.details, Some(details(BERTA)));
    assert_eq!(identity.case.enquiry.standing, Standing::None, "the record stays closed");
    let record = desk.store.read(desk.grant(client(2), Kind::Enquiry), desk.now).await.expect("opened");
    assert_eq!(record.case.enquiry.standing, Standing::Invited);
    assert_eq!(record.case.contact.details, None, "the identity stays closed");
    assert!(record.case.care_team.people.contains(&THERAPIST));
    assert_eq!([watcher.try_recv(), watcher.try_recv()].map(|fact| fact.is_ok()), [true, true]);

    desk.store.read(desk.grant(client(2), Kind::Enquiry), desk.now).await.expect("opened again");
    assert!(watcher.try_recv().is_err(), "an opening is noted once a quarter of an hour");
    let log = desk.store.history(desk.grant(client(2), Kind::AccessLog), desk.now).await.expect("the log");
    let opened = log.iter().filter(|fact| matches!(fact.body, Event::Access(_))).count();
    assert_eq!((log.len(), opened), (2, 2));
    assert!(log.iter().any(|fact| {
        fact.body == Event::Access(access::Event::RecordOpened { opened: access::Opened::Identity })
    }));
    let nobody = desk.store.read(desk.grant(client(9), Kind::Identity), desk.now).await;
    assert_eq!(nobody, Err(ReadFault::NoSuchClient));
}

async fn folds(desk: &Desk, number: u32) -> [crate::Opened; 2] {
    let identity = desk.store.read(desk.grant(client(number), Kind::Identity), desk.now).await;
    let record = desk.store.read(desk.grant(client(number), Kind::Enquiry), desk.now).await;
    [identity.expect("opened"), record.expect("opened")]
}

#[tokio::test]
async fn a_permit_lets_nothing_else_be_done() {
    let scratch = Scratch::new();
    let desk = scratch.create();
    desk.found().await;
    desk.enquire(command(1), client(1), ANNA).await.expect("received");
    let inviting = crate::Intent::now(command(2), invite());
    let by_public = desk.store.act(desk.public_permit(client(1)), inviting, desk.now).await;
    assert_eq!(by_public, Err(ActFault::NotPermitted));
    let enquiring = crate::Intent::now(command(3), receive(ANNA));
    let by_sign_in = desk.store.act(desk.sign_in_permit(), enquiring, desk.now).await;
    assert_eq!(by_sign_in, Err(ActFault::NotPermitted));
    desk.amend(command(4), client(1), invite()).await.expect("with its own permit it is done");

    let other = Scratch::new().create();
    let foreign = crate::Intent::now(command(5), receive(ANNA));
    let elsewhere = desk.store.act(other.public_permit(client(5)), foreign, desk.now).await;
    assert_eq!(elsewhere, Err(ActFault::NotPermitted), "a permit of another practice");
    let grant = other.grant(client(1), Kind::Identity);
    assert_eq!(desk.store.read(grant, desk.now).await, Err(ReadFault::NotPermitted));
    assert_ne!(needs(&receive(ANNA)), needs(&invite()));
    assert!(matches!(invite(), Ask::Client(_)));
}

#[tokio::test]
async fn one_process_writes_and_nothing_is_overwritten() {
    let scratch = Scratch::new();
    assert!(matches!(scratch.try_open(), Err(crate::OpenFault::NothingThere { .. })));
    let desk = scratch.create();
    assert!(matches!(scratch.try_open(), Err(crate::OpenFault::InUse { .. })));
    desk.store.close();
    let again = Store::create(&scratch.data(), &scratch.path().join("another.key"));
    assert!(matches!(again, Err(crate::OpenFault::AlreadyThere { .. })));
    let key_taken = Store::create(&scratch.path().join("elsewhere"), &scratch.root_key());
    assert!(matches!(key_taken, Err(crate::OpenFault::AlreadyThere { .. })));
    let inside = scratch.path().join("inside");
    let key_inside = Store::create(&inside, &inside.join("root.key"));
    assert!(matches!(key_inside, Err(crate::OpenFault::RootKeyInside { .. })));
    scratch.open();
}
