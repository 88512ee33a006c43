//! Prints the safety case: every hazard, what stands against it, and what is still open.
//!
//! `make safety-case` keeps it as `target/safety-case.md`.

mod log;

use log::{Control, Hazard, Log};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let commit = std::env::args().nth(1).unwrap_or_else(|| "unknown".to_owned());
    print!("{}", rendered(&log::read()?, &commit));
    Ok(())
}

fn rendered(log: &Log, commit: &str) -> String {
    let parts = [front(log, commit), signatures(), open_risks(log), hazards(log)];
    parts.join("\n")
}

fn front(log: &Log, commit: &str) -> String {
    let controls = || log.hazard.iter().flat_map(|hazard| &hazard.control);
    let tested = controls().filter(|control| control.planned.is_none()).count();
    let tests: usize = controls().map(|control| control.tests.len()).sum();
    format!(
        "# Safety case\n\n\
         Kapok {}, commit {commit}. Made from `docs/safety/hazards.toml`; not to be edited.\n\n\
         **No clinical safety officer has signed this.** The hazards, their severity and their \
         likelihood are proposals of the people who build Kapok. It has not been assessed or cleared \
         as a medical device, and is not to be used in the care of real people before the signatures \
         below are given.\n\n\
         {} hazards, {} controls, of which {tested} are held by {tests} tests and {} are planned. The \
         tests ran with this commit if `make test` did; a control whose test is gone fails the build.\n",
        env!("CARGO_PKG_VERSION"),
        log.hazard.len(),
        controls().count(),
        controls().count() - tested,
    )
}

/// What a person must still put their name to.
fn signatures() -> String {
    let asked = [
        "Each hazard, its severity and its likelihood are right, and none is missing.",
        "What stands against each is enough, and what remains is acceptable.",
        "The open risks below are accepted, or use waits until they are closed.",
        "The protocol's figures are those of the practice that signs it.",
    ];
    let rows: String = asked.iter().map(|words| format!("| {words} | | |\n")).collect();
    format!(
        "## To be signed by a clinical safety officer\n\n| what | name, standing | date |\n|---|---|---|\n{rows}"
    )
}

fn open_risks(log: &Log) -> String {
    let mut open: Vec<(&Hazard, &Control)> = log
        .hazard
        .iter()
        .flat_map(|hazard| hazard.control.iter().map(move |control| (hazard, control)))
        .filter(|(_, control)| control.planned.is_some())
        .collect();
    open.sort_by_key(|(hazard, _)| (hazard.severity, hazard.likelihood));
    let rows: String = open
        .iter()
        .map(|(hazard, control)| {
            let why = control.planned.as_deref().unwrap_or_default();
            let grave = if hazard.is_grave() { "grave" } else { "" };
            format!("| {} {} | {grave} | {} | {why} |\n", hazard.id, hazard.title, control.what)
        })
        .collect();
    format!(
        "## Open risks, the gravest first\n\n| hazard | | what is planned | why it is not there |\n|---|---|---|---|\n{rows}"
    )
}

fn hazards(log: &Log) -> String {
    let all: Vec<String> = log.hazard.iter().map(hazard).collect();
    format!("## Hazards\n\n{}", all.join("\n"))
}

fn hazard(hazard: &Hazard) -> String {
    let controls: String = hazard.control.iter().map(control).collect();
    format!(
        "### {} {}\n\nCause: {}\n\nHarm: {}\n\nAs if nothing stood against it: severity {}, likelihood {}.\n\n{controls}",
        hazard.id,
        hazard.title,
        hazard.cause,
        hazard.harm,
        in_words(&format!("{:?}", hazard.severity)),
        in_words(&format!("{:?}", hazard.likelihood)),
    )
}

fn control(control: &Control) -> String {
    let tests: String = control.tests.iter().map(|test| format!("  - `{test}`\n")).collect();
    let planned = control.planned.as_ref().map(|why| format!("  - planned: {why}\n"));
    format!("- {}\n{tests}{}", control.what, planned.unwrap_or_default())
}

/// `VeryHigh` as people write it.
fn in_words(name: &str) -> String {
    let spaced = name.char_indices().flat_map(|(at, letter)| {
        let gap = (at > 0 && letter.is_uppercase()).then_some(' ');
        gap.into_iter().chain(letter.to_lowercase())
    });
    spaced.collect()
}
