//! Where each phrase and code is looked up, so that a long record is read in one pass.

use std::collections::BTreeMap;

use super::normal::{Phrase, Words, Written, normal_code};
use super::{CodePattern, Concept};
use crate::health_history::{Code, CodeSystem};

/// How many letters a stem has at least; it is looked up by as many.
pub(super) const STEM_BYTES_MIN: usize = 3;

/// Concepts by the first word of what means them.
pub(super) struct Index {
    words: BTreeMap<String, Vec<Place>>,
    stems: BTreeMap<String, Vec<Place>>,
    codes: BTreeMap<(CodeSystem, String), Vec<usize>>,
    code_starts: Vec<(CodeSystem, String, usize)>,
}

#[derive(Clone, Copy)]
struct Place {
    concept: usize,
    phrase: usize,
}

impl Index {
    pub(super) fn new(concepts: &[Concept]) -> Self {
        let mut index = Index {
            words: BTreeMap::new(),
            stems: BTreeMap::new(),
            codes: BTreeMap::new(),
            code_starts: vec![],
        };
        for (number, concept) in concepts.iter().enumerate() {
            for (phrase_number, phrase) in concept.words.iter().enumerate() {
                index.add(phrase, Place { concept: number, phrase: phrase_number });
            }
            for (system, pattern) in &concept.codes {
                match pattern {
                    CodePattern::Is(code) => {
                        index.codes.entry((system.clone(), code.clone())).or_default().push(number);
                    }
                    CodePattern::BeginsWith(start) => {
                        index.code_starts.push((system.clone(), start.clone(), number));
                    }
                }
            }
        }
        index
    }

    fn add(&mut self, phrase: &Phrase, place: Place) {
        match phrase.first() {
            Some(Written::Word(word)) => self.words.entry(word.to_owned()).or_default().push(place),
            Some(Written::Stem(stem)) => {
                let key: String = stem.chars().take(STEM_BYTES_MIN).collect();
                self.stems.entry(key).or_default().push(place);
            }
            None => {}
        }
    }

    /// Calls `found` with each concept that has a phrase beginning at the word, and its length.
    pub(super) fn at(
        &self,
        concepts: &[Concept],
        words: &Words,
        place: usize,
        mut found: impl FnMut(usize, usize),
    ) {
        let word = &words.0[place];
        let stem: String = word.chars().take(STEM_BYTES_MIN).collect();
        let candidates = self.words.get(word).into_iter().chain(self.stems.get(&stem)).flatten();
        for candidate in candidates {
            let phrase = &concepts[candidate.concept].words[candidate.phrase];
            if phrase.is_at(words, place) {
                found(candidate.concept, phrase.len());
            }
        }
    }

    /// The concepts that have the code.
    pub(super) fn of_code(&self, code: &Code) -> Vec<usize> {
        let given = normal_code(&code.code);
        let starts = self
            .code_starts
            .iter()
            .filter(|(system, start, _)| *system == code.system && given.starts_with(start.as_str()));
        let mut found: Vec<usize> = starts.map(|(_, _, concept)| *concept).collect();
        found.extend(self.codes.get(&(code.system.clone(), given)).into_iter().flatten());
        found
    }
}
