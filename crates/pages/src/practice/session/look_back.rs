//! What a prescriber says of a session that is over: the reviews of what went wrong, and the look back.

use journey::medicine_session::adverse_event::{AdverseEvent, Relatedness, Report};
use journey::medicine_session::session::{FollowUpKind, Review};
use journey::medicine_session::timeline::Shown;
use journey::{EventId, Refusal};
use maud::{Markup, html};

use super::Session;
use crate::components::button::{Weight, submit};
use crate::frame::Frame;
use crate::layout::csrf;
use crate::messages::Messages;
use crate::practice::medical::{Typed, WORDS_CHARACTERS_MAX};
use crate::room::{say, words};
use crate::route::Route;
use crate::t;

/// An adverse event, or a dose outside the gate, with the review that closed it.
#[derive(Clone, Debug, PartialEq)]
pub struct Reviewed {
    /// The fact that recorded it.
    pub event: EventId,
    /// What it was.
    pub shown: Shown,
    /// Whether the next dose waits for its review.
    pub holds_the_next_dose: bool,
    /// The review, once a prescriber wrote it.
    pub review: Option<Review>,
}

/// What a prescriber said of the session, and the forms of one who may say it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct LookBack {
    /// What went wrong, in the order of time.
    pub events: Vec<Reviewed>,
    /// The form of a review; none when the reader may not write one.
    pub review: Option<Typed>,
    /// The look back, once it is signed.
    pub signed: Option<(FollowUpKind, Review)>,
    /// The form of the look back; none when the reader may not sign one, or it is signed.
    pub sign: Option<Typed>,
}

impl LookBack {
    /// How many forms came back.
    pub(super) fn problems(&self) -> usize {
        self.review.iter().chain(&self.sign).map(Typed::problems).sum()
    }
}

/// Draws what was said, and the forms.
pub(super) fn drawn(frame: &Frame<'_>, session: &Session) -> Markup {
    html! {
        @if !session.look_back.events.is_empty() { (events(frame, session)) }
        @if session.look_back.signed.is_some() || session.look_back.sign.is_some() { (look_back(frame, session)) }
    }
}

fn path(session: &Session, of: &str) -> String {
    let page = Route::Session(session.room.client.clone(), session.room.session.clone()).path();
    format!("{page}/{of}")
}

fn events(frame: &Frame<'_>, session: &Session) -> Markup {
    let m = frame.messages();
    html! {
        section aria-labelledby="events-title" {
            h2 id="events-title" { (t!(m, "session-events")) }
            @for one in &session.look_back.events { (event(frame, session, one)) }
        }
    }
}

fn event(frame: &Frame<'_>, session: &Session, one: &Reviewed) -> Markup {
    let m = frame.messages();
    html! {
        div.addendum {
            p { (say::shown(m, &one.shown)) }
            @if let Shown::AdverseEvent(event) = &one.shown { (told(frame, event)) }
            @match (&one.review, &session.look_back.review) {
                (Some(review), _) => (said(frame, session, review)),
                (None, Some(typed)) => (review_form(frame, session, one, typed)),
                (None, None) => p.quiet.fine {
                    @if one.holds_the_next_dose { (t!(m, "session-review-awaited")) } @else { (t!(m, "session-review-none")) }
                },
            }
        }
    }
}

/// What was done about it and what became of it.
fn told(frame: &Frame<'_>, event: &AdverseEvent) -> Markup {
    let m = frame.messages();
    let report = &event.report;
    html! {
        @if let Some(related) = report.relatedness { p.small { (t!(m, "room-adverse-related")) ": " (words::relatedness(m, related)) } }
        @if let Some(action) = &report.action { p.small { (t!(m, "session-event-action", action = action.as_str())) } }
        @if let Some(outcome) = &report.outcome { p.small { (t!(m, "session-event-outcome", outcome = outcome.as_str())) } }
        @if let Some(at) = report.resolved_at { p.small { (t!(m, "session-event-resolved", hour = frame.clock().hour(at))) } }
    }
}

/// A prescriber's words, with name and time.
fn said(frame: &Frame<'_>, session: &Session, review: &Review) -> Markup {
    html! {
        p { (review.finding) }
        p.quiet.fine { (session.room.who(Some(review.by)).unwrap_or_default()) " · " (frame.clock().date_and_hour(review.at)) }
    }
}

/// Several reviews may be open on the page, so each field's id carries the event.
fn review_form(frame: &Frame<'_>, session: &Session, one: &Reviewed, typed: &Typed) -> Markup {
    let m = frame.messages();
    let event = one.event.to_string();
    let here = typed.get("event") == event;
    let label = match one.shown {
        Shown::Dose(_) => t!(m, "session-review-incident"),
        _ => t!(m, "session-review-event"),
    };
    let hint = if one.holds_the_next_dose {
        t!(m, "session-review-hint")
    } else {
        t!(m, "session-review-hint-mild")
    };
    html! {
        form.fields.no-print action=(path(session, "reviews")) method="post" {
            (csrf(frame))
            input type="hidden" name="command" value=(typed.command);
            input type="hidden" name="event" value=(event);
            (finding(m, &format!("review-{event}"), &label, &hint, typed, here))
            div.go { (submit(Weight::Ordinary, &t!(m, "session-review-keep"))) }
        }
    }
}

