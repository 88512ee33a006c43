//! Appointments of one person: booked, moved, cancelled, and whether they came.

use std::collections::BTreeSet;

use axum::extract::Path;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use jiff::Timestamp;
use jiff::civil::{Date, Time};
use journey::appointment::{self, Attendance, Booking, Command, Kind as For, MINUTES, Wish};
use journey::integration::{WindowState, windows};
use journey::practice::Taken;
use journey::staff::{Role, Status};
use journey::{AppointmentId, Case, ClientId, CommandId, Refusal, StaffId, Who};
use pages::practice::appointments::{Appointment, Appointments, Form as BookForm, kind_value};
use pages::{Place, Route};
use permit::{Action, Kind};

use super::medical::{Fields, said};
use super::protocol::figures;
use super::subject::subject;
use crate::chance;
use crate::door::{Visit, shown};
use crate::failure::Failure;
use crate::form::{self, Form};

/// Appointments over or cancelled that are shown; the record holds all.
const PAST_SHOWN: usize = 20;

/// What is booked, and the form of a new one.
pub(super) async fn get(visit: Visit, Path(client): Path<String>) -> Result<Html<String>, Failure> {
    let client = client.parse().map_err(|_| Failure::NotFound)?;
    drawn(&visit, client, None).await
}

/// A form that came back.
struct Back {
    /// What was typed.
    fields: Fields,
    /// The appointment whose form it was; none for a new one.
    of: Option<AppointmentId>,
    /// What was asked, where it could be read.
    command: Option<Command>,
    /// Why it came back.
    refusal: Refusal,
}

async fn drawn(visit: &Visit, client: ClientId, back: Option<Back>) -> Result<Html<String>, Failure> {
    let subject = subject(visit, client).await?;
    let case = visit.read(client, Kind::Appointment).await?;
    let all = case.appointments.by_id.iter();
    let mut all: Vec<_> = all.map(|(id, one)| drawn_one(visit, *id, one)).collect();
    all.sort_by_key(|one| one.starts_at);
    let is_ahead = |one: &Appointment| {
        let minutes = jiff::SignedDuration::from_mins(i64::from(one.minutes));
        one.cancelled.is_none() && visit.now < one.starts_at.saturating_add(minutes).unwrap_or(Timestamp::MAX)
    };
    let (ahead, past): (Vec<_>, Vec<_>) = all.into_iter().partition(is_ahead);
    let integration_until = proposed(visit, client, &case).await?;
    let may = visit.may(client, Action::Create, Kind::Appointment);
    let page = Appointments {
        subject,
        ahead,
        past: past.into_iter().rev().take(PAST_SHOWN).collect(),
        integration_until,
        form: may.then(|| book_form(visit, &case, back, integration_until.is_some())),
    };
    Ok(shown(pages::practice::appointments::page(&visit.frame(), &page)))
}

fn drawn_one(visit: &Visit, id: AppointmentId, one: &appointment::Appointment) -> Appointment {
    let booking = &one.booking;
    Appointment {
        id: id.to_string(),
        kind: booking.kind,
        with: booking.with.iter().map(|staff| name(visit, *staff)).collect(),
        starts_at: booking.starts_at,
        minutes: booking.minutes,
        place: booking.place.clone(),
        moved: one.moved.last().map(|(at, by)| (named(visit, *by), *at)),
        cancelled: {
            let cancelled = one.cancelled.as_ref();
            cancelled.map(|one| (one.wish, named(visit, one.by), one.at, one.words.clone()))
        },
        attendance: one.attendance.map(|(attendance, by, at)| (attendance, named(visit, by), at)),
    }
}

fn name(visit: &Visit, staff: StaffId) -> String {
    visit.practice().people.get(&staff).map(|member| member.name.clone()).unwrap_or_default()
}

fn named(visit: &Visit, who: Who) -> Option<String> {
    match who {
        Who::Staff { staff } => Some(name(visit, staff)),
        Who::Client | Who::Public | Who::System => None,
    }
}

