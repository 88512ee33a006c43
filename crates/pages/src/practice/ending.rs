//! The ending: how a journey ends here, what stays, who stays reachable, and the way back.

mod letter;
mod samples;
mod words;

use journey::ending::{Ended, FollowUpWish, Medicine, Reopened, Side, Why};
use journey::review::{Hat, Seen};
use journey::task::Task;
use maud::{Markup, html};

use super::medical::{Names, Typed, WORDS_CHARACTERS_MAX};
use super::review::{look, radios, signed_at};
use super::subject::{Subject, person_page};
use crate::components::button::{Weight, submit};
use crate::components::field::{Field, Kind, came_back};
use crate::components::level::{Level, level};
use crate::components::words as said;
use crate::frame::Frame;
use crate::layout::csrf;
use crate::messages::Messages;
use crate::route::Place;
use crate::t;

pub use samples::{samples, usual_ended};
pub use words::{medicine_from_name, side_from_name, why_from_name, why_word};

/// The ending of one person's journey.
#[derive(Clone, Debug, PartialEq)]
pub struct Ending {
    /// Whose.
    pub subject: Subject,
    /// What the work did, from which the letter is drafted.
    pub seen: Seen,
    /// Every ending, oldest first; somebody may come back.
    pub endings: Vec<Ended>,
    /// What waits or was done of the times at which somebody asks how they are.
    pub follow_ups: Vec<Task>,
    /// In how many months somebody asks, as the protocol says.
    pub months: Vec<i64>,
    /// Who wrote.
    pub names: Names,
    /// The form of an ending, or of the way back, for those who sign.
    pub form: Option<Form>,
}

/// A form of this page.
#[derive(Clone, Debug, PartialEq)]
pub struct Form {
    /// What was typed, and why it came back.
    pub typed: Typed,
    /// In which role it is signed; the way back is opened by a therapist.
    pub hat: Hat,
}

impl Ending {
    fn current(&self) -> Option<&Ended> {
        self.endings.last().filter(|ended| ended.reopened.is_none())
    }
}

/// Draws the page.
pub fn page(frame: &Frame<'_>, context: &Ending) -> Markup {
    let m = frame.messages();
    let main = html! {
        (came_back(m, context.form.as_ref().map_or(0, |form| form.typed.problems())))
        div.columns.deciding {
            div {
                @match context.current() {
                    Some(ended) => section.decided.kept aria-labelledby="ended" {
                        h2 id="ended" { (t!(m, "ending-how")) }
                        (told(frame, context, ended))
                        (follow_ups(frame, context, ended))
                    },
                    None => {
                        (before(frame, context))
                        (look(frame, &context.seen))
                    },
                }
                (earlier(frame, context))
            }
            @match (&context.form, context.current()) {
                (Some(form), None) => (farewell(frame, context, form)),
                (Some(form), Some(_)) if form.hat == Hat::Therapist => {
                    (return_form(frame, context, &form.typed))
                },
                _ => {},
            }
        }
    };
    person_page(frame, &context.subject, Some(Place::Ending), &answer(frame, context), main)
}

fn answer(frame: &Frame<'_>, context: &Ending) -> String {
    let (m, clock) = (frame.messages(), frame.clock());
    let name = context.subject.person.first_name();
    match (context.current(), context.endings.last().and_then(|ended| ended.reopened.as_ref())) {
        (Some(ended), _) => {
            let by = words::side_said(m, ended.farewell.by, name);
            t!(m, "ending-answer-ended", on = clock.date(ended.at), by = by)
        }
        (None, Some(back)) => t!(m, "ending-answer-back", name = name, on = clock.date(back.at)),
        (None, None) => t!(m, "ending-answer-goes-on"),
    }
}

/// Before an ending: nothing is pushed, and what an ending keeps is said.
fn before(frame: &Frame<'_>, context: &Ending) -> Markup {
    let m = frame.messages();
    html! {
        section aria-labelledby="before" {
            h2 id="before" { (t!(m, "ending-before")) }
            p { (t!(m, "ending-before-says")) }
            ul.points {
                li { (t!(m, "ending-keeps-record")) }
                li { (t!(m, "ending-keeps-help")) }
                li { (t!(m, "ending-keeps-way-back")) }
            }
            @if let Some(left) = context.seen.lozenges_left.filter(|left| *left > 0) {
                p { (level(Level::Look, &t!(m, "ending-lozenges-out", left = i64::from(left)))) }
                @if context.subject.places.contains(&Place::Prescription) {
                    p.way { a href=(context.subject.at(Place::Prescription).path()) { (t!(m, "tasks-look-count")) } }
                }
            }
        }
    }
}

