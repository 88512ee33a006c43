//! The steps themselves: who does what, how long after the step before.

use jiff::{SignedDuration, Timestamp, ToSpan};
use journey::clearance::{self, Decision, Judgement};
use journey::consent::{self, Touch, TouchPlace};
use journey::consultation::{self, Discernment, Spoken, Way};
use journey::contact::Details;
use journey::health_history::{
    Component, Fact, FactId, FactKind, FactStatus, Measured, Origin, PartialDate, Person, Provenance, Sex,
};
use journey::integration::{self, Answer, CheckInId, Held, Item, PracticeKind};
use journey::medicine_session::charting::{Arose, ChartEntry, Group, Offer, SlowDown};
use journey::medicine_session::day::{DayAnswers, KitItem, LastTaken, RiskFinding};
use journey::medicine_session::discharge::{Aldrete, Criterion};
use journey::medicine_session::dose::HoldEnd;
use journey::medicine_session::phase::Phase;
use journey::medicine_session::vitals::Vitals;
use journey::medicine_session::{Act, Command as InSession};
use journey::preparation::{self, AnchorKind, Companion, Entry, Hardship};
use journey::prescription::{self, Afterwards, Booster, Envelope};
use journey::protocol::DoseTier;
use journey::{Command, care_team, enquiry, history, scale};

use crate::chance;

use super::{Cast, Hand, Milestone, Step, Walker};

/// Steps of one person, being written: each a while after the one before.
struct Script<'a> {
    walker: &'a Walker,
    at: Timestamp,
    to: Milestone,
    steps: Vec<Step>,
}

impl Script<'_> {
    /// Whether the way goes as far as this.
    fn reaches(&self, milestone: Milestone) -> bool {
        self.to >= milestone
    }

    /// Lets some minutes pass.
    fn wait(&mut self, minutes: i64) -> anyhow::Result<&mut Self> {
        self.at = self.at.checked_add(SignedDuration::from_mins(minutes))?;
        Ok(self)
    }

    fn days(&mut self, days: i64) -> anyhow::Result<&mut Self> {
        self.wait(days * 24 * 60)
    }

    fn does(&mut self, hand: Hand, command: Command) -> &mut Self {
        self.steps.push(Step { at: self.at, client: self.walker.client, hand, command });
        self
    }

    fn acts(&mut self, act: Act) -> &mut Self {
        let session = self.walker.session;
        self.does(Hand::Therapist, Command::MedicineSession(InSession { session, act }))
    }
}

