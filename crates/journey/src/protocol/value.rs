//! What a figure can hold, how it is printed in one line, and how that line is read back.

use super::figure::{Line, Range};
use super::groups::{Measure, VitalSlot};
use crate::integration::{DayQuestions, Item};

/// A figure's value, whatever its shape; printed, it reads back as the same value.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// `72`
    Number(i64),
    /// `>= 160`
    Line(Line),
    /// `10-15`
    Range(Range),
    /// `1, 3, 7, 14`
    Numbers(Vec<i64>),
    /// `phq-9, gad-7`
    Words(Vec<String>),
    /// `+15: heart-rate spo2, +30: blood-pressure`
    Slots(Vec<VitalSlot>),
    /// `day 1: mood pain harm_thoughts, day 3: harm_thoughts`
    Questions(Vec<DayQuestions>),
}

/// What a [`super::Figure`] can hold.
pub(super) trait Valued: Sized {
    /// A value of this shape, as it is printed.
    const LIKE: &'static str;

    fn value(&self) -> Value;

    /// Reads what was printed, or what a person typed in its place.
    fn read(printed: &str) -> Option<Self>;
}

impl std::fmt::Display for Value {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Number(number) => write!(formatter, "{number}"),
            Self::Line(line) => write!(formatter, "{line}"),
            Self::Range(range) => write!(formatter, "{}-{}", range.low, range.high),
            Self::Numbers(numbers) => formatter.write_str(&joined(numbers, i64::to_string)),
            Self::Words(words) => formatter.write_str(&joined(words, Clone::clone)),
            Self::Slots(slots) => formatter.write_str(&joined(slots, slot)),
            Self::Questions(days) => formatter.write_str(&joined(days, day)),
        }
    }
}

fn joined<T>(many: &[T], one: impl Fn(&T) -> String) -> String {
    many.iter().map(one).collect::<Vec<_>>().join(", ")
}

fn slot(slot: &VitalSlot) -> String {
    let measures: Vec<&str> = slot.measures.iter().map(|measure| measure.name()).collect();
    format!("+{}: {}", slot.minute, measures.join(" "))
}

fn day(day: &DayQuestions) -> String {
    let items: Vec<&str> = day.items.iter().map(|item| item.name()).collect();
    format!("day {}: {}", day.day, items.join(" "))
}

/// The parts of a list: by commas, semicolons or lines; an empty part is none.
fn parts(printed: &str) -> impl Iterator<Item = &str> {
    printed.split([',', ';', '\n']).map(str::trim).filter(|part| !part.is_empty())
}

impl Valued for i64 {
    const LIKE: &'static str = "72";

    fn value(&self) -> Value {
        Value::Number(*self)
    }

    fn read(printed: &str) -> Option<Self> {
        printed.trim().parse().ok()
    }
}

impl Valued for Line {
    const LIKE: &'static str = ">= 160";

    fn value(&self) -> Value {
        Value::Line(*self)
    }

    fn read(printed: &str) -> Option<Self> {
        type Side = fn(i64) -> Line;
        let printed = printed.trim();
        let signs: [(&str, Side); 6] = [
            (">=", Line::AtOrAbove),
            ("≥", Line::AtOrAbove),
            ("<=", Line::AtOrBelow),
            ("≤", Line::AtOrBelow),
            (">", Line::Above),
            ("<", Line::Below),
        ];
        let (rest, line) =
            signs.into_iter().find_map(|(sign, line)| Some((printed.strip_prefix(sign)?, line)))?;
        i64::read(rest).map(line)
    }
}

impl Valued for Range {
    const LIKE: &'static str = "10-15";

    fn value(&self) -> Value {
        Value::Range(*self)
    }

    /// No range of a protocol begins below nothing, so the first dash parts the two.
    fn read(printed: &str) -> Option<Self> {
        let (low, high) = printed.split_once(['-', '–'])?;
        Some(Self { low: i64::read(low)?, high: i64::read(high)? })
    }
}

