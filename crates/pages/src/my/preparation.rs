//! The day with the medicine, as the client reads it: before it, what to bring, who is there.

use jiff::Timestamp;
use journey::preparation::{Companion, Preparation};
use journey::protocol::DoseTier;
use maud::{Markup, html};

use super::home::{With, team};
use super::reads;
use crate::components::words;
use crate::components::{button, words as said};
use crate::frame::Frame;
use crate::layout::client_page;
use crate::messages::Messages;
use crate::practice::preparation::{anchor, hardship};
use crate::route::{Mine, Route};
use crate::t;

/// All that this page shows.
#[derive(Clone, Debug, PartialEq)]
pub struct Day {
    /// What was found and arranged together.
    pub preparation: Preparation,
    /// When the next medicine session begins, where one is booked.
    pub begins_at: Option<Timestamp>,
    /// What the protocol in force asks for; none where none is signed.
    pub fasting: Option<Fasting>,
    /// Up to which dose they agreed, where they signed.
    pub agreed: Option<DoseTier>,
    /// What the prescriber wrote of their medicines, and the prescriber's name.
    pub medicines: Option<(String, String)>,
    /// Who is with them.
    pub with: Vec<With>,
}

/// What is asked for before a dose, from the protocol.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fasting {
    /// Minutes without food.
    pub food_minutes: i64,
    /// Minutes without drink.
    pub fluid_minutes: i64,
    /// Hours without alcohol and cannabis.
    pub alcohol_cannabis_hours: i64,
}

/// Draws the page.
pub fn page(frame: &Frame<'_>, readers: &[String], day: &Day) -> Markup {
    let m = frame.messages();
    let escort = day.preparation.companions.get(&Companion::Escort);
    let title = match (day.begins_at, escort) {
        (Some(at), _) => t!(m, "my-day-at", when = frame.clock().near(at)),
        (None, Some(person)) => t!(m, "my-day-goes-home", name = person.name.as_str()),
        (None, None) => t!(m, "my-day-nobody-yet"),
    };
    let main = html! {
        h1 { (title) }
        p { (t!(m, "my-day-says")) }
        (before(m, day))
        (bring(frame, &day.preparation))
        (home(m, &day.preparation))
        @if let Some(tier) = day.agreed { (dose(m, tier)) }
        (found(frame, &day.preparation))
        (team(m, &day.with))
        div.foot { (button::link(button::Weight::Ordinary, &Route::Mine(Mine::Home).path(), &t!(m, "my-to-home"))) }
    };
    client_page(frame, &Route::Mine(Mine::Preparation), &title, &reads(frame, readers), main)
}

fn before(m: Messages, day: &Day) -> Markup {
    html! {
        section.part aria-labelledby="before" {
            h2 id="before" { (t!(m, "my-day-before")) }
            ul.plainly {
                @if let Some(fasting) = day.fasting {
                    li { (t!(m, "my-day-food", time = lasting(m, fasting.food_minutes))) }
                    li { (t!(m, "my-day-drink", time = lasting(m, fasting.fluid_minutes))) }
                    li { (t!(m, "my-day-alcohol", hours = fasting.alcohol_cannabis_hours)) }
                } @else {
                    li { (t!(m, "my-day-food-unknown")) }
                }
                @match &day.medicines {
                    Some((by, words)) => li {
                        (t!(m, "my-day-medicines-from", name = by.as_str()))
                        p.letter { (words) }
                    },
                    None => li { (t!(m, "my-day-medicines")) },
                }
            }
        }
    }
}

/// Hours where they are whole, else minutes.
fn lasting(m: Messages, minutes: i64) -> String {
    if minutes % 60 == 0 {
        t!(m, "my-hours-long", hours = minutes / 60)
    } else {
        t!(m, "my-minutes-long", minutes = minutes)
    }
}

fn bring(frame: &Frame<'_>, preparation: &Preparation) -> Markup {
    let m = frame.messages();
    html! {
        section.part aria-labelledby="bring" {
            h2 id="bring" { (t!(m, "my-day-bring")) }
            ul.plainly {
                li { (t!(m, "my-day-clothes")) }
                li { (t!(m, "my-day-list")) }
                li { (t!(m, "my-day-number")) }
                @for (kind, words) in preparation.anchors() {
                    li { (anchor(m, kind)) ": " (said::inline(frame, words)) }
                }
            }
        }
    }
}

