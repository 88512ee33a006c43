//! States of the prescription page. The person in them is made up.

use std::collections::BTreeMap;

use jiff::civil::date;
use journey::prescription::{
    Afterwards, Booster, Custody, Entry, Envelope, Event, Fate, FirstSession, Notice, Prescriptions, Reduced,
    Supply,
};
use journey::protocol::DoseTier;
use journey::stock::Medicine;
use journey::{EventId, Precision, Recorded, Refusal, Who};

use super::{InStock, Limits, Prescription};
use crate::practice::history::{PRESCRIBER, names};
use crate::practice::medical::Typed;
use crate::practice::subject::Subject;
use crate::samples::instant;

const LIMITS: Limits = Limits {
    protocol: 4,
    psycholytic_mg_max: 100,
    moderate_mg_max: 200,
    moderate_mg_max_with_reason: 300,
    hold_minutes: (10, 15),
    booster_minutes: Some((10, 30)),
};

fn envelope() -> Envelope {
    Envelope {
        strength_mg: 50,
        lozenges: 8,
        tier: DoseTier::Psycholytic,
        most_mg_per_session: 100,
        booster: Some(Booster { mg: 25, earliest_minute: 15 }),
        hold_minutes: 12,
        afterwards: Afterwards::Spit,
        valid_until: date(2026, 8, 12),
        reason_above_usual_cap: None,
        custody: Custody::default(),
    }
}

fn prescribed(number: u32, envelope: Envelope) -> Event {
    Event::Prescribed { number, envelope: Box::new(envelope), protocol_number: 4 }
}

fn folded(events: Vec<Event>) -> Prescriptions {
    let at = instant("2026-05-12T16:40:00Z");
    let mut all = Prescriptions::default();
    for (index, event) in (1..).zip(events) {
        let recorded = Recorded {
            id: EventId::from_bytes([index; 16]),
            occurred_at: at,
            zone: None,
            precision: Precision::Second,
            recorded_at: at,
            device: None,
            protocol_version: None,
            by: Who::Staff { staff: PRESCRIBER },
            body: journey::Event::Prescription(event.clone()),
        };
        all.evolve(&event, &recorded);
    }
    all
}

fn counted(fate: Fate, lozenges: u32) -> Event {
    let supply = Supply {
        on: date(2026, 5, 11),
        supplier: "Hollow Street Pharmacy (synthetic)".to_owned(),
        address: Some("12 Hollow Street".to_owned()),
        registration: Some("FS0000000".to_owned()),
        containers: Some(1),
    };
    let wasted = fate == Fate::Wasted;
    let entry = Entry {
        fate,
        lozenges,
        lot: Some("K-0417".to_owned()),
        witness: wasted.then(|| "J. S.".to_owned()),
        witnessed_by: None,
        supply: (fate == Fate::Dispensed).then_some(supply),
        manner: wasted.then(|| "dissolved with coffee grounds".to_owned()),
        since: None,
        dispensing: None,
    };
    Event::LozengesCounted { number: 3, entry }
}

/// Two fewer than there ought to be: found in the practice's own stock, and not yet reviewed.
fn missing() -> Prescriptions {
    let kept_here = Envelope { custody: Custody::Practice, ..envelope() };
    folded(vec![
        prescribed(3, kept_here),
        counted(Fate::Dispensed, 8),
        counted(Fate::Wasted, 1),
        counted(Fate::Found, 5),
    ])
}

/// The same, put right in part and reviewed.
fn reviewed() -> Prescriptions {
    let line = EventId::from_bytes([4; 16]);
    let because = "One had stuck to the lid.".to_owned();
    let finding =
        "One broke when the jar fell on the 12th; two saw it. It is written as destroyed.".to_owned();
    folded(vec![
        prescribed(3, envelope()),
        counted(Fate::Dispensed, 8),
        counted(Fate::Wasted, 1),
        counted(Fate::Found, 5),
        Event::CountCorrected { line, lozenges: 6, because },
        Event::CountReviewed { line, expected: 7, counted: 6, finding, lost: false, told: None },
    ])
}

/// Some were taken outside the gate, and nobody knows how many.
fn uncounted() -> Prescriptions {
    folded(vec![prescribed(3, envelope()), counted(Fate::Dispensed, 8), Event::CountAsked { number: 3 }])
}

/// One revoked, one over, one in force and counted.
fn several() -> Prescriptions {
    let reason = "She now takes a medicine for her heart; the dose is to be thought through anew.".to_owned();
    let above = Envelope {
        tier: DoseTier::Moderate,
        most_mg_per_session: 250,
        reason_above_usual_cap: Some("Three sessions at 200 mg were well tolerated and shallow.".to_owned()),
        booster: None,
        ..envelope()
    };
    folded(vec![
        prescribed(1, above),
        Event::PrescriptionRevoked { number: 1, reason },
        prescribed(
            2,
            Envelope { valid_until: date(2026, 5, 1), afterwards: Afterwards::Swallow, ..envelope() },
        ),
        prescribed(3, envelope()),
        counted(Fate::Dispensed, 8),
        counted(Fate::Brought, 8),
        counted(Fate::Taken, 2),
    ])
}