impl Valued for Vec<i64> {
    const LIKE: &'static str = "1, 3, 7";

    fn value(&self) -> Value {
        Value::Numbers(self.clone())
    }

    fn read(printed: &str) -> Option<Self> {
        parts(printed).map(i64::read).collect()
    }
}

impl Valued for Vec<String> {
    const LIKE: &'static str = "phq-9, gad-7";

    fn value(&self) -> Value {
        Value::Words(self.clone())
    }

    fn read(printed: &str) -> Option<Self> {
        let word = |part: &str| (!part.contains(char::is_whitespace)).then(|| part.to_owned());
        parts(printed).map(word).collect()
    }
}

impl Valued for Vec<VitalSlot> {
    const LIKE: &'static str = "+15: heart-rate spo2, +30: blood-pressure heart-rate";

    fn value(&self) -> Value {
        Value::Slots(self.clone())
    }

    fn read(printed: &str) -> Option<Self> {
        let measure = |name: &str| Measure::ALL.into_iter().find(|measure| measure.name() == name);
        parts(printed)
            .map(|part| {
                let (minute, measures) = part.trim_start_matches('+').split_once(':')?;
                let measures = measures.split_whitespace().map(measure).collect::<Option<_>>()?;
                Some(VitalSlot { minute: i64::read(minute)?, measures })
            })
            .collect()
    }
}

impl Valued for Vec<DayQuestions> {
    const LIKE: &'static str = "day 1: mood pain harm_thoughts, day 3: energy harm_thoughts";

    fn value(&self) -> Value {
        Value::Questions(self.clone())
    }

    fn read(printed: &str) -> Option<Self> {
        let item = |name: &str| Item::ALL.into_iter().find(|item| item.name() == name);
        parts(printed)
            .map(|part| {
                let (day, items) = part.trim_start_matches("day").split_once(':')?;
                let items = items.split_whitespace().map(item).collect::<Option<_>>()?;
                Some(DayQuestions { day: i64::read(day)?, items })
            })
            .collect()
    }
}

/// A printed value in whole units: `< 500` of `0.1 kg` is `< 50`; other units stay as they are.
///
/// This is what a person reads and types; [`printed`] is its way back.
pub fn in_whole_units(printed: &str, unit: &str) -> String {
    if !unit.starts_with("0.1 ") {
        return printed.to_owned();
    }
    numbers(printed, |digits| {
        let tenths: i64 = digits.parse().ok()?;
        let (whole, rest) = (tenths / 10, tenths % 10);
        Some(if rest == 0 { whole.to_string() } else { format!("{whole}.{rest}") })
    })
    .unwrap_or_else(|| printed.to_owned())
}

/// The printed value of what was typed in whole units; nothing where more than tenths were typed.
pub fn printed(typed: &str, unit: &str) -> Option<String> {
    if !unit.starts_with("0.1 ") {
        return Some(typed.trim().to_owned());
    }
    numbers(typed.trim(), |digits| {
        let (whole, rest) = digits.split_once(['.', ',']).unwrap_or((digits, "0"));
        let tenth: i64 = Some(rest).filter(|rest| rest.len() == 1)?.parse().ok()?;
        Some(whole.parse::<i64>().ok()?.checked_mul(10)?.checked_add(tenth)?.to_string())
    })
}

/// Writes every number of a text anew and leaves the rest.
fn numbers(text: &str, anew: impl Fn(&str) -> Option<String>) -> Option<String> {
    let is_of_number = |character: char| character.is_ascii_digit() || matches!(character, '.' | ',');
    let (mut written, mut rest) = (String::new(), text);
    while let Some(start) = rest.find(|character: char| character.is_ascii_digit()) {
        let (before, from) = rest.split_at(start);
        let (number, after) = from.split_at(from.find(|c| !is_of_number(c)).unwrap_or(from.len()));
        written.push_str(before);
        written.push_str(&anew(number)?);
        rest = after;
    }
    written.push_str(rest);
    Some(written)
}

#[cfg(test)]
mod tests;
