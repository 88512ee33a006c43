//! `kapok score`: what the answers to a scale come to, by the scale's own rule.
//!
//! The JSON is a contract: fields may be added, never renamed.

use std::io::{self, Write};

use journey::scale::{Answered, Item, Part, Reading, Remark, SCALES, Scale, Score, scale};
use serde::Serialize;
use serde_json::{Map, Number, Value};

use super::{DONE, UNREADABLE};

/// What is printed.
#[derive(Serialize)]
struct Report {
    scale: &'static str,
    score: Value,
    band: Option<&'static str>,
    complete: bool,
    subscales: Map<String, Value>,
    reason: Option<String>,
    /// What is to be said of a score that is there.
    note: Option<String>,
}

/// Scores answers and prints what they come to; returns the exit code.
///
/// `answers` are printed item codes in the order of the items, empty for one left out.
pub fn run(id: &str, answers: &str, json: bool, out: &mut dyn Write, err: &mut dyn Write) -> u8 {
    let printed = match read(id, answers) {
        Ok((scale, answers)) => print(&report(scale, &answers), json, out).map(|()| DONE),
        Err(why) => writeln!(err, "kapok score: {why}").map(|()| UNREADABLE),
    };
    printed.unwrap_or(UNREADABLE)
}

fn read(id: &str, answers: &str) -> Result<(&'static Scale, Vec<Answered>), String> {
    let ids = || SCALES.map(|scale| scale.id).join(", ");
    let scale = scale(id).ok_or_else(|| format!("no scale {id}; there are {}", ids()))?;
    let codes: Vec<&str> = answers.split(',').collect();
    if codes.len() > scale.items.len() {
        let (given, has) = (codes.len(), scale.items.len());
        return Err(format!(
            "{given} answers, but {id} has {has} items; leave the place of one left out empty"
        ));
    }
    let given = scale.items.iter().zip(codes).filter(|(_, code)| !code.trim().is_empty());
    let answers: Result<Vec<Answered>, String> = given.map(|(item, code)| answered(item, code)).collect();
    answers.map(|answers| (scale, answers))
}

fn answered(item: &Item, code: &str) -> Result<Answered, String> {
    let has = |code: &i64| item.choices.iter().any(|choice| choice.code == *code);
    let read = code.trim().parse().ok().filter(has);
    let codes = || item.choices.iter().map(|choice| choice.code.to_string()).collect::<Vec<_>>().join(", ");
    read.map(|code| Answered { item: item.number, code })
        .ok_or_else(|| format!("item {} has no code {code:?}; its codes are {}", item.number, codes()))
}

fn report(scale: &'static Scale, answers: &[Answered]) -> Report {
    let reading = scale.read(answers);
    let parts = reading.parts.iter().map(|(name, part)| ((*name).to_owned(), part_value(*part)));
    let said = remark(scale, &reading);
    let (reason, note) = if reading.score.is_none() { (said, None) } else { (None, said) };
    Report {
        scale: scale.id,
        score: reading.score.map_or(Value::Null, value),
        band: reading.band.map(|band| band.name),
        complete: reading.complete,
        subscales: parts.collect(),
        reason,
        note,
    }
}

fn part_value(part: Part) -> Value {
    match part {
        Part::Points(points) => points.map_or(Value::Null, |points| Value::Number(points.into())),
        Part::Holds(holds) => holds.map_or(Value::Null, Value::Bool),
    }
}

/// A whole number where it is one.
fn value(score: Score) -> Value {
    if score.points % score.over == 0 {
        return Value::Number((score.points / score.over).into());
    }
    Number::from_f64(score.value()).map_or(Value::Null, Value::Number)
}

fn remark(scale: &Scale, reading: &Reading) -> Option<String> {
    let numbers = reading.left_out.iter().map(u16::to_string).collect::<Vec<_>>().join(", ");
    Some(match reading.remark? {
        Remark::TooFew { answered, needed, of } => format!(
            "{answered} of {of} scored items are answered, and {} gives a score from {needed} on; left out: {numbers}",
            scale.name
        ),
        Remark::LeftOutCounts => format!("left out, and counted as a yes: {numbers}"),
        Remark::AcuityNotKnown => {
            format!("positive, and item {numbers} was left out: how acute it is is not known; ask now")
        }
        Remark::MeanOfAnswered => format!("the mean of what was answered; left out: {numbers}"),
        Remark::AllFromFirst => "all points come from the first item: likely within limits; ask".to_owned(),
    })
}

fn print(report: &Report, json: bool, out: &mut dyn Write) -> io::Result<()> {
    if json {
        serde_json::to_writer_pretty(&mut *out, report)?;
        return writeln!(out);
    }
    match (&report.score, &report.reason) {
        (Value::Null, Some(reason)) => writeln!(out, "{}: no score ({reason})", report.scale)?,
        (score, _) => writeln!(out, "{}: {score}", report.scale)?,
    }
    if let Some(band) = report.band {
        writeln!(out, "  band: {band}")?;
    }
    for (name, value) in &report.subscales {
        writeln!(out, "  {name}: {value}")?;
    }
    if let Some(note) = &report.note {
        writeln!(out, "  {note}")?;
    }
    if !report.complete && report.reason.is_none() && report.note.is_none() {
        writeln!(out, "  not everything was answered")?;
    }
    Ok(())
}

#[cfg(test)]
mod tests;
