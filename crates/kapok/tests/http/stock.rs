//! The practice's stock through its page: who writes, who reads, and who does not learn whose it was.

use axum::http::StatusCode;
use journey::staff::Role;
use journey::stock::Kind as Matter;
use kapok::walk::Milestone;
use permit::{Action, Kind, Relation, Resource};

use crate::house::{Browser, House};

const OK: StatusCode = StatusCode::OK;
const DONE: StatusCode = StatusCode::SEE_OTHER;
const REFUSED: StatusCode = StatusCode::UNPROCESSABLE_ENTITY;
const PAGE: &str = "/practice/stock";

const CAME: [(&str, &str); 10] = [
    ("product", "Ketamine lozenge, compounded"),
    ("strength_mg", "50"),
    ("form", "lozenge, sublingual"),
    ("print", "K-0417"),
    ("expires", "2027-12-31"),
    ("came_on", "2026-11-20"),
    ("supplier", "Hollow Street Pharmacy"),
    ("registration", "FS0000000"),
    ("received", "60"),
    ("containers", "2"),
];

async fn receives(browser: &mut Browser) {
    let kept = browser.post(PAGE, "/practice/stock/receipt", &CAME).await;
    assert_eq!(kept.status, DONE, "{}", kept.text);
}

/// Dispenses out of the first lot, as the form on a person's page does.
async fn dispenses(browser: &mut Browser, client: &str, lozenges: &str, anyway: &str) -> StatusCode {
    let page = format!("/people/{client}/prescription");
    let fields = [
        ("number", "1"),
        ("fate", "dispensed"),
        ("lozenges-counted", lozenges),
        ("stock_lot", "1"),
        ("anyway", anyway),
    ];
    browser.post(&page, &format!("{page}/count"), &fields).await.status
}

/// What the stock itself holds.
fn kept(house: &House) -> std::sync::Arc<journey::stock::Stock> {
    let resource = Resource::of_practice(house.app.store.practice_id(), Kind::Stock);
    let permit = permit::to_act(house.therapist(), Action::Read, resource, Relation::Unassigned).unwrap();
    house.app.store.stock(permit).unwrap()
}

#[tokio::test]
async fn what_came_is_written_and_dispensed_and_each_line_shows_in_both_places() {
    let house = House::open().await;
    let client = house.walked(Milestone::Prescribed).await.client.to_string();
    let mut therapist = house.signed_in(Role::Therapist).await;
    let empty = therapist.get(PAGE).await;
    assert!(empty.status == OK && empty.text.contains("Nothing has come into the stock."), "{}", empty.text);
    let mut nameless = CAME;
    nameless[0].1 = " ";
    let refused = therapist.post(PAGE, "/practice/stock/receipt", &nameless).await;
    assert!(refused.status == REFUSED && refused.text.contains("field-product-error"), "{}", refused.text);
    receives(&mut therapist).await;
    let person = format!("/people/{client}/prescription");
    let offered = therapist.get(&person).await;
    assert!(
        offered.text.contains("lot K-0417, until 31 Dec 2027: 60 left") || offered.text.contains(": 60 left")
    );
    assert_eq!(dispenses(&mut therapist, &client, "61", "").await, REFUSED);
    assert_eq!(dispenses(&mut therapist, &client, "6", "").await, DONE);
    let stock = therapist.get(PAGE).await;
    assert!(stock.text.contains("54 left") && stock.text.contains("Synthetic Sam"), "{}", stock.text);
    assert!(therapist.get(&person).await.text.contains("6 came, 0 gone, 6 ought to be here"));
    assert_eq!(dispenses(&mut therapist, &client, "55", "yes").await, DONE, "what happened is recorded");
    let kinds: Vec<Matter> = kept(&house).discrepancies().iter().map(|one| one.kind).collect();
    assert_eq!(kinds, [Matter::Mismatch { expected: 54, counted: 55, overdrawn: true }]);
}

