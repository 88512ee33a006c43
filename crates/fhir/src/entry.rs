//! One resource in its place, unopened: what must be known of all before any is read.

use journey::health_history::FactId;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use serde_json::value::RawValue;

use crate::bundle::Why;
use crate::document::{Fields, ReadError, string};
use crate::identity::{fact_id, resource_id};
use crate::medication::Named;
use crate::version;

/// One resource in its place.
#[derive(Debug)]
pub(crate) struct Entry<'a> {
    /// Which entry of the file it is, from 1.
    pub(crate) place: usize,
    pub(crate) full_url: Option<String>,
    /// Empty where there is no resource.
    pub(crate) resource_type: String,
    pub(crate) id: String,
    /// Whom the resource is about, as it says.
    pub(crate) subject: Option<String>,
    /// What orders two versions of the same resource.
    pub(crate) last_updated: Option<jiff::Timestamp>,
    /// The Medication of the file that it refers to.
    pub(crate) shelf_id: Option<String>,
    pub(crate) has_modifier: bool,
    raw: Option<&'a RawValue>,
}

impl<'a> Entry<'a> {
    /// Looks at a resource once; fails where it is plainly of another version of FHIR.
    pub(crate) fn look(
        place: usize,
        full_url: Option<String>,
        raw: Option<&'a RawValue>,
    ) -> Result<Self, ReadError> {
        let opened = raw.and_then(|raw| serde_json::from_str::<Value>(raw.get()).ok()).unwrap_or(Value::Null);
        let resource_type = opened.get("resourceType").and_then(Value::as_str).unwrap_or_default();
        version::check(resource_type, &opened)?;
        let subject = opened.get("subject").or_else(|| opened.get("patient"));
        let subject = subject.and_then(|subject| subject.get("reference")).and_then(Value::as_str);
        let updated = opened.pointer("/meta/lastUpdated").and_then(Value::as_str);
        Ok(Self {
            place,
            resource_type: resource_type.to_owned(),
            id: resource_id(full_url.as_deref(), &opened),
            subject: subject.map(str::to_owned),
            last_updated: updated.and_then(|written| written.parse().ok()),
            shelf_id: shelf_id(resource_type, &opened),
            has_modifier: opened.get("modifierExtension").is_some(),
            full_url,
            raw,
        })
    }

    /// The name by which the entry is told to a person.
    pub(crate) fn name(&self) -> String {
        match self.resource_type.as_str() {
            "" => format!("entry {}", self.place),
            resource_type => format!("{resource_type}/{}", self.id),
        }
    }

    /// The lasting name of the fact that it yields.
    pub(crate) fn fact_id(&self) -> FactId {
        fact_id(self.full_url.as_deref(), &self.resource_type, &self.id)
    }

    pub(crate) fn raw(&self) -> Option<&'a RawValue> {
        self.raw
    }

    pub(crate) fn decode<T: DeserializeOwned>(&self) -> Result<T, Why> {
        // By way of a value, since a resource may give a name twice and its last one counts.
        let raw = self.raw.map_or("null", RawValue::get);
        let opened: Value =
            serde_json::from_str(raw).map_err(|error| Why::shape(&self.resource_type, &error))?;
        T::deserialize(opened).map_err(|error| Why::shape(&self.resource_type, &error))
    }
}

fn shelf_id(resource_type: &str, resource: &Value) -> Option<String> {
    let names_one =
        matches!(resource_type, "MedicationRequest" | "MedicationStatement" | "MedicationDispense");
    let named = names_one.then(|| Named::deserialize(resource).ok())??;
    named.shelf_id().map(str::to_owned)
}

/// The resources of a file: of a Bundle each, else the one.
pub(crate) fn entries<'a>(root: &'a RawValue, fields: &Fields<'a>) -> Result<Vec<Entry<'a>>, ReadError> {
    if string(fields.get("resourceType")).as_deref() != Some("Bundle") {
        return Ok(vec![Entry::look(1, None, Some(root))?]);
    }
    let Some(listed) = fields.get("entry").copied() else { return Ok(vec![]) };
    let listed: Vec<&RawValue> = serde_json::from_str(listed.get()).unwrap_or_else(|_| vec![listed]);
    let numbered = listed.into_iter().enumerate();
    numbered
        .map(|(index, listed)| {
            let parts: Fields<'a> = serde_json::from_str(listed.get()).unwrap_or_default();
            Entry::look(index + 1, string(parts.get("fullUrl")), parts.get("resource").copied())
        })
        .collect()
}
