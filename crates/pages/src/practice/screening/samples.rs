//! States of the screening page. The person in them is made up.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::{Date, date};
use journey::clearance::{About, Decided, Decision, FlagAnswer, FlagSays, Judgement};
use journey::health_history::{Component, Fact, FactId, FactKind, FactStatus, Measured, PartialDate};
use journey::history::{History, ReadBy};
use journey::protocol::Certainty;
use journey::screening::{
    Because, ClearsBy, Flag, FlagLevel, Implausible, MissingItem, NotUnderstood, Qualifier,
    Screening as Found, WorkUpPart,
};
use journey::task::Kind;
use journey::{Refusal, Who};

use super::{Answer, Asked, Asks, Live, Of, Reach, Screening, Since, Standing, Under};
use crate::practice::history::{PRESCRIBER, known, names};
use crate::practice::medical::Typed;
use crate::practice::subject::Subject;
use crate::samples::instant;

const TODAY: Date = date(2026, 5, 14);
const UNTIL: Date = date(2026, 11, 14);
const DEFAULT: &str = "default of this software";

fn because(fact: &str, text: &str) -> Because {
    Because { fact: FactId(fact.to_owned()), text: text.to_owned(), unconfirmed_since: None }
}

fn flag(rule: &str, level: FlagLevel, clears_by: ClearsBy) -> Flag {
    Flag {
        rule: rule.to_owned(),
        level,
        clears_by,
        concept: String::new(),
        because: Vec::new(),
        limit: None,
        source: "Spravato US label; Spravato REMS form: sedation, respiratory depression".to_owned(),
        certainty: Certainty::S,
        qualifier: Qualifier::Stated,
        resolves: None,
    }
}

fn stops() -> Vec<Flag> {
    let old = Because {
        unconfirmed_since: PartialDate::new("2019").ok(),
        ..because("c-1", "Essential hypertension")
    };
    vec![
        Flag {
            because: vec![
                because("o-1", "162/101 mmHg (2026-05-06)"),
                because("o-2", "161/100 mmHg (2026-05-06)"),
                old,
            ],
            limit: Some(">= 160/100 mmHg on 2 readings".to_owned()),
            source: DEFAULT.to_owned(),
            certainty: Certainty::D,
            ..flag("blood-pressure-uncontrolled", FlagLevel::Block, ClearsBy::Decision)
        },
        Flag {
            because: vec![because("m-1", "Oxycodone 5 mg oral tablet")],
            qualifier: Qualifier::Unknown,
            ..flag("opioid-on-list", FlagLevel::Block, ClearsBy::Decision)
        },
    ]
}

fn looks() -> Vec<Flag> {
    vec![Flag {
        limit: Some("65 years".to_owned()),
        source: "SUSTAIN-2 started 28 mg instead of 56 mg from 65 years".to_owned(),
        ..flag("age-reduced-start", FlagLevel::Warn, ClearsBy::Decision)
    }]
}

fn found(flags: Vec<Flag>) -> Found {
    let group = |kind, text: &str, fact: &str, status| NotUnderstood {
        kind,
        text: text.to_owned(),
        status,
        facts: vec![FactId(fact.to_owned())],
        no_bearing: false,
    };
    Found {
        as_of: TODAY,
        facts: Vec::new(),
        flags,
        missing: Vec::new(),
        work_up: Vec::new(),
        not_understood: vec![
            group(FactKind::Medicine, "Boswellia complex, now and then", "m-3", FactStatus::Active),
            group(FactKind::Condition, "Acute viral sinusitis", "c-2", FactStatus::Past),
        ],
        implausible: Vec::new(),
    }
}

fn under(found: Found) -> Option<Under> {
    Some(Under { number: 4, clearance_until_max: date(2027, 5, 14), found })
}

fn decided(decision: Decision, conditions: &[&str]) -> Decided {
    let answers = ["blood-pressure-uncontrolled", "opioid-on-list"].map(|rule| FlagAnswer {
        rule: rule.to_owned(),
        says: if decision.is_yes() { FlagSays::MayGoAhead } else { FlagSays::Stands },
        reason: "Spoke with the family physician on 12 May; letter in the file.".to_owned(),
        shown: Vec::new(),
    });
    Decided {
        judgement: Judgement {
            decision,
            reason: "Two seated readings a week for two weeks first; lisinopril is being adjusted."
                .to_owned(),
            answers: answers.to_vec(),
            conditions: conditions.iter().map(|&condition| condition.to_owned()).collect(),
            valid_until: decision.is_yes().then_some(UNTIL),
            to_client: decision
                .is_yes()
                .then(|| "Leave the lorazepam out that morning. All else as always.".to_owned()),
        },
        by: Who::Staff { staff: PRESCRIBER },
        at: instant("2026-05-12T16:30:00Z"),
        protocol_number: 4,
        history_revision: 2,
        raised_since: BTreeSet::new(),
        met: BTreeSet::from([1]),
    }
}

