//! The booster's own list: B1 to B8. Nothing on it can be overridden.

use super::conditions::{at_least, at_most, flag, in_band, recent, row, total, within};
use super::day::{self, DayCondition, DayInputs, Limit, Test};
use super::input::{VitalSigns, known, tier_cap_mg};
use super::names::{Check, ConditionId, Fact};
use super::{Gate, by_condition, decide};
use crate::protocol::{DoseTier, Figure, Line, Protocol, Range, Sign, mg_for_weight};
use serde::{Deserialize, Serialize};

/// What the caller knows before a booster; `None` means that nobody has recorded it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct BoosterInput {
    /// B1: the prescription allows a booster.
    pub authorised: Option<bool>,
    /// B1: most that it allows as a booster.
    pub authorised_mg: Option<i64>,
    /// B1: the first dose of this session.
    pub first_dose_mg: Option<i64>,
    /// The booster that is asked for.
    pub dose_mg: Option<i64>,
    /// What was given this session so far.
    pub given_mg: Option<i64>,
    /// B2: whole minutes since the first dose, rounded down.
    pub minutes_since_dose: Option<i64>,
    /// B3, B4, B5: the latest vital signs.
    pub vital_signs: VitalSigns,
    /// B4: the reading before the first dose.
    pub systolic_before_dose_mmhg: Option<i64>,
    /// B4: the reading before the first dose.
    pub diastolic_before_dose_mmhg: Option<i64>,
    /// B6: vomiting this session.
    pub vomiting: Option<bool>,
    /// B7: most that is prescribed for the session, booster included.
    pub prescribed_total_mg: Option<i64>,
    /// B7: the tier that is prescribed.
    pub prescribed_tier: Option<DoseTier>,
    /// B7: a reason for more than the moderate tier's usual cap is documented.
    pub raised_cap_documented: Option<bool>,
    /// B7: body weight in tenths of a kilogram.
    pub weight_tenths_kg: Option<i64>,
    /// B8: boosters given this session.
    pub boosters_given: Option<i64>,
}

/// Decides the booster's list.
pub fn evaluate_booster(input: &BoosterInput, protocol: &Protocol) -> Gate {
    let table = booster_conditions(protocol);
    let findings = day::interpret(&table, &input.facts(protocol));
    let found = by_condition(&table, &findings);
    let rows = |id| found.get(&id).map_or(&[][..], Vec::as_slice);
    Gate { conditions: ConditionId::BOOSTER.map(|id| decide(id, rows(id))).to_vec() }
}

/// Every row of B1 to B8.
pub fn booster_conditions(protocol: &Protocol) -> Vec<DayCondition> {
    use ConditionId::*;
    let booster = &protocol.booster;
    let tiers = &protocol.tiers;
    let mut rows = vec![
        flag(B1, Check::BoosterAuthorised, Fact::BoosterAuthorised, true),
        at_least(B1, Check::DoseMg, Fact::DoseMg, 1),
        capped(Check::BoosterAuthorisedDose, Test::AtMost, Fact::BoosterAuthorisedMg),
        capped(Check::BoosterLeast, Test::AtLeast, Fact::BoosterLeastMg).figure("booster.percent_of_first"),
        capped(Check::BoosterMost, Test::AtMost, Fact::BoosterMostMg).figure("booster.percent_of_first"),
        within(B2, Check::BoosterMinute, Fact::MinutesSinceDose, booster.minutes.value)
            .figure("booster.minutes"),
        flag(B6, Check::NoVomiting, Fact::Vomiting, false),
        at_least(B7, Check::GivenMg, Fact::GivenMg, 1),
        total(B7, Check::PrescribedTotal, Limit::Fact(Fact::PrescribedTotalMg)),
        total(B7, Check::TierCap, Limit::Fact(Fact::TierCapMg)).figure("tiers"),
        total(B7, Check::CeilingMg, Limit::Number(tiers.ceiling_mg.value)).figure("tiers.ceiling_mg"),
        total(B7, Check::CeilingForWeight, Limit::Fact(Fact::WeightCeilingMg))
            .figure("tiers.ceiling_tenths_mg_per_kg"),
        at_most(B8, Check::BoosterOnce, Fact::BoostersGiven, booster.per_session_max.value.saturating_sub(1))
            .figure("booster.per_session_max"),
    ];
    rows.extend(sign_rows(protocol));
    rows
}

