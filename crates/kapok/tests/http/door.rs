//! What every answer carries, and what the door turns away.

use axum::http::{StatusCode, header};
use jiff::SignedDuration;
use journey::staff::Role;
use kapok::app::Transport;
use kapok::walk::Milestone;

use crate::house::{Browser, House, PASSWORD, email};

const SAME_ORIGIN: [(&str, &str); 2] = [("origin", "http://house.test"), ("sec-fetch-site", "same-origin")];

#[tokio::test]
async fn every_answer_carries_the_headers_whatever_its_status() {
    let house = House::with(Transport::Tls).await;
    let mut seen = Vec::new();
    for route in &house.listed {
        let path = route.path.replace("{client}", &"0".repeat(32)).replace("{name}", "nothing.css");
        let answer = match route.method.as_str() {
            "GET" => house.stranger().get(&path).await,
            _ => house.stranger().post_bare(&path, &[], &SAME_ORIGIN).await,
        };
        seen.push(answer.status);
        let header =
            |name: &str| answer.headers.get(name).map_or("", |value| value.to_str().unwrap()).to_owned();
        assert!(header("content-security-policy").contains("default-src 'none'"), "{path}");
        assert!(!header("content-security-policy").contains("unsafe"), "{path}");
        assert_eq!(header("x-content-type-options"), "nosniff", "{path}");
        assert_eq!(header("referrer-policy"), "no-referrer", "{path}");
        assert!(header("strict-transport-security").contains("max-age=63072000"), "{path}");
        for cookie in answer.headers.get_all(header::SET_COOKIE) {
            let cookie = cookie.to_str().unwrap();
            assert!(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"), "{cookie}");
            assert!(cookie.starts_with("__Host-") && cookie.contains("Secure"), "{cookie}");
        }
    }
    assert!(seen.len() >= 12, "the table was walked: {seen:?}");
    assert_eq!(house.stranger().get("/no-such-page").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_form_from_elsewhere_changes_nothing() {
    let house = House::open().await;
    let mut browser = house.stranger();
    let token = browser.get("/enquiry").await.field("csrf");
    let fields = |csrf| [("csrf", csrf), ("name", "Synthetic Sam"), ("email", "sam@demo.invalid")];
    let before = house.appended();
    let foreign: [&[(&str, &str)]; 5] = [
        &[("origin", "null")],
        &[("origin", "https://elsewhere.test"), ("sec-fetch-site", "cross-site")],
        &[("origin", "http://house.test.evil.test")],
        &[("sec-fetch-site", "same-site"), ("origin", "http://house.test")],
        &[],
    ];
    for headers in foreign {
        let answer = browser.post_bare("/enquiry", &fields(&token), headers).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{headers:?}");
    }
    let answer =
        browser.post_bare("/enquiry", &fields("00000000000000000000000000000000"), &SAME_ORIGIN).await;
    assert_eq!(answer.status, StatusCode::FORBIDDEN, "a wrong token");
    assert_eq!(house.appended(), before, "nothing was written");
    // What a browser sends from our page, whose referrer policy hides the origin; and an old browser.
    let ours: [&[(&str, &str)]; 2] =
        [&[("origin", "null"), ("sec-fetch-site", "same-origin")], &[("origin", "http://house.test")]];
    for headers in ours {
        let answer = browser.post_bare("/enquiry", &fields(&token), headers).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "the same form from our page is taken: {headers:?}");
    }
}

#[tokio::test]
async fn a_person_signs_in_and_out() {
    let house = House::open().await;
    let mut browser = house.stranger();
    assert_eq!(browser.get("/today").await.location(), "/sign-in?back=today");
    let therapist = email(Role::Therapist);
    let wrong = browser.post("/sign-in", "/sign-in", &[("email", &therapist), ("password", "wrong")]).await;
    let unknown =
        browser.post("/sign-in", "/sign-in", &[("email", "no@house.invalid"), ("password", "wrong")]).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(
        wrong.text.replace(&therapist, "no@house.invalid"),
        unknown.text,
        "a known and an unknown address are answered alike"
    );
    let fields = [("email", therapist.as_str()), ("password", PASSWORD), ("back", "people")];
    let answer = browser.post("/sign-in", "/sign-in", &fields).await;
    assert_eq!((answer.status, answer.location()), (StatusCode::SEE_OTHER, "/people"));
    assert_eq!(browser.get("/today").await.status, StatusCode::OK);
    let stolen = browser.clone();
    assert_eq!(browser.post("/today", "/sign-out", &[]).await.location(), "/sign-in");
    assert_eq!(browser.get("/today").await.status, StatusCode::SEE_OTHER);
    assert_eq!(
        stolen.clone().get("/today").await.status,
        StatusCode::SEE_OTHER,
        "the session died on the server"
    );
}

#[tokio::test]
async fn an_idle_session_ends_and_a_busy_one_ends_after_twelve_hours() {
    let house = House::open().await;
    let mut idle = house.signed_in(Role::Therapist).await;
    house.app.clock.advance(SignedDuration::from_mins(16));
    assert_eq!(idle.get("/today").await.status, StatusCode::SEE_OTHER);
    let mut busy = house.signed_in(Role::Therapist).await;
    for _ in 0..71 {
        house.app.clock.advance(SignedDuration::from_mins(10));
        assert_eq!(busy.get("/today").await.status, StatusCode::OK);
    }
    house.app.clock.advance(SignedDuration::from_mins(11));
    assert_eq!(busy.get("/today").await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn ten_bad_tries_make_the_next_one_wait() {
    let house = House::open().await;
    let mut browser = house.stranger();
    let therapist = email(Role::Therapist);
    for _ in 0..10 {
        let answer =
            browser.post("/sign-in", "/sign-in", &[("email", &therapist), ("password", "wrong")]).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    }
    let right = [("email", therapist.as_str()), ("password", PASSWORD)];
    assert_eq!(browser.post("/sign-in", "/sign-in", &right).await.status, StatusCode::TOO_MANY_REQUESTS);
    house.app.clock.advance(SignedDuration::from_mins(16));
    assert_eq!(browser.post("/sign-in", "/sign-in", &right).await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn tries_that_come_together_are_counted_like_those_that_come_one_by_one() {
    let house = House::open().await;
    let mut browser = house.stranger();
    let csrf = browser.get("/sign-in").await.field("csrf");
    let tries = (0..30).map(|_| {
        let (mut browser, csrf, email) = (browser.clone(), csrf.clone(), email(Role::Therapist));
        tokio::spawn(async move {
            let fields = [("csrf", &*csrf), ("email", &*email), ("password", "wrong")];
            let from = [("origin", "http://house.test"), ("sec-fetch-site", "same-origin")];
            browser.post_bare("/sign-in", &fields, &from).await.status
        })
    });
    let (mut wrong, mut waits) = (0, 0);
    for tried in tries.collect::<Vec<_>>() {
        match tried.await.unwrap() {
            StatusCode::UNPROCESSABLE_ENTITY => wrong += 1,
            StatusCode::TOO_MANY_REQUESTS => waits += 1,
            other => panic!("{other}"),
        }
    }
    assert!((10..=11).contains(&wrong) && waits >= 19, "{wrong} were tried, {waits} had to wait");
}

#[tokio::test]
async fn signing_in_again_ends_the_sign_in_before() {
    let house = House::open().await;
    let mut browser = house.stranger();
    let right = [("email", &*email(Role::Therapist)), ("password", PASSWORD)];
    assert_eq!(browser.post("/sign-in", "/sign-in", &right).await.status, StatusCode::SEE_OTHER);
    let mut kept = browser.clone();
    assert_eq!(kept.get("/today").await.status, StatusCode::OK);
    assert_eq!(browser.post("/sign-in", "/sign-in", &right).await.status, StatusCode::SEE_OTHER);
    assert_eq!(browser.get("/today").await.status, StatusCode::OK);
    assert_eq!(kept.get("/today").await.status, StatusCode::SEE_OTHER, "the cookie of before opens nothing");
}

#[tokio::test]
async fn nobody_is_sent_to_another_site_after_signing_in() {
    let house = House::open().await;
    for back in ["//evil.test", "\\evil.test", "%2f%2fevil.test", "https://evil.test", "javascript:alert(1)"]
    {
        let fields = [("email", &*email(Role::Therapist)), ("password", PASSWORD), ("back", back)];
        let answer = house.stranger().post("/sign-in", "/sign-in", &fields).await;
        assert_eq!(answer.location(), "/today", "{back}");
    }
}

#[tokio::test]
async fn what_was_written_is_not_lost_when_the_sign_in_has_ended_and_only_its_writer_sends_it() {
    let house = House::open().await;
    let client = house.walked(Milestone::Met).await.client;
    let page = format!("/people/{client}/tasks");
    let mut therapist = house.signed_in(Role::Therapist).await;
    let csrf = therapist.get(&page).await.field("csrf");
    therapist.post("/today", "/sign-out", &[]).await;
    let from_here = [("origin", "http://house.test"), ("sec-fetch-site", "same-origin")];
    let written = [("csrf", csrf.as_str()), ("of", ""), ("words", "Has the ECG \"come\"?")];
    let held = therapist.post_bare(&page, &written, &from_here).await;
    assert_eq!(held.status, StatusCode::FORBIDDEN);
    for kept in ["Nothing is lost", "Has the ECG &quot;come&quot;?", "name=\"again_password\"", &csrf] {
        assert!(held.text.contains(kept), "{kept} in {}", held.text);
    }
    let sends = async |browser: &mut Browser, email: &str, password: &str| {
        let who = [("again_email", email), ("again_password", password)];
        browser.post_bare(&page, &[&written[..], &who].concat(), &from_here).await
    };
    let wrong = sends(&mut therapist, &email(Role::Therapist), "not the password").await;
    assert!(wrong.status == StatusCode::FORBIDDEN && wrong.text.contains("Has the ECG"), "{}", wrong.text);
    let another = sends(&mut therapist, &email(Role::Prescriber), PASSWORD).await;
    assert_eq!(another.status, StatusCode::FORBIDDEN);
    assert!(another.text.contains("Somebody else wrote this"), "{}", another.text);
    let mut stranger = house.stranger();
    stranger.get("/sign-in").await;
    assert_eq!(sends(&mut stranger, &email(Role::Therapist), PASSWORD).await.status, StatusCode::FORBIDDEN);
    let done = sends(&mut therapist, &email(Role::Therapist), PASSWORD).await;
    assert_eq!((done.status, done.location()), (StatusCode::SEE_OTHER, page.as_str()), "{}", done.text);
    let now = therapist.get(&page).await;
    assert!(now.text.contains("Has the ECG") && !now.text.contains(PASSWORD), "{}", now.text);
}

#[tokio::test]
async fn what_one_person_wrote_is_not_sent_under_the_name_of_the_next() {
    let house = House::open().await;
    let client = house.walked(Milestone::Met).await.client;
    let page = format!("/people/{client}/tasks");
    let mut browser = house.signed_in(Role::Therapist).await;
    let csrf = browser.get(&page).await.field("csrf");
    browser.post("/today", "/sign-out", &[]).await;
    let next = [("email", email(Role::Prescriber)), ("password", PASSWORD.to_owned())];
    let next: Vec<(&str, &str)> = next.iter().map(|(name, said)| (*name, said.as_str())).collect();
    assert_eq!(browser.post("/sign-in", "/sign-in", &next).await.status, StatusCode::SEE_OTHER);
    let written = [("csrf", csrf.as_str()), ("of", ""), ("words", "Has the ECG come?")];
    let from_here = [("origin", "http://house.test"), ("sec-fetch-site", "same-origin")];
    assert_eq!(browser.post_bare(&page, &written, &from_here).await.status, StatusCode::FORBIDDEN);
    assert!(!browser.get(&page).await.text.contains("Has the ECG come?"));
}
