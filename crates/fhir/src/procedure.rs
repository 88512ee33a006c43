//! Procedure: what was done to or for a person.

use journey::health_history::{Fact, FactKind, FactStatus};
use serde::Deserialize;

use crate::bundle::{Source, Why};
use crate::date::When;
use crate::wire::{Annotation, CodeableConcept, Period, Quantity, Range, note, note_all};

#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Procedure {
    status: Option<String>,
    code: Option<CodeableConcept>,
    performed_date_time: Option<String>,
    performed_period: Option<Period>,
    performed_string: Option<String>,
    performed_age: Option<Quantity>,
    performed_range: Option<Range>,
    #[serde(default)]
    reason_code: Vec<CodeableConcept>,
    #[serde(default)]
    body_site: Vec<CodeableConcept>,
    outcome: Option<CodeableConcept>,
    #[serde(default)]
    complication: Vec<CodeableConcept>,
    #[serde(default)]
    note: Vec<Annotation>,
}

impl Procedure {
    pub(crate) fn fact(self, source: &Source) -> Result<Fact, Why> {
        let mut fact = source.fact(FactKind::Procedure, &self.code.unwrap_or_default())?;
        fact.status = status(self.status.as_deref());
        let details = &mut fact.details;
        note(details, "status", self.status);
        note_all(details, "reason", &self.reason_code);
        note_all(details, "body_site", &self.body_site);
        note(details, "outcome", self.outcome.and_then(|outcome| outcome.words()));
        note_all(details, "complication", &self.complication);
        for annotation in self.note {
            note(details, "note", annotation.text);
        }
        let performed = When {
            date_time: self.performed_date_time,
            period: self.performed_period,
            age: self.performed_age,
            range: self.performed_range,
            words: self.performed_string,
        };
        (fact.date, fact.end) = performed.read("performed", source.born.as_ref(), details);
        fact.last_confirmed = fact.date.clone();
        Ok(fact)
    }
}

fn status(status: Option<&str>) -> FactStatus {
    match status {
        Some("completed" | "stopped") => FactStatus::Past,
        Some("in-progress" | "on-hold") => FactStatus::Active,
        Some("not-done") => FactStatus::NotTaken,
        Some("preparation") => FactStatus::Planned,
        Some("entered-in-error") => FactStatus::EnteredInError,
        _ => FactStatus::Unknown,
    }
}
