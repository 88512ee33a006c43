//! Words and codes in the one form in which they are compared.

/// A text as its words: lower case, without accents, split at everything that is no letter or digit.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Words(pub(super) Vec<String>);

impl Words {
    pub(super) fn new(text: &str) -> Self {
        let folded: String = text.chars().flat_map(char::to_lowercase).map(without_accent).collect();
        let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        Self(words.map(str::to_owned).collect())
    }
}

/// Words that must stand one after the other; a word that ends in `*` may go on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Phrase(Vec<Part>);

#[derive(Clone, Debug, PartialEq, Eq)]
enum Part {
    Is(String),
    BeginsWith(String),
}

impl Phrase {
    pub(super) fn new(written: &str) -> Self {
        Self(written.split_whitespace().flat_map(parts).collect())
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many words it has.
    pub(super) fn len(&self) -> usize {
        self.0.len()
    }

    pub(super) fn is_in(&self, text: &Words) -> bool {
        (0..text.0.len()).any(|place| self.is_at(text, place))
    }

    /// Whether it begins at that word of the text.
    pub(super) fn is_at(&self, text: &Words, place: usize) -> bool {
        let Some(window) = text.0.get(place..place.saturating_add(self.0.len())) else { return false };
        !self.is_empty()
            && self.0.iter().zip(window).all(|(part, word)| match part {
                Part::Is(known) => known == word,
                Part::BeginsWith(start) => word.starts_with(start.as_str()),
            })
    }

    /// Its words, as they are written in the files.
    pub(super) fn written(&self) -> impl Iterator<Item = Written<'_>> {
        self.0.iter().map(|part| match part {
            Part::Is(word) => Written::Word(word),
            Part::BeginsWith(stem) => Written::Stem(stem),
        })
    }

    /// Its first word, as an index looks it up: whole, or the stem of a word that goes on.
    pub(super) fn first(&self) -> Option<Written<'_>> {
        self.written().next()
    }
}

/// A word of a phrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Written<'a> {
    /// The whole word.
    Word(&'a str),
    /// What the word begins with.
    Stem(&'a str),
}

impl<'a> Written<'a> {
    /// Its letters.
    pub(super) fn text(self) -> &'a str {
        match self {
            Self::Word(text) | Self::Stem(text) => text,
        }
    }
}

/// One written word, which may hold several (`co-codamol`).
fn parts(written: &str) -> Vec<Part> {
    let mut parts: Vec<Part> = Words::new(written).0.into_iter().map(Part::Is).collect();
    if let (true, Some(Part::Is(last))) = (written.ends_with('*'), parts.last().cloned()) {
        parts.pop();
        parts.push(Part::BeginsWith(last));
    }
    parts
}

/// A code as it is compared: `i10.9` and `I109` are the same.
pub(super) fn normal_code(code: &str) -> String {
    code.chars().filter(|c| !c.is_whitespace() && *c != '.').map(|c| c.to_ascii_uppercase()).collect()
}

/// The letter without its accent, for the accents of the languages of western Europe.
fn without_accent(letter: char) -> char {
    match letter {
        'à'..='å' => 'a',
        'è'..='ë' => 'e',
        'ì'..='ï' => 'i',
        'ò'..='ö' | 'ø' => 'o',
        'ù'..='ü' => 'u',
        'ç' => 'c',
        'ñ' => 'n',
        'ý' | 'ÿ' => 'y',
        other => other,
    }
}
