//! Appointments through the pages: booked by the desk too, and nobody in two places at once.

use axum::http::StatusCode;
use journey::staff::Role;
use kapok::walk::Milestone;

use crate::client::{made, opened};
use crate::house::{Browser, House};

async fn books(browser: &mut Browser, page: &str, with: &str, day: &str, time: &str) -> StatusCode {
    let with = format!("with-{with}");
    let fields =
        [("kind", "preparation"), (with.as_str(), "yes"), ("day", day), ("time", time), ("place", "Willow")];
    browser.post(page, page, &fields).await.status
}

#[tokio::test]
async fn the_desk_books_and_reads_names_and_times_alone() {
    let house = House::open().await;
    let client = house.walked(Milestone::Met).await.client;
    let therapist = house.cast().therapist.to_string();
    let page = format!("/people/{client}/appointments");
    let mut desk = house.signed_in(Role::Admin).await;
    assert_eq!(books(&mut desk, &page, &therapist, "2026-12-01", "10:00").await, StatusCode::SEE_OTHER);
    let booked = desk.get(&page).await.text;
    assert!(booked.contains("Synthetic Sam") && booked.contains("Tuesday 1 December, 10:00 am"), "{booked}");
    assert!(booked.contains("75 min"), "as long as a preparation usually lasts: {booked}");
    assert!(!booked.contains(&format!("/people/{client}/screening")), "nothing clinical is offered");
    let week = desk.get("/calendar?week=2026-12-03").await.text;
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
    assert_eq!(books(&mut desk, &page, &therapist, "2026-12-01", "10:00").await, StatusCode::SEE_OTHER);
    assert_eq!(
        books(&mut desk, &others, &therapist, "2026-12-01", "11:00").await,
        StatusCode::UNPROCESSABLE_ENTITY
    );
    assert_eq!(books(&mut desk, &others, &prescriber, "2026-12-01", "11:00").await, StatusCode::SEE_OTHER);
    assert_eq!(books(&mut desk, &others, &therapist, "2026-12-01", "11:15").await, StatusCode::SEE_OTHER);
    assert_eq!(
        books(&mut desk, &page, &therapist, "2020-12-01", "10:00").await,
        StatusCode::UNPROCESSABLE_ENTITY
    );
    let cancelled = desk.get(&page).await.field("appointment");
    let fields = [("appointment", cancelled.as_str()), ("wish", "client"), ("words", "A cold.")];
    assert_eq!(desk.post(&page, &format!("{page}/cancel"), &fields).await.status, StatusCode::SEE_OTHER);
    let text = desk.get(&page).await.text;
    assert!(
        text.contains("Cancelled at the client") && text.contains("Synthetic Admin"),
        "who did it: {text}"
    );
    assert_eq!(books(&mut desk, &others, &therapist, "2026-12-01", "10:00").await, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn the_next_appointment_is_on_today_and_on_the_clients_own_page() {
    let house = House::open().await;
    let client = house.walked(Milestone::Met).await.client;
    let mut therapist = house.signed_in(Role::Therapist).await;
    let path = made(&mut therapist, client, "home").await;
    let (mut holder, _) = opened(&house, &path).await;
    let page = format!("/people/{client}/appointments");
    let tomorrow = house.app.store.practice().date_at(house.app.clock.now()).tomorrow().unwrap().to_string();
    let me = house.cast().therapist.to_string();
    assert_eq!(books(&mut therapist, &page, &me, &tomorrow, "10:30").await, StatusCode::SEE_OTHER);
    let today = therapist.get("/today").await.text;
    assert!(today.contains("Synthetic Sam") && today.contains("Preparation"), "{today}");
    assert!(therapist.get(&format!("/people/{client}")).await.text.contains("tomorrow, 10:30 am"));
    let home = holder.get("/my").await.text;
    assert!(home.contains("tomorrow, 10:30 am") && home.contains("Synthetic Therapist"), "{home}");
    let appointment = therapist.get(&page).await.field("appointment");
    let moved = [("appointment", appointment.as_str()), ("day", tomorrow.as_str()), ("time", "12:00")];
    assert_eq!(therapist.post(&page, &format!("{page}/move"), &moved).await.status, StatusCode::SEE_OTHER);
    assert!(holder.get("/my").await.text.contains("tomorrow, 12:00 pm"));
}
