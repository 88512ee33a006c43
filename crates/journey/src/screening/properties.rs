//! What holds of any facts at all.

#![allow(clippy::unwrap_used, reason = "a test that fails says what broke")]

use proptest::prelude::*;

use super::tests::{fact, protocol};
use super::*;
use crate::health_history::{FactId, PartialDate, Sex};

/// Facts of every sort, contraindications among them, as records word them.
const TEXTS: [&str; 34] = [
    "condition Aneurysm | past 2001",
    "condition AVM | active",
    "condition Stroke | active 1999-02-03",
    "condition Ischemic stroke | past 2026-05-01",
    "condition MI | past 2020",
    "condition MI | past 2026-05-20",
    "condition Heart failure, compensated | active 2020",
    "condition Heart failure | active",
    "condition Hypertension | active 2020",
    "condition Epilepsy, well controlled | active 2020",
    "condition Epilepsy | active",
    "condition Schizophrenia | past 2001",
    "condition Psychosis | past 2001..2002",
    "condition Mania | active 2026",
    "condition Bipolar disorder | active",
    "condition Normal pregnancy | active 2021-01-01",
    "condition Hyperthyroidism | active",
    "condition COPD, mild | active",
    "condition Sleep apnea | active",
    "condition Suicide attempt | past 2026-05-01",
    "condition Alcohol dependence, in remission | active",
    "condition Ketamine cystitis | past 2010",
    "condition Zebra spots | active",
    "allergy Ketamine | active",
    "medicine Oxycodone | active 2026",
    "medicine Lithium | active 2026",
    "medicine Tranylcypromine | active 2026",
    "medicine Clonazepam | unknown 2026",
    "medicine Verapamil | active 2026",
    "observation Urinalysis | past 2026-05-01",
    "observation Psychiatric evaluation | past 2026-05-01",
    "observation Physical examination | past 2026-05-01",
    "observation Urine pregnancy test positive | past 2026-05-30",
    "procedure Clipping of aneurysm | past 2001",
];

/// Those of them that speak against a dose and make nothing milder.
const AGAINST: [usize; 13] = [0, 1, 2, 5, 7, 10, 11, 13, 15, 19, 21, 23, 26];

/// Parts of the work-up that everybody needs.
const FOR_EVERYBODY: [&str; 8] = [
    "blood-pressure",
    "psychiatric-evaluation",
    "medical-history",
    "weight",
    "liver-tests",
    "kidney-tests",
    "urinalysis",
    "substance-screen",
];

fn facts(chosen: &[usize]) -> Vec<Fact> {
    let numbered = chosen.iter().enumerate();
    numbered
        .map(|(number, &text)| Fact { id: FactId(format!("f{number}-{text}")), ..fact(TEXTS[text]) })
        .collect()
}

fn found(facts: &[Fact]) -> Screening {
    let person = Person { birth_date: PartialDate::new("1990").ok(), sex: Sex::Female, ..Person::default() };
    screen(facts, &person, &protocol(), "2026-06-01".parse().unwrap())
}

fn chosen() -> impl Strategy<Value = Vec<usize>> {
    prop::collection::vec(0..TEXTS.len(), 0..10)
}

proptest! {
    #[test]
    fn a_further_contraindication_takes_no_flag_away(chosen in chosen(), added in 0..AGAINST.len()) {
        let before = found(&facts(&chosen));
        let mut more = chosen.clone();
        more.push(AGAINST[added]);
        let after = found(&facts(&more));
        for flag in &before.flags {
            let stays = after.flags.iter().any(|other| other.rule == flag.rule && other.level <= flag.level);
            prop_assert!(stays, "{} is gone with {}", flag.rule, TEXTS[AGAINST[added]]);
        }
        prop_assert!(after.blocks());
    }

    #[test]
    fn a_fact_left_out_takes_only_what_rested_on_it(chosen in chosen(), left_out in 0usize..10) {
        let all = facts(&chosen);
        let kept: Vec<Fact> = all.iter().enumerate().filter(|(place, _)| *place != left_out).map(|(_, fact)| fact.clone()).collect();
        let (with, without) = (found(&all), found(&kept));
        let gone: Vec<&FactId> = all.iter().filter(|fact| !kept.contains(fact)).map(|fact| &fact.id).collect();
        for flag in &with.flags {
            let rests = flag.because.is_empty() || flag.because.iter().any(|because| !gone.contains(&&because.fact));
            let stays = without.flags.iter().any(|other| other.concept == flag.concept && other.level <= flag.level);
            prop_assert!(!rests || stays, "{} is gone", flag.rule);
        }
        for item in with.missing.iter().filter(|item| FOR_EVERYBODY.contains(&item.item.as_str())) {
            prop_assert!(without.missing.iter().any(|other| other.item == item.item), "{}", item.item);
        }
        prop_assert!(!without.missing.is_empty());
    }

    #[test]
    fn the_order_of_facts_does_not_matter(chosen in chosen(), turned in 0usize..10) {
        let all = facts(&chosen);
        let mut others = all.clone();
        others.reverse();
        let turned = if others.is_empty() { 0 } else { turned % others.len() };
        others.rotate_left(turned);
        let (one, other) = (found(&all), found(&others));
        prop_assert_eq!(&one.flags, &other.flags);
        prop_assert_eq!(&one.missing, &other.missing);
        prop_assert_eq!(one.flags, found(&all).flags);
    }

    #[test]
    fn any_text_is_read_without_a_panic(text in "\\PC{0,80}", kind in 0usize..4) {
        let kind = ["condition", "medicine", "allergy", "observation"][kind];
        let fact = Fact { text, ..fact(&format!("{kind} x")) };
        let screening = found(&[fact]);
        prop_assert!(!screening.missing.is_empty());
    }

    #[test]
    fn words_of_a_record_in_any_order_are_read(words in prop::collection::vec(
        prop::sample::select(vec!["no", "aneurysm", ",", "AVM", "and", "or", "mother", "had", ":", "history", "of",
            "stroke", ".", "ruled", "out", "in", "remission", "cannot", "(", ")", "present", "not"]), 0..14)) {
        let text = words.join(" ");
        let fact = Fact { text, ..fact("condition x") };
        found(&[fact]);
    }
}
