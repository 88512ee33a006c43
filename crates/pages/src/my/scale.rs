//! A scale in its published wording: short ones as they are printed, long ones one question a screen.

use journey::Refusal;
use journey::scale::{ASQ, Item, ItemWords, PCL5, PEG, PHQ9, Scale, Wording};
use maud::{Markup, html};

use super::{not_sent, reads, steps};
use crate::components::field::came_back;
use crate::components::{button, crisis, refusal};
use crate::frame::Frame;
use crate::hours;
use crate::layout::{client_page, csrf};
use crate::messages::Messages;
use crate::route::{Mine, Route};
use crate::t;

/// One scale as the person who fills it in sees it.
#[derive(Clone, Debug, PartialEq)]
pub struct Filling {
    /// Which scale.
    pub scale: &'static Scale,
    /// How far it is.
    pub state: State,
}

/// How far a filling is.
#[derive(Clone, Debug, PartialEq)]
pub enum State {
    /// Its questions, all on one page.
    Asks(Form),
    /// One of its questions.
    AsksOne(One),
    /// It is kept, and an answer asks for help now.
    HelpNow,
    /// It is kept.
    Kept {
        /// The question that somebody will ask, since it was left out.
        asked_again: Option<u16>,
    },
}

/// What was chosen, and why the form came back.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Form {
    /// Id of this intent, drawn when the form was.
    pub command: String,
    /// Whether the practice asked for it, so that one can say no.
    pub asked_for: bool,
    /// Codes by the item's printed number.
    pub chosen: Vec<(u16, i64)>,
    /// Why the form came back.
    pub refusal: Option<Refusal>,
}

/// One question, without any earlier answer.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct One {
    /// Id of this intent, drawn when the question was.
    pub command: String,
    /// Its printed number.
    pub item: u16,
    /// Whether what was answered before asks for help now.
    pub help_first: bool,
    /// Why it came back.
    pub refusal: Option<Refusal>,
}

/// Draws the page.
pub fn page(frame: &Frame<'_>, readers: &[String], filling: &Filling) -> Markup {
    let m = frame.messages();
    let scale = filling.scale;
    let (title, main) = match &filling.state {
        State::Asks(form) => (title(m, scale), asked(frame, scale, form)),
        State::AsksOne(one) => (title(m, scale), asked_one(frame, scale, one)),
        State::HelpNow => (t!(m, "my-help-title"), help_now(frame)),
        State::Kept { asked_again } => (t!(m, "my-scale-thanks"), kept(m, *asked_again)),
    };
    let asks = matches!(filling.state, State::Asks(_) | State::AsksOne(_));
    let main = html! { h1 { (title) } (main) @if asks { (not_sent(frame)) } };
    client_page(frame, &Route::Mine(Mine::Scale(scale.id)), &title, &reads(frame, readers), main)
}

/// What a scale asks about, as its page is called.
pub fn title(m: Messages, scale: &Scale) -> String {
    match scale.id {
        "phq-9" => t!(m, "my-scale-phq-9"),
        "gad-7" => t!(m, "my-scale-gad-7"),
        "pcl-5" => t!(m, "my-scale-pcl-5"),
        "peg" => t!(m, "my-scale-peg"),
        "rand-36-energy" => t!(m, "my-scale-rand-36-energy"),
        "rand-36-pain" => t!(m, "my-scale-rand-36-pain"),
        "audit-c" => t!(m, "my-scale-audit-c"),
        "asq" => t!(m, "my-scale-asq"),
        _ => scale.name.to_owned(),
    }
}

fn path(scale: &Scale) -> String {
    Route::Mine(Mine::Scale(scale.id)).path()
}

fn home(m: Messages) -> Markup {
    button::link(button::Weight::Ordinary, &Route::Mine(Mine::Home).path(), &t!(m, "my-to-home"))
}

fn kept(m: Messages, asked_again: Option<u16>) -> Markup {
    html! {
        p { (t!(m, "my-scale-kept")) }
        @if let Some(item) = asked_again { p { (t!(m, "my-scale-left-out", item = item)) } }
        div.foot { (home(m)) }
    }
}

/// What is said in the reader's language around a wording in its own.
fn said_before(frame: &Frame<'_>, wording: &Wording) -> Markup {
    let m = frame.messages();
    html! {
        @if wording.language != frame.language.tag() { p.quiet { (t!(m, "my-scale-in-english")) } }
    }
}

fn stem(wording: &Wording) -> Markup {
    html! {
        @if !wording.lead.is_empty() { p.lead lang=(wording.language) { (wording.lead) } }
        @if !wording.stem.is_empty() { p.stem lang=(wording.language) { (wording.stem) } }
    }
}

fn asked(frame: &Frame<'_>, scale: &Scale, form: &Form) -> Markup {
    let m = frame.messages();
    let wording = scale.wording(frame.language.tag());
    // What is asked only of some comes on a screen of its own.
    let of_all = scale.items.iter().zip(wording.items).filter(|(item, _)| !comes_after(scale, item));
    html! {
        p { (t!(m, "my-scale-says")) }
        (said_before(frame, wording))
        @if scale.risk.is_some() { (hours::before_asking(frame)) }
        (came_back(m, usize::from(form.refusal.is_some())))
        form.ask.scale action=(path(scale)) method="post" data-keeps {
            (csrf(frame))
            input type="hidden" name="command" value=(form.command);
            @if let Some(found) = &form.refusal { p.error { (refusal::words(m, found)) } }
            (stem(wording))
            @for (item, words) in of_all { (question(wording, item, words, &form.chosen)) }
            div.foot {
                (button::submit(button::Weight::Primary, &t!(m, "my-scale-keep")))
                div.ways {
                    a href=(Route::Mine(Mine::Home).path()) { (t!(m, "my-not-now")) }
                    @if form.asked_for {
                        button type="submit" name="way" value="decline" formnovalidate { (t!(m, "my-scale-decline")) }
                    }
                }
            }
            p.small.quiet lang=(wording.language) { (wording.notice) }
        }
    }
}

