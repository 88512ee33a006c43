//! What codes and words mean: concepts, kept as data.
//!
//! A concept file is read line by line; `#` begins a comment.
//!
//! ```text
//! concept opioid : medicine        what facts of that kind may be understood as
//! rxnorm 7804 5489                 codes; `N02A*` is every code that begins so
//! words oxycodon* | ms contin      words of the record, in any case, whole unless `*`
//! unless pulmonary                 words beside which the words above mean something else
//! ```
//!
//! A code always counts; `unless` speaks of words alone.

mod normal;
mod parse;

use std::sync::LazyLock;

pub(crate) use normal::Words;
use normal::{Phrase, normal_code};

use crate::health_history::{Code, CodeSystem, Fact, FactKind};

/// The shipped concept files.
const FILES: [(&str, &str); 2] = [
    ("medicines.txt", include_str!("concepts/medicines.txt")),
    ("circulation.txt", include_str!("concepts/circulation.txt")),
];

static CONCEPTS: LazyLock<Vec<Concept>> = LazyLock::new(|| {
    let parsed = FILES.iter().map(|(name, text)| parse::concepts(text).map_err(|fault| (name, fault)));
    let parsed: Result<Vec<_>, _> = parsed.collect();
    parsed.expect("the shipped files are parsed by a test").concat()
});

/// Words that turn a diagnosis into its absence, or into somebody else's.
const NOT_THE_PERSON_OR_NOT_SO: [&str; 8] =
    ["family history", "no history", "no evidence", "denies", "ruled out", "fh", "negative for", "mother"];

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
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum CodePattern {
    Is(String),
    BeginsWith(String),
}

/// Every concept that claims the fact, in the order of the files.
pub fn concepts_of(fact: &Fact) -> Vec<ConceptId> {
    let texts = texts_of(fact);
    let negated = fact.kind == FactKind::Condition && says_otherwise(&texts);
    let finding_codes = fact.finding.iter().flat_map(|finding| &finding.codes);
    let codes: Vec<&Code> = fact.codes.iter().chain(finding_codes).collect();
    let claims = |concept: &&Concept| {
        concept.kinds.contains(&fact.kind)
            && (codes.iter().any(|code| concept.has_code(code))
                || (!negated && texts.iter().any(|text| concept.has_words(text))))
    };
    CONCEPTS.iter().filter(claims).map(|concept| concept.id).collect()
}

/// All the words that a record gives for a fact: its text, its codes' names, its ingredients.
fn texts_of(fact: &Fact) -> Vec<Words> {
    let displays = fact.codes.iter().filter_map(|code| code.display.as_deref());
    let ingredients = fact.details.iter().filter(|detail| detail.name == "ingredient");
    let ingredients = ingredients.map(|detail| detail.text.as_str());
    std::iter::once(fact.text.as_str()).chain(displays).chain(ingredients).map(Words::new).collect()
}

fn says_otherwise(texts: &[Words]) -> bool {
    NOT_THE_PERSON_OR_NOT_SO.iter().any(|said| texts.iter().any(|text| Phrase::new(said).is_in(text)))
}

impl Concept {
    fn has_code(&self, code: &Code) -> bool {
        let given = normal_code(&code.code);
        self.codes.iter().any(|(system, pattern)| {
            *system == code.system
                && match pattern {
                    CodePattern::Is(known) => *known == given,
                    CodePattern::BeginsWith(start) => given.starts_with(start),
                }
        })
    }

    fn has_words(&self, text: &Words) -> bool {
        self.words.iter().any(|phrase| phrase.is_in(text))
            && !self.unless.iter().any(|phrase| phrase.is_in(text))
    }
}

#[cfg(test)]
mod tests;
