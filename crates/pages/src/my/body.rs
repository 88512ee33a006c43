//! The body map: touch a place, choose a word, say how strong, keep it. Complete without script.

use jiff::Timestamp;
use journey::Refusal;
use journey::integration::{BodyPlace, Mapped, Moment, STRENGTH_MAX, Sensation};
use maud::{Markup, html};

use super::reads;
use crate::components::{button, refusal};
use crate::drawing::body::{self, Side, Spot};
use crate::frame::Frame;
use crate::layout::{client_page, csrf};
use crate::messages::Messages;
use crate::route::{Mine, Route};
use crate::t;

pub mod words;

/// The body map as the person who draws it sees it.
#[derive(Clone, Debug, PartialEq)]
pub struct Body {
    /// From which side the figure is shown.
    pub side: Side,
    /// What was kept on this day, the newest first.
    pub today: Vec<Kept>,
    /// What is asked now.
    pub asks: Asks,
}

/// One entry that was kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// Its number.
    pub number: u32,
    /// When.
    pub at: Timestamp,
    /// What.
    pub mapped: Mapped,
}

/// What the page asks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Asks {
    /// Where.
    Place,
    /// Which word, and how strong.
    Word {
        /// Where.
        place: BodyPlace,
        /// Id of this intent, drawn when the form was.
        command: String,
        /// Whether it may have been felt during a session.
        may_be_during: bool,
        /// What was chosen, when the form came back.
        chosen: (Option<Sensation>, Option<u8>),
        /// Why it came back.
        refusal: Option<Refusal>,
    },
}

fn path() -> String {
    Route::Mine(Mine::Body).path()
}

/// Where a place is asked about.
pub fn at(place: BodyPlace) -> String {
    format!("{}?place={}", path(), words::place_value(place))
}

/// Draws the page.
pub fn page(frame: &Frame<'_>, readers: &[String], map: &Body) -> Markup {
    let m = frame.messages();
    let (title, main) = match &map.asks {
        Asks::Place => (t!(m, "body-where"), place(frame, map)),
        Asks::Word { place, .. } => (t!(m, "body-is", place = words::place(m, *place)), word(frame, map)),
    };
    let main = html! { h1 { (title) } (main) };
    client_page(frame, &Route::Mine(Mine::Body), &title, &reads(frame, readers), main)
}

fn spots(map: &Body) -> Vec<Spot> {
    let of = |kept: &Kept| Spot { place: kept.mapped.place, strength: kept.mapped.strength };
    map.today.iter().map(of).collect()
}

fn place(frame: &Frame<'_>, map: &Body) -> Markup {
    let m = frame.messages();
    let seen = BodyPlace::ALL.into_iter().filter_map(|one| Some((one, body::at(one, map.side)?)));
    let touch = html! {
        @for (one, (x, y)) in seen {
            a href=(at(one)) aria-label=(words::place(m, one)) {
                circle.hit cx=(x) cy=(y) r="9.5" {}
                circle.here cx=(x) cy=(y) r="2.6" {}
            }
        }
    };
    html! {
        p { (t!(m, "body-where-says")) }
        nav.sides aria-label=(t!(m, "body-side")) {
            @for (side, value, words) in [
                (Side::Front, "front", t!(m, "body-front")),
                (Side::Back, "back", t!(m, "body-back")),
            ] {
                a href={ (path()) "?side=" (value) } aria-current=[(map.side == side).then_some("true")] { (words) }
            }
        }
        div.body-map { (body::figure(map.side, &spots(map), &touch)) }
        details.as-list {
            summary { (t!(m, "body-as-list")) }
            ul { @for one in BodyPlace::ALL { li { a href=(at(one)) { (words::place(m, one)) } } } }
        }
        p.all-over { a href=(at(BodyPlace::WholeBody)) { (words::place(m, BodyPlace::WholeBody)) } }
        (kept(frame, map))
        div.foot {
            (button::link(button::Weight::Ordinary, &Route::Mine(Mine::Home).path(), &t!(m, "body-done")))
        }
    }
}

