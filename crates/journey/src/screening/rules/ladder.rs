//! Conditions: for each, steps from the first that fits the fact to the last.
//!
//! A step says when it holds, and which flag it raises then. Steps that make a finding milder
//! need words for it in the record; the last step of a ladder is the stricter reading of a
//! record that says nothing.

use super::ask::Ask;
use super::{Known, KnownFact, Standing};
use crate::health_history::days_between;
use crate::protocol::{Certainty, Eligibility, Figure, Findings};
use crate::screening::flag::{ClearsBy, Flag, FlagLevel, Qualifier};

/// A condition and what is made of it.
pub(super) struct Ladder {
    pub(super) concept: &'static str,
    pub(super) steps: &'static [Step],
}

/// When a step holds.
#[derive(Clone, Copy)]
pub(super) enum When {
    /// For every fact that gets this far.
    Always,
    /// It is said to be over.
    Over,
    /// It is over, or the record says no more than `history of`.
    OverOrHistory,
    /// The record says no more than `history of`.
    History,
    /// The record states the qualifier.
    Says(&'static str),
    /// The record states the qualifier, and of nothing else it could be meant.
    SaysOfThisAlone(&'static str),
    /// It may have been within so many days.
    Within(Days),
    /// Nobody knows when it was.
    Undated,
    /// A test of its own.
    If(fn(&Known<'_>, &KnownFact<'_>) -> bool),
}

/// A limit in days, from a figure that may count weeks.
#[derive(Clone, Copy)]
pub(super) enum Days {
    Weeks(fn(&Eligibility) -> &Figure<i64>),
    Eligible(fn(&Eligibility) -> &Figure<i64>),
    Finding(fn(&Findings) -> &Figure<i64>),
}

/// Where a step comes from.
#[derive(Clone, Copy)]
pub(super) enum Source {
    Cited(&'static str, Certainty),
    Default,
    Limit(Days),
}

/// One step; built by [`block`], [`warn`], [`inform`] and [`nothing`].
#[derive(Clone, Copy)]
pub(super) struct Step {
    when: When,
    rule: Option<(&'static str, FlagLevel, Ask)>,
    clears_by: ClearsBy,
    source: Source,
    unknown: bool,
}

pub(super) const fn block(rule: &'static str, when: When, ask: &'static str, source: Source) -> Step {
    step(rule, FlagLevel::Block, when, ask, source)
}

pub(super) const fn warn(rule: &'static str, when: When, ask: &'static str, source: Source) -> Step {
    step(rule, FlagLevel::Warn, when, ask, source)
}

pub(super) const fn inform(rule: &'static str, when: When, ask: &'static str, source: Source) -> Step {
    step(rule, FlagLevel::Inform, when, ask, source)
}

/// A step that raises no flag.
pub(super) const fn nothing(when: When) -> Step {
    Step { when, rule: None, clears_by: ClearsBy::Decision, source: Source::Default, unknown: false }
}

const fn step(rule: &'static str, level: FlagLevel, when: When, ask: &'static str, source: Source) -> Step {
    Step { when, rule: Some((rule, level, Ask(ask))), clears_by: ClearsBy::Decision, source, unknown: false }
}

impl Step {
    /// The record does not state what the level depends on.
    pub(super) const fn unknown(self) -> Step {
        Step { unknown: true, ..self }
    }

    /// Only a correction with evidence takes it away.
    pub(super) const fn by_correction(self) -> Step {
        Step { clears_by: ClearsBy::Correction, ..self }
    }

    /// Only a newer fact, or the time, takes it away.
    pub(super) const fn by_new_fact(self) -> Step {
        Step { clears_by: ClearsBy::NewFact, ..self }
    }

    /// The rule that the step raises.
    pub(super) fn rule(&self) -> Option<&'static str> {
        self.rule.map(|(rule, _, _)| rule)
    }

    fn holds(&self, known: &Known<'_>, fact: &KnownFact<'_>, standing: Standing) -> bool {
        match self.when {
            When::Always => true,
            When::Over => standing == Standing::Over,
            When::OverOrHistory => matches!(standing, Standing::Over | Standing::History),
            When::History => standing == Standing::History,
            When::Says(mark) => fact.reading.says(mark),
            When::SaysOfThisAlone(mark) => fact.reading.says(mark) && fact.reading.ids().len() == 1,
            When::Within(days) => days.of(known).is_some_and(|(limit, _)| within(known, fact, limit)),
            When::Undated => fact.fact.date.is_none(),
            When::If(test) => test(known, fact),
        }
    }

    fn flag(
        &self,
        known: &Known<'_>,
        concept: &str,
        fact: &KnownFact<'_>,
        standing: Standing,
    ) -> Option<Flag> {
        let (rule, level, ask) = self.rule?;
        let (source, certainty) = match self.source {
            Source::Cited(source, certainty) => (source.to_owned(), certainty),
            Source::Default => ("default of this software".to_owned(), Certainty::D),
            Source::Limit(days) => {
                let (_, figure) = days.of(known)?;
                (figure.source.clone(), figure.certainty)
            }
        };
        let limit = match self.when {
            When::Within(days) => {
                days.of(known).map(|(_, figure)| format!("{} {}", figure.value, figure.unit))
            }
            _ => None,
        };
        let timeless = matches!(self.when, When::Within(_) | When::Over | When::OverOrHistory)
            || self.clears_by == ClearsBy::Correction;
        let open = self.unknown || (!timeless && standing != Standing::Now && standing != Standing::Over);
        Some(Flag {
            rule: rule.to_owned(),
            level,
            clears_by: self.clears_by,
            concept: concept.to_owned(),
            because: vec![known.because(fact)],
            limit,
            source,
            certainty,
            qualifier: if open { Qualifier::Unknown } else { Qualifier::Stated },
            resolves: Some(ask.words().to_owned()),
        })
    }
}

impl Days {
    fn of<'a>(self, known: &Known<'a>) -> Option<(i64, &'a Figure<i64>)> {
        match self {
            Self::Weeks(figure) => {
                let figure = figure(known.eligibility);
                Some((figure.value.saturating_mul(7), figure))
            }
            Self::Eligible(figure) => {
                let figure = figure(known.eligibility);
                Some((figure.value, figure))
            }
            Self::Finding(figure) => known.findings.map(figure).map(|figure| (figure.value, figure)),
        }
    }
}

/// Whether the latest day it can have begun lies within so many days.
fn within(known: &Known<'_>, fact: &KnownFact<'_>, limit_days: i64) -> bool {
    let latest = fact.fact.date.as_ref().map(|date| date.latest());
    latest.is_some_and(|day| days_between(day, known.as_of) <= limit_days)
}

/// The flags of every ladder; facts that reach the same step raise one flag together.
pub(super) fn flags(ladders: &[Ladder], known: &Known<'_>) -> Vec<Flag> {
    let mut flags: Vec<Flag> = vec![];
    for ladder in ladders {
        for fact in &known.facts {
            let Some(standing) = fact.standing(ladder.concept) else { continue };
            let reached = ladder.steps.iter().find(|step| step.holds(known, fact, standing));
            if let Some(flag) = reached.and_then(|step| step.flag(known, ladder.concept, fact, standing)) {
                join(&mut flags, flag);
            }
        }
    }
    flags
}

/// Adds a flag to the one of the same rule; what one fact states is stated.
fn join(flags: &mut Vec<Flag>, flag: Flag) {
    match flags.iter_mut().find(|known| known.rule == flag.rule) {
        Some(known) => {
            known.because.extend(flag.because);
            if flag.qualifier == Qualifier::Stated {
                known.qualifier = Qualifier::Stated;
            }
        }
        None => flags.push(flag),
    }
}
