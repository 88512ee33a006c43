//! A Bundle, or a single resource, into an import. <https://hl7.org/fhir/R4/bundle.html>

use std::collections::{BTreeMap, BTreeSet};

use journey::health_history::{
    Fact, FactId, FactKind, FactStatus, Ignored, IgnoredBecause, Import, LeftOut, Origin, PartialDate,
    Person, Provenance, ResourceRef,
};
use serde_json::Value;

use crate::allergy_intolerance::AllergyIntolerance;
use crate::condition::Condition;
use crate::document::{Fields, ReadError, parse};
use crate::entry::{Entry, entries};
use crate::family_member_history::FamilyMemberHistory;
use crate::identity::{local_id, referenced_type};
use crate::medication::Shelf;
use crate::medication_dispense::MedicationDispense;
use crate::medication_request::MedicationRequest;
use crate::medication_statement::MedicationStatement;
use crate::observation::Observation;
use crate::patient::Patient;
use crate::procedure::Procedure;
use crate::resource_type;
use crate::wire::{CodeableConcept, note};

/// Reads a FHIR R4 Bundle or a single resource.
///
/// `document` is the name under which the facts remember their source. Fails only where the
/// file as a whole is not one person's R4 record; anything smaller is left out with the reason.
pub fn read(bytes: &[u8], document: &str) -> Result<Import, ReadError> {
    let root = parse(bytes)?;
    let fields: Fields<'_> = serde_json::from_str(root.get()).map_err(|_| ReadError::NotFhir)?;
    let entries = entries(root, &fields)?;
    let listed: Vec<&Entry<'_>> = entries.iter().collect();
    let mut import = read_entries(&listed, document)?;
    import.remarks.extend(remark_of_pages(&fields));
    Ok(import)
}

/// Reads the resources of one person.
pub(crate) fn read_entries(entries: &[&Entry<'_>], document: &str) -> Result<Import, ReadError> {
    let mut reading = Reading::new(document, entries)?;
    for entry in entries {
        reading.take(entry);
    }
    Ok(reading.finish(entries.len()))
}

fn remark_of_pages(fields: &Fields<'_>) -> Option<String> {
    let links: Value = serde_json::from_str(fields.get("link")?.get()).ok()?;
    let mut links = links.as_array()?.iter();
    let has_more = links.any(|link| link.get("relation").is_some_and(|relation| relation == "next"));
    has_more.then(|| "the file is one page of several; the pages after it are not in it".to_owned())
}

/// Why one resource was left out. Holds nothing of its content.
#[derive(Debug)]
pub(crate) struct Why(String);

impl Why {
    pub(crate) fn new(why: &str) -> Self {
        Self(why.to_owned())
    }

    /// Of a decoding error only what was expected is told: the rest may quote the record.
    pub(crate) fn shape(resource_type: &str, error: &serde_json::Error) -> Self {
        let told = error.to_string();
        let expected = told.rsplit_once("expected ").map_or("another shape", |(_, expected)| expected);
        Self(format!("is not shaped like a {resource_type}: expected {expected}"))
    }
}

/// Where a fact comes from, for the translations of the resource types.
pub(crate) struct Source {
    id: FactId,
    provenance: Provenance,
    has_modifier: bool,
    pub(crate) born: Option<PartialDate>,
}

impl Source {
    /// A fact with its identity, words and codes; the translation adds the rest.
    pub(crate) fn fact(&self, kind: FactKind, code: &CodeableConcept) -> Result<Fact, Why> {
        let text = code.words().ok_or_else(|| Why::new("has neither words nor a code"))?;
        let mut details = vec![];
        note(&mut details, "modifier_extension", self.has_modifier.then_some("present, not understood"));
        Ok(Fact {
            id: self.id.clone(),
            kind,
            text,
            codes: code.codes(),
            status: FactStatus::Unknown,
            date: None,
            end: None,
            last_confirmed: None,
            value: None,
            finding: None,
            details,
            provenance: self.provenance.clone(),
        })
    }
}

/// A file being read.
struct Reading<'a> {
    document: &'a str,
    person: Person,
    person_name: Option<String>,
    person_ids: BTreeSet<String>,
    shelf: Shelf<'a>,
    shelf_used: BTreeSet<String>,
    latest: BTreeMap<FactId, usize>,
    facts: Vec<Fact>,
    ignored: BTreeMap<(String, IgnoredBecause), usize>,
    left_out: Vec<LeftOut>,
    remarks: Vec<String>,
}

