//! Links of one person: made, shown once, ended.

use axum::extract::Path;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{Html, IntoResponse, Redirect, Response};
use jiff::Timestamp;
use journey::integration::{CheckInId, planned, zone};
use journey::link::{Command, Purpose};
use journey::{Case, ClientId, LinkId, Refusal, SessionId};
use pages::practice::links::{Form as LinkForm, Links, Made, Opens, Planned, Row};
use pages::{Place, Route};
use permit::Kind;
use serde::Deserialize;

use super::subject::subject;
use crate::app::Transport;
use crate::chance::{self, Token};
use crate::door::{Visit, shown};
use crate::failure::Failure;
use crate::form::{self, Form};
use crate::link;

/// What there is, and the form of a new one.
pub(super) async fn get(visit: Visit, Path(client): Path<String>) -> Result<Html<String>, Failure> {
    let client = client.parse().map_err(|_| Failure::NotFound)?;
    drawn(&visit, client, None, None).await
}

async fn drawn(
    visit: &Visit,
    client: ClientId,
    made: Option<Made>,
    refused: Option<(String, Refusal)>,
) -> Result<Html<String>, Failure> {
    let subject = subject(visit, client).await?;
    // Links lie in the record, beside the consent and the check-ins that they open.
    let case = visit.read(client, Kind::Consent).await?;
    let mut rows: Vec<Row> = case.links.by_id.iter().map(|(id, link)| row(&case, *id, link)).collect();
    rows.sort_by_key(|row| std::cmp::Reverse(row.made_at));
    let (chosen, refusal) = refused.unzip();
    let form = LinkForm {
        command: chance::command().to_string(),
        days: link::LIFE.as_hours() / 24,
        check_ins: check_ins(&case, visit.now),
        chosen: chosen.unwrap_or_default(),
        refusal,
    };
    Ok(shown(pages::practice::links::page(&visit.frame(), &Links { subject, rows, form, made })))
}

fn row(case: &Case, id: LinkId, link: &journey::link::Link) -> Row {
    Row {
        link: id.to_string(),
        opens: opens(case, link.purpose),
        made_at: link.issued_at,
        ends_at: link.expires_at,
        revoked_at: link.revoked_at,
        command: chance::command().to_string(),
    }
}

fn opens(case: &Case, purpose: Purpose) -> Opens {
    match purpose {
        Purpose::Home => Opens::Home,
        Purpose::Consent => Opens::Consent,
        Purpose::Intake => Opens::Intake,
        Purpose::CheckIn(CheckInId { session, day }) => {
            Opens::CheckIn { day, dosed_at: dosed_at(case, session) }
        }
    }
}

fn dosed_at(case: &Case, session: SessionId) -> Option<Timestamp> {
    let dosed = case.sessions.dosed();
    dosed.iter().find(|(id, _)| *id == session).and_then(|(_, session)| session.last_dose_at())
}

/// Check-ins that can still be answered.
fn check_ins(case: &Case, now: Timestamp) -> Vec<Planned> {
    let mut found = Vec::new();
    for (session, days) in planned(case, &zone(case)) {
        let Some(dosed_at) = dosed_at(case, session) else { continue };
        found.extend(days.into_iter().filter(|one| now < one.missed_at).map(|one| Planned {
            value: value(CheckInId { session, day: one.day }),
            day: one.day,
            dosed_at,
            opens_at: one.opens_at,
            ends_at: one.missed_at,
        }));
    }
    found
}

fn value(check_in: CheckInId) -> String {
    format!("check-in.{}.{}", check_in.session, check_in.day)
}

/// What the page sends.
#[derive(Deserialize)]
pub(super) struct Sent {
    command: Option<String>,
    opens: String,
}

/// Makes a link and shows its address, once.
pub(super) async fn post(
    visit: Visit,
    Path(client): Path<String>,
    headers: HeaderMap,
    Form(sent): Form<Sent>,
) -> Result<Response, Failure> {
    let client: ClientId = client.parse().map_err(|_| Failure::NotFound)?;
    let case = visit.read(client, Kind::Consent).await?;
    let (purpose, ends_at) = asked(&case, &sent.opens, visit.now).ok_or(Failure::Unreadable)?;
    let secret = Token::draw();
    let command = Command::Issue { link: secret.link_id(), purpose, expires_at: ends_at };
    let id = form::command(sent.command.as_deref());
    let made = match visit.act(client, id, journey::Command::Link(command)).await {
        Ok(done) if done.repeated => Made::Before,
        Ok(_) => {
            link::keep(visit.app(), &secret, client, purpose, visit.now, ends_at).await?;
            let address = address(visit.app().transport, &headers, &secret).ok_or(Failure::Unreadable)?;
            Made::Now { address, opens: opens(&case, purpose), ends_at }
        }
        Err(Failure::Refused(refusal)) => {
            let page = drawn(&visit, client, None, Some((sent.opens, refusal))).await?;
            return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
        }
        Err(failure) => return Err(failure),
    };
    Ok(drawn(&visit, client, Some(made), None).await?.into_response())
}

/// What was asked for, and until when it lives; a check-in until it counts as missed.
fn asked(case: &Case, opens: &str, now: Timestamp) -> Option<(Purpose, Timestamp)> {
    let ends_at = now.saturating_add(link::LIFE).unwrap_or(Timestamp::MAX);
    match opens {
        "home" => Some((Purpose::Home, ends_at)),
        "consent" => Some((Purpose::Consent, ends_at)),
        "intake" => Some((Purpose::Intake, ends_at)),
        _ => {
            let of = |(session, days): (SessionId, Vec<journey::integration::PlannedCheckIn>)| {
                days.into_iter().map(move |one| (CheckInId { session, day: one.day }, one.missed_at))
            };
            let mut all = planned(case, &zone(case)).into_iter().flat_map(of);
            all.find(|(id, _)| value(*id) == opens).map(|(id, ends_at)| (Purpose::CheckIn(id), ends_at))
        }
    }
}

/// The whole address, as the browser of this person of the practice reaches the server.
fn address(transport: Transport, headers: &HeaderMap, secret: &Token) -> Option<String> {
    let host = headers.get(header::HOST)?.to_str().ok()?;
    let scheme = match transport {
        Transport::Tls => "https",
        Transport::Loopback => "http",
    };
    Some(format!("{scheme}://{host}/l/{}", secret.text()))
}

/// Which link to end.
#[derive(Deserialize)]
pub(super) struct Revoked {
    command: Option<String>,
    link: String,
}

/// Ends a link, and every cookie that it became.
pub(super) async fn revoke(
    visit: Visit,
    Path(client): Path<String>,
    Form(sent): Form<Revoked>,
) -> Result<Response, Failure> {
    let client: ClientId = client.parse().map_err(|_| Failure::NotFound)?;
    let link: LinkId = sent.link.parse().map_err(|_| Failure::Unreadable)?;
    let id = form::command(sent.command.as_deref());
    let case = visit.read(client, Kind::Consent).await?;
    match visit.act(client, id, journey::Command::Link(Command::Revoke { link })).await {
        Ok(_) => {}
        // Recorded as ended, perhaps by a process that was killed before the address was closed.
        Err(Failure::Refused(Refusal::NoSuchLink)) if case.links.by_id.contains_key(&link) => {}
        Err(failure) => return Err(failure),
    }
    link::end(visit.app(), link, visit.now).await?;
    Ok(Redirect::to(&Route::Of(client.to_string(), Place::Links).path()).into_response())
}
