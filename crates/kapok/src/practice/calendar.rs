//! The practice's week: names for those who may know them, taken times for everyone.

use std::collections::BTreeMap;

use axum::extract::Query;
use axum::response::Html;
use jiff::civil::Date;
use jiff::{Span, Timestamp};
use journey::appointment::Booking;
use journey::{AppointmentId, StaffId};
use pages::practice::Named;
use pages::practice::calendar::{Booked, Calendar};
use permit::{Action, Kind};
use serde::Deserialize;
use store::ListQuery;

use super::named;
use crate::door::{Visit, shown};
use crate::failure::Failure;

/// Which week is asked for.
#[derive(Default, Deserialize)]
#[serde(default)]
pub(super) struct Asked {
    week: String,
}

/// One week as a list.
pub(super) async fn get(visit: Visit, Query(asked): Query<Asked>) -> Result<Html<String>, Failure> {
    visit.of_practice(Action::Read, Kind::Schedule)?;
    let zone = visit.practice().time_zone();
    let day = asked.week.parse().unwrap_or_else(|_| visit.practice().date_at(visit.now));
    let monday = day.saturating_sub(Span::new().days(i64::from(day.weekday().to_monday_zero_offset())));
    let week = |weeks: i64| monday.saturating_add(Span::new().weeks(weeks));
    let instant = |date: Date| date.to_zoned(zone.clone()).map(|day| day.timestamp()).ok();
    let (from, until) = (instant(monday), instant(week(1)));
    let (from, until) = (from.unwrap_or(Timestamp::MIN), until.unwrap_or(Timestamp::MAX));
    let mut days: BTreeMap<Date, Vec<Booked>> = BTreeMap::new();
    for one in booked(&visit, from, until).await? {
        days.entry(visit.practice().date_at(one.starts_at)).or_default().push(one);
    }
    days.values_mut().for_each(|booked| booked.sort_by_key(|one| one.starts_at));
    let page = Calendar { monday, around: (week(-1), week(1)), days: days.into_iter().collect() };
    Ok(shown(pages::practice::calendar::page(&visit.frame(), &page)))
}

async fn booked(visit: &Visit, from: Timestamp, until: Timestamp) -> Result<Vec<Booked>, Failure> {
    let known = known(visit, from, until).await?;
    let others = visit
        .practice()
        .taken
        .iter()
        .filter(|(id, taken)| !known.contains_key(id) && taken.from < until && from < taken.until);
    let others = others.map(|(_, taken)| Booked {
        starts_at: taken.from,
        ends_at: taken.until,
        with: names(visit, &taken.with),
        who: None,
    });
    let others: Vec<Booked> = others.collect();
    let mine = known.into_values().map(|(person, booking)| Booked {
        starts_at: booking.starts_at,
        ends_at: booking.ends_at(),
        with: names(visit, &booking.with),
        who: Some((person, booking.kind, booking.place)),
    });
    Ok(mine.chain(others).collect())
}

fn names(visit: &Visit, staff: &std::collections::BTreeSet<StaffId>) -> Vec<String> {
    let people = &visit.practice().people;
    staff.iter().filter_map(|staff| people.get(staff)).map(|member| member.name.clone()).collect()
}

/// Appointments of those whose names the reader may know; an auditor may know none.
pub(super) async fn known(
    visit: &Visit,
    from: Timestamp,
    until: Timestamp,
) -> Result<BTreeMap<AppointmentId, (Named, Booking)>, Failure> {
    let mut known = BTreeMap::new();
    if visit.of_practice(Action::Read, Kind::Roster).is_err() {
        return Ok(known);
    }
    let mut query = ListQuery { meets_between: Some((from, until)), ..ListQuery::default() };
    loop {
        let listed = visit.list(query.clone()).await?;
        query.offset += listed.rows.len();
        let last = listed.rows.is_empty() || query.offset >= listed.total;
        for row in listed.rows {
            let inside = row.identity.between(from, until);
            known.extend(inside.map(|one| (one.id, (named(&row), one.booking.clone()))));
        }
        if last {
            return Ok(known);
        }
    }
}
