//! Failures: what a caller is told, and what the log is told.

use std::fmt;
use std::io;
use std::path::PathBuf;

use rusqlite::ErrorCode;
use thiserror::Error;
use vault::key::{KeyFault, RandomFault};

use crate::upcast::UpcastFault;

/// Kapok failed; the number leads from what a person saw to the line in the log.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fault {
    /// Drawn for this failure; not a code.
    pub number: u32,
}

impl Fault {
    /// Notes the cause in the log, once, under a fresh number.
    pub(crate) fn noted(cause: &Cause) -> Self {
        let number = getrandom::u32().unwrap_or_default() % 100_000_000;
        let fault = Self { number };
        tracing::error!(fault.number = number, "{fault}: {cause}");
        fault
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "fault {:04}-{:04}", self.number / 10_000, self.number % 10_000)
    }
}

impl std::error::Error for Fault {}

/// Why a read gave nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum ReadFault {
    /// The proof is for something else.
    #[error("the proof is for something else")]
    NotPermitted,
    /// There is no such client here.
    #[error("there is no such client")]
    NoSuchClient,
    /// Kapok failed.
    #[error(transparent)]
    Fault(#[from] Fault),
}

/// Why a practice's folder cannot be made or opened.
#[derive(Debug, Error)]
pub enum OpenFault {
    /// There is something in the way of a new practice.
    #[error("{} is there already and is left as it is; choose another place", path.display())]
    AlreadyThere {
        /// What is there.
        path: PathBuf,
    },
    /// There is no practice in the folder.
    #[error("there is no practice in {}", path.display())]
    NothingThere {
        /// The folder.
        path: PathBuf,
    },
    /// The root key would lie beside what it opens.
    #[error("keep the root key outside of {}: whoever takes the folder must not have it", path.display())]
    RootKeyInside {
        /// The practice's folder.
        path: PathBuf,
    },
    /// Another process has the folder open.
    #[error("{} is in use by another process", path.display())]
    InUse {
        /// The folder.
        path: PathBuf,
    },
    /// A newer release wrote to the folder.
    #[error(
        "a newer release of Kapok wrote this folder ({what} {found}, this one knows {known}); use that one"
    )]
    Newer {
        /// What is newer.
        what: &'static str,
        /// What was found.
        found: i64,
        /// The newest this release knows.
        known: i64,
    },
    /// SQLite does not do what durability needs.
    #[error("SQLite does not hold to {what}: it answers {found}")]
    Unfit {
        /// Which setting.
        what: &'static str,
        /// What it answered.
        found: String,
    },
    /// The file system refused.
    #[error("{} cannot be {doing}: {source}", path.display())]
    File {
        /// What was to be done.
        doing: &'static str,
        /// With what.
        path: PathBuf,
        /// What the operating system said.
        source: io::Error,
    },
    /// A key file cannot be used.
    #[error(transparent)]
    Key(#[from] KeyFault),
    /// The record cannot be read.
    #[error("the record cannot be read: {0}; run `kapok verify`")]
    Record(String),
}

impl OpenFault {
    pub(crate) fn at(path: &std::path::Path, doing: &'static str) -> impl FnOnce(io::Error) -> Self {
        move |source| Self::File { doing, path: path.into(), source }
    }
}

impl From<Cause> for OpenFault {
    fn from(cause: Cause) -> Self {
        match cause {
            Cause::Key(fault) => Self::Key(fault),
            cause => Self::Record(cause.to_string()),
        }
    }
}

impl From<rusqlite::Error> for OpenFault {
    fn from(fault: rusqlite::Error) -> Self {
        Cause::from(fault).into()
    }
}

/// What went wrong, for the log; names places and never what is in them.
#[derive(Debug, Error)]
pub(crate) enum Cause {
    #[error("SQLite: {0}")]
    Sqlite(#[from] rusqlite::Error),
    #[error("keys: {0}")]
    Key(#[from] KeyFault),
    #[error("{0}")]
    Random(#[from] RandomFault),
    #[error("there is no {0} key")]
    KeyMissing(&'static str),
    #[error("{what} at {place}: {why}")]
    Unreadable { what: &'static str, place: String, why: String },
    #[error("{}: {source}", path.display())]
    File { path: PathBuf, source: io::Error },
    #[error("the stream is full: {0} facts")]
    StreamFull(u64),
    #[error("{0} facts from one command")]
    TooManyEvents(usize),
    #[error("a rule or the store panicked; the line before this one says where")]
    Panicked,
    #[error("the store was closed")]
    Closed,
    #[error("the store stopped writing after an earlier fault of the disk; start again")]
    Stopped,
}

impl Cause {
    pub(crate) fn unreadable(what: &'static str, place: impl fmt::Display, why: impl fmt::Display) -> Self {
        Self::Unreadable { what, place: place.to_string(), why: why.to_string() }
    }

    /// Whether nothing may be written any more: after a failed flush nobody knows what is on disk.
    pub(crate) fn stops_writing(&self) -> bool {
        match self {
            Self::Sqlite(fault) => matches!(
                fault.sqlite_error_code(),
                Some(ErrorCode::SystemIoFailure | ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase)
            ),
            Self::File { .. } => true,
            _ => false,
        }
    }
}

impl From<UpcastFault> for Cause {
    fn from(fault: UpcastFault) -> Self {
        Self::unreadable("a stored fact", "the door", fault)
    }
}
