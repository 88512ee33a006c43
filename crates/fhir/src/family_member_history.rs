//! FamilyMemberHistory: the illnesses of a relative.

use journey::health_history::{Fact, FactKind, FactStatus};
use serde::Deserialize;

use crate::bundle::{Source, Why};
use crate::date::date;
use crate::wire::{Annotation, CodeableConcept, note, note_all};

#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct FamilyMemberHistory {
    status: Option<String>,
    date: Option<String>,
    relationship: Option<CodeableConcept>,
    #[serde(default)]
    condition: Vec<Illness>,
    #[serde(default)]
    note: Vec<Annotation>,
}

#[derive(Debug, Default, Deserialize)]
struct Illness {
    code: Option<CodeableConcept>,
    outcome: Option<CodeableConcept>,
}

impl FamilyMemberHistory {
    /// One fact for one relative, as `mother: Schizophrenia`; none where no illness is told.
    pub(crate) fn fact(self, source: &Source) -> Option<Result<Fact, Why>> {
        let illnesses: Vec<CodeableConcept> =
            self.condition.iter().filter_map(|illness| illness.code.clone()).collect();
        let words: Vec<String> = illnesses.iter().filter_map(CodeableConcept::words).collect();
        if words.is_empty() {
            return None;
        }
        let relative = self.relationship.as_ref().and_then(CodeableConcept::words);
        let relative = relative.unwrap_or_else(|| "relative".to_owned());
        let text = Some(format!("{relative}: {}", words.join("; ")));
        let coding = illnesses.into_iter().flat_map(|illness| illness.coding).collect();
        let fact = source.fact(FactKind::FamilyHistory, &CodeableConcept { coding, text });
        Some(fact.map(|mut fact| {
            let details = &mut fact.details;
            note(details, "status", self.status.as_deref());
            let codes = self.relationship.iter().flat_map(CodeableConcept::codes);
            for code in codes {
                note(details, "relationship", Some(code.code));
            }
            let outcomes: Vec<CodeableConcept> =
                self.condition.into_iter().filter_map(|illness| illness.outcome).collect();
            note_all(details, "outcome", &outcomes);
            for annotation in self.note {
                note(details, "note", annotation.text);
            }
            fact.last_confirmed = date(self.date, "recorded", details);
            fact.status = status(self.status.as_deref());
            fact
        }))
    }
}

/// What runs in a family does not end with the relative: a statement that stands is active.
fn status(status: Option<&str>) -> FactStatus {
    match status {
        Some("entered-in-error") => FactStatus::EnteredInError,
        Some("partial" | "completed") => FactStatus::Active,
        _ => FactStatus::Unknown,
    }
}
