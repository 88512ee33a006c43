//! A therapist asks at the gate, and a prescriber who is elsewhere answers with their password again.

use axum::http::StatusCode;
use journey::staff::Role;
use kapok::walk::Milestone;
use serde_json::{Value, json};

use crate::house::{Browser, House, PASSWORD};
use crate::room::{Tablet, checks, dose, opened};

const DONE: StatusCode = StatusCode::SEE_OTHER;
const REFUSED: StatusCode = StatusCode::UNPROCESSABLE_ENTITY;

/// A visit in which all is checked and the pressure is 165.
async fn high_pressure(house: &House) -> Tablet {
    let walker = house.walked(Milestone::Prescribed).await;
    let mut tablet = opened(house, &walker).await;
    let mut checks = checks(house);
    let vitals = checks.as_array_mut().unwrap().last_mut().unwrap();
    vitals["systolic_mmhg"] = 165.into();
    tablet.does(checks).await;
    tablet
}

fn ask(house: &House) -> Value {
    let of = house.cast().prescriber.to_string();
    json!({ "act": "ask_pass", "condition": "G12", "of": of, "words": "165, and 138 at home" })
}

async fn answer(browser: &mut Browser, asked: &str, says: &str, password: &str) -> crate::house::Answer {
    let page = browser.get(asked).await;
    let ask = page.field("ask");
    let name = format!("password-{ask}");
    let fields = [("ask", ask.as_str()), ("says", says), ("reason", "Known to me."), (&name, password)];
    browser.post(asked, asked, &fields).await
}

#[tokio::test]
async fn what_is_asked_at_the_gate_is_answered_from_afar_and_seen_on_both_screens() {
    let house = House::open().await;
    let mut tablet = high_pressure(&house).await;
    let asked = format!("{}/asked", tablet.room);
    let mut prescriber = house.signed_in(Role::Prescriber).await;
    let nothing = prescriber.get(&asked).await;
    assert!(nothing.text.contains("Nothing is asked"), "{}", nothing.text);
    assert!(!tablet.live().await.contains("Asked of"), "not before it was kept");
    tablet.does(json!([ask(&house)])).await;
    let waits = tablet.live().await;
    assert!(waits.contains("Asked of Synthetic Prescriber at") && waits.contains("data-asking"), "{waits}");
    let today = prescriber.get("/today").await.text;
    assert!(today.contains("somebody waits at the gate") && today.contains(&asked), "{today}");
    let page = prescriber.get(&asked).await;
    for shown in ["asks you to pass one condition", "165, and 138 at home", "165", "Your password, again"] {
        assert!(page.text.contains(shown), "{shown} in {}", page.text);
    }
    let passed = answer(&mut prescriber, &asked, "pass", PASSWORD).await;
    assert_eq!(passed.status, DONE, "{}", passed.text);
    let told = tablet.live().await;
    assert!(told.contains("Passed for today by Synthetic Prescriber") && told.contains("data-gate=\"open\""));
    assert!(!told.contains("data-asking"), "{told}");
    tablet.does(json!([dose()])).await;
    let over = prescriber.get(&asked).await.text;
    assert!(over.contains("decides nothing any more") && !over.contains("name=\"says\""), "{over}");
    assert!(!prescriber.get("/today").await.text.contains("somebody waits at the gate"));
}

#[tokio::test]
async fn an_answer_needs_the_password_again_and_a_prescriber() {
    let house = House::open().await;
    let mut tablet = high_pressure(&house).await;
    tablet.does(json!([ask(&house)])).await;
    let asked = format!("{}/asked", tablet.room);
    let mut prescriber = house.signed_in(Role::Prescriber).await;
    for wrong in ["", "another password of some length"] {
        let refused = answer(&mut prescriber, &asked, "pass", wrong).await;
        assert_eq!(refused.status, REFUSED);
        assert!(refused.text.contains("give your password again") && refused.text.contains("Known to me."));
        assert!(!refused.text.contains("another password of some length"), "it is never given back");
    }
    let mut in_the_room = Tablet::of(&house, Role::Prescriber, &tablet.room).await;
    let quick = json!({ "act": "override_gate", "condition": "G12", "reason": "quickly" });
    let refused = in_the_room.acts(quick).await;
    assert!(refused.status == REFUSED && refused.text.contains("password-missing"), "{}", refused.text);
    let mut therapist = house.signed_in(Role::Therapist).await;
    let seen = therapist.get(&asked).await;
    assert!(seen.text.contains("165, and 138 at home") && !seen.text.contains("name=\"says\""));
    let foreign = therapist.post(&asked, &asked, &[("ask", "1"), ("says", "pass")]).await;
    assert_eq!(foreign.status, StatusCode::NOT_FOUND);
    assert!(tablet.live().await.contains("data-gate=\"closed\""));
}

