//! Each rule at its lines: what fires, at which level, and whether the record said enough.

#![allow(clippy::unwrap_used, reason = "a test that fails says what broke")]

use crate::health_history::*;
use crate::screening::tests::{flags, protocol, screened, screened_as};
use crate::screening::*;

fn check(script: &str, expected: &[&str]) {
    assert_eq!(flags(&screened(script)), expected, "{script}");
}

/// One line of facts and the flags it raises, `=>` between them, one case a line.
fn table(cases: &str) {
    for case in cases.lines().map(str::trim).filter(|line| !line.is_empty()) {
        let (script, expected) = case.split_once("=>").expect("an arrow");
        let expected: Vec<&str> = expected.split(',').map(str::trim).filter(|one| !one.is_empty()).collect();
        check(&script.replace(" + ", "\n"), &expected);
    }
}

#[test]
fn what_the_label_rules_out_blocks_at_any_date_until_it_is_shown_wrong() {
    table(
        "condition Aneurysm | past 1990..1991 => block aneurysm-any-history
         procedure Clipping of cerebral aneurysm | past 2001 => block aneurysm-any-history
         condition History of AVM | active => block arteriovenous-malformation-any-history
         condition Subarachnoid hemorrhage | past 2001 => block intracerebral-haemorrhage-any-history
         allergy Ketamine | active => block ketamine-hypersensitivity-any-history
         allergy Gelatin | active => block ketamine-hypersensitivity-excipient
         condition Aneurysm | refuted 2020 =>
         condition Aneurysm | entered_in_error 2020 =>",
    );
    let screening = screened("condition Aneurysm | past 1990 \n allergy Gelatin");
    assert!(screening.flags.iter().all(|flag| flag.clears_by == ClearsBy::Correction));
}

#[test]
fn a_heart_attack_is_told_by_its_date() {
    table(
        "condition MI | past 2026-05-20..2026-05-25 => block myocardial-infarction-recent
         condition MI | past 2026-04-20 => block myocardial-infarction-recent
         condition MI | past 2026-04-19 => block myocardial-infarction-review
         condition MI | past 2025-12-01 => block myocardial-infarction-review
         condition MI | past 2025-11-30 => warn myocardial-infarction-past
         condition MI | past 2026 => block myocardial-infarction-recent
         condition Old MI | past => block myocardial-infarction-date-unknown?",
    );
}

#[test]
fn a_stroke_of_unstated_type_may_have_been_a_bleed() {
    table(
        "condition Stroke | active 1999-02-03 => block stroke-type-unknown?
         condition Ischemic stroke | past 1999-02-03 => block stroke-past
         condition x <icd10 I63.9> | past 1999-02-03 => block stroke-past
         condition Ischaemic stroke | past => block stroke-date-unknown?
         condition Stroke | active 2026-05-20 => block stroke-recent
         condition Hemorrhagic stroke | past 1999 => block intracerebral-haemorrhage-any-history, block stroke-past",
    );
}

#[test]
fn a_qualifier_that_is_not_stated_takes_the_stricter_level() {
    table(
        "condition Heart failure | active 2020 => block heart-failure-control-unknown?
         condition Heart failure, compensated | active 2020 => warn heart-failure-controlled
         condition Decompensated heart failure | active 2020 => block heart-failure-decompensated
         condition Atrial fibrillation | active 2020 => block arrhythmia-control-unknown?
         condition Atrial fibrillation, rate controlled | active 2020 => warn arrhythmia-controlled
         condition Ventricular tachycardia | past 2020 => block arrhythmia-significant
         condition Mitral regurgitation | active 2020 => block valve-disease-severity-unknown?
         condition Mild mitral regurgitation | active 2020 => warn valve-disease-mild
         condition Severe aortic stenosis | active 2020 => block valve-disease-severe
         condition Epilepsy | active 2020 => block epilepsy-control-unknown?
         condition Epilepsy, well controlled | active 2020 => warn epilepsy-controlled
         condition Epilepsy, not well controlled | active 2020 => block epilepsy-control-unknown?
         condition Epilepsy, refractory | active 2020 => block epilepsy-poorly-controlled
         condition COPD | active 2020 => block copd-severity-unknown?
         condition Mild COPD | active 2020 => warn copd-mild
         condition COPD GOLD 4 | active 2020 => block copd-severe
         condition Sleep apnea | active 2020 => block sleep-apnoea-treatment-unknown?
         condition OSA on CPAP | active 2020 => warn sleep-apnoea-treated
         condition OSA, declines CPAP | active 2020 => block sleep-apnoea-treatment-unknown?
         condition Cirrhosis, Child-Pugh C | active 2020 => block liver-disease-severe
         condition Cirrhosis | active 2020 => block liver-disease-severity-unknown?
         condition Fatty liver | active 2020 => warn liver-disease-mild
         condition Porphyria | active 2020 => block porphyria-type-unknown?
         condition Porphyria cutanea tarda | active 2020 => warn porphyria-not-acute
         condition Acute intermittent porphyria | past 2020 => block acute-porphyria-any-history",
    );
}

