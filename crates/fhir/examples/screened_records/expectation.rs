//! What a screening must find in a record, as a file beside it says.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use jiff::civil::Date;
use serde::Deserialize;

/// Concepts with a part of the words of each fact that must be understood so.
pub(crate) type Facts = BTreeMap<String, Vec<String>>;

/// What must be found, what may be, and what is known to be missed.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Expectation {
    pub(crate) why: String,
    pub(crate) as_of: Date,
    pub(crate) blockers: Vec<String>,
    #[serde(default)]
    pub(crate) blockers_may: Vec<String>,
    #[serde(default)]
    pub(crate) warnings: Vec<String>,
    #[serde(default)]
    pub(crate) missing: Vec<String>,
    #[serde(default)]
    pub(crate) listed: Vec<String>,
    #[serde(default)]
    pub(crate) implausible: Vec<String>,
    #[serde(default)]
    pub(crate) may: Vec<String>,
    #[serde(default)]
    pub(crate) known_missing: Vec<String>,
    #[serde(default)]
    pub(crate) active: Facts,
    #[serde(default)]
    pub(crate) past: Facts,
    #[serde(default)]
    pub(crate) any: Facts,
}

impl Expectation {
    /// Reads one file.
    ///
    /// # Errors
    /// Says which file is not there or not of this form.
    pub(crate) fn read(file: &Path) -> Result<Self, String> {
        let text = std::fs::read_to_string(file).map_err(|fault| format!("{}: {fault}", file.display()))?;
        toml::from_str(&text).map_err(|fault| format!("{}: {fault}", file.display()))
    }
}

/// `a|b` as `a` and `b`.
pub(crate) fn alternatives(written: &str) -> impl Iterator<Item = &str> {
    written.split('|').map(str::trim)
}

/// The folder of the project that holds this.
pub(crate) fn project(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..").join(path)
}

/// The files of a folder whose names end so, in order.
pub(crate) fn files(folder: &Path, ending: &str) -> Vec<PathBuf> {
    let listed = std::fs::read_dir(folder).into_iter().flatten();
    let mut files: Vec<PathBuf> = listed.filter_map(|file| Some(file.ok()?.path())).collect();
    files.retain(|file| file.to_string_lossy().ends_with(ending));
    files.sort();
    files
}