#[tokio::test]
async fn whoever_may_not_open_a_record_does_not_learn_from_the_stock_whose_it_is() {
    let house = House::open().await;
    let client = house.walked(Milestone::Prescribed).await.client.to_string();
    let mut therapist = house.signed_in(Role::Therapist).await;
    receives(&mut therapist).await;
    assert_eq!(dispenses(&mut therapist, &client, "6", "").await, DONE);
    house.app.clock.advance(jiff::SignedDuration::from_mins(20));
    let mut therapist = house.signed_in(Role::Therapist).await;
    let before = house.appended();
    assert!(therapist.get(PAGE).await.text.contains("Synthetic Sam"));
    assert_eq!(house.appended() - before, 2, "the list that was shown, and the record that was opened");
    for role in [Role::Admin, Role::Auditor] {
        let mut other = house.signed_in(role).await;
        let stock = other.get(PAGE).await;
        assert!(stock.status == OK && stock.text.contains("54 left"), "{role:?} {}", stock.text);
        assert!(stock.text.contains("dispensed to a person of the practice"), "{role:?}");
        assert!(!stock.text.contains("Synthetic Sam") && !stock.text.contains(&client), "{role:?}");
        assert_eq!(stock.text.contains("/practice/stock/receipt"), role == Role::Admin, "{role:?}");
    }
    assert_eq!(house.signed_in(Role::Monitor).await.get(PAGE).await.status, StatusCode::NOT_FOUND);
    assert_eq!(house.stranger().get(PAGE).await.status, DONE);
}

#[tokio::test]
async fn the_auditor_writes_nothing_and_the_prescriber_no_new_line() {
    let house = House::open().await;
    let mut admin = house.signed_in(Role::Admin).await;
    receives(&mut admin).await;
    let line = [("lot", "1"), ("fate", "lost"), ("moved", "2"), ("manner", "the drawer was forced")];
    for (role, path) in [
        (Role::Auditor, "receipt"),
        (Role::Auditor, "line"),
        (Role::Auditor, "inventory"),
        (Role::Auditor, "correction"),
        (Role::Auditor, "answer"),
        (Role::Prescriber, "receipt"),
        (Role::Prescriber, "line"),
        (Role::Prescriber, "inventory"),
    ] {
        let mut browser = house.signed_in(role).await;
        let answer = browser.post(PAGE, &format!("{PAGE}/{path}"), &line).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{role:?} {path}");
    }
    assert_eq!(kept(&house).lots[0].lines.len(), 1);
}

#[tokio::test]
async fn a_loss_waits_until_it_is_written_who_was_told_and_how_it_ended() {
    let house = House::open().await;
    house.walked(Milestone::Prescribed).await;
    let mut admin = house.signed_in(Role::Admin).await;
    receives(&mut admin).await;
    let line = [("lot", "1"), ("fate", "lost"), ("moved", "2"), ("manner", "the drawer was forced")];
    assert_eq!(admin.post(PAGE, "/practice/stock/line", &line).await.status, DONE);
    let mut prescriber = house.signed_in(Role::Prescriber).await;
    let stock = prescriber.get(PAGE).await;
    for words in ["2 lozenges were stolen or lost.", "DEA field division", "Notice is due by", "yours must"] {
        assert!(stock.text.contains(words), "{words} in {}", stock.text);
    }
    let about = stock.field("about");
    let answer = |fields: &[(&'static str, &'static str)]| [&[("about", about.as_str())], fields].concat();
    let path = "/practice/stock/answer";
    let ended = prescriber.post(PAGE, path, &answer(&[("ended", "It was found.")])).await;
    assert!(ended.status == REFUSED && ended.text.contains("or why nobody was"), "{}", ended.text);
    let both = answer(&[("whom", "DEA"), ("told_on", "2026-11-22"), ("why", "no need")]);
    assert_eq!(prescriber.post(PAGE, path, &both).await.status, REFUSED, "one of the two");
    let told = answer(&[("whom", "DEA field division"), ("told_on", "2026-11-22"), ("reference", "106-7")]);
    assert_eq!(prescriber.post(PAGE, path, &told).await.status, DONE);
    let told = admin.get(PAGE).await;
    assert!(told.text.contains("106-7") && told.text.contains("write how it ended"), "{}", told.text);
    let ended = answer(&[("ended", "The police have it.")]);
    assert_eq!(admin.post(PAGE, path, &ended).await.status, DONE);
    let stock = admin.get(PAGE).await;
    assert!(stock.text.contains("The police have it.") && !stock.text.contains("name=\"about\""));
}

