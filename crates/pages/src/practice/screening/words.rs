//! What the rules find, in the words of the page's language.

use journey::clearance::{About, EMERGENCY_VITAL_SIGNS, SEVERE_ADVERSE_EVENT};
use journey::screening::{ClearsBy, Flag, FlagLevel, MissingItem, ask_name, concept_names};

use crate::messages::Messages;
use crate::practice::medical;
use crate::t;

/// What a rule found, in a few words; a rule without words of ours keeps its lasting name.
pub(super) fn title(m: Messages, flag: &Flag) -> String {
    of_rule(m, &flag.rule).unwrap_or_else(|| flag.rule.replace('-', " "))
}

/// The words for a rule: its own, or those of its concept and of what was found of it.
pub(super) fn of_rule(m: Messages, rule: &str) -> Option<String> {
    let own = match rule {
        "blood-pressure-uncontrolled" => t!(m, "screening-pressure-uncontrolled"),
        "hypertension-control-unknown" => t!(m, "screening-control-unknown"),
        "blood-pressure-raised" => t!(m, "screening-pressure-raised"),
        "hypertension-controlled" => t!(m, "screening-hypertension-controlled"),
        "age-unknown" => t!(m, "screening-age-unknown"),
        "age-below-limit" => t!(m, "screening-age-below"),
        "age-reduced-start" => t!(m, "screening-age-reduced"),
        "recorded-as-deceased" => t!(m, "screening-deceased"),
        SEVERE_ADVERSE_EVENT => t!(m, "screening-adverse-event"),
        EMERGENCY_VITAL_SIGNS => t!(m, "screening-emergency-signs"),
        _ => return of_concept(m, rule),
    };
    Some(own)
}

fn of_concept(m: Messages, rule: &str) -> Option<String> {
    let whole = format!("found-{rule}");
    if m.has(&whole) {
        return Some(m.text(&whole, &[]));
    }
    let fits = |name: &&str| rule.strip_prefix(*name).is_some_and(|rest| rest.starts_with('-'));
    let concept = concept_names().into_iter().filter(fits).max_by_key(|name| name.len())?;
    let found = format!("found-{}", rule.get(concept.len() + 1..)?);
    let name = capitalised(&medical::concept(m, concept));
    let join = if rule.ends_with("-on-list") { " " } else { ": " };
    m.has(&found).then(|| [name, m.text(&found, &[])].join(join))
}

fn capitalised(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// What to ask or measure, and whether a decision takes the finding away.
pub(super) fn settled_by(m: Messages, flag: &Flag) -> String {
    let ask = match flag.rule.as_str() {
        "blood-pressure-uncontrolled" => t!(m, "screening-measure-twice-one-day"),
        "hypertension-control-unknown" => t!(m, "screening-measure-twice"),
        "blood-pressure-raised" => t!(m, "screening-weigh-or-measure"),
        "age-unknown" => t!(m, "screening-ask-birth"),
        "age-below-limit" => t!(m, "screening-out-of-scope"),
        "age-reduced-start" => t!(m, "screening-half-dose"),
        "recorded-as-deceased" => t!(m, "screening-whose-record"),
        _ => asked(m, flag.resolves.as_deref().unwrap_or_default()),
    };
    let who = match (flag.level, flag.clears_by) {
        (FlagLevel::Block, ClearsBy::Decision) => t!(m, "screening-by-decision"),
        (_, ClearsBy::Decision) => t!(m, "screening-by-reading"),
        (_, ClearsBy::Correction) => t!(m, "screening-by-correction"),
        (_, ClearsBy::NewFact) => t!(m, "screening-by-fact"),
        (_, ClearsBy::Never) => t!(m, "screening-by-nothing"),
    };
    format!("{ask} {who}").trim().to_owned()
}

fn asked(m: Messages, resolves: &str) -> String {
    ask_name(resolves).map_or_else(|| resolves.to_owned(), |name| m.text(&format!("ask-{name}"), &[]))
}

/// The words for what a question is about; the finding itself may be gone since.
pub(super) fn about(m: Messages, about: &About) -> String {
    match about {
        About::Finding { rule } => of_rule(m, rule).unwrap_or_else(|| rule.replace('-', " ")),
        About::Missing { item } => part(m, item),
        About::Screening => t!(m, "screening-ask-whole"),
    }
}

fn part(m: Messages, item: &str) -> String {
    let key = format!("work-up-{item}");
    if m.has(&key) { m.text(&key, &[]) } else { item.replace('-', " ") }
}

/// What of the work-up is missing, and what fills the gap.
pub(super) fn missing(m: Messages, item: &MissingItem) -> (String, String) {
    let said = |key: String| if m.has(&key) { m.text(&key, &[]) } else { item.item.replace('-', " ") };
    (said(format!("work-up-{}", item.item)), said(format!("work-up-by-{}", item.item)))
}
