//! What the dose gate is decided from.

use super::day::{DayInputs, DayValue};
use super::names::Fact;
use crate::protocol::{DoseTier, Protocol, RaisedCap, Sign, mg_for_weight};
use serde::{Deserialize, Serialize};

/// What the caller knows before a dose; `None` means that nobody has recorded it.
///
/// *This visit* runs from arrival, also across midnight. Ages in days count calendar days in the
/// practice's zone; times since something count elapsed time, rounded down.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct GateInput {
    /// The medicine session, which an override must name.
    pub session: Option<String>,

    /// G1: the protocol carries a prescriber's signature.
    pub protocol_signed: Option<bool>,
    /// G1: the signed protocol is in force now.
    pub protocol_in_force: Option<bool>,

    /// G2: identity was confirmed this visit.
    pub identity_confirmed: Option<bool>,

    /// G3: the latest clearance says yes, with or without conditions.
    pub clearance_given: Option<bool>,
    /// G3: the clearance has not expired.
    pub clearance_in_date: Option<bool>,
    /// G3: something has reopened the clearance.
    pub clearance_reopened: Option<bool>,
    /// G3: conditions of the clearance that are not met.
    pub clearance_conditions_open: Option<i64>,

    /// G4: blocking flags that nobody has decided.
    pub flags_undecided: Option<i64>,

    /// G5: a consent is signed, not older than its validity, tier and protocol allow.
    pub consent_current: Option<bool>,
    /// G5: the consent covers the prescribed tier.
    pub consent_covers_tier: Option<bool>,
    /// G5: the consent was withdrawn.
    pub consent_withdrawn: Option<bool>,
    /// G5: the consent was attested again this visit.
    pub consent_attested: Option<bool>,

    /// G6: the prescription covers today.
    pub prescription_in_date: Option<bool>,
    /// G6: the prescription is for the sublingual route, and so is this dose.
    pub prescription_covers_route: Option<bool>,
    /// G6: most that is prescribed at once.
    pub prescribed_dose_mg: Option<i64>,
    /// G6: most that is prescribed for the session, booster included.
    pub prescribed_total_mg: Option<i64>,
    /// G6: the tier that is prescribed.
    pub prescribed_tier: Option<DoseTier>,
    /// G6: a reason for more than the moderate tier's usual cap is documented.
    pub raised_cap_documented: Option<bool>,

    /// The dose that is asked for.
    pub dose_mg: Option<i64>,
    /// What was given this session before; 0 before the first dose.
    pub given_mg: Option<i64>,
    /// G7: body weight in tenths of a kilogram.
    pub weight_tenths_kg: Option<i64>,
    /// G7: age of the body weight.
    pub weight_age_days: Option<i64>,

    /// G8: it is the client's first session.
    pub first_session: Option<bool>,
    /// G8: what the protocol starts a first session with, for this age and weight.
    #[serde(default)]
    pub first_session_start_mg: Option<i64>,
    /// G8: total of the last session that was well tolerated.
    pub last_tolerated_mg: Option<i64>,
    /// G8: the last session had an adverse event of grade 2 or more, so no step up.
    pub step_up_barred: Option<bool>,
    /// G8: hours since the last dose of an earlier session, booster included.
    pub hours_since_last_dose: Option<i64>,
    /// G8: sessions in the seven days before this one.
    pub sessions_in_7_days: Option<i64>,
    /// G8: sessions since the last periodic review, without this one.
    pub sessions_since_review: Option<i64>,
    /// G8: the review after the last session is signed.
    pub last_review_signed: Option<bool>,

    /// G9: medicines were reconciled this visit.
    pub medicines_reconciled: Option<bool>,

    /// G10: a pregnancy test applies to this client.
    pub pregnancy_test_applies: Option<bool>,
    /// G10: age of the latest test.
    pub pregnancy_test_age_days: Option<i64>,
    /// G10: the latest test is positive.
    pub pregnancy_test_positive: Option<bool>,

    /// G11: every risk answer has been assessed.
    pub risk_assessed: Option<bool>,

    /// G12: the latest vital signs.
    pub vital_signs: VitalSigns,

    /// G13: minutes since the last food.
    pub food_minutes: Option<i64>,
    /// G13: minutes since the last fluid.
    pub fluid_minutes: Option<i64>,
    /// G13: hours since the last alcohol or cannabis; a year of hours for never.
    pub alcohol_cannabis_hours: Option<i64>,
    /// G13: the client is intoxicated or in withdrawal.
    pub intoxicated: Option<bool>,
    /// G13: fever, or an infection of the airway.
    pub infection: Option<bool>,
    /// G13: vomiting this visit or today.
    pub vomiting: Option<bool>,

    /// G14: an escort is named.
    pub escort_named: Option<bool>,
    /// G14: the escort has confirmed.
    pub escort_confirmed: Option<bool>,

    /// G15: the kit was checked this visit.
    pub kit_checked: Option<bool>,
    /// G15: a qualified monitor is present.
    pub monitor_present: Option<bool>,
    /// G15: the prescriber can be reached now.
    pub prescriber_reachable: Option<bool>,

    /// G16: an adverse event of grade 3 or more waits for its review.
    pub severe_event_open: Option<bool>,
    /// G16: a reliable deterioration waits for its review.
    pub deterioration_open: Option<bool>,
    /// G16: a misuse review is open.
    pub misuse_review_open: Option<bool>,
}

