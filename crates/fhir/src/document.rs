//! From bytes to JSON, and what is wrong with a file that is not a record.

use serde_json::Value;
use serde_json::error::Category;
use thiserror::Error;

/// The largest file that is read: fifty times the largest record seen so far.
pub const FILE_BYTES_MAX: usize = 64 * 1024 * 1024;

/// Why a file as a whole could not be read. Holds nothing of its content.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum ReadError {
    /// There is nothing in it.
    #[error("the file is empty")]
    Empty,
    /// It is larger than anything this program reads.
    #[error("the file is larger than {} MB", FILE_BYTES_MAX / 1024 / 1024)]
    TooLarge,
    /// It is XML.
    #[error("the file is XML; export the record as FHIR R4 JSON")]
    Xml,
    /// It is a zip or gzip file.
    #[error("the file is compressed; unpack it first")]
    Compressed,
    /// It is not JSON.
    #[error("the file is not JSON (line {line}, column {column})")]
    NotJson {
        /// Line where reading stopped, from 1.
        line: usize,
        /// Column where reading stopped, from 1.
        column: usize,
    },
    /// It ends in the middle.
    #[error("the file ends in the middle, in line {line}; it was cut off, export it again")]
    Truncated {
        /// The last line, from 1.
        line: usize,
    },
    /// It has one resource a line, as bulk exports have.
    #[error("the file holds one resource a line (NDJSON); export the record as one Bundle")]
    Ndjson,
    /// It is JSON and not FHIR.
    #[error("the file is JSON but not FHIR: it names no resourceType")]
    NotFhir,
    /// It is FHIR of another version.
    #[error("the file looks like FHIR {version}, not R4 ({sign}); export it as R4")]
    OtherVersion {
        /// The version it looks like.
        version: &'static str,
        /// What gave it away.
        sign: &'static str,
    },
    /// It is about more than one person.
    #[error("the file is about {count} people; export one person at a time")]
    TwoPatients {
        /// How many people it is about.
        count: usize,
    },
}

/// Parses the bytes of a file, telling apart the ways in which it can be wrong.
pub(crate) fn parse(bytes: &[u8]) -> Result<Value, ReadError> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let trimmed = bytes.trim_ascii();
    match trimmed {
        _ if bytes.len() > FILE_BYTES_MAX => return Err(ReadError::TooLarge),
        [] => return Err(ReadError::Empty),
        [b'<', ..] => return Err(ReadError::Xml),
        [b'P', b'K', 3, 4, ..] | [0x1F, 0x8B, ..] => return Err(ReadError::Compressed),
        _ => {}
    }
    let value: Value = serde_json::from_slice(trimmed).map_err(|error| told_apart(trimmed, &error))?;
    match value.get("resourceType") {
        Some(Value::String(_)) => Ok(value),
        _ => Err(ReadError::NotFhir),
    }
}

fn told_apart(bytes: &[u8], error: &serde_json::Error) -> ReadError {
    if has_a_resource_a_line(bytes) {
        return ReadError::Ndjson;
    }
    match error.classify() {
        Category::Eof => ReadError::Truncated { line: error.line() },
        _ => ReadError::NotJson { line: error.line(), column: error.column() },
    }
}

/// Whether the first two lines are each a whole resource.
fn has_a_resource_a_line(bytes: &[u8]) -> bool {
    let mut lines = bytes.split(|byte| *byte == b'\n').map(<[u8]>::trim_ascii).filter(|l| !l.is_empty());
    let is_resource = |line: &[u8]| {
        serde_json::from_slice::<Value>(line).is_ok_and(|value| value.get("resourceType").is_some())
    };
    lines.next().is_some_and(is_resource) && lines.next().is_some_and(is_resource)
}

#[cfg(test)]
mod tests;