/// Whether an item is asked on a screen of its own, after the others were answered.
pub fn comes_after(scale: &Scale, item: &Item) -> bool {
    item.asked_if.is_some() && scale.scoring == journey::scale::Scoring::Screen
}

fn question(wording: &Wording, item: &Item, words: &ItemWords, chosen: &[(u16, i64)]) -> Markup {
    let is_chosen = |code| chosen.contains(&(item.number, code));
    html! {
        @if let Some((low, high)) = words.ends {
            fieldset.rating lang=(wording.language) {
                legend { (words.text) }
                @for (choice, text) in item.choices.iter().zip(words.choices) {
                    @let id = format!("i{}-{}", item.number, choice.code);
                    label for=(id) {
                        input id=(id) type="radio" name={ "i" (item.number) } value=(choice.code)
                            checked[is_chosen(choice.code)];
                        span { (text) }
                    }
                }
                p.ends { span { "0 = " (low) } span { "10 = " (high) } }
            }
        } @else {
            fieldset lang=(wording.language) {
                legend { (item.number) ". " (words.text) }
                @for (choice, text) in item.choices.iter().zip(words.choices) {
                    @let id = format!("i{}-{}", item.number, choice.code);
                    label.choice for=(id) {
                        input id=(id) type="radio" name={ "i" (item.number) } value=(choice.code)
                            checked[is_chosen(choice.code)];
                        (text)
                    }
                }
            }
        }
    }
}

fn asked_one(frame: &Frame<'_>, scale: &Scale, one: &One) -> Markup {
    let m = frame.messages();
    let wording = scale.wording(frame.language.tag());
    let Some(place) = scale.items.iter().position(|item| item.number == one.item) else { return html! {} };
    let (item, words) = (&scale.items[place], &wording.items[place]);
    html! {
        @if one.help_first {
            p { (t!(m, "my-help-says")) }
            (crisis::numbers(m, frame.country))
        } @else {
            (steps(m, place + 1, scale.items.len()))
        }
        @if place == 0 { p { (t!(m, "my-scale-one-by-one")) } (said_before(frame, wording)) }
        @if place == 0 && scale.risk.is_some() { (hours::before_asking(frame)) }
        form.ask.scale action=(path(scale)) method="post" data-keeps {
            (csrf(frame))
            input type="hidden" name="command" value=(one.command);
            input type="hidden" name="item" value=(item.number);
            @if let Some(found) = &one.refusal { p.error role="alert" { (refusal::words(m, found)) } }
            @if place == 0 { (stem(wording)) } @else if !wording.stem.is_empty() {
                p.stem lang=(wording.language) { (wording.stem) }
            }
            fieldset.big lang=(wording.language) {
                legend { (words.text) }
                @for (choice, text) in item.choices.iter().zip(words.choices) {
                    @let id = format!("i{}-{}", item.number, choice.code);
                    label.choice for=(id) {
                        input id=(id) type="radio" name={ "i" (item.number) } value=(choice.code) required;
                        (text)
                    }
                }
            }
            div.foot {
                (button::submit(button::Weight::Primary, &t!(m, "my-next")))
                div.ways {
                    @if place > 0 && !one.help_first {
                        button type="submit" name="way" value="back" formnovalidate { (t!(m, "my-back")) }
                    }
                    button type="submit" name="way" value="skip" formnovalidate { (t!(m, "my-skip")) }
                    a href=(Route::Mine(Mine::Home).path()) { (t!(m, "my-not-now")) }
                    @if !one.help_first {
                        button type="submit" name="way" value="decline" formnovalidate { (t!(m, "my-scale-decline")) }
                    }
                }
            }
            p.small.quiet lang=(wording.language) { (wording.notice) }
        }
    }
}

fn help_now(frame: &Frame<'_>) -> Markup {
    let m = frame.messages();
    html! {
        p data-help-now { (t!(m, "my-help-says")) }
        (crisis::numbers(m, frame.country))
        (hours::after_answering(frame))
        div.foot { (home(m)) }
    }
}

/// States of this page.
pub fn samples() -> Vec<(&'static str, Filling)> {
    let command = || "00000000-0000-7000-8000-000000000004".to_owned();
    let form = Form { command: command(), ..Form::default() };
    let refused = Form { refusal: Some(Refusal::AnswerInvalid), ..form.clone() };
    let one = |item| One { command: command(), item, ..One::default() };
    let of = |scale, state| Filling { scale, state };
    let asked_for = Form { asked_for: true, ..form.clone() };
    let acuity = One { help_first: true, ..one(5) };
    let silent = One { refusal: Some(Refusal::AnswerInvalid), ..one(9) };
    vec![
        ("asks", of(&PHQ9, State::Asks(form))),
        ("refused", of(&PHQ9, State::Asks(refused))),
        ("numbers", of(&PEG, State::Asks(asked_for.clone()))),
        ("screen", of(&ASQ, State::Asks(asked_for))),
        ("acuity", of(&ASQ, State::AsksOne(acuity))),
        ("first-of-many", of(&PCL5, State::AsksOne(one(1)))),
        ("one-of-many", of(&PCL5, State::AsksOne(one(9)))),
        ("one-refused", of(&PCL5, State::AsksOne(silent))),
        ("help-now", of(&PHQ9, State::HelpNow)),
        ("kept", of(&PHQ9, State::Kept { asked_again: None })),
        ("left-out", of(&PHQ9, State::Kept { asked_again: Some(9) })),
    ]
}
