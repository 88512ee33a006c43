//! A link's address: looking at it uses nothing up, its press becomes a cookie for its purpose.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::http::header::SET_COOKIE;
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
use crate::link;

/// One button, and nothing of anyone.
pub(super) async fn get(
    State(app): State<App>,
    visit: Visit,
    Path(secret): Path<String>,
) -> Result<Response, Failure> {
    match link::behind(&app, &secret, visit.now).await? {
        Some(_) => Ok(drawn(&visit, StatusCode::OK, &opens(&secret, None))),
        None => Ok(over(&visit)),
    }
}

/// What the page sends: nothing but its token.
#[derive(Deserialize)]
pub(super) struct Pressed {}

/// Opens it; whoever has the address may press again for as long as it lives.
pub(super) async fn post(
    State(app): State<App>,
    visit: Visit,
    Path(secret): Path<String>,
    Form(Pressed {}): Form<Pressed>,
) -> Result<Response, Failure> {
    let Some(holder) = link::behind(&app, &secret, visit.now).await? else {
        return Ok(over(&visit));
    };
    if let Purpose::CheckIn(check_in) = holder.purpose {
        let command = journey::Command::Integration(Command::OpenCheckIn(check_in));
        match visit.act_as(holder.actor(), holder.client, chance::command(), command).await {
            Ok(_) => {}
            Err(Failure::Refused(refusal)) => {
                let page = opens(&secret, Some(refusal));
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
    let cookie = link::open(&app, &holder, visit.now).await?;
    Ok(([(SET_COOKIE, cookie)], Redirect::to(&Route::Mine(mine).path())).into_response())
}

fn opens(secret: &str, refusal: Option<journey::Refusal>) -> Link {
    Link::Opens { action: format!("/l/{secret}"), refusal }
}

fn over(visit: &Visit) -> Response {
    drawn(visit, StatusCode::NOT_FOUND, &Link::Over)
}

fn drawn(visit: &Visit, status: StatusCode, link: &Link) -> Response {
    door::page(status, pages::my::link::page(&visit.frame(), link))
}