/// What becomes of one resource.
enum Outcome {
    Fact(Box<Fact>),
    Ignored(IgnoredBecause),
}

impl<'a> Reading<'a> {
    fn new(document: &'a str, entries: &[&Entry<'a>]) -> Result<Self, ReadError> {
        let person_ids = person_ids(entries)?;
        let (person, person_name, remarks) = person(entries);
        let medications = entries.iter().filter(|entry| entry.resource_type == "Medication");
        let shelf = Shelf(medications.filter_map(|entry| Some((entry.id.clone(), entry.raw()?))).collect());
        Ok(Self {
            document,
            person,
            person_name,
            person_ids,
            shelf,
            shelf_used: shelf_used(entries),
            latest: latest(entries),
            facts: vec![],
            ignored: BTreeMap::new(),
            left_out: vec![],
            remarks,
        })
    }

    fn take(&mut self, entry: &Entry<'_>) {
        match self.outcome(entry) {
            Ok(Outcome::Fact(fact)) => self.facts.push(*fact),
            Ok(Outcome::Ignored(because)) => {
                *self.ignored.entry((entry.resource_type.clone(), because)).or_default() += 1;
            }
            Err(Why(why)) => self.left_out.push(LeftOut { resource: entry.name(), why }),
        }
    }

    fn outcome(&self, entry: &Entry<'_>) -> Result<Outcome, Why> {
        let source = self.source(entry);
        self.refuse_another_version(entry, &source.id)?;
        let fact = match entry.resource_type.as_str() {
            "Condition" => self.about_the_person(entry)?.decode::<Condition>()?.fact(&source),
            "AllergyIntolerance" => {
                self.about_the_person(entry)?.decode::<AllergyIntolerance>()?.fact(&source)
            }
            "Procedure" => self.about_the_person(entry)?.decode::<Procedure>()?.fact(&source),
            "Observation" => self.about_the_person(entry)?.decode::<Observation>()?.fact(&source),
            "MedicationRequest" => {
                self.about_the_person(entry)?.decode::<MedicationRequest>()?.fact(&source, &self.shelf)
            }
            "FamilyMemberHistory" => {
                let told = self.about_the_person(entry)?.decode::<FamilyMemberHistory>()?.fact(&source);
                let Some(told) = told else { return Ok(Outcome::Ignored(IgnoredBecause::NotReadByAnyRule)) };
                told
            }
            "MedicationDispense" => {
                self.about_the_person(entry)?.decode::<MedicationDispense>()?.fact(&source, &self.shelf)
            }
            "MedicationStatement" => {
                self.about_the_person(entry)?.decode::<MedicationStatement>()?.fact(&source, &self.shelf)
            }
            _ => return self.without_a_fact(entry).map(Outcome::Ignored),
        };
        fact.map(|fact| Outcome::Fact(Box::new(fact)))
    }

    fn without_a_fact(&self, entry: &Entry<'_>) -> Result<IgnoredBecause, Why> {
        match entry.resource_type.as_str() {
            "" => Err(Why::new("holds no resource")),
            "Patient" => entry.decode::<Patient>().map(|_| IgnoredBecause::IsThePerson),
            "Medication" if self.shelf_used.contains(&entry.id) => Ok(IgnoredBecause::ReadWithOthers),
            "Medication" => Err(Why::new("no order or statement in the file refers to it")),
            name if resource_type::READ_WITH_OTHERS.contains(&name) => Ok(IgnoredBecause::ReadWithOthers),
            "Bundle" => Err(Why::new("is a Bundle inside a Bundle")),
            name if resource_type::is_in_r4(name) => Ok(IgnoredBecause::NotReadByAnyRule),
            _ => Err(Why::new("is not a resource type of FHIR R4")),
        }
    }

    fn source(&self, entry: &Entry<'_>) -> Source {
        let resource =
            ResourceRef { resource_type: entry.resource_type.clone(), resource_id: entry.id.clone() };
        let provenance = Provenance {
            origin: Origin::Import,
            document: Some(self.document.to_owned()),
            resource: Some(resource),
        };
        Source {
            id: entry.fact_id(),
            provenance,
            has_modifier: entry.has_modifier,
            born: self.person.birth_date.clone(),
        }
    }

    fn refuse_another_version(&self, entry: &Entry<'_>, id: &FactId) -> Result<(), Why> {
        match self.latest.get(id) {
            Some(place) if *place != entry.place => {
                Err(Why::new("is in the file more than once; the latest version was read"))
            }
            _ => Ok(()),
        }
    }

    /// The entry, unless it says that it is about someone else.
    fn about_the_person<'e, 'v>(&self, entry: &'e Entry<'v>) -> Result<&'e Entry<'v>, Why> {
        let Some(subject) = entry.subject.as_deref() else { return Ok(entry) };
        match (referenced_type(subject), local_id(subject)) {
            (Some("Group" | "Device" | "Location"), Some(_)) => Err(Why::new("is not about a person")),
            (_, Some(id)) if !self.person_ids.is_empty() && !self.person_ids.contains(id) => {
                Err(Why::new("is about another person"))
            }
            _ => Ok(entry),
        }
    }

    fn finish(self, resources: usize) -> Import {
        let counted = |((resource_type, because), count)| Ignored { resource_type, count, because };
        Import {
            document: self.document.to_owned(),
            person: self.person,
            person_name: self.person_name,
            facts: self.facts,
            ignored: self.ignored.into_iter().map(counted).collect(),
            left_out: self.left_out,
            remarks: self.remarks,
            resources,
        }
    }
}

