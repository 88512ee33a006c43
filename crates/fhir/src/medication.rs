//! Medication: the product that a prescription or a statement is about.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::Value;
use serde_json::value::RawValue;

use crate::bundle::Why;
use crate::identity::local_id;
use crate::wire::{CodeableConcept, Reference};

#[derive(Debug, Default, Deserialize)]
struct Medication {
    code: Option<CodeableConcept>,
    #[serde(default)]
    ingredient: Vec<Ingredient>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase")]
struct Ingredient {
    item_codeable_concept: Option<CodeableConcept>,
    item_reference: Option<Reference>,
}

/// How a prescription or statement names its medicine: in place, or by reference.
#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Named {
    medication_codeable_concept: Option<CodeableConcept>,
    medication_reference: Option<Reference>,
    #[serde(default)]
    contained: Vec<Value>,
}

/// The medicine, as one concept with the words for its ingredients.
#[derive(Debug, Default)]
pub(crate) struct Medicine {
    pub(crate) code: CodeableConcept,
    pub(crate) ingredients: Vec<String>,
}

/// The Medication resources of a file, by id.
#[derive(Debug, Default)]
pub(crate) struct Shelf<'a>(pub(crate) BTreeMap<String, &'a RawValue>);

impl Shelf<'_> {
    fn on_it(&self, id: &str) -> Option<Value> {
        serde_json::from_str(self.0.get(id)?.get()).ok()
    }
}

impl Named {
    /// The id of the Medication in the same file that is meant, if one is.
    pub(crate) fn shelf_id(&self) -> Option<&str> {
        self.medication_reference.as_ref()?.reference.as_deref().and_then(local_id)
    }

    /// Looks the medicine up: in place, contained, then in the file.
    pub(crate) fn medicine(self, shelf: &Shelf<'_>) -> Result<Medicine, Why> {
        let reference = match (self.medication_codeable_concept, self.medication_reference) {
            (Some(code), _) => return Ok(Medicine { code, ingredients: vec![] }),
            (None, Some(reference)) => reference,
            (None, None) => return Err(Why::new("names no medicine")),
        };
        let target = reference.reference.as_deref().unwrap_or_default();
        let found = match target.strip_prefix('#') {
            Some(id) => {
                let is_meant = |resource: &&Value| resource.get("id").is_some_and(|own| own == id);
                self.contained.iter().find(is_meant).cloned()
            }
            None => local_id(target).and_then(|id| shelf.on_it(id)),
        };
        match (found, reference.display) {
            (Some(medication), display) => read(&medication, display, &self.contained),
            (None, Some(display)) => Ok(Medicine {
                code: CodeableConcept { coding: vec![], text: Some(display) },
                ingredients: vec![],
            }),
            (None, None) => Err(Why::new("refers to a Medication that is not in the file")),
        }
    }
}

fn read(medication: &Value, display: Option<String>, contained: &[Value]) -> Result<Medicine, Why> {
    let medication = Medication::deserialize(medication).map_err(|error| Why::shape("Medication", &error))?;
    let mut code = medication.code.unwrap_or_default();
    if code.words().is_none() {
        code.text = display;
    }
    let mut ingredients = vec![];
    for ingredient in medication.ingredient {
        let referred = ingredient.item_reference.and_then(|reference| contained_code(&reference, contained));
        let Some(item) = ingredient.item_codeable_concept.or(referred) else { continue };
        ingredients.extend(item.words());
        code.coding.extend(item.coding);
    }
    if code.text.is_none() && code.coding.is_empty() {
        code.text = (!ingredients.is_empty()).then(|| ingredients.join(" / "));
    }
    Ok(Medicine { code, ingredients })
}

/// The code of a contained Substance or Medication that an ingredient refers to, or its name.
fn contained_code(reference: &Reference, contained: &[Value]) -> Option<CodeableConcept> {
    let id = reference.reference.as_deref().and_then(|target| target.strip_prefix('#'));
    let found =
        contained.iter().find(|resource| id.is_some() && resource.get("id").and_then(Value::as_str) == id);
    let code = found.and_then(|resource| CodeableConcept::deserialize(resource.get("code")?).ok());
    let named = || CodeableConcept { coding: vec![], text: reference.display.clone() };
    code.or_else(|| reference.display.is_some().then(named))
}
