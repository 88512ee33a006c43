#![allow(clippy::unwrap_used, reason = "a test that fails says what broke")]

use super::*;
use crate::health_history::{FactKind, FactStatus, Origin, PartialDate, Provenance};

/// `"a=active b=past"`: one condition per word.
fn facts(script: &str, document: &str) -> Vec<Fact> {
    script.split_whitespace().map(|word| fact(word, document)).collect()
}

fn fact(word: &str, document: &str) -> Fact {
    let (id, status) = word.split_once('=').expect("id=status");
    Fact {
        id: FactId(id.into()),
        kind: FactKind::Condition,
        text: id.into(),
        codes: vec![],
        status: if status == "past" { FactStatus::Past } else { FactStatus::Active },
        date: PartialDate::new("2019-03").ok(),
        end: None,
        last_confirmed: None,
        value: None,
        finding: None,
        details: vec![],
        provenance: Provenance { origin: Origin::Import, document: Some(document.into()), resource: None },
    }
}

fn check(known: &str, incoming: &str, expected: &str) {
    let import = Import {
        document: "later.json".into(),
        person: Person::default(),
        person_name: None,
        facts: facts(incoming, "later.json"),
        ignored: vec![],
        left_out: vec![],
        remarks: vec![],
        resources: 0,
    };
    let changes = merge(&facts(known, "first.json"), &import);
    let mut told = vec![];
    told.extend(changes.added.iter().map(|fact| format!("+{}", fact.id.0)));
    told.extend(changes.changed.iter().map(|changed| format!("~{}", changed.after.id.0)));
    told.extend(changes.unchanged.iter().map(|id| format!("={}", id.0)));
    assert_eq!(told.join(" "), expected);
}

#[test]
fn a_record_read_twice_adds_nothing() {
    check("a=active b=past", "a=active b=past", "=a =b");
}

#[test]
fn new_and_changed_facts_are_told_apart() {
    check("a=active b=active", "b=past c=active", "+c ~b");
}

#[test]
fn a_fact_that_the_record_no_longer_holds_is_neither_changed_nor_ended() {
    check("a=active", "", "");
}

#[test]
fn a_stored_fact_still_reads() {
    let stored = r#"{"id":"MedicationRequest/m1","kind":"medicine","text":"Oxycodone 5 MG","codes":[{"system":"http://www.nlm.nih.gov/research/umls/rxnorm","code":"7804","display":"oxycodone"}],"status":"active","date":"2019-03","value":{"components":[{"loinc":"8480-6","value":166.9,"unit":"mm[Hg]"}]},"details":[{"name":"dosage","text":"one at night"}],"provenance":{"origin":"import","document":"a.json","resource":{"resource_type":"MedicationRequest","resource_id":"m1"}}}"#;
    let fact: Fact = serde_json::from_str(stored).unwrap();
    assert_eq!(serde_json::to_string(&fact).unwrap(), stored);
}
