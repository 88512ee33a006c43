//! What a prescriber is asked to pass, from afar, while somebody waits at the gate.

mod samples;

use jiff::Timestamp;
use journey::gate::Condition;
use maud::{Markup, html};

use super::medical::{Typed, WORDS_CHARACTERS_MAX};
use super::subject::{Subject, person_page};
use crate::components::button::{Weight, submit};
use crate::components::field::{Field, Kind, came_back};
use crate::components::level::{Level, level};
use crate::components::live::{Live, live};
use crate::frame::Frame;
use crate::layout::csrf;
use crate::messages::Messages;
use crate::room::{condition_words, reasons};
use crate::route::{Place, Route};
use crate::t;

pub use samples::samples;

/// What was asked in one session, and what stands in the way there.
#[derive(Clone, Debug, PartialEq)]
pub struct Asked {
    /// Who is in the room.
    pub subject: Subject,
    /// The session's id.
    pub session: String,
    /// What was asked, the newest first.
    pub asks: Vec<One>,
    /// Everything that stands in the way, as the gate says it; nothing once it decides no more.
    pub standing: Vec<Condition>,
    /// The form of an answer, for those who may give one, while the gate decides something.
    pub form: Option<Typed>,
    /// Whether the gate decides nothing any more: a dose was taken, or the visit is over.
    pub over: bool,
    /// How the page keeps itself true; nothing while a form came back.
    pub live: Option<Live>,
}

/// One asking.
#[derive(Clone, Debug, PartialEq)]
pub struct One {
    /// The fact that it is.
    pub id: String,
    /// What stands in the way, as it is now.
    pub condition: Condition,
    /// The reasons of the condition as the form sends them back: an answer is for what was read.
    pub seen: String,
    /// Who asked.
    pub by: String,
    /// Of whom.
    pub of: String,
    /// When.
    pub at: Timestamp,
    /// What to know for it.
    pub words: String,
    /// What was answered.
    pub answer: Option<Answer>,
}

/// What was answered.
#[derive(Clone, Debug, PartialEq)]
pub struct Answer {
    /// Whether it was passed.
    pub passed: bool,
    /// By whom.
    pub by: String,
    /// When.
    pub at: Timestamp,
    /// Why.
    pub reason: String,
}

impl Asked {
    fn waits(&self, one: &One) -> bool {
        one.answer.is_none() && !self.over
    }
}

/// Draws the page.
pub fn page(frame: &Frame<'_>, context: &Asked) -> Markup {
    let m = frame.messages();
    let main = html! {
        @if let Some(live_page) = &context.live { (live(frame, live_page)) }
        (came_back(m, context.form.iter().map(Typed::problems).sum()))
        @for one in &context.asks { (asking(frame, context, one)) }
        (besides(m, context))
        p.way {
            a href=(Route::Session(context.subject.person.client.clone(), context.session.clone()).path()) {
                (t!(m, "asked-to-room"))
            }
        }
    };
    person_page(frame, &context.subject, Some(Place::Sessions), &answer(m, context), main)
}

fn answer(m: Messages, context: &Asked) -> String {
    let name = context.subject.person.first_name();
    let waiting = context.asks.iter().filter(|one| context.waits(one)).count();
    match (waiting, context.asks.first()) {
        (0, _) if context.over => t!(m, "asked-over", name = name),
        (0, _) => t!(m, "asked-nothing", name = name),
        (_, Some(one)) => t!(m, "asked-waits", by = one.by.as_str(), name = name, count = waiting),
        (_, None) => t!(m, "asked-nothing", name = name),
    }
}

