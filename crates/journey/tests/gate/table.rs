//! Every subset of failures and gaps stands in the way by exactly its ids and reasons.

use crate::common::{
    Change, PROTOCOL, cautions, codes, gate, holding, measured, passed_by, standing, state_of,
};
use journey::gate::{ConditionId, GateInput, Override, State, conditions, evaluate};

/// One way to break each condition and no other.
const BREAKS: [(ConditionId, Change); 16] = [
    (ConditionId::G1, |input| input.protocol_signed = Some(false)),
    (ConditionId::G2, |input| input.identity_confirmed = Some(false)),
    (ConditionId::G3, |input| input.clearance_reopened = Some(true)),
    (ConditionId::G4, |input| input.flags_undecided = Some(1)),
    (ConditionId::G5, |input| input.consent_withdrawn = Some(true)),
    (ConditionId::G6, |input| input.prescription_in_date = Some(false)),
    (ConditionId::G7, |input| input.weight_age_days = Some(91)),
    (ConditionId::G8, |input| input.last_review_signed = Some(false)),
    (ConditionId::G9, |input| input.medicines_reconciled = Some(false)),
    (ConditionId::G10, |input| input.pregnancy_test_age_days = Some(8)),
    (ConditionId::G11, |input| input.risk_assessed = Some(false)),
    (ConditionId::G12, |input| input.vital_signs.systolic_mmhg = measured(165)),
    (ConditionId::G13, |input| input.food_minutes = Some(119)),
    (ConditionId::G14, |input| input.escort_confirmed = Some(false)),
    (ConditionId::G15, |input| input.kit_checked = Some(false)),
    (ConditionId::G16, |input| input.misuse_review_open = Some(true)),
];

/// One way to leave each condition unknown and no other.
const GAPS: [(ConditionId, Change); 16] = [
    (ConditionId::G1, |input| input.protocol_in_force = None),
    (ConditionId::G2, |input| input.identity_confirmed = None),
    (ConditionId::G3, |input| input.clearance_given = None),
    (ConditionId::G4, |input| input.flags_undecided = None),
    (ConditionId::G5, |input| input.consent_attested = None),
    (ConditionId::G6, |input| input.prescribed_total_mg = None),
    (ConditionId::G7, |input| input.weight_age_days = None),
    (ConditionId::G8, |input| input.hours_since_last_dose = None),
    (ConditionId::G9, |input| input.medicines_reconciled = None),
    (ConditionId::G10, |input| input.pregnancy_test_age_days = None),
    (ConditionId::G11, |input| input.risk_assessed = None),
    (ConditionId::G12, |input| input.vital_signs.moaas = None),
    (ConditionId::G13, |input| input.fluid_minutes = None),
    (ConditionId::G14, |input| input.escort_named = None),
    (ConditionId::G15, |input| input.monitor_present = None),
    (ConditionId::G16, |input| input.deterioration_open = None),
];

#[test]
fn given_everything_holds_the_dose_is_authorised() {
    let gate = gate(|_| ());
    assert!(gate.authorised());
    assert_eq!(gate.conditions().iter().map(|one| one.id).collect::<Vec<_>>(), ConditionId::GATE);
    assert_eq!((codes(&gate), cautions(&gate)), (Vec::new(), Vec::new()));
}

#[test]
fn given_nothing_is_known_nothing_holds() {
    let gate = evaluate(&GateInput::default(), &PROTOCOL, &[]);
    assert_eq!(standing(&gate), ConditionId::GATE);
    assert!(!gate.authorised());
}

#[test]
fn every_condition_has_a_row() {
    let rows = conditions(&PROTOCOL);
    for id in ConditionId::GATE {
        assert!(rows.iter().any(|row| row.id == id), "{id}");
    }
}

/// Breaks the chosen conditions and asks whether just they stand in the way.
fn check_subset(of: &[(ConditionId, Change); 16], alone: &[Vec<String>; 16], subset: u32, state: State) {
    let reasons = (0..16).filter(|place| subset >> place & 1 == 1).flat_map(|place| &alone[place]);
    let broken = (0..16).filter(|place| subset >> place & 1 == 1).map(|place| of[place]);
    let mut input = holding();
    let mut ids = Vec::new();
    for (id, change) in broken {
        change(&mut input);
        ids.push(id);
    }
    let gate = evaluate(&input, &PROTOCOL, &[]);
    assert_eq!(standing(&gate), ids);
    assert!(codes(&gate).iter().eq(reasons), "{:?} for {ids:?}", codes(&gate));
    assert_eq!(gate.authorised(), ids.is_empty());

    if ids.len() <= 4 || subset.is_multiple_of(32) {
        let all: Vec<Override> = ConditionId::GATE.map(|id| passed_by(id, &input)).to_vec();
        let gate = evaluate(&input, &PROTOCOL, &all);
        ids.retain(|&id| !may_be_passed(id, state));
        assert_eq!(standing(&gate), ids);
        assert_eq!(gate.authorised(), ids.is_empty());
    }
}

/// The reasons that each change gives where all else holds: at least one, and of no other's kind.
fn reasons_alone(of: &[(ConditionId, Change); 16]) -> [Vec<String>; 16] {
    let alone = of.map(|(_, change)| codes(&gate(change)));
    let all: Vec<&String> = alone.iter().flatten().collect();
    let apart: std::collections::BTreeSet<&String> = all.iter().copied().collect();
    assert!(alone.iter().all(|codes| !codes.is_empty()) && apart.len() == all.len(), "{alone:?}");
    alone
}

/// What the dossier lists; a vital sign that nobody measured is not beyond its hold line.
fn may_be_passed(id: ConditionId, state: State) -> bool {
    match id {
        ConditionId::G8 | ConditionId::G10 | ConditionId::G13 => true,
        ConditionId::G12 => state == State::Fails,
        _ => false,
    }
}

#[test]
fn every_subset_of_failures_stands_in_the_way_by_its_ids_and_reasons() {
    let alone = &reasons_alone(&BREAKS);
    let subsets = |parity| (0u32..1 << 16).filter(move |subset| subset % 2 == parity);
    std::thread::scope(|scope| {
        for parity in [0, 1] {
            scope.spawn(move || {
                subsets(parity).for_each(|subset| check_subset(&BREAKS, alone, subset, State::Fails));
            });
        }
    });
}

#[test]
fn gaps_stand_in_the_way_by_their_ids_and_reasons() {
    let alone = &reasons_alone(&GAPS);
    let few_or_nearly_all = |subset: &u32| !(4..14).contains(&subset.count_ones());
    (0u32..1 << 16)
        .filter(few_or_nearly_all)
        .for_each(|subset| check_subset(&GAPS, alone, subset, State::Unknown));
}

#[test]
fn a_gap_is_unknown_unless_its_absence_is_the_failure() {
    for (id, change) in GAPS {
        let expected = match id {
            ConditionId::G14 | ConditionId::G15 => State::Fails,
            _ => State::Unknown,
        };
        assert_eq!(state_of(&gate(change), id), expected, "{id}");
    }
}
