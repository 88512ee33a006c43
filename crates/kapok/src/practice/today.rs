//! Today: who is coming, who is in the window, and what waits.

use axum::extract::Query;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use jiff::civil::Date;
use jiff::{SignedDuration, Span, Timestamp};
use journey::StaffId;
use journey::appointment::Kind as For;
use journey::card::{Stage, TaskOnCard, WindowOnCard};
use journey::staff::Role;
use journey::task::{Kind as About, due_at};
use pages::Route;
use pages::components::live::Live;
use pages::drawing::window::{CheckIn, Window};
use pages::practice::today::{
    Call, Coming, Has, InRoom, InWindow, NewEnquiry, OfStock, Task, Today, Waiting,
};
use permit::{Action, Kind};
use serde::Deserialize;
use sha2::{Digest, Sha256};
use store::{ListOrder, ListQuery, ListRow};

use super::calendar::known;
use super::named;
use super::stock::matters;
use crate::door::{Visit, shown};
use crate::failure::Failure;

/// Enquiries that Today shows; the rest are a list away.
const ENQUIRIES_SHOWN: usize = 12;

/// Of the hash that says what a page was drawn from: enough to tell two drawings apart.
const SEEN_BYTES: usize = 8;

/// Draws the page; nothing is sent again that the reader has.
pub(super) async fn get(visit: Visit, Query(seen): Query<Seen>) -> Result<Response, Failure> {
    let query = ListQuery {
        stage: Some(Stage::Enquiry),
        order: ListOrder::Longest,
        limit: ENQUIRIES_SHOWN,
        ..ListQuery::default()
    };
    let waiting = visit.list(query).await?;
    let enquiries = waiting.rows.iter().map(|row| NewEnquiry {
        person: named(row),
        received_at: row.place.since.unwrap_or(visit.now),
        words: None,
    });
    let mine = mine(&visit).await?;
    let day = visit.practice().date_at(visit.now);
    let meetings = meetings(&visit, day).await?.into_iter();
    let (coming, tomorrow) = meetings.partition(|one| visit.practice().date_at(one.starts_at) <= day);
    let today = Today {
        enquiries: enquiries.collect(),
        people: visit.app().store.clients(),
        calls: calls(&visit).await?,
        in_room: in_room(&visit, &mine).await?,
        window: in_window(&visit, &mine),
        coming,
        tomorrow,
        waits: waits(&visit, &mine)?,
        stock: of_stock(&visit),
        live: None,
    };
    let live = live(&today);
    if live.seen == seen.seen {
        return Ok(StatusCode::NO_CONTENT.into_response());
    }
    let today = Today { live: Some(live), ..today };
    Ok(shown(pages::practice::today::page(&visit.frame(), &today)).into_response())
}

/// What a reader's page was drawn from.
#[derive(Deserialize)]
pub(super) struct Seen {
    #[serde(default)]
    seen: String,
}

/// What waits, who is here and who is coming; how far a window has gone is no news.
fn live(today: &Today) -> Live {
    let what = (&today.calls, &today.waits, &today.stock, &today.in_room, &today.coming, &today.enquiries);
    let told = format!("{what:?}");
    let hash = Sha256::digest(told);
    let seen = hash.iter().take(SEEN_BYTES).map(|byte| format!("{byte:02x}")).collect();
    Live { path: Route::Today.path(), seen, changed: String::new() }
}

/// Those with whom the reader walks.
pub(super) async fn mine(visit: &Visit) -> Result<Vec<ListRow>, Failure> {
    let walks_with = Some(visit.signed_in()?.staff);
    let mut mine = Vec::new();
    let mut query = ListQuery { walks_with, order: ListOrder::Longest, ..ListQuery::default() };
    loop {
        let listed = visit.list(query.clone()).await?;
        query.offset += listed.rows.len();
        let last = listed.rows.is_empty() || query.offset >= listed.total;
        mine.extend(listed.rows);
        if last {
            return Ok(mine);
        }
    }
}

