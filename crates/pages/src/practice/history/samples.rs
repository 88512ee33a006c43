//! States of the history page. The person in them is made up.

use std::collections::BTreeMap;

use journey::health_history::{
    Changed, Code, CodeSystem, Component, Fact, FactId, FactKind, FactStatus, Ignored, IgnoredBecause,
    LeftOut, Measured, Origin, PartialDate, Person, Provenance, ResourceRef, Sex,
};
use journey::history::intake::{self, Entry, Given, Habit, Question, Reply, Says, Trouble};
use journey::history::{Came, Correction, History as Known, Source, Wrong};
use journey::{Refusal, StaffId, Who};

use super::{Forms, History, Unread};
use crate::practice::medical::{Names, Typed};
use crate::practice::subject::Subject;
use crate::samples::instant;

const THERAPIST: StaffId = StaffId::from_bytes([1; 16]);
const DOCUMENT: &str = "record-of-2-april.json";

/// The names of the two people who work in these samples.
pub(crate) fn names() -> Names {
    let prescriber = (PRESCRIBER, "Theo Sample".to_owned());
    Names(BTreeMap::from([(THERAPIST, "Ana Sample".to_owned()), prescriber]))
}

/// The prescriber of these samples.
pub(crate) const PRESCRIBER: StaffId = StaffId::from_bytes([2; 16]);

fn fact(id: &str, kind: FactKind, text: &str, status: FactStatus, date: &str) -> Fact {
    let resource_type = match kind {
        FactKind::Medicine => "MedicationRequest",
        FactKind::Observation => "Observation",
        FactKind::Allergy => "AllergyIntolerance",
        FactKind::Procedure => "Procedure",
        _ => "Condition",
    };
    let resource = ResourceRef { resource_type: resource_type.to_owned(), resource_id: id.to_owned() };
    Fact {
        id: FactId(id.to_owned()),
        kind,
        text: text.to_owned(),
        codes: Vec::new(),
        status,
        date: PartialDate::new(date).ok(),
        end: None,
        last_confirmed: None,
        value: None,
        finding: None,
        details: Vec::new(),
        provenance: Provenance {
            origin: Origin::Import,
            document: Some(DOCUMENT.to_owned()),
            resource: Some(resource),
        },
    }
}

fn pressure(id: &str, systolic: f64, diastolic: f64, date: &str) -> Fact {
    let part =
        |loinc: &str, value| Component { loinc: Some(loinc.to_owned()), value, unit: "mm[Hg]".to_owned() };
    let components = vec![part("8480-6", systolic), part("8462-4", diastolic)];
    let panel = Code { system: CodeSystem::Loinc, code: "85354-9".to_owned(), display: None };
    Fact {
        value: Some(Measured { components }),
        codes: vec![panel],
        ..fact(id, FactKind::Observation, "Blood pressure", FactStatus::Past, date)
    }
}

/// The history that the samples of the medical pages share.
pub(crate) fn known() -> Known {
    let by_hand = Provenance { origin: Origin::ByHand, document: None, resource: None };
    let facts = vec![
        fact("c-1", FactKind::Condition, "Essential hypertension", FactStatus::Active, "2019"),
        fact("c-2", FactKind::Condition, "Acute viral sinusitis", FactStatus::Past, "2021-11"),
        fact("c-3", FactKind::Condition, "Aneurysm of cerebral artery", FactStatus::Active, "2015-06-02"),
        fact("m-1", FactKind::Medicine, "Oxycodone 5 mg oral tablet", FactStatus::Active, "2026-01-12"),
        fact("m-2", FactKind::Medicine, "Lisinopril 10 mg oral tablet", FactStatus::Active, "2019-03-04"),
        Fact {
            provenance: by_hand,
            ..fact("m-3", FactKind::Medicine, "Boswellia complex, now and then", FactStatus::Active, "2025")
        },
        fact("a-1", FactKind::Allergy, "Penicillin", FactStatus::Active, "2004"),
        pressure("o-1", 162.0, 101.0, "2026-05-06"),
        pressure("o-2", 161.0, 100.0, "2026-05-06"),
        pressure("o-3", 148.0, 92.0, "2025-10-20"),
        fact("p-1", FactKind::Procedure, "Medication reconciliation", FactStatus::Past, "2026-04-02"),
    ];
    let at = instant("2026-05-11T16:20:00Z");
    let came = |fact: &Fact| (fact.id.clone(), Came { by: Who::Staff { staff: THERAPIST }, at });
    let source = Source {
        at,
        document: DOCUMENT.to_owned(),
        document_sha256: "00".repeat(32),
        resources: 14,
        added: 10,
        changed: Vec::new(),
        absent: Vec::new(),
        ignored: vec![
            Ignored { resource_type: "Patient".to_owned(), count: 1, because: IgnoredBecause::IsThePerson },
            Ignored {
                resource_type: "Claim".to_owned(),
                count: 2,
                because: IgnoredBecause::NotReadByAnyRule,
            },
        ],
        left_out: vec![LeftOut {
            resource: "Condition/d-2".to_owned(),
            why: "is not shaped like a Condition: expected struct CodeableConcept".to_owned(),
        }],
        remarks: vec!["the file is one page of several; the pages after it are not in it".to_owned()],
    };
    let correction = Correction {
        correction: Wrong::Refuted,
        evidence: "Angiography of 3 May 2026 shows none.".to_owned(),
        by: Who::Staff { staff: PRESCRIBER },
        at: instant("2026-05-12T09:00:00Z"),
    };
    Known {
        person: Person {
            sex: Sex::Female,
            birth_date: PartialDate::new("1968-02-11").ok(),
            ..Person::default()
        },
        came: facts.iter().map(came).collect(),
        corrections: BTreeMap::from([(FactId("c-3".to_owned()), correction)]),
        facts,
        read: BTreeMap::new(),
        sources: vec![source],
        intake: intake::Intake::default(),
        revision: 2,
    }
}

