//! What a screening yields.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::health_history::{CodeSystem, FactId, FactKind, FactStatus, PartialDate};
use crate::protocol::Certainty;

/// How much a flag asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FlagLevel {
    /// No dose can be started until the flag is cleared.
    Block,
    /// Must be seen and acknowledged.
    Warn,
    /// Good to know.
    Inform,
}

/// What takes a flag away.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ClearsBy {
    /// The prescriber decides, with a reason.
    Decision,
    /// The finding is shown to be wrong, with the evidence; the old finding stays visible.
    Correction,
    /// A newer fact, such as a measurement.
    NewFact,
    /// Nothing does.
    Never,
}

/// Whether the record states what the level depends on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Qualifier {
    /// It is stated.
    Stated,
    /// It is not, and the stricter level was taken.
    Unknown,
}

/// A fact that a finding rests on, in the record's own words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Because {
    /// The fact.
    pub fact: FactId,
    /// What it says.
    pub text: String,
    /// When it was last confirmed, if longer ago than the protocol's limit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unconfirmed_since: Option<PartialDate>,
}

/// One finding of one rule.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Flag {
    /// The rule's lasting name.
    pub rule: String,
    /// How much it asks for.
    pub level: FlagLevel,
    /// What takes it away.
    pub clears_by: ClearsBy,
    /// What was found.
    pub concept: String,
    /// The facts it rests on.
    pub because: Vec<Because>,
    /// The limit that was passed, with its unit.
    pub limit: Option<String>,
    /// Where the rule comes from; the protocol's own words.
    pub source: String,
    /// How sure the figure behind it is.
    pub certainty: Certainty,
    /// Whether the record states what the level depends on.
    pub qualifier: Qualifier,
    /// What to ask or measure; none where nothing would change the level.
    pub resolves: Option<String>,
}

/// A fact that a concept claims.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct UnderstoodFact {
    /// What it was understood as.
    pub concept: String,
    /// The fact.
    pub fact: FactId,
    /// The record's own words.
    pub text: String,
    /// The first code the record gives.
    pub code: Option<String>,
    /// The system of that code.
    pub system: Option<CodeSystem>,
    /// Where it stood on the day asked about.
    pub status: FactStatus,
    /// When it began or was measured.
    pub date: Option<PartialDate>,
    /// The resource it was read from; the fact's id when it was not imported.
    pub resource: String,
    /// When it was last confirmed, if longer ago than the protocol's limit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unconfirmed_since: Option<PartialDate>,
}

/// Something the work-up still lacks.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct MissingItem {
    /// What is lacking.
    pub item: String,
    /// The step that needs it.
    pub needed_by: String,
    /// Where the requirement comes from.
    pub source: String,
    /// How sure that is.
    pub certainty: Certainty,
}

/// The latest of one part of the work-up, as it was read.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct WorkUpPart {
    /// Which part, by its concept.
    pub part: String,
    /// The fact.
    pub fact: FactId,
    /// The value in the unit that the rules read, where the record writes another.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ours: Option<(f64, String)>,
    /// Whether it counts: its unit is understood, and its value can be one.
    pub readable: bool,
    /// Whether it is still in date; what is asked once always is.
    pub in_date: bool,
}

/// Facts of the same words that no concept claims; a person must read them.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct NotUnderstood {
    /// What sort of statement it is.
    pub kind: FactKind,
    /// The record's own words.
    pub text: String,
    /// The strictest status among them.
    pub status: FactStatus,
    /// Every fact that says so.
    pub facts: Vec<FactId>,
    /// Whether the whole text is one that surely says nothing for or against a dose.
    #[serde(default)]
    pub no_bearing: bool,
}

/// A fact that can hardly be as written. Its rule fires all the same.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Implausible {
    /// The fact.
    pub fact: FactId,
    /// The record's own words.
    pub text: String,
    /// What is odd about it.
    pub why: String,
}

/// All that the rules found.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Screening {
    /// The day it is about.
    pub as_of: Date,
    /// The facts that concepts claim.
    pub facts: Vec<UnderstoodFact>,
    /// The findings, the strictest first.
    pub flags: Vec<Flag>,
    /// What the work-up lacks.
    pub missing: Vec<MissingItem>,
    /// What the work-up has, the latest of each part.
    #[serde(default)]
    pub work_up: Vec<WorkUpPart>,
    /// What no concept claims.
    pub not_understood: Vec<NotUnderstood>,
    /// What can hardly be as written.
    pub implausible: Vec<Implausible>,
}

impl Screening {
    /// Whether anything here stands in the way of a dose.
    pub fn blocks(&self) -> bool {
        self.flags.iter().any(|flag| flag.level == FlagLevel::Block)
    }
}