/// Appointments that are not over, of today and of tomorrow, by time.
async fn meetings(visit: &Visit, day: Date) -> Result<Vec<Coming>, Failure> {
    let after_tomorrow = day.saturating_add(Span::new().days(2)).to_zoned(visit.practice().time_zone());
    let until = after_tomorrow.map_or(visit.now, |day| day.timestamp());
    let people = &visit.practice().people;
    let known = known(visit, visit.now, until).await?;
    let coming = known.into_values().map(|(person, booking)| Coming {
        person,
        starts_at: booking.starts_at,
        kind: booking.kind,
        minutes: booking.minutes,
        with: booking.with.iter().filter_map(|staff| people.get(staff)).map(|one| one.name.clone()).collect(),
        place: booking.place,
    });
    let mut coming: Vec<Coming> = coming.collect();
    coming.sort_by_key(|one| one.starts_at);
    Ok(coming)
}

/// For whom somebody is needed, with the number to dial for those who may read it.
async fn calls(visit: &Visit) -> Result<Vec<Call>, Failure> {
    let mut calls = Vec::new();
    for call in visit.calls().await? {
        let desk = visit.may(call.client, Action::Read, Kind::Identity);
        let identity = if desk { Some(visit.read(call.client, Kind::Identity).await?) } else { None };
        let name = |staff| visit.practice().people.get(&staff).map(|member| member.name.clone());
        calls.push(Call {
            name: call.name,
            phone: identity.and_then(|case| case.contact.details.as_ref()?.phone.clone()),
            since: call.since,
            taken_by: call.taken_by.map(|staff| name(staff).unwrap_or_default()),
        });
    }
    Ok(calls)
}

/// Visits that are going on: of those with whom the reader walks; at the desk, everyone who is here.
async fn in_room(visit: &Visit, mine: &[ListRow]) -> Result<Vec<InRoom>, Failure> {
    let here = match visit.signed_in()?.role {
        Role::Admin => {
            let here = ListQuery { stage: Some(Stage::InSession), ..ListQuery::default() };
            visit.list(here).await?.rows
        }
        _ => mine.to_vec(),
    };
    let present = here.iter().filter(|row| row.place.stage == Stage::InSession);
    let drawn = present.map(|row| InRoom {
        person: named(row),
        since: row.place.since.unwrap_or(visit.now),
        place: room_of(row, visit.now),
    });
    Ok(drawn.collect())
}

/// The room that was booked for the visit that is going on.
fn room_of(row: &ListRow, now: Timestamp) -> Option<String> {
    let since = row.place.since.unwrap_or(now);
    let booked = row.identity.between(since, now.saturating_add(SignedDuration::from_secs(1)).unwrap_or(now));
    booked.filter_map(|one| one.booking.place.clone()).next()
}

/// People within two weeks of a dose who have gone home, the newest dose first.
///
/// The drawing tells of check-ins: it is for those who may read them.
fn in_window(visit: &Visit, mine: &[ListRow]) -> Vec<InWindow> {
    let now = visit.now;
    let home = mine.iter().filter(|row| row.place.stage != Stage::InSession);
    let home = home.filter(|row| visit.may(row.client, Action::Read, Kind::Scale));
    let open = home.filter_map(|row| Some((row, row.place.window.as_ref()?)));
    let mut open: Vec<_> = open.filter(|(_, window)| now < window.open_until).collect();
    open.sort_by_key(|(_, window)| std::cmp::Reverse(window.dosed_at));
    let each = open.into_iter().map(|(row, window)| InWindow {
        person: named(row),
        dosed_at: window.dosed_at,
        drawing: drawing(window, now),
        integration_at: booked_at(row, window, now),
        meet_by: window.meet_by,
        met: window.sessions_held,
        quiet_since: quiet_since(window, now),
        words: None,
    });
    each.collect()
}

/// The next integration that is booked.
pub(super) fn booked_at(row: &ListRow, window: &WindowOnCard, now: Timestamp) -> Option<Timestamp> {
    let inside = row.identity.between(now, window.open_until);
    inside.filter(|one| one.booking.kind == For::Integration).map(|one| one.booking.starts_at).next()
}

pub(super) fn drawing(window: &WindowOnCard, now: Timestamp) -> Window {
    let days = |at: Timestamp| at.duration_since(window.dosed_at).as_secs_f64() / 86_400.0;
    let answered = window.answered.iter().map(|day| (f64::from(*day), CheckIn::Filled));
    let unanswered = window.unanswered.iter().map(|one| {
        let missed = now >= one.missed_at;
        (days(one.due_at), if missed { CheckIn::Missed } else { CheckIn::Ahead })
    });
    Window { days: days(now), check_ins: answered.chain(unanswered).collect(), integrations: Vec::new() }
}

