//! One session once it is sealed: what happened, drawn and in words, and what was said of it since.

pub mod look_back;

use jiff::Timestamp;
use journey::Refusal;
use journey::medicine_session::Charted;
use journey::medicine_session::seal::Summary;
use journey::medicine_session::timeline::Shown;
use journey::medicine_session::vitals::Vitals;
use maud::{Markup, html};

use look_back::LookBack;

use super::sessions::in_short;
use super::subject::{Subject, person_page};
use crate::components::field::{Field, Kind, came_back};
use crate::components::{button, refusal};
use crate::frame::Frame;
use crate::layout::csrf;
use crate::room::panels::first_reading;
use crate::room::{Room, close, draft, say, timeline};
use crate::route::{Place, Route};
use crate::t;
use crate::time::list;

/// A sealed session.
#[derive(Clone, Debug)]
pub struct Session {
    /// Whose.
    pub subject: Subject,
    /// All that happened, as the room showed it.
    pub room: Room,
    /// When it was sealed, by whom, and how many facts its chart holds.
    pub sealed: (Timestamp, String, u64),
    /// What happened, in short.
    pub summary: Summary,
    /// What a prescriber said of it, and the forms of one who may.
    pub look_back: LookBack,
    /// The note that somebody read over and kept: when, who, the words.
    pub note: Option<(Timestamp, String, String)>,
    /// The form of the note; none when the reader may not keep one, or it is kept.
    pub note_form: Option<AddendumForm>,
    /// What was added: when, by whom, the words.
    pub addenda: Vec<(Timestamp, String, String)>,
    /// The form of an addendum; none when the reader may not write one.
    pub form: Option<AddendumForm>,
}

/// The form of an addendum, with what was typed and why it came back.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AddendumForm {
    /// Id of this intent, drawn when the form was.
    pub command: String,
    /// The words as they were typed.
    pub text: String,
    /// Why the form came back.
    pub refusal: Option<Refusal>,
}

/// Draws the page.
pub fn page(frame: &Frame<'_>, session: &Session) -> Markup {
    let m = frame.messages();
    let (room, clock) = (&session.room, frame.clock());
    let date = room.opened_at.map_or_else(String::new, |at| clock.date(at));
    let total: i64 = room.doses.iter().map(|dose| dose.dose_mg).sum();
    let answer = if total > 0 {
        t!(m, "session-answer", date = date, mg = total)
    } else {
        t!(m, "session-answer-no-dose", date = date)
    };
    let main = html! {
        (came_back(m, session.look_back.problems()))
        div.session {
            p.quiet.small {
                (t!(m, "session-sealed", when = clock.date_and_hour(session.sealed.0), name = session.sealed.1.as_str(), facts = session.sealed.2))
            }
            (short(frame, session))
            (note(frame, session))
            figure.chart-paper tabindex="0" { (timeline::drawn(frame, room, timeline::PAPER)) }
            (vitals(frame, room))
            (lines(frame, room))
            (look_back::drawn(frame, session))
            (addenda(frame, session))
        }
    };
    person_page(frame, &session.subject, Some(Place::Sessions), &answer, main)
}

fn short(frame: &Frame<'_>, session: &Session) -> Markup {
    let m = frame.messages();
    let clock = frame.clock();
    let room = &session.room;
    html! {
        section aria-labelledby="short-title" {
            h2 id="short-title" { (t!(m, "session-short")) }
            dl.facts {
                @for dose in &room.doses {
                    div { dt { (clock.hour(dose.given_at)) } dd { (say::dose(m, dose)) } }
                }
                @if let Some(held) = close::held(m, &session.summary) { div { dt { (t!(m, "session-hold")) } dd { (held) } } }
                @for line in &room.lines {
                    @if let Shown::Charted(stopped @ Charted::StoppedEarly { .. }) = &line.shown {
                        div { dt { (clock.hour(line.at)) } dd { (say::charted(m, stopped)) } }
                    }
                }
                @if let Some(ending) = &room.ending {
                    div { dt { (clock.hour(ending.at)) } dd { (say::ending(m, ending)) } }
                    @let missing = close::missing_then(frame, ending);
                    @if !missing.is_empty() {
                        div { dt { (t!(m, "session-still-missing")) } dd { (list(m, &missing.iter().map(String::as_str).collect::<Vec<_>>())) } }
                    }
                }
                @let line = in_short(frame, &session.summary);
                @if !line.is_empty() { div { dt { (t!(m, "session-course")) } dd { (line) } } }
            }
        }
    }
}

