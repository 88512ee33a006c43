//! Whether the person may become pregnant, and pregnancies that can hardly go on.

use super::ask::Ask;
use super::{Known, KnownFact, Standing};
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

/// A pregnancy that is longer than any, or of somebody recorded as male; it fires all the same.
pub(super) fn implausible(known: &Known<'_>) -> Vec<Implausible> {
    let Some(figures) = known.findings else { return vec![] };
    let days_max = figures.pregnancy_days_max.value;
    let why = |pregnancy: &KnownFact<'_>| {
        let began = pregnancy.fact.date.as_ref().map(|date| date.latest());
        let is_too_long = began.is_some_and(|day| days_between(day, known.as_of) > days_max);
        let is_of_a_man = sex(known) == Sex::Male;
        is_too_long
            .then_some("a pregnancy longer than any")
            .or(is_of_a_man.then_some("a pregnancy of somebody recorded as male"))
    };
    let going_on = known
        .facts
        .iter()
        .filter(|fact| matches!(fact.standing("pregnancy"), Some(Standing::Now | Standing::Unsaid)));
    going_on
        .filter_map(|pregnancy| {
            Some(Implausible {
                fact: pregnancy.fact.id.clone(),
                text: pregnancy.fact.text.clone(),
                why: why(pregnancy)?.to_owned(),
            })
        })
        .collect()
}
