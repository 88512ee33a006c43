//! A medicine or supplement that the client says was begun, stopped or changed, as facts of the history:
//! at a check-in, or at the door of a session.
//!
//! Each thing that was named is a fact of its own, so that one which no rule understands does not
//! hide behind one which a rule does. Whether it was begun or stopped the words may say and may
//! not: the fact leaves it open, and what is open counts as what may be so.

use jiff::civil::Date;

use super::{CheckInId, Item, YesOrNo};
use crate::case::{At, Case};
use crate::event::Who;
use crate::health_history::{Detail, Fact, FactId, FactKind, FactStatus, Origin, PartialDate, Provenance};
use crate::history;
use crate::id::SessionId;

/// Things that one answer may name; what comes after them stays together as the last.
pub(super) const NAMED_MAX: usize = 20;

/// What the record says where the client said yes, and not which.
const NOT_SAID_WHICH: &str = "Begun, stopped or changed: not said which";

/// Begins the name of every fact that a check-in told.
const PREFIX: &str = "check-in/";
/// Begins the name of every fact that was told when a session began.
const VISIT: &str = "visit/";
/// What somebody writes who means that nothing has changed.
const NOTHING: [&str; 12] = [
    "no",
    "none",
    "nothing",
    "no change",
    "no changes",
    "unchanged",
    "nothing new",
    "n/a",
    "nada",
    "ninguno",
    "ninguna",
    "sin cambios",
];

/// Whether words say that something has changed.
pub(crate) fn says_a_change(words: &str) -> bool {
    let plain = words.trim().trim_end_matches('.').to_lowercase();
    !plain.is_empty() && !NOTHING.contains(&plain.as_str())
}

/// The facts of what was said of medicines when a session began, after those that were said before.
pub(crate) fn told_at_the_door(
    case: &Case,
    session: SessionId,
    words: &str,
    at: &At<'_>,
) -> Vec<history::Event> {
    if !says_a_change(words) {
        return Vec::new();
    }
    let prefix = format!("{VISIT}{session}/");
    let before = case.history.facts.iter().filter(|fact| fact.id.0.starts_with(&prefix)).count();
    let (names, today) = (named(Some(words)), at.practice.date_at(at.now));
    let facts = (before + 1..).zip(&names).map(|(number, name)| {
        let id = FactId(format!("{prefix}{}/{number}", Item::MedicineChanged.name()));
        let fact = fact(id, name, at.by, today, "medicine-session");
        Fact { details: details(Some(words), names.len()), ..fact }
    });
    facts.map(|fact| history::Event::FactToldByHand { fact: Box::new(fact) }).collect()
}

impl CheckInId {
    /// The check-in at which a fact was told, where one was.
    pub fn of_fact(fact: &FactId) -> Option<Self> {
        let mut parts = fact.0.strip_prefix(PREFIX)?.split('/');
        Some(Self { session: parts.next()?.parse().ok()?, day: parts.next()?.parse().ok()? })
    }

    fn fact_id(self, number: usize) -> FactId {
        let (Self { session, day }, item) = (self, Item::MedicineChanged.name());
        FactId(format!("{PREFIX}{session}/{day}/{item}/{number}"))
    }
}

/// The facts of a yes; what an earlier answer of the same check-in named and this one does not is
/// taken back. A no names nothing.
pub(super) fn told(
    case: &Case,
    check_in: CheckInId,
    says: YesOrNo,
    which: Option<&str>,
    at: &At<'_>,
) -> Vec<history::Event> {
    let today = at.practice.date_at(at.now);
    let names = if says == YesOrNo::Yes { named(which) } else { Vec::new() };
    let facts = (1..).zip(&names).map(|(number, name)| {
        let fact = fact(check_in.fact_id(number), name, at.by, today, "check-in");
        Fact { details: details(which, names.len()), ..fact }
    });
    let taken_back = (names.len() + 1..=NAMED_MAX).filter_map(|number| {
        let id = check_in.fact_id(number);
        let known = case.history.facts.iter().find(|fact| fact.id == id)?;
        Some(Fact { status: FactStatus::EnteredInError, ..known.clone() })
    });
    let known =
        |fact: &Fact| case.history.facts.iter().any(|one| one.id == fact.id && one.says_the_same(fact));
    let new = facts.chain(taken_back).filter(|fact| !known(fact));
    new.map(|fact| history::Event::FactToldByHand { fact: Box::new(fact) }).collect()
}

fn fact(id: FactId, name: &str, by: Who, today: Date, document: &str) -> Fact {
    let origin = if by == Who::Client { Origin::Answer } else { Origin::ByHand };
    Fact {
        id,
        kind: FactKind::Medicine,
        text: name.to_owned(),
        codes: Vec::new(),
        status: FactStatus::Unknown,
        date: None,
        end: None,
        last_confirmed: Some(PartialDate::from(today)),
        value: None,
        finding: None,
        details: Vec::new(),
        provenance: Provenance { origin, document: Some(document.to_owned()), resource: None },
    }
}

/// The whole of what was said, beside each of several that it names.
fn details(which: Option<&str>, names: usize) -> Vec<Detail> {
    let whole = which.filter(|_| names > 1);
    whole.map(|text| Detail { name: "own_words".to_owned(), text: text.to_owned() }).into_iter().collect()
}

/// What the words name, one by one; `0,5 mg` and `St. John's wort` stay whole.
fn named(which: Option<&str>) -> Vec<String> {
    let Some(words) = which else { return vec![NOT_SAID_WHICH.to_owned()] };
    let mut names: Vec<String> = pieces(words).iter().flat_map(|piece| without_and(piece)).collect();
    if names.is_empty() {
        return vec![words.to_owned()];
    }
    if names.len() > NAMED_MAX {
        let rest = names.split_off(NAMED_MAX - 1).join(", ");
        names.push(rest);
    }
    names
}

/// The words cut where one thing ends and the next begins.
fn pieces(words: &str) -> Vec<String> {
    let mut pieces = vec![String::new()];
    let mut before = ' ';
    let mut characters = words.chars().peekable();
    while let Some(character) = characters.next() {
        let last = pieces.last_mut().expect("there is always one");
        let next = characters.peek().copied().unwrap_or(' ');
        let ends = match character {
            ';' | '+' | '&' => true,
            ',' => !(before.is_ascii_digit() && next.is_ascii_digit()),
            '.' => next.is_whitespace() && !is_saint(last),
            _ => false,
        };
        if ends {
            pieces.push(String::new())
        } else {
            last.push(character)
        }
        before = character;
    }
    pieces
}

fn is_saint(written: &str) -> bool {
    written.rsplit(' ').next().is_some_and(|word| word.eq_ignore_ascii_case("st"))
}

/// A piece cut at its *and*, in English and in Spanish.
fn without_and(piece: &str) -> Vec<String> {
    let words: Vec<&str> = piece.split_whitespace().collect();
    let parts = words.split(|word| matches!(word.to_lowercase().as_str(), "and" | "y" | "e"));
    parts.filter(|part| !part.is_empty()).map(|part| part.join(" ")).collect()
}

#[cfg(test)]
mod tests;
