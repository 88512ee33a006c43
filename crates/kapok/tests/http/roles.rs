//! Every role at every route: what `permit` denies, no page shows.

use axum::http::StatusCode;
use journey::staff::{Role, Status};
use permit::{Actor, Relation, Resource};

use crate::enquiry::link;
use crate::house::House;

const SAME_ORIGIN: [(&str, &str); 2] = [("origin", "http://house.test"), ("sec-fetch-site", "same-origin")];

#[tokio::test]
async fn what_a_role_may_not_do_no_route_does() {
    let house = House::open().await;
    let enquiry = [("name", "Synthetic Sam"), ("phone", "555")];
    house.stranger().post("/enquiry", "/enquiry", &enquiry).await;
    let person = link(&house.signed_in(Role::Therapist).await.get("/people").await.text);
    let client = person.rsplit('/').next().unwrap().to_owned();
    let practice = house.app.store.practice_id();
    let mut denied = 0;
    for role in Role::ALL {
        for (route, action, kind) in house.asking() {
            // A client's own pages are for no role: `client.rs` walks them.
            if matches!(route.path, "/enquiry" | "/set-up") || route.path.starts_with("/my") {
                continue;
            }
            let (staff, _) = house
                .app
                .store
                .practice()
                .by_email(&crate::house::email(role))
                .map(|(s, _)| (s, ()))
                .unwrap();
            let actor = Actor::Staff { practice, staff, role, status: Status::Active };
            let resource = if route.path.contains("{client}") {
                Resource::of_client(practice, client.parse().unwrap(), kind)
            } else {
                Resource::of_practice(practice, kind)
            };
            let allowed = permit::decide(&actor, action, &resource, Relation::Unclaimed).is_ok();
            if allowed {
                continue;
            }
            denied += 1;
            let path = route.path.replace("{client}", &client);
            let mut browser = house.signed_in(role).await;
            let answer = match route.method.as_str() {
                "GET" => browser.get(&path).await,
                _ => {
                    let csrf = browser.get("/enquiry").await.field("csrf");
                    browser.post_bare(&path, &[("csrf", &csrf)], &SAME_ORIGIN).await
                }
            };
            let turned_away = matches!(answer.status, StatusCode::NOT_FOUND | StatusCode::BAD_REQUEST);
            assert!(turned_away, "{role:?} {} {path}: {}", route.method, answer.status);
            assert!(!answer.text.contains("Synthetic Sam"), "{role:?} {path}");
        }
    }
    assert!(denied > 0, "something was denied");
}

#[tokio::test]
async fn a_record_that_is_not_theirs_looks_like_none_at_all() {
    let house = House::open().await;
    house.stranger().post("/enquiry", "/enquiry", &[("name", "Synthetic Sam"), ("phone", "555")]).await;
    let person = link(&house.signed_in(Role::Therapist).await.get("/people").await.text);
    let mut prescriber = house.signed_in(Role::Prescriber).await;
    let foreign = prescriber.get(&person).await;
    let unknown = prescriber.get("/people/00000000000000000000000000000000").await;
    assert_eq!((foreign.status, unknown.status), (StatusCode::NOT_FOUND, StatusCode::NOT_FOUND));
    assert_eq!(foreign.text, unknown.text);
}
