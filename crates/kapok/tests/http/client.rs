//! A client's own pages: opened by a link, for one purpose, and by nothing else.

use axum::http::StatusCode;
use jiff::SignedDuration;
use journey::consent::DEFAULT;
use journey::staff::Role;
use kapok::app::Transport;
use kapok::walk::Milestone;
use permit::Action;

use crate::house::{Browser, House};

/// Every page of the client's own.
const MINE: [&str; 13] = [
    "/my",
    "/my/intake",
    "/my/consent",
    "/my/preparation",
    "/my/check-in",
    "/my/phq-9",
    "/my/body",
    "/my/after",
    "/my/review",
    "/my/questions",
    "/my/threads",
    "/my/practices",
    "/my/messages",
];

fn links(client: impl std::fmt::Display) -> String {
    format!("/people/{client}/links")
}

/// Makes a link as the page does; its path.
pub(crate) async fn made(staff: &mut Browser, client: impl std::fmt::Display, opens: &str) -> String {
    let page = links(client);
    let answer = staff.post(&page, &page, &[("opens", opens)]).await;
    assert_eq!(answer.status, StatusCode::OK, "{}", answer.text);
    path_in(&answer.text)
}

fn path_in(page: &str) -> String {
    let (_, rest) = page.split_once("://house.test/l/").unwrap_or_else(|| panic!("no address in {page}"));
    format!("/l/{}", &rest[..32])
}

/// A browser that pressed a link, and where it was led.
pub(crate) async fn opened(house: &House, path: &str) -> (Browser, String) {
    let mut browser = house.stranger();
    let answer = browser.post(path, path, &[]).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text);
    let location = answer.location().to_owned();
    (browser, location)
}

/// The value that the links page offers for a check-in of this day.
pub(crate) async fn check_in_of(staff: &mut Browser, client: impl std::fmt::Display, day: u16) -> String {
    let page = staff.get(&links(client)).await.text;
    let ends = format!(".{day}\"");
    let mut values = page.split("value=\"").skip(1).filter_map(|rest| rest.split_inclusive('"').next());
    let found = values.find(|value| value.starts_with("check-in.") && value.ends_with(&ends));
    found.unwrap_or_else(|| panic!("no check-in of day {day} in {page}")).trim_end_matches('"').to_owned()
}

fn holds(folder: &std::path::Path, needle: &[u8]) -> bool {
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if std::fs::read(&path).unwrap().windows(needle.len()).any(|part| part == needle) {
                return true;
            }
        }
    }
    false
}

#[tokio::test]
async fn a_link_is_shown_once_and_its_secret_is_kept_nowhere() {
    let house = House::open().await;
    let client = house.walked(Milestone::Met).await.client;
    let mut therapist = house.signed_in(Role::Therapist).await;
    let page = links(client);
    let command = therapist.get(&page).await.field("command");
    let fields = [("opens", "home"), ("command", command.as_str())];
    let path = path_in(&therapist.post(&page, &page, &fields).await.text);
    let secret = path.trim_start_matches("/l/");
    let again = therapist.post(&page, &page, &fields).await;
    assert!(!again.text.contains("://house.test/l/"), "the same form makes no second link");
    assert!(again.text.contains("This link was made before"), "{}", again.text);
    assert!(!therapist.get(&page).await.text.contains(secret));
    opened(&house, &path).await;
    let bytes = u128::from_str_radix(secret, 16).unwrap().to_be_bytes();
    assert!(!holds(house.folder(), secret.as_bytes()) && !holds(house.folder(), &bytes));
}

#[tokio::test]
async fn looking_uses_nothing_up_and_tells_nothing_and_a_press_opens() {
    let house = House::open().await;
    let client = house.walked(Milestone::Met).await.client;
    let path = made(&mut house.signed_in(Role::Therapist).await, client, "home").await;
    let mut scanner = house.stranger();
    for _ in 0..3 {
        let looked = scanner.get(&path).await;
        assert_eq!(looked.status, StatusCode::OK);
        assert!(!looked.text.contains("Synthetic"), "no name is told: {}", looked.text);
    }
    for page in MINE {
        assert_eq!(scanner.get(page).await.status, StatusCode::NOT_FOUND, "{page}");
    }
    for _ in 0..2 {
        let (mut browser, location) = opened(&house, &path).await;
        assert_eq!(location, "/my");
        let home = browser.get("/my").await;
        assert_eq!(home.status, StatusCode::OK);
        assert!(home.text.contains("Synthetic Sam") && home.text.contains("Synthetic Therapist"));
    }
}

#[tokio::test]
async fn over_tls_the_cookie_belongs_to_this_host_alone() {
    let house = House::with(Transport::Tls).await;
    let client = house.walked(Milestone::Met).await.client;
    let mut staff = house.signed_in(Role::Therapist).await;
    let page = links(client);
    let answer = staff.post(&page, &page, &[("opens", "home")]).await;
    assert!(answer.text.contains("https://house.test/l/"), "{}", answer.text);
    let path = path_in(&answer.text);
    let pressed = house.stranger().post(&path, &path, &[]).await;
    let cookie = pressed.headers.get_all("set-cookie").iter().map(|value| value.to_str().unwrap());
    let cookie = cookie.into_iter().find(|cookie| cookie.starts_with("__Host-kapok-link=")).unwrap();
    assert!(
        cookie.contains("HttpOnly") && cookie.contains("Secure") && cookie.contains("Path=/"),
        "{cookie}"
    );
}

