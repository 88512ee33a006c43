//! One word of each kind of thing is planted, and everybody looks everywhere.

use axum::http::StatusCode;
use journey::ClientId;
use journey::staff::Role;
use kapok::walk::{Milestone, Walker};
use permit::{Action, Actor, Kind, Purpose, Relation, Resource};

use crate::house::{Browser, House};

/// What a synthetic person's record says of each kind, as the walk and this test write it.
const WORDS: [(Kind, &str); 16] = [
    (Kind::Identity, "Sam"),
    (Kind::Enquiry, "I am tired of bracing"),
    (Kind::Enquiry, "nine years of back pain"),
    (Kind::Clearance, "Nothing in the history speaks against it"),
    (Kind::HealthHistory, "a fall from the cherry tree"),
    (Kind::Preparation, "To put the load down for an hour"),
    (Kind::Preparation, "come closer, say nothing"),
    (Kind::SessionChart, "the house by the river"),
    (Kind::SessionChart, "breathing went long again"),
    (Kind::Integration, "humming in the kitchen"),
    (Kind::Integration, "Let someone cook"),
    (Kind::Scale, "I was bracing, and let it go"),
    (Kind::Task, "we spoke of the bridge"),
    (Kind::Message, "a dog that barks at four"),
    (Kind::Consent, "the seventh clause is not for me"),
    (Kind::PsychotherapyNotes, "the wall may be a brother"),
];

/// Integration in words is for those who hold it; a prescriber reads a summary (7.2: `R summary`).
fn is_summed_up(actor: &Actor, kind: Kind) -> bool {
    matches!(actor, Actor::Staff { role: Role::Prescriber, .. }) && kind == Kind::Integration
}

/// Plants what the walk leaves out, and lets the monitor join.
async fn planted(house: &House, walker: &Walker) {
    let person = format!("/people/{}", walker.client);
    let mut therapist = house.signed_in(Role::Therapist).await;
    join_monitor(house, &mut therapist, &person).await;
    let forms = [
        (
            format!("{person}/history"),
            format!("{person}/history/fact"),
            vec![("kind", "condition"), ("words", "a fall from the cherry tree"), ("status", "past")],
        ),
        (
            format!("{person}/measures"),
            format!("{person}/measures/risk"),
            vec![("words", "we spoke of the bridge"), ("level", "usual")],
        ),
        (format!("{person}/notes"), format!("{person}/notes"), vec![("words", "I noticed the wall again")]),
    ];
    for (page, path, fields) in &forms {
        let answer = therapist.post(page, path, fields).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER, "{path}: {}", answer.text);
    }
    let notes = format!("{person}/notes");
    let note = therapist.get(&notes).await.field("note");
    let addition = format!("addition-{note}");
    let added = [("note", note.as_str()), (&addition, "the wall may be a brother")];
    let answer = therapist.post(&notes, &format!("{notes}/addition"), &added).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text);
    let consent = format!("{person}/consent");
    let document = [("document", journey::consent::DEFAULT.id), ("tier", "psycholytic")];
    assert_eq!(therapist.post(&consent, &consent, &document).await.status, StatusCode::SEE_OTHER);
    let mut home = pressed(house, walker.client, "home").await;
    let clause = journey::consent::DEFAULT.clauses[6].id;
    let declined = [("clause", clause), ("answer", "decline"), ("words", "the seventh clause is not for me")];
    let written = [("seen", "0"), ("words", "a dog that barks at four")];
    let answer = home.post("/my/messages", "/my/messages", &written).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text);
    let answer = home.post("/my/consent", "/my/consent", &declined).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.text);
}

async fn join_monitor(house: &House, therapist: &mut Browser, person: &str) {
    let staff = house.app.store.practice().by_email(&crate::house::email(Role::Monitor)).unwrap().0;
    let joined = therapist.post(person, &format!("{person}/team"), &[("staff", &staff.to_string())]).await;
    assert_eq!(joined.status, StatusCode::SEE_OTHER, "{}", joined.text);
}