/// A prescription whose lozenges were counted, with one line put right.
pub(in crate::practice) fn counted_sample() -> journey::prescription::Prescription {
    reviewed().all.remove(0)
}

fn typed(fields: &[(&str, &str)], refusal: Refusal) -> Typed {
    let fields = fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
    Typed { fields: fields.collect::<BTreeMap<_, _>>(), refusal: Some(refusal), ..Typed::default() }
}

/// Nothing prescribed yet, for one who prescribes.
fn empty() -> Prescription {
    Prescription {
        subject: Subject::sample(),
        names: names(),
        today: date(2026, 5, 14),
        all: Vec::new(),
        revision: 0,
        limits: Some(LIMITS),
        first: Some(FirstSession { mg: 50, reduced: Vec::new() }),
        notices: Vec::new(),
        envelope: Some(Typed::default()),
        revoke: Some(Typed::default()),
        count: None,
        correct: None,
        review: Some(Typed::default()),
        lots: Vec::new(),
        colleagues: vec![(format!("{:032x}", 2), "Jo Sample".to_owned())],
    }
}

/// Several prescriptions, for one who prescribes.
pub(in crate::practice) fn sample() -> Prescription {
    Prescription { all: several().all, first: None, ..empty() }
}

/// The same for one who reads them.
pub(in crate::practice) fn read_only_sample() -> Prescription {
    Prescription { envelope: None, revoke: None, review: None, ..sample() }
}

/// States of this page.
pub fn samples() -> Vec<(&'static str, Prescription)> {
    let empty = empty();
    let usual = sample();
    let above = [
        ("strength_mg", "50"),
        ("lozenges", "6"),
        ("tier", "moderate"),
        ("most_mg_per_session", "250"),
        ("booster", "no"),
        ("hold_minutes", "12"),
        ("afterwards", "swallow"),
        ("valid_until", "2026-08-14"),
    ];
    let above = typed(&above, Refusal::AboveTier { mg_max: 200 });
    let revoke = typed(&[("number", "3")], Refusal::ReasonMissing);
    let witness = [("number", "3"), ("fate", "wasted"), ("lozenges-counted", "1"), ("lot", "K-0417")];
    let witness = typed(&witness, Refusal::WitnessMissing);
    let reads = read_only_sample();
    let reduced = Prescription {
        first: Some(FirstSession {
            mg: 25,
            reduced: vec![Reduced::Age { years: 65 }, Reduced::WeightNotKnown],
        }),
        notices: vec![(3, Notice::AboveFirstSession { mg: 25 })],
        ..usual.clone()
    };
    let older = typed(&[("strength_mg", "50"), ("most_mg_per_session", "100")], Refusal::PrescriptionChanged);
    let truly = [("lozenges-truly", "3"), ("line", "")];
    let truly = typed(&truly, Refusal::ReasonMissing);
    let found = typed(&[("line", &EventId::from_bytes([4; 16]).to_string())], Refusal::WordsMissing);
    let corrects = Prescription { correct: Some(Typed::default()), ..usual.clone() };
    let in_stock = InStock {
        number: 2,
        medicine: Medicine {
            product: "Ketamine lozenge, compounded".to_owned(),
            strength_mg: 50,
            form: "lozenge, sublingual".to_owned(),
            lot: "K-0417".to_owned(),
            expires: date(2026, 12, 31),
        },
        left: 56,
    };
    let short = [("number", "3"), ("fate", "dispensed"), ("lozenges-counted", "60"), ("stock_lot", "2")];
    let short = typed(&short, Refusal::LotShort { left: 56 });
    let from_stock =
        |count| Prescription { count: Some(count), lots: vec![in_stock.clone()], ..reads.clone() };
    let counts =
        Prescription { count: Some(Typed::default()), correct: Some(Typed::default()), ..reads.clone() };
    vec![
        ("empty", empty.clone()),
        ("reduced-start", reduced),
        ("no-protocol", Prescription { limits: None, ..empty.clone() }),
        ("refused", Prescription { envelope: Some(above), ..empty.clone() }),
        ("older-page", Prescription { envelope: Some(older), ..usual.clone() }),
        ("revoking", Prescription { revoke: Some(revoke), ..usual.clone() }),
        ("counts", counts.clone()),
        ("counts-from-stock", from_stock(Typed::default())),
        ("counts-lot-short", from_stock(short)),
        ("corrects-refused", Prescription { correct: Some(truly), ..counts.clone() }),
        ("count-asked", Prescription { all: uncounted().all, ..reads.clone() }),
        ("mismatch", Prescription { all: missing().all, ..corrects.clone() }),
        ("mismatch-reader", Prescription { all: missing().all, ..counts }),
        ("mismatch-refused", Prescription { all: missing().all, review: Some(found), ..corrects.clone() }),
        ("mismatch-reviewed", Prescription { all: reviewed().all, ..corrects }),
        ("counts-refused", Prescription { count: Some(witness), ..reads.clone() }),
        ("read-only", reads),
        ("usual", usual),
    ]
}
