//! The practice's stock: what came, what happened to it, complete counts, and what was done about a loss.
//!
//! Its lines hold pseudonyms. The name beside one is joined here, from a record that the reader may open
//! and that is opened for it; to everybody else it is a person of the practice.

use std::collections::{BTreeMap, BTreeSet};

use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};
use jiff::Timestamp;
use journey::prescription::Supply;
use journey::stock::{
    About, Command, Discrepancy, Fate, Hour, LotCount, Medicine, Moved, Notice, Received, Sheet,
    Stock as Kept, notice_due,
};
use journey::{ClientId, EventId, Refusal};
use pages::Route;
use pages::practice::Named;
use pages::practice::medical::Typed;
use pages::practice::stock::Stock;
use permit::{Action, Kind};

use super::medical::{self, Fields, again, fresh, intent, names, said};
use super::named;
use super::prescription::{colleagues, supply, witness};
use super::today::mine;
use crate::door::{Visit, shown};
use crate::failure::Failure;
use crate::form::{self, Form};

/// A form of the page.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Which {
    Receive,
    Move,
    Inventory,
    Correct,
    Answer,
}

/// The stock as it stands.
pub(super) async fn get(visit: Visit) -> Result<Html<String>, Failure> {
    drawn(&visit, None).await
}

async fn drawn(visit: &Visit, came_back: Option<(Which, Typed)>) -> Result<Html<String>, Failure> {
    let kept = visit.stock()?;
    let people = people(visit, &kept).await?;
    let typed = |which| came_back.iter().find(|(back, _)| *back == which).map(|(_, typed)| typed.clone());
    let form = |may: bool, which| may.then(|| typed(which).unwrap_or_else(fresh));
    let writes = visit.of_practice(Action::Create, Kind::Stock).is_ok();
    let amends = visit.of_practice(Action::Amend, Kind::Stock).is_ok();
    let practice = visit.practice();
    let signed = practice.protocol_in_force(visit.now);
    let figures = signed.and_then(|signed| signed.protocol.stock.as_ref());
    let page = Stock {
        names: names(visit),
        today: practice.date_at(visit.now),
        inventory_due: kept.inventory_due(practice, visit.now),
        estimate_units_max: figures.map(|figures| figures.estimate_units_max.value),
        matters: matters(visit, &kept),
        colleagues: colleagues(visit),
        receive: form(writes, Which::Receive),
        moved: form(writes, Which::Move),
        inventory: form(writes, Which::Inventory),
        correct: form(amends, Which::Correct),
        answer: form(amends, Which::Answer),
        people,
        kept: kept.as_ref().clone(),
    };
    Ok(shown(pages::practice::stock::page(&visit.frame(), &page)))
}

/// What does not match, or is missing, with until when notice is due.
pub(super) fn matters(visit: &Visit, kept: &Kept) -> Vec<(Discrepancy, Timestamp)> {
    let each = kept.discrepancies().into_iter().map(|one| {
        let due = notice_due(one.found_at, visit.practice());
        (one, due)
    });
    each.collect()
}

/// Those in the stock whose records the reader may open; each is opened, and that is noted.
pub(super) async fn people(visit: &Visit, kept: &Kept) -> Result<BTreeMap<ClientId, Named>, Failure> {
    let in_stock: BTreeSet<ClientId> = kept.clients().collect();
    let lists = visit.of_practice(Action::Read, Kind::Roster).is_ok();
    if in_stock.is_empty() || !lists {
        return Ok(BTreeMap::new());
    }
    let may = |client| {
        visit.may(client, Action::Read, Kind::Stock) && visit.may(client, Action::Read, Kind::Prescription)
    };
    let mut people = BTreeMap::new();
    for row in mine(visit).await?.iter().filter(|row| in_stock.contains(&row.client) && may(row.client)) {
        visit.read(row.client, Kind::Prescription).await?;
        people.insert(row.client, named(row));
    }
    Ok(people)
}

/// Writes what came.
pub(super) async fn receive(visit: Visit, Form(fields): Form<Fields>) -> Result<Response, Failure> {
    visit.of_practice(Action::Create, Kind::Stock)?;
    let numbers = ["strength_mg", "received"].map(|name| (name, medical::number(&fields, name)));
    if let Some((name, _)) = numbers.iter().find(|(_, number)| number.is_none()) {
        return back(&visit, Which::Receive, medical::unreadable(fields, name)).await;
    }
    let [strength_mg, lozenges] = numbers.map(|(_, number)| number.unwrap_or_default());
    let Some(expires) = medical::day(&fields, "expires") else {
        return back(&visit, Which::Receive, medical::unreadable(fields, "expires")).await;
    };
    let word = |name| said(&fields, name).to_owned();
    let medicine =
        Medicine { product: word("product"), strength_mg, form: word("form"), lot: word("print"), expires };
    let supply: Option<Supply> = supply(&fields);
    let received = Received { medicine, supply, lozenges };
    done(&visit, Which::Receive, fields, Command::Receive(Box::new(received))).await
}

