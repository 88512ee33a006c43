//! FHIR data types as they stand in a file. Only `fhir` knows these shapes.

use journey::health_history::{Code, CodeSystem, Detail};
use serde::Deserialize;

#[derive(Clone, Debug, Default, Deserialize)]
pub(crate) struct CodeableConcept {
    #[serde(default)]
    pub(crate) coding: Vec<Coding>,
    pub(crate) text: Option<String>,
}

#[derive(Clone, Debug, Default, Deserialize)]
pub(crate) struct Coding {
    pub(crate) system: Option<String>,
    pub(crate) code: Option<String>,
    pub(crate) display: Option<String>,
}

#[derive(Clone, Debug, Default, Deserialize)]
pub(crate) struct Reference {
    pub(crate) reference: Option<String>,
    pub(crate) display: Option<String>,
}

#[derive(Clone, Debug, Default, Deserialize)]
pub(crate) struct Quantity {
    pub(crate) value: Option<f64>,
    pub(crate) comparator: Option<String>,
    pub(crate) unit: Option<String>,
    pub(crate) code: Option<String>,
}

#[derive(Clone, Debug, Default, Deserialize)]
pub(crate) struct Range {
    pub(crate) low: Option<Quantity>,
    pub(crate) high: Option<Quantity>,
}

#[derive(Clone, Debug, Default, Deserialize)]
pub(crate) struct Period {
    pub(crate) start: Option<String>,
    pub(crate) end: Option<String>,
}

#[derive(Clone, Debug, Default, Deserialize)]
pub(crate) struct Annotation {
    pub(crate) text: Option<String>,
}

#[derive(Clone, Debug, Default, Deserialize)]
pub(crate) struct Dosage {
    pub(crate) text: Option<String>,
    #[serde(rename = "patientInstruction")]
    pub(crate) patient_instruction: Option<String>,
}

impl CodeableConcept {
    /// The record's own words: its text, else the first name of a code, else the first code.
    pub(crate) fn words(&self) -> Option<String> {
        let displays = self.coding.iter().filter_map(|coding| coding.display.as_ref());
        let codes = self.coding.iter().filter_map(|coding| coding.code.as_ref());
        let mut candidates = self.text.iter().chain(displays).chain(codes);
        candidates.find(|text| !text.trim().is_empty()).map(|text| text.trim().to_owned())
    }

    /// Every code it gives.
    pub(crate) fn codes(&self) -> Vec<Code> {
        self.coding.iter().filter_map(Coding::code).collect()
    }

    /// The first code of a status, in lower case.
    pub(crate) fn status(&self) -> Option<String> {
        let coded = self.coding.iter().find_map(|coding| coding.code.as_ref());
        coded.or(self.text.as_ref()).map(|status| status.trim().to_ascii_lowercase())
    }
}

impl Coding {
    fn code(&self) -> Option<Code> {
        let code = self.code.as_ref().filter(|code| !code.is_empty())?.clone();
        let system = CodeSystem::from(self.system.clone().unwrap_or_default());
        Some(Code { system, code, display: self.display.clone() })
    }
}

impl Dosage {
    pub(crate) fn words(&self) -> Option<&String> {
        self.text.as_ref().or(self.patient_instruction.as_ref())
    }
}

/// Adds a detail when the record states it.
pub(crate) fn note(details: &mut Vec<Detail>, name: &str, text: Option<impl Into<String>>) {
    if let Some(text) = text {
        details.push(Detail { name: name.to_owned(), text: text.into() });
    }
}

/// Adds one detail for each concept that has words.
pub(crate) fn note_all(details: &mut Vec<Detail>, name: &str, concepts: &[CodeableConcept]) {
    for concept in concepts {
        note(details, name, concept.words());
    }
}
