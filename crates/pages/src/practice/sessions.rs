//! The medicine sessions of one person, and the way into the room.

use jiff::Timestamp;
use journey::Refusal;
use journey::medicine_session::seal::Summary;
use journey::protocol::DoseTier;
use journey::review::Rest;
use maud::{Markup, html};

use super::subject::{Subject, person_page, word};
use crate::components::empty::empty;
use crate::components::field::{Field, Kind};
use crate::components::level::{Level, level};
use crate::components::{button, refusal};
use crate::frame::Frame;
use crate::layout::csrf;
use crate::room::say;
use crate::route::{Place, Route};
use crate::t;

/// The sessions so far.
#[derive(Clone, Debug, PartialEq)]
pub struct Sessions {
    /// Whose.
    pub subject: Subject,
    /// Each session, the newest first.
    pub sessions: Vec<Row>,
    /// The form that opens the room; none when the reader may not, a room is open, or none is opened.
    pub open: Option<OpenForm>,
    /// Why no session is opened, if none is.
    pub rest: Option<Rest>,
}

/// One session in the list.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Its id.
    pub session: String,
    /// When the client arrived.
    pub opened_at: Option<Timestamp>,
    /// All that was taken, in milligrams; nothing when the visit ended without a dose.
    pub total_mg: i64,
    /// Where it stands.
    pub standing: Standing,
    /// What happened, in short, once it is sealed.
    pub summary: Option<Summary>,
}

/// Where a session stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// The client is here.
    Open,
    /// The client has left, and the chart is open.
    ToSeal,
    /// The chart is closed.
    Sealed,
}

/// The form that opens the room.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct OpenForm {
    /// Id of this intent, drawn when the form was.
    pub command: String,
    /// Where it takes place, as it was typed.
    pub room: String,
    /// What is prescribed: tier and the most of one session.
    pub prescribed: Option<(DoseTier, u32)>,
    /// Why the form came back.
    pub refusal: Option<Refusal>,
}

/// Draws the page.
pub fn page(frame: &Frame<'_>, sessions: &Sessions) -> Markup {
    let m = frame.messages();
    let here = sessions.sessions.iter().find(|row| row.standing == Standing::Open);
    let to_seal = sessions.sessions.iter().find(|row| row.standing == Standing::ToSeal);
    let answer = match (here, to_seal, sessions.sessions.len()) {
        (Some(_), ..) => t!(m, "sessions-now"),
        (None, Some(_), _) => t!(m, "sessions-to-seal"),
        (None, None, 0) => t!(m, "sessions-none"),
        (None, None, held) => t!(m, "sessions-held", held = held),
    };
    let main = html! {
        div.sessions {
            @if let Some(row) = here.or(to_seal) {
                p.go-in { (button::link(button::Weight::Primary, &path(sessions, row), &t!(m, "sessions-go-in"))) }
            }
            @if let Some(rest) = sessions.rest { (resting(frame, sessions, rest)) }
            @if let Some(form) = &sessions.open { (open(frame, sessions, form)) }
            (list(frame, sessions))
        }
    };
    person_page(frame, &sessions.subject, Some(Place::Sessions), &answer, main)
}

/// Why no session is opened, and where that is undone.
fn resting(frame: &Frame<'_>, sessions: &Sessions, rest: Rest) -> Markup {
    let m = frame.messages();
    let (says, place) = match rest {
        Rest::Ended => (t!(m, "sessions-rest-ended"), Place::Ending),
        Rest::ToEnd | Rest::Paused => (t!(m, "sessions-rest-paused"), Place::Review),
        Rest::ClientWaits => (t!(m, "sessions-rest-waits"), Place::Consultation),
        Rest::NotNow | Rest::AnotherPath => (t!(m, "sessions-rest-not-now"), Place::Consultation),
    };
    html! {
        p { (level(Level::Stops, &says)) }
        @if sessions.subject.places.contains(&place) {
            p.way { a href=(sessions.subject.at(place).path()) { (word(m, place)) } }
        }
    }
}

fn path(sessions: &Sessions, row: &Row) -> String {
    Route::Session(sessions.subject.person.client.clone(), row.session.clone()).path()
}

fn open(frame: &Frame<'_>, sessions: &Sessions, form: &OpenForm) -> Markup {
    let m = frame.messages();
    let action = sessions.subject.at(Place::Sessions).path();
    html! {
        section aria-labelledby="open-title" {
            h2 id="open-title" { (t!(m, "sessions-open-title", name = sessions.subject.person.first_name())) }
            @match &form.prescribed {
                Some((tier, mg)) => p.quiet { (t!(m, "sessions-prescribed", tier = say::tier(m, *tier), mg = *mg)) },
                None => p.quiet { (t!(m, "sessions-not-prescribed")) },
            }
            form.fields action=(action) method="post" {
                (csrf(frame))
                input type="hidden" name="command" value=(form.command);
                @if let Some(found) = &form.refusal { p.error role="alert" { (refusal::words(m, found)) } }
                (Field::new("room", &t!(m, "sessions-room"), Kind::Line).optional().value(&form.room).draw(m))
                div.go { (button::submit(button::Weight::Primary, &t!(m, "sessions-open"))) }
            }
            p.quiet.small { (t!(m, "sessions-open-hint")) }
        }
    }
}

