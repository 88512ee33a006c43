//! What waits for whom: a risk answer, its clock and its owner, from both sides.

use axum::http::StatusCode;
use jiff::SignedDuration;
use journey::ClientId;
use journey::staff::Role;
use kapok::walk::Milestone;

use crate::client::{check_in_of, made, opened};
use crate::house::{Browser, House};

/// Somebody who was met, their own browser, and the therapist's.
async fn met(house: &House) -> (ClientId, Browser, Browser) {
    let client = house.walked(Milestone::Met).await.client;
    let mut therapist = house.signed_in(Role::Therapist).await;
    let path = made(&mut therapist, client, "home").await;
    let (holder, _) = opened(house, &path).await;
    (client, holder, therapist)
}

/// Answers the questionnaire; the ninth answer as given, all others with none.
async fn answers(holder: &mut Browser, ninth: &str) -> String {
    let items: Vec<String> = (1..=9).map(|item| format!("i{item}")).collect();
    let mut fields: Vec<(&str, &str)> = items.iter().map(|item| (item.as_str(), "0")).collect();
    fields[8].1 = ninth;
    holder.post("/my/phq-9", "/my/phq-9", &fields).await.text
}

/// States that somebody reads on every day of the week.
pub(crate) async fn states_hours(staff: &mut Browser, from: &str, until: &str) -> StatusCode {
    let names: Vec<(String, String)> =
        (0..7).map(|day| (format!("from-{day}"), format!("until-{day}"))).collect();
    let mut fields = vec![("message_days", "1")];
    for (opens, closes) in &names {
        fields.extend([(opens.as_str(), from), (closes.as_str(), until)]);
    }
    staff.post("/practice/hours", "/practice/hours", &fields).await.status
}

#[tokio::test]
async fn a_risk_answer_waits_for_somebody_and_the_client_is_told_the_truth_of_it() {
    let house = House::open().await;
    let (client, mut holder, mut therapist) = met(&house).await;
    assert!(!holder.get("/my").await.text.contains("your answer of"));
    let shown = answers(&mut holder, "1").await;
    assert!(shown.contains("tel:988") && shown.contains("Nobody has been told yet"), "{shown}");
    assert!(holder.get("/my").await.text.contains("Nobody has seen your answer of"));
    let tasks = format!("/people/{client}/tasks");
    let page = therapist.get(&tasks).await;
    assert!(
        page.text.contains("An answer showed a risk") && page.text.contains("Nobody has it yet"),
        "{}",
        page.text
    );
    let task = page.field("task");
    let fields = [("task", task.as_str())];
    assert_eq!(therapist.post(&tasks, &format!("{tasks}/take"), &fields).await.status, StatusCode::SEE_OTHER);
    assert!(holder.get("/my").await.text.contains("Synthetic Therapist has seen your answer"));
    let mut prescriber = house.signed_in(Role::Prescriber).await;
    let taken = prescriber.post(&tasks, &format!("{tasks}/take"), &fields).await;
    assert_eq!(taken.status, StatusCode::UNPROCESSABLE_ENTITY, "nobody takes it twice");
    assert!(taken.text.contains("Somebody else has taken this"), "{}", taken.text);
    assert!(prescriber.get("/today").await.text.contains("Synthetic Therapist has it"));
    let done = [("task", task.as_str()), ("words", "All is well.")];
    let ended = therapist.post(&tasks, &format!("{tasks}/end"), &done).await;
    assert_eq!(ended.status, StatusCode::UNPROCESSABLE_ENTITY, "words alone do not end it");
    let measures = format!("/people/{client}/measures");
    let found = [("words", "We talked."), ("level", "usual")];
    therapist.post(&measures, &format!("{measures}/risk"), &found).await;
    assert!(therapist.get(&tasks).await.text.contains("Nothing waits for anyone"));
    assert!(!holder.get("/my").await.text.contains("your answer of"));
}

#[tokio::test]
async fn what_nobody_takes_in_time_is_marked_for_everyone_who_walks_along() {
    let house = House::open().await;
    let client = house.walked(Milestone::Left).await.client;
    let mut therapist = house.signed_in(Role::Therapist).await;
    let path = made(&mut therapist, client, "home").await;
    let (mut holder, _) = opened(&house, &path).await;
    answers(&mut holder, "2").await;
    let mut prescriber = house.signed_in(Role::Prescriber).await;
    for browser in [&mut therapist, &mut prescriber] {
        let today = browser.get("/today").await.text;
        assert!(today.contains("An answer showed a risk") && !today.contains("past its time"), "{today}");
    }
    house.app.clock.advance(SignedDuration::from_mins(61));
    for role in [Role::Therapist, Role::Prescriber] {
        let today = house.signed_in(role).await.get("/today").await.text;
        assert!(today.contains("One thing is past its time") && today.contains("level acts"), "{today}");
    }
    for role in [Role::Monitor, Role::Auditor] {
        let today = house.signed_in(role).await.get("/today").await.text;
        assert!(!today.contains("showed a risk") && !today.contains("must call"), "{role:?}: {today}");
    }
}

