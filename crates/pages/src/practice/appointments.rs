//! Appointments of one person: the next one, those after it, and the form of a new one.

use jiff::Timestamp;
use journey::Refusal;
use journey::appointment::{Attendance, Kind, Wish};
use maud::{Markup, html};

use super::subject::{Subject, person_page};
use crate::components::field::{self, Field, came_back};
use crate::components::{button, empty, refusal};
use crate::frame::Frame;
use crate::layout::csrf;
use crate::messages::Messages;
use crate::route::{Place, Route};
use crate::t;
use crate::time::list;

/// The appointments of one person.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Appointments {
    /// Whose, and where else to look.
    pub subject: Subject,
    /// Those to come, the next one first.
    pub ahead: Vec<Appointment>,
    /// Those that are over or were cancelled, the newest first.
    pub past: Vec<Appointment>,
    /// Until when integration is favoured, while none is booked inside the window.
    pub integration_until: Option<Timestamp>,
    /// The forms, where the reader may.
    pub form: Option<Form>,
}

/// One appointment.
#[derive(Clone, Debug, PartialEq)]
pub struct Appointment {
    /// Its id.
    pub id: String,
    /// What for.
    pub kind: Kind,
    /// With whom.
    pub with: Vec<String>,
    /// When it begins.
    pub starts_at: Timestamp,
    /// How long it lasts.
    pub minutes: u16,
    /// Where.
    pub place: Option<String>,
    /// Who moved it, and when, the last time.
    pub moved: Option<(Option<String>, Timestamp)>,
    /// How it was cancelled: at whose wish, by whom, when, with which words.
    pub cancelled: Option<(Wish, Option<String>, Timestamp, Option<String>)>,
    /// Whether they came, who said so, and when.
    pub attendance: Option<(Attendance, Option<String>, Timestamp)>,
}

/// What was typed, and why it came back.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Form {
    /// Id of this intent, drawn when the page was.
    pub command: String,
    /// Those who can be met: id, name, whether chosen.
    pub people: Vec<(String, String, bool)>,
    /// How long each kind usually lasts, in minutes, where the protocol says.
    pub usual: Vec<(Kind, Option<i64>)>,
    /// The kind that was chosen.
    pub kind: String,
    /// The day, as `2026-05-14`.
    pub day: String,
    /// The time of day, as `09:00`.
    pub time: String,
    /// The length that was typed.
    pub minutes: String,
    /// The place that was typed.
    pub place: String,
    /// Whose time was taken already, from when until when, where that is why it came back.
    pub taken: Vec<(Vec<String>, Timestamp, Timestamp)>,
    /// Why a form came back, and which: none is the new one, else the appointment's id.
    pub refusal: Option<(Option<String>, Refusal)>,
}

/// The value of a kind in the form.
pub fn kind_value(kind: Kind) -> &'static str {
    match kind {
        Kind::Consultation => "consultation",
        Kind::Preparation => "preparation",
        Kind::MedicineSession => "medicine-session",
        Kind::Integration => "integration",
        Kind::Review => "review",
    }
}

/// The word for what an appointment is for.
pub fn kind_word(m: Messages, kind: Kind) -> String {
    match kind {
        Kind::Consultation => t!(m, "appointment-consultation"),
        Kind::Preparation => t!(m, "appointment-preparation"),
        Kind::MedicineSession => t!(m, "appointment-medicine-session"),
        Kind::Integration => t!(m, "appointment-integration"),
        Kind::Review => t!(m, "appointment-review"),
    }
}

/// Draws the page.
pub fn page(frame: &Frame<'_>, appointments: &Appointments) -> Markup {
    let m = frame.messages();
    let refused = appointments.form.as_ref().is_some_and(|form| form.refusal.is_some());
    let main = html! {
        (came_back(m, usize::from(refused)))
        div.columns.deciding {
            div {
                (ahead(frame, appointments))
                (past(frame, appointments))
            }
            @if let Some(form) = &appointments.form { (book(frame, appointments, form)) }
        }
    };
    person_page(frame, &appointments.subject, Some(Place::Appointments), &answer(frame, appointments), main)
}

