//! What the answers of one filling come to: score, band, parts, and why there is no score.

use super::asq::ACUTE;
use super::definition::{
    Answered, Band, Choice, Cluster, Item, LimitsBySex, RiskRule, Scale, Score, Scored, Scoring,
};

/// What answers come to, by the scale's own rule.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading {
    /// The score; none when too much was left out.
    pub score: Option<Score>,
    /// What the score is called, where it has a name.
    pub band: Option<&'static Band>,
    /// Whether everything that is asked and counts was answered.
    pub complete: bool,
    /// Parts of the scale by name.
    pub parts: Vec<(&'static str, Part)>,
    /// What was left out of that which is asked, by printed number.
    pub left_out: Vec<u16>,
    /// Why there is no score, or how one came about in spite of what was left out.
    pub remark: Option<Remark>,
}

/// One part of a scale.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// Its points; none when something of it was left out.
    Points(Option<i64>),
    /// Whether it holds; none when that cannot be known.
    Holds(Option<bool>),
}

/// What is to be said of a score, or of its absence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Remark {
    /// Too few answers for a score.
    TooFew {
        /// How many of those that count were answered.
        answered: usize,
        /// How many it takes.
        needed: usize,
        /// How many there are.
        of: usize,
    },
    /// Something was left out, and counts as a yes.
    LeftOutCounts,
    /// The screen is positive, and how acute it is was not answered.
    AcuityNotKnown,
    /// The mean is that of the items that were answered.
    MeanOfAnswered,
    /// All points come from the first question alone.
    AllFromFirst,
}

impl Scale {
    /// Reads answers by the scale's own rule.
    pub fn read(&self, answers: &[Answered]) -> Reading {
        let score = self.score(answers);
        let left_out = self.left_out(answers);
        let complete = left_out.iter().all(|number| !self.counts(*number, answers));
        Reading {
            score,
            band: self.band_of(score, answers),
            complete,
            parts: self.parts(answers),
            remark: self.remark(score, answers, complete),
            left_out,
        }
    }

    /// The score of these answers; none when too many scored items were left out.
    pub fn score(&self, answers: &[Answered]) -> Option<Score> {
        let points: Vec<i64> = self.scored().filter_map(|item| self.points(item, answers)).collect();
        if points.len() < self.answered_min.max(1) {
            return None;
        }
        let over = match self.scoring {
            Scoring::Sum | Scoring::Screen => 1,
            Scoring::Mean => i64::try_from(points.len()).ok()?,
        };
        Some(Score { points: points.iter().sum(), over })
    }

    /// Whether an item is asked, by what was answered before it.
    pub fn is_asked(&self, item: &Item, answers: &[Answered]) -> bool {
        item.asked_if.is_none_or(|asked_if| {
            let reaches = |number: &u16| code(*number, answers).is_none_or(|code| code >= asked_if.code_min);
            asked_if.items.iter().any(reaches)
        })
    }

    /// What was left out of that which is asked and matters, by printed number.
    fn left_out(&self, answers: &[Answered]) -> Vec<u16> {
        let unanswered = self.items.iter().filter(|item| code(item.number, answers).is_none());
        let matters = unanswered.filter(|item| self.counts(item.number, answers));
        matters.map(|item| item.number).collect()
    }

    /// Whether an item counts towards a whole filling: the scored ones, and the one on acuity.
    fn counts(&self, number: u16, answers: &[Answered]) -> bool {
        let acuity = matches!(self.risk, Some(RiskRule::Screen { acuity, .. }) if acuity == number);
        self.item(number)
            .is_some_and(|item| (item.scored == Scored::Counts || acuity) && self.is_asked(item, answers))
    }

