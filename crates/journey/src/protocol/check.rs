//! What makes a protocol unfit to be signed.

use super::bands::{Edges, Sign, SignBands};
use super::figure::{Figure, Line};
use super::{Bands, CheckIns, Findings, Protocol};
use crate::integration::Item;
use serde::Serialize;

/// Questions that one check-in may hold: under a minute, also for somebody who is raw or tired.
const QUESTIONS_MAX: usize = 5;

/// One thing that makes a protocol unfit to be signed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, thiserror::Error)]
#[serde(tag = "fault", rename_all = "kebab-case")]
pub enum ProtocolFault {
    /// A unit or a source is empty.
    #[error("{path}: give the unit and the source")]
    Unsourced {
        /// Place of the figure.
        path: String,
    },
    /// A figure is outside what can be meant.
    #[error("{path}: {value} is outside {low} to {high}")]
    Implausible {
        /// Place of the figure.
        path: String,
        /// Its value.
        value: i64,
        /// Lowest plausible value.
        low: i64,
        /// Highest plausible value.
        high: i64,
    },
    /// Two figures are the wrong way round.
    #[error("{lower} must not be greater than {upper}")]
    OutOfOrder {
        /// Place of the figure that must not be greater.
        lower: String,
        /// Place of the figure that must not be smaller.
        upper: String,
    },
    /// A line on the low side is crossed by high values, or the other way round.
    #[error("{path}: the line faces the wrong way")]
    WrongWay {
        /// Place of the line.
        path: String,
    },
    /// A hold line has no act line on its side, so an override would have no end.
    #[error("{path}: give the act line on this side")]
    HoldWithoutAct {
        /// Place of the missing line.
        path: String,
    },
    /// A list is empty or not rising.
    #[error("{path}: give at least one value, each greater than the one before")]
    NotRising {
        /// Place of the list.
        path: String,
    },
    /// A check-in's day has no fitting list of questions.
    #[error(
        "check_ins.questions: give each day one to {questions_max} questions, with harm_thoughts among them"
    )]
    Unasked {
        /// How many a day may have.
        questions_max: usize,
    },
}

/// Gathers every fault of the protocol.
pub(super) fn check(protocol: &Protocol) -> Vec<ProtocolFault> {
    let mut faults = unsourced(protocol);
    faults.extend(implausible(protocol));
    faults.extend(protocol.findings.iter().flat_map(implausible_findings));
    faults.extend(out_of_order(protocol));
    faults.extend(not_rising(protocol));
    faults.extend(unasked(protocol));
    for sign in Sign::ALL {
        faults.extend(sign_faults(&protocol.bands, sign));
    }
    faults
}

fn unsourced(protocol: &Protocol) -> Vec<ProtocolFault> {
    protocol
        .figures()
        .into_iter()
        .filter(|figure| figure.unit.trim().is_empty() || figure.source.trim().is_empty())
        .map(|figure| ProtocolFault::Unsourced { path: figure.path })
        .collect()
}

/// Figures with the widest range that can be meant; a wider one needs a new release.
fn implausible(protocol: &Protocol) -> Vec<ProtocolFault> {
    let (tiers, dosing, work_up) = (&protocol.tiers, &protocol.dosing, &protocol.work_up);
    let (fasting, vitals, booster) = (&protocol.fasting, &protocol.vitals, &protocol.booster);
    let rows: [(&str, &Figure<i64>, i64, i64); 21] = [
        ("eligibility.age_years_min", &protocol.eligibility.age_years_min, 18, 120),
        ("work_up.weight_days", &work_up.weight_days, 1, 366),
        ("work_up.pregnancy_test_days", &work_up.pregnancy_test_days, 0, 31),
        ("work_up.clearance_days_max", &work_up.clearance_days_max, 1, 366),
        ("tiers.psycholytic_mg_min", &tiers.psycholytic_mg_min, 1, 300),
        ("tiers.ceiling_mg", &tiers.ceiling_mg, 1, 300),
        ("tiers.ceiling_tenths_mg_per_kg", &tiers.ceiling_tenths_mg_per_kg, 1, 40),
        ("dosing.titration_mg_max", &dosing.titration_mg_max, 0, 100),
        ("dosing.titration_percent_max", &dosing.titration_percent_max, 0, 100),
        ("dosing.interval_hours_min", &dosing.interval_hours_min, 24, 8_760),
        ("dosing.sessions_per_7_days_max", &dosing.sessions_per_7_days_max, 1, 3),
        ("dosing.sessions_before_review_max", &dosing.sessions_before_review_max, 1, 24),
        ("fasting.food_minutes_block", &fasting.food_minutes_block, 0, 1_440),
        ("fasting.fluid_minutes_block", &fasting.fluid_minutes_block, 0, 1_440),
        ("booster.per_session_max", &booster.per_session_max, 0, 1),
        ("booster.vitals_minutes_below", &booster.vitals_minutes_below, 1, 30),
        ("vitals.before_dose_minutes_below", &vitals.before_dose_minutes_below, 1, 60),
        ("vitals.afterwards_every_minutes", &vitals.afterwards_every_minutes, 1, 60),
        ("discharge.minutes_since_last_dose_min", &protocol.discharge.minutes_since_last_dose_min, 120, 720),
        ("discharge.aldrete_min", &protocol.discharge.aldrete_min, 9, 10),
        ("consent.valid_months", &protocol.consent.valid_months, 1, 24),
    ];
    outside(rows.into_iter().map(|(path, figure, low, high)| (path, figure.value, low, high)))
}

