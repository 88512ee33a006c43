//! What the software knows of each figure: its unit, which way is less cautious, what can be meant.
//!
//! A figure's unit is not a practice's to change: rules count in it. The ranges are the widest that
//! can be meant; a wider one needs a new release. Both are defaults of this software (`[D]`).

use super::bands::Sign;
use super::value::Value;
use Looser::{BySide, Down, Fewer, Narrower, Neither, Up, Wider};

/// Which way a figure becomes less cautious.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Looser {
    /// Greater is less cautious.
    Up,
    /// Smaller is less cautious.
    Down,
    /// A wider range is less cautious.
    Wider,
    /// A narrower range is less cautious.
    Narrower,
    /// Fewer of a list are less cautious.
    Fewer,
    /// A line further out on its own side is less cautious.
    BySide,
    /// Neither way: it is drawn, or is a convenience, or guards against slips of the finger.
    Neither,
}

/// What is known of one figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limit {
    /// Its place in the protocol.
    pub path: &'static str,
    /// The unit that the rules count in.
    pub unit: &'static str,
    /// Which way it becomes less cautious.
    pub looser: Looser,
    /// Lowest number that can be meant.
    pub low: i64,
    /// Highest number that can be meant.
    pub high: i64,
}

const fn row(path: &'static str, unit: &'static str, looser: Looser, low: i64, high: i64) -> Limit {
    Limit { path, unit, looser, low, high }
}

/// What is known of the figure at this place; nothing where no rule reads one.
pub fn limit(path: &str) -> Option<Limit> {
    LIMITS.iter().find(|limit| limit.path == path).copied().or_else(|| of_band(path))
}

/// Every line of a sign is counted as the sign is, whether or not it ships.
fn of_band(path: &str) -> Option<Limit> {
    let (field, line) = path.strip_prefix("bands.")?.split_once('.')?;
    let sign = Sign::ALL.into_iter().find(|sign| sign.field() == field)?;
    let (unit, low, high) = match sign {
        Sign::Systolic => ("mmHg", 30, 300),
        Sign::Diastolic => ("mmHg", 10, 200),
        Sign::HeartRate => ("/min", 10, 300),
        Sign::Spo2 => ("%", 0, 100),
        Sign::RespiratoryRate => ("/min", 0, 100),
        Sign::Moaas => ("level", 0, 5),
    };
    let looser = if line == "possible" { Neither } else { BySide };
    Some(row("", unit, looser, if line == "rise_act" { 1 } else { low }, high))
}

/// Whether `after` is less cautious than `before`.
pub(super) fn is_looser(looser: Looser, before: &Value, after: &Value) -> bool {
    match (looser, before, after) {
        (Up, Value::Number(before), Value::Number(after)) => after > before,
        (Down, Value::Number(before), Value::Number(after)) => after < before,
        (Wider, Value::Range(before), Value::Range(after)) => {
            after.low < before.low || after.high > before.high
        }
        (Narrower, Value::Range(before), Value::Range(after)) => {
            after.low > before.low || after.high < before.high
        }
        (BySide, Value::Line(before), Value::Line(after)) if before.is_upper() => {
            !after.is_upper() || after.last_inside() > before.last_inside()
        }
        (BySide, Value::Line(before), Value::Line(after)) => {
            after.is_upper() || after.last_inside() < before.last_inside()
        }
        (Fewer, before, after) => has_fewer(before, after),
        _ => false,
    }
}

/// Whether something of the list before is not in the list after.
fn has_fewer(before: &Value, after: &Value) -> bool {
    match (before, after) {
        (Value::Numbers(before), Value::Numbers(after)) => before.iter().any(|one| !after.contains(one)),
        (Value::Words(before), Value::Words(after)) => before.iter().any(|one| !after.contains(one)),
        (Value::Slots(before), Value::Slots(after)) => before.iter().any(|one| {
            let kept = after.iter().find(|slot| slot.minute == one.minute);
            kept.is_none_or(|kept| one.measures.iter().any(|measure| !kept.measures.contains(measure)))
        }),
        (Value::Questions(before), Value::Questions(after)) => before.iter().any(|one| {
            let kept = after.iter().find(|day| day.day == one.day);
            kept.is_none_or(|kept| one.items.iter().any(|item| !kept.items.contains(item)))
        }),
        _ => false,
    }
}

