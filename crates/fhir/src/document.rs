//! From bytes to the parts of a record, and what is wrong with a file that is not one.
//!
//! A file is not read into memory a second time: its resources stay where they lie, and one at a
//! time is opened.

use std::collections::BTreeMap;

use serde_json::error::Category;
use serde_json::value::RawValue;
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
    #[error("the file is larger than {} MB; export the record in parts", FILE_BYTES_MAX / 1024 / 1024)]
    TooLarge,
    /// It is XML.
    #[error("the file is XML; export the record as FHIR R4 JSON")]
    Xml,
    /// It is a PDF.
    #[error("the file is a PDF; export the record as FHIR R4 JSON")]
    Pdf,
    /// It is a zip, gzip or other compressed file.
    #[error("the file is compressed; unpack it first")]
    Compressed,
    /// Its bytes are no text in UTF-8.
    #[error("the file is not text in UTF-8; export the record as FHIR R4 JSON")]
    NotText,
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

/// The fields of a JSON object, unopened; of a name given twice the last counts.
pub(crate) type Fields<'a> = BTreeMap<String, &'a RawValue>;

/// First bytes of files that are compressed: zip, gzip, bzip2, xz, 7z, zstd.
const COMPRESSED: [&[u8]; 6] =
    [b"PK\x03\x04", b"\x1F\x8B", b"BZh", b"\xFD7zXZ", b"7z\xBC\xAF", b"\x28\xB5\x2F\xFD"];

/// A file's outermost resource, telling apart the ways in which a file can be wrong.
pub(crate) fn parse(bytes: &[u8]) -> Result<&RawValue, ReadError> {
    let trimmed = text(bytes)?;
    let root: &RawValue = serde_json::from_str(trimmed).map_err(|error| told_apart(trimmed, &error))?;
    if is_resource(root) { Ok(root) } else { Err(ReadError::NotFhir) }
}

/// The text of a file, without its byte order mark, or what it is instead of text.
pub(crate) fn text(bytes: &[u8]) -> Result<&str, ReadError> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let trimmed = bytes.trim_ascii();
    match trimmed {
        _ if bytes.len() > FILE_BYTES_MAX => return Err(ReadError::TooLarge),
        [] => return Err(ReadError::Empty),
        [b'<', ..] => return Err(ReadError::Xml),
        [b'%', b'P', b'D', b'F', ..] => return Err(ReadError::Pdf),
        _ if COMPRESSED.iter().any(|start| trimmed.starts_with(start)) => return Err(ReadError::Compressed),
        _ => {}
    }
    std::str::from_utf8(trimmed).map_err(|_| ReadError::NotText)
}

/// Whether it is an object that names its resource type.
pub(crate) fn is_resource(value: &RawValue) -> bool {
    let fields: Result<Fields<'_>, _> = serde_json::from_str(value.get());
    fields.is_ok_and(|fields| string(fields.get("resourceType")).is_some())
}

/// The text of a field, where it is one.
pub(crate) fn string(field: Option<&&RawValue>) -> Option<String> {
    serde_json::from_str(field?.get()).ok()
}

fn told_apart(text: &str, error: &serde_json::Error) -> ReadError {
    if has_a_resource_a_line(text) {
        return ReadError::Ndjson;
    }
    match error.classify() {
        Category::Eof => ReadError::Truncated { line: error.line() },
        _ => ReadError::NotJson { line: error.line(), column: error.column() },
    }
}

/// Whether the first two lines are each a whole resource.
fn has_a_resource_a_line(text: &str) -> bool {
    let mut lines = text.lines().filter(|line| !line.trim().is_empty());
    let resource = |line: &str| serde_json::from_str::<&RawValue>(line).is_ok_and(is_resource);
    lines.next().is_some_and(resource) && lines.next().is_some_and(resource)
}

#[cfg(test)]
mod tests;
