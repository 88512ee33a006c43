//! Scales: asked for by the practice, answered on a phone, looked at by those who may.

use axum::http::StatusCode;
use journey::staff::Role;
use kapok::walk::Milestone;

use crate::client::{made, opened};
use crate::house::{Browser, House};

struct Table {
    house: House,
    measures: String,
    staff: Browser,
    phone: Browser,
}

/// A therapist at a desk and the client's phone, at a milestone.
async fn table(milestone: Milestone) -> Table {
    let house = House::open().await;
    let client = house.walked(milestone).await.client;
    let mut staff = house.signed_in(Role::Therapist).await;
    let path = made(&mut staff, client, "home").await;
    let (phone, _) = opened(&house, &path).await;
    Table { measures: format!("/people/{client}/measures"), house, staff, phone }
}

impl Table {
    async fn asks(&mut self, scales: &[&str], occasion: &str) {
        let names: Vec<String> = scales.iter().map(|scale| format!("ask-{scale}")).collect();
        let mut sent: Vec<(&str, &str)> = names.iter().map(|name| (name.as_str(), "yes")).collect();
        sent.push(("occasion", occasion));
        let asked = self.staff.post(&self.measures, &format!("{}/ask", self.measures), &sent).await;
        assert_eq!(asked.status, StatusCode::SEE_OTHER, "{}", asked.text);
    }

    async fn measures(&mut self) -> String {
        self.staff.get(&self.measures).await.text
    }
}

#[tokio::test]
async fn what_the_practice_asks_for_waits_on_the_phone_until_it_is_answered_or_declined() {
    let mut table = table(Milestone::Met).await;
    assert!(table.measures().await.contains("It is time for those that are ticked: before any medicine"));
    table.asks(&["gad-7", "peg"], "baseline").await;
    table.asks(&["gad-7"], "baseline").await;
    assert!(table.measures().await.contains("Take GAD-7 back"));
    let home = table.phone.get("/my").await.text;
    assert!(home.contains("/my/gad-7") && home.contains("/my/peg") && !home.contains("/my/pcl-5"), "{home}");
    let items: Vec<String> = (1..=7).map(|item| format!("i{item}")).collect();
    let ones: Vec<(&str, &str)> = items.iter().map(|item| (item.as_str(), "1")).collect();
    let kept = table.phone.post("/my/gad-7", "/my/gad-7", &ones).await;
    assert!(kept.text.contains("Your answers are kept") && !kept.text.contains("do not stay alone"));
    let declined = table.phone.post("/my/peg", "/my/peg", &[("way", "decline")]).await;
    assert_eq!(declined.location(), "/my");
    let home = table.phone.get("/my").await.text;
    assert!(!home.contains("href=\"/my/gad-7\"") && !home.contains("href=\"/my/peg\""), "{home}");
    let seen = table.measures().await;
    assert!(seen.contains("GAD-7: 7") && seen.contains("Nothing waits for an answer"), "{seen}");
    let opened = table.staff.get(&format!("{}?open=0", table.measures)).await.text;
    assert!(opened.contains("Trouble relaxing") && opened.contains("Several days"), "{opened}");
    assert!(!seen.contains("Trouble relaxing"), "answers are opened on request only");
}

#[tokio::test]
async fn a_long_scale_is_kept_answer_by_answer_and_shows_none_again() {
    let mut table = table(Milestone::Met).await;
    let at = "/my/pcl-5";
    assert!(table.phone.get(at).await.text.contains("Repeated, disturbing, and unwanted memories"));
    let silent = table.phone.post(at, at, &[("item", "1")]).await;
    assert_eq!(silent.status, StatusCode::UNPROCESSABLE_ENTITY);
    table.phone.post(at, at, &[("item", "1"), ("i1", "3")]).await;
    let second = table.phone.get(at).await.text;
    assert!(second.contains("Repeated, disturbing dreams") && !second.contains("checked"), "{second}");
    table.phone.post(at, at, &[("item", "2"), ("way", "skip")]).await;
    assert!(table.phone.get("/my").await.text.contains("begun"));
    let back = table.phone.post(at, at, &[("item", "3"), ("way", "back")]).await;
    assert_eq!(back.location(), "/my/pcl-5?item=2");
    let again = table.phone.get("/my/pcl-5?item=2").await.text;
    assert!(again.contains("disturbing dreams") && !again.contains("checked"));
    for item in 2..=20 {
        let (number, name) = (item.to_string(), format!("i{item}"));
        let answer = table.phone.post(at, at, &[("item", &number), (&name, "2")]).await;
        assert_eq!(answer.status == StatusCode::OK, item == 20, "{item}: {}", answer.text);
    }
    assert!(table.measures().await.contains("PCL-5: 41"));
}

#[tokio::test]
async fn a_positive_screen_is_met_with_help_before_its_last_question_and_stands_open_for_staff() {
    let mut table = table(Milestone::Met).await;
    let at = "/my/asq";
    assert!(!table.phone.get(at).await.text.contains("right now"), "the fifth is asked only of some");
    let no = [("i1", "0"), ("i2", "0"), ("i3", "0"), ("i4", "0")];
    let calm = table.phone.post(at, at, &no).await;
    assert!(calm.text.contains("Your answers are kept"));
    assert!(!table.measures().await.contains("asks for a person"));
    let left_out = table.phone.post(at, at, &no[1..]).await;
    assert!(left_out.text.contains("tel:988") && left_out.text.contains("right now"), "{}", left_out.text);
    let seen = table.measures().await;
    assert!(seen.contains("asks for a person") && seen.contains("the fifth question is open"), "{seen}");
    let met = table.phone.post(at, at, &[("item", "5"), ("i5", "1")]).await;
    assert!(met.text.contains("tel:988") && met.text.contains("Nobody has been called"), "{}", met.text);
    let seen = table.measures().await;
    assert!(seen.contains("Not left alone") && !seen.contains("the fifth question is open"), "{seen}");
}

#[tokio::test]
async fn a_score_that_got_worse_waits_for_a_prescriber_and_for_nobody_else() {
    let mut table = table(Milestone::CheckedIn).await;
    let items: Vec<String> = (1..=9).map(|item| format!("i{item}")).collect();
    let mut dark: Vec<(&str, &str)> = items.iter().map(|item| (item.as_str(), "3")).collect();
    dark[8].1 = "0";
    let kept = table.phone.post("/my/phq-9", "/my/phq-9", &dark).await;
    assert_eq!(kept.status, StatusCode::OK, "{}", kept.text);
    let seen = table.measures().await;
    assert!(seen.contains("Reliably worse by 10") && seen.contains("The next dose is held"), "{seen}");
    assert!(!seen.contains("measures/review"), "a therapist sees it and does not sign it");
    let review = format!("{}/review", table.measures);
    let words = [("words", "Spoken with them: a hard week; we wait.")];
    let refused = table.staff.post(&table.measures, &review, &words).await;
    assert_eq!(refused.status, StatusCode::NOT_FOUND);
    let mut prescriber = table.house.signed_in(Role::Prescriber).await;
    let wordless = prescriber.post(&table.measures, &review, &[("words", " ")]).await;
    assert_eq!(wordless.status, StatusCode::UNPROCESSABLE_ENTITY);
    let kept = prescriber.post(&table.measures, &review, &words).await;
    assert_eq!(kept.status, StatusCode::SEE_OTHER, "{}", kept.text);
    let seen = table.measures().await;
    assert!(seen.contains("a hard week") && !seen.contains("The next dose is held"), "{seen}");
}
