//! States of the stock's page. The people and suppliers in them are made up.

use std::collections::BTreeMap;

use jiff::civil::date;
use jiff::{Span, Timestamp};
use journey::prescription::Supply;
use journey::stock::{
    About, Entry, Event, Fate, Hour, Kept as Inventoried, LotCount, Medicine, Notice, Stock as Kept,
};
use journey::{ClientId, EventId, Precision, Recorded, Refusal, Who};

use super::{Stock, about_code};
use crate::practice::Named;
use crate::practice::history::{PRESCRIBER, names};
use crate::practice::medical::Typed;
use crate::samples::instant;

const MAYA: ClientId = ClientId::from_bytes([0xf7; 16]);
const ILO: ClientId = ClientId::from_bytes([0xf8; 16]);

fn folded(events: Vec<Event>) -> Kept {
    let begin = instant("2026-05-04T16:40:00Z");
    let mut kept = Kept::default();
    for (index, event) in (1_u8..).zip(events) {
        let at = begin.saturating_add(Span::new().hours(12 * i64::from(index))).unwrap_or(begin);
        kept.evolve(&Recorded {
            id: EventId::from_bytes([index; 16]),
            occurred_at: at,
            zone: None,
            precision: Precision::Second,
            recorded_at: at,
            device: None,
            protocol_version: None,
            by: Who::Staff { staff: PRESCRIBER },
            body: journey::Event::Stock(event),
        });
    }
    kept
}

fn moved(lot: u32, fate: Fate, lozenges: u32, manner: Option<&str>) -> Event {
    let witness = (fate == Fate::Destroyed).then(|| "J. S.".to_owned());
    let manner = manner.map(str::to_owned);
    Event::StockMoved { lot, entry: Entry { fate, lozenges, manner, witness, witnessed_by: None } }
}

fn received(lot: u32, print: &str, strength_mg: u32, lozenges: u32) -> Event {
    let medicine = Medicine {
        product: "Ketamine lozenge, compounded".to_owned(),
        strength_mg,
        form: "lozenge, sublingual".to_owned(),
        lot: print.to_owned(),
        expires: date(2026, 12, 31),
    };
    let supply = Supply {
        on: date(2026, 5, 4),
        supplier: "Hollow Street Pharmacy (synthetic)".to_owned(),
        address: Some("12 Hollow Street".to_owned()),
        registration: Some("FS0000000".to_owned()),
        containers: Some(2),
    };
    Event::StockReceived { lot, medicine, supply, lozenges, since: instant("2026-05-04T07:00:00Z") }
}

fn dispensed(lot: u32, lozenges: u32, client: ClientId) -> Event {
    let dispensing = journey::DispensingId::from_bytes([u8::try_from(lozenges).unwrap_or(1); 16]);
    Event::StockDispensed { lot, lozenges, client, prescription: 1, dispensing }
}

fn counted() -> Event {
    let inventory = Inventoried {
        on: date(2026, 5, 5),
        hour: Hour::Close,
        counts: vec![
            LotCount { lot: 1, lozenges: 60, estimated: false },
            LotCount { lot: 2, lozenges: 40, estimated: true },
        ],
        witness: Some("J. S.".to_owned()),
        witnessed_by: None,
        since: instant("2026-05-06T00:30:00Z"),
    };
    Event::InventoryTaken { inventory }
}

fn usual_events() -> Vec<Event> {
    vec![
        received(1, "K-0417", 50, 60),
        received(2, "K-0502", 100, 40),
        counted(),
        dispensed(1, 6, MAYA),
        dispensed(2, 4, ILO),
        moved(1, Fate::Destroyed, 1, Some("dissolved with coffee grounds")),
    ]
}

/// Two fewer than there ought to be, some lost, and a loss that was found in somebody's record.
fn missing_events() -> Vec<Event> {
    let mut events = usual_events();
    events.extend([
        moved(1, Fate::Found, 51, None),
        moved(2, Fate::Lost, 2, Some("the drawer was forced")),
        Event::PersonsLossFound { client: MAYA, prescription: 1, strength_mg: 50, lozenges: 2 },
    ]);
    events
}

fn told_events() -> Vec<Event> {
    let mut events = missing_events();
    let about = About::Line { lot: 2, line: EventId::from_bytes([8; 16]) };
    let notice = Notice::Told {
        whom: "DEA field division, by letter".to_owned(),
        on: date(2026, 5, 9),
        reference: Some("106-0007".to_owned()),
    };
    let first = About::Line { lot: 1, line: EventId::from_bytes([7; 16]) };
    let why = "Counted again with Jo: two had stuck to the lid.".to_owned();
    events.extend([
        Event::NoticeWritten { about, notice },
        Event::NoticeWritten { about: first, notice: Notice::NotTold { why } },
        Event::DiscrepancyEnded {
            about: first,
            numbers: Some((53, 51)),
            finding: "Nothing is missing; the line is put right.".to_owned(),
        },
    ]);
    events
}

