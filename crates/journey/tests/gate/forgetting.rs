//! Forgetting something never authorises a dose.

use crate::booster::booster;
use crate::common::{Chance, PROTOCOL, holding, passed_by};
use journey::gate::{BoosterInput, ConditionId, GateInput, Override, evaluate, evaluate_booster};
use proptest::prelude::*;
use serde_json::Value;

/// Every way to put something else in one place of an input written as JSON.
fn changes(value: &Value, others: &dyn Fn(&Value) -> Vec<Value>) -> Vec<Value> {
    let mut found = Vec::new();
    for (key, inner) in value.as_object().expect("an input is an object") {
        let instead = if key == "vital_signs" { changes(inner, others) } else { others(inner) };
        found.extend(instead.into_iter().map(|other| {
            let mut copy = value.clone();
            copy[key] = other;
            copy
        }));
    }
    found
}

fn blanks(value: &Value) -> Vec<Value> {
    changes(value, &|inner| if inner.is_null() { Vec::new() } else { vec![Value::Null] })
}

/// A flag turned, or numbers on the other sides of lines.
fn others(value: &Value) -> Vec<Value> {
    match value {
        Value::Bool(flag) => vec![Value::Bool(!flag)],
        Value::Number(_) => [-1, 1, 8, 91, 119, 800].map(Value::from).to_vec(),
        Value::Object(_) => [3, 49, 93, 165, 181]
            .map(|taken| serde_json::json!({ "value": taken, "age_minutes": taken % 40 }))
            .to_vec(),
        _ => vec![Value::Null],
    }
}

/// Changes a few things of an input at random: flags flipped, numbers moved over their lines.
fn shaken(mut value: Value, chance: &mut Chance) -> Value {
    for inner in value.as_object_mut().expect("an input is an object").values_mut() {
        if inner.is_object() && inner.get("age_minutes").is_none() {
            *inner = shaken(inner.take(), chance);
        } else if chance.below(40) == 0 {
            let others = others(inner);
            *inner = others[chance.below(others.len() as u64) as usize].clone();
        }
    }
    value
}

fn authorised(input: &Value, overrides: &[Override]) -> bool {
    let input: GateInput = serde_json::from_value(input.clone()).expect("an input reads back");
    evaluate(&input, &PROTOCOL, overrides).authorised()
}

fn booster_authorised(input: &Value) -> bool {
    let input: BoosterInput = serde_json::from_value(input.clone()).expect("an input reads back");
    evaluate_booster(&input, &PROTOCOL).authorised()
}

#[test]
fn given_one_thing_wrong_forgetting_anything_never_authorises() {
    let input = serde_json::to_value(holding()).expect("an input is JSON");
    let wrong: Vec<_> =
        changes(&input, &others).into_iter().filter(|input| !authorised(input, &[])).collect();
    assert!(wrong.len() > 90, "{}", wrong.len());
    for input in wrong {
        let found = blanks(&input).into_iter().find(|blank| authorised(blank, &[]));
        assert_eq!(found, None, "without a part of {input}");
    }
}

#[test]
fn given_one_thing_wrong_forgetting_anything_never_authorises_a_booster() {
    let input = serde_json::to_value(booster()).expect("an input is JSON");
    let wrong: Vec<_> =
        changes(&input, &others).into_iter().filter(|input| !booster_authorised(input)).collect();
    assert!(wrong.len() > 40, "{}", wrong.len());
    for input in wrong {
        let found = blanks(&input).into_iter().find(booster_authorised);
        assert_eq!(found, None, "without a part of {input}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn forgetting_something_never_authorises_a_dose(seed: u64) {
        let mut chance = Chance(seed);
        let input = serde_json::to_value(holding()).expect("an input is JSON");
        let input = shaken(input, &mut chance);
        let known = serde_json::from_value(input.clone()).expect("it stays an input");
        let drawn = ConditionId::GATE.into_iter().filter(|_| chance.below(2) == 0);
        let overrides: Vec<_> = drawn.map(|id| passed_by(id, &known)).collect();
        let before = authorised(&input, &overrides);
        for blank in blanks(&input) {
            prop_assert!(before || !authorised(&blank, &overrides), "{}", blank);
        }
    }

    #[test]
    fn forgetting_something_never_authorises_a_booster(seed: u64) {
        let input = serde_json::to_value(booster()).expect("an input is JSON");
        let input = shaken(input, &mut Chance(seed));
        let before = booster_authorised(&input);
        for blank in blanks(&input) {
            prop_assert!(before || !booster_authorised(&blank), "{}", blank);
        }
    }
}
