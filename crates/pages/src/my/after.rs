//! The page that is taken home from a session: who is with you, when we ask, what waits, whom to call.
//!
//! What it says comes from clinical dossier 3.7 (driving) and 4 (after-care); the hours are the
//! signed protocol's.

use jiff::Timestamp;
use journey::Case;
use journey::medicine_session::Session;
use journey::medicine_session::session::Fact;
use journey::preparation::{Companion, Person};
use journey::protocol::{DoseTier, Protocol};
use maud::{Markup, html};

use super::reads;
use crate::components::crisis;
use crate::frame::Frame;
use crate::layout::client_page;
use crate::route::Route;
use crate::t;

/// What one session leaves to be taken home.
#[derive(Clone, Debug, PartialEq)]
pub struct After {
    /// When the last dose was taken.
    pub dosed_at: Timestamp,
    /// Who takes them home, or took them.
    pub home_with: Option<String>,
    /// Who is with them tonight.
    pub tonight: Option<Person>,
    /// Whether they are not to be alone in the first night.
    pub not_alone: bool,
    /// No wheel before this, nor before a night's sleep.
    pub drives_from: Timestamp,
    /// How many hours that is.
    pub drives_after_hours: i64,
    /// Until when large decisions wait.
    pub decides_from: Option<Timestamp>,
    /// When check-ins open, in the client's zone.
    pub check_ins: Vec<Timestamp>,
    /// Who reads what they write.
    pub readers: Vec<String>,
}

impl After {
    /// Reads it out of a session in which something was taken; none before that.
    pub fn of(case: &Case, session: &Session, protocol: &Protocol, readers: Vec<String>) -> Option<After> {
        let dosed_at = session.last_dose_at()?;
        let tier = case.prescriptions.all.iter().rev().find(|one| one.signed_at <= dosed_at);
        let hours = protocol.discharge.driving_hours_min.value;
        let left_with = session.ending.as_ref().and_then(|ending| match &ending.how {
            Fact::DischargeDone { left_with } => Some(left_with.clone()),
            _ => None,
        });
        let companion = |part| case.preparation.companions.get(&part);
        let zone = journey::integration::zone(case);
        let planned = journey::integration::schedule(dosed_at, &zone, &protocol.check_ins);
        Some(After {
            dosed_at,
            home_with: left_with.or_else(|| companion(Companion::Escort).map(|one| one.name.clone())),
            tonight: companion(Companion::Night).cloned(),
            not_alone: tier.is_some_and(|one| one.envelope.tier == DoseTier::Moderate),
            drives_from: dosed_at + jiff::SignedDuration::from_hours(hours),
            drives_after_hours: hours,
            decides_from: journey::integration::windows(case)
                .into_iter()
                .map(|(_, window)| window)
                .find(|window| window.opened_at == dosed_at)
                .map(|window| window.peak_until),
            check_ins: planned.iter().map(|one| one.opens_at).collect(),
            readers,
        })
    }
}

/// Draws the page; `here` is where its switches lead back to.
pub fn page(frame: &Frame<'_>, here: &Route, after: &After) -> Markup {
    let m = frame.messages();
    let title = t!(m, "after-title", date = frame.clock().date(after.dosed_at));
    let main = html! {
        h1 { (title) }
        div.after {
            (company(frame, after))
            (wait(frame, after))
            (care(frame))
            (call(frame))
            (asked(frame, after))
        }
    };
    client_page(frame, here, &title, &reads(frame, &after.readers), main)
}

