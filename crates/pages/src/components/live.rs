//! A page that keeps itself true: it looks whether something has changed, and by whom.
//!
//! Without the script the page is as it was drawn. Nothing that is half typed is ever replaced: then
//! the page says that it has changed, and reads itself anew when that is asked for, with what was typed.

use jiff::Timestamp;
use maud::{Markup, html};

use crate::frame::Frame;
use crate::t;

/// What the script asks for, and with what.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Live {
    /// Where the page is.
    pub path: String,
    /// What it was drawn from; the page is sent again when this is another.
    pub seen: String,
    /// Who changed it last, in words.
    pub changed: String,
}

/// Who changed the page last, and when, in words.
pub fn changed(frame: &Frame<'_>, by: &str, at: Timestamp) -> String {
    t!(frame.messages(), "live-changed", by = by, when = frame.clock().near(at))
}

/// The place of the notice, and what the script needs.
pub fn live(frame: &Frame<'_>, page: &Live) -> Markup {
    let m = frame.messages();
    html! {
        div data-page=(page.path) data-seen=(page.seen) data-says=(page.changed) {
            p.small role="status" data-changed {}
            button.quiet-button type="button" data-again hidden { (t!(m, "live-again")) }
        }
        @if let Some(url) = frame.assets.url("live.js") { script src=(url) defer {} }
    }
}
