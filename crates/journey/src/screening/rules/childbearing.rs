//! Whether the person may become pregnant, and pregnancies that can hardly go on.

use super::ask::Ask;
use super::{Known, Standing};
use crate::health_history::{Sex, days_between};
use crate::protocol::Certainty;
use crate::screening::flag::{ClearsBy, Flag, FlagLevel, Implausible, Qualifier};

/// The name of the rule of this file.
pub(super) const RULE: &str = "childbearing-potential";

pub(super) fn flags(known: &Known<'_>) -> Vec<Flag> {
    let may = possible(known);
    let sex_is_known = sex(known) != Sex::Unknown && sex(known) != Sex::Other;
    let contraceptives = known.present("contraceptive");
    may.then(|| Flag {
        rule: RULE.to_owned(),
        level: FlagLevel::Warn,
        clears_by: ClearsBy::Decision,
        concept: RULE.to_owned(),
        because: contraceptives.into_iter().map(|fact| known.because(fact)).collect(),
        limit: known.findings.map(|figures| {
            let ages = &figures.childbearing_age_years;
            format!("{}-{} {}", ages.value.low, ages.value.high, ages.unit)
        }),
        source: "Spravato US label: contraception counselling".to_owned(),
        certainty: Certainty::S,
        qualifier: if sex_is_known { Qualifier::Stated } else { Qualifier::Unknown },
        resolves: Some(Ask("contraception").words().to_owned()),
    })
    .into_iter()
    .collect()
}

/// Sex at birth where a record states it, since that is what the question is about.
fn sex(known: &Known<'_>) -> Sex {
    known.person.birth_sex.unwrap_or(known.person.sex)
}

/// Unless sex, age or the history say otherwise, it is possible.
pub(super) fn possible(known: &Known<'_>) -> bool {
    let Some(figures) = known.findings else { return false };
    let ages = figures.childbearing_age_years.value;
    let age_speaks_against = known
        .person
        .age_years_on(known.as_of)
        .is_some_and(|age| i64::from(age.max) < ages.low || i64::from(age.min) > ages.high);
    let ended = ["hysterectomy", "menopause"].into_iter().any(|concept| {
        known.facts.iter().any(|fact| {
            matches!(fact.standing(concept), Some(Standing::Now | Standing::Over | Standing::History))
        })
    });
    sex(known) != Sex::Male && !age_speaks_against && !ended
}

/// A pregnancy that is longer than any; it fires all the same.
pub(super) fn implausible(known: &Known<'_>) -> Vec<Implausible> {
    let Some(figures) = known.findings else { return vec![] };
    let days_max = figures.pregnancy_days_max.value;
    let too_long = |known_fact: &&super::KnownFact<'_>| {
        let began = known_fact.fact.date.as_ref().map(|date| date.latest());
        began.is_some_and(|day| days_between(day, known.as_of) > days_max)
    };
    let going_on = known
        .facts
        .iter()
        .filter(|fact| matches!(fact.standing("pregnancy"), Some(Standing::Now | Standing::Unsaid)));
    going_on
        .filter(too_long)
        .map(|fact| Implausible {
            fact: fact.fact.id.clone(),
            text: fact.fact.text.clone(),
            why: "a pregnancy longer than any".to_owned(),
        })
        .collect()
}
