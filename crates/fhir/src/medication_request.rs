//! MedicationRequest: an order, or a medicine the person says they take.

use journey::health_history::{Fact, FactKind, FactStatus};
use serde::Deserialize;

use crate::bundle::{Source, Why};
use crate::date::date;
use crate::medication::{Named, Shelf};
use crate::wire::{Annotation, CodeableConcept, Dosage, note, note_all};

#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct MedicationRequest {
    status: Option<String>,
    status_reason: Option<CodeableConcept>,
    intent: Option<String>,
    do_not_perform: Option<bool>,
    #[serde(flatten)]
    named: Named,
    authored_on: Option<String>,
    #[serde(default)]
    reason_code: Vec<CodeableConcept>,
    #[serde(default)]
    dosage_instruction: Vec<Dosage>,
    #[serde(default)]
    note: Vec<Annotation>,
}

impl MedicationRequest {
    pub(crate) fn fact(self, source: &Source, shelf: &Shelf<'_>) -> Result<Fact, Why> {
        let medicine = self.named.medicine(shelf)?;
        let mut fact = source.fact(FactKind::Medicine, &medicine.code)?;
        fact.status = match self.do_not_perform {
            Some(true) => FactStatus::NotTaken,
            _ => status(self.status.as_deref(), self.intent.as_deref()),
        };
        let details = &mut fact.details;
        for ingredient in medicine.ingredients {
            note(details, "ingredient", Some(ingredient));
        }
        note(details, "status", self.status);
        note(details, "status_reason", self.status_reason.and_then(|reason| reason.words()));
        note(details, "intent", self.intent);
        note_all(details, "reason", &self.reason_code);
        for dosage in &self.dosage_instruction {
            note(details, "dosage", dosage.words());
        }
        for annotation in self.note {
            note(details, "note", annotation.text);
        }
        fact.date = date(self.authored_on, "authored", details);
        fact.last_confirmed = fact.date.clone();
        Ok(fact)
    }
}

/// Where an order stands.
///
/// Intent `plan` is how US Core marks what a person says they take, so it counts as taken;
/// a paused order is neither taken nor over.
fn status(status: Option<&str>, intent: Option<&str>) -> FactStatus {
    match (status, intent) {
        (Some("entered-in-error"), _) => FactStatus::EnteredInError,
        (Some("cancelled"), _) => FactStatus::NotTaken,
        (Some("stopped" | "completed"), _) => FactStatus::Past,
        (Some("draft"), _) | (Some("active"), Some("proposal")) => FactStatus::Planned,
        (Some("active"), _) => FactStatus::Active,
        _ => FactStatus::Unknown,
    }
}
