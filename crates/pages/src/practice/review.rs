//! The review: what the work did, as the record knows it, and what the care team decides.

mod look;
mod samples;
mod words;

use jiff::civil::Date;
use journey::StaffId;
use journey::review::{ClientPart, Decision, Hat, Of, Rest, Seen, Signed};
use maud::{Markup, html};

use super::medical::{Names, Typed, WORDS_CHARACTERS_MAX};
use super::subject::{Subject, person_page};
use crate::components::button::{Weight, link, submit};
use crate::components::field::{Field, Kind, came_back};
use crate::components::level::{Level, level};
use crate::components::words as said;
use crate::frame::Frame;
use crate::layout::csrf;
use crate::messages::Messages;
use crate::route::{Place, Route};
use crate::t;

pub use look::look;
pub use samples::{samples, usual_seen};
pub use words::{decision_from_name, decision_name, decision_word};

/// The reviews of one person.
#[derive(Clone, Debug, PartialEq)]
pub struct Review {
    /// Whose.
    pub subject: Subject,
    /// What the work did.
    pub seen: Seen,
    /// Every review, oldest first.
    pub signed: Vec<Signed>,
    /// Why no session is opened, if none is.
    pub rest: Option<Rest>,
    /// After how many sessions one fell due.
    pub fell_due: Option<usize>,
    /// The day of the next one.
    pub next_on: Option<Date>,
    /// Whether that day has come.
    pub day_has_come: bool,
    /// Who wrote and was there.
    pub names: Names,
    /// The form of a new one, for those who sign.
    pub form: Option<Form>,
    /// The form of a prescriber who agrees.
    pub agree: Option<Typed>,
}

/// The form of a review.
#[derive(Clone, Debug, PartialEq)]
pub struct Form {
    /// What was typed, and why it came back.
    pub typed: Typed,
    /// Who of the care team could have been there, the reader apart.
    pub could_be_there: Vec<StaffId>,
    /// In which role it is signed.
    pub hat: Hat,
}

impl Review {
    fn waits_for_prescriber(&self) -> bool {
        self.signed.last().is_some_and(Signed::waits_for_prescriber)
    }

    fn is_due(&self) -> bool {
        self.fell_due.is_some() || self.day_has_come
    }
}

/// Draws the page.
pub fn page(frame: &Frame<'_>, context: &Review) -> Markup {
    let m = frame.messages();
    let problems = context.form.as_ref().map_or(0, |form| form.typed.problems());
    let agreeing = context.agree.as_ref().map_or(0, Typed::problems);
    let main = html! {
        (came_back(m, problems + agreeing))
        div.columns.deciding {
            div {
                (in_force(frame, context))
                (look(frame, &context.seen))
                (earlier(frame, context))
            }
            @if let Some(form) = &context.form { (sheet(frame, context, form)) }
        }
        @if context.subject.places.contains(&Place::Ending) {
            p.ways-on.no-print { a href=(context.subject.at(Place::Ending).path()) { (t!(m, "review-to-ending")) } }
        }
    };
    person_page(frame, &context.subject, Some(Place::Review), &answer(frame, context), main)
}

/// What holds now, and whether a review waits.
fn answer(frame: &Frame<'_>, context: &Review) -> String {
    let (m, clock) = (frame.messages(), frame.clock());
    let name = context.subject.person.first_name();
    if context.rest == Some(Rest::Ended) {
        return t!(m, "review-answer-ended", name = name);
    }
    if let Some(sessions) = context.fell_due {
        return t!(m, "review-answer-due", sessions = sessions);
    }
    if context.day_has_come {
        return t!(m, "review-answer-day");
    }
    let Some(latest) = context.signed.last() else {
        return t!(m, "review-answer-none", sessions = context.seen.sessions.len());
    };
    let decided = decision_word(m, latest.review.decision);
    match context.next_on {
        Some(on) => t!(m, "review-answer-next", decided = decided, on = clock.day(on)),
        None => decided,
    }
}

