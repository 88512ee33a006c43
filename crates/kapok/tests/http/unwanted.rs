//! Adverse events through their page: reported by hand, followed up, closed.

use axum::http::StatusCode;
use journey::staff::Role;
use kapok::walk::Milestone;

use crate::house::House;

const DONE: StatusCode = StatusCode::SEE_OTHER;
const REFUSED: StatusCode = StatusCode::UNPROCESSABLE_ENTITY;

#[tokio::test]
async fn an_adverse_event_stays_in_sight_until_it_is_written_how_it_ended() {
    let house = House::open().await;
    let person = format!("/people/{}", house.walked(Milestone::Dosed).await.client);
    let (page, tasks) = (format!("{person}/adverse-events"), format!("{person}/tasks"));
    let mut therapist = house.signed_in(Role::Therapist).await;
    let empty = therapist.get(&page).await;
    assert!(empty.text.contains("Nothing unwanted was reported"), "{}", empty.text);
    let session = empty.text.split("name=\"session\"").nth(1).unwrap();
    let session = session.split("option value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let day = house.app.store.practice().date_at(house.app.clock.now()).to_string();
    let mut fields = [
        ("session", session.as_str()),
        ("term", "other"),
        ("grade", "3"),
        ("words", ""),
        ("action", "called the ambulance"),
        ("day", ""),
        ("relatedness", "possible"),
    ];
    let undated = therapist.post(&page, &page, &fields).await;
    assert!(undated.status == REFUSED && undated.text.contains("called the ambulance"));
    fields[5].1 = &day;
    let wordless = therapist.post(&page, &page, &fields).await;
    assert_eq!(wordless.status, REFUSED, "other needs words");
    fields[3].1 = "Fainted on the stairs.";
    assert_eq!(therapist.post(&page, &page, &fields).await.status, DONE);
    let shown = therapist.get(&page).await;
    for words in
        ["One adverse event is open.", "Fainted on the stairs.", "The next dose waits", "FDA MedWatch"]
    {
        assert!(shown.text.contains(words), "{words} in {}", shown.text);
    }
    assert!(
        therapist.get(&person).await.text.contains("One adverse event is open."),
        "and on the person's page"
    );
    let waits = therapist.get(&tasks).await;
    assert!(waits.text.contains("Adverse event of grade 3") && waits.text.contains("/adverse-events"));
    let event =
        shown.text.split("name=\"event\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let follow_up = format!("{page}/follow-up");
    let mut fields =
        vec![("event", event.as_str()), ("session", session.as_str()), ("outcome", "cared-for-elsewhere")];
    let unsaid = therapist.post(&page, &follow_up, &fields).await;
    assert!(
        unsaid.status == REFUSED && unsaid.text.contains("say first what made it serious"),
        "{}",
        unsaid.text
    );
    fields.push(("serious-hospital", "yes"));
    let untold = therapist.post(&page, &follow_up, &fields).await;
    assert!(untold.status == REFUSED && untold.text.contains("whether it was reported outside"));
    assert!(untold.text.contains("name=\"serious-hospital\" value=\"yes\" checked"), "what was ticked stays");
    fields.extend([
        ("outside", "yes"),
        ("whom", "MedWatch"),
        ("told_on", day.as_str()),
        ("words", "In good hands."),
    ]);
    assert_eq!(therapist.post(&page, &follow_up, &fields).await.status, DONE);
    let closed = therapist.get(&page).await;
    for words in [
        "Every adverse event is closed.",
        "Serious: a stay in hospital",
        "Reported outside: MedWatch",
        "In good hands.",
    ] {
        assert!(closed.text.contains(words), "{words} in {}", closed.text);
    }
    assert!(!therapist.get(&person).await.text.contains("One adverse event is open."));
    assert!(therapist.get(&tasks).await.text.contains("Adverse event of grade 3"), "the review still waits");
}

#[tokio::test]
async fn who_may_not_read_adverse_events_sees_none() {
    let house = House::open().await;
    let page = format!("/people/{}/adverse-events", house.walked(Milestone::Dosed).await.client);
    for role in [Role::Admin, Role::Auditor] {
        assert_eq!(house.signed_in(role).await.get(&page).await.status, StatusCode::NOT_FOUND, "{role:?}");
    }
    assert_eq!(house.stranger().get(&page).await.status, DONE);
}
