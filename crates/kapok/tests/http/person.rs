//! A person's path, consultation and preparation, through the pages.

use axum::http::StatusCode;
use journey::staff::Role;
use kapok::walk::Milestone;

use crate::house::House;

#[tokio::test]
async fn a_first_talk_is_kept_and_the_prescriber_joins() {
    let house = House::open().await;
    let walker = house.walked(Milestone::Invited).await;
    let person = format!("/people/{}", walker.client);
    let talk = format!("{person}/consultation");
    let mut therapist = house.signed_in(Role::Therapist).await;
    let mut prescriber = house.signed_in(Role::Prescriber).await;
    assert_eq!(prescriber.get(&person).await.status, StatusCode::NOT_FOUND);
    let sent = [("form", "hold"), ("goals", "to rest"), ("hopes", "")];
    assert_eq!(therapist.post(&talk, &talk, &sent).await.status, StatusCode::SEE_OTHER);
    let sent = [("form", "conclude"), ("way", "go-on"), ("clients_words", "slowly"), ("reason", " ")];
    let refused = therapist.post(&talk, &talk, &sent).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.text.contains("slowly") && refused.text.contains("checked"), "what was typed stays");
    let sent = [("form", "conclude"), ("way", "go-on"), ("clients_words", "slowly"), ("reason", "company")];
    assert_eq!(therapist.post(&talk, &talk, &sent).await.status, StatusCode::SEE_OTHER);
    for sent in [[("form", "ask"), ("question", "What if?")], [("form", "not-yet"), ("words", "after June")]]
    {
        assert_eq!(therapist.post(&talk, &talk, &sent).await.status, StatusCode::SEE_OTHER);
    }
    let page = therapist.get(&talk).await.text;
    for kept in ["to rest", "slowly", "company", "What if?", "after June"] {
        assert!(page.contains(kept), "{kept}");
    }
    let answer = [("form", "answer"), ("number", "1"), ("question", "Then we sit.")];
    assert_eq!(therapist.post(&talk, &talk, &answer).await.status, StatusCode::SEE_OTHER);
    assert_eq!(therapist.post(&talk, &talk, &[("form", "resume")]).await.status, StatusCode::SEE_OTHER);
    let staff = house.cast().prescriber.to_string();
    let joined = therapist.post(&person, &format!("{person}/team"), &[("staff", &staff)]).await;
    assert_eq!(joined.status, StatusCode::SEE_OTHER);
    assert_eq!(prescriber.get(&person).await.status, StatusCode::OK);
    let read = prescriber.get(&talk).await;
    assert!(read.status == StatusCode::OK && !read.text.contains("name=\"form\" value=\"hold\""));
}

#[tokio::test]
async fn preparation_is_written_and_taken_back() {
    let house = House::open().await;
    let walker = house.walked(Milestone::Consented).await;
    let here = format!("/people/{}/preparation", walker.client);
    let mut therapist = house.signed_in(Role::Therapist).await;
    let forms: [&[(&str, &str)]; 9] = [
        &[("form", "intention"), ("words", "to put it down")],
        &[("form", "safety"), ("words", "warm"), ("more", "belly")],
        &[("form", "anchor"), ("words", "rain"), ("more", "sound")],
        &[("form", "signal"), ("words", "one hand"), ("more", "come closer")],
        &[("form", "help"), ("words", "say the day"), ("more", "fear")],
        &[("form", "escort"), ("words", "Sol"), ("more", "555")],
        &[("form", "night"), ("words", "Sol"), ("more", "")],
        &[("form", "fasting")],
        &[("form", "hold"), ("words", "")],
    ];
    for sent in forms {
        let answer = therapist.post(&here, &here, sent).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{sent:?} {}", answer.text);
    }
    let page = therapist.get(&here).await.text;
    for kept in ["to put it down", "warm", "belly", "rain", "one hand", "come closer", "say the day", "555"] {
        assert!(page.contains(kept), "{kept}");
    }
    let back = [("form", "take-back"), ("number", "1")];
    assert_eq!(therapist.post(&here, &here, &back).await.status, StatusCode::SEE_OTHER);
    assert!(!therapist.get(&here).await.text.contains("to put it down"));
    let again = therapist.post(&here, &here, &back).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY, "what is gone is not taken back");
}

#[tokio::test]
async fn the_path_is_drawn_for_both_and_says_the_next_step() {
    let house = House::open().await;
    let walker = house.walked(Milestone::CheckedIn).await;
    for role in [Role::Therapist, Role::Prescriber] {
        let page = house.signed_in(role).await.get(&format!("/people/{}", walker.client)).await;
        assert_eq!(page.status, StatusCode::OK);
        for said in [
            "figure class=\"path\"",
            "Medicine session 1, 50 mg",
            "Check-in of day 1: answered",
            "Next: integration",
        ] {
            assert!(page.text.contains(said), "{said} in {}", page.text);
        }
    }
    let mut therapist = house.signed_in(Role::Therapist).await;
    for (asked, opens) in [("2019", true), ("", false), ("any", false)] {
        let page = therapist.get(&format!("/people/{}?year={asked}", walker.client)).await;
        assert_eq!(page.status, StatusCode::OK);
        assert_eq!(page.text.contains("id=\"path-words\" open"), opens, "{asked}");
    }
}

#[tokio::test]
async fn today_shows_the_window_and_what_waits_to_those_who_walk_along() {
    let house = House::open().await;
    house.walked(Milestone::CheckedIn).await;
    let therapist = house.signed_in(Role::Therapist).await.get("/today").await.text;
    assert!(therapist.contains("window-drawing") && therapist.contains("Synthetic Sam"), "{therapist}");
    let admin = house.signed_in(Role::Admin).await.get("/today").await.text;
    assert!(!admin.contains("window-drawing") && !admin.contains("Synthetic Sam"), "{admin}");
}
