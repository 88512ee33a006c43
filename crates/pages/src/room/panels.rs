//! Panels of the pad: what was offered, a note, slowing down, phases, help, and every entry.

use journey::medicine_session::Charted;
use journey::medicine_session::adverse_event::{Relatedness, TERMS};
use journey::medicine_session::charting::{Arose, Group, Offer};
use journey::medicine_session::phase::Phase;
use journey::medicine_session::timeline::{Line, Shown};
use journey::medicine_session::vocabulary;
use maud::{Markup, html};

use super::context::Room;
use super::{correct, forms, pad, say, shell, words};
use crate::frame::Frame;
use crate::t;

/// What can be offered, each one touch.
pub fn offered(frame: &Frame<'_>, room: &Room) -> Markup {
    let m = frame.messages();
    let hands = say::touch(m, &room.card.touch);
    html! {
        (forms::head(&t!(m, "room-group-offered"), &t!(m, "room-fold")))
        p.must.small { (hands) }
        div.many {
            @for word in vocabulary::of_group(Group::Offered) {
                button.touch type="button" data-act="chart" data-target=(word.code) data-set=(pad::entry(Group::Offered, word.code)) {
                    (words::charted(m, word.code))
                }
            }
        }
    }
}

/// A free text; it blocks nothing.
pub fn note(frame: &Frame<'_>, room: &Room) -> Markup {
    let m = frame.messages();
    html! {
        (forms::head(&t!(m, "room-note"), &t!(m, "room-fold")))
        (forms::form(frame, room, "note", html! {
            (forms::long("note-text", "text", &t!(m, "room-note-text"), ""))
            (forms::keep(&t!(m, "room-keep")))
        }))
        (forms::form(frame, room, "chart", html! {
            input type="hidden" name="entry.group" value="words";
            input type="hidden" name="entry.code" value="a-word";
            (forms::line("said-words", "entry.words", &t!(m, "room-said", name = room.first_name.as_str()), ""))
            (forms::keep(&t!(m, "room-said-keep")))
        }))
    }
}

/// Words for what was charted last.
pub fn word(frame: &Frame<'_>, room: &Room) -> Markup {
    let m = frame.messages();
    html! {
        (forms::head(&t!(m, "room-add-words"), &t!(m, "room-fold")))
        (forms::form(frame, room, "second_words", html! {
            (forms::line("second-words", "entry.words", &t!(m, "room-words"), ""))
            (forms::keep(&t!(m, "room-keep")))
        }))
    }
}

/// Slowing down is charted by the first touch; this may be added, or left.
pub fn slow(frame: &Frame<'_>, room: &Room) -> Markup {
    let m = frame.messages();
    let arose: Vec<(String, String)> =
        Arose::ALL.into_iter().map(|one| (arose_value(one).to_owned(), say::arose(m, one))).collect();
    let offered: Vec<(String, String)> =
        Offer::ALL.into_iter().map(|one| (offer_value(one).to_owned(), say::offer(m, one))).collect();
    html! {
        (forms::head(&t!(m, "room-slow-down"), &t!(m, "room-fold")))
        (stop(frame, room))
        p.quiet { (t!(m, "room-slow-hint")) }
        (forms::form(frame, room, "second_slow", html! {
            (forms::chips("arose", "text", &t!(m, "room-slow-arose"), &arose, ""))
            (forms::ticks("offered", &t!(m, "room-slow-offered"), &offered, &[]))
            (forms::line("slow-came", "came", &t!(m, "room-slow-came"), ""))
            (forms::keep(&t!(m, "room-keep")))
        }))
        p.must.small { (say::touch(m, &room.card.touch)) }
    }
}

/// Stopping is one touch and needs no reason; what it means stands there afterwards.
fn stop(frame: &Frame<'_>, room: &Room) -> Markup {
    let m = frame.messages();
    html! {
        @match room.stopped_at() {
            Some(at) => p.must { (t!(m, "room-stopped-means", hour = frame.clock().hour(at))) },
            None if room.may.chart && room.dosed_at().is_some() && room.ending.is_none() => {
                div.many.wide {
                    (forms::touch("stop_early", "by=client", &t!(m, "room-stop-client")))
                    (forms::touch("stop_early", "by=therapist", &t!(m, "room-stop-therapist")))
                }
            }
            None => {}
        }
    }
}

