//! The ledger of lozenges: the stock's lines and those of whom the reader walks with, as a page and a file.
//!
//! Whoever asks for the ledger opens the records they may open anyway, and each opening is noted like any
//! other. Everybody else sees the stock's lines, and in them nobody: neither a name nor a pseudonym, and
//! no search by person.

mod file;

use std::collections::BTreeSet;

use axum::extract::Query;
use axum::http::header;
use axum::response::{Html, IntoResponse, Response};
use jiff::civil::Date;
use jiff::tz::TimeZone;
use journey::prescription::Count;
use journey::stock::{Lot, Stock};
use journey::{ClientId, Practice};
use pages::practice::ledger::{Asked, Ledger, OfPerson, OfStock, Row};
use permit::{Action, Kind};
use serde::Deserialize;
use store::ListRow;

use super::medical::names;
use super::named;
use super::today::mine;
use crate::door::{Visit, shown};
use crate::failure::Failure;

/// What is asked for; anything may be left out.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Wanted {
    client: String,
    from: String,
    until: String,
    lot: String,
}

/// The ledger's page.
pub(super) async fn get(visit: Visit, Query(wanted): Query<Wanted>) -> Result<Html<String>, Failure> {
    let ledger = ledger(&visit, &wanted).await?;
    Ok(shown(pages::practice::ledger::page(&visit.frame(), &ledger)))
}

/// The ledger as a file for a spreadsheet.
pub(super) async fn file(visit: Visit, Query(wanted): Query<Wanted>) -> Result<Response, Failure> {
    let ledger = ledger(&visit, &wanted).await?;
    let written = file::written(&ledger, visit.practice(), visit.language)?;
    let day = visit.practice().date_at(visit.now);
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"kapok-ledger-{day}.csv\"")),
    ];
    Ok((headers, written).into_response())
}

/// What the columns of the file mean, and who must check them.
pub(super) async fn fields(visit: Visit) -> Result<Response, Failure> {
    visit.of_practice(Action::Read, Kind::Stock)?;
    let headers = [(header::CONTENT_TYPE, "text/plain; charset=utf-8")];
    Ok((headers, pages::practice::ledger::fields(visit.frame().messages())).into_response())
}

async fn ledger(visit: &Visit, wanted: &Wanted) -> Result<Ledger, Failure> {
    visit.of_practice(Action::Read, Kind::Stock)?;
    let both = |client| {
        visit.may(client, Action::Read, Kind::Stock) && visit.may(client, Action::Read, Kind::Prescription)
    };
    // Whoever may not know who comes here opens nobody's lines.
    let lists = visit.of_practice(Action::Read, Kind::Roster).is_ok();
    let mine = if lists { mine(visit).await? } else { Vec::new() };
    let people: Vec<ListRow> = mine.into_iter().filter(|row| both(row.client)).collect();
    let days = [&wanted.from, &wanted.until].map(|text| (!text.is_empty()).then(|| text.parse::<Date>()));
    let unreadable = days.iter().any(|day| matches!(day, Some(Err(_))));
    let [from, until] = days.map(|day| day.and_then(Result::ok));
    let mut rows = Vec::new();
    let asked_of = people.iter().filter(|row| wanted.client.is_empty() || is(row.client, &wanted.client));
    for person in asked_of.filter(|_| !unreadable) {
        rows.extend(of_person(visit, person).await?);
    }
    let zone = visit.practice().time_zone();
    if !unreadable {
        rows.extend(of_stock(visit, &people, &wanted.client)?);
    }
    rows.retain(|row| {
        let day = day(row, visit.practice(), &zone);
        from.is_none_or(|from| from <= day)
            && until.is_none_or(|until| day <= until)
            && of_lot(row, &wanted.lot)
    });
    rows.sort_by_key(|row| std::cmp::Reverse(row.place()));
    let lots = lots(visit.stock()?.as_ref(), &rows);
    Ok(Ledger {
        names: names(visit),
        people: people.iter().map(named).collect(),
        asked: Asked {
            client: wanted.client.clone(),
            from: wanted.from.clone(),
            until: wanted.until.clone(),
            lot: wanted.lot.clone(),
            unreadable,
        },
        rows,
        lots,
    })
}

/// The day a line belongs to, on the practice's calendar.
fn day(row: &Row, practice: &Practice, zone: &TimeZone) -> Date {
    match row {
        Row::Person(row) => row.line.since().to_zoned(zone.clone()).date(),
        Row::Stock(row) => row.line.day(practice),
    }
}

/// The stock's lines; those for one person only for whoever may open their record.
fn of_stock(visit: &Visit, people: &[ListRow], wanted: &str) -> Result<Vec<Row>, Failure> {
    let stock = visit.stock()?;
    let named_of = |client: ClientId| people.iter().find(|row| row.client == client).map(named);
    let lines = stock.lots.iter().flat_map(|lot| lot.lines.iter().map(move |line| (lot, line)));
    let each = lines.filter_map(|(lot, line)| {
        let person = line.client().and_then(named_of);
        if !wanted.is_empty() && person.as_ref().is_none_or(|person| person.client != wanted) {
            return None;
        }
        let lot = Lot { lines: Vec::new(), ..lot.clone() };
        Some(Row::Stock(Box::new(OfStock { lot, line: line.clone(), person })))
    });
    Ok(each.collect())
}

/// What the lots among the rows come to, all their lines counted.
fn lots(stock: &Stock, rows: &[Row]) -> Vec<(Lot, Count)> {
    let shown: BTreeSet<u32> = rows
        .iter()
        .filter_map(|row| match row {
            Row::Stock(row) => Some(row.lot.number),
            Row::Person(_) => None,
        })
        .collect();
    let lots = stock.lots.iter().filter(|lot| shown.contains(&lot.number));
    lots.map(|lot| (Lot { lines: Vec::new(), ..lot.clone() }, lot.count())).collect()
}

fn is(client: ClientId, wanted: &str) -> bool {
    client.to_string() == wanted
}

fn of_lot(row: &Row, wanted: &str) -> bool {
    let wanted = wanted.trim().to_lowercase();
    wanted.is_empty() || row.lot().to_lowercase().contains(&wanted)
}

/// The lines of one person; the record is opened for it.
async fn of_person(visit: &Visit, person: &ListRow) -> Result<Vec<Row>, Failure> {
    let record = visit.read(person.client, Kind::Prescription).await?;
    let of = |prescription: &journey::prescription::Prescription| {
        let bare = journey::prescription::Prescription { lines: Vec::new(), ..prescription.clone() };
        let row = move |line: &journey::prescription::Line| {
            let (person, prescription) = (named(person), bare.clone());
            Row::Person(Box::new(OfPerson { person, prescription, line: line.clone() }))
        };
        prescription.lines.iter().map(row).collect::<Vec<_>>()
    };
    Ok(record.prescriptions.all.iter().flat_map(of).collect())
}