/// When a check-in passed without an answer, the latest one, unless somebody has met since.
pub(super) fn quiet_since(window: &WindowOnCard, now: Timestamp) -> Option<Timestamp> {
    let missed = window.unanswered.iter().rev().find(|one| now >= one.missed_at)?;
    let heard = window.answered.iter().any(|day| *day > missed.day) || window.sessions_held > 0;
    (!heard).then_some(missed.due_at)
}

/// What waits for this reader: what may harm first, then what is past its time, then what is due first.
fn waits(visit: &Visit, mine: &[ListRow]) -> Result<Vec<Waiting>, Failure> {
    let signed_in = visit.signed_in()?;
    let (me, role) = (signed_in.staff, signed_in.role);
    let mut waits = Vec::new();
    for row in mine {
        let place = &row.place;
        if matches!(role, Role::Therapist | Role::Prescriber) {
            let come = place.tasks.iter().filter(|task| task.opened_at <= visit.now);
            waits.extend(come.map(|task| opened(visit, me, row, task)));
        }
        let mut wait = |task, since: Option<Timestamp>, due_at| {
            waits.extend(since.map(|since| Waiting {
                person: named(row),
                task,
                since,
                said_at: None,
                due_at,
                has: Has::Nobody,
            }));
        };
        if role == Role::Prescriber {
            wait(Task::DecideScreening, place.since.filter(|_| place.stage == Stage::Screening), None);
        }
        if role == Role::Therapist {
            let unmet = place.window.as_ref().filter(|window| {
                needs_meeting(window, visit.now) && booked_at(row, window, visit.now).is_none()
            });
            let (since, by) = unmet.map(|window| (window.dosed_at, window.meet_by)).unzip();
            wait(Task::BookIntegration, since, by);
        }
    }
    let due = |one: &Waiting| one.due_at.unwrap_or(Timestamp::MAX);
    waits.sort_by_key(|one| (one.nearness(), !one.is_overdue(visit.now), due(one), one.since));
    Ok(waits)
}

/// What waits of the practice's stock, for those who may act on it.
fn of_stock(visit: &Visit) -> Vec<OfStock> {
    let acts = visit.of_practice(Action::Amend, Kind::Stock).is_ok();
    let Some(kept) = acts.then(|| visit.stock().ok()).flatten() else { return Vec::new() };
    let mut open = matters(visit, &kept);
    open.retain(|(one, _)| one.is_open());
    let due_at = open.iter().filter(|(one, _)| one.waits_for_notice()).map(|(_, due)| *due).min();
    let unsettled = (!open.is_empty()).then_some(OfStock::Unsettled { count: open.len(), due_at });
    let day = visit.practice().date_at(visit.now);
    let due = kept.inventory_due(visit.practice(), visit.now).filter(|due| *due <= day);
    unsettled.into_iter().chain(due.map(|since| OfStock::ToBeCounted { since })).collect()
}

fn opened(visit: &Visit, me: StaffId, row: &ListRow, task: &TaskOnCard) -> Waiting {
    let practice = visit.practice();
    let name = |staff| practice.people.get(&staff).map(|member| member.name.clone()).unwrap_or_default();
    let has = match task.owner {
        None => Has::Nobody,
        Some(owner) if owner == me => Has::Me,
        Some(owner) => Has::Another(name(owner)),
    };
    Waiting {
        person: named(row),
        task: match task.kind {
            About::Message => Task::AnswerMessages { count: row.place.messages_waiting.max(1) },
            kind => Task::Opened(kind),
        },
        since: task.opened_at,
        said_at: task.said_at,
        due_at: Some(due_at(task.kind, task.opened_at, practice)),
        has,
    }
}

/// Whether the window is open and nobody has met in it, a night after the dose.
fn needs_meeting(window: &WindowOnCard, now: Timestamp) -> bool {
    let slept = window.dosed_at.saturating_add(SignedDuration::from_hours(18)).unwrap_or(now);
    window.sessions_held == 0 && (slept..window.open_until).contains(&now)
}
