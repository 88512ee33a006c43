//! A client's own pages, reached by a link: one question a screen, help always in reach.

use maud::{Markup, html};

use crate::components::crisis;
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

/// What the script shows when a form could not be sent: nobody has it, and who can help now.
fn not_sent(frame: &Frame<'_>) -> Markup {
    let m = frame.messages();
    html! {
        template data-not-sent {
            h1 { (t!(m, "my-not-sent-title")) }
            p.told { (t!(m, "my-not-sent-says")) }
            p { (t!(m, "my-not-sent-help")) }
            (crisis::numbers(m, frame.country))
        }
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

#[cfg(test)]
mod tests {
    use crate::samples::client_frame;
    use crate::{Assets, Language, Theme};

    #[test]
    fn what_cannot_be_sent_says_that_nobody_has_it_and_who_can_help() {
        let assets = Assets::new([]);
        let frame = client_frame(Language::English, Theme::Day, &assets);
        let drawn = super::not_sent(&frame).into_string();
        assert!(drawn.contains("Nobody has it yet") && drawn.contains("tel:988"), "{drawn}");
        for (state, filling) in super::scale::samples() {
            let page = super::scale::page(&frame, &[], &filling).into_string();
            let asks = page.contains("method=\"post\" data-keeps");
            assert_eq!(asks, page.contains("data-not-sent"), "{state}");
        }
        for (state, messages) in super::messages::samples() {
            let page = super::messages::page(&frame, &[], &messages).into_string();
            assert!(page.contains("data-keeps") && page.contains("data-not-sent"), "{state}");
        }
    }
}