/// What a person told on their phone, half of it so far.
fn told() -> Known {
    let given = |reply| Given { at: instant("2026-05-13T19:12:00Z"), by: Who::Client, reply };
    let says = |says: &[(Trouble, Says)], words: Option<&str>| {
        let says = says.iter().copied().collect();
        given(Reply::Troubles { says, words: words.map(str::to_owned) })
    };
    let heart = says(
        &[
            (Trouble::HighBloodPressure, Says::Yes),
            (Trouble::HeartAttack, Says::No),
            (Trouble::Angina, Says::No),
            (Trouble::Arrhythmia, Says::NotSure),
        ],
        Some("It is a little high in the mornings."),
    );
    let eyes = says(&[(Trouble::Glaucoma, Says::No), (Trouble::EyeInjury, Says::No)], None);
    let entry = Entry {
        name: "the small white one for my back".to_owned(),
        detail: Some("half a tablet".to_owned()),
        often: Some("when it hurts".to_owned()),
    };
    let body = Reply::Body { weight_kg: Some(68.0), height_cm: None };
    let somebody =
        Reply::Somebody { name: "Sol Pebble, my sister".to_owned(), phone: Some("+1 555 0102".to_owned()) };
    let intake = intake::Intake {
        given: BTreeMap::from([
            (Question::Body, given(body)),
            (Question::Heart, heart),
            (Question::Eyes, eyes),
            (Question::Reaction, given(Reply::Skipped)),
            (Question::Mind, given(Reply::Skipped)),
            (Question::Allergies, given(Reply::ThatIsAll)),
            (Question::Alcohol, given(Reply::Habit { habit: Habit::SomeTimesAMonth })),
            (Question::WayHome, given(somebody)),
        ]),
        lists: BTreeMap::from([(Question::Medicines, vec![Some(entry)])]),
        stopped_at: Some(instant("2026-05-13T19:20:00Z")),
        ..intake::Intake::default()
    };
    Known { intake, ..known() }
}

/// A record such as large systems export: many readings of few things.
fn long() -> Known {
    let mut known = known();
    for month in 1..=12 {
        for (id, text) in
            [("w", "Body weight"), ("h", "Haemoglobin A1c in blood"), ("k", "Potassium in serum")]
        {
            let id = format!("{id}-{month}");
            let date = format!("2025-{month:02}-15");
            known.facts.push(fact(&id, FactKind::Observation, text, FactStatus::Past, &date));
        }
        let text = format!("Sprain of the ankle, encounter number {month}");
        known.facts.push(fact(&format!("s-{month}"), FactKind::Condition, &text, FactStatus::Past, "2018"));
    }
    known
}

/// A newer reading of the same record: something stopped, something is worded anew, one is gone.
fn newer() -> Known {
    let mut known = known();
    let now = |id: &str| known.facts.iter().find(|fact| fact.id.0 == id).cloned().into_iter();
    let oxycodone = now("m-1").map(|before| {
        let after = Fact { status: FactStatus::Past, ..before.clone() };
        Changed { before, after }
    });
    let pressure = now("c-1").map(|before| {
        let after = Fact { text: "Essential hypertension, controlled".to_owned(), ..before.clone() };
        Changed { before, after }
    });
    let changed: Vec<Changed> = oxycodone.chain(pressure).collect();
    for Changed { after, .. } in &changed {
        known.facts.retain(|fact| fact.id != after.id);
        known.facts.push(after.clone());
    }
    let source = Source {
        at: instant("2026-07-02T08:05:00Z"),
        document: "record-of-2-july.json".to_owned(),
        resources: 15,
        added: 1,
        changed,
        absent: vec![FactId("a-1".to_owned())],
        left_out: Vec::new(),
        remarks: Vec::new(),
        ..known.sources[0].clone()
    };
    known.sources.push(source);
    known
}

/// States of this page.
pub fn samples() -> Vec<(&'static str, History)> {
    let forms = Forms { correction: Some(Typed::default()), ..Forms::default() };
    let usual =
        History { subject: Subject::sample(), history: known(), names: names(), forms: Some(forms.clone()) };
    let with = |forms: Forms| History { forms: Some(forms), ..usual.clone() };
    let unread = |why| Forms { unread: Some(why), ..forms.clone() };
    let again =
        Forms { record: Typed { refusal: Some(Refusal::NothingNew), ..Typed::default() }, ..forms.clone() };
    let fields = [("kind", "medicine"), ("words", "Magnesium"), ("status", "active"), ("date", "last May")];
    let fields = fields.map(|(name, value)| (name.to_owned(), value.to_owned()));
    let date = Typed { fields: BTreeMap::from(fields), unreadable: Some("date"), ..Typed::default() };
    let name = "Jonah Synthetic".to_owned();
    vec![
        ("empty", History { history: Known::default(), ..usual.clone() }),
        ("told", History { history: told(), ..usual.clone() }),
        ("long", History { history: long(), ..usual.clone() }),
        ("newer", History { history: newer(), ..usual.clone() }),
        ("truncated", with(unread(Unread::Truncated { line: 66 }))),
        ("other-name", with(unread(Unread::OtherName { name }))),
        ("nothing-new", with(again)),
        ("refused", with(Forms { fact: date, ..forms.clone() })),
        ("read-only", History { forms: None, ..usual.clone() }),
        ("usual", usual),
    ]
}
