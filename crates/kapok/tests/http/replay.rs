//! What is kept in memory, in cards and in queues is what the log says, however people walked.

use std::collections::BTreeMap;

use jiff::{SignedDuration, Timestamp};
use journey::staff::{Role, Status};
use kapok::walk::{self, Milestone, Step, Walker};
use permit::{Action, Actor, Kind, Relation, Resource};
use store::{ListQuery, Store};

use crate::house::House;

struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % sides
    }
}

/// Steps of many people in the order of time, some left out, some twice, some changed places.
fn stumbled(mut steps: Vec<Step>, dice: &mut Dice) -> Vec<Step> {
    steps.sort_by_key(|step| step.at());
    let mut stumbled = Vec::new();
    for step in steps {
        match dice.roll(14) {
            0 => {}
            1 => stumbled.extend([step.clone(), step]),
            _ => stumbled.push(step),
        }
    }
    for place in 1..stumbled.len() {
        if dice.roll(12) == 0 {
            stumbled.swap(place - 1, place);
        }
    }
    stumbled
}

/// All that lists, queues and folds say.
async fn told(house: &House, store: &Store, walkers: &[Walker], now: Timestamp) -> BTreeMap<String, String> {
    let practice = store.practice_id();
    let mut told = BTreeMap::new();
    let cast = house.cast();
    for (staff, role) in [(cast.therapist, Role::Therapist), (cast.prescriber, Role::Prescriber)] {
        let actor = Actor::Staff { practice, staff, role, status: Status::Active };
        let roster = Resource::of_practice(practice, Kind::Roster);
        let permit = permit::to_act(actor, Action::Read, roster, Relation::Unassigned).unwrap();
        let listed = store.list(permit, ListQuery::default(), now).await.unwrap();
        told.insert(format!("list {role:?}"), format!("{listed:#?}"));
        for walker in walkers {
            for kind in [Kind::Identity, Kind::Enquiry] {
                let relation = store.relation(walker.client, staff).unwrap();
                let resource = Resource::of_client(practice, walker.client, kind);
                let Ok(grant) = permit::to_open(actor, resource, relation) else { continue };
                let opened = store.read(grant, now).await.unwrap();
                told.insert(format!("{role:?} {kind:?} {}", walker.client), format!("{:#?}", opened.case));
            }
        }
    }
    let due =
        store.due_before(now.saturating_add(SignedDuration::from_hours(24 * 365)).unwrap()).await.unwrap();
    told.insert("due".to_owned(), format!("{due:#?}"));
    told.insert("practice".to_owned(), format!("{:#?}", store.practice()));
    told
}

#[tokio::test]
async fn a_rebuild_tells_what_was_told_before_it() {
    let house = House::open().await;
    let from = house.app.clock.now();
    walk::sign_protocol(&house.app.store, &house.cast(), from).await.unwrap();
    let mut dice = Dice(7);
    let mut steps = Vec::new();
    let ends = [
        Milestone::Integrated,
        Milestone::Sealed,
        Milestone::Integrated,
        Milestone::Returned,
        Milestone::Cleared,
    ];
    let walkers = ends.map(|end| (Walker::new("Synthetic Sam"), end));
    for (walker, end) in &walkers {
        let begins =
            from.saturating_add(SignedDuration::from_hours(i64::try_from(dice.roll(72)).unwrap())).unwrap();
        steps.extend(walk::steps(&house.cast(), walker, *end, begins).unwrap());
    }
    let (mut done, mut refused, mut now) = (0, 0, from);
    for step in stumbled(steps, &mut dice) {
        now = now.max(step.at());
        match walk::take(&house.app.store, &house.cast(), &step).await {
            Ok(()) => done += 1,
            Err(_) => refused += 1,
        }
    }
    assert!(done > 200 && refused > 10, "{done} done, {refused} refused");
    let walkers: Vec<Walker> = walkers.into_iter().map(|(walker, _)| walker).collect();
    let walkers: Vec<Walker> = walkers
        .into_iter()
        .filter(|one| house.app.store.relation(one.client, house.cast().therapist).is_some())
        .collect();
    let live = told(&house, &house.app.store, &walkers, now).await;
    assert!(live.len() > walkers.len() * 2, "{}", live.len());
    house.app.store.rebuild_cards(|_| {}).await.unwrap();
    same(&live, &told(&house, &house.app.store, &walkers, now).await, "after a rebuild");
    house.app.store.clone().close();
    let folder = house.folder();
    let opened = Store::open(&folder.join("practice"), &folder.join("root-key"), &mut |_| {}).unwrap();
    same(&live, &told(&house, &opened, &walkers, now).await, "after a restart");
}

fn same(one: &BTreeMap<String, String>, other: &BTreeMap<String, String>, when: &str) {
    assert_eq!(one.keys().collect::<Vec<_>>(), other.keys().collect::<Vec<_>>(), "{when}");
    for (what, said) in one {
        assert!(other[what] == *said, "{when}, {what}:\n{said}\n----\n{}", other[what]);
    }
}
