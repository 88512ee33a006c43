//! The synthetic way goes through the real rules to its end.

use journey::Case;
use kapok::walk::Milestone;
use permit::{Actor, Kind, Purpose, Relation, Resource};

use crate::house::House;

#[tokio::test]
async fn a_synthetic_person_walks_the_whole_way() {
    let house = House::open().await;
    let walker = house.walked(Milestone::Integrated).await;
    let practice = house.app.store.practice_id();
    let actor = Actor::Link { practice, client: walker.client, purpose: Purpose::Home };
    let resource = Resource::of_client(practice, walker.client, Kind::SessionChart);
    let grant = permit::to_open(actor, resource, Relation::Unclaimed).unwrap();
    let read = house.app.store.read_session(grant, walker.session, house.app.clock.now()).await.unwrap();
    let case: &Case = &read.case;
    let session = case.sessions.get(walker.session).unwrap();
    assert!(session.sealed.is_some() && session.open_incidents().is_empty(), "{session:?}");
    assert_eq!(session.total_mg(), 50);
    assert_eq!(case.integration.check_ins.len(), 3);
    let scores: Vec<_> = case.scales.fillings.iter().filter_map(|filling| filling.score).collect();
    assert_eq!(scores.len(), 2, "before and after");
    assert!(case.chart.is_some());
}
