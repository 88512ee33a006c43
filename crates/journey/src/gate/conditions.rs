//! The rows of the dose gate, made from a protocol.

use super::day::{DayCondition, Limit, Test, UnknownIs, Unless, Weight};
use super::names::{Check, ConditionId, Fact};
use crate::protocol::{Edges, Protocol, Range, Sign};

/// Every row of G1 to G16.
pub fn conditions(protocol: &Protocol) -> Vec<DayCondition> {
    let mut rows = standing_rows();
    rows.extend(prescription_rows());
    rows.extend(ceiling_rows(protocol));
    rows.extend(first_session_rows(protocol));
    rows.extend(later_session_rows(protocol));
    rows.extend(visit_rows(protocol));
    rows.extend(Sign::ALL.into_iter().flat_map(|sign| vital_rows(sign, protocol)));
    rows.extend(body_rows(protocol));
    rows.extend(room_rows());
    rows
}

/// The rows whose facts can change within the visit; this is what the browser gets.
pub fn day_conditions(protocol: &Protocol) -> Vec<DayCondition> {
    let mut rows = conditions(protocol);
    rows.retain(|row| row.id.is_of_the_day());
    rows
}

/// G1 to G5, and G16: what stands before the visit, apart from attesting.
fn standing_rows() -> Vec<DayCondition> {
    use ConditionId::*;
    vec![
        flag(G1, Check::ProtocolSigned, Fact::ProtocolSigned, true),
        flag(G1, Check::ProtocolInForce, Fact::ProtocolInForce, true),
        flag(G2, Check::IdentityConfirmed, Fact::IdentityConfirmed, true),
        flag(G3, Check::ClearanceGiven, Fact::ClearanceGiven, true),
        flag(G3, Check::ClearanceInDate, Fact::ClearanceInDate, true),
        flag(G3, Check::ClearanceNotReopened, Fact::ClearanceReopened, false),
        at_most(G3, Check::ClearanceConditionsMet, Fact::ClearanceConditionsOpen, 0),
        at_most(G4, Check::FlagsDecided, Fact::FlagsUndecided, 0),
        flag(G5, Check::ConsentCurrent, Fact::ConsentCurrent, true).figure("consent.valid_months"),
        flag(G5, Check::ConsentCoversTier, Fact::ConsentCoversTier, true),
        flag(G5, Check::ConsentNotWithdrawn, Fact::ConsentWithdrawn, false),
        flag(G5, Check::ConsentAttested, Fact::ConsentAttested, true),
        flag(G16, Check::NoSevereEvent, Fact::SevereEventOpen, false)
            .figure("deterioration.adverse_event_grade"),
        flag(G16, Check::NoDeterioration, Fact::DeteriorationOpen, false),
        flag(G16, Check::NoMisuseReview, Fact::MisuseReviewOpen, false).figure("misuse.signals_block"),
    ]
}

fn prescription_rows() -> Vec<DayCondition> {
    use ConditionId::G6;
    vec![
        flag(G6, Check::PrescriptionInDate, Fact::PrescriptionInDate, true),
        flag(G6, Check::PrescriptionCoversRoute, Fact::PrescriptionCoversRoute, true),
        at_least(G6, Check::DoseMg, Fact::DoseMg, 1),
        at_least(G6, Check::GivenMg, Fact::GivenMg, 0),
        row(G6, Check::PrescribedDose, Fact::DoseMg, Test::AtMost).limit(Limit::Fact(Fact::PrescribedDoseMg)),
        total(G6, Check::PrescribedTotal, Limit::Fact(Fact::PrescribedTotalMg)),
        total(G6, Check::TierCap, Limit::Fact(Fact::TierCapMg)).figure("tiers"),
    ]
}

fn ceiling_rows(protocol: &Protocol) -> Vec<DayCondition> {
    use ConditionId::G7;
    let days = Range { low: 0, high: protocol.work_up.weight_days.value };
    vec![
        total(G7, Check::CeilingMg, Limit::Number(protocol.tiers.ceiling_mg.value))
            .figure("tiers.ceiling_mg"),
        total(G7, Check::CeilingForWeight, Limit::Fact(Fact::WeightCeilingMg))
            .figure("tiers.ceiling_tenths_mg_per_kg"),
        within(G7, Check::WeightInDate, Fact::WeightAgeDays, days).figure("work_up.weight_days"),
    ]
}

