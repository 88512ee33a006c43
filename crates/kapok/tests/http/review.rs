//! The review and the ending, as each role meets them.

use axum::http::StatusCode;
use jiff::SignedDuration;
use journey::ClientId;
use journey::staff::Role;
use kapok::walk::Milestone;

use crate::client::{made, opened};
use crate::house::{Answer, Browser, House};

/// Somebody whose session and integration lie behind them, and the therapist's browser.
async fn integrated(house: &House) -> (ClientId, Browser) {
    let client = house.walked(Milestone::Integrated).await.client;
    (client, house.signed_in(Role::Therapist).await)
}

const REVIEW: [(&str, &str); 6] = [
    ("of", "course"),
    ("client", "present"),
    ("words", "Sleep came back; the pain did not change."),
    ("clients_words", "I rest again."),
    ("reason", "The work is now between the sessions."),
    ("next_on", "2099-01-04"),
];

/// Sends a review that decides so.
async fn reviews(browser: &mut Browser, client: ClientId, decision: &str, pace: &str, hat: &str) -> Answer {
    let page = format!("/people/{client}/review");
    let fields: Vec<_> = REVIEW
        .into_iter()
        .chain([("decision", decision), ("pace", pace), ("next_on", "2099-01-04")])
        .collect();
    browser.post(&page, &format!("{page}{hat}"), &fields).await
}

const ENDING: [(&str, &str); 7] = [
    ("by", "together"),
    ("why", "complete"),
    ("reason", "What she came for is here."),
    ("clients_words", "I sleep."),
    ("takes_along", "The breath before the stairs."),
    ("reachable", "Synthetic Therapist, by telephone."),
    ("follow_up", "welcome"),
];

async fn ends(browser: &mut Browser, client: ClientId, medicine: &[(&str, &str)]) -> Answer {
    let page = format!("/people/{client}/ending");
    let fields: Vec<_> = ENDING.into_iter().chain(medicine.iter().copied()).collect();
    browser.post(&page, &page, &fields).await
}

const STILL_OUT: [(&str, &str); 2] =
    [("medicine", "still-out"), ("medicine_words", "One is at home; it comes back on Friday.")];

#[tokio::test]
async fn a_therapists_review_waits_for_the_prescriber_who_agrees() {
    let house = House::open().await;
    let (client, mut therapist) = integrated(&house).await;
    let page = format!("/people/{client}/review");
    let before = therapist.get(&page).await.text;
    assert!(before.contains("One session so far, and no review yet"), "{before}");
    let wordless = reviews(&mut therapist, client, "taper", "", "").await;
    assert_eq!(wordless.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(wordless.text.contains("how the pace changes") && wordless.text.contains("I rest again."));
    let signed = reviews(&mut therapist, client, "taper", "every four weeks", "").await;
    assert_eq!(signed.status, StatusCode::SEE_OTHER);
    let shown = therapist.get(&page).await.text;
    assert!(shown.contains("prescriber’s name is missing") && !shown.contains("Agree to this review"));
    let mut prescriber = house.signed_in(Role::Prescriber).await;
    assert!(prescriber.get("/today").await.text.contains("A review waits for the prescriber"));
    let dose = prescriber.get(&format!("/people/{client}/next-dose")).await.text;
    assert!(dose.contains("The doses come to rest") && dose.contains("every four weeks"), "{dose}");
    let review = prescriber.get(&page).await.field("review");
    let agreement = format!("{page}/agreement");
    let own = therapist.post_bare(&agreement, &[("review", &review)], &[]).await;
    assert_ne!(own.status, StatusCode::SEE_OTHER, "a therapist does not agree for a prescriber");
    let agreed = prescriber.post(&page, &agreement, &[("review", &review), ("added", "I agree.")]).await;
    assert_eq!(agreed.status, StatusCode::SEE_OTHER, "{}", agreed.text);
    assert!(!therapist.get(&page).await.text.contains("name is missing"));
    let again = prescriber.post(&page, &agreement, &[("review", &review)]).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY, "once is enough");
}

#[tokio::test]
async fn a_pause_opens_no_room_and_says_why() {
    let house = House::open().await;
    let (client, mut therapist) = integrated(&house).await;
    let sessions = format!("/people/{client}/sessions");
    assert!(therapist.get(&sessions).await.text.contains("Open the room"));
    assert_eq!(reviews(&mut therapist, client, "pause", "", "").await.status, StatusCode::SEE_OTHER);
    let resting = therapist.get(&sessions).await.text;
    assert!(resting.contains("A review decided that this rests") && !resting.contains("Open the room"));
    let opened = therapist.post(&page_of(client, "review"), &sessions, &[("room", "")]).await;
    assert_eq!(opened.status, StatusCode::UNPROCESSABLE_ENTITY, "the rule says no, whatever the page shows");
    assert!(
        therapist.get(&format!("/people/{client}")).await.text.contains("Resting, as the review decided")
    );
    assert_eq!(reviews(&mut therapist, client, "go-on", "", "").await.status, StatusCode::SEE_OTHER);
    assert!(therapist.get(&sessions).await.text.contains("Open the room"));
}

fn page_of(client: ClientId, name: &str) -> String {
    format!("/people/{client}/{name}")
}

