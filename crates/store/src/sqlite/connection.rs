//! Connections: the settings durability needs, asserted rather than hoped for.

use std::path::Path;
use std::time::Duration;

use rusqlite::config::DbConfig;
use rusqlite::{Connection, OpenFlags};

use crate::fault::OpenFault;

/// Older ones can corrupt the file when two connections checkpoint at once (fixed in 3.51.3).
const SQLITE_VERSION_MIN: i32 = 3_051_003;
/// How long a connection waits for another's lock; only start and verification meet one.
const BUSY_WAIT: Duration = Duration::from_secs(5);
const STATEMENTS_KEPT: usize = 64;
/// SQLite's own name for `synchronous=FULL`.
const SYNCHRONOUS_FULL: i64 = 2;
/// SQLite's own name for `temp_store=MEMORY`: nothing opened may reach a temporary file.
const TEMP_STORE_MEMORY: i64 = 2;

/// Opens the database for the one writer; makes the file when told to.
pub(crate) fn writing(path: &Path, flags: OpenFlags) -> Result<Connection, OpenFault> {
    check_version(rusqlite::version_number())?;
    let connection = Connection::open_with_flags(path, flags | OpenFlags::SQLITE_OPEN_READ_WRITE)?;
    prepare(&connection)?;
    let mode: String = connection.query_row("PRAGMA journal_mode = WAL", [], |row| row.get(0))?;
    if mode != "wal" {
        return Err(OpenFault::Unfit { what: "journal_mode=WAL", found: mode });
    }
    connection.execute_batch("PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON")?;
    assert_number(&connection, "synchronous", SYNCHRONOUS_FULL)?;
    assert_number(&connection, "foreign_keys", 1)?;
    Ok(connection)
}

/// Opens the database for reading alone.
pub(crate) fn reading(path: &Path) -> Result<Connection, OpenFault> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags)?;
    prepare(&connection)?;
    Ok(connection)
}

fn prepare(connection: &Connection) -> Result<(), OpenFault> {
    connection.busy_timeout(BUSY_WAIT)?;
    connection.set_prepared_statement_cache_capacity(STATEMENTS_KEPT);
    // Otherwise a range with another bound is planned anew each time, a sixth of the writer's work.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    connection.execute_batch("PRAGMA temp_store = MEMORY; PRAGMA mmap_size = 0")?;
    assert_number(connection, "temp_store", TEMP_STORE_MEMORY)
}

fn assert_number(connection: &Connection, what: &'static str, expected: i64) -> Result<(), OpenFault> {
    let found: i64 = connection.pragma_query_value(None, what, |row| row.get(0))?;
    if found == expected { Ok(()) } else { Err(OpenFault::Unfit { what, found: found.to_string() }) }
}

fn check_version(number: i32) -> Result<(), OpenFault> {
    if number >= SQLITE_VERSION_MIN {
        return Ok(());
    }
    Err(OpenFault::Unfit { what: "version 3.51.3 or newer", found: number.to_string() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_sqlite_with_the_reset_defect_is_refused() {
        assert!(check_version(3_051_002).is_err());
        assert!(check_version(3_051_003).is_ok());
        assert!(check_version(rusqlite::version_number()).is_ok());
    }

    #[test]
    fn a_setting_that_did_not_take_is_refused() {
        let connection = Connection::open_in_memory().expect("an empty database");
        connection.execute_batch("PRAGMA synchronous = NORMAL").expect("a lawful setting");
        assert!(assert_number(&connection, "synchronous", SYNCHRONOUS_FULL).is_err());
        connection.execute_batch("PRAGMA synchronous = FULL").expect("a lawful setting");
        assert!(assert_number(&connection, "synchronous", SYNCHRONOUS_FULL).is_ok());
    }
}
