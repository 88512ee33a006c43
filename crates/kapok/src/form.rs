//! Forms: read whole, checked against forgery, then handed over.

use axum::body::Bytes;
use axum::extract::{FromRequest, Request};
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{Html, IntoResponse, Redirect, Response};
use journey::{CommandId, Refusal};
use pages::Route;
use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::app::App;
use crate::chance;
use crate::door::Visit;
use crate::failure::Failure;

/// Bytes that a form may have.
pub const FORM_BYTES_MAX: usize = 256 * 1024;

/// A form that came from one of our pages.
#[derive(Debug)]
pub struct Form<T>(pub T);

#[derive(Deserialize)]
struct Token {
    #[serde(default)]
    csrf: String,
}

/// Whether a request carries the fields of a form.
pub(crate) fn is_form(headers: &HeaderMap) -> bool {
    let kind = headers.get(header::CONTENT_TYPE);
    kind.is_some_and(|kind| kind.as_bytes().starts_with(b"application/x-www-form-urlencoded"))
}

impl<T: DeserializeOwned> FromRequest<App> for Form<T> {
    type Rejection = Failure;

    async fn from_request(request: Request, app: &App) -> Result<Self, Failure> {
        let visit = request.extensions().get::<Visit>().cloned().ok_or(Failure::Forged)?;
        let form = is_form(request.headers());
        let body = Bytes::from_request(request, app).await.map_err(|_| Failure::Unreadable)?;
        if !form {
            return Err(Failure::Unreadable);
        }
        let token: Token = serde_urlencoded::from_bytes(&body).map_err(|_| Failure::Forged)?;
        if !visit.sent(&token.csrf) {
            return Err(Failure::Forged);
        }
        serde_urlencoded::from_bytes(&body).map(Form).map_err(|_| Failure::Unreadable)
    }
}

/// Answers a form: on to the page that shows what was done, or, where the rules refuse it, the form
/// again as `again` draws it.
///
/// # Errors
/// Whatever else went wrong, in the act or in the drawing.
pub async fn answered<T>(
    done: Result<T, Failure>,
    to: Route,
    again: impl AsyncFnOnce(Refusal) -> Result<Html<String>, Failure>,
) -> Result<Response, Failure> {
    match done {
        Ok(_) => Ok(Redirect::to(&to.path()).into_response()),
        Err(Failure::Refused(refusal)) => {
            Ok((StatusCode::UNPROCESSABLE_ENTITY, again(refusal).await?).into_response())
        }
        Err(failure) => Err(failure),
    }
}

/// Whoever asks for what is so already has what they asked for.
///
/// # Errors
/// Whatever else was refused or went wrong.
pub fn had<T>(done: Result<T, Failure>) -> Result<(), Failure> {
    match done {
        Ok(_) | Err(Failure::Refused(Refusal::NothingNew)) => Ok(()),
        Err(failure) => Err(failure),
    }
}

/// The id of the intent that a page put into its form; a page sent twice is one intent.
///
/// A form without one is a new intent.
pub fn command(field: Option<&str>) -> CommandId {
    field.and_then(|text| text.replace('-', "").parse().ok()).unwrap_or_else(chance::command)
}

/// As [`command`], for one form of a page that holds several.
pub fn command_in(field: Option<&str>, form: &str) -> CommandId {
    chance::command_of(command(field), form)
}

/// A field that was left empty is a field that was left out.
pub fn filled(field: Option<String>) -> Option<String> {
    field.filter(|text| !text.trim().is_empty())
}
