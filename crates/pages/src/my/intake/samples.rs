//! States of the intake. The person in them is made up.

use std::collections::BTreeMap;

use journey::Refusal;
use journey::history::intake::{Entry, Question, Reply, Says, Trouble};

use super::{Ask, Intake};

/// States of this page.
pub fn samples() -> Vec<(&'static str, Intake)> {
    let ask = |question| Ask {
        question,
        command: "00000000-0000-7000-8000-000000000005".to_owned(),
        given: None,
        told: 0,
        entries: Vec::new(),
        typed: BTreeMap::new(),
        refusal: None,
    };
    let asks = |question| Intake::Asks(Box::new(ask(question)));
    let says = [
        (Trouble::HighBloodPressure, Says::Yes),
        (Trouble::HeartAttack, Says::No),
        (Trouble::Arrhythmia, Says::NotSure),
    ];
    let words = Some("My pressure is a little high in the mornings.".to_owned());
    let answered = Ask { given: Some(Reply::Troubles { says: says.into(), words }), ..ask(Question::Heart) };
    let entry = |name: &str, detail: &str, often: &str| Entry {
        name: name.to_owned(),
        detail: Some(detail.to_owned()),
        often: Some(often.to_owned()),
    };
    let listed = Ask {
        told: 2,
        entries: vec![
            (1, entry("sertraline", "50 mg", "mornings")),
            (3, entry("the small white one for my back", "half a tablet", "when it hurts")),
        ],
        ..ask(Question::Medicines)
    };
    let refused = Ask {
        typed: [("weight".to_owned(), "7".to_owned())].into(),
        refusal: Some(Refusal::AnswerInvalid),
        ..ask(Question::Body)
    };
    let nameless = Ask { refusal: Some(Refusal::WordsMissing), ..ask(Question::Medicines) };
    vec![
        ("begins", Intake::Begins { closed: 0 }),
        ("goes-on", Intake::Begins { closed: 7 }),
        ("born", asks(Question::Born)),
        ("body", asks(Question::Body)),
        ("body-refused", Intake::Asks(Box::new(refused))),
        ("heart", asks(Question::Heart)),
        ("heart-answered", Intake::Asks(Box::new(answered))),
        ("vessels", asks(Question::Vessels)),
        ("organs", asks(Question::Organs)),
        ("reaction", asks(Question::Reaction)),
        ("pregnancy", asks(Question::Pregnancy)),
        ("allergies", asks(Question::Allergies)),
        ("medicines", asks(Question::Medicines)),
        ("medicines-told", Intake::Asks(Box::new(listed))),
        ("medicines-refused", Intake::Asks(Box::new(nameless))),
        ("medicines-hidden", Intake::Asks(Box::new(Ask { told: 2, ..ask(Question::Medicines) }))),
        ("alcohol", asks(Question::Alcohol)),
        ("substances", asks(Question::Substances)),
        ("mind", asks(Question::Mind)),
        ("harm", asks(Question::HarmThoughts)),
        ("way-home", asks(Question::WayHome)),
        ("more", asks(Question::More)),
        ("help-now", Intake::HelpNow),
        ("put-off", Intake::PutOff),
        ("stopped", Intake::Stopped),
        (
            "done",
            Intake::Done {
                questions: Question::ALL.map(|question| (question, question == Question::Eyes)).to_vec(),
            },
        ),
    ]
}
