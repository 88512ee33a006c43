//! Reads concept files.

use thiserror::Error;

use super::index::STEM_BYTES_MIN;
use super::normal::{Phrase, Written, normal_code};
use super::{CodePattern, Concept, ConceptId};
use crate::health_history::{CodeSystem, FactKind};

/// What is wrong with a concept file.
#[derive(Debug, PartialEq, Eq, Error)]
#[error("line {line}: {what}")]
pub(super) struct Fault {
    /// Line of the file, from 1.
    pub(super) line: usize,
    /// What is wrong there.
    pub(super) what: &'static str,
}

/// Reads every concept of a file.
pub(super) fn concepts(text: &'static str) -> Result<Vec<Concept>, Fault> {
    let mut concepts: Vec<Concept> = vec![];
    for (index, line) in text.lines().enumerate() {
        let fault = |what| Fault { line: index + 1, what };
        let line = line.split('#').next().unwrap_or_default().trim();
        let Some((keyword, rest)) = line.split_once(char::is_whitespace) else {
            if line.is_empty() {
                continue;
            }
            return Err(fault("a keyword needs something after it"));
        };
        if keyword == "concept" || keyword == "mark" {
            let mut concept = begin(rest).map_err(fault)?;
            concept.is_mark = keyword == "mark";
            concepts.push(concept);
        } else {
            let concept = concepts.last_mut().ok_or(fault("no concept has begun"))?;
            add(concept, keyword, rest).map_err(fault)?;
        }
    }
    Ok(concepts)
}

fn begin(rest: &'static str) -> Result<Concept, &'static str> {
    let (id, kinds) = rest.split_once(':').ok_or("expected `concept name : kind`")?;
    let kinds: Option<Vec<FactKind>> = kinds.split_whitespace().map(kind).collect();
    let kinds = kinds.filter(|kinds| !kinds.is_empty()).ok_or("not a kind of fact")?;
    Ok(Concept {
        id: ConceptId(id.trim()),
        kinds,
        codes: vec![],
        words: vec![],
        unless: vec![],
        without: vec![],
        of_relative: false,
        is_mark: false,
    })
}

fn kind(word: &str) -> Option<FactKind> {
    use FactKind::{Allergy, Condition, FamilyHistory, Medicine, Observation, Pregnancy, Procedure};
    [Allergy, Condition, FamilyHistory, Medicine, Observation, Pregnancy, Procedure]
        .into_iter()
        .find(|kind| kind.word() == word)
}

fn add(concept: &mut Concept, keyword: &str, rest: &str) -> Result<(), &'static str> {
    let system = match keyword {
        "words" => return phrases(&mut concept.words, rest),
        "unless" => return phrases(&mut concept.unless, rest),
        "without" => return phrases(&mut concept.without, rest),
        "of" if rest.trim() == "relative" => {
            concept.of_relative = true;
            return Ok(());
        }
        "snomed" => CodeSystem::Snomed,
        "icd10" => CodeSystem::Icd10,
        "icd9" => CodeSystem::Icd9,
        "rxnorm" => CodeSystem::RxNorm,
        "loinc" => CodeSystem::Loinc,
        "atc" => CodeSystem::Atc,
        _ => return Err("not a keyword"),
    };
    let codes = rest.split_whitespace().map(pattern);
    concept.codes.extend(codes.map(|pattern| (system.clone(), pattern)));
    Ok(())
}

fn phrases(known: &mut Vec<Phrase>, rest: &str) -> Result<(), &'static str> {
    for written in rest.split('|') {
        let phrase = Phrase::new(written);
        match phrase.first() {
            None => return Err("an empty phrase"),
            Some(Written::Stem(stem)) if stem.len() < STEM_BYTES_MIN => {
                return Err("a stem needs three letters");
            }
            Some(_) => known.push(phrase),
        }
    }
    Ok(())
}

fn pattern(code: &str) -> CodePattern {
    match code.strip_suffix('*') {
        Some(start) => CodePattern::BeginsWith(normal_code(start)),
        None => CodePattern::Is(normal_code(code)),
    }
}
