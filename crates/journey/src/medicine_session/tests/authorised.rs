//! A dose that the gate authorises, from the clearance to the further dose.

use super::{SESSION, act, calm, dose::checks, outside_dose, session};
use crate::clearance::{self, Decision, Judgement};
use crate::consent::{self, DEFAULT};
use crate::gate::ConditionId;
use crate::health_history::{
    Component, Fact, FactId, FactKind, FactStatus, Measured, Origin, PartialDate, Person, Provenance, Sex,
};
use crate::history;
use crate::medicine_session::act::Act;
use crate::medicine_session::dose::DoseKind;
use crate::medicine_session::gate_input::{booster_now, gate_now};
use crate::medicine_session::vitals::Vitals;
use crate::prescription::{self, Afterwards, Booster, Counted, Custody, Envelope, Fate};
use crate::protocol::DoseTier;
use crate::refusal::Refusal;
use crate::story::{Story, date, instant};

fn weighed(kilograms: f64, day: &str) -> Fact {
    Fact {
        id: FactId(format!("weight-{day}")),
        kind: FactKind::Observation,
        text: "Body weight".into(),
        codes: Vec::new(),
        status: FactStatus::Past,
        date: PartialDate::new(day).ok(),
        end: None,
        last_confirmed: None,
        value: Some(Measured {
            components: vec![Component {
                loinc: Some("29463-7".into()),
                value: kilograms,
                unit: "kg".into(),
            }],
        }),
        finding: None,
        details: Vec::new(),
        provenance: Provenance { origin: Origin::ByHand, document: None, resource: None },
    }
}

/// A person who may have up to 100 mg, on the day, with every check done.
pub(super) fn ready() -> Story {
    let mut story = Story::invited();
    let birth_date = PartialDate::new("1980-02-01").ok();
    story.does(history::Command::TellPerson(Person { birth_date, sex: Sex::Male, ..Person::default() }));
    story.does(history::Command::AddByHand { fact: Box::new(weighed(70.0, "2026-05-01")) });
    let judgement = Box::new(Judgement {
        decision: Decision::Cleared,
        reason: "nothing speaks against it".into(),
        answers: Vec::new(),
        conditions: Vec::new(),
        valid_until: Some(date("2026-11-01")),
        to_client: None,
    });
    story.does(clearance::Command::Decide { judgement, seen: None });
    story.does(consent::Command::Offer { document: DEFAULT.id.into(), tier: DoseTier::Psycholytic });
    for clause in DEFAULT.required() {
        story.does(consent::Command::Agree { clause: clause.id.into(), said_back: "in my words".into() });
    }
    story.does(consent::Command::Sign {
        name: "Ada Sample".into(),
        language: "en".into(),
        document_sha256: "ab".repeat(32),
    });
    let envelope = Box::new(Envelope {
        strength_mg: 25,
        lozenges: 8,
        tier: DoseTier::Psycholytic,
        most_mg_per_session: 100,
        booster: Some(Booster { mg: 25, earliest_minute: 15 }),
        hold_minutes: 12,
        afterwards: Afterwards::Swallow,
        valid_until: date("2026-08-01"),
        reason_above_usual_cap: None,
        custody: Custody::default(),
    });
    story.does(prescription::Command::Prescribe { envelope, seen: None });
    story.at("2026-05-12T08:00:00Z");
    story.does(act(Act::Open { room: None })).does(act(Act::AttestConsent));
    checks(&mut story);
    story
}

fn dose(dose_mg: i64) -> Act {
    // Lozenges of 25 mg are prescribed.
    let lozenges = u32::try_from((dose_mg + 24) / 25).unwrap();
    Act::AdministerDose { dose_mg, lozenges, hold_minutes: 12 }
}

fn booster(dose_mg: i64) -> Act {
    Act::AdministerBooster { dose_mg, lozenges: 1, hold_minutes: 12 }
}

fn closed(story: &Story, one: Act) -> Vec<ConditionId> {
    let Refusal::GateClosed { conditions } = story.refuses(act(one)) else { panic!("not closed") };
    conditions.into_iter().map(|condition| condition.id).collect()
}

