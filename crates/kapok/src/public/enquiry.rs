//! The enquiry form: the first thread through every layer.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use journey::contact::Details;
use journey::{Command, Refusal, enquiry};
use permit::{Action, Actor, Kind, Relation, Resource};
use serde::Deserialize;
use store::{ActFault, Ask, Intent};

use crate::app::App;
use crate::chance;
use crate::door::{self, Visit, shown};
use crate::failure::Failure;
use crate::form::{self, Form, filled};

/// The empty form.
pub(crate) async fn get(visit: Visit) -> Html<String> {
    let context = pages::public::enquiry::Enquiry {
        command: chance::command().to_string(),
        language: visit.language.tag().to_owned(),
        ..Default::default()
    };
    shown(pages::public::enquiry::page(&visit.frame(), &context))
}

/// What the form sends.
#[derive(Deserialize)]
pub(crate) struct EnquiryForm {
    command: Option<String>,
    name: String,
    email: Option<String>,
    phone: Option<String>,
    brings: Option<String>,
    reach: Option<String>,
    language: Option<String>,
}

/// Receives an enquiry; what the rules refuse is shown beside its field, with all that was typed.
///
/// # Errors
/// When this hour's enquiries are used up, or the store fails.
pub(crate) async fn post(
    State(app): State<App>,
    visit: Visit,
    Form(form): Form<EnquiryForm>,
) -> Result<Response, Failure> {
    let practice = app.store.practice_id();
    let id = form::command(form.command.as_deref());
    let resource = Resource::of_client(practice, visit.newcomer(id), Kind::Enquiry);
    let permit = permit::to_act(Actor::Public { practice }, Action::Create, resource, Relation::Unclaimed)?;
    app.threshold.step_over(visit.now)?;
    let intent = Intent::now(id, Ask::Client(form.asks(&visit)));
    match app.store.act(permit, intent, visit.now).await {
        Ok(_) => Ok(Redirect::to("/enquiry/thanks").into_response()),
        Err(ActFault::Refused(refusal)) => {
            let page = pages::public::enquiry::page(&visit.frame(), &form.shown_again(refusal));
            Ok(door::page(StatusCode::UNPROCESSABLE_ENTITY, page))
        }
        Err(fault) => Err(fault.into()),
    }
}

/// Says that the enquiry has arrived, and what happens next.
pub(crate) async fn thanks(visit: Visit) -> Html<String> {
    shown(pages::public::enquiry_thanks::page(&visit.frame()))
}

impl EnquiryForm {
    fn asks(&self, visit: &Visit) -> Command {
        Command::Enquiry(enquiry::Command::Receive {
            details: Details {
                name: self.name.clone(),
                email: filled(self.email.clone()),
                phone: filled(self.phone.clone()),
                reach: filled(self.reach.clone()),
                language: self.language.clone().unwrap_or_else(|| visit.language.tag().to_owned()),
            },
            brings: filled(self.brings.clone()),
        })
    }

    /// A refused form is a new intent once it is mended, so it gets a new id.
    fn shown_again(self, refusal: Refusal) -> pages::public::enquiry::Enquiry {
        pages::public::enquiry::Enquiry {
            command: chance::command().to_string(),
            name: self.name,
            email: self.email.unwrap_or_default(),
            phone: self.phone.unwrap_or_default(),
            brings: self.brings.unwrap_or_default(),
            reach: self.reach.unwrap_or_default(),
            language: self.language.unwrap_or_default(),
            refusal: Some(refusal),
        }
    }
}
