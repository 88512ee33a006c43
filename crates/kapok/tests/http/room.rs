//! The room, from its opening to an addendum, as a tablet and a second person meet it.

use axum::http::StatusCode;
use jiff::SignedDuration;
use journey::staff::Role;
use kapok::walk::{Milestone, Walker};
use kapok::{chance, clock};
use serde_json::{Value, json};

use crate::house::{Answer, Browser, House};

/// A tablet in one room.
pub(crate) struct Tablet {
    browser: Browser,
    pub(crate) room: String,
    csrf: String,
    clock: clock::Clock,
}

impl Tablet {
    pub(crate) async fn of(house: &House, role: Role, room: &str) -> Self {
        let mut browser = house.signed_in(role).await;
        let csrf = browser.get("/enquiry").await.field("csrf");
        Self { browser, room: room.to_owned(), csrf, clock: house.app.clock.clone() }
    }

    async fn look(&mut self) -> Answer {
        let room = self.room.clone();
        self.browser.get(&room).await
    }

    /// The room as a tablet asks for it once it has sent everything.
    pub(crate) async fn live(&mut self) -> String {
        let path = format!("{}/live?seen=", self.room);
        let answer = self.browser.get(&path).await;
        assert_eq!(answer.status, StatusCode::OK, "{}", answer.text);
        answer.text
    }

    /// Sends one act as it happens.
    pub(crate) async fn acts(&mut self, act: Value) -> Answer {
        self.acts_as(&chance::command().to_string(), act).await
    }

    async fn acts_as(&mut self, id: &str, act: Value) -> Answer {
        let at = self.clock.now();
        self.acts_at(id, at, act).await
    }

    /// Sends what was done then and kept until now.
    async fn acts_at(&mut self, id: &str, at: jiff::Timestamp, act: Value) -> Answer {
        let body = json!({ "id": id, "at": at.to_string(), "act": act }).to_string();
        let (path, csrf) = (format!("{}/acts", self.room), self.csrf.clone());
        self.browser.post_json(&path, &csrf, &body).await
    }

    /// Sends acts that are kept.
    pub(crate) async fn does(&mut self, acts: Value) {
        for act in acts.as_array().unwrap() {
            let answer = self.acts(act.clone()).await;
            assert_eq!(answer.status, StatusCode::OK, "{act}: {}", answer.text);
        }
    }
}

fn heard(answer: &Answer) -> Value {
    let read = serde_json::from_str(&answer.text);
    read.unwrap_or_else(|_| panic!("{}: {}", answer.status, answer.text))
}

fn calm() -> Value {
    json!({
        "act": "take_vitals", "systolic_mmhg": 122, "diastolic_mmhg": 78, "heart_rate_per_minute": 72,
        "spo2_percent": 98, "respiratory_rate_per_minute": 14, "moaas": 5, "dissociation_0_10": 0,
    })
}

pub(crate) fn dose() -> Value {
    json!({ "act": "administer_dose", "dose_mg": 50, "lozenges": 1, "hold_minutes": 12 })
}

/// Everything that the gate asks for on the day.
pub(crate) fn checks(house: &House) -> Value {
    let long_ago = json!({ "taken": "long_ago" });
    let ago = |minutes| {
        let at = house.app.clock.now() - SignedDuration::from_mins(minutes);
        json!({ "taken": "at", "at": at.to_string() })
    };
    json!([
        { "act": "confirm_identity" },
        { "act": "attest_consent" },
        { "act": "reconcile_medicines" },
        { "act": "assess_risk", "finding": "no_concern", "words": "spoke of the winter" },
        { "act": "answer_day", "food": ago(600), "fluid": ago(200), "alcohol_or_cannabis": long_ago,
          "intoxicated": false, "infection": false, "vomiting": false, "pregnancy_test": "does_not_apply" },
        { "act": "confirm_escort", "name": "Max Sample" },
        { "act": "check_kit", "items": ["pulse_oximeter", "blood_pressure_cuff", "oxygen", "bag_valve_mask"] },
        { "act": "assign_monitor", "monitor": house.cast().therapist.to_string() },
        { "act": "reach_prescriber", "how": "next door" },
        calm(),
    ])
}

