//! Medicines on the list: the interaction table as rows.
//!
//! The software reports an effect and asks the prescriber. It never tells anybody to stop a medicine.

use FlagLevel::{Block, Inform, Warn};

use super::Known;
use super::ask::Ask;
use crate::health_history::{FactKind, FactStatus};
use crate::protocol::Certainty::{self, D, M, S, S2};
use crate::screening::flag::{ClearsBy, Flag, FlagLevel, Qualifier};

/// A row of the interaction table: any medicine of the concept raises the flag.
struct Row {
    rule: &'static str,
    concept: &'static str,
    level: FlagLevel,
    source: &'static str,
    certainty: Certainty,
    ask: &'static str,
    /// Whether the source speaks of some ingredients, and of the others by their class alone.
    by_class: bool,
}

const fn row(
    rule: &'static str,
    concept: &'static str,
    level: FlagLevel,
    source: &'static str,
    certainty: Certainty,
    ask: &'static str,
) -> Row {
    Row { rule, concept, level, source, certainty, ask, by_class: false }
}

impl Row {
    const fn by_class(self) -> Row {
        Row { by_class: true, ..self }
    }
}

const DEPRESSANT: &str = "Spravato US label: CNS depressants";
const VERAART: &str = "Veraart 2021, 24 studies";
const ANDRADE: &str = "Andrade 2017: can usually be combined";
const DEFAULT: &str = "default of this software";
const UNVERIFIED: &str = "not verified yet";
const ENZYME: &str = "Hagelberg 2010; Peltoniemi 2011, 2012";

/// The row that every protocol has had from the first.
const OPIOID: Row = row(
    "opioid-on-list",
    "opioid",
    Block,
    "Spravato US label; Spravato REMS form: sedation, respiratory depression",
    S,
    "opioid",
);

