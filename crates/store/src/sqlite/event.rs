//! The table `event`: the log.

use rusqlite::{Connection, Row};
use vault::tree::Hash;

use super::No;
use crate::fault::Cause;
use crate::header::Author;

/// A row of the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct EventRow {
    pub(crate) stream_no: No,
    pub(crate) seq: u64,
    pub(crate) position: u64,
    pub(crate) id: [u8; 16],
    pub(crate) compartment: u8,
    pub(crate) key_version: u32,
    pub(crate) appended_at_microseconds: i64,
    pub(crate) actor: Author,
    pub(crate) schema: u16,
    pub(crate) leaf: Hash,
    pub(crate) sealed: Vec<u8>,
}

/// Appends a row; a place in the stream or the log that is taken makes it fail.
pub(crate) fn insert(
    connection: &Connection,
    practice_no: No,
    row: &EventRow,
) -> Result<(), rusqlite::Error> {
    let sql = "INSERT INTO event (practice_no, stream_no, seq, position, id, compartment, key_version,
                                  appended_at, actor_kind, actor, schema, leaf, sealed)
               VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)";
    let mut statement = connection.prepare_cached(sql)?;
    statement.execute((
        practice_no,
        row.stream_no,
        row.seq.cast_signed(),
        row.position.cast_signed(),
        row.id,
        row.compartment,
        row.key_version,
        row.appended_at_microseconds,
        row.actor.kind,
        row.actor.id,
        row.schema,
        row.leaf,
        row.sealed.as_slice(),
    ))?;
    Ok(())
}

/// The place that the next fact of a stream takes; the first is 1.
pub(crate) fn next_seq(connection: &Connection, practice_no: No, stream_no: No) -> Result<u64, Cause> {
    let sql = "SELECT 1 + coalesce(max(seq), 0) FROM event WHERE practice_no = ?1 AND stream_no = ?2";
    let mut statement = connection.prepare_cached(sql)?;
    let next: i64 = statement.query_row((practice_no, stream_no), |row| row.get(0))?;
    Ok(next.cast_unsigned())
}

/// The place that the next fact of the log takes; the first is 0.
pub(crate) fn next_position(connection: &Connection, practice_no: No) -> Result<u64, Cause> {
    let sql = "SELECT 1 + coalesce(max(position), -1) FROM event WHERE practice_no = ?1";
    let next: i64 = connection.query_row(sql, [practice_no], |row| row.get(0))?;
    Ok(next.cast_unsigned())
}

/// Hands over the rows of a stream after `seq`, in order.
pub(crate) fn of_stream(
    connection: &Connection,
    practice_no: No,
    stream_no: No,
    after_seq: u64,
    mut each: impl FnMut(EventRow) -> Result<(), Cause>,
) -> Result<(), Cause> {
    let sql = "SELECT stream_no, seq, position, id, compartment, key_version, appended_at, actor_kind,
                      actor, schema, leaf, sealed
               FROM event WHERE practice_no = ?1 AND stream_no = ?2 AND seq > ?3 ORDER BY seq";
    let mut statement = connection.prepare_cached(sql)?;
    let mut rows = statement.query((practice_no, stream_no, after_seq.cast_signed()))?;
    while let Some(row) = rows.next()? {
        each(event_row(row)?)?;
    }
    Ok(())
}

/// Hands over the rows of one compartment in a stream after `seq`, in order.
pub(crate) fn of_compartment(
    connection: &Connection,
    practice_no: No,
    stream_no: No,
    compartment: u8,
    after_seq: u64,
    mut each: impl FnMut(EventRow) -> Result<(), Cause>,
) -> Result<(), Cause> {
    let sql = "SELECT stream_no, seq, position, id, compartment, key_version, appended_at, actor_kind,
                      actor, schema, leaf, sealed
               FROM event WHERE practice_no = ?1 AND stream_no = ?2 AND seq > ?3 AND compartment = ?4
               ORDER BY seq";
    let mut statement = connection.prepare_cached(sql)?;
    let after_seq = after_seq.cast_signed();
    let mut rows = statement.query((practice_no, stream_no, after_seq, compartment))?;
    while let Some(row) = rows.next()? {
        each(event_row(row)?)?;
    }
    Ok(())
}

/// Hands over every row of the log, in order of position.
pub(crate) fn of_log<F>(
    connection: &Connection,
    practice_no: No,
    mut each: impl FnMut(EventRow) -> Result<(), F>,
) -> Result<(), F>
where
    F: From<rusqlite::Error>,
{
    let sql = "SELECT stream_no, seq, position, id, compartment, key_version, appended_at, actor_kind,
                      actor, schema, leaf, sealed
               FROM event WHERE practice_no = ?1 ORDER BY position";
    let mut statement = connection.prepare(sql)?;
    let mut rows = statement.query([practice_no])?;
    while let Some(row) = rows.next()? {
        each(event_row(row)?)?;
    }
    Ok(())
}

fn event_row(row: &Row<'_>) -> rusqlite::Result<EventRow> {
    Ok(EventRow {
        stream_no: row.get(0)?,
        seq: row.get::<_, i64>(1)?.cast_unsigned(),
        position: row.get::<_, i64>(2)?.cast_unsigned(),
        id: row.get(3)?,
        compartment: row.get(4)?,
        key_version: row.get(5)?,
        appended_at_microseconds: row.get(6)?,
        actor: Author { kind: row.get(7)?, id: row.get(8)? },
        schema: row.get(9)?,
        leaf: row.get(10)?,
        sealed: row.get(11)?,
    })
}