#[test]
fn words_that_make_one_finding_milder_are_not_lent_to_another() {
    check(
        "condition Epilepsy, diabetes, COPD mild | active 2020",
        &["block copd-severity-unknown?", "block epilepsy-control-unknown?"],
    );
}

#[test]
fn mind_and_mood() {
    table(
        "condition Schizophrenia | past 2001..2003 => block psychosis-schizophrenia
         condition Psychosis | active 2026 => block psychosis-active
         condition Psychosis | past 2001..2002 => warn psychosis-past
         condition History of psychosis | active 2001 => block psychosis-date-unknown?
         family_history Schizophrenia, mother | active => warn psychosis-in-family-reported
         condition Mania | active 2026 => block mania-active
         condition Mania | past 2011..2012 => warn mania-past
         condition Bipolar disorder | active 2011 => warn bipolar-disorder-no-mood-stabiliser?
         condition Bipolar disorder | active 2011 + medicine Lithium | active 2026 => warn bipolar-disorder-mood-stabiliser, inform lithium-on-list
         condition Bipolar disorder | active 2011 + medicine Lithium | past 2020..2021 => warn bipolar-disorder-no-mood-stabiliser?
         condition Borderline personality disorder | active => warn borderline-personality-disorder-known
         condition Suicidal ideation | active 2026 => block suicidal-ideation-intent-unknown?
         condition Passive suicidal ideation | active 2026 => warn suicidal-ideation-passive
         condition Suicidal ideation | past 2019..2020 => inform suicidal-ideation-past
         condition Suicide attempt | past 2026-03-02 => block suicide-attempt-recent
         condition Suicide attempt | past 2026-03-01 => warn suicide-attempt-past
         condition Suicide attempt | past => block suicide-attempt-date-unknown?
         condition Major depression disorder | active =>
         condition PTSD | active =>",
    );
}

#[test]
fn use_of_substances_is_told_by_its_status() {
    table(
        "condition Ketamine use disorder | active => block ketamine-use-disorder-active
         condition Ketamine use disorder | past 2010..2012 => warn ketamine-use-disorder-in-remission
         condition Alcoholism | active => warn alcohol-use-disorder-active
         condition Alcohol dependence, in remission | active => warn alcohol-use-disorder-in-remission
         condition Alcohol withdrawal | active => block alcohol-use-disorder-intoxicated
         condition Misuses drugs (finding) | active => warn substance-use-disorder-active",
    );
}

#[test]
fn body_and_bladder() {
    table(
        "condition Ketamine cystitis | past 2010..2011 => block ketamine-cystitis-any-history
         condition Interstitial cystitis | active => block cystitis-cause-unknown?
         condition Hematuria | active => block haematuria-unexplained
         condition Nocturia | active => warn urinary-symptoms-active
         condition Hyperthyroidism | active 2020 => block hyperthyroidism-control-unknown?
         condition Hyperthyroidism | active 2020 + lab 3016-3 2.1 mIU/L 2026-05-01 => warn hyperthyroidism-controlled
         condition Hyperthyroidism | active 2020 + lab 3016-3 2.1 mIU/L 2024-05-01 => block hyperthyroidism-control-unknown?
         condition Viral sinusitis | active 2026-05-30 => block airway-infection-active
         condition Viral sinusitis | past 2026-05-01..2026-05-20 =>
         condition Sprain of ankle | active =>
         condition History of appendectomy (situation) | active =>
         condition Concussion | past 2026-04-30..2026-05-20 => block head-injury-recent
         condition Concussion | past 1999-01-01..1999-02-01 =>
         condition Concussion | active => block head-injury-date-unknown?
         condition Brain tumor | active => block space-occupying-lesion-active
         condition Glaucoma | active => warn glaucoma-active",
    );
}

