//! A bulk export: files with one resource a line, about many people.
//! <https://hl7.org/fhir/uv/bulkdata/>

use std::collections::BTreeMap;

use journey::health_history::{Import, LeftOut};
use serde_json::value::RawValue;

use crate::bundle::read_entries;
use crate::document::{ReadError, is_resource, text};
use crate::entry::Entry;
use crate::identity::{local_id, referenced_type};

/// A file with its name.
#[derive(Clone, Copy, Debug)]
pub struct NamedFile<'a> {
    /// The name under which a person knows it.
    pub name: &'a str,
    /// What is in it.
    pub bytes: &'a [u8],
}

/// What a bulk export says of one person.
#[derive(Clone, Debug, PartialEq)]
pub struct OfPerson {
    /// The id of the Patient in the export.
    pub id: String,
    /// What was read.
    pub import: Import,
}

/// Whether a file is one of a bulk export: by its name, or by what the reader says of it.
pub fn is_bulk(name: &str, read: &Result<Import, ReadError>) -> bool {
    let name = name.to_ascii_lowercase();
    name.ends_with(".ndjson") || name.ends_with(".jsonl") || matches!(read, Err(ReadError::Ndjson))
}

/// Reads the files of one bulk export into one import for each person.
///
/// People are told apart by the ids of the Patient resources and of the subjects. A line that
/// cannot be read may be about anybody, so it is left out of each import by name.
///
/// # Errors
/// When a file as a whole cannot be read; the error names the file by its place.
pub fn read_bulk(files: &[NamedFile<'_>]) -> Result<Vec<OfPerson>, (usize, ReadError)> {
    let mut export = Export::default();
    for (index, file) in files.iter().enumerate() {
        export.take(file).map_err(|error| (index, error))?;
    }
    let document = files.iter().map(|file| file.name).collect::<Vec<_>>().join(" + ");
    export.imports(&document)
}

#[derive(Default)]
struct Export<'a> {
    entries: Vec<Entry<'a>>,
    unread: Vec<LeftOut>,
}

impl<'a> Export<'a> {
    fn take(&mut self, file: &NamedFile<'a>) -> Result<(), ReadError> {
        let lines = text(file.bytes)?.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
        let before = self.entries.len();
        for (index, line) in lines {
            match serde_json::from_str::<&RawValue>(line) {
                Ok(raw) if is_resource(raw) => {
                    self.entries.push(Entry::look(self.entries.len() + 1, None, Some(raw))?);
                }
                _ => self.unread.push(LeftOut {
                    resource: format!("{} line {}", file.name, index + 1),
                    why: "is not a resource in JSON".to_owned(),
                }),
            }
        }
        if self.entries.len() == before { Err(ReadError::NotFhir) } else { Ok(()) }
    }

    fn imports(self, document: &str) -> Result<Vec<OfPerson>, (usize, ReadError)> {
        let mut people: BTreeMap<&str, Vec<&Entry<'_>>> = BTreeMap::new();
        let mut of_nobody: Vec<&Entry<'_>> = vec![];
        for entry in &self.entries {
            match person_of(entry) {
                Some(person) => people.entry(person).or_default().push(entry),
                None => of_nobody.push(entry),
            }
        }
        let shared = remark(&of_nobody);
        let imports = people.into_iter().map(|(person, mut entries)| {
            let used: Vec<&str> = entries.iter().filter_map(|entry| entry.shelf_id.as_deref()).collect();
            let medications = of_nobody.iter().filter(|entry| entry.resource_type == "Medication");
            let medications: Vec<&Entry<'_>> =
                medications.copied().filter(|entry| used.contains(&entry.id.as_str())).collect();
            entries.extend(medications);
            let mut import = read_entries(&entries, document).map_err(|error| (0, error))?;
            import.resources += self.unread.len();
            import.left_out.extend(self.unread.iter().cloned());
            import.remarks.extend(shared.clone());
            Ok(OfPerson { id: person.to_owned(), import })
        });
        imports.collect()
    }
}

/// The id of the person whom a resource is, or is about.
fn person_of<'e>(entry: &'e Entry<'_>) -> Option<&'e str> {
    if entry.resource_type == "Patient" {
        return Some(&entry.id);
    }
    let subject = entry.subject.as_deref()?;
    matches!(referenced_type(subject), None | Some("Patient")).then(|| local_id(subject))?
}

/// What of the export is about no person, counted by type.
fn remark(of_nobody: &[&Entry<'_>]) -> Option<String> {
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for entry in of_nobody {
        *counts.entry(&entry.resource_type).or_default() += 1;
    }
    let counts: Vec<String> = counts.iter().map(|(name, count)| format!("{count} {name}")).collect();
    (!counts.is_empty()).then(|| format!("the export holds what is about no person: {}", counts.join(", ")))
}

#[cfg(test)]
mod tests;
