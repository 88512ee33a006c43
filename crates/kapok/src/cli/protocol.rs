//! `kapok protocol`: what a protocol holds, whether it may be signed, and how two differ.
//!
//! The JSON is a contract: fields may be added, never renamed.

use std::io::{self, Write};
use std::path::Path;

use journey::protocol::{Certainty, DEFAULT_TOML, Difference, Protocol, in_whole_units};
use serde::Serialize;

use super::{DONE, FINDING, UNREADABLE};
use crate::protocol_file;

#[derive(Serialize)]
struct Shown<'a> {
    path: &'a str,
    value: &'a str,
    unit: &'a str,
    source: &'a str,
    certainty: Certainty,
}

#[derive(Serialize)]
struct Fault {
    paths: Vec<String>,
    fault: String,
}

/// What a command prints, and the code it ends with.
type Printed = io::Result<u8>;

/// Prints every figure; returns the exit code.
pub fn show(file: Option<&Path>, json: bool, out: &mut dyn Write, err: &mut dyn Write) -> u8 {
    answered(read(file), err, |protocol| {
        let figures = protocol.figures();
        if json {
            let of = |at: &journey::protocol::FigureAt<'_>| -> serde_json::Value {
                serde_json::json!(Shown {
                    path: &at.path,
                    value: &at.value,
                    unit: at.unit,
                    source: at.source,
                    certainty: at.certainty,
                })
            };
            return as_json(out, &figures.iter().map(of).collect::<Vec<_>>(), DONE);
        }
        for at in &figures {
            let value = amount(&at.value, at.unit);
            writeln!(out, "{}: {value} [{:?}] {}", at.path, at.certainty, at.source)?;
        }
        Ok(DONE)
    })
}

/// Prints every fault; returns the exit code.
pub fn check(file: Option<&Path>, json: bool, out: &mut dyn Write, err: &mut dyn Write) -> u8 {
    answered(read(file), err, |protocol| {
        let faults = protocol.check();
        let code = if faults.is_empty() { DONE } else { FINDING };
        if json {
            let of = |fault: &journey::protocol::ProtocolFault| Fault {
                paths: fault.paths().into_iter().map(str::to_owned).collect(),
                fault: fault.to_string(),
            };
            return as_json(out, &faults.iter().map(of).collect::<Vec<_>>(), code);
        }
        if faults.is_empty() {
            let asked = protocol.needs_a_yes().len();
            writeln!(out, "{} figures, no fault; {asked} need a yes", protocol.figures().len())?;
        }
        for fault in &faults {
            writeln!(out, "{fault}")?;
        }
        Ok(code)
    })
}

/// Prints every difference; a figure that is less cautious in the second is a finding.
///
/// One file alone is held against the protocol as it was shipped.
pub fn compare(
    before: &Path,
    after: Option<&Path>,
    json: bool,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> u8 {
    let both = match after {
        Some(after) => read(Some(before)).and_then(|before| Ok((before, read(Some(after))?))),
        None => read(None).and_then(|shipped| Ok((shipped, read(Some(before))?))),
    };
    answered(both, err, |(before, after)| {
        let found = before.compare(after);
        let looser = found.iter().filter(|one| one.looser).count();
        let code = if looser == 0 { DONE } else { FINDING };
        if json {
            return as_json(out, &found, code);
        }
        for one in &found {
            line(out, one)?;
        }
        match (found.len(), looser) {
            (0, _) => writeln!(out, "no figure differs")?,
            (differ, 0) => writeln!(out, "{differ} differ, none is less cautious")?,
            (differ, looser) => writeln!(out, "{differ} differ, {looser} less cautious")?,
        }
        Ok(code)
    })
}

fn line(out: &mut dyn Write, one: &Difference) -> io::Result<()> {
    let value =
        |value: &Option<String>| value.as_ref().map_or("none".to_owned(), |value| amount(value, &one.unit));
    let looser = if one.looser { " (less cautious)" } else { "" };
    writeln!(out, "{}: {} -> {}{looser}", one.path, value(&one.before), value(&one.after))
}

/// A figure as a person reads it: `< 50 kg`.
fn amount(value: &str, unit: &str) -> String {
    format!("{} {}", in_whole_units(value, unit), unit.trim_start_matches("0.1 "))
}

fn read(file: Option<&Path>) -> Result<Protocol, String> {
    let Some(file) = file else {
        return protocol_file::read(DEFAULT_TOML).map_err(|unread| unread.to_string());
    };
    let named = |why: String| format!("{}: {why}", file.display());
    let text = std::fs::read_to_string(file).map_err(|fault| named(fault.to_string()))?;
    protocol_file::read(&text).map_err(|unread| named(unread.to_string()))
}

fn answered<T>(read: Result<T, String>, err: &mut dyn Write, print: impl FnOnce(&T) -> Printed) -> u8 {
    match read {
        Ok(read) => print(&read).unwrap_or(UNREADABLE),
        Err(why) => {
            // A closed standard error leaves nobody to tell; the exit code says it.
            let _ = writeln!(err, "kapok protocol: {why}");
            UNREADABLE
        }
    }
}

fn as_json(out: &mut dyn Write, what: &impl Serialize, code: u8) -> Printed {
    serde_json::to_writer_pretty(&mut *out, what)?;
    writeln!(out)?;
    Ok(code)
}

#[cfg(test)]
mod tests;
