//! The window board: for whom the window is open, and who has gone quiet.

use jiff::Timestamp;
use maud::{Markup, html};

use super::{Named, today};
use crate::components::empty;
use crate::components::level::{Level, level};
use crate::drawing::window::{CheckIn, Window};
use crate::frame::Frame;
use crate::layout::practice_page;
use crate::route::{Place, Route};
use crate::t;

/// Everybody in their window, in groups; each stands in one.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Windows {
    /// Nothing came back from them, and nobody has met them since.
    pub quiet: Vec<Row>,
    /// Within the first days.
    pub peak: Vec<Row>,
    /// Later, and nobody has met them yet.
    pub unmet: Vec<Row>,
    /// Later, and met.
    pub open: Vec<Row>,
}

/// One person's window.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Who.
    pub person: Named,
    /// The latest dose.
    pub dosed_at: Timestamp,
    /// Until when it is open.
    pub open_until: Timestamp,
    /// The window as far as it can be drawn.
    pub drawing: Window,
    /// Integration sessions since the dose.
    pub met: usize,
    /// The next integration session, once booked.
    pub integration_at: Option<Timestamp>,
    /// By when they meet for integration.
    pub meet_by: Timestamp,
    /// Since when nothing came back.
    pub quiet_since: Option<Timestamp>,
}

impl Windows {
    fn groups(&self) -> [(&'static str, &[Row]); 4] {
        [("quiet", &self.quiet), ("peak", &self.peak), ("unmet", &self.unmet), ("open", &self.open)]
    }
}

/// Draws the page.
pub fn page(frame: &Frame<'_>, windows: &Windows) -> Markup {
    let m = frame.messages();
    let open = windows.groups().iter().map(|(_, rows)| rows.len()).sum::<usize>();
    let title = t!(m, "windows-title", open = open);
    let main = html! {
        div.answer { h1 { (title) } p { (t!(m, "windows-says")) } }
        @if open == 0 { (empty::empty(&t!(m, "windows-empty"), html! {})) }
        @for (id, rows) in windows.groups() {
            @if !rows.is_empty() {
                section aria-labelledby=(id) {
                    h2 id=(id) {
                        @match id {
                            "quiet" => (t!(m, "windows-quiet")),
                            "peak" => (t!(m, "windows-peak")),
                            "unmet" => (t!(m, "windows-unmet")),
                            _ => (t!(m, "windows-open")),
                        }
                    }
                    ul.windows {
                        @for (place, row) in rows.iter().enumerate() {
                            li { (drawn(frame, row, &format!("{id}-{place}"))) }
                        }
                    }
                }
            }
        }
    };
    practice_page(frame, &Route::Windows, &title, main)
}

fn drawn(frame: &Frame<'_>, row: &Row, id: &str) -> Markup {
    let (m, clock) = (frame.messages(), frame.clock());
    let integration = Route::Of(row.person.client.clone(), Place::Integration).path();
    let answered = row.drawing.check_ins.iter().filter(|(_, one)| *one == CheckIn::Filled).count();
    html! {
        div {
            p.who { a href=(integration) { (row.person.name) } }
            p.small.quiet { (t!(m, "windows-dosed", when = clock.near(row.dosed_at))) }
        }
        (row.drawing.draw(id))
        div.small {
            @if let Some(since) = row.quiet_since {
                p { (level(Level::Look, &t!(m, "windows-quiet-since", when = clock.near(since)))) }
            }
            p { (t!(m, "windows-answered", answered = answered)) " · " (t!(m, "windows-met", met = row.met)) }
            @if row.integration_at.is_some() || row.met == 0 {
                p { (today::integration(frame, row.integration_at, row.met, row.meet_by)) }
            }
            p.quiet { (t!(m, "windows-until", when = clock.date(row.open_until))) }
        }
    }
}

/// States of this page. The people in them are made up.
pub fn samples() -> Vec<(&'static str, Windows)> {
    let instant = crate::samples::instant;
    let row = |name: &str, dosed: &str, until: &str, days, check_ins, met, quiet: Option<&str>| Row {
        person: Named { client: format!("{:032x}", 7), name: name.to_owned() },
        dosed_at: instant(dosed),
        open_until: instant(until),
        drawing: Window { days, check_ins, integrations: Vec::new() },
        met,
        integration_at: None,
        meet_by: instant(dosed) + jiff::SignedDuration::from_hours(72),
        quiet_since: quiet.map(instant),
    };
    use CheckIn::{Ahead, Filled, Missed};
    let maya = vec![(1.0, Filled), (3.0, Ahead), (7.0, Ahead), (14.0, Ahead)];
    let jonah = vec![(1.0, Filled), (3.0, Missed), (7.0, Missed), (14.0, Ahead)];
    let long = vec![(1.0, Filled), (3.0, Filled), (7.0, Filled), (14.0, Ahead)];
    let name = "Wilhelmina Featherstonehaugh-Cholmondeley de la Synthetic";
    let theo = row("Theo Sample", "2026-05-09T18:00:00Z", "2026-05-23T18:00:00Z", 5.0, maya.clone(), 0, None);
    let theo = Row { integration_at: Some(instant("2026-05-15T16:00:00Z")), ..theo };
    let usual = Windows {
        quiet: vec![row(
            "Jonah Sample",
            "2026-05-05T18:00:00Z",
            "2026-05-19T18:00:00Z",
            8.9,
            jonah,
            0,
            Some("2026-05-12T18:00:00Z"),
        )],
        peak: vec![row("Maya Sample", "2026-05-12T18:00:00Z", "2026-05-26T18:00:00Z", 2.0, maya, 0, None)],
        unmet: vec![theo],
        open: vec![row(name, "2026-05-04T18:00:00Z", "2026-05-18T18:00:00Z", 10.0, long, 2, None)],
    };
    let full = Windows {
        peak: usual.peak.iter().cycle().take(9).cloned().collect(),
        open: usual.open.iter().cycle().take(14).cloned().collect(),
        ..usual.clone()
    };
    vec![("empty", Windows::default()), ("usual", usual), ("full", full)]
}
