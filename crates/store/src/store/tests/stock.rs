//! The practice's stock: two streams in one act, and what a permit for something else does not open.

use jiff::civil::date;
use journey::prescription::Supply;
use journey::stock::{Command, Fate, Medicine, Moved, Received};
use journey::{CommandId, Stream};
use permit::{Action, Kind, Permit, Relation, Resource, to_act};

use super::support::{Desk, Scratch, THERAPIST, client, command};
use crate::verify::verify;
use crate::{ActFault, Ask, Intent, ReadFault};

fn permit(desk: &Desk, action: Action, kind: Kind) -> Permit {
    let resource = Resource::of_practice(desk.practice(), kind);
    to_act(desk.therapist(THERAPIST), action, resource, Relation::Unassigned).expect("a therapist may")
}

fn receive() -> Ask {
    let medicine = Medicine {
        product: "Xaverine lozenge".to_owned(),
        strength_mg: 50,
        form: "lozenge".to_owned(),
        lot: "K-1".to_owned(),
        expires: date(2027, 1, 31),
    };
    let supply = Supply {
        on: date(2026, 3, 1),
        supplier: "Pharmacy Sample".to_owned(),
        address: None,
        registration: None,
        containers: Some(1),
    };
    let received = Received { medicine, supply: Some(supply), lozenges: 30 };
    Ask::Stock(Command::Receive(Box::new(received)))
}

async fn does(desk: &Desk, id: CommandId, ask: Ask) -> Result<crate::Done, ActFault> {
    let act = permit(desk, Action::Create, Kind::Stock);
    desk.store.act(act, Intent::now(id, ask), desk.now).await
}

#[tokio::test]
async fn the_stock_lies_in_a_stream_of_its_own_and_folds_the_same_after_a_restart() {
    let scratch = Scratch::new();
    let desk = scratch.create();
    desk.found().await;
    let practice = desk.store.practice();
    let mut watcher = desk.store.watch();
    does(&desk, command(1), receive()).await.expect("received");
    let appended = watcher.try_recv().expect("a fact");
    assert_eq!((appended.stream, appended.client), (Stream::Stock, None));
    assert_eq!(desk.store.practice(), practice, "the practice does not grow with it");
    assert!(does(&desk, command(1), receive()).await.expect("done before").repeated);
    let found = Moved { lot: 1, fate: Fate::Found, lozenges: 29, manner: None, witness: None };
    does(&desk, command(2), Ask::Stock(Command::Move(Box::new(found)))).await.expect("counted");
    let read = |desk: &Desk| desk.store.stock(permit(desk, Action::Read, Kind::Stock)).expect("opened");
    let kept = read(&desk);
    assert_eq!((kept.lots[0].count().left, kept.discrepancies().len()), (Some(29), 1));
    desk.store.close();
    let desk = scratch.open();
    assert_eq!(read(&desk), kept);
    desk.store.close();
    verify(&scratch.data(), Some(&scratch.root_key()), &[]).expect("every fact opens where it lies");
}

#[tokio::test]
async fn no_other_permit_opens_the_stock_or_writes_into_it() {
    let scratch = Scratch::new();
    let desk = scratch.create();
    desk.found().await;
    desk.enquire(command(1), client(1), "Anna Example").await.expect("received");
    for (action, kind) in [(Action::Create, Kind::Stock), (Action::Read, Kind::Roster)] {
        let read = desk.store.stock(permit(&desk, action, kind));
        assert_eq!(read.expect_err("another permit"), ReadFault::NotPermitted);
    }
    let of_client = Resource::of_client(desk.practice(), client(1), Kind::Stock);
    let of_client = |action| to_act(desk.therapist(THERAPIST), action, of_client, Relation::Assigned);
    let read = desk.store.stock(of_client(Action::Read).expect("of their client"));
    assert_eq!(read.expect_err("about one client"), ReadFault::NotPermitted);
    let act = of_client(Action::Create).expect("of their client");
    let done = desk.store.act(act, Intent::now(command(2), receive()), desk.now).await;
    assert_eq!(done, Err(ActFault::NotPermitted));
    assert!(desk.store.stock(permit(&desk, Action::Read, Kind::Stock)).expect("opened").lots.is_empty());
}