#[test]
fn blood_tests_are_read_against_the_protocol() {
    table(
        "lab 1742-6 80 U/L 2026-05-01 =>
         lab 1742-6 81 U/L 2026-05-01 => warn alt-raised
         lab 1742-6 121 U/L 2026-05-01 => block alt-high
         lab 1742-6 121 U/L 2020-05-01 => block alt-high?
         lab 1742-6 121 U/L 2026-05-01 + lab 1742-6 30 U/L 2026-05-20 =>
         lab 1920-8 150 U/L 2026-05-01 => block ast-high
         lab 1742-6 1.3 ukat/L 2026-05-01 =>
         lab 1742-6 3.5 ukat/L 2026-05-01 => block alt-high
         lab 1742-6 3500 nkat/L 2026-05-01 => block alt-high
         lab 3016-3 0.1 mIU/L 2026-05-01 => block tsh-below-range
         lab 3016-3 9 mIU/L 2026-05-01 => warn tsh-above-range",
    );
    let odd = screened("lab 1742-6 2 mg/dL 2026-05-01");
    assert_eq!(odd.implausible.len(), 1);
    assert!(odd.missing.iter().any(|item| item.item == "liver-tests"), "and it counts for no test");
    let negative = screened("lab 1742-6 -5 U/L 2026-05-01");
    assert_eq!(negative.implausible.len(), 1);
}

#[test]
fn a_high_stop_bang_blocks_until_a_prescriber_has_decided() {
    let scored = |points: &str| screened(&format!("score STOP-BANG {points} 2020-05-01"));
    for (points, expected) in
        [("4", vec![]), ("5", vec!["block stop-bang-high"]), ("8", vec!["block stop-bang-high"])]
    {
        assert_eq!(flags(&scored(points)), expected, "{points}");
    }
    assert_eq!(scored("6").flags[0].clears_by, ClearsBy::Decision);
    assert_eq!(scored("6").flags[0].limit.as_deref(), Some(">= 5 points"));
    let slip = scored("50");
    assert_eq!(slip.implausible[0].why, "hardly a possible value in this unit");
    assert_eq!(flags(&slip), ["block stop-bang-high"], "a slip never makes it safer");
}

#[test]
fn laboratory_values_are_read_in_one_unit_and_the_rest_is_for_a_person() {
    let missing = |script: &str, item: &str| screened(script).missing.iter().any(|one| one.item == item);
    let ours = |script: &str| screened(script).work_up.into_iter().find_map(|part| part.ours);
    for (script, converted) in [
        ("lab 14682-9 97 umol/L 2026-05-01", Some((1.1, "mg/dL".to_owned()))),
        ("lab 14631-6 17.1 umol/L 2026-05-01", Some((1.0, "mg/dL".to_owned()))),
        ("lab 2160-0 0.11 mmol/L 2026-05-01", Some((1.24, "mg/dL".to_owned()))),
        ("lab 1742-6 0.5 ukat/L 2026-05-01", Some((30.0, "U/L".to_owned()))),
        ("lab 98979-8 1.5 mL/s/{1.73_m2} 2026-05-01", Some((90.0, "mL/min/{1.73_m2}".to_owned()))),
        ("lab 2160-0 1.1 mg/dL 2026-05-01", None),
        ("lab 33914-3 84 mL/min 2026-05-01", None),
    ] {
        assert_eq!(ours(script), converted, "{script}");
        assert!(screened(script).implausible.is_empty(), "{script}");
    }
    assert!(!missing("lab 14682-9 97 umol/L 2026-05-01", "kidney-tests"));
    for (script, why) in [
        ("lab 2160-0 97 mg/dL 2026-05-01", "hardly a possible value in this unit"),
        ("lab 2160-0 1.1 g/dL 2026-05-01", "a value in a unit not understood"),
        ("lab 98979-8 90 mL/h 2026-05-01", "a value in a unit not understood"),
        ("lab 98979-8 0 mL/min/1.73m2 2026-05-01", "hardly a possible value in this unit"),
        ("lab 1975-2 -1 mg/dL 2026-05-01", "a value below nothing"),
        ("lab 21198-7 5 mIU/mL 2026-05-01", "a pregnancy test that says a number and no result"),
    ] {
        let found = screened(script);
        assert_eq!(
            found.implausible.iter().map(|odd| odd.why.as_str()).collect::<Vec<_>>(),
            [why],
            "{script}"
        );
        assert!(missing(script, "kidney-tests"), "{script} counts for no test");
    }
}

