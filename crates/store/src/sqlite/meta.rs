//! The table `meta`: what the folder as a whole is.

use journey::event::SCHEMA;
use rusqlite::{Connection, OptionalExtension};

use crate::fault::OpenFault;

const EVENT_SCHEMA: &str = "event_schema";

/// Refuses a log with facts of a newer schema, and notes that ours may follow.
pub(crate) fn claim_schema(connection: &Connection) -> Result<(), OpenFault> {
    check_schema(connection)?;
    let sql = "INSERT INTO meta (name, value) VALUES (?1, ?2)
               ON CONFLICT (name) DO UPDATE SET value = excluded.value";
    connection.execute(sql, (EVENT_SCHEMA, i64::from(SCHEMA)))?;
    Ok(())
}

/// Refuses a log with facts of a newer schema.
pub(crate) fn check_schema(connection: &Connection) -> Result<(), OpenFault> {
    let sql = "SELECT value FROM meta WHERE name = ?1";
    let found: Option<i64> = connection.query_row(sql, [EVENT_SCHEMA], |row| row.get(0)).optional()?;
    let (found, known) = (found.unwrap_or_default(), i64::from(SCHEMA));
    if found > known { Err(OpenFault::Newer { what: "facts", found, known }) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_log_with_newer_facts_is_refused() {
        let connection = Connection::open_in_memory().expect("an empty database");
        connection.execute_batch("CREATE TABLE meta (name PRIMARY KEY, value)").expect("the table");
        claim_schema(&connection).expect("today's schema");
        claim_schema(&connection).expect("and again");
        connection.execute("UPDATE meta SET value = value + 1", []).expect("a schema of tomorrow");
        let fault = claim_schema(&connection).expect_err("too new");
        assert!(matches!(fault, OpenFault::Newer { what: "facts", .. }));
    }
}