/// The note: drafted from the chart until somebody has read it over, and theirs from then on.
fn note(frame: &Frame<'_>, session: &Session) -> Markup {
    let m = frame.messages();
    let room = &session.room;
    let action = format!("{}/addenda", Route::Session(room.client.clone(), room.session.clone()).path());
    html! {
        section.note aria-labelledby="note-title" {
            h2 id="note-title" { (t!(m, "session-note")) }
            @match &session.note {
                Some((at, by, text)) => {
                    @for paragraph in text.split("\n\n") { p { (paragraph) } }
                    p.quiet.fine { (t!(m, "session-note-kept", name = by.as_str(), when = frame.clock().date_and_hour(*at))) }
                }
                None => {
                    @let drafted = draft::drafted(frame, room);
                    @for paragraph in &drafted { p { (paragraph) } }
                    p.quiet.fine { (t!(m, "session-note-drafted")) }
                    @if let Some(form) = &session.note_form {
                        @let error = form.refusal.as_ref().map(|refused| refusal::words(m, refused));
                        @let text = if form.text.is_empty() { drafted.join("\n\n") } else { form.text.clone() };
                        details.no-print open[error.is_some()] {
                            summary { (t!(m, "session-note-read-over")) }
                            form.fields action=(action) method="post" {
                                (csrf(frame))
                                input type="hidden" name="command" value=(form.command);
                                (Field::new("note", &t!(m, "session-note-words"), Kind::Long)
                                    .value(&text).hint(&t!(m, "session-note-hint")).error(error.as_deref())
                                    .characters_max(4000).draw(m))
                                div.go { (button::submit(button::Weight::Plain, &t!(m, "session-note-keep"))) }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn vitals(frame: &Frame<'_>, room: &Room) -> Markup {
    let m = frame.messages();
    let sets: Vec<(Timestamp, &Vitals)> = room
        .lines
        .iter()
        .filter_map(|line| match &line.shown {
            Shown::Charted(Charted::VitalsTaken(set)) => Some((line.at, set)),
            _ => None,
        })
        .collect();
    // What nobody was asked has no column; dissociation is part of every whole set.
    let rated = Vitals::default().ratings().into_iter().filter(|(name, _)| {
        let asked = |set: &Vitals| set.ratings().iter().any(|(one, value)| one == name && value.is_some());
        *name == "dissociation_0_10" || sets.iter().any(|(_, set)| asked(set))
    });
    let rated: Vec<(&str, Option<i64>)> = rated.collect();
    let number = |value: Option<i64>| value.map_or_else(|| "–".to_owned(), |value| value.to_string());
    html! {
        @if !sets.is_empty() {
            section {
                h2 id="vitals-title" { (t!(m, "room-vitals")) }
                div.scroll role="region" aria-labelledby="vitals-title" tabindex="0" {
                    table {
                        thead {
                            tr {
                                th scope="col" { (t!(m, "session-when")) }
                                th.number scope="col" { (t!(m, "room-sign-pressure")) }
                                th.number scope="col" { (t!(m, "room-sign-heart")) }
                                th.number scope="col" { (t!(m, "room-axis-oxygen")) }
                                th.number scope="col" { (t!(m, "room-sign-breaths")) }
                                th.number scope="col" { (t!(m, "room-sign-awake")) }
                                @for (name, _) in &rated { th.number scope="col" { (say::field(m, name)) } }
                            }
                        }
                        tbody {
                            @for (at, set) in &sets {
                                tr {
                                    th scope="row" { (frame.clock().hour(*at)) @if let Some(minute) = room.minute(*at) { " · " (t!(m, "session-minute", minute = minute)) } }
                                    td.number { (pressure(set)) }
                                    td.number { (number(set.heart_rate_per_minute)) }
                                    td.number { (number(set.spo2_percent)) }
                                    td.number { (number(set.respiratory_rate_per_minute)) }
                                    td.number { (number(set.moaas)) }
                                    @for (name, value) in set.ratings() {
                                        @if rated.iter().any(|(asked, _)| *asked == name) { td.number { (number(value)) } }
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn pressure(set: &Vitals) -> String {
    match (set.systolic_mmhg, set.diastolic_mmhg) {
        (None, None) => "–".to_owned(),
        (high, low) => {
            let number = |value: Option<i64>| value.map_or_else(|| "–".to_owned(), |value| value.to_string());
            format!("{}/{}", number(high), number(low))
        }
    }
}

fn lines(frame: &Frame<'_>, room: &Room) -> Markup {
    let m = frame.messages();
    let clock = frame.clock();
    html! {
        section aria-labelledby="lines-title" {
            h2 id="lines-title" { (t!(m, "session-lines")) }
            ol.happened {
                @for line in &room.lines {
                    li {
                        span.when { (clock.hour(line.at)) }
                        div {
                            p { (say::shown(m, &line.shown)) (first_reading(frame, room, line)) }
                            p.quiet.fine {
                                (room.who(line.by).unwrap_or_default())
                                @if line.late {
                                    " · "
                                    @if let Some(recorded) = line.recorded_at { (t!(m, "session-late", hour = clock.hour(recorded))) }
                                }
                                @if line.corrected { " · " (t!(m, "room-corrected")) }
                            }
                        }
                    }
                }
                @for one in &room.struck {
                    li.struck {
                        span.when { (clock.hour(one.at)) }
                        div { p { s { (say::charted(m, &one.charted)) } " " em { (t!(m, "room-taken-back")) } } }
                    }
                }
            }
        }
    }
}

fn addenda(frame: &Frame<'_>, session: &Session) -> Markup {
    let m = frame.messages();
    let clock = frame.clock();
    let action = format!(
        "{}/addenda",
        Route::Session(session.room.client.clone(), session.room.session.clone()).path()
    );
    html! {
        @if !session.addenda.is_empty() || session.form.is_some() {
            section aria-labelledby="addenda-title" {
                h2 id="addenda-title" { (t!(m, "session-addenda")) }
                @for (at, by, text) in &session.addenda {
                    div.addendum {
                        p { (text) }
                        p.quiet.fine { (by) " · " (clock.date_and_hour(*at)) }
                    }
                }
                @if let Some(form) = &session.form {
                    @let error = form.refusal.as_ref().map(|refused| refusal::words(m, refused));
                    form.fields.no-print action=(action) method="post" {
                        (csrf(frame))
                        input type="hidden" name="command" value=(form.command);
                        (Field::new("text", &t!(m, "session-addendum"), Kind::Long)
                            .value(&form.text).hint(&t!(m, "session-addendum-hint")).error(error.as_deref())
                            .characters_max(4000).draw(m))
                        div.go { (button::submit(button::Weight::Plain, &t!(m, "session-addendum-keep"))) }
                    }
                }
            }
        }
    }
}

/// Every state of the page.
pub fn samples() -> Vec<(&'static str, Session)> {
    let told = crate::room::samples::sealed();
    let of = |look_back, addenda, form: Option<AddendumForm>| Session {
        subject: Subject::sample(),
        sealed: (told.0.now, "Ana Sample".to_owned(), 31),
        summary: told.1.clone(),
        look_back,
        room: told.0.clone(),
        note: None,
        note_form: form.clone(),
        addenda,
        form,
    };
    let added =
        (told.0.now, "Ana Sample".to_owned(), "Wrote that evening: slept, ate soup, calm.".to_owned());
    let form = AddendumForm { command: format!("{:032x}", 4), ..AddendumForm::default() };
    let refused = AddendumForm { refusal: Some(Refusal::WordsMissing), ..form.clone() };
    let [fresh, open, returned, signed] = look_back::samples(&told.0);
    vec![
        ("sealed", of(LookBack::default(), vec![], Some(form.clone()))),
        ("addendum", of(LookBack::default(), vec![added.clone()], Some(refused))),
        ("to-look-back", of(fresh, vec![], Some(form.clone()))),
        ("to-review", of(open, vec![], Some(form.clone()))),
        ("review-refused", of(returned, vec![], Some(form))),
        ("read-only", of(signed.clone(), vec![added.clone()], None)),
        (
            "note-kept",
            Session {
                note: Some((
                    told.0.now,
                    "Ana Sample".to_owned(),
                    "Maya arrived at 9:42 am. Quiet, and warm.\n\nShe left with Daniel.".to_owned(),
                )),
                note_form: None,
                ..of(signed, vec![], None)
            },
        ),
        (
            "note-refused",
            Session {
                note_form: Some(AddendumForm {
                    text: " ".to_owned(),
                    refusal: Some(Refusal::WordsMissing),
                    ..AddendumForm::default()
                }),
                ..of(LookBack::default(), vec![], None)
            },
        ),
        (
            "three-entries",
            Session { room: crate::room::samples::three_entries(), ..of(LookBack::default(), vec![], None) },
        ),
    ]
}
