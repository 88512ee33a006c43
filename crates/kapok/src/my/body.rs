//! The body map, from the client's own pages.

use axum::extract::Query;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use jiff::Zoned;
use journey::integration::{BodyPlace, Command, Mapped, Moment, Sensation, WindowState, windows, zone};
use journey::{Case, Refusal, SessionId};
use pages::drawing::body::Side;
use pages::my::body::words::{place_value, sensation_value};
use pages::my::body::{self as page, Asks, Body, Kept};
use pages::{Mine, Route};
use permit::Kind;
use serde::Deserialize;

use super::{at_home, frame, name, readers};
use crate::chance;
use crate::door::{self, Visit};
use crate::failure::Failure;
use crate::form::{self, Form};

/// Which side is shown, or which place is asked about.
#[derive(Deserialize)]
pub(super) struct Which {
    side: Option<String>,
    place: Option<String>,
}

/// The figure, or the question about one place.
pub(super) async fn get(visit: Visit, Query(which): Query<Which>) -> Result<Response, Failure> {
    let case = visit.read(at_home(&visit)?, Kind::Integration).await?;
    let side = if which.side.as_deref() == Some("back") { Side::Back } else { Side::Front };
    let asks = match which.place {
        Some(name) => asks(&visit, &case, place(&name).ok_or(Failure::NotFound)?, (None, None), None),
        None => Asks::Place,
    };
    drawn(&visit, &case, StatusCode::OK, side, asks).await
}

fn place(name: &str) -> Option<BodyPlace> {
    BodyPlace::ALL.into_iter().find(|place| place_value(*place) == name)
}

fn asks(
    visit: &Visit,
    case: &Case,
    place: BodyPlace,
    chosen: (Option<Sensation>, Option<u8>),
    refusal: Option<Refusal>,
) -> Asks {
    Asks::Word {
        place,
        command: chance::command().to_string(),
        may_be_during: window(visit, case).is_some(),
        chosen,
        refusal,
    }
}

/// The session whose window is open: what is felt now comes after it.
fn window(visit: &Visit, case: &Case) -> Option<SessionId> {
    let windows = windows(case);
    let (session, window) = windows.last()?;
    (window.state(visit.now) != WindowState::Over).then_some(*session)
}

async fn drawn(
    visit: &Visit,
    case: &Case,
    status: StatusCode,
    side: Side,
    asks: Asks,
) -> Result<Response, Failure> {
    let zone = zone(case);
    let day = |at| Zoned::new(at, zone.clone()).date();
    let today = case.integration.body.iter().rev().filter(|entry| day(entry.at) == day(visit.now));
    let today = today.map(|entry| Kept { number: entry.number, at: entry.at, mapped: entry.mapped });
    let map = Body { side, today: today.collect(), asks };
    let name = name(visit).await?;
    Ok(door::page(status, page::page(&frame(visit, name.as_deref()), &readers(visit, case), &map)))
}

/// What the page sends: an entry, or one to take back.
#[derive(Deserialize)]
pub(super) struct Sent {
    command: Option<String>,
    #[serde(default)]
    way: String,
    number: Option<u32>,
    #[serde(default)]
    place: String,
    #[serde(default)]
    sensation: String,
    strength: Option<String>,
    #[serde(default)]
    when: String,
}

/// Keeps one entry, or takes one back.
pub(super) async fn post(visit: Visit, Form(sent): Form<Sent>) -> Result<Response, Failure> {
    let client = at_home(&visit)?;
    let case = visit.read(client, Kind::Integration).await?;
    let id = form::command(sent.command.as_deref());
    let back = Redirect::to(&Route::Mine(Mine::Body).path()).into_response();
    if sent.way == "take-back" {
        let command = Command::TakeBodyBack { number: sent.number.ok_or(Failure::Unreadable)? };
        return match visit.act(client, id, journey::Command::Integration(command)).await {
            Ok(_) | Err(Failure::Refused(Refusal::NothingNew)) => Ok(back),
            Err(failure) => Err(failure),
        };
    }
    let place = place(&sent.place).ok_or(Failure::Unreadable)?;
    let sensation = Sensation::ALL.into_iter().find(|one| sensation_value(*one) == sent.sensation);
    let strength = sent.strength.as_deref().and_then(|text| text.trim().parse().ok());
    let session = window(&visit, &case);
    let moment = match (session, sent.when.as_str()) {
        (Some(_), "during") => Moment::During,
        (Some(_), _) => Moment::After,
        (None, _) => Moment::Before,
    };
    let done = match (sensation, strength) {
        (Some(sensation), Some(strength)) => {
            let mapped = Mapped { place, sensation, strength, moment, session };
            let command = journey::Command::Integration(Command::MapBody(mapped));
            visit.act(client, id, command).await.map(|_| ())
        }
        _ => Err(Failure::Refused(Refusal::AnswerInvalid)),
    };
    match done {
        Ok(()) => Ok(back),
        Err(Failure::Refused(refusal)) => {
            let asks = asks(&visit, &case, place, (sensation, strength), Some(refusal));
            drawn(&visit, &case, StatusCode::UNPROCESSABLE_ENTITY, Side::Front, asks).await
        }
        Err(failure) => Err(failure),
    }
}
