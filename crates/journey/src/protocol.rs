//! The protocol: every figure the software acts on, with its source.
//!
//! A figure is never written in code. It is a [`Figure`] of a [`Protocol`], which a practice's
//! prescriber reads, changes and signs as a whole. The shipped default is [`DEFAULT_TOML`]; it is
//! made from the clinical dossier and keeps the dossier's tag of how sure each figure is. This
//! crate does not parse TOML: whoever reads the file hands over a [`Protocol`].
//!
//! All figures are whole numbers in the unit that they name, so that the browser and the server
//! cannot differ by a rounding: kilograms and mg/kg are counted in tenths.
//!
//! A figure added in a later release must be an `Option`, so that a protocol signed before it
//! still reads, and the rule that needs it is "not part of this version".

mod bands;
mod check;
mod compare;
mod figure;
mod file;
mod groups;
mod limits;
mod value;

pub use bands::{Bands, Edges, Level, Sign, SignBands};
pub use check::ProtocolFault;
pub use compare::Difference;
pub use figure::{Certainty, Figure, FigureAt, Line, Range};
pub use groups::{
    Appointments, Booster, CheckIns, Consent, Course, Deterioration, Discharge, Dosing, Eligibility, Fasting,
    Findings, Measure, Misuse, Questionnaires, Risk, Stock, Tiers, VitalSlot, Vitals, WorkUp,
};
pub use limits::{Limit, Looser, limit};
pub use value::{Value, in_whole_units, printed};

use figure::{Listed, NotPut, Put, figures};
use serde::{Deserialize, Serialize};

/// The shipped protocol, as a person can read it.
pub const DEFAULT_TOML: &str = include_str!("protocol/default.toml");

figures! {
    /// Every figure the software acts on, grouped by what it is for.
    Protocol {
        /// Who can be treated at all: thresholds of the screening rules.
        eligibility: Eligibility,
        /// Figures of the rules on conditions, tests and medicines; one signed before them has none.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        findings: Option<Findings>,
        /// How long each part of the work-up stays valid.
        work_up: WorkUp,
        /// Dose tiers and ceilings.
        tiers: Tiers,
        /// First session, titration, intervals, hold time.
        dosing: Dosing,
        /// Food, fluid, alcohol and cannabis before a dose.
        fasting: Fasting,
        /// The one further dose within a session.
        booster: Booster,
        /// When vital signs are due, and when they are late.
        vitals: Vitals,
        /// What each vital sign's value means.
        bands: Bands,
        /// Expected course of a session, as a band to draw.
        course: Course,
        /// What must be so before a client leaves.
        discharge: Discharge,
        /// How long a consent stays current.
        consent: Consent,
        /// Check-ins after a session, links, and the window.
        check_ins: CheckIns,
        /// How long meetings usually last; unknown to versions signed before it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        appointments: Option<Appointments>,
        /// The practice's stock; unknown to versions signed before it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        stock: Option<Stock>,
        /// Answers that open a task with a clock.
        risk: Risk,
        /// Changes for the worse that need a review.
        deterioration: Deterioration,
        /// Signs of misuse.
        misuse: Misuse,
        /// Which questionnaires are asked when; one signed before this asks for none by itself.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        questionnaires: Option<Questionnaires>,
    }
}

/// Why a figure cannot be set to what was typed.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FigureFault {
    /// This version of the protocol has no such figure; a file can bring one.
    #[error("{path}: this version has no such figure; bring it in with a file")]
    NoSuchFigure {
        /// The place.
        path: String,
    },
    /// The value does not read.
    #[error("{path}: write it like {like}")]
    Unreadable {
        /// The place.
        path: String,
        /// A value of this shape, as it is printed.
        like: &'static str,
    },
}

impl FigureFault {
    fn of(path: &str, fault: NotPut) -> Self {
        let path = path.to_owned();
        match fault {
            NotPut::NoSuchFigure => Self::NoSuchFigure { path },
            NotPut::Unreadable(like) => Self::Unreadable { path, like },
        }
    }
}

/// Intended depth of a session.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DoseTier {
    /// Aware of the room; talking is usually possible.
    Psycholytic,
    /// Inward; talking comes and goes.
    Moderate,
}

/// Whether the prescriber has documented why the moderate tier's usual cap is passed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RaisedCap {
    /// A reason is on record.
    WithReason,
    /// No reason is on record: the usual cap holds.
    NoReason,
}