pub(super) fn written(
    cast: &Cast,
    walker: &Walker,
    to: Milestone,
    from: Timestamp,
) -> anyhow::Result<Vec<Step>> {
    let mut script = Script { walker, at: from, to, steps: Vec::new() };
    let script = &mut script;
    asked(script);
    if script.reaches(Milestone::Invited) {
        script.days(1)?.does(Hand::Therapist, Command::Enquiry(enquiry::Command::Invite));
    }
    if script.reaches(Milestone::Met) {
        met(script.days(4)?, cast);
    }
    if script.reaches(Milestone::Told) {
        told(script.days(2)?)?;
    }
    if script.reaches(Milestone::Cleared) {
        cleared(script.days(1)?)?;
    }
    if script.reaches(Milestone::Consented) {
        consented(script.days(2)?)?;
    }
    if script.reaches(Milestone::Prepared) {
        prepared(script.days(3)?);
    }
    if script.reaches(Milestone::Prescribed) {
        prescribed(script.days(1)?)?;
    }
    if script.reaches(Milestone::Arrived) {
        script.days(2)?.acts(Act::Open { room: Some("Willow".to_owned()) });
    }
    if script.reaches(Milestone::Checked) {
        checked(script, cast)?;
    }
    if script.reaches(Milestone::Dosed) {
        script.wait(2)?.acts(Act::AdministerDose { dose_mg: 50, lozenges: 1, hold_minutes: 12 });
    }
    if script.reaches(Milestone::Returned) {
        returned(script)?;
    }
    if script.reaches(Milestone::Left) {
        left(script)?;
    }
    if script.reaches(Milestone::Sealed) {
        script.wait(15)?.acts(Act::Seal);
    }
    if script.reaches(Milestone::CheckedIn) {
        script.days(1)?;
        check_in(script, 1, 6, "Soft. I slept.");
    }
    if script.reaches(Milestone::Integrated) {
        integrated(script)?;
    }
    Ok(std::mem::take(&mut script.steps))
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
    let spoken = Spoken {
        goals: Some("to rest without bracing".to_owned()),
        pain_or_illness: Some("nine years of back pain".to_owned()),
        hopes: Some("a different way of being with it".to_owned()),
        ..Spoken::default()
    };
    script.does(Hand::Therapist, Command::Consultation(consultation::Command::Hold(spoken)));
    let question = "What if nothing happens?".to_owned();
    script.does(Hand::Therapist, Command::Consultation(consultation::Command::Ask { question }));
    let discernment = Discernment {
        way: Way::GoOn,
        reason: "Preparation and company are in place.".to_owned(),
        clients_words: Some("I want to try, slowly.".to_owned()),
    };
    script.does(Hand::Therapist, Command::Consultation(consultation::Command::Conclude(discernment)));
    let join = care_team::Command::Join { staff: cast.prescriber };
    script.does(Hand::Therapist, Command::CareTeam(join));
}

