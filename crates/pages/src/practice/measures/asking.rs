//! What was asked for and waits, what it is time for, and the form by which it is asked.

use journey::scale::{SCALES, Scale};
use maud::{Markup, html};

use super::{AskForm, Asked, Measures, occasion};
use crate::components::button;
use crate::drawing::path::words;
use crate::frame::Frame;
use crate::layout::csrf;
use crate::messages::Messages;
use crate::route::Place;
use crate::t;

pub(super) fn draw(frame: &Frame<'_>, measures: &Measures) -> Markup {
    html! {
        div.columns.asking.no-print {
            (waiting(frame, measures))
            @if let Some(form) = &measures.ask { (ask(frame, measures, form)) }
        }
    }
}

fn waiting(frame: &Frame<'_>, measures: &Measures) -> Markup {
    let (m, clock) = (frame.messages(), frame.clock());
    let action = format!("{}/withdraw", measures.subject.at(Place::Measures).path());
    html! {
        section aria-labelledby="waits" {
            h2 id="waits" { (t!(m, "measures-waits")) }
            @if measures.waits.is_empty() {
                p.quiet { (t!(m, "measures-waits-none")) }
            } @else {
                ul.lines {
                    @for one in &measures.waits {
                        li {
                            p { (one.scale.name) " · " (occasion(m, one.occasion)) }
                            p.small.quiet { @if let Some(at) = one.at { (clock.both(at)) } }
                            @if measures.ask.is_some() {
                                form action=(action) method="post" {
                                    (csrf(frame))
                                    input type="hidden" name="scale" value=(one.scale.id);
                                    (button::submit(button::Weight::Plain, &t!(m, "measures-withdraw", scale = one.scale.name)))
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn ask(frame: &Frame<'_>, measures: &Measures, form: &AskForm) -> Markup {
    let m = frame.messages();
    let action = format!("{}/ask", measures.subject.at(Place::Measures).path());
    let free = SCALES.into_iter().filter(|scale| !measures.waits.iter().any(|one| one.scale == *scale));
    let due = |scale: &Scale| measures.due.iter().find(|one| one.scale == scale);
    html! {
        section aria-labelledby="ask" {
            h2 id="ask" { (t!(m, "measures-ask")) }
            p.quiet {
                @match measures.due.first() {
                    Some(first) => (t!(m, "measures-due", occasion = occasion(m, first.occasion))),
                    None => (t!(m, "measures-due-none")),
                }
            }
            form.fields action=(action) method="post" {
                (csrf(frame))
                input type="hidden" name="command" value=(form.command);
                fieldset {
                    legend.visually-hidden { (t!(m, "measures-what")) }
                    @for scale in free {
                        @let id = format!("ask-{}", scale.id);
                        label.choice for=(id) {
                            input id=(id) type="checkbox" name=(id) value="yes" checked[due(scale).is_some()];
                            span { (scale.name) span.quiet { " · " (words::scale(m, scale.id)) } }
                        }
                    }
                }
                (occasions(m, form, measures.due.first()))
                div.go { (button::submit(button::Weight::Ordinary, &t!(m, "measures-ask-for-these"))) }
            }
        }
    }
}

fn occasions(m: Messages, form: &AskForm, due: Option<&Asked>) -> Markup {
    use journey::scale::Occasion;
    let proposed = due.map(|due| due.occasion);
    let is = |name: &str| match proposed {
        Some(Occasion::Baseline) => name == "baseline",
        Some(Occasion::AfterSession { .. }) => name == "after",
        Some(Occasion::FollowUp { months }) => name == format!("months-{months}"),
        Some(Occasion::Review | Occasion::Between) | None => name == "review",
    };
    let mut offered = Vec::new();
    match form.after_session_day {
        Some(day) => offered.push(("after".to_owned(), t!(m, "measures-after", day = i64::from(day)))),
        None => offered.push(("baseline".to_owned(), t!(m, "measures-baseline"))),
    }
    offered.push(("review".to_owned(), t!(m, "measures-review")));
    for months in &form.follow_up_months {
        offered.push((format!("months-{months}"), t!(m, "measures-follow-up", months = i64::from(*months))));
    }
    html! {
        div.field {
            label for="occasion" { (t!(m, "measures-occasion")) }
            select id="occasion" name="occasion" {
                @for (name, words) in &offered { option value=(name) selected[is(name)] { (words) } }
            }
        }
    }
}
