//! Records, findings, decisions, the protocol and prescriptions, through the pages.

use axum::http::StatusCode;
use journey::protocol::{DEFAULT_TOML, Protocol};
use journey::staff::Role;
use kapok::walk::Milestone;
use pages::{Language, Messages};

use crate::house::{Answer, Browser, House};

const OK: StatusCode = StatusCode::OK;
const DONE: StatusCode = StatusCode::SEE_OTHER;
const REFUSED: StatusCode = StatusCode::UNPROCESSABLE_ENTITY;

fn record(name: &str) -> Vec<u8> {
    let path = format!("{}/../../testdata/fhir/{name}", env!("CARGO_MANIFEST_DIR"));
    std::fs::read(path).unwrap()
}

/// Sends a record as the history page would.
async fn send(browser: &mut Browser, history: &str, name: &str, bytes: &[u8]) -> Answer {
    let page = browser.get(history).await;
    let (csrf, command) = (page.field("csrf"), page.field("command"));
    browser.post_file(history, &[("csrf", &csrf), ("command", &command)], Some((name, bytes))).await
}

/// A person who was met and of whom nothing is known, and where their pages are.
async fn met(house: &House) -> String {
    format!("/people/{}", house.walked(Milestone::Met).await.client)
}

#[tokio::test]
async fn a_record_is_taken_in_and_its_findings_are_screened() {
    let house = House::open().await;
    let person = met(&house).await;
    let (history, screening) = (format!("{person}/history"), format!("{person}/screening"));
    let mut therapist = house.signed_in(Role::Therapist).await;
    let name = "opioid-and-high-pressure.json";
    let sent = send(&mut therapist, &history, name, &record(name)).await;
    assert_eq!((sent.status, sent.location()), (DONE, history.as_str()), "{}", sent.text);
    let page = therapist.get(&history).await;
    for shown in
        ["7 facts are known.", name, "Viral sinusitis", "high blood pressure", "an opioid", "Condition/"]
    {
        assert!(page.text.contains(shown), "{shown} in {}", page.text);
    }
    let page = therapist.get(&screening).await;
    assert_eq!(page.status, OK);
    for shown in
        ["Blood pressure above the limit", "An opioid on the list", "160/100", "Not understood", name]
    {
        assert!(page.text.contains(shown), "{shown} in {}", page.text);
    }
    assert!(!page.text.contains("name=\"decision\""), "a therapist does not decide");
}

#[tokio::test]
async fn the_same_record_twice_adds_nothing() {
    let house = House::open().await;
    let history = format!("{}/history", met(&house).await);
    let mut therapist = house.signed_in(Role::Therapist).await;
    let bytes = record("clean.json");
    assert_eq!(send(&mut therapist, &history, "clean.json", &bytes).await.status, DONE);
    let before = house.appended();
    let again = send(&mut therapist, &history, "clean.json", &bytes).await;
    assert_eq!(again.status, REFUSED);
    assert!(again.text.contains("It adds nothing, and nothing was changed."), "{}", again.text);
    assert_eq!(house.appended(), before);
}

#[tokio::test]
async fn a_newer_reading_of_a_record_shows_what_changed_and_takes_nothing_away() {
    let house = House::open().await;
    let history = format!("{}/history", met(&house).await);
    let mut therapist = house.signed_in(Role::Therapist).await;
    let older: serde_json::Value = serde_json::from_slice(&record("opioid-and-high-pressure.json")).unwrap();
    let mut newer = older.clone();
    let entries = newer["entry"].as_array_mut().unwrap();
    let is = |entry: &serde_json::Value, kind: &str| entry["resource"]["resourceType"] == kind;
    let sinusitis = |entry: &serde_json::Value| entry.to_string().contains("Viral sinusitis");
    entries.retain(|entry| !(is(entry, "Condition") && sinusitis(entry)));
    let order = entries
        .iter_mut()
        .find(|entry| is(entry, "MedicationRequest") && entry["resource"]["status"] == "active");
    order.unwrap()["resource"]["status"] = "stopped".into();
    for (name, record) in [("may.json", &older), ("july.json", &newer)] {
        let sent = send(&mut therapist, &history, name, record.to_string().as_bytes()).await;
        assert_eq!(sent.status, DONE, "{name}: {}", sent.text);
    }
    let page = therapist.get(&history).await;
    for shown in [
        "Changed by it: one fact",
        ": active, now ",
        "One fact of its earlier reading is not in it any more. It stays",
        "7 facts are known.",
    ] {
        assert!(page.text.contains(shown), "{shown} in {}", page.text);
    }
}

