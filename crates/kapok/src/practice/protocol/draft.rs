//! The draft of the next version: begun, changed group by group, let go.

use std::collections::BTreeMap;

use axum::extract::Query;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use journey::Refusal;
use journey::practice::{Command, Draft as Drafted, DraftOrigin, NewFigure};
use journey::protocol::{FigureAt, Protocol as Figures, in_whole_units, printed};
use pages::Route;
use pages::practice::medical::Typed;
use pages::practice::protocol::draft::{Changed, Draft, Editing, Entry, at};
use pages::practice::protocol::words::group_of;
use pages::practice::protocol::{FileFault, Which};
use permit::{Action, Kind};
use serde::Deserialize;

use super::compare::found;
use super::{drawn as protocol_page, looser_than_shipped, next_number};
use crate::door::{Visit, shown};
use crate::failure::Failure;
use crate::form::Form;
use crate::practice::medical::{Fields, again, fresh, intent, names, said};
use crate::protocol_file::{self, FILE_BYTES_MAX, SHIPPED};
use crate::upload::{Upload, Uploaded};

/// Which group is worked on.
#[derive(Deserialize)]
pub(in crate::practice) struct Asked {
    group: Option<String>,
}

/// The draft, or one group of it.
pub(in crate::practice) async fn get(visit: Visit, Query(asked): Query<Asked>) -> Result<Response, Failure> {
    visit.of_practice(Action::Amend, Kind::Protocol)?;
    let Some(draft) = &visit.practice().draft else {
        return Ok(Redirect::to(&Route::Protocol.path()).into_response());
    };
    let editing = match asked.group {
        Some(group) => Some(editing(&visit, draft, &group, fresh(), &BTreeMap::new())?),
        None => None,
    };
    Ok(drawn(&visit, draft, editing, fresh()).into_response())
}

fn drawn(visit: &Visit, draft: &Drafted, editing: Option<Editing>, discard: Typed) -> Html<String> {
    let against = visit.practice().protocols.last().map(|signed| Which::Version(signed.number));
    let (from, file) = match &draft.origin {
        DraftOrigin::Shipped => (Some(Which::Shipped), None),
        DraftOrigin::Version { number } => (Some(Which::Version(*number)), None),
        DraftOrigin::File { name } => (None, Some(name.clone())),
    };
    let page = Draft {
        number: next_number(visit),
        from,
        file,
        differences: differences(visit, draft, against),
        against: against.unwrap_or(Which::Shipped),
        faults: draft.protocol.check(),
        groups: groups(&draft.protocol),
        editing,
        discard,
    };
    shown(pages::practice::protocol::draft::page(&visit.frame(), &page))
}

fn differences(visit: &Visit, draft: &Drafted, against: Option<Which>) -> Vec<Changed> {
    let before = against.and_then(|which| found(visit, which).ok()).unwrap_or(&SHIPPED);
    let (looser, names, m) = (looser_than_shipped(&draft.protocol), names(visit), visit.frame().messages());
    let changed = |difference: journey::protocol::Difference| Changed {
        looser_than_shipped: looser.contains(&difference.path),
        because: draft.changed.get(&difference.path).map(|one| (one.reason.clone(), names.of(m, one.by))),
        difference,
    };
    before.compare(&draft.protocol).into_iter().map(changed).collect()
}

fn groups(protocol: &Figures) -> Vec<(String, usize)> {
    let figures = protocol.figures();
    let of = |group: &[FigureAt<'_>]| Some((group_of(&group.first()?.path).to_owned(), group.len()));
    figures.chunk_by(|one, next| group_of(&one.path) == group_of(&next.path)).filter_map(of).collect()
}

/// The form of one group; `unread` holds a value that would read, by the place of one that does not.
fn editing(
    visit: &Visit,
    draft: &Drafted,
    group: &str,
    typed: Typed,
    unread: &BTreeMap<String, String>,
) -> Result<Editing, Failure> {
    visit.of_practice(Action::Amend, Kind::Protocol)?;
    let shipped: BTreeMap<String, String> =
        SHIPPED.figures().into_iter().map(|at| (at.path, at.value)).collect();
    let looser = looser_than_shipped(&draft.protocol);
    let figures = draft.protocol.figures();
    let entry = |at: &FigureAt<'_>| Entry {
        path: at.path.clone(),
        value: typed_as(at),
        printed: at.value.clone(),
        unit: at.unit.to_owned(),
        source: at.source.to_owned(),
        certainty: at.certainty,
        shipped: shipped.get(&at.path).filter(|value| **value != at.value).cloned(),
        looser: looser.contains(&at.path),
        like: unread.get(&at.path).cloned(),
    };
    let entries: Vec<Entry> = figures.iter().filter(|at| group_of(&at.path) == group).map(entry).collect();
    if entries.is_empty() {
        return Err(Failure::NotFound);
    }
    Ok(Editing { group: group.to_owned(), entries, typed })
}

/// A figure as a person types it: in whole units, and a long list with a line for each of its parts.
fn typed_as(at: &FigureAt<'_>) -> String {
    let value = in_whole_units(&at.value, at.unit);
    if value.contains(": ") { value.replace(", ", "\n") } else { value }
}

