//! Bringing what a record says together with what is already known.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::{Fact, FactId, Origin, Person};

/// What one record yielded when it was read.
///
/// Nothing is dropped in silence: each resource is the person, a fact, counted as ignored,
/// or left out with the reason.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Import {
    /// The file or form, as the reader was told its name.
    pub document: String,
    /// Whom the record is about.
    pub person: Person,
    /// The name it gives the person, so that a human can see whose record it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person_name: Option<String>,
    /// What it says, in its own order.
    pub facts: Vec<Fact>,
    /// What it holds that no rule reads, by resource type.
    #[serde(default)]
    pub ignored: Vec<Ignored>,
    /// What could not be taken in.
    #[serde(default)]
    pub left_out: Vec<LeftOut>,
    /// What a reader should know of the file as a whole, such as that pages of it are missing.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub remarks: Vec<String>,
    /// How many resources the record held.
    pub resources: usize,
}

/// Resources of one type that yield no fact of their own.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ignored {
    /// FHIR resource type.
    pub resource_type: String,
    /// How many of them there were.
    pub count: usize,
    /// Why they yield no fact.
    pub because: IgnoredBecause,
}

/// Why a resource yields no fact of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum IgnoredBecause {
    /// It is the person the record is about.
    IsThePerson,
    /// Others refer to it and were read together with it.
    ReadWithOthers,
    /// No rule reads this type.
    NotReadByAnyRule,
}

/// A resource that could not be taken in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LeftOut {
    /// Which resource: its type and id, or its place in the file.
    pub resource: String,
    /// Why, without any of its content.
    pub why: String,
}

/// What an import would change.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Changes {
    /// Facts not known before.
    pub added: Vec<Fact>,
    /// Facts that the record now words differently.
    pub changed: Vec<Changed>,
    /// Facts that stay as they are.
    pub unchanged: Vec<FactId>,
}

/// A fact before and after.
#[derive(Clone, Debug, PartialEq)]
pub struct Changed {
    /// As it was known.
    pub before: Fact,
    /// As the record has it now.
    pub after: Fact,
}

/// Compares what a record says with what is already known.
///
/// A fact that the record no longer holds stays: absence from an export is not an ending.
pub fn merge(existing: &[Fact], incoming: &Import) -> Changes {
    let known: BTreeMap<&FactId, &Fact> = existing.iter().map(|fact| (&fact.id, fact)).collect();
    let mut changes = Changes::default();
    for fact in &incoming.facts {
        match known.get(&fact.id) {
            None => changes.added.push(fact.clone()),
            Some(before) if before.says_the_same(fact) => changes.unchanged.push(fact.id.clone()),
            Some(before) => {
                let (before, after) = ((*before).clone(), fact.clone());
                changes.changed.push(Changed { before, after });
            }
        }
    }
    changes
}

/// The known facts that a newer reading of the same record no longer holds.
///
/// Two documents are readings of one record when they share a fact. A record of another source is
/// silent about the rest, which means nothing.
pub fn absent(existing: &[Fact], incoming: &Import) -> Vec<FactId> {
    let told: BTreeSet<&FactId> = incoming.facts.iter().map(|fact| &fact.id).collect();
    let document = |fact: &'_ Fact| fact.provenance.document.clone();
    let shared = existing.iter().filter(|fact| told.contains(&fact.id));
    let documents: BTreeSet<Option<String>> = shared.map(document).collect();
    let imported = existing.iter().filter(|fact| fact.provenance.origin == Origin::Import);
    let gone = imported.filter(|fact| !told.contains(&fact.id) && documents.contains(&document(fact)));
    gone.map(|fact| fact.id.clone()).collect()
}

#[cfg(test)]
mod tests;