#[tokio::test]
async fn a_file_that_cannot_be_read_says_why_and_takes_nothing_in() {
    let house = House::open().await;
    let history = format!("{}/history", met(&house).await);
    let mut therapist = house.signed_in(Role::Therapist).await;
    let large = vec![b' '; 200 * 1024 * 1024];
    let wrong: [(&str, &[u8], &str); 11] = [
        ("truncated.json", &record("truncated.json"), "ends in the middle, in line 66"),
        ("two.json", &record("two-people.json"), "is about 2 people"),
        ("r5.json", &record("r5.json"), "FHIR R5"),
        ("empty.json", b"", "This file is empty"),
        ("letter.xml", b"<Bundle/>", "This file is XML"),
        ("scan.pdf", b"%PDF-1.7", "This file is a PDF"),
        ("record.gz", b"\x1F\x8B\x08", "This file is compressed"),
        ("wide.json", b"\xFF\xFE{\0", "no text that can be read here"),
        ("letter.txt", b"Dear colleague", "no JSON"),
        ("package.json", b"{\"name\": \"kapok\"}", "no health record in FHIR"),
        ("large.json", &large, "larger than 32 MB"),
    ];
    for (name, bytes, says) in wrong {
        let answer = send(&mut therapist, &history, name, bytes).await;
        assert_eq!(answer.status, REFUSED, "{name}");
        assert!(answer.text.contains(says), "{name}: {}", answer.text);
        assert!(answer.text.contains("Nothing is known of their health yet."), "{name}");
    }
    let endless = vec![b' '; kapok::upload::WIRE_BYTES_MAX + 1];
    let endless = send(&mut therapist, &history, "endless.json", &endless).await;
    assert_eq!(endless.status, StatusCode::BAD_REQUEST, "no more than so much is read off the wire");
    let none = send(&mut therapist, &history, "", b"").await;
    assert!(none.status == REFUSED && none.text.contains("Please choose a file first."));
    let broken = send(&mut therapist, &history, "broken.json", &record("broken-among-good.json")).await;
    assert_eq!(broken.status, DONE, "what can be read is taken in");
    let page = therapist.get(&history).await;
    assert!(page.text.contains("7 parts of it could not be read."), "{}", page.text);
    assert!(page.text.contains("Horoscope/synthetic-d-4 is not a resource type"), "{}", page.text);
}

#[tokio::test]
async fn a_record_that_names_somebody_else_is_asked_about() {
    let house = House::open().await;
    let history = format!("{}/history", met(&house).await);
    let mut therapist = house.signed_in(Role::Therapist).await;
    let other = String::from_utf8(record("clean.json")).unwrap().replace("Synthetic", "Elsewhere");
    let asked = send(&mut therapist, &history, "other.json", other.as_bytes()).await;
    assert!(asked.status == REFUSED && asked.text.contains("Elsewhere"), "{}", asked.text);
    let csrf = asked.field("csrf");
    let fields = [("csrf", csrf.as_str()), ("theirs", "yes")];
    let sure = therapist.post_file(&history, &fields, Some(("other.json", other.as_bytes()))).await;
    assert_eq!(sure.status, DONE);
}