/// B3 to B5: awake, pressure short of the act line and of a substantial rise, oxygen in band.
fn sign_rows(protocol: &Protocol) -> Vec<DayCondition> {
    use ConditionId::*;
    let bands = &protocol.bands;
    let minutes = protocol.booster.vitals_minutes_below.value;
    let fresh = |id, sign| recent(id, sign, minutes).figure("booster.vitals_minutes_below");
    let mut rows = vec![
        in_band(B3, Sign::Moaas, "hold", &bands.moaas.hold, protocol),
        fresh(B3, Sign::Moaas),
        in_band(B4, Sign::Systolic, "act", &bands.systolic_mmhg.act, protocol),
        fresh(B4, Sign::Systolic),
        in_band(B4, Sign::Diastolic, "act", &bands.diastolic_mmhg.act, protocol),
        fresh(B4, Sign::Diastolic),
        in_band(B5, Sign::Spo2, "hold", &bands.spo2_percent.hold, protocol),
        fresh(B5, Sign::Spo2),
    ];
    rows.extend(rise(Check::SystolicRise, Fact::SystolicRiseMmhg, Sign::Systolic, protocol));
    rows.extend(rise(Check::DiastolicRise, Fact::DiastolicRiseMmhg, Sign::Diastolic, protocol));
    rows
}

fn rise(check: Check, input: Fact, sign: Sign, protocol: &Protocol) -> Option<DayCondition> {
    let line: &Figure<Line> = protocol.bands.of(sign).rise_act.as_ref()?;
    let figure = format!("bands.{}.rise_act", sign.field());
    Some(at_most(ConditionId::B4, check, input, line.value.last_inside()).figure(&figure))
}

fn capped(check: Check, test: Test, limit: Fact) -> DayCondition {
    DayCondition { limit: Some(Limit::Fact(limit)), ..row(ConditionId::B1, check, Fact::DoseMg, test) }
}

impl BoosterInput {
    /// Everything that is known, as the interpreter of the rows takes it.
    pub fn facts(&self, protocol: &Protocol) -> DayInputs {
        let flags = [(Fact::BoosterAuthorised, self.authorised), (Fact::Vomiting, self.vomiting)];
        let numbers = [
            (Fact::BoosterAuthorisedMg, self.authorised_mg),
            (Fact::DoseMg, self.dose_mg),
            (Fact::GivenMg, self.given_mg),
            (Fact::MinutesSinceDose, self.minutes_since_dose),
            (Fact::PrescribedTotalMg, self.prescribed_total_mg),
            (Fact::BoostersGiven, self.boosters_given),
            (Fact::SystolicRiseMmhg, self.rise(Sign::Systolic, self.systolic_before_dose_mmhg)),
            (Fact::DiastolicRiseMmhg, self.rise(Sign::Diastolic, self.diastolic_before_dose_mmhg)),
        ];
        let numbers = numbers.into_iter().chain(self.caps(protocol));
        known(flags.into_iter(), numbers.chain(self.vital_signs.facts()))
    }

    fn rise(&self, sign: Sign, before_dose: Option<i64>) -> Option<i64> {
        Some(self.vital_signs.of(sign)?.value.saturating_sub(before_dose?))
    }

    /// Limits from the first dose and from weight, rounded to the stricter side.
    fn caps(&self, protocol: &Protocol) -> [(Fact, Option<i64>); 4] {
        let Range { low, high } = protocol.booster.percent_of_first.value;
        let per_kg = protocol.tiers.ceiling_tenths_mg_per_kg.value;
        let part = |percent: i64, round_up: i64| {
            let hundredths = self.first_dose_mg?.saturating_mul(percent);
            Some(hundredths.saturating_add(round_up).div_euclid(100))
        };
        let tier =
            tier_cap_mg(protocol, self.prescribed_tier, self.raised_cap_documented, self.weight_tenths_kg);
        [
            (Fact::BoosterLeastMg, part(low, 99)),
            (Fact::BoosterMostMg, part(high, 0)),
            (Fact::TierCapMg, tier),
            (Fact::WeightCeilingMg, self.weight_tenths_kg.map(|kg| mg_for_weight(per_kg, kg))),
        ]
    }
}
