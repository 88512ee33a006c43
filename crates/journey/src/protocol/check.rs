//! What makes a protocol unfit to be signed.

use super::bands::{Edges, Sign, SignBands};
use super::figure::{Figure, FigureAt, Line};
use super::limits::limit;
use super::value::Value;
use super::{Bands, CheckIns, Protocol};
use crate::integration::Item;
use crate::scale;
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
    /// A figure is counted in another unit than the rules count in.
    #[error("{path}: count it in {unit}")]
    Uncounted {
        /// Place of the figure.
        path: String,
        /// The unit that the rules count in.
        unit: String,
    },
    /// A line lies where no value can be, so nothing ever crosses it.
    #[error("{path}: no possible value crosses this line")]
    NeverCrossed {
        /// Place of the line.
        path: String,
    },
    /// A list names something that is not there, or the same twice.
    #[error("{path}: name each scale once, as Kapok names it")]
    NotAsked {
        /// Place of the list.
        path: String,
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

impl ProtocolFault {
    /// The places at which it can be mended.
    pub fn paths(&self) -> Vec<&str> {
        match self {
            Self::OutOfOrder { lower, upper } if lower == upper => vec![lower],
            Self::OutOfOrder { lower, upper } => vec![lower, upper],
            Self::Unasked { .. } => vec!["check_ins.questions"],
            Self::Unsourced { path }
            | Self::Implausible { path, .. }
            | Self::Uncounted { path, .. }
            | Self::NeverCrossed { path }
            | Self::NotAsked { path }
            | Self::WrongWay { path }
            | Self::HoldWithoutAct { path }
            | Self::NotRising { path } => vec![path],
        }
    }
}

/// Gathers every fault of the protocol.
pub(super) fn check(protocol: &Protocol) -> Vec<ProtocolFault> {
    let mut faults = unsourced(protocol);
    faults.extend(protocol.figures().iter().flat_map(beyond_what_is_known));
    faults.extend(out_of_order(protocol));
    faults.extend(not_rising(protocol));
    faults.extend(unasked(protocol));
    faults.extend(unknown_scales(protocol));
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

/// A figure in another unit than the rules count in, or outside the widest range that can be meant.
fn beyond_what_is_known(figure: &FigureAt<'_>) -> Vec<ProtocolFault> {
    let Some(limit) = limit(&figure.path) else { return Vec::new() };
    let path = || figure.path.clone();
    let counted = (figure.unit != limit.unit)
        .then(|| ProtocolFault::Uncounted { path: path(), unit: limit.unit.to_owned() });
    let outside = numbers(&figure.typed).into_iter().find(|value| !(limit.low..=limit.high).contains(value));
    let outside = outside.map(|value| ProtocolFault::Implausible {
        path: path(),
        value,
        low: limit.low,
        high: limit.high,
    });
    counted.into_iter().chain(outside).collect()
}

/// The numbers that a value is made of.
fn numbers(value: &Value) -> Vec<i64> {
    match value {
        Value::Number(number) => vec![*number],
        Value::Line(line) => vec![line.number()],
        Value::Range(range) => vec![range.low, range.high],
        Value::Numbers(numbers) => numbers.clone(),
        Value::Slots(slots) => slots.iter().map(|slot| slot.minute).collect(),
        Value::Questions(days) => days.iter().map(|day| day.day).collect(),
        Value::Words(_) => Vec::new(),
    }
}

/// Lists of scales that name one which nobody can fill in, or the same twice.
fn unknown_scales(protocol: &Protocol) -> Vec<ProtocolFault> {
    let lawful = |names: &[String]| {
        let once = names.iter().collect::<std::collections::BTreeSet<_>>().len() == names.len();
        once && names.iter().all(|name| scale::SCALES.iter().any(|scale| scale.id == name))
    };
    let lists = protocol.questionnaires.iter().flat_map(|asked| {
        [("questionnaires.baseline", &asked.baseline), ("questionnaires.course", &asked.course)]
    });
    lists
        .filter(|(_, list)| !lawful(&list.value))
        .map(|(path, _)| ProtocolFault::NotAsked { path: path.to_owned() })
        .collect()
}

/// Pairs whose first must not be greater than the second.
fn out_of_order(protocol: &Protocol) -> Vec<ProtocolFault> {
    let (eligible, tiers, dosing) = (&protocol.eligibility, &protocol.tiers, &protocol.dosing);
    let (fasting, vitals, course) = (&protocol.fasting, &protocol.vitals, &protocol.course);
    let line = |figure: &Figure<Line>| figure.value.last_inside();
    let hours_of_window = protocol.check_ins.window_days.value.saturating_mul(24);
    macro_rules! pairs {
        ($(($group:ident . $lower:ident, $other:ident . $upper:ident)),* $(,)?) => {
            [$((
                concat!(stringify!($group), ".", stringify!($lower)), $group.$lower.value,
                concat!(stringify!($other), ".", stringify!($upper)), $other.$upper.value,
            )),*]
        };
    }
    let numbers = pairs![
        (tiers.psycholytic_mg_min, tiers.psycholytic_mg_max),
        (tiers.psycholytic_mg_max, tiers.moderate_mg_max),
        (tiers.moderate_mg_max, tiers.moderate_mg_max_with_reason),
        (tiers.moderate_mg_max_with_reason, tiers.ceiling_mg),
        (tiers.psycholytic_tenths_mg_per_kg_max, tiers.moderate_tenths_mg_per_kg_max),
        (tiers.moderate_tenths_mg_per_kg_max, tiers.ceiling_tenths_mg_per_kg),
        (dosing.first_session_reduced_mg, dosing.first_session_mg),
        (dosing.first_session_mg, tiers.moderate_mg_max),
        (dosing.first_session_tenths_mg_per_kg_max, tiers.ceiling_tenths_mg_per_kg),
        (fasting.food_minutes_block, fasting.food_minutes_asked),
        (fasting.fluid_minutes_block, fasting.fluid_minutes_asked),
        (fasting.alcohol_cannabis_hours_block, fasting.alcohol_cannabis_hours_warn),
        (vitals.overdue_prompt_minutes, vitals.overdue_alert_minutes),
    ];
    let rows = [
        (
            "eligibility.cardiovascular_event_weeks_block",
            eligible.cardiovascular_event_weeks_block.value,
            "eligibility.cardiovascular_event_weeks_review",
            eligible.cardiovascular_event_weeks_review.value,
        ),
        (
            "eligibility.intake_systolic_mmhg_warn",
            line(&eligible.intake_systolic_mmhg_warn),
            "eligibility.intake_systolic_mmhg_block",
            line(&eligible.intake_systolic_mmhg_block),
        ),
        (
            "eligibility.intake_diastolic_mmhg_warn",
            line(&eligible.intake_diastolic_mmhg_warn),
            "eligibility.intake_diastolic_mmhg_block",
            line(&eligible.intake_diastolic_mmhg_block),
        ),
        (
            "eligibility.liver_tenths_uln_warn",
            line(&eligible.liver_tenths_uln_warn),
            "eligibility.liver_tenths_uln_block",
            line(&eligible.liver_tenths_uln_block),
        ),
        (
            "deterioration.gad7_points",
            line(&protocol.deterioration.gad7_points),
            "deterioration.gad7_points_reliable",
            line(&protocol.deterioration.gad7_points_reliable),
        ),
        (
            "check_ins.window_peak_hours",
            protocol.check_ins.window_peak_hours.value,
            "check_ins.window_days",
            hours_of_window,
        ),
        ("course.hold", course.hold.value.low, "course.end_minutes", course.end_minutes.value),
    ];
    let figures = protocol.figures();
    let ranges = figures.iter().filter_map(|figure| match figure.typed {
        Value::Range(range) => Some((figure.path.as_str(), range.low, figure.path.as_str(), range.high)),
        _ => None,
    });
    let reviews = dosing.sessions_between_reviews.as_ref().map(|between| {
        let most = dosing.sessions_before_review_max.value;
        ("dosing.sessions_between_reviews", between.value, "dosing.sessions_before_review_max", most)
    });
    numbers
        .into_iter()
        .chain(rows)
        .chain(ranges)
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
    faults.extend(never_crossed(lines, &path));
    faults
}

fn named_edges(lines: &SignBands) -> [(&'static str, &Edges); 4] {
    [("warn", &lines.warn), ("hold", &lines.hold), ("act", &lines.act), ("emergency", &lines.emergency)]
}

/// Lines that no value which is taken for possible can cross.
fn never_crossed(lines: &SignBands, path: &str) -> Vec<ProtocolFault> {
    let possible = lines.possible.value;
    let mut faults = Vec::new();
    for (name, edges) in named_edges(lines) {
        let sides = [("low", &edges.low, possible.low, false), ("high", &edges.high, possible.high, true)];
        for (side, line, end, upper) in sides {
            let faces = line.as_ref().filter(|line| line.value.is_upper() == upper);
            if faces.is_some_and(|line| !line.value.crossed_by(end)) {
                faults.push(ProtocolFault::NeverCrossed { path: format!("{path}.{name}.{side}") });
            }
        }
    }
    faults
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
