//! What nobody would type: odd addresses, odd fields and odd acts break nothing.

use axum::http::StatusCode;
use journey::staff::Role;
use kapok::chance;
use kapok::walk::Milestone;
use serde_json::{Value, json};

use crate::house::{Answer, Browser, House};

/// Strings that have broken programs before.
const ODD: [&str; 22] = [
    "",
    " ",
    "\0",
    "\u{202e}drow",
    "\u{1f469}\u{200d}\u{1f680}",
    "e\u{301}\u{fe0f}",
    "-1",
    "0",
    "65536",
    "4294967296",
    "99999999999999999999999999",
    "1e309",
    "NaN",
    "-inf",
    "9999-12-31",
    "-009999-01-01",
    "2026-02-30",
    "-009999-01-02T01:59:59Z",
    "<script>alert(1)</script>",
    "' OR 1=1 --",
    "..%2f..%2fetc%2fpasswd",
    "a\r\nset-cookie: b=c",
];

/// The same few figures every time, in no order.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap() % sides
    }
}

fn odd(dice: &mut Dice) -> String {
    match dice.roll(ODD.len() + 1) {
        place if place < ODD.len() => ODD[place].to_owned(),
        _ => "\u{e9}".repeat(20_000),
    }
}

fn in_address(text: &str) -> String {
    let letters = text.bytes().take(600).map(|byte| match byte {
        b'a'..=b'z' | b'0'..=b'9' | b'-' => char::from(byte).to_string(),
        _ => format!("%{byte:02X}"),
    });
    letters.collect()
}

fn holds(answer: &Answer, what: &str) {
    assert!(!answer.status.is_server_error(), "{what}: {} {}", answer.status, answer.text);
    let injected =
        answer.headers.get_all("set-cookie").iter().any(|cookie| cookie.as_bytes().starts_with(b"b="));
    assert!(!injected, "{what}: a header was let in");
    assert!(!answer.text.contains("<script>alert(1)"), "{what}: markup was let in");
}

/// The forms of a page: where each goes, with the fields that it has.
fn forms(page: &str) -> Vec<(String, Vec<(String, String)>)> {
    let attribute = |tag: &str, name: &str| {
        let (_, rest) = tag.split_once(&format!(" {name}=\""))?;
        rest.split('"').next().map(|value| value.replace("&amp;", "&"))
    };
    let each = page.split("<form").skip(1).filter_map(|rest| {
        let (form, _) = rest.split_once("</form>")?;
        let action = attribute(form.split('>').next()?, "action")?;
        let tags = form.split('<').filter_map(|tag| tag.split('>').next());
        let fields = tags
            .filter_map(|tag| Some((attribute(tag, "name")?, attribute(tag, "value").unwrap_or_default())));
        Some((action, fields.collect()))
    });
    each.collect()
}

async fn clients_browser(house: &House, client: &str, opens: &str) -> Browser {
    let page = format!("/people/{client}/links");
    let made = house.signed_in(Role::Therapist).await.post(&page, &page, &[("opens", opens)]).await;
    let (_, rest) = made.text.split_once("://house.test/l/").unwrap();
    let path = format!("/l/{}", &rest[..32]);
    let mut browser = house.stranger();
    browser.post(&path, &path, &[]).await;
    browser
}

#[tokio::test]
async fn odd_addresses_are_answered_like_any_that_lead_nowhere() {
    let house = House::open().await;
    let walker = house.walked(Milestone::Dosed).await;
    let mut dice = Dice(1);
    let (client, session) = (walker.client.to_string(), walker.session.to_string());
    let mut asked = 0;
    for role in [Role::Therapist, Role::Prescriber] {
        let mut browser = house.signed_in(role).await;
        for route in &house.listed {
            for round in 0..8 {
                let (one, two) = (in_address(&odd(&mut dice)), in_address(&odd(&mut dice)));
                let named = if round % 2 == 0 { client.clone() } else { one.clone() };
                let path = route
                    .path
                    .replace("{client}", &named)
                    .replace("{session}", if round == 2 { &session } else { &two });
                let path = path.replace("{secret}", &one).replace("{name}", &two);
                let query = format!(
                    "{path}?part={}&seen={two}&back={one}&code={two}&anew={one}",
                    in_address(&odd(&mut dice))
                );
                holds(&browser.get(&query).await, &query);
                asked += 1;
            }
        }
    }
    assert!(asked > 500, "{asked}");
}

#[tokio::test]
async fn odd_fields_in_every_form_are_refused_and_break_nothing() {
    let house = House::open().await;
    let walker = house.walked(Milestone::Integrated).await;
    let client = walker.client.to_string();
    let mut browsers = vec![
        clients_browser(&house, &client, "home").await,
        clients_browser(&house, &client, "consent").await,
    ];
    for role in [Role::Therapist, Role::Prescriber] {
        browsers.push(house.signed_in(role).await);
    }
    let pages: Vec<String> = house
        .listed
        .iter()
        .filter(|route| route.method == "GET")
        .map(|route| {
            route.path.replace("{client}", &client).replace("{session}", &walker.session.to_string())
        })
        .collect();
    let (mut dice, mut sent) = (Dice(2), 0);
    for mut browser in browsers {
        for page in &pages {
            let found = forms(&browser.get(page).await.text);
            for (action, fields) in
                found.iter().filter(|(action, _)| action != "/sign-out" && action != "/sign-in")
            {
                for _ in 0..4 {
                    let spared = dice.roll(fields.len() + 1);
                    let fields: Vec<(String, String)> = fields
                        .iter()
                        .enumerate()
                        .map(|(place, (name, value))| {
                            let keep = name == "csrf" || place == spared || dice.roll(3) == 0;
                            (name.clone(), if keep { value.clone() } else { odd(&mut dice) })
                        })
                        .collect();
                    let fields: Vec<(&str, &str)> =
                        fields.iter().map(|(name, value)| (&**name, &**value)).collect();
                    let from = [("origin", "http://house.test"), ("sec-fetch-site", "same-origin")];
                    holds(
                        &browser.post_bare(action, &fields, &from).await,
                        &format!("{action} {fields:.200?}"),
                    );
                    sent += 1;
                }
            }
        }
    }
    assert!(sent > 200, "{sent}");
    for role in [Role::Therapist, Role::Prescriber] {
        let mut browser = house.signed_in(role).await;
        for page in &pages {
            holds(&browser.get(page).await, page);
        }
    }
}

