//! The hours in which the practice reads and answers: a clock is a promise only inside them.

use jiff::civil::{self, Time};
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Span, Timestamp};
use serde::{Deserialize, Serialize};

use crate::refusal::Refusal;

/// Days that are looked ahead for the next open hour; a week always holds one.
const DAYS_AHEAD_MAX: i64 = 60;
/// Most open days within which a message can be promised an answer.
pub const MESSAGE_DAYS_MAX: u8 = 14;

/// A day of the week.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Weekday {
    /// Monday.
    Monday,
    /// Tuesday.
    Tuesday,
    /// Wednesday.
    Wednesday,
    /// Thursday.
    Thursday,
    /// Friday.
    Friday,
    /// Saturday.
    Saturday,
    /// Sunday.
    Sunday,
}

impl Weekday {
    /// Every day, in the order of the week.
    pub const ALL: [Self; 7] = [
        Self::Monday,
        Self::Tuesday,
        Self::Wednesday,
        Self::Thursday,
        Self::Friday,
        Self::Saturday,
        Self::Sunday,
    ];

    /// The same day, as calendars name it.
    pub fn of_calendar(self) -> civil::Weekday {
        match self {
            Self::Monday => civil::Weekday::Monday,
            Self::Tuesday => civil::Weekday::Tuesday,
            Self::Wednesday => civil::Weekday::Wednesday,
            Self::Thursday => civil::Weekday::Thursday,
            Self::Friday => civil::Weekday::Friday,
            Self::Saturday => civil::Weekday::Saturday,
            Self::Sunday => civil::Weekday::Sunday,
        }
    }
}

/// One day's hours, in the practice's zone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct OpenTime {
    /// On which day of the week.
    pub weekday: Weekday,
    /// From when.
    pub from: Time,
    /// Until when.
    pub until: Time,
}

/// The hours of a week, and within how many open days a message is answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hours {
    /// Open times, in the order of the week; one a day at most.
    pub open: Vec<OpenTime>,
    /// Open days within which a message is answered; 0 is the same day.
    pub message_days: u8,
}

impl Hours {
    /// Puts the days in order and holds them against each other.
    ///
    /// # Errors
    /// When no day is open, a day is there twice, ends before it begins, or the days are too many.
    pub fn checked(mut self) -> Result<Self, Refusal> {
        self.open.sort_unstable();
        let twice = self.open.windows(2).any(|pair| pair[0].weekday == pair[1].weekday);
        let lawful = self.open.iter().all(|open| open.from < open.until);
        if self.open.is_empty() || twice || !lawful || self.message_days > MESSAGE_DAYS_MAX {
            return Err(Refusal::HoursInvalid);
        }
        Ok(self)
    }

    /// Whether somebody reads at an instant.
    pub fn is_open(&self, at: Timestamp, zone: &TimeZone) -> bool {
        self.reads_at(at, zone) == Some(at)
    }

    /// From when somebody reads: the instant itself where somebody does.
    pub fn reads_at(&self, from: Timestamp, zone: &TimeZone) -> Option<Timestamp> {
        self.stretches(from, zone).next().map(|(begins, _)| begins)
    }

    /// The instant at which so many open minutes have passed; none when no hour is open.
    pub fn after_minutes(&self, from: Timestamp, minutes: i64, zone: &TimeZone) -> Option<Timestamp> {
        let mut left = SignedDuration::from_mins(minutes.max(0));
        for (begins, ends) in self.stretches(from, zone) {
            let lasts = ends.duration_since(begins);
            if left <= lasts {
                return begins.checked_add(left).ok();
            }
            left -= lasts;
        }
        None
    }

    /// When the hours of this day end; of the next open day, once they are over.
    pub fn end_of_day(&self, from: Timestamp, zone: &TimeZone) -> Option<Timestamp> {
        self.after_days(from, 0, zone)
    }

    /// When the hours end, so many open days after the first that is not over.
    pub fn after_days(&self, from: Timestamp, days: u8, zone: &TimeZone) -> Option<Timestamp> {
        self.stretches(from, zone).nth(usize::from(days)).map(|(_, ends)| ends)
    }

    /// The open stretches from an instant on, the first cut where one is in it.
    fn stretches(&self, from: Timestamp, zone: &TimeZone) -> impl Iterator<Item = (Timestamp, Timestamp)> {
        let today = from.to_zoned(zone.clone()).date();
        let dates =
            (0..DAYS_AHEAD_MAX).filter_map(move |days| today.checked_add(Span::new().days(days)).ok());
        dates.filter_map(move |date| {
            let open = self.open.iter().find(|open| open.weekday.of_calendar() == date.weekday())?;
            let at = |time: Time| date.to_datetime(time).to_zoned(zone.clone()).ok().map(|at| at.timestamp());
            let (begins, ends) = (at(open.from)?.max(from), at(open.until)?);
            (begins < ends).then_some((begins, ends))
        })
    }
}

#[cfg(test)]
pub(crate) mod tests;