fn typed() -> Typed {
    let fields = [
        ("says-opioid-on-list", "may-go-ahead"),
        ("reason-opioid-on-list", "Last taken in March; stopped with her surgeon."),
        ("decision", "cleared"),
        ("reason", "Stable, well informed, and accompanied."),
        ("valid_until", "2026-11-14"),
    ];
    let fields = fields.map(|(name, value)| (name.to_owned(), value.to_owned()));
    let refusal = Refusal::FlagUnanswered { rule: "blood-pressure-uncontrolled".to_owned() };
    Typed { fields: BTreeMap::from(fields), refusal: Some(refusal), ..Typed::default() }
}

/// Findings of every sort, each with the fact it rests on.
fn many_findings() -> Vec<Flag> {
    use ClearsBy::{Correction, Decision, NewFact};
    use FlagLevel::{Block, Inform, Warn};
    let rows = [
        ("aneurysm-any-history", Block, Correction, "Cerebral aneurysm, clipped 2009"),
        ("stroke-type-unknown", Block, Decision, "Stroke"),
        ("arrhythmia-control-unknown", Block, Decision, "Atrial fibrillation"),
        ("pregnancy-active", Block, Decision, "Normal pregnancy"),
        ("psychosis-active", Block, Decision, "Psychotic episode"),
        ("suicidal-ideation-intent-unknown", Block, Decision, "Suicidal ideation"),
        ("vomiting-active", Block, NewFact, "Vomiting symptom (finding)"),
        ("maoi-on-list", Block, Decision, "Tranylcypromine 10 MG Oral Tablet"),
        ("benzodiazepine-on-list", Warn, Decision, "Clonazepam [Klonopin]"),
        ("cyp3a4-inhibitor-on-list", Warn, Decision, "Verapamil Hydrochloride 40 MG"),
        ("bipolar-disorder-mood-stabiliser", Warn, Decision, "Bipolar II disorder"),
        ("ssri-on-list", Inform, Decision, "Sertraline 100 MG Oral Tablet"),
        ("beta-blocker-on-list", Inform, Decision, "24 HR metoprolol succinate 100 MG"),
    ];
    let numbered = rows.into_iter().enumerate();
    numbered
        .map(|(number, (rule, level, clears_by, text))| Flag {
            because: vec![because(&format!("f-{number}"), text)],
            qualifier: if rule.ends_with("unknown") { Qualifier::Unknown } else { Qualifier::Stated },
            ..flag(rule, level, clears_by)
        })
        .collect()
}

/// Everything that can be found at once.
fn everything() -> Found {
    let many = ["age-unknown", "hypertension-control-unknown"];
    let mut flags = stops();
    flags.extend(many.map(|rule| flag(rule, FlagLevel::Block, ClearsBy::NewFact)));
    flags.push(flag("recorded-as-deceased", FlagLevel::Block, ClearsBy::Correction));
    flags.push(flag("age-below-limit", FlagLevel::Block, ClearsBy::Never));
    flags.extend(
        ["blood-pressure-raised", "hypertension-controlled"]
            .map(|rule| flag(rule, FlagLevel::Warn, ClearsBy::Decision)),
    );
    flags.extend(looks());
    flags.extend(many_findings());
    flags.sort_by_key(|flag| flag.level);
    let missing = |item: &str| MissingItem {
        item: item.to_owned(),
        needed_by: "clearance".to_owned(),
        source: DEFAULT.to_owned(),
        certainty: Certainty::D,
    };
    let odd = Implausible {
        fact: FactId("o-3".to_owned()),
        text: "48/92 mmHg (2025-10-20)".to_owned(),
        why: "the upper pressure is not above the lower".to_owned(),
    };
    let mut found = found(flags);
    found
        .missing
        .extend(["blood-pressure", "liver-tests", "electrocardiogram", "pregnancy-test"].map(missing));
    found.not_understood.push(NotUnderstood {
        kind: FactKind::Condition,
        text: "Full-time employment (finding)".to_owned(),
        status: FactStatus::Active,
        facts: vec![FactId("c-9".to_owned())],
        no_bearing: true,
    });
    found.implausible.push(odd);
    found
}

