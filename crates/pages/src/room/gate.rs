//! The gate on the page: each condition, how it stands, what to do for it, and then the dose.

use journey::gate::{Check, Condition, ConditionId, Gate, Reason, State as Standing};
use journey::medicine_session::day::{KitItem, RiskFinding};
use journey::medicine_session::dose::PASSABLE;
use journey::prescription::Envelope;
use maud::{Markup, html};

use super::context::{Room, is_of_the_record};
use super::{asking, forms, say, words};
use crate::components::level::{self, Level};
use crate::frame::Frame;
use crate::messages::Messages;
use crate::t;

/// The conditions that this reader may see.
fn seen(room: &Room) -> impl Iterator<Item = &Condition> {
    let conditions = room.gate.as_ref().map(Gate::conditions).unwrap_or_default();
    conditions.iter().filter(|one| room.may.record || !is_of_the_record(one.id))
}

fn authorised(room: &Room) -> bool {
    room.gate.as_ref().is_some_and(Gate::authorised)
}

/// The panel of the first condition that stands in the way and can be met here; else the dose.
pub fn first_open(room: &Room) -> String {
    let open = |one: &&Condition| matches!(one.state, Standing::Fails | Standing::Unknown);
    let here = |one: &&Condition| has_form(one.id);
    match seen(room).filter(open).find(here).or_else(|| seen(room).find(open)) {
        Some(one) => format!("gate-{}", one.id.key()),
        None if room.may.dose => "give".to_owned(),
        None => "card".to_owned(),
    }
}

fn has_form(id: ConditionId) -> bool {
    use ConditionId::{G2, G5, G9, G10, G11, G12, G13, G14, G15};
    matches!(id, G2 | G5 | G9 | G10 | G11 | G12 | G13 | G14 | G15)
}

/// The list of conditions, and the verdict above it.
pub fn list(frame: &Frame<'_>, room: &Room) -> Markup {
    let m = frame.messages();
    let open = room.gate.as_ref().map_or(0, |gate| gate.standing().count());
    html! {
        div.gate-head {
            h2 id="gate-title" data-gate=(if authorised(room) { "open" } else { "closed" }) {
                @match &room.gate {
                    None => (t!(m, "room-gate-no-protocol")),
                    Some(_) if open == 0 => {
                        @match room.less_mg {
                            Some(less) => (t!(m, "room-gate-open-less", mg = less)),
                            None => (t!(m, "room-gate-open")),
                        }
                    }
                    Some(_) => (t!(m, "room-gate-closed", open = open)),
                }
            }
            div.gate-ways {
                // A no is one touch, whatever else is open, and asks for no reason.
                @if room.may.chart {
                    (forms::touch("end_without_dose", "because=client_said_no", &t!(m, "room-say-no")))
                }
                @if room.may.dose {
                    button.touch.strong.ready[authorised(room)] type="button" data-opens="give" data-key="d" {
                        (t!(m, "room-give"))
                    }
                }
            }
        }
        ul.conditions {
            @for one in seen(room) {
                li {
                    button type="button" data-opens={ "gate-" (one.id.key()) } data-condition=(one.id.key()) data-standing=(standing(one.state)) {
                        (level::level(shape(one), &words::condition(m, one.id.key())))
                        small { (short(m, one)) }
                    }
                }
            }
        }
        @if room.walks_alone { p.small { (level::level(Level::Look, &t!(m, "room-gate-alone"))) } }
        @if !room.may.record { p.quiet.small { (t!(m, "room-gate-narrowed")) } }
    }
}

fn standing(state: Standing) -> &'static str {
    match state {
        Standing::Holds => "holds",
        Standing::Fails => "fails",
        Standing::Unknown => "unknown",
        Standing::Overridden => "overridden",
    }
}

fn shape(one: &Condition) -> Level {
    match one.state {
        Standing::Holds if !one.cautions.is_empty() => Level::Inform,
        Standing::Holds => Level::Holds,
        Standing::Fails if one.reasons.iter().all(is_to_be_done) => Level::Missing,
        Standing::Fails => Level::Stops,
        Standing::Unknown => Level::Missing,
        Standing::Overridden => Level::Look,
    }
}