fn of(events: Vec<Event>) -> Stock {
    let kept = folded(events);
    let due = |found: Timestamp| found.saturating_add(Span::new().hours(30)).unwrap_or(found);
    let matters = kept.discrepancies().into_iter().map(|one| (one.clone(), due(one.found_at))).collect();
    let named =
        |client: ClientId, name: &str| (client, Named { client: client.to_string(), name: name.to_owned() });
    Stock {
        names: names(),
        today: date(2026, 5, 14),
        inventory_due: kept.inventories.last().map(|_| date(2028, 5, 5)),
        matters,
        kept,
        people: BTreeMap::from([named(MAYA, "Maya Sample")]),
        estimate_units_max: Some(1_000),
        colleagues: vec![(format!("{:032x}", 2), "Jo Sample".to_owned())],
        receive: Some(Typed::default()),
        moved: Some(Typed::default()),
        inventory: Some(Typed::default()),
        correct: Some(Typed::default()),
        answer: Some(Typed::default()),
    }
}

/// A stock with two lots, for the ledger's samples.
pub(in crate::practice) fn sample() -> Stock {
    of(usual_events())
}

/// The same for one who only reads, and opens no record.
fn read_only(stock: Stock) -> Stock {
    Stock {
        people: BTreeMap::new(),
        receive: None,
        moved: None,
        inventory: None,
        correct: None,
        answer: None,
        ..stock
    }
}

fn typed(fields: &[(&str, &str)], refusal: Refusal) -> Option<Typed> {
    let fields = fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
    Some(Typed { fields: fields.collect::<BTreeMap<_, _>>(), refusal: Some(refusal), ..Typed::default() })
}

/// States of this page.
pub fn samples() -> Vec<(&'static str, Stock)> {
    let (empty, usual, missing) = (of(Vec::new()), of(usual_events()), of(missing_events()));
    let uncounted =
        Stock { inventory_due: Some(date(2026, 5, 4)), ..of(vec![received(1, "K-0417", 50, 60)]) };
    let about = about_code(About::Line { lot: 1, line: EventId::from_bytes([7; 16]) });
    let unsaid = typed(&[("about", &about), ("ended", "It was found.")], Refusal::NoticeMissing);
    let incomplete = [("on", "2026-05-14"), ("hour", "close"), ("count-1", "53")];
    let incomplete = typed(&incomplete, Refusal::InventoryIncomplete);
    let nameless = typed(&[("product", ""), ("print", "K-1")], Refusal::MedicineIncomplete);
    let witness = [("lot", "1"), ("fate", "destroyed"), ("moved", "1"), ("manner", "burnt")];
    let witness = typed(&witness, Refusal::WitnessMissing);
    let prescriber = Stock { receive: None, moved: None, inventory: None, ..usual.clone() };
    let full = (0..40).flat_map(|_| usual_events()).collect();
    vec![
        ("empty", empty.clone()),
        ("receive-refused", Stock { receive: nameless, ..empty }),
        ("to-be-counted", uncounted),
        ("missing", missing.clone()),
        ("missing-reader", read_only(missing.clone())),
        ("missing-refused", Stock { answer: unsaid, ..missing }),
        ("told", of(told_events())),
        ("count-refused", Stock { inventory: incomplete, ..usual.clone() }),
        ("move-refused", Stock { moved: witness, ..usual.clone() }),
        ("prescriber", prescriber),
        ("reader", read_only(usual.clone())),
        ("full", of(full)),
        ("usual", usual),
    ]
}

#[cfg(test)]
mod tests {
    use super::{ILO, MAYA, samples};
    use crate::frame::{Assets, Theme};
    use crate::messages::Language;
    use crate::samples::staff_frame;

    #[test]
    fn nobody_is_named_or_told_apart_to_whoever_may_not_open_their_record() {
        let assets = Assets::default();
        let frame = staff_frame(Language::English, Theme::Day, &assets);
        for (name, stock) in samples() {
            let drawn = super::super::page(&frame, &stock).into_string();
            assert!(!drawn.contains(&ILO.to_string()), "{name}: no record of theirs is open to the reader");
            let may = stock.people.contains_key(&MAYA);
            assert!(may || !drawn.contains(&MAYA.to_string()), "{name}");
            assert!(may || !drawn.contains("Maya"), "{name}");
        }
    }
}
