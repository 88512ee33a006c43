//! Every line is crossed where the dossier says.

use crate::common::{Change, aged, cautions, codes, gate, measured, overridden};
use journey::gate::{ConditionId, GateInput, State};
use journey::protocol::DoseTier;

#[test]
fn a_reason_carries_value_limit_and_the_figures_place() {
    let gate = gate(|input| input.vital_signs.systolic_mmhg = measured(160));
    let reasons: Vec<_> = gate.standing().flat_map(|one| &one.reasons).collect();
    assert_eq!(
        serde_json::to_value(&reasons).expect("reasons are JSON"),
        serde_json::json!([{ "why": "above-limit", "check": "systolic", "value": 160, "limit": 159,
            "figure": "bands.systolic_mmhg.hold" }])
    );
    assert_eq!(codes(&gate), ["systolic-above"]);
}

/// (change, the codes it gives); each pair sits on the two sides of a line.
const EDGES: [(Change, &[&str]); 37] = [
    (|input| input.vital_signs.systolic_mmhg = measured(159), &[]),
    (|input| input.vital_signs.systolic_mmhg = measured(90), &[]),
    (|input| input.vital_signs.systolic_mmhg = measured(89), &["systolic-below"]),
    (|input| input.vital_signs.diastolic_mmhg = measured(99), &[]),
    (|input| input.vital_signs.diastolic_mmhg = measured(100), &["diastolic-above"]),
    (|input| input.vital_signs.diastolic_mmhg = measured(59), &["diastolic-below"]),
    (|input| input.vital_signs.heart_rate_per_minute = measured(110), &[]),
    (|input| input.vital_signs.heart_rate_per_minute = measured(111), &["heart-rate-above"]),
    (|input| input.vital_signs.heart_rate_per_minute = measured(49), &["heart-rate-below"]),
    (|input| input.vital_signs.spo2_percent = measured(94), &[]),
    (|input| input.vital_signs.spo2_percent = measured(93), &["spo2-below"]),
    (|input| input.vital_signs.spo2_percent = measured(101), &["spo2-above"]),
    (|input| input.vital_signs.respiratory_rate_per_minute = measured(24), &[]),
    (|input| input.vital_signs.respiratory_rate_per_minute = measured(25), &["respiratory-rate-above"]),
    (|input| input.vital_signs.respiratory_rate_per_minute = measured(9), &["respiratory-rate-below"]),
    (|input| input.vital_signs.moaas = measured(4), &["moaas-below"]),
    (|input| input.vital_signs.spo2_percent = aged(29), &[]),
    (|input| input.vital_signs.spo2_percent = aged(30), &["spo2-recent-old"]),
    (|input| input.vital_signs.spo2_percent = aged(-1), &["spo2-recent-old"]),
    (|input| input.weight_age_days = Some(-1), &["weight-in-date-below"]),
    (|input| input.food_minutes = Some(120), &[]),
    (|input| input.fluid_minutes = Some(30), &[]),
    (|input| input.fluid_minutes = Some(29), &["fluid-minutes-below"]),
    (|input| input.alcohol_cannabis_hours = Some(12), &[]),
    (|input| input.alcohol_cannabis_hours = Some(11), &["alcohol-cannabis-hours-below"]),
    (|input| input.hours_since_last_dose = Some(71), &["interval-hours-below"]),
    (|input| input.sessions_in_7_days = Some(2), &["sessions-in-7-days-above"]),
    (|input| input.sessions_since_review = Some(8), &["sessions-since-review-above"]),
    (|input| input.pregnancy_test_positive = Some(true), &["pregnancy-test-negative-unmet"]),
    (|input| input.prescribed_dose_mg = Some(99), &["prescribed-dose-above"]),
    (|input| input.given_mg = Some(1), &["prescribed-total-above", "tier-cap-above"]),
    (|input| input.dose_mg = Some(0), &["dose-mg-below"]),
    (|input| input.last_tolerated_mg = Some(67), &[]),
    (|input| input.last_tolerated_mg = Some(66), &["titration-above"]),
    (|input| input.step_up_barred = Some(true), &["titration-above"]),
    (|input| input.weight_tenths_kg = Some(667), &[]),
    (|input| input.weight_tenths_kg = Some(666), &["tier-cap-above"]),
];

#[test]
fn every_line_is_crossed_where_the_dossier_says() {
    for (row, (change, expected)) in EDGES.into_iter().enumerate() {
        assert_eq!(codes(&gate(change)), expected, "row {row}");
    }
}

fn moderate(input: &mut GateInput) {
    input.prescribed_tier = Some(DoseTier::Moderate);
    input.prescribed_dose_mg = Some(500);
    input.prescribed_total_mg = Some(500);
    input.last_tolerated_mg = Some(500);
    input.raised_cap_documented = Some(true);
    input.weight_tenths_kg = Some(1_000);
    input.dose_mg = Some(300);
}

#[test]
fn the_ceiling_is_never_passed() {
    assert_eq!(codes(&gate(moderate)), Vec::<String>::new());
    let above: Change = |input| {
        moderate(input);
        input.given_mg = Some(1);
    };
    assert_eq!(codes(&gate(above)), ["tier-cap-above", "ceiling-mg-above"]);
    assert_eq!(overridden(above, ConditionId::G7), State::Fails);
    let light: Change = |input| {
        moderate(input);
        input.weight_tenths_kg = Some(749);
    };
    assert_eq!(codes(&gate(light)), ["tier-cap-above", "ceiling-for-weight-above"]);
    let no_reason: Change = |input| {
        moderate(input);
        input.raised_cap_documented = None;
    };
    assert_eq!(codes(&gate(no_reason)), ["tier-cap-above"]);
}

#[test]
fn a_first_session_stays_in_the_psycholytic_tier() {
    let first: Change = |input| {
        moderate(input);
        input.first_session = Some(true);
        input.hours_since_last_dose = None;
        input.last_tolerated_mg = None;
        input.last_review_signed = None;
        input.weight_tenths_kg = Some(750);
    };
    let above = gate(first);
    assert_eq!(codes(&above), ["first-session-tier-above", "first-session-for-weight-above"]);
    assert_eq!(overridden(first, ConditionId::G8), State::Overridden);
    let lawful = gate(|input| {
        input.first_session = Some(true);
        input.last_tolerated_mg = None;
        input.hours_since_last_dose = None;
    });
    assert!(lawful.authorised());
    let unknown = gate(|input| input.first_session = None);
    assert_eq!(codes(&unknown), ["first-session-known-unknown"]);
}

#[test]
fn a_pregnancy_test_that_does_not_apply_is_not_asked_for() {
    let gate = gate(|input| {
        input.pregnancy_test_applies = Some(false);
        input.pregnancy_test_age_days = None;
        input.pregnancy_test_positive = None;
    });
    assert!(gate.authorised());
}

#[test]
fn a_caution_is_shown_and_keeps_nothing() {
    let gate = gate(|input| {
        input.vital_signs.systolic_mmhg = measured(141);
        input.food_minutes = Some(239);
        input.alcohol_cannabis_hours = Some(23);
    });
    assert!(gate.authorised());
    assert_eq!(cautions(&gate), ["systolic-above", "food-minutes-below", "alcohol-cannabis-hours-below"]);
}
