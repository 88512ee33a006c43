//! Patient: whom a record is about.

use journey::health_history::{Deceased, PartialDate, Person, Sex};
use serde::Deserialize;
use serde_json::Value;

const BIRTH_SEX: &str = "http://hl7.org/fhir/us/core/StructureDefinition/us-core-birthsex";

#[derive(Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Patient {
    gender: Option<String>,
    birth_date: Option<String>,
    deceased_boolean: Option<bool>,
    deceased_date_time: Option<String>,
    #[serde(default)]
    name: Vec<HumanName>,
    #[serde(default)]
    extension: Vec<Value>,
}

#[derive(Debug, Default, Deserialize)]
struct HumanName {
    text: Option<String>,
    family: Option<String>,
    #[serde(default)]
    given: Vec<String>,
}

impl Patient {
    /// What the rules need of the person.
    pub(crate) fn person(&self) -> Person {
        let dated = |written: &Option<String>| written.as_deref().and_then(|w| PartialDate::new(w).ok());
        let deceased = match (self.deceased_boolean, &self.deceased_date_time) {
            (_, Some(_)) => Some(Deceased { on: dated(&self.deceased_date_time) }),
            (Some(true), None) => Some(Deceased { on: None }),
            _ => None,
        };
        Person {
            sex: sex(self.gender.as_deref()),
            birth_sex: self.birth_sex(),
            birth_date: dated(&self.birth_date),
            deceased,
        }
    }

    /// What of the person's data was stated and not understood, in words without its content.
    pub(crate) fn remarks(&self) -> Vec<String> {
        let unread =
            |written: &Option<String>| written.as_deref().is_some_and(|w| PartialDate::new(w).is_err());
        let mut remarks = vec![];
        if unread(&self.birth_date) {
            remarks.push("the date of birth is not a date".to_owned());
        }
        if unread(&self.deceased_date_time) {
            remarks.push("the date of death is not a date".to_owned());
        }
        remarks
    }

    /// The first name that the record gives the person.
    pub(crate) fn written_name(&self) -> Option<String> {
        let name = self.name.first()?;
        let parts = name.given.iter().chain(&name.family).map(String::as_str).collect::<Vec<_>>();
        name.text.clone().or_else(|| (!parts.is_empty()).then(|| parts.join(" ")))
    }

    fn birth_sex(&self) -> Option<Sex> {
        let is_birth_sex = |extension: &&Value| extension.get("url").is_some_and(|url| url == BIRTH_SEX);
        let code = self.extension.iter().find(is_birth_sex)?.get("valueCode")?.as_str()?;
        Some(sex(Some(code)))
    }
}

fn sex(code: Option<&str>) -> Sex {
    match code.map(str::to_ascii_lowercase).as_deref() {
        Some("female" | "f") => Sex::Female,
        Some("male" | "m") => Sex::Male,
        Some("other") => Sex::Other,
        _ => Sex::Unknown,
    }
}
