//! Messages through the pages: what is promised, who reads, who answers, and what stays.

use axum::http::StatusCode;
use jiff::SignedDuration;
use journey::ClientId;
use journey::staff::Role;
use kapok::walk::Milestone;

use crate::client::{made, opened};
use crate::house::{Browser, House};
use crate::tasks::states_hours;

const MINE: &str = "/my/messages";

/// Somebody who was met, their own browser, and the therapist's.
async fn met(house: &House) -> (ClientId, Browser, Browser) {
    let client = house.walked(Milestone::Met).await.client;
    let mut therapist = house.signed_in(Role::Therapist).await;
    let path = made(&mut therapist, client, "home").await;
    let (holder, _) = opened(house, &path).await;
    (client, holder, therapist)
}

fn page_of(client: ClientId) -> String {
    format!("/people/{client}/messages")
}

/// Writes in the form of a page, with the newest message that this page shows.
async fn writes(browser: &mut Browser, page: &str, words: &str) -> StatusCode {
    let seen = browser.get(page).await.field("seen");
    browser.post(page, page, &[("seen", &seen), ("words", words)]).await.status
}

#[tokio::test]
async fn a_message_waits_for_an_answer_and_each_side_sees_what_became_of_it() {
    let house = House::open().await;
    let (client, mut holder, mut therapist) = met(&house).await;
    let page = page_of(client);
    assert_eq!(writes(&mut holder, MINE, "May I bring my own blanket?").await, StatusCode::SEE_OTHER);
    assert!(holder.get("/my").await.text.contains("Your message waits for an answer"));
    assert!(therapist.get("/today").await.text.contains("Answer Synthetic Sam"));
    let read = therapist.get(&page).await;
    assert!(read.text.contains("One message waits for an answer"), "{}", read.text);
    let seen = read.field("seen");
    let marked = therapist.post(&page, &format!("{page}/read"), &[("seen", &seen)]).await;
    assert_eq!(marked.status, StatusCode::SEE_OTHER);
    assert!(holder.get(MINE).await.text.contains("Read by Synthetic Therapist"), "a name, not a tick");
    assert!(therapist.get("/today").await.text.contains("Answer Synthetic Sam"), "read is not answered");
    assert_eq!(writes(&mut therapist, &page, "Please do.").await, StatusCode::SEE_OTHER);
    assert!(!therapist.get("/today").await.text.contains("Answer Synthetic Sam"));
    assert!(holder.get("/my").await.text.contains("Synthetic Therapist has written to you"));
    let answered = holder.get(MINE).await;
    assert!(answered.text.contains("Please do."), "{}", answered.text);
    let seen = answered.field("seen");
    holder.post(MINE, "/my/messages/read", &[("seen", &seen)]).await;
    assert!(!holder.get("/my").await.text.contains("has written to you"));
    assert!(therapist.get(&page).await.text.contains("Nothing waits for an answer"));
}

#[tokio::test]
async fn before_a_word_is_written_it_is_said_when_it_is_read_and_who_can_help_now() {
    let house = House::open().await;
    let (_, mut holder, mut therapist) = met(&house).await;
    let before_the_form = |text: &str| text.split("<textarea").next().unwrap().to_owned();
    let unstated = before_the_form(&holder.get(MINE).await.text);
    assert!(unstated.contains("has not said at which hours it reads"), "{unstated}");
    assert!(unstated.contains("tel:988") && unstated.contains("Nobody is called"), "{unstated}");
    assert!(!unstated.contains("answered by"), "nothing is promised without hours");
    assert_eq!(states_hours(&mut therapist, "00:00", "23:59").await, StatusCode::SEE_OTHER);
    let open = before_the_form(&holder.get(MINE).await.text);
    assert!(open.contains("What you write now is answered by") && open.contains("tel:988"), "{open}");
    let local = house.app.clock.now().to_zoned(house.app.store.practice().time_zone());
    let (from, until) = if local.hour() < 12 { ("20:00", "21:00") } else { ("01:00", "02:00") };
    assert_eq!(states_hours(&mut therapist, from, until).await, StatusCode::SEE_OTHER);
    let closed = before_the_form(&holder.get(MINE).await.text);
    assert!(closed.contains("Nobody is reading now") && closed.contains("tel:988"), "{closed}");
}

