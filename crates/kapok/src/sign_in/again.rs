//! A form whose writer is not signed in any more: it is held, the password is asked again, and then it
//! is done as it was written. Only whoever wrote it can send it, in the role in which they wrote.

use axum::body::{Body, Bytes};
use axum::extract::Request;
use axum::http::header::SET_COOKIE;
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use journey::practice;
use journey::staff::Status;
use pages::sign_in::Again;

use super::{SignedIn, acts, numbered, open, record, refuse};
use crate::app::App;
use crate::chance::Token;
use crate::door::{self, Visit};
use crate::failure::Failure;
use crate::form::FORM_BYTES_MAX;

/// Fields of the page that asks again; they are taken out before the form goes on.
const EMAIL: &str = "again_email";
const PASSWORD: &str = "again_password";

type Fields = Vec<(String, String)>;

/// A form in hand, and who it turned out to be.
pub(crate) struct Held {
    request: Request,
    fields: Fields,
    shown: Shown,
}

/// Who stands behind a form.
enum Shown {
    /// Nobody has said.
    Nobody,
    /// Somebody said so with an address and a password that do not go together.
    Refused { email: String },
    /// Somebody else than who wrote it.
    Another { email: String },
    /// Who wrote it, with the cookie of their new session.
    Writer { signed_in: SignedIn, csrf: String, cookie: HeaderValue },
}

/// Takes a form in hand, and sees who sends it where the page asked.
///
/// # Errors
/// When it cannot be read, after too many tries, or when the store cannot be asked.
pub(crate) async fn held(
    app: &App,
    visit: &Visit,
    secret: &Token,
    request: Request,
) -> Result<Held, Failure> {
    let (parts, body) = request.into_parts();
    let bytes = axum::body::to_bytes(body, FORM_BYTES_MAX).await.map_err(|_| Failure::Unreadable)?;
    let fields: Fields = serde_urlencoded::from_bytes(&bytes).map_err(|_| Failure::Unreadable)?;
    let is_asked = fields.iter().any(|(name, _)| name == PASSWORD);
    let said = |wanted: &str| {
        let found = fields.iter().find(|(name, _)| name == wanted);
        found.map(|(_, said)| said.clone()).unwrap_or_default()
    };
    let shown = if is_asked && visit.sent(&said("csrf")) {
        shown(app, visit, secret, said(EMAIL), said(PASSWORD), &said("csrf")).await?
    } else {
        Shown::Nobody
    };
    // What does not belong to the form goes no further; without it, the form is the very one that came.
    let fields: Fields = fields.into_iter().filter(|(name, _)| name != EMAIL && name != PASSWORD).collect();
    let body = match is_asked {
        true => Bytes::from(serde_urlencoded::to_string(&fields).map_err(|_| Failure::Unreadable)?),
        false => bytes,
    };
    let mut request = Request::from_parts(parts, Body::from(body));
    request.headers_mut().remove(header::CONTENT_LENGTH);
    Ok(Held { request, fields, shown })
}

async fn shown(
    app: &App,
    visit: &Visit,
    secret: &Token,
    email: String,
    password: String,
    csrf: &str,
) -> Result<Shown, Failure> {
    let known = visit.practice().by_email(&email).map(|(staff, member)| (staff, member.clone()));
    let hash = known.as_ref().and_then(|(_, member)| member.password_hash.clone());
    let fits = app.desk.check(&email, &password, hash, visit.now).await?;
    let Some((staff, member)) = known.clone().filter(|(_, member)| fits && member.status == Status::Active)
    else {
        refuse(app, known.map(|(staff, _)| staff), visit.now);
        return Ok(Shown::Refused { email });
    };
    let wrote = |role: &&journey::staff::Role| secret.form_token_of(staff, numbered(**role)) == csrf;
    let Some(role) = member.roles.iter().find(wrote).copied() else { return Ok(Shown::Another { email }) };
    record(app, practice::Command::SignIn { staff }, visit.now).await?;
    let cookie = open(app, staff, role, visit.now).await?;
    Ok(Shown::Writer { signed_in: acts(app, staff, role, &member), csrf: csrf.to_owned(), cookie })
}

impl Held {
    /// Lets the form go on; where it needs somebody and there is nobody, the page that asks again.
    pub(crate) async fn answered(mut self, visit: &Visit, next: Next) -> Response {
        let path = self.request.uri().path().to_owned();
        let again = |email: String, refused, another, fields| {
            let context = Again { path: path.clone(), fields, email, refused, another };
            door::page(StatusCode::FORBIDDEN, pages::sign_in::again(&visit.frame(), &context))
        };
        match self.shown {
            Shown::Refused { email } => again(email, true, false, self.fields),
            Shown::Another { email } => again(email, false, true, self.fields),
            Shown::Writer { signed_in, csrf, cookie } => {
                self.request.extensions_mut().insert(visit.clone().by(signed_in, csrf));
                let mut response = next.run(self.request).await;
                response.headers_mut().append(SET_COOKIE, cookie);
                response
            }
            Shown::Nobody => {
                let csrf = self.fields.iter().find(|(name, _)| name == "csrf");
                let is_ours = csrf.is_some_and(|(_, token)| token.contains('.') && visit.sent(token));
                self.request.extensions_mut().insert(visit.clone());
                let response = next.run(self.request).await;
                match response.extensions().get::<Failure>() {
                    Some(Failure::SignIn(_)) if is_ours => again(String::new(), false, false, self.fields),
                    _ => response.into_response(),
                }
            }
        }
    }
}
