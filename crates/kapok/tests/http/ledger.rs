//! The ledger of lozenges, through its page and its file.

use axum::http::{StatusCode, header};
use journey::staff::Role;
use kapok::walk::Milestone;

use crate::house::House;

const OK: StatusCode = StatusCode::OK;
const DONE: StatusCode = StatusCode::SEE_OTHER;

#[tokio::test]
async fn the_ledger_is_searched_by_person_day_and_lot_and_taken_out() {
    let house = House::open().await;
    let client = house.walked(Milestone::Prescribed).await.client;
    let page = format!("/people/{client}/prescription");
    let mut therapist = house.signed_in(Role::Therapist).await;
    let came = [
        ("number", "1"),
        ("fate", "dispensed"),
        ("lozenges-counted", "4"),
        ("lot", "K-17"),
        ("came_on", "2026-11-20"),
        ("supplier", "=HYPERLINK(\"http://evil.example\")"),
        ("containers", "2"),
    ];
    let kept = therapist.post(&page, &format!("{page}/count"), &came).await;
    assert_eq!(kept.status, DONE, "{}", kept.text);
    let ledger = therapist.get("/practice/ledger").await;
    assert!(ledger.status == OK && ledger.text.contains("One line in the ledger."), "{}", ledger.text);
    assert!(ledger.text.contains("Synthetic Sam") && ledger.text.contains("a pharmacist must"));
    for (asked, lines) in [
        (format!("client={client}"), true),
        ("client=00000000000000000000000000000000".to_owned(), false),
        ("lot=k-1".to_owned(), true),
        ("lot=k-2".to_owned(), false),
        ("from=2026-11-20&until=2026-11-20".to_owned(), true),
        ("from=2026-11-21".to_owned(), false),
        ("until=2026-11-19".to_owned(), false),
    ] {
        let found = therapist.get(&format!("/practice/ledger?{asked}")).await;
        assert_eq!(found.text.contains("One line in the ledger."), lines, "{asked}");
    }
    let unread = therapist.get("/practice/ledger?from=last+May").await;
    assert!(unread.text.contains("last May") && unread.text.contains("field-from-error"), "{}", unread.text);
    let file = therapist.get("/practice/ledger/file").await;
    let head = |name| file.headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default();
    assert_eq!(head(header::CONTENT_TYPE), "text/csv; charset=utf-8");
    assert!(head(header::CONTENT_DISPOSITION).starts_with("attachment; filename=\"kapok-ledger-2026-"));
    let lines: Vec<&str> = file.text.lines().collect();
    assert!(lines.len() == 2 && lines[0].starts_with("line,date,time,zone,recorded_at,event,lozenges"));
    assert!(lines[1].contains(",2026-11-20,,America/Los_Angeles,") && lines[1].contains("Synthetic Sam"));
    assert!(lines[1].contains("\"'=HYPERLINK(") && !lines[1].contains(",\"=HYPERLINK"), "{}", lines[1]);
    let fields = therapist.get("/practice/ledger/fields").await;
    assert!(fields.status == OK && fields.text.contains("units_per_container:"));
}

#[tokio::test]
async fn each_record_that_the_ledger_opens_is_noted_and_nobody_elses_lines_are_shown() {
    let house = House::open().await;
    house.walked(Milestone::Prescribed).await;
    let mut therapist = house.signed_in(Role::Therapist).await;
    let before = house.appended();
    assert_eq!(therapist.get("/practice/ledger").await.status, OK);
    assert_eq!(house.appended() - before, 2, "the list that was shown, and the record that was opened");
    for role in [Role::Admin, Role::Auditor] {
        let mut other = house.signed_in(role).await;
        let seen = other.get("/practice/ledger").await;
        assert!(seen.status == OK && !seen.text.contains("Synthetic Sam"), "{role:?}");
    }
    for path in ["/practice/ledger", "/practice/ledger/file", "/practice/ledger/fields"] {
        let answer = house.signed_in(Role::Monitor).await.get(path).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{path}");
        assert_eq!(house.stranger().get(path).await.status, DONE, "{path}");
    }
}