/// The ids under which the file's one person is known.
fn person_ids(entries: &[&Entry<'_>]) -> Result<BTreeSet<String>, ReadError> {
    let patients = entries.iter().filter(|entry| entry.resource_type == "Patient");
    let people: BTreeSet<&str> = patients.clone().map(|entry| entry.id.as_str()).collect();
    if people.len() > 1 {
        return Err(ReadError::TwoPatients { count: people.len() });
    }
    if people.is_empty() {
        return subjects_without_a_patient(entries);
    }
    let aliases = patients.filter_map(|entry| entry.full_url.as_deref().and_then(local_id));
    Ok(people.into_iter().chain(aliases).map(str::to_owned).collect())
}

/// Where a file has no Patient, its resources must agree on whom they are about.
fn subjects_without_a_patient(entries: &[&Entry<'_>]) -> Result<BTreeSet<String>, ReadError> {
    let is_person = |subject: &&str| matches!(referenced_type(subject), None | Some("Patient"));
    let subjects =
        entries.iter().filter_map(|entry| entry.subject.as_deref()).filter(is_person).filter_map(local_id);
    let people: BTreeSet<String> = subjects.map(str::to_owned).collect();
    match people.len() {
        0 | 1 => Ok(people),
        count => Err(ReadError::TwoPatients { count }),
    }
}

fn person(entries: &[&Entry<'_>]) -> (Person, Option<String>, Vec<String>) {
    let patient = entries.iter().find(|entry| entry.resource_type == "Patient");
    match patient.map(|entry| entry.decode::<Patient>()) {
        Some(Ok(patient)) => (patient.person(), patient.written_name(), patient.remarks()),
        Some(Err(_)) => (Person::default(), None, vec!["the Patient could not be read".to_owned()]),
        None => (Person::default(), None, vec!["the file holds no Patient".to_owned()]),
    }
}

/// Medications that some order or statement refers to.
fn shelf_used(entries: &[&Entry<'_>]) -> BTreeSet<String> {
    entries.iter().filter_map(|entry| entry.shelf_id.clone()).collect()
}

/// For each resource the place of its latest version.
fn latest(entries: &[&Entry<'_>]) -> BTreeMap<FactId, usize> {
    let mut latest: BTreeMap<FactId, &Entry<'_>> = BTreeMap::new();
    for entry in entries.iter().filter(|entry| !entry.resource_type.is_empty()) {
        let kept = latest.entry(entry.fact_id()).or_insert(entry);
        if entry.last_updated >= kept.last_updated {
            *kept = entry;
        }
    }
    latest.into_iter().map(|(id, entry)| (id, entry.place)).collect()
}
