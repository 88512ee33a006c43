//! Equal seeds give equal people, and never equal keys.

use std::collections::BTreeMap;

use axum::Router;
use axum::body::Body;
use axum::http::{Request, Response, StatusCode, header};
use jiff::Timestamp;
use journey::staff::{Role, Status};
use journey::{ClientId, Recorded, StaffId};
use permit::{Action, Actor, Kind, Relation, Resource};
use store::{ListQuery, Store};
use tower::ServiceExt;

use super::{Demo, DemoArguments, Folder, people};
use crate::app::{App, Inner, ServerKind, Transport};
use crate::clock::Clock;
use crate::public::Threshold;
use crate::sign_in::Desk;

const NOW: &str = "2026-11-22T18:40:00Z";

/// A demo that was made and can be looked into.
struct Made {
    folder: Folder,
    store: Store,
    therapist: StaffId,
    now: Timestamp,
}

impl Made {
    async fn of(clients: u32, seed: u64) -> Self {
        let folder = Folder::make().expect("a folder");
        let store = Store::create(&folder.0.join("practice"), &folder.0.join("root-key")).expect("made");
        let now: Timestamp = NOW.parse().expect("an instant");
        let listen = "127.0.0.1:0".parse().expect("an address");
        let arguments = DemoArguments { clients, seed, now: Some(now), listen };
        let ways = people::moved_in(&store, now, &arguments).await.expect("everybody moves in");
        let therapist = ways.iter().find(|way| way.role == Role::Therapist).expect("a therapist").staff;
        Self { folder, store, therapist, now }
    }

    fn actor(&self) -> Actor {
        let (practice, staff) = (self.store.practice_id(), self.therapist);
        Actor::Staff { practice, staff, role: Role::Therapist, status: Status::Active }
    }

    async fn clients(&self) -> Vec<ClientId> {
        let roster = Resource::of_practice(self.store.practice_id(), Kind::Roster);
        let permit = permit::to_act(self.actor(), Action::Read, roster, Relation::Unassigned).expect("may");
        let listed = self.store.list(permit, ListQuery::default(), self.now).await.expect("listed");
        assert_eq!(listed.rows.len(), listed.total, "all of them are on one list");
        listed.rows.into_iter().map(|row| row.client).collect()
    }

    /// Everything that can be opened about everybody, each through its grant.
    async fn opened(&self) -> BTreeMap<(ClientId, &'static str), Vec<Recorded>> {
        let mut all = BTreeMap::new();
        for client in self.clients().await {
            for (name, kind) in [("identity", Kind::Identity), ("record", Kind::SessionChart)] {
                let relation = self.store.relation(client, self.therapist).expect("somebody");
                let resource = Resource::of_client(self.store.practice_id(), client, kind);
                let Ok(grant) = permit::to_open(self.actor(), resource, relation) else { continue };
                let history = self.store.history(grant, self.now).await.expect("opened");
                all.insert((client, name), history);
            }
        }
        all
    }

    fn bytes(&self, name: &str) -> Vec<u8> {
        std::fs::read(self.folder.0.join(name)).expect("a file")
    }
}

#[tokio::test]
async fn equal_seeds_give_equal_people_and_never_equal_keys() {
    let (one, two, other) = (Made::of(12, 7).await, Made::of(12, 7).await, Made::of(12, 8).await);
    let opened = one.opened().await;
    assert!(opened.len() >= 20, "{} compartments", opened.len());
    assert!(opened.values().map(Vec::len).sum::<usize>() > 500, "whole lives");
    assert_eq!(opened, two.opened().await);
    assert_eq!(one.store.practice().people, two.store.practice().people);
    assert_ne!(opened, other.opened().await, "another seed, other people");
    for secret in ["root-key", "practice/keys.kapok"] {
        assert_ne!(one.bytes(secret), two.bytes(secret), "{secret}");
    }
    assert_ne!(one.store.practice_id(), two.store.practice_id());
}

#[tokio::test]
async fn there_is_somebody_at_every_part_of_the_path() {
    let made = Made::of(40, 7).await;
    let mut stages = BTreeMap::new();
    let roster = Resource::of_practice(made.store.practice_id(), Kind::Roster);
    let permit = permit::to_act(made.actor(), Action::Read, roster, Relation::Unassigned).expect("may");
    let listed = made.store.list(permit, ListQuery::default(), made.now).await.expect("listed");
    for row in listed.rows {
        *stages.entry(format!("{:?}", row.place.stage)).or_insert(0) += 1;
    }
    let expected = [
        "Consultation",
        "Declined",
        "Ended",
        "Enquiry",
        "InSession",
        "Integration",
        "Paused",
        "Preparation",
        "Ready",
        "Screening",
    ];
    for stage in expected {
        assert!(stages.contains_key(stage), "nobody is in {stage}: {stages:?}");
    }
    assert_eq!(stages["InSession"], 1, "{stages:?}");
}

