//! The protocol's draft, versions, comparison and files, through the pages.

use axum::http::{StatusCode, header};
use journey::protocol::Protocol;
use journey::staff::Role;
use kapok::protocol_file::{self, SHIPPED};

use crate::house::{Answer, Browser, House};

const PAGE: &str = "/practice/protocol";
const DRAFT: &str = "/practice/protocol/draft";
const DONE: StatusCode = StatusCode::SEE_OTHER;
const REFUSED: StatusCode = StatusCode::UNPROCESSABLE_ENTITY;
const NOWHERE: StatusCode = StatusCode::NOT_FOUND;

async fn begin(prescriber: &mut Browser, from: &str) -> Answer {
    prescriber.post(PAGE, &format!("{DRAFT}/begin"), &[("from", from)]).await
}

/// Sends one group of the draft as its page would, with these fields changed.
async fn keep(prescriber: &mut Browser, group: &str, changed: &[(&str, &str)], reason: &str) -> Answer {
    let fields: Vec<(String, &str)> =
        changed.iter().map(|(path, value)| (format!("value-{path}"), *value)).collect();
    let mut sent: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (name.as_str(), *value)).collect();
    sent.extend([("group", group), ("reason", reason)]);
    prescriber.post(&format!("{DRAFT}?group={group}"), DRAFT, &sent).await
}

/// Signs what the form of the next version shows, with a yes to everything that asks for one.
async fn sign(prescriber: &mut Browser, protocol: &Protocol, number: &str) -> Answer {
    let form = format!("{PAGE}?anew=yes");
    let drawn = prescriber.get(&form).await;
    let names: Vec<String> =
        protocol.needs_a_yes().into_iter().map(|at| format!("yes-{}", at.path)).collect();
    let mut fields: Vec<(&str, &str)> = names.iter().map(|name| (name.as_str(), "yes")).collect();
    fields.extend([("number", number), ("expires", "2027-11-22")]);
    let draft = if drawn.text.contains("name=\"draft\"") { drawn.field("draft") } else { String::new() };
    if !draft.is_empty() {
        fields.push(("draft", &draft));
    }
    prescriber.post(&form, PAGE, &fields).await
}

async fn send(prescriber: &mut Browser, file: Option<(&str, &[u8])>) -> Answer {
    let csrf = prescriber.get(PAGE).await.field("csrf");
    prescriber.post_file(&format!("{DRAFT}/file"), &[("csrf", &csrf)], file).await
}

#[tokio::test]
async fn a_draft_is_changed_compared_signed_and_kept_as_a_version() {
    let house = House::open().await;
    let mut prescriber = house.signed_in(Role::Prescriber).await;
    assert_eq!(sign(&mut prescriber, &SHIPPED, "1").await.status, DONE);
    assert_eq!(begin(&mut prescriber, "1").await.location(), DRAFT);
    let begun = prescriber.get(DRAFT).await;
    assert!(begun.text.contains("The draft of version 2: nothing is changed yet."), "{}", begun.text);
    let reason = "We see people twice a week.";
    let changed = [("dosing.interval_hours_min", "48"), ("dosing.reduced_start_weight_tenths_kg", "< 52.5")];
    assert_eq!(keep(&mut prescriber, "dosing", &changed, reason).await.status, DONE);
    let draft = prescriber.get(DRAFT).await.text;
    for shown in [
        "2 figures are changed",
        "72\u{a0}h → 48\u{a0}h",
        "Less cautious than shipped",
        "Synthetic Prescriber",
        reason,
    ] {
        assert!(draft.contains(shown), "{shown} in {draft}");
    }
    assert_eq!(house.app.store.practice().protocol_in_force(house.app.clock.now()).unwrap().number, 1);
    let compared = prescriber.get("/practice/protocol/compare?before=1&after=draft").await.text;
    assert!(
        compared.contains("2 figures differ.") && compared.contains("One is less cautious."),
        "{compared}"
    );
    let proposed = house.app.store.practice().draft.clone().unwrap().protocol;
    let unanswered = sign(&mut prescriber, &SHIPPED, "2").await;
    assert!(unanswered.status == REFUSED && unanswered.text.contains("still waits for your yes"));
    assert_eq!(sign(&mut prescriber, &proposed, "2").await.status, DONE);
    let practice = house.app.store.practice();
    let in_force = practice.protocol_in_force(house.app.clock.now()).unwrap();
    assert_eq!((in_force.number, in_force.protocol.dosing.interval_hours_min.value), (2, 48));
    assert_eq!(in_force.protocol.dosing.reduced_start_weight_tenths_kg.value.number(), 525);
    assert_eq!(practice.draft, None);
    let mut therapist = house.signed_in(Role::Therapist).await;
    let read = therapist.get(PAGE).await.text;
    assert!(read.contains("Version 2 is in force") && read.contains("version 1"), "{read}");
    let older = therapist.get(&format!("{PAGE}?version=1")).await.text;
    assert!(
        older.contains("Version 1 as it was signed by Synthetic Prescriber") && older.contains("72\u{a0}h")
    );
    assert_eq!(therapist.get(&format!("{PAGE}?version=7")).await.status, NOWHERE);
    let again = prescriber.get(&format!("{PAGE}?anew=yes")).await.text;
    assert!(again.contains("the figures of the newest version, once more"), "its own figures are not lost");
}

