//! Putting any entry right: one form for each kind, which the script fills with what the entry says.

use jiff::Timestamp;
use journey::EventId;
use journey::medicine_session::Charted;
use journey::medicine_session::charting::{Arose, Offer, Strength};
use journey::medicine_session::dose::HoldEnd;
use journey::medicine_session::vitals::{Seen, Vitals};
use journey::protocol::Sign;
use maud::{Markup, html};

use super::context::Room;
use super::{forms, panels, say, vitals};
use crate::frame::Frame;
use crate::messages::Messages;
use crate::t;

/// The way to the form of an entry; none for what is taken back and done anew.
pub fn button(m: Messages, id: EventId, at: Timestamp, charted: &Charted) -> Option<Markup> {
    let (kind, fill) = says(charted)?;
    Some(html! {
        button.touch.quiet type="button" data-opens="correct" data-event=(id) data-kind=(kind) data-at=(at) data-fill=(written(&fill))
            aria-label=(t!(m, "room-correct-what", what = say::charted(m, charted)))
        { (t!(m, "room-correct")) }
    })
}

type Says = Vec<(&'static str, String)>;

/// The kind of an entry that can be put right, and what it says, by the fields of its form.
fn says(charted: &Charted) -> Option<(&'static str, Says)> {
    Some(match charted {
        Charted::VitalsTaken(set) => ("VitalsTaken", values(set)),
        Charted::EntryCharted(entry) => {
            let strength = entry.strength.map(|one| strength_value(one).to_owned());
            let own = [
                ("group", Some(entry.group.code().to_owned())),
                ("code", entry.code.clone()),
                ("words", entry.words.clone()),
                ("strength", strength),
            ];
            ("EntryCharted", present(own))
        }
        Charted::SlowedDown(slow) => {
            let mut own = present([
                ("arose", slow.arose.map(|one| panels::arose_value(one).to_owned())),
                ("came", slow.came.clone()),
            ]);
            own.extend(slow.offered.iter().map(|one| ("offered", panels::offer_value(*one).to_owned())));
            ("SlowedDown", own)
        }
        Charted::NoteWritten { text } => ("NoteWritten", vec![("text", text.clone())]),
        Charted::HoldEnded { minutes, end } => {
            ("HoldEnded", vec![("minutes", minutes.to_string()), ("end", end_value(*end).to_owned())])
        }
        Charted::PhaseEntered { phase } => ("PhaseEntered", vec![("phase", phase.code().to_owned())]),
        Charted::OnsetNoticed => ("OnsetNoticed", Vec::new()),
        _ => return None,
    })
}

fn present<const N: usize>(fields: [(&'static str, Option<String>); N]) -> Says {
    fields.into_iter().filter_map(|(name, value)| Some((name, value?))).collect()
}

fn values(set: &Vitals) -> Says {
    let signs = Sign::ALL.into_iter().filter_map(|sign| Some((sign.field(), set.of(sign)?.to_string())));
    let rated = set.ratings().into_iter().filter_map(|(name, value)| Some((name, value?.to_string())));
    let seen = set.moaas_seen.map(|seen| match seen {
        Seen::ByName => ("moaas_seen", "by_name".to_owned()),
        Seen::ByObservation => ("moaas_seen", "by_observation".to_owned()),
    });
    signs.chain(rated).chain(seen).collect()
}

fn strength_value(strength: Strength) -> &'static str {
    match strength {
        Strength::Light => "light",
        Strength::Clear => "clear",
        Strength::Strong => "strong",
    }
}

fn end_value(end: HoldEnd) -> &'static str {
    match end {
        HoldEnd::Swallowed => "swallowed",
        HoldEnd::Spat => "spat",
    }
}

/// Fields as an address would write them, so that no word of an entry ends its attribute or a pair.
fn written(fields: &Says) -> String {
    let pairs: Vec<String> =
        fields.iter().map(|(name, value)| format!("{name}={}", escaped(value))).collect();
    pairs.join("&")
}

fn escaped(value: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte);
    let each = value.bytes().map(|byte| match plain(byte) {
        true => char::from(byte).to_string(),
        false => format!("%{byte:02X}"),
    });
    each.collect()
}

/// The form that is shown until the script shows that of an entry.
const FIRST: &str = "VitalsTaken";