fn first_session_rows(protocol: &Protocol) -> Vec<DayCondition> {
    use ConditionId::G8;
    let most = Limit::Number(protocol.tiers.psycholytic_mg_max.value);
    vec![
        row(G8, Check::FirstSessionKnown, Fact::FirstSession, Test::Present),
        total(G8, Check::FirstSessionTier, most)
            .unless(Fact::FirstSession, false)
            .figure("tiers.psycholytic_mg_max"),
        total(G8, Check::FirstSessionForWeight, Limit::Fact(Fact::FirstSessionCapMg))
            .unless(Fact::FirstSession, false)
            .figure("dosing.first_session_tenths_mg_per_kg_max"),
        total(G8, Check::FirstSessionStart, Limit::Fact(Fact::FirstSessionStartMg))
            .unless(Fact::FirstSession, false)
            .figure("dosing.first_session_mg")
            .cautions(),
    ]
}

fn later_session_rows(protocol: &Protocol) -> Vec<DayCondition> {
    use ConditionId::G8;
    let dosing = &protocol.dosing;
    // This session counts as well, so one less may have been before it.
    let in_7_days = dosing.sessions_per_7_days_max.value.saturating_sub(1);
    let since_review = dosing.sessions_before_review_max.value.saturating_sub(1);
    let rows = [
        total(G8, Check::Titration, Limit::Fact(Fact::TitrationCapMg)).figure("dosing.titration_mg_max"),
        at_least(G8, Check::IntervalHours, Fact::HoursSinceLastDose, dosing.interval_hours_min.value)
            .figure("dosing.interval_hours_min"),
        at_most(G8, Check::SessionsIn7Days, Fact::SessionsIn7Days, in_7_days)
            .figure("dosing.sessions_per_7_days_max"),
        at_most(G8, Check::SessionsSinceReview, Fact::SessionsSinceReview, since_review)
            .figure("dosing.sessions_before_review_max"),
        flag(G8, Check::LastReviewSigned, Fact::LastReviewSigned, true),
    ];
    rows.into_iter().map(|row| row.unless(Fact::FirstSession, true)).collect()
}

/// G9 to G11.
fn visit_rows(protocol: &Protocol) -> Vec<DayCondition> {
    use ConditionId::*;
    let days = Range { low: 0, high: protocol.work_up.pregnancy_test_days.value };
    vec![
        flag(G9, Check::MedicinesReconciled, Fact::MedicinesReconciled, true),
        within(G10, Check::PregnancyTestInDate, Fact::PregnancyTestAgeDays, days)
            .unless(Fact::PregnancyTestApplies, false)
            .figure("work_up.pregnancy_test_days"),
        flag(G10, Check::PregnancyTestNegative, Fact::PregnancyTestPositive, false)
            .unless(Fact::PregnancyTestApplies, false),
        flag(G11, Check::RiskAssessed, Fact::RiskAssessed, true),
    ]
}

fn vital_rows(sign: Sign, protocol: &Protocol) -> Vec<DayCondition> {
    let lines = protocol.bands.of(sign);
    let minutes = protocol.vitals.before_dose_minutes_below.value;
    let mut rows = vec![
        in_band(ConditionId::G12, sign, "hold", &lines.hold, protocol),
        recent(ConditionId::G12, sign, minutes).figure("vitals.before_dose_minutes_below"),
    ];
    if lines.warn.low.is_some() || lines.warn.high.is_some() {
        rows.push(in_band(ConditionId::G12, sign, "warn", &lines.warn, protocol).cautions());
    }
    rows
}