/// What a laboratory sent, in its own units, with one that a person must read.
fn with_laboratory() -> (History, Found) {
    let mut history = known();
    let lab = |id: &str, text: &str, value: f64, unit: &str| Fact {
        value: Some(Measured { components: vec![Component { loinc: None, value, unit: unit.to_owned() }] }),
        id: FactId(id.to_owned()),
        text: text.to_owned(),
        kind: FactKind::Observation,
        status: FactStatus::Past,
        date: PartialDate::new("2026-05-04").ok(),
        ..history.facts[0].clone()
    };
    let labs = vec![
        lab("l-1", "Alanine aminotransferase", 0.5, "ukat/L"),
        lab("l-2", "Creatinine", 97.0, "umol/L"),
        lab("l-3", "Bilirubin total", 9.0, "g/dL"),
        lab("l-4", "STOP-BANG", 2.0, "{points}"),
    ];
    let came = history.came.values().next().copied();
    history.came.extend(labs.iter().zip(came.into_iter().cycle()).map(|(lab, came)| (lab.id.clone(), came)));
    history.facts.extend(labs);
    let part = |part: &str, fact: &str, ours: Option<(f64, &str)>, readable, in_date| WorkUpPart {
        part: part.to_owned(),
        fact: FactId(fact.to_owned()),
        ours: ours.map(|(value, unit)| (value, unit.to_owned())),
        readable,
        in_date,
    };
    let work_up = vec![
        part("alt", "l-1", Some((30.0, "U/L")), true, true),
        part("creatinine", "l-2", Some((1.1, "mg/dL")), true, false),
        part("bilirubin", "l-3", None, false, true),
        part("stop-bang", "l-4", None, true, true),
    ];
    (history, Found { work_up, ..found(stops()) })
}

/// Questions in every state: open, answered, taken back, of a colleague, about what is gone.
fn asked() -> Vec<Asked> {
    let finding = |rule: &str| About::Finding { rule: rule.to_owned() };
    let question = |about, of, at: &str, words: &str| Asked {
        about,
        of,
        by: Who::Staff { staff: PRESCRIBER },
        at: instant(at),
        words: words.to_owned(),
        taken_back_at: None,
        answers: Vec::new(),
        owner: None,
    };
    let answer = |by, at: &str, words: &str| Answer {
        by,
        at: instant(at),
        words: Some(words.to_owned()),
        taken_back_at: None,
    };
    let opioid = "When did you last take oxycodone, and how much of it?";
    let opioid = question(finding("opioid-on-list"), Of::Client, "2026-05-13T15:00:00Z", opioid);
    let wrong = Answer {
        taken_back_at: Some(instant("2026-05-13T18:02:00Z")),
        ..answer(Who::Client, "2026-05-13T18:00:00Z", "In May.")
    };
    let right = "In March, for ten days after the operation.\nNone since.";
    let pressure = finding("blood-pressure-uncontrolled");
    let seated = "Was it measured seated, after a rest?";
    let anyone = Of::Colleague(None);
    let ana = || Of::Colleague(Some("Ana Sample".to_owned()));
    vec![
        Asked { answers: vec![wrong, answer(Who::Client, "2026-05-13T18:03:00Z", right)], ..opioid },
        Asked {
            answers: vec![answer(
                Who::Staff { staff: PRESCRIBER },
                "2026-05-14T08:20:00Z",
                "Yes, both times.",
            )],
            ..question(pressure.clone(), ana(), "2026-05-13T15:10:00Z", seated)
        },
        Asked {
            taken_back_at: Some(instant("2026-05-14T09:05:00Z")),
            ..question(pressure.clone(), Of::Client, "2026-05-14T09:00:00Z", "Do you measure at home?")
        },
        Asked {
            owner: Some(("Ana Sample".to_owned(), instant("2026-05-14T10:00:00Z"))),
            ..question(pressure, ana(), "2026-05-14T09:10:00Z", "Can you measure her again on Friday?")
        },
        question(finding("maoi-on-list"), anyone, "2026-05-12T09:10:00Z", "Is the tranylcypromine stopped?"),
        question(
            About::Screening,
            Of::Client,
            "2026-05-14T11:00:00Z",
            "Is there anything that I should know?",
        ),
    ]
}

