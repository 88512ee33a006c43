//! A client's own pages, reached by a link: one question a screen, help always in reach.

use maud::{Markup, html};

use crate::frame::Frame;
use crate::hours::in_words;
use crate::messages::Messages;
use crate::t;
use crate::time;

pub mod after;
pub mod body;
pub mod check_in;
pub mod consent;
pub mod home;
pub mod intake;
pub mod link;
pub mod messages;
pub mod own;
pub mod preparation;
pub mod review;
pub mod scale;

/// Who reads what is written here, and when; names where the reader may know them.
pub fn reads(frame: &Frame<'_>, readers: &[String]) -> String {
    let m = frame.messages();
    let names: Vec<&str> = readers.iter().map(String::as_str).collect();
    match (frame.reads_at.map(|hours| in_words(frame, hours)), names.as_slice()) {
        (Some(hours), []) => t!(m, "my-reads-practice", practice = frame.practice, hours = hours),
        (Some(hours), names) => t!(m, "my-reads-people", names = time::list(m, names), hours = hours),
        (None, []) => t!(m, "my-reads-practice-some-time", practice = frame.practice),
        (None, names) => t!(m, "my-reads-people-some-time", names = time::list(m, names)),
    }
}

/// Where one stands in a row of questions; the words say it too.
fn steps(m: Messages, here: usize, of: usize) -> Markup {
    html! {
        p.steps role="img" aria-label=(t!(m, "my-question-of", here = here, of = of)) {
            @for step in 1..=of {
                i.past[step < here].here[step == here] {}
            }
        }
    }
}
