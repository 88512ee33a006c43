//! A link's address: looking at it uses nothing up, its press becomes a cookie for its purpose.

use axum::extract::{Path, State};
use axum::http::header::SET_COOKIE;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Redirect, Response};
use journey::integration::Command;
use journey::link::Purpose;
use pages::my::link::Link;
use pages::{Mine, Route};
use serde::Deserialize;

use crate::app::App;
use crate::chance;
use crate::door::{self, Visit};
use crate::failure::Failure;
use crate::form::Form;
use crate::link::{self, Phone};

/// One button, and nothing of anyone.
pub(super) async fn get(
    State(app): State<App>,
    visit: Visit,
    headers: HeaderMap,
    Path(secret): Path<String>,
) -> Result<Response, Failure> {
    let Some(holder) = link::behind(&app, &secret, visit.now).await? else { return Ok(over(&visit)) };
    let before = link::find(&app, &headers, visit.now).await?;
    let replaces = before.is_some_and(|before| before.client != holder.client);
    Ok(drawn(&visit, StatusCode::OK, &opens(&secret, None, replaces)))
}

/// What the page sends: whose phone it is.
#[derive(Deserialize)]
pub(super) struct Pressed {
    #[serde(default)]
    phone: String,
}

/// Closes the pages on this browser; the link still opens them.
pub(super) async fn close(
    State(app): State<App>,
    visit: Visit,
    headers: HeaderMap,
    Form(Closes {}): Form<Closes>,
) -> Result<Response, Failure> {
    let gone = link::close(&app, &headers, visit.now).await?;
    Ok(([(SET_COOKIE, gone)], drawn(&visit, StatusCode::OK, &Link::Closed)).into_response())
}

/// What closing sends: nothing but its token.
#[derive(Deserialize)]
pub(super) struct Closes {}

/// Opens it; whoever has the address may press again for as long as it lives.
pub(super) async fn post(
    State(app): State<App>,
    visit: Visit,
    headers: HeaderMap,
    Path(secret): Path<String>,
    Form(pressed): Form<Pressed>,
) -> Result<Response, Failure> {
    let Some(holder) = link::behind(&app, &secret, visit.now).await? else {
        return Ok(over(&visit));
    };
    if let Purpose::CheckIn(check_in) = holder.purpose {
        let command = journey::Command::Integration(Command::OpenCheckIn(check_in));
        match visit.act_as(holder.actor(), holder.client, chance::command(), command).await {
            Ok(_) => {}
            Err(Failure::Refused(refusal)) => {
                let page = opens(&secret, Some(refusal), false);
                return Ok(drawn(&visit, StatusCode::UNPROCESSABLE_ENTITY, &page));
            }
            Err(failure) => return Err(failure),
        }
    }
    let mine = match holder.purpose {
        Purpose::CheckIn(_) => Mine::CheckIn,
        Purpose::Consent => Mine::Consent,
        Purpose::Intake => Mine::Intake,
        Purpose::Home => Mine::Home,
    };
    let phone = if pressed.phone == "shared" { Phone::Shared } else { Phone::Mine };
    // Whoever was here before leaves no way in behind.
    link::close(&app, &headers, visit.now).await?;
    let cookie = link::open(&app, &holder, phone, visit.now).await?;
    Ok(([(SET_COOKIE, cookie)], Redirect::to(&Route::Mine(mine).path())).into_response())
}

fn opens(secret: &str, refusal: Option<journey::Refusal>, replaces: bool) -> Link {
    Link::Opens { action: format!("/l/{secret}"), refusal, replaces }
}

fn over(visit: &Visit) -> Response {
    drawn(visit, StatusCode::NOT_FOUND, &Link::Over)
}

fn drawn(visit: &Visit, status: StatusCode, link: &Link) -> Response {
    door::page(status, pages::my::link::page(&visit.frame(), link))
}
