//! The enquiry has arrived: what happens next, and whom to call meanwhile.

use maud::{Markup, html};

use crate::components::{button, crisis};
use crate::frame::Frame;
use crate::layout::public_page;
use crate::route::Route;
use crate::t;

/// Draws the page. It names nobody: it can be opened by whoever comes next.
pub fn page(frame: &Frame<'_>) -> Markup {
    let m = frame.messages();
    let main = html! {
        div.answer {
            h1 { (t!(m, "thanks-title")) }
            p { (t!(m, "thanks-lead")) }
        }
        div.beside {
            div.prose {
                ol.next {
                    li { (t!(m, "thanks-read")) }
                    li { (t!(m, "thanks-answer")) }
                    li { (t!(m, "thanks-talk")) }
                }
                p.go { (button::link(button::Weight::Plain, &Route::Home.path(), &t!(m, "thanks-home"))) }
            }
            (crisis::panel(m, frame.country))
        }
    };
    public_page(frame, &Route::Enquiry, &t!(m, "thanks-title"), main)
}