fn kept(frame: &Frame<'_>, map: &Body) -> Markup {
    let m = frame.messages();
    html! {
        @if !map.today.is_empty() {
            ul.told-so-far aria-label=(t!(m, "body-today")) {
                @for one in &map.today {
                    li {
                        span {
                            b { (words::place(m, one.mapped.place)) }
                            span.quiet { " · " (felt(m, &one.mapped)) }
                        }
                        form action=(path()) method="post" {
                            (csrf(frame))
                            input type="hidden" name="number" value=(one.number);
                            button.quiet-button type="submit" name="way" value="take-back" {
                                (t!(m, "intake-take-back"))
                                span.visually-hidden { " " (words::place(m, one.mapped.place)) }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// The word and the strength, for whoever reads it.
pub fn felt(m: Messages, mapped: &Mapped) -> String {
    t!(m, "body-felt", word = words::sensation(m, mapped.sensation), strength = i64::from(mapped.strength))
}

fn word(frame: &Frame<'_>, map: &Body) -> Markup {
    let m = frame.messages();
    let Asks::Word { place, command, may_be_during, chosen, refusal: found } = &map.asks else {
        return html! {};
    };
    html! {
        form.ask action=(path()) method="post" {
            (csrf(frame))
            input type="hidden" name="command" value=(command);
            input type="hidden" name="place" value=(words::place_value(*place));
            @if let Some(found) = found { p.error role="alert" { (refusal::words(m, found)) } }
            fieldset.chips {
                legend.visually-hidden { (t!(m, "body-word")) }
                @for one in Sensation::ALL {
                    @let value = words::sensation_value(one);
                    label for={ "word-" (value) } {
                        input id={ "word-" (value) } type="radio" name="sensation" value=(value) required
                            checked[chosen.0 == Some(one)];
                        span { (words::sensation(m, one)) }
                    }
                }
            }
            fieldset.rating data-slider data-less=(t!(m, "my-less")) data-more=(t!(m, "my-more"))
                data-none=(t!(m, "my-no-number")) data-choose=(t!(m, "my-choose-number")) {
                legend { (t!(m, "body-strength")) }
                @for value in 0..=STRENGTH_MAX {
                    label for={ "strength-" (value) } {
                        input id={ "strength-" (value) } type="radio" name="strength" value=(value) required
                            checked[chosen.1 == Some(value)];
                        span { (value) }
                    }
                }
                p.ends { span { "0 = " (t!(m, "body-hardly")) } span { "10 = " (t!(m, "body-most")) } }
            }
            @if *may_be_during {
                fieldset.chips {
                    legend { (t!(m, "body-when")) }
                    @for (value, words, checked) in [
                        ("now", t!(m, "body-now"), true),
                        ("during", t!(m, "body-during"), false),
                    ] {
                        label for={ "when-" (value) } {
                            input id={ "when-" (value) } type="radio" name="when" value=(value) checked[checked];
                            span { (words) }
                        }
                    }
                }
            }
            div.foot {
                (button::submit(button::Weight::Primary, &t!(m, "body-keep")))
                div.ways { a href=(path()) { (t!(m, "body-other-place")) } }
            }
        }
        @if let Some(url) = frame.assets.url("number.js") { script src=(url) defer {} }
    }
}

/// States of this page. The person in them is made up.
pub fn samples() -> Vec<(&'static str, Body)> {
    let at = crate::samples::instant("2026-05-14T16:20:00Z");
    let kept = |number, place, sensation, strength| {
        let mapped = Mapped { place, sensation, strength, moment: Moment::After, session: None };
        Kept { number, at, mapped }
    };
    let today = vec![
        kept(3, BodyPlace::LeftShoulder, Sensation::Tight, 4),
        kept(2, BodyPlace::Chest, Sensation::Warm, 8),
    ];
    let asks = |place, refusal: Option<Refusal>| Asks::Word {
        place,
        command: "00000000-0000-7000-8000-000000000015".to_owned(),
        may_be_during: true,
        chosen: (refusal.is_some().then_some(Sensation::Warm), None),
        refusal,
    };
    let usual = Body { side: Side::Front, today: today.clone(), asks: Asks::Place };
    let all_over = vec![kept(4, BodyPlace::WholeBody, Sensation::Floating, 7)];
    vec![
        ("empty", Body { today: Vec::new(), ..usual.clone() }),
        ("usual", usual.clone()),
        ("back", Body { side: Side::Back, today: all_over, ..usual.clone() }),
        ("word", Body { asks: asks(BodyPlace::LeftShoulder, None), ..usual.clone() }),
        ("refused", Body { asks: asks(BodyPlace::WholeBody, Some(Refusal::AnswerInvalid)), ..usual }),
    ]
}