#[test]
fn what_the_work_up_has_is_shown_with_whether_it_is_in_date() {
    let parts: Vec<_> = screened("lab 2160-0 1.1 mg/dL 2025-05-01 \n lab 3016-3 2 mIU/L 2026-05-01")
        .work_up
        .into_iter()
        .map(|part| (part.part, part.readable, part.in_date))
        .collect();
    assert_eq!(parts, [("creatinine".to_owned(), true, false), ("tsh".to_owned(), true, true)]);
}

#[test]
fn a_pregnancy_blocks_and_one_longer_than_any_is_listed_too() {
    let woman =
        Person { sex: Sex::Female, birth_date: PartialDate::new("1990-01-01").ok(), ..Person::default() };
    let on = |script: &str| screened_as(&woman, script, "2026-06-01");
    let now = on("condition Normal pregnancy | active 2026-03-01");
    assert_eq!(flags(&now), ["block pregnancy-active", "warn childbearing-potential"]);
    assert!(now.implausible.is_empty());
    let old = on("condition Normal pregnancy | active 2021-03-01");
    assert_eq!(flags(&old)[0], "block pregnancy-active");
    assert_eq!(old.implausible[0].why, "a pregnancy longer than any");
    assert_eq!(
        flags(&on("condition Normal pregnancy | past 2021-03-01..2021-12-01")),
        ["warn childbearing-potential"]
    );
    assert_eq!(flags(&on("condition Breastfeeding | active"))[0], "block breast-feeding-active");
}

#[test]
fn who_may_become_pregnant_needs_a_test() {
    let screening = |sex, born: &str, script: &str| {
        let person = Person { sex, birth_date: PartialDate::new(born).ok(), ..Person::default() };
        screened_as(&person, script, "2026-06-01")
    };
    let asks = |screening: &Screening| screening.missing.iter().any(|item| item.item == "pregnancy-test");
    let may =
        |screening: &Screening| flags(screening).iter().any(|flag| flag.starts_with("warn childbearing"));
    let woman = screening(Sex::Female, "1990", "");
    assert!(may(&woman) && asks(&woman));
    assert_eq!(flags(&screening(Sex::Unknown, "1990", "")), ["warn childbearing-potential?"]);
    for (sex, born, script) in [
        (Sex::Male, "1990", ""),
        (Sex::Female, "1960", ""),
        (Sex::Female, "1990", "procedure Hysterectomy | past 2020"),
        (Sex::Female, "1975", "condition Postmenopausal | active"),
    ] {
        let screening = screening(sex, born, script);
        assert!(!may(&screening) && !asks(&screening), "{born} {script}");
    }
    let tested = |day: &str| {
        screening(Sex::Female, "1990", &format!("observation Urine pregnancy test negative | past {day}"))
    };
    assert!(!asks(&tested("2026-05-25")) && asks(&tested("2026-05-24")));
    let positive =
        screening(Sex::Female, "1990", "observation Urine pregnancy test positive | past 2026-05-30");
    assert_eq!(flags(&positive)[0], "block pregnancy-test-positive");
    assert!(asks(&positive));
}

#[test]
fn the_interaction_table_has_its_levels() {
    let level = |medicine: &str| flags(&screened(&format!("medicine {medicine} | active 2026-05-01")));
    for (medicine, expected) in [
        ("Tranylcypromine", "block maoi-on-list"),
        ("Theophylline", "block theophylline-on-list"),
        ("Methamphetamine", "block cocaine-or-methamphetamine-on-list"),
        ("Clonazepam", "warn benzodiazepine-on-list"),
        ("Naltrexone", "warn naltrexone-on-list"),
        ("Lamotrigine", "warn lamotrigine-on-list"),
        ("Warfarin", "warn anticoagulant-on-list"),
        ("Memantine", "warn nmda-antagonist-on-list"),
        ("Sertraline", "inform ssri-on-list"),
        ("Semaglutide", "inform glp-1-agonist-on-list"),
        ("Prazosin", "inform prazosin-on-list"),
    ] {
        assert_eq!(level(medicine), [expected], "{medicine}");
    }
    assert_eq!(level("Clopidogrel"), ["warn antiplatelet-on-list", "warn cyp2b6-inhibitor-on-list"]);
}

