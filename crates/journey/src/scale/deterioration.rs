//! Scores that got worse by more than the protocol lets pass, until a prescriber has looked.

use jiff::Timestamp;

use super::definition::Score;
use super::{Filling, Occasion, Scales};
use crate::case::Case;
use crate::protocol::{Line, Protocol};

/// A score that got worse.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Deterioration {
    /// Which scale.
    pub scale: &'static str,
    /// What it is held against.
    pub against: Reference,
    /// The score it is held against, and when it was filled in.
    pub from: (Timestamp, Score),
    /// The latest score, and when it was filled in.
    pub to: (Timestamp, Score),
    /// The line that was crossed.
    pub line: Line,
    /// From where on it is called reliable: larger than the measure's own noise.
    pub reliable: Line,
}

impl Deterioration {
    /// Whether it is larger than the measure's own noise.
    pub fn is_reliable(&self) -> bool {
        self.reliable.crossed_by(self.to.1.minus(self.from.1).points)
    }
}

/// What a score is held against.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reference {
    /// The last score before the latest dose.
    BeforeLatestDose,
    /// The score before any medicine, else the first one.
    Baseline,
}

/// Scores whose latest value is worse than the protocol lets pass.
///
/// Each is held against the last before the latest dose, and against the baseline, so that many
/// small steps for the worse do not pass unseen.
pub fn deteriorated(case: &Case, protocol: &Protocol) -> Vec<Deterioration> {
    let lines = &protocol.deterioration;
    // Of the GAD-7 a person looks before it is reliable (`clinical.md` 5 [D]); the others' lines are.
    let lines = [
        ("phq-9", lines.phq9_points.value, lines.phq9_points.value),
        ("gad-7", lines.gad7_points.value, lines.gad7_points_reliable.value),
        ("pcl-5", lines.pcl5_points.value, lines.pcl5_points.value),
    ];
    lines.into_iter().filter_map(|(scale, line, reliable)| worse(case, scale, line, reliable)).collect()
}

/// Those of them at which no prescriber has looked since.
pub fn unreviewed(case: &Case, protocol: &Protocol) -> Vec<Deterioration> {
    let mut found = deteriorated(case, protocol);
    found.retain(|one| !looked_at_since(case, one.to.0));
    found
}

fn worse(case: &Case, scale: &'static str, line: Line, reliable: Line) -> Option<Deterioration> {
    let scored: Vec<(&Filling, Score)> = case.scales.scored(scale).collect();
    let (latest, now) = *scored.last()?;
    let last_dose_at = case.sessions.dosed().last().and_then(|(_, session)| session.first_dose_at());
    let before_dose = last_dose_at.and_then(|dose| {
        let before = scored.iter().rev().find(|(filling, _)| filling.at < dose);
        before.filter(|_| latest.at >= dose)
    });
    let baseline = Scales::baseline_of(&scored);
    let references = [(Reference::BeforeLatestDose, before_dose), (Reference::Baseline, baseline)];
    references.into_iter().find_map(|(against, reference)| {
        let (filling, before) = reference?;
        let crossed = line.crossed_by(now.minus(*before).points);
        crossed.then_some(Deterioration {
            scale,
            against,
            from: (filling.at, *before),
            to: (latest.at, now),
            line,
            reliable,
        })
    })
}

impl Scales {
    /// The latest filling before any medicine, else the first.
    pub(crate) fn baseline_of<'a, 'b>(
        scored: &'b [(&'a Filling, Score)],
    ) -> Option<&'b (&'a Filling, Score)> {
        let baseline = scored.iter().rev().find(|(filling, _)| filling.occasion == Occasion::Baseline);
        baseline.or(scored.first())
    }
}

/// Whether a prescriber looked at the scores, or back at a session, at that time or later.
fn looked_at_since(case: &Case, at: Timestamp) -> bool {
    let sessions = case.sessions.in_order();
    let mut follow_ups = sessions.iter().filter_map(|(_, session)| session.follow_up.as_ref());
    let reviewed = case.scales.reviews.iter().any(|review| review.at >= at);
    reviewed || follow_ups.any(|(_, review)| review.at >= at)
}
