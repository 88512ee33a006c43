//! The vitals pad: large digits beside the chart, never over it.

use journey::medicine_session::vitals::{Seen, ZERO_TO_TEN};
use journey::medicine_session::vitals_due::DueSet;
use journey::protocol::{Level, Range, Sign, SignBands};
use maud::{Markup, html};

use super::act_cards::Situation;
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
            (values(m, room))
            div.says {
                p.error role="alert" data-error hidden {}
                p.concern role="status" data-concerning hidden {}
                p.quiet data-meaning {
                    @if asks_for_the_name(room) { (t!(m, "room-call-the-name")) } @else { (t!(m, "room-no-monitor")) }
                }
            }
            (keys(m))
        }))
    }
}

/// Nine places in three rows; what the client is asked to rate stands last and may stay empty.
fn values(m: Messages, room: &Room) -> Markup {
    html! {
        div.values {
            @for sign in Sign::ALL {
                div.value { label.label for={ "vitals-" (sign.field()) } { (short(m, sign)) } (input(m, room, sign)) }
            }
            @for (name, last) in room.latest.ratings() {
                @let label = say::field(m, name);
                div.value { label.label for={ "vitals-" (name) } { (label) } (field(m, name, Some(ZERO_TO_TEN), None, last, &label)) }
            }
        }
    }
}

/// A name that fits above a value; the whole name is read out.
pub(super) fn short(m: Messages, sign: Sign) -> String {
    match sign {
        Sign::RespiratoryRate => t!(m, "room-pad-breaths"),
        Sign::Moaas => t!(m, "room-pad-awake"),
        Sign::Systolic | Sign::Diastolic | Sign::HeartRate | Sign::Spo2 => say::sign(m, sign),
    }
}

/// Digits as on a telephone; how awake they are was seen, or found by calling the name.
fn keys(m: Messages) -> Markup {
    html! {
        div.keys {
            @for row in [["1", "2", "3"], ["4", "5", "6"], ["7", "8", "9"]] {
                @for key in row { button.touch type="button" data-digit=(key) { (key) } }
                @match row[0] {
                    "1" => button.touch.word type="button" data-digit="" { (t!(m, "room-delete")) },
                    "4" => button.touch.word type="button" data-next { (t!(m, "room-next")) },
                    _ => button.touch.word.strong.tall type="submit" { (t!(m, "room-keep")) },
                }
            }
            (found(m, Seen::ByName))
            button.touch type="button" data-digit="0" { "0" }
            (found(m, Seen::ByObservation))
        }
    }
}

/// How the level of sedation was found; nobody is taken to have called a name who did not say so.
fn found(m: Messages, seen: Seen) -> Markup {
    let (value, words) = match seen {
        Seen::ByName => ("by_name", t!(m, "room-seen-name")),
        Seen::ByObservation => ("by_observation", t!(m, "room-seen-watching")),
    };
    let id = format!("vitals-seen-{value}");
    html! {
        label.chip for=(id) {
            input type="radio" id=(id) name="moaas_seen" data-field="moaas_seen" value=(value)
                aria-label=(t!(m, "room-seen-how", how = words.as_str()));
            span { (words) }
        }
    }
}

/// Whether watching is not enough: breathing or oxygen asks for more (clinical dossier 12).
fn asks_for_the_name(room: &Room) -> bool {
    let findings = room.concern().map(|watched| watched.assessment.findings.as_slice()).unwrap_or_default();
    let asks = [Sign::Spo2, Sign::RespiratoryRate, Sign::Moaas];
    findings.iter().any(|one| one.level > Level::InBand && asks.contains(&one.sign))
}

/// What each level of sedation means, from 0 up, for whoever does not know the scale by heart.
fn meanings(m: Messages) -> String {
    let all: Vec<String> = (0..).map_while(|level| awake(m, level)).collect();
    all.join("|")
}

/// A level of sedation with what it means: "4: answers slowly to the name".
pub(super) fn awake(m: Messages, level: i64) -> Option<String> {
    Some(match level {
        0 => t!(m, "room-awake-0"),
        1 => t!(m, "room-awake-1"),
        2 => t!(m, "room-awake-2"),
        3 => t!(m, "room-awake-3"),
        4 => t!(m, "room-awake-4"),
        5 => t!(m, "room-awake-5"),
        _ => return None,
    })
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
    let means = (name == Sign::Moaas.field()).then(|| meanings(m));
    let card =
        Sign::ALL.into_iter().find(|sign| sign.field() == name).map(|sign| Situation::of(sign).panel());
    html! {
        input type="text" inputmode="none" id={ "vitals-" (name) } name=(name) data-field=(name) data-as="int" data-means=[means]
            data-inside=[inside] data-card=[card] data-low=[possible.map(|range| range.low)] data-high=[possible.map(|range| range.high)]
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
