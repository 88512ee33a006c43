//! Where figures allow less than what was asked for, the gate says how much.

use crate::common::{Chance, PROTOCOL, gate, holding};
use journey::gate::{Gate, GateInput, Reason, evaluate};
use proptest::prelude::*;

fn too_much(gate: &Gate) -> bool {
    let mut reasons = gate.standing().flat_map(|condition| &condition.reasons);
    reasons.any(|reason| matches!(reason, Reason::AboveLimit { check, .. } if check.is_of_the_dose()))
}

fn with_dose(input: &GateInput, dose_mg: i64) -> Gate {
    evaluate(&GateInput { dose_mg: Some(dose_mg), ..input.clone() }, &PROTOCOL, &[])
}

#[test]
fn given_a_step_that_is_too_high_the_lower_dose_is_named_and_authorised() {
    let mut input = holding();
    input.last_tolerated_mg = Some(50);
    let asked = evaluate(&input, &PROTOCOL, &[]);
    assert!(!asked.authorised());
    assert_eq!(asked.less_mg(100), Some(75));
    assert!(with_dose(&input, 75).authorised() && !with_dose(&input, 76).authorised());
}

#[test]
fn given_nothing_of_the_dose_stands_in_the_way_no_other_dose_is_named() {
    assert_eq!(gate(|_| ()).less_mg(100), None);
    assert_eq!(gate(|input| input.identity_confirmed = None).less_mg(100), None);
    assert_eq!(gate(|input| input.given_mg = Some(100)).less_mg(100), None, "nothing is left");
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_dose_that_is_named_is_the_most_that_no_figure_forbids(seed: u64) {
        let mut chance = Chance(seed);
        let asked = 25 + chance.below(300) as i64;
        let input = GateInput {
            dose_mg: Some(asked),
            prescribed_dose_mg: Some(25 + chance.below(300) as i64),
            prescribed_total_mg: Some(25 + chance.below(300) as i64),
            given_mg: Some(chance.pick(&[0, 0, 25])),
            first_session: Some(chance.below(2) == 0),
            last_tolerated_mg: Some(chance.pick(&[25, 50, 100, 200])),
            weight_tenths_kg: Some(400 + chance.below(600) as i64),
            ..holding()
        };
        let gate = with_dose(&input, asked);
        match gate.less_mg(asked) {
            Some(less) => {
                prop_assert!(less < asked && !too_much(&with_dose(&input, less)), "{less} of {input:?}");
                prop_assert!(too_much(&with_dose(&input, less + 1)), "more than {less} of {input:?}");
            }
            None => prop_assert!(!too_much(&gate) || too_much(&with_dose(&input, 1)), "{input:?}"),
        }
    }
}