/// A vital sign with its age.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Measured {
    /// The value, in the unit of the sign.
    pub value: i64,
    /// Whole minutes since it was measured, rounded down.
    pub age_minutes: i64,
}

/// The latest vital signs, each with its own age.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct VitalSigns {
    /// Systolic pressure.
    pub systolic_mmhg: Option<Measured>,
    /// Diastolic pressure.
    pub diastolic_mmhg: Option<Measured>,
    /// Heart rate.
    pub heart_rate_per_minute: Option<Measured>,
    /// Oxygen saturation on room air.
    pub spo2_percent: Option<Measured>,
    /// Respiratory rate.
    pub respiratory_rate_per_minute: Option<Measured>,
    /// Level of sedation, 5 to 0.
    pub moaas: Option<Measured>,
}

impl VitalSigns {
    /// The latest reading of one sign.
    pub fn of(&self, sign: Sign) -> Option<Measured> {
        match sign {
            Sign::Systolic => self.systolic_mmhg,
            Sign::Diastolic => self.diastolic_mmhg,
            Sign::HeartRate => self.heart_rate_per_minute,
            Sign::Spo2 => self.spo2_percent,
            Sign::RespiratoryRate => self.respiratory_rate_per_minute,
            Sign::Moaas => self.moaas,
        }
    }

    /// Values and ages as facts.
    pub(super) fn facts(&self) -> impl Iterator<Item = (Fact, Option<i64>)> + '_ {
        Sign::ALL.into_iter().flat_map(|sign| {
            let (value, age) = Fact::of_sign(sign);
            let taken = self.of(sign);
            [(value, taken.map(|one| one.value)), (age, taken.map(|one| one.age_minutes))]
        })
    }
}

impl GateInput {
    /// Everything that is known, as the interpreter of the rows takes it.
    pub fn facts(&self, protocol: &Protocol) -> DayInputs {
        known(self.flags(), self.numbers().chain(self.caps(protocol)).chain(self.vital_signs.facts()))
    }

    fn flags(&self) -> impl Iterator<Item = (Fact, Option<bool>)> {
        [
            (Fact::ProtocolSigned, self.protocol_signed),
            (Fact::ProtocolInForce, self.protocol_in_force),
            (Fact::IdentityConfirmed, self.identity_confirmed),
            (Fact::ClearanceGiven, self.clearance_given),
            (Fact::ClearanceInDate, self.clearance_in_date),
            (Fact::ClearanceReopened, self.clearance_reopened),
            (Fact::ConsentCurrent, self.consent_current),
            (Fact::ConsentCoversTier, self.consent_covers_tier),
            (Fact::ConsentWithdrawn, self.consent_withdrawn),
            (Fact::ConsentAttested, self.consent_attested),
            (Fact::PrescriptionInDate, self.prescription_in_date),
            (Fact::PrescriptionCoversRoute, self.prescription_covers_route),
            (Fact::FirstSession, self.first_session),
            (Fact::LastReviewSigned, self.last_review_signed),
            (Fact::MedicinesReconciled, self.medicines_reconciled),
            (Fact::PregnancyTestApplies, self.pregnancy_test_applies),
            (Fact::PregnancyTestPositive, self.pregnancy_test_positive),
            (Fact::RiskAssessed, self.risk_assessed),
            (Fact::Intoxicated, self.intoxicated),
            (Fact::Infection, self.infection),
            (Fact::Vomiting, self.vomiting),
            (Fact::EscortNamed, self.escort_named),
            (Fact::EscortConfirmed, self.escort_confirmed),
            (Fact::KitChecked, self.kit_checked),
            (Fact::MonitorPresent, self.monitor_present),
            (Fact::PrescriberReachable, self.prescriber_reachable),
            (Fact::SevereEventOpen, self.severe_event_open),
            (Fact::DeteriorationOpen, self.deterioration_open),
            (Fact::MisuseReviewOpen, self.misuse_review_open),
        ]
        .into_iter()
    }

