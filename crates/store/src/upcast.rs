//! The one door through which stored facts come in; older shapes are lifted here.

use jiff::Timestamp;
use journey::event::SCHEMA;
use journey::{Event, EventId, Precision, Recorded, Who};
use serde::Deserialize;
use serde_json::Value;
use thiserror::Error;

/// A stored body that this release cannot take in. Names no content.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum UpcastFault {
    /// Written by a newer release.
    #[error("a fact of schema {found}, and this release knows {SCHEMA}")]
    Newer {
        /// The schema it was written in.
        found: u16,
    },
    /// The text is not what this schema stores.
    #[error("a fact of schema {schema} does not read: {kind} at {line}:{column}")]
    Unreadable {
        /// The schema it claims.
        schema: u16,
        /// What kind of error.
        kind: &'static str,
        /// Line in the stored text.
        line: usize,
        /// Column in the stored text.
        column: usize,
    },
}

impl UpcastFault {
    /// The parser's own words would quote the text, so only its kind and place are kept.
    fn from_json(schema: u16, fault: &serde_json::Error) -> Self {
        let kind = match fault.classify() {
            serde_json::error::Category::Io => "input",
            serde_json::error::Category::Syntax => "syntax",
            serde_json::error::Category::Data => "shape",
            serde_json::error::Category::Eof => "end",
        };
        Self::Unreadable { schema, kind, line: fault.line(), column: fault.column() }
    }
}

/// Lifts a stored body of any release to today's shape.
///
/// # Errors
/// When it is of a newer schema, or does not read.
pub fn upcast(schema: u16, body: Value) -> Result<Event, UpcastFault> {
    if schema > SCHEMA {
        return Err(UpcastFault::Newer { found: schema });
    }
    Event::deserialize(body).map_err(|fault| UpcastFault::from_json(schema, &fault))
}

/// A fact as it lies in its envelope, its body not yet lifted.
#[derive(Deserialize)]
struct Stored {
    occurred_at: Timestamp,
    zone: Option<String>,
    #[serde(default)]
    precision: Precision,
    recorded_at: Timestamp,
    device: Option<String>,
    protocol_version: Option<u32>,
    by: Who,
    body: Value,
}

/// Reads a whole stored fact, its body through [`upcast`].
pub(crate) fn recorded(schema: u16, id: EventId, text: &[u8]) -> Result<Recorded, UpcastFault> {
    let stored: Stored =
        serde_json::from_slice(text).map_err(|fault| UpcastFault::from_json(schema, &fault))?;
    Ok(Recorded {
        id,
        occurred_at: stored.occurred_at,
        zone: stored.zone,
        precision: stored.precision,
        recorded_at: stored.recorded_at,
        device: stored.device,
        protocol_version: stored.protocol_version,
        by: stored.by,
        body: upcast(schema, stored.body)?,
    })
}

#[cfg(test)]
mod tests;
