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

const MESSAGES: &str = "/my/messages";

/// Cleared, with lamotrigine known since; the prescriber, and the client's own browser.
async fn asked_about(house: &House) -> (String, Browser, Browser) {
    let client = house.walked(Milestone::Cleared).await.client;
    let mut therapist = house.signed_in(Role::Therapist).await;
    let history = format!("/people/{client}/history");
    let told = [("kind", "medicine"), ("words", "Lamotrigine 100 mg"), ("status", "active")];
    assert_eq!(therapist.post(&history, &format!("{history}/fact"), &told).await.status, DONE);
    let path = made(&mut therapist, client, "home").await;
    let (holder, _) = opened(house, &path).await;
    let prescriber = house.signed_in(Role::Prescriber).await;
    (format!("/people/{client}/screening"), prescriber, holder)
}

async fn ask(browser: &mut Browser, screening: &str, about: &str, of: &str, words: &str) -> Answer {
    let (of_field, words_field) = (format!("ask-of-{about}"), format!("ask-words-{about}"));
    let fields = [("ask", about), (of_field.as_str(), of), (words_field.as_str(), words)];
    browser.post(screening, &format!("{screening}/ask"), &fields).await
}

const LAMOTRIGINE: &str = "finding.lamotrigine-on-list";

/// What stands in the list under one finding.
fn beside(page: &str, rule: &str) -> String {
    let (_, rest) = page.split_once(&format!("id=\"flag-{rule}\"")).unwrap();
    let end = rest.find("<li class=\"flag\"").unwrap_or(rest.len());
    rest[..end].to_owned()
}

#[tokio::test]
async fn a_question_about_a_finding_is_answered_by_the_client_and_the_answer_stands_beside_it() {
    let house = House::open().await;
    let (screening, mut prescriber, mut holder) = asked_about(&house).await;
    let asked = ask(&mut prescriber, &screening, LAMOTRIGINE, "client", "Which dose, since when?").await;
    assert_eq!(asked.location(), screening);
    let open = beside(&prescriber.get(&screening).await.text, "lamotrigine-on-list");
    for shown in ["Synthetic Prescriber asked Synthetic", "Which dose, since when?", "Open: no answer yet"] {
        assert!(open.contains(shown), "{shown} in {open}");
    }
    assert!(holder.get("/my").await.text.contains("Synthetic Prescriber has written to you"));
    let mine = holder.get(MESSAGES).await.text;
    assert!(mine.contains("Synthetic Prescriber asks you something."), "{mine}");
    assert!(mine.contains("Which dose, since when?") && !mine.contains("amotrigine"), "in their words alone");
    let before_the_form = mine.split("<textarea").next().unwrap();
    assert!(before_the_form.contains("tel:988") && !before_the_form.contains("answered by"), "{mine}");
    let answer = [("number", "1"), ("answer-1", "200 mg, since March.")];
    assert_eq!(holder.post(MESSAGES, "/my/messages/answer", &answer).await.location(), MESSAGES);
    assert!(!holder.get(MESSAGES).await.text.contains("asks you something"));
    let answered = beside(&prescriber.get(&screening).await.text, "lamotrigine-on-list");
    assert!(answered.contains("200 mg, since March.") && answered.contains("answered, "), "{answered}");
    assert!(!answered.contains("Open: no answer yet") && !answered.contains("Answered: dosing may go ahead"));
    assert!(prescriber.get("/today").await.text.contains("An answer to a question waits to be read"));
    holder.post(MESSAGES, "/my/messages/take-back", &[("number", "2")]).await;
    let taken_back = beside(&prescriber.get(&screening).await.text, "lamotrigine-on-list");
    assert!(taken_back.contains("<del>") && taken_back.contains("Open: no answer yet"), "{taken_back}");
    assert!(holder.get(MESSAGES).await.text.contains("asks you something"), "and it is asked again");
}

