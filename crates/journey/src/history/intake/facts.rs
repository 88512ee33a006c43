//! Which facts an answer of the intake states.
//!
//! A weight or height that somebody says is not one that was measured: it carries the codes of
//! *stated* values (LOINC 3142-7, 3138-5), which no condition of the gate reads.

use jiff::civil::Date;

use super::{Entry, Habit, Intake, Question, Reply, Says, Trouble, on};
use crate::health_history::{
    Code, CodeSystem, Component, Detail, Fact, FactId, FactKind, FactStatus, Finding, Measured, Provenance,
};

/// The system of the codes that name what the intake asks of.
pub const CODE_SYSTEM: &str = "urn:kapok:intake";

/// The facts that one answer states; an answer anew words the same facts anew.
pub(super) fn stated(
    intake: &Intake,
    question: Question,
    reply: &Reply,
    provenance: &Provenance,
    today: Date,
) -> Vec<Fact> {
    let fact = |name: &str, kind, text: &str| Fact {
        id: FactId(format!("intake/{name}")),
        kind,
        text: text.to_owned(),
        codes: vec![Code {
            system: CodeSystem::Other(CODE_SYSTEM.to_owned()),
            code: name.to_owned(),
            display: None,
        }],
        status: FactStatus::Active,
        date: None,
        end: None,
        last_confirmed: Some(on(today)),
        value: None,
        finding: None,
        details: Vec::new(),
        provenance: provenance.clone(),
    };
    match reply {
        Reply::Troubles { says, words } => {
            let told = says.iter().map(|(trouble, says)| {
                let stated = fact(trouble.code(), trouble.kind(), trouble.record());
                of_trouble(stated, *says, words.as_deref())
            });
            told.collect()
        }
        Reply::Entry(entry) => {
            let number = intake.lists.get(&question).map_or(0, Vec::len) + 1;
            vec![listed(fact(&numbered(question, number), kind(question), &entry.name), question, entry)]
        }
        Reply::TakenBack { number } => {
            let entry = intake.entries(question).find(|(known, _)| known == number).map(|(_, entry)| entry);
            let taken_back = entry.map(|entry| Fact {
                status: FactStatus::EnteredInError,
                ..fact(&numbered(question, usize::from(*number)), kind(question), &entry.name)
            });
            taken_back.into_iter().collect()
        }
        Reply::Habit { habit } => {
            let text = if question == Question::Alcohol { "Alcohol" } else { "Cannabis" };
            let finding = Finding { text: often(*habit).to_owned(), codes: Vec::new() };
            let told = fact(question.name(), FactKind::Observation, text);
            vec![Fact { finding: Some(finding), date: Some(on(today)), status: FactStatus::Past, ..told }]
        }
        Reply::Body { weight_kg, height_cm } => {
            let measured = |name: &str, text: &str, loinc: &str, value: f64, unit: &str| Fact {
                status: FactStatus::Past,
                date: Some(on(today)),
                value: Some(Measured {
                    components: vec![Component { loinc: Some(loinc.into()), value, unit: unit.into() }],
                }),
                ..fact(name, FactKind::Observation, text)
            };
            let weight = weight_kg.map(|kg| measured("weight", "Body weight, as told", "3142-7", kg, "kg"));
            let height = height_cm.map(|cm| measured("height", "Body height, as told", "3138-5", cm, "cm"));
            weight.into_iter().chain(height).collect()
        }
        Reply::ThatIsAll
        | Reply::Born { .. }
        | Reply::Somebody { .. }
        | Reply::Words { .. }
        | Reply::Skipped => Vec::new(),
    }
}

fn of_trouble(fact: Fact, says: Says, words: Option<&str>) -> Fact {
    let status = match says {
        Says::Yes => FactStatus::Active,
        Says::NotSure => FactStatus::Unknown,
        Says::No => FactStatus::Refuted,
    };
    let words = words.filter(|_| says != Says::No);
    let details =
        words.map(|words| Detail { name: "own_words".to_owned(), text: words.to_owned() }).into_iter();
    Fact { status, details: details.collect(), ..fact }
}

fn kind(question: Question) -> FactKind {
    if question == Question::Allergies { FactKind::Allergy } else { FactKind::Medicine }
}

fn numbered(question: Question, number: usize) -> String {
    format!("{}/{number}", question.name())
}

fn listed(fact: Fact, question: Question, entry: &Entry) -> Fact {
    let name = if question == Question::Allergies { "reaction" } else { "dosage" };
    let said = [entry.detail.as_deref(), entry.often.as_deref()].into_iter().flatten();
    let details = said.map(|text| Detail { name: name.to_owned(), text: text.to_owned() });
    // A name that somebody wrote is the whole of what is known: no code of ours stands for it.
    Fact { details: details.collect(), codes: Vec::new(), ..fact }
}

fn often(habit: Habit) -> &'static str {
    match habit {
        Habit::Never => "never",
        Habit::Monthly => "monthly or less",
        Habit::SomeTimesAMonth => "some times a month",
        Habit::SomeDaysAWeek => "some days a week",
        Habit::MostDays => "most days",
    }
}

impl Trouble {
    /// The fact that an answer about this trouble states.
    pub fn fact_id(self) -> FactId {
        FactId(format!("intake/{}", self.code()))
    }
}
