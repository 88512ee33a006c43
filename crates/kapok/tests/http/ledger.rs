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
    assert!(
        lines.len() == 2 && lines[0].starts_with("ledger,line,date,time,zone,recorded_at,event,lozenges")
    );
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

/// What came into the stock more than two years before the house's today.
async fn stocked(house: &House, client: &str) {
    let mut therapist = house.signed_in(Role::Therapist).await;
    let came = [
        ("product", "Ketamine lozenge, compounded"),
        ("strength_mg", "50"),
        ("form", "lozenge, sublingual"),
        ("print", "S-204"),
        ("expires", "2027-12-31"),
        ("came_on", "2024-11-20"),
        ("supplier", "Hollow Street Pharmacy"),
        ("received", "60"),
    ];
    let kept = therapist.post("/practice/stock", "/practice/stock/receipt", &came).await;
    assert_eq!(kept.status, DONE, "{}", kept.text);
    let page = format!("/people/{client}/prescription");
    let dispensed = [("number", "1"), ("fate", "dispensed"), ("lozenges-counted", "6"), ("stock_lot", "1")];
    let kept = therapist.post(&page, &format!("{page}/count"), &dispensed).await;
    assert_eq!(kept.status, DONE, "{}", kept.text);
}

#[tokio::test]
async fn the_stocks_lines_are_searched_beside_those_of_people_also_after_two_years() {
    let house = House::open().await;
    let client = house.walked(Milestone::Prescribed).await.client.to_string();
    stocked(&house, &client).await;
    let mut therapist = house.signed_in(Role::Therapist).await;
    for (asked, lines) in [
        (String::new(), "3 lines in the ledger."),
        ("until=2024-11-20".to_owned(), "One line in the ledger."),
        ("from=2024-11-21".to_owned(), "2 lines in the ledger."),
        ("lot=s-204".to_owned(), "3 lines in the ledger."),
        ("lot=s-205".to_owned(), "No line answers that."),
        (format!("client={client}"), "2 lines in the ledger."),
    ] {
        let found = therapist.get(&format!("/practice/ledger?{asked}")).await;
        assert!(found.text.contains(lines), "{asked}: {}", found.text);
    }
    let page = therapist.get("/practice/ledger").await;
    assert!(page.text.contains("What ought to be there, by lot") && page.text.contains("a pharmacist must"));
    let file = therapist.get("/practice/ledger/file").await.text;
    let stock: Vec<&str> = file.lines().filter(|line| line.starts_with("stock,")).collect();
    assert_eq!(stock.len(), 2);
    assert!(stock.iter().all(|line| line.contains(",S-204,2027-12-31,54,")), "the lot's balance: {stock:?}");
    assert!(stock[0].contains("Synthetic Sam") && stock[0].contains(&client), "{}", stock[0]);
}

#[tokio::test]
async fn the_desk_and_the_auditor_read_the_stocks_lines_and_in_them_nobody() {
    let house = House::open().await;
    let client = house.walked(Milestone::Prescribed).await.client.to_string();
    stocked(&house, &client).await;
    for role in [Role::Admin, Role::Auditor] {
        let mut reader = house.signed_in(role).await;
        let page = reader.get("/practice/ledger").await.text;
        assert!(
            page.contains("2 lines in the ledger.") && page.contains("a person of the practice"),
            "{page}"
        );
        let file = reader.get("/practice/ledger/file").await.text;
        assert_eq!(file.lines().count(), 3, "the head and two lines");
        for text in [&page, &file] {
            assert!(!text.contains("Synthetic Sam") && !text.contains(&client), "{role:?}: {text}");
        }
        let asked = reader.get(&format!("/practice/ledger?client={client}")).await.text;
        assert!(asked.contains("No line answers that."), "{role:?}: to ask by person tells nothing");
        let asked = reader.get(&format!("/practice/ledger/file?client={client}")).await.text;
        assert_eq!(asked.lines().count(), 1, "{role:?}");
    }
}
