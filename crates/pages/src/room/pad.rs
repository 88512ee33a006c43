//! The pad: twelve targets that follow phase and tier, what comes next, and the panels beside.

use journey::medicine_session::charting::Group;
use journey::medicine_session::phase::Phase;
use journey::medicine_session::vocabulary::{self, Targets};
use maud::{Markup, html};

use super::act_cards::Situation;
use super::context::{Room, State};
use super::{
    act_cards, close, correct, door, emergency, forms, gate, here, panels, question, say, vitals, words,
};
use crate::frame::Frame;
use crate::t;

/// Letters for the targets, row by row; those of other keys are left out.
const LETTERS: [&str; 12] = ["b", "l", "f", "i", "t", "e", "w", "y", "q", "d", "o", "a"];

/// The panel that lies open when nobody chose one.
pub fn default_panel(room: &Room) -> String {
    if room.asks_about_a_dose() {
        return "question".to_owned();
    }
    match room.state() {
        State::Before => gate::first_open(room),
        State::During => "targets".to_owned(),
        State::Closing => "leave".to_owned(),
        State::Over => "seal".to_owned(),
    }
}

/// The pad with every panel; one of them is open.
pub fn pad(frame: &Frame<'_>, room: &Room) -> Markup {
    let open = room.open.map_or_else(|| default_panel(room), str::to_owned);
    let panel = |name: &str, body: Markup| {
        html! {
            section.panel data-panel=(name) data-region={ "panel-" (name) } hidden[name != open] { (body) }
        }
    };
    html! {
        div.pad {
            @if room.may.chart && room.state() != State::Over {
                (panel("targets", targets(frame, room)))
                (panel("vitals", vitals::pad(frame, room)))
                (panel("correct", correct::panel(frame, room)))
                (panel("defer", vitals::defer(frame, room)))
                (panel("offered", panels::offered(frame, room)))
                (panel("note", panels::note(frame, room)))
                (panel("word", panels::word(frame, room)))
                (panel("slow", panels::slow(frame, room)))
                (panel("phase", panels::phases(frame, room)))
            }
            (panel("card", panels::card(frame, room)))
            (panel("entries", panels::entries(frame, room)))
            (panel("help", act_cards::help(frame, room)))
            @for one in Situation::ALL { (panel(one.panel(), act_cards::panel(frame, room, one))) }
            (panel("emergency", emergency::panel(frame, room)))
            (panel("keys", panels::keys(frame)))
            (panel("door", door::panel(frame, room)))
            (panel("here", here::panel(frame)))
            @if room.may.report { (panel("adverse", panels::adverse(frame, room))) }
            @if room.state() == State::Before {
                @for (name, body) in gate::panels(frame, room) { (panel(&name, body)) }
            }
            @if room.booster.is_some() && room.stopped_at().is_none() && room.state() != State::Over {
                (panel("booster", gate::booster(frame, room)))
            }
            @if room.may.dose { (panel("outside", gate::outside(frame, room))) }
            // Drawn also while nothing is asked, so that there is a place for it when something is.
            @if room.may.dose { (panel("question", question::panel(frame, room))) }
            @if room.state() == State::Closing {
                (panel("leave", close::leave(frame, room)))
                (panel("aldrete", close::aldrete(frame, room)))
            }
            @if room.may.chart && !matches!(room.state(), State::Before | State::Over) {
                (panel("early", close::early(frame, room)))
            }
            @if room.state() == State::Over { (panel("seal", close::seal(frame, room))) }
            @if room.may.chart && room.state() != State::Over { (always(frame, room)) }
        }
    }
}

fn targets(frame: &Frame<'_>, room: &Room) -> Markup {
    let m = frame.messages();
    let groups = vocabulary::targets(room.phase, room.tier);
    html! {
        h2.visually-hidden { (t!(m, "room-targets")) }
        (next(frame, room))
        @for (place, group) in groups.iter().enumerate() { (target_group(frame, place, group)) }
    }
}

fn target_group(frame: &Frame<'_>, place: usize, (group, codes): &Targets) -> Markup {
    let m = frame.messages();
    html! {
        section.group aria-label=(say::group(m, *group)) {
            h3 { (say::group(m, *group)) }
            div {
                @for (column, code) in codes.iter().enumerate() {
                    @let letter = LETTERS.get(place * 3 + column).copied();
                    button.touch type="button" data-act="chart" data-target=(code) data-key=[letter]
                        data-set=(entry(*group, code)) {
                        (words::charted(m, code))
                        @if let Some(letter) = letter { kbd aria-hidden="true" { (letter) } }
                    }
                }
            }
        }
    }
}

/// The fields of a charted word.
pub fn entry(group: Group, code: &str) -> String {
    format!("entry.group={}&entry.code={code}", group.code())
}

/// The step that usually comes next, one touch away; it never pushes.
fn next(frame: &Frame<'_>, room: &Room) -> Markup {
    let m = frame.messages();
    let enter = |phase: Phase| {
        let words = t!(m, "room-now-phase", phase = say::phase(m, phase));
        forms::touch("enter_phase", &format!("phase={}", phase.code()), &words)
    };
    let minutes =
        room.doses.first().map_or(0, |dose| room.now.duration_since(dose.given_at).as_mins().max(0));
    html! {
        @if let Some(at) = room.stopped_at() {
            p.must { (t!(m, "room-stopped-means", hour = frame.clock().hour(at))) }
        }
        div.onward {
            @match room.phase {
                Phase::Hold if !room.hold_ended() => {
                    (forms::touch("end_hold", &format!("minutes:int={minutes}&end=swallowed"), &t!(m, "room-swallowed")))
                    (forms::touch("end_hold", &format!("minutes:int={minutes}&end=spat"), &t!(m, "room-spat")))
                }
                Phase::Onset if !room.onset_noticed() => {
                    (forms::touch("notice_onset", "", &t!(m, "room-did-onset")))
                    (enter(Phase::Inward))
                }
                Phase::Hold => (enter(Phase::Onset)),
                Phase::Onset => (enter(Phase::Inward)),
                Phase::Inward => (enter(Phase::Return)),
                Phase::Return => (enter(Phase::Grounding)),
                Phase::Grounding => (enter(Phase::Closing)),
                Phase::Arrival => (enter(Phase::Settling)),
                Phase::Settling | Phase::Closing => {}
            }
            @let further = room.booster.as_ref().is_some_and(journey::gate::Gate::authorised);
            @if further && room.may.dose && room.stopped_at().is_none() {
                button.touch type="button" data-opens="booster" { (t!(m, "room-booster")) }
            }
        }
    }
}

/// What is asked at any time.
fn always(frame: &Frame<'_>, room: &Room) -> Markup {
    let m = frame.messages();
    html! {
        div.do data-region="do" {
            button.touch.vitals type="button" data-opens="vitals" data-key="v" {
                (t!(m, "room-vitals"))
                @if let Some(set) = &room.due { small { (t!(m, "room-due-at", hour = frame.clock().hour(set.due_at))) } }
                kbd aria-hidden="true" { "v" }
            }
            @if room.state() == State::Before {
                button.touch.plain type="button" data-opens="targets" data-key="g" {
                    (t!(m, "room-chart-word"))
                    kbd aria-hidden="true" { "g" }
                }
            } @else {
                button.touch.plain type="button" data-opens="offered" data-key="g" {
                    (t!(m, "room-group-offered"))
                    kbd aria-hidden="true" { "g" }
                }
            }
            button.touch.plain type="button" data-opens="note" data-key="n" {
                (t!(m, "room-note"))
                kbd aria-hidden="true" { "n" }
            }
        }
    }
}
