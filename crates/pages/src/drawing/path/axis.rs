//! Where an instant stands: in shares of the width, from the first mark to a little past the last.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan, Zoned};
use journey::path::Path;

/// The stretch of time that a path is drawn over.
#[derive(Clone, Copy, Debug)]
pub(super) struct Axis {
    from: f64,
    span: f64,
}

const DAY: f64 = 86_400.0;
/// The shortest stretch drawn: below it a few days would look like months.
const SPAN_DAYS_MIN: f64 = 21.0;

/// Which of so many columns a share of the width stands in.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a share is 0 to 100")]
pub(super) fn column(share: f64, columns: u16) -> u16 {
    (share / 100.0 * f64::from(columns)) as u16
}

#[expect(clippy::cast_precision_loss, reason = "seconds since 1970 fit a float exactly")]
fn seconds(at: Timestamp) -> f64 {
    at.as_second() as f64
}

impl Axis {
    pub(super) fn of(path: &Path) -> Self {
        let begins = path.segments.iter().map(|segment| segment.from);
        let all = || path.marks.iter().map(|mark| mark.at).chain([path.now]);
        let from = seconds(begins.chain(all()).min().unwrap_or(path.now));
        let last = seconds(all().max().unwrap_or(path.now));
        let span = (last - from).max(SPAN_DAYS_MIN * DAY);
        // A little air before the first mark and after the last.
        Axis { from: from - span * 0.015, span: span * 1.05 }
    }

    /// Share of the width, 0 to 100.
    pub(super) fn share(&self, at: Timestamp) -> f64 {
        ((seconds(at) - self.from) / self.span * 100.0).clamp(0.0, 100.0)
    }

    /// Which of so many columns an instant stands in.
    pub(super) fn column(&self, at: Timestamp, columns: u16) -> u16 {
        column(self.share(at), columns)
    }

    /// Share of the width that so many days take.
    pub(super) fn share_of_days(&self, days: f64) -> f64 {
        days * DAY / self.span * 100.0
    }

    /// Where a score stands in a row of that height; the highest is at the top.
    #[expect(clippy::cast_precision_loss, reason = "points of a questionnaire are small")]
    pub(super) fn height(value: f64, range: (i64, i64), height: f64) -> f64 {
        let (low, high) = (range.0 as f64, range.1 as f64);
        height - (value - low) / (high - low).max(1.0) * height
    }

    /// First days of months, thinned until they stand far enough apart.
    pub(super) fn months(&self, zone: &TimeZone, apart: f64) -> Vec<(f64, Date)> {
        let step = [1, 2, 3, 6, 12, 24, 60].into_iter().find(|months| {
            let days = 30.0 * f64::from(*months);
            self.share_of_days(days) >= apart
        });
        let step = step.unwrap_or(120);
        let mut found = Vec::new();
        let Some(mut month) = self.first_month(zone, step) else { return found };
        while let Ok(start) = month.to_zoned(zone.clone()) {
            let at = seconds(start.timestamp());
            if at > self.from + self.span {
                break;
            }
            if at >= self.from {
                found.push(((at - self.from) / self.span * 100.0, month));
            }
            let Ok(next) = month.checked_add(step.months()) else { break };
            month = next;
        }
        found.retain(|(at, _)| *at <= 100.0 - apart / 2.0);
        found
    }

    /// The first of the month in which the drawing begins, on a month that the step divides.
    fn first_month(&self, zone: &TimeZone, step: i32) -> Option<Date> {
        #[expect(clippy::cast_possible_truncation, reason = "seconds since 1970")]
        let begins = Timestamp::from_second(self.from as i64).ok()?;
        let day = Zoned::new(begins, zone.clone()).date();
        let month = i32::from(day.month()) - 1;
        let first = day.first_of_month();
        first.checked_sub((month % step.min(12)).months()).ok()
    }
}