#[tokio::test]
async fn the_whole_stock_is_counted_before_a_second_person() {
    let house = House::open().await;
    house.walked(Milestone::Prescribed).await;
    let mut admin = house.signed_in(Role::Admin).await;
    receives(&mut admin).await;
    let due = admin.get(PAGE).await;
    assert!(due.text.contains("The whole stock is to be counted."), "{}", due.text);
    let today = house.app.store.practice().date_at(house.app.clock.now()).to_string();
    let count = |lozenges: &'static str, second: &'static str| {
        let on = today.clone();
        [("on", on), ("hour", "close".into()), ("count-1", lozenges.into()), ("counter", second.into())]
    };
    let sent = |fields: [(&'static str, String); 4]| fields.map(|(name, value)| (name, value));
    let path = "/practice/stock/inventory";
    for (lozenges, second, status) in [("60", "", REFUSED), ("", "J. S.", REFUSED), ("58", "J. S.", DONE)] {
        let fields = sent(count(lozenges, second));
        let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let answer = admin.post(PAGE, path, &fields).await;
        assert_eq!(answer.status, status, "{lozenges} {second}: {}", answer.text);
    }
    let counted = admin.get(PAGE).await;
    assert!(counted.text.contains("60 ought to be there, 58 were counted."), "{}", counted.text);
    assert!(counted.text.contains("The next complete count is due by"));
    let line = counted.field("about");
    let right = [("line", line.as_str()), ("lozenges-truly", "60"), ("reason", "two lay in the lid")];
    assert_eq!(admin.post(PAGE, "/practice/stock/correction", &right).await.status, DONE);
    assert!(admin.get(PAGE).await.text.contains("60 lozenges in one lot."));
}

#[tokio::test]
async fn today_says_what_waits_of_the_stock_to_those_who_may_act_until_it_is_written() {
    let house = House::open().await;
    house.walked(Milestone::Prescribed).await;
    let mut admin = house.signed_in(Role::Admin).await;
    let today = async |role| house.signed_in(role).await.get("/today").await.text;
    assert!(!today(Role::Therapist).await.contains("Stock:"));
    receives(&mut admin).await;
    for role in [Role::Therapist, Role::Prescriber, Role::Admin] {
        assert!(today(role).await.contains("Stock: count all of it"), "{role:?}");
    }
    let line = [("lot", "1"), ("fate", "lost"), ("moved", "2"), ("manner", "the drawer was forced")];
    assert_eq!(admin.post(PAGE, "/practice/stock/line", &line).await.status, DONE);
    for role in [Role::Therapist, Role::Prescriber, Role::Admin] {
        assert!(today(role).await.contains("Stock: one thing does not match"), "{role:?}");
    }
    assert!(!today(Role::Monitor).await.contains("Stock:"), "they may do nothing about it");
    house.app.clock.advance(jiff::SignedDuration::from_hours(80));
    assert!(today(Role::Admin).await.contains("notice was due by"), "and past its time it says so");
    let mut again = house.signed_in(Role::Admin).await;
    let about = again.get(PAGE).await.field("about");
    let written =
        [("about", about.as_str()), ("why", "They lay under the tray."), ("ended", "Both are there.")];
    assert_eq!(again.post(PAGE, "/practice/stock/answer", &written).await.status, DONE);
    assert!(!today(Role::Admin).await.contains("does not match"));
}
