//! The form of a new prescription: everything that it must state.

use journey::Refusal;
use maud::{Markup, html};

use super::{Limits, NUMBER_CHARACTERS_MAX, Prescription, choices, first, headline, in_force};
use crate::components::button::{Weight, submit};
use crate::components::field::{Field, Kind};
use crate::components::level::{Level, level};
use crate::frame::Frame;
use crate::layout::csrf;
use crate::practice::medical::{Typed, WORDS_CHARACTERS_MAX};
use crate::route::Place;
use crate::t;

const FIELDS: [&str; 4] = ["most_mg_per_session", "hold_minutes", "booster_mg", "valid_until"];

/// Draws the form.
pub(super) fn form(frame: &Frame<'_>, context: &Prescription, limits: Limits, typed: &Typed) -> Markup {
    let m = frame.messages();
    let name = frame.person.map_or("", |person| person.name);
    let number = |name, label: &str| {
        Field::new(name, label, Kind::Number)
            .value(typed.get(name))
            .characters_max(NUMBER_CHARACTERS_MAX)
            .draw(m)
    };
    let tiers = [
        ("psycholytic", t!(m, "prescription-psycholytic-up-to", mg = limits.psycholytic_mg_max)),
        ("moderate", t!(m, "prescription-moderate-up-to", mg = limits.moderate_mg_max)),
    ];
    let keepers = [("client", t!(m, "stock-custody-client")), ("practice", t!(m, "stock-custody-practice"))];
    let after = [("swallow", t!(m, "prescription-swallow")), ("spit", t!(m, "prescription-spit"))];
    let (low, high) = limits.hold_minutes;
    let hold = t!(m, "prescription-hold-hint", low = low, high = high);
    let most = match &context.first {
        Some(first) => format!("{} {}", t!(m, "prescription-most-hint"), first::said(m, first)),
        None => t!(m, "prescription-most-hint"),
    };
    let above = t!(m, "prescription-above-hint", mg = limits.moderate_mg_max_with_reason);
    let error = |name: &str| typed.error(m, name);
    html! {
        form.fields action=(context.subject.at(Place::Prescription).path()) method="post" {
            (csrf(frame))
            input type="hidden" name="command" value=(typed.command);
            input type="hidden" name="seen" value=(context.revision);
            (typed.error_atop(m, &FIELDS))
            @if typed.refusal == Some(Refusal::PrescriptionChanged) { (changed(frame, context)) }
            div.pair {
                (number("strength_mg", &t!(m, "prescription-strength")))
                (number("lozenges", &t!(m, "prescription-lozenges")))
            }
            (choices("tier", &t!(m, "prescription-tier"), &tiers, typed.get("tier")))
            (Field::new("most_mg_per_session", &t!(m, "prescription-most-mg"), Kind::Number)
                .value(typed.get("most_mg_per_session")).hint(&most).characters_max(NUMBER_CHARACTERS_MAX)
                .error(error("most_mg_per_session").as_deref()).draw(m))
            (booster(frame, limits, typed))
            (Field::new("hold_minutes", &t!(m, "prescription-hold-minutes"), Kind::Number)
                .value(typed.get("hold_minutes")).hint(&hold).characters_max(NUMBER_CHARACTERS_MAX)
                .error(error("hold_minutes").as_deref()).draw(m))
            (choices("afterwards", &t!(m, "prescription-afterwards"), &after, typed.get("afterwards")))
            (choices("custody", &t!(m, "stock-custody"), &keepers, typed.get("custody")))
            (Field::new("valid_until", &t!(m, "prescription-until"), Kind::Date).value(typed.get("valid_until"))
                .hint(&t!(m, "prescription-until-hint")).error(error("valid_until").as_deref()).draw(m))
            (Field::new("reason_above_usual_cap", &t!(m, "prescription-above"), Kind::Long).depends()
                .value(typed.get("reason_above_usual_cap")).hint(&above).characters_max(WORDS_CHARACTERS_MAX)
                .draw(m))
            @if let Some(one) = in_force(context).filter(|_| typed.refusal != Some(Refusal::PrescriptionChanged)) {
                p.small { (t!(m, "prescription-replaces", number = one.number.to_string())) }
            }
            div.go { (submit(Weight::Ordinary, &t!(m, "prescription-sign", name = name))) }
            p.fine.quiet { (t!(m, "prescription-gate")) }
        }
    }
}

/// What was signed or taken back last, for whoever wrote on an older page.
fn changed(frame: &Frame<'_>, context: &Prescription) -> Markup {
    let (m, clock) = (frame.messages(), frame.clock());
    let Some(newest) = context.all.last() else { return html! {} };
    html! {
        p.small {
            (level(Level::Look, &headline(m, newest))) " · "
            (t!(m, "prescription-most")) ": " (t!(m, "prescription-mg", mg = newest.envelope.most_mg_per_session)) " · "
            @match newest.revoked_at {
                Some(at) => { (t!(m, "prescription-revoked-on", on = clock.date(at))) },
                None => { (context.names.of(m, newest.by)) " · " (clock.both(newest.signed_at)) },
            }
        }
        @if newest.stands() { p.small { (t!(m, "prescription-replaces", number = newest.number.to_string())) } }
    }
}

fn booster(frame: &Frame<'_>, limits: Limits, typed: &Typed) -> Markup {
    let m = frame.messages();
    let answers = [("no", t!(m, "prescription-booster-no")), ("yes", t!(m, "prescription-booster-yes"))];
    let hint = match limits.booster_minutes {
        Some((low, high)) => t!(m, "prescription-booster-hint", low = low, high = high),
        None => t!(m, "prescription-booster-never"),
    };
    let error = typed.error(m, "booster_mg");
    html! {
        (choices("booster", &t!(m, "prescription-booster"), &answers, typed.get("booster")))
        (Field::new("booster_mg", &t!(m, "prescription-booster-mg"), Kind::Number).depends()
            .value(typed.get("booster_mg")).hint(&hint).characters_max(NUMBER_CHARACTERS_MAX)
            .error(error.as_deref()).draw(m))
        (Field::new("booster_minute", &t!(m, "prescription-booster-minute"), Kind::Number).depends()
            .value(typed.get("booster_minute")).characters_max(NUMBER_CHARACTERS_MAX).draw(m))
    }
}
