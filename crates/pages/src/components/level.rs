//! How much something asks for: a shape, a colour, and always a word.

use maud::{Markup, html};

/// What a finding, a check or a value asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// Filled square: no dose until a person decides.
    Stops,
    /// Dashed square: not known yet, and that is not a pass.
    Missing,
    /// Diamond: asks for a look.
    Look,
    /// Ring: for your eyes.
    Inform,
    /// Tick: holds.
    Holds,
    /// Triangle: needs a hand now.
    Acts,
}

impl Level {
    fn class(self) -> &'static str {
        match self {
            Level::Stops => "level stops",
            Level::Missing => "level missing",
            Level::Look => "level look",
            Level::Inform => "level inform",
            Level::Holds => "level holds",
            Level::Acts => "level acts",
        }
    }

    fn shape(self) -> &'static str {
        match self {
            Level::Stops => "M2 2h12v12h-12z",
            Level::Missing => "M2.5 2.5h11v11h-11z",
            Level::Look => "M8 .8 15.2 8 8 15.2 .8 8z",
            Level::Inform => "M8 2.5a5.5 5.5 0 1 1 0 11a5.5 5.5 0 1 1 0-11z",
            Level::Holds => "M2.5 8.5 6.5 12.5 13.5 4",
            Level::Acts => "M8 1 15.4 14.5H.6z",
        }
    }
}

/// The mark with its word beside it.
pub fn level(level: Level, words: &str) -> Markup {
    html! {
        span class=(level.class()) {
            svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true" { path d=(level.shape()) {} }
            span { (words) }
        }
    }
}
