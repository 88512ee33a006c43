//! Buttons: at most one filled on a page, none where it would push.

use maud::{Markup, html};

/// How much a button asks to be pressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// The page's one filled button.
    Primary,
    /// An outlined button.
    Ordinary,
    /// Words only.
    Plain,
}

impl Weight {
    fn class(self) -> &'static str {
        match self {
            Weight::Primary => "button primary",
            Weight::Ordinary => "button",
            Weight::Plain => "button plain",
        }
    }
}

/// Submits the form it stands in.
pub fn submit(weight: Weight, words: &str) -> Markup {
    html! { button class=(weight.class()) type="submit" { (words) } }
}

/// Leads to another page and looks like a button.
pub fn link(weight: Weight, path: &str, words: &str) -> Markup {
    html! { a class=(weight.class()) href=(path) { (words) } }
}