const TABLE: [Row; 39] = [
    row("maoi-on-list", "maoi", Block, "Spravato US label; Veraart 2021", S, "pressure-closer"),
    row(
        "theophylline-on-list",
        "theophylline",
        Block,
        "Ketalar US label 7.1; Ketanest text 2019",
        S2,
        "decide",
    ),
    row("cocaine-or-methamphetamine-on-list", "cocaine-or-methamphetamine", Block, UNVERIFIED, M, "use"),
    row(
        "benzodiazepine-on-list",
        "benzodiazepine",
        Warn,
        "Veraart 2021; Andrade 2017; PMC10812090",
        S,
        "dosing-day",
    ),
    row("z-drug-on-list", "z-drug", Warn, DEPRESSANT, S, "dosing-day"),
    row("gabapentinoid-on-list", "gabapentinoid", Warn, DEPRESSANT, S, "dosing-day"),
    row("sedating-antihistamine-on-list", "sedating-antihistamine", Warn, DEPRESSANT, S, "dosing-day"),
    row("barbiturate-on-list", "barbiturate", Warn, DEPRESSANT, S, "dosing-day"),
    row(
        "psychostimulant-on-list",
        "psychostimulant",
        Warn,
        "Spravato US label: psychostimulants",
        S,
        "pressure-closer",
    ),
    row("lamotrigine-on-list", "lamotrigine", Warn, VERAART, S, "effect"),
    row("clozapine-on-list", "clozapine", Warn, VERAART, S, "mental-state"),
    row("risperidone-on-list", "risperidone", Warn, VERAART, S, "mental-state"),
    row("haloperidol-on-list", "haloperidol", Warn, VERAART, S, "mental-state"),
    row(
        "naltrexone-on-list",
        "naltrexone",
        Warn,
        "Williams 2018, 10.1176/appi.ajp.2018.18020138",
        S,
        "effect",
    ),
    row("cyp3a4-inhibitor-on-list", "cyp3a4-inhibitor", Warn, ENZYME, S, "effect").by_class(),
    row("cyp2b6-inhibitor-on-list", "cyp2b6-inhibitor", Warn, "Peltoniemi 2011", S, "effect").by_class(),
    row("enzyme-inducer-on-list", "enzyme-inducer", Warn, "Peltoniemi 2012, two papers", S, "effect")
        .by_class(),
    row("nmda-antagonist-on-list", "nmda-antagonist", Warn, UNVERIFIED, M, "effect"),
    row("ketamine-on-list", "ketamine", Warn, DEFAULT, D, "use"),
    row(
        "thyroid-hormone-on-list",
        "thyroid-hormone",
        Warn,
        "a ketamine product text, as MIMS gives it",
        S2,
        "thyroid",
    ),
    row("decongestant-on-list", "decongestant", Warn, UNVERIFIED, M, "dosing-day"),
    row("sympathomimetic-on-list", "sympathomimetic", Warn, UNVERIFIED, M, "dosing-day"),
    row("anticoagulant-on-list", "anticoagulant", Warn, DEFAULT, D, "review"),
    row("antiplatelet-on-list", "antiplatelet", Warn, DEFAULT, D, "review"),
    row("cannabis-on-list", "cannabis", Warn, DEFAULT, D, "dosing-day"),
    row(
        "lithium-on-list",
        "lithium",
        Inform,
        "Veraart 2021: no significant interaction found",
        S,
        "taken-now",
    ),
    row("olanzapine-on-list", "olanzapine", Inform, "Veraart 2021: one study", S, "taken-now"),
    row("antipsychotic-on-list", "antipsychotic", Inform, DEFAULT, D, "mental-state"),
    row("valproate-on-list", "valproate", Inform, DEFAULT, D, "taken-now"),
    row("ssri-on-list", "ssri", Inform, ANDRADE, S, "taken-now"),
    row("snri-on-list", "snri", Inform, "Andrade 2017: watch blood pressure", S, "pressure-closer"),
    row("bupropion-on-list", "bupropion", Inform, "Andrade 2017: watch blood pressure", S, "pressure-closer"),
    row("tricyclic-on-list", "tricyclic", Inform, ANDRADE, S, "taken-now"),
    row("antidepressant-on-list", "antidepressant", Inform, ANDRADE, S, "taken-now"),
    row("alpha-2-agonist-on-list", "alpha-2-agonist", Inform, UNVERIFIED, M, "keep-taking"),
    row("beta-blocker-on-list", "beta-blocker", Inform, UNVERIFIED, M, "keep-taking"),
    row("prazosin-on-list", "prazosin", Inform, UNVERIFIED, M, "keep-taking"),
    row("antihypertensive-on-list", "antihypertensive", Inform, UNVERIFIED, M, "keep-taking"),
    row("glp-1-agonist-on-list", "glp-1-agonist", Inform, UNVERIFIED, M, "longer-fast"),
];

/// What every protocol has asked.
pub(super) fn opioids(known: &Known<'_>) -> Vec<Flag> {
    flag(&OPIOID, known).into_iter().collect()
}

/// The rest of the table.
pub(super) fn flags(known: &Known<'_>) -> Vec<Flag> {
    TABLE.iter().filter_map(|row| flag(row, known)).collect()
}

/// The names of the rules of this table.
pub(super) fn rules() -> impl Iterator<Item = &'static str> {
    std::iter::once(&OPIOID).chain(&TABLE).map(|row| row.rule)
}

fn flag(row: &Row, known: &Known<'_>) -> Option<Flag> {
    let mut present = known.present(row.concept);
    present.retain(|known| known.fact.kind == FactKind::Medicine);
    let stated = present.iter().any(|fact| fact.status == FactStatus::Active);
    let class_alone = row.by_class && !present.iter().any(|fact| fact.reading.says("measured"));
    (!present.is_empty()).then(|| Flag {
        rule: row.rule.to_owned(),
        level: row.level,
        clears_by: ClearsBy::Decision,
        concept: row.concept.to_owned(),
        because: present.iter().map(|fact| known.because(fact)).collect(),
        limit: None,
        source: if class_alone { DEFAULT.to_owned() } else { row.source.to_owned() },
        certainty: if class_alone { D } else { row.certainty },
        qualifier: if stated { Qualifier::Stated } else { Qualifier::Unknown },
        resolves: Some(Ask(row.ask).words().to_owned()),
    })
}
