//! What Kapok says, in each of its languages.
//!
//! Messages are Fluent, one file per area and language. [`t!`](crate::t) takes
//! a literal key, so that a test can hold every key in the source against the
//! files, and both languages against each other.

use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::{LanguageIdentifier, langid};

#[cfg(test)]
mod tests;

/// Files of one area: its name, the English text, the Spanish text.
struct Area {
    name: &'static str,
    english: &'static str,
    spanish: &'static str,
}

macro_rules! areas {
    ($($name:literal),+ $(,)?) => {
        [$(Area {
            name: $name,
            english: include_str!(concat!("../messages/en/", $name, ".ftl")),
            spanish: include_str!(concat!("../messages/es/", $name, ".ftl")),
        }),+]
    };
}

/// Every area of messages; a new area is one name here and two files.
static AREAS: [Area; 20] = areas![
    "frame",
    "time",
    "public",
    "account",
    "practice",
    "person",
    "medical",
    "findings",
    "room",
    "client",
    "intake",
    "integration",
    "scale",
    "crisis",
    "refusal",
    "together",
    "protocol",
    "review",
    "stock",
    "unwanted",
];

static ENGLISH: LazyLock<FluentBundle<FluentResource>> = LazyLock::new(|| bundle(Language::English));
static SPANISH: LazyLock<FluentBundle<FluentResource>> = LazyLock::new(|| bundle(Language::Spanish));

/// A language in which every page can be drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Language {
    /// English.
    #[default]
    English,
    /// Spanish, of no one country; people are addressed as *usted*.
    Spanish,
}

impl Language {
    /// Every language, in the order of the choice shown to people.
    pub const ALL: [Language; 2] = [Language::English, Language::Spanish];

    /// BCP 47 tag, as in `<html lang>` and in the cookie.
    pub fn tag(self) -> &'static str {
        match self {
            Language::English => "en",
            Language::Spanish => "es",
        }
    }

    /// The language's own name for itself.
    pub fn own_name(self) -> &'static str {
        match self {
            Language::English => "English",
            Language::Spanish => "Español",
        }
    }

    /// Reads a tag; a region after it ("es-MX") is allowed and ignored.
    pub fn from_tag(tag: &str) -> Option<Language> {
        let primary = tag.split('-').next().unwrap_or(tag);
        Self::ALL.into_iter().find(|language| language.tag().eq_ignore_ascii_case(primary))
    }

    fn identifier(self) -> LanguageIdentifier {
        match self {
            Language::English => langid!("en"),
            Language::Spanish => langid!("es"),
        }
    }
}

/// The messages of one language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Messages(Language);

impl Messages {
    /// The messages of `language`.
    pub fn of(language: Language) -> Self {
        Messages(language)
    }

    /// Which language these are in.
    pub fn language(self) -> Language {
        self.0
    }

    /// Whether there is such a message.
    pub fn has(self, key: &str) -> bool {
        self.bundle().has_message(key)
    }

    fn bundle(self) -> &'static FluentBundle<FluentResource> {
        match self.0 {
            Language::English => &ENGLISH,
            Language::Spanish => &SPANISH,
        }
    }

    /// One message with its variables filled in; call it through [`t!`](crate::t).
    ///
    /// A key that is not there yields the key between `⟦ ⟧`, which no drawn
    /// sample may hold: a test looks for it.
    pub fn text(self, key: &str, variables: &[(&str, FluentValue<'_>)]) -> String {
        let bundle = self.bundle();
        let Some(pattern) = bundle.get_message(key).and_then(|message| message.value()) else {
            return format!("⟦{key}⟧");
        };
        let arguments: FluentArgs<'_> =
            variables.iter().map(|(name, value)| (*name, value.clone())).collect();
        let mut problems = Vec::new();
        let text = bundle.format_pattern(pattern, Some(&arguments), &mut problems).into_owned();
        if problems.is_empty() { text } else { format!("⟦{key}⟧") }
    }
}

/// One message of a [`Messages`]: `t!(m, "enquiry-sent", name = &name)`.
#[macro_export]
macro_rules! t {
    ($messages:expr, $key:literal) => {
        $messages.text($key, &[])
    };
    ($messages:expr, $key:literal, $($name:ident = $value:expr),+ $(,)?) => {
        $messages.text($key, &[$((stringify!($name), ::fluent_bundle::FluentValue::from($value))),+])
    };
}

fn bundle(language: Language) -> FluentBundle<FluentResource> {
    let mut bundle = FluentBundle::new_concurrent(vec![language.identifier()]);
    // Isolation marks would stand in attributes and in mail subjects; both
    // languages run left to right, and names are short.
    bundle.set_use_isolating(false);
    for area in &AREAS {
        let source = match language {
            Language::English => area.english,
            Language::Spanish => area.spanish,
        };
        let resource = FluentResource::try_new(source.to_owned())
            .map_err(|(_, problems)| (area.name, problems))
            .expect("every messages file is parsed by a test");
        bundle.add_resource(resource).expect("a test sees that no key is given twice");
    }
    bundle
}
