//! Reading a protocol's file; a file that is none is answered with every reason at once.

use std::sync::LazyLock;

use journey::protocol::{DEFAULT_TOML, Protocol};
use toml::{Table, Value};

/// Bytes that a protocol's file may have; the shipped one has a tenth of it.
pub const FILE_BYTES_MAX: usize = 256 * 1024;
/// Faults of a file that are said; whoever has more has another file in hand.
const FAULTS_MAX: usize = 200;

/// The figures as they were shipped.
pub static SHIPPED: LazyLock<Protocol> =
    LazyLock::new(|| toml::from_str(DEFAULT_TOML).expect("the shipped protocol is read by a test"));

static SHIPPED_TABLE: LazyLock<Table> =
    LazyLock::new(|| DEFAULT_TOML.parse().expect("the shipped protocol is read by a test"));

/// Why a file is no protocol: one line for each place and what is wrong there.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", .0.join("; "))]
pub struct Unread(pub Vec<String>);

/// Reads a protocol.
///
/// # Errors
/// When it is no TOML: where. When figures are missing, unknown or of another shape: each of them.
pub fn read(text: &str) -> Result<Protocol, Unread> {
    let table: Table = text.parse().map_err(|fault: toml::de::Error| Unread(vec![line(text, &fault)]))?;
    read_table(&table).map_err(|first| {
        let faults = faults(&table);
        Unread(if faults.is_empty() { vec![first] } else { faults })
    })
}

fn read_table(table: &Table) -> Result<Protocol, String> {
    table.clone().try_into().map_err(|fault: toml::de::Error| fault.message().to_owned())
}

/// A fault of the file's form, with the line at which reading ended.
fn line(text: &str, fault: &toml::de::Error) -> String {
    let ended = fault.span().and_then(|span| text.get(..span.start)).unwrap_or_default();
    format!("line {}: {}", ended.matches('\n').count().saturating_add(1), fault.message())
}

/// Every figure that would be wrong if it were the only one of this file, and every one that is missing.
fn faults(table: &Table) -> Vec<String> {
    let mut given = Vec::new();
    leaves(table, &mut Vec::new(), &mut given);
    let mut shipped = Vec::new();
    leaves(&SHIPPED_TABLE, &mut Vec::new(), &mut shipped);
    let wrong = given.iter().filter_map(|(path, value)| {
        let mut alone = SHIPPED_TABLE.clone();
        put(&mut alone, path, Some(value));
        read_table(&alone).err().map(|fault| format!("{}: {fault}", path.join(".")))
    });
    let missing = shipped.iter().filter(|(path, _)| !given.iter().any(|(other, _)| other == path));
    let missing = missing.filter_map(|(path, _)| {
        let mut without = SHIPPED_TABLE.clone();
        put(&mut without, path, None);
        read_table(&without).is_err().then(|| format!("{}: missing", path.join(".")))
    });
    wrong.chain(missing).take(FAULTS_MAX).collect()
}

/// Figures, and whatever stands where a figure should, by their places.
fn leaves(table: &Table, path: &mut Vec<String>, found: &mut Vec<(Vec<String>, Value)>) {
    for (name, value) in table {
        path.push(name.clone());
        match value {
            Value::Table(inner) if !is_figure(inner) => leaves(inner, path, found),
            _ => found.push((path.clone(), value.clone())),
        }
        path.pop();
    }
}

fn is_figure(table: &Table) -> bool {
    ["value", "unit", "source", "certainty"].iter().any(|name| table.contains_key(*name))
}

/// Puts a value at a place, or takes away what is there.
fn put(table: &mut Table, path: &[String], value: Option<&Value>) {
    match (path, value) {
        ([], _) => {}
        ([name], Some(value)) => {
            table.insert(name.clone(), value.clone());
        }
        ([name], None) => {
            table.remove(name);
        }
        ([name, below @ ..], value) => {
            let inner = table.entry(name.clone()).or_insert_with(|| Value::Table(Table::new()));
            if let Value::Table(inner) = inner {
                put(inner, below, value);
            }
        }
    }
}

#[cfg(test)]
mod tests;