    fn numbers(&self) -> impl Iterator<Item = (Fact, Option<i64>)> {
        [
            (Fact::ClearanceConditionsOpen, self.clearance_conditions_open),
            (Fact::FlagsUndecided, self.flags_undecided),
            (Fact::PrescribedDoseMg, self.prescribed_dose_mg),
            (Fact::PrescribedTotalMg, self.prescribed_total_mg),
            (Fact::DoseMg, self.dose_mg),
            (Fact::GivenMg, self.given_mg),
            (Fact::WeightAgeDays, self.weight_age_days),
            (Fact::FirstSessionStartMg, self.first_session_start_mg),
            (Fact::HoursSinceLastDose, self.hours_since_last_dose),
            (Fact::SessionsIn7Days, self.sessions_in_7_days),
            (Fact::SessionsSinceReview, self.sessions_since_review),
            (Fact::PregnancyTestAgeDays, self.pregnancy_test_age_days),
            (Fact::FoodMinutes, self.food_minutes),
            (Fact::FluidMinutes, self.fluid_minutes),
            (Fact::AlcoholCannabisHours, self.alcohol_cannabis_hours),
        ]
        .into_iter()
    }

    /// Limits that follow from weight and from the last dose.
    ///
    /// A weight that is too old still gives them: G7 stands in the way by itself then, and says
    /// the one thing that helps, which is to weigh.
    fn caps(&self, protocol: &Protocol) -> impl Iterator<Item = (Fact, Option<i64>)> {
        let for_weight = |tenths| self.weight_tenths_kg.map(|kg| mg_for_weight(tenths, kg));
        let first = protocol.dosing.first_session_tenths_mg_per_kg_max.value;
        let tier =
            tier_cap_mg(protocol, self.prescribed_tier, self.raised_cap_documented, self.weight_tenths_kg);
        [
            (Fact::WeightCeilingMg, for_weight(protocol.tiers.ceiling_tenths_mg_per_kg.value)),
            (Fact::FirstSessionCapMg, for_weight(first)),
            (Fact::TierCapMg, tier),
            (Fact::TitrationCapMg, self.titration_cap_mg(protocol)),
        ]
        .into_iter()
    }

    /// One step above the last tolerated dose, the smaller of milligrams and percent.
    fn titration_cap_mg(&self, protocol: &Protocol) -> Option<i64> {
        let last = self.last_tolerated_mg?;
        if self.step_up_barred? {
            return Some(last);
        }
        let percent = protocol.dosing.titration_percent_max.value;
        let step = last.saturating_mul(percent).div_euclid(100);
        Some(last.saturating_add(step.min(protocol.dosing.titration_mg_max.value)))
    }
}

/// Most that a session of the tier may total; unknown without tier or weight.
pub(super) fn tier_cap_mg(
    protocol: &Protocol,
    tier: Option<DoseTier>,
    raised_cap_documented: Option<bool>,
    weight_tenths_kg: Option<i64>,
) -> Option<i64> {
    let cap = match raised_cap_documented {
        Some(true) => RaisedCap::WithReason,
        Some(false) | None => RaisedCap::NoReason,
    };
    Some(protocol.tier_cap_mg(tier?, cap, weight_tenths_kg?))
}

/// Keeps what is known.
pub(super) fn known(
    flags: impl Iterator<Item = (Fact, Option<bool>)>,
    numbers: impl Iterator<Item = (Fact, Option<i64>)>,
) -> DayInputs {
    let flags = flags.filter_map(|(fact, flag)| Some((fact, DayValue::Flag(flag?))));
    let numbers = numbers.filter_map(|(fact, number)| Some((fact, DayValue::Number(number?))));
    flags.chain(numbers).collect()
}
