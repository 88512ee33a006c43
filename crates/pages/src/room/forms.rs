//! Fields of the room: large, and named after the act that they make.
//!
//! A form carries `data-act`; each field's `name` is its place in the act, and `data-as` says
//! what it is there: words by default, else `int`, `list`, `flag`, `ago` or `clock`.

use maud::{Markup, html};

use super::context::Room;
use crate::frame::Frame;
use crate::layout::csrf;

/// A form that becomes one act. The address is there for nothing but safety: without the script
/// a form is sent nowhere that would keep it, and never into the address line.
pub fn form(frame: &Frame<'_>, room: &Room, act: &str, body: Markup) -> Markup {
    html! {
        form.act method="post" action={ "/people/" (room.client) "/sessions/" (room.session) "/acts" } data-act=(act) {
            (csrf(frame))
            (body)
        }
    }
}

/// One line of words.
pub fn line(id: &str, name: &str, label: &str, value: &str) -> Markup {
    html! {
        div.ask {
            label for=(id) { (label) }
            input id=(id) type="text" name=(name) data-field=(name) value=(value) autocomplete="off" maxlength="200";
        }
    }
}

/// Several lines of words.
pub fn long(id: &str, name: &str, label: &str, value: &str) -> Markup {
    html! {
        div.ask {
            label for=(id) { (label) }
            textarea id=(id) name=(name) data-field=(name) rows="4" maxlength="4000" { "\n" (value) }
        }
    }
}

/// A whole number.
pub fn number(id: &str, name: &str, label: &str, value: Option<i64>) -> Markup {
    html! {
        div.ask {
            label for=(id) { (label) }
            input.number id=(id) type="text" inputmode="numeric" name=(name) data-field=(name) data-as="int"
                value=[value.map(|value| value.to_string())] autocomplete="off" maxlength="5";
        }
    }
}

/// Into how many columns so many chips fall, so that the rows are full and few.
fn columns(choices: usize, kind: &str) -> &'static str {
    match choices {
        // Hours are short, and one row says that they are one line of time.
        5 if kind == "ago" => "by-five",
        0..=2 => "by-two",
        4 | 7 | 8 => "by-four",
        _ => "by-three",
    }
}

/// One of several, as chips.
pub fn chips(name: &str, kind: &str, label: &str, choices: &[(String, String)], chosen: &str) -> Markup {
    picks(name, kind, label, choices, chosen, false)
}

/// One of several without which nothing is kept.
pub fn chips_needed(name: &str, kind: &str, label: &str, choices: &[(String, String)]) -> Markup {
    picks(name, kind, label, choices, "", true)
}

fn picks(
    name: &str,
    kind: &str,
    label: &str,
    choices: &[(String, String)],
    chosen: &str,
    needed: bool,
) -> Markup {
    html! {
        fieldset class={ "picks " (columns(choices.len(), kind)) } {
            legend { (label) }
            div {
                @for (value, words) in choices {
                    @let id = format!("{name}-{value}");
                    label.chip for=(id) {
                        input type="radio" id=(id) name=(name) data-field=(name) data-as=(kind) value=(value)
                            checked[value == chosen] required[needed];
                        span { (words) }
                    }
                }
            }
        }
    }
}

/// Any of several, as chips.
pub fn ticks(name: &str, label: &str, choices: &[(String, String)], ticked: &[String]) -> Markup {
    html! {
        fieldset class={ "picks " (columns(choices.len(), "list")) } {
            legend { (label) }
            div {
                @for (value, words) in choices {
                    @let id = format!("{name}-{value}");
                    label.chip for=(id) {
                        input type="checkbox" id=(id) name=(name) data-field=(name) data-as="list" value=(value)
                            checked[ticked.contains(value)];
                        span { (words) }
                    }
                }
            }
        }
    }
}

/// The button that keeps a form.
pub fn keep(words: &str) -> Markup {
    html! { div.go { button.touch.strong type="submit" { (words) } } }
}

/// A touch that is one act: its fields are written in `data-set`.
pub fn touch(act: &str, set: &str, words: &str) -> Markup {
    html! { button.touch type="button" data-act=(act) data-set=(set) { (words) } }
}

/// What is seldom needed, folded away; opened, it takes the place of what stands above it.
pub fn more(words: &str, body: &Markup) -> Markup {
    html! {
        details.more {
            summary.touch { (words) }
            div { (body) }
        }
    }
}

/// The head of a panel: its name, and the way back.
pub fn head(title: &str, back: &str) -> Markup {
    html! {
        div.pad-head {
            h2 { (title) }
            button.touch.quiet type="button" data-opens="" { (back) }
        }
    }
}