/// Until when integration is favoured, for those who may know of it, while none is booked inside.
async fn proposed(visit: &Visit, client: ClientId, booked: &Case) -> Result<Option<Timestamp>, Failure> {
    if !visit.may(client, Action::Read, Kind::Integration) {
        return Ok(None);
    }
    let record = visit.read(client, Kind::Integration).await?;
    let Some((_, window)) = windows(&record).pop() else { return Ok(None) };
    let inside = |at: Timestamp| (window.opened_at..window.open_until).contains(&at);
    let met = record.integration.held_at().any(inside);
    let mut ahead = booked.appointments.ahead(visit.now);
    let is_booked = ahead.any(|one| one.kind == For::Integration && inside(one.starts_at));
    let until = if visit.now < window.meet_by { window.meet_by } else { window.open_until };
    let open = window.state(visit.now) != WindowState::Over;
    Ok((open && !met && !is_booked).then_some(until))
}

/// Those who can be met: whoever works with people.
fn book_form(visit: &Visit, case: &Case, back: Option<Back>, proposes: bool) -> BookForm {
    let me = visit.signed_in().ok().map(|signed_in| signed_in.staff);
    let with_people = |role: &Role| matches!(role, Role::Therapist | Role::Prescriber | Role::Monitor);
    let taken = back.as_ref().map(|back| taken(visit, case, back)).unwrap_or_default();
    let refusal = back.as_ref().map(|back| (back.of.map(|of| of.to_string()), back.refusal.clone()));
    // What was typed to move one appointment is not offered as a new one.
    let kept = back.filter(|back| back.of.is_none()).map(|back| back.fields);
    let people = visit.practice().people.iter();
    let people = people.filter(|(_, one)| one.status == Status::Active && one.roles.iter().any(with_people));
    let chosen = |staff: StaffId| match &kept {
        Some(fields) => said(fields, &format!("with-{staff}")) == "yes",
        None => Some(staff) == me,
    };
    let get = |field: &str| kept.as_ref().map(|fields| said(fields, field).to_owned()).unwrap_or_default();
    let kind = get("kind");
    let figures = figures(visit);
    BookForm {
        command: chance::command().to_string(),
        people: people.map(|(staff, one)| (staff.to_string(), one.name.clone(), chosen(*staff))).collect(),
        usual: For::ALL.into_iter().map(|kind| (kind, kind.usual_minutes(figures))).collect(),
        kind: if kind.is_empty() && proposes { kind_value(For::Integration).to_owned() } else { kind },
        day: get("day"),
        time: get("time"),
        minutes: get("minutes"),
        place: get("place"),
        taken,
        refusal,
    }
}

/// Whose time is in the way of what was asked; with whom they meet is not said.
fn taken(visit: &Visit, case: &Case, back: &Back) -> Vec<(Vec<String>, Timestamp, Timestamp)> {
    if back.refusal != Refusal::DoubleBooked {
        return Vec::new();
    }
    let asked = match &back.command {
        Some(Command::Book { appointment, booking }) => Some((*appointment, booking.clone())),
        Some(Command::Move { appointment, starts_at, minutes }) => {
            let before = case.appointments.by_id.get(appointment).map(|one| one.booking.clone());
            before.map(|before| {
                let minutes = minutes.unwrap_or(before.minutes);
                (*appointment, Booking { starts_at: *starts_at, minutes, ..before })
            })
        }
        _ => None,
    };
    let Some((appointment, booking)) = asked else { return Vec::new() };
    let in_the_way = booking.in_the_way(appointment, visit.practice());
    let whose = |taken: &Taken| {
        let both = taken.with.intersection(&booking.with);
        both.map(|staff| name(visit, *staff)).collect::<Vec<_>>()
    };
    in_the_way.map(|taken| (whose(taken), taken.from, taken.until)).collect()
}

/// Books a new one.
pub(super) async fn book(
    visit: Visit,
    Path(client): Path<String>,
    Form(fields): Form<Fields>,
) -> Result<Response, Failure> {
    let kind = For::ALL.into_iter().find(|kind| kind_value(*kind) == said(&fields, "kind"));
    let kind = kind.ok_or(Failure::Unreadable)?;
    let with: BTreeSet<StaffId> = fields
        .iter()
        .filter(|(_, chosen)| chosen.as_str() == "yes")
        .filter_map(|(name, _)| name.strip_prefix("with-")?.parse().ok())
        .collect();
    let id = form::command_in(Some(said(&fields, "command")), "book");
    let command = instant(&visit, &fields).and_then(|starts_at| {
        let usual = || kind.usual_minutes(figures(&visit)).and_then(|minutes| u16::try_from(minutes).ok());
        let minutes = minutes(&fields)?.or_else(usual).ok_or(Refusal::LengthImpossible)?;
        let place = form::filled(Some(said(&fields, "place").to_owned()));
        let booking = Booking { kind, with, starts_at, minutes, place };
        Ok(Command::Book { appointment: chance::appointment_of(id), booking })
    });
    done(&visit, &client, id, None, fields, command).await
}

