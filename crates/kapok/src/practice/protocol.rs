//! The protocol, and the prescriber's name under it.

use std::collections::BTreeMap;

use axum::extract::Query;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use journey::practice::{Command, NewProtocol, SignedProtocol};
use journey::protocol::Protocol as Figures;
use pages::Route;
use pages::practice::medical::Typed;
use pages::practice::protocol::{Protocol, Row, Signed, Signing, Standing};
use permit::{Action, Kind};

use super::medical::{self, AskedFor, Fields, again, fresh, intent};
use crate::door::{Visit, shown};
use crate::failure::Failure;
use crate::form::Form;
use crate::protocol_file::SHIPPED;

/// The version in force, or the figures as they were shipped.
pub(super) async fn get(visit: Visit, Query(asked): AskedFor) -> Result<Html<String>, Failure> {
    visit.of_practice(Action::Read, Kind::Protocol)?;
    let wants = !asked.anew.is_empty() || visit.practice().protocol_in_force(visit.now).is_none();
    Ok(drawn(&visit, wants.then(fresh)))
}

fn drawn(visit: &Visit, typed: Option<Typed>) -> Html<String> {
    let newest = visit.practice().protocols.last();
    let in_force = visit.practice().protocol_in_force(visit.now);
    let number = newest.map_or(1, |signed| signed.number.saturating_add(1));
    let signing = match (visit.of_practice(Action::Sign, Kind::Protocol), typed) {
        (Err(_), _) => Signing::Reads,
        (Ok(()), None) => Signing::MayAsk,
        (Ok(()), Some(typed)) => Signing::Form(number, typed),
    };
    let standing = match (newest, in_force) {
        (None, _) => Standing::Unsigned,
        (Some(_), Some(signed)) => Standing::InForce(under(visit, signed)),
        (Some(signed), None) => Standing::Over(under(visit, signed)),
    };
    let figures = match (&signing, in_force) {
        (Signing::Reads | Signing::MayAsk, Some(signed)) => rows(&signed.protocol, None),
        (_, before) => rows(&SHIPPED, before.map(|signed| &signed.protocol)),
    };
    shown(pages::practice::protocol::page(&visit.frame(), &Protocol { standing, figures, signing }))
}

fn under(visit: &Visit, signed: &SignedProtocol) -> Signed {
    let by = visit.practice().people.get(&signed.signed_by).map(|member| member.name.clone());
    Signed {
        number: signed.number,
        by: by.unwrap_or_default(),
        at: signed.signed_at,
        expires: signed.expires,
    }
}

/// Every figure; with what it was before, where that was another value.
fn rows(protocol: &Figures, before: Option<&Figures>) -> Vec<Row> {
    let before: BTreeMap<String, String> =
        before.iter().flat_map(|before| before.figures()).map(|at| (at.path, at.value)).collect();
    let changed = |path: &str, value: &str| before.get(path).filter(|was| *was != value).cloned();
    protocol.figures().iter().map(|at| Row::new(at, changed(&at.path, &at.value))).collect()
}

/// Signs the shipped figures as a version of this practice's own.
pub(super) async fn post(visit: Visit, Form(fields): Form<Fields>) -> Result<Response, Failure> {
    visit.of_practice(Action::Sign, Kind::Protocol)?;
    let number = medical::number(&fields, "number").ok_or(Failure::Unreadable)?;
    let Some(expires) = medical::day(&fields, "expires") else {
        return Ok(shown_again(&visit, medical::unreadable(fields, "expires")));
    };
    let yes = fields.iter().filter(|(_, said)| said.as_str() == "yes");
    let new = NewProtocol {
        number,
        protocol: SHIPPED.clone(),
        yes: yes.filter_map(|(name, _)| name.strip_prefix("yes-")).map(str::to_owned).collect(),
        signed_by: visit.signed_in()?.staff,
        expires,
    };
    match visit.act_for_practice(intent(&fields), Command::SignProtocol(Box::new(new))).await {
        Ok(_) => Ok(Redirect::to(&Route::Protocol.path()).into_response()),
        Err(Failure::Refused(refusal)) => Ok(shown_again(&visit, again(fields, refusal))),
        Err(failure) => Err(failure),
    }
}

fn shown_again(visit: &Visit, typed: Typed) -> Response {
    (StatusCode::UNPROCESSABLE_ENTITY, drawn(visit, Some(typed))).into_response()
}