/// The same for the figures of the rules on findings.
fn implausible_findings(findings: &Findings) -> Vec<ProtocolFault> {
    let (ages, tsh) = (findings.childbearing_age_years.value, findings.tsh_tenths_miu_per_litre.value);
    let rows: [(&str, i64, i64, i64); 8] = [
        ("findings.head_injury_days_block", findings.head_injury_days_block.value, 1, 3_650),
        ("findings.pregnancy_days_max", findings.pregnancy_days_max.value, 280, 330),
        ("findings.childbearing_age_years", ages.low, 8, 16),
        ("findings.childbearing_age_years", ages.high, 45, 70),
        ("findings.alt_units_per_litre_uln", findings.alt_units_per_litre_uln.value, 10, 100),
        ("findings.ast_units_per_litre_uln", findings.ast_units_per_litre_uln.value, 10, 100),
        ("findings.tsh_tenths_miu_per_litre", tsh.low, 1, 10),
        ("findings.tsh_tenths_miu_per_litre", tsh.high, 20, 100),
    ];
    outside(rows.into_iter())
}

/// Rows of place, value, lowest and highest plausible value.
fn outside(rows: impl Iterator<Item = (&'static str, i64, i64, i64)>) -> Vec<ProtocolFault> {
    rows.filter(|(_, value, low, high)| !(*low..=*high).contains(value))
        .map(|(path, value, low, high)| ProtocolFault::Implausible {
            path: path.to_owned(),
            value,
            low,
            high,
        })
        .collect()
}

/// Pairs whose first must not be greater than the second.
fn out_of_order(protocol: &Protocol) -> Vec<ProtocolFault> {
    let (tiers, fasting, vitals) = (&protocol.tiers, &protocol.fasting, &protocol.vitals);
    let (booster, course) = (&protocol.booster, &protocol.course);
    let hours = protocol.check_ins.hours_of_day.value;
    let tier = |mg: &Figure<i64>| mg.value;
    let rows: [(&str, i64, &str, i64); 13] = [
        (
            "tiers.psycholytic_mg_min",
            tier(&tiers.psycholytic_mg_min),
            "tiers.psycholytic_mg_max",
            tier(&tiers.psycholytic_mg_max),
        ),
        (
            "tiers.psycholytic_mg_max",
            tier(&tiers.psycholytic_mg_max),
            "tiers.moderate_mg_max",
            tier(&tiers.moderate_mg_max),
        ),
        (
            "tiers.moderate_mg_max",
            tier(&tiers.moderate_mg_max),
            "tiers.moderate_mg_max_with_reason",
            tier(&tiers.moderate_mg_max_with_reason),
        ),
        (
            "tiers.moderate_mg_max_with_reason",
            tier(&tiers.moderate_mg_max_with_reason),
            "tiers.ceiling_mg",
            tier(&tiers.ceiling_mg),
        ),
        (
            "tiers.psycholytic_tenths_mg_per_kg_max",
            tier(&tiers.psycholytic_tenths_mg_per_kg_max),
            "tiers.moderate_tenths_mg_per_kg_max",
            tier(&tiers.moderate_tenths_mg_per_kg_max),
        ),
        (
            "tiers.moderate_tenths_mg_per_kg_max",
            tier(&tiers.moderate_tenths_mg_per_kg_max),
            "tiers.ceiling_tenths_mg_per_kg",
            tier(&tiers.ceiling_tenths_mg_per_kg),
        ),
        (
            "fasting.food_minutes_block",
            fasting.food_minutes_block.value,
            "fasting.food_minutes_asked",
            fasting.food_minutes_asked.value,
        ),
        (
            "fasting.fluid_minutes_block",
            fasting.fluid_minutes_block.value,
            "fasting.fluid_minutes_asked",
            fasting.fluid_minutes_asked.value,
        ),
        (
            "fasting.alcohol_cannabis_hours_block",
            fasting.alcohol_cannabis_hours_block.value,
            "fasting.alcohol_cannabis_hours_warn",
            fasting.alcohol_cannabis_hours_warn.value,
        ),
        (
            "vitals.overdue_prompt_minutes",
            vitals.overdue_prompt_minutes.value,
            "vitals.overdue_alert_minutes",
            vitals.overdue_alert_minutes.value,
        ),
        ("booster.minutes", booster.minutes.value.low, "booster.minutes", booster.minutes.value.high),
        ("check_ins.hours_of_day", hours.low, "check_ins.hours_of_day", hours.high),
        ("course.hold", course.hold.value.low, "course.end_minutes", course.end_minutes.value),
    ];
    let dosing = &protocol.dosing;
    let reviews = dosing.sessions_between_reviews.as_ref().map(|between| {
        let most = dosing.sessions_before_review_max.value;
        ("dosing.sessions_between_reviews", between.value, "dosing.sessions_before_review_max", most)
    });
    rows.into_iter()
        .chain(reviews)
        .filter(|(_, lower, _, upper)| lower > upper)
        .map(|(lower, _, upper, _)| fault_of_order(lower, upper))
        .collect()
}

fn fault_of_order(lower: &str, upper: &str) -> ProtocolFault {
    ProtocolFault::OutOfOrder { lower: lower.to_owned(), upper: upper.to_owned() }
}

/// Days whose questions are missing, too many for a tired person, or leave the safety question out.
fn unasked(protocol: &Protocol) -> Option<ProtocolFault> {
    let CheckIns { days, questions, .. } = &protocol.check_ins;
    let lists = &questions.as_ref()?.value;
    let lawful = |items: &[Item]| {
        let once = items.iter().collect::<std::collections::BTreeSet<_>>().len() == items.len();
        once && items.len() <= QUESTIONS_MAX && items.contains(&Item::HarmThoughts)
    };
    let asked = |day: &i64| lists.iter().any(|list| list.day == *day && lawful(&list.items));
    (!days.value.iter().all(asked)).then_some(ProtocolFault::Unasked { questions_max: QUESTIONS_MAX })
}

fn not_rising(protocol: &Protocol) -> Vec<ProtocolFault> {
    let slots = protocol.vitals.schedule.value.iter().map(|slot| slot.minute).collect();
    let lists: [(&str, Vec<i64>); 4] = [
        ("vitals.schedule", slots),
        ("vitals.after_booster_minutes", protocol.vitals.after_booster_minutes.value.clone()),
        ("check_ins.days", protocol.check_ins.days.value.clone()),
        ("check_ins.follow_up_months", protocol.check_ins.follow_up_months.value.clone()),
    ];
    lists
        .into_iter()
        .filter(|(_, values)| values.is_empty() || !values.is_sorted_by(|one, next| one < next))
        .map(|(path, _)| ProtocolFault::NotRising { path: path.to_owned() })
        .collect()
}

fn sign_faults(bands: &Bands, sign: Sign) -> Vec<ProtocolFault> {
    let lines = bands.of(sign);
    let path = format!("bands.{}", sign.field());
    let mut faults = wrong_way(lines, &path);
    faults.extend(lines_out_of_order(lines, &path));
    faults.extend(hold_without_act(lines, sign, &path));
    if lines.possible.value.low > lines.possible.value.high {
        let possible = format!("{path}.possible");
        faults.push(fault_of_order(&possible, &possible));
    }
    faults
}

fn named_edges(lines: &SignBands) -> [(&'static str, &Edges); 4] {
    [("warn", &lines.warn), ("hold", &lines.hold), ("act", &lines.act), ("emergency", &lines.emergency)]
}

fn wrong_way(lines: &SignBands, path: &str) -> Vec<ProtocolFault> {
    let mut faults = Vec::new();
    for (name, edges) in named_edges(lines) {
        for (side, line, upper) in [("low", &edges.low, false), ("high", &edges.high, true)] {
            if line.as_ref().is_some_and(|line| line.value.is_upper() != upper) {
                faults.push(ProtocolFault::WrongWay { path: format!("{path}.{name}.{side}") });
            }
        }
    }
    faults
}

/// Each line must lie at or beyond the milder one: warn, hold, act, emergency.
fn lines_out_of_order(lines: &SignBands, path: &str) -> Vec<ProtocolFault> {
    let value = |line: &Option<Figure<Line>>| line.as_ref().map(|line| line.value.last_inside());
    let mut faults = Vec::new();
    let mut low: Option<(String, i64)> = None;
    let mut high: Option<(String, i64)> = None;
    for (name, edges) in named_edges(lines) {
        if let Some(next) = value(&edges.low) {
            let here = format!("{path}.{name}.low");
            if low.as_ref().is_some_and(|(_, milder)| next > *milder) {
                faults.push(fault_of_order(&here, &low.expect("just compared").0));
            }
            low = Some((here, next));
        }
        if let Some(next) = value(&edges.high) {
            let here = format!("{path}.{name}.high");
            if high.as_ref().is_some_and(|(_, milder)| next < *milder) {
                faults.push(fault_of_order(&high.expect("just compared").0, &here));
            }
            high = Some((here, next));
        }
    }
    faults
}

/// Low diastolic pressure is acted on by the systolic line: they are one row of the dossier.
fn hold_without_act(lines: &SignBands, sign: Sign, path: &str) -> Vec<ProtocolFault> {
    let sides = [
        ("low", &lines.hold.low, &lines.act.low, sign == Sign::Diastolic),
        ("high", &lines.hold.high, &lines.act.high, false),
    ];
    sides
        .into_iter()
        .filter(|(_, hold, act, excused)| hold.is_some() && act.is_none() && !excused)
        .map(|(side, ..)| ProtocolFault::HoldWithoutAct { path: format!("{path}.act.{side}") })
        .collect()
}