#[tokio::test]
async fn an_ending_keeps_help_open_asks_later_and_has_a_way_back() {
    let house = House::open().await;
    let (client, mut therapist) = integrated(&house).await;
    let path = made(&mut therapist, client, "home").await;
    let (mut holder, _) = opened(&house, &path).await;
    let page = page_of(client, "ending");
    let before = therapist.get(&page).await.text;
    assert!(before.contains("The journey goes on") && before.contains("one medicine session on"), "{before}");
    let ended = ends(&mut therapist, client, &STILL_OUT).await;
    assert_eq!(ended.status, StatusCode::SEE_OTHER, "{}", ended.text);
    let sessions = page_of(client, "sessions");
    assert!(therapist.get(&sessions).await.text.contains("This journey has ended here"));
    let opened = therapist.post(&page, &sessions, &[("room", "")]).await;
    assert_eq!(opened.status, StatusCode::UNPROCESSABLE_ENTITY);
    let mine = holder.get("/my").await.text;
    assert!(mine.contains("how we ended, and who stays reachable") && mine.contains("tel:988"), "{mine}");
    let read = holder.get("/my/review").await.text;
    for words in
        ["I sleep.", "The breath before the stairs.", "Synthetic Therapist, by telephone.", "tel:988"]
    {
        assert!(read.contains(words), "{words}: {read}");
    }
    assert!(!therapist.get("/today").await.text.contains("Ask how they are"));
    house.app.clock.advance(SignedDuration::from_hours(24 * 32));
    let mut therapist = house.signed_in(Role::Therapist).await;
    let today = therapist.get("/today").await.text;
    assert!(today.contains("Ask how they are, one month after the end"), "{today}");
    let tasks = page_of(client, "tasks");
    let task = therapist.get(&tasks).await.field("task");
    let done = [("task", task.as_str()), ("words", "Sleeps well, and was glad to be asked.")];
    assert_eq!(therapist.post(&tasks, &format!("{tasks}/end"), &done).await.status, StatusCode::SEE_OTHER);
    assert!(therapist.get(&page).await.text.contains("glad to be asked"));
    let wordless = therapist.post(&page, &format!("{page}/return"), &[("words", " ")]).await;
    assert_eq!(wordless.status, StatusCode::UNPROCESSABLE_ENTITY);
    let back = [("words", "A new medicine since March."), ("clients_words", "The winter was long.")];
    let back = therapist.post(&page, &format!("{page}/return"), &back).await;
    assert_eq!(back.status, StatusCode::SEE_OTHER, "{}", back.text);
    let shown = therapist.get(&page).await.text;
    assert!(shown.contains("came back on") && shown.contains("The winter was long."), "{shown}");
    let screening = therapist.get(&page_of(client, "screening")).await.text;
    assert!(screening.contains("changed since"), "what was cleared is decided anew: {screening}");
}

#[tokio::test]
async fn lozenges_that_are_out_are_not_passed_over() {
    let house = House::open().await;
    let client = house.walked(Milestone::Integrated).await.client;
    let mut therapist = house.signed_in(Role::Therapist).await;
    let counts = page_of(client, "prescription");
    let counted = [("number", "1"), ("fate", "brought"), ("lozenges-counted", "4")];
    let kept = therapist.post(&counts, &format!("{counts}/count"), &counted).await;
    assert_eq!(kept.status, StatusCode::SEE_OTHER, "{}", kept.text);
    let refused = ends(&mut therapist, client, &[("medicine", "none-left")]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.text.contains("lozenges are still out"), "{}", refused.text);
    assert_eq!(ends(&mut therapist, client, &STILL_OUT).await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn only_those_who_may_read_and_sign_do() {
    let house = House::open().await;
    let (client, mut therapist) = integrated(&house).await;
    reviews(&mut therapist, client, "go-on", "", "").await;
    for role in [Role::Monitor, Role::Admin, Role::Auditor] {
        let mut browser = house.signed_in(role).await;
        for page in ["review", "ending"] {
            let answer = browser.get(&page_of(client, page)).await;
            assert_eq!(answer.status, StatusCode::NOT_FOUND, "{role:?} {page}");
            assert!(!answer.text.contains("I rest again."));
        }
    }
    let mut prescriber = house.signed_in(Role::Prescriber).await;
    let own = reviews(&mut prescriber, client, "change-pace", "once a month", "/prescriber").await;
    assert_eq!(own.status, StatusCode::SEE_OTHER, "{}", own.text);
    let as_therapist = reviews(&mut prescriber, client, "go-on", "", "").await;
    assert_eq!(as_therapist.status, StatusCode::NOT_FOUND, "each signs in their own role");
    let as_prescriber = reviews(&mut therapist, client, "go-on", "", "/prescriber").await;
    assert_eq!(as_prescriber.status, StatusCode::NOT_FOUND);
    let back = prescriber.post(&page_of(client, "ending"), &page_of(client, "ending/return"), &[]).await;
    assert_eq!(back.status, StatusCode::NOT_FOUND, "a therapist opens the way back");
}

#[tokio::test]
async fn a_client_reads_the_reviews_they_were_part_of_and_no_other() {
    let house = House::open().await;
    let (client, mut therapist) = integrated(&house).await;
    let path = made(&mut therapist, client, "home").await;
    let (mut holder, _) = opened(&house, &path).await;
    assert!(holder.get("/my/review").await.text.contains("Nothing was looked at together yet"));
    let page = page_of(client, "review");
    let alone = [
        ("of", "course"),
        ("client", "absent"),
        ("words", "Seen among ourselves."),
        ("reason", "To be spoken of."),
        ("decision", "go-on"),
        ("next_on", "2099-01-04"),
    ];
    assert_eq!(therapist.post(&page, &page, &alone).await.status, StatusCode::SEE_OTHER);
    assert!(!holder.get("/my/review").await.text.contains("Seen among ourselves"));
    assert!(!holder.get("/my").await.text.contains("/my/review"));
    reviews(&mut therapist, client, "change-pace", "once a month", "").await;
    let read = holder.get("/my/review").await.text;
    assert!(read.contains("I rest again.") && read.contains("once a month"), "{read}");
    assert!(holder.get("/my").await.text.contains("/my/review"));
}
