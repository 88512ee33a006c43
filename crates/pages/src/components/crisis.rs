//! Help for someone who needs it now: always local numbers, never a promise.
//!
//! Numbers: United States 988lifeline.org and 911; United Kingdom 999, NHS 111
//! (mental health option) and Samaritans 116 123; Spain 112 and 024 of the
//! Ministry of Health; elsewhere 112 where it is in use, and the local number.

use maud::{Markup, html};

use crate::frame::Country;
use crate::messages::Messages;
use crate::t;

/// Where "need someone now?" leads on the same page.
pub const ANCHOR: &str = "help-now";

/// One way to reach someone.
struct Line {
    number: &'static str,
    says: String,
}

fn lines(m: Messages, country: Country) -> Vec<Line> {
    let line = |number, says| Line { number, says };
    match country {
        Country::UnitedStates => {
            vec![line("988", t!(m, "crisis-us-988")), line("911", t!(m, "crisis-us-911"))]
        }
        Country::UnitedKingdom => vec![
            line("999", t!(m, "crisis-uk-999")),
            line("111", t!(m, "crisis-uk-111")),
            line("116 123", t!(m, "crisis-uk-samaritans")),
        ],
        Country::Spain => vec![line("024", t!(m, "crisis-es-024")), line("112", t!(m, "crisis-es-112"))],
        Country::Elsewhere => vec![line("112", t!(m, "crisis-elsewhere-112"))],
    }
}

/// The numbers with what each is for.
pub fn numbers(m: Messages, country: Country) -> Markup {
    html! {
        ul.numbers {
            @for line in lines(m, country) {
                li {
                    a href={ "tel:" (line.number.replace(' ', "")) } { (line.number) }
                    span { (line.says) }
                }
            }
        }
    }
}

/// A quiet panel beside a form: who cannot wait should not write here.
pub fn panel(m: Messages, country: Country) -> Markup {
    html! {
        section.now aria-labelledby=(ANCHOR) {
            h2 id=(ANCHOR) { (t!(m, "crisis-title")) }
            p { (t!(m, "crisis-not-by-form")) }
            (numbers(m, country))
        }
    }
}

/// The line at the foot of a client's page, which opens to the numbers.
pub fn in_reach(m: Messages, country: Country, reads: &str) -> Markup {
    html! {
        section.reads aria-label=(t!(m, "crisis-title")) {
            p { (reads) }
            details { summary { (t!(m, "crisis-need-someone")) } (numbers(m, country)) }
        }
    }
}