#[tokio::test]
async fn people_tell_between_visits_what_the_pages_are_there_for() {
    let opened = Made::of(12, 7).await.opened().await;
    let told = serde_json::to_string(&opened.values().collect::<Vec<_>>()).expect("JSON");
    for sort in ["BodyMapped", "ThreadWritten", "PracticeChosen", "CheckInAnswered", "IntegrationSessionHeld"]
    {
        assert!(told.contains(sort), "nobody has told of {sort}");
    }
    for scale in ["phq-9", "gad-7", "peg"] {
        assert!(told.contains(&format!("\"{scale}\"")), "nobody has filled in {scale}");
    }
}

#[tokio::test]
async fn the_days_ahead_are_booked_and_somebody_waits_for_an_answer() {
    let made = Made::of(40, 7).await;
    let practice = made.store.practice();
    assert!(practice.taken.len() >= 10, "{} times are taken", practice.taken.len());
    for taken in practice.taken.values() {
        let local = taken.from.to_zoned(practice.time_zone());
        assert!(made.now < taken.from && (9..17).contains(&local.hour()), "{local}");
    }
    let opened = made.opened().await;
    let told = serde_json::to_string(&opened.values().collect::<Vec<_>>()).expect("JSON");
    for sort in ["AppointmentBooked", "MessageWritten", "MessagesRead"] {
        assert!(told.contains(sort), "nobody has told of {sort}");
    }
    assert!(practice.hours_at(made.now).is_some(), "the practice has said when it reads");
}

/// A browser on the demo's loopback address.
struct Browser {
    router: Router,
    cookies: Vec<String>,
}

impl Browser {
    async fn send(&mut self, request: axum::http::request::Builder, body: String) -> (StatusCode, String) {
        let request = request
            .header(header::HOST, "127.0.0.1:7777")
            .header(header::ORIGIN, "http://127.0.0.1:7777")
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header(header::COOKIE, self.cookies.join("; "));
        let request = request.body(Body::from(body)).expect("a request");
        let response: Response<Body> = self.router.clone().oneshot(request).await.expect("an answer");
        for cookie in response.headers().get_all(header::SET_COOKIE) {
            let cookie = cookie.to_str().expect("text").split(';').next().expect("a pair").to_owned();
            self.cookies.push(cookie);
        }
        let status = response.status();
        let bytes = axum::body::to_bytes(response.into_body(), 1 << 20).await.expect("a body");
        (status, String::from_utf8(bytes.to_vec()).expect("text"))
    }

    async fn get(&mut self, path: &str) -> (StatusCode, String) {
        self.send(Request::get(path), String::new()).await
    }
}

#[tokio::test]
async fn whoever_is_signed_in_stays_so_when_the_clock_is_moved() {
    let made = Made::of(0, 7).await;
    let way = super::way(made.therapist, Role::Therapist);
    let enter = format!("/demo/sign-in/{}", way.code);
    let clock = Clock::starting_at(made.now);
    let app = App::new(Inner {
        store: made.store.clone(),
        clock: clock.clone(),
        assets: pages::Assets::default(),
        transport: Transport::Loopback,
        desk: Desk::default(),
        threshold: Threshold::default(),
        set_up_code: None,
        kind: ServerKind::Demo(Demo { ways: vec![way] }),
    });
    let router = crate::routes::all(&app).into_router(app);
    let mut browser = Browser { router, cookies: Vec::new() };
    assert_eq!(browser.get(&enter).await.0, StatusCode::SEE_OTHER);
    let (status, today) = browser.get("/today").await;
    assert_eq!(status, StatusCode::OK);
    let csrf = today.split("name=\"csrf\" value=\"").nth(1).and_then(|rest| rest.split('"').next());
    let form = format!("csrf={}&minutes=2880", csrf.expect("a form"));
    let moved = browser.send(Request::post("/demo/clock"), form).await;
    assert_eq!(moved.0, StatusCode::SEE_OTHER, "{}", moved.1);
    assert_eq!(clock.now().duration_since(made.now).as_hours(), 48);
    assert_eq!(browser.get("/today").await.0, StatusCode::OK, "two days on, and still here");
    clock.advance(jiff::SignedDuration::from_mins(16));
    assert_eq!(browser.get("/today").await.0, StatusCode::SEE_OTHER, "a real rest still signs out");
}

#[tokio::test]
async fn the_password_that_the_demo_prints_is_the_one_that_fits() {
    let hash = Some(people::PASSWORD_HASH.to_owned());
    let desk = Desk::default();
    let fits = desk.check("nils@demo.invalid", people::PASSWORD, hash, Timestamp::UNIX_EPOCH);
    assert!(fits.await.is_ok_and(|fits| fits));
}
