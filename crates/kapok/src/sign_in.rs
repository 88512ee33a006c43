//! Signing in: a password, a session that ends by itself, and nothing in the cookie but chance.

pub(crate) mod again;
pub mod desk;

use axum::extract::State;
use axum::http::HeaderMap;
use axum::http::header::SET_COOKIE;
use axum::response::{Html, IntoResponse, Redirect, Response};
use jiff::{SignedDuration, Timestamp};
use journey::practice::Member;
use journey::staff::{Role, Status};
use journey::{StaffId, practice};
use pages::Route;
use permit::{Action, Actor, Job, Kind, Relation, Resource};
use serde::Deserialize;
use store::{Ask, Intent, TokenKind};

pub use desk::Desk;

use crate::app::{App, Transport};
use crate::chance::{self, Token};
use crate::door::{self, Visit, shown};
use crate::failure::Failure;
use crate::form::Form;

/// A sign-in ends when nothing was done for this long (ASVS V7.3).
pub const IDLE_MAX: SignedDuration = SignedDuration::from_mins(15);
/// A sign-in ends after this long whatever was done (ASVS V7.3).
pub const ABSOLUTE_MAX: SignedDuration = SignedDuration::from_hours(12);
/// How often being there is written down.
const SEEN_EVERY: SignedDuration = SignedDuration::from_mins(1);

/// A person of the practice who is signed in, in the role they act as.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignedIn {
    /// Which person.
    pub staff: StaffId,
    /// The role they act as now.
    pub role: Role,
    /// Their name as it is printed.
    pub name: String,
    actor: Actor,
}

impl SignedIn {
    /// How `permit` knows them.
    pub fn actor(&self) -> Actor {
        self.actor
    }

    /// The token of the forms that they write in.
    pub(crate) fn form_token(&self, secret: &Token) -> String {
        secret.form_token_of(self.staff, numbered(self.role))
    }

    /// How pages show them in the corner.
    pub fn person(&self) -> pages::Person<'_> {
        pages::Person { name: &self.name, role: shown_role(self.role) }
    }
}

/// A role as pages show it.
pub(crate) fn shown_role(role: Role) -> pages::Role {
    match role {
        Role::Therapist => pages::Role::Therapist,
        Role::Prescriber => pages::Role::Prescriber,
        Role::Monitor => pages::Role::Monitor,
        Role::Admin => pages::Role::Admin,
        Role::Auditor => pages::Role::Auditor,
    }
}

/// Finds who is signed in by the cookie of a request.
///
/// # Errors
/// When the store cannot be asked.
pub async fn find(app: &App, headers: &HeaderMap, now: Timestamp) -> Result<Option<SignedIn>, Failure> {
    let Some(token) = door::cookie(headers, cookie_name(app.transport)).and_then(Token::parse) else {
        return Ok(None);
    };
    let hash = token.hash();
    let Some(row) = app.store.find_token(&hash).await? else {
        return Ok(None);
    };
    let alive = row.kind == TokenKind::SignIn
        && row.ended_at.is_none()
        && now < row.until
        && now.duration_since(row.seen_at) < IDLE_MAX;
    if !alive {
        return Ok(None);
    }
    let found = signed_in(app, &row);
    if found.is_some() && now.duration_since(row.seen_at) >= SEEN_EVERY {
        app.store.touch_token(hash, now, row.until).await?;
    }
    Ok(found)
}

/// The membership is asked anew for every request, so that a change holds at once (ASVS V8.3.2).
fn signed_in(app: &App, row: &store::Token) -> Option<SignedIn> {
    let practice = app.store.practice();
    let staff = StaffId::from_bytes(row.subject);
    let member = practice.people.get(&staff)?;
    let role = *Role::ALL.get(usize::from(row.purpose))?;
    if member.status != Status::Active || !member.roles.contains(&role) {
        return None;
    }
    Some(acts(app, staff, role, member))
}

fn acts(app: &App, staff: StaffId, role: Role, member: &Member) -> SignedIn {
    let actor = Actor::Staff { practice: app.store.practice_id(), staff, role, status: member.status };
    SignedIn { staff, role, name: member.name.clone(), actor }
}

/// Where a reader goes after signing in.
#[derive(Debug, Deserialize)]
pub struct Back {
    back: Option<String>,
}

/// The sign-in page.
pub async fn get(visit: Visit, axum::extract::Query(back): axum::extract::Query<Back>) -> Html<String> {
    let context = pages::sign_in::SignIn {
        back: back.back.as_deref().and_then(Route::from_name),
        ..Default::default()
    };
    shown(pages::sign_in::page(&visit.frame(), &context))
}

/// What the sign-in page sends.
#[derive(Deserialize)]
pub struct SignInForm {
    email: String,
    password: String,
    back: Option<String>,
    /// The role to act as, where the person holds it; else their first.
    role: Option<String>,
}