/// What arose, as an act spells it.
pub fn arose_value(arose: Arose) -> &'static str {
    match arose {
        Arose::Fear => "fear",
        Arose::Disorientation => "disorientation",
        Arose::StrongEmotion => "strong_emotion",
        Arose::Memory => "memory",
        Arose::Body => "body",
    }
}

/// What was offered, as an act spells it.
pub fn offer_value(offer: Offer) -> &'static str {
    match offer {
        Offer::Voice => "voice",
        Offer::Breath => "breath",
        Offer::Ground => "ground",
        Offer::Hand => "hand",
        Offer::Music => "music",
        Offer::Light => "light",
        Offer::Nothing => "nothing",
    }
}

/// Where the session is.
pub fn phases(frame: &Frame<'_>, room: &Room) -> Markup {
    let m = frame.messages();
    html! {
        (forms::head(&t!(m, "room-phase"), &t!(m, "room-fold")))
        div.many.wide {
            @for phase in Phase::ALL {
                button.touch type="button" data-act="enter_phase" data-phase=(phase.code())
                    data-set={ "phase=" (phase.code()) } aria-pressed=(if phase == room.phase { "true" } else { "false" }) {
                    (say::phase(m, phase))
                }
            }
        }
    }
}

/// The card from the preparation.
pub fn card(frame: &Frame<'_>, room: &Room) -> Markup {
    let m = frame.messages();
    html! {
        (forms::head(&t!(m, "room-card", name = room.first_name.as_str()), &t!(m, "room-fold")))
        (shell::card(frame, &room.card))
    }
}

/// Everything that was charted, with the way to put it right; what was taken back stays to be seen.
pub fn entries(frame: &Frame<'_>, room: &Room) -> Markup {
    let m = frame.messages();
    let clock = frame.clock();
    html! {
        (forms::head(&t!(m, "room-entries"), &t!(m, "room-fold")))
        ol.entries {
            @for line in room.lines.iter().rev() {
                li {
                    span.when { (clock.hour(line.at)) @if line.late { " " em { (t!(m, "room-late")) } } @if line.corrected { " " em { (t!(m, "room-corrected")) } } }
                    span.what { (say::shown(m, &line.shown)) (first_reading(frame, room, line)) }
                    @if let Some(id) = line.id.filter(|_| room.may.amend) {
                        @match &line.shown {
                            Shown::Charted(charted) if !matches!(charted, Charted::Corrected { .. }) => {
                                @match correct::button(m, id, line.at, charted) {
                                    Some(button) => (button),
                                    None => button.touch.quiet type="button" data-act="undo" data-set={ "event=" (id) } aria-label=(t!(m, "room-take-back-what", what = say::shown(m, &line.shown))) {
                                        (t!(m, "room-take-back"))
                                    },
                                }
                            }
                            Shown::Dose(_) if room.may.dose => (mistake(frame, room, "take_back_dose", &id.to_string())),
                            Shown::AdverseEvent(_) if room.may.report => (mistake(frame, room, "take_back_adverse_event", &id.to_string())),
                            _ => {}
                        }
                    }
                }
            }
            @for one in &room.struck {
                li.struck {
                    span.when { (clock.hour(one.at)) }
                    span.what { s { (say::charted(m, &one.charted)) } " " em { (t!(m, "room-taken-back")) } }
                }
            }
        }
    }
}

/// What a corrected line said first, and when that was said to have happened; it stays to be seen.
pub fn first_reading(frame: &Frame<'_>, room: &Room, line: &Line) -> Markup {
    let m = frame.messages();
    html! {
        @if let Some(first) = line.id.and_then(|id| room.first_readings.get(&id)) {
            " " s.first-reading { (frame.clock().hour(first.at)) " " (say::charted(m, &first.charted)) }
        }
    }
}

