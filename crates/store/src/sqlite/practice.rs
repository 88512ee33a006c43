//! The table `practice`: its id, and the right edge of its tree.

use jiff::Timestamp;
use journey::PracticeId;
use rusqlite::Connection;
use vault::tree::Frontier;

use super::No;
use crate::fault::Cause;

/// The row of a practice.
pub(crate) struct PracticeRow {
    pub(crate) practice_no: No,
    pub(crate) id: PracticeId,
    pub(crate) frontier: Frontier,
    pub(crate) appended_at: Timestamp,
    pub(crate) verifier: String,
}

pub(crate) fn insert(connection: &Connection, id: PracticeId, verifier: &str) -> Result<(), Cause> {
    let sql = "INSERT INTO practice (id, frontier, appended_at, verifier) VALUES (?1, ?2, 0, ?3)";
    connection.execute(sql, (id.to_bytes(), Frontier::new().to_bytes(), verifier))?;
    Ok(())
}

/// The practice of this folder.
pub(crate) fn only(connection: &Connection) -> Result<PracticeRow, Cause> {
    let sql = "SELECT practice_no, id, frontier, appended_at, verifier FROM practice ORDER BY practice_no";
    let (practice_no, id, frontier, appended_at, verifier) = connection.query_row(sql, [], |row| {
        let frontier: Vec<u8> = row.get(2)?;
        Ok((row.get(0)?, row.get(1)?, frontier, row.get::<_, i64>(3)?, row.get(4)?))
    })?;
    let unreadable = |why: &dyn std::fmt::Display| Cause::unreadable("the practice", practice_no, why);
    Ok(PracticeRow {
        practice_no,
        id: PracticeId::from_bytes(id),
        frontier: Frontier::from_bytes(&frontier).map_err(|fault| unreadable(&fault))?,
        appended_at: Timestamp::from_microsecond(appended_at).map_err(|fault| unreadable(&fault))?,
        verifier,
    })
}

/// Notes the tree's new right edge, in the transaction that made it.
pub(crate) fn set_head(
    connection: &Connection,
    practice_no: No,
    frontier: &Frontier,
    appended_at: Timestamp,
) -> Result<(), Cause> {
    let sql = "UPDATE practice SET frontier = ?2, appended_at = ?3 WHERE practice_no = ?1";
    let mut statement = connection.prepare_cached(sql)?;
    statement.execute((practice_no, frontier.to_bytes(), appended_at.as_microsecond()))?;
    Ok(())
}
