//! The table `stream`: every stream once.

use journey::{ClientId, Stream};
use rusqlite::{Connection, OptionalExtension, Row};

use super::No;
use crate::fault::Cause;
use crate::header::{StreamName, kind};

/// The number of a stream, if it has begun.
pub(crate) fn find(connection: &Connection, practice_no: No, stream: Stream) -> Result<Option<No>, Cause> {
    let sql = "SELECT stream_no FROM stream
               WHERE practice_no = ?1 AND client = ?2 AND kind = ?3 AND part = ?4";
    let StreamName { kind, client, part } = stream.into();
    let mut statement = connection.prepare_cached(sql)?;
    Ok(statement.query_row((practice_no, client, kind, part), |row| row.get(0)).optional()?)
}

/// Begins a stream.
pub(crate) fn insert(connection: &Connection, practice_no: No, stream: Stream) -> Result<No, Cause> {
    let sql = "INSERT INTO stream (practice_no, stream_no, kind, client, part)
               SELECT ?1, 1 + coalesce(max(stream_no), 0), ?2, ?3, ?4
               FROM stream WHERE practice_no = ?1
               RETURNING stream_no";
    let StreamName { kind, client, part } = stream.into();
    let mut statement = connection.prepare_cached(sql)?;
    Ok(statement.query_row((practice_no, kind, client, part), |row| row.get(0))?)
}

/// Every stream about one client, with its number.
pub(crate) fn of_client(
    connection: &Connection,
    practice_no: No,
    client: ClientId,
) -> Result<Vec<(No, Stream)>, Cause> {
    let sql = "SELECT stream_no, kind, client, part FROM stream
               WHERE practice_no = ?1 AND client = ?2 ORDER BY stream_no";
    let mut statement = connection.prepare_cached(sql)?;
    let named = statement.query_map((practice_no, client.to_bytes()), named_stream)?;
    named.map(|named| known(named?)).collect()
}

/// Every client, by the number of their journey.
pub(crate) fn journeys(connection: &Connection, practice_no: No) -> Result<Vec<(No, ClientId)>, Cause> {
    let sql = "SELECT stream_no, client FROM stream
               WHERE practice_no = ?1 AND kind = ?2 ORDER BY stream_no";
    let mut statement = connection.prepare_cached(sql)?;
    let rows = statement.query_map((practice_no, kind::JOURNEY), |row| {
        Ok((row.get(0)?, ClientId::from_bytes(row.get(1)?)))
    })?;
    Ok(rows.collect::<Result<_, _>>()?)
}

/// Every stream's name, by its number.
pub(crate) fn all(connection: &Connection, practice_no: No) -> Result<Vec<(No, StreamName)>, Cause> {
    let sql = "SELECT stream_no, kind, client, part FROM stream WHERE practice_no = ?1";
    let mut statement = connection.prepare_cached(sql)?;
    let rows = statement.query_map([practice_no], named_stream)?;
    Ok(rows.collect::<Result<_, _>>()?)
}

fn named_stream(row: &Row<'_>) -> rusqlite::Result<(No, StreamName)> {
    Ok((row.get(0)?, StreamName { kind: row.get(1)?, client: row.get(2)?, part: row.get(3)? }))
}

fn known((stream_no, name): (No, StreamName)) -> Result<(No, Stream), Cause> {
    let unknown = || Cause::unreadable("a stream", stream_no, "its kind is not known");
    Ok((stream_no, name.stream().ok_or_else(unknown)?))
}