#[tokio::test]
async fn ended_expired_and_invented_links_look_the_same_and_open_nothing() {
    let house = House::open().await;
    let client = house.walked(Milestone::Met).await.client;
    let mut staff = house.signed_in(Role::Therapist).await;
    let (expires, ends) = (made(&mut staff, client, "home").await, made(&mut staff, client, "consent").await);
    let (mut late, _) = opened(&house, &expires).await;
    let (mut ended, _) = opened(&house, &ends).await;
    let page = links(client);
    let listed = staff.get(&page).await.text;
    let of_consent = listed.split("Read and sign the consent").nth(1).unwrap();
    let link = of_consent.split("name=\"link\" value=\"").nth(1).unwrap()[..32].to_owned();
    let revoked = staff.post(&page, &format!("{page}/revoke"), &[("link", &link)]).await;
    assert_eq!(revoked.status, StatusCode::SEE_OTHER, "{}", revoked.text);
    assert_eq!(ended.get("/my/consent").await.status, StatusCode::NOT_FOUND, "its cookie ended too");
    assert_eq!(late.get("/my").await.status, StatusCode::OK);
    house.app.clock.advance(SignedDuration::from_hours(15 * 24));
    assert_eq!(late.get("/my").await.status, StatusCode::NOT_FOUND);
    let invented = format!("/l/{:032x}", 7);
    let mut texts = Vec::new();
    for path in [expires, ends, invented] {
        let answer = house.stranger().get(&path).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND);
        texts.push(answer.text);
        let mut stranger = house.stranger();
        let pressed = stranger.post("/enquiry", &path, &[]).await;
        assert_eq!(pressed.status, StatusCode::NOT_FOUND);
    }
    assert!(texts.iter().all(|text| *text == texts[0] && text.contains("This link is over")));
}

/// Killed between the record and the address: what is recorded as ended is ended when asked again.
#[tokio::test]
async fn a_link_that_is_only_recorded_as_ended_can_still_be_ended() {
    let house = House::open().await;
    let foreign = house.walked(Milestone::Met).await.client;
    let client = house.walked(Milestone::Met).await.client;
    let mut staff = house.signed_in(Role::Therapist).await;
    let path = made(&mut staff, client, "home").await;
    let link = staff.get(&links(client)).await.field("link");
    let actor = house.therapist();
    let ask = store::Ask::Client(journey::Command::Link(journey::link::Command::Revoke {
        link: link.parse().unwrap(),
    }));
    let resource =
        permit::Resource::of_client(house.app.store.practice_id(), client, permit::Kind::Appointment);
    let permit = permit::to_act(actor, Action::Amend, resource, permit::Relation::Assigned).unwrap();
    let intent = store::Intent::now(kapok::chance::command(), ask);
    house.app.store.act(permit, intent, house.app.clock.now()).await.unwrap();
    assert_eq!(house.stranger().get(&path).await.status, StatusCode::OK, "the address is still open");
    let revoke = format!("{}/revoke", links(client));
    let answer = staff.post(&links(client), &revoke, &[("link", &link)]).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text);
    assert_eq!(house.stranger().get(&path).await.status, StatusCode::NOT_FOUND);
    let answer = staff.post(&links(foreign), &format!("{}/revoke", links(foreign)), &[("link", &link)]).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "it is another person's");
}

#[tokio::test]
async fn a_link_opens_its_purpose_and_nothing_else() {
    let house = House::open().await;
    let client = house.walked(Milestone::Left).await.client;
    let mut staff = house.signed_in(Role::Therapist).await;
    let check_in = check_in_of(&mut staff, client, 1).await;
    house.app.clock.advance(SignedDuration::from_hours(24));
    let mut staff = house.signed_in(Role::Therapist).await;
    for (opens, page) in
        [("intake", "/my/intake"), ("consent", "/my/consent"), (check_in.as_str(), "/my/check-in")]
    {
        let path = made(&mut staff, client, opens).await;
        let (mut browser, location) = opened(&house, &path).await;
        assert_eq!(location, page);
        for mine in MINE {
            let expected = if mine == page { StatusCode::OK } else { StatusCode::NOT_FOUND };
            let answer = browser.get(mine).await;
            assert_eq!(answer.status, expected, "{opens}: {mine}");
            // The name under a signed consent is a part of what its link reads.
            let names = answer.text.contains("Synthetic Sam");
            assert!(!names || (opens, mine) == ("consent", page), "{opens} names nobody: {mine}");
        }
        // Acts are asked of the same decision as pages.
        for act in
            ["/my/phq-9", "/my/intake", "/my/consent", "/my/check-in"].into_iter().filter(|act| *act != page)
        {
            let fields =
                [("i1", "1"), ("clause", "cost"), ("answer", "agree"), ("words", "x"), ("question", "1")];
            assert_eq!(
                browser.post(page, act, &fields).await.status,
                StatusCode::NOT_FOUND,
                "{opens}: {act}"
            );
        }
    }
}