/// Every figure but the lines of the signs.
#[rustfmt::skip]
pub(super) const LIMITS: [Limit; 116] = [
    row("eligibility.age_years_min", "years", Down, 18, 120),
    row("eligibility.age_years_reduced_start", "years", Up, 18, 120),
    row("eligibility.cardiovascular_event_weeks_block", "weeks", Down, 1, 520),
    row("eligibility.cardiovascular_event_weeks_review", "weeks", Down, 1, 520),
    row("eligibility.intake_systolic_mmhg_block", "mmHg", BySide, 120, 200),
    row("eligibility.intake_diastolic_mmhg_block", "mmHg", BySide, 70, 130),
    row("eligibility.intake_systolic_mmhg_warn", "mmHg", BySide, 110, 180),
    row("eligibility.intake_diastolic_mmhg_warn", "mmHg", BySide, 60, 120),
    row("eligibility.intake_pressure_readings_min", "readings", Up, 1, 5),
    row("eligibility.pressure_days_max", "days", Up, 1, 731),
    row("eligibility.active_unconfirmed_days", "days", Up, 1, 3650),
    row("eligibility.liver_tenths_uln_warn", "0.1 ULN", BySide, 10, 100),
    row("eligibility.liver_tenths_uln_block", "0.1 ULN", BySide, 10, 200),
    row("eligibility.stop_bang_block", "points", BySide, 3, 8),
    row("eligibility.ecg_age_years", "years", BySide, 18, 100),
    row("eligibility.suicide_attempt_days_block", "days", Down, 1, 3650),
    row("eligibility.sessions_per_year_without_labs_max", "sessions", Up, 1, 52),
    row("findings.head_injury_days_block", "days", Down, 1, 3650),
    row("findings.pregnancy_days_max", "days", Down, 280, 330),
    row("findings.childbearing_age_years", "years", Narrower, 8, 70),
    row("findings.alt_units_per_litre_uln", "U/L", Up, 10, 100),
    row("findings.ast_units_per_litre_uln", "U/L", Up, 10, 100),
    row("findings.tsh_tenths_miu_per_litre", "0.1 mIU/L", Wider, 1, 100),
    row("work_up.psychiatric_evaluation_days", "days", Up, 1, 731),
    row("work_up.medical_history_days", "days", Up, 1, 731),
    row("work_up.weight_days", "days", Up, 1, 366),
    row("work_up.pregnancy_test_days", "days", Up, 0, 31),
    row("work_up.liver_kidney_days", "days", Up, 1, 731),
    row("work_up.urinalysis_days", "days", Up, 1, 731),
    row("work_up.tsh_days", "days", Up, 1, 1461),
    row("work_up.substance_screen_days", "days", Up, 1, 731),
    row("work_up.clearance_days_max", "days", Up, 1, 366),
    row("tiers.psycholytic_mg_min", "mg", Neither, 1, 300),
    row("tiers.psycholytic_mg_max", "mg", Up, 1, 300),
    row("tiers.psycholytic_tenths_mg_per_kg_max", "0.1 mg/kg", Up, 1, 40),
    row("tiers.moderate_mg_max", "mg", Up, 1, 300),
    row("tiers.moderate_mg_max_with_reason", "mg", Up, 1, 300),
    row("tiers.moderate_tenths_mg_per_kg_max", "0.1 mg/kg", Up, 1, 40),
    row("tiers.ceiling_mg", "mg", Up, 1, 300),
    row("tiers.ceiling_tenths_mg_per_kg", "0.1 mg/kg", Up, 1, 40),
    row("dosing.first_session_mg", "mg", Up, 1, 200),
    row("dosing.first_session_reduced_mg", "mg", Up, 1, 200),
    row("dosing.reduced_start_weight_tenths_kg", "0.1 kg", BySide, 300, 1000),
    row("dosing.first_session_tenths_mg_per_kg_max", "0.1 mg/kg", Up, 1, 40),
    row("dosing.titration_mg_max", "mg", Up, 0, 100),
    row("dosing.titration_percent_max", "%", Up, 0, 100),
    row("dosing.interval_hours_min", "h", Down, 24, 8760),
    row("dosing.sessions_per_7_days_max", "sessions", Up, 1, 3),
    row("dosing.sessions_before_review_max", "sessions", Up, 1, 24),
    row("dosing.sessions_between_reviews", "sessions", Up, 1, 24),
    row("dosing.hold_minutes", "min", Wider, 1, 30),
    row("fasting.food_minutes_block", "min", Down, 0, 1440),
    row("fasting.food_minutes_asked", "min", Down, 0, 1440),
    row("fasting.fluid_minutes_block", "min", Down, 0, 1440),
    row("fasting.fluid_minutes_asked", "min", Down, 0, 1440),
    row("fasting.alcohol_cannabis_hours_block", "h", Down, 1, 168),
    row("fasting.alcohol_cannabis_hours_warn", "h", Down, 1, 336),
    row("booster.per_session_max", "boosters", Up, 0, 1),
    row("booster.percent_of_first", "%", Wider, 1, 100),
    row("booster.minutes", "min", Wider, 1, 90),
    row("booster.vitals_minutes_below", "min", Up, 1, 30),
    row("vitals.before_dose_minutes_below", "min", Up, 1, 60),
    row("vitals.repeat_minutes", "min", Down, 1, 30),
    row("vitals.schedule", "min", Fewer, 1, 360),
    row("vitals.afterwards_every_minutes", "min", Up, 1, 60),
    row("vitals.after_booster_minutes", "min", Fewer, 1, 360),
    row("vitals.overdue_prompt_minutes", "min", Up, 1, 30),
    row("vitals.overdue_alert_minutes", "min", Up, 1, 60),
    row("vitals.deferred_in_a_row_max", "readings", Up, 0, 3),
    row("bands.apnoea_seconds_emergency", "s", BySide, 5, 30),
    row("bands.reassess_minutes", "min", Up, 1, 15),
    row("course.hold", "min", Neither, 0, 60),
    row("course.onset", "min", Neither, 0, 120),
    row("course.inward", "min", Neither, 0, 240),
    row("course.return_minutes", "min", Neither, 0, 300),
    row("course.grounding", "min", Neither, 0, 360),
    row("course.end_minutes", "min", Neither, 60, 600),
    row("discharge.minutes_since_last_dose_min", "min", Down, 120, 720),
    row("discharge.aldrete_min", "points", Down, 9, 10),
    row("discharge.spo2_percent", "%", BySide, 90, 98),
    row("discharge.systolic_mmhg", "mmHg", BySide, 120, 180),
    row("discharge.diastolic_mmhg", "mmHg", BySide, 70, 120),
    row("discharge.moaas_min", "level", Down, 4, 5),
    row("discharge.dissociation_max", "points of 10", Up, 0, 3),
    row("discharge.driving_hours_min", "h", Down, 12, 168),
    row("consent.valid_months", "months", Up, 1, 24),
    row("check_ins.days", "days", Fewer, 1, 90),
    row("check_ins.questions", "questions", Fewer, 1, 90),
    row("check_ins.hours_of_day", "hour of day", Neither, 0, 24),
    row("check_ins.link_opens_hours_before", "h", Neither, 0, 48),
    row("check_ins.link_days_max", "days", Up, 1, 30),
    row("check_ins.window_peak_hours", "h", Down, 1, 336),
    row("check_ins.window_days", "days", Down, 1, 90),
    row("check_ins.integration_hours_max", "h", Up, 1, 336),
    row("check_ins.follow_up_months", "months", Fewer, 1, 60),
    row("appointments.consultation_minutes", "min", Neither, 10, 480),
    row("appointments.preparation_minutes", "min", Neither, 10, 480),
    row("appointments.integration_minutes", "min", Neither, 10, 480),
    row("appointments.review_minutes", "min", Neither, 10, 480),
    row("stock.inventory_months", "months", Up, 1, 24),
    row("stock.estimate_units_max", "units", Up, 0, 1_000),
    row("stock.loss_notice_business_days", "days", Up, 1, 3),
    // Any answer but "not at all" is met at once: no practice may wait for a graver one.
    row("risk.phq9_item9", "points", BySide, 1, 1),
    row("risk.task_minutes", "min", Up, 1, 1440),
    row("risk.short_sleep_hours", "h", BySide, 1, 8),
    row("risk.short_sleep_energy", "points of 10", BySide, 1, 10),
    row("risk.short_sleep_nights", "nights", Up, 1, 7),
    row("deterioration.phq9_points", "points", BySide, 1, 27),
    row("deterioration.gad7_points", "points", BySide, 1, 21),
    row("deterioration.gad7_points_reliable", "points", BySide, 1, 21),
    row("deterioration.pcl5_points", "points", BySide, 1, 80),
    row("deterioration.adverse_event_grade", "grade", BySide, 1, 5),
    row("misuse.signals_block", "signals", BySide, 1, 10),
    row("questionnaires.baseline", "scales", Fewer, 0, 0),
    row("questionnaires.course", "scales", Fewer, 0, 0),
    row("questionnaires.after_session_day", "days", Up, 1, 90),
];
