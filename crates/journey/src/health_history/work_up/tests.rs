use super::*;
use crate::health_history::{PartialDate, Person, Sex};
use crate::screening::{concepts_of, screen};
use crate::story::{date, default_protocol};

fn done(part: Part, result: &str) -> Done {
    Done { part, on: date("2026-05-01"), performer: "Dr Sample, town surgery".into(), result: result.into() }
}

fn usual(part: Part) -> &'static str {
    match part.needs() {
        Needs::Number(_) => "1,5",
        Needs::Sign => "negative",
        Needs::Words => "read and unremarkable",
    }
}

#[test]
fn the_rules_read_every_part_as_what_it_is() {
    for part in Part::ALL {
        let fact = done(part, usual(part)).fact(FactId(part.name().into()), date("2026-05-04")).unwrap();
        let read: Vec<&str> = concepts_of(&fact).into_iter().map(|concept| concept.0).collect();
        assert_eq!(read, [part.name()], "{part:?}");
        assert_eq!(fact.detail("performer"), Some("Dr Sample, town surgery"));
    }
}

#[test]
fn what_is_written_in_fills_the_gap_that_it_is_asked_for() {
    let person =
        Person { sex: Sex::Female, birth_date: PartialDate::new("1970-02-01").ok(), ..Person::default() };
    let (protocol, today) = (default_protocol(), date("2026-05-04"));
    let lacks = |facts: &[Fact]| -> Vec<String> {
        screen(facts, &person, &protocol, today).missing.into_iter().map(|one| one.item).collect()
    };
    let before = lacks(&[]);
    assert!(before.contains(&"electrocardiogram".to_owned()) && before.contains(&"liver-tests".to_owned()));
    let written =
        Part::ALL.map(|part| done(part, usual(part)).fact(FactId(part.name().into()), today).unwrap());
    let left = lacks(&written);
    assert_eq!(left, ["blood-pressure", "weight"], "those two have forms of their own");
}

#[test]
fn a_positive_test_is_found_and_a_result_that_says_neither_is_refused() {
    let today = date("2026-05-04");
    let of = |result: &str| done(Part::PregnancyTest, result).fact(FactId("test".into()), today);
    let found = screen(&[of("positive").unwrap()], &Person::default(), &default_protocol(), today);
    assert!(found.flags.iter().any(|flag| flag.rule == "pregnancy-test-positive"));
    assert_eq!(of("not positive"), Err(Refusal::ResultUnclear));
    for wrong in ["high", "-3", "NaN", "inf"] {
        let refused = done(Part::Alt, wrong).fact(FactId("alt".into()), today);
        assert_eq!(refused, Err(Refusal::ResultUnclear), "{wrong}");
    }
}

#[test]
fn a_day_ahead_nobody_and_nothing_are_refused() {
    let today = date("2026-05-04");
    let refused = |change: fn(&mut Done)| {
        let mut one = done(Part::Electrocardiogram, "sinus rhythm");
        change(&mut one);
        one.fact(FactId("ecg".into()), today).unwrap_err()
    };
    assert_eq!(refused(|one| one.on = date("2026-05-05")), Refusal::TimeAhead);
    assert_eq!(refused(|one| one.performer = " ".into()), Refusal::NameMissing);
    assert_eq!(refused(|one| one.result = String::new()), Refusal::WordsMissing);
}
