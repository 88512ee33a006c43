//! A person's adverse events, each until somebody has written how it ended.

mod forms;
mod samples;

use jiff::Timestamp;
use journey::SessionId;
use journey::medicine_session::adverse_event::{
    AdverseEvent, End, FollowUp, FollowedUp, Outcome, Outside, Seriousness,
};
use journey::medicine_session::session::Review;
use journey::medicine_session::timeline::Shown;
use maud::{Markup, html};

use super::medical::{Names, Typed};
use super::subject::{Subject, person_page};
use crate::components::empty::empty;
use crate::components::field::came_back;
use crate::components::level::{Level, level};
use crate::frame::{Country, Frame};
use crate::messages::Messages;
use crate::room::{say, words};
use crate::route::{Place, Route};
use crate::t;
use crate::time::list;

pub use samples::samples;

/// The adverse events of one person, and what the reader may write of them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AdverseEvents {
    /// Whose they are.
    pub subject: Subject,
    /// Who reported and wrote.
    pub names: Names,
    /// All of them, oldest first.
    pub events: Vec<Known>,
    /// The sessions that one can follow on, the newest first.
    pub sessions: Vec<(SessionId, Timestamp)>,
    /// Whether a check-in told of trouble that nobody has looked at yet.
    pub told_in_check_in: bool,
    /// The forms that follow an event up, for those who may; what was typed says which.
    pub follow_up: Option<Typed>,
    /// The form that reports one by hand, for those who may.
    pub report: Option<Typed>,
}

/// One adverse event with what stands about it.
#[derive(Clone, Debug, PartialEq)]
pub struct Known {
    /// The session it belongs to.
    pub session: SessionId,
    /// What is known.
    pub event: AdverseEvent,
    /// Whether the protocol calls it grave: the next dose waits for its review.
    pub grave: bool,
    /// The prescriber's review, once it is written.
    pub review: Option<Review>,
}

/// Draws the page.
pub fn page(frame: &Frame<'_>, context: &AdverseEvents) -> Markup {
    let m = frame.messages();
    let problems = context.follow_up.iter().chain(&context.report).map(Typed::problems).sum();
    let (open, closed): (Vec<&Known>, Vec<&Known>) =
        context.events.iter().rev().partition(|known| known.event.is_open());
    let main = html! {
        (came_back(m, problems))
        div.columns.medical {
            div.findings {
                @if context.told_in_check_in { p.lead-in { (t!(m, "unwanted-told")) } }
                @if context.events.is_empty() { (empty(&t!(m, "unwanted-empty"), html! {})) }
                (group(frame, context, "open", &t!(m, "unwanted-open"), &open))
                (group(frame, context, "closed", &t!(m, "unwanted-closed"), &closed))
            }
            @if let Some(typed) = &context.report { div.deeds { (forms::report(frame, context, typed)) } }
        }
    };
    person_page(frame, &context.subject, Some(Place::AdverseEvents), &answer(m, context, open.len()), main)
}

fn answer(m: Messages, context: &AdverseEvents, open: usize) -> String {
    match (open, context.events.len()) {
        (0, 0) => t!(m, "unwanted-none", name = context.subject.person.first_name()),
        (0, _) => t!(m, "unwanted-all-closed"),
        (open, _) => t!(m, "unwanted-open-count", count = open),
    }
}

fn group(frame: &Frame<'_>, context: &AdverseEvents, id: &str, title: &str, events: &[&Known]) -> Markup {
    html! {
        @if !events.is_empty() {
            section aria-labelledby=(id) {
                h2 id=(id) { (title) }
                ul.known { @for known in events { li { (one(frame, context, known)) } } }
            }
        }
    }
}

fn one(frame: &Frame<'_>, context: &AdverseEvents, known: &Known) -> Markup {
    let (m, clock) = (frame.messages(), frame.clock());
    let event = &known.event;
    let session = Route::Session(context.subject.person.client.clone(), known.session.to_string());
    let waits = known.grave && known.review.is_none();
    html! {
        div.mismatch {
            h3 { (say::shown(m, &Shown::AdverseEvent(event.clone()))) }
            p.small.quiet {
                (context.names.of(m, event.by)) " · " (clock.both(event.at))
                @if context.subject.places.contains(&Place::Sessions) {
                    " · " a href=(session.path()) { (t!(m, "unwanted-session")) }
                }
            }
            @if waits { p { (level(Level::Stops, &t!(m, "unwanted-waits"))) } }
            (reported(m, event))
            @for follow_up in &event.follow_ups { (followed(frame, context, follow_up)) }
            @if let Some(review) = &known.review {
                p { (t!(m, "unwanted-review", finding = review.finding.as_str())) }
                p.fine.quiet { (context.names.of(m, review.by)) " · " (clock.both(review.at)) }
            }
            @if known.grave && event.outside().is_none() { p { (outside_prompt(frame)) } }
            @if let Some(typed) = &context.follow_up { (forms::follow_up(frame, context, known, typed)) }
        }
    }
}

