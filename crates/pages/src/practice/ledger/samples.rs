//! States of the ledger. The people in them are made up.

use super::{Asked, Ledger, Row};
use crate::practice::Named;
use crate::practice::history::names;
use crate::practice::prescription::counted_sample;

/// States of this page.
pub fn samples() -> Vec<(&'static str, Ledger)> {
    let person = |number: u32, name: &str| Named { client: format!("{number:032x}"), name: name.to_owned() };
    let (maya, ilo) = (person(7, "Maya Sample"), person(8, "Ilo Sample"));
    let written = counted_sample();
    let rows = |person: &Named| {
        let row = |line: &journey::prescription::Line| Row {
            person: person.clone(),
            prescription: written.clone(),
            line: line.clone(),
        };
        written.lines.iter().rev().map(row).collect::<Vec<_>>()
    };
    let empty = Ledger { names: names(), people: vec![maya.clone(), ilo.clone()], ..Ledger::default() };
    let usual = Ledger { rows: [rows(&maya), rows(&ilo)].concat(), ..empty.clone() };
    let asked = Asked { lot: "K-9999".to_owned(), ..Asked::default() };
    let unreadable = Asked { from: "last May".to_owned(), unreadable: true, ..Asked::default() };
    let full = (0..80).flat_map(|_| rows(&maya)).collect();
    vec![
        ("empty", empty.clone()),
        ("nobody", Ledger { people: Vec::new(), ..empty.clone() }),
        ("none-found", Ledger { asked, ..empty.clone() }),
        ("unreadable", Ledger { asked: unreadable, ..empty.clone() }),
        ("full", Ledger { rows: full, ..empty }),
        ("usual", usual),
    ]
}
