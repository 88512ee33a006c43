//! Condition: a diagnosis, a problem, a finding.

use journey::health_history::{Fact, FactKind, FactStatus};
use serde::Deserialize;

use crate::bundle::{Source, Why};
use crate::date::{When, date};
use crate::wire::{Annotation, CodeableConcept, Period, Quantity, Range, note, note_all};

#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Condition {
    clinical_status: Option<CodeableConcept>,
    verification_status: Option<CodeableConcept>,
    severity: Option<CodeableConcept>,
    code: Option<CodeableConcept>,
    #[serde(default)]
    body_site: Vec<CodeableConcept>,
    onset_date_time: Option<String>,
    onset_age: Option<Quantity>,
    onset_period: Option<Period>,
    onset_range: Option<Range>,
    onset_string: Option<String>,
    abatement_date_time: Option<String>,
    abatement_age: Option<Quantity>,
    abatement_period: Option<Period>,
    abatement_range: Option<Range>,
    abatement_string: Option<String>,
    recorded_date: Option<String>,
    #[serde(default)]
    note: Vec<Annotation>,
}

impl Condition {
    pub(crate) fn fact(self, source: &Source) -> Result<Fact, Why> {
        let code = self.code.unwrap_or_default();
        let mut fact = source.fact(FactKind::Condition, &code)?;
        let details = &mut fact.details;
        let clinical = self.clinical_status.as_ref().and_then(CodeableConcept::status);
        let verification = self.verification_status.as_ref().and_then(CodeableConcept::status);
        note(details, "clinical_status", clinical.as_deref());
        note(details, "verification", verification.as_deref());
        note(details, "severity", self.severity.and_then(|severity| severity.words()));
        note_all(details, "body_site", &self.body_site);
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
        let ended_in_words = self.abatement_string.is_some();
        let abatement = When {
            date_time: self.abatement_date_time,
            period: self.abatement_period,
            age: self.abatement_age,
            range: self.abatement_range,
            words: self.abatement_string,
        };
        let (began, onset_end) = onset.read("onset", source.born.as_ref(), details);
        let (ended_from, ended_to) = abatement.read("abatement", source.born.as_ref(), details);
        fact.last_confirmed = date(self.recorded_date, "recorded", details).or_else(|| began.clone());
        fact.date = began.or_else(|| fact.last_confirmed.clone());
        fact.end = ended_to.or(ended_from).or(onset_end);
        let over = fact.end.is_some() || ended_in_words;
        fact.status = status(clinical.as_deref(), verification.as_deref(), Ended::known(over));
        Ok(fact)
    }
}

/// Whether a record gives an end.
pub(crate) enum Ended {
    Yes,
    NotSaid,
}

impl Ended {
    pub(crate) fn known(is_known: bool) -> Self {
        if is_known { Self::Yes } else { Self::NotSaid }
    }
}

/// Status of a condition or an allergy; shared, since the two have the same words.
pub(crate) fn status(clinical: Option<&str>, verification: Option<&str>, ended: Ended) -> FactStatus {
    match (verification, clinical, ended) {
        (Some("entered-in-error"), ..) => FactStatus::EnteredInError,
        (Some("refuted"), ..) => FactStatus::Refuted,
        (_, Some("active" | "recurrence" | "relapse"), _) => FactStatus::Active,
        (_, Some("inactive" | "remission" | "resolved"), _) | (_, None, Ended::Yes) => FactStatus::Past,
        _ => FactStatus::Unknown,
    }
}
