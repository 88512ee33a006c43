#![allow(clippy::unwrap_used, reason = "a test that fails says what broke")]

use std::collections::BTreeSet;

use super::*;
use crate::screening::tests::fact;

/// `"condition Essential hypertension"` → the concepts that claim it.
fn claimed(written: &str) -> Vec<&'static str> {
    concepts_of(&fact(written)).into_iter().map(|id| id.0).collect()
}

fn check(written: &str, expected: &[&str]) {
    assert_eq!(claimed(written), expected, "{written}");
}

#[test]
fn every_shipped_file_reads() {
    for (name, text) in FILES {
        let concepts = parse::concepts(text).unwrap_or_else(|fault| panic!("{name}: {fault}"));
        for concept in concepts {
            assert!(!concept.codes.is_empty() || !concept.words.is_empty(), "{name}: {:?}", concept.id);
        }
    }
    assert!(NO_BEARING.len() > 10);
}

#[test]
fn a_faulty_file_names_its_line() {
    let fault = |text| parse::concepts(text).map(|_| ()).unwrap_err().to_string();
    assert_eq!(fault("words x"), "line 1: no concept has begun");
    assert_eq!(fault("# c\nconcept a : planet"), "line 2: not a kind of fact");
    assert_eq!(fault("concept a : medicine\nwrods x"), "line 2: not a keyword");
    assert_eq!(fault("concept a : medicine\nwords x | | y"), "line 2: an empty phrase");
    assert_eq!(fault("concept a : medicine\nwords ab*"), "line 2: a stem needs three letters");
}

/// The cases of `cases.txt`: concept, kind, whether they are it, texts.
fn cases() -> Vec<(&'static str, &'static str, bool, Vec<&'static str>)> {
    let (mut cases, mut head) = (vec![], ("", ""));
    for line in include_str!("cases.txt").lines().filter(|line| !line.starts_with('#')) {
        let Some((first, rest)) = line.split_once(' ') else { continue };
        match first {
            "is" | "not" => {
                cases.push((head.0, head.1, first == "is", rest.split(" | ").map(str::trim).collect()));
            }
            concept => head = (concept, rest),
        }
    }
    cases
}

