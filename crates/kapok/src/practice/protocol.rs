//! The protocol, and the prescriber's name under it.

pub(super) mod compare;
pub(super) mod draft;

use std::collections::{BTreeMap, BTreeSet};

use axum::extract::Query;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use journey::Refusal;
use journey::practice::{Command, Draft, NewProtocol, SignDraft, SignedProtocol};
use journey::protocol::{Certainty, Protocol as Figures};
use pages::Route;
use pages::practice::medical::Typed;
use pages::practice::protocol::{Next, Proposed, Protocol, Row, Signed, Signing, Standing};
use permit::{Action, Kind};
use serde::Deserialize;

use super::medical::{self, Fields, again, fresh, intent};
use crate::door::{Visit, shown};
use crate::failure::Failure;
use crate::form::Form;
use crate::protocol_file::SHIPPED;

/// What the page is asked for.
#[derive(Deserialize)]
pub(super) struct Asked {
    /// The form of the next version.
    #[serde(default)]
    anew: String,
    /// A version, to be read.
    version: Option<u32>,
}

/// The figures of the version in force, else those that are shipped.
pub(super) fn figures(visit: &Visit) -> &Figures {
    visit.practice().protocol_in_force(visit.now).map_or(&*SHIPPED, |signed| &signed.protocol)
}

/// The version in force, an older one, or the figures that can be signed next.
pub(super) async fn get(visit: Visit, Query(asked): Query<Asked>) -> Result<Html<String>, Failure> {
    visit.of_practice(Action::Read, Kind::Protocol)?;
    if let Some(number) = asked.version {
        let older = visit.practice().protocols.iter().find(|signed| signed.number == number);
        return Ok(older_one(&visit, older.ok_or(Failure::NotFound)?));
    }
    let wants = !asked.anew.is_empty() || visit.practice().protocol_in_force(visit.now).is_none();
    Ok(drawn(&visit, wants.then(fresh), Vec::new()))
}

fn older_one(visit: &Visit, older: &SignedProtocol) -> Html<String> {
    let page = Protocol {
        standing: standing(visit),
        figures: rows(&older.protocol, None),
        signing: Signing::Reads,
        versions: versions(visit),
        next: Next::Reads,
        older: Some(under(visit, older)),
    };
    shown(pages::practice::protocol::page(&visit.frame(), &page))
}

/// The page; `unread` says why a file that was sent is no protocol.
fn drawn(visit: &Visit, typed: Option<Typed>, unread: Vec<String>) -> Html<String> {
    let newest = visit.practice().protocols.last();
    let in_force = visit.practice().protocol_in_force(visit.now);
    let (figures, proposed) = proposed(visit);
    let signing = match (visit.of_practice(Action::Sign, Kind::Protocol), typed) {
        (Err(_), _) => Signing::Reads,
        (Ok(()), None) => Signing::MayAsk,
        (Ok(()), Some(typed)) => Signing::Form(next_number(visit), typed, proposed),
    };
    let figures = match (&signing, in_force) {
        (Signing::Reads | Signing::MayAsk, Some(signed)) => rows(&signed.protocol, None),
        (Signing::Reads, None) => rows(newest.map_or(&SHIPPED, |signed| &signed.protocol), None),
        (_, before) => rows(figures, before.map(|signed| &signed.protocol)),
    };
    let next = next(visit, unread);
    let page = Protocol {
        standing: standing(visit),
        figures,
        signing,
        versions: versions(visit),
        next,
        older: None,
    };
    shown(pages::practice::protocol::page(&visit.frame(), &page))
}

fn next_number(visit: &Visit) -> u32 {
    visit.practice().protocols.last().map_or(1, |signed| signed.number.saturating_add(1))
}

/// The figures that can be signed next: the draft, where there is one.
///
/// Else the shipped ones, so that an update reaches the practice; but whoever has set figures of their
/// own signs these again, and never finds them gone.
fn proposed(visit: &Visit) -> (&Figures, Proposed) {
    if let Some(draft) = &visit.practice().draft {
        let faults = draft.protocol.check().len();
        return (&draft.protocol, Proposed::Draft { revision: draft.revision, faults });
    }
    let newest = visit.practice().protocols.last();
    let own = newest.filter(|signed| signed.protocol.figures().iter().any(|at| at.certainty == Certainty::P));
    own.map_or((&SHIPPED, Proposed::Shipped), |signed| (&signed.protocol, Proposed::Again))
}

