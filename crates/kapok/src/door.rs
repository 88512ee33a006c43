//! The door: who comes, from where; and what every answer carries away.

use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::extract::{DefaultBodyLimit, FromRequestParts, Request, State};
use axum::http::header::{self, HeaderMap, HeaderName, HeaderValue};
use axum::http::request::Parts;
use axum::http::{Method, StatusCode};
use axum::middleware::{self, Next};
use axum::response::{Html, IntoResponse, Redirect, Response};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use journey::{ClientId, CommandId, Practice};
use pages::{Country, Frame, Language, Markup, Route, Theme};
use tower_http::catch_panic::CatchPanicLayer;

use crate::app::{App, Transport};
use crate::chance::{self, Token};
use crate::failure::Failure;
use crate::form::{self, FORM_BYTES_MAX};
use crate::link::{self, Holder};
use crate::sign_in::{self, SignedIn, again};

/// A page or a form is there and answered after so long, on any line that people chart over.
const ANSWERED_WITHIN: Duration = Duration::from_secs(30);
/// The same of a form with a file; only those who are signed in are read further than its head.
const UPLOADED_WITHIN: Duration = Duration::from_secs(300);

/// One request's reader: how they read, and who they are if anyone.
#[derive(Clone)]
pub struct Visit {
    app: App,
    /// The instant at which the request came.
    pub now: Timestamp,
    /// The language they read.
    pub language: Language,
    theme: Theme,
    practice: Arc<Practice>,
    zone: TimeZone,
    form_token: String,
    csrf: String,
    signed_in: Option<SignedIn>,
    holder: Option<Holder>,
    shelf: Option<String>,
    is_mine: bool,
    here: Option<Route>,
}

impl Visit {
    /// Everything that surrounds a page.
    pub fn frame(&self) -> Frame<'_> {
        let country = Country::from_code(&self.practice.country);
        Frame {
            language: self.language,
            theme: self.theme,
            hours: country.hours(),
            zone: self.zone.clone(),
            now: self.now,
            assets: &self.app.assets,
            practice: self.practice.name.as_deref().unwrap_or_default(),
            country,
            reads_at: self.practice.hours_at(self.now),
            risk_seen_by: journey::task::promised_by(self.now, &self.practice),
            person: self.signed_in.as_ref().map(SignedIn::person),
            csrf: Some(&self.csrf),
            shelf: self.shelf.as_deref(),
        }
    }

    /// The practice as it stands.
    pub fn practice(&self) -> &Practice {
        &self.practice
    }

    /// The pseudonym of a person who comes in by this intent.
    pub fn newcomer(&self, intent: CommandId) -> ClientId {
        chance::client_of(intent, &self.form_token)
    }

    /// Whether a form's token is the one that our pages put there.
    pub fn sent(&self, token: &str) -> bool {
        // All are derived hashes of a 128-bit secret; the comparison leaks nothing usable.
        let (browser, writer) = token.split_once('.').map_or((token, None), |(one, two)| (one, Some(two)));
        // What one person wrote is not sent under the name of another who signed in meanwhile.
        let is_writers = writer.is_none() || self.signed_in.is_none() || token == self.csrf;
        browser == self.form_token && is_writers
    }

    /// The same visit, once somebody has shown who they are.
    pub(crate) fn by(self, signed_in: SignedIn, csrf: String) -> Self {
        Self { signed_in: Some(signed_in), csrf, ..self }
    }

    /// Who is signed in.
    ///
    /// # Errors
    /// When nobody is: the way to the sign-in page, and back to this one. On a client's own pages
    /// nobody ever is.
    pub fn signed_in(&self) -> Result<&SignedIn, Failure> {
        if self.is_mine {
            return Err(Failure::LinkNeeded);
        }
        self.signed_in.as_ref().ok_or_else(|| Failure::SignIn(self.here.clone()))
    }

    /// Who holds a link, on a client's own pages; nobody ever does elsewhere.
    ///
    /// # Errors
    /// When nobody does, or the link is over.
    pub fn holder(&self) -> Result<&Holder, Failure> {
        self.holder.as_ref().ok_or(Failure::LinkNeeded)
    }

    /// What every request has at hand.
    pub fn app(&self) -> &App {
        &self.app
    }
}

impl FromRequestParts<App> for Visit {
    type Rejection = Failure;

    async fn from_request_parts(parts: &mut Parts, _: &App) -> Result<Self, Failure> {
        parts.extensions.get::<Self>().cloned().ok_or(Failure::NotFound)
    }
}