#[tokio::test]
async fn a_colleague_is_asked_in_a_task_and_how_it_ended_stands_beside_the_finding() {
    let house = House::open().await;
    let (screening, mut prescriber, _) = asked_about(&house).await;
    let therapist = house.cast().therapist.to_string();
    ask(&mut prescriber, &screening, LAMOTRIGINE, &therapist, "Does she take it daily?").await;
    let mut colleague = house.signed_in(Role::Therapist).await;
    let tasks = screening.replace("/screening", "/tasks");
    let page = colleague.get(&tasks).await;
    assert!(page.text.contains("Does she take it daily?"), "{}", page.text);
    let (_, rest) = page.text.rsplit_once("Does she take it daily?").unwrap();
    let (_, rest) = rest.split_once("name=\"task\" value=\"").unwrap();
    let task = &rest[..32];
    colleague.post(&tasks, &format!("{tasks}/take"), &[("task", task)]).await;
    let taken = beside(&prescriber.get(&screening).await.text, "lamotrigine-on-list");
    assert!(taken.contains("Synthetic Therapist has it") && taken.contains("Open"), "{taken}");
    let ended = [("task", task), ("words", "Daily, in the evening.")];
    assert_eq!(colleague.post(&tasks, &format!("{tasks}/end"), &ended).await.status, DONE);
    let answered = beside(&prescriber.get(&screening).await.text, "lamotrigine-on-list");
    assert!(answered.contains("Daily, in the evening.") && answered.contains("Synthetic Therapist answered"));
}

#[tokio::test]
async fn a_question_that_would_not_reach_the_client_is_offered_to_those_who_walk_along() {
    let house = House::open().await;
    let client = house.walked(Milestone::Cleared).await.client;
    let screening = format!("/people/{client}/screening");
    let mut prescriber = house.signed_in(Role::Prescriber).await;
    let page = prescriber.get(&screening).await.text;
    assert!(
        page.contains("has no open link to their pages") && page.contains("whoever walks along"),
        "{page}"
    );
    assert!(!page.contains("option value=\"client\""), "{page}");
    let wordless = ask(&mut prescriber, &screening, "screening", "anyone", " ").await;
    assert_eq!(wordless.status, REFUSED);
    assert!(wordless.text.contains("<details class=\"asking no-print\" open>"), "{}", wordless.text);
    assert!(!wordless.text.contains("data-page"), "what came back to be mended is not swapped away");
    let asked = ask(&mut prescriber, &screening, "screening", "anyone", "What do you think?").await;
    assert_eq!(asked.location(), screening);
    let page = prescriber.get(&screening).await.text;
    assert!(page.contains("asked whoever walks along") && page.contains("What do you think?"), "{page}");
    let nonsense = ask(&mut prescriber, &screening, "finding.nonsense", "anyone", "?").await;
    assert_eq!(nonsense.status, StatusCode::BAD_REQUEST);
}

#[tokio::test]
async fn a_screening_says_live_that_something_was_asked_and_answered_and_by_whom() {
    let house = House::open().await;
    let (screening, mut prescriber, mut holder) = asked_about(&house).await;
    let mut therapist = house.signed_in(Role::Therapist).await;
    let seen = |page: &str| {
        let (_, rest) = page.split_once("data-seen=\"").unwrap();
        format!("{screening}?seen={}", rest.split('"').next().unwrap())
    };
    let before = seen(&prescriber.get(&screening).await.text);
    house.app.clock.advance(SignedDuration::from_mins(1));
    ask(&mut therapist, &screening, LAMOTRIGINE, "client", "Since when?").await;
    let anew = prescriber.get(&before).await;
    assert!(anew.text.contains("This page has changed: Synthetic Therapist"), "{}", anew.text);
    let before = seen(&anew.text);
    assert_eq!(prescriber.get(&before).await.status, StatusCode::NO_CONTENT);
    house.app.clock.advance(SignedDuration::from_mins(1));
    holder.post(MESSAGES, "/my/messages/answer", &[("number", "1"), ("answer-1", "March.")]).await;
    let anew = prescriber.get(&before).await;
    assert_eq!(anew.status, StatusCode::OK);
    assert!(anew.text.contains("March.") && anew.text.contains("This page has changed"), "{}", anew.text);
}