/// A room that a therapist has just opened.
pub(crate) async fn opened(house: &House, walker: &Walker) -> Tablet {
    let sessions = format!("/people/{}/sessions", walker.client);
    let mut browser = house.signed_in(Role::Therapist).await;
    let answer = browser.post(&sessions, &sessions, &[("room", "Garden room")]).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text);
    Tablet::of(house, Role::Therapist, answer.location()).await
}

/// Lets time pass; a tablet that nobody touched meanwhile may have been signed out.
async fn pass(house: &House, tablet: &mut Tablet, minutes: i64) {
    house.app.clock.advance(SignedDuration::from_mins(minutes));
    *tablet = Tablet::of(house, Role::Therapist, &tablet.room).await;
}

#[tokio::test]
async fn a_session_goes_from_a_closed_gate_to_an_addendum() {
    let house = House::open().await;
    let walker = house.walked(Milestone::Prescribed).await;
    let mut tablet = opened(&house, &walker).await;
    let room = tablet.look().await;
    assert!(room.text.contains("data-theme=\"room\"") && room.text.contains("data-gate=\"closed\""));
    let refused = tablet.acts(dose()).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(heard(&refused)["refused"]["code"], "gate-closed");
    assert!(room.text.contains("data-condition=\"G2\" data-standing=\"fails\""), "it says what is missing");
    tablet.does(checks(&house)).await;
    assert!(tablet.look().await.text.contains("data-gate=\"open\""));
    tablet.does(json!([dose()])).await;
    assert!(tablet.look().await.text.contains("data-state=\"during\""));
    pass(&house, &mut tablet, 12).await;
    tablet.does(json!([{ "act": "end_hold", "minutes": 12, "end": "swallowed" }])).await;
    pass(&house, &mut tablet, 25).await;
    tablet.does(json!([{ "act": "chart", "entry": { "group": "body", "code": "tears" } }])).await;
    assert!(tablet.live().await.contains("data-phase=\"onset\""));
    let mut high = calm();
    high["systolic_mmhg"] = json!(166);
    tablet.does(json!([high])).await;
    assert!(tablet.live().await.contains("data-care=\"act\""), "what was agreed is shown");
    let mut slip = calm();
    slip["systolic_mmhg"] = json!(1660);
    let slip = tablet.acts(slip).await;
    assert_eq!(heard(&slip)["refused"]["code"], "value-impossible");
    tablet.does(json!([{ "act": "slow_down" }])).await;
    let early = tablet.acts(json!({ "act": "discharge", "left_with": "Max Sample" })).await;
    assert_eq!(heard(&early)["refused"]["code"], "not-ready-to-leave");
    pass(&house, &mut tablet, 100).await;
    tablet.does(json!([{ "act": "enter_phase", "phase": "closing" }, calm()])).await;
    goes_home(&mut tablet).await;
    tablet.does(json!([{ "act": "seal" }])).await;
    sealed(&mut tablet).await;
}

async fn goes_home(tablet: &mut Tablet) {
    let criteria =
        ["oriented", "steady_gait", "fluids_kept", "safety_asked", "escort_present", "after_care_given"];
    for criterion in criteria.into_iter().chain(["emergency_contact_confirmed"]) {
        tablet.does(json!([{ "act": "tick", "criterion": criterion }])).await;
    }
    let score = json!({
        "act": "score_aldrete", "activity": 2, "respiration": 2, "circulation": 2, "consciousness": 2, "oxygen": 2,
    });
    tablet.does(json!([score])).await;
    let ready = tablet.live().await;
    assert!(ready.contains("data-missing=\"0\""), "{ready}");
    let take_home = tablet.browser.get(&format!("{}/take-home", tablet.room)).await;
    for said in ["For 24 hours, and until you have slept a night", "no driving", "988"] {
        assert!(take_home.text.contains(said), "{said} in {}", take_home.text);
    }
    tablet.does(json!([{ "act": "discharge", "left_with": "Max Sample" }])).await;
    assert!(tablet.look().await.text.contains("data-state=\"over\""));
}

