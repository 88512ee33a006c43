//! What a record says of the person it is about.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::PartialDate;

/// Sex as a record states it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sex {
    /// Female.
    Female,
    /// Male.
    Male,
    /// Neither of the two words.
    Other,
    /// Not stated.
    #[default]
    Unknown,
}

impl Sex {
    /// The word used in machine output.
    pub fn word(self) -> &'static str {
        match self {
            Self::Female => "female",
            Self::Male => "male",
            Self::Other => "other",
            Self::Unknown => "unknown",
        }
    }
}

/// That the person has died, and when, if the record says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Deceased {
    /// The day, as exactly as it is known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on: Option<PartialDate>,
}

/// What the rules need to know of the person.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// Sex as the record states it for administration.
    #[serde(default)]
    pub sex: Sex,
    /// Sex recorded at birth, where a record states it apart.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub birth_sex: Option<Sex>,
    /// Date of birth.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub birth_date: Option<PartialDate>,
    /// Present when the record says that the person has died.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deceased: Option<Deceased>,
}

/// Age in completed years: both limits, since a date of birth may be imprecise.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AgeYears {
    /// The youngest the person can be.
    pub min: i16,
    /// The oldest the person can be.
    pub max: i16,
}

impl Person {
    /// Age on that day; none when no date of birth is known or it lies later.
    pub fn age_years_on(&self, as_of: Date) -> Option<AgeYears> {
        let born = self.birth_date.as_ref()?;
        let age = AgeYears {
            min: completed_years(born.latest(), as_of),
            max: completed_years(born.earliest(), as_of),
        };
        (age.max >= 0).then_some(AgeYears { min: age.min.max(0), ..age })
    }
}

/// Whole years between birth and that day; negative before birth.
fn completed_years(born: Date, as_of: Date) -> i16 {
    let had_birthday = (as_of.month(), as_of.day()) >= (born.month(), born.day());
    as_of.year() - born.year() - i16::from(!had_birthday)
}

#[cfg(test)]
mod tests;
