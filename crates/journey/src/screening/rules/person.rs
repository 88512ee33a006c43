//! What the person's own data says: age, and whether the person is alive.

use super::Known;
use crate::protocol::{Certainty, Figure};
use crate::screening::flag::{ClearsBy, Flag, FlagLevel, Qualifier};

/// The names of the rules of this file.
pub(super) const RULES: [&str; 4] =
    ["age-unknown", "age-below-limit", "age-reduced-start", "recorded-as-deceased"];

pub(super) fn flags(known: &Known<'_>) -> Vec<Flag> {
    [age(known), deceased(known)].into_iter().flatten().collect()
}

/// Of an age that is not known exactly, the stricter limit counts.
fn age(known: &Known<'_>) -> Option<Flag> {
    let figures = known.eligibility;
    let (youngest, oldest) = (&figures.age_years_min, &figures.age_years_reduced_start);
    let Some(age) = known.person.age_years_on(known.as_of) else {
        let ask = "Ask for the date of birth.";
        return Some(flag(
            "age-unknown",
            FlagLevel::Block,
            ClearsBy::NewFact,
            youngest,
            Qualifier::Unknown,
            ask,
        ));
    };
    let exact = if age.min == age.max { Qualifier::Stated } else { Qualifier::Unknown };
    if i64::from(age.min) < youngest.value {
        let ask = "Out of scope below this age.";
        return Some(flag("age-below-limit", FlagLevel::Block, ClearsBy::Never, youngest, exact, ask));
    }
    let reduced = i64::from(age.max) >= oldest.value;
    let ask = "Start at half the first dose.";
    reduced.then(|| flag("age-reduced-start", FlagLevel::Warn, ClearsBy::Decision, oldest, exact, ask))
}

fn flag(
    rule: &str,
    level: FlagLevel,
    clears_by: ClearsBy,
    figure: &Figure<i64>,
    qualifier: Qualifier,
    resolves: &str,
) -> Flag {
    Flag {
        rule: rule.to_owned(),
        level,
        clears_by,
        concept: "age".to_owned(),
        because: vec![],
        limit: Some(format!("{} {}", figure.value, figure.unit)),
        source: figure.source.clone(),
        certainty: figure.certainty,
        qualifier,
        resolves: Some(resolves.to_owned()),
    }
}

/// A record that says the person has died is wrong about the person, or about whom it is.
fn deceased(known: &Known<'_>) -> Option<Flag> {
    let deceased = known.person.deceased.as_ref()?;
    let is_later = deceased.on.as_ref().is_some_and(|on| on.earliest() > known.as_of);
    (!is_later).then(|| Flag {
        rule: "recorded-as-deceased".to_owned(),
        level: FlagLevel::Block,
        clears_by: ClearsBy::Correction,
        concept: "deceased".to_owned(),
        because: vec![],
        limit: None,
        source: "the record itself".to_owned(),
        certainty: Certainty::S,
        qualifier: Qualifier::Stated,
        resolves: Some("Find out whose record this is, and what is true.".to_owned()),
    })
}
