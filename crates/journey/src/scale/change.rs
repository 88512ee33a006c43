//! What a change from one score to another means, in the measure's own terms.

use super::definition::{Better, Scale, Score};

/// A change, and what it means. The measure's noise and what people notice are two matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Change {
    /// How much the score rose; negative when it fell.
    pub rise: Score,
    /// Against the measure's own noise.
    pub noise: Noise,
    /// Whether people notice a change of this size; none where nobody knows.
    pub meaningful: Option<Meaningful>,
    /// Whether enough of the first score is gone; none where the scale has no such rule.
    pub response: Option<bool>,
    /// Whether the score lies below the line of remission; none where the scale has none.
    pub remission: Option<bool>,
}

/// A change held against the measure's own noise.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Noise {
    /// Not larger than what the measure sways by itself.
    Within,
    /// Reliably better.
    Better,
    /// Reliably worse.
    Worse,
    /// Nothing is known of this measure's noise.
    NotKnown,
}

/// A change that people notice.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Meaningful {
    /// Smaller than that.
    No,
    /// For the better.
    Better,
    /// For the worse.
    Worse,
}

impl Scale {
    /// What the change from a first score to a later one means.
    pub fn change(&self, from: Score, to: Score) -> Change {
        let rise = to.minus(from);
        let worse = match self.better {
            Better::Lower => rise.points,
            Better::Higher => -rise.points,
        };
        let reaches = |signed: i64, points: i64| signed >= points * rise.over;
        let noise = self.reliable_change.as_ref().map_or(Noise::NotKnown, |reliable| {
            match (reaches(worse, reliable.points), reaches(-worse, reliable.points)) {
                (true, _) => Noise::Worse,
                (_, true) => Noise::Better,
                _ => Noise::Within,
            }
        });
        let meaningful = self.meaningful_change.as_ref().map(|change| {
            if reaches(worse, change.worse_points) {
                Meaningful::Worse
            } else if reaches(-worse, change.better_points) {
                Meaningful::Better
            } else {
                Meaningful::No
            }
        });
        Change { rise, noise, meaningful, response: self.responded(from, to), remission: self.remitted(to) }
    }

    /// Of nothing nothing can be gone: a first score of none has no response.
    fn responded(&self, from: Score, to: Score) -> Option<bool> {
        let percent = self.response.as_ref()?.percent;
        let gone = from.minus(to);
        // gone / from >= percent / 100, without a division.
        let enough = gone.points * 100 * from.over.max(1) >= percent * from.points * gone.over;
        (from.points > 0).then_some(enough)
    }

    /// Whether a score lies below the line of remission.
    pub fn remitted(&self, score: Score) -> Option<bool> {
        let below = self.response.as_ref()?.remission_below?;
        Some(score.points < below * score.over.max(1))
    }
}
