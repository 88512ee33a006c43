//! The window board: from cards only, so that no list opens a record.

use axum::response::Html;
use jiff::Timestamp;
use journey::card::WindowOnCard;
use pages::practice::windows::{Row, Windows};
use store::ListRow;

use super::named;
use super::today::{booked_at, drawing, mine, quiet_since};
use crate::door::{Visit, shown};
use crate::failure::Failure;

/// Everybody in their window with whom the reader walks, the newest dose first.
pub(super) async fn get(visit: Visit) -> Result<Html<String>, Failure> {
    let mine = mine(&visit).await?;
    Ok(shown(pages::practice::windows::page(&visit.frame(), &board(&mine, visit.now))))
}

fn board(mine: &[ListRow], now: Timestamp) -> Windows {
    let open = mine.iter().filter_map(|row| Some((row, row.place.window.as_ref()?)));
    let mut open: Vec<_> = open.filter(|(_, window)| now < window.open_until).collect();
    open.sort_by_key(|(_, window)| std::cmp::Reverse(window.dosed_at));
    let mut board = Windows::default();
    for (person, window) in open {
        let row = row(person, window, now);
        let group = if row.quiet_since.is_some() {
            &mut board.quiet
        } else if now < window.peak_until {
            &mut board.peak
        } else if row.met == 0 {
            &mut board.unmet
        } else {
            &mut board.open
        };
        group.push(row);
    }
    board
}

fn row(person: &ListRow, window: &WindowOnCard, now: Timestamp) -> Row {
    Row {
        person: named(person),
        dosed_at: window.dosed_at,
        open_until: window.open_until,
        drawing: drawing(window, now),
        met: window.sessions_held,
        integration_at: booked_at(person, window, now),
        meet_by: window.meet_by,
        quiet_since: quiet_since(window, now),
    }
}