/// The state in a few words: the first reason, and how many more.
fn short(m: Messages, one: &Condition) -> String {
    match (one.state, one.reasons.as_slice()) {
        (Standing::Holds, _) if !one.cautions.is_empty() => t!(m, "room-gate-caution"),
        (Standing::Holds, _) => t!(m, "room-gate-holds"),
        (Standing::Overridden, _) => t!(m, "room-gate-overridden"),
        (Standing::Unknown | Standing::Fails, []) => t!(m, "room-gate-unknown"),
        (Standing::Unknown, [_]) => t!(m, "room-gate-unknown"),
        (Standing::Unknown, all) => t!(m, "room-gate-unknown-many", reasons = all.len()),
        (Standing::Fails, [one]) => why(m, one),
        (Standing::Fails, all) if all.iter().all(is_to_be_done) => {
            t!(m, "room-gate-to-do-many", reasons = all.len())
        }
        (Standing::Fails, all) => t!(m, "room-gate-fails-many", reasons = all.len()),
    }
}

/// A reason in few words, without what it is about.
fn why(m: Messages, reason: &Reason) -> String {
    match reason {
        Reason::NotKnown { .. } => t!(m, "room-gate-unknown"),
        Reason::NotSo { .. } if is_to_be_done(reason) => t!(m, "room-gate-to-do"),
        Reason::NotSo { .. } => t!(m, "room-gate-unmet"),
        Reason::BelowLimit { value, limit, .. } => t!(m, "room-gate-below", value = *value, limit = *limit),
        Reason::AboveLimit { value, limit, .. } => t!(m, "room-gate-above", value = *value, limit = *limit),
        Reason::NotRecent { value, limit, .. } => t!(m, "room-gate-old", value = *value, limit = *limit),
    }
}

/// Whether nobody has done it yet, which is another thing than a bad finding.
fn is_to_be_done(reason: &Reason) -> bool {
    let done_here = matches!(
        reason.check(),
        Check::IdentityConfirmed
            | Check::ConsentAttested
            | Check::MedicinesReconciled
            | Check::EscortNamed
            | Check::EscortConfirmed
            | Check::KitChecked
            | Check::MonitorPresent
            | Check::PrescriberReachable
            | Check::ClearanceGiven
            | Check::LastReviewSigned
            | Check::ProtocolSigned
    );
    matches!(reason, Reason::NotSo { .. }) && done_here || matches!(reason, Reason::NotKnown { .. })
}

/// The panel of each condition, and the dose.
pub fn panels(frame: &Frame<'_>, room: &Room) -> Vec<(String, Markup)> {
    let mut panels: Vec<(String, Markup)> =
        seen(room).map(|one| (format!("gate-{}", one.id.key()), panel(frame, room, one))).collect();
    if room.may.dose {
        panels.push(("give".to_owned(), give(frame, room)));
        panels.push(("end".to_owned(), end(frame, room)));
    }
    panels
}

fn panel(frame: &Frame<'_>, room: &Room, one: &Condition) -> Markup {
    let m = frame.messages();
    html! {
        div.pad-head {
            h2 { (words::condition(m, one.id.key())) }
            p { (level::level(shape(one), &state_words(m, one))) }
        }
        (reasons(m, one))
        @if one.state != Standing::Holds && (!room.may.chart || !asks_all(one)) {
            p.quiet.to-do { (to_do(m, one.id)) }
        }
        @if room.may.chart { (act(frame, room, one.id)) }
        (asking::asked(frame, room, one.id))
        @if PASSABLE.contains(&one.id) && matches!(one.state, Standing::Fails | Standing::Unknown) {
            (asking::to_ask(frame, room, one.id))
        }
    }
}

/// Whether the form below asks for all that is missing, in words of its own.
fn asks_all(one: &Condition) -> bool {
    shape(one) == Level::Missing && matches!(one.id, ConditionId::G13 | ConditionId::G15)
}

