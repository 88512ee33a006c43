//! MedicationStatement: a medicine that someone says is, was or was not taken.

use journey::health_history::{Fact, FactKind, FactStatus};
use serde::Deserialize;

use crate::bundle::{Source, Why};
use crate::date::{When, date};
use crate::medication::{Named, Shelf};
use crate::wire::{Annotation, CodeableConcept, Dosage, Period, note, note_all};

#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct MedicationStatement {
    status: Option<String>,
    #[serde(default)]
    status_reason: Vec<CodeableConcept>,
    #[serde(flatten)]
    named: Named,
    effective_date_time: Option<String>,
    effective_period: Option<Period>,
    date_asserted: Option<String>,
    #[serde(default)]
    reason_code: Vec<CodeableConcept>,
    #[serde(default)]
    dosage: Vec<Dosage>,
    #[serde(default)]
    note: Vec<Annotation>,
}

impl MedicationStatement {
    pub(crate) fn fact(self, source: &Source, shelf: &Shelf<'_>) -> Result<Fact, Why> {
        let medicine = self.named.medicine(shelf)?;
        let mut fact = source.fact(FactKind::Medicine, &medicine.code)?;
        fact.status = status(self.status.as_deref());
        let details = &mut fact.details;
        for ingredient in medicine.ingredients {
            note(details, "ingredient", Some(ingredient));
        }
        note(details, "status", self.status);
        note_all(details, "status_reason", &self.status_reason);
        note_all(details, "reason", &self.reason_code);
        for dosage in &self.dosage {
            note(details, "dosage", dosage.words());
        }
        for annotation in self.note {
            note(details, "note", annotation.text);
        }
        let effective =
            When { date_time: self.effective_date_time, period: self.effective_period, ..When::default() };
        (fact.date, fact.end) = effective.read("effective", None, details);
        fact.last_confirmed = date(self.date_asserted, "asserted", details).or_else(|| fact.date.clone());
        fact.date = fact.date.or_else(|| fact.last_confirmed.clone());
        Ok(fact)
    }
}

fn status(status: Option<&str>) -> FactStatus {
    match status {
        Some("active") => FactStatus::Active,
        Some("completed" | "stopped") => FactStatus::Past,
        Some("not-taken") => FactStatus::NotTaken,
        Some("intended") => FactStatus::Planned,
        Some("entered-in-error") => FactStatus::EnteredInError,
        _ => FactStatus::Unknown,
    }
}
