//! States of the draft's page.

use journey::Refusal;
use journey::protocol::{Certainty, Difference, ProtocolFault};

use super::{Changed, Draft, Editing, Entry};
use crate::practice::medical::Typed;
use crate::practice::protocol::Which;

const GROUPS: [(&str, usize); 21] = [
    ("eligibility", 17),
    ("findings", 6),
    ("work_up", 9),
    ("tiers", 8),
    ("dosing", 10),
    ("fasting", 6),
    ("booster", 4),
    ("vitals", 8),
    ("bands.systolic_mmhg", 9),
    ("bands.diastolic_mmhg", 7),
    ("bands.heart_rate_per_minute", 7),
    ("bands.spo2_percent", 5),
    ("bands.respiratory_rate_per_minute", 8),
    ("bands.moaas", 5),
    ("bands", 2),
    ("course", 6),
    ("discharge", 8),
    ("consent", 1),
    ("check_ins", 9),
    ("risk", 5),
    ("misuse", 1),
];

fn typed() -> Typed {
    Typed::new("00000000000070008000000000000009".to_owned())
}

fn entry(path: &str, value: &str, printed: &str, unit: &str, certainty: Certainty) -> Entry {
    Entry {
        path: path.to_owned(),
        value: value.to_owned(),
        printed: printed.to_owned(),
        unit: unit.to_owned(),
        source: match certainty {
            Certainty::P => "set by this practice: We see people once a week.".to_owned(),
            Certainty::S => "Spravato US label: induction twice a week".to_owned(),
            _ => "default of this software".to_owned(),
        },
        certainty,
        shipped: None,
        looser: false,
        like: None,
    }
}

fn dosing() -> Vec<Entry> {
    let mut interval = entry("dosing.interval_hours_min", "48", "48", "h", Certainty::P);
    interval.shipped = Some("72".to_owned());
    interval.looser = true;
    vec![
        entry("dosing.first_session_mg", "50", "50", "mg", Certainty::D),
        entry("dosing.reduced_start_weight_tenths_kg", "< 50", "< 500", "0.1 kg", Certainty::D),
        interval,
        entry("dosing.sessions_per_7_days_max", "2", "2", "sessions", Certainty::S),
        entry("dosing.hold_minutes", "10-15", "10-15", "min", Certainty::S),
    ]
}

fn vitals() -> Vec<Entry> {
    let slots = "+15: heart-rate spo2 respiratory-rate moaas dissociation\n\
        +30: blood-pressure heart-rate spo2 respiratory-rate moaas dissociation\n\
        +45: blood-pressure heart-rate spo2 respiratory-rate moaas dissociation";
    vec![
        entry("vitals.schedule", slots, "+15: spo2", "min", Certainty::D),
        entry("vitals.after_booster_minutes", "30, 45, 60, 120", "30, 45, 60, 120", "min", Certainty::D),
    ]
}

fn changed(path: &str, before: &str, after: &str, unit: &str, looser: bool) -> Changed {
    let difference = Difference {
        path: path.to_owned(),
        unit: unit.to_owned(),
        before: Some(before.to_owned()),
        after: Some(after.to_owned()),
        looser,
    };
    let because = Some(("We see people twice a week at most.".to_owned(), "Theo Sample".to_owned()));
    Changed { difference, looser_than_shipped: looser, because }
}

/// States of this page.
pub fn samples() -> Vec<(&'static str, Draft)> {
    let editing = |group: &str, entries: Vec<Entry>, typed: Typed| {
        Some(Editing { group: group.to_owned(), entries, typed })
    };
    let begun = Draft {
        number: 5,
        from: Some(Which::Version(4)),
        file: None,
        differences: Vec::new(),
        against: Which::Version(4),
        faults: Vec::new(),
        groups: GROUPS.map(|(group, count)| (group.to_owned(), count)).to_vec(),
        editing: None,
        discard: typed(),
    };
    let usual = Draft {
        differences: vec![
            changed("dosing.interval_hours_min", "72", "48", "h", true),
            changed("work_up.weight_days", "90", "60", "days", false),
        ],
        ..begun.clone()
    };
    let order = ProtocolFault::OutOfOrder {
        lower: "dosing.first_session_mg".to_owned(),
        upper: "tiers.moderate_mg_max".to_owned(),
    };
    let weight = "dosing.reduced_start_weight_tenths_kg";
    let implausible = ProtocolFault::Implausible { path: weight.to_owned(), value: 50, low: 300, high: 1000 };
    let faulty =
        Draft { faults: vec![order, implausible], file: Some("protocol.toml".to_owned()), ..usual.clone() };
    let group = Draft { editing: editing("dosing", dosing(), typed()), ..usual.clone() };
    let mut unreadable = dosing();
    let mut back = typed();
    for entry in &mut unreadable {
        let value = if entry.path == weight { "fifty" } else { &entry.value };
        back.fields.insert(Entry::field(&entry.path), value.to_owned());
        if entry.path == weight {
            entry.like = Some("< 50".to_owned());
        }
    }
    back.fields.insert("reason".to_owned(), "Our people are lighter.".to_owned());
    let read = Refusal::FigureUnreadable { path: weight.to_owned(), like: "< 50".to_owned() };
    let unread = Typed { refusal: Some(read), ..back.clone() };
    let silent = Typed { refusal: Some(Refusal::ReasonMissing), ..back };
    vec![
        ("group-unreadable", Draft { editing: editing("dosing", unreadable, unread), ..usual.clone() }),
        ("group-silent", Draft { editing: editing("dosing", dosing(), silent), ..usual.clone() }),
        ("group-faulty", Draft { editing: editing("dosing", dosing(), typed()), ..faulty.clone() }),
        ("group-lists", Draft { editing: editing("vitals", vitals(), typed()), ..usual.clone() }),
        ("group", group),
        ("faulty", faulty),
        ("usual", usual),
        ("begun", begun),
    ]
}