#[tokio::test]
async fn a_record_without_the_token_is_not_looked_at() {
    let house = House::open().await;
    let history = format!("{}/history", met(&house).await);
    let mut therapist = house.signed_in(Role::Therapist).await;
    let bytes = record("clean.json");
    let csrf = therapist.get(&history).await.field("csrf");
    let file = Some(("clean.json", bytes.as_slice()));
    for fields in [&[][..], &[("csrf", "guessed")], &[("command", "7"), ("csrf", csrf.as_str())]] {
        let answer = therapist.post_file(&history, fields, file).await;
        assert_eq!(answer.status, StatusCode::FORBIDDEN, "{fields:?}");
    }
    let stranger = house.stranger().post_file(&history, &[("csrf", "guessed")], file).await;
    assert_eq!((stranger.status, stranger.location()), (DONE, "/sign-in"));
    let mut admin = house.signed_in(Role::Admin).await;
    let csrf = admin.get("/today").await.field("csrf");
    let admin = admin.post_file(&history, &[("csrf", &csrf)], file).await;
    assert_eq!(admin.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn facts_are_told_by_hand_and_shown_to_be_wrong() {
    let house = House::open().await;
    let history = format!("{}/history", met(&house).await);
    let mut therapist = house.signed_in(Role::Therapist).await;
    let mut prescriber = house.signed_in(Role::Prescriber).await;
    let at = |entry: &str| format!("{history}/{entry}");
    let fact =
        [("kind", "medicine"), ("words", "Oxycodone 5 mg"), ("status", "active"), ("date", "last May")];
    let refused = therapist.post(&history, &at("fact"), &fact).await;
    assert!(refused.status == REFUSED && refused.text.contains("last May"), "{}", refused.text);
    let fact = [("kind", "medicine"), ("words", "Oxycodone 5 mg"), ("status", "active"), ("date", "2026-05")];
    assert_eq!(therapist.post(&history, &at("fact"), &fact).await.status, DONE);
    let pressure = [("systolic", "128"), ("diastolic", "82"), ("measured", "2026-11-20")];
    assert_eq!(therapist.post(&history, &at("pressure"), &pressure).await.status, DONE);
    let born = [("birth_date", "1970-02-03"), ("sex", "female")];
    assert_eq!(therapist.post(&history, &at("person"), &born).await.status, DONE);
    assert_eq!(therapist.post(&history, &at("person"), &born).await.status, REFUSED, "it is known already");
    let page = therapist.get(&history).await;
    for shown in ["Oxycodone 5 mg", "Written by hand by Synthetic Therapist", "128/82 mmHg", "1970"] {
        assert!(page.text.contains(shown), "{shown} in {}", page.text);
    }
    let offered = prescriber.get(&history).await;
    let fact = offered.text.split("<option value=\"by-hand/").nth(1).unwrap().split('"').next().unwrap();
    let fact = format!("by-hand/{fact}");
    let wrong =
        [("fact", fact.as_str()), ("correction", "refuted"), ("reason", "The bottle was her sister's.")];
    assert_eq!(therapist.post(&history, &at("correction"), &wrong).await.status, StatusCode::NOT_FOUND);
    assert_eq!(prescriber.post(&history, &at("correction"), &wrong).await.status, DONE);
    let page = therapist.get(&history).await;
    assert!(
        page.text.contains("refuted") && page.text.contains("The bottle was her sister"),
        "{}",
        page.text
    );
}

#[tokio::test]
async fn a_decision_answers_every_finding_and_nothing_typed_is_lost() {
    let house = House::open().await;
    let person = met(&house).await;
    let (history, screening) = (format!("{person}/history"), format!("{person}/screening"));
    let decide = format!("{screening}/decision");
    let mut prescriber = house.signed_in(Role::Prescriber).await;
    let name = "opioid-and-high-pressure.json";
    assert_eq!(send(&mut prescriber, &history, name, &record(name)).await.status, DONE);
    let page = prescriber.get(&screening).await;
    assert!(
        page.text.contains("Sign as Synthetic Prescriber") && !page.text.contains("checked"),
        "none preselected"
    );
    let opioid = [
        ("says-opioid-on-list", "may-go-ahead"),
        ("reason-opioid-on-list", "Stopped in March, with her surgeon."),
    ];
    let whole = [("reason", "Stable and accompanied."), ("conditions", ""), ("valid_until", "2027-03-01")];
    let mut fields = [&opioid[..], &whole[..], &[("decision", "cleared")]].concat();
    let refused = prescriber.post(&screening, &decide, &fields).await;
    assert_eq!(refused.status, REFUSED);
    for kept in ["Stopped in March, with her surgeon.", "Stable and accompanied.", "2027-03-01", "came-back"]
    {
        assert!(refused.text.contains(kept), "{kept}");
    }
    assert!(refused.text.contains("Blood pressure above the limit: A finding still waits for your answer"));
    fields.push(("reason-blood-pressure-uncontrolled", "Two readings of 128/80 today."));
    let unchosen = prescriber.post(&screening, &decide, &fields).await;
    assert!(unchosen.status == REFUSED && unchosen.text.contains("Two readings of 128/80 today."));
    fields.push(("says-blood-pressure-uncontrolled", "may-go-ahead"));
    let decided = prescriber.post(&screening, &decide, &fields).await;
    assert_eq!((decided.status, decided.location()), (DONE, screening.as_str()), "{}", decided.text);
    let mut therapist = house.signed_in(Role::Therapist).await;
    let page = therapist.get(&screening).await;
    for shown in
        ["is cleared until Monday 1 March 2027", "Synthetic Prescriber", "Two readings of 128/80 today."]
    {
        assert!(page.text.contains(shown), "{shown} in {}", page.text);
    }
    assert_eq!(therapist.post(&screening, &decide, &fields).await.status, StatusCode::NOT_FOUND);
    let fact = [("kind", "condition"), ("words", "Fainted twice"), ("status", "active"), ("date", "")];
    assert_eq!(therapist.post(&history, &format!("{history}/fact"), &fact).await.status, DONE);
    let page = therapist.get(&screening).await;
    assert!(page.text.contains("the history has changed since the decision"), "{}", page.text);
}

#[tokio::test]
async fn conditions_are_met_one_by_one() {
    let house = House::open().await;
    let screening = format!("/people/{}/screening", house.walked(Milestone::Told).await.client);
    let mut prescriber = house.signed_in(Role::Prescriber).await;
    let fields = [
        ("decision", "cleared-with-conditions"),
        ("reason", "Well prepared."),
        ("conditions", "ECG read\r\n\r\nA letter from the family physician"),
        ("valid_until", "2027-03-01"),
    ];
    let decided = prescriber.post(&screening, &format!("{screening}/decision"), &fields).await;
    assert_eq!(decided.status, DONE, "{}", decided.text);
    assert!(prescriber.get(&screening).await.text.contains("with 2 conditions still open"));
    let meet = format!("{screening}/condition");
    assert_eq!(prescriber.post(&screening, &meet, &[("number", "1")]).await.status, DONE);
    assert_eq!(prescriber.post(&screening, &meet, &[("number", "1")]).await.status, REFUSED);
    assert!(prescriber.get(&screening).await.text.contains("with one condition still open"));
}

#[tokio::test]
async fn a_protocol_is_signed_with_every_yes_and_by_a_prescriber_alone() {
    let house = House::open().await;
    let page = "/practice/protocol";
    let protocol: Protocol = toml::from_str(DEFAULT_TOML).unwrap();
    let names: Vec<String> =
        protocol.needs_a_yes().into_iter().map(|at| format!("yes-{}", at.path)).collect();
    let mut fields: Vec<(&str, &str)> = names.iter().skip(1).map(|name| (name.as_str(), "yes")).collect();
    fields.extend([("number", "1"), ("expires", "2027-11-22")]);
    let mut prescriber = house.signed_in(Role::Prescriber).await;
    let drawn = prescriber.get(page).await;
    assert_eq!(drawn.text.matches("type=\"checkbox\"").count(), names.len());
    assert!(!drawn.text.contains(" checked"), "no yes is given beforehand");
    let refused = prescriber.post(page, page, &fields).await;
    assert_eq!(refused.status, REFUSED);
    assert!(refused.text.contains("One figure still waits for your yes"), "{}", refused.text);
    assert_eq!(refused.text.matches(" checked").count(), names.len() - 1, "what was answered stays");
    fields.push((&names[0], "yes"));
    let mut therapist = house.signed_in(Role::Therapist).await;
    assert_eq!(therapist.post(page, page, &fields).await.status, StatusCode::NOT_FOUND);
    assert!(!therapist.get(page).await.text.contains("type=\"checkbox\""));
    let late: Vec<_> = fields.iter().copied().filter(|(name, _)| *name != "expires").collect();
    let late = prescriber.post(page, page, &[&late[..], &[("expires", "2026-11-21")]].concat()).await;
    assert!(late.status == REFUSED && late.text.contains("Please choose a last day"), "{}", late.text);
    assert_eq!(prescriber.post(page, page, &fields).await.status, DONE);
    let read = therapist.get(page).await;
    assert!(
        read.text
            .contains("Version 1 is in force until Monday 22 November 2027, signed by Synthetic Prescriber.")
    );
    assert_eq!(prescriber.post(page, page, &fields).await.status, REFUSED, "a number is signed once");
    assert_eq!(house.stranger().get(page).await.location(), "/sign-in?back=practice.protocol");
}

#[test]
fn every_figure_has_its_words_in_every_language() {
    let protocol: Protocol = toml::from_str(DEFAULT_TOML).unwrap();
    for figure in protocol.figures() {
        for key in pages::practice::protocol::messages_of(&figure.path) {
            for language in Language::ALL {
                assert!(Messages::of(language).has(&key), "{key} in {}", language.tag());
            }
        }
    }
}

#[tokio::test]
async fn a_prescription_keeps_within_the_protocol_and_is_counted() {
    let house = House::open().await;
    let page = format!("/people/{}/prescription", house.walked(Milestone::Prepared).await.client);
    let mut prescriber = house.signed_in(Role::Prescriber).await;
    let mut therapist = house.signed_in(Role::Therapist).await;
    let fields = |most: &'static str, reason: &'static str| {
        [
            ("strength_mg", "50"),
            ("lozenges", "6"),
            ("tier", "moderate"),
            ("most_mg_per_session", most),
            ("booster", "yes"),
            ("booster_mg", "50"),
            ("booster_minute", "20"),
            ("hold_minutes", "12"),
            ("afterwards", "spit"),
            ("custody", "client"),
            ("valid_until", "2027-06-01"),
            ("reason_above_usual_cap", reason),
        ]
    };
    let before = prescriber.get(&page).await;
    assert!(before.text.contains("starts a first session with 50 mg"), "{}", before.text);
    let above = prescriber.post(&page, &page, &fields("250", "")).await;
    assert_eq!(above.status, REFUSED);
    assert!(above.text.contains("id=\"field-most_mg_per_session-error\""), "{}", above.text);
    assert!(above.text.contains("value=\"250\"") && above.text.contains("2027-06-01"));
    assert_eq!(therapist.post(&page, &page, &fields("200", "")).await.status, StatusCode::NOT_FOUND);
    assert_eq!(prescriber.post(&page, &page, &fields("250", "200 mg stayed shallow.")).await.status, DONE);
    let read = therapist.get(&page).await;
    for shown in [
        "up to 250 mg a session",
        "200 mg stayed shallow.",
        "not counted yet",
        "Synthetic Prescriber",
        "More than the protocol starts a first session with: 50 mg.",
    ] {
        assert!(read.text.contains(shown), "{shown} in {}", read.text);
    }
    let count = format!("{page}/count");
    let wasted = [("number", "1"), ("fate", "wasted"), ("lozenges-counted", "1"), ("lot", "K-17")];
    let refused = therapist.post(&page, &count, &wasted).await;
    assert!(
        refused.status == REFUSED
            && refused.text.contains("K-17")
            && refused.text.contains("who else saw it")
    );
    let came = [("number", "1"), ("fate", "dispensed"), ("lozenges-counted", "6")];
    let nameless = therapist.post(&page, &count, &came).await;
    assert!(nameless.status == REFUSED && nameless.text.contains("name the pharmacy or supplier"));
    let came = [&came[..], &[("came_on", "2026-11-20"), ("supplier", "Hollow Street Pharmacy")]].concat();
    assert_eq!(therapist.post(&page, &count, &came).await.status, DONE);
    assert!(therapist.get(&page).await.text.contains("6 came, 0 gone, 6 ought to be here"));
    let revoke = format!("{page}/revocation");
    assert_eq!(prescriber.post(&page, &revoke, &[("number", "1"), ("reason", " ")]).await.status, REFUSED);
    let reason = [("number", "1"), ("reason", "A new medicine for the heart.")];
    assert_eq!(therapist.post(&page, &revoke, &reason).await.status, StatusCode::NOT_FOUND);
    assert_eq!(prescriber.post(&page, &revoke, &reason).await.status, DONE);
    let read = therapist.get(&page).await;
    assert!(read.text.contains("No prescription") && read.text.contains("A new medicine for the heart."));
}

#[tokio::test]
async fn a_count_that_does_not_match_is_put_right_or_reviewed_by_the_prescriber() {
    let house = House::open().await;
    let person = format!("/people/{}", house.walked(Milestone::Prescribed).await.client);
    let (page, tasks) = (format!("{person}/prescription"), format!("{person}/tasks"));
    let (count, correction, review) =
        (format!("{page}/count"), format!("{page}/count/correction"), format!("{page}/count/review"));
    let mut prescriber = house.signed_in(Role::Prescriber).await;
    let mut therapist = house.signed_in(Role::Therapist).await;
    for (fate, lozenges) in [("brought", "4"), ("found", "3"), ("found", "1")] {
        house.app.clock.advance(jiff::SignedDuration::from_mins(1));
        let fields = [("number", "1"), ("fate", fate), ("lozenges-counted", lozenges)];
        assert_eq!(therapist.post(&page, &count, &fields).await.status, DONE);
    }
    let shown = therapist.get(&page).await;
    for words in ["4 ought to be there, 3 were counted.", "3 ought to be there, 1 were counted."] {
        assert!(shown.text.contains(words), "{words} in {}", shown.text);
    }
    assert!(shown.text.contains("A prescriber closes this."), "and no form for others");
    assert!(therapist.get(&tasks).await.text.contains("The count of lozenges does not add up"));
    let newest = shown.text.split("name=\"line\"").nth(1).unwrap();
    let newest = newest.split("option value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let right = [("line", newest.as_str()), ("lozenges-truly", "3"), ("reason", "Two had stuck together.")];
    assert_eq!(therapist.post(&page, &correction, &right).await.status, DONE);
    let shown = prescriber.get(&page).await;
    assert!(!shown.text.contains("1 were counted") && shown.text.contains("Two had stuck together."));
    let line = shown.text.split("id=\"finding-").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let found = [("line", line.as_str()), ("finding", "One is at home; seen."), ("lost", "no")];
    assert_eq!(therapist.post(&page, &review, &found).await.status, StatusCode::NOT_FOUND);
    let empty = [("line", line.as_str()), ("finding", " "), ("lost", "no")];
    assert_eq!(prescriber.post(&page, &review, &empty).await.status, REFUSED);
    assert_eq!(prescriber.post(&page, &review, &found).await.status, DONE);
    let shown = therapist.get(&page).await;
    assert!(
        shown.text.contains("One is at home; seen.") && !shown.text.contains("A prescriber closes this.")
    );
    assert!(
        therapist.get(&tasks).await.text.contains("One is at home; seen."),
        "how it ended is on the record"
    );
}

#[tokio::test]
async fn nothing_is_prescribed_over_what_the_page_did_not_show() {
    let house = House::open().await;
    let page = format!("/people/{}/prescription", house.walked(Milestone::Prescribed).await.client);
    let mut prescriber = house.signed_in(Role::Prescriber).await;
    let older = prescriber.get(&page).await.field("seen");
    let fields = |most: &'static str| {
        [
            ("strength_mg", "25"),
            ("lozenges", "4"),
            ("tier", "psycholytic"),
            ("most_mg_per_session", most),
            ("booster", "no"),
            ("hold_minutes", "12"),
            ("afterwards", "spit"),
            ("custody", "client"),
            ("valid_until", "2027-06-01"),
        ]
    };
    assert_eq!(prescriber.post(&page, &page, &fields("25")).await.status, DONE);
    for seen in [older.as_str(), "", "0"] {
        let late = [&fields("100")[..], &[("seen", seen)]].concat();
        let late = prescriber.post(&page, &page, &late).await;
        assert_eq!(late.status, REFUSED, "{seen}");
        for shown in ["has changed since you opened", "No. 2", "value=\"100\"", "value=\"2027-06-01\""] {
            assert!(late.text.contains(shown), "{shown} in {}", late.text);
        }
        assert!(late.text.contains("up to 25 mg a session"), "the lowered one still stands: {}", late.text);
    }
    assert!(prescriber.get(&page).await.text.contains("replaced by no. 2"));
    let typo = [("number", "2"), ("reason", "A typing error.")];
    assert_eq!(prescriber.post(&page, &format!("{page}/revocation"), &typo).await.status, DONE);
    let now = prescriber.get(&page).await.text;
    assert!(now.contains("No prescription") && !now.contains("up to 100 mg a session"), "{now}");
}

#[tokio::test]
async fn a_decision_made_on_an_older_page_says_what_has_come_and_asks_again() {
    let house = House::open().await;
    let client = house.walked(Milestone::Told).await.client;
    let (screening, history) = (format!("/people/{client}/screening"), format!("/people/{client}/history"));
    let mut prescriber = house.signed_in(Role::Prescriber).await;
    let opened = prescriber.get(&screening).await;
    let (seen, opened_at) = (opened.field("seen"), opened.field("opened_at"));
    house.app.clock.advance(jiff::SignedDuration::from_mins(5));
    let medicine = [("kind", "medicine"), ("words", "Tramadol"), ("status", "active"), ("date", "")];
    let told = prescriber.post(&history, &format!("{history}/fact"), &medicine).await;
    assert_eq!(told.status, DONE, "{}", told.text);
    let fields = |seen: &str, opened_at: &str| {
        [
            ("decision", "deferred"),
            ("reason", "First the letter from the heart."),
            ("seen", seen),
            ("opened_at", opened_at),
        ]
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
    };
    for old in [fields(&seen, &opened_at), fields("", "")] {
        let old: Vec<(&str, &str)> =
            old.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        let late = prescriber.post(&screening, &format!("{screening}/decision"), &old).await;
        assert_eq!(late.status, REFUSED, "{}", late.text);
        let since = late.text.split("Since you opened this page").nth(1).unwrap();
        assert!(since.contains("Tramadol") && since.contains("First the letter from the heart."), "{since}");
    }
    let fresh = [("decision", "deferred"), ("reason", "First the letter from the heart.")];
    let decided = prescriber.post(&screening, &format!("{screening}/decision"), &fresh).await;
    assert_eq!(decided.status, DONE, "{}", decided.text);
}

#[tokio::test]
async fn lozenges_are_destroyed_before_somebody_else() {
    let house = House::open().await;
    let page = format!("/people/{}/prescription", house.walked(Milestone::Prescribed).await.client);
    let mut therapist = house.signed_in(Role::Therapist).await;
    let me = house.cast().therapist.to_string();
    let other = house.cast().prescriber.to_string();
    assert!(
        !therapist.get(&page).await.text.contains(&format!("value=\"{me}\"")),
        "nobody is offered themselves"
    );
    let sends = |staff: &'static str, written: &'static str, manner: &'static str| {
        [
            ("number", "1"),
            ("fate", "wasted"),
            ("lozenges-counted", "1"),
            ("witness_staff", staff),
            ("witness", written),
            ("manner", manner),
        ]
    };
    let count = format!("{page}/count");
    let own = sends("", "S. T.", "dissolved");
    let refused = therapist.post(&page, &count, &own).await;
    assert!(
        refused.status == REFUSED && refused.text.contains("let a second person see it"),
        "{}",
        refused.text
    );
    let silent = sends("", "J. S.", "");
    assert_eq!(therapist.post(&page, &count, &silent).await.status, REFUSED);
    let mut mine = sends("", "", "dissolved");
    mine[3].1 = me.leak();
    assert_eq!(therapist.post(&page, &count, &mine).await.status, REFUSED);
    mine[3].1 = other.leak();
    assert_eq!(therapist.post(&page, &count, &mine).await.status, DONE);
    assert!(therapist.get(&page).await.text.contains("seen by Synthetic Prescriber"));
}

#[tokio::test]
async fn an_admin_sees_none_of_it() {
    let house = House::open().await;
    let person = format!("/people/{}", house.walked(Milestone::Told).await.client);
    for role in [Role::Admin, Role::Auditor] {
        let mut browser = house.signed_in(role).await;
        for place in ["history", "screening", "prescription"] {
            let answer = browser.get(&format!("{person}/{place}")).await;
            assert_eq!(answer.status, StatusCode::NOT_FOUND, "{role:?} {place}");
        }
        assert_eq!(browser.get("/practice/protocol").await.status, OK, "{role:?}");
    }
    let mut monitor = house.signed_in(Role::Monitor).await;
    assert_eq!(monitor.get(&format!("{person}/history")).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn what_no_rule_understands_is_read_by_a_prescriber_under_their_name() {
    let house = House::open().await;
    let client = house.walked(Milestone::Told).await.client;
    let (history, screening) = (format!("/people/{client}/history"), format!("/people/{client}/screening"));
    let mut therapist = house.signed_in(Role::Therapist).await;
    let odd = [("kind", "condition"), ("words", "Wrenched ankle of the left"), ("status", "active")];
    assert_eq!(therapist.post(&history, &format!("{history}/fact"), &odd).await.status, DONE);
    let seen = therapist.get(&screening).await.text;
    assert!(seen.contains("Wrenched ankle") && !seen.contains("read, no bearing"), "{seen}");
    let mut prescriber = house.signed_in(Role::Prescriber).await;
    let page = prescriber.get(&screening).await;
    let place = (0..20).find(|place| page.text.contains(&format!("name=\"read-{place}\""))).unwrap();
    let marked: Vec<(String, String)> = (place..20)
        .map(|place| format!("read-{place}"))
        .take_while(|name| page.text.contains(&format!("name=\"{name}\"")))
        .map(|name| (name.clone(), page.field(&name)))
        .collect();
    let read = format!("{screening}/read");
    let fields: Vec<(&str, &str)> = marked
        .iter()
        .map(|(name, ids)| (name.as_str(), ids.as_str()))
        .chain([("read-words", "Healed.")])
        .collect();
    let by_therapist = therapist.post(&screening, &read, &fields).await;
    assert_eq!(by_therapist.status, StatusCode::NOT_FOUND, "a therapist does not read it away");
    let nothing = prescriber.post(&screening, &read, &[("read-words", "all of it")]).await;
    assert_eq!(nothing.status, REFUSED, "only what is marked is read");
    assert_eq!(prescriber.post(&screening, &read, &fields).await.status, DONE);
    let shown = therapist.get(&screening).await.text;
    assert!(shown.contains("Read by Synthetic Prescriber") && shown.contains("Healed."), "{shown}");
    assert!(shown.contains("Wrenched ankle"), "what was read stays on the page");
}

#[tokio::test]
async fn a_part_of_the_work_up_is_written_in_and_reopens_what_it_speaks_against() {
    let house = House::open().await;
    let client = house.walked(Milestone::Cleared).await.client;
    let (history, screening) = (format!("/people/{client}/history"), format!("/people/{client}/screening"));
    let mut therapist = house.signed_in(Role::Therapist).await;
    let before = therapist.get(&screening).await.text;
    assert!(before.contains("No STOP-BANG") && before.contains("?part=stop-bang#work-up"), "{before}");
    assert!(!before.contains("Since the decision"), "{before}");
    let asked = therapist.get(&format!("{history}?part=stop-bang")).await.text;
    assert!(asked.contains("value=\"stop-bang\" selected"), "{asked}");
    let sends = |part: &'static str, result: &'static str| {
        [("part", part), ("done_on", "2026-11-20"), ("name", "Town laboratory"), ("result", result)]
    };
    let write = format!("{history}/work-up");
    let wrong = therapist.post(&history, &write, &sends("alt", "high")).await;
    assert_eq!(wrong.status, REFUSED);
    assert!(wrong.text.contains("write a number for a value") && wrong.text.contains("Town laboratory"));
    assert_eq!(therapist.post(&history, &write, &sends("stop-bang", "2")).await.status, DONE);
    let after = therapist.get(&screening).await.text;
    assert!(!after.contains("No STOP-BANG") && after.contains("Since the decision"), "{after}");
    assert!(after.contains("The work-up, as it was read"), "{after}");
    assert!(!after.contains("may not be dosed now"), "nothing is reopened: {after}");
    house.app.clock.advance(jiff::SignedDuration::from_mins(1));
    assert_eq!(therapist.post(&history, &write, &sends("alt", "600")).await.status, DONE);
    let reopened = therapist.get(&screening).await.text;
    assert!(reopened.contains("may not be dosed now") && reopened.contains("New finding"), "{reopened}");
    let tasks = house.signed_in(Role::Prescriber).await.get(&format!("/people/{client}/tasks")).await.text;
    assert!(tasks.contains("The history has changed since the clearance"), "{tasks}");
}

#[tokio::test]
async fn laboratory_values_are_shown_as_written_and_as_read_and_odd_ones_are_for_a_person() {
    let house = House::open().await;
    let person = met(&house).await;
    let (history, screening) = (format!("{person}/history"), format!("{person}/screening"));
    let mut therapist = house.signed_in(Role::Therapist).await;
    for (name, shown) in [
        ("findings/laboratory-in-si-units.json", "read as 1.1 mg/dL"),
        ("findings/laboratory-hardly-possible.json", "hardly a possible value in this unit"),
    ] {
        let short = name.rsplit('/').next().unwrap();
        let sent = send(&mut therapist, &history, short, &record(name)).await;
        assert_eq!(sent.status, DONE, "{name}: {}", sent.text);
        let page = therapist.get(&screening).await;
        assert!(page.text.contains(shown), "{shown} in {}", page.text);
    }
    let score = [("part", "stop-bang"), ("done_on", "2026-11-20"), ("name", "S. Sample"), ("result", "6")];
    assert_eq!(therapist.post(&history, &format!("{history}/work-up"), &score).await.status, DONE);
    let page = therapist.get(&screening).await;
    assert!(page.text.contains("STOP-BANG: high risk of sleep apnoea"), "{}", page.text);
}

#[tokio::test]
async fn a_screening_that_two_people_read_says_that_it_has_changed_and_by_whom() {
    let house = House::open().await;
    let client = house.walked(Milestone::Cleared).await.client;
    let (history, screening) = (format!("/people/{client}/history"), format!("/people/{client}/screening"));
    let mut prescriber = house.signed_in(Role::Prescriber).await;
    let page = prescriber.get(&screening).await.text;
    let (_, rest) = page.split_once("data-seen=\"").unwrap();
    let seen = format!("{screening}?seen={}", rest.split('"').next().unwrap());
    assert_eq!(prescriber.get(&seen).await.status, StatusCode::NO_CONTENT);
    house.app.clock.advance(jiff::SignedDuration::from_mins(1));
    let mut therapist = house.signed_in(Role::Therapist).await;
    let told = [("kind", "medicine"), ("words", "Oxycodone 5 mg"), ("status", "active")];
    assert_eq!(therapist.post(&history, &format!("{history}/fact"), &told).await.status, DONE);
    let anew = prescriber.get(&seen).await;
    assert_eq!(anew.status, OK);
    assert!(anew.text.contains("This page has changed: Synthetic Therapist"), "{}", anew.text);
    assert!(anew.text.contains("An opioid on the list"), "{}", anew.text);
    let half = [("decision", "cleared"), ("reason", " ")];
    let back = prescriber.post(&screening, &format!("{screening}/decision"), &half).await;
    assert_eq!(back.status, REFUSED);
    assert!(!back.text.contains("data-page"), "what came back to be mended is not swapped away");
}
