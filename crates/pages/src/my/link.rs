//! What an opened address shows before anything: one button, and nothing of anyone.

use journey::Refusal;
use maud::{Markup, html};

use crate::components::{button, crisis, refusal};
use crate::frame::Frame;
use crate::layout::{csrf, threshold_page};
use crate::t;

/// What an address leads to.
#[derive(Clone, Debug, PartialEq)]
pub enum Link {
    /// It opens something.
    Opens {
        /// Where its press is sent: the address itself.
        action: String,
        /// Why it did not open just now.
        refusal: Option<Refusal>,
    },
    /// It is over, or never was one: the two are told alike.
    Over,
    /// A page that only a link opens, and none was opened.
    Needed,
}

/// Draws the page.
pub fn page(frame: &Frame<'_>, link: &Link) -> Markup {
    let m = frame.messages();
    let practice = if frame.practice.is_empty() { "Kapok" } else { frame.practice };
    let (title, says) = match link {
        Link::Opens { .. } => {
            (t!(m, "my-link-title", practice = practice), t!(m, "my-link-says", practice = practice))
        }
        Link::Over => (t!(m, "my-over-title"), t!(m, "my-over-says", practice = practice)),
        Link::Needed => (t!(m, "my-needed-title"), t!(m, "my-needed-says", practice = practice)),
    };
    let main = html! {
        h1 { (title) }
        p { (says) }
        @if let Link::Opens { action, refusal: found } = link {
            @if let Some(found) = found { p.error role="alert" { (refusal::words(m, found)) } }
            form.foot action=(action) method="post" {
                (csrf(frame))
                (button::submit(button::Weight::Primary, &t!(m, "my-link-open")))
            }
        } @else {
            div.foot { (crisis::panel(m, frame.country)) }
        }
    };
    threshold_page(frame, &title, main)
}

/// States of this page.
pub fn samples() -> Vec<(&'static str, Link)> {
    let action = format!("/l/{:032x}", 11);
    vec![
        ("opens", Link::Opens { action: action.clone(), refusal: None }),
        ("not-yet", Link::Opens { action, refusal: Some(Refusal::CheckInNotYet) }),
        ("over", Link::Over),
        ("needed", Link::Needed),
    ]
}