/// After the seal: a page that reads, an addendum, and nothing else.
async fn sealed(tablet: &mut Tablet) {
    let page = tablet.look().await;
    assert!(!page.text.contains("data-room"), "there is no room any more");
    for kept in ["Max Sample", "166", "tears", "50 mg under the tongue"] {
        assert!(page.text.contains(kept), "{kept} in {}", page.text);
    }
    noted(tablet).await;
    let late = tablet.acts(json!({ "act": "note", "text": "too late" })).await;
    assert_eq!(heard(&late)["refused"]["code"], "session-is-sealed");
    let (room, addenda) = (tablet.room.clone(), format!("{}/addenda", tablet.room));
    let empty = tablet.browser.post(&room, &addenda, &[("text", " ")]).await;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
    let added = tablet.browser.post(&room, &addenda, &[("text", "slept well, they wrote")]).await;
    assert_eq!((added.status, added.location()), (StatusCode::SEE_OTHER, room.as_str()));
    assert!(tablet.look().await.text.contains("slept well, they wrote"));
}

/// The draft says what was charted; it is read over and kept once.
async fn noted(tablet: &mut Tablet) {
    let (room, addenda) = (tablet.room.clone(), format!("{}/addenda", tablet.room));
    let page = tablet.look().await.text;
    for drafted in ["Drafted from the chart", "Onset: tears.", "Slowed down once.", "Highest after it 166/"] {
        assert!(page.contains(drafted), "{drafted} in {page}");
    }
    let empty = tablet.browser.post(&room, &addenda, &[("note", " ")]).await;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
    let kept = tablet.browser.post(&room, &addenda, &[("note", "Tears at the onset, and quiet.")]).await;
    assert_eq!(kept.status, StatusCode::SEE_OTHER);
    let page = tablet.look().await.text;
    assert!(page.contains("Tears at the onset, and quiet.") && page.contains("Read over and kept by"));
    assert!(!page.contains("Drafted from the chart") && !page.contains("name=\"note\""), "it is kept once");
    let again = tablet.browser.post(&room, &addenda, &[("note", "Otherwise.")]).await;
    assert_eq!(again.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(again.text.contains("kept already") && !tablet.look().await.text.contains("Otherwise."));
}

#[tokio::test]
async fn what_is_taken_home_opens_by_the_clients_own_link_and_tells_of_a_dose_only() {
    let house = House::open().await;
    let before = house.walked(Milestone::Prescribed).await.client;
    let mut staff = house.signed_in(Role::Therapist).await;
    let path = crate::client::made(&mut staff, before, "home").await;
    let (mut early, _) = crate::client::opened(&house, &path).await;
    assert_eq!(early.get("/my/after").await.status, StatusCode::NOT_FOUND, "nothing was taken yet");
    let walker = house.walked(Milestone::Left).await;
    let mut staff = house.signed_in(Role::Therapist).await;
    let path = crate::client::made(&mut staff, walker.client, "home").await;
    let (mut home, _) = crate::client::opened(&house, &path).await;
    let page = home.get("/my/after").await;
    assert_eq!(page.status, StatusCode::OK, "{}", page.text);
    for said in ["no driving", "takes you home", "When we ask how you are", "988"] {
        assert!(page.text.contains(said), "{said} in {}", page.text);
    }
    let handed = format!("/people/{}/sessions/{}/take-home", walker.client, walker.session);
    assert_eq!(staff.get(&handed).await.status, StatusCode::OK);
    assert_ne!(home.get(&handed).await.status, StatusCode::OK, "a link opens no page of the staff");
    let mut admin = house.signed_in(Role::Admin).await;
    assert_eq!(admin.get(&handed).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn the_same_act_twice_is_one_entry_and_can_be_taken_back_by_its_id() {
    let house = House::open().await;
    let walker = house.walked(Milestone::Dosed).await;
    let room = format!("/people/{}/sessions/{}", walker.client, walker.session);
    let mut tablet = Tablet::of(&house, Role::Therapist, &room).await;
    let id = chance::command().to_string();
    let sigh = json!({ "act": "chart", "entry": { "group": "breath", "code": "long-sigh" } });
    let before = house.appended();
    let first = tablet.acts_as(&id, sigh.clone()).await;
    let once = house.appended();
    assert!(once > before);
    for _ in 0..3 {
        // A tablet that lost the answer says the same once more.
        assert_eq!(tablet.acts_as(&id, sigh.clone()).await.status, StatusCode::OK);
    }
    assert_eq!(house.appended(), once, "and it is one entry");
    assert_eq!(heard(&first), json!({ "id": id, "kept": true }), "and nothing of the room with it");
    assert!(tablet.live().await.contains("long sigh"));
    // As web/src/room/acts.ts derives it.
    let derived = u128::from_str_radix(&id, 16).unwrap() ^ 1;
    tablet.does(json!([{ "act": "undo", "event": format!("{derived:032x}") }])).await;
    assert!(tablet.live().await.contains("<s>long sigh</s>"), "it is struck through, and kept");
    let other = json!({ "act": "report_adverse_event", "term": "nausea", "grade": 1 });
    assert_eq!(tablet.acts_as(&id, other).await.status, StatusCode::CONFLICT);
}

#[tokio::test]
async fn who_watches_sees_the_chart_and_not_what_stands_behind_it() {
    let house = House::open().await;
    let walker = house.walked(Milestone::Prescribed).await;
    let mut tablet = opened(&house, &walker).await;
    tablet.does(checks(&house)).await;
    let mut watcher = Tablet::of(&house, Role::Monitor, &tablet.room).await;
    assert_eq!(watcher.look().await.status, StatusCode::NOT_FOUND, "not of the care team");
    join(&house, &walker).await;
    let seen = watcher.look().await;
    assert_eq!(seen.status, StatusCode::OK);
    assert!(seen.text.contains("data-panel=\"vitals\"") && seen.text.contains("data-condition=\"G12\""));
    for hidden in
        ["spoke of the winter", "data-condition=\"G3\"", "data-condition=\"G11\"", "data-act=\"seal\""]
    {
        assert!(!seen.text.contains(hidden), "{hidden}");
    }
    assert!(tablet.look().await.text.contains("spoke of the winter"));
    assert_eq!(watcher.acts(calm()).await.status, StatusCode::OK);
    assert_eq!(watcher.acts(dose()).await.status, StatusCode::NOT_FOUND, "a monitor gives no dose");
    assert_eq!(watcher.acts(json!({ "act": "seal" })).await.status, StatusCode::NOT_FOUND);
}

async fn join(house: &House, walker: &Walker) {
    let staff = house.app.store.practice().by_email(&crate::house::email(Role::Monitor)).unwrap().0;
    let person = format!("/people/{}", walker.client);
    let mut therapist = house.signed_in(Role::Therapist).await;
    let joined = therapist.post(&person, &format!("{person}/team"), &[("staff", &staff.to_string())]).await;
    assert_eq!(joined.status, StatusCode::SEE_OTHER, "{}", joined.text);
}

#[tokio::test]
async fn a_second_charter_is_seen_and_a_tablet_that_is_up_to_date_is_sent_nothing() {
    let house = House::open().await;
    let walker = house.walked(Milestone::Dosed).await;
    let room = format!("/people/{}/sessions/{}", walker.client, walker.session);
    let mut one = Tablet::of(&house, Role::Therapist, &room).await;
    let mut two = Tablet::of(&house, Role::Therapist, &room).await;
    let page = two.look().await;
    let seen = page.text.split("data-revision=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    one.does(json!([{ "act": "chart", "entry": { "group": "inner", "code": "quiet" } }])).await;
    let fresh = two.browser.get(&format!("{room}/live?seen={seen}")).await;
    assert!(fresh.status == StatusCode::OK && fresh.text.contains("quiet"), "{}", fresh.status);
    let seen = fresh.text.split("data-revision=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let again = two.browser.get(&format!("{room}/live?seen={seen}")).await;
    assert!(matches!(again.status, StatusCode::NO_CONTENT | StatusCode::OK), "a minute may have passed");
}

#[tokio::test]
async fn a_forged_or_foreign_act_is_turned_away() {
    let house = House::open().await;
    let walker = house.walked(Milestone::Dosed).await;
    let room = format!("/people/{}/sessions/{}", walker.client, walker.session);
    let mut tablet = Tablet::of(&house, Role::Therapist, &room).await;
    let csrf = std::mem::replace(&mut tablet.csrf, "forged".to_owned());
    let forged = tablet.acts(calm()).await;
    assert_eq!(forged.status, StatusCode::UNAUTHORIZED, "a tablet keeps what it has, and asks to sign in");
    assert_eq!(heard(&forged)["refused"]["code"], "signed-out");
    tablet.csrf = csrf;
    assert_eq!(tablet.acts(json!({ "act": "no_such_act" })).await.status, StatusCode::BAD_REQUEST);
    let mut admin = Tablet::of(&house, Role::Admin, &room).await;
    assert_eq!(admin.look().await.status, StatusCode::NOT_FOUND);
    assert_eq!(admin.acts(calm()).await.status, StatusCode::NOT_FOUND);
    let nowhere = format!("/people/{}/sessions/{}", walker.client, chance::command());
    assert_eq!(tablet.browser.get(&nowhere).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn the_list_leads_into_the_room_and_opens_no_second_one() {
    let house = House::open().await;
    let walker = house.walked(Milestone::Prescribed).await;
    let sessions = format!("/people/{}/sessions", walker.client);
    let mut therapist = house.signed_in(Role::Therapist).await;
    let list = therapist.get(&sessions).await;
    let command = list.field("command");
    let open = [("command", command.as_str()), ("room", "")];
    let csrf = list.field("csrf");
    let sent = [("csrf", csrf.as_str()), open[0], open[1]];
    let origin = [("origin", "http://house.test"), ("sec-fetch-site", "same-origin")];
    let first = therapist.post_bare(&sessions, &sent, &origin).await;
    let again = therapist.post_bare(&sessions, &sent, &origin).await;
    assert_eq!(first.location(), again.location(), "a form sent twice opens one room");
    let another = therapist.post_bare(&sessions, &[("csrf", csrf.as_str())], &origin).await;
    assert_eq!(another.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(therapist.get(&sessions).await.text.contains(first.location()));
}

#[tokio::test]
async fn a_no_at_the_closed_gate_is_one_touch_and_reads_as_a_whole_visit() {
    let house = House::open().await;
    let walker = house.walked(Milestone::Prescribed).await;
    let mut tablet = opened(&house, &walker).await;
    let gate = tablet.look().await.text;
    assert!(gate.contains("data-gate=\"closed\"") && gate.contains("They say no today"), "{gate}");
    let touch = "data-act=\"end_without_dose\" data-set=\"because=client_said_no\"";
    assert_eq!(gate.matches(touch).count(), 1);
    tablet.does(json!([{ "act": "end_without_dose", "because": "client_said_no" }])).await;
    let over = tablet.look().await.text;
    assert!(over.contains("They said no today.") && over.contains("data-state=\"over\""), "{over}");
    let slip = "data-act=\"take_back_ending\" data-set=\"because=A slip of the finger\"";
    assert_eq!(over.matches(slip).count(), 1, "{over}");
    tablet.does(json!([{ "act": "take_back_ending", "because": "A slip of the finger" }])).await;
    assert_eq!(tablet.look().await.text.matches(touch).count(), 1, "the gate is there again");
    tablet.does(json!([{ "act": "end_without_dose", "because": "client_said_no" }])).await;
    tablet.does(json!([{ "act": "seal" }])).await;
    assert!(tablet.look().await.text.contains("They said no today."), "and on the sealed page");
    let tasks = tablet.browser.get(&format!("/people/{}/tasks", walker.client)).await.text;
    assert!(tasks.contains("Nothing waits"), "nobody is asked to look into it: {tasks}");
}

#[tokio::test]
async fn stopping_and_leaving_early_say_what_they_mean_in_the_room_and_on_the_sealed_page() {
    let house = House::open().await;
    let walker = house.walked(Milestone::Dosed).await;
    let room = format!("/people/{}/sessions/{}", walker.client, walker.session);
    let mut tablet = Tablet::of(&house, Role::Therapist, &room).await;
    assert!(tablet.look().await.text.contains("data-act=\"stop_early\" data-set=\"by=client\""));
    tablet.does(json!([{ "act": "stop_early", "by": "client" }])).await;
    let stopped = tablet.look().await.text;
    assert!(
        stopped.contains("The medicine goes on for a while") && !stopped.contains("data-act=\"stop_early\"")
    );
    let booster = json!({ "act": "administer_booster", "dose_mg": 25, "lozenges": 1, "hold_minutes": 12 });
    assert_eq!(heard(&tablet.acts(booster).await)["refused"]["code"], "session-stopped");
    let leaves = json!({ "act": "leave_against_advice", "witness": "Max Sample", "plan": "calls at noon" });
    tablet.does(json!([leaves, { "act": "seal" }])).await;
    let sealed = tablet.look().await.text;
    for words in ["They wanted to stop.", "left before it was safe", "Still missing", "Steady on the feet"] {
        assert!(sealed.contains(words), "{words} in {sealed}");
    }
    let tasks = tablet.browser.get(&format!("/people/{}/tasks", walker.client)).await.text;
    assert!(tasks.contains("Left before it was safe: call them"), "{tasks}");
}

#[tokio::test]
async fn a_prescriber_reviews_what_went_wrong_and_signs_the_look_back() {
    let house = House::open().await;
    let walker = house.walked(Milestone::Sealed).await;
    let room = format!("/people/{}/sessions/{}", walker.client, walker.session);
    let mut tablet = Tablet::of(&house, Role::Therapist, &room).await;
    tablet.does(json!([{ "act": "report_adverse_event", "term": "panic", "grade": 3 }])).await;
    let person = format!("/people/{}", walker.client);
    let mut prescriber = house.signed_in(Role::Prescriber).await;
    let next = prescriber.get(&person).await;
    assert!(next.text.contains("A prescriber reviews what went wrong") && next.text.contains(&room));

    let page = prescriber.get(&room).await;
    let event = page.text.split("name=\"event\" value=\"").nth(1).unwrap()[..32].to_owned();
    let seen = tablet.look().await;
    assert!(
        !seen.text.contains("name=\"event\"") && !seen.text.contains("look-back-words"),
        "not a therapist's"
    );
    let reviews = format!("{room}/reviews");
    let by_therapist = [("event", event.as_str()), ("words", "nothing to see")];
    let therapist = tablet.browser.post(&room, &reviews, &by_therapist).await;
    assert_eq!(therapist.status, StatusCode::UNPROCESSABLE_ENTITY, "the rules ask for a prescriber");
    let empty = prescriber.post(&room, &reviews, &[("event", &event), ("words", " ")]).await;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
    let closed = prescriber.post(&room, &reviews, &[("event", &event), ("words", "held well")]).await;
    assert_eq!((closed.status, closed.location()), (StatusCode::SEE_OTHER, room.as_str()), "{}", closed.text);
    assert!(!prescriber.get(&person).await.text.contains("A prescriber reviews what went wrong"));

    let look_back = format!("{room}/look-back");
    let signed = [("kind", "after_session"), ("words", "the same dose again")];
    let therapist = tablet.browser.post(&room, &look_back, &signed).await;
    assert_eq!(therapist.status, StatusCode::NOT_FOUND, "only who clears may sign it");
    let done = prescriber.post(&room, &look_back, &signed).await;
    assert_eq!((done.status, done.location()), (StatusCode::SEE_OTHER, room.as_str()), "{}", done.text);
    let page = prescriber.get(&room).await;
    assert!(page.text.contains("held well") && page.text.contains("the same dose again"));
    assert!(!page.text.contains("look-back-words"), "it is signed once");
}

#[tokio::test]
async fn what_a_dose_did_stands_beside_the_next_decision_for_those_it_is_for() {
    let house = House::open().await;
    let walker = house.walked(Milestone::Integrated).await;
    let page = format!("/people/{}/next-dose", walker.client);
    let mut prescriber = house.signed_in(Role::Prescriber).await;
    let seen = prescriber.get(&page).await;
    for said in [
        "50 mg",
        "swallowed",
        "122/78 to 139/86",
        "+17 systolic",
        "slowed down once",
        "14 → 9",
        "at most 75 mg",
    ] {
        assert!(seen.text.contains(said), "{said} in {}", seen.text);
    }
    assert!(seen.text.contains("name=\"strength_mg\"") && seen.text.contains("look-back-words"));
    let dose = seen.text.split("name=\"most_mg_per_session\"").nth(1).unwrap().split('>').next().unwrap();
    assert!(!dose.contains("value=\"1") && !dose.contains("value=\"5"), "no dose is proposed: {dose}");
    let mut therapist = house.signed_in(Role::Therapist).await;
    let seen = therapist.get(&page).await;
    assert!(seen.text.contains("122/78 to 139/86") && !seen.text.contains("name=\"strength_mg\""));
    let mut admin = house.signed_in(Role::Admin).await;
    assert_eq!(admin.get(&page).await.status, StatusCode::NOT_FOUND);
    join(&house, &walker).await;
    let mut monitor = house.signed_in(Role::Monitor).await;
    let seen = monitor.get(&page).await;
    assert!(
        seen.text.contains("122/78 to 139/86") && !seen.text.contains("14 → 9"),
        "scores are not for them"
    );
}

#[tokio::test]
async fn what_a_tablet_kept_until_after_the_seal_is_added_in_words() {
    let house = House::open().await;
    let walker = house.walked(Milestone::Sealed).await;
    let room = format!("/people/{}/sessions/{}", walker.client, walker.session);
    let mut tablet = Tablet::of(&house, Role::Therapist, &room).await;
    let vitals = json!({ "act": "take_vitals", "spo2_percent": 89 });
    assert_eq!(
        heard(&tablet.acts(vitals.clone()).await)["refused"]["code"],
        "session-is-sealed",
        "nothing new"
    );
    let (id, then) = (chance::command().to_string(), house.app.clock.now() - SignedDuration::from_mins(40));
    for _ in 0..2 {
        // The answer may be lost on the way: the same act again is the same addendum.
        assert_eq!(tablet.acts_at(&id, then, vitals.clone()).await.status, StatusCode::OK);
    }
    let page = tablet.look().await.text;
    let told = "Kept on a tablet until after the seal";
    assert_eq!(page.matches(told).count(), 1, "{page}");
    let added = page.split_once(told).map(|(_, rest)| rest.split_once("</").map_or(rest, |(words, _)| words));
    assert!(added.is_some_and(|words| words.contains("89")), "{added:?}");
    let live = tablet.browser.get(&format!("{room}/live?seen=")).await;
    assert_eq!(
        live.status,
        StatusCode::RESET_CONTENT,
        "a tablet that still shows the room asks for the page"
    );
}

#[tokio::test]
async fn a_room_that_somebody_left_open_is_nobody_elses() {
    let house = House::open().await;
    let walker = house.walked(Milestone::Dosed).await;
    let room = format!("/people/{}/sessions/{}", walker.client, walker.session);
    let mut tablet = Tablet::of(&house, Role::Therapist, &room).await;
    let cast = house.cast();
    for (reader, status) in [(cast.therapist, StatusCode::OK), (cast.prescriber, StatusCode::UNAUTHORIZED)] {
        let live = tablet.browser.get(&format!("{room}/live?seen=&reader={reader}")).await;
        assert_eq!(live.status, status);
        let body = json!({ "id": chance::command().to_string(), "at": house.app.clock.now().to_string(),
            "act": { "act": "note", "text": format!("by {reader}") } });
        let (path, csrf) = (format!("{room}/acts"), tablet.csrf.clone());
        let headers = [("x-reader", reader.to_string())];
        let answer = tablet.browser.post_json_with(&path, &csrf, &body.to_string(), &headers).await;
        assert_eq!(answer.status, status, "{}", answer.text);
    }
    let page = tablet.look().await.text;
    assert!(page.contains(&format!("by {}", cast.therapist)), "{page}");
    assert!(!page.contains(&format!("by {}", cast.prescriber)), "it waits for who wrote it");
}