/// Hangs the door before the routes.
pub fn hung(routes: Router<App>, app: App) -> Router {
    routes
        .fallback(|| async { Failure::NotFound })
        .method_not_allowed_fallback(|| async { Failure::NotFound })
        .layer(CatchPanicLayer::custom(|_| Failure::Fault(crate::log::fault("panic")).into_response()))
        .layer(DefaultBodyLimit::max(FORM_BYTES_MAX))
        .layer(middleware::from_fn_with_state(app.clone(), pass))
        .with_state(app)
}

async fn pass(State(app): State<App>, request: Request, next: Next) -> Response {
    let headers = request.headers().clone();
    let form_cookie = cookie(&headers, form_cookie_name(app.transport)).and_then(Token::parse);
    let form_secret = form_cookie.clone().unwrap_or_else(Token::draw);
    let here =
        Some(request.uri().path()).filter(|_| request.method() == Method::GET).and_then(Route::from_path);
    let is_mine = is_mine(request.uri().path());
    let visit = match visit(&app, &headers, here, is_mine, &form_secret).await {
        Ok(visit) => visit,
        Err(failure) => return carry(&app, failure.status().into_response()),
    };
    let mut response = if forged(request.method(), &headers) {
        Failure::Forged.into_response()
    } else if is_anothers(&visit, &headers) {
        Failure::LinkNeeded.into_response()
    } else {
        let answered = answered(&app, &visit, &form_secret, request, next);
        let answered = tokio::time::timeout(patience(&headers), answered).await;
        answered.unwrap_or_else(|_| Failure::TooSlow.into_response())
    };
    if let Some(failure) = response.extensions_mut().remove::<Failure>() {
        let kept = std::mem::take(response.headers_mut());
        response = failed(&visit, &failure);
        response.headers_mut().extend(
            kept.into_iter()
                .filter_map(|(name, value)| Some((name?, value)))
                .filter(|(name, _)| name == header::SET_COOKIE),
        );
    }
    if form_cookie.is_none() {
        let cookie = set_cookie(app.transport, form_cookie_name(app.transport), &form_secret.text(), None);
        response.headers_mut().append(header::SET_COOKIE, cookie);
    }
    carry(&app, response)
}

/// Whether a browser sends what it kept for somebody else than who holds the link now.
fn is_anothers(visit: &Visit, headers: &HeaderMap) -> bool {
    let kept_for = headers.get("x-holder").map(HeaderValue::as_bytes);
    kept_for.is_some_and(|kept_for| visit.shelf.as_deref().map(str::as_bytes) != Some(kept_for))
}

/// Answers a request; a form whose writer is not signed in any more is kept in hand until they are.
async fn answered(app: &App, visit: &Visit, secret: &Token, mut request: Request, next: Next) -> Response {
    let may_be_staffs = request.method() == Method::POST && !visit.is_mine && visit.signed_in.is_none();
    if may_be_staffs && form::is_form(request.headers()) {
        return match again::held(app, visit, secret, request).await {
            Ok(held) => held.answered(visit, next).await,
            Err(failure) => failure.into_response(),
        };
    }
    request.extensions_mut().insert(visit.clone());
    next.run(request).await
}

/// How long a request may take to arrive and be answered.
fn patience(headers: &HeaderMap) -> Duration {
    let sort = headers.get(header::CONTENT_TYPE).and_then(|value| value.to_str().ok());
    if sort.is_some_and(|sort| sort.starts_with("multipart/")) { UPLOADED_WITHIN } else { ANSWERED_WITHIN }
}

async fn visit(
    app: &App,
    headers: &HeaderMap,
    here: Option<Route>,
    is_mine: bool,
    form_secret: &Token,
) -> Result<Visit, Failure> {
    let now = app.clock.now();
    let practice = app.store.practice();
    let zone = TimeZone::get(&practice.zone).unwrap_or(TimeZone::UTC);
    // One browser may hold a sign-in and a link; a page is for one of the two.
    let (signed_in, holder) = if is_mine {
        (None, link::find(app, headers, now).await?)
    } else {
        (sign_in::find(app, headers, now).await?, None)
    };
    Ok(Visit {
        now,
        language: language(headers),
        theme: cookie(headers, "theme").and_then(Theme::from_name).unwrap_or_default(),
        practice,
        zone,
        form_token: form_secret.form_token(),
        csrf: signed_in.as_ref().map_or_else(|| form_secret.form_token(), |one| one.form_token(form_secret)),
        signed_in,
        shelf: holder.as_ref().map(Holder::shelf),
        holder,
        is_mine,
        here,
        app: app.clone(),
    })
}