/// The panel: a form for each kind, of which the script shows one.
pub fn panel(frame: &Frame<'_>, room: &Room) -> Markup {
    let m = frame.messages();
    html! {
        (forms::head(&t!(m, "room-correct-title"), &t!(m, "room-fold")))
        p.quiet.small { (t!(m, "room-correct-hint")) }
        (form(frame, room, "VitalsTaken", vitals_fields(m)))
        (form(frame, room, "EntryCharted", entry_fields(m)))
        (form(frame, room, "SlowedDown", slow_fields(m)))
        (form(frame, room, "NoteWritten", html! { (forms::long("correct-text", "new.text", &t!(m, "room-note-text"), "")) }))
        (form(frame, room, "HoldEnded", hold_fields(m)))
        (form(frame, room, "PhaseEntered", html! { input type="hidden" id="correct-phase" name="new.phase"; }))
        (form(frame, room, "OnsetNoticed", html! {}))
    }
}

fn form(frame: &Frame<'_>, room: &Room, kind: &'static str, fields: Markup) -> Markup {
    let m = frame.messages();
    let earlier = [0, 5, 10, 15, 30];
    let id = |what: &str| format!("correct-{kind}-{what}");
    html! {
        form.act method="post" action={ "/people/" (room.client) "/sessions/" (room.session) "/acts" } data-act="correct" data-kind=(kind) hidden[kind != FIRST] {
            (crate::layout::csrf(frame))
            input type="hidden" id=(id("event")) name="event";
            input type="hidden" name="new.type" value=(kind);
            (fields)
            fieldset.picks.by-five {
                legend { (t!(m, "room-correct-when")) }
                div {
                    @for minutes in earlier {
                        label.chip for=(id(&minutes.to_string())) {
                            input type="radio" id=(id(&minutes.to_string())) name="occurred_at" data-as="when" value=(minutes) checked[minutes == 0];
                            span { @if minutes == 0 { (t!(m, "room-correct-as-it-is")) } @else { (t!(m, "room-minutes-earlier", minutes = minutes)) } }
                        }
                    }
                }
            }
            div.go.two {
                button.touch.plain type="button" data-act="undo" data-set="" { (t!(m, "room-take-back")) }
                button.touch.strong type="submit" { (t!(m, "room-correct-keep")) }
            }
        }
    }
}

fn vitals_fields(m: Messages) -> Markup {
    let number = |field: &str, label: &str| {
        forms::number(&format!("correct-{field}"), &format!("new.{field}"), label, None)
    };
    html! {
        div.threes {
            @for sign in Sign::ALL { (number(sign.field(), &vitals::short(m, sign))) }
            @for (name, _) in Vitals::default().ratings() { (number(name, &say::field(m, name))) }
        }
        input type="hidden" id="correct-moaas-seen" name="new.moaas_seen";
    }
}

fn entry_fields(m: Messages) -> Markup {
    let strengths: Vec<(String, String)> = [Strength::Light, Strength::Clear, Strength::Strong]
        .into_iter()
        .map(|one| (strength_value(one).to_owned(), say::strength(m, one)))
        .collect();
    html! {
        input type="hidden" id="correct-group" name="new.group";
        input type="hidden" id="correct-code" name="new.code";
        (forms::line("correct-words", "new.words", &t!(m, "room-words"), ""))
        (forms::chips("new.strength", "text", &t!(m, "room-strength"), &strengths, ""))
    }
}

fn slow_fields(m: Messages) -> Markup {
    let arose: Vec<(String, String)> =
        Arose::ALL.into_iter().map(|one| (panels::arose_value(one).to_owned(), say::arose(m, one))).collect();
    let offered: Vec<(String, String)> =
        Offer::ALL.into_iter().map(|one| (panels::offer_value(one).to_owned(), say::offer(m, one))).collect();
    html! {
        (forms::chips("new.arose", "text", &t!(m, "room-slow-arose"), &arose, ""))
        (forms::ticks("new.offered", &t!(m, "room-slow-offered"), &offered, &[]))
        (forms::line("correct-came", "new.came", &t!(m, "room-slow-came"), ""))
    }
}

fn hold_fields(m: Messages) -> Markup {
    let ends = [
        (end_value(HoldEnd::Swallowed).to_owned(), t!(m, "room-swallowed")),
        (end_value(HoldEnd::Spat).to_owned(), t!(m, "room-spat")),
    ];
    html! {
        (forms::number("correct-minutes", "new.minutes", &t!(m, "room-dose-hold"), None))
        (forms::chips("new.end", "text", &t!(m, "room-correct-end"), &ends, ""))
    }
}
