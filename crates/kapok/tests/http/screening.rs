//! What reopens a screening, and what is asked from it, through the pages.

use axum::http::StatusCode;
use jiff::SignedDuration;
use journey::ClientId;
use journey::staff::Role;
use kapok::walk::Milestone;

use crate::client::{check_in_of, made, opened};
use crate::house::{Answer, Browser, House};

const DONE: StatusCode = StatusCode::SEE_OTHER;
const REFUSED: StatusCode = StatusCode::UNPROCESSABLE_ENTITY;
const CHECK_IN: &str = "/my/check-in";

/// A week after a dose: the client's browser at the fourth question, which asks about medicines.
async fn a_week_later(house: &House) -> (ClientId, Browser) {
    let client = house.walked(Milestone::Left).await.client;
    house.app.clock.advance(SignedDuration::from_hours(7 * 24));
    let mut staff = house.signed_in(Role::Therapist).await;
    let check_in = check_in_of(&mut staff, client, 7).await;
    let path = made(&mut staff, client, &check_in).await;
    let (mut holder, _) = opened(house, &path).await;
    for answer in ["6", "4"] {
        let question = if answer == "6" { "1" } else { "2" };
        holder.post(CHECK_IN, CHECK_IN, &[("question", question), ("answer", answer)]).await;
    }
    holder.post(CHECK_IN, CHECK_IN, &[("question", "3"), ("way", "skip")]).await;
    (client, holder)
}

async fn says(holder: &mut Browser, answer: &str, which: &str) -> Answer {
    let fields = [("question", "4"), ("answer", answer), ("which", which)];
    holder.post(CHECK_IN, CHECK_IN, &fields).await
}

#[tokio::test]
async fn a_new_medicine_at_a_check_in_reopens_the_clearance_and_says_what_changed() {
    let house = House::open().await;
    let (client, mut holder) = a_week_later(&house).await;
    let asked = holder.get(CHECK_IN).await.text;
    let (asked, _) = asked.split_once("<template").unwrap();
    assert!(asked.contains("question 4 of 5") && asked.contains("any medicine or supplement"), "{asked}");
    assert!(
        asked.contains("not at once") && !asked.contains("has been told"),
        "nothing is promised: {asked}"
    );
    assert_eq!(says(&mut holder, "yes", "Phenelzine and Zimzumol").await.location(), CHECK_IN);
    let next = holder.get(CHECK_IN).await.text;
    assert!(next.contains("question 5 of 5") && !next.contains("Phenelzine"), "none is shown again");
    let mut prescriber = house.signed_in(Role::Prescriber).await;
    let screening = prescriber.get(&format!("/people/{client}/screening")).await.text;
    for shown in [
        "An MAO inhibitor on the list",
        "A medicine or supplement was changed",
        "Phenelzine",
        "Zimzumol",
        "Their own answer at the check-in of day 7",
    ] {
        assert!(screening.contains(shown), "{shown} in {screening}");
    }
    let today = prescriber.get("/today").await.text;
    assert!(today.contains("A medicine or supplement was changed"), "{today}");
    let mut therapist = house.signed_in(Role::Therapist).await;
    let integration = therapist.get(&format!("/people/{client}/integration")).await.text;
    assert!(integration.contains("Phenelzine and Zimzumol"), "{integration}");
}

#[tokio::test]
async fn a_no_at_a_check_in_reopens_nothing() {
    let house = House::open().await;
    let (client, mut holder) = a_week_later(&house).await;
    let mut prescriber = house.signed_in(Role::Prescriber).await;
    let page = format!("/people/{client}/screening");
    let before = prescriber.get(&page).await.text;
    assert_eq!(says(&mut holder, "no", "").await.location(), CHECK_IN);
    let after = prescriber.get(&page).await.text;
    assert!(before.contains("is cleared until") && after.contains("is cleared until"), "{after}");
    assert!(!prescriber.get("/today").await.text.contains("A medicine or supplement was changed"));
}

#[tokio::test]
async fn what_was_typed_of_a_medicine_comes_back_with_what_is_wrong() {
    let house = House::open().await;
    let (_, mut holder) = a_week_later(&house).await;
    let neither = says(&mut holder, "", "Zimzumol").await;
    assert_eq!(neither.status, REFUSED);
    assert!(neither.text.contains("Zimzumol") && neither.text.contains("role=\"alert\""), "{}", neither.text);
    let long = says(&mut holder, "yes", &"Zimzumol ".repeat(40)).await;
    assert_eq!(long.status, REFUSED);
    assert!(long.text.contains("value=\"yes\" required checked"), "{}", long.text);
    assert_eq!(says(&mut holder, "yes", "").await.status, DONE, "which one need not be said");
}
