//! What a prescriber can pass, and what nobody can.

use crate::common::{Change, PROTOCOL, aged, codes, holding, measured, overridden, passed_by, state_of};
use journey::gate::{ConditionId, GateInput, Override, State, evaluate};

#[test]
fn vital_signs_are_passed_only_between_the_hold_and_the_act_line() {
    let rows: [(Change, State); 13] = [
        (|input| input.vital_signs.systolic_mmhg = measured(160), State::Overridden),
        (|input| input.vital_signs.systolic_mmhg = measured(179), State::Overridden),
        (|input| input.vital_signs.systolic_mmhg = measured(180), State::Fails),
        (|input| input.vital_signs.systolic_mmhg = measured(89), State::Fails),
        (|input| input.vital_signs.diastolic_mmhg = measured(109), State::Overridden),
        (|input| input.vital_signs.diastolic_mmhg = measured(110), State::Fails),
        (|input| input.vital_signs.heart_rate_per_minute = measured(130), State::Overridden),
        (|input| input.vital_signs.heart_rate_per_minute = measured(44), State::Fails),
        (|input| input.vital_signs.spo2_percent = measured(93), State::Fails),
        (|input| input.vital_signs.moaas = measured(4), State::Overridden),
        (|input| input.vital_signs.moaas = measured(3), State::Fails),
        (|input| input.vital_signs.moaas = aged(31), State::Fails),
        (|input| input.vital_signs.moaas = None, State::Unknown),
    ];
    for (row, (change, expected)) in rows.into_iter().enumerate() {
        assert_eq!(overridden(change, ConditionId::G12), expected, "row {row}");
    }
}

#[test]
fn of_g13_only_the_fasting_part_can_be_passed() {
    let rows: [(Change, State); 6] = [
        (|input| input.food_minutes = Some(0), State::Overridden),
        (|input| input.fluid_minutes = Some(0), State::Overridden),
        (|input| input.alcohol_cannabis_hours = Some(1), State::Fails),
        (|input| input.intoxicated = Some(true), State::Fails),
        (|input| input.infection = None, State::Unknown),
        (
            |input| {
                input.food_minutes = Some(0);
                input.vomiting = Some(true);
            },
            State::Fails,
        ),
    ];
    for (row, (change, expected)) in rows.into_iter().enumerate() {
        assert_eq!(overridden(change, ConditionId::G13), expected, "row {row}");
    }
}

#[test]
fn an_override_needs_a_name_a_reason_and_this_session() {
    let mut input = holding();
    input.last_review_signed = Some(false);
    let lawful = passed_by(ConditionId::G8, &input);
    let state = |one: Override| state_of(&evaluate(&input, &PROTOCOL, &[one]), ConditionId::G8);
    assert_eq!(state(lawful.clone()), State::Overridden);
    assert_eq!(state(Override { by: " ".to_owned(), ..lawful.clone() }), State::Fails);
    assert_eq!(state(Override { reason: String::new(), ..lawful.clone() }), State::Fails);
    assert_eq!(state(Override { session: "session-2".to_owned(), ..lawful.clone() }), State::Fails);
    assert_eq!(state(Override { condition: ConditionId::G10, ..lawful.clone() }), State::Fails);
    input.session = None;
    assert_eq!(state_of(&evaluate(&input, &PROTOCOL, &[lawful]), ConditionId::G8), State::Fails);
}

#[test]
fn an_override_keeps_the_reasons_and_says_who() {
    let mut input = holding();
    input.last_review_signed = Some(false);
    let gate = evaluate(
        &input,
        &PROTOCOL,
        &[passed_by(ConditionId::G8, &input), passed_by(ConditionId::G9, &input)],
    );
    assert!(gate.authorised());
    assert_eq!(codes(&gate), ["last-review-signed-unmet"]);
    let by: Vec<_> = gate.conditions().iter().filter_map(|one| one.overridden_by.as_ref()).collect();
    assert_eq!(by, [&passed_by(ConditionId::G8, &input)]);
}

/// A pass is for what was seen: a worse value, or a sign that nobody spoke of, shuts the gate again.
#[test]
fn an_override_reaches_no_further_than_what_was_seen() {
    let mut input = holding();
    input.vital_signs.systolic_mmhg = measured(165);
    let pass = passed_by(ConditionId::G12, &input);
    let state = |input: &GateInput| {
        state_of(&evaluate(input, &PROTOCOL, std::slice::from_ref(&pass)), ConditionId::G12)
    };
    assert_eq!(state(&input), State::Overridden);
    input.vital_signs.systolic_mmhg = measured(162);
    assert_eq!(state(&input), State::Overridden, "lower is no worse");
    input.vital_signs.systolic_mmhg = measured(166);
    assert_eq!(state(&input), State::Fails, "it was passed at 165");
    input.vital_signs.systolic_mmhg = measured(165);
    input.vital_signs.heart_rate_per_minute = measured(128);
    assert_eq!(state(&input), State::Fails, "nobody was asked about the heart");
    input.vital_signs.heart_rate_per_minute = measured(72);
    assert_eq!(state(&input), State::Overridden);
}
