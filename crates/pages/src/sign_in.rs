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

/// States of this page.
pub fn samples() -> Vec<(&'static str, SignIn)> {
    let refused =
        SignIn { email: "ana@practice.example".to_owned(), refused: true, back: Some(Route::People) };
    vec![("empty", SignIn::default()), ("refused", refused)]
}