/// Signs a person in, or says that address and password do not go together.
///
/// # Errors
/// After too many tries, or when the store cannot be asked.
pub async fn post(
    State(app): State<App>,
    visit: Visit,
    headers: HeaderMap,
    Form(form): Form<SignInForm>,
) -> Result<Response, Failure> {
    let back = form.back.as_deref().and_then(Route::from_name);
    let known = visit.practice().by_email(&form.email).map(|(staff, member)| (staff, member.clone()));
    let hash = known.as_ref().and_then(|(_, member)| member.password_hash.clone());
    let fits = app.desk.check(&form.email, &form.password, hash, visit.now).await?;
    let role = known.as_ref().and_then(|(_, member)| {
        let asked = member.roles.iter().find(|role| form.role.as_deref() == Some(shown_role(**role).name()));
        asked.or(member.roles.first()).copied()
    });
    match (known, role) {
        (Some((staff, member)), Some(role)) if fits && member.status == Status::Active => {
            record(&app, practice::Command::SignIn { staff }, visit.now).await?;
            end(&app, &headers, visit.now).await?;
            let cookie = open(&app, staff, role, visit.now).await?;
            let route = back.unwrap_or(Route::Today);
            Ok(([(SET_COOKIE, cookie)], Redirect::to(&route.path())).into_response())
        }
        (known, _) => {
            refuse(&app, known.map(|(staff, _)| staff), visit.now);
            let context = pages::sign_in::SignIn { email: form.email, refused: true, back };
            let page = pages::sign_in::page(&visit.frame(), &context);
            Ok(door::page(axum::http::StatusCode::UNPROCESSABLE_ENTITY, page))
        }
    }
}

/// Records a refused sign-in. The answer does not wait for the disk: an address that nobody has
/// writes nothing.
fn refuse(app: &App, known: Option<StaffId>, now: Timestamp) {
    if let Some(staff) = known {
        let app = app.clone();
        tokio::spawn(async move { record(&app, practice::Command::RefuseSignIn { staff }, now).await });
    }
}

async fn record(app: &App, command: practice::Command, now: Timestamp) -> Result<(), Failure> {
    let practice = app.store.practice_id();
    let actor = Actor::System { practice, job: Job::SignIn };
    let resource = Resource::of_practice(practice, Kind::People);
    let permit = permit::to_act(actor, Action::Amend, resource, Relation::Unclaimed)?;
    app.store.act(permit, Intent::now(chance::command(), Ask::Practice(command)), now).await?;
    Ok(())
}

/// Opens a session and gives its cookie; the token is new at every sign-in (ASVS V7.2.4).
///
/// # Errors
/// When the store cannot keep it.
pub async fn open(
    app: &App,
    staff: StaffId,
    role: Role,
    now: Timestamp,
) -> Result<axum::http::HeaderValue, Failure> {
    let token = Token::draw();
    app.store
        .put_token(store::Token {
            hash: token.hash(),
            kind: TokenKind::SignIn,
            subject: staff.to_bytes(),
            purpose: numbered(role),
            reference: None,
            issued_at: now,
            seen_at: now,
            until: now.saturating_add(ABSOLUTE_MAX).unwrap_or(Timestamp::MAX),
            ended_at: None,
        })
        .await?;
    let name = cookie_name(app.transport);
    Ok(door::set_cookie(app.transport, name, &token.text(), Some(ABSOLUTE_MAX.as_secs())))
}

/// The number under which a row keeps a role.
fn numbered(role: Role) -> u8 {
    let place = Role::ALL.iter().position(|known| *known == role).unwrap_or_default();
    u8::try_from(place).unwrap_or(u8::MAX)
}

/// Ends the sign-in that a browser came with, if it came with one.
async fn end(app: &App, headers: &HeaderMap, now: Timestamp) -> Result<(), Failure> {
    if let Some(token) = door::cookie(headers, cookie_name(app.transport)).and_then(Token::parse) {
        app.store.end_token(token.hash(), now).await?;
    }
    Ok(())
}

/// Signs out: the session ends on the server, and the browser forgets what it kept.
///
/// # Errors
/// When the store cannot be asked.
pub async fn sign_out(State(app): State<App>, visit: Visit, headers: HeaderMap) -> Result<Response, Failure> {
    end(&app, &headers, visit.now).await?;
    let gone = door::set_cookie(app.transport, cookie_name(app.transport), "", Some(0));
    // What lies in this browser's storage is what the practice does not have yet: it is never thrown away.
    let clear = (axum::http::HeaderName::from_static("clear-site-data"), "\"cache\"");
    Ok(([(SET_COOKIE, gone)], [clear], Redirect::to(&Route::SignIn.path())).into_response())
}

fn cookie_name(transport: Transport) -> &'static str {
    match transport {
        Transport::Tls => "__Host-kapok",
        Transport::Loopback => "kapok",
    }
}
