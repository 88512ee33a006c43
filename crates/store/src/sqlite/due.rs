//! The table `due`: what waits for a moment, in clear, and so coarse.

use jiff::Timestamp;
use journey::ClientId;
use journey::card::{Due, DueKind};
use rusqlite::Connection;

use super::No;
use crate::fault::Cause;

/// Entries handed over at once.
pub(crate) const DUE_ENTRIES_MAX: u32 = 1_000;

/// Something of one client that waits for a moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct DueEntry {
    /// When it is due.
    pub at: Timestamp,
    /// Whose.
    pub client: ClientId,
    /// What kind.
    pub kind: DueKind,
}

/// Replaces what waits for one client.
pub(crate) fn replace(
    connection: &Connection,
    practice_no: No,
    stream_no: No,
    due: &[Due],
) -> Result<(), rusqlite::Error> {
    let sql = "DELETE FROM due WHERE practice_no = ?1 AND stream_no = ?2";
    connection.prepare_cached(sql)?.execute((practice_no, stream_no))?;
    let sql = "INSERT OR IGNORE INTO due (practice_no, at, stream_no, kind) VALUES (?1, ?2, ?3, ?4)";
    let mut statement = connection.prepare_cached(sql)?;
    for Due { at, kind } in due {
        statement.execute((practice_no, at.as_microsecond(), stream_no, number(*kind)))?;
    }
    Ok(())
}

/// What is due at `at` or was before; the longest waiting first.
pub(crate) fn before(
    connection: &Connection,
    practice_no: No,
    at: Timestamp,
) -> Result<Vec<DueEntry>, Cause> {
    let sql = "SELECT due.at, stream.client, due.kind
               FROM due JOIN stream USING (practice_no, stream_no)
               WHERE due.practice_no = ?1 AND due.at <= ?2
               ORDER BY due.at, due.stream_no, due.kind LIMIT ?3";
    let mut statement = connection.prepare_cached(sql)?;
    let mut rows = statement.query((practice_no, at.as_microsecond(), DUE_ENTRIES_MAX))?;
    let mut entries = Vec::new();
    while let Some(row) = rows.next()? {
        let (at, client, kind) = (row.get(0)?, ClientId::from_bytes(row.get(1)?), row.get(2)?);
        entries.push(entry(at, client, kind)?);
    }
    Ok(entries)
}

fn entry(at_microseconds: i64, client: ClientId, kind: u8) -> Result<DueEntry, Cause> {
    let unreadable = |why: &dyn std::fmt::Display| Cause::unreadable("a due entry", client, why);
    let at = Timestamp::from_microsecond(at_microseconds).map_err(|fault| unreadable(&fault))?;
    let kind = numbered(kind).ok_or_else(|| unreadable(&"its kind is not known"))?;
    Ok(DueEntry { at, client, kind })
}

fn number(kind: DueKind) -> u8 {
    match kind {
        DueKind::Look => 1,
        DueKind::Send => 2,
    }
}

fn numbered(number: u8) -> Option<DueKind> {
    match number {
        1 => Some(DueKind::Look),
        2 => Some(DueKind::Send),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn due_numbers_lead_back() {
        for kind in [DueKind::Look, DueKind::Send] {
            assert_eq!(numbered(number(kind)), Some(kind));
        }
    }
}