    fn scored(&self) -> impl Iterator<Item = &'static Item> {
        self.items.iter().filter(|item| item.scored == Scored::Counts)
    }

    /// Points of one item; an item that is not asked has none to give.
    fn points(&self, item: &Item, answers: &[Answered]) -> Option<i64> {
        match code(item.number, answers) {
            Some(code) => points_of(item.choices, code),
            None if self.scoring == Scoring::Screen => Some(1),
            None if !self.is_asked(item, answers) => Some(0),
            None => None,
        }
    }

    fn band_of(&self, score: Option<Score>, answers: &[Answered]) -> Option<&'static Band> {
        let acute = self.acuity(answers) == Some(Acuity::Acute);
        if acute { Some(&ACUTE) } else { score.and_then(|score| self.band(score)) }
    }

    /// How acute a positive screen is; none where the scale is no screen, or the screen is negative.
    pub fn acuity(&self, answers: &[Answered]) -> Option<Acuity> {
        let Some(RiskRule::Screen { items, acuity, yes }) = &self.risk else { return None };
        // A yes to the fifth counts also when the first four say no.
        match code(*acuity, answers) {
            Some(code) if code == *yes => Some(Acuity::Acute),
            answered => {
                let positive = |number: &u16| code(*number, answers).is_none_or(|code| code == *yes);
                let acuity = if answered.is_some() { Acuity::NotAcute } else { Acuity::NotKnown };
                items.iter().any(positive).then_some(acuity)
            }
        }
    }

    fn parts(&self, answers: &[Answered]) -> Vec<(&'static str, Part)> {
        let mut parts = Vec::new();
        if let Some(clusters) = &self.clusters {
            let points = |cluster: &Cluster| {
                let item = |number: &u16| self.points(self.item(*number)?, answers);
                cluster.items.iter().map(item).sum::<Option<i64>>()
            };
            parts.extend(clusters.parts.iter().map(|one| (one.name, Part::Points(points(one)))));
            let whole = self.left_out(answers).is_empty();
            let enough = |cluster: &Cluster| {
                let symptom =
                    |number: &&u16| code(**number, answers).is_some_and(|code| code >= clusters.code_min);
                cluster.items.iter().filter(symptom).count() >= cluster.symptoms_min
            };
            let provisional = clusters.parts.iter().all(enough);
            // Symptoms that are there stay there; that there are none is known only of a whole filling.
            parts.push(("provisional", Part::Holds((whole || provisional).then_some(provisional))));
        }
        if let Some(limits) = &self.limits_by_sex {
            let reaches = |limit: i64| Part::Holds(self.score(answers).map(|score| score.points >= limit));
            parts.push(("positive_women", reaches(limits.women)));
            parts.push(("positive_men", reaches(limits.men)));
            parts.push(("all_from_item_1", Part::Holds(self.all_from_first(limits, answers))));
        }
        parts
    }

    fn all_from_first(&self, limits: &LimitsBySex, answers: &[Answered]) -> Option<bool> {
        let score = self.score(answers)?;
        let first = self.points(self.item(limits.first_item)?, answers)?;
        Some(score.points > 0 && score.points == first)
    }

    fn remark(&self, score: Option<Score>, answers: &[Answered], complete: bool) -> Option<Remark> {
        let (answered, of) =
            (self.scored().filter_map(|item| self.points(item, answers)).count(), self.scored().count());
        if score.is_none() {
            return Some(Remark::TooFew { answered, needed: self.answered_min, of });
        }
        let from_first = self.limits_by_sex.as_ref().is_some_and(|limits| {
            let reached = score.is_some_and(|score| score.points >= limits.women);
            reached && self.all_from_first(limits, answers) == Some(true)
        });
        match self.scoring {
            Scoring::Screen if answered_scored(self, answers) == of && !complete => {
                Some(Remark::AcuityNotKnown)
            }
            Scoring::Screen if !complete => Some(Remark::LeftOutCounts),
            Scoring::Mean if !complete => Some(Remark::MeanOfAnswered),
            Scoring::Sum if from_first => Some(Remark::AllFromFirst),
            Scoring::Sum | Scoring::Mean | Scoring::Screen => None,
        }
    }
}

/// How acute a positive screen is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Acuity {
    /// Thoughts, and none right now.
    NotAcute,
    /// The question was not answered: to be asked at once, and acute until then.
    NotKnown,
    /// Thoughts right now: not left alone.
    Acute,
}

/// How many items that count were answered in so many words.
fn answered_scored(scale: &Scale, answers: &[Answered]) -> usize {
    scale.scored().filter(|item| code(item.number, answers).is_some()).count()
}

fn code(number: u16, answers: &[Answered]) -> Option<i64> {
    answers.iter().find(|answer| answer.item == number).map(|answer| answer.code)
}

fn points_of(choices: &[Choice], code: i64) -> Option<i64> {
    choices.iter().find(|choice| choice.code == code).map(|choice| choice.points)
}