/// Why a condition does not hold, each reason with its figures.
pub(crate) fn reasons(m: Messages, one: &Condition) -> Markup {
    let line =
        |reason: &Reason| format!("{}: {}", words::check(m, Check::key(reason.check())), why(m, reason));
    html! {
        @let found = one.reasons.iter().filter(|reason| !has_form(one.id) || !is_to_be_done(reason));
        @let found: Vec<&Reason> = found.collect();
        @if !found.is_empty() || !one.cautions.is_empty() {
            ul.reasons {
                @for reason in found { li { (line(reason)) } }
                @for reason in &one.cautions { li.quiet { (line(reason)) } }
            }
        }
        @if let Some(passed) = &one.overridden_by { p { (t!(m, "room-passed", reason = passed.reason.as_str())) } }
    }
}

fn state_words(m: Messages, one: &Condition) -> String {
    match one.state {
        Standing::Fails if shape(one) == Level::Missing => t!(m, "room-gate-to-do"),
        Standing::Holds => t!(m, "room-gate-holds"),
        Standing::Fails => t!(m, "room-gate-fails"),
        Standing::Unknown => t!(m, "room-gate-unknown"),
        Standing::Overridden => t!(m, "room-gate-overridden"),
    }
}

/// What would meet a condition.
fn to_do(m: Messages, id: ConditionId) -> String {
    use ConditionId::{G1, G2, G3, G4, G5, G6, G7, G8, G9, G10, G11, G12, G13, G14, G15, G16};
    match id {
        G1 => t!(m, "room-do-g1"),
        G2 => t!(m, "room-do-g2"),
        G3 => t!(m, "room-do-g3"),
        G4 => t!(m, "room-do-g4"),
        G5 => t!(m, "room-do-g5"),
        G6 => t!(m, "room-do-g6"),
        G7 => t!(m, "room-do-g7"),
        G8 => t!(m, "room-do-g8"),
        G9 => t!(m, "room-do-g9"),
        G10 => t!(m, "room-do-g10"),
        G11 => t!(m, "room-do-g11"),
        G12 => t!(m, "room-do-g12"),
        G13 => t!(m, "room-do-g13"),
        G14 => t!(m, "room-do-g14"),
        G15 => t!(m, "room-do-g15"),
        G16 => t!(m, "room-do-g16"),
        _ => String::new(),
    }
}

/// The form by which a condition is met in the room, where it can be.
fn act(frame: &Frame<'_>, room: &Room, id: ConditionId) -> Markup {
    let m = frame.messages();
    match id {
        ConditionId::G2 => html! {
            (who(frame, room))
            @if room.day.identity.is_none() {
                div.go { (forms::touch("confirm_identity", "", &t!(m, "room-confirm-identity", name = room.emergency.name.as_str()))) }
            }
        },
        ConditionId::G5 => html! {
            @if room.attested_at.is_none() && room.may.attest {
                div.go { (forms::touch("attest_consent", "", &t!(m, "room-attest"))) }
            }
        },
        ConditionId::G9 => forms::form(
            frame,
            room,
            "reconcile_medicines",
            html! {
                (medicines(frame, room))
                (forms::long("medicines-changes", "changes", &t!(m, "room-medicines-changes"), ""))
                (forms::keep(&t!(m, "room-medicines-done")))
            },
        ),
        ConditionId::G10 => forms::form(
            frame,
            room,
            "answer_day",
            html! {
                (forms::chips("pregnancy_test", "text", &t!(m, "room-pregnancy"), &[
                    ("negative".to_owned(), t!(m, "room-pregnancy-negative")),
                    ("positive".to_owned(), t!(m, "room-pregnancy-positive")),
                    ("does_not_apply".to_owned(), t!(m, "room-pregnancy-none")),
                ], ""))
                (forms::keep(&t!(m, "room-keep")))
            },
        ),
        ConditionId::G11 => risk(frame, room),
        ConditionId::G12 => html! {
            div.go { button.touch.strong type="button" data-opens="vitals" { (t!(m, "room-take-vitals")) } }
        },
        ConditionId::G13 => day(frame, room),
        ConditionId::G14 => forms::form(
            frame,
            room,
            "confirm_escort",
            html! {
                (forms::line("escort-name", "name", &t!(m, "room-escort"), room.day.escort.as_deref().or(room.escort.as_deref()).unwrap_or_default()))
                (forms::keep(&t!(m, "room-escort-yes")))
            },
        ),
        ConditionId::G15 => people(frame, room),
        _ => html! {},
    }
}

