//! Medicines on the list: the interaction table as rows.

use super::Known;
use crate::health_history::FactStatus;
use crate::protocol::Certainty;
use crate::screening::flag::{ClearsBy, Flag, FlagLevel, Qualifier};

/// A row of the interaction table: any medicine of the concept raises the flag.
struct MedicineRule {
    rule: &'static str,
    concept: &'static str,
    level: FlagLevel,
    source: &'static str,
    certainty: Certainty,
    resolves: &'static str,
}

const TABLE: [MedicineRule; 1] = [MedicineRule {
    rule: "opioid-on-list",
    concept: "opioid",
    level: FlagLevel::Block,
    source: "Spravato US label; Spravato REMS form: sedation, respiratory depression",
    certainty: Certainty::S,
    resolves: "Ask whether it is taken now, how much and since when; the prescriber decides.",
}];

pub(super) fn flags(known: &Known<'_>) -> Vec<Flag> {
    TABLE.iter().filter_map(|row| flag(row, known)).collect()
}

fn flag(row: &MedicineRule, known: &Known<'_>) -> Option<Flag> {
    let present = known.present(row.concept);
    let stated = present.iter().any(|fact| fact.status == FactStatus::Active);
    (!present.is_empty()).then(|| Flag {
        rule: row.rule.to_owned(),
        level: row.level,
        clears_by: ClearsBy::Decision,
        concept: row.concept.to_owned(),
        because: present.iter().map(|fact| known.because(fact)).collect(),
        limit: None,
        source: row.source.to_owned(),
        certainty: row.certainty,
        qualifier: if stated { Qualifier::Stated } else { Qualifier::Unknown },
        resolves: Some(row.resolves.to_owned()),
    })
}
