//! Two protocols side by side, and each of them as a file.

use axum::extract::Query;
use axum::http::header;
use axum::response::{Html, IntoResponse, Response};
use journey::protocol::Protocol as Figures;
use pages::practice::protocol::Which;
use pages::practice::protocol::compare::Compare;
use permit::{Action, Kind};
use serde::Deserialize;

use crate::door::{Visit, shown};
use crate::failure::Failure;
use crate::protocol_file::SHIPPED;

/// Which two are compared.
#[derive(Deserialize)]
pub(in crate::practice) struct Both {
    before: Option<String>,
    after: Option<String>,
}

/// Which one is taken out.
#[derive(Deserialize)]
pub(in crate::practice) struct Of {
    of: String,
}

/// The two that were asked for; else the shipped figures and the newest there is.
pub(in crate::practice) async fn get(
    visit: Visit,
    Query(both): Query<Both>,
) -> Result<Html<String>, Failure> {
    visit.of_practice(Action::Read, Kind::Protocol)?;
    let choices = choices(&visit);
    let newest = choices.last().copied().unwrap_or(Which::Shipped);
    let asked = |key: Option<String>, otherwise: Which| {
        key.map_or(Some(otherwise), |key| Which::from_key(&key)).ok_or(Failure::NotFound)
    };
    let (before, after) = (asked(both.before, Which::Shipped)?, asked(both.after, newest)?);
    let differences = found(&visit, before)?.compare(found(&visit, after)?);
    let page = Compare { before, after, choices, differences };
    Ok(shown(pages::practice::protocol::compare::page(&visit.frame(), &page)))
}

/// A protocol as a file.
pub(in crate::practice) async fn file(visit: Visit, Query(asked): Query<Of>) -> Result<Response, Failure> {
    visit.of_practice(Action::Read, Kind::Protocol)?;
    let which = Which::from_key(&asked.of).ok_or(Failure::NotFound)?;
    let file = found(&visit, which)?.to_toml();
    let name = format!("attachment; filename=\"kapok-protocol-{}.toml\"", which.key());
    let headers = [
        (header::CONTENT_TYPE, "application/toml; charset=utf-8".to_owned()),
        (header::CONTENT_DISPOSITION, name),
    ];
    Ok((headers, file).into_response())
}

/// What the reader may compare: a draft is for those who work on it.
fn choices(visit: &Visit) -> Vec<Which> {
    let versions = visit.practice().protocols.iter().map(|signed| Which::Version(signed.number));
    let draft = found(visit, Which::Draft).is_ok().then_some(Which::Draft);
    std::iter::once(Which::Shipped).chain(versions).chain(draft).collect()
}

/// A protocol that the reader may read; one that is not there and one that is not theirs are alike.
pub(super) fn found(visit: &Visit, which: Which) -> Result<&Figures, Failure> {
    let practice = visit.practice();
    let found = match which {
        Which::Shipped => Some(&*SHIPPED),
        Which::Version(number) => {
            practice.protocols.iter().find(|signed| signed.number == number).map(|signed| &signed.protocol)
        }
        Which::Draft => {
            visit.of_practice(Action::Amend, Kind::Protocol)?;
            practice.draft.as_ref().map(|draft| &draft.protocol)
        }
    };
    found.ok_or(Failure::NotFound)
}
