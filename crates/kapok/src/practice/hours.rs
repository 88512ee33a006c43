//! The hours in which the practice reads and answers.

use axum::response::{Html, Response};
use jiff::civil::Time;
use journey::Refusal;
use journey::hours::{Hours, OpenTime, Weekday};
use journey::practice::Command;
use pages::Route;
use pages::practice::hours::{Form as HoursForm, Hours as Page};
use permit::{Action, Kind};

use super::medical::{Fields, intent, said};
use crate::chance;
use crate::door::{Visit, shown};
use crate::failure::Failure;
use crate::form::{self, Form};

/// What is stated, and the form for those who may state it.
pub(super) async fn get(visit: Visit) -> Result<Html<String>, Failure> {
    visit.of_practice(Action::Read, Kind::Schedule)?;
    let stated = visit.practice().hours_at(visit.now);
    let form = HoursForm::of(chance::command().to_string(), stated);
    Ok(drawn(&visit, form))
}

fn drawn(visit: &Visit, form: HoursForm) -> Html<String> {
    let stated = visit.practice().hours_at(visit.now).cloned();
    let may = visit.of_practice(Action::Amend, Kind::Schedule).is_ok();
    let page = Page { stated, form: may.then_some(form) };
    shown(pages::practice::hours::page(&visit.frame(), &page))
}

/// States them.
pub(super) async fn post(visit: Visit, Form(fields): Form<Fields>) -> Result<Response, Failure> {
    visit.of_practice(Action::Amend, Kind::Schedule)?;
    let done = match hours(&fields) {
        Some(hours) => visit.act_for_practice(intent(&fields), Command::StateHours(hours)).await,
        None => Err(Failure::Refused(Refusal::HoursInvalid)),
    };
    form::answered(form::had(done), Route::Hours, async |refusal| Ok(drawn(&visit, typed(&fields, refusal))))
        .await
}

fn pair(fields: &Fields, place: usize) -> (&str, &str) {
    (said(fields, &format!("from-{place}")), said(fields, &format!("until-{place}")))
}

/// What was typed as hours; none where half of a day is missing or is no time.
fn hours(fields: &Fields) -> Option<Hours> {
    let mut open = Vec::new();
    for (place, weekday) in Weekday::ALL.into_iter().enumerate() {
        let (from, until) = pair(fields, place);
        if from.is_empty() && until.is_empty() {
            continue;
        }
        open.push(OpenTime { weekday, from: from.parse::<Time>().ok()?, until: until.parse::<Time>().ok()? });
    }
    Some(Hours { open, message_days: said(fields, "message_days").parse().ok()? })
}

fn typed(fields: &Fields, refusal: Refusal) -> HoursForm {
    HoursForm {
        command: chance::command().to_string(),
        days: std::array::from_fn(|place| {
            let (from, until) = pair(fields, place);
            (from.to_owned(), until.to_owned())
        }),
        message_days: said(fields, "message_days").to_owned(),
        refusal: Some(refusal),
    }
}