#[test]
fn each_concept_knows_its_own_and_no_other() {
    let mut wrong = vec![];
    for (concept, kind, is_it, texts) in cases() {
        for text in texts {
            let found = claimed(&format!("{kind} {text} | active"));
            if found.contains(&concept) != is_it {
                wrong.push(format!("{concept} {} {text:?}: {found:?}", if is_it { "is" } else { "is not" }));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_concept_has_cases_both_ways() {
    let cases = cases();
    let with =
        |is_it| cases.iter().filter(|case| case.2 == is_it).map(|case| case.0).collect::<BTreeSet<_>>();
    let (is, is_not) = (with(true), with(false));
    for name in concept_names() {
        assert!(is.contains(name) && is_not.contains(name), "{name} has no cases both ways");
    }
    assert_eq!(is.len(), concept_names().len(), "cases of a concept that is not there");
}

#[test]
fn a_combination_gives_the_concept_of_every_ingredient() {
    let cold =
        "medicine Acetaminophen 21.7 MG/ML / Dextromethorphan Hydrobromide 1 MG/ML / doxylamine succinate";
    check(cold, &["nmda-antagonist", "sedating-antihistamine"]);
    check("medicine Auvelity", &["nmda-antagonist", "bupropion"]);
    check("medicine Symbyax", &["olanzapine", "ssri"]);
}

#[test]
fn a_code_counts_whatever_the_words_say() {
    check("condition Portal hypertension <icd10 I10>", &["hypertension", "liver-disease"]);
    check("condition No history of stroke <snomed 230690007>", &["stroke"]);
}

#[test]
fn a_word_means_a_concept_only_in_facts_of_its_kind() {
    check("allergy Oxycodone", &[]);
    check("condition Oxycodone", &[]);
}

#[test]
fn what_has_two_readings_goes_to_a_person() {
    for text in ["BPD", "SI", "AD", "CHD"] {
        assert!(read(&fact(&format!("condition {text}"))).says("ambiguous"), "{text}");
        check(&format!("condition {text}"), &[]);
    }
    assert!(read(&fact("condition Anxiety, BPD")).says("ambiguous"));
}

#[test]
fn a_text_tells_what_is_over_from_what_goes_on() {
    let tense = |text: &str, concept: &str| read(&fact(&format!("condition {text}"))).tense(concept);
    assert_eq!(tense("Psychosis", "psychosis"), Some(Tense::Now));
    assert_eq!(tense("History of psychosis", "psychosis"), Some(Tense::History));
    assert_eq!(tense("Past medical history: epilepsy", "epilepsy"), Some(Tense::History));
    assert_eq!(tense("Alcohol use disorder, in remission", "alcohol-use-disorder"), Some(Tense::Over));
    assert_eq!(tense("History of mania, psychosis", "psychosis"), Some(Tense::Now));
    assert_eq!(tense("Depression. Epilepsy resolved", "depression"), Some(Tense::Now));
}

#[test]
fn a_relative_of_the_first_degree_counts_and_the_others_do_not() {
    check("family_history Schizophrenia", &["psychosis-in-family"]);
    check("family_history Aneurysm", &[]);
    check("family_history Schizophrenia, aunt", &[]);
    check("family_history Schizophrenia, aunt and mother", &["psychosis-in-family"]);
}

#[test]
fn only_a_whole_text_has_no_bearing() {
    let has = |text: &str| has_no_bearing(&fact(&format!("condition {text}")));
    assert!(has("Full-time employment (finding)"));
    assert!(!has("Full-time employment, AVM present"));
    assert!(!has("Social isolation (finding)"));
    for line in NO_BEARING.iter() {
        check(&format!("condition {line}"), &[]);
    }
}

#[test]
fn a_slip_of_the_pen_is_read_as_what_it_meant_and_still_listed() {
    let slips = [
        ("condition Cerebral aneurism", "aneurysm"),
        ("condition schizofrenia", "psychosis"),
        ("condition Hypertenson", "hypertension"),
        ("condition hypertension, essentail, HTN", "hypertension"),
        ("condition arhythmia", "arrhythmia"),
        ("condition Dementai", "dementia"),
        ("medicine Oxicodone 5 mg", "opioid"),
        ("medicine lamotrigene", "lamotrigine"),
        ("medicine Metadone 10 mg", "opioid"),
    ];
    for (written, concept) in slips {
        assert!(claimed(written).contains(&concept), "{written}: {:?}", claimed(written));
    }
    assert!(read(&fact("condition Dementai")).is_doubtful());
    assert!(!read(&fact("condition Dementia")).is_doubtful(), "a known word is no slip");
    assert!(claimed("condition no dementai").is_empty(), "a slip is denied as the word is");
}

#[test]
fn words_that_are_themselves_are_no_slips() {
    let themselves =
        ["Hearing loss", "Hepatoma of skin", "Confusion about dates", "Injection site", "lactate"];
    for text in themselves {
        let found = claimed(&format!("condition {text}"));
        let odd = ["head-injury", "breast-feeding", "airway-infection", "anticoagulant"];
        assert!(found.iter().all(|concept| !odd.contains(concept)), "{text}: {found:?}");
    }
    for word in ["hypotension", "hyperthyroidism", "hypothyroidism", "clonidine", "clozapine", "prednisone"] {
        assert_eq!(misspelt::meant(word), None, "{word}");
    }
}

#[test]
fn every_near_word_would_be_read_otherwise_without_its_line() {
    let needless: Vec<&str> =
        misspelt::themselves().filter(|word| misspelt::would_mean(word).is_none()).collect();
    assert!(needless.is_empty(), "these lie near nothing, and need no line: {needless:?}");
}