/// Writes what happened to lozenges of a lot.
pub(super) async fn line(visit: Visit, Form(fields): Form<Fields>) -> Result<Response, Failure> {
    visit.of_practice(Action::Create, Kind::Stock)?;
    let fate = Fate::ALL.into_iter().find(|fate| fate.code() == said(&fields, "fate"));
    let fate = fate.ok_or(Failure::Unreadable)?;
    let lot = medical::number(&fields, "lot").ok_or(Failure::Unreadable)?;
    let Some(lozenges) = medical::number(&fields, "moved") else {
        return back(&visit, Which::Move, medical::unreadable(fields, "moved")).await;
    };
    let manner = form::filled(fields.get("manner").cloned());
    let moved = Moved { lot, fate, lozenges, manner, witness: witness(&fields)? };
    done(&visit, Which::Move, fields, Command::Move(Box::new(moved))).await
}

/// Writes a complete count.
pub(super) async fn inventory(visit: Visit, Form(fields): Form<Fields>) -> Result<Response, Failure> {
    visit.of_practice(Action::Create, Kind::Stock)?;
    let hour = match said(&fields, "hour") {
        "opening" => Hour::Opening,
        "close" => Hour::Close,
        _ => return Err(Failure::Unreadable),
    };
    let Some(on) = medical::day(&fields, "on") else {
        return back(&visit, Which::Inventory, medical::unreadable(fields, "on")).await;
    };
    let Some(counts) = counts(&visit, &fields)? else {
        return back(&visit, Which::Inventory, medical::unreadable(fields, "counts")).await;
    };
    let second = [("witness_staff", "counter_staff"), ("witness", "counter")];
    let second = second.map(|(name, typed)| (name.to_owned(), said(&fields, typed).to_owned()));
    let witness = witness(&Fields::from(second))?;
    let sheet = Sheet { on, hour, counts, witness };
    done(&visit, Which::Inventory, fields, Command::TakeInventory(Box::new(sheet))).await
}

/// What was counted of each lot; nothing where a number cannot be read. What was left empty was not counted.
fn counts(visit: &Visit, fields: &Fields) -> Result<Option<Vec<LotCount>>, Failure> {
    let mut counts = Vec::new();
    for lot in &visit.stock()?.lots {
        let name = format!("count-{}", lot.number);
        if said(fields, &name).is_empty() {
            continue;
        }
        let Some(lozenges) = medical::number(fields, &name) else { return Ok(None) };
        let estimated = said(fields, &format!("estimated-{}", lot.number)) == "yes";
        counts.push(LotCount { lot: lot.number, lozenges, estimated });
    }
    Ok(Some(counts))
}

/// Puts a line right.
pub(super) async fn correct(visit: Visit, Form(fields): Form<Fields>) -> Result<Response, Failure> {
    visit.of_practice(Action::Amend, Kind::Stock)?;
    let (lot, line) = said(&fields, "line").split_once('-').ok_or(Failure::Unreadable)?;
    let lot = lot.parse().map_err(|_| Failure::Unreadable)?;
    let line: EventId = line.parse().map_err(|_| Failure::Unreadable)?;
    let Some(lozenges) = medical::number(&fields, "lozenges-truly") else {
        return back(&visit, Which::Correct, medical::unreadable(fields, "lozenges-truly")).await;
    };
    let because = said(&fields, "reason").to_owned();
    done(&visit, Which::Correct, fields, Command::Correct { lot, line, lozenges, because }).await
}

/// Writes what was done about a matter, how it ended, or both.
pub(super) async fn answer(visit: Visit, Form(fields): Form<Fields>) -> Result<Response, Failure> {
    visit.of_practice(Action::Amend, Kind::Stock)?;
    let about = about(said(&fields, "about")).ok_or(Failure::Unreadable)?;
    let notice = match notice(&fields) {
        Ok(notice) => notice,
        Err(refusal) => return back(&visit, Which::Answer, again(fields, refusal)).await,
    };
    let ended = form::filled(fields.get("ended").cloned());
    done(&visit, Which::Answer, fields, Command::Answer { about, notice, ended }).await
}

fn about(code: &str) -> Option<About> {
    let (of, id) = code.split_once('-')?;
    match of {
        "person" => Some(About::Person { loss: id.parse().ok()? }),
        lot => Some(About::Line { lot: lot.parse().ok()?, line: id.parse().ok()? }),
    }
}

/// Who was told, or why nobody was; nothing where neither was written.
fn notice(fields: &Fields) -> Result<Option<Notice>, Refusal> {
    let text = |name: &str| form::filled(fields.get(name).cloned());
    match (text("whom"), text("why")) {
        (Some(whom), None) => {
            let on = medical::day(fields, "told_on").ok_or(Refusal::NoticeMissing)?;
            Ok(Some(Notice::Told { whom, on, reference: text("reference") }))
        }
        (None, Some(why)) => Ok(Some(Notice::NotTold { why })),
        (None, None) => Ok(None),
        // One of the two is meant, and nobody here knows which.
        (Some(_), Some(_)) => Err(Refusal::NoticeMissing),
    }
}

async fn done(visit: &Visit, which: Which, fields: Fields, command: Command) -> Result<Response, Failure> {
    let intent = match &command {
        Command::Answer { .. } => {
            form::command_in(fields.get("command").map(String::as_str), said(&fields, "about"))
        }
        _ => intent(&fields),
    };
    let done = visit.act_on_stock(intent, command).await;
    form::answered(done, Route::Stock, async |refusal| {
        drawn(visit, Some((which, again(fields, refusal)))).await
    })
    .await
}

async fn back(visit: &Visit, which: Which, typed: Typed) -> Result<Response, Failure> {
    Ok((StatusCode::UNPROCESSABLE_ENTITY, drawn(visit, Some((which, typed))).await?).into_response())
}
