//! The table `checkpoint`: signed heads of the log.

use rusqlite::{Connection, OptionalExtension};

use super::No;
use crate::fault::Cause;

pub(crate) fn insert(
    connection: &Connection,
    practice_no: No,
    size: u64,
    note: &str,
) -> Result<(), rusqlite::Error> {
    let sql = "INSERT INTO checkpoint (practice_no, size, note) VALUES (?1, ?2, ?3)";
    connection.prepare_cached(sql)?.execute((practice_no, size.cast_signed(), note))?;
    Ok(())
}

/// The newest one, and how many leaves it speaks of.
pub(crate) fn newest(connection: &Connection, practice_no: No) -> Result<Option<(u64, String)>, Cause> {
    let sql = "SELECT size, note FROM checkpoint WHERE practice_no = ?1 ORDER BY size DESC LIMIT 1";
    let row = connection
        .query_row(sql, [practice_no], |row| Ok((row.get::<_, i64>(0)?.cast_unsigned(), row.get(1)?)));
    Ok(row.optional()?)
}

/// Every note, oldest first.
pub(crate) fn all(connection: &Connection, practice_no: No) -> Result<Vec<String>, Cause> {
    let sql = "SELECT note FROM checkpoint WHERE practice_no = ?1 ORDER BY size";
    let mut statement = connection.prepare(sql)?;
    let notes = statement.query_map([practice_no], |row| row.get(0))?;
    Ok(notes.collect::<Result<_, _>>()?)
}