/// Who takes them home, and who stays; what is not arranged is said first.
fn home(m: Messages, preparation: &Preparation) -> Markup {
    let named = |part: Companion| {
        preparation.companions.get(&part).map(|person| match person.phone.as_deref() {
            Some(phone) => t!(m, "my-day-with-number", name = person.name.as_str(), phone = phone),
            None => person.name.clone(),
        })
    };
    html! {
        section.part aria-labelledby="going-home" {
            h2 id="going-home" { (t!(m, "my-day-home")) }
            dl.told {
                @for (part, asks, missing) in [
                    (Companion::Escort, t!(m, "my-day-escort"), t!(m, "my-day-escort-missing")),
                    (Companion::Night, t!(m, "my-day-night"), t!(m, "my-day-night-missing")),
                ] {
                    div { dt { (asks) } dd { (named(part).unwrap_or(missing)) } }
                }
            }
            p { (t!(m, "my-day-no-driving")) }
        }
    }
}

/// The dose in plain words, with a sentence.
fn dose(m: Messages, tier: DoseTier) -> Markup {
    let (name, says) = match tier {
        DoseTier::Psycholytic => (t!(m, "my-dose-lower"), t!(m, "my-dose-lower-says")),
        DoseTier::Moderate => (t!(m, "my-dose-middle"), t!(m, "my-dose-middle-says")),
    };
    html! {
        section.part aria-labelledby="dose" {
            h2 id="dose" { (name) }
            p { (says) }
            p.quiet { (t!(m, "my-dose-yours")) }
        }
    }
}

/// What they found together with the practice: what to turn to, signs, what helps.
fn found(frame: &Frame<'_>, preparation: &Preparation) -> Markup {
    let m = frame.messages();
    let signals: Vec<_> = preparation.signals().collect();
    let helps: Vec<_> = preparation.helps().collect();
    html! {
        @if preparation.intentions().next().is_some() {
            section.part aria-labelledby="intentions" {
                h2 id="intentions" { (t!(m, "my-intentions")) }
                @for one in preparation.intentions() { (words::quote(frame, one)) }
            }
        }
        @if !signals.is_empty() {
            section.part aria-labelledby="signals" {
                h2 id="signals" { (t!(m, "my-day-signals")) }
                dl.told { @for (sign, meaning) in signals { div { dt { (sign) } dd { (meaning) } } } }
            }
        }
        @if !helps.is_empty() {
            section.part aria-labelledby="helps" {
                h2 id="helps" { (t!(m, "my-day-helps")) }
                dl.told {
                    @for (when, help) in helps { div { dt { (hardship(m, when)) } dd { (said::inline(frame, help)) } } }
                }
            }
        }
    }
}

/// States of this page. The people in them are made up.
pub fn samples() -> Vec<(&'static str, Day)> {
    let prepared = crate::practice::preparation::sample();
    let fasting = Fasting { food_minutes: 240, fluid_minutes: 60, alcohol_cannabis_hours: 24 };
    let full = Day {
        preparation: prepared,
        begins_at: Some(crate::samples::instant("2026-05-20T21:00:00Z")),
        fasting: Some(fasting),
        agreed: Some(DoseTier::Psycholytic),
        medicines: Some((
            "Dr Theo Sample".to_owned(),
            "Leave the lorazepam out that morning. All else as always, with a sip of water.".to_owned(),
        )),
        with: super::home::sample_team(),
    };
    let middle = Day {
        begins_at: None,
        agreed: Some(DoseTier::Moderate),
        fasting: Some(Fasting { fluid_minutes: 90, ..fasting }),
        ..full.clone()
    };
    let empty = Day {
        preparation: Preparation::default(),
        begins_at: None,
        fasting: None,
        agreed: None,
        medicines: None,
        with: Vec::new(),
    };
    vec![("empty", empty), ("usual", full), ("middle-dose", middle)]
}