#[tokio::test]
async fn an_answer_without_words_comes_back_to_its_question_and_a_stranger_answers_none() {
    let house = House::open().await;
    let (screening, mut prescriber, mut holder) = asked_about(&house).await;
    ask(&mut prescriber, &screening, LAMOTRIGINE, "client", "Since when?").await;
    let empty = holder.post(MESSAGES, "/my/messages/answer", &[("number", "1"), ("answer-1", " ")]).await;
    assert_eq!(empty.status, REFUSED);
    assert!(empty.text.contains("field-answer-1-error"), "{}", empty.text);
    let none = holder.post(MESSAGES, "/my/messages/answer", &[("number", "7"), ("answer-7", "x")]).await;
    assert_eq!(none.status, REFUSED, "there is no such question");
    let other = house.walked(Milestone::Met).await.client;
    let mut staff = house.signed_in(Role::Therapist).await;
    let path = made(&mut staff, other, "home").await;
    let (mut stranger, _) = opened(&house, &path).await;
    let theirs = stranger.post(MESSAGES, "/my/messages/answer", &[("number", "1"), ("answer-1", "x")]).await;
    assert_eq!(theirs.status, REFUSED);
    let mut prescriber = house.signed_in(Role::Prescriber).await;
    assert!(prescriber.get(&screening).await.text.contains("Open: no answer yet"));
}

#[tokio::test]
async fn what_is_half_written_of_a_decision_stays_whatever_else_is_done_on_the_page() {
    let house = House::open().await;
    let (screening, mut prescriber, _) = asked_about(&house).await;
    let words = format!("ask-words-{LAMOTRIGINE}");
    let half = [
        ("ask", LAMOTRIGINE),
        (&*format!("ask-of-{LAMOTRIGINE}"), "anyone"),
        (&*words, "Since when?"),
        ("decision", "deferred"),
        ("reason", "Zimzum: first the answer."),
    ];
    let asked = prescriber.post(&screening, &format!("{screening}/ask"), &half).await;
    assert_eq!(asked.status, StatusCode::OK);
    assert!(asked.text.contains("Zimzum: first the answer.") && asked.text.contains("Since when?"));
    assert!(asked.text.contains("value=\"deferred\" required checked"), "{}", asked.text);
    assert!(!asked.text.contains("data-page"), "and is not swapped away");
    let begun = [("decision", "deferred"), ("reason", "First the answer."), (&*words, "And how often?")];
    let decided = prescriber.post(&screening, &format!("{screening}/decision"), &begun).await;
    assert_eq!(decided.status, StatusCode::OK, "a question that was begun is not lost with it");
    assert!(decided.text.contains("And how often?"), "{}", decided.text);
    let whole = [("decision", "deferred"), ("reason", "Still.")];
    let decided = prescriber.post(&screening, &format!("{screening}/decision"), &whole).await;
    assert_eq!((decided.status, decided.location()), (DONE, screening.as_str()));
}

#[tokio::test]
async fn what_comes_in_while_a_decision_is_written_is_shown_before_it_is_signed() {
    let house = House::open().await;
    let (screening, mut prescriber, mut holder) = asked_about(&house).await;
    ask(&mut prescriber, &screening, LAMOTRIGINE, "client", "Since when?").await;
    let known = prescriber.get(&screening).await.field("seen");
    holder.post(MESSAGES, "/my/messages/answer", &[("number", "1"), ("answer-1", "I stopped it.")]).await;
    let decision = [("seen", known.as_str()), ("decision", "deferred"), ("reason", "Zimzum.")];
    let refused = prescriber.post(&screening, &format!("{screening}/decision"), &decision).await;
    assert_eq!(refused.status, REFUSED);
    for shown in ["Something has come since you opened this page", "I stopped it.", "Zimzum."] {
        assert!(refused.text.contains(shown), "{shown} in {}", refused.text);
    }
    assert!(prescriber.get("/today").await.text.contains("An answer to a question waits to be read"));
    let read = [("decision", "deferred"), ("reason", "Zimzum.")];
    assert_eq!(prescriber.post(&screening, &format!("{screening}/decision"), &read).await.status, DONE);
    assert!(!prescriber.get("/today").await.text.contains("An answer to a question waits to be read"));
}

#[tokio::test]
async fn enter_signs_nothing_since_the_first_button_of_the_form_cannot_be_pressed() {
    let house = House::open().await;
    let (screening, mut prescriber, _) = asked_about(&house).await;
    let page = prescriber.get(&screening).await.text;
    let (before, rest) = page.split_once("form=\"screening-form\"").unwrap();
    assert!(before.ends_with("<button type=\"submit\" ") && rest.starts_with(" disabled hidden>"), "{page}");
    assert_eq!(page.matches("id=\"screening-form\"").count(), 1);
}