#[tokio::test]
async fn what_was_typed_into_a_group_is_never_lost() {
    let house = House::open().await;
    let mut prescriber = house.signed_in(Role::Prescriber).await;
    begin(&mut prescriber, "shipped").await;
    let changed = [("tiers.ceiling_mg", "lots"), ("tiers.moderate_mg_max", "90")];
    let refused = keep(&mut prescriber, "tiers", &changed, "A trial of ours.").await;
    assert_eq!(refused.status, REFUSED);
    for kept in ["value=\"lots\"", "value=\"90\"", "A trial of ours.", "Please write it like 300"] {
        assert!(refused.text.contains(kept), "{kept} in {}", refused.text);
    }
    assert!(prescriber.get(DRAFT).await.text.contains("nothing is changed yet"), "all or none");
    let silent = keep(&mut prescriber, "tiers", &changed[1..], " ").await;
    assert!(silent.status == REFUSED && silent.text.contains("value=\"90\""));
    assert!(silent.text.contains("id=\"field-reason-error\""), "{}", silent.text);
    assert_eq!(keep(&mut prescriber, "tiers", &changed[1..], "A trial of ours.").await.status, DONE);
    let faulty = prescriber.get(&format!("{DRAFT}?group=tiers")).await.text;
    assert!(faulty.contains("It must not be smaller than “Tiers and ceilings: Largest total, psycholytic”."));
    let overview = prescriber.get(DRAFT).await.text;
    assert!(!overview.contains("Read it and sign"), "a draft with faults is not offered to be signed");
    let proposed = house.app.store.practice().draft.clone().unwrap().protocol;
    assert_eq!(sign(&mut prescriber, &proposed, "1").await.status, REFUSED);
    assert_eq!(prescriber.get(&format!("{DRAFT}?group=nowhere")).await.status, NOWHERE);
}

#[tokio::test]
async fn a_draft_is_signed_only_as_it_was_read() {
    let house = House::open().await;
    let mut prescriber = house.signed_in(Role::Prescriber).await;
    begin(&mut prescriber, "shipped").await;
    let names: Vec<String> = SHIPPED.needs_a_yes().into_iter().map(|at| format!("yes-{}", at.path)).collect();
    let mut fields: Vec<(&str, &str)> = names.iter().map(|name| (name.as_str(), "yes")).collect();
    let read = prescriber.get(&format!("{PAGE}?anew=yes")).await.field("draft");
    fields.extend([("number", "1"), ("expires", "2027-11-22")]);
    let without = prescriber.post(PAGE, PAGE, &fields).await;
    assert!(without.status == REFUSED && without.text.contains("has changed since you read it"));
    keep(&mut prescriber, "dosing", &[("dosing.interval_hours_min", "96")], "Once a week.").await;
    fields.push(("draft", &read));
    let stale = prescriber.post(PAGE, PAGE, &fields).await;
    assert!(
        stale.status == REFUSED && stale.text.contains("has changed since you read it"),
        "{}",
        stale.text
    );
    let asked = "name=\"yes-dosing.interval_hours_min\" value=\"yes\">";
    assert!(stale.text.contains(asked), "a figure that changed asks anew");
    assert_eq!(stale.text.matches(" checked").count(), names.len(), "what did not change keeps its yes");
    assert!(house.app.store.practice().protocols.is_empty());
}