/// G13.
fn body_rows(protocol: &Protocol) -> Vec<DayCondition> {
    use ConditionId::G13;
    let fasting = &protocol.fasting;
    let food = |minutes| at_least(G13, Check::FoodMinutes, Fact::FoodMinutes, minutes);
    let hours = |hours| at_least(G13, Check::AlcoholCannabisHours, Fact::AlcoholCannabisHours, hours);
    vec![
        food(fasting.food_minutes_block.value).figure("fasting.food_minutes_block"),
        food(fasting.food_minutes_asked.value).figure("fasting.food_minutes_asked").cautions(),
        at_least(G13, Check::FluidMinutes, Fact::FluidMinutes, fasting.fluid_minutes_block.value)
            .figure("fasting.fluid_minutes_block"),
        hours(fasting.alcohol_cannabis_hours_block.value).figure("fasting.alcohol_cannabis_hours_block"),
        hours(fasting.alcohol_cannabis_hours_warn.value)
            .figure("fasting.alcohol_cannabis_hours_warn")
            .cautions(),
        flag(G13, Check::NotIntoxicated, Fact::Intoxicated, false),
        flag(G13, Check::NoInfection, Fact::Infection, false),
        flag(G13, Check::NoVomiting, Fact::Vomiting, false),
    ]
}

/// G14 and G15: that nobody was named or ticked is itself the failure.
fn room_rows() -> Vec<DayCondition> {
    use ConditionId::*;
    vec![
        flag(G14, Check::EscortNamed, Fact::EscortNamed, true).absence_fails(),
        flag(G14, Check::EscortConfirmed, Fact::EscortConfirmed, true),
        flag(G15, Check::KitChecked, Fact::KitChecked, true).absence_fails(),
        flag(G15, Check::MonitorPresent, Fact::MonitorPresent, true).absence_fails(),
        flag(G15, Check::PrescriberReachable, Fact::PrescriberReachable, true),
    ]
}

pub(super) fn row(id: ConditionId, check: Check, input: Fact, test: Test) -> DayCondition {
    DayCondition {
        id,
        check,
        input,
        plus: None,
        test,
        limit: None,
        unknown_is: UnknownIs::Unknown,
        unless: None,
        weight: Weight::Blocks,
        figure: None,
    }
}

pub(super) fn flag(id: ConditionId, check: Check, input: Fact, is: bool) -> DayCondition {
    row(id, check, input, Test::Equals).limit(Limit::Flag(is))
}

pub(super) fn at_least(id: ConditionId, check: Check, input: Fact, least: i64) -> DayCondition {
    row(id, check, input, Test::AtLeast).limit(Limit::Number(least))
}

pub(super) fn at_most(id: ConditionId, check: Check, input: Fact, most: i64) -> DayCondition {
    row(id, check, input, Test::AtMost).limit(Limit::Number(most))
}

pub(super) fn within(id: ConditionId, check: Check, input: Fact, range: Range) -> DayCondition {
    row(id, check, input, Test::Within).limit(Limit::Range(range))
}

/// What was given before and this dose, together.
pub(super) fn total(id: ConditionId, check: Check, limit: Limit) -> DayCondition {
    DayCondition { plus: Some(Fact::DoseMg), ..row(id, check, Fact::GivenMg, Test::SumAtMost) }.limit(limit)
}

/// A sign's value inside the edges of that name.
pub(super) fn in_band(
    id: ConditionId,
    sign: Sign,
    name: &str,
    edges: &Edges,
    protocol: &Protocol,
) -> DayCondition {
    let inside = protocol.bands.of(sign).inside(edges);
    let figure = format!("bands.{}.{name}", sign.field());
    within(id, Check::of_sign(sign).0, Fact::of_sign(sign).0, inside).figure(&figure)
}

/// A sign's age below the limit.
pub(super) fn recent(id: ConditionId, sign: Sign, minutes_below: i64) -> DayCondition {
    row(id, Check::of_sign(sign).1, Fact::of_sign(sign).1, Test::AgeBelow).limit(Limit::Number(minutes_below))
}

impl DayCondition {
    fn limit(self, limit: Limit) -> Self {
        DayCondition { limit: Some(limit), ..self }
    }

    pub(super) fn figure(self, path: &str) -> Self {
        DayCondition { figure: Some(path.to_owned()), ..self }
    }

    fn unless(self, input: Fact, is: bool) -> Self {
        DayCondition { unless: Some(Unless { input, is }), ..self }
    }

    fn absence_fails(self) -> Self {
        DayCondition { unknown_is: UnknownIs::Fails, ..self }
    }

    fn cautions(self) -> Self {
        DayCondition { weight: Weight::Cautions, ..self }
    }
}
