//! States of the page on which a prescriber is asked. The people in them are made up.

use std::collections::BTreeMap;

use journey::Refusal;
use journey::gate::{Check, Condition, ConditionId, Reason, State};

use super::{Answer, Asked, One};
use crate::components::live::Live;
use crate::practice::medical::Typed;
use crate::practice::subject::Subject;
use crate::samples::instant;

fn condition(id: ConditionId, reasons: Vec<Reason>) -> Condition {
    Condition { id, state: State::Fails, reasons, cautions: Vec::new(), overridden_by: None }
}

fn pressure() -> Condition {
    let (check, figure) = (Check::Systolic, Some("bands.systolic_mmhg".to_owned()));
    condition(ConditionId::G12, vec![Reason::AboveLimit { check, value: 164, limit: 159, figure }])
}

fn escort() -> Condition {
    condition(ConditionId::G14, vec![Reason::NotSo { check: Check::EscortConfirmed }])
}

fn one(number: u32) -> One {
    One {
        seen: "[]".to_owned(),
        id: format!("{number:032x}"),
        condition: pressure(),
        by: "Ana Sample".to_owned(),
        of: "Theo Sample".to_owned(),
        at: instant("2026-05-14T17:32:00Z"),
        words: "164/92, and 162/90 after ten minutes of rest. At home this morning 138/84, no headache. She \
                would like to go on."
            .to_owned(),
        answer: None,
    }
}

fn answered(passed: bool, reason: &str) -> Option<Answer> {
    let (by, at) = ("Theo Sample".to_owned(), instant("2026-05-14T17:36:00Z"));
    Some(Answer { passed, by, at, reason: reason.to_owned() })
}

/// States of this page.
pub fn samples() -> Vec<(&'static str, Asked)> {
    let subject = Subject::sample();
    let path = format!("/people/{}/sessions/{:032x}/asked", subject.person.client, 9);
    let usual = Asked {
        subject,
        session: format!("{:032x}", 9),
        asks: vec![one(1)],
        standing: vec![pressure(), escort()],
        form: Some(Typed::default()),
        over: false,
        live: Some(Live { path, seen: "1".to_owned(), changed: "Ana Sample, 7:32 pm".to_owned() }),
    };
    let typed =
        [("ask", format!("{:032x}", 1)), ("says", "pass".to_owned()), ("reason", "Known to me.".to_owned())];
    let fields: BTreeMap<String, String> =
        typed.into_iter().map(|(name, value)| (name.to_owned(), value)).collect();
    let refused = Typed { fields, refusal: Some(Refusal::PasswordMissing), ..Typed::default() };
    let declined = One { answer: answered(false, "We wait a week, and look at the tablets."), ..one(1) };
    let passed = One { answer: answered(true, "Known to me; the second reading falls."), ..one(1) };
    let full = Asked { asks: vec![one(2), declined.clone()], ..usual.clone() };
    vec![
        ("empty", Asked { asks: Vec::new(), form: None, ..usual.clone() }),
        ("refused", Asked { form: Some(refused), live: None, ..usual.clone() }),
        ("passed", Asked { asks: vec![passed], standing: vec![escort()], ..usual.clone() }),
        ("over", Asked { standing: Vec::new(), form: None, over: true, ..usual.clone() }),
        ("read-only", Asked { form: None, ..usual.clone() }),
        ("full", full),
        ("usual", usual),
    ]
}
