//! How a reader likes to read: theme and language, kept in cookies of their own.

use axum::extract::State;
use axum::http::header::SET_COOKIE;
use axum::response::{IntoResponse, Redirect, Response};
use pages::{Language, Route, Theme};
use serde::Deserialize;

use crate::app::App;
use crate::door;
use crate::failure::Failure;
use crate::form::Form;

/// A choice is kept for a year.
const KEPT_SECONDS: i64 = 365 * 24 * 60 * 60;

/// A theme and where to go back to.
#[derive(Deserialize)]
pub(crate) struct ThemeForm {
    theme: String,
    back: String,
}

/// Keeps the theme.
///
/// # Errors
/// When there is no such theme or page.
pub(crate) async fn theme(State(app): State<App>, Form(form): Form<ThemeForm>) -> Result<Response, Failure> {
    let theme = Theme::from_name(&form.theme).ok_or(Failure::Unreadable)?;
    kept(&app, "theme", theme.name(), &form.back)
}

/// A language and where to go back to.
#[derive(Deserialize)]
pub(crate) struct LanguageForm {
    language: String,
    back: String,
}

/// Keeps the language.
///
/// # Errors
/// When there is no such language or page.
pub(crate) async fn language(
    State(app): State<App>,
    Form(form): Form<LanguageForm>,
) -> Result<Response, Failure> {
    let language = Language::from_tag(&form.language).ok_or(Failure::Unreadable)?;
    kept(&app, "language", language.tag(), &form.back)
}

fn kept(app: &App, name: &str, value: &str, back: &str) -> Result<Response, Failure> {
    let route = Route::from_name(back).ok_or(Failure::Unreadable)?;
    let cookie = door::set_cookie(app.transport, name, value, Some(KEPT_SECONDS));
    Ok(([(SET_COOKIE, cookie)], Redirect::to(&route.path())).into_response())
}