async fn pressed(house: &House, client: ClientId, opens: &str) -> Browser {
    let page = format!("/people/{client}/links");
    let made = house.signed_in(Role::Therapist).await.post(&page, &page, &[("opens", opens)]).await;
    let (_, rest) = made.text.split_once("://house.test/l/").unwrap_or_else(|| panic!("{}", made.text));
    let path = format!("/l/{}", &rest[..32]);
    let mut browser = house.stranger();
    assert_eq!(browser.post(&path, &path, &[]).await.status, StatusCode::SEE_OTHER);
    browser
}

/// All that somebody sees who opens every page there is.
async fn seen(house: &House, browser: &mut Browser, walker: &Walker) -> String {
    let mut all = String::new();
    for route in house.listed.iter().filter(|route| route.method == "GET") {
        let path = route.path.replace("{client}", &walker.client.to_string());
        let path = path.replace("{session}", &walker.session.to_string());
        all.push_str(&browser.get(&path).await.text);
    }
    for part in 0..24 {
        all.push_str(&browser.get(&format!("/my/consent?part={part}")).await.text);
    }
    all
}

fn may_read(actor: &Actor, client: ClientId, kind: Kind, relation: Relation) -> bool {
    let resource = Resource::of_client(actor.practice(), client, kind).meant_by(actor);
    permit::decide(actor, Action::Read, &resource, relation).is_ok() && !is_summed_up(actor, kind)
}

#[tokio::test]
async fn nobody_sees_a_word_of_a_kind_they_may_not_read() {
    let house = House::open().await;
    let walker = house.walked(Milestone::Integrated).await;
    planted(&house, &walker).await;
    let practice = house.app.store.practice_id();
    let client = walker.client;
    let mut readers: Vec<(Actor, Relation, Browser)> = Vec::new();
    for role in Role::ALL {
        let staff = house.app.store.practice().by_email(&crate::house::email(role)).unwrap().0;
        let relation = house.app.store.relation(client, staff).unwrap();
        let status = journey::staff::Status::Active;
        readers.push((Actor::Staff { practice, staff, role, status }, relation, house.signed_in(role).await));
    }
    let check_in = format!("check-in.{}.7", walker.session);
    for (purpose, opens) in
        [(Purpose::Home, "home"), (Purpose::Consent, "consent"), (Purpose::CheckIn, &check_in)]
    {
        let actor = Actor::Link { practice, client, purpose };
        readers.push((actor, Relation::Unassigned, pressed(&house, client, opens).await));
    }
    let mut found = 0;
    for (actor, relation, mut browser) in readers {
        let all = seen(&house, &mut browser, &walker).await;
        for (kind, words) in WORDS {
            let shown = all.contains(words);
            let may = may_read(&actor, client, kind, relation);
            assert!(may || !shown, "{actor:?} saw of {kind:?}: {words}");
            found += usize::from(shown);
            let therapist = matches!(actor, Actor::Staff { role: Role::Therapist, .. });
            assert!(shown || !therapist, "the therapist finds of {kind:?}: {words}");
        }
    }
    assert!(found > WORDS.len() + 8, "others found what is theirs: {found}");
}

#[tokio::test]
async fn the_window_and_its_check_ins_are_for_those_who_read_them() {
    let house = House::open().await;
    let walker = house.walked(Milestone::CheckedIn).await;
    let person = format!("/people/{}", walker.client);
    join_monitor(&house, &mut house.signed_in(Role::Therapist).await, &person).await;
    let monitor = house.signed_in(Role::Monitor).await.get("/today").await.text;
    assert!(!monitor.contains("window-drawing"), "{monitor}");
    let prescriber = house.signed_in(Role::Prescriber).await.get("/today").await.text;
    assert!(prescriber.contains("window-drawing"), "{prescriber}");
}
