//! The words for figures, their groups and their faults.

use journey::protocol::ProtocolFault;

use crate::messages::Messages;
use crate::practice::medical;
use crate::t;

/// What a source says beyond how sure the figure is.
pub(super) fn cited(source: &str) -> Option<&str> {
    let known = ["default of this software", "set by this practice"];
    let cited = known.iter().find_map(|known| source.strip_prefix(known)).unwrap_or(source);
    Some(cited.trim_start_matches([',', ':', ';', ' '])).filter(|cited| !cited.is_empty())
}

/// A place as an id in the page.
pub(super) fn key(path: &str) -> String {
    path.replace(['.', '_'], "-")
}

/// The group a figure stands in: `dosing`, or `bands.spo2_percent`.
pub fn group_of(path: &str) -> &str {
    let mut dots = path.match_indices('.').map(|(place, _)| place);
    let (first, second) = (dots.next(), dots.next());
    let end = if path.starts_with("bands.") { second.or(first) } else { first };
    path.get(..end.unwrap_or(path.len())).unwrap_or_default()
}

/// A band's figure is named by its line alone: the group names the sign.
fn figure_key(path: &str) -> String {
    match path.strip_prefix("bands.").and_then(|rest| rest.split_once('.')) {
        Some((_, line)) => format!("figure-line-{}", key(line)),
        None => format!("figure-{}", key(path)),
    }
}

fn group_key(group: &str) -> String {
    format!("figure-group-{}", key(group))
}

/// The words for a figure, by its place; a figure without any keeps its place.
pub(super) fn name(m: Messages, path: &str) -> String {
    said(m, &figure_key(path), path)
}

/// A figure with its group, where the group is not beside it.
pub(super) fn full_name(m: Messages, path: &str) -> String {
    format!("{}: {}", group_word(m, group_of(path)), name(m, path))
}

pub(super) fn group_word(m: Messages, group: &str) -> String {
    said(m, &group_key(group), group)
}

fn said(m: Messages, key: &str, otherwise: &str) -> String {
    if m.has(key) { m.text(key, &[]) } else { otherwise.replace('_', " ") }
}

/// Messages that a figure at this place needs; a test holds every figure of the protocol to it.
pub fn messages_of(path: &str) -> [String; 2] {
    [group_key(group_of(path)), figure_key(path)]
}

/// What to do about a fault, said beside the figure at `here`.
pub(super) fn fault(m: Messages, fault: &ProtocolFault, here: &str, unit: &str) -> String {
    let amount = |value: i64| medical::figure(m, &value.to_string(), unit);
    match fault {
        ProtocolFault::Unsourced { .. } => t!(m, "protocol-fault-unsourced"),
        ProtocolFault::Implausible { low, high, .. } => {
            t!(m, "protocol-fault-implausible", low = amount(*low), high = amount(*high))
        }
        ProtocolFault::Uncounted { unit, .. } => t!(m, "protocol-fault-uncounted", unit = unit.clone()),
        ProtocolFault::NeverCrossed { .. } => t!(m, "protocol-fault-never-crossed"),
        ProtocolFault::NotAsked { .. } => t!(m, "protocol-fault-not-asked"),
        ProtocolFault::OutOfOrder { lower, upper } if lower == upper => t!(m, "protocol-fault-order"),
        ProtocolFault::OutOfOrder { lower, upper } if lower == here => {
            t!(m, "protocol-fault-greater", other = full_name(m, upper))
        }
        ProtocolFault::OutOfOrder { lower, .. } => {
            t!(m, "protocol-fault-smaller", other = full_name(m, lower))
        }
        ProtocolFault::WrongWay { .. } => t!(m, "protocol-fault-wrong-way"),
        ProtocolFault::HoldWithoutAct { .. } => t!(m, "protocol-fault-hold-without-act"),
        ProtocolFault::NotRising { .. } => t!(m, "protocol-fault-not-rising"),
        ProtocolFault::Unasked { questions_max } => t!(m, "protocol-fault-unasked", count = *questions_max),
    }
}