/// What was said of it when it was reported.
fn reported(m: Messages, event: &AdverseEvent) -> Markup {
    let report = &event.report;
    html! {
        @if let Some(related) = report.relatedness {
            p.small { (t!(m, "room-adverse-related")) ": " (words::relatedness(m, related)) }
        }
        @if let Some(action) = &report.action { p.small { (t!(m, "session-event-action", action = action.as_str())) } }
        @if let Some(outcome) = &report.outcome {
            p.small { (t!(m, "session-event-outcome", outcome = outcome.as_str())) }
        }
    }
}

fn followed(frame: &Frame<'_>, context: &AdverseEvents, one: &FollowedUp) -> Markup {
    let (m, clock) = (frame.messages(), frame.clock());
    let FollowUp { words, serious, outside, end } = &one.follow_up;
    html! {
        div.follow-up {
            @if let Some(words) = words { p { (words) } }
            @if let Some(serious) = serious {
                p.small {
                    @if serious.is_empty() { (t!(m, "unwanted-not-serious")) }
                    @else {
                        @let names: Vec<String> = serious.iter().map(|one| seriousness(m, *one)).collect();
                        @let names: Vec<&str> = names.iter().map(String::as_str).collect();
                        (t!(m, "unwanted-serious-by", what = list(m, &names)))
                    }
                }
            }
            @match outside {
                Some(Outside::Yes { whom, on }) => {
                    p.small { (t!(m, "unwanted-told-outside", whom = whom.as_str(), on = clock.day(*on))) }
                }
                Some(Outside::No { because }) => {
                    p.small { (t!(m, "unwanted-not-told-outside", because = because.as_str())) }
                }
                None => {}
            }
            @if let Some(end) = end { p { (level(Level::Holds, &ended(frame, *end))) } }
            p.fine.quiet { (context.names.of(m, one.by)) " · " (clock.both(one.at)) }
        }
    }
}

fn ended(frame: &Frame<'_>, end: End) -> String {
    let m = frame.messages();
    let said = outcome(m, end.outcome);
    match end.resolved_at {
        Some(at) => t!(m, "unwanted-ended-at", outcome = said, when = frame.clock().date_and_hour(at)),
        None => said,
    }
}

fn seriousness(m: Messages, one: Seriousness) -> String {
    match one {
        Seriousness::Death => t!(m, "unwanted-serious-death"),
        Seriousness::LifeThreatening => t!(m, "unwanted-serious-life"),
        Seriousness::Hospital => t!(m, "unwanted-serious-hospital"),
        Seriousness::Disability => t!(m, "unwanted-serious-disability"),
        Seriousness::OtherImportant => t!(m, "unwanted-serious-other"),
    }
}

fn outcome(m: Messages, one: Outcome) -> String {
    match one {
        Outcome::Resolved => t!(m, "unwanted-outcome-resolved"),
        Outcome::ResolvedWithSequelae => t!(m, "unwanted-outcome-sequelae"),
        Outcome::CaredForElsewhere => t!(m, "unwanted-outcome-elsewhere"),
        Outcome::Fatal => t!(m, "unwanted-outcome-fatal"),
        Outcome::Unknown => t!(m, "unwanted-outcome-unknown"),
    }
}

/// Who outside asks to be told, by the practice's country; nobody licensed has checked it.
fn outside_prompt(frame: &Frame<'_>) -> String {
    let m = frame.messages();
    match frame.country {
        Country::UnitedStates => t!(m, "unwanted-outside-us"),
        Country::UnitedKingdom => t!(m, "unwanted-outside-gb"),
        Country::Spain => t!(m, "unwanted-outside-es"),
        Country::Elsewhere => t!(m, "unwanted-outside-elsewhere"),
    }
}
