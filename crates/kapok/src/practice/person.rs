//! One person: their path, the next true step, and who walks along.

use axum::extract::{Path, Query};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use jiff::Timestamp;
use journey::appointment::Kind as For;
use journey::enquiry::Standing;
use journey::practice::Member as Known;
use journey::staff::{Role, Status};
use journey::{Case, ClientId, Refusal, StaffId, care_team};
use pages::practice::person::{Member, Person};
use pages::{Markup, Route};
use permit::{Action, Kind};
use serde::Deserialize;

use super::enquiry;
use super::subject::subject;
use crate::chance;
use crate::door::{Visit, shown};
use crate::failure::Failure;
use crate::form::{self, Form};
use crate::sign_in::shown_role;

/// Which part of a long path is told in words.
#[derive(Deserialize)]
pub(crate) struct Told {
    /// A year of it; anything else asks for the newest.
    #[serde(default)]
    year: String,
}

impl Told {
    /// The year, if one was asked for.
    pub(crate) fn year(&self) -> Option<i16> {
        self.year.parse().ok()
    }
}

/// The path; before anybody was invited, and after a no, the enquiry itself.
pub(super) async fn get(
    visit: Visit,
    Path(client): Path<String>,
    Query(told): Query<Told>,
) -> Result<Html<String>, Failure> {
    let client: ClientId = client.parse().map_err(|_| Failure::NotFound)?;
    let case = visit.read(client, Kind::Enquiry).await?;
    if case.enquiry.standing != Standing::Invited {
        return enquiry::opened(&visit, client).await;
    }
    Ok(shown(drawn(&visit, client, &case, told.year(), None).await?))
}

async fn drawn(
    visit: &Visit,
    client: ClientId,
    case: &Case,
    year: Option<i16>,
    refusal: Option<Refusal>,
) -> Result<Markup, Failure> {
    let practice = visit.practice();
    let (team, others): (Vec<_>, Vec<_>) =
        practice.people.iter().partition(|(staff, _)| case.care_team.people.contains(staff));
    let asks = visit.may(client, Action::Amend, Kind::Enquiry);
    let could_join = others.into_iter().filter(|(_, known)| asks && walks_along(known));
    let person = Person {
        subject: subject(visit, client).await?,
        path: journey::path::path(case, visit.now, &visit.frame().zone),
        year,
        open_events: case.sessions.adverse_events().iter().filter(|(_, event)| event.is_open()).count(),
        next: journey::next::next_step(case, practice.date_at(visit.now)),
        meets: meets(visit, client).await?,
        brings: case.enquiry.brings.clone(),
        team: team.into_iter().map(member).collect(),
        could_join: could_join.map(member).collect(),
        command: chance::command().to_string(),
        refusal,
    };
    Ok(pages::practice::person::page(&visit.frame(), &person))
}

/// The next appointment, for those who may know of it.
async fn meets(visit: &Visit, client: ClientId) -> Result<Option<(For, Timestamp)>, Failure> {
    if !visit.may(client, Action::Read, Kind::Appointment) {
        return Ok(None);
    }
    let case = visit.read(client, Kind::Appointment).await?;
    Ok(case.appointments.ahead(visit.now).next().map(|next| (next.kind, next.starts_at)))
}

/// Whether somebody's work is with people: admins and auditors join no journey.
fn walks_along(known: &Known) -> bool {
    let with_people = |role: &Role| matches!(role, Role::Therapist | Role::Prescriber | Role::Monitor);
    known.status == Status::Active && known.roles.iter().any(with_people)
}

fn member((staff, known): (&StaffId, &Known)) -> Member {
    let roles = known.roles.iter().map(|role| shown_role(*role)).collect();
    Member { staff: staff.to_string(), name: known.name.clone(), roles }
}

/// What the page sends.
#[derive(Deserialize)]
pub(super) struct JoinSent {
    command: Option<String>,
    staff: String,
}

/// Asks somebody of the practice to join.
pub(super) async fn post(
    visit: Visit,
    Path(client): Path<String>,
    Form(form): Form<JoinSent>,
) -> Result<Response, Failure> {
    let client: ClientId = client.parse().map_err(|_| Failure::NotFound)?;
    let staff = form.staff.parse().map_err(|_| Failure::Unreadable)?;
    let command = journey::Command::CareTeam(care_team::Command::Join { staff });
    match visit.act(client, form::command(form.command.as_deref()), command).await {
        Ok(_) => Ok(Redirect::to(&Route::Person(client.to_string()).path()).into_response()),
        Err(Failure::Refused(refusal)) => {
            let case = visit.read(client, Kind::Enquiry).await?;
            let page = drawn(&visit, client, &case, None, Some(refusal)).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, shown(page)).into_response())
        }
        Err(failure) => Err(failure),
    }
}
