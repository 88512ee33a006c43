//! What lies on this tablet; the script fills the lists, since the practice cannot know of it.

use maud::{Markup, html};

use super::forms;
use crate::frame::Frame;
use crate::t;

/// The panel with both lists.
pub(super) fn panel(frame: &Frame<'_>) -> Markup {
    let m = frame.messages();
    html! {
        (forms::head(&t!(m, "room-here"), &t!(m, "room-fold")))
        p.quiet data-none-here { (t!(m, "room-here-none")) }
        (waiting(frame))
        h3 { (t!(m, "room-here-refused")) }
        ul.here data-refused-here {}
    }
}

/// What the practice does not have yet.
pub(super) fn waiting(frame: &Frame<'_>) -> Markup {
    let m = frame.messages();
    html! {
        h3 { (t!(m, "room-here-waiting")) }
        ul.here data-waiting-here {}
    }
}
