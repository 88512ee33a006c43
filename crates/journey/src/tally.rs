//! The one arithmetic over lozenges, in a person's record and in the practice's stock.

use jiff::Timestamp;

use crate::id::EventId;

/// What a line does to the count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Moved {
    /// They came.
    In,
    /// They went.
    Out,
    /// Everything that is there was counted.
    Counted,
}

/// One line, as far as the arithmetic looks at it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Step {
    /// The line.
    pub(crate) line: EventId,
    /// The moment from which it counts.
    pub(crate) since: Timestamp,
    /// Whether it counts before everything else of that moment.
    pub(crate) first: bool,
    /// What it does.
    pub(crate) moved: Moved,
    /// How many.
    pub(crate) lozenges: u32,
}

/// A count that does not match what ought to have been there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Difference {
    /// The line at which it shows.
    pub line: EventId,
    /// How many ought to have been there.
    pub expected: u32,
    /// How many were there, or went out.
    pub counted: u32,
}

/// What the lines come to.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Count {
    /// How many came.
    pub came: u32,
    /// How many were taken, given back or destroyed.
    pub gone: u32,
    /// How many ought to be there; none while none were counted in.
    pub left: Option<u32>,
    /// Where it does not match, in the order of time.
    pub differences: Vec<Difference>,
}

/// What came, less what went, held against what was counted.
///
/// Lines count in the order of time, also those written late. Whatever was counted is true from
/// then on, so one difference is asked about once. What went before anything came is a debt that
/// the first supply covers; a first count of what is there begins the count.
pub(crate) fn count(steps: impl IntoIterator<Item = Step>) -> Count {
    let mut in_order: Vec<Step> = steps.into_iter().collect();
    in_order.sort_by_key(|step| (step.since, !step.first, step.line));
    let mut count = Count::default();
    let (mut there, mut begun) = (0_i64, false);
    for Step { line, moved, lozenges, .. } in in_order {
        let number = i64::from(lozenges);
        let expected = u32::try_from(there.max(0)).unwrap_or(u32::MAX);
        let difference = Difference { line, expected, counted: lozenges };
        match moved {
            Moved::In => {
                count.came = count.came.saturating_add(lozenges);
                there += number;
                begun = true;
            }
            Moved::Counted => {
                if !begun {
                    count.came = count.came.saturating_add(lozenges);
                } else if expected != lozenges {
                    count.differences.push(difference);
                }
                (there, begun) = (number, true);
            }
            Moved::Out => {
                count.gone = count.gone.saturating_add(lozenges);
                if begun && number > there {
                    count.differences.push(difference);
                }
                there = if begun { (there - number).max(0) } else { there - number };
            }
        }
    }
    count.left = begun.then(|| u32::try_from(there.max(0)).unwrap_or(u32::MAX));
    count
}
