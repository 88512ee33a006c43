//! States of the ledger. The people in them are made up.

use super::{Asked, Ledger, OfPerson, OfStock, Row};
use journey::stock::Lot;

use crate::practice::Named;
use crate::practice::history::names;
use crate::practice::prescription::counted_sample;

/// States of this page.
pub fn samples() -> Vec<(&'static str, Ledger)> {
    let person = |number: u32, name: &str| Named { client: format!("{number:032x}"), name: name.to_owned() };
    let (maya, ilo) = (person(7, "Maya Sample"), person(8, "Ilo Sample"));
    let written = counted_sample();
    let rows = |person: &Named| {
        let row = |line: &journey::prescription::Line| {
            let (person, prescription) = (person.clone(), written.clone());
            Row::Person(Box::new(OfPerson { person, prescription, line: line.clone() }))
        };
        written.lines.iter().rev().map(row).collect::<Vec<_>>()
    };
    let stock = crate::practice::stock::sample();
    let in_stock = |named: bool| -> Vec<Row> {
        let each = stock.kept.lots.iter().flat_map(|lot| lot.lines.iter().map(move |line| (lot, line)));
        let row = each.map(|(lot, line)| {
            let bare = Lot { lines: Vec::new(), ..lot.clone() };
            let person = line.client().and_then(|client| stock.people.get(&client)).filter(|_| named);
            Row::Stock(Box::new(OfStock { lot: bare, line: line.clone(), person: person.cloned() }))
        });
        row.collect()
    };
    let lots = stock.kept.lots.iter().map(|lot| (Lot { lines: Vec::new(), ..lot.clone() }, lot.count()));
    let lots: Vec<_> = lots.collect();
    let empty = Ledger { names: names(), people: vec![maya.clone(), ilo.clone()], ..Ledger::default() };
    let usual = Ledger {
        rows: [rows(&maya), rows(&ilo), in_stock(true)].concat(),
        lots: lots.clone(),
        ..empty.clone()
    };
    let desk = Ledger { names: names(), rows: in_stock(false), lots, ..Ledger::default() };
    let asked = Asked { lot: "K-9999".to_owned(), ..Asked::default() };
    let unreadable = Asked { from: "last May".to_owned(), unreadable: true, ..Asked::default() };
    let full = (0..80).flat_map(|_| rows(&maya)).collect();
    vec![
        ("empty", empty.clone()),
        ("nobody", Ledger { people: Vec::new(), ..empty.clone() }),
        ("none-found", Ledger { asked, ..empty.clone() }),
        ("unreadable", Ledger { asked: unreadable, ..empty.clone() }),
        ("full", Ledger { rows: full, ..empty }),
        ("desk", desk),
        ("usual", usual),
    ]
}
