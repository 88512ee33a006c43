//! A prescriber is asked to pass a condition, while somebody waits at the gate.

use journey::Who;
use journey::gate::ConditionId;
use journey::medicine_session::session::Asked;
use maud::{Markup, html};

use super::context::Room;
use super::forms;
use crate::components::level::{Level, level};
use crate::frame::Frame;
use crate::route::Route;
use crate::t;

/// What was asked of this condition, and what was answered; said only once it was kept.
pub(super) fn asked(frame: &Frame<'_>, room: &Room, id: ConditionId) -> Markup {
    html! {
        @for one in room.asked.iter().filter(|one| one.condition == id) {
            p.small data-asked=(one.id) { (said(frame, room, one)) }
        }
    }
}

fn said(frame: &Frame<'_>, room: &Room, one: &Asked) -> Markup {
    let (m, clock) = (frame.messages(), frame.clock());
    let name = |who: Who| match who {
        Who::Staff { staff } => room.names.get(&staff).cloned().unwrap_or_default(),
        _ => String::new(),
    };
    let of = name(Who::Staff { staff: one.of });
    html! {
        @match &one.answer {
            None => (level(Level::Inform, &t!(m, "room-asked", of = of, when = clock.hour(one.at)))),
            Some(answer) if answer.passed => (level(
                Level::Look,
                &t!(m, "room-asked-passed", by = name(answer.by), when = clock.hour(answer.at), reason = answer.reason.as_str()),
            )),
            Some(answer) => (level(
                Level::Stops,
                &t!(m, "room-asked-declined", by = name(answer.by), when = clock.hour(answer.at), reason = answer.reason.as_str()),
            )),
        }
    }
}

/// The way to the page where it is passed, for one who may; the form of asking, for whoever charts.
pub(super) fn to_ask(frame: &Frame<'_>, room: &Room, id: ConditionId) -> Markup {
    let m = frame.messages();
    if room.may.pass {
        let page = Route::Asked(room.client.clone(), room.session.clone()).path();
        return html! { div.go { a.touch href=(page) { (t!(m, "room-pass")) } } };
    }
    let waits = room.asked.iter().any(|one| one.condition == id && one.answer.is_none());
    if !room.may.chart || waits {
        return html! {};
    }
    if room.prescribers.is_empty() {
        return html! { p.quiet.small { (t!(m, "room-ask-nobody")) } };
    }
    let of: Vec<(String, String)> =
        room.prescribers.iter().map(|(staff, name)| (staff.to_string(), name.clone())).collect();
    let only = if of.len() == 1 { of[0].0.clone() } else { String::new() };
    let key = id.key();
    html! {
        (forms::more(&t!(m, "room-ask-open"), &forms::form(frame, room, "ask_pass", html! {
            input type="hidden" name="condition" value=(key);
            (people(key, &t!(m, "room-ask-of"), &of, &only))
            (forms::long(&format!("ask-{key}"), "words", &t!(m, "room-ask-words"), ""))
            (forms::keep(&t!(m, "room-ask")))
        })))
    }
}

/// Chips whose ids carry the condition: several such forms stand on one page.
fn people(key: &str, label: &str, of: &[(String, String)], chosen: &str) -> Markup {
    html! {
        fieldset.picks.by-two {
            legend { (label) }
            div {
                @for (staff, name) in of {
                    @let id = format!("of-{key}-{staff}");
                    label.chip for=(id) {
                        input type="radio" id=(id) name="of" data-field="of" value=(staff) checked[staff == chosen];
                        span { (name) }
                    }
                }
            }
        }
    }
}
