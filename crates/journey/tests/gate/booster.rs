//! The booster's own list.

use crate::common::{PROTOCOL, aged, measured, standing};
use journey::gate::{BoosterInput, ConditionId, VitalSigns, evaluate_booster};
use journey::protocol::DoseTier;

pub(crate) fn booster() -> BoosterInput {
    BoosterInput {
        authorised: Some(true),
        authorised_mg: Some(50),
        first_dose_mg: Some(50),
        dose_mg: Some(25),
        given_mg: Some(50),
        minutes_since_dose: Some(15),
        vital_signs: VitalSigns {
            systolic_mmhg: measured(140),
            diastolic_mmhg: measured(85),
            spo2_percent: measured(97),
            moaas: measured(5),
            ..VitalSigns::default()
        },
        systolic_before_dose_mmhg: Some(120),
        diastolic_before_dose_mmhg: Some(80),
        vomiting: Some(false),
        prescribed_total_mg: Some(100),
        prescribed_tier: Some(DoseTier::Psycholytic),
        raised_cap_documented: Some(false),
        weight_tenths_kg: Some(700),
        boosters_given: Some(0),
    }
}

type BoosterChange = fn(&mut BoosterInput);

const BOOSTER_EDGES: [(BoosterChange, &[ConditionId]); 26] = [
    (|_| (), &[]),
    (|input| input.authorised = Some(false), &[ConditionId::B1]),
    (|input| input.authorised_mg = Some(24), &[ConditionId::B1]),
    (|input| input.dose_mg = Some(13), &[]),
    (|input| input.dose_mg = Some(12), &[ConditionId::B1]),
    (|input| input.dose_mg = Some(26), &[ConditionId::B1]),
    (|input| input.minutes_since_dose = Some(10), &[]),
    (|input| input.minutes_since_dose = Some(9), &[ConditionId::B2]),
    (|input| input.minutes_since_dose = Some(30), &[]),
    (|input| input.minutes_since_dose = Some(31), &[ConditionId::B2]),
    (|input| input.vital_signs.moaas = measured(4), &[ConditionId::B3]),
    (|input| input.vital_signs.moaas = aged(10), &[ConditionId::B3]),
    (|input| input.systolic_before_dose_mmhg = Some(100), &[ConditionId::B4]),
    (|input| input.systolic_before_dose_mmhg = Some(101), &[]),
    (|input| input.diastolic_before_dose_mmhg = Some(60), &[ConditionId::B4]),
    (|input| input.diastolic_before_dose_mmhg = None, &[ConditionId::B4]),
    (|input| input.vital_signs.diastolic_mmhg = measured(110), &[ConditionId::B4]),
    (|input| input.vital_signs.systolic_mmhg = measured(89), &[ConditionId::B4]),
    (|input| input.vital_signs.spo2_percent = measured(93), &[ConditionId::B5]),
    (|input| input.vital_signs.spo2_percent = None, &[ConditionId::B5]),
    (|input| input.vomiting = Some(true), &[ConditionId::B6]),
    (|input| input.prescribed_total_mg = Some(74), &[ConditionId::B7]),
    (|input| input.weight_tenths_kg = Some(499), &[ConditionId::B7]),
    (|input| input.prescribed_tier = None, &[ConditionId::B7]),
    (|input| input.boosters_given = Some(1), &[ConditionId::B8]),
    (|input| input.boosters_given = None, &[ConditionId::B8]),
];

#[test]
fn the_booster_has_its_own_list() {
    for (row, (change, expected)) in BOOSTER_EDGES.into_iter().enumerate() {
        let mut input = booster();
        change(&mut input);
        let gate = evaluate_booster(&input, &PROTOCOL);
        assert_eq!(standing(&gate), expected, "row {row}");
        assert_eq!(gate.authorised(), expected.is_empty(), "row {row}");
    }
    let nothing = evaluate_booster(&BoosterInput::default(), &PROTOCOL);
    assert_eq!(standing(&nothing), ConditionId::BOOSTER);
}