fn look_back(frame: &Frame<'_>, session: &Session) -> Markup {
    let m = frame.messages();
    html! {
        section aria-labelledby="look-back" {
            h2 id="look-back" { (t!(m, "session-look-back")) }
            @if let Some((kind, review)) = &session.look_back.signed {
                div.addendum {
                    p.quiet.small { (kind_said(m, *kind)) }
                    (said(frame, session, review))
                }
            }
            @if let Some(typed) = &session.look_back.sign { (sign_form(frame, &path(session, "look-back"), typed)) }
        }
    }
}

/// What a look back looked at, in words.
pub fn kind_said(m: Messages, kind: FollowUpKind) -> String {
    match kind {
        FollowUpKind::AfterSession => t!(m, "session-look-back-after"),
        FollowUpKind::Course => t!(m, "session-look-back-course"),
    }
}

/// The form of the look back; the same beside the next dose.
pub fn sign_form(frame: &Frame<'_>, action: &str, typed: &Typed) -> Markup {
    let m = frame.messages();
    let kinds =
        [("after_session", t!(m, "session-look-back-after")), ("course", t!(m, "session-look-back-course"))];
    let chosen = Some(typed.get("kind")).filter(|kind| !kind.is_empty()).unwrap_or("after_session");
    html! {
        form.fields.no-print action=(action) method="post" {
            (csrf(frame))
            input type="hidden" name="command" value=(typed.command);
            fieldset {
                legend { (t!(m, "session-look-back-at")) }
                @for (value, words) in &kinds {
                    label.choice for={ "look-back-" (value) } {
                        input id={ "look-back-" (value) } type="radio" name="kind" value=(value) required checked[chosen == *value];
                        (words)
                    }
                }
            }
            (typed.error_atop(m, &["words"]))
            (finding(m, "look-back-words", &t!(m, "session-look-back-words"), &t!(m, "session-look-back-hint"), typed, true))
            div.go { (submit(Weight::Primary, &t!(m, "session-look-back-sign"))) }
        }
    }
}

/// What was found and what follows, in a prescriber's words.
fn finding(m: Messages, id: &str, label: &str, hint: &str, typed: &Typed, here: bool) -> Markup {
    let error = typed.error(m, "words").filter(|_| here);
    let described = error.as_ref().map_or_else(|| format!("{id}-hint"), |_| format!("{id}-hint {id}-error"));
    html! {
        div.field.wrong[error.is_some()] {
            label for=(id) { (label) }
            p.hint id={ (id) "-hint" } { (hint) }
            @if let Some(error) = &error { p.error id={ (id) "-error" } { (error) } }
            textarea id=(id) name="words" rows="4" required maxlength=(WORDS_CHARACTERS_MAX)
                aria-invalid=[error.as_ref().map(|_| "true")] aria-describedby=(described)
            { "\n" @if here { (typed.get("words")) } }
        }
    }
}

/// States of what a prescriber says: nothing wrong, an open incident, one form that came back, signed.
pub(super) fn samples(room: &crate::room::Room) -> [LookBack; 4] {
    let event = |number: u8| EventId::from_bytes([number; 16]);
    let by = room.lines.iter().find_map(|line| line.by).unwrap_or(journey::Who::System);
    let review = |finding: &str| Review { at: room.now, by, finding: finding.to_owned() };
    let nausea = AdverseEvent {
        id: event(8),
        at: room.now,
        by,
        report: Report {
            term: "nausea".into(),
            grade: 1,
            action: Some("ginger, and the window open".into()),
            outcome: Some("gone after twenty minutes".into()),
            relatedness: Some(Relatedness::Likely),
            resolved_at: Some(room.now),
            ..Report::default()
        },
        follow_ups: Vec::new(),
    };
    let mut panic = nausea.clone();
    panic.id = event(9);
    panic.report.term = "panic".into();
    panic.report.grade = 3;
    let reviewed = |event: &AdverseEvent, review| Reviewed {
        event: event.id,
        holds_the_next_dose: event.report.grade >= 3,
        shown: Shown::AdverseEvent(event.clone()),
        review,
    };
    let typed = |number: u8| Typed::new(format!("{number:032x}"));
    let open = vec![reviewed(&nausea, None), reviewed(&panic, None)];
    let mut came_back = typed(5);
    came_back.fields.insert("event".into(), event(9).to_string());
    came_back.refusal = Some(Refusal::WordsMissing);
    let closed = vec![reviewed(&panic, Some(review("Anxiety at the peak, held well. Same dose or lower.")))];
    [
        LookBack { sign: Some(typed(6)), ..LookBack::default() },
        LookBack { events: open.clone(), review: Some(typed(5)), sign: Some(typed(6)), signed: None },
        LookBack { events: open, review: Some(came_back), sign: Some(typed(6)), signed: None },
        LookBack {
            events: closed,
            signed: Some((FollowUpKind::AfterSession, review("Well tolerated; pressure rose by 15."))),
            ..LookBack::default()
        },
    ]
}
