use std::collections::BTreeSet;

use jiff::Timestamp;
use journey::staff::{Role, Status};

use super::*;

const PRACTICE: PracticeId = PracticeId::from_bytes([1; 16]);
const MINE: StaffId = StaffId::from_bytes([2; 16]);
const OTHER: StaffId = StaffId::from_bytes([3; 16]);

fn card(name: &str, team: &[StaffId], second: i64) -> Card {
    let since = Timestamp::from_second(second).ok();
    let mut place = Place { since, ..Place::default() };
    place.care_team = team.iter().copied().collect::<BTreeSet<_>>();
    Card { identity: Identity { name: name.to_owned(), ..Identity::default() }, place }
}

fn index() -> Index {
    let cards = [
        card("Berta Öhm-Ünal", &[MINE], 30),
        card("anna Example", &[], 20),
        card("Cleo Example", &[OTHER], 10),
    ];
    let mut index = Index::default();
    (1..).zip(cards).for_each(|(number, card)| index.put(ClientId::from_bytes([number; 16]), card));
    index
}

fn staff(role: Role) -> Actor {
    Actor::Staff { practice: PRACTICE, staff: MINE, role, status: Status::Active }
}

fn names(actor: &Actor, query: &ListQuery) -> Vec<String> {
    index().list(PRACTICE, actor, query).rows.into_iter().map(|row| row.identity.name).collect()
}

#[test]
fn whoever_may_not_read_the_name_does_not_see_the_row() {
    let all = ListQuery::default();
    assert_eq!(names(&staff(Role::Therapist), &all), ["anna Example", "Berta Öhm-Ünal"]);
    assert_eq!(names(&staff(Role::Prescriber), &all), ["Berta Öhm-Ünal"]);
    assert_eq!(names(&staff(Role::Admin), &all), ["anna Example", "Berta Öhm-Ünal", "Cleo Example"]);
    assert!(names(&staff(Role::Auditor), &all).is_empty());
    assert!(names(&Actor::Public { practice: PRACTICE }, &all).is_empty());
    let elsewhere = Actor::Public { practice: PracticeId::from_bytes([9; 16]) };
    assert!(names(&elsewhere, &all).is_empty());
}

#[test]
fn words_are_found_by_their_beginnings() {
    let search = |text: &str| {
        names(&staff(Role::Admin), &ListQuery { text: Some(text.to_owned()), ..ListQuery::default() })
    };
    assert_eq!(search("ün"), ["Berta Öhm-Ünal"]);
    assert_eq!(search("EX an"), ["anna Example"]);
    assert!(search("xample").is_empty());
    assert_eq!(search(" - ").len(), 3, "nothing but signs asks for nothing");
}

#[test]
fn those_with_whom_somebody_walks_are_found() {
    let walks_with = |staff| ListQuery { walks_with: Some(staff), ..ListQuery::default() };
    assert_eq!(names(&staff(Role::Admin), &walks_with(OTHER)), ["Cleo Example"]);
    assert!(names(&staff(Role::Therapist), &walks_with(OTHER)).is_empty(), "a filter opens nothing");
}

#[test]
fn lists_have_an_order() {
    let ordered = |order| names(&staff(Role::Admin), &ListQuery { order, ..ListQuery::default() });
    assert_eq!(ordered(ListOrder::Newest), ["Berta Öhm-Ünal", "anna Example", "Cleo Example"]);
    assert_eq!(ordered(ListOrder::Longest), ["Cleo Example", "anna Example", "Berta Öhm-Ünal"]);
}

#[test]
fn relations_are_those_of_the_care_team() {
    let relation = |number, staff| index().relation(ClientId::from_bytes([number; 16]), staff);
    assert_eq!(relation(1, MINE), Some(Relation::Assigned));
    assert_eq!(relation(2, MINE), Some(Relation::Unclaimed));
    assert_eq!(relation(3, MINE), Some(Relation::Unassigned));
    assert_eq!(relation(4, MINE), None);
}