/// Whether a path is one of a client's own pages.
fn is_mine(path: &str) -> bool {
    path == "/my" || path.starts_with("/my/")
}

/// The language of the cookie, else the first that the browser asks for and we speak.
fn language(headers: &HeaderMap) -> Language {
    let asked =
        headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let tags = asked.split(',').map(|part| part.split(['-', ';']).next().unwrap_or_default().trim());
    cookie(headers, "language")
        .and_then(Language::from_tag)
        .or_else(|| tags.into_iter().find_map(Language::from_tag))
        .unwrap_or_default()
}

/// Whether an unsafe request came from somewhere else (ASVS V3.5).
fn forged(method: &Method, headers: &HeaderMap) -> bool {
    if matches!(*method, Method::GET | Method::HEAD) {
        return false;
    }
    let text = |name: HeaderName| headers.get(name).and_then(|value| value.to_str().ok());
    let host = text(header::HOST);
    // Our own `no-referrer` makes browsers write `null` here; then Sec-Fetch-Site must vouch.
    let origin = text(header::ORIGIN).filter(|origin| *origin != "null");
    let from_here = origin.map(|origin| origin.split_once("://").map(|(_, host)| host) == host);
    match text(HeaderName::from_static("sec-fetch-site")) {
        Some(site) => site != "same-origin" || from_here == Some(false),
        None => from_here != Some(true),
    }
}

fn failed(visit: &Visit, failure: &Failure) -> Response {
    if let Failure::SignIn(back) = failure {
        let back = back.as_ref().map(|route| format!("?back={}", route.name())).unwrap_or_default();
        return Redirect::to(&format!("{}{back}", Route::SignIn.path())).into_response();
    }
    page(failure.status(), failure.page(&visit.frame()))
}

/// A page as an answer.
pub fn shown(markup: Markup) -> Html<String> {
    Html(markup.into_string())
}

/// Answers with a page and a status.
pub fn page(status: StatusCode, markup: Markup) -> Response {
    (status, shown(markup)).into_response()
}

/// What every answer carries, whatever its status (ASVS V3.4).
fn carry(app: &App, mut response: Response) -> Response {
    let headers = response.headers_mut();
    let mut put = |name: HeaderName, value: &'static str| {
        headers.insert(name, HeaderValue::from_static(value));
    };
    put(header::CONTENT_SECURITY_POLICY, CONTENT_SECURITY_POLICY);
    put(header::X_CONTENT_TYPE_OPTIONS, "nosniff");
    put(header::REFERRER_POLICY, "no-referrer");
    put(header::X_FRAME_OPTIONS, "DENY");
    put(HeaderName::from_static("cross-origin-opener-policy"), "same-origin");
    put(HeaderName::from_static("cross-origin-resource-policy"), "same-origin");
    put(HeaderName::from_static("permissions-policy"), "camera=(), geolocation=(), microphone=()");
    if app.transport == Transport::Tls {
        put(header::STRICT_TRANSPORT_SECURITY, "max-age=63072000; includeSubDomains");
    }
    if !headers.contains_key(header::CACHE_CONTROL) {
        headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-store"));
    }
    response
}

/// Nothing inline, nothing from elsewhere, no frame around us.
pub const CONTENT_SECURITY_POLICY: &str = "default-src 'none'; style-src 'self'; script-src 'self'; \
    font-src 'self'; img-src 'self' data:; connect-src 'self'; manifest-src 'self'; \
    form-action 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'";

/// Reads one cookie.
pub fn cookie<'a>(headers: &'a HeaderMap, name: &str) -> Option<&'a str> {
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find_map(|(found, value)| (found == name).then_some(value))
}

/// Writes a cookie that no script reads and no other site sends.
pub fn set_cookie(transport: Transport, name: &str, value: &str, seconds_max: Option<i64>) -> HeaderValue {
    let secure = if transport == Transport::Tls { "; Secure" } else { "" };
    let age = seconds_max.map(|seconds| format!("; Max-Age={seconds}")).unwrap_or_default();
    let text = format!("{name}={value}; Path=/; HttpOnly; SameSite=Lax{secure}{age}");
    HeaderValue::from_str(&text).expect("names and tokens are plain ASCII")
}

fn form_cookie_name(transport: Transport) -> &'static str {
    match transport {
        Transport::Tls => "__Host-kapok-form",
        Transport::Loopback => "kapok-form",
    }
}
