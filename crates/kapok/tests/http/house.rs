//! A practice in a temporary folder, and people who knock on its door.

use axum::Router;
use axum::body::Body;
use axum::http::{HeaderMap, Request, StatusCode, header};
use jiff::Timestamp;
use journey::practice::{Command, NewPerson};
use journey::staff::{Role, Status};
use kapok::app::{App, Asks, Inner, Listed, ServerKind, Transport};
use kapok::clock::Clock;
use kapok::public::Threshold;
use kapok::sign_in::Desk;
use kapok::walk::{self, Cast, Milestone, Walker};
use kapok::{chance, routes};
use permit::{Action, Actor, Job, Kind, Relation, Resource};
use store::{Ask, Intent, Store};
use tower::ServiceExt;

/// The password of everybody here.
pub(crate) const PASSWORD: &str = "a password long enough to count";

/// A practice with one person per role.
pub(crate) struct House {
    pub(crate) app: App,
    pub(crate) router: Router,
    pub(crate) listed: Vec<Listed>,
    watcher: std::sync::Mutex<(tokio::sync::broadcast::Receiver<store::Appended>, usize)>,
    folder: Folder,
}

struct Folder(std::path::PathBuf);

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

impl House {
    pub(crate) async fn open() -> Self {
        Self::with(Transport::Loopback).await
    }

    pub(crate) async fn with(transport: Transport) -> Self {
        let folder = std::env::temp_dir().join(format!("kapok-http-{}", chance::command()));
        std::fs::create_dir(&folder).unwrap();
        let store = Store::create(&folder.join("practice"), &folder.join("root-key")).unwrap();
        let clock = Clock::starting_at("2026-11-22T18:00:00Z".parse::<Timestamp>().unwrap());
        settle(&store, &clock).await;
        let app = App::new(Inner {
            store,
            clock,
            assets: pages::Assets::default(),
            transport,
            desk: Desk::default(),
            threshold: Threshold::default(),
            set_up_code: Some("the-code".to_owned()),
            kind: ServerKind::Practice,
        });
        let routes = routes::all(&app);
        let listed = routes.listed().to_vec();
        let router = routes.into_router(app.clone());
        let watcher = std::sync::Mutex::new((app.store.watch(), 0));
        Self { app, router, listed, watcher, folder: Folder(folder) }
    }

    /// Where the practice lies.
    pub(crate) fn folder(&self) -> &std::path::Path {
        &self.folder.0
    }

    /// How many facts were appended since the house was opened.
    pub(crate) fn appended(&self) -> usize {
        let mut watcher = self.watcher.lock().unwrap();
        while watcher.0.try_recv().is_ok() {
            watcher.1 += 1;
        }
        watcher.1
    }

    /// Somebody who has not signed in.
    pub(crate) fn stranger(&self) -> Browser {
        Browser { router: self.router.clone(), cookies: Vec::new() }
    }

    /// Somebody signed in by the session that a sign-in would open.
    pub(crate) async fn signed_in(&self, role: Role) -> Browser {
        let (staff, _) =
            self.app.store.practice().by_email(&email(role)).map(|(id, m)| (id, m.clone())).unwrap();
        let cookie = kapok::sign_in::open(&self.app, staff, role, self.app.clock.now()).await.unwrap();
        let mut browser = self.stranger();
        browser.keep(cookie.to_str().unwrap());
        browser
    }

    /// Somebody of this role who joined later, and walks with nobody; signed in.
    pub(crate) async fn outside(&self, role: Role) -> Browser {
        let staff = chance::staff();
        let email = format!("{staff}@house.invalid");
        let person = NewPerson {
            staff,
            name: format!("Outside {role:?}"),
            email: email.clone(),
            password_hash: kapok::sign_in::desk::hash(PASSWORD).unwrap(),
            roles: vec![role],
        };
        let now = self.app.clock.now();
        adds(&self.app.store, Command::AddPerson(person), now).await;
        let cookie = kapok::sign_in::open(&self.app, staff, role, now).await.unwrap();
        let mut browser = self.stranger();
        browser.keep(cookie.to_str().unwrap());
        browser
    }