/// Keeps what was typed into one group, all of it or nothing.
pub(in crate::practice) async fn post(visit: Visit, Form(fields): Form<Fields>) -> Result<Response, Failure> {
    visit.of_practice(Action::Amend, Kind::Protocol)?;
    let draft = visit.practice().draft.clone().ok_or(Failure::Refused(Refusal::NoDraft))?;
    let group = said(&fields, "group").to_owned();
    let (figures, unread) = typed_figures(&draft.protocol, &group, &fields);
    let refused = if let Some((path, like)) = unread.iter().next() {
        Refusal::FigureUnreadable { path: path.clone(), like: like.clone() }
    } else {
        let command = Command::DraftFigures { figures, reason: said(&fields, "reason").to_owned() };
        match visit.act_for_practice(intent(&fields), command).await {
            Ok(_) | Err(Failure::Refused(Refusal::NothingNew)) => {
                return Ok(Redirect::to(&at(&group)).into_response());
            }
            Err(Failure::Refused(refusal)) => refusal,
            Err(failure) => return Err(failure),
        }
    };
    let editing = editing(&visit, &draft, &group, again(fields, refused), &unread)?;
    Ok((StatusCode::UNPROCESSABLE_ENTITY, drawn(&visit, &draft, Some(editing), fresh())).into_response())
}

/// Figures of the group whose field holds another value; and those that do not read, with one that would.
fn typed_figures(
    protocol: &Figures,
    group: &str,
    fields: &Fields,
) -> (Vec<NewFigure>, BTreeMap<String, String>) {
    let (mut figures, mut unread) = (Vec::new(), BTreeMap::new());
    for at in protocol.figures().into_iter().filter(|at| group_of(&at.path) == group) {
        let Some(typed) = fields.get(&Entry::field(&at.path)) else { continue };
        if typed.trim().replace("\r\n", "\n") == typed_as(&at) {
            continue;
        }
        let read = printed(typed, at.unit).filter(|value| protocol.with(&at.path, value, "").is_ok());
        match read {
            Some(value) => figures.push(NewFigure { path: at.path, value }),
            None => {
                unread.insert(at.path.clone(), in_whole_units(&at.value, at.unit));
            }
        }
    }
    (figures, unread)
}

/// Begins a draft with a signed version or the shipped figures.
pub(in crate::practice) async fn begin(
    visit: Visit,
    Form(fields): Form<Fields>,
) -> Result<Response, Failure> {
    visit.of_practice(Action::Create, Kind::Protocol)?;
    let which = Which::from_key(said(&fields, "from")).ok_or(Failure::Unreadable)?;
    let origin = match which {
        Which::Shipped => DraftOrigin::Shipped,
        Which::Version(number) => DraftOrigin::Version { number },
        Which::Draft => return Err(Failure::Unreadable),
    };
    let protocol = Box::new(found(&visit, which)?.clone());
    visit.act_for_practice(intent(&fields), Command::BeginDraft { protocol, origin }).await?;
    Ok(Redirect::to(&Route::ProtocolDraft.path()).into_response())
}

/// Begins a draft with a file; what is wrong with it is said all at once.
pub(in crate::practice) async fn file(visit: Visit, upload: Upload) -> Result<Response, Failure> {
    visit.of_practice(Action::Create, Kind::Protocol)?;
    let not_read = |fault: FileFault| Ok(unread(&visit, vec![fault.words(visit.frame().messages())]));
    let (name, bytes) = match upload.file {
        Uploaded::None => return not_read(FileFault::Absent),
        Uploaded::File { name, bytes } if bytes.len() <= FILE_BYTES_MAX => (name, bytes),
        Uploaded::File { .. } | Uploaded::TooLarge => return not_read(FileFault::TooLarge),
    };
    let Ok(text) = String::from_utf8(bytes) else {
        return not_read(FileFault::NotText);
    };
    let reading = tokio::task::spawn_blocking(move || protocol_file::read(&text));
    let read = reading.await.map_err(|_| Failure::Fault(crate::log::fault("reading a protocol")))?;
    let protocol = match read {
        Ok(protocol) => Box::new(protocol.vouched_by_nobody(&SHIPPED)),
        Err(reasons) => return Ok(unread(&visit, reasons.0)),
    };
    let command = Command::BeginDraft { protocol, origin: DraftOrigin::File { name } };
    visit.act_for_practice(intent(&upload.fields), command).await?;
    Ok(Redirect::to(&Route::ProtocolDraft.path()).into_response())
}

fn unread(visit: &Visit, reasons: Vec<String>) -> Response {
    let form = visit.practice().protocols.is_empty().then(fresh);
    (StatusCode::UNPROCESSABLE_ENTITY, protocol_page(visit, form, reasons)).into_response()
}

/// Lets the draft go.
pub(in crate::practice) async fn discard(
    visit: Visit,
    Form(fields): Form<Fields>,
) -> Result<Response, Failure> {
    visit.of_practice(Action::Amend, Kind::Protocol)?;
    match visit.act_for_practice(intent(&fields), Command::DiscardDraft).await {
        // Whoever lets go of what is gone already has what they asked for.
        Ok(_) | Err(Failure::Refused(Refusal::NoDraft)) => {
            Ok(Redirect::to(&Route::Protocol.path()).into_response())
        }
        Err(failure) => Err(failure),
    }
}
