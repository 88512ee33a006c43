//! Migrations: numbered, forward only, each in a transaction of its own.

use rusqlite::Connection;

use crate::fault::OpenFault;

/// What brings a database of version `n` to version `n + 1`; lines are added, never edited.
const MIGRATIONS: [&str; 1] = [include_str!("migrations/0001.sql")];

/// Brings the database to the newest version; refuses one that is newer still.
pub(crate) fn run(connection: &mut Connection) -> Result<(), OpenFault> {
    run_to(connection, &MIGRATIONS)
}

fn run_to(connection: &mut Connection, migrations: &[&str]) -> Result<(), OpenFault> {
    let found: i64 = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
    let known = i64::try_from(migrations.len()).expect("few migrations");
    let done = usize::try_from(found).ok().filter(|_| found <= known);
    let done = done.ok_or(OpenFault::Newer { what: "database", found, known })?;
    for (version, migration) in (found + 1..).zip(&migrations[done..]) {
        let transaction = connection.transaction()?;
        transaction.execute_batch(migration)?;
        transaction.pragma_update(None, "user_version", version)?;
        transaction.commit()?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn version(connection: &Connection) -> i64 {
        connection.pragma_query_value(None, "user_version", |row| row.get(0)).expect("a version")
    }

    #[test]
    fn migrations_run_once_and_in_order() {
        let mut connection = Connection::open_in_memory().expect("an empty database");
        run_to(&mut connection, &["CREATE TABLE a (x)"]).expect("the first");
        run_to(&mut connection, &["CREATE TABLE a (x)", "ALTER TABLE a ADD y"]).expect("the second");
        run_to(&mut connection, &["CREATE TABLE a (x)", "ALTER TABLE a ADD y"]).expect("nothing to do");
        assert_eq!(version(&connection), 2);
    }

    #[test]
    fn a_migration_that_fails_leaves_the_older_version() {
        let mut connection = Connection::open_in_memory().expect("an empty database");
        let migrations = ["CREATE TABLE a (x)", "CREATE TABLE b (x); CREATE TABLE b (x)"];
        run_to(&mut connection, &migrations).expect_err("b is made twice");
        assert_eq!(version(&connection), 1);
        connection.execute_batch("SELECT x FROM b").expect_err("nothing of the second is there");
    }

    #[test]
    fn a_newer_database_is_refused() {
        let mut connection = Connection::open_in_memory().expect("an empty database");
        run(&mut connection).expect("today's version");
        let newer = version(&connection) + 1;
        connection.pragma_update(None, "user_version", newer).expect("a version of tomorrow");
        let fault = run(&mut connection).expect_err("too new");
        assert!(matches!(fault, OpenFault::Newer { found, .. } if found == newer));
    }
}