/// The latest review: what it decided holds.
fn in_force(frame: &Frame<'_>, context: &Review) -> Markup {
    let m = frame.messages();
    let Some(latest) = context.signed.last() else { return html! {} };
    html! {
        section.decided.kept aria-labelledby="in-force" {
            h2 id="in-force" { (t!(m, "review-in-force")) }
            @if latest.review.decision.rests() && context.rest != Some(Rest::Ended) {
                p { (level(Level::Stops, &t!(m, "review-no-session"))) }
            }
            (told(frame, context, latest))
            @if context.waits_for_prescriber() { (waiting(frame, context, latest)) }
            @if latest.review.decision == Decision::End && context.rest == Some(Rest::ToEnd)
                && context.subject.places.contains(&Place::Ending)
            {
                p.go { (link(Weight::Ordinary, &context.subject.at(Place::Ending).path(), &t!(m, "review-write-ending"))) }
            }
        }
    }
}

/// A review as it was signed.
fn told(frame: &Frame<'_>, context: &Review, signed: &Signed) -> Markup {
    let (m, clock) = (frame.messages(), frame.clock());
    let review = &signed.review;
    html! {
        p.verdict { (decision_word(m, review.decision)) }
        @if let Some(pace) = &review.pace { p { (pace) } }
        p.reason { (review.reason) }
        p { (review.saw) }
        @if let Some(words) = &review.clients_words { (said::quote(frame, words)) }
        dl.facts {
            div { dt { (t!(m, "review-looked-at")) } dd { (looked_at(m, context, review.of)) } }
            div { dt { (t!(m, "review-there")) } dd { (there(m, context, signed)) } }
            div { dt { (t!(m, "screening-signed-by")) } dd { (context.names.of(m, signed.by)) } }
            div { dt { (t!(m, "screening-signed-on")) } dd { (clock.both(signed.at)) } }
            @if let Some(agreed) = &signed.agreed {
                div {
                    dt { (t!(m, "review-agreed")) }
                    dd { (context.names.of(m, agreed.by)) ", " (clock.date(agreed.at)) }
                }
            }
            @if let Some(on) = review.next_on { div { dt { (t!(m, "review-next-on")) } dd { (clock.day(on)) } } }
        }
        @if let Some(words) = signed.agreed.as_ref().and_then(|agreed| agreed.words.as_ref()) {
            p.reason { (words) }
        }
    }
}

fn looked_at(m: Messages, context: &Review, of: Of) -> String {
    match of {
        Of::Course => t!(m, "review-of-course"),
        Of::Session { session } => {
            let found = context.seen.sessions.iter().find(|one| one.session == session);
            found.map_or_else(
                || t!(m, "review-of-visit"),
                |one| t!(m, "review-of-session", number = one.number),
            )
        }
    }
}

fn there(m: Messages, context: &Review, signed: &Signed) -> String {
    let client = match signed.review.client {
        ClientPart::Present => context.subject.person.first_name().to_owned(),
        ClientPart::Absent => t!(m, "review-client-absent"),
    };
    let staff =
        signed.review.staff.iter().map(|staff| context.names.of(m, journey::Who::Staff { staff: *staff }));
    std::iter::once(client).chain(staff).collect::<Vec<_>>().join(", ")
}

/// A therapist has signed, and the prescriber's name is still missing.
fn waiting(frame: &Frame<'_>, context: &Review, signed: &Signed) -> Markup {
    let m = frame.messages();
    let action = format!("{}/agreement", context.subject.at(Place::Review).path());
    html! {
        p { (level(Level::Missing, &t!(m, "review-waits-for-prescriber"))) }
        @if let Some(typed) = &context.agree {
            form.fields.no-print action=(action) method="post" {
                (csrf(frame))
                input type="hidden" name="command" value=(typed.command);
                input type="hidden" name="review" value=(signed.id.to_string());
                (typed.error_atop(m, &[]))
                (Field::new("added", &t!(m, "review-agree-words"), Kind::Long).optional().value(typed.get("added"))
                    .characters_max(WORDS_CHARACTERS_MAX).draw(m))
                div.go { (submit(Weight::Ordinary, &t!(m, "review-agree"))) }
            }
        }
    }
}

fn earlier(frame: &Frame<'_>, context: &Review) -> Markup {
    let m = frame.messages();
    let Some((_, earlier)) = context.signed.split_last() else { return html! {} };
    html! {
        @if !earlier.is_empty() {
            details.earlier {
                summary { (t!(m, "review-earlier", count = earlier.len())) }
                ul.lines { @for signed in earlier.iter().rev() { li { (told(frame, context, signed)) } } }
            }
        }
    }
}

