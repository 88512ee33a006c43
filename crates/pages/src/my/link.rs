//! What an opened address shows before anything: one button, and nothing of anyone.

use journey::Refusal;
use maud::{Markup, html};

use crate::components::level::{Level, level};
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
        /// Whether somebody else's pages are open in this browser.
        replaces: bool,
    },
    /// The pages were closed on this browser; the link was not.
    Closed,
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
        Link::Closed => (t!(m, "my-closed-title"), t!(m, "my-closed-says")),
        Link::Over => (t!(m, "my-over-title"), t!(m, "my-over-says", practice = practice)),
        Link::Needed => (t!(m, "my-needed-title"), t!(m, "my-needed-says", practice = practice)),
    };
    let main = html! {
        h1 { (title) }
        p { (says) }
        @if let Link::Opens { action, refusal: found, replaces } = link {
            @if let Some(found) = found { p.error role="alert" { (refusal::words(m, found)) } }
            form.foot action=(action) method="post" {
                (csrf(frame))
                @if *replaces { p { (level(Level::Look, &t!(m, "my-link-replaces"))) } }
                (button::submit(button::Weight::Primary, &t!(m, "my-link-mine")))
                button.button type="submit" name="phone" value="shared" { (t!(m, "my-link-shared")) }
                p.small.quiet { (t!(m, "my-link-shared-says")) }
            }
        } @else if *link != Link::Closed {
            div.foot { (crisis::panel(m, frame.country)) }
        }
    };
    threshold_page(frame, &title, main)
}

/// States of this page.
pub fn samples() -> Vec<(&'static str, Link)> {
    let action = format!("/l/{:032x}", 11);
    vec![
        ("opens", Link::Opens { action: action.clone(), refusal: None, replaces: false }),
        ("replaces", Link::Opens { action: action.clone(), refusal: None, replaces: true }),
        ("not-yet", Link::Opens { action, refusal: Some(Refusal::CheckInNotYet), replaces: false }),
        ("closed", Link::Closed),
        ("over", Link::Over),
        ("needed", Link::Needed),
    ]
}