fn told(script: &mut Script<'_>) -> anyhow::Result<()> {
    let born =
        Person { birth_date: Some(PartialDate::new("1983-02-01")?), sex: Sex::Male, ..Person::default() };
    let day = script.at.to_string().chars().take(10).collect::<String>();
    let measured = |text: &str, components: Vec<Component>| -> anyhow::Result<Fact> {
        Ok(Fact {
            id: FactId(format!("by-hand-{}", text.replace(' ', "-").to_lowercase())),
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
    };
    let component = |loinc: &str, value: f64, unit: &str| Component {
        loinc: Some(loinc.to_owned()),
        value,
        unit: unit.to_owned(),
    };
    let weight = measured("Body weight", vec![component("29463-7", 71.0, "kg")])?;
    let pressure = vec![component("8480-6", 124.0, "mm[Hg]"), component("8462-4", 79.0, "mm[Hg]")];
    let pressure = measured("Blood pressure", pressure)?;
    script.does(Hand::Prescriber, Command::History(history::Command::TellPerson(born)));
    for fact in [weight, pressure] {
        let fact = Box::new(fact);
        script.does(Hand::Prescriber, Command::History(history::Command::AddByHand { fact }));
    }
    let answers = answers([2, 2, 3, 2, 1, 2, 1, 1, 0]);
    phq9(script, answers, scale::Occasion::Baseline);
    Ok(())
}

fn answers(codes: [i64; 9]) -> Vec<scale::Answered> {
    let items = (1..).zip(codes);
    items.map(|(item, code)| scale::Answered { item, code }).collect()
}

fn phq9(script: &mut Script<'_>, answers: Vec<scale::Answered>, occasion: scale::Occasion) {
    let command = scale::Command::Administer { scale: scale::PHQ9.id.to_owned(), answers, occasion };
    script.does(Hand::Client, Command::Scale(command));
}

fn cleared(script: &mut Script<'_>) -> anyhow::Result<()> {
    let judgement = Judgement {
        decision: Decision::Cleared,
        reason: "Nothing in the history speaks against it.".to_owned(),
        answers: Vec::new(),
        conditions: Vec::new(),
        valid_until: Some(day(script.at)?.checked_add(100.days())?),
    };
    script.does(Hand::Prescriber, Command::Clearance(clearance::Command::Decide(Box::new(judgement))));
    Ok(())
}

fn day(at: Timestamp) -> anyhow::Result<jiff::civil::Date> {
    Ok(at.to_zoned(jiff::tz::TimeZone::UTC).date())
}

fn consented(script: &mut Script<'_>) -> anyhow::Result<()> {
    let document = &consent::DEFAULT;
    let offer = consent::Command::Offer { document: document.id.to_owned(), tier: DoseTier::Psycholytic };
    script.does(Hand::Therapist, Command::Consent(offer));
    for clause in document.required() {
        let said_back = "I can stop at any time, and you stay with me.".to_owned();
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
    let entries = [
        Entry::Intention { words: "To put the load down for an hour.".to_owned() },
        Entry::Safety { words: "Warm, like the kitchen.".to_owned(), place: Some("belly".to_owned()) },
        Entry::Anchor { kind: AnchorKind::Breath, words: "long out-breath".to_owned() },
        Entry::Anchor { kind: AnchorKind::Sound, words: "rain".to_owned() },
        Entry::Signal { sign: "one hand raised".to_owned(), meaning: "come closer, say nothing".to_owned() },
        Entry::Help { when: Hardship::Fear, words: "Say where I am, and what day it is.".to_owned() },
    ];
    for entry in entries {
        script.does(Hand::Therapist, Command::Preparation(preparation::Command::Write(entry)));
    }
    for part in [Companion::Escort, Companion::Night] {
        let person = preparation::Person { name: "Sol Pebble".to_owned(), phone: None };
        script.does(Hand::Therapist, Command::Preparation(preparation::Command::Arrange { part, person }));
    }
    script.does(Hand::Therapist, Command::Preparation(preparation::Command::TellFasting));
    let held = preparation::Command::Hold { words: Some("We walked through the day.".to_owned()) };
    script.does(Hand::Therapist, Command::Preparation(held));
}

fn prescribed(script: &mut Script<'_>) -> anyhow::Result<()> {
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
    };
    let prescribe = prescription::Command::Prescribe(Box::new(envelope));
    script.does(Hand::Prescriber, Command::Prescription(prescribe));
    Ok(())
}

const CALM: Vitals = Vitals {
    systolic_mmhg: Some(122),
    diastolic_mmhg: Some(78),
    heart_rate_per_minute: Some(72),
    spo2_percent: Some(98),
    respiratory_rate_per_minute: Some(14),
    moaas: Some(5),
    moaas_seen: None,
    dissociation_0_10: Some(0),
};

fn checked(script: &mut Script<'_>, cast: &Cast) -> anyhow::Result<()> {
    let hours_ago = |hours| script.at.checked_sub(SignedDuration::from_hours(hours));
    let answers = DayAnswers {
        food: Some(LastTaken::At { at: hours_ago(8)? }),
        fluid: Some(LastTaken::At { at: hours_ago(3)? }),
        alcohol_or_cannabis: Some(LastTaken::LongAgo),
        intoxicated: Some(false),
        infection: Some(false),
        vomiting: Some(false),
        pregnancy_test: None,
    };
    let acts = [
        Act::ConfirmIdentity,
        Act::AttestConsent,
        Act::ReconcileMedicines { changes: None },
        Act::AssessRisk { finding: RiskFinding::NoConcern, words: None },
        Act::AnswerDay(answers),
        Act::ConfirmEscort { name: "Sol Pebble".to_owned() },
        Act::CheckKit { items: KitItem::ALL.to_vec() },
        Act::AssignMonitor { monitor: cast.therapist },
        Act::ReachPrescriber { how: "in the house".to_owned() },
        Act::TakeVitals(CALM),
    ];
    for act in acts {
        script.wait(2)?.acts(act);
    }
    Ok(())
}

fn returned(script: &mut Script<'_>) -> anyhow::Result<()> {
    let word = |group, code: &str| Act::Chart {
        entry: ChartEntry { group, code: Some(code.to_owned()), words: None, strength: None },
    };
    let said = |words: &str| Act::Chart {
        entry: ChartEntry { group: Group::Words, code: None, words: Some(words.to_owned()), strength: None },
    };
    let set = |systolic, diastolic, heart, spo2| {
        Act::TakeVitals(Vitals {
            systolic_mmhg: Some(systolic),
            diastolic_mmhg: Some(diastolic),
            heart_rate_per_minute: Some(heart),
            spo2_percent: Some(spo2),
            ..CALM
        })
    };
    let slow = SlowDown {
        arose: Some(Arose::StrongEmotion),
        offered: vec![Offer::Voice, Offer::Ground],
        came: Some("breathing went long again".to_owned()),
    };
    let course = [
        (12, Act::EndHold { minutes: 12, end: HoldEnd::Swallowed }),
        (2, Act::NoticeOnset),
        (1, set(128, 82, 78, 98)),
        (7, Act::EnterPhase { phase: Phase::Inward }),
        (4, word(Group::Breath, "long-sigh")),
        (4, set(139, 86, 84, 97)),
        (5, word(Group::Body, "tears")),
        (4, Act::SlowDown(slow)),
        (6, set(134, 84, 82, 97)),
        (6, said("the house by the river")),
        (9, set(130, 82, 78, 98)),
        (20, Act::EnterPhase { phase: Phase::Return }),
        (10, set(126, 80, 74, 98)),
        (15, Act::EnterPhase { phase: Phase::Grounding }),
        (15, set(123, 79, 72, 98)),
    ];
    for (minutes, act) in course {
        script.wait(minutes)?.acts(act);
    }
    Ok(())
}

fn left(script: &mut Script<'_>) -> anyhow::Result<()> {
    let well = Aldrete { activity: 2, respiration: 2, circulation: 2, consciousness: 2, oxygen: 2 };
    script.wait(5)?.acts(Act::EnterPhase { phase: Phase::Closing });
    script.wait(5)?.acts(Act::Discharge {
        ticked: Criterion::ALL.to_vec(),
        aldrete: Some(well),
        left_with: "Sol Pebble".to_owned(),
    });
    Ok(())
}

fn check_in(script: &mut Script<'_>, day: u16, mood: u8, words: &str) {
    let check_in = CheckInId { session: script.walker.session, day };
    script.does(Hand::Client, Command::Integration(integration::Command::OpenCheckIn(check_in)));
    let answers = [
        (Item::SleepHours, Answer::Hours { hours: 7 }),
        (Item::Mood, Answer::Rating { rating: mood }),
        (Item::Energy, Answer::Rating { rating: 5 }),
        (Item::Pain, Answer::Rating { rating: 4 }),
        (Item::Words, Answer::Words { words: words.to_owned() }),
    ];
    for (item, answer) in answers {
        let command = integration::Command::AnswerCheckIn { check_in, item, answer };
        script.does(Hand::Client, Command::Integration(command));
    }
}

fn integrated(script: &mut Script<'_>) -> anyhow::Result<()> {
    let held = Held {
        came: Some("The river, and someone humming in the kitchen.".to_owned()),
        asks: Some("To let others carry something.".to_owned()),
        agreed: Some("To ask for help with the shopping once.".to_owned()),
    };
    script.days(1)?.does(Hand::Therapist, Command::Integration(integration::Command::HoldSession(held)));
    let practice = integration::Command::ChoosePractice {
        kind: PracticeKind::ReceivingCare,
        words: "Let someone cook, and sit down meanwhile.".to_owned(),
    };
    script.does(Hand::Therapist, Command::Integration(practice));
    script.days(1)?;
    check_in(script, 3, 7, "I noticed that I was bracing, and let it go.");
    script.days(4)?;
    check_in(script, 7, 6, "A hard day, and not a lonely one.");
    let occasion = scale::Occasion::AfterSession { session: script.walker.session, day: 7 };
    phq9(script, answers([1, 1, 2, 2, 1, 1, 1, 0, 0]), occasion);
    Ok(())
}
