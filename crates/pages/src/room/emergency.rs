//! The emergency card: what an ambulance asks, on the screen without a network, and on paper.

use journey::health_history::{FactKind, FactStatus};
use journey::medicine_session::Session;
use journey::preparation::Companion;
use journey::{Case, Practice};
use maud::{Markup, html};

use super::context::Room;
use super::{care, say};
use crate::frame::Frame;
use crate::t;

/// What a card holds beside what the room shows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Emergency {
    /// The practice's name.
    pub practice: String,
    /// Which room.
    pub room: Option<String>,
    /// The client's whole name.
    pub name: String,
    /// Date of birth, as it is known.
    pub born: Option<String>,
    /// Who is expected to take them home, with a telephone number.
    pub escort: Option<(String, Option<String>)>,
    /// What stands in the health history; none for who may not read it.
    pub history: Option<Known>,
}

/// What a crew asks of a health history.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Known {
    /// Allergies that stand.
    pub allergies: Vec<String>,
    /// Medicines taken now.
    pub medicines: Vec<String>,
    /// Conditions of now.
    pub conditions: Vec<String>,
}

impl Emergency {
    /// Reads the card out of a case; the history only for who may read it.
    pub fn of(name: &str, case: &Case, practice: &Practice, session: &Session, reads_history: bool) -> Self {
        let escort = case.preparation.companions.get(&Companion::Escort);
        Self {
            practice: practice.name.clone().unwrap_or_default(),
            room: session.room.clone(),
            name: name.to_owned(),
            born: case.history.person.birth_date.as_ref().filter(|_| reads_history).map(ToString::to_string),
            escort: escort.map(|person| (person.name.clone(), person.phone.clone())),
            history: reads_history.then(|| Known::of(case)),
        }
    }
}

impl Known {
    fn of(case: &Case) -> Self {
        let current = case.history.current();
        let active = |kind: FactKind| -> Vec<String> {
            let facts = current.iter().filter(|fact| fact.kind == kind && fact.status == FactStatus::Active);
            let mut named: Vec<String> = facts.map(|fact| fact.text.clone()).collect();
            named.sort();
            named.dedup();
            named
        };
        Self {
            allergies: active(FactKind::Allergy),
            medicines: active(FactKind::Medicine),
            conditions: active(FactKind::Condition),
        }
    }
}

/// The card as a panel; printed from the room, it is the only thing on the sheet.
pub fn panel(frame: &Frame<'_>, room: &Room) -> Markup {
    let m = frame.messages();
    let card = &room.emergency;
    let number = care::emergency(frame.country);
    html! {
        div.pad-head {
            h2 { (t!(m, "room-emergency")) }
            button.touch.quiet type="button" data-opens="help" { (t!(m, "room-back-to-help")) }
        }
        div.emergency-card {
            p.call { (t!(m, "room-help-now")) " " a href={ "tel:" (number) } { (number) } }
            p { (t!(m, "room-emergency-say")) " " (t!(m, "room-emergency-as-of", hour = frame.clock().hour(room.now))) }
            dl.card-lines {
                (line(&t!(m, "room-emergency-where"), &where_we_are(card)))
                div.address { dt { (t!(m, "room-emergency-address")) } dd {} }
                (line(&t!(m, "room-emergency-who"), &who(frame, room)))
                (line(&t!(m, "room-emergency-what"), &given(frame, room)))
                div.not-sent { dt { (t!(m, "room-here-waiting")) } dd { ul.here data-waiting-here {} } }
                @if let Some(watched) = &room.watched {
                    (line(&t!(m, "room-vitals"), &format!("{} · {}", frame.clock().hour(watched.at), say::vitals(m, &room.latest))))
                }
                @match &card.history {
                    Some(known) => {
                        (line(&t!(m, "room-emergency-allergies"), &listed(frame, &known.allergies)))
                        (line(&t!(m, "room-emergency-medicines"), &listed(frame, &known.medicines)))
                        (line(&t!(m, "room-emergency-conditions"), &listed(frame, &known.conditions)))
                    }
                    None => (line(&t!(m, "room-emergency-history"), &t!(m, "room-emergency-ask"))),
                }
                @if let Some(how) = &room.day.prescriber { (line(&t!(m, "room-emergency-prescriber"), how)) }
                @if let Some((name, phone)) = &card.escort {
                    (line(&t!(m, "room-emergency-escort"), &[Some(name.as_str()), phone.as_deref()].into_iter().flatten().collect::<Vec<_>>().join(" · ")))
                }
            }
        }
        div.go.last { button.touch.plain type="button" data-print { (t!(m, "room-emergency-print")) } }
    }
}

fn where_we_are(card: &Emergency) -> String {
    [Some(card.practice.as_str()), card.room.as_deref()].into_iter().flatten().collect::<Vec<_>>().join(", ")
}

fn who(frame: &Frame<'_>, room: &Room) -> String {
    let m = frame.messages();
    match &room.emergency.born {
        Some(born) => {
            format!("{}, {}", room.emergency.name, t!(m, "room-emergency-born", date = born.as_str()))
        }
        None => room.emergency.name.clone(),
    }
}

/// What was taken, and how long ago: the first thing that a crew asks.
fn given(frame: &Frame<'_>, room: &Room) -> String {
    let m = frame.messages();
    if room.is_ahead {
        return t!(m, "room-emergency-below");
    }
    if room.doses.is_empty() {
        return t!(m, "room-no-dose-yet");
    }
    let doses = room.doses.iter().map(|dose| {
        let minute = room.now.duration_since(dose.given_at).as_mins();
        let hour = frame.clock().hour(dose.given_at);
        t!(m, "room-emergency-dose", mg = dose.dose_mg, hour = hour, minutes = minute)
    });
    doses.collect::<Vec<_>>().join("; ")
}

fn line(name: &str, words: &str) -> Markup {
    html! { div { dt { (name) } dd { (words) } } }
}

/// Nothing known is said to be nothing known, never to be nothing.
fn listed(frame: &Frame<'_>, known: &[String]) -> String {
    let m = frame.messages();
    if known.is_empty() { t!(m, "room-emergency-none-known") } else { known.join(", ") }
}
