//! What a screening found, for machines and for people.

use std::io::{self, Write};

use journey::protocol::Certainty;
use journey::screening::Flag;

use super::Report;

const NOT_A_CLEARANCE: &str = "A prescriber decides; this is not a clearance";

/// Prints each report as soon as it is there, so that none has to be kept.
pub(super) struct Printer<'a> {
    json: bool,
    printed: usize,
    out: &'a mut dyn Write,
    err: &'a mut dyn Write,
}

impl<'a> Printer<'a> {
    pub(super) fn new(json: bool, out: &'a mut dyn Write, err: &'a mut dyn Write) -> Self {
        Self { json, printed: 0, out, err }
    }

    pub(super) fn report(&mut self, report: &Report) -> io::Result<()> {
        if let Some(error) = &report.error {
            writeln!(self.err, "{}: {error}", report.file)?;
        }
        if self.json {
            self.out.write_all(if self.printed == 0 { b"[\n" } else { b",\n" })?;
            serde_json::to_writer_pretty(&mut *self.out, report)?;
        } else if report.error.is_none() {
            print_for_people(report, self.out)?;
        }
        self.printed += 1;
        Ok(())
    }

    /// Says how far a long run has come.
    pub(super) fn progress(&mut self, done: usize, files: usize) -> io::Result<()> {
        writeln!(self.err, "screened {done} of {files} files")
    }

    pub(super) fn end(&mut self) -> io::Result<()> {
        match (self.json, self.printed) {
            (true, 0) => writeln!(self.out, "[]"),
            (true, _) => writeln!(self.out, "\n]"),
            (false, _) => writeln!(self.out, "{NOT_A_CLEARANCE}"),
        }
    }
}

fn print_for_people(report: &Report, out: &mut dyn Write) -> io::Result<()> {
    match &report.patient {
        Some(patient) => writeln!(out, "Patient/{patient} in {}", report.file)?,
        None => writeln!(out, "{}", report.file)?,
    }
    writeln!(out, "  as of {}, protocol: {}", report.as_of, report.protocol)?;
    if let Some(person) = &report.person {
        let age = person.age.map_or("age unknown".to_owned(), |age| format!("{age} years"));
        writeln!(out, "  {}, {age}", person.sex)?;
    }
    if report.flags.is_empty() {
        writeln!(out, "\n  No rule found anything.")?;
    }
    for flag in &report.flags {
        print_flag(flag, out)?;
    }
    list(out, "Missing from the work-up", &report.missing, |item| {
        format!("{}, needed by the {} ({})", item.item, item.needed_by, source(&item.source, item.certainty))
    })?;
    list(out, "Hardly possible as written", &report.implausible, |odd| format!("{}: {}", odd.text, odd.why))?;
    list(out, "Not understood; a person must read these", &report.not_understood, |group| {
        let times =
            if group.facts.len() > 1 { format!(" ({} times)", group.facts.len()) } else { String::new() };
        format!("{}, {}: {}{times}", group.kind.word(), group.status.word(), group.text)
    })?;
    list(out, "Left out", &report.left_out, |left| format!("{} {}", left.resource, left.why))?;
    list(out, "Of the file", &report.remarks, String::clone)?;
    let ignored = report.ignored.iter().map(|ignored| format!("{} {}", ignored.count, ignored.resource_type));
    writeln!(out, "\n  Holds no fact for any rule: {}\n", ignored.collect::<Vec<_>>().join(", "))
}

fn print_flag(flag: &Flag, out: &mut dyn Write) -> io::Result<()> {
    let level = format!("{:?}", flag.level).to_uppercase();
    let limit = flag.limit.as_ref().map(|limit| format!(", limit {limit}")).unwrap_or_default();
    writeln!(out, "\n  {level}  {}{limit}", flag.rule)?;
    for because in &flag.because {
        let old = because.unconfirmed_since.as_ref();
        let old = old.map(|since| format!(" (not confirmed since {})", since.latest())).unwrap_or_default();
        writeln!(out, "    - {}{old}", because.text)?;
    }
    if let Some(resolves) = &flag.resolves {
        writeln!(out, "    {resolves}")?;
    }
    writeln!(out, "    {}", source(&flag.source, flag.certainty))
}

/// A source as it may be shown: what nobody has verified is never a citation.
fn source(source: &str, certainty: Certainty) -> &str {
    match certainty {
        Certainty::P => source,
        _ if certainty.needs_a_yes() => "default of this software, not verified",
        _ => source,
    }
}

fn list<T>(out: &mut dyn Write, title: &str, items: &[T], words: impl Fn(&T) -> String) -> io::Result<()> {
    if items.is_empty() {
        return Ok(());
    }
    writeln!(out, "\n  {title}:")?;
    items.iter().try_for_each(|item| writeln!(out, "    - {}", words(item)))
}
