//! FHIR's many ways to say when.

use jiff::Span;
use jiff::civil::Date;
use journey::health_history::{Detail, PartialDate};

use crate::wire::{Period, Quantity, Range, note};

/// A choice of `onset[x]`, `abatement[x]`, `performed[x]` or `effective[x]`.
#[derive(Debug, Default)]
pub(crate) struct When {
    pub(crate) date_time: Option<String>,
    pub(crate) period: Option<Period>,
    pub(crate) age: Option<Quantity>,
    pub(crate) range: Option<Range>,
    pub(crate) words: Option<String>,
}

impl When {
    /// First and last moment that the record gives; what is not understood becomes a detail.
    pub(crate) fn read(
        self,
        name: &str,
        born: Option<&PartialDate>,
        details: &mut Vec<Detail>,
    ) -> (Option<PartialDate>, Option<PartialDate>) {
        note(details, name, self.words);
        if self.date_time.is_some() {
            return (date(self.date_time, name, details), None);
        }
        if let Some(period) = self.period {
            return (date(period.start, name, details), date(period.end, name, details));
        }
        let (low, high) = match (self.age, self.range) {
            (Some(age), _) => (Some(age), None),
            (None, Some(range)) => (range.low, range.high),
            (None, None) => return (None, None),
        };
        let written = [&low, &high].map(|q| q.as_ref().map(age_words).unwrap_or_default()).join(" ");
        note(details, &format!("{name}_age"), Some(written.trim()));
        (born.and_then(|born| at_age(born, low.as_ref(), high.as_ref())), None)
    }
}

/// Reads a date; one that is not understood is kept as a detail, in the record's words.
pub(crate) fn date(written: Option<String>, name: &str, details: &mut Vec<Detail>) -> Option<PartialDate> {
    let written = written?;
    match PartialDate::new(&written) {
        Ok(date) => Some(date),
        Err(_) => {
            note(details, &format!("{name}_not_understood"), Some(written));
            None
        }
    }
}

fn age_words(age: &Quantity) -> String {
    let unit = age.unit.as_ref().or(age.code.as_ref()).map_or("", String::as_str);
    format!("{} {unit}", age.value.unwrap_or_default())
}

/// The days on which a person born then can have been that old.
fn at_age(born: &PartialDate, low: Option<&Quantity>, high: Option<&Quantity>) -> Option<PartialDate> {
    let (first, last) = (low.or(high)?, high.or(low)?);
    let from = after(born.earliest(), first, 0)?;
    let to = after(born.latest(), last, 1)?;
    Some(PartialDate::between(from, to))
}

/// The day a person reaches that age, in years or months, plus so many more of these.
fn after(born: Date, age: &Quantity, more: i32) -> Option<Date> {
    let value = age.value.filter(|value| (0.0..=1500.0).contains(value))?;
    // In range by the line above; completed units only.
    let whole = value.floor() as i32 + more;
    let span = match age.code.as_deref().or(age.unit.as_deref())? {
        "a" | "yr" | "year" | "years" => Span::new().try_years(whole),
        "mo" | "month" | "months" => Span::new().try_months(whole),
        "wk" | "week" | "weeks" => Span::new().try_weeks(whole),
        "d" | "day" | "days" => Span::new().try_days(whole),
        _ => return None,
    };
    born.checked_add(span.ok()?).ok()
}

#[cfg(test)]
mod tests;