fn answer(frame: &Frame<'_>, appointments: &Appointments) -> String {
    let m = frame.messages();
    match appointments.ahead.first() {
        Some(next) => {
            t!(
                m,
                "appointments-next",
                what = kind_word(m, next.kind),
                when = frame.clock().near(next.starts_at)
            )
        }
        None => t!(m, "appointments-none"),
    }
}

fn ahead(frame: &Frame<'_>, appointments: &Appointments) -> Markup {
    let m = frame.messages();
    html! {
        section aria-labelledby="ahead" {
            h2 id="ahead" { (t!(m, "appointments-ahead")) }
            @if appointments.ahead.is_empty() {
                (empty::empty(&t!(m, "appointments-empty"), html! {}))
            } @else {
                ul.lines.tasks {
                    @for one in &appointments.ahead { li { (line(frame, one)) (acts(frame, appointments, one)) } }
                }
            }
        }
    }
}

fn line(frame: &Frame<'_>, one: &Appointment) -> Markup {
    let (m, clock) = (frame.messages(), frame.clock());
    let names: Vec<&str> = one.with.iter().map(String::as_str).collect();
    html! {
        h3 { (kind_word(m, one.kind)) }
        p { time datetime=(one.starts_at.to_string()) { (clock.near(one.starts_at)) } }
        p.small.quiet {
            (t!(m, "appointments-with", names = list(m, &names)))
            " · " (t!(m, "today-minutes", minutes = i64::from(one.minutes)))
            @if let Some(place) = &one.place { " · " (place) }
        }
        @if let Some((by, at)) = &one.moved {
            p.small.quiet {
                (t!(m, "appointments-moved", when = clock.near(*at)))
                @if let Some(by) = by { " · " (by) }
            }
        }
        @if let Some((wish, by, at, said)) = &one.cancelled {
            p.small {
                @match wish {
                    Wish::Client => (t!(m, "appointments-cancelled-client", when = clock.near(*at))),
                    Wish::Practice => (t!(m, "appointments-cancelled-practice", when = clock.near(*at))),
                }
                @if let Some(by) = by { " · " (by) }
            }
            @if let Some(said) = said { p.reason { (said) } }
        }
        @if let Some((attendance, by, at)) = &one.attendance {
            p.small {
                @match attendance {
                    Attendance::Came => (t!(m, "appointments-said-came")),
                    Attendance::Missed => (t!(m, "appointments-said-missed")),
                }
                span.quiet {
                    @if let Some(by) = by { " " (by) " · " }
                    (clock.near(*at))
                }
            }
        }
    }
}

/// Why a form came back; for a time that is taken, also whose.
fn why(frame: &Frame<'_>, form: &Form, which: Option<&str>) -> Markup {
    let (m, clock) = (frame.messages(), frame.clock());
    let found = form.refusal.as_ref().filter(|(of, _)| of.as_deref() == which);
    html! {
        @if let Some((_, found)) = found {
            p.error { (refusal::words(m, found)) }
            @for (names, from, until) in &form.taken {
                @let names: Vec<&str> = names.iter().map(String::as_str).collect();
                p.small {
                    (t!(m, "appointments-taken", names = list(m, &names), from = clock.near(*from), until = clock.hour(*until)))
                }
            }
        }
    }
}

/// They came, or they did not: neither weighs more, and either can be said anew.
fn whether(frame: &Frame<'_>, appointments: &Appointments, one: &Appointment) -> Markup {
    let m = frame.messages();
    let Some(form) = appointments.form.as_ref().filter(|_| one.cancelled.is_none()) else { return html! {} };
    let said = one.attendance.as_ref().map(|(attendance, ..)| *attendance);
    html! {
        (why(frame, form, Some(&one.id)))
        form.acts.no-print action={ (appointments.subject.at(Place::Appointments).path()) "/whether" } method="post" {
            (csrf(frame))
            input type="hidden" name="command" value=(form.command);
            input type="hidden" name="appointment" value=(one.id);
            @if said != Some(Attendance::Came) {
                button.button type="submit" name="attendance" value="came" { (t!(m, "appointments-came")) }
            }
            @if said != Some(Attendance::Missed) {
                button.button type="submit" name="attendance" value="missed" { (t!(m, "appointments-missed")) }
            }
        }
    }
}

