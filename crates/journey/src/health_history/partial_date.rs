//! A date as exactly as it is known.

use jiff::Timestamp;
use jiff::civil::{Date, DateTime};
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// A date as exactly as it is known: a year, a month, a day, an instant or a span of days.
///
/// Written `2019`, `2019-03`, `2019-03-11`, `2019-03-11T08:15:00+01:00` or
/// `2019-03-11/2020-01-31`. It is kept as written; rules ask for its earliest and latest day and
/// take the stricter of the two.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct PartialDate {
    written: String,
    earliest: Date,
    latest: Date,
    instant: Option<Timestamp>,
}

/// A text that is not a date in any of the forms understood.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("not a date: expected a year, month, day, instant or span")]
pub struct NotADate;

impl PartialDate {
    /// Reads a date in any of the forms above.
    pub fn new(written: &str) -> Result<Self, NotADate> {
        let written = written.trim();
        let (earliest, latest) = match written.split_once('/') {
            Some((from, to)) => (days(from)?.0, days(to)?.1),
            None => days(written)?,
        };
        if latest < earliest {
            return Err(NotADate);
        }
        let instant = written.parse::<Timestamp>().ok();
        Ok(Self { written: written.to_owned(), earliest, latest, instant })
    }

    /// The span between two days, both included, in either order.
    pub fn between(one: Date, other: Date) -> Self {
        let (earliest, latest) = if one <= other { (one, other) } else { (other, one) };
        let written = format!("{earliest}/{latest}");
        Self { written, earliest, latest, instant: None }
    }

    /// The date as written.
    pub fn written(&self) -> &str {
        &self.written
    }

    /// The first day it can mean, on the calendar of the place where it was written.
    pub fn earliest(&self) -> Date {
        self.earliest
    }

    /// The last day it can mean.
    pub fn latest(&self) -> Date {
        self.latest
    }

    /// The instant, when it is known that exactly.
    pub fn instant(&self) -> Option<Timestamp> {
        self.instant
    }
}

impl From<Date> for PartialDate {
    fn from(day: Date) -> Self {
        Self { written: day.to_string(), earliest: day, latest: day, instant: None }
    }
}

impl TryFrom<String> for PartialDate {
    type Error = NotADate;

    fn try_from(written: String) -> Result<Self, NotADate> {
        Self::new(&written)
    }
}

impl From<PartialDate> for String {
    fn from(date: PartialDate) -> Self {
        date.written
    }
}

impl std::fmt::Display for PartialDate {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.written)
    }
}

/// First and last day of a year, a month, a day or an instant.
fn days(written: &str) -> Result<(Date, Date), NotADate> {
    let plain = written.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
    match (written.len(), plain) {
        (4, true) => {
            let first = Date::new(number(written)?, 1, 1).map_err(|_| NotADate)?;
            Ok((first, first.last_of_year()))
        }
        (7, true) => {
            let (year, month) = written.split_once('-').ok_or(NotADate)?;
            let first = Date::new(number(year)?, number(month)?, 1).map_err(|_| NotADate)?;
            Ok((first, first.last_of_month()))
        }
        (10, true) => {
            let day: Date = written.parse().map_err(|_| NotADate)?;
            Ok((day, day))
        }
        (11.., _) if written.as_bytes()[10] == b'T' => instant_day(written),
        _ => Err(NotADate),
    }
}

/// The day of an instant where it was written: its own offset, not the reader's.
fn instant_day(written: &str) -> Result<(Date, Date), NotADate> {
    let without_zone = written.trim_end_matches('Z');
    let local: DateTime = without_zone.parse().map_err(|_| NotADate)?;
    Ok((local.date(), local.date()))
}

fn number<T: std::str::FromStr>(digits: &str) -> Result<T, NotADate> {
    digits.parse().map_err(|_| NotADate)
}

#[cfg(test)]
mod tests;
