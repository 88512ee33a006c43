//! The vitals pad: large digits beside the chart, never over it.

use journey::medicine_session::vitals::DISSOCIATION;
use journey::medicine_session::vitals_due::DueSet;
use journey::protocol::{Level, Range, Sign, SignBands};
use maud::{Markup, html};

use super::context::Room;
use super::{forms, say};
use crate::frame::Frame;
use crate::messages::Messages;
use crate::t;

/// The pad.
pub fn pad(frame: &Frame<'_>, room: &Room) -> Markup {
    let m = frame.messages();
    let title = match room.minute(room.now) {
        Some(minute) => t!(m, "room-vitals-minute", minute = minute),
        None => t!(m, "room-vitals-before"),
    };
    html! {
        div.pad-head {
            h2 { (title) }
            @if room.due.as_ref().is_some_and(DueSet::has_pressure) && room.may_defer {
                button.touch.quiet type="button" data-opens="defer" { (t!(m, "room-not-now")) }
            }
            button.touch.quiet type="button" data-opens="" { (t!(m, "room-fold")) }
        }
        (forms::form(frame, room, "take_vitals", html! {
            div.values {
                div.value.pressures data-sign="pressure" {
                    span.label { (t!(m, "room-sign-pressure")) }
                    div {
                        (input(m, room, Sign::Systolic))
                        span aria-hidden="true" { "/" }
                        (input(m, room, Sign::Diastolic))
                    }
                }
                @for sign in [Sign::HeartRate, Sign::Spo2, Sign::RespiratoryRate, Sign::Moaas] {
                    div.value { label.label for=(id(sign)) { (say::sign(m, sign)) } (input(m, room, sign)) }
                }
                div.value {
                    label.label for="vitals-dissociation_0_10" { (t!(m, "room-sign-far")) }
                    (field(m, "dissociation_0_10", Some(DISSOCIATION), None, room.latest.dissociation_0_10, &t!(m, "room-sign-far")))
                }
            }
            p.error role="alert" data-error hidden {}
            p.concern role="status" data-concerning hidden {}
            div.keys {
                @for key in ["1", "2", "3", "4", "5", "6", "7", "8", "9"] {
                    button.touch type="button" data-digit=(key) { (key) }
                }
                button.touch.word type="button" data-digit="" { (t!(m, "room-delete")) }
                button.touch type="button" data-digit="0" { "0" }
                button.touch.word.strong type="submit" { (t!(m, "room-keep")) }
            }
        }))
    }
}

fn id(sign: Sign) -> String {
    format!("vitals-{}", sign.field())
}

fn input(m: Messages, room: &Room, sign: Sign) -> Markup {
    let bands = room.protocol.as_ref().map(|protocol| protocol.bands.of(sign));
    let possible = bands.map(|bands| bands.possible.value);
    let label = say::sign(m, sign);
    let ranges = bands.map(|bands| inside(bands, room.before.of(sign).filter(|_| room.dosed_at().is_some())));
    field(m, sign.field(), possible, ranges, room.latest.of(sign), &label)
}

/// The values at which nothing asks for a look, for a hand, for an ambulance; a rise above the
/// reading before the dose counts where the room acts on one.
fn inside(bands: &SignBands, before: Option<i64>) -> [Range; 3] {
    let mut acts = bands.inside(&bands.act);
    if let Some((rise, before)) = bands.rise_act.as_ref().zip(before) {
        acts.high = acts.high.min(before + rise.value.last_inside());
    }
    [bands.inside(&bands.warn), acts, bands.inside(&bands.emergency)]
}

fn field(
    m: Messages,
    name: &str,
    possible: Option<Range>,
    inside: Option<[Range; 3]>,
    last: Option<i64>,
    label: &str,
) -> Markup {
    let inside = inside.map(|ranges| ranges.map(|range| format!("{} {}", range.low, range.high)).join(" "));
    let last_words = last.map(|last| t!(m, "room-last-value", value = last));
    html! {
        input type="text" inputmode="none" id={ "vitals-" (name) } name=(name) data-field=(name) data-as="int"
            data-inside=[inside] data-low=[possible.map(|range| range.low)] data-high=[possible.map(|range| range.high)]
            aria-label=(label) placeholder=[last_words] autocomplete="off" maxlength="3";
    }
}

/// Leaving a due set out for now, with the reason.
pub fn defer(frame: &Frame<'_>, room: &Room) -> Markup {
    let m = frame.messages();
    html! {
        (forms::head(&t!(m, "room-defer"), &t!(m, "room-fold")))
        p.quiet { (t!(m, "room-defer-hint")) }
        (forms::form(frame, room, "defer_vitals", html! {
            (forms::line("defer-reason", "reason", &t!(m, "room-reason"), &t!(m, "room-defer-settled")))
            (forms::keep(&t!(m, "room-keep")))
        }))
    }
}

/// The word of a level.
pub fn level(m: Messages, level: Level) -> String {
    match level {
        Level::InBand => t!(m, "room-level-in-band"),
        Level::Concerning => t!(m, "room-level-concerning"),
        Level::Act => t!(m, "room-level-act"),
        Level::Emergency => t!(m, "room-level-emergency"),
    }
}

#[cfg(test)]
mod tests {
    use journey::protocol::{DEFAULT_TOML, Level, Protocol, Range, Sign};

    use super::inside;

    /// As `levelOf` of web/src/room/vitals.ts reads the three ranges.
    fn read(ranges: [Range; 3], value: i64) -> Level {
        let [warn, act, emergency] = ranges.map(|range| !range.holds(value));
        match (emergency, act, warn) {
            (true, ..) => Level::Emergency,
            (_, true, _) => Level::Act,
            (.., true) => Level::Concerning,
            _ => Level::InBand,
        }
    }

    #[test]
    fn a_tablet_colours_a_value_as_the_practice_will() {
        let protocol: Protocol = toml::from_str(DEFAULT_TOML).unwrap();
        let mut levels = std::collections::BTreeSet::new();
        for sign in Sign::ALL {
            let bands = protocol.bands.of(sign);
            let possible = bands.possible.value;
            for before in [None, Some(possible.low), Some(98), Some(130)] {
                for value in possible.low..=possible.high {
                    let level = bands.level(value, before);
                    assert_eq!(
                        read(inside(bands, before), value),
                        level,
                        "{sign:?} {value} after {before:?}"
                    );
                    levels.insert(level);
                }
            }
        }
        assert_eq!(levels.len(), 4, "every level was seen");
    }
}
