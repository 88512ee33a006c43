//! Where those who work here sign in.

use maud::{Markup, html};

use crate::components::button;
use crate::components::field::{Field, Kind};
use crate::frame::Frame;
use crate::layout::{csrf, plain_page};
use crate::route::Route;
use crate::t;

/// The sign-in form.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SignIn {
    /// The address as it was typed.
    pub email: String,
    /// Whether address and password did not go together.
    pub refused: bool,
    /// Where to go once signed in.
    pub back: Option<Route>,
}

/// Draws the page. It says the same whether or not the address is known.
pub fn page(frame: &Frame<'_>, sign_in: &SignIn) -> Markup {
    let m = frame.messages();
    let refused = sign_in.refused.then(|| t!(m, "sign-in-refused"));
    let main = html! {
        div.answer {
            h1 { (t!(m, "sign-in-title")) }
            @if !frame.practice.is_empty() { p { (frame.practice) } }
        }
        form.fields action=(Route::SignIn.path()) method="post" {
            (csrf(frame))
            @if let Some(back) = &sign_in.back { input type="hidden" name="back" value=(back.name()); }
            (Field::new("email", &t!(m, "sign-in-email"), Kind::Email)
                .value(&sign_in.email).error(refused.as_deref()).autocomplete("username").draw(m))
            (Field::new("password", &t!(m, "sign-in-password"), Kind::Password)
                .autocomplete("current-password").characters_max(1_000).draw(m))
            div.go { (button::submit(button::Weight::Primary, &t!(m, "sign-in-send"))) }
        }
        p.aside { (t!(m, "sign-in-clients")) }
    };
    plain_page(frame, &Route::SignIn, &t!(m, "sign-in-title"), main)
}

/// A form whose writer is not signed in any more.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Again {
    /// Where the form goes.
    pub path: String,
    /// All that was written, as it was sent.
    pub fields: Vec<(String, String)>,
    /// The address as it was typed.
    pub email: String,
    /// Whether address and password did not go together.
    pub refused: bool,
    /// Whether they belong to somebody else than who wrote it.
    pub another: bool,
}

/// Draws the page that asks for the password again, and then sends what was written.
pub fn again(frame: &Frame<'_>, again: &Again) -> Markup {
    let m = frame.messages();
    let refused = match (again.refused, again.another) {
        (true, _) => Some(t!(m, "sign-in-refused")),
        (false, true) => Some(t!(m, "sign-in-again-another")),
        (false, false) => None,
    };
    let main = html! {
        div.answer {
            h1 { (t!(m, "sign-in-again-title")) }
            p { (t!(m, "sign-in-again-says")) }
        }
        form.fields action=(again.path) method="post" {
            @for (name, said) in &again.fields { input type="hidden" name=(name) value=(said); }
            (Field::new("again_email", &t!(m, "sign-in-email"), Kind::Email)
                .value(&again.email).error(refused.as_deref()).autocomplete("username").draw(m))
            (Field::new("again_password", &t!(m, "sign-in-password"), Kind::Password)
                .autocomplete("current-password").characters_max(1_000).draw(m))
            div.go { (button::submit(button::Weight::Primary, &t!(m, "sign-in-again-send"))) }
        }
    };
    plain_page(frame, &Route::SignIn, &t!(m, "sign-in-again-title"), main)
}

/// States of the page that asks again.
pub fn samples_again() -> Vec<(&'static str, Again)> {
    let fields = vec![("reason".to_owned(), "Two readings of 128/80 today.".to_owned())];
    let asks = Again { path: "/people".to_owned(), fields, ..Again::default() };
    let email = "ana@practice.example".to_owned();
    let refused = Again { email: email.clone(), refused: true, ..asks.clone() };
    let another = Again { email, another: true, ..asks.clone() };
    vec![("asks", asks), ("refused", refused), ("another", another)]
}

/// States of this page.
pub fn samples() -> Vec<(&'static str, SignIn)> {
    let refused =
        SignIn { email: "ana@practice.example".to_owned(), refused: true, back: Some(Route::People) };
    vec![("empty", SignIn::default()), ("refused", refused)]
}