#[tokio::test]
async fn neither_a_sign_in_nor_a_link_opens_the_pages_of_the_other() {
    let house = House::open().await;
    let client = house.walked(Milestone::Met).await.client;
    let mut staff = house.signed_in(Role::Therapist).await;
    let path = made(&mut staff, client, "home").await;
    for page in MINE {
        let answer = staff.get(page).await;
        assert_eq!(answer.status, StatusCode::NOT_FOUND, "{page}");
        assert!(answer.text.contains("Please open your link again") && !answer.text.contains("Synthetic"));
    }
    let (mut holder, _) = opened(&house, &path).await;
    let pages =
        house.listed.iter().filter(|route| route.path.starts_with("/people") || route.path == "/today");
    let paths: Vec<String> = pages.map(|route| route.path.replace("{client}", &client.to_string())).collect();
    assert!(paths.len() > 8);
    for path in paths {
        let answer = holder.get(&path).await;
        assert!(
            answer.location().starts_with("/sign-in") || answer.status == StatusCode::NOT_FOUND,
            "{path}"
        );
    }
    // In one browser the two stand beside each other, and each page is for one of them.
    let pressed = staff.post(&path, &path, &[]).await;
    assert_eq!(pressed.status, StatusCode::SEE_OTHER);
    assert!(staff.get("/my").await.text.contains("Synthetic Sam"));
    assert_eq!(staff.get(&links(client)).await.status, StatusCode::OK);
}

#[tokio::test]
async fn a_link_reaches_the_record_of_one_person_only() {
    let house = House::open().await;
    let sam = house.walked(Milestone::Met).await.client;
    let other = house.walked(Milestone::Consented).await.client;
    let mut staff = house.signed_in(Role::Therapist).await;
    let path = made(&mut staff, sam, "home").await;
    let (mut holder, _) = opened(&house, &path).await;
    let consent = holder.get("/my/consent").await;
    assert!(consent.text.contains("No consent is waiting"), "the other's consent is not shown");
    assert!(!holder.get("/my").await.text.contains(&other.to_string()));
}

#[tokio::test]
async fn a_consent_is_walked_part_by_part_signed_narrowed_and_taken_back() {
    let house = House::open().await;
    let client = house.walked(Milestone::Cleared).await.client;
    let mut staff = house.signed_in(Role::Therapist).await;
    let page = format!("/people/{client}/consent");
    let offer = [("document", DEFAULT.id), ("tier", "psycholytic")];
    assert_eq!(staff.post(&page, &page, &offer).await.status, StatusCode::SEE_OTHER);
    let path = made(&mut staff, client, "consent").await;
    let (mut holder, _) = opened(&house, &path).await;
    let parts = DEFAULT.clauses.len();
    assert!(holder.get("/my/consent").await.text.contains(&format!("{parts} short parts")));
    for (place, clause) in DEFAULT.clauses.iter().enumerate() {
        if place == 9 {
            // Another day, another browser: it goes on where it was.
            holder = opened(&house, &path).await.0;
            assert!(holder.get("/my/consent").await.text.contains("part 10 of 24"));
        }
        let part = format!("/my/consent?part={}", place + 1);
        assert!(holder.get(&part).await.text.contains(clause.en.title));
        let silent = [("clause", clause.id), ("answer", "agree"), ("words", " ")];
        let refused = holder.post(&part, "/my/consent", &silent).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "it is said back first");
        let no = clause.id == "outcomes" || clause.id == "cost";
        let answer = if no { "decline" } else { "agree" };
        let fields = [("clause", clause.id), ("answer", answer), ("words", "I say this back.")];
        let done = holder.post(&part, "/my/consent", &fields).await;
        assert_eq!(done.location(), format!("/my/consent?part={}", place + 2));
    }
    let touch = [("touch-hands", "yes"), ("touch-feet", "yes"), ("safety", "understood")];
    let last = format!("/my/consent?part={}", parts + 2);
    assert_eq!(holder.post("/my/consent", "/my/consent/touch", &touch).await.location(), last);
    let open = holder.get(&last).await;
    assert!(open.text.contains("One part is still open") && !open.text.contains("/my/consent/sign"));
    let early = [("name", "Sam"), ("language", "en")];
    let refused = holder.post(&last, "/my/consent/sign", &early).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "the rules hold what the page hides");
    let cost = [("clause", "cost"), ("answer", "agree"), ("words", "I was told the price.")];
    holder.post("/my/consent?part=20", "/my/consent", &cost).await;
    let nameless = holder.post(&last, "/my/consent/sign", &[("name", ""), ("language", "es")]).await;
    assert_eq!(nameless.status, StatusCode::UNPROCESSABLE_ENTITY);
    let signed =
        holder.post(&last, "/my/consent/sign", &[("name", "Synthetic Sam"), ("language", "es")]).await;
    assert_eq!((signed.status, signed.location()), (StatusCode::SEE_OTHER, "/my/consent"), "{}", signed.text);
    let seen = staff.get(&page).await.text;
    assert!(seen.contains("Signed by Synthetic Sam") && seen.contains("I was told the price."), "{seen}");
    assert!(seen.contains("Hands") && seen.contains("Feet"));
    let narrowed = holder.post("/my/consent", "/my/consent/narrow", &[("touch-feet", "yes")]).await;
    assert_eq!(narrowed.status, StatusCode::SEE_OTHER, "{}", narrowed.text);
    assert!(!staff.get(&page).await.text.contains("Hands"));
    let back = holder.post("/my/consent", "/my/consent/withdraw", &[]).await;
    assert_eq!(back.status, StatusCode::SEE_OTHER);
    assert!(holder.get("/my/consent").await.text.contains("You took your consent back"));
    assert!(staff.get(&page).await.text.contains("Consent is taken back"));
}