#[tokio::test]
async fn whoever_is_there_is_told_that_somebody_must_call_and_nothing_of_why() {
    let house = House::open().await;
    let client = house.walked(Milestone::Left).await.client;
    let mut therapist = house.signed_in(Role::Therapist).await;
    let path = made(&mut therapist, client, "home").await;
    let (mut holder, _) = opened(&house, &path).await;
    answers(&mut holder, "2").await;
    let others = async || {
        let outside = async |role| house.outside(role).await;
        [outside(Role::Therapist).await, outside(Role::Prescriber).await, outside(Role::Admin).await]
    };
    for other in &mut others().await {
        let today = other.get("/today").await.text;
        assert!(!today.contains("must call"), "its time is not over: {today}");
    }
    house.app.clock.advance(SignedDuration::from_mins(61));
    let (mut others, mut therapist) = (others().await, house.signed_in(Role::Therapist).await);
    for other in &mut others {
        let today = other.get("/today").await.text;
        assert!(today.contains("Somebody must call Synthetic Sam"), "{today}");
        assert!(today.contains("nobody has since"), "{today}");
        for told in ["risk", "answer showed", "PHQ", "/tasks", "/measures", &client.to_string()] {
            assert!(!main_of(&today).contains(told), "{told}: {today}");
        }
    }
    let tasks = format!("/people/{client}/tasks");
    for other in &mut others {
        assert_eq!(other.get(&tasks).await.status, StatusCode::NOT_FOUND, "the record stays closed");
    }
    let at_team = therapist.get("/today").await.text;
    assert!(!at_team.contains("must call") && at_team.contains("showed a risk"), "{at_team}");
    let task = therapist.get(&tasks).await.field("task");
    therapist.post(&tasks, &format!("{tasks}/take"), &[("task", &task)]).await;
    for other in &mut others {
        let today = other.get("/today").await.text;
        assert!(today.contains("Synthetic Therapist has it"), "{today}");
    }
}

/// What the page says, without the frame around it.
fn main_of(page: &str) -> &str {
    page.split("<main").nth(1).unwrap().split("</main>").next().unwrap()
}

#[tokio::test]
async fn the_desk_sees_who_is_in_the_room_and_nothing_else() {
    let house = House::open().await;
    let client = house.walked(Milestone::Dosed).await.client;
    let today = house.signed_in(Role::Admin).await.get("/today").await.text;
    let main = main_of(&today);
    assert!(main.contains("In the room now") && main.contains("Synthetic Sam"), "{today}");
    assert!(!main.contains(&client.to_string()), "no way into the record: {today}");
    let elsewhere = house.outside(Role::Therapist).await.get("/today").await.text;
    assert!(!elsewhere.contains("In the room now"), "{elsewhere}");
}

#[tokio::test]
async fn with_whom_one_alone_walks_is_said_on_their_page() {
    let house = House::open().await;
    let invited = house.walked(Milestone::Invited).await.client;
    let mut therapist = house.signed_in(Role::Therapist).await;
    let page = therapist.get(&format!("/people/{invited}")).await.text;
    assert!(page.contains("Only Synthetic Therapist walks along"), "{page}");
    let house = House::open().await;
    let walker = house.walked(Milestone::Arrived).await;
    let mut therapist = house.signed_in(Role::Therapist).await;
    let page = therapist.get(&format!("/people/{}", walker.client)).await.text;
    assert!(!page.contains("walks along. Should"), "two walk along: {page}");
}

#[tokio::test]
async fn what_may_harm_first_stands_first_and_is_named_in_the_headline() {
    let house = House::open().await;
    let (client, mut holder, mut therapist) = met(&house).await;
    let tasks = format!("/people/{client}/tasks");
    therapist.post(&tasks, &tasks, &[("of", ""), ("words", "Has the ECG come?")]).await;
    house.app.clock.advance(SignedDuration::from_hours(30));
    let mut therapist = house.signed_in(Role::Therapist).await;
    answers(&mut holder, "1").await;
    let today = therapist.get("/today").await.text;
    let main = main_of(&today);
    let title = main.split("<h1").nth(1).unwrap().split("</h1>").next().unwrap();
    assert!(title.contains("An answer of Synthetic showed a risk"), "{title}");
    let waits = main.split("id=\"waits\"").nth(1).unwrap();
    let (risk, asked) = (waits.find("showed a risk"), waits.find("A question"));
    assert!(risk.is_some() && risk < asked, "before what is overdue: {waits}");
    let first = waits.split("</li>").next().unwrap();
    assert!(first.contains("level acts"), "{first}");
}

