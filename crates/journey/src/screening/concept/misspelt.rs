//! Words with one letter wrong, missing or too many, or two of them changed about.
//!
//! A record in free text writes `aneurism` and `schizofrenia`. Such a word is read as the one it must
//! have meant, and the fact is listed for a person all the same. Only long words are: short ones lie too
//! near to each other. The first letter must be right, as it nearly always is.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::CONCEPTS;
use super::normal::Written;

/// Letters that a word has at least.
const LETTERS_MIN: usize = 7;

/// The words of all concepts, by their first letter.
///
/// Qualifiers are left out: what they make milder must not be made so by a slip of the pen.
static KNOWN: LazyLock<BTreeMap<u8, Vec<Written<'static>>>> = LazyLock::new(|| {
    let mut known: BTreeMap<u8, Vec<Written<'static>>> = BTreeMap::new();
    let concepts = CONCEPTS.iter().filter(|concept| !concept.is_mark);
    for written in concepts.flat_map(|concept| &concept.words).flat_map(super::Phrase::written) {
        if let Some(first) = written.text().bytes().next() {
            known.entry(first).or_default().push(written);
        }
    }
    known.values_mut().for_each(|words| {
        words.sort_unstable();
        words.dedup();
    });
    known
});

/// Words that are no slip of the pen, though they lie near a word of a concept.
static THEMSELVES: LazyLock<Vec<&'static str>> = LazyLock::new(|| {
    let lines = include_str!("../concepts/near-words.txt").lines().filter(|line| !line.starts_with('#'));
    lines.flat_map(str::split_whitespace).collect()
});

/// The word that was meant, or the stem of it; none where the word is known, or like no other.
pub(super) fn meant(word: &str) -> Option<&'static str> {
    would_mean(word).filter(|_| !THEMSELVES.contains(&word))
}

/// As [`meant`], also of a word that is itself.
pub(super) fn would_mean(word: &str) -> Option<&'static str> {
    if word.len() < LETTERS_MIN || !word.bytes().all(|byte| byte.is_ascii_alphabetic()) {
        return None;
    }
    let like = KNOWN.get(word.as_bytes().first()?)?;
    let is_known = like.iter().any(|written| match written {
        Written::Word(known) => *known == word,
        Written::Stem(stem) => word.starts_with(stem),
    });
    if is_known {
        return None;
    }
    let long = like.iter().filter(|written| written.text().len() >= LETTERS_MIN);
    long.copied().find(|written| is_one_off(word.as_bytes(), *written)).map(|written| written.text())
}

/// All words that lie near others and are themselves.
#[cfg(test)]
pub(super) fn themselves() -> impl Iterator<Item = &'static str> {
    THEMSELVES.iter().copied()
}

/// Whether one slip of the pen makes the word of the known one.
fn is_one_off(word: &[u8], known: Written<'_>) -> bool {
    let text = known.text().as_bytes();
    let same = word.iter().zip(text).take_while(|(one, other)| one == other).count();
    let (word, text) = (word.get(same..).unwrap_or_default(), text.get(same..).unwrap_or_default());
    let goes_on_as = |word_from: usize, text_from: usize| {
        let (Some(word), Some(text)) = (word.get(word_from..), text.get(text_from..)) else { return false };
        match known {
            Written::Word(_) => word == text,
            Written::Stem(_) => word.starts_with(text),
        }
    };
    let is_changed_about = || matches!((word, text), ([a, b, ..], [c, d, ..]) if a == d && b == c);
    goes_on_as(1, 1) || goes_on_as(0, 1) || goes_on_as(1, 0) || (is_changed_about() && goes_on_as(2, 2))
}
