//! The first thread: a stranger asks, the practice answers.

use axum::http::StatusCode;
use journey::staff::Role;
use kapok::public::ENQUIRIES_PER_HOUR_MAX;

use crate::house::House;

const ENQUIRY: [(&str, &str); 4] = [
    ("name", "Synthetic Sam"),
    ("email", "sam@demo.invalid"),
    ("brings", "I am tired of bracing."),
    ("language", "en"),
];

fn with(command: &str) -> Vec<(&str, &str)> {
    ENQUIRY.iter().copied().chain([("command", command)]).collect()
}

#[tokio::test]
async fn an_enquiry_reaches_today_and_is_answered() {
    let house = House::open().await;
    let answer = house.stranger().post("/enquiry", "/enquiry", &ENQUIRY).await;
    assert_eq!((answer.status, answer.location()), (StatusCode::SEE_OTHER, "/enquiry/thanks"));
    let mut therapist = house.signed_in(Role::Therapist).await;
    let today = therapist.get("/today").await;
    assert!(today.text.contains("Synthetic Sam"), "{}", today.text);
    let person = link(&today.text);
    let page = therapist.get(&person).await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.text.contains("I am tired of bracing.") && page.text.contains("sam@demo.invalid"));
    let answered = therapist.post(&person, &format!("{person}/enquiry"), &[("answer", "invite")]).await;
    assert_eq!(answered.status, StatusCode::SEE_OTHER, "{}", answered.text);
    let twice = therapist.post(&person, &format!("{person}/enquiry"), &[("answer", "invite")]).await;
    assert_eq!(twice.status, StatusCode::UNPROCESSABLE_ENTITY, "an answered enquiry is not answered again");
}

#[tokio::test]
async fn a_form_sent_twice_is_one_enquiry() {
    let house = House::open().await;
    let mut browser = house.stranger();
    let command = browser.get("/enquiry").await.field("command");
    for _ in 0..3 {
        let answer = browser.post("/enquiry", "/enquiry", &with(&command)).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER);
    }
    let people = house.signed_in(Role::Therapist).await.get("/people").await;
    assert_eq!(people.text.matches("Synthetic Sam").count(), 1, "{}", people.text);
}

#[tokio::test]
async fn a_machine_cannot_fill_the_house_with_enquiries() {
    let house = House::open().await;
    let mut browser = house.stranger();
    let csrf = browser.get("/enquiry").await.field("csrf");
    let fields: Vec<_> = ENQUIRY.into_iter().chain([("csrf", csrf.as_str())]).collect();
    let origin = [("origin", "http://house.test"), ("sec-fetch-site", "same-origin")];
    let mut kept = 0;
    for number in 0..ENQUIRIES_PER_HOUR_MAX {
        let answer = browser.post_bare("/enquiry", &fields, &origin).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "the {number}th: {}", answer.text);
        let now = house.appended();
        assert!(now > kept, "the {number}th was kept");
        kept = now;
    }
    let answer = browser.post_bare("/enquiry", &fields, &origin).await;
    assert_eq!(answer.status, StatusCode::TOO_MANY_REQUESTS);
    assert_eq!(house.appended(), kept, "nothing was kept");
    house.app.clock.advance(jiff::SignedDuration::from_hours(1));
    let answer = browser.post_bare("/enquiry", &fields, &origin).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "an hour later there is room again");
}

#[tokio::test]
async fn what_is_refused_is_said_beside_the_field_and_nothing_typed_is_lost() {
    let house = House::open().await;
    let fields =
        [("name", "Synthetic Sam"), ("brings", "words that must not be lost"), ("email", "not an address")];
    let answer = house.stranger().post("/enquiry", "/enquiry", &fields).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    for kept in ["Synthetic Sam", "words that must not be lost", "not an address", "aria-invalid"] {
        assert!(answer.text.contains(kept), "{kept}");
    }
}

#[tokio::test]
async fn what_a_stranger_writes_is_text_and_never_markup() {
    let house = House::open().await;
    let name = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>";
    let fields = [("name", name), ("phone", "555"), ("brings", name)];
    assert_eq!(house.stranger().post("/enquiry", "/enquiry", &fields).await.status, StatusCode::SEE_OTHER);
    let mut therapist = house.signed_in(Role::Therapist).await;
    let today = therapist.get("/today").await;
    let person = therapist.get(&link(&today.text)).await;
    for page in [today, person] {
        assert!(!page.text.contains("<script>alert") && !page.text.contains("<img src=x"), "{}", page.text);
        assert!(page.text.contains("&lt;script&gt;alert(1)"), "it is there, as text");
    }
}

#[tokio::test]
async fn opening_a_record_is_itself_recorded_and_reading_writes_nothing_else() {
    let house = House::open().await;
    house.stranger().post("/enquiry", "/enquiry", &ENQUIRY).await;
    let mut therapist = house.signed_in(Role::Therapist).await;
    let before = house.appended();
    let person = link(&therapist.get("/today").await.text);
    let listed = house.appended();
    therapist.get(&person).await;
    let opened = house.appended();
    assert_eq!(listed - before, 1, "the list that was shown");
    assert_eq!(opened - listed, 2, "identity and record, once each");
    therapist.get(&person).await;
    therapist.get(&person).await;
    assert_eq!(house.appended(), opened, "once a quarter of an hour");
}

pub(crate) fn link(html: &str) -> String {
    let at = html.find("href=\"/people/").unwrap_or_else(|| panic!("no person is linked in {html}"));
    html[at + 6..].split('"').next().unwrap().to_owned()
}
