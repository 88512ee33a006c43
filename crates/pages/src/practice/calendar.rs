//! The practice's week as a list: who comes, when, to whom.

use jiff::Timestamp;
use jiff::civil::Date;
use journey::appointment::Kind;
use maud::{Markup, html};

use super::Named;
use super::appointments::kind_word;
use crate::components::empty;
use crate::frame::Frame;
use crate::layout::practice_page;
use crate::route::{Place, Route};
use crate::t;
use crate::time::list;

/// Name of the field that asks for another week.
pub const WEEK: &str = "week";

/// One week.
#[derive(Clone, Debug, PartialEq)]
pub struct Calendar {
    /// Its first day.
    pub monday: Date,
    /// The Monday before and the Monday after.
    pub around: (Date, Date),
    /// What is booked, day by day; days without anything are left out.
    pub days: Vec<(Date, Vec<Booked>)>,
}

/// One time that is taken.
#[derive(Clone, Debug, PartialEq)]
pub struct Booked {
    /// When it begins.
    pub starts_at: Timestamp,
    /// When it ends.
    pub ends_at: Timestamp,
    /// With whom of the practice.
    pub with: Vec<String>,
    /// Who comes, what for and where; none where the reader does not walk with them.
    pub who: Option<(Named, Kind, Option<String>)>,
}

/// Draws the page.
pub fn page(frame: &Frame<'_>, calendar: &Calendar) -> Markup {
    let (m, clock) = (frame.messages(), frame.clock());
    let count: usize = calendar.days.iter().map(|(_, booked)| booked.len()).sum();
    let to = |monday: Date| format!("{}?{WEEK}={monday}", Route::Calendar.path());
    let main = html! {
        div.answer {
            h1 { (t!(m, "calendar-title", count = count)) }
            p { (t!(m, "calendar-week", monday = clock.day(calendar.monday))) }
        }
        p.ways-on.no-print {
            a href=(to(calendar.around.0)) { (t!(m, "calendar-before")) }
            a href=(Route::Calendar.path()) { (t!(m, "calendar-this")) }
            a href=(to(calendar.around.1)) { (t!(m, "calendar-after")) }
        }
        @if calendar.days.is_empty() { (empty::empty(&t!(m, "calendar-empty"), html! {})) }
        div.week {
            @for (day, booked) in &calendar.days {
                section aria-label=(clock.day(*day)) {
                    h2 { (clock.day(*day)) }
                    ol.day { @for one in booked { (line(frame, one)) } }
                }
            }
        }
    };
    practice_page(frame, &Route::Calendar, &t!(m, "calendar-page-title"), main)
}

fn line(frame: &Frame<'_>, one: &Booked) -> Markup {
    let (m, clock) = (frame.messages(), frame.clock());
    let names: Vec<&str> = one.with.iter().map(String::as_str).collect();
    html! {
        li {
            time datetime=(one.starts_at.to_string()) { (clock.hour(one.starts_at)) }
            div {
                @match &one.who {
                    Some((person, kind, place)) => {
                        h3 { a.person href=(Route::Of(person.client.clone(), Place::Appointments).path()) { (person.name) } }
                        p.quiet {
                            (kind_word(m, *kind)) " · " (t!(m, "calendar-until", until = clock.hour(one.ends_at)))
                            @if let Some(place) = place { " · " (place) }
                        }
                    }
                    None => {
                        h3.quiet { (t!(m, "calendar-taken")) }
                        p.quiet { (t!(m, "calendar-until", until = clock.hour(one.ends_at))) }
                    }
                }
                p.small.quiet { (t!(m, "appointments-with", names = list(m, &names))) }
            }
        }
    }
}

/// States of this page. The people in them are made up.
pub fn samples() -> Vec<(&'static str, Calendar)> {
    let instant = crate::samples::instant;
    let date = |text: &str| text.parse::<Date>().expect("samples write their days in ISO 8601");
    let (monday, around) = (date("2026-05-11"), (date("2026-05-04"), date("2026-05-18")));
    let booked = |starts: &str, ends: &str, who: Option<(&str, Kind)>| Booked {
        starts_at: instant(starts),
        ends_at: instant(ends),
        with: vec!["Ana Sample".to_owned()],
        who: who.map(|(name, kind)| {
            let person = Named { client: format!("{:032x}", 7), name: name.to_owned() };
            (person, kind, Some("Willow room".to_owned()))
        }),
    };
    let thursday = vec![
        booked("2026-05-14T18:30:00Z", "2026-05-14T19:45:00Z", Some(("Jonah Sample", Kind::Preparation))),
        booked("2026-05-14T20:00:00Z", "2026-05-14T21:00:00Z", None),
        booked("2026-05-14T21:00:00Z", "2026-05-15T00:00:00Z", Some(("Ines Sample", Kind::MedicineSession))),
    ];
    let long = "Wilhelmina Featherstonehaugh-Cholmondeley de la Synthetic";
    let friday =
        vec![booked("2026-05-15T16:00:00Z", "2026-05-15T17:00:00Z", Some((long, Kind::Integration)))];
    let days = vec![(date("2026-05-14"), thursday), (date("2026-05-15"), friday)];
    vec![
        ("empty", Calendar { monday, around, days: Vec::new() }),
        ("usual", Calendar { monday, around, days }),
    ]
}