fn next(visit: &Visit, unread: Vec<String>) -> Next {
    if visit.of_practice(Action::Create, Kind::Protocol).is_err() {
        return Next::Reads;
    }
    match &visit.practice().draft {
        Some(draft) => Next::Begun { changed: changed(draft) },
        None => {
            let newest = visit.practice().protocols.last().map(|signed| signed.number);
            Next::MayBegin { command: fresh().command, newest, unread }
        }
    }
}

fn changed(draft: &Draft) -> usize {
    draft.base.compare(&draft.protocol).len()
}

fn standing(visit: &Visit) -> Standing {
    match (visit.practice().protocols.last(), visit.practice().protocol_in_force(visit.now)) {
        (None, _) => Standing::Unsigned,
        (Some(_), Some(signed)) => Standing::InForce(under(visit, signed)),
        (Some(signed), None) => Standing::Over(under(visit, signed)),
    }
}

fn versions(visit: &Visit) -> Vec<Signed> {
    visit.practice().protocols.iter().rev().map(|signed| under(visit, signed)).collect()
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
    let looser = looser_than_shipped(protocol);
    protocol
        .figures()
        .iter()
        .map(|at| Row::new(at, changed(&at.path, &at.value), looser.contains(&at.path)))
        .collect()
}

fn looser_than_shipped(protocol: &Figures) -> BTreeSet<String> {
    SHIPPED.compare(protocol).into_iter().filter(|one| one.looser).map(|one| one.path).collect()
}

/// Signs what the form showed: the draft, or the figures that were proposed without one.
pub(super) async fn post(visit: Visit, Form(fields): Form<Fields>) -> Result<Response, Failure> {
    visit.of_practice(Action::Sign, Kind::Protocol)?;
    let number = medical::number(&fields, "number").ok_or(Failure::Unreadable)?;
    let Some(expires) = medical::day(&fields, "expires") else {
        return Ok(shown_again(&visit, medical::unreadable(fields, "expires")));
    };
    let yes = fields.iter().filter(|(_, said)| said.as_str() == "yes");
    let yes = yes.filter_map(|(name, _)| name.strip_prefix("yes-")).map(str::to_owned).collect();
    let signed_by = visit.signed_in()?.staff;
    let command = match medical::number(&fields, "draft") {
        Some(revision) => Command::SignDraft(SignDraft { revision, number, yes, signed_by, expires }),
        // Whoever read the figures without a draft does not sign one that was begun since.
        None if visit.practice().draft.is_some() => return Ok(read_again(&visit, fields)),
        None => {
            let protocol = proposed(&visit).0.clone();
            Command::SignProtocol(Box::new(NewProtocol { number, protocol, yes, signed_by, expires }))
        }
    };
    match visit.act_for_practice(intent(&fields), command).await {
        Ok(_) => Ok(Redirect::to(&Route::Protocol.path()).into_response()),
        Err(Failure::Refused(Refusal::DraftChanged)) => Ok(read_again(&visit, fields)),
        Err(Failure::Refused(refusal)) => Ok(shown_again(&visit, again(fields, refusal))),
        Err(failure) => Err(failure),
    }
}

/// A yes to a figure that has changed since is no yes to what it is now.
fn read_again(visit: &Visit, mut fields: Fields) -> Response {
    let read = medical::number(&fields, "draft").unwrap_or_default();
    if let Some(draft) = &visit.practice().draft {
        let path = |name: &str| name.strip_prefix("yes-").map(str::to_owned);
        fields.retain(|name, _| path(name).is_none_or(|path| !draft.differs_since(read, &path)));
    }
    shown_again(visit, again(fields, Refusal::DraftChanged))
}

fn shown_again(visit: &Visit, typed: Typed) -> Response {
    (StatusCode::UNPROCESSABLE_ENTITY, drawn(visit, Some(typed), Vec::new())).into_response()
}
