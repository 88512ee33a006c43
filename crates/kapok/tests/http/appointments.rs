//! Appointments through the pages: booked by the desk too, and nobody in two places at once.

use axum::http::StatusCode;
use jiff::civil::Date;
use jiff::{SignedDuration, Span};
use journey::staff::Role;
use kapok::walk::Milestone;

use crate::client::{made, opened};
use crate::house::{Browser, House};

/// The day so many days from now, as a form writes it.
fn day(house: &House, days: i64) -> Date {
    let today = house.app.store.practice().date_at(house.app.clock.now());
    today.checked_add(Span::new().days(days)).unwrap()
}

async fn books(browser: &mut Browser, page: &str, with: &str, day: Date, time: &str) -> StatusCode {
    let day = day.to_string();
    let with = format!("with-{with}");
    let fields =
        [("kind", "preparation"), (with.as_str(), "yes"), ("day", &day), ("time", time), ("place", "Willow")];
    browser.post(page, page, &fields).await.status
}

#[tokio::test]
async fn the_desk_books_and_reads_names_and_times_alone() {
    let house = House::open().await;
    let client = house.walked(Milestone::Met).await.client;
    let therapist = house.cast().therapist.to_string();
    let page = format!("/people/{client}/appointments");
    let mut desk = house.signed_in(Role::Admin).await;
    let tomorrow = day(&house, 1);
    assert_eq!(books(&mut desk, &page, &therapist, tomorrow, "10:00").await, StatusCode::SEE_OTHER);
    let booked = desk.get(&page).await.text;
    assert!(booked.contains("Synthetic Sam") && booked.contains("tomorrow, 10:00 am"), "{booked}");
    assert!(booked.contains("75 min"), "as long as a preparation usually lasts: {booked}");
    assert!(!booked.contains(&format!("/people/{client}/screening")), "nothing clinical is offered");
    assert!(!booked.contains(&format!("/people/{client}\"")), "nor the path, which the desk may not open");
    let week = desk.get(&format!("/calendar?week={tomorrow}")).await.text;
    assert!(week.contains("Synthetic Sam") && week.contains("One appointment this week"), "{week}");
    for path in [format!("/people/{client}"), format!("/people/{client}/tasks")] {
        assert_eq!(desk.get(&path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
}

#[tokio::test]
async fn nobody_is_booked_twice_for_one_time() {
    let house = House::open().await;
    let client = house.walked(Milestone::Met).await.client;
    let other = house.walked(Milestone::Met).await.client;
    let therapist = house.cast().therapist.to_string();
    let prescriber = house.cast().prescriber.to_string();
    let mut desk = house.signed_in(Role::Admin).await;
    let page = format!("/people/{client}/appointments");
    let others = format!("/people/{other}/appointments");
    let next = day(&house, 3);
    assert_eq!(books(&mut desk, &page, &therapist, next, "10:00").await, StatusCode::SEE_OTHER);
    let refused = StatusCode::UNPROCESSABLE_ENTITY;
    assert_eq!(books(&mut desk, &others, &therapist, next, "11:00").await, refused);
    assert_eq!(books(&mut desk, &others, &prescriber, next, "11:00").await, StatusCode::SEE_OTHER);
    assert_eq!(books(&mut desk, &others, &therapist, next, "11:15").await, StatusCode::SEE_OTHER);
    assert_eq!(books(&mut desk, &page, &therapist, day(&house, -3), "10:00").await, refused);
    let cancelled = desk.get(&page).await.field("appointment");
    let fields = [("appointment", cancelled.as_str()), ("wish", "client"), ("words", "A cold.")];
    assert_eq!(desk.post(&page, &format!("{page}/cancel"), &fields).await.status, StatusCode::SEE_OTHER);
    let text = desk.get(&page).await.text;
    assert!(
        text.contains("Cancelled at the client") && text.contains("Synthetic Admin"),
        "who did it: {text}"
    );
    assert_eq!(books(&mut desk, &others, &therapist, next, "10:00").await, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn the_next_appointment_is_on_today_and_on_the_clients_own_page() {
    let house = House::open().await;
    let client = house.walked(Milestone::Met).await.client;
    let mut therapist = house.signed_in(Role::Therapist).await;
    let path = made(&mut therapist, client, "home").await;
    let (mut holder, _) = opened(&house, &path).await;
    let page = format!("/people/{client}/appointments");
    let tomorrow = day(&house, 1);
    let me = house.cast().therapist.to_string();
    assert_eq!(books(&mut therapist, &page, &me, tomorrow, "10:30").await, StatusCode::SEE_OTHER);
    let today = therapist.get("/today").await.text;
    assert!(today.contains("Synthetic Sam") && today.contains("Preparation"), "{today}");
    assert!(therapist.get(&format!("/people/{client}")).await.text.contains("tomorrow, 10:30 am"));
    let home = holder.get("/my").await.text;
    assert!(home.contains("tomorrow, 10:30 am") && home.contains("Synthetic Therapist"), "{home}");
    let appointment = therapist.get(&page).await.field("appointment");
    let tomorrow = tomorrow.to_string();
    let moved = [("appointment", appointment.as_str()), ("day", &tomorrow), ("time", "12:00")];
    assert_eq!(therapist.post(&page, &format!("{page}/move"), &moved).await.status, StatusCode::SEE_OTHER);
    assert!(holder.get("/my").await.text.contains("tomorrow, 12:00 pm"));
}

#[tokio::test]
async fn a_time_that_is_taken_says_whose_it_is_and_nobody_elses_name() {
    let house = House::open().await;
    let client = house.walked(Milestone::Met).await.client;
    let other = house.walked(Milestone::Met).await.client;
    let therapist = house.cast().therapist.to_string();
    let mut desk = house.signed_in(Role::Admin).await;
    let (page, others) = (format!("/people/{client}/appointments"), format!("/people/{other}/appointments"));
    let next = day(&house, 2).to_string();
    assert_eq!(books(&mut desk, &page, &therapist, day(&house, 2), "10:00").await, StatusCode::SEE_OTHER);
    let with = format!("with-{therapist}");
    let fields = [
        ("kind", "preparation"),
        (with.as_str(), "yes"),
        ("day", &next),
        ("time", "10:30"),
        ("place", "Elm"),
    ];
    let refused = desk.post(&others, &others, &fields).await.text;
    assert!(refused.contains("Synthetic Therapist has another appointment from"), "{refused}");
    assert!(refused.contains("to 11:15 am"), "{refused}");
    assert!(
        refused.contains("value=\"Elm\"") && refused.contains("value=\"10:30\""),
        "nothing typed is lost"
    );
    assert!(!refused.contains(&client.to_string()), "the other's appointment is not opened");
}

#[tokio::test]
async fn whether_they_came_is_said_and_can_be_mended() {
    let house = House::open().await;
    let client = house.walked(Milestone::Met).await.client;
    let therapist = house.cast().therapist.to_string();
    let mut desk = house.signed_in(Role::Admin).await;
    let page = format!("/people/{client}/appointments");
    assert_eq!(books(&mut desk, &page, &therapist, day(&house, 1), "10:00").await, StatusCode::SEE_OTHER);
    assert!(!desk.get(&page).await.text.contains("They did not come"), "nobody can say so before");
    house.app.clock.advance(SignedDuration::from_hours(48));
    let mut desk = house.signed_in(Role::Admin).await;
    let appointment = desk.get(&page).await.field("appointment");
    let whether = format!("{page}/whether");
    let says = |word: &'static str| [("appointment", appointment.clone()), ("attendance", word.to_owned())];
    for (word, sentence) in [("missed", "They did not come."), ("came", "They came.")] {
        let said = says(word);
        let fields: Vec<(&str, &str)> = said.iter().map(|(name, value)| (*name, value.as_str())).collect();
        assert_eq!(desk.post(&page, &whether, &fields).await.status, StatusCode::SEE_OTHER);
        let text = desk.get(&page).await.text;
        assert!(text.contains(sentence) && text.contains("Synthetic Admin"), "{text}");
    }
    let cancel = [("appointment", appointment.as_str()), ("wish", "client")];
    let refused = desk.post(&page, &format!("{page}/cancel"), &cancel).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.text.contains("This appointment is over"), "{}", refused.text);
}

#[tokio::test]
async fn each_role_meets_what_the_matrix_gives_it() {
    let house = House::open().await;
    let client = house.walked(Milestone::Met).await.client;
    let page = format!("/people/{client}/appointments");
    for role in [Role::Therapist, Role::Prescriber, Role::Admin] {
        assert_eq!(house.signed_in(role).await.get(&page).await.status, StatusCode::OK, "{role:?}");
    }
    for role in [Role::Monitor, Role::Auditor] {
        assert_eq!(house.signed_in(role).await.get(&page).await.status, StatusCode::NOT_FOUND, "{role:?}");
    }
    assert_eq!(house.signed_in(Role::Monitor).await.get("/calendar").await.status, StatusCode::OK);
}

#[tokio::test]
async fn a_client_sees_their_own_appointments_and_no_others() {
    let house = House::open().await;
    let client = house.walked(Milestone::Met).await.client;
    let other = house.walked(Milestone::Met).await.client;
    let mut therapist = house.signed_in(Role::Therapist).await;
    let me = house.cast().therapist.to_string();
    let next = day(&house, 1);
    let page = format!("/people/{other}/appointments");
    assert_eq!(books(&mut therapist, &page, &me, next, "10:30").await, StatusCode::SEE_OTHER);
    let (mut holder, _) = opened(&house, &made(&mut therapist, client, "home").await).await;
    assert!(!holder.get("/my").await.text.contains("10:30 am"), "another's");
    assert_eq!(holder.get(&page).await.status, StatusCode::SEE_OTHER, "a link signs nobody in");
    let own = format!("/people/{client}/appointments");
    for (days, time) in [(1, "14:00"), (2, "09:00")] {
        let booked = books(&mut therapist, &own, &me, day(&house, days), time).await;
        assert_eq!(booked, StatusCode::SEE_OTHER);
    }
    let home = holder.get("/my").await.text;
    assert!(home.contains("tomorrow, 2:00 pm") && home.contains("9:00 am"), "{home}");
}

#[tokio::test]
async fn an_hour_that_the_clocks_leave_out_is_refused() {
    let house = House::open().await;
    let client = house.walked(Milestone::Met).await.client;
    let mut desk = house.signed_in(Role::Admin).await;
    let me = house.cast().therapist.to_string();
    let page = format!("/people/{client}/appointments");
    let zone = house.app.store.practice().time_zone();
    let change = zone.following(house.app.clock.now()).find(|change| change.dst().is_dst());
    let change = change.expect("the practice's zone has a summer").timestamp();
    let before = (change - SignedDuration::from_mins(1)).to_zoned(zone);
    let skipped = format!("{:02}:30", before.hour() + 1);
    let books = async |desk: &mut Browser, time: &str| books(desk, &page, &me, before.date(), time).await;
    assert_eq!(books(&mut desk, &skipped).await, StatusCode::UNPROCESSABLE_ENTITY, "{skipped}");
    assert_eq!(books(&mut desk, "10:00").await, StatusCode::SEE_OTHER);
    let week = desk.get(&format!("/calendar?week={}", before.date())).await.text;
    assert!(week.contains("10:00 am") && week.contains("11:15 am"), "{week}");
}
