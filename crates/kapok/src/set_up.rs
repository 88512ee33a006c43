//! The first start: the practice gets its name, and its first person a way in.

use axum::extract::{Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use jiff::tz::TimeZone;
use journey::practice::{Command, NewPerson};
use journey::staff::Role;
use pages::Route;
use permit::{Action, Actor, Job, Kind, Relation, Resource};
use serde::Deserialize;
use store::{ActFault, Ask, Intent};

use crate::app::App;
use crate::chance;
use crate::door::{self, Visit};
use crate::failure::Failure;
use crate::form::Form;
use crate::sign_in::desk;

/// Characters that a password must have at least (NIST SP 800-63B asks for 8; longer for one factor).
pub(crate) const PASSWORD_CHARACTERS_MIN: usize = 15;

/// The code that the terminal printed.
#[derive(Deserialize)]
pub(crate) struct Code {
    #[serde(default)]
    code: String,
}

/// The set-up form, for whoever holds the code from the terminal.
///
/// # Errors
/// Once the practice is set up, or without the code, there is no such page.
pub(crate) async fn get(
    State(app): State<App>,
    visit: Visit,
    Query(code): Query<Code>,
) -> Result<Response, Failure> {
    needed(&app, &code.code)?;
    let context = pages::set_up::SetUp { code: code.code, ..Default::default() };
    Ok(door::page(axum::http::StatusCode::OK, pages::set_up::page(&visit.frame(), &context)))
}

fn needed(app: &App, code: &str) -> Result<(), Failure> {
    let fits = app.set_up_code.as_deref() == Some(code);
    if fits && app.store.practice().name.is_none() { Ok(()) } else { Err(Failure::NotFound) }
}

/// What the set-up page sends.
#[derive(Deserialize)]
pub(crate) struct SetUpForm {
    code: String,
    practice: String,
    country: String,
    zone: String,
    name: String,
    email: String,
    password: String,
}

/// Founds the practice and signs its first person in.
///
/// # Errors
/// Without the code, or when the store fails; what can be mended is shown beside its field.
pub(crate) async fn post(
    State(app): State<App>,
    visit: Visit,
    Form(form): Form<SetUpForm>,
) -> Result<Response, Failure> {
    needed(&app, &form.code)?;
    let password_short = form.password.chars().count() < PASSWORD_CHARACTERS_MIN;
    let zone_unknown = TimeZone::get(&form.zone).is_err();
    if password_short || zone_unknown {
        return Ok(
            form.shown_again(&visit, pages::set_up::Problems { password_short, zone_unknown, refusal: None })
        );
    }
    let staff = chance::staff();
    match found(&app, &visit, &form, staff).await {
        Ok(()) => {
            let cookie = crate::sign_in::open(&app, staff, Role::Therapist, visit.now).await?;
            Ok(([(axum::http::header::SET_COOKIE, cookie)], Redirect::to(&Route::Today.path()))
                .into_response())
        }
        Err(ActFault::Refused(refusal)) => {
            let problems = pages::set_up::Problems { refusal: Some(refusal), ..Default::default() };
            Ok(form.shown_again(&visit, problems))
        }
        Err(fault) => Err(fault.into()),
    }
}

async fn found(app: &App, visit: &Visit, form: &SetUpForm, staff: journey::StaffId) -> Result<(), ActFault> {
    let practice = app.store.practice_id();
    let actor = Actor::System { practice, job: Job::SetUp };
    let resource = Resource::of_practice(practice, Kind::People);
    let permit = permit::to_act(actor, Action::Create, resource, Relation::Unclaimed)
        .map_err(|_| ActFault::NotPermitted)?;
    let password = form.password.clone();
    let password_hash = tokio::task::spawn_blocking(move || desk::hash(&password))
        .await
        .ok()
        .and_then(Result::ok)
        .ok_or(ActFault::NotPermitted)?;
    let first = NewPerson {
        staff,
        name: form.name.clone(),
        email: form.email.clone(),
        password_hash,
        roles: vec![Role::Therapist, Role::Admin],
    };
    let command = Command::Found {
        name: form.practice.clone(),
        country: form.country.clone(),
        zone: form.zone.clone(),
        first,
    };
    app.store.act(permit, Intent::now(chance::command(), Ask::Practice(command)), visit.now).await?;
    Ok(())
}

impl SetUpForm {
    fn shown_again(self, visit: &Visit, problems: pages::set_up::Problems) -> Response {
        let context = pages::set_up::SetUp {
            code: self.code,
            practice: self.practice,
            country: self.country,
            zone: self.zone,
            name: self.name,
            email: self.email,
            problems,
        };
        let page = pages::set_up::page(&visit.frame(), &context);
        door::page(axum::http::StatusCode::UNPROCESSABLE_ENTITY, page)
    }
}
