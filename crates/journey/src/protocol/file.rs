//! A protocol as a file that a person can read, in the shape of the shipped one.

use std::fmt::Write;

use super::Protocol;
use super::figure::{FigureAt, Line};
use super::value::Value;

/// Writes every figure in one line, under its group.
pub(super) fn written(protocol: &Protocol) -> String {
    let figures = protocol.figures();
    let mut file = String::new();
    for group in figures.chunk_by(|one, next| group_of(&one.path) == group_of(&next.path)) {
        let name = group.first().map_or("", |at| group_of(&at.path));
        let gap = if file.is_empty() { "" } else { "\n" };
        // Writing into a `String` never fails.
        let _ = writeln!(file, "{gap}[{name}]");
        for at in group {
            let _ = writeln!(file, "{}", figure(at, at.path.get(name.len() + 1..).unwrap_or_default()));
        }
    }
    file
}

/// `dosing`, or `bands.spo2_percent`, whose lines stand under it as `hold.low`.
fn group_of(path: &str) -> &str {
    let places: Vec<usize> = path.match_indices('.').map(|(place, _)| place).collect();
    let of_sign = path.starts_with("bands.") && places.len() > 1;
    let end = places.get(usize::from(of_sign)).copied().unwrap_or(path.len());
    path.get(..end).unwrap_or(path)
}

fn figure(at: &FigureAt<'_>, name: &str) -> String {
    let (value, unit, source) = (value(&at.typed), text(at.unit), text(at.source));
    format!(
        "{name} = {{ value = {value}, unit = {unit}, source = {source}, certainty = \"{:?}\" }}",
        at.certainty
    )
}

fn value(value: &Value) -> String {
    match value {
        Value::Number(number) => number.to_string(),
        Value::Line(line) => format!("{{ {} = {} }}", side(*line), line.number()),
        Value::Range(range) => format!("{{ low = {}, high = {} }}", range.low, range.high),
        Value::Numbers(numbers) => list(numbers, i64::to_string),
        Value::Words(words) => list(words, |word| text(word)),
        Value::Slots(slots) => list(slots, |slot| {
            let measures = list(&slot.measures, |measure| text(measure.name()));
            format!("{{ minute = {}, measures = {measures} }}", slot.minute)
        }),
        Value::Questions(days) => list(days, |day| {
            let items = list(&day.items, |item| text(item.name()));
            format!("{{ day = {}, items = {items} }}", day.day)
        }),
    }
}

fn side(line: Line) -> &'static str {
    match line {
        Line::Above(_) => "above",
        Line::AtOrAbove(_) => "at_or_above",
        Line::Below(_) => "below",
        Line::AtOrBelow(_) => "at_or_below",
    }
}

fn list<T>(many: &[T], one: impl Fn(&T) -> String) -> String {
    format!("[{}]", many.iter().map(one).collect::<Vec<_>>().join(", "))
}

/// A basic string of TOML.
fn text(text: &str) -> String {
    let mut written = String::from('"');
    for character in text.chars() {
        match character {
            '"' | '\\' => written.extend(['\\', character]),
            _ if character.is_control() => {
                let _ = write!(written, "\\u{:04X}", u32::from(character));
            }
            _ => written.push(character),
        }
    }
    written.push('"');
    written
}
