//! What codes and words mean: concepts, kept as data.
//!
//! A concept file is read line by line; `#` begins a comment.
//!
//! ```text
//! concept opioid : medicine        what facts of that kind may be understood as
//! mark severe : condition          a qualifier: read beside concepts, no concept itself
//! rxnorm 7804 5489                 codes; `N02A*` is every code that begins so
//! words oxycodon* | ms contin      words of the record, in any case, whole unless `*`
//! unless pulmonary hypertension    a longer phrase around the words that means something else
//! without cream                    words in whose sentence the words above do not count
//! of relative                      the words count where they are said of a relative
//! ```
//!
//! A code always counts. Words count where the text says them of the person and as so
//! (`sentence`).

mod index;
mod misspelt;
mod normal;
mod parse;
mod sentence;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::LazyLock;

use index::Index;
use normal::{Phrase, Words};
pub(crate) use sentence::Tense;
use sentence::{Sentence, of_farther_kin_alone, sentences};

use crate::health_history::{CodeSystem, Fact, FactKind};

macro_rules! files {
    ($($name:literal),+ $(,)?) => { [$(($name, include_str!(concat!("concepts/", $name)))),+] };
}

/// The shipped concept files.
const FILES: [(&str, &str); 10] = files![
    "circulation.txt",
    "brain.txt",
    "mind.txt",
    "substances.txt",
    "body.txt",
    "medicines.txt",
    "medicines-mind.txt",
    "medicines-body.txt",
    "measurements.txt",
    "marks.txt",
];

static CONCEPTS: LazyLock<Vec<Concept>> = LazyLock::new(|| {
    let parsed = FILES.iter().map(|(name, text)| parse::concepts(text).map_err(|fault| (name, fault)));
    let parsed: Result<Vec<_>, _> = parsed.collect();
    parsed.expect("the shipped files are parsed by a test").concat()
});

static INDEX: LazyLock<Index> = LazyLock::new(|| Index::new(&CONCEPTS));

/// Whole texts that surely say nothing for or against a dose.
static NO_BEARING: LazyLock<BTreeSet<String>> = LazyLock::new(|| {
    let lines = include_str!("concepts/no-bearing.txt").lines().map(str::trim);
    lines.filter(|line| !line.is_empty() && !line.starts_with('#')).map(plain).collect()
});

/// The lasting name of a concept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ConceptId(pub &'static str);

/// One concept: the codes and words that mean it.
#[derive(Clone, Debug)]
struct Concept {
    id: ConceptId,
    kinds: Vec<FactKind>,
    codes: Vec<(CodeSystem, CodePattern)>,
    words: Vec<Phrase>,
    unless: Vec<Phrase>,
    without: Vec<Phrase>,
    of_relative: bool,
    is_mark: bool,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum CodePattern {
    Is(String),
    BeginsWith(String),
}

/// What a fact is understood as.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Reading {
    /// Its concepts, in the order of the files, and how the text stands in time to each.
    pub(super) concepts: BTreeMap<usize, (ConceptId, Tense)>,
    /// Qualifiers that the text states.
    pub(super) marks: Vec<&'static str>,
    /// Whether a word was read as another that is written nearly so.
    misspelt: bool,
}

impl Reading {
    /// How the text stands in time to the concept, where it claims the fact.
    pub(super) fn tense(&self, concept: &str) -> Option<Tense> {
        self.concepts.values().filter(|(id, _)| id.0 == concept).map(|(_, tense)| *tense).min()
    }

    /// The names of its concepts, each once.
    pub(super) fn ids(&self) -> Vec<ConceptId> {
        let mut ids: Vec<ConceptId> = Vec::new();
        for (id, _) in self.concepts.values() {
            if !ids.contains(id) {
                ids.push(*id);
            }
        }
        ids
    }

    /// Whether a person must read the text all the same: it has two readings, or a slip of the pen in it.
    pub(super) fn is_doubtful(&self) -> bool {
        self.says("ambiguous") || self.misspelt
    }

    /// Whether a concept claims the fact, and its words leave no doubt which; else a person must read it.
    pub(super) fn is_understood(&self) -> bool {
        !self.concepts.is_empty() && !self.is_doubtful()
    }

    /// Whether the text states the qualifier.
    pub(super) fn says(&self, mark: &str) -> bool {
        self.marks.contains(&mark)
    }
}

