//! An empty place says what to do first.

use maud::{Markup, html};

/// What is not here, and the first step that would change it.
pub fn empty(says: &str, first_step: Markup) -> Markup {
    html! {
        div.empty {
            p { (says) }
            (first_step)
        }
    }
}