/// Acts as a tablet sends them, one of each shape.
fn acts() -> Vec<Value> {
    vec![
        json!({ "act": "open", "room": "x" }),
        json!({ "act": "confirm_identity" }),
        json!({ "act": "take_vitals", "systolic_mmhg": 122, "diastolic_mmhg": 78, "heart_rate_per_minute": 72,
            "spo2_percent": 98, "respiratory_rate_per_minute": 14, "moaas": 5, "dissociation_0_10": 0 }),
        json!({ "act": "administer_dose", "dose_mg": 50, "lozenges": 1, "hold_minutes": 12 }),
        json!({ "act": "administer_booster", "dose_mg": 25, "lozenges": 1, "hold_minutes": 12 }),
        json!({ "act": "record_dose_outside_gate", "dose_mg": 50, "lozenges": 1, "hold_minutes": 12, "reason": "x" }),
        json!({ "act": "end_hold", "minutes": 12, "end": "swallowed" }),
        json!({ "act": "notice_onset" }),
        json!({ "act": "enter_phase", "phase": "return" }),
        json!({ "act": "chart", "entry": { "group": "breath", "code": "long-sigh", "words": "x", "strength": 2 } }),
        json!({ "act": "slow_down", "arose": "strong_emotion", "offered": ["voice"], "came": "x" }),
        json!({ "act": "note", "text": "x" }),
        json!({ "act": "assess_risk", "finding": "no_concern", "words": "x" }),
        json!({ "act": "answer_day", "food": { "taken": "at", "at": "2026-11-22T18:00:00Z" }, "fluid": { "taken": "long_ago" } }),
        json!({ "act": "reconcile_medicines", "changes": "x" }),
        json!({ "act": "confirm_escort", "name": "x" }),
        json!({ "act": "reach_prescriber", "how": "x" }),
        json!({ "act": "report_adverse_event", "term": "nausea", "grade": 1 }),
        json!({ "act": "defer_vitals", "reason": "x" }),
        json!({ "act": "score_aldrete", "activity": 2, "respiration": 2, "circulation": 2, "consciousness": 2, "oxygen": 2 }),
        json!({ "act": "undo", "event": "00000000000000000000000000000000" }),
        json!({ "act": "leave_against_advice", "reason": "x" }),
        json!({ "act": "end_without_dose", "reason": "x" }),
        json!({ "act": "add_addendum", "text": "x" }),
    ]
}

fn odd_value(dice: &mut Dice) -> Value {
    match dice.roll(9) {
        0 => Value::Null,
        1 => json!(-1),
        2 => json!(u64::MAX),
        3 => json!(1e308),
        4 => json!([]),
        5 => json!({ "a": {} }),
        6 => json!(0),
        7 => json!(true),
        _ => Value::String(odd(dice)),
    }
}

fn twisted(value: &Value, dice: &mut Dice) -> Value {
    let Value::Object(fields) = value else { return odd_value(dice) };
    let each = fields.iter().map(|(name, inner)| {
        let kept = name == "act" || dice.roll(3) > 0;
        (name.clone(), if kept { inner.clone() } else { twisted(inner, dice) })
    });
    Value::Object(each.collect())
}

#[tokio::test]
async fn odd_acts_are_refused_and_the_room_stays_open() {
    let house = House::open().await;
    let walker = house.walked(Milestone::Checked).await;
    let room = format!("/people/{}/sessions/{}", walker.client, walker.session);
    let mut browser = house.signed_in(Role::Therapist).await;
    let csrf = browser.get("/enquiry").await.field("csrf");
    let mut dice = Dice(3);
    let moments =
        ["-009999-01-02T01:59:59Z", "9999-12-30T22:00:00Z", "1970-01-01T00:00:00Z", "2026-11-22T18:00:00Z"];
    let (mut kept, mut sent) = (0, 0);
    for round in 0..12 {
        for act in acts() {
            let act = if round == 0 { act } else { twisted(&act, &mut dice) };
            let at = match dice.roll(moments.len() + 4) {
                place if place < moments.len() => moments[place].to_owned(),
                _ => house.app.clock.now().to_string(),
            };
            let body = json!({ "id": chance::command().to_string(), "at": at, "act": act }).to_string();
            let answer = browser.post_json(&format!("{room}/acts"), &csrf, &body).await;
            holds(&answer, &body.chars().take(300).collect::<String>());
            kept += usize::from(answer.status == StatusCode::OK);
            sent += 1;
            holds(&browser.get(&room).await, &body);
        }
    }
    assert!(kept > 20 && sent > kept, "{kept} of {sent} were kept");
    let person = format!("/people/{}", walker.client);
    for page in
        [person.clone(), format!("{person}/sessions"), format!("{person}/measures"), "/today".to_owned()]
    {
        holds(&browser.get(&page).await, &page);
    }
}
