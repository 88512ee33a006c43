//! The enquiry form: who asks, how to reach them, and what brings them.

use journey::Refusal;
use maud::{Markup, html};

use crate::components::field::{Field, Kind, came_back};
use crate::components::{button, crisis, refusal};
use crate::frame::Frame;
use crate::layout::{csrf, public_page};
use crate::messages::{Language, Messages};
use crate::route::Route;
use crate::t;

/// Most characters of a paragraph in the person's own words.
pub const WORDS_CHARACTERS_MAX: usize = 4_000;

/// The form with all that was typed into it, and why it came back if it did.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Enquiry {
    /// Id of this intent, drawn when the form was: sent twice, it counts once.
    pub command: String,
    /// How the person is called.
    pub name: String,
    /// Mail address.
    pub email: String,
    /// Telephone number.
    pub phone: String,
    /// What brings them.
    pub brings: String,
    /// When and how they may be reached.
    pub reach: String,
    /// Tag of the language they want to be answered in.
    pub language: String,
    /// Why the form came back.
    pub refusal: Option<Refusal>,
}

/// Draws the page.
pub fn page(frame: &Frame<'_>, enquiry: &Enquiry) -> Markup {
    let m = frame.messages();
    let main = html! {
        div.answer {
            h1 { (t!(m, "enquiry-title")) }
            p { (t!(m, "enquiry-lead")) }
        }
        div.beside {
            div {
                (came_back(m, usize::from(enquiry.refusal.is_some())))
                (form(frame, enquiry))
            }
            (crisis::panel(m, frame.country))
        }
    };
    public_page(frame, &Route::Enquiry, &t!(m, "enquiry-title"), main)
}

fn form(frame: &Frame<'_>, enquiry: &Enquiry) -> Markup {
    let m = frame.messages();
    html! {
        form.fields action=(Route::Enquiry.path()) method="post" {
            (csrf(frame))
            input type="hidden" name="command" value=(enquiry.command);
            (unplaced(m, enquiry))
            (fields(m, enquiry))
            div.go {
                (button::submit(button::Weight::Primary, &t!(m, "enquiry-send")))
                p.small.quiet { (t!(m, "enquiry-who-reads")) }
            }
        }
    }
}

/// A refusal that belongs to no one field stands above them all.
fn unplaced(m: Messages, enquiry: &Enquiry) -> Markup {
    html! {
        @if let Some(found) = enquiry.refusal.as_ref().filter(|found| refusal::field(found).is_none()) {
            p.error { (refusal::words(m, found)) }
        }
    }
}

fn fields(m: Messages, enquiry: &Enquiry) -> Markup {
    let error = |name| refusal::beside(m, enquiry.refusal.as_ref(), name);
    let names = Language::ALL.map(|language| (language.tag(), language.own_name()));
    html! {
        (Field::new("brings", &t!(m, "enquiry-brings"), Kind::Long)
            .optional().value(&enquiry.brings).hint(&t!(m, "enquiry-brings-hint"))
            .characters_max(WORDS_CHARACTERS_MAX).draw(m))
        (Field::new("name", &t!(m, "enquiry-name"), Kind::Line)
            .value(&enquiry.name).error(error("name").as_deref()).autocomplete("name").draw(m))
        (Field::new("email", &t!(m, "enquiry-email"), Kind::Email)
            .depends().value(&enquiry.email).hint(&t!(m, "enquiry-either")).error(error("email").as_deref())
            .autocomplete("email").draw(m))
        (Field::new("phone", &t!(m, "enquiry-phone"), Kind::Telephone)
            .depends().value(&enquiry.phone).autocomplete("tel").draw(m))
        (Field::new("reach", &t!(m, "enquiry-reach"), Kind::Line)
            .optional().value(&enquiry.reach).hint(&t!(m, "enquiry-reach-hint")).characters_max(500).draw(m))
        (Field::new("language", &t!(m, "enquiry-language"), Kind::Choice(&names)).value(&enquiry.language).draw(m))
    }
}

/// States of this page.
pub fn samples() -> Vec<(&'static str, Enquiry)> {
    let empty = Enquiry { command: "00000000-0000-7000-8000-000000000001".to_owned(), ..Enquiry::default() };
    let typed = Enquiry {
        name: "Maya Sample".to_owned(),
        phone: "555 0100".to_owned(),
        brings: "I have lived with pain for nine years.\nI brace all day, and I am tired of bracing."
            .to_owned(),
        reach: "after five, please leave no message".to_owned(),
        language: "es".to_owned(),
        ..empty.clone()
    };
    let unreachable = Enquiry { phone: String::new(), refusal: Some(Refusal::ReachMissing), ..typed.clone() };
    let long = Enquiry { refusal: Some(Refusal::TextTooLong { characters_max: 4_000 }), ..typed.clone() };
    vec![("empty", empty), ("typed", typed), ("unreachable", unreachable), ("too-long", long)]
}