/// The medicines that are known, to be gone through; and what was said today and waits for a prescriber.
fn medicines(frame: &Frame<'_>, room: &Room) -> Markup {
    let m = frame.messages();
    let known = room.emergency.history.as_ref().map(|known| known.medicines.as_slice());
    html! {
        @match known {
            Some([]) => p.quiet { (t!(m, "room-medicines-none")) },
            Some(known) => ul.known { @for medicine in known { li { (medicine) } } },
            None => p.quiet { (t!(m, "room-emergency-ask")) },
        }
        @if let Some(changes) = &room.day.medicines_changes {
            p.must { (t!(m, "room-medicines-said", words = changes.as_str())) }
        }
    }
}

/// Whose record this is, to be compared with what the person says.
fn who(frame: &Frame<'_>, room: &Room) -> Markup {
    let m = frame.messages();
    let (name, born) = (&room.emergency.name, &room.emergency.born);
    html! {
        dl.whose {
            div { dt { (t!(m, "room-whose-name")) } dd { (name) } }
            div { dt { (t!(m, "room-whose-born")) } dd {
                @match born {
                    Some(born) => (born),
                    None if room.may.record => (t!(m, "room-whose-born-unknown")),
                    None => (t!(m, "room-emergency-ask")),
                }
            } }
        }
    }
}

fn risk(frame: &Frame<'_>, room: &Room) -> Markup {
    let m = frame.messages();
    let finding = |finding, value: &str| (value.to_owned(), say::risk(m, finding));
    let choices = [
        finding(RiskFinding::NoConcern, "no_concern"),
        finding(RiskFinding::TalkedThrough, "talked_through"),
        finding(RiskFinding::NotToday, "not_today"),
    ];
    forms::form(
        frame,
        room,
        "assess_risk",
        html! {
            (forms::chips("finding", "text", &t!(m, "room-risk-asked"), &choices, ""))
            (forms::long("risk-words", "words", &t!(m, "room-risk-words"), ""))
            (forms::keep(&t!(m, "room-keep")))
        },
    )
}

fn day(frame: &Frame<'_>, room: &Room) -> Markup {
    let m = frame.messages();
    let hours = |hours: &[i64]| -> Vec<(String, String)> {
        let ago = hours.iter().map(|hour| ((hour * 60).to_string(), t!(m, "room-hours", hours = *hour)));
        ago.chain([("long_ago".to_owned(), t!(m, "room-long-ago"))]).collect()
    };
    let yes_no = [("no".to_owned(), t!(m, "room-no")), ("yes".to_owned(), t!(m, "room-yes"))];
    forms::form(
        frame,
        room,
        "answer_day",
        html! {
            (forms::chips("food", "ago", &t!(m, "room-day-food"), &hours(&[2, 4, 6, 8]), ""))
            (forms::chips("fluid", "ago", &t!(m, "room-day-fluid"), &hours(&[1, 2, 3, 4]), ""))
            (forms::chips("alcohol_or_cannabis", "ago", &t!(m, "room-day-alcohol"), &hours(&[6, 12, 24, 48]), ""))
            div.threes {
                (forms::chips("intoxicated", "flag", &t!(m, "room-day-intoxicated"), &yes_no, ""))
                (forms::chips("infection", "flag", &t!(m, "room-day-infection"), &yes_no, ""))
                (forms::chips("vomiting", "flag", &t!(m, "room-day-vomiting"), &yes_no, ""))
            }
            (forms::keep(&t!(m, "room-keep")))
        },
    )
}