fn asking(frame: &Frame<'_>, context: &Asked, one: &One) -> Markup {
    let (m, clock) = (frame.messages(), frame.clock());
    let id = format!("asked-{}", one.id);
    html! {
        article.asking aria-labelledby=(id) {
            h2 id=(id) { (condition_words(m, &one.condition)) }
            (reasons(m, &one.condition))
            p.letter { (one.words.trim()) }
            p.small.quiet {
                (t!(m, "asked-by", by = one.by.as_str(), of = one.of.as_str())) " " (clock.both(one.at))
            }
            @match &one.answer {
                Some(answer) => (answered(frame, answer)),
                None if context.over => p { (level(Level::Inform, &t!(m, "asked-unanswered"))) },
                None => @if let Some(typed) = &context.form { (form(frame, context, one, typed)) },
            }
        }
    }
}

fn answered(frame: &Frame<'_>, answer: &Answer) -> Markup {
    let (m, clock) = (frame.messages(), frame.clock());
    let (shape, says) = match answer.passed {
        true => (Level::Look, t!(m, "asked-passed", by = answer.by.as_str())),
        false => (Level::Stops, t!(m, "asked-declined", by = answer.by.as_str())),
    };
    html! {
        p { (level(shape, &says)) " " span.small.quiet { (clock.both(answer.at)) } }
        p.reason { (answer.reason) }
    }
}

/// Yes or no, why, and the password again; several may stand on the page, so ids carry the asking.
fn form(frame: &Frame<'_>, context: &Asked, one: &One, typed: &Typed) -> Markup {
    let m = frame.messages();
    let here = typed.get("ask") == one.id;
    let kept = |name: &str| if here { typed.get(name) } else { "" };
    let error = |name: &str| typed.error(m, name).filter(|_| here);
    let me = frame.person.map_or("", |person| person.name);
    let action = Route::Asked(context.subject.person.client.clone(), context.session.clone()).path();
    let says = [("pass", t!(m, "asked-yes")), ("decline", t!(m, "asked-no"))];
    html! {
        form.fields.sheet action=(action) method="post" {
            (csrf(frame))
            input type="hidden" name="command" value=(typed.command);
            input type="hidden" name="ask" value=(one.id);
            @if here { (typed.error_atop(m, &["reason", "password"])) }
            fieldset {
                legend { (t!(m, "asked-says")) }
                @for (value, words) in &says {
                    @let id = format!("says-{value}-{}", one.id);
                    label.choice for=(id) {
                        input id=(id) type="radio" name="says" value=(value) required checked[kept("says") == *value];
                        (words)
                    }
                }
            }
            @let reason = format!("reason-{}", one.id);
            div.field.wrong[error("reason").is_some()] {
                label for=(reason) { (t!(m, "asked-why")) }
                @if let Some(error) = error("reason") { p.error { (error) } }
                textarea id=(reason) name="reason" rows="3" required maxlength=(WORDS_CHARACTERS_MAX) { "\n" (kept("reason")) }
            }
            input type="hidden" name={ "seen-" (one.id) } value=(one.seen);
            (password(m, &one.id, error("password").as_deref()))
            div.go { (submit(Weight::Primary, &t!(m, "asked-answer", name = me))) }
            p.fine.quiet { (t!(m, "asked-scope")) }
        }
    }
}

/// What carries a name so gravely is done with the password given again.
fn password(m: Messages, id: &str, error: Option<&str>) -> Markup {
    let label = t!(m, "asked-password");
    let hint = t!(m, "asked-password-hint");
    let name = format!("password-{id}");
    let drawn = Field::new(&name, &label, Kind::Password).hint(&hint).error(error);
    drawn.autocomplete("current-password").draw(m)
}

/// What else stands in the way: a yes opens nothing by itself.
fn besides(m: Messages, context: &Asked) -> Markup {
    let is_asked = |one: &Condition| context.asks.iter().any(|ask| ask.condition.id == one.id);
    let others: Vec<&Condition> = context.standing.iter().filter(|one| !is_asked(one)).collect();
    html! {
        @if !others.is_empty() {
            section.asking-besides aria-labelledby="besides" {
                h2 id="besides" { (t!(m, "asked-besides")) }
                ul.lines { @for one in others { li { (condition_words(m, one)) } } }
            }
        }
    }
}
