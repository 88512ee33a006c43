//! A dose that somebody said was given and that nothing had authorised: a person says what is true.

use journey::medicine_session::dose::{Dose, DoseKind};
use journey::medicine_session::session::Refused;
use maud::{Markup, html};

use super::context::Room;
use super::{forms, say, words};
use crate::frame::Frame;
use crate::messages::Messages;
use crate::t;

/// What stood in the way of a dose, in words.
pub(super) fn refused(m: Messages, refused: &Refused) -> String {
    match refused {
        Refused::AlreadyGiven => t!(m, "room-refused-already"),
        Refused::GateClosed { conditions } => {
            let names: Vec<String> = conditions.iter().map(|one| words::condition(m, one.key())).collect();
            t!(m, "room-refused-gate", conditions = names.join(", "))
        }
        Refused::LozengesDoNotFit => t!(m, "room-refused-lozenges"),
        Refused::NotPossible => t!(m, "room-refused-not-possible"),
    }
}

/// The question, one dose after another; each answer is one touch, and until then the dose counts.
pub(super) fn panel(frame: &Frame<'_>, room: &Room) -> Markup {
    let m = frame.messages();
    if room.in_question.is_empty() {
        return html! {};
    }
    html! {
        @let twice = room.in_question.iter().any(is_said_twice);
        @let title = if twice { t!(m, "room-question-one-or-two") } else { t!(m, "room-question") };
        (forms::head(&title, &t!(m, "room-fold")))
        @for dose in &room.in_question { (asked(frame, room, dose)) }
        p.quiet.small { (t!(m, "room-question-counts")) }
    }
}

fn asked(frame: &Frame<'_>, room: &Room, dose: &Dose) -> Markup {
    let m = frame.messages();
    let clock = frame.clock();
    let twice = is_said_twice(dose);
    let (taken, not, because) = if twice {
        (t!(m, "room-question-two"), t!(m, "room-question-same"), t!(m, "room-question-same-because"))
    } else {
        (t!(m, "room-question-taken"), t!(m, "room-question-not"), t!(m, "room-question-not-because"))
    };
    html! {
        section.asked-dose data-question=(dose.id) {
            dl.said {
                @if let Some(first) = room.doses.first().filter(|first| twice && first.id != dose.id) {
                    div { dt { (clock.hour(first.given_at)) } dd { (said_by(m, room, first)) } }
                }
                div { dt { (clock.hour(dose.given_at)) } dd { (say::dose(m, dose)) } }
            }
            div.many.wide {
                button.touch.strong type="button" data-act="confirm_dose" data-set={ "event=" (dose.id) } { (taken) }
                button.touch.strong type="button" data-act="take_back_dose"
                    data-set={ "event=" (dose.id) "&because=" (because) } { (not) }
            }
        }
    }
}

/// Whether another dose was on record when somebody said this one.
fn is_said_twice(dose: &Dose) -> bool {
    matches!(dose.kind, DoseKind::OutsideGate { refused: Some(Refused::AlreadyGiven), .. })
}

/// A dose with whoever recorded it.
fn said_by(m: Messages, room: &Room, dose: &Dose) -> String {
    match room.who(Some(dose.by)) {
        Some(name) => t!(m, "room-question-by", dose = say::dose(m, dose), name = name),
        None => say::dose(m, dose),
    }
}