/// Move it, or cancel it; both folded away.
fn acts(frame: &Frame<'_>, appointments: &Appointments, one: &Appointment) -> Markup {
    let m = frame.messages();
    let Some(form) = &appointments.form else { return html! {} };
    let at = |act: &str| format!("{}/{act}", appointments.subject.at(Place::Appointments).path());
    let hidden = html! {
        (csrf(frame))
        input type="hidden" name="command" value=(form.command);
        input type="hidden" name="appointment" value=(one.id);
    };
    let local = one.starts_at.to_zoned(frame.zone.clone());
    let (day, time) = (local.strftime("%Y-%m-%d").to_string(), local.strftime("%H:%M").to_string());
    let id = |part: &str| format!("{part}-{}", one.id);
    html! {
        (why(frame, form, Some(&one.id)))
        div.acts.no-print {
            details {
                summary { (t!(m, "appointments-move")) }
                form.fields action=(at("move")) method="post" {
                    (hidden)
                    (when(m, (&id("day"), &day), (&id("time"), &time)))
                    div.field {
                        label for=(id("minutes")) { (t!(m, "appointments-minutes")) }
                        input id=(id("minutes")) name="minutes" inputmode="numeric" value=(one.minutes);
                    }
                    div.go { (button::submit(button::Weight::Ordinary, &t!(m, "appointments-move-keep"))) }
                }
            }
            details {
                summary { (t!(m, "appointments-cancel")) }
                form.fields action=(at("cancel")) method="post" {
                    (hidden)
                    fieldset {
                        legend { (t!(m, "appointments-wish")) }
                        @for (value, words) in [("client", t!(m, "appointments-wish-client")), ("practice", t!(m, "appointments-wish-practice"))] {
                            label.choice for=(id(value)) {
                                input id=(id(value)) type="radio" name="wish" value=(value) required;
                                span { (words) }
                            }
                        }
                    }
                    div.field {
                        label for=(id("words")) { (t!(m, "appointments-cancel-words")) }
                        textarea id=(id("words")) name="words" rows="2" maxlength="4000" {}
                    }
                    div.go { (button::submit(button::Weight::Ordinary, &t!(m, "appointments-cancel-keep"))) }
                }
            }
        }
    }
}

fn when(m: Messages, day: (&str, &str), time: (&str, &str)) -> Markup {
    html! {
        div.when {
            div.field {
                label for=(day.0) { (t!(m, "appointments-day")) }
                input id=(day.0) type="date" name="day" required value=(day.1);
            }
            div.field {
                label for=(time.0) { (t!(m, "appointments-time")) }
                input id=(time.0) type="time" name="time" required value=(time.1);
            }
        }
    }
}

fn past(frame: &Frame<'_>, appointments: &Appointments) -> Markup {
    let m = frame.messages();
    html! {
        @if !appointments.past.is_empty() {
            section aria-labelledby="past" {
                h2 id="past" { (t!(m, "appointments-past")) }
                ul.lines.tasks {
                    @for one in &appointments.past { li { (line(frame, one)) (whether(frame, appointments, one)) } }
                }
            }
        }
    }
}

fn book(frame: &Frame<'_>, appointments: &Appointments, form: &Form) -> Markup {
    let m = frame.messages();
    let words: Vec<(&str, String)> =
        form.usual.iter().map(|(kind, minutes)| (kind_value(*kind), usual(m, *kind, *minutes))).collect();
    let choices: Vec<(&str, &str)> = words.iter().map(|(value, words)| (*value, words.as_str())).collect();
    let hint = t!(m, "appointments-minutes-hint");
    html! {
        section.sheet.no-print aria-labelledby="book" {
            h2 id="book" { (t!(m, "appointments-book")) }
            @if let Some(until) = appointments.integration_until {
                p { (t!(m, "appointments-propose", until = frame.clock().near(until))) }
            }
            form.fields action=(appointments.subject.at(Place::Appointments).path()) method="post" {
                (csrf(frame))
                input type="hidden" name="command" value=(form.command);
                (why(frame, form, None))
                (Field::new("kind", &t!(m, "appointments-kind"), field::Kind::Choice(&choices)).value(&form.kind).draw(m))
                fieldset {
                    legend { (t!(m, "appointments-with-whom")) }
                    @for (staff, name, chosen) in &form.people {
                        label.choice for={ "with-" (staff) } {
                            input id={ "with-" (staff) } type="checkbox" name={ "with-" (staff) } value="yes" checked[*chosen];
                            span { (name) }
                        }
                    }
                }
                (when(m, ("day", &form.day), ("time", &form.time)))
                (Field::new("minutes", &t!(m, "appointments-minutes"), field::Kind::Number).optional()
                    .hint(&hint).value(&form.minutes).characters_max(3).draw(m))
                (Field::new("place", &t!(m, "appointments-place"), field::Kind::Line).optional()
                    .value(&form.place).draw(m))
                div.go { (button::submit(button::Weight::Primary, &t!(m, "appointments-book-keep"))) }
                p.way { a href=(Route::Calendar.path()) { (t!(m, "appointments-calendar")) } }
            }
        }
    }
}