#[tokio::test]
async fn what_waited_on_a_phone_is_told_with_both_times_and_its_clock_counts_from_the_arrival() {
    let house = House::open().await;
    let (client, mut holder, _) = met(&house).await;
    let said = house.app.clock.now();
    house.app.clock.advance(SignedDuration::from_hours(48));
    let items: Vec<String> = (1..=9).map(|item| format!("i{item}")).collect();
    let said_at = said.to_string();
    let mut fields: Vec<(&str, &str)> = items.iter().map(|item| (item.as_str(), "0")).collect();
    fields[8].1 = "3";
    fields.push(("said_at", &said_at));
    let shown = holder.post("/my/phq-9", "/my/phq-9", &fields).await.text;
    assert!(shown.contains("data-help-now") && shown.contains("tel:988"), "{shown}");
    let mut therapist = house.signed_in(Role::Therapist).await;
    for page in ["/today".to_owned(), format!("/people/{client}/tasks"), format!("/people/{client}/measures")]
    {
        let text = therapist.get(&page).await.text;
        assert!(text.contains("Said ") && text.contains(", arrived today"), "{page}: {text}");
        assert!(!text.contains("past its time"), "nobody could have seen it before: {text}");
    }
    let ahead = (house.app.clock.now() + SignedDuration::from_hours(5)).to_string();
    let last = fields.len() - 1;
    fields[last].1 = &ahead;
    holder.post("/my/phq-9", "/my/phq-9", &fields).await;
    let text = therapist.get(&format!("/people/{client}/tasks")).await.text;
    assert_eq!(text.matches("Said ").count(), 1, "what lies ahead is taken as said now: {text}");
}

#[tokio::test]
async fn the_hours_are_said_before_the_question_and_nothing_is_promised_without_them() {
    let house = House::open().await;
    let client = house.walked(Milestone::Left).await.client;
    let mut therapist = house.signed_in(Role::Therapist).await;
    let check_in = check_in_of(&mut therapist, client, 1).await;
    let path = made(&mut therapist, client, &check_in).await;
    house.app.clock.advance(SignedDuration::from_hours(24));
    let (mut holder, _) = opened(&house, &path).await;
    let at = "/my/check-in";
    let asks = async |holder: &mut Browser| {
        holder.post(at, at, &[("question", "4"), ("way", "skip")]).await;
        holder.get(at).await.text
    };
    let asked = asks(&mut holder).await;
    assert!(asked.contains("has not said at which hours it reads"), "{asked}");
    assert!(!asked.contains("to be seen by"), "no clock is a promise without hours");
    let mut admin = house.signed_in(Role::Admin).await;
    assert_eq!(states_hours(&mut admin, "17:00", "09:00").await, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(states_hours(&mut admin, "09:00", "17:00").await, StatusCode::SEE_OTHER);
    let asked = asks(&mut holder).await;
    assert!(asked.contains("Monday to Sunday, 9:00 am to 5:00 pm"), "{asked}");
    assert!(asked.contains("to be seen by"), "{asked}");
    let told = holder.post(at, at, &[("question", "5"), ("answer", "yes")]).await.text;
    assert!(told.contains("tel:988") && told.contains("Nobody has been told yet"), "{told}");
    assert!(told.contains("to be seen by"), "{told}");
}

#[tokio::test]
async fn the_hours_are_stated_by_those_who_keep_the_calendar() {
    let house = House::open().await;
    for role in [Role::Therapist, Role::Prescriber, Role::Admin] {
        let mut browser = house.signed_in(role).await;
        assert_eq!(states_hours(&mut browser, "08:00", "16:00").await, StatusCode::SEE_OTHER, "{role:?}");
    }
    let mut monitor = house.signed_in(Role::Monitor).await;
    let seen = monitor.get("/practice/hours").await.text;
    assert!(seen.contains("8:00 am to 4:00 pm") && !seen.contains("State these hours"), "{seen}");
    assert_eq!(states_hours(&mut monitor, "09:00", "17:00").await, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_colleague_is_asked_and_says_what_was_done() {
    let house = House::open().await;
    let (client, _, mut therapist) = met(&house).await;
    let tasks = format!("/people/{client}/tasks");
    let wordless = therapist.post(&tasks, &tasks, &[("of", ""), ("words", " ")]).await;
    assert_eq!(wordless.status, StatusCode::UNPROCESSABLE_ENTITY);
    let prescriber = house.cast().prescriber.to_string();
    let asked = [("of", prescriber.as_str()), ("words", "Has the ECG come?")];
    assert_eq!(therapist.post(&tasks, &tasks, &asked).await.status, StatusCode::SEE_OTHER);
    let mut prescriber = house.signed_in(Role::Prescriber).await;
    let page = prescriber.get(&tasks).await;
    assert!(page.text.contains("Synthetic Therapist asks Synthetic Prescriber"), "{}", page.text);
    let task = page.field("task");
    let done = [("task", task.as_str()), ("words", "Read and filed.")];
    prescriber.post(&tasks, &format!("{tasks}/end"), &done).await;
    let page = therapist.get(&tasks).await.text;
    assert!(page.contains("Nothing waits for anyone") && page.contains("Read and filed."), "{page}");
}