/// Every concept that claims the fact, in the order of the files.
pub fn concepts_of(fact: &Fact) -> Vec<ConceptId> {
    read(fact).ids()
}

/// Whether the fact is understood; else it is listed, and a person must read it.
pub fn understands(fact: &Fact) -> bool {
    read(fact).is_understood()
}

/// Reads a fact's codes and words.
pub(super) fn read(fact: &Fact) -> Reading {
    let mut reading = Reading::default();
    let finding_codes = fact.finding.iter().flat_map(|finding| &finding.codes);
    for code in fact.codes.iter().chain(finding_codes) {
        for number in INDEX.of_code(code) {
            reading.take(number, fact.kind, Tense::Now);
        }
    }
    let mut sentences: Vec<Sentence> = texts_of(fact).flat_map(sentences).collect();
    sentences.iter_mut().for_each(Sentence::put_right);
    // Of a measurement `negative` is the result, and not a denial that it was done.
    let may_be_denied = fact.kind != FactKind::Observation;
    let farther_kin_alone = of_farther_kin_alone(&sentences);
    for sentence in &sentences {
        for (place, said) in sentence.said.iter().enumerate() {
            INDEX.at(&CONCEPTS, &sentence.words, place, |number, length| {
                let concept = &CONCEPTS[number];
                let of_relative = said.of_relative || fact.kind == FactKind::FamilyHistory;
                let is_of_whom_it_must_be =
                    of_relative == concept.of_relative && !(concept.of_relative && farther_kin_alone);
                let is_denied = said.not_so && may_be_denied;
                let is_meant = is_of_whom_it_must_be && !is_denied;
                let otherwise = || concept.means_otherwise(&sentence.words, place..place + length);
                if is_meant && !otherwise() {
                    reading.take(number, fact.kind, said.tense);
                    reading.misspelt |=
                        sentence.misspelt.iter().any(|at| (place..place + length).contains(at));
                }
            });
        }
    }
    reading
}

/// Whether the whole text is one of those that surely say nothing for or against a dose.
pub(super) fn has_no_bearing(fact: &Fact) -> bool {
    NO_BEARING.contains(&plain(&fact.text))
}

/// The text as its bare words, without the kind that SNOMED CT writes behind it.
fn plain(text: &str) -> String {
    let text = text.trim();
    let kinds = ["(finding)", "(procedure)", "(situation)", "(physical object)"];
    let bare = kinds.iter().find_map(|kind| text.strip_suffix(kind)).unwrap_or(text);
    Words::new(bare).0.join(" ")
}

/// All that a record says of a fact in words: its text, its codes' names, what it is made of.
fn texts_of(fact: &Fact) -> impl Iterator<Item = &str> {
    let displays = fact.codes.iter().filter_map(|code| code.display.as_deref());
    let details = fact
        .details
        .iter()
        .filter(|detail| matches!(detail.name.as_str(), "ingredient" | "relationship" | "severity"));
    std::iter::once(fact.text.as_str()).chain(displays).chain(details.map(|detail| detail.text.as_str()))
}

impl Reading {
    fn take(&mut self, number: usize, kind: FactKind, tense: Tense) {
        let concept = &CONCEPTS[number];
        if !concept.kinds.contains(&kind) {
            return;
        }
        if concept.is_mark {
            if !self.says(concept.id.0) {
                self.marks.push(concept.id.0);
            }
            return;
        }
        let known = self.concepts.entry(number).or_insert((concept.id, tense));
        known.1 = known.1.min(tense);
    }
}

impl Concept {
    /// Whether a phrase of `unless` lies over the words, or one of `without` in their sentence.
    fn means_otherwise(&self, words: &Words, matched: std::ops::Range<usize>) -> bool {
        let lies_over = |phrase: &Phrase| {
            let first = matched.start.saturating_sub(phrase.len() - 1);
            (first..matched.end).any(|place| phrase.is_at(words, place))
        };
        self.unless.iter().any(lies_over) || self.without.iter().any(|phrase| phrase.is_in(words))
    }
}

/// Every name that a concept of the shipped files has.
pub fn concept_names() -> Vec<&'static str> {
    let mut names: Vec<&'static str> = Vec::new();
    for concept in CONCEPTS.iter().filter(|concept| !concept.is_mark) {
        if !names.contains(&concept.id.0) {
            names.push(concept.id.0);
        }
    }
    names
}

#[cfg(test)]
mod tests;