/// States of this page.
pub fn samples() -> Vec<(&'static str, Screening)> {
    let asks = Asks {
        typed: Typed::default(),
        reach: Reach::Reached,
        colleagues: vec![("00000000000000000000000000000008".to_owned(), "Ana Sample".to_owned())],
    };
    let came_back = Typed {
        fields: BTreeMap::from(
            [("ask", "finding.opioid-on-list"), ("ask-of-finding.opioid-on-list", "anyone")]
                .map(|(name, value)| (name.to_owned(), value.to_owned())),
        ),
        refusal: Some(Refusal::WordsMissing),
        ..Typed::default()
    };
    let not_asked = Asks { typed: came_back, reach: Reach::NoLink, ..asks.clone() };
    let usual = Screening {
        subject: Subject::sample(),
        history: known(),
        names: names(),
        under: under(found(stops().into_iter().chain(looks()).collect())),
        standing: Standing::Undecided,
        decisions: Vec::new(),
        since: Since::default(),
        reads: Some(Typed::default()),
        writes: true,
        asked: Vec::new(),
        asks: Some(asks.clone()),
        form: Some(Typed::default()),
        meets: false,
        command: format!("{:032x}", 3),
        seen: 12,
        opened_at: instant("2026-05-14T17:00:00Z"),
        live: None,
    };
    let first_unread = everything().not_understood.into_iter().find(|group| !group.no_bearing);
    let mut some_read = known();
    let read = |fact| {
        (
            fact,
            ReadBy {
                by: Who::Staff { staff: PRESCRIBER },
                at: instant("2026-05-12T10:00:00Z"),
                words: Some("Healed.".to_owned()),
            },
        )
    };
    some_read.read = first_unread.into_iter().flat_map(|group| group.facts).map(read).collect();
    let since = Since {
        facts: known().facts.iter().take(3).map(|fact| fact.id.clone()).collect(),
        raised: vec!["blood-pressure-uncontrolled".to_owned()],
        told: vec![(Kind::UrinarySymptom, instant("2026-05-13T09:00:00Z"))],
        on_this_page: false,
    };
    let conditions = ["ECG within 12 months, read", "Two seated readings below 140/90 on one day"];
    let cleared = Screening {
        standing: Standing::Cleared(UNTIL),
        decisions: vec![
            decided(Decision::Deferred, &[]),
            decided(Decision::ClearedWithConditions, &conditions),
        ],
        ..usual.clone()
    };
    let (laboratory, read) = with_laboratory();
    let page_now = Live { path: "/people".to_owned(), seen: "1".to_owned(), changed: String::new() };
    let nothing = Found { not_understood: Vec::new(), ..found(Vec::new()) };
    vec![
        ("no-protocol", Screening { under: None, form: None, ..usual.clone() }),
        ("empty", Screening { history: History::default(), under: under(everything()), ..usual.clone() }),
        ("nothing-found", Screening { under: under(nothing), ..usual.clone() }),
        (
            "work-up",
            Screening { history: laboratory, under: under(read), live: Some(page_now), ..usual.clone() },
        ),
        ("asked", Screening { asked: asked(), ..usual.clone() }),
        ("not-asked", Screening { asks: Some(not_asked), ..usual.clone() }),
        ("long", Screening { under: under(everything()), ..usual.clone() }),
        ("refused", Screening { form: Some(typed()), ..usual.clone() }),
        (
            "older-page",
            Screening {
                form: Some(Typed { refusal: Some(Refusal::ScreeningChanged), ..typed() }),
                since: Since { on_this_page: true, ..since.clone() },
                ..usual.clone()
            },
        ),
        ("conditions", Screening { meets: true, ..cleared.clone() }),
        ("cleared", Screening { form: None, ..cleared.clone() }),
        ("reopened", Screening { standing: Standing::Reopened, since, ..cleared }),
        ("some-read", Screening { history: some_read, under: under(everything()), ..usual.clone() }),
        (
            "not-read-away",
            Screening {
                reads: Some(Typed { refusal: Some(Refusal::RulesReadThis), ..Typed::default() }),
                form: None,
                ..usual.clone()
            },
        ),
        (
            "deferred",
            Screening {
                standing: Standing::Deferred,
                decisions: vec![decided(Decision::Deferred, &[])],
                form: None,
                ..usual.clone()
            },
        ),
        (
            "read-only",
            Screening { form: None, reads: None, asks: None, asked: asked(), writes: false, ..usual.clone() },
        ),
        ("usual", usual),
    ]
}
