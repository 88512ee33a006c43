//! States of the protocol page, with some of the figures of the shipped one.

use std::collections::BTreeMap;

use jiff::civil::date;
use journey::Refusal;
use journey::protocol::Certainty;

use super::{Next, Proposed, Protocol, Row, Signed, Signing, Standing};
use crate::practice::medical::Typed;
use crate::samples::instant;

const DEFAULT: &str = "default of this software";

fn row(path: &str, value: &str, unit: &str, source: &str, certainty: Certainty) -> Row {
    Row {
        path: path.to_owned(),
        value: value.to_owned(),
        unit: unit.to_owned(),
        source: source.to_owned(),
        certainty,
        before: None,
        looser: false,
    }
}

fn figures() -> Vec<Row> {
    use Certainty::{D, M, S, S2};
    let anchored =
        "default of this software, anchored on published lozenge doses and a bioavailability of about 0.30";
    let label = "Spravato US label: induction twice a week";
    let hold = "oral film study held 10 min; clinic pages 5-15 min";
    let product = "EU esketamine SmPC 2025, 4.3";
    vec![
        row("eligibility.age_years_min", "18", "years", "Spravato US label: not approved in children", S),
        row("eligibility.cardiovascular_event_weeks_block", "6", "weeks", product, S),
        row("eligibility.intake_systolic_mmhg_block", ">= 160", "mmHg", DEFAULT, D),
        row("eligibility.liver_tenths_uln_warn", "> 20", "0.1 ULN", DEFAULT, D),
        row("work_up.weight_days", "90", "days", DEFAULT, D),
        row("tiers.psycholytic_mg_max", "100", "mg", anchored, D),
        row("tiers.psycholytic_tenths_mg_per_kg_max", "15", "0.1 mg/kg", anchored, D),
        row("dosing.reduced_start_weight_tenths_kg", "< 500", "0.1 kg", anchored, D),
        row("dosing.interval_hours_min", "72", "h", label, S),
        row(
            "dosing.sessions_before_review_max",
            "8",
            "sessions",
            "Sanacora 2017 (APA), on a secondary page",
            M,
        ),
        row("dosing.hold_minutes", "10-15", "min", hold, S2),
        row("booster.per_session_max", "1", "boosters", DEFAULT, D),
        row(
            "vitals.schedule",
            "+15: heart-rate spo2, +30: blood-pressure spo2, +45: blood-pressure spo2",
            "min",
            DEFAULT,
            D,
        ),
        row("bands.systolic_mmhg.hold.high", ">= 160", "mmHg", DEFAULT, D),
        row("bands.systolic_mmhg.warn.high", "> 140", "mmHg", "Spravato US label", S),
        row("bands.moaas.act.low", "<= 3", "level", DEFAULT, D),
        row("bands.apnoea_seconds_emergency", ">= 15", "s", DEFAULT, D),
        row("check_ins.hours_of_day", "9-20", "hour of day", DEFAULT, D),
        row("deterioration.adverse_event_grade", ">= 3", "grade", DEFAULT, D),
    ]
}

/// States of this page.
pub fn samples() -> Vec<(&'static str, Protocol)> {
    let signed = Signed {
        number: 4,
        by: "Theo Sample".to_owned(),
        at: instant("2026-02-03T18:00:00Z"),
        expires: date(2027, 2, 3),
    };
    let some = |fields: &[(&str, &str)]| {
        fields
            .iter()
            .map(|(name, value)| ((*name).to_owned(), (*value).to_owned()))
            .collect::<BTreeMap<_, _>>()
    };
    let first = Typed::new("00000000000070008000000000000003".to_owned());
    let unsigned = Protocol {
        standing: Standing::Unsigned,
        figures: figures(),
        signing: Signing::Form(1, first.clone(), Proposed::Shipped),
        versions: Vec::new(),
        next: Next::MayBegin { command: first.command.clone(), newest: None, unread: Vec::new() },
        older: None,
    };
    let fields = some(&[("yes-tiers.psycholytic_mg_max", "yes"), ("expires", "2027-05-14")]);
    let path = "eligibility.intake_systolic_mmhg_block".to_owned();
    let refused = Typed { fields, refusal: Some(Refusal::FigureUnanswered { path }), ..first.clone() };
    let mut every: BTreeMap<String, String> =
        figures().iter().map(|row| (row.yes(), "yes".to_owned())).collect();
    every.insert("expires".to_owned(), "2026-05-01".to_owned());
    let late = Typed { fields: every, refusal: Some(Refusal::ValidityOutOfRange), ..first.clone() };
    let mut changed = figures();
    if let Some(row) = changed.iter_mut().find(|row| row.path == "dosing.hold_minutes") {
        row.before = Some("11-14".to_owned());
        row.looser = true;
        row.certainty = Certainty::P;
        row.source = "set by this practice: Our lozenges dissolve in eight minutes.".to_owned();
    }
    let earlier = Signed {
        number: 3,
        at: instant("2025-02-02T18:00:00Z"),
        expires: date(2026, 2, 2),
        ..signed.clone()
    };
    let versions = vec![signed.clone(), earlier.clone()];
    let begun = Next::Begun { changed: 3 };
    let usual = Next::MayBegin { command: first.command.clone(), newest: Some(4), unread: Vec::new() };
    let unread = Next::MayBegin {
        command: first.command.clone(),
        newest: Some(4),
        unread: vec![
            "dosing.interval_hours_min: invalid type: string \"72\", expected i64".to_owned(),
            "consent.valid_months: missing".to_owned(),
        ],
    };
    let in_force = Protocol {
        standing: Standing::InForce(signed.clone()),
        signing: Signing::MayAsk,
        versions,
        next: usual,
        ..unsigned.clone()
    };
    let draft = |faults| Signing::Form(5, first.clone(), Proposed::Draft { revision: 7, faults });
    let anew = Protocol { figures: changed, signing: draft(0), next: begun.clone(), ..in_force.clone() };
    vec![
        ("read-only-unsigned", Protocol { signing: Signing::Reads, next: Next::Reads, ..unsigned.clone() }),
        ("refused", Protocol { signing: Signing::Form(1, refused, Proposed::Shipped), ..unsigned.clone() }),
        ("refused-late", Protocol { signing: Signing::Form(1, late, Proposed::Shipped), ..unsigned.clone() }),
        ("drafted", Protocol { next: begun, ..in_force.clone() }),
        ("file-unread", Protocol { next: unread, ..in_force.clone() }),
        (
            "older",
            Protocol { older: Some(earlier), signing: Signing::Reads, next: Next::Reads, ..in_force.clone() },
        ),
        ("anew-faulty", Protocol { signing: draft(2), ..anew.clone() }),
        (
            "anew-again",
            Protocol { signing: Signing::Form(5, first.clone(), Proposed::Again), ..in_force.clone() },
        ),
        ("anew", anew),
        (
            "over",
            Protocol {
                standing: Standing::Over(Signed { expires: date(2026, 5, 3), ..signed }),
                signing: Signing::Reads,
                next: Next::Reads,
                ..in_force.clone()
            },
        ),
        ("in-force", in_force),
        ("unsigned", unsigned),
    ]
}