    /// The therapist, as `permit` knows them.
    pub(crate) fn therapist(&self) -> Actor {
        let (practice, staff) = (self.app.store.practice_id(), self.cast().therapist);
        Actor::Staff { practice, staff, role: Role::Therapist, status: Status::Active }
    }

    /// Those of the house who walk with its clients.
    pub(crate) fn cast(&self) -> Cast {
        let practice = self.app.store.practice();
        let known = |role| practice.by_email(&email(role)).unwrap().0;
        Cast { therapist: known(Role::Therapist), prescriber: known(Role::Prescriber) }
    }

    /// A synthetic person who has come as far as this; the clock goes with them.
    pub(crate) async fn walked(&self, milestone: Milestone) -> Walker {
        let walker = Walker::new("Synthetic Sam");
        let from = self.app.clock.now();
        let reached = walk::to(&self.app.store, &self.cast(), &walker, milestone, from).await.unwrap();
        self.app.clock.advance(reached.duration_since(from));
        walker
    }

    /// The routes that ask for something.
    pub(crate) fn asking(&self) -> impl Iterator<Item = (&Listed, Action, Kind)> {
        self.listed.iter().filter_map(|route| match route.asks {
            Asks::For(action, kind) => Some((route, action, kind)),
            Asks::Nothing(_) => None,
        })
    }
}

pub(crate) fn email(role: Role) -> String {
    format!("{role:?}@house.invalid").to_lowercase()
}

async fn settle(store: &Store, clock: &Clock) {
    let password_hash = kapok::sign_in::desk::hash(PASSWORD).unwrap();
    for (index, role) in Role::ALL.into_iter().enumerate() {
        let person = NewPerson {
            staff: chance::staff(),
            name: format!("Synthetic {role:?}"),
            email: email(role),
            password_hash: password_hash.clone(),
            roles: vec![role],
        };
        let command = if index == 0 {
            Command::Found {
                name: "Test House".to_owned(),
                country: "US".to_owned(),
                zone: "America/Los_Angeles".to_owned(),
                first: person,
            }
        } else {
            Command::AddPerson(person)
        };
        adds(store, command, clock.now()).await;
    }
}

async fn adds(store: &Store, command: Command, now: Timestamp) {
    let practice = store.practice_id();
    let actor = Actor::System { practice, job: Job::SetUp };
    let people = Resource::of_practice(practice, Kind::People);
    let permit = permit::to_act(actor, Action::Create, people, Relation::Unclaimed).unwrap();
    store.act(permit, Intent::now(chance::command(), Ask::Practice(command)), now).await.unwrap();
}

/// A browser with its cookies.
#[derive(Clone)]
pub(crate) struct Browser {
    router: Router,
    cookies: Vec<(String, String)>,
}

/// What came back.
pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) text: String,
}

impl Answer {
    pub(crate) fn location(&self) -> &str {
        self.headers.get(header::LOCATION).map_or("", |value| value.to_str().unwrap())
    }

    /// The value of the first hidden field of this name.
    pub(crate) fn field(&self, name: &str) -> String {
        let marked = format!("name=\"{name}\" value=\"");
        let rest =
            self.text.split(&marked).nth(1).unwrap_or_else(|| panic!("no field {name} in {}", self.text));
        rest.split('"').next().unwrap().to_owned()
    }
}

impl Browser {
    fn keep(&mut self, set_cookie: &str) {
        let (name, value) = set_cookie.split(';').next().unwrap().split_once('=').unwrap();
        self.cookies.retain(|(known, _)| known != name);
        self.cookies.push((name.to_owned(), value.to_owned()));
    }

    pub(crate) async fn get(&mut self, path: &str) -> Answer {
        self.send(Request::get(path).body(Body::empty()).unwrap()).await
    }