#[tokio::test]
async fn a_no_is_read_at_the_gate_and_an_answer_that_comes_too_late_does_nothing() {
    let house = House::open().await;
    let mut tablet = high_pressure(&house).await;
    let asked = format!("{}/asked", tablet.room);
    let mut prescriber = house.signed_in(Role::Prescriber).await;
    tablet.does(json!([ask(&house)])).await;
    assert_eq!(answer(&mut prescriber, &asked, "decline", PASSWORD).await.status, DONE);
    let told = tablet.live().await;
    assert!(told.contains("Synthetic Prescriber said no") && told.contains("Known to me."), "{told}");
    tablet.does(json!([ask(&house)])).await;
    let page = prescriber.get(&asked).await;
    let (ask, name) = (page.field("ask"), format!("password-{}", page.field("ask")));
    tablet.does(json!([{ "act": "end_without_dose", "because": "client_said_no" }])).await;
    let before = house.appended();
    let fields = [("ask", ask.as_str()), ("says", "pass"), ("reason", "Go on."), (&name, PASSWORD)];
    let late = prescriber.post(&asked, &asked, &fields).await;
    assert_eq!(late.status, REFUSED);
    assert!(late.text.contains("decides nothing any more"), "{}", late.text);
    assert_eq!(house.appended(), before);
}

#[tokio::test]
async fn a_page_that_is_up_to_date_is_sent_nothing() {
    let house = House::open().await;
    let mut tablet = high_pressure(&house).await;
    let asked = format!("{}/asked", tablet.room);
    let mut prescriber = house.signed_in(Role::Prescriber).await;
    let page = prescriber.get(&asked).await.text;
    let (_, rest) = page.split_once("data-seen=\"").unwrap();
    let seen = format!("{asked}?seen={}", rest.split('"').next().unwrap());
    assert_eq!(prescriber.get(&seen).await.status, StatusCode::NO_CONTENT);
    tablet.does(json!([ask(&house)])).await;
    let anew = prescriber.get(&seen).await;
    assert!(anew.status == StatusCode::OK && anew.text.contains("This page has changed"), "{}", anew.text);
}

#[tokio::test]
async fn what_changed_while_an_answer_was_written_is_read_again() {
    let house = House::open().await;
    let mut tablet = high_pressure(&house).await;
    tablet.does(json!([ask(&house)])).await;
    let asked = format!("{}/asked", tablet.room);
    let mut prescriber = house.signed_in(Role::Prescriber).await;
    let page = prescriber.get(&asked).await;
    let ask = page.field("ask");
    let (seen_name, password_name) = (format!("seen-{ask}"), format!("password-{ask}"));
    let read = page.field(&seen_name).replace("&quot;", "\"");
    assert!(read.contains("165"), "{read}");
    let higher = json!({ "act": "take_vitals", "systolic_mmhg": 176, "diastolic_mmhg": 92 });
    tablet.does(json!([higher])).await;
    let answer = |seen: &str| -> Vec<(String, String)> {
        [
            ("ask", ask.as_str()),
            ("says", "pass"),
            ("reason", "165 is known to me."),
            (&seen_name, seen),
            (&password_name, PASSWORD),
        ]
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .to_vec()
    };
    let stale = answer(&read);
    let stale: Vec<(&str, &str)> = stale.iter().map(|(name, value)| (&**name, &**value)).collect();
    let refused = prescriber.post(&asked, &asked, &stale).await;
    assert_eq!(refused.status, REFUSED);
    for shown in ["has changed since you read it", "165 is known to me.", "176"] {
        assert!(refused.text.contains(shown), "{shown} in {}", refused.text);
    }
    assert!(tablet.live().await.contains("data-gate=\"closed\""), "nothing was passed");
    let now = refused.field(&seen_name).replace("&quot;", "\"");
    let fresh = answer(&now);
    let fresh: Vec<(&str, &str)> = fresh.iter().map(|(name, value)| (&**name, &**value)).collect();
    assert_eq!(prescriber.post(&asked, &asked, &fresh).await.status, DONE);
    assert!(tablet.live().await.contains("data-gate=\"open\""));
    let higher = json!({ "act": "take_vitals", "systolic_mmhg": 178, "diastolic_mmhg": 92 });
    tablet.does(json!([higher])).await;
    assert!(tablet.live().await.contains("data-gate=\"closed\""), "it was passed at 176, and no further");
}
