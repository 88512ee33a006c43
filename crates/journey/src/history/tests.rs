use super::*;
use crate::health_history::{Origin, PartialDate, Provenance};
use crate::story::Story;

fn fact(id: &str, text: &str) -> Fact {
    Fact {
        id: FactId(id.into()),
        kind: FactKind::Condition,
        text: text.into(),
        codes: Vec::new(),
        status: FactStatus::Active,
        date: None,
        end: None,
        last_confirmed: None,
        value: None,
        finding: None,
        details: Vec::new(),
        provenance: Provenance { origin: Origin::Import, document: None, resource: None },
    }
}

fn import(facts: Vec<Fact>) -> Command {
    let person = Person { birth_date: PartialDate::new("1980").ok(), ..Person::default() };
    let import = Import {
        document: "record.json".into(),
        person,
        person_name: Some("Made Up (synthetic)".into()),
        resources: facts.len() + 1,
        facts,
        ignored: Vec::new(),
        left_out: Vec::new(),
        remarks: Vec::new(),
    };
    Command::Import { import: Box::new(import), document_sha256: "00".repeat(32) }
}

#[test]
fn the_same_record_twice_brings_nothing_new() {
    let mut story = Story::invited();
    let record = import(vec![fact("a", "asthma"), fact("b", "migraine")]);
    story.does(record.clone());
    assert_eq!(story.refuses(record), Refusal::NothingNew);
    assert_eq!((story.case.history.facts.len(), story.case.history.sources.len()), (2, 1));
}

#[test]
fn a_record_that_words_a_fact_anew_replaces_it_and_adds_no_second() {
    let mut story = Story::invited();
    story.does(import(vec![fact("a", "asthma")]));
    story.does(import(vec![fact("a", "asthma, mild"), fact("b", "migraine")]));
    let texts: Vec<&str> = story.case.history.facts.iter().map(|f| f.text.as_str()).collect();
    assert_eq!(texts, ["asthma, mild", "migraine"]);
    let changed = &story.case.history.sources[1].changed;
    assert_eq!((changed[0].before.text.as_str(), changed[0].after.text.as_str()), ("asthma", "asthma, mild"));
}

/// Facts as a document of that name tells them.
fn told_in(document: &str, ids: &[&str]) -> Command {
    let told = |id: &&str| {
        let mut fact = fact(id, id);
        fact.provenance.document = Some(document.into());
        fact
    };
    let Command::Import { import, .. } = import(ids.iter().map(told).collect()) else { unreachable!() };
    let document_sha256 = format!("{document}-{}", ids.len());
    Command::Import { import: Box::new(Import { document: document.into(), ..*import }), document_sha256 }
}

#[test]
fn what_a_newer_reading_no_longer_holds_is_named_and_stays() {
    let mut story = Story::invited();
    story.does(told_in("may", &["a", "b"]));
    story.does(told_in("elsewhere", &["x"]));
    assert!(story.case.history.sources[1].absent.is_empty(), "another source is silent about the rest");
    story.does(told_in("july", &["a"]));
    assert_eq!(story.case.history.sources[2].absent, [FactId("b".into())]);
    assert_eq!(story.case.history.facts.len(), 3, "nothing is taken away");
    assert_eq!(story.refuses(told_in("july", &["a"])), Refusal::NothingNew);
}

#[test]
fn each_fact_says_who_took_it_in_and_when() {
    let mut story = Story::invited();
    story.does(import(vec![fact("a", "asthma")]));
    story.at("2026-05-05T08:00:00Z").does(Command::AddByHand { fact: Box::new(fact("b", "migraine")) });
    story.at("2026-05-06T08:00:00Z").does(import(vec![fact("a", "asthma, mild")]));
    let came = |id: &str| story.case.history.came[&FactId(id.into())];
    assert_eq!(came("a"), Came { by: story.by, at: crate::story::instant("2026-05-06T08:00:00Z") });
    assert_eq!(came("b").at, crate::story::instant("2026-05-05T08:00:00Z"));
}

#[test]
fn a_correction_is_read_by_the_rules_and_the_finding_stays() {
    let mut story = Story::invited();
    story.does(import(vec![fact("a", "aneurysm")]));
    let wrong = |evidence: &str| Command::Correct {
        fact: FactId("a".into()),
        correction: Wrong::Refuted,
        evidence: evidence.into(),
    };
    assert_eq!(story.refuses(wrong("")), Refusal::ReasonMissing);
    story.does(wrong("MRI of 3 May shows none"));
    assert_eq!(story.case.history.current()[0].status, FactStatus::Refuted);
    assert_eq!(story.case.history.facts[0].status, FactStatus::Active);
    story.does(import(vec![fact("a", "aneurysm, seen again")]));
    assert_eq!(story.case.history.current()[0].status, FactStatus::Active);
}

#[test]
fn a_measurement_by_hand_does_not_count_as_a_new_history() {
    let mut story = Story::invited();
    story.does(import(vec![fact("a", "asthma")]));
    let weight = Fact { kind: FactKind::Observation, ..fact("w", "weight 70 kg") };
    story.does(Command::AddByHand { fact: Box::new(weight) });
    assert_eq!(story.case.history.revision, 1);
    story.does(Command::AddByHand { fact: Box::new(fact("c", "new headaches")) });
    assert_eq!(story.case.history.revision, 2);
}

fn no_bearing(facts: &[&str]) -> Command {
    let facts = facts.iter().map(|id| FactId((*id).into())).collect();
    Command::ReadNoBearing { facts, words: Some("an old sprain".into()) }
}

#[test]
fn what_no_rule_understands_is_read_under_a_name_and_read_anew_when_it_changes() {
    let mut story = Story::invited();
    story.does(import(vec![fact("ankle", "Wrenched ankle of the left"), fact("b", "Glaucoma")]));
    assert_eq!(story.refuses(no_bearing(&["b"])), Refusal::RulesReadThis, "no finding is read away");
    assert_eq!(story.refuses(no_bearing(&["nowhere"])), Refusal::NoSuchFact);
    assert_eq!(story.refuses(no_bearing(&[])), Refusal::NothingNew);
    let revision = story.case.history.revision;
    story.does(no_bearing(&["ankle"]));
    let read = &story.case.history.read[&FactId("ankle".into())];
    assert_eq!((read.by, read.words.as_deref()), (story.by, Some("an old sprain")));
    assert_eq!(story.case.history.revision, revision, "reading reopens nothing");
    assert_eq!(story.refuses(no_bearing(&["ankle"])), Refusal::NothingNew);
    story.does(import(vec![fact("ankle", "Wrenched ankle, operated on"), fact("b", "Glaucoma")]));
    assert!(story.case.history.read.is_empty(), "a fact that is worded anew is read anew");
}

#[test]
fn whatever_is_listed_for_a_person_can_be_read_and_its_finding_stays() {
    let mut story = Story::invited();
    let slip = fact("d", "Dementai");
    story.does(import(vec![slip.clone(), fact("two", "Anxiety, BPD")]));
    story.does(no_bearing(&["d", "two"]));
    assert_eq!(story.case.history.read.len(), 2, "a slip of the pen, and a text of two readings");
    assert_eq!(crate::screening::concepts_of(&slip), [crate::screening::ConceptId("dementia")]);
}