#[test]
fn the_command_is_decided_by_what_the_page_draws() {
    let mut story = ready();
    let gate = gate_now(&story.case, SESSION, &story.practice, story.now, Some(50)).unwrap();
    assert!(gate.authorised(), "{:?}", gate.standing().collect::<Vec<_>>());
    story.does(act(dose(50)));
    assert_eq!(session(&story).doses()[0].kind, DoseKind::Authorised);
    assert_eq!(session(&story).first_dose_at(), Some(instant("2026-05-12T08:00:00Z")));
}

#[test]
fn one_dose_a_session() {
    let mut story = ready();
    story.does(act(dose(50)));
    assert_eq!(story.refuses(act(dose(50))), Refusal::DoseAlreadyGiven);
}

#[test]
fn more_than_was_prescribed_is_not_authorised() {
    let ids = closed(&ready(), dose(125));
    assert!(ids.contains(&ConditionId::G6) && ids.contains(&ConditionId::G8), "{ids:?}");
}

#[test]
fn a_medicine_that_is_named_at_the_door_shuts_the_gate_until_a_prescriber_has_looked() {
    let said = |words: &str| act(Act::ReconcileMedicines { changes: Some(words.into()) });
    let mut story = ready();
    story.does(said("took tramadol this morning, phenelzine since Sunday"));
    let ids = closed(&story, dose(50));
    for id in [ConditionId::G3, ConditionId::G4, ConditionId::G9] {
        assert!(ids.contains(&id), "{id} of {ids:?}");
    }
    // A word that no rule knows shuts it as well.
    let mut story = ready();
    story.does(said("zorblaxin"));
    assert_eq!(closed(&story, dose(50)), [ConditionId::G3, ConditionId::G9]);
    story.does(clearance::Command::Decide {
        judgement: Box::new(Judgement {
            decision: Decision::Cleared,
            reason: "a vitamin; no bearing".into(),
            answers: Vec::new(),
            conditions: Vec::new(),
            valid_until: Some(date("2026-11-01")),
            to_client: None,
        }),
        seen: None,
    });
    story.does(act(dose(50)));
    // Who writes that nothing has changed has changed nothing.
    let mut story = ready();
    story.does(said("No changes.")).does(act(dose(50)));
}

#[test]
fn the_lozenges_that_are_opened_are_the_dose_that_is_said() {
    let mut story = ready();
    let said = |dose_mg, lozenges| act(Act::AdministerDose { dose_mg, lozenges, hold_minutes: 12 });
    for (dose_mg, lozenges, needed) in [(50, 1, 2), (50, 3, 2), (25, 4, 1), (30, 1, 2)] {
        let refusal = story.refuses(said(dose_mg, lozenges));
        let expected = Refusal::LozengesDoNotFit { dose_mg, strength_mg: 25, lozenges, needed };
        assert_eq!(refusal, expected, "{dose_mg} mg of {lozenges}");
    }
    story.does(said(40, 2));
    assert_eq!(session(&story).total_mg(), 40, "half of a lozenge is one that was opened");
}

#[test]
fn vital_signs_grow_old_within_half_an_hour() {
    let mut story = ready();
    story.at("2026-05-12T08:30:00Z");
    assert_eq!(closed(&story, dose(50)), [ConditionId::G12]);
    story.does(act(Act::TakeVitals(calm()))).does(act(dose(50)));
}

#[test]
fn a_pressure_beyond_the_hold_line_is_passed_by_the_prescriber_for_this_session() {
    let mut story = ready();
    story.does(act(Act::TakeVitals(Vitals { systolic_mmhg: Some(164), ..calm() })));
    assert_eq!(closed(&story, dose(50)), [ConditionId::G12]);
    let reason = "anxious; his own cuff at home said 130".to_owned();
    story
        .does(act(Act::OverrideGate { condition: ConditionId::G12, reason, seen: None }))
        .does(act(dose(50)));
}

#[test]
fn consent_taken_back_in_the_room_closes_the_gate() {
    let mut story = ready();
    story.does(consent::Command::Withdraw { heard: consent::Heard::InTheRoom, words: None });
    assert_eq!(closed(&story, dose(50)), [ConditionId::G5]);
}

