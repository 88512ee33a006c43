//! Instants in words: weekday, date, hour, and how long ago.

use jiff::civil::{Date, Time, Weekday};
use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};
use maud::{Markup, html};

use crate::frame::Hours;
use crate::messages::Messages;
use crate::t;

#[cfg(test)]
mod tests;

/// Past this many days, "n days ago" says less than the date beside it.
const RELATIVE_DAYS_MAX: i64 = 31;

/// How one reader reads instants: language, hours, zone, and what is now.
#[derive(Clone, Copy, Debug)]
pub struct Clock<'a> {
    /// Language of the words.
    pub messages: Messages,
    /// Twelve or twenty-four hours.
    pub hours: Hours,
    /// The reader's zone.
    pub zone: &'a TimeZone,
    /// The instant for which the page is drawn.
    pub now: Timestamp,
}

impl Clock<'_> {
    /// "Thursday 14 May"; with the year when it is not this one.
    pub fn date(&self, at: Timestamp) -> String {
        self.date_in_words(self.local(at).date())
    }

    /// "14 May"; with the year when it is not this one.
    pub fn short_date(&self, at: Timestamp) -> String {
        let m = self.messages;
        let date = self.local(at).date();
        let (day, month) = (date.day(), month(m, date.month()));
        if date.year() == self.local(self.now).year() {
            t!(m, "time-short-date", day = day, month = month)
        } else {
            t!(m, "time-short-date-with-year", day = day, month = month, year = date.year().to_string())
        }
    }

    /// "Thursday 14 May" for a day of the calendar.
    pub fn day(&self, date: Date) -> String {
        self.date_in_words(date)
    }

    /// "14:05", or "2:05 pm".
    pub fn hour(&self, at: Timestamp) -> String {
        hour_in_words(self.messages, self.hours, self.local(at).time())
    }

    /// "14:05", or "2:05 pm", for a time of no one day.
    pub fn time_of_day(&self, time: Time) -> String {
        hour_in_words(self.messages, self.hours, time)
    }

    /// "Thursday 14 May, 14:05".
    pub fn date_and_hour(&self, at: Timestamp) -> String {
        t!(self.messages, "time-date-and-hour", date = self.date(at), hour = self.hour(at))
    }

    /// "today, 14:05", "yesterday, 14:05", "tomorrow, 14:05", else the date.
    pub fn near(&self, at: Timestamp) -> String {
        let hour = self.hour(at);
        match self.days_from_today(at) {
            -1 => t!(self.messages, "time-yesterday", hour = hour),
            0 => t!(self.messages, "time-today", hour = hour),
            1 => t!(self.messages, "time-tomorrow", hour = hour),
            _ => self.date_and_hour(at),
        }
    }

    /// "2 h ago", "in 40 min", "3 days ago"; `None` beyond a month.
    pub fn relative(&self, at: Timestamp) -> Option<String> {
        let m = self.messages;
        let seconds = at.as_second() - self.now.as_second();
        let (minutes, past) = ((seconds.abs() + 30) / 60, seconds < 0);
        let days = self.days_from_today(at);
        let words = match minutes {
            0 => t!(m, "time-just-now"),
            1..60 if past => t!(m, "time-minutes-ago", minutes = minutes),
            1..60 => t!(m, "time-in-minutes", minutes = minutes),
            // The day on which clocks go back is longer than its 24 hours.
            _ if minutes < 1440 || days == 0 => {
                let hours = minutes / 60;
                if past {
                    t!(m, "time-hours-ago", hours = hours)
                } else {
                    t!(m, "time-in-hours", hours = hours)
                }
            }
            _ if days.abs() > RELATIVE_DAYS_MAX => return None,
            _ if past => t!(m, "time-days-ago", days = -days),
            _ => t!(m, "time-in-days", days = days),
        };
        Some(words)
    }

    /// Absolute and relative time side by side, in a `<time>`.
    pub fn both(&self, at: Timestamp) -> Markup {
        html! {
            time datetime=(at.to_string()) { (self.near(at)) }
            @if let Some(relative) = self.relative(at) { " · " (relative) }
        }
    }

    /// How many calendar days of the reader lie between today and `at`.
    pub fn days_from_today(&self, at: Timestamp) -> i64 {
        let (today, day) = (self.local(self.now).date(), self.local(at).date());
        i64::from((day - today).get_days())
    }

    fn local(&self, at: Timestamp) -> Zoned {
        at.to_zoned(self.zone.clone())
    }

    fn date_in_words(&self, date: Date) -> String {
        let m = self.messages;
        let (weekday, month, day) = (weekday(m, date.weekday()), month(m, date.month()), date.day());
        if date.year() == self.local(self.now).year() {
            t!(m, "time-date", weekday = weekday, day = day, month = month)
        } else {
            // As text: a year is a name, not a number to be grouped.
            t!(
                m,
                "time-date-with-year",
                weekday = weekday,
                day = day,
                month = month,
                year = date.year().to_string()
            )
        }
    }
}

/// Name of a weekday.
pub fn weekday(m: Messages, weekday: Weekday) -> String {
    match weekday {
        Weekday::Monday => t!(m, "time-monday"),
        Weekday::Tuesday => t!(m, "time-tuesday"),
        Weekday::Wednesday => t!(m, "time-wednesday"),
        Weekday::Thursday => t!(m, "time-thursday"),
        Weekday::Friday => t!(m, "time-friday"),
        Weekday::Saturday => t!(m, "time-saturday"),
        Weekday::Sunday => t!(m, "time-sunday"),
    }
}

/// Name of a month, 1 to 12.
pub fn month(m: Messages, month: i8) -> String {
    match month {
        1 => t!(m, "time-january"),
        2 => t!(m, "time-february"),
        3 => t!(m, "time-march"),
        4 => t!(m, "time-april"),
        5 => t!(m, "time-may"),
        6 => t!(m, "time-june"),
        7 => t!(m, "time-july"),
        8 => t!(m, "time-august"),
        9 => t!(m, "time-september"),
        10 => t!(m, "time-october"),
        11 => t!(m, "time-november"),
        _ => t!(m, "time-december"),
    }
}

fn hour_in_words(m: Messages, hours: Hours, time: Time) -> String {
    let minute = format!("{:02}", time.minute());
    match hours {
        Hours::TwentyFour => format!("{:02}:{minute}", time.hour()),
        Hours::Twelve => {
            let hour = (time.hour() + 11) % 12 + 1;
            if time.hour() < 12 {
                t!(m, "time-morning", hour = hour, minute = minute)
            } else {
                t!(m, "time-afternoon", hour = hour, minute = minute)
            }
        }
    }
}

/// Names in a sentence: "Maya", "Maya and Theo", "Maya, Theo and Ines".
pub fn list(m: Messages, names: &[&str]) -> String {
    match names {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [before @ .., last] => {
            let sound = if opens_with_i(last) { "i" } else { "other" };
            t!(m, "list-and", before = before.join(", "), last = *last, sound = sound)
        }
    }
}

/// Whether Spanish *y* becomes *e* before this word: Ines, Hilda, not Hielo.
fn opens_with_i(word: &str) -> bool {
    let lower = word.to_lowercase();
    let sound = lower.strip_prefix('h').unwrap_or(&lower);
    sound.starts_with(['i', 'í']) && !lower.starts_with("hie") && !lower.starts_with("hia")
}