#[tokio::test]
async fn an_answer_that_is_late_is_on_today_also_when_somebody_has_it() {
    let house = House::open().await;
    let (client, mut holder, mut therapist) = met(&house).await;
    assert_eq!(states_hours(&mut therapist, "00:00", "23:59").await, StatusCode::SEE_OTHER);
    writes(&mut holder, MINE, "May I bring my own blanket?").await;
    let tasks = format!("/people/{client}/tasks");
    let task = therapist.get(&tasks).await.field("task");
    therapist.post(&tasks, &format!("{tasks}/take"), &[("task", &task)]).await;
    house.app.clock.advance(SignedDuration::from_hours(72));
    let mut therapist = house.signed_in(Role::Therapist).await;
    assert!(therapist.get("/today").await.text.contains("past its time"), "taken is not answered");
    let ended = [("task", task.as_str()), ("words", "done")];
    let refused = therapist.post(&tasks, &format!("{tasks}/end"), &ended).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    let page = page_of(client);
    let late = therapist.get(&page).await;
    assert!(late.text.contains("should have had its answer"), "{}", late.text);
    let seen = late.field("seen");
    let how = [("seen", seen.as_str()), ("how", "We spoke on the telephone.")];
    assert_eq!(therapist.post(&page, &format!("{page}/settle"), &how).await.status, StatusCode::SEE_OTHER);
    assert!(!therapist.get("/today").await.text.contains("past its time"));
    assert!(holder.get(MINE).await.text.contains("We spoke on the telephone."));
}

#[tokio::test]
async fn a_message_that_comes_while_an_answer_is_written_still_waits() {
    let house = House::open().await;
    let (client, mut holder, mut therapist) = met(&house).await;
    let page = page_of(client);
    writes(&mut holder, MINE, "May I bring my own blanket?").await;
    let seen = therapist.get(&page).await.field("seen");
    writes(&mut holder, MINE, "I am not well.").await;
    therapist.post(&page, &page, &[("seen", &seen), ("words", "Please do.")]).await;
    let text = therapist.get(&page).await.text;
    assert!(text.contains("One message waits for an answer"), "{text}");
}

#[tokio::test]
async fn what_is_taken_back_is_struck_through_and_kept() {
    let house = House::open().await;
    let (client, mut holder, mut therapist) = met(&house).await;
    let page = page_of(client);
    writes(&mut therapist, &page, "See you at ten.").await;
    assert_eq!(
        holder.post(MINE, "/my/messages/take-back", &[("number", "1")]).await.status,
        StatusCode::UNPROCESSABLE_ENTITY,
        "only who wrote it"
    );
    let taken = therapist.post(&page, &format!("{page}/take-back"), &[("number", "1")]).await;
    assert_eq!(taken.status, StatusCode::SEE_OTHER);
    for text in [therapist.get(&page).await.text, holder.get(MINE).await.text] {
        assert!(text.contains("<del><p class=\"letter\">See you at ten.</p></del>"), "{text}");
        assert!(text.contains("Taken back"), "{text}");
    }
}

#[tokio::test]
async fn what_is_typed_comes_back_and_is_never_in_an_address() {
    let house = House::open().await;
    let (_, mut holder, _) = met(&house).await;
    let long = "Zimzum ".repeat(1_400);
    let refused = holder.post(MINE, MINE, &[("seen", "0"), ("words", &long)]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.text.contains(long.trim_end()), "nothing typed is lost");
    let kept = holder.post(MINE, MINE, &[("seen", "0"), ("words", "Zimzum")]).await;
    assert_eq!(kept.location(), MINE, "no word of it in the address");
}

#[tokio::test]
async fn only_those_who_walk_along_and_the_client_read_a_message() {
    let house = House::open().await;
    let (client, mut holder, _) = met(&house).await;
    let (other, mut another, _) = met(&house).await;
    let words = "a word about the cherry tree";
    assert_eq!(writes(&mut holder, MINE, words).await, StatusCode::SEE_OTHER);
    let page = page_of(client);
    for role in [Role::Therapist, Role::Prescriber] {
        let read = house.signed_in(role).await.get(&page).await;
        assert!(read.status == StatusCode::OK && read.text.contains(words), "{role:?}");
    }
    for role in [Role::Monitor, Role::Admin, Role::Auditor] {
        let mut browser = house.signed_in(role).await;
        assert_eq!(browser.get(&page).await.status, StatusCode::NOT_FOUND, "{role:?}");
        let csrf = browser.get("/today").await.field("csrf");
        let fields = [("csrf", csrf.as_str()), ("seen", "1"), ("words", "no")];
        let origin = [("origin", "http://house.test"), ("sec-fetch-site", "same-origin")];
        let refused = browser.post_bare(&page, &fields, &origin).await;
        assert_eq!(refused.status, StatusCode::NOT_FOUND, "{role:?}");
        assert!(!browser.get("/today").await.text.contains(words), "{role:?}");
    }
    assert!(!another.get(MINE).await.text.contains(words), "another client's page is another's");
    assert_eq!(another.get(&page_of(other)).await.status, StatusCode::SEE_OTHER, "a link signs nobody in");
    let mut therapist = house.signed_in(Role::Therapist).await;
    let path = made(&mut therapist, client, "consent").await;
    let (mut consent, _) = opened(&house, &path).await;
    assert_eq!(consent.get(MINE).await.status, StatusCode::NOT_FOUND, "a link for one thing opens one thing");
}