fn people(frame: &Frame<'_>, room: &Room) -> Markup {
    let m = frame.messages();
    let items: Vec<(String, String)> =
        KitItem::ALL.into_iter().map(|item| (item.code().replace('-', "_"), say::kit(m, item))).collect();
    let ticked: Vec<String> = room.day.kit.iter().map(|item| item.code().replace('-', "_")).collect();
    let watcher = room.day.monitor.map(|staff| staff.to_string()).unwrap_or_default();
    let watchers: Vec<(String, String)> =
        room.watchers.iter().map(|(staff, name)| (staff.to_string(), name.clone())).collect();
    let how = room.day.prescriber.as_deref().unwrap_or_default();
    let name = room.day.monitor.and_then(|staff| room.names.get(&staff)).map_or("", String::as_str);
    let kit = forms::form(
        frame,
        room,
        "check_kit",
        html! {
            (forms::ticks("items", &t!(m, "room-kit"), &items, &ticked))
            (forms::keep(&t!(m, "room-kit-done")))
        },
    );
    let watching = forms::form(
        frame,
        room,
        "assign_monitor",
        html! {
            (forms::chips("monitor", "text", &t!(m, "room-monitor"), &watchers, &watcher))
            (forms::keep(&t!(m, "room-keep")))
        },
    );
    let reached = forms::form(
        frame,
        room,
        "reach_prescriber",
        html! {
            (forms::line("prescriber-how", "how", &t!(m, "room-prescriber-how"), how))
            (forms::keep(&t!(m, "room-prescriber-reached")))
        },
    );
    let checked = KitItem::NEEDED.iter().all(|item| room.day.kit.contains(item));
    in_turn([
        (checked.then(|| t!(m, "room-did-kit", items = room.day.kit.len())), kit),
        (room.day.monitor.map(|_| t!(m, "room-watches", name = name)), watching),
        (room.day.prescriber.as_ref().map(|how| t!(m, "room-did-prescriber", how = how.as_str())), reached),
    ])
}

/// One thing after the other: what was done folds to a line, what comes later waits.
fn in_turn<const N: usize>(steps: [(Option<String>, Markup); N]) -> Markup {
    let turn = steps.iter().position(|(done, _)| done.is_none());
    html! {
        div.in-turn {
            @for (place, (done, form)) in steps.iter().enumerate() {
                @match done {
                    Some(done) => details { summary.touch { (level::level(Level::Holds, done)) } (form) },
                    None if Some(place) == turn => (form),
                    None => {}
                }
            }
        }
    }
}

/// The dose: what is prescribed stands in the fields, and the gate is decided for it. Where less is
/// allowed today, the dose is left to a person.
fn give(frame: &Frame<'_>, room: &Room) -> Markup {
    let m = frame.messages();
    let open = room.gate.as_ref().map(|gate| gate.standing().count());
    html! {
        (forms::head(&t!(m, "room-give"), &t!(m, "room-fold")))
        @match (&room.envelope, open) {
            (Some(envelope), Some(0)) => {
                p { (t!(m, "room-give-allowed", tier = say::tier(m, envelope.tier), mg = envelope.most_mg_per_session)) }
                @if let Some(less) = room.less_mg { p { (level::level(Level::Look, &t!(m, "room-give-less", mg = less))) } }
                p.when-silent { (level::level(Level::Look, &t!(m, "room-give-silent"))) }
                @let most = room.less_mg.unwrap_or_else(|| envelope.planned_mg());
                (forms::form(frame, room, "administer_dose", html! {
                    (forms::chips("dose", "dose", &t!(m, "room-dose-lozenges", mg = envelope.strength_mg), &whole(m, envelope, most), ""))
                    (forms::more(&t!(m, "room-dose-other"), &html! {
                        (forms::number("dose-mg", "dose_mg", &t!(m, "room-dose-mg"), None))
                        (forms::number("dose-lozenges", "lozenges", &t!(m, "room-dose-opened"), None))
                    }))
                    (forms::number("dose-hold", "hold_minutes", &t!(m, "room-dose-hold"), Some(i64::from(envelope.hold_minutes))))
                    (forms::keep(&t!(m, "room-give-now")))
                }))
            }
            (_, open) => {
                p { (level::level(Level::Stops, &t!(m, "room-gate-closed", open = open.unwrap_or_default()))) }
                p.quiet { (t!(m, "room-give-closed")) }
            }
        }
        div.many.wide {
            button.touch.quiet type="button" data-opens="end" { (t!(m, "room-end")) }
            button.touch.quiet type="button" data-opens="outside" { (t!(m, "room-outside")) }
        }
    }
}

