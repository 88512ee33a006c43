//! AllergyIntolerance: what a person must not be given.

use journey::health_history::{Fact, FactKind};
use serde::Deserialize;

use crate::bundle::{Source, Why};
use crate::condition::{Ended, status};
use crate::date::{When, date};
use crate::wire::{Annotation, CodeableConcept, Period, Quantity, Range, note, note_all};

#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct AllergyIntolerance {
    clinical_status: Option<CodeableConcept>,
    verification_status: Option<CodeableConcept>,
    #[serde(rename = "type")]
    kind: Option<String>,
    #[serde(default)]
    category: Vec<String>,
    criticality: Option<String>,
    code: Option<CodeableConcept>,
    onset_date_time: Option<String>,
    onset_age: Option<Quantity>,
    onset_period: Option<Period>,
    onset_range: Option<Range>,
    onset_string: Option<String>,
    recorded_date: Option<String>,
    #[serde(default)]
    note: Vec<Annotation>,
    #[serde(default)]
    reaction: Vec<Reaction>,
}

#[derive(Debug, Default, Deserialize)]
struct Reaction {
    substance: Option<CodeableConcept>,
    #[serde(default)]
    manifestation: Vec<CodeableConcept>,
    description: Option<String>,
    severity: Option<String>,
}

impl AllergyIntolerance {
    pub(crate) fn fact(self, source: &Source) -> Result<Fact, Why> {
        // Some exporters name the substance only inside the reaction.
        let in_reaction = || self.reaction.iter().find_map(|reaction| reaction.substance.as_ref());
        let nothing = CodeableConcept::default();
        let code = self.code.as_ref().or_else(in_reaction).unwrap_or(&nothing);
        let mut fact = source.fact(FactKind::Allergy, code)?;
        let details = &mut fact.details;
        let clinical = self.clinical_status.as_ref().and_then(CodeableConcept::status);
        let verification = self.verification_status.as_ref().and_then(CodeableConcept::status);
        note(details, "clinical_status", clinical.as_deref());
        note(details, "verification", verification.as_deref());
        note(details, "type", self.kind);
        for category in self.category {
            note(details, "category", Some(category));
        }
        note(details, "criticality", self.criticality);
        for reaction in self.reaction {
            note(details, "substance", reaction.substance.as_ref().and_then(CodeableConcept::words));
            note_all(details, "reaction", &reaction.manifestation);
            note(details, "reaction", reaction.description);
            note(details, "reaction_severity", reaction.severity);
        }
        for annotation in self.note {
            note(details, "note", annotation.text);
        }
        let onset = When {
            date_time: self.onset_date_time,
            period: self.onset_period,
            age: self.onset_age,
            range: self.onset_range,
            words: self.onset_string,
        };
        let (began, _) = onset.read("onset", source.born.as_ref(), details);
        fact.last_confirmed = date(self.recorded_date, "recorded", details).or_else(|| began.clone());
        fact.date = began.or_else(|| fact.last_confirmed.clone());
        fact.status = status(clinical.as_deref(), verification.as_deref(), Ended::NotSaid);
        Ok(fact)
    }
}
