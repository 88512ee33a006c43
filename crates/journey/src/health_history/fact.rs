//! One fact of a health history.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::PartialDate;

/// Names a fact for good; made from the identity of the resource it was read from.
///
/// The same record read twice yields the same ids, so that an import can be repeated.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct FactId(pub String);

/// What sort of statement a fact is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FactKind {
    /// A diagnosis, a problem, a finding.
    Condition,
    /// A medicine prescribed, supplied or said to be taken.
    Medicine,
    /// An allergy or intolerance.
    Allergy,
    /// Something that was done to or for the person.
    Procedure,
    /// A measurement, a test result, a social finding.
    Observation,
    /// A pregnancy, a pregnancy test, or breast-feeding.
    Pregnancy,
    /// An illness of a relative.
    FamilyHistory,
}

impl FactKind {
    /// The word used for this kind in machine output.
    pub fn word(self) -> &'static str {
        match self {
            Self::Condition => "condition",
            Self::Medicine => "medicine",
            Self::Allergy => "allergy",
            Self::Procedure => "procedure",
            Self::Observation => "observation",
            Self::Pregnancy => "pregnancy",
            Self::FamilyHistory => "family_history",
        }
    }
}

/// Where a fact stands in time, as its source says.
///
/// A finished procedure or measurement is `Past`: it happened, and what it found stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FactStatus {
    /// Present now, as far as the source knows.
    Active,
    /// Over, resolved, stopped, or done.
    Past,
    /// Known not to be taken or not to have been done.
    NotTaken,
    /// Intended and not begun.
    Planned,
    /// Written by mistake; kept so that the mistake stays visible.
    EnteredInError,
    /// Looked into and found not to be so.
    Refuted,
    /// The source does not say.
    Unknown,
}

impl FactStatus {
    /// The word used for this status in machine output.
    pub fn word(self) -> &'static str {
        match self {
            Self::Active => "active",
            Self::Past => "past",
            Self::NotTaken => "not_taken",
            Self::Planned => "planned",
            Self::EnteredInError => "entered_in_error",
            Self::Refuted => "refuted",
            Self::Unknown => "unknown",
        }
    }
}

/// The code systems that the rules know; any other keeps its address as written.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(from = "String", into = "String")]
pub enum CodeSystem {
    /// SNOMED CT.
    Snomed,
    /// ICD-10, its US clinical modification and other national ones.
    Icd10,
    /// ICD-9-CM.
    Icd9,
    /// RxNorm.
    RxNorm,
    /// LOINC.
    Loinc,
    /// Anatomical Therapeutic Chemical classification.
    Atc,
    /// Another system, by its address.
    Other(String),
}

impl From<String> for CodeSystem {
    fn from(address: String) -> Self {
        match address.as_str() {
            "http://snomed.info/sct" | "urn:oid:2.16.840.1.113883.6.96" => Self::Snomed,
            "http://www.nlm.nih.gov/research/umls/rxnorm" | "urn:oid:2.16.840.1.113883.6.88" => Self::RxNorm,
            "http://loinc.org" | "urn:oid:2.16.840.1.113883.6.1" => Self::Loinc,
            "http://www.whocc.no/atc" | "urn:oid:2.16.840.1.113883.6.73" => Self::Atc,
            "urn:oid:2.16.840.1.113883.6.3" | "urn:oid:2.16.840.1.113883.6.90" => Self::Icd10,
            "urn:oid:2.16.840.1.113883.6.103" => Self::Icd9,
            other if other.starts_with("http://hl7.org/fhir/sid/icd-10") => Self::Icd10,
            other if other.starts_with("http://hl7.org/fhir/sid/icd-9") => Self::Icd9,
            _ => Self::Other(address),
        }
    }
}

impl From<CodeSystem> for String {
    fn from(system: CodeSystem) -> Self {
        match system {
            CodeSystem::Snomed => "http://snomed.info/sct".into(),
            CodeSystem::RxNorm => "http://www.nlm.nih.gov/research/umls/rxnorm".into(),
            CodeSystem::Loinc => "http://loinc.org".into(),
            CodeSystem::Atc => "http://www.whocc.no/atc".into(),
            CodeSystem::Icd10 => "http://hl7.org/fhir/sid/icd-10-cm".into(),
            CodeSystem::Icd9 => "http://hl7.org/fhir/sid/icd-9-cm".into(),
            CodeSystem::Other(address) => address,
        }
    }
}

/// A code that the record gives for a fact, with the name it had there.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Code {
    /// The system the code belongs to.
    pub system: CodeSystem,
    /// The code itself.
    pub code: String,
    /// The name the record gave it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub display: Option<String>,
}

/// What was measured, one component per quantity.
///
/// A single value has one component that carries the observation's own codes.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Measured {
    /// The quantities, in the record's order.
    pub components: Vec<Component>,
}

/// One measured quantity.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Component {
    /// LOINC code of the quantity, when the record gives one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub loinc: Option<String>,
    /// The number, in `unit`.
    pub value: f64,
    /// UCUM unit, or the record's own word for it; empty when not stated.
    pub unit: String,
}

/// Body weights that can be meant, in kilograms; beyond them a figure is a slip of the hand or of the unit.
pub const WEIGHT_KG: std::ops::RangeInclusive<f64> = 20.0..=400.0;

/// LOINC code of the body weight that doses are counted by.
const WEIGHT: &str = "29463-7";

