//! The practice's folder: what lies where, and that one process at a time writes there.

use std::fs::{self, DirBuilder, File, OpenOptions, TryLockError};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::{Path, PathBuf};

use crate::fault::OpenFault;

/// The files of one practice.
#[derive(Debug, Clone)]
pub(crate) struct Folder(PathBuf);

impl Folder {
    pub(crate) fn new(path: &Path) -> Self {
        Self(path.to_owned())
    }

    /// The log, the cards and the due queue.
    pub(crate) fn database(&self) -> PathBuf {
        self.0.join("kapok.db")
    }

    /// The wrapped keys; never inside the database.
    pub(crate) fn keys(&self) -> PathBuf {
        self.0.join("keys.kapok")
    }

    /// Signed checkpoints, one after another, for people to copy elsewhere.
    pub(crate) fn checkpoints(&self) -> PathBuf {
        self.0.join("checkpoints")
    }

    fn lock_file(&self) -> PathBuf {
        self.0.join("kapok.lock")
    }

    pub(crate) fn has_practice(&self) -> bool {
        self.database().exists() || self.keys().exists()
    }

    /// Makes the folder for its owner alone; an empty one that is there already will do.
    pub(crate) fn create(&self) -> Result<(), OpenFault> {
        let entries = match fs::read_dir(&self.0) {
            Ok(entries) => entries,
            Err(fault) if fault.kind() == std::io::ErrorKind::NotFound => {
                let mut builder = DirBuilder::new();
                builder.recursive(true).mode(0o700);
                return builder.create(&self.0).map_err(OpenFault::at(&self.0, "made"));
            }
            Err(fault) => return Err(OpenFault::at(&self.0, "read")(fault)),
        };
        let lock = self.lock_file();
        let is_ours = |entry: std::io::Result<fs::DirEntry>| entry.is_ok_and(|entry| entry.path() == lock);
        // A lock is what an attempt leaves that was refused early.
        if entries.into_iter().all(is_ours) {
            return Ok(());
        }
        Err(OpenFault::AlreadyThere { path: self.0.clone() })
    }

    /// Refuses a root key beside what it opens: a stolen folder must stay closed.
    pub(crate) fn check_outside(&self, root_key: &Path) -> Result<(), OpenFault> {
        let folder = fs::canonicalize(&self.0).map_err(OpenFault::at(&self.0, "found"))?;
        let beside = root_key.parent().filter(|parent| !parent.as_os_str().is_empty());
        let beside = beside.unwrap_or(Path::new("."));
        let beside = fs::canonicalize(beside).map_err(OpenFault::at(beside, "found"))?;
        if beside.starts_with(&folder) {
            return Err(OpenFault::RootKeyInside { path: self.0.clone() });
        }
        Ok(())
    }

    /// Takes the folder for writing until the returned file is dropped.
    pub(crate) fn lock(&self) -> Result<File, OpenFault> {
        let path = self.lock_file();
        let file = OpenOptions::new()
            .create(true)
            .truncate(false)
            .write(true)
            .mode(0o600)
            .open(&path)
            .map_err(OpenFault::at(&path, "opened"))?;
        match file.try_lock() {
            Ok(()) => Ok(file),
            Err(TryLockError::WouldBlock) => Err(OpenFault::InUse { path: self.0.clone() }),
            Err(TryLockError::Error(fault)) => Err(OpenFault::at(&path, "locked")(fault)),
        }
    }
}
