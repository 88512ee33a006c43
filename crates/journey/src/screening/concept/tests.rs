#![allow(clippy::unwrap_used, reason = "a test that fails says what broke")]

use super::*;
use crate::screening::tests::fact;

/// `"condition Essential hypertension"` → the concepts that claim it.
fn check(written: &str, expected: &[&str]) {
    let claimed: Vec<&str> = concepts_of(&fact(written)).into_iter().map(|id| id.0).collect();
    assert_eq!(claimed, expected, "{written}");
}

#[test]
fn every_shipped_file_reads() {
    for (name, text) in FILES {
        let concepts = parse::concepts(text).unwrap_or_else(|fault| panic!("{name}: {fault}"));
        for concept in concepts {
            assert!(!concept.codes.is_empty() || !concept.words.is_empty(), "{name}: {:?}", concept.id);
        }
    }
}

#[test]
fn a_faulty_file_names_its_line() {
    let fault = |text| parse::concepts(text).map(|_| ()).unwrap_err().to_string();
    assert_eq!(fault("words x"), "line 1: no concept has begun");
    assert_eq!(fault("# c\nconcept a : planet"), "line 2: not a kind of fact");
    assert_eq!(fault("concept a : medicine\nwrods x"), "line 2: not a keyword");
    assert_eq!(fault("concept a : medicine\nwords x | | y"), "line 2: an empty phrase");
}

#[test]
fn opioids_are_known_by_ingredient_brand_and_code() {
    for medicine in [
        "Acetaminophen 325 MG / oxyCODONE Hydrochloride 5 MG Oral Tablet",
        "Acetaminophen/Hydrocodone",
        "72 HR Fentanyl 0.025 MG/HR Transdermal System",
        "tramadol hydrochloride 50 MG Oral Tablet",
        "[Percocet]",
        "MS-Contin 30mg",
        "Méthadone",
        "pill <rxnorm 7804>",
        "pill <atc N02AA05>",
        "Tylenol #3",
    ] {
        check(&format!("medicine {medicine}"), &["opioid"]);
    }
}

#[test]
fn what_only_sounds_like_an_opioid_is_none() {
    for medicine in ["Apomorphine 10 MG", "Naltrexone 50 MG", "Dextromethorphan 15 MG", "Loperamide"] {
        let claimed = concepts_of(&fact(&format!("medicine {medicine}")));
        assert!(!claimed.contains(&ConceptId("opioid")), "{medicine}");
    }
}

#[test]
fn hypertension_is_that_of_the_large_circulation() {
    for condition in [
        "Hypertension",
        "Essential hypertension (disorder)",
        "x <icd10 I10>",
        "x <icd10 I11.9>",
        "x <snomed 38341003>",
    ] {
        check(&format!("condition {condition}"), &["hypertension"]);
    }
    for condition in
        ["Pulmonary hypertension", "Family history of hypertension", "Portal hypertension <icd10 K76.6>"]
    {
        check(&format!("condition {condition}"), &[]);
    }
    check("condition Portal hypertension <icd10 I10>", &["hypertension"]);
}

#[test]
fn a_word_means_a_concept_only_in_facts_of_its_kind() {
    check("allergy Oxycodone", &[]);
    check("condition Oxycodone", &[]);
}