/// The form: what was looked at, who was there, what was seen, and what is decided.
fn sheet(frame: &Frame<'_>, context: &Review, form: &Form) -> Markup {
    let m = frame.messages();
    let typed = &form.typed;
    let name = frame.person.map_or("", |person| person.name);
    let error = |field: &str| typed.error(m, field);
    html! {
        section.sheet.no-print aria-labelledby="new-review" {
            h2 id="new-review" { (t!(m, "review-new")) }
            @if context.is_due() { p { (level(Level::Look, &t!(m, "review-is-due"))) } }
            form.fields action=(signed_at(&context.subject.at(Place::Review), form.hat)) method="post" {
                (csrf(frame))
                input type="hidden" name="command" value=(typed.command);
                (typed.error_atop(m, &["words", "reason", "pace", "next_on"]))
                (of_what(m, context, typed))
                (who_was_there(m, context, form))
                (Field::new("words", &t!(m, "review-saw"), Kind::Long).value(typed.get("words"))
                    .hint(&t!(m, "review-saw-hint")).error(error("words").as_deref())
                    .characters_max(WORDS_CHARACTERS_MAX).draw(m))
                (Field::new("clients_words", &t!(m, "review-clients-words"), Kind::Long).optional()
                    .value(typed.get("clients_words")).characters_max(WORDS_CHARACTERS_MAX).draw(m))
                (decisions(m, typed))
                (Field::new("pace", &t!(m, "review-pace"), Kind::Line).depends().value(typed.get("pace"))
                    .hint(&t!(m, "review-pace-hint")).error(error("pace").as_deref()).draw(m))
                (Field::new("reason", &t!(m, "review-reason"), Kind::Long).value(typed.get("reason"))
                    .error(error("reason").as_deref()).characters_max(WORDS_CHARACTERS_MAX).draw(m))
                (Field::new("next_on", &t!(m, "review-next-on"), Kind::Date).depends().value(typed.get("next_on"))
                    .hint(&t!(m, "review-next-hint")).error(error("next_on").as_deref()).draw(m))
                div.go { (submit(Weight::Primary, &t!(m, "review-sign", name = name))) }
            }
        }
    }
}

/// Where a form goes that is signed in a role.
pub(super) fn signed_at(page: &Route, hat: Hat) -> String {
    match hat {
        Hat::Therapist => page.path(),
        Hat::Prescriber => format!("{}/prescriber", page.path()),
    }
}

fn of_what(m: Messages, context: &Review, typed: &Typed) -> Markup {
    let last = context.seen.sessions.last();
    let session = last.map(|one| (one.session.to_string(), t!(m, "review-of-session", number = one.number)));
    let choices = [(String::from("course"), t!(m, "review-of-course"))].into_iter().chain(session);
    let chosen = Some(typed.get("of")).filter(|of| !of.is_empty()).unwrap_or("course");
    radios(&t!(m, "review-looked-at"), "of", choices, chosen)
}

fn decisions(m: Messages, typed: &Typed) -> Markup {
    let choices = Decision::ALL.map(|one| (decision_name(one).to_owned(), words::decision_choice(m, one)));
    radios(&t!(m, "review-decides"), "decision", choices.into_iter(), typed.get("decision"))
}

/// One of several, all of them in sight.
pub(super) fn radios(
    legend: &str,
    name: &str,
    choices: impl Iterator<Item = (String, String)>,
    chosen: &str,
) -> Markup {
    html! {
        fieldset {
            legend { (legend) }
            @for (value, words) in choices {
                label.choice for={ (name) "-" (value) } {
                    input id={ (name) "-" (value) } type="radio" name=(name) value=(value) required
                        checked[chosen == value];
                    (words)
                }
            }
        }
    }
}

fn who_was_there(m: Messages, context: &Review, form: &Form) -> Markup {
    let typed = &form.typed;
    let first = context.subject.person.first_name();
    let client = [
        ("present".to_owned(), t!(m, "review-client-there", name = first)),
        ("absent".to_owned(), t!(m, "review-client-not-there", name = first)),
    ];
    html! {
        (radios(&t!(m, "review-client"), "client", client.into_iter(), typed.get("client")))
        @if !form.could_be_there.is_empty() {
            fieldset {
                legend { (t!(m, "review-others")) }
                @for staff in &form.could_be_there {
                    @let field = format!("there-{staff}");
                    label.choice for=(field) {
                        input id=(field) type="checkbox" name=(field) value="yes" checked[typed.chose(&field, "yes")];
                        (context.names.of(m, journey::Who::Staff { staff: *staff }))
                    }
                }
            }
        }
    }
}