fn mistake(frame: &Frame<'_>, room: &Room, act: &str, event: &str) -> Markup {
    let m = frame.messages();
    html! {
        details {
            summary.touch { (t!(m, "room-take-back")) }
            (forms::form(frame, room, act, html! {
                input type="hidden" name="event" value=(event);
                (forms::line(&format!("mistake-{event}"), "because", &t!(m, "room-reason"), ""))
                (forms::keep(&t!(m, "room-take-back")))
            }))
        }
    }
}

/// The letters of the keyboard.
pub fn keys(frame: &Frame<'_>) -> Markup {
    let m = frame.messages();
    let keys = [
        ("v", t!(m, "room-vitals")),
        ("n", t!(m, "room-note")),
        ("g", t!(m, "room-group-offered")),
        ("u", t!(m, "room-undo")),
        ("s", t!(m, "room-slow-down")),
        ("p", t!(m, "room-phase")),
        ("c", t!(m, "room-card-spine")),
        ("r", t!(m, "room-rest")),
        ("h", t!(m, "room-help")),
    ];
    html! {
        (forms::head(&t!(m, "room-keys"), &t!(m, "room-fold")))
        p.quiet { (t!(m, "room-keys-hint")) }
        dl.letters { @for (key, words) in keys { div { dt { kbd { (key) } } dd { (words) } } } }
    }
}

/// What asks for an ambulance at any grade: the card that says so is opened (clinical dossier 3.2, 3.5).
fn grave_terms() -> String {
    let grave = [
        "chest-pain",
        "seizure",
        "loss-of-consciousness",
        "focal-sign",
        "apnoea",
        "laryngospasm",
        "allergic-reaction",
    ];
    grave.join(" ")
}

/// Something unwanted.
pub fn adverse(frame: &Frame<'_>, room: &Room) -> Markup {
    let m = frame.messages();
    let grades = [
        ("1".to_owned(), t!(m, "room-grade-1")),
        ("2".to_owned(), t!(m, "room-grade-2")),
        ("3".to_owned(), t!(m, "room-grade-3")),
        ("4".to_owned(), t!(m, "room-grade-4")),
        ("5".to_owned(), t!(m, "room-grade-5")),
    ];
    let related: Vec<(String, String)> =
        Relatedness::ALL.into_iter().map(|one| (one.code().to_owned(), words::relatedness(m, one))).collect();
    html! {
        (forms::head(&t!(m, "room-adverse"), &t!(m, "room-fold")))
        (forms::form(frame, room, "report_adverse_event", html! {
            div.ask {
                label.visually-hidden for="adverse-term" { (t!(m, "room-adverse-what")) }
                select id="adverse-term" name="term" data-field="term" required data-grave=(grave_terms()) {
                    option value="" selected { (t!(m, "room-adverse-what")) }
                    @for term in TERMS { option value=(term) { (words::term(m, term)) } }
                }
            }
            (forms::chips_needed("grade", "int", &t!(m, "room-adverse-grade"), &grades))
            (forms::chips("onset_at", "when", &t!(m, "room-adverse-onset"), &[
                ("0".to_owned(), t!(m, "room-outside-now")),
                ("5".to_owned(), t!(m, "room-minutes-ago", minutes = 5)),
                ("15".to_owned(), t!(m, "room-minutes-ago", minutes = 15)),
                ("30".to_owned(), t!(m, "room-minutes-ago", minutes = 30)),
            ], ""))
            (forms::chips("relatedness", "text", &t!(m, "room-adverse-related"), &related, ""))
            (forms::more(&t!(m, "room-adverse-more"), &html! {
                (forms::long("adverse-words", "words", &t!(m, "room-words"), ""))
                (forms::long("adverse-action", "action", &t!(m, "room-adverse-action"), ""))
                (forms::long("adverse-outcome", "outcome", &t!(m, "room-adverse-outcome"), ""))
                (forms::chips("resolved_at", "when", &t!(m, "room-adverse-resolved"), &[
                    ("0".to_owned(), t!(m, "room-outside-now")),
                    ("4".to_owned(), t!(m, "room-minutes-ago", minutes = 4)),
                    ("14".to_owned(), t!(m, "room-minutes-ago", minutes = 14)),
                ], ""))
            }))
            (forms::keep(&t!(m, "room-adverse-keep")))
        }))
    }
}
