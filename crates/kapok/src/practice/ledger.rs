//! The ledger of lozenges: the lines of those the reader walks with, as a page and as a file.
//!
//! Lines lie in each person's record. Whoever asks for the ledger opens the records they may open
//! anyway, and each opening is noted like any other.

mod file;

use axum::extract::Query;
use axum::http::header;
use axum::response::{Html, IntoResponse, Response};
use jiff::civil::Date;
use journey::ClientId;
use pages::practice::ledger::{Asked, Ledger, Row};
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
    rows.retain(|row| {
        let day = row.line.since().to_zoned(zone.clone()).date();
        from.is_none_or(|from| from <= day)
            && until.is_none_or(|until| day <= until)
            && of_lot(row, &wanted.lot)
    });
    rows.sort_by_key(|row| std::cmp::Reverse((row.line.since(), row.line.id)));
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
    })
}

fn is(client: ClientId, wanted: &str) -> bool {
    client.to_string() == wanted
}

fn of_lot(row: &Row, wanted: &str) -> bool {
    let wanted = wanted.trim().to_lowercase();
    let lot = row.line.entry.lot.as_deref().unwrap_or_default();
    wanted.is_empty() || lot.to_lowercase().contains(&wanted)
}

/// The lines of one person; the record is opened for it.
async fn of_person(visit: &Visit, person: &ListRow) -> Result<Vec<Row>, Failure> {
    let record = visit.read(person.client, Kind::Prescription).await?;
    let of = |prescription: &journey::prescription::Prescription| {
        let bare = journey::prescription::Prescription { lines: Vec::new(), ..prescription.clone() };
        let row = move |line: &journey::prescription::Line| Row {
            person: named(person),
            prescription: bare.clone(),
            line: line.clone(),
        };
        prescription.lines.iter().map(row).collect::<Vec<_>>()
    };
    Ok(record.prescriptions.all.iter().flat_map(of).collect())
}