fn company(frame: &Frame<'_>, after: &After) -> Markup {
    let m = frame.messages();
    html! {
        section aria-labelledby="after-with" {
            h2 id="after-with" { (t!(m, "after-with")) }
            ul {
                @if let Some(name) = &after.home_with { li { (t!(m, "after-home-with", name = name.as_str())) } }
                @match &after.tonight {
                    Some(Person { name, phone: Some(phone) }) => li { (t!(m, "after-tonight", name = name.as_str())) " " a href={ "tel:" (phone.replace(' ', "")) } { (phone) } },
                    Some(Person { name, phone: None }) => li { (t!(m, "after-tonight", name = name.as_str())) },
                    None => {}
                }
                @if after.not_alone { li { (t!(m, "after-not-alone")) } }
                @else { li { (t!(m, "after-company")) } }
            }
        }
    }
}

/// What waits for a day and a night, and what waits for three.
fn wait(frame: &Frame<'_>, after: &After) -> Markup {
    let m = frame.messages();
    let clock = frame.clock();
    html! {
        section aria-labelledby="after-wait" {
            h2 id="after-wait" { (t!(m, "after-wait", hours = after.drives_after_hours)) }
            p { (t!(m, "after-until", when = clock.date_and_hour(after.drives_from))) }
            ul {
                li { (t!(m, "after-no-wheel")) }
                li { (t!(m, "after-no-machines")) }
                li { (t!(m, "after-no-contracts")) }
                li { (t!(m, "after-no-sole-care")) }
                li { (t!(m, "after-no-alcohol")) }
            }
            @if let Some(at) = after.decides_from { p { (t!(m, "after-decisions", when = clock.date(at))) } }
        }
    }
}

fn care(frame: &Frame<'_>) -> Markup {
    let m = frame.messages();
    html! {
        section aria-labelledby="after-care" {
            h2 id="after-care" { (t!(m, "after-care")) }
            ul {
                li { (t!(m, "after-drink")) }
                li { (t!(m, "after-rest")) }
                li { (t!(m, "after-write")) }
                li { (t!(m, "after-medicines")) }
            }
        }
    }
}

fn call(frame: &Frame<'_>) -> Markup {
    let m = frame.messages();
    html! {
        section aria-labelledby="after-call" {
            h2 id="after-call" { (t!(m, "after-call")) }
            ul {
                li { (t!(m, "after-flag-chest")) }
                li { (t!(m, "after-flag-head")) }
                li { (t!(m, "after-flag-confused")) }
                li { (t!(m, "after-flag-harm")) }
                li { (t!(m, "after-flag-urine")) }
            }
            (crisis::numbers(m, frame.country))
        }
    }
}

/// When the practice asks how it goes.
fn asked(frame: &Frame<'_>, after: &After) -> Markup {
    let m = frame.messages();
    html! {
        @if !after.check_ins.is_empty() {
            section aria-labelledby="after-asked" {
                h2 id="after-asked" { (t!(m, "after-asked")) }
                ul { @for at in &after.check_ins { li { (frame.clock().date_and_hour(*at)) } } }
                p.quiet { (t!(m, "after-asked-says")) }
            }
        }
    }
}

/// Every state of the page.
pub fn samples() -> Vec<(&'static str, After)> {
    let at = crate::samples::instant;
    let after = After {
        dosed_at: at("2026-05-12T17:02:00Z"),
        home_with: Some("Daniel Restrepo".to_owned()),
        tonight: Some(Person { name: "Daniel Restrepo".to_owned(), phone: Some("555 0199".to_owned()) }),
        not_alone: false,
        drives_from: at("2026-05-13T17:02:00Z"),
        drives_after_hours: 24,
        decides_from: Some(at("2026-05-15T17:02:00Z")),
        check_ins: vec![
            at("2026-05-13T16:00:00Z"),
            at("2026-05-15T17:00:00Z"),
            at("2026-05-19T17:00:00Z"),
            at("2026-05-26T17:00:00Z"),
        ],
        readers: vec!["Ana Sample".to_owned()],
    };
    let bare = After {
        home_with: None,
        tonight: None,
        not_alone: true,
        check_ins: vec![],
        decides_from: None,
        readers: vec![],
        ..after.clone()
    };
    vec![("usual", after), ("bare", bare)]
}
