//! MedicationDispense: a medicine that was handed out.

use jiff::Span;
use journey::health_history::{Fact, FactKind, FactStatus, PartialDate};
use serde::Deserialize;

use crate::bundle::{Source, Why};
use crate::date::date;
use crate::medication::{Named, Shelf};
use crate::wire::{Annotation, CodeableConcept, Dosage, Quantity, note};

#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct MedicationDispense {
    status: Option<String>,
    status_reason_codeable_concept: Option<CodeableConcept>,
    #[serde(flatten)]
    named: Named,
    days_supply: Option<Quantity>,
    when_prepared: Option<String>,
    when_handed_over: Option<String>,
    #[serde(default)]
    dosage_instruction: Vec<Dosage>,
    #[serde(default)]
    note: Vec<Annotation>,
}

impl MedicationDispense {
    /// What was handed out is taken until it is used up; where the record does not say how long
    /// it lasts, whether it still is taken is not known.
    pub(crate) fn fact(self, source: &Source, shelf: &Shelf<'_>) -> Result<Fact, Why> {
        let medicine = self.named.medicine(shelf)?;
        let mut fact = source.fact(FactKind::Medicine, &medicine.code)?;
        let details = &mut fact.details;
        for ingredient in medicine.ingredients {
            note(details, "ingredient", Some(ingredient));
        }
        note(details, "status", self.status.as_deref());
        note(details, "status_reason", self.status_reason_codeable_concept.and_then(|reason| reason.words()));
        for dosage in &self.dosage_instruction {
            note(details, "dosage", dosage.words());
        }
        for annotation in self.note {
            note(details, "note", annotation.text);
        }
        let handed_over = date(self.when_handed_over, "handed_over", details);
        fact.date = handed_over.or_else(|| date(self.when_prepared, "prepared", details));
        fact.last_confirmed = fact.date.clone();
        fact.end = fact.date.as_ref().and_then(|from| used_up(from, self.days_supply.as_ref()?));
        fact.status = status(self.status.as_deref(), fact.end.is_some());
        Ok(fact)
    }
}

fn used_up(from: &PartialDate, supply: &Quantity) -> Option<PartialDate> {
    let days = supply.value.filter(|days| (1.0..=1000.0).contains(days))?;
    // In range by the line above.
    let span = Span::new().try_days(days.ceil() as i64).ok()?;
    Some(from.latest().checked_add(span).ok()?.into())
}

fn status(status: Option<&str>, end_is_known: bool) -> FactStatus {
    match status {
        Some("entered-in-error") => FactStatus::EnteredInError,
        Some("cancelled" | "declined") => FactStatus::NotTaken,
        Some("preparation") => FactStatus::Planned,
        Some("in-progress") => FactStatus::Active,
        Some("completed" | "stopped") if end_is_known => FactStatus::Past,
        _ => FactStatus::Unknown,
    }
}
