//! Reading connections: a small pool beside the writer's own.

use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

use rusqlite::Connection;
use tokio::sync::Semaphore;

use crate::fault::Cause;
use crate::sqlite::connection;

/// Connections that read at once; more would only take turns on the processors.
const READERS_MAX: usize = 8;

/// A pool of reading connections.
pub(crate) struct Readers {
    path: PathBuf,
    idle: Mutex<Vec<Connection>>,
    seats: Semaphore,
}

impl Readers {
    pub(crate) fn new(path: PathBuf) -> Self {
        Self { path, idle: Mutex::default(), seats: Semaphore::new(READERS_MAX) }
    }

    /// Runs a query on an idle connection, waiting for a seat when all are taken.
    pub(crate) async fn query<T>(
        &self,
        query: impl FnOnce(&Connection) -> Result<T, Cause>,
    ) -> Result<T, Cause> {
        let _seat = self.seats.acquire().await.map_err(|_| Cause::Closed)?;
        let connection = match self.idle().pop() {
            Some(connection) => connection,
            None => connection::reading(&self.path)
                .map_err(|fault| Cause::unreadable("the database", self.path.display(), fault))?,
        };
        let found = query(&connection);
        if found.is_ok() {
            self.idle().push(connection);
        }
        found
    }

    fn idle(&self) -> std::sync::MutexGuard<'_, Vec<Connection>> {
        self.idle.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Lets the connections go, so that the writer can clear its journal away.
    pub(crate) fn close(&self) {
        self.seats.close();
        self.idle().clear();
    }
}
