//! Writes `docs/reference/screening.md`: what a screening found, missed and did not understand in
//! the records that others made and in those of our own.
//!
//! ```sh
//! cargo run --release -p fhir --example screened_records > docs/reference/screening.md
//! ```

mod compare;
mod expectation;
mod records;

use std::fmt::Write;
use std::process::ExitCode;

use compare::{Comparison, Difference, Tally, What, sum};
use journey::screening::FlagLevel;
use records::{Record, Set, records};

fn main() -> ExitCode {
    match records() {
        Ok(records) => {
            print!("{}", page(&records));
            ExitCode::SUCCESS
        }
        Err(fault) => {
            eprintln!("{fault}");
            ExitCode::FAILURE
        }
    }
}

const HEAD: &str = "\
# What a screening finds

Made by `cargo run --release -p fhir --example screened_records > docs/reference/screening.md`; do not edit.

Two sets of records are screened as of the day their expectation names. What must be found was
written from the clinical rules and the records, before anything was screened
(`testdata/expected/README.md`). A test holds the screening to it: every blocker must fire, and at
least 95 of 100 claims must be right. All people are synthetic: what follows says how the rules read
such records, and nothing about real ones.
";

fn page(records: &[Record]) -> String {
    let mut page = HEAD.to_owned();
    for (set, title) in [(Set::OfOthers, "Records that others made"), (Set::Own, "Records of our own")] {
        let of_set = || records.iter().filter(|record| record.set == set);
        let comparison = Comparison::of(of_set());
        page += &format!("\n## {title}: {} people\n\n", of_set().count());
        totals(&mut page, &comparison);
        if set == Set::OfOthers {
            found_in(&mut page, of_set());
        }
        concepts(&mut page, &comparison);
        differences(&mut page, &comparison.differences);
    }
    page
}

fn totals(page: &mut String, comparison: &Comparison) {
    *page += "| | found | missed | wrong | precision | recall |\n|---|--:|--:|--:|--:|--:|\n";
    row(page, "facts understood", sum(&comparison.facts));
    row(page, "blockers", sum(&comparison.blockers));
}

fn row(page: &mut String, name: &str, tally: Tally) {
    let Tally { found, missed, wrong } = tally;
    let (precision, recall) = (tally.precision() * 100.0, tally.recall() * 100.0);
    // Writing to a string does not fail.
    let _ = writeln!(page, "| {name} | {found} | {missed} | {wrong} | {precision:.1} % | {recall:.1} % |");
}

fn found_in<'a>(page: &mut String, records: impl Iterator<Item = &'a Record>) {
    *page += "\n| record | what it is | blocks | warns | informs | missing | not understood | implausible |\n|---|---|---|---|---|---|--:|--:|\n";
    for record in records {
        let screening = &record.screening;
        let flags = |level: FlagLevel| {
            let rules =
                screening.flags.iter().filter(|flag| flag.level == level).map(|flag| flag.rule.as_str());
            rules.collect::<Vec<_>>().join(", ")
        };
        let missing: Vec<&str> = screening.missing.iter().map(|item| item.item.as_str()).collect();
        let _ = writeln!(
            page,
            "| {} | {} | {} | {} | {} | {} | {} | {} |",
            record.name,
            record.expectation.why,
            flags(FlagLevel::Block),
            flags(FlagLevel::Warn),
            flags(FlagLevel::Inform),
            missing.join(", "),
            screening.not_understood.len(),
            screening.implausible.len()
        );
    }
}

fn concepts(page: &mut String, comparison: &Comparison) {
    *page += "\n| concept | found | missed | wrong | precision | recall |\n|---|--:|--:|--:|--:|--:|\n";
    for (concept, tally) in &comparison.facts {
        row(page, &concept.replace('|', " or "), *tally);
    }
}

fn differences(page: &mut String, differences: &[Difference]) {
    if differences.is_empty() {
        *page += "\nNothing differs from what was expected.\n";
        return;
    }
    *page += "\n| what differs | concept | record | words | known |\n|---|---|---|---|---|\n";
    let mut differences: Vec<&Difference> = differences.iter().collect();
    differences.sort_by_key(|difference| (difference.what, &difference.concept));
    for Difference { record, concept, what, words, known } in differences {
        let (what, concept) = (words_of(*what), concept.replace('|', " or "));
        let known = known.as_deref().unwrap_or_default();
        let _ = writeln!(page, "| {what} | {concept} | {record} | {words} | {known} |");
    }
}

fn words_of(what: What) -> &'static str {
    match what {
        What::BlockMissed => "a block did not fire",
        What::BlockWrong => "a block fired that should not",
        What::FactMissed => "a fact was not understood so",
        What::FactWrong => "a fact was understood wrongly",
        What::WarningMissed => "a warning did not come",
        What::NotListed => "not listed as not understood",
        What::NotImplausible => "not listed as implausible",
        What::NotMissing => "not named as missing",
    }
}