/// Whole lozenges and what they come to, one touch each: milligrams and count cannot part.
fn whole(m: Messages, envelope: &Envelope, most_mg: i64) -> Vec<(String, String)> {
    let strength = i64::from(envelope.strength_mg).max(1);
    let counts = 1..=(most_mg / strength).min(i64::from(envelope.lozenges));
    counts
        .map(|count| {
            let mg = count * strength;
            (format!("{mg}/{count}"), t!(m, "room-dose-whole", count = count, mg = mg))
        })
        .collect()
}

fn lozenges(dose_mg: i64, strength_mg: u32) -> Option<i64> {
    let strength = i64::from(strength_mg);
    (strength > 0).then(|| (dose_mg + strength - 1) / strength)
}

/// The further dose, if its own list allows it.
pub fn booster(frame: &Frame<'_>, room: &Room) -> Markup {
    let m = frame.messages();
    let Some(gate) = &room.booster else { return html! {} };
    let prescribed = room.envelope.as_ref();
    let mg = prescribed.and_then(|envelope| envelope.booster).map(|booster| i64::from(booster.mg));
    html! {
        (forms::head(&t!(m, "room-booster"), &t!(m, "room-fold")))
        @if gate.authorised() {
            (forms::form(frame, room, "administer_booster", html! {
                (forms::number("booster-mg", "dose_mg", &t!(m, "room-dose-mg"), mg))
                (forms::number("booster-lozenges", "lozenges", &t!(m, "room-booster-lozenges"), prescribed.zip(mg).and_then(|(envelope, mg)| lozenges(mg, envelope.strength_mg))))
                (forms::number("booster-hold", "hold_minutes", &t!(m, "room-dose-hold"), prescribed.map(|envelope| i64::from(envelope.hold_minutes))))
                (forms::keep(&t!(m, "room-give-now")))
            }))
        } @else {
            ul.reasons {
                @for one in gate.standing() {
                    @for reason in &one.reasons { li { (words::check(m, reason.check().key())) ": " (why(m, reason)) } }
                }
            }
        }
    }
}

/// A dose that was taken although nothing authorised it.
pub fn outside(frame: &Frame<'_>, room: &Room) -> Markup {
    let m = frame.messages();
    html! {
        (forms::head(&t!(m, "room-outside"), &t!(m, "room-fold")))
        p.quiet { (t!(m, "room-outside-hint")) }
        (forms::form(frame, room, "record_dose_outside_gate", html! {
            (forms::number("outside-mg", "dose_mg", &t!(m, "room-dose-mg"), None))
            (forms::number("outside-lozenges", "lozenges", &t!(m, "room-outside-lozenges"), None))
            (forms::chips("given_at", "when", &t!(m, "room-outside-when"), &[
                ("0".to_owned(), t!(m, "room-outside-now")),
                ("5".to_owned(), t!(m, "room-minutes-ago", minutes = 5)),
                ("15".to_owned(), t!(m, "room-minutes-ago", minutes = 15)),
                ("30".to_owned(), t!(m, "room-minutes-ago", minutes = 30)),
            ], "0"))
            (forms::line("outside-by", "given_by", &t!(m, "room-outside-by"), ""))
            (forms::long("outside-why", "why", &t!(m, "room-outside-why"), ""))
            (forms::keep(&t!(m, "room-outside-keep")))
        }))
    }
}

/// A visit in which nothing is given ends well, too.
fn end(frame: &Frame<'_>, room: &Room) -> Markup {
    let m = frame.messages();
    html! {
        (forms::head(&t!(m, "room-end"), &t!(m, "room-fold")))
        p.quiet { (t!(m, "room-end-hint")) }
        (forms::form(frame, room, "end_without_dose", html! {
            (forms::chips("because", "text", &t!(m, "room-end-because"), &[
                ("client_said_no".to_owned(), t!(m, "room-ended-no")),
                ("therapist_stopped".to_owned(), t!(m, "room-ended-stopped")),
                ("gate_stayed_closed".to_owned(), t!(m, "room-ended-gate")),
            ], ""))
            (forms::long("end-words", "words", &t!(m, "room-end-words"), ""))
            (forms::keep(&t!(m, "room-end-keep")))
        }))
    }
}