impl Protocol {
    /// Lists every figure with its path, in the order of the file.
    pub fn figures(&self) -> Vec<FigureAt<'_>> {
        let mut listed = Vec::new();
        self.list("", &mut listed);
        listed
    }

    /// The same protocol with another value of one figure, as it is printed.
    ///
    /// The figure's source says then that this practice set it and why, and it asks for a yes.
    ///
    /// # Errors
    /// When this version has no such figure, or the value does not read.
    pub fn with(&self, path: &str, printed: &str, reason: &str) -> Result<Self, FigureFault> {
        let source = format!("set by this practice: {reason}");
        let mut changed = self.clone();
        let put = Put { value: Some(printed), source: Some(&source) };
        changed.put(path, &put).map_err(|fault| FigureFault::of(path, fault))?;
        Ok(changed)
    }

    /// The same protocol, vouched for by nobody yet: whatever differs from the shipped figures asks
    /// for a yes, whatever a file says of how sure it is.
    #[must_use]
    pub fn vouched_by_nobody(&self, shipped: &Self) -> Self {
        let known: Vec<FigureAt<'_>> = shipped.figures();
        let mut changed = self.clone();
        for at in self.figures().iter().filter(|at| !at.certainty.needs_a_yes() && !known.contains(at)) {
            let kept = changed.put(&at.path, &Put { value: None, source: None });
            debug_assert_eq!(kept, Ok(()), "a listed figure is there");
        }
        changed
    }

    /// Every figure whose value differs in `after`, and where `after` is less cautious.
    pub fn compare(&self, after: &Self) -> Vec<Difference> {
        compare::compare(self, after)
    }

    /// Every figure as a file that a person can read, in the shape of [`DEFAULT_TOML`].
    pub fn to_toml(&self) -> String {
        file::written(self)
    }

    /// The furthest that a value may be left before it is measured again: one step of the schedule.
    pub fn recheck_minutes_max(&self) -> i64 {
        self.vitals.afterwards_every_minutes.value
    }

    /// Lists the figures that a prescriber must answer with a yes before signing.
    pub fn needs_a_yes(&self) -> Vec<FigureAt<'_>> {
        let mut listed = self.figures();
        listed.retain(|figure| figure.certainty.needs_a_yes());
        listed
    }

    /// Says what makes the protocol unfit to be signed; empty when nothing does.
    pub fn check(&self) -> Vec<ProtocolFault> {
        check::check(self)
    }

    /// The tier that a session's total belongs to; `None` above every tier.
    ///
    /// Where milligrams and mg/kg say different tiers, the higher counts.
    pub fn tier_of(&self, total_mg: i64, weight_tenths_kg: i64) -> Option<DoseTier> {
        [(DoseTier::Psycholytic, RaisedCap::NoReason), (DoseTier::Moderate, RaisedCap::WithReason)]
            .into_iter()
            .find(|&(tier, cap)| total_mg <= self.tier_cap_mg(tier, cap, weight_tenths_kg))
            .map(|(tier, _)| tier)
    }

    /// The most that a session of this tier may total, for this weight.
    pub fn tier_cap_mg(&self, tier: DoseTier, cap: RaisedCap, weight_tenths_kg: i64) -> i64 {
        let tiers = &self.tiers;
        let (mg, tenths_mg_per_kg) = match (tier, cap) {
            (DoseTier::Psycholytic, _) => {
                (&tiers.psycholytic_mg_max, &tiers.psycholytic_tenths_mg_per_kg_max)
            }
            (DoseTier::Moderate, RaisedCap::NoReason) => {
                (&tiers.moderate_mg_max, &tiers.moderate_tenths_mg_per_kg_max)
            }
            (DoseTier::Moderate, RaisedCap::WithReason) => {
                (&tiers.moderate_mg_max_with_reason, &tiers.ceiling_tenths_mg_per_kg)
            }
        };
        mg.value.min(mg_for_weight(tenths_mg_per_kg.value, weight_tenths_kg))
    }
}

/// Whole milligrams that a mg/kg limit allows for this weight, rounded down.
pub fn mg_for_weight(tenths_mg_per_kg: i64, weight_tenths_kg: i64) -> i64 {
    tenths_mg_per_kg.saturating_mul(weight_tenths_kg).div_euclid(100)
}

#[cfg(test)]
mod acted_on;
