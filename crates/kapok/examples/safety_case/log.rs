//! The hazard log, as it is read.

use std::path::{Path, PathBuf};

use serde::Deserialize;

/// All hazards.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Log {
    pub(crate) hazard: Vec<Hazard>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Hazard {
    pub(crate) id: String,
    pub(crate) title: String,
    pub(crate) cause: String,
    pub(crate) harm: String,
    pub(crate) severity: Severity,
    pub(crate) likelihood: Likelihood,
    pub(crate) control: Vec<Control>,
}

/// How bad the harm is, in the steps of DCB0129.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Severity {
    Catastrophic,
    Major,
    Considerable,
    Significant,
    Minor,
}

/// How likely the harm is without the controls, in the steps of DCB0129.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Likelihood {
    VeryHigh,
    High,
    Medium,
    Low,
    VeryLow,
}

/// What stands against a hazard: shown by tests, or planned with the reason why it is not there.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Control {
    pub(crate) what: String,
    #[serde(default)]
    pub(crate) tests: Vec<String>,
    pub(crate) planned: Option<String>,
}

impl Hazard {
    /// Whether the harm is one that plans alone must not stand against.
    pub(crate) fn is_grave(&self) -> bool {
        match self.severity {
            Severity::Catastrophic => true,
            Severity::Major => matches!(self.likelihood, Likelihood::VeryHigh | Likelihood::High),
            Severity::Considerable | Severity::Significant | Severity::Minor => false,
        }
    }
}

/// The repository's root.
pub(crate) fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

/// Reads the log.
///
/// # Errors
/// When it is not there, or is no log.
pub(crate) fn read() -> Result<Log, Box<dyn std::error::Error>> {
    let text = std::fs::read_to_string(root().join("docs/safety/hazards.toml"))?;
    Ok(toml::from_str(&text)?)
}