    /// Sends a form as the page at `page` would: with its token and from its origin.
    pub(crate) async fn post(&mut self, page: &str, path: &str, fields: &[(&str, &str)]) -> Answer {
        let drawn = self.get(page).await;
        let csrf = drawn.field("csrf");
        let mut all = vec![("csrf", csrf.as_str())];
        let seen = drawn.text.contains("name=\"seen\"").then(|| drawn.field("seen"));
        // What the page shows is seen, unless a test says otherwise.
        let said = fields.iter().any(|(name, _)| *name == "seen");
        all.extend(seen.as_deref().filter(|_| !said).map(|seen| ("seen", seen)));
        all.extend_from_slice(fields);
        self.post_bare(path, &all, &[("origin", "http://house.test"), ("sec-fetch-site", "same-origin")])
            .await
    }

    pub(crate) async fn post_bare(
        &mut self,
        path: &str,
        fields: &[(&str, &str)],
        headers: &[(&str, &str)],
    ) -> Answer {
        let body = serde_urlencoded::to_string(fields).unwrap();
        let mut request =
            Request::post(path).header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        self.send(request.body(Body::from(body)).unwrap()).await
    }

    /// Sends a form whose bytes come as the body lets them.
    pub(crate) async fn post_body(&mut self, path: &str, body: Body) -> Answer {
        let request = Request::post(path)
            .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
            .header("origin", "http://house.test")
            .header("sec-fetch-site", "same-origin");
        self.send(request.body(body).unwrap()).await
    }

    /// Sends a form with a file, its fields first; the token is the caller's to give.
    pub(crate) async fn post_file(
        &mut self,
        path: &str,
        fields: &[(&str, &str)],
        file: Option<(&str, &[u8])>,
    ) -> Answer {
        let mut body = Vec::new();
        for (name, value) in fields {
            let part =
                format!("--seam\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
            body.extend_from_slice(part.as_bytes());
        }
        let (name, bytes) = file.unwrap_or_default();
        let head = format!(
            "--seam\r\nContent-Disposition: form-data; name=\"record\"; filename=\"{name}\"\r\n\
             Content-Type: application/json\r\n\r\n"
        );
        body.extend_from_slice(head.as_bytes());
        body.extend_from_slice(bytes);
        body.extend_from_slice(b"\r\n--seam--\r\n");
        let request = Request::post(path)
            .header(header::CONTENT_TYPE, "multipart/form-data; boundary=seam")
            .header("origin", "http://house.test")
            .header("sec-fetch-site", "same-origin");
        self.send(request.body(Body::from(body)).unwrap()).await
    }

    /// Sends JSON as our own scripts do: from our origin, with the form's token in a header.
    pub(crate) async fn post_json(&mut self, path: &str, csrf: &str, body: &str) -> Answer {
        self.post_json_with(path, csrf, body, &[]).await
    }

    pub(crate) async fn post_json_with(
        &mut self,
        path: &str,
        csrf: &str,
        body: &str,
        more: &[(&str, String)],
    ) -> Answer {
        let mut request = Request::post(path)
            .header(header::CONTENT_TYPE, "application/json")
            .header("origin", "http://house.test")
            .header("sec-fetch-site", "same-origin")
            .header("x-csrf", csrf);
        for (name, value) in more {
            request = request.header(*name, value);
        }
        self.send(request.body(Body::from(body.to_owned())).unwrap()).await
    }

    async fn send(&mut self, mut request: Request<Body>) -> Answer {
        let cookies: Vec<_> = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        let headers = request.headers_mut();
        headers.insert(header::HOST, "house.test".parse().unwrap());
        if !cookies.is_empty() {
            headers.insert(header::COOKIE, cookies.join("; ").parse().unwrap());
        }
        let response = self.router.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        for cookie in parts.headers.get_all(header::SET_COOKIE) {
            self.keep(cookie.to_str().unwrap());
        }
        let bytes = axum::body::to_bytes(body, 16 * 1024 * 1024).await.unwrap();
        Answer {
            status: parts.status,
            headers: parts.headers,
            text: String::from_utf8_lossy(&bytes).into_owned(),
        }
    }
}