/// Moves one to another time.
pub(super) async fn reschedule(
    visit: Visit,
    Path(client): Path<String>,
    Form(fields): Form<Fields>,
) -> Result<Response, Failure> {
    let appointment = which(&fields)?;
    let id = form::command_in(Some(said(&fields, "command")), &format!("move.{appointment}"));
    let command = instant(&visit, &fields)
        .and_then(|starts_at| Ok(Command::Move { appointment, starts_at, minutes: minutes(&fields)? }));
    done(&visit, &client, id, Some(appointment), fields, command).await
}

/// Cancels one.
pub(super) async fn cancel(
    visit: Visit,
    Path(client): Path<String>,
    Form(fields): Form<Fields>,
) -> Result<Response, Failure> {
    let appointment = which(&fields)?;
    let wish = match said(&fields, "wish") {
        "client" => Wish::Client,
        "practice" => Wish::Practice,
        _ => return Err(Failure::Unreadable),
    };
    let id = form::command_in(Some(said(&fields, "command")), &format!("cancel.{appointment}"));
    let words = form::filled(Some(said(&fields, "words").to_owned()));
    done(&visit, &client, id, Some(appointment), fields, Ok(Command::Cancel { appointment, wish, words }))
        .await
}

/// Says whether they came.
pub(super) async fn whether(
    visit: Visit,
    Path(client): Path<String>,
    Form(fields): Form<Fields>,
) -> Result<Response, Failure> {
    let appointment = which(&fields)?;
    let attendance = match said(&fields, "attendance") {
        "came" => Attendance::Came,
        "missed" => Attendance::Missed,
        _ => return Err(Failure::Unreadable),
    };
    let of_form = format!("whether.{appointment}.{}", said(&fields, "attendance"));
    let id = form::command_in(Some(said(&fields, "command")), &of_form);
    let command = Command::SayWhether { appointment, attendance };
    done(&visit, &client, id, Some(appointment), fields, Ok(command)).await
}

fn which(fields: &Fields) -> Result<AppointmentId, Failure> {
    said(fields, "appointment").parse().map_err(|_| Failure::Unreadable)
}

/// The instant that was typed, in the practice's zone.
fn instant(visit: &Visit, fields: &Fields) -> Result<Timestamp, Refusal> {
    let day: Date = said(fields, "day").parse().map_err(|_| Refusal::TimeUnreadable)?;
    let time: Time = said(fields, "time").parse().map_err(|_| Refusal::TimeUnreadable)?;
    let zoned = day.to_datetime(time).to_zoned(visit.practice().time_zone());
    let zoned = zoned.map_err(|_| Refusal::TimeUnreadable)?;
    // Where the clocks go forward, another time than the one that was typed would be meant.
    if zoned.time() == time { Ok(zoned.timestamp()) } else { Err(Refusal::TimeSkipped) }
}

fn minutes(fields: &Fields) -> Result<Option<u16>, Refusal> {
    match said(fields, "minutes").trim() {
        "" => Ok(None),
        typed => {
            let minutes = typed.parse().ok().filter(|minutes| MINUTES.contains(minutes));
            minutes.map(Some).ok_or(Refusal::LengthImpossible)
        }
    }
}

async fn done(
    visit: &Visit,
    client: &str,
    id: CommandId,
    of: Option<AppointmentId>,
    fields: Fields,
    command: Result<Command, Refusal>,
) -> Result<Response, Failure> {
    let client: ClientId = client.parse().map_err(|_| Failure::NotFound)?;
    let asked = command.as_ref().ok().cloned();
    let done = match command {
        Ok(command) => visit.act(client, id, journey::Command::Appointment(command)).await.map(|_| ()),
        Err(refusal) => Err(Failure::Refused(refusal)),
    };
    match done {
        Ok(()) | Err(Failure::Refused(Refusal::NothingNew)) => {
            Ok(Redirect::to(&Route::Of(client.to_string(), Place::Appointments).path()).into_response())
        }
        Err(Failure::Refused(refusal)) => {
            let back = Some(Back { fields, of, command: asked, refusal });
            Ok((StatusCode::UNPROCESSABLE_ENTITY, drawn(visit, client, back).await?).into_response())
        }
        Err(failure) => Err(failure),
    }
}