#[test]
fn a_new_finding_closes_the_gate() {
    let mut story = ready();
    let fact = Fact {
        id: FactId("told-today".into()),
        kind: FactKind::Condition,
        text: "asthma".into(),
        value: None,
        status: FactStatus::Active,
        ..weighed(70.0, "2026-05-12")
    };
    story.does(history::Command::AddByHand { fact: Box::new(fact) });
    assert!(closed(&story, dose(50)).contains(&ConditionId::G3));
}

#[test]
fn the_further_dose_has_a_list_of_its_own() {
    let mut story = ready();
    assert_eq!(story.refuses(act(booster(25))), Refusal::NoDose);
    story.does(act(dose(50))).at("2026-05-12T08:12:00Z").does(act(Act::TakeVitals(calm())));
    assert_eq!(closed(&story, booster(25)), [ConditionId::B1], "prescribed from minute 15");
    story.at("2026-05-12T08:16:00Z");
    let gate = booster_now(&story.case, SESSION, &story.practice, story.now, Some(25)).unwrap();
    assert!(gate.authorised(), "{:?}", gate.standing().collect::<Vec<_>>());
    story.does(act(booster(25)));
    assert_eq!(session(&story).total_mg(), 75);
    assert_eq!(session(&story).last_dose_at(), Some(instant("2026-05-12T08:16:00Z")));
    assert!(closed(&story, booster(25)).contains(&ConditionId::B8));
}

#[test]
fn vomiting_in_the_room_bars_the_further_dose() {
    let mut story = ready();
    story.does(act(dose(50))).at("2026-05-12T08:16:00Z").does(act(Act::TakeVitals(calm())));
    story.does(act(Act::Chart {
        entry: crate::medicine_session::charting::ChartEntry {
            group: crate::medicine_session::charting::Group::Body,
            code: Some("vomiting".into()),
            words: None,
            strength: None,
        },
    }));
    assert_eq!(closed(&story, booster(25)), [ConditionId::B6]);
}

fn brought(lozenges: u32) -> prescription::Command {
    prescription::Command::Count(Box::new(Counted {
        number: 1,
        fate: Fate::Brought,
        lozenges,
        lot: None,
        supply: None,
        witness: None,
        manner: None,
        from_stock: None,
    }))
}

#[test]
fn a_dose_counts_its_lozenges_itself_and_is_taken_back_with_it() {
    let mut story = ready();
    story.does(brought(8)).does(act(dose(50)));
    let left = |story: &Story| story.case.prescriptions.all[0].lozenges_left();
    assert_eq!(left(&story), Some(6));
    story.at("2026-05-12T08:15:00Z").does(act(Act::TakeVitals(calm()))).does(act(booster(25)));
    assert_eq!(left(&story), Some(5));
    let second = story.case.prescriptions.all[0].lines.last().unwrap();
    assert_eq!((second.dose, second.lozenges()), (Some((SESSION, 25)), 1));
    let correct = prescription::Command::CorrectCount {
        line: second.id,
        lozenges: 2,
        because: "two were opened".into(),
    };
    assert_eq!(story.refuses(correct), Refusal::NoSuchEntry, "a dose is put right where it was given");
    let mistaken = Act::TakeBackDose { event: second.id, because: "touched by accident".into() };
    story.does(act(mistaken));
    assert_eq!(left(&story), Some(6));
}

#[test]
fn a_count_that_does_not_match_holds_the_dose_until_it_is_reviewed_and_stops_no_charting() {
    let mut story = ready();
    story.does(brought(8)).at("2026-05-12T08:01:00Z").does(brought(5));
    assert_eq!(closed(&story, dose(50)), [ConditionId::G16]);
    story.does(act(outside_dose(50, "2026-05-12T08:01:00Z")));
    assert_eq!(session(&story).doses().len(), 1, "what happened is recorded");
    let mut reviewed = ready();
    reviewed.does(brought(8)).at("2026-05-12T08:01:00Z").does(brought(5));
    let line = reviewed.case.prescriptions.all[0].lines.last().unwrap().id;
    let finding = "three are at home, seen by photograph".into();
    reviewed.does(prescription::Command::ReviewCount { line, finding, lost: false });
    reviewed.does(act(dose(50)));
}