fn usual(m: Messages, kind: Kind, minutes: Option<i64>) -> String {
    let word = kind_word(m, kind);
    minutes.map_or_else(
        || word.clone(),
        |minutes| t!(m, "appointments-usual", what = word.as_str(), minutes = minutes),
    )
}

/// States of this page. The people in them are made up.
pub fn samples() -> Vec<(&'static str, Appointments)> {
    let instant = crate::samples::instant;
    let usual = |kind| (kind, Some(if kind == Kind::MedicineSession { 180 } else { 75 }));
    let form = Form {
        command: "00000000-0000-7000-8000-000000000033".to_owned(),
        people: vec![
            (format!("{:032x}", 7), "Ana Sample".to_owned(), true),
            (format!("{:032x}", 8), "Dr Iris Sample".to_owned(), false),
        ],
        usual: Kind::ALL.into_iter().map(usual).collect(),
        ..Form::default()
    };
    let one = |number: u32, kind, starts: &str| Appointment {
        id: format!("{number:032x}"),
        kind,
        with: vec!["Ana Sample".to_owned()],
        starts_at: instant(starts),
        minutes: 75,
        place: Some("Willow room".to_owned()),
        moved: None,
        cancelled: None,
        attendance: None,
    };
    let moved = Appointment {
        moved: Some((Some("Noor Sample".to_owned()), instant("2026-05-13T18:00:00Z"))),
        with: vec!["Ana Sample".to_owned(), "Dr Iris Sample".to_owned()],
        minutes: 180,
        ..one(1, Kind::MedicineSession, "2026-05-20T21:00:00Z")
    };
    let said = Some("A cold; they would rather come next week.".to_owned());
    let cancelled = Appointment {
        cancelled: Some((
            Wish::Client,
            Some("Noor Sample".to_owned()),
            instant("2026-05-12T18:00:00Z"),
            said,
        )),
        ..one(2, Kind::Preparation, "2026-05-13T18:30:00Z")
    };
    let missed = Appointment {
        attendance: Some((
            Attendance::Missed,
            Some("Ana Sample".to_owned()),
            instant("2026-05-06T17:00:00Z"),
        )),
        ..one(5, Kind::Preparation, "2026-05-06T16:00:00Z")
    };
    let none =
        Appointments { subject: Subject::sample(), form: Some(form.clone()), ..Appointments::default() };
    let usual = Appointments {
        ahead: vec![one(3, Kind::Integration, "2026-05-15T16:00:00Z"), moved],
        past: vec![cancelled, missed, one(4, Kind::Consultation, "2026-04-02T16:00:00Z")],
        ..none.clone()
    };
    let proposed = Appointments {
        integration_until: Some(instant("2026-05-15T18:00:00Z")),
        form: Some(Form { kind: "integration".to_owned(), ..form.clone() }),
        ..none.clone()
    };
    let taken = vec![(
        vec!["Ana Sample".to_owned()],
        instant("2026-05-15T16:00:00Z"),
        instant("2026-05-15T17:15:00Z"),
    )];
    let refused = Form {
        day: "2026-05-15".to_owned(),
        time: "09:30".to_owned(),
        taken,
        refusal: Some((None, Refusal::DoubleBooked)),
        ..form
    };
    let refused = Appointments { form: Some(refused), ..usual.clone() };
    vec![("none", none), ("usual", usual), ("proposed", proposed), ("refused", refused)]
}
