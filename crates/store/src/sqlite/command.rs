//! The table `command`: what came of each, sealed.

use journey::CommandId;
use rusqlite::{Connection, OptionalExtension};

use super::No;
use crate::fault::Cause;

pub(crate) fn find(
    connection: &Connection,
    practice_no: No,
    id: CommandId,
) -> Result<Option<Vec<u8>>, Cause> {
    let sql = "SELECT sealed FROM command WHERE practice_no = ?1 AND id = ?2";
    let mut statement = connection.prepare_cached(sql)?;
    Ok(statement.query_row((practice_no, id.to_bytes()), |row| row.get(0)).optional()?)
}

pub(crate) fn insert(
    connection: &Connection,
    practice_no: No,
    id: CommandId,
    sealed: &[u8],
) -> Result<(), rusqlite::Error> {
    let sql = "INSERT INTO command (practice_no, id, sealed) VALUES (?1, ?2, ?3)";
    let mut statement = connection.prepare_cached(sql)?;
    statement.execute((practice_no, id.to_bytes(), sealed))?;
    Ok(())
}

/// Every outcome, for verification.
pub(crate) fn all(connection: &Connection, practice_no: No) -> Result<Vec<(CommandId, Vec<u8>)>, Cause> {
    let sql = "SELECT id, sealed FROM command WHERE practice_no = ?1";
    let mut statement = connection.prepare(sql)?;
    let rows =
        statement.query_map([practice_no], |row| Ok((CommandId::from_bytes(row.get(0)?), row.get(1)?)))?;
    Ok(rows.collect::<Result<_, _>>()?)
}
