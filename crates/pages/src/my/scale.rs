//! The PHQ-9 in its official wording, on one plain page, so that no answer is lost on the way.

use journey::Refusal;
use journey::scale::{Item, PHQ9};
use maud::{Markup, html};

use super::reads;
use crate::components::field::came_back;
use crate::components::{button, crisis, refusal};
use crate::frame::Frame;
use crate::layout::{client_page, csrf};
use crate::messages::{Language, Messages};
use crate::route::{Mine, Route};
use crate::t;

/// The questionnaire as the person who fills it in sees it.
#[derive(Clone, Debug, PartialEq)]
pub enum Phq9 {
    /// Its questions.
    Asks(Form),
    /// It is kept, and an answer asks for help now.
    HelpNow,
    /// It is kept.
    Kept {
        /// Whether the last question of the nine was left out; somebody will ask.
        asked_again: bool,
    },
}

/// What was chosen, and why the form came back.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Form {
    /// Id of this intent, drawn when the form was.
    pub command: String,
    /// Codes by the item's printed number.
    pub chosen: Vec<(u16, i64)>,
    /// Why the form came back.
    pub refusal: Option<Refusal>,
}

/// Draws the page.
pub fn page(frame: &Frame<'_>, readers: &[String], phq9: &Phq9) -> Markup {
    let m = frame.messages();
    let (title, main) = match phq9 {
        Phq9::Asks(form) => (t!(m, "my-phq9-title"), asked(frame, form)),
        Phq9::HelpNow => (t!(m, "my-help-title"), help_now(frame)),
        Phq9::Kept { asked_again } => (
            t!(m, "my-phq9-thanks"),
            html! {
                p { (t!(m, "my-phq9-kept")) }
                @if *asked_again { p { (t!(m, "my-phq9-left-out")) } }
                (home(m))
            },
        ),
    };
    let main = html! { h1 { (title) } (main) };
    client_page(frame, &Route::Mine(Mine::Phq9), &title, &reads(frame, readers), main)
}

fn home(m: Messages) -> Markup {
    html! {
        div.foot { (button::link(button::Weight::Ordinary, &Route::Mine(Mine::Home).path(), &t!(m, "my-to-home"))) }
    }
}

fn asked(frame: &Frame<'_>, form: &Form) -> Markup {
    let m = frame.messages();
    html! {
        p { (t!(m, "my-phq9-says")) }
        @if frame.language != Language::English { p.quiet { (t!(m, "my-phq9-in-english")) } }
        (came_back(m, usize::from(form.refusal.is_some())))
        form.ask.scale action=(Route::Mine(Mine::Phq9).path()) method="post" {
            (csrf(frame))
            input type="hidden" name="command" value=(form.command);
            @if let Some(found) = &form.refusal { p.error { (refusal::words(m, found)) } }
            p.stem lang=(PHQ9.language) { (PHQ9.stem) }
            @for item in PHQ9.items { (question(form, item)) }
            div.foot { (button::submit(button::Weight::Primary, &t!(m, "my-phq9-keep"))) }
            p.small.quiet lang=(PHQ9.language) { (PHQ9.notice) }
        }
    }
}

fn question(form: &Form, item: &Item) -> Markup {
    html! {
        fieldset lang=(PHQ9.language) {
            legend { (item.number) ". " (item.text) }
            @for choice in item.choices {
                @let id = format!("i{}-{}", item.number, choice.code);
                label.choice for=(id) {
                    input id=(id) type="radio" name={ "i" (item.number) } value=(choice.code)
                        checked[form.chosen.contains(&(item.number, choice.code))];
                    (choice.text)
                }
            }
        }
    }
}

fn help_now(frame: &Frame<'_>) -> Markup {
    let m = frame.messages();
    html! {
        p { (t!(m, "my-help-says")) }
        (crisis::numbers(m, frame.country))
        p.told { (t!(m, "my-help-told", practice = frame.practice)) }
        (home(m))
    }
}

/// States of this page.
pub fn samples() -> Vec<(&'static str, Phq9)> {
    let form = Form { command: "00000000-0000-7000-8000-000000000004".to_owned(), ..Form::default() };
    let refused = Form { refusal: Some(Refusal::AnswerInvalid), ..form.clone() };
    vec![
        ("asks", Phq9::Asks(form)),
        ("refused", Phq9::Asks(refused)),
        ("help-now", Phq9::HelpNow),
        ("kept", Phq9::Kept { asked_again: false }),
        ("left-out", Phq9::Kept { asked_again: true }),
    ]
}