/// An ending as it was written.
fn told(frame: &Frame<'_>, context: &Ending, ended: &Ended) -> Markup {
    let (m, clock) = (frame.messages(), frame.clock());
    let farewell = &ended.farewell;
    let name = context.subject.person.first_name();
    html! {
        p.verdict { (why_word(m, farewell.why)) }
        p.reason { (farewell.reason) }
        @if let Some(words) = &farewell.clients_words { (said::quote(frame, words)) }
        @if let Some(takes) = &farewell.takes_along {
            h3 { (t!(m, "ending-takes-along")) }
            p.reason { (takes) }
        }
        dl.facts {
            div { dt { (t!(m, "ending-by")) } dd { (words::side_said(m, farewell.by, name)) } }
            div { dt { (t!(m, "ending-reachable")) } dd { (farewell.reachable) } }
            div { dt { (t!(m, "ending-medicine")) } dd { (words::medicine_word(m, farewell.medicine)) } }
            div { dt { (t!(m, "screening-signed-by")) } dd { (context.names.of(m, ended.by)) } }
            div { dt { (t!(m, "screening-signed-on")) } dd { (clock.both(ended.at)) } }
        }
        @if let Some(words) = &farewell.medicine_words { p.reason { (words) } }
        @if let Some(letter) = &farewell.letter {
            details { summary { (t!(m, "ending-letter")) } p.letter.reason { (letter) } }
        }
        @if let Some(back) = &ended.reopened { (came_again(frame, context, back)) }
    }
}

fn came_again(frame: &Frame<'_>, context: &Ending, back: &Reopened) -> Markup {
    let (m, clock) = (frame.messages(), frame.clock());
    html! {
        h3 { (t!(m, "ending-came-back", on = clock.date(back.at))) }
        p.reason { (back.changed) }
        @if let Some(words) = &back.clients_words { (said::quote(frame, words)) }
        p.small.quiet { (context.names.of(m, back.by)) }
    }
}

/// When somebody asks how they are, and what came of it.
fn follow_ups(frame: &Frame<'_>, context: &Ending, ended: &Ended) -> Markup {
    let (m, clock) = (frame.messages(), frame.clock());
    let task = |id| context.follow_ups.iter().find(|task| task.id == id);
    html! {
        h3 { (t!(m, "ending-follow-ups")) }
        @if ended.follow_ups.is_empty() { p.quiet { (t!(m, "ending-follow-ups-none")) } }
        ul.lines {
            @for one in &ended.follow_ups {
                li {
                    p { (t!(m, "ending-follow-up", months = i64::from(one.months), on = clock.day(one.on))) }
                    @match task(one.id).and_then(|task| task.ended.as_ref()) {
                        Some(done) => {
                            p { (level(Level::Holds, &t!(m, "ending-asked"))) }
                            @if let Some(words) = &done.words { p.reason { (words) } }
                            p.small.quiet { (context.names.of(m, done.by)) ", " (clock.date(done.at)) }
                        },
                        None if task(one.id).is_some_and(|task| task.opened_at <= frame.now) => {
                            p { (level(Level::Look, &t!(m, "ending-to-ask"))) }
                            @if context.subject.places.contains(&Place::Tasks) {
                                p.way { a href=(context.subject.at(Place::Tasks).path()) { (t!(m, "ending-to-tasks")) } }
                            }
                        },
                        None => {},
                    }
                }
            }
        }
    }
}

fn earlier(frame: &Frame<'_>, context: &Ending) -> Markup {
    let m = frame.messages();
    let earlier: Vec<&Ended> = context.endings.iter().filter(|ended| ended.reopened.is_some()).collect();
    html! {
        @if !earlier.is_empty() {
            section aria-labelledby="earlier-endings" {
                h2 id="earlier-endings" { (t!(m, "ending-earlier")) }
                ul.lines { @for ended in earlier.iter().rev() { li { (told(frame, context, ended)) } } }
            }
        }
    }
}