/// The latest weight that was known on a day, in tenths of a kilogram, rounded down, and its age in days.
///
/// A weight that nobody can have is none.
pub fn weight_on(facts: &[Fact], today: Date) -> Option<(i64, i64)> {
    use FactStatus::{EnteredInError, Planned, Refuted};
    let stands = |fact: &&Fact| !matches!(fact.status, EnteredInError | Refuted | Planned);
    let weighed = facts.iter().filter(|fact| fact.known_on(today)).filter(stands).filter_map(|fact| {
        let component = fact.component(&[WEIGHT])?;
        let kilograms = component.kilograms().filter(|kilograms| WEIGHT_KG.contains(kilograms))?;
        Some((fact.date.as_ref()?.earliest(), (kilograms * 10.0).floor() as i64))
    });
    let (day, tenths_kg) = weighed.max_by_key(|(day, _)| *day)?;
    Some((tenths_kg, i64::from((today - day).get_days())))
}

impl Component {
    /// The quantity in kilograms; none in a unit that is no weight's.
    pub fn kilograms(&self) -> Option<f64> {
        match self.unit.as_str() {
            "kg" => Some(self.value),
            "g" => Some(self.value / 1_000.0),
            "[lb_av]" | "lb" | "lbs" => Some(self.value * 0.453_592_37),
            _ => None,
        }
    }
}

/// What was found, where it is not a quantity: a smoking status, a test result in words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// The record's own words.
    pub text: String,
    /// The codes the record gives for it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub codes: Vec<Code>,
}

/// Something more that the record states of a fact: severity, dosage, a reaction.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Detail {
    /// What it is, in snake_case: `severity`, `dosage`, `verification`.
    pub name: String,
    /// The record's own text or code.
    pub text: String,
}

/// How a fact came to be known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Origin {
    /// Read from a record that another system exported.
    Import,
    /// Typed by someone of the practice.
    ByHand,
    /// Given by the person, in the intake or a check-in.
    Answer,
}

/// The resource a fact was read from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ResourceRef {
    /// FHIR resource type, such as `MedicationRequest`.
    pub resource_type: String,
    /// Its id at the source; a fingerprint of its content where it had none.
    pub resource_id: String,
}

impl std::fmt::Display for ResourceRef {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}/{}", self.resource_type, self.resource_id)
    }
}

/// Where a fact comes from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Provenance {
    /// How it came to be known.
    pub origin: Origin,
    /// The file or form it was taken from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub document: Option<String>,
    /// The resource it was read from, when imported.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub resource: Option<ResourceRef>,
}

/// One thing known of a person's health.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Fact {
    /// Its lasting name.
    pub id: FactId,
    /// What sort of statement it is.
    pub kind: FactKind,
    /// The record's own words.
    pub text: String,
    /// The codes the record gives, in its order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub codes: Vec<Code>,
    /// Where it stands in time.
    pub status: FactStatus,
    /// When it began, was ordered, was measured or was done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub date: Option<PartialDate>,
    /// When it ended.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub end: Option<PartialDate>,
    /// When anyone last wrote that it is so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub last_confirmed: Option<PartialDate>,
    /// What was measured.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub value: Option<Measured>,
    /// What was found, in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub finding: Option<Finding>,
    /// What else the record states.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub details: Vec<Detail>,
    /// Where it comes from.
    pub provenance: Provenance,
}

impl Fact {
    /// The text of the first detail of that name.
    pub fn detail(&self, name: &str) -> Option<&str> {
        self.details.iter().find(|detail| detail.name == name).map(|detail| detail.text.as_str())
    }

    /// The first component measured under one of these LOINC codes.
    pub fn component(&self, loinc: &[&str]) -> Option<&Component> {
        let components = &self.value.as_ref()?.components;
        components.iter().find(|c| c.loinc.as_deref().is_some_and(|code| loinc.contains(&code)))
    }

    /// Whether the fact had begun by the end of that day; an undated fact has.
    ///
    /// What was written down by then counts too, though it is said to begin later.
    pub fn known_on(&self, as_of: Date) -> bool {
        self.date.as_ref().is_none_or(|date| date.earliest() <= as_of) || self.begins_after(as_of)
    }

    /// Whether a condition or an allergy was written down by that day, and is said to begin later.
    pub fn begins_after(&self, as_of: Date) -> bool {
        let may_be = matches!(self.kind, FactKind::Condition | FactKind::Allergy);
        let later = self.date.as_ref().is_some_and(|date| date.earliest() > as_of);
        let written = self.last_confirmed.as_ref().is_some_and(|date| date.latest() <= as_of);
        may_be && later && written
    }

    /// Where the fact stood on that day.
    ///
    /// What ended later was still active then; of an imprecise end the later limit counts,
    /// because what may still be going on is treated as going on.
    pub fn status_on(&self, as_of: Date) -> FactStatus {
        let ended_later = self.end.as_ref().is_some_and(|end| end.latest() > as_of);
        let may_last = !matches!(self.kind, FactKind::Procedure | FactKind::Observation);
        match self.status {
            FactStatus::Past if ended_later && may_last => FactStatus::Active,
            status => status,
        }
    }

    /// The last confirmation, when it lies more than so many days before that day.
    pub fn unconfirmed_since(&self, as_of: Date, days: i64) -> Option<&PartialDate> {
        let confirmed = self.last_confirmed.as_ref().or(self.date.as_ref())?;
        (days_between(confirmed.earliest(), as_of) > days).then_some(confirmed)
    }

    /// Whether two readings of the fact say the same, whatever file they came in.
    pub fn says_the_same(&self, other: &Fact) -> bool {
        let mut other = other.clone();
        other.provenance.document.clone_from(&self.provenance.document);
        *self == other
    }
}

/// Calendar days from one day to another; negative when the other lies before.
pub(crate) fn days_between(from: Date, to: Date) -> i64 {
    // Two dates are never so far apart that a count of days overflows.
    (to - from).get_days().into()
}
