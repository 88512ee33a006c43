//! Observation: a measurement, a test result, a social finding.

use journey::health_history::{
    CodeSystem, Component as Measurement, Detail, Fact, FactKind, FactStatus, Finding, Measured,
};
use serde::Deserialize;
use serde_json::Value;

use crate::bundle::{Source, Why};
use crate::date::{When, date};
use crate::wire::{Annotation, CodeableConcept, Period, Quantity, note, note_all};

#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Observation {
    status: Option<String>,
    code: Option<CodeableConcept>,
    effective_date_time: Option<String>,
    effective_instant: Option<String>,
    effective_period: Option<Period>,
    issued: Option<String>,
    #[serde(flatten)]
    result: ResultValue,
    #[serde(default)]
    component: Vec<Component>,
    #[serde(default)]
    interpretation: Vec<CodeableConcept>,
    #[serde(default)]
    note: Vec<Annotation>,
    body_site: Option<CodeableConcept>,
    method: Option<CodeableConcept>,
}

#[derive(Debug, Default, Deserialize)]
struct Component {
    code: Option<CodeableConcept>,
    #[serde(flatten)]
    result: ResultValue,
}

/// `value[x]`, or why there is none.
#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase")]
struct ResultValue {
    value_quantity: Option<Quantity>,
    value_codeable_concept: Option<CodeableConcept>,
    value_string: Option<String>,
    value_boolean: Option<bool>,
    value_integer: Option<i64>,
    value_date_time: Option<String>,
    value_range: Option<Value>,
    value_ratio: Option<Value>,
    value_period: Option<Value>,
    value_sampled_data: Option<Value>,
    value_time: Option<String>,
    data_absent_reason: Option<CodeableConcept>,
}

impl Observation {
    pub(crate) fn fact(self, source: &Source) -> Result<Fact, Why> {
        let code = self.code.unwrap_or_default();
        let mut fact = source.fact(FactKind::Observation, &code)?;
        fact.status = status(self.status.as_deref());
        let details = &mut fact.details;
        note(details, "status", self.status);
        note_all(details, "interpretation", &self.interpretation);
        note(details, "body_site", self.body_site.and_then(|site| site.words()));
        note(details, "method", self.method.and_then(|method| method.words()));
        for annotation in self.note {
            note(details, "note", annotation.text);
        }
        let mut components = vec![];
        components.extend(self.result.quantity(&code, details));
        fact.finding = self.result.finding(details);
        for component in self.component {
            let code = component.code.unwrap_or_default();
            components.extend(component.result.quantity(&code, details));
            if let Some(found) = component.result.finding(details) {
                note(details, &code.words().unwrap_or_default(), Some(found.text));
            }
        }
        fact.value = (!components.is_empty()).then_some(Measured { components });
        let at = self.effective_date_time.or(self.effective_instant);
        let effective = When { date_time: at, period: self.effective_period, ..When::default() };
        (fact.date, fact.end) = effective.read("effective", None, details);
        fact.date = fact.date.or_else(|| date(self.issued, "issued", details));
        fact.last_confirmed = fact.date.clone();
        Ok(fact)
    }
}

impl ResultValue {
    fn quantity(&self, code: &CodeableConcept, details: &mut Vec<Detail>) -> Option<Measurement> {
        let quantity = self.value_quantity.as_ref()?;
        note(details, "comparator", quantity.comparator.as_deref());
        let is_loinc = |code: &&journey::health_history::Code| code.system == CodeSystem::Loinc;
        let loinc = code.codes().iter().find(is_loinc).map(|code| code.code.clone());
        let unit = quantity.code.clone().or_else(|| quantity.unit.clone()).unwrap_or_default();
        Some(Measurement { loinc, value: quantity.value?, unit })
    }

    /// What was found in words; other shapes of value are kept as they were written.
    fn finding(&self, details: &mut Vec<Detail>) -> Option<Finding> {
        note(details, "absent_because", self.data_absent_reason.as_ref().and_then(CodeableConcept::words));
        if let Some(concept) = &self.value_codeable_concept {
            return Some(Finding { text: concept.words()?, codes: concept.codes() });
        }
        let written = [&self.value_range, &self.value_ratio, &self.value_period, &self.value_sampled_data];
        let text = None
            .or_else(|| self.value_string.clone())
            .or_else(|| self.value_boolean.map(|value| value.to_string()))
            .or_else(|| self.value_integer.map(|value| value.to_string()))
            .or_else(|| self.value_date_time.clone())
            .or_else(|| self.value_time.clone())
            .or_else(|| written.into_iter().flatten().next().map(Value::to_string))?;
        Some(Finding { text, codes: vec![] })
    }
}

fn status(status: Option<&str>) -> FactStatus {
    match status {
        Some("final" | "amended" | "corrected") => FactStatus::Past,
        Some("cancelled") => FactStatus::NotTaken,
        Some("registered") => FactStatus::Planned,
        Some("entered-in-error") => FactStatus::EnteredInError,
        _ => FactStatus::Unknown,
    }
}
