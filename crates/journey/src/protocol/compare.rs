//! How two protocols differ, and where the second is less cautious.

use std::collections::BTreeMap;

use serde::Serialize;

use super::Protocol;
use super::figure::FigureAt;
use super::limits::{self, limit};

/// A figure that two protocols do not share.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Difference {
    /// Its place in the protocol.
    pub path: String,
    /// The unit in which it is counted.
    pub unit: String,
    /// Its value before; none where there was no such figure.
    pub before: Option<String>,
    /// Its value after; none where there is no such figure any more.
    pub after: Option<String>,
    /// Whether the second is less cautious.
    pub looser: bool,
}

/// Every figure whose value the two do not share, in the order of the file.
pub(super) fn compare(before: &Protocol, after: &Protocol) -> Vec<Difference> {
    let (first, second) = (before.figures(), after.figures());
    let was: BTreeMap<&str, &FigureAt<'_>> = first.iter().map(|at| (at.path.as_str(), at)).collect();
    let is: BTreeMap<&str, &FigureAt<'_>> = second.iter().map(|at| (at.path.as_str(), at)).collect();
    let gone = first.iter().filter(|at| !is.contains_key(at.path.as_str()));
    let kept = second.iter().map(|at| (was.get(at.path.as_str()).copied(), Some(at)));
    let mut found: Vec<Difference> = kept
        .chain(gone.map(|at| (Some(at), None)))
        .filter(|(before, after)| before.map(|at| &at.value) != after.map(|at| &at.value))
        .filter_map(|(before, after)| difference(before, after))
        .collect();
    let place = |path: &str| first.iter().chain(&second).position(|at| at.path == path);
    found.sort_by_key(|one| place(&one.path));
    found
}

fn difference(before: Option<&FigureAt<'_>>, after: Option<&FigureAt<'_>>) -> Option<Difference> {
    let either = after.or(before)?;
    let looser = match (before, after) {
        (Some(before), Some(after)) => is_looser(&before.path, before, after),
        // A rule without its figure is a rule less.
        (Some(_), None) => true,
        (None, _) => false,
    };
    Some(Difference {
        path: either.path.clone(),
        unit: either.unit.to_owned(),
        before: before.map(|at| at.value.clone()),
        after: after.map(|at| at.value.clone()),
        looser,
    })
}

fn is_looser(path: &str, before: &FigureAt<'_>, after: &FigureAt<'_>) -> bool {
    limit(path).is_some_and(|limit| limits::is_looser(limit.looser, &before.typed, &after.typed))
}
