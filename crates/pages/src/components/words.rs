//! A client's own words: italic serif, always in quotation marks.

use maud::{Markup, html};

use crate::frame::Frame;
use crate::messages::Language;

/// A few words inside a line.
pub fn inline(frame: &Frame<'_>, words: &str) -> Markup {
    let (open, close) = marks(frame.language);
    html! { q.words { (open) (words) (close) } }
}

/// Words that stand alone, with line breaks kept as they were written.
pub fn quote(frame: &Frame<'_>, words: &str) -> Markup {
    let (open, close) = marks(frame.language);
    html! { blockquote.words { p { (open) (words.trim()) (close) } } }
}

fn marks(language: Language) -> (&'static str, &'static str) {
    match language {
        Language::English => ("“", "”"),
        Language::Spanish => ("«", "»"),
    }
}