#[test]
fn a_class_without_a_figure_is_no_citation() {
    let certainty = |medicine: &str| screened(&format!("medicine {medicine}")).flags[0].certainty;
    assert_eq!(certainty("Clarithromycin"), crate::protocol::Certainty::S);
    assert_eq!(certainty("Ritonavir"), crate::protocol::Certainty::D);
    assert_eq!(certainty("Ticlopidine"), crate::protocol::Certainty::D, "an antiplatelet first: by default");
}

#[test]
fn a_protocol_without_figures_for_findings_screens_as_it_did() {
    let mut old = protocol();
    old.findings = None;
    let facts = ["condition Aneurysm", "medicine Oxycodone", "medicine Clonazepam"]
        .map(crate::screening::tests::fact);
    let person = Person { birth_date: PartialDate::new("1980").ok(), ..Person::default() };
    let screening = screen(&facts, &person, &old, "2026-06-01".parse().unwrap());
    assert_eq!(flags(&screening), ["block opioid-on-list"]);
    let missing: Vec<&str> = screening.missing.iter().map(|item| item.item.as_str()).collect();
    assert_eq!(missing, ["protocol-update", "blood-pressure"]);
}

#[test]
fn a_work_up_in_date_is_not_missing() {
    let done = "observation Psychiatric evaluation | past 2026-05-01 \n observation Physical examination | past 2026-05-01
        observation Urinalysis | past 2026-05-01 \n observation STOP-BANG 2 | past 2025-01-01
        observation AUDIT-C and DAST-10 | past 2026-05-01 \n pressure 120/80 2026-05-01
        lab 29463-7 70 kg 2026-05-01 \n lab 1742-6 30 U/L 2026-05-01 \n lab 1920-8 30 U/L 2026-05-01
        lab 1975-2 0.5 mg/dL 2026-05-01 \n lab 2160-0 0.9 mg/dL 2026-05-01";
    let missing =
        |script: &str| screened(script).missing.into_iter().map(|item| item.item).collect::<Vec<_>>();
    assert_eq!(missing(done), Vec::<String>::new());
    assert_eq!(missing(&done.replace("lab 1975-2 0.5 mg/dL 2026-05-01", "")), ["liver-tests"]);
    assert_eq!(missing(&done.replace("70 kg 2026-05-01", "70 kg 2026-03-02")), ["weight"]);
    assert_eq!(missing(&format!("{done}\n condition Hypothyroidism | active")), ["tsh"]);
    assert_eq!(missing(&format!("{done}\n condition Alcoholism | active")), ["urine-drug-screen"]);
    assert_eq!(missing(&format!("{done}\n condition Hypertension | active")), ["electrocardiogram"]);
}

#[test]
fn a_text_of_two_readings_is_understood_and_still_listed() {
    let screening = screened("condition Anxiety, BPD | active");
    assert_eq!(screening.facts[0].concept, "anxiety");
    assert_eq!(screening.not_understood[0].text, "Anxiety, BPD");
}

#[test]
fn what_has_no_bearing_is_listed_last_and_as_such() {
    let screening =
        screened("condition Full-time employment (finding) | active \n condition Zebra spots | past 2019");
    let told: Vec<(&str, bool)> =
        screening.not_understood.iter().map(|group| (group.text.as_str(), group.no_bearing)).collect();
    assert_eq!(told, [("Zebra spots", false), ("Full-time employment (finding)", true)]);
}

#[test]
fn what_can_hardly_be_is_listed_with_its_reason() {
    let why = |sex, script: &str| {
        let person = Person { sex, birth_date: PartialDate::new("1990").ok(), ..Person::default() };
        let found = screened_as(&person, script, "2026-06-01");
        found.implausible.into_iter().map(|odd| odd.why).collect::<Vec<_>>()
    };
    let of = |script: &str| why(Sex::Female, script);
    assert_eq!(of("lab 29463-7 7000 kg 2026-05-01"), ["hardly a possible weight"]);
    assert_eq!(of("lab 29463-7 70 stone 2026-05-01"), ["a weight in a unit not understood"]);
    assert_eq!(of("lab 29463-7 154 [lb_av] 2026-05-01"), Vec::<String>::new());
    assert_eq!(of("lab 8867-4 720 /min 2026-05-01"), ["hardly a possible heart rate"]);
    assert_eq!(of("lab 8867-4 72 /min 2026-05-01"), Vec::<String>::new());
    let pregnant = "condition Pregnant | active 2026-05-01";
    assert_eq!(of(pregnant), Vec::<String>::new());
    assert_eq!(why(Sex::Male, pregnant), ["a pregnancy of somebody recorded as male"]);
}
