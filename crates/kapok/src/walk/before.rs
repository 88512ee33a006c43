//! From the first word to the prescription: who does what, how long after the step before.

use jiff::{Timestamp, ToSpan};
use journey::clearance::{self, Decision, Judgement};
use journey::consent::{self, Touch, TouchPlace};
use journey::consultation::{self, Discernment, Spoken, Way};
use journey::contact::Details;
use journey::health_history::{
    Component, Fact, FactId, FactKind, FactStatus, Measured, Origin, PartialDate, Person, Provenance,
};
use journey::preparation::{self, AnchorKind, Companion, Entry, Hardship};
use journey::prescription::{self, Afterwards, Booster, Custody, Envelope};
use journey::protocol::DoseTier;
use journey::{Command, care_team, enquiry, history, scale};

use super::script::Script;
use super::{Cast, Hand, Milestone};
use crate::chance;

/// Everything up to a milestone that lies before the visit.
pub(crate) fn up_to(script: &mut Script<'_>, cast: &Cast, to: Milestone) -> anyhow::Result<()> {
    asked(script);
    if to >= Milestone::Invited {
        script.days(1)?.does(Hand::Therapist, Command::Enquiry(enquiry::Command::Invite));
    }
    if to >= Milestone::Met {
        met(script.days(4)?, cast);
    }
    if to >= Milestone::Told {
        told(script.days(2)?)?;
    }
    if to >= Milestone::Cleared {
        cleared(script.days(1)?)?;
    }
    if to >= Milestone::Consented {
        consented(script.days(2)?)?;
    }
    if to >= Milestone::Prepared {
        prepared(script.days(3)?);
    }
    if to >= Milestone::Prescribed {
        prescribed(script.days(1)?)?;
    }
    Ok(())
}

fn asked(script: &mut Script<'_>) {
    let walker = script.walker;
    let details = Details {
        name: walker.name.clone(),
        email: Some(format!("{}@demo.invalid", walker.name.to_lowercase().replace(' ', "."))),
        phone: None,
        reach: None,
        language: walker.language.clone(),
    };
    let receive = enquiry::Command::Receive { details, brings: walker.brings.clone() };
    script.does(Hand::Public, Command::Enquiry(receive));
}

fn met(script: &mut Script<'_>, cast: &Cast) {
    let persona = &script.walker.persona;
    let spoken = Spoken {
        goals: Some(persona.goal.clone()),
        pain_or_illness: Some(persona.burden.clone()),
        hopes: Some(persona.hope.clone()),
        ..Spoken::default()
    };
    script.does(Hand::Therapist, Command::Consultation(consultation::Command::Hold(spoken)));
    let question = persona.question.clone();
    script.does(Hand::Therapist, Command::Consultation(consultation::Command::Ask { question }));
    let discernment = Discernment {
        way: Way::GoOn,
        reason: "Preparation and company are in place.".to_owned(),
        clients_words: Some(persona.answer.clone()),
    };
    script.does(Hand::Therapist, Command::Consultation(consultation::Command::Conclude(discernment)));
    let join = care_team::Command::Join { staff: cast.prescriber };
    script.does(Hand::Therapist, Command::CareTeam(join));
}

/// Told of their health, by hand, with the first questionnaire.
fn told(script: &mut Script<'_>) -> anyhow::Result<()> {
    let persona = &script.walker.persona;
    let (systolic, diastolic) = persona.pressure_mmhg;
    let born =
        Person { birth_date: Some(PartialDate::new(&persona.born)?), sex: persona.sex, ..Person::default() };
    let pressure = vec![component("8480-6", systolic, "mm[Hg]"), component("8462-4", diastolic, "mm[Hg]")];
    let pressure = measured(script.at, "Blood pressure", pressure)?;
    let weight = weight(script)?;
    script.does(Hand::Prescriber, Command::History(history::Command::TellPerson(born)));
    for fact in [weight, pressure] {
        let fact = Box::new(fact);
        script.does(Hand::Prescriber, Command::History(history::Command::AddByHand { fact }));
    }
    phq9(script, persona.phq9, scale::Occasion::Baseline);
    Ok(())
}

pub(super) fn weight(script: &Script<'_>) -> anyhow::Result<Fact> {
    let kilograms = script.walker.persona.weight_kg;
    measured(script.at, "Body weight", vec![component("29463-7", kilograms, "kg")])
}

/// Something measured on the day, told by hand.
fn measured(at: Timestamp, text: &str, components: Vec<Component>) -> anyhow::Result<Fact> {
    let day = day(at)?.to_string();
    Ok(Fact {
        id: FactId(format!("by-hand-{}-{day}", text.replace(' ', "-").to_lowercase())),
        kind: FactKind::Observation,
        text: text.to_owned(),
        codes: Vec::new(),
        status: FactStatus::Past,
        date: Some(PartialDate::new(&day)?),
        end: None,
        last_confirmed: None,
        value: Some(Measured { components }),
        finding: None,
        details: Vec::new(),
        provenance: Provenance { origin: Origin::ByHand, document: None, resource: None },
    })
}