/// The form of an ending. The letter stands drafted from the record, to be changed or emptied.
fn farewell(frame: &Frame<'_>, context: &Ending, form: &Form) -> Markup {
    let (m, typed) = (frame.messages(), &form.typed);
    let name = frame.person.map_or("", |person| person.name);
    let first = context.subject.person.first_name();
    let error = |field: &str| typed.error(m, field);
    let sides = Side::ALL.map(|one| (words::side_name(one).to_owned(), words::side_word(m, one, first)));
    let whys = Why::ALL.map(|one| (words::why_name(one).to_owned(), why_word(m, one)));
    let medicines =
        Medicine::ALL.map(|one| (words::medicine_name(one).to_owned(), words::medicine_word(m, one)));
    let draft = letter::draft(frame, &context.subject.person.name, &context.seen);
    let letter = if typed.came_back() { typed.get("letter") } else { &draft };
    html! {
        section.sheet.no-print aria-labelledby="new-ending" {
            h2 id="new-ending" { (t!(m, "ending-new")) }
            form.fields action=(signed_at(&context.subject.at(Place::Ending), form.hat)) method="post" {
                (csrf(frame))
                input type="hidden" name="command" value=(typed.command);
                (typed.error_atop(m, &["reason", "reachable", "medicine_words"]))
                (radios(&t!(m, "ending-by"), "by", sides.into_iter(), typed.get("by")))
                (radios(&t!(m, "ending-why"), "why", whys.into_iter(), typed.get("why")))
                (Field::new("reason", &t!(m, "ending-reason"), Kind::Long).value(typed.get("reason"))
                    .hint(&t!(m, "ending-reason-hint")).error(error("reason").as_deref())
                    .characters_max(WORDS_CHARACTERS_MAX).draw(m))
                (Field::new("clients_words", &t!(m, "ending-clients-words"), Kind::Long).optional()
                    .value(typed.get("clients_words")).characters_max(WORDS_CHARACTERS_MAX).draw(m))
                (Field::new("takes_along", &t!(m, "ending-takes-along"), Kind::Long).optional()
                    .value(takes_along(context, typed)).hint(&t!(m, "ending-takes-hint"))
                    .characters_max(WORDS_CHARACTERS_MAX).draw(m))
                (Field::new("reachable", &t!(m, "ending-reachable"), Kind::Long).value(typed.get("reachable"))
                    .hint(&t!(m, "ending-reachable-hint")).error(error("reachable").as_deref())
                    .characters_max(WORDS_CHARACTERS_MAX).draw(m))
                (radios(&t!(m, "ending-medicine"), "medicine", medicines.into_iter(), typed.get("medicine")))
                (Field::new("medicine_words", &t!(m, "ending-medicine-words"), Kind::Line).depends()
                    .value(typed.get("medicine_words")).hint(&t!(m, "ending-medicine-hint"))
                    .error(error("medicine_words").as_deref()).draw(m))
                (Field::new("letter", &t!(m, "ending-letter"), Kind::Long).optional().value(letter)
                    .hint(&t!(m, "ending-letter-hint")).characters_max(WORDS_CHARACTERS_MAX).draw(m))
                (asked_later(m, context, typed))
                div.go { (submit(Weight::Ordinary, &t!(m, "ending-sign", name = name))) }
            }
        }
    }
}

/// What they chose to practise stands there to begin with.
fn takes_along<'a>(context: &'a Ending, typed: &'a Typed) -> &'a str {
    let first = context.seen.practices.first().map_or("", String::as_str);
    if typed.came_back() { typed.get("takes_along") } else { first }
}

fn asked_later(m: Messages, context: &Ending, typed: &Typed) -> Markup {
    let months: Vec<String> = context.months.iter().map(ToString::to_string).collect();
    let choices = [
        ("welcome".to_owned(), t!(m, "ending-ask-later", months = months.join(", "))),
        ("not-wanted".to_owned(), t!(m, "ending-ask-never")),
    ];
    radios(&t!(m, "ending-follow-ups"), "follow_up", choices.into_iter(), typed.get("follow_up"))
}

/// Reads whether they want to be asked.
pub fn wish_from_name(name: &str) -> Option<FollowUpWish> {
    match name {
        "welcome" => Some(FollowUpWish::Welcome),
        "not-wanted" => Some(FollowUpWish::NotWanted),
        _ => None,
    }
}

/// The way back: what has changed since; the rest is looked at anew by itself.
fn return_form(frame: &Frame<'_>, context: &Ending, typed: &Typed) -> Markup {
    let m = frame.messages();
    let first = context.subject.person.first_name();
    let action = format!("{}/return", context.subject.at(Place::Ending).path());
    html! {
        section.sheet.no-print aria-labelledby="return" {
            h2 id="return" { (t!(m, "ending-return", name = first)) }
            p.quiet { (t!(m, "ending-return-says")) }
            form.fields action=(action) method="post" {
                (csrf(frame))
                input type="hidden" name="command" value=(typed.command);
                (typed.error_atop(m, &["words"]))
                (Field::new("words", &t!(m, "ending-changed"), Kind::Long).value(typed.get("words"))
                    .hint(&t!(m, "ending-changed-hint")).error(typed.error(m, "words").as_deref())
                    .characters_max(WORDS_CHARACTERS_MAX).draw(m))
                (Field::new("clients_words", &t!(m, "ending-clients-words-back"), Kind::Long).optional()
                    .value(typed.get("clients_words")).characters_max(WORDS_CHARACTERS_MAX).draw(m))
                div.go { (submit(Weight::Ordinary, &t!(m, "ending-open-again"))) }
            }
        }
    }
}
