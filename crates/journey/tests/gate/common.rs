//! What the tests of the gate share: the shipped protocol, an input that holds, a seeded chance.

use journey::gate::{ConditionId, Gate, GateInput, Measured, Override, State, VitalSigns, evaluate, reasons};
use journey::protocol::{DEFAULT_TOML, DoseTier, Protocol};
use std::sync::LazyLock;

/// The shipped protocol, read once.
pub(crate) static PROTOCOL: LazyLock<Protocol> = LazyLock::new(shipped);

/// A change to an input.
pub(crate) type Change = fn(&mut GateInput);

/// The shipped protocol.
fn shipped() -> Protocol {
    toml::from_str(DEFAULT_TOML).expect("the shipped protocol reads")
}

/// A later session in which every condition holds.
pub(crate) fn holding() -> GateInput {
    let now = |value| Some(Measured { value, age_minutes: 5 });
    GateInput {
        session: Some("session-1".to_owned()),
        protocol_signed: Some(true),
        protocol_in_force: Some(true),
        identity_confirmed: Some(true),
        clearance_given: Some(true),
        clearance_in_date: Some(true),
        clearance_reopened: Some(false),
        clearance_conditions_open: Some(0),
        flags_undecided: Some(0),
        consent_current: Some(true),
        consent_covers_tier: Some(true),
        consent_withdrawn: Some(false),
        consent_attested: Some(true),
        prescription_in_date: Some(true),
        prescription_covers_route: Some(true),
        prescribed_dose_mg: Some(100),
        prescribed_total_mg: Some(100),
        prescribed_tier: Some(DoseTier::Psycholytic),
        raised_cap_documented: Some(false),
        dose_mg: Some(100),
        given_mg: Some(0),
        weight_tenths_kg: Some(700),
        weight_age_days: Some(90),
        first_session_start_mg: Some(50),
        first_session: Some(false),
        last_tolerated_mg: Some(75),
        step_up_barred: Some(false),
        hours_since_last_dose: Some(72),
        sessions_in_7_days: Some(1),
        sessions_since_review: Some(7),
        last_review_signed: Some(true),
        medicines_reconciled: Some(true),
        pregnancy_test_applies: Some(true),
        pregnancy_test_age_days: Some(7),
        pregnancy_test_positive: Some(false),
        risk_assessed: Some(true),
        vital_signs: VitalSigns {
            systolic_mmhg: now(128),
            diastolic_mmhg: now(82),
            heart_rate_per_minute: now(72),
            spo2_percent: now(98),
            respiratory_rate_per_minute: now(14),
            moaas: now(5),
        },
        food_minutes: Some(300),
        fluid_minutes: Some(60),
        alcohol_cannabis_hours: Some(48),
        intoxicated: Some(false),
        infection: Some(false),
        vomiting: Some(false),
        escort_named: Some(true),
        escort_confirmed: Some(true),
        kit_checked: Some(true),
        monitor_present: Some(true),
        prescriber_reachable: Some(true),
        severe_event_open: Some(false),
        deterioration_open: Some(false),
        misuse_review_open: Some(false),
    }
}

/// A seeded chance (splitmix64), so that every run makes the same vectors.
pub(crate) struct Chance(pub(crate) u64);

impl Chance {
    /// The next whole number below the bound.
    pub(crate) fn below(&mut self, bound: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) % bound
    }

    /// One of these.
    pub(crate) fn pick<T: Copy>(&mut self, of: &[T]) -> T {
        of[self.below(of.len() as u64) as usize]
    }
}

pub(crate) fn measured(value: i64) -> Option<Measured> {
    Some(Measured { value, age_minutes: 5 })
}

pub(crate) fn gate(change: Change) -> Gate {
    let mut input = holding();
    change(&mut input);
    evaluate(&input, &PROTOCOL, &[])
}

/// A pass of what stands in the way of a condition with this input.
pub(crate) fn passed_by(condition: ConditionId, input: &GateInput) -> Override {
    Override {
        seen: reasons(input, &PROTOCOL, condition),
        condition,
        by: "prescriber-1".to_owned(),
        reason: "seen and weighed".to_owned(),
        session: "session-1".to_owned(),
    }
}

pub(crate) fn overridden(change: Change, condition: ConditionId) -> State {
    let mut input = holding();
    change(&mut input);
    let gate = evaluate(&input, &PROTOCOL, &[passed_by(condition, &input)]);
    state_of(&gate, condition)
}

pub(crate) fn state_of(gate: &Gate, id: ConditionId) -> State {
    gate.conditions().iter().find(|one| one.id == id).expect("every condition is there").state
}

pub(crate) fn standing(gate: &Gate) -> Vec<ConditionId> {
    gate.standing().map(|condition| condition.id).collect()
}

pub(crate) fn codes(gate: &Gate) -> Vec<String> {
    gate.conditions().iter().flat_map(|one| &one.reasons).map(|reason| reason.code()).collect()
}

pub(crate) fn cautions(gate: &Gate) -> Vec<String> {
    gate.conditions().iter().flat_map(|one| &one.cautions).map(|reason| reason.code()).collect()
}

pub(crate) fn aged(age_minutes: i64) -> Option<Measured> {
    Some(Measured { value: 98, age_minutes })
}