#[tokio::test]
async fn a_dark_answer_of_the_questionnaire_is_met_at_once_and_stands_open_for_staff() {
    let house = House::open().await;
    let client = house.walked(Milestone::Met).await.client;
    let mut staff = house.signed_in(Role::Therapist).await;
    let path = made(&mut staff, client, "home").await;
    let (mut holder, _) = opened(&house, &path).await;
    let items: Vec<String> = (1..=9).map(|item| format!("i{item}")).collect();
    let calm: Vec<(&str, &str)> = items.iter().map(|item| (item.as_str(), "0")).collect();
    let kept = holder.post("/my/phq-9", "/my/phq-9", &calm).await;
    assert!(kept.text.contains("Your answers are kept") && !kept.text.contains("do not stay alone"));
    let measures = format!("/people/{client}/measures");
    let seen = staff.get(&measures).await.text;
    assert!(seen.contains("before any medicine") && !seen.contains("asks for a person"), "{seen}");
    let mut dark = calm.clone();
    dark[8].1 = "1";
    let met = holder.post("/my/phq-9", "/my/phq-9", &dark).await;
    assert!(met.text.contains("tel:988") && met.text.contains("Nobody has been told yet"), "{}", met.text);
    let seen = staff.get(&measures).await.text;
    assert!(seen.contains("PHQ-9, item 9") && seen.contains("measures/risk"), "{seen}");
    let risk = format!("{measures}/risk");
    let wordless = staff.post(&measures, &risk, &[("words", ""), ("level", "raised")]).await;
    assert_eq!(wordless.status, StatusCode::UNPROCESSABLE_ENTITY);
    let found = [("words", "We talked; a safety plan is written."), ("level", "raised")];
    assert_eq!(staff.post(&measures, &risk, &found).await.status, StatusCode::SEE_OTHER);
    let seen = staff.get(&measures).await.text;
    assert!(!seen.contains("asks for a person") && seen.contains("a safety plan is written"), "{seen}");
    let none = holder.post("/my/phq-9", "/my/phq-9", &[]).await;
    assert_eq!(none.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn a_check_in_keeps_each_answer_at_once_and_shows_none_again() {
    let house = House::open().await;
    let client = house.walked(Milestone::Left).await.client;
    let mut staff = house.signed_in(Role::Therapist).await;
    let check_in = check_in_of(&mut staff, client, 1).await;
    let early = made(&mut staff, client, &check_in).await;
    let mut browser = house.stranger();
    let refused = browser.post(&early, &early, &[]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "its time has not come");
    house.app.clock.advance(SignedDuration::from_hours(24));
    let (mut holder, _) = opened(&house, &early).await;
    let at = "/my/check-in";
    let sent = |question: &'static str, answer: &'static str| [("question", question), ("answer", answer)];
    assert_eq!(holder.post(at, at, &sent("1", "7")).await.location(), at);
    let wrong = holder.post(at, at, &sent("2", "11")).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY);
    holder.post(at, at, &sent("2", "3")).await;
    holder.post(at, at, &sent("4", "Softer in the shoulders.")).await;
    // It goes on in this browser where it was, and elsewhere from the beginning.
    assert!(holder.get(at).await.text.contains("question 5 of 5"));
    let mut elsewhere = opened(&house, &early).await.0;
    let again = elsewhere.get(at).await.text;
    assert!(again.contains("question 1 of 5") && !again.contains("Softer"));
    holder.post(at, at, &[("question", "3"), ("way", "skip")]).await;
    let back = holder.post(at, at, &[("question", "5"), ("way", "back")]).await;
    assert_eq!(back.location(), at);
    assert!(holder.get(at).await.text.contains("question 4 of 5"));
    let past = holder.post(at, at, &sent("6", "yes")).await;
    assert_eq!(past.status, StatusCode::BAD_REQUEST, "there is no sixth question on this day");
    let met = holder.post(at, at, &sent("5", "yes")).await;
    assert!(met.text.contains("tel:988") && met.text.contains("Nobody has been told yet"), "{}", met.text);
    let done = holder.get(at).await.text;
    assert!(done.contains("4 answers are kept") && !done.contains("Softer"), "{done}");
    let mut staff = house.signed_in(Role::Therapist).await;
    let seen = staff.get(&format!("/people/{client}/integration")).await.text;
    assert!(seen.contains("Softer in the shoulders.") && seen.contains("7 h"), "{seen}");
    let seen = staff.get(&format!("/people/{client}/measures")).await.text;
    assert!(seen.contains("Check-in of day 1: thoughts of self-harm"), "{seen}");
}

#[tokio::test]
async fn every_way_out_of_a_check_in_is_taken_at_its_word() {
    let house = House::open().await;
    let client = house.walked(Milestone::Left).await.client;
    house.app.clock.advance(SignedDuration::from_hours(24));
    let mut staff = house.signed_in(Role::Therapist).await;
    let path = made(&mut staff, client, "home").await;
    let (mut holder, _) = opened(&house, &path).await;
    let at = "/my/check-in";
    assert!(holder.get("/my").await.text.contains("A few questions are waiting"));
    let later = holder.post(at, at, &[("question", "1"), ("way", "not-now")]).await;
    assert!(later.text.contains("Not now is fine"));
    assert!(!holder.get("/my").await.text.contains("A few questions are waiting"));
    for _ in 0..2 {
        let stopped = holder.post(at, at, &[("question", "1"), ("way", "stop")]).await;
        assert!(stopped.text.contains("No more check-ins"), "{}", stopped.text);
    }
    let integration = format!("/people/{client}/integration");
    assert!(staff.get(&integration).await.text.contains("They asked for no more check-ins"));
    assert_eq!(holder.post(at, at, &[("way", "resume")]).await.location(), at);
    assert!(!staff.get(&integration).await.text.contains("They asked for no more check-ins"));
}

#[tokio::test]
async fn an_answer_that_was_kept_on_a_phone_goes_into_no_other_day() {
    let house = House::open().await;
    let client = house.walked(Milestone::Left).await.client;
    house.app.clock.advance(SignedDuration::from_hours(24));
    let mut staff = house.signed_in(Role::Therapist).await;
    let path = made(&mut staff, client, "home").await;
    let (mut holder, _) = opened(&house, &path).await;
    let at = "/my/check-in";
    let first = holder.get(at).await.field("check_in");
    assert!(first.ends_with(".1"), "{first}");
    let other = format!("{}.3", first.trim_end_matches(".1"));
    assert_eq!(
        holder.post(at, at, &[("check_in", other.as_str()), ("question", "1"), ("answer", "7")]).await.status,
        StatusCode::CONFLICT
    );
    assert!(holder.get(at).await.text.contains("question 1 of 5"), "nothing was kept");
    assert_eq!(
        holder
            .post(at, at, &[("check_in", first.as_str()), ("question", "1"), ("answer", "7")])
            .await
            .location(),
        at
    );
    assert!(holder.get(at).await.text.contains("question 2 of 5"));
}

#[tokio::test]
async fn integration_is_kept_by_those_who_care_for_them() {
    let house = House::open().await;
    let client = house.walked(Milestone::Left).await.client;
    let mut staff = house.signed_in(Role::Therapist).await;
    let page = format!("/people/{client}/integration");
    let held = [("came", "The stairs came back."), ("agreed", "To rest before she is tired.")];
    assert_eq!(staff.post(&page, &format!("{page}/hold"), &held).await.status, StatusCode::SEE_OTHER);
    let practice = format!("{page}/practice");
    let wordless = staff.post(&page, &practice, &[("kind", "rest"), ("words", "")]).await;
    assert_eq!(wordless.status, StatusCode::UNPROCESSABLE_ENTITY);
    let chosen = [("kind", "rest"), ("words", "I sit down first.")];
    assert_eq!(staff.post(&page, &practice, &chosen).await.status, StatusCode::SEE_OTHER);
    let seen = staff.get(&page).await.text;
    assert!(seen.contains("The stairs came back.") && seen.contains("I sit down first."), "{seen}");
    let mut prescriber = house.signed_in(Role::Prescriber).await;
    let seen = prescriber.get(&page).await.text;
    assert!(seen.contains("Rest") && !seen.contains("integration/hold"), "it reads and does not write");
    assert!(!seen.contains("The stairs came back.") && !seen.contains("I sit down first."), "a summary");
    let path = made(&mut staff, client, "home").await;
    assert!(opened(&house, &path).await.0.get("/my").await.text.contains("I sit down first."));
}

#[tokio::test]
async fn nobody_without_a_link_gets_an_answer_at_any_route_of_a_clients_own() {
    let house = House::open().await;
    let mine: Vec<_> = house.asking().filter(|(route, ..)| route.path.starts_with("/my")).collect();
    assert!(mine.len() > 8 && mine.iter().all(|(_, action, _)| *action != Action::Export));
    let mut staff = house.signed_in(Role::Therapist).await;
    for (route, ..) in mine {
        let answer = match route.method.as_str() {
            "GET" => staff.get(route.path).await,
            _ => staff.post("/enquiry", route.path, &[]).await,
        };
        let turned_away = matches!(answer.status, StatusCode::NOT_FOUND | StatusCode::BAD_REQUEST);
        assert!(turned_away, "{} {}: {}", route.method, route.path, answer.status);
    }
}

#[tokio::test]
async fn an_intake_is_told_question_by_question_resumes_and_shows_nothing_by_its_own_link() {
    let house = House::open().await;
    let client = house.walked(Milestone::Met).await.client;
    let mut staff = house.signed_in(Role::Therapist).await;
    let path = made(&mut staff, client, "intake").await;
    let (mut holder, location) = opened(&house, &path).await;
    let at = "/my/intake";
    assert_eq!(location, at);
    assert!(holder.get(at).await.text.contains("20 short questions"));
    let body = [("question", "body"), ("weight", "150"), ("weight_unit", "lb"), ("height", "")];
    assert_eq!(holder.post(at, at, &body).await.location(), "/my/intake?question=heart");
    let empty = holder.post(at, at, &[("question", "heart"), ("words", "the mornings")]).await;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(empty.text.contains("the mornings"), "nothing typed is lost");
    // One yes, one unsure, and "none of these" for the rest.
    let heart = [
        ("question", "heart"),
        ("says-high-blood-pressure", "yes"),
        ("says-arrhythmia", "not-sure"),
        ("words", "Xaverine in the mornings"),
        ("way", "none"),
    ];
    assert_eq!(holder.post(at, at, &heart).await.location(), "/my/intake?question=vessels");
    for name in ["sertraline", "small white one"] {
        let fields = [("question", "medicines"), ("name", name), ("detail", "one")];
        assert_eq!(holder.post(at, at, &fields).await.location(), "/my/intake?question=medicines");
    }
    holder.post(at, at, &[("question", "mind"), ("way", "skip")]).await;
    // Another browser with the same link goes on, and reads no earlier answer and no name.
    let (mut elsewhere, _) = opened(&house, &path).await;
    assert!(elsewhere.get(at).await.text.contains("3 of 20 questions are behind you"));
    for question in ["heart", "medicines", "body"] {
        let seen = elsewhere.get(&format!("{at}?question={question}")).await.text;
        let told = ["Xaverine", "sertraline", "Synthetic Sam", "value=\"68\""]
            .iter()
            .any(|said| seen.contains(said));
        assert!(!told, "{question} tells an earlier answer: {seen}");
    }
    // On their own pages they read and take back what they told.
    let home = made(&mut staff, client, "home").await;
    let (mut mine, _) = opened(&house, &home).await;
    assert!(mine.get("/my").await.text.contains("3 of 20 behind you"));
    let seen = mine.get(&format!("{at}?question=medicines")).await.text;
    assert!(seen.contains("sertraline") && seen.contains("small white one"));
    mine.post(at, at, &[("question", "medicines"), ("number", "1"), ("way", "take-back")]).await;
    assert!(!mine.get(&format!("{at}?question=medicines")).await.text.contains("sertraline"));
    // Those who care for them read all of it, with who told it; what was skipped stands out.
    let seen = staff.get(&format!("/people/{client}/history")).await.text;
    for said in ["High blood pressure", "Xaverine in the mornings", "small white one", "Skipped: Mind"] {
        assert!(seen.contains(said), "{said} in {seen}");
    }
}

#[tokio::test]
async fn thoughts_of_self_harm_in_the_intake_are_met_at_once_and_never_shown_again() {
    let house = House::open().await;
    let client = house.walked(Milestone::Met).await.client;
    let mut staff = house.signed_in(Role::Therapist).await;
    let path = made(&mut staff, client, "home").await;
    let (mut holder, _) = opened(&house, &path).await;
    let at = "/my/intake";
    let measures = format!("/people/{client}/measures");
    for (says, met) in [("no", false), ("not-sure", true), ("yes", true)] {
        let fields = [("question", "harm-thoughts"), ("says-suicidal-thoughts", says)];
        let answer = holder.post(at, at, &fields).await;
        assert_eq!(answer.text.contains("tel:988"), met, "{says}: {}", answer.text);
        let open = staff.get(&measures).await.text.contains("Intake: thoughts of self-harm");
        assert_eq!(open, met, "{says}");
    }
    let again = holder.get(&format!("{at}?question=harm-thoughts")).await.text;
    assert!(!again.contains("checked"), "it is asked anew: {again}");
}

#[tokio::test]
async fn the_intake_can_wait_and_can_be_left_for_a_talk() {
    let house = House::open().await;
    let client = house.walked(Milestone::Met).await.client;
    let mut staff = house.signed_in(Role::Therapist).await;
    let path = made(&mut staff, client, "home").await;
    let (mut holder, _) = opened(&house, &path).await;
    let at = "/my/intake";
    let later = holder.post(at, at, &[("question", "heart"), ("way", "not-now")]).await;
    assert!(later.text.contains("Not now is fine"));
    for _ in 0..2 {
        let stopped = holder.post(at, at, &[("question", "heart"), ("way", "stop")]).await;
        assert!(stopped.text.contains("We will not ask this way"), "{}", stopped.text);
    }
    assert!(holder.get("/my").await.text.contains("rather talk it through"));
    let seen = staff.get(&format!("/people/{client}/history")).await.text;
    assert!(seen.contains("They would rather talk it through"), "{seen}");
}

#[tokio::test]
async fn the_body_map_takes_four_touches_and_is_compared_by_those_who_care() {
    let house = House::open().await;
    let client = house.walked(Milestone::Left).await.client;
    let mut staff = house.signed_in(Role::Therapist).await;
    let path = made(&mut staff, client, "home").await;
    let (mut holder, _) = opened(&house, &path).await;
    let at = "/my/body";
    let figure = holder.get(at).await.text;
    assert!(figure.contains("/my/body?place=left-shoulder") && figure.contains("/my/body?place=whole-body"));
    assert!(holder.get("/my/body?place=left-shoulder").await.text.contains("Left shoulder is"));
    assert_eq!(holder.get("/my/body?place=elbow-of-another").await.status, StatusCode::NOT_FOUND);
    let felt = [("place", "left-shoulder"), ("sensation", "tight"), ("strength", "6"), ("when", "during")];
    assert_eq!(holder.post(at, at, &felt).await.location(), at);
    let warm = [("place", "chest"), ("sensation", "warm"), ("strength", "4"), ("when", "now")];
    assert_eq!(holder.post(at, at, &warm).await.location(), at);
    for strength in ["11", "much", ""] {
        let wrong = [("place", "chest"), ("sensation", "warm"), ("strength", strength)];
        let refused = holder.post(at, at, &wrong).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{strength}");
    }
    let integration = format!("/people/{client}/integration");
    let seen = staff.get(&integration).await.text;
    for said in ["In the session of", "After the session of", "tight, 6 of 10", "warm, 4 of 10"] {
        assert!(seen.contains(said), "{said} in {seen}");
    }
    for _ in 0..2 {
        let back = holder.post(at, at, &[("number", "1"), ("way", "take-back")]).await;
        assert_eq!(back.location(), at, "whoever takes back twice has it");
    }
    assert!(!staff.get(&integration).await.text.contains("tight, 6 of 10"));
}

#[tokio::test]
async fn threads_practices_questions_and_pace_are_the_clients_own() {
    let house = House::open().await;
    let client = house.walked(Milestone::Met).await.client;
    let mut staff = house.signed_in(Role::Therapist).await;
    let path = made(&mut staff, client, "home").await;
    let (mut holder, _) = opened(&house, &path).await;
    let integration = format!("/people/{client}/integration");
    // A thread begins before any dose; both write along it, and each sees whose words are whose.
    let entry = [("thread", "parts"), ("entry", "Speaks of the one who guards.")];
    let written = staff.post(&integration, &format!("{integration}/thread"), &entry).await;
    assert_eq!(written.status, StatusCode::SEE_OTHER, "{}", written.text);
    let own = [("chosen", "parts"), ("words", "The guard is tired.")];
    assert_eq!(holder.post("/my/threads", "/my/threads", &own).await.location(), "/my/threads");
    let empty = holder.post("/my/threads", "/my/threads", &[("chosen", "parts"), ("words", " ")]).await;
    assert_eq!(empty.status, StatusCode::UNPROCESSABLE_ENTITY);
    let (theirs, mine) = (staff.get(&integration).await.text, holder.get("/my/threads").await.text);
    for page in [&theirs, &mine] {
        let both = page.contains("The guard is tired.") && page.contains("Speaks of the one who guards.");
        assert!(both && page.contains("Synthetic Therapist"), "{page}");
    }
    // A practice is followed gently: it is let go, and it is not gone from the record.
    let at = "/my/practices";
    assert_eq!(holder.post(at, at, &[("chosen", "rest"), ("words", "I sit first.")]).await.location(), at);
    assert!(holder.get("/my").await.text.contains("I sit first."));
    assert_eq!(holder.post(at, at, &[("number", "1"), ("follow", "let-go")]).await.location(), at);
    assert!(!holder.get("/my").await.text.contains("I sit first."));
    assert!(staff.get(&integration).await.text.contains("Let go, "));
    let another = holder.post(at, at, &[("number", "7"), ("follow", "kept")]).await;
    assert_eq!(another.status, StatusCode::UNPROCESSABLE_ENTITY);
    // A question stays until it is answered, and "not yet" is taken at its word.
    let at = "/my/questions";
    assert_eq!(holder.post(at, at, &[("words", "Who is with me?")]).await.location(), at);
    assert!(holder.get("/my").await.text.contains("for an answer"));
    let consultation = format!("/people/{client}/consultation");
    assert!(staff.get(&consultation).await.text.contains("Who is with me?"));
    assert_eq!(holder.post(at, at, &[("pace", "6")]).await.location(), at);
    assert!(holder.get(at).await.text.contains("We ask you again on"));
    assert!(holder.get("/my").await.text.contains("you said “not yet”"));
    assert_eq!(holder.post(at, at, &[("pace", "resume")]).await.location(), at);
    assert_eq!(holder.post(at, at, &[("pace", "forever")]).await.status, StatusCode::BAD_REQUEST);
}

#[tokio::test]
async fn the_day_with_the_medicine_is_told_in_plain_words_from_the_protocol_and_what_was_agreed() {
    let house = House::open().await;
    let client = house.walked(Milestone::Prepared).await.client;
    let mut staff = house.signed_in(Role::Therapist).await;
    let path = made(&mut staff, client, "home").await;
    let (mut holder, _) = opened(&house, &path).await;
    let day = holder.get("/my/preparation").await.text;
    for said in [
        "takes you home",
        "Nothing to eat for 4 hours",
        "Nothing to drink for one hour",
        "lower dose",
        "Take what you take every morning",
    ] {
        assert!(day.contains(said), "{said} in {day}");
    }
    let home = holder.get("/my").await.text;
    assert!(home.contains("lower dose"), "{home}");
    for (page, word) in [(&day, "psycholytic"), (&day, "moderate"), (&home, "psycholytic")] {
        assert!(!page.contains(word), "a word of the staff: {word} in {page}");
    }
    let page = format!("/people/{client}/preparation");
    let escort = [("form", "escort"), ("words", "Sol Example"), ("more", "555 0100")];
    assert_eq!(staff.post(&page, &page, &escort).await.status, StatusCode::SEE_OTHER);
    assert!(holder.get("/my/preparation").await.text.contains("Sol Example, 555 0100"));
}

#[tokio::test]
async fn the_window_board_says_who_is_in_the_first_days_and_who_has_gone_quiet() {
    let house = House::open().await;
    let client = house.walked(Milestone::Left).await.client;
    let mut staff = house.signed_in(Role::Therapist).await;
    let board = staff.get("/windows").await.text;
    assert!(board.contains("One window is open") && board.contains("In the first days"), "{board}");
    assert!(board.contains(&format!("/people/{client}/integration")), "{board}");
    house.app.clock.advance(SignedDuration::from_hours(4 * 24));
    let mut staff = house.signed_in(Role::Therapist).await;
    let board = staff.get("/windows").await.text;
    assert!(board.contains("Gone quiet") && !board.contains("In the first days"), "{board}");
    let page = format!("/people/{client}/integration");
    staff.post(&page, &format!("{page}/hold"), &[("came", "We met.")]).await;
    let board = staff.get("/windows").await.text;
    assert!(!board.contains("Gone quiet") && board.contains("met once"), "{board}");
    house.app.clock.advance(SignedDuration::from_hours(11 * 24));
    let mut staff = house.signed_in(Role::Therapist).await;
    assert!(staff.get("/windows").await.text.contains("No window is open"));
    let mut admin = house.signed_in(Role::Admin).await;
    assert!(!admin.get("/windows").await.text.contains("Synthetic Sam"), "an admin walks with nobody");
}

#[tokio::test]
async fn pages_are_closed_on_one_phone_and_the_link_still_opens_them() {
    let house = House::open().await;
    let client = house.walked(Milestone::Met).await.client;
    let mut therapist = house.signed_in(Role::Therapist).await;
    let path = made(&mut therapist, client, "home").await;
    let (mut holder, _) = opened(&house, &path).await;
    for own in MINE {
        let page = holder.get(own).await;
        let closes = page.text.contains("action=\"/my/close\"");
        assert!(closes || page.status == StatusCode::NOT_FOUND, "{own}: {}", page.text);
    }
    let before = holder.clone();
    let closed = holder.post("/my", "/my/close", &[]).await;
    assert!(
        closed.status == StatusCode::OK && closed.text.contains("Closed on this phone"),
        "{}",
        closed.text
    );
    for mut browser in [holder, before] {
        assert_eq!(
            browser.get("/my").await.status,
            StatusCode::NOT_FOUND,
            "the cookie is over, wherever it lies"
        );
    }
    let (mut again, _) = opened(&house, &path).await;
    assert_eq!(again.get("/my").await.status, StatusCode::OK, "the link is not");
}

#[tokio::test]
async fn on_a_phone_that_others_use_the_pages_close_with_the_browser_and_soon() {
    let house = House::open().await;
    let client = house.walked(Milestone::Met).await.client;
    let mut therapist = house.signed_in(Role::Therapist).await;
    let path = made(&mut therapist, client, "home").await;
    let opens = async |phone: &str| {
        let mut browser = house.stranger();
        let answer = browser.post(&path, &path, &[("phone", phone)]).await;
        let cookies = answer.headers.get_all("set-cookie").into_iter();
        let cookies: Vec<String> = cookies.map(|one| one.to_str().unwrap().to_owned()).collect();
        let cookie = cookies.into_iter().rfind(|one| one.starts_with("kapok-link=")).unwrap();
        (browser, cookie)
    };
    let (mut own, kept) = opens("").await;
    let (mut shared, lent) = opens("shared").await;
    assert!(kept.contains("Max-Age=") && !lent.contains("Max-Age="), "{kept} {lent}");
    assert_eq!(shared.get("/my").await.status, StatusCode::OK);
    house.app.clock.advance(SignedDuration::from_mins(61));
    assert_eq!(shared.get("/my").await.status, StatusCode::NOT_FOUND);
    assert_eq!(own.get("/my").await.status, StatusCode::OK);
}

#[tokio::test]
async fn what_a_phone_kept_for_one_person_goes_into_nobody_elses_record() {
    let house = House::open().await;
    let first = house.walked(Milestone::Met).await.client;
    let second = house.walked(Milestone::Met).await.client;
    let mut therapist = house.signed_in(Role::Therapist).await;
    let (one, two) = (made(&mut therapist, first, "home").await, made(&mut therapist, second, "home").await);
    let (mut phone, _) = opened(&house, &one).await;
    let page = phone.get("/my/messages").await;
    let shelf = page.text.split("data-holder=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    assert!(!shelf.contains(&first.to_string()), "it tells nothing of whose it is");
    let shown = phone.get(&two).await;
    assert!(shown.text.contains("Another person"), "{}", shown.text);
    phone.post(&two, &two, &[]).await;
    let page = phone.get("/my/messages").await;
    let (csrf, seen, command) = (page.field("csrf"), page.field("seen"), page.field("command"));
    let words =
        [("csrf", csrf.as_str()), ("seen", &seen), ("command", &command), ("words", "It is bad tonight.")];
    let from =
        |shelf| [("origin", "http://house.test"), ("sec-fetch-site", "same-origin"), ("x-holder", shelf)];
    let sent = phone.post_bare("/my/messages", &words, &from(&shelf)).await;
    assert_eq!(sent.status, StatusCode::NOT_FOUND);
    assert!(!phone.get("/my/messages").await.text.contains("It is bad tonight."));
    let own = page.text.split("data-holder=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    assert_eq!(phone.post_bare("/my/messages", &words, &from(&own)).await.status, StatusCode::SEE_OTHER);
}
