//! The mark of Kapok: a seed and its fibre.

use maud::{Markup, html};

/// The seed with its tuft; the name always stands beside it.
pub fn mark() -> Markup {
    html! {
        svg.seed-mark viewBox="0 0 32 32" width="26" height="26" aria-hidden="true" {
            g.fibres {
                path d="M16 14.6C15.7 10.8 13.6 6.8 9.4 4.4" {}
                path d="M16 14.6C15.9 10.2 15.1 5.8 13.5 2.4" {}
                path d="M16 14.6C16.1 10.2 16.9 5.8 18.5 2.4" {}
                path d="M16 14.6C16.3 10.8 18.4 6.8 22.6 4.4" {}
                path d="M16 14.6C17 12 20.2 9.3 25.4 8.8" {}
                path d="M16 14.6C15 12 11.8 9.3 6.6 8.8" {}
            }
            path.seed d="M16 13.2C17.9 17.2 21.4 19.7 21.4 23.8A5.4 5.4 0 0 1 10.6 23.8C10.6 19.7 14.1 17.2 16 13.2Z" {}
        }
    }
}
