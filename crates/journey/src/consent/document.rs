//! Consent documents as versioned data: numbered clauses in more than one language.

/// One version of a document; a signed version never changes, a new wording is a new id.
#[derive(Debug, PartialEq, Eq)]
pub struct Document {
    /// The version's lasting name.
    pub id: &'static str,
    /// Its clauses; a clause's number is its place here, from 1.
    pub clauses: &'static [Clause],
}

/// One clause.
#[derive(Debug, PartialEq, Eq)]
pub struct Clause {
    /// Its name within the document.
    pub id: &'static str,
    /// Whether a session needs it.
    pub standing: ClauseStanding,
    /// Where its figures and duties come from.
    pub source: &'static str,
    /// In English.
    pub en: Words,
    /// In Spanish.
    pub es: Words,
}

/// Whether a clause must be agreed before a consent can be signed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ClauseStanding {
    /// It must.
    Required,
    /// The client chooses freely; nothing else depends on it.
    Choice,
}

/// A clause in one language.
#[derive(Debug, PartialEq, Eq)]
pub struct Words {
    /// A short heading that is a whole sentence.
    pub title: &'static str,
    /// The clause itself.
    pub text: &'static str,
    /// What the client is asked to say back.
    pub say_it_back: &'static str,
}

/// The shipped document of that id.
pub fn document(id: &str) -> Option<&'static Document> {
    [&super::DEFAULT].into_iter().find(|document| document.id == id)
}

impl Document {
    /// The languages that the clauses are written in, as BCP 47 tags.
    pub const LANGUAGES: [&'static str; 2] = ["en", "es"];

    /// The clause of that id.
    pub fn clause(&'static self, id: &str) -> Option<&'static Clause> {
        self.clauses.iter().find(|clause| clause.id == id)
    }

    /// The clauses that must be agreed.
    pub fn required(&'static self) -> impl Iterator<Item = &'static Clause> {
        self.clauses.iter().filter(|clause| clause.standing == ClauseStanding::Required)
    }

    /// The whole document as text, to be shown, printed and hashed.
    pub fn printed(&'static self, language: &str) -> String {
        let mut printed = format!("{}\n", self.id);
        for (place, clause) in self.clauses.iter().enumerate() {
            let words = clause.words(language);
            let (title, text, back) = (words.title, words.text, words.say_it_back);
            printed.push_str(&format!("\n{}. {title}\n{text}\n{back}\n", place + 1));
        }
        printed
    }
}

impl Clause {
    /// The words in a language; English where it is not written in that one.
    pub fn words(&'static self, language: &str) -> &'static Words {
        if language.split(['-', '_']).next() == Some("es") { &self.es } else { &self.en }
    }
}