fn component(loinc: &str, value: f64, unit: &str) -> Component {
    Component { loinc: Some(loinc.to_owned()), value, unit: unit.to_owned() }
}

/// Fills the PHQ-9 in, item by item.
pub(crate) fn phq9(script: &mut Script<'_>, codes: [i64; 9], occasion: scale::Occasion) {
    let items = (1..).zip(codes);
    let answers = items.map(|(item, code)| scale::Answered { item, code }).collect();
    let command = scale::Command::Administer { scale: scale::PHQ9.id.to_owned(), answers, occasion };
    script.does(Hand::Client, Command::Scale(command));
}

pub(super) fn cleared(script: &mut Script<'_>) -> anyhow::Result<()> {
    let judgement = Judgement {
        decision: Decision::Cleared,
        reason: "Nothing in the history speaks against it.".to_owned(),
        answers: Vec::new(),
        conditions: Vec::new(),
        valid_until: Some(day(script.at)?.checked_add(100.days())?),
        to_client: Some("Take what you take every morning, with a little water.".to_owned()),
    };
    script.does(
        Hand::Prescriber,
        Command::Clearance(clearance::Command::Decide { judgement: Box::new(judgement), seen: None }),
    );
    Ok(())
}

fn day(at: Timestamp) -> anyhow::Result<jiff::civil::Date> {
    Ok(at.to_zoned(jiff::tz::TimeZone::UTC).date())
}

pub(super) fn consented(script: &mut Script<'_>) -> anyhow::Result<()> {
    let document = &consent::DEFAULT;
    let offer = consent::Command::Offer { document: document.id.to_owned(), tier: DoseTier::Psycholytic };
    script.does(Hand::Therapist, Command::Consent(offer));
    for clause in document.required() {
        let said_back = script.walker.persona.said_back.clone();
        let agree = consent::Command::Agree { clause: clause.id.to_owned(), said_back };
        script.wait(1)?.does(Hand::Client, Command::Consent(agree));
    }
    let touch = Touch { places: [TouchPlace::Hands].into(), safety: consent::SafetyTouch::Understood };
    script.does(Hand::Client, Command::Consent(consent::Command::AgreeTouch(touch)));
    let sign = consent::Command::Sign {
        name: script.walker.name.clone(),
        language: script.walker.language.clone(),
        document_sha256: chance::document_sha256(document.printed(&script.walker.language)),
    };
    script.does(Hand::Client, Command::Consent(sign));
    Ok(())
}

fn prepared(script: &mut Script<'_>) {
    let persona = &script.walker.persona;
    let entries = [
        Entry::Intention { words: persona.intention.clone() },
        Entry::Safety { words: persona.safety.clone(), place: Some("belly".to_owned()) },
        Entry::Anchor { kind: AnchorKind::Breath, words: "long out-breath".to_owned() },
        Entry::Anchor { kind: AnchorKind::Sound, words: "rain".to_owned() },
        Entry::Signal { sign: "one hand raised".to_owned(), meaning: "come closer, say nothing".to_owned() },
        Entry::Help { when: Hardship::Fear, words: "Say where I am, and what day it is.".to_owned() },
    ];
    for entry in entries {
        script.does(Hand::Therapist, Command::Preparation(preparation::Command::Write(entry)));
    }
    for part in [Companion::Escort, Companion::Night] {
        let person = preparation::Person { name: persona.escort.clone(), phone: None };
        script.does(Hand::Therapist, Command::Preparation(preparation::Command::Arrange { part, person }));
    }
    script.does(Hand::Therapist, Command::Preparation(preparation::Command::TellFasting));
    let held = preparation::Command::Hold { words: Some("We walked through the day.".to_owned()) };
    script.does(Hand::Therapist, Command::Preparation(held));
}

pub(super) fn prescribed(script: &mut Script<'_>) -> anyhow::Result<()> {
    let envelope = Envelope {
        strength_mg: 50,
        lozenges: 4,
        tier: DoseTier::Psycholytic,
        most_mg_per_session: 100,
        booster: Some(Booster { mg: 25, earliest_minute: 15 }),
        hold_minutes: 12,
        afterwards: Afterwards::Swallow,
        valid_until: day(script.at)?.checked_add(60.days())?,
        reason_above_usual_cap: None,
        custody: Custody::default(),
    };
    let prescribe = prescription::Command::Prescribe { envelope: Box::new(envelope), seen: None };
    script.does(Hand::Prescriber, Command::Prescription(prescribe));
    Ok(())
}
