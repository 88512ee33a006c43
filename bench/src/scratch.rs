//! A folder that goes when the measure ends.

use std::path::{Path, PathBuf};

use crate::Result;

/// A scratch folder on the disk that temporary files lie on.
pub(crate) struct Scratch(PathBuf);

impl Scratch {
    pub(crate) fn new(name: &str) -> Result<Self> {
        let path = std::env::temp_dir().join(format!("kapok-bench-{name}-{}", std::process::id()));
        std::fs::create_dir_all(&path)?;
        Ok(Self(path))
    }

    pub(crate) fn path(&self) -> &Path {
        &self.0
    }

    /// The practice's folder.
    pub(crate) fn data(&self) -> PathBuf {
        self.0.join("practice")
    }

    /// The root key's file.
    pub(crate) fn root_key(&self) -> PathBuf {
        self.0.join("root-key")
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        // What is left holds synthetic people only.
        let _ = std::fs::remove_dir_all(&self.0);
    }
}
