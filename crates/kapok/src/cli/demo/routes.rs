//! What only the demo offers: ways in, and a clock that can be moved.

use axum::extract::{Path, State};
use axum::http::header::SET_COOKIE;
use axum::response::{IntoResponse, Redirect, Response};
use jiff::SignedDuration;
use pages::Route;
use serde::Deserialize;

use crate::app::{App, Asks, Routes, ServerKind};
use crate::door::Visit;
use crate::failure::Failure;
use crate::form::Form;
use crate::sign_in;

/// Adds the demo's own routes.
pub fn routes(routes: Routes) -> Routes {
    routes.get("/demo/sign-in/{code}", Asks::Nothing("the demo's people are synthetic"), enter).post(
        "/demo/clock",
        Asks::Nothing("the demo's time is its own"),
        clock,
    )
}

async fn enter(State(app): State<App>, visit: Visit, Path(code): Path<String>) -> Result<Response, Failure> {
    let ServerKind::Demo(demo) = &app.kind else { return Err(Failure::NotFound) };
    let way = demo.ways.iter().find(|way| way.code == code).ok_or(Failure::NotFound)?;
    let cookie = sign_in::open(&app, way.staff, way.role, visit.now).await?;
    Ok(([(SET_COOKIE, cookie)], Redirect::to(&Route::Today.path())).into_response())
}

#[derive(Deserialize)]
struct ClockForm {
    minutes: i64,
}

/// Minutes the clock may be moved at once: a month.
const MINUTES_MAX: i64 = 31 * 24 * 60;

async fn clock(State(app): State<App>, Form(form): Form<ClockForm>) -> Result<Response, Failure> {
    if !(0..=MINUTES_MAX).contains(&form.minutes) {
        return Err(Failure::Unreadable);
    }
    let by = SignedDuration::from_mins(form.minutes);
    // First, so that nobody comes between and is found to have rested.
    app.store.move_sign_ins(by).await?;
    app.clock.advance(by);
    Ok(Redirect::to(&Route::Today.path()).into_response())
}