fn list(frame: &Frame<'_>, sessions: &Sessions) -> Markup {
    let m = frame.messages();
    html! {
        @if sessions.sessions.is_empty() {
            @if sessions.open.is_none() { (empty(&t!(m, "sessions-none-hint"), html! {})) }
        } @else {
            section aria-labelledby="list-title" {
                h2 id="list-title" { (t!(m, "sessions-list")) }
                ul.session-list {
                    @for row in &sessions.sessions { li { (one(frame, sessions, row)) } }
                }
            }
        }
    }
}

fn one(frame: &Frame<'_>, sessions: &Sessions, row: &Row) -> Markup {
    let m = frame.messages();
    let clock = frame.clock();
    let when = row.opened_at.map_or_else(|| t!(m, "sessions-unopened"), |at| clock.date_and_hour(at));
    let standing = match row.standing {
        Standing::Open => t!(m, "sessions-standing-open"),
        Standing::ToSeal => t!(m, "sessions-standing-to-seal"),
        Standing::Sealed => t!(m, "sessions-standing-sealed"),
    };
    html! {
        a href=(path(sessions, row)) { (when) }
        p {
            @if row.total_mg > 0 { (t!(m, "sessions-dose", mg = row.total_mg)) } @else { (t!(m, "sessions-no-dose")) }
            " · " (standing)
        }
        @if let Some(summary) = &row.summary { p.quiet.small { (in_short(frame, summary)) } }
    }
}

/// A sealed session in a line.
pub fn in_short(frame: &Frame<'_>, summary: &Summary) -> String {
    let m = frame.messages();
    let mut parts = Vec::new();
    parts.extend(summary.onset_minute.map(|minute| t!(m, "sessions-onset", minute = minute)));
    if let (Some(high), Some(low)) = (summary.systolic_highest_mmhg, summary.diastolic_highest_mmhg) {
        parts.push(t!(m, "sessions-highest", high = high, low = low));
    }
    parts.extend(summary.spo2_lowest_percent.map(|value| t!(m, "sessions-oxygen", value = value)));
    if summary.slowed_down > 0 {
        parts.push(t!(m, "sessions-slowed", times = summary.slowed_down));
    }
    parts.join(" · ")
}

/// Every state of the page.
pub fn samples() -> Vec<(&'static str, Sessions)> {
    let at = crate::samples::instant;
    let form = OpenForm {
        command: format!("{:032x}", 3),
        prescribed: Some((DoseTier::Psycholytic, 100)),
        ..OpenForm::default()
    };
    let sealed = Row {
        session: format!("{:032x}", 21),
        opened_at: Some(at("2026-04-21T17:00:00Z")),
        total_mg: 75,
        standing: Standing::Sealed,
        summary: Some(Summary {
            onset_minute: Some(14),
            systolic_highest_mmhg: Some(142),
            diastolic_highest_mmhg: Some(88),
            spo2_lowest_percent: Some(96),
            slowed_down: 1,
            ..Summary::default()
        }),
    };
    let row = |standing| Row {
        session: format!("{:032x}", 22),
        opened_at: Some(at("2026-05-14T16:48:00Z")),
        total_mg: 100,
        standing,
        summary: None,
    };
    let of = |sessions, open| Sessions { subject: Subject::sample(), sessions, open, rest: None };
    let refused =
        OpenForm { room: "Garden room".into(), refusal: Some(Refusal::AnotherSessionOpen), ..form.clone() };
    let none = OpenForm { prescribed: None, ..form.clone() };
    vec![
        ("first", of(vec![], Some(form.clone()))),
        ("unprescribed", of(vec![], Some(none))),
        ("not-yours", of(vec![], None)),
        ("some", of(vec![sealed.clone()], Some(form))),
        ("refused", of(vec![sealed.clone()], Some(refused))),
        ("open", of(vec![row(Standing::Open), sealed.clone()], None)),
        ("to-seal", of(vec![row(Standing::ToSeal), sealed.clone()], None)),
        ("rests", Sessions { rest: Some(Rest::Paused), ..of(vec![sealed.clone()], None) }),
        ("waits", Sessions { rest: Some(Rest::ClientWaits), ..of(vec![], None) }),
        ("ended", Sessions { rest: Some(Rest::Ended), ..of(vec![sealed], None) }),
    ]
}