#[tokio::test]
async fn a_file_becomes_a_draft_or_says_all_that_is_wrong() {
    let house = House::open().await;
    let mut prescriber = house.signed_in(Role::Prescriber).await;
    let told =
        SHIPPED.to_toml().replace("interval_hours_min = { value = 72", "interval_hours_min = { value = 24");
    let broken = told
        .replace("interval_hours_min = { value = 24", "interval_hours_min = { value = \"24\"")
        .replace("valid_months", "valid_years");
    let refused = send(&mut prescriber, Some(("own.toml", broken.as_bytes()))).await;
    assert_eq!(refused.status, REFUSED);
    for said in ["dosing.interval_hours_min: ", "consent.valid_years: ", "consent.valid_months: missing"] {
        assert!(refused.text.contains(said), "{said} in {}", refused.text);
    }
    assert_eq!(send(&mut prescriber, None).await.status, REFUSED);
    let large = "#".repeat(protocol_file::FILE_BYTES_MAX + 1);
    assert!(send(&mut prescriber, Some(("large.toml", large.as_bytes()))).await.text.contains("larger than"));
    assert!(send(&mut prescriber, Some(("odd.toml", &[0xff, 0xfe]))).await.text.contains("not text"));
    assert_eq!(house.app.store.practice().draft, None);
    assert_eq!(send(&mut prescriber, Some(("own.toml", told.as_bytes()))).await.location(), DRAFT);
    let draft = prescriber.get(DRAFT).await.text;
    assert!(draft.contains("“own.toml”") && draft.contains("One figure is less cautious"), "{draft}");
    let taken = house.app.store.practice().draft.clone().unwrap().protocol;
    let asked: Vec<String> = taken.needs_a_yes().into_iter().map(|at| at.path).collect();
    assert!(asked.contains(&"dosing.interval_hours_min".to_owned()), "a file does not vouch for itself");
    assert_eq!(send(&mut prescriber, Some(("own.toml", told.as_bytes()))).await.status, REFUSED, "one draft");
    let discarded = prescriber.post(DRAFT, &format!("{DRAFT}/discard"), &[]).await;
    assert_eq!(discarded.location(), PAGE);
    assert_eq!(prescriber.get(DRAFT).await.location(), PAGE, "there is none any more");
}

#[tokio::test]
async fn a_protocol_is_taken_out_as_a_file_that_reads_back() {
    let house = House::open().await;
    let mut prescriber = house.signed_in(Role::Prescriber).await;
    begin(&mut prescriber, "shipped").await;
    keep(&mut prescriber, "dosing", &[("dosing.interval_hours_min", "96")], "Once a week.").await;
    let file = prescriber.get(&format!("{PAGE}/file?of=draft")).await;
    let read = protocol_file::read(&file.text).unwrap();
    assert_eq!(read, house.app.store.practice().draft.clone().unwrap().protocol);
    let named = file.headers.get(header::CONTENT_DISPOSITION).unwrap();
    assert_eq!(named, "attachment; filename=\"kapok-protocol-draft.toml\"");
    let mut therapist = house.signed_in(Role::Therapist).await;
    let shipped = therapist.get(&format!("{PAGE}/file?of=shipped")).await;
    assert_eq!(protocol_file::read(&shipped.text).as_ref(), Ok(&*SHIPPED));
    for nothing in ["draft", "9", "../secrets"] {
        assert_eq!(therapist.get(&format!("{PAGE}/file?of={nothing}")).await.status, NOWHERE, "{nothing}");
    }
}

#[tokio::test]
async fn a_draft_is_the_prescribers_alone() {
    let house = House::open().await;
    let mut prescriber = house.signed_in(Role::Prescriber).await;
    begin(&mut prescriber, "shipped").await;
    for role in Role::ALL.into_iter().filter(|role| *role != Role::Prescriber) {
        let mut other = house.signed_in(role).await;
        assert_eq!(other.get(DRAFT).await.status, NOWHERE, "{role:?}");
        let compared = other.get("/practice/protocol/compare?before=shipped&after=draft").await;
        assert_eq!(compared.status, NOWHERE, "{role:?}");
        let csrf = prescriber.get("/enquiry").await.field("csrf");
        let same = [("origin", "http://house.test"), ("sec-fetch-site", "same-origin")];
        for act in ["", "/begin", "/discard"] {
            let done = other.post_bare(&format!("{DRAFT}{act}"), &[("csrf", &csrf)], &same).await;
            assert!(matches!(done.status, StatusCode::NOT_FOUND | StatusCode::FORBIDDEN), "{role:?} {act}");
        }
    }
    assert!(house.app.store.practice().draft.is_some());
}
