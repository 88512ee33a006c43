//! One person's enquiry, opened: who wrote, in their own words, and our answer.

use jiff::Timestamp;
use journey::Refusal;
use maud::{Markup, html};

use super::Named;
use crate::components::field::{Field, Kind, came_back};
use crate::components::{button, refusal, words};
use crate::frame::Frame;
use crate::layout::{csrf, practice_page};
use crate::messages::{Language, Messages};
use crate::public::enquiry::WORDS_CHARACTERS_MAX;
use crate::route::Route;
use crate::t;

/// An enquiry as those see it who may answer it.
#[derive(Clone, Debug, PartialEq)]
pub struct Enquiry {
    /// Who wrote.
    pub person: Named,
    /// Mail address.
    pub email: Option<String>,
    /// Telephone number.
    pub phone: Option<String>,
    /// When and how they may be reached, in their words.
    pub reach: Option<String>,
    /// What brings them, in their words.
    pub brings: Option<String>,
    /// The language they want to be answered in.
    pub language: Option<Language>,
    /// When it came.
    pub received_at: Timestamp,
    /// Where the answer stands.
    pub answer: Answer,
}

/// Where the answer stands.
#[derive(Clone, Debug, PartialEq)]
pub enum Answer {
    /// Nobody has answered.
    Waiting(AnswerForm),
    /// The reader may look and not answer.
    NotYours,
    /// Invited to a first talk.
    Invited {
        /// When.
        at: Timestamp,
    },
    /// This practice is not the place now.
    Declined {
        /// When.
        at: Timestamp,
        /// Why, in words the person may read.
        reason: String,
    },
}

/// The form of an answer, with what was typed and why it came back.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AnswerForm {
    /// Id of this intent, drawn when the form was.
    pub command: String,
    /// What was chosen: `invite`, `decline`, or nothing yet.
    pub answer: String,
    /// The reason as it was typed.
    pub reason: String,
    /// Why the form came back.
    pub refusal: Option<Refusal>,
}

/// Draws the page.
pub fn page(frame: &Frame<'_>, enquiry: &Enquiry) -> Markup {
    let m = frame.messages();
    let main = html! {
        div.answer {
            h1 { (enquiry.person.name) }
            p { (standing(frame, enquiry)) }
        }
        div.columns.deciding {
            div {
                (brings(frame, enquiry))
                (contact(frame, enquiry))
            }
            (answer(frame, enquiry))
        }
    };
    let here = Route::Person(enquiry.person.client.clone());
    practice_page(frame, &here, &t!(m, "opened-page-title", name = enquiry.person.name.as_str()), main)
}

fn standing(frame: &Frame<'_>, enquiry: &Enquiry) -> String {
    let (m, clock) = (frame.messages(), frame.clock());
    match &enquiry.answer {
        Answer::Waiting(_) | Answer::NotYours => {
            t!(m, "opened-waits", when = clock.near(enquiry.received_at))
        }
        Answer::Invited { at } => t!(m, "opened-invited", when = clock.near(*at)),
        Answer::Declined { at, .. } => t!(m, "opened-declined", when = clock.near(*at)),
    }
}

fn brings(frame: &Frame<'_>, enquiry: &Enquiry) -> Markup {
    let m = frame.messages();
    html! {
        section aria-labelledby="brings" {
            h2 id="brings" { (t!(m, "opened-brings")) }
            @match &enquiry.brings {
                Some(said) => (words::quote(frame, said)),
                None => p.quiet { (t!(m, "opened-brings-nothing")) },
            }
            p.quiet.small.came { (frame.clock().both(enquiry.received_at)) }
        }
    }
}

fn contact(frame: &Frame<'_>, enquiry: &Enquiry) -> Markup {
    let m = frame.messages();
    html! {
        section aria-labelledby="contact" {
            h2 id="contact" { (t!(m, "opened-contact")) }
            dl.facts {
                @if let Some(phone) = &enquiry.phone {
                    div { dt { (t!(m, "enquiry-phone")) } dd { a href={ "tel:" (dialled(phone)) } { (phone) } } }
                }
                @if let Some(email) = &enquiry.email {
                    div { dt { (t!(m, "enquiry-email")) } dd { a href={ "mailto:" (email) } { (email) } } }
                }
                @if let Some(reach) = &enquiry.reach {
                    div { dt { (t!(m, "opened-reach")) } dd { (words::inline(frame, reach)) } }
                }
                @if let Some(language) = enquiry.language {
                    div { dt { (t!(m, "opened-language")) } dd lang=(language.tag()) { (language.own_name()) } }
                }
            }
        }
    }
}

/// What a telephone dials: the digits of a number as people write it.
pub(super) fn dialled(phone: &str) -> String {
    phone.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect()
}

fn answer(frame: &Frame<'_>, enquiry: &Enquiry) -> Markup {
    let m = frame.messages();
    html! {
        @match &enquiry.answer {
            Answer::Waiting(form) => (answer_form(frame, enquiry, form)),
            Answer::NotYours => section aria-labelledby="answer" {
                h2 id="answer" { (t!(m, "opened-answer")) }
                p.quiet { (t!(m, "opened-not-yours")) }
            },
            Answer::Invited { .. } => section aria-labelledby="answer" {
                h2 id="answer" { (t!(m, "opened-next")) }
                p { (t!(m, "opened-next-talk")) }
            },
            Answer::Declined { reason, .. } => section aria-labelledby="answer" {
                h2 id="answer" { (t!(m, "opened-reason")) }
                p.reason { (reason) }
            },
        }
    }
}

fn answer_form(frame: &Frame<'_>, enquiry: &Enquiry, form: &AnswerForm) -> Markup {
    let m = frame.messages();
    let action = format!("{}/enquiry", Route::Person(enquiry.person.client.clone()).path());
    let error = refusal::beside(m, form.refusal.as_ref(), "reason");
    html! {
        section.sheet aria-labelledby="answer" {
            h2 id="answer" { (t!(m, "opened-answer")) }
            (came_back(m, usize::from(form.refusal.is_some())))
            form.fields action=(action) method="post" {
                (csrf(frame))
                input type="hidden" name="command" value=(form.command);
                @if let Some(found) = form.refusal.as_ref().filter(|_| error.is_none()) {
                    p.error { (refusal::words(m, found)) }
                }
                (choices(m, form))
                (Field::new("reason", &t!(m, "opened-decline-reason"), Kind::Long)
                    .depends().value(&form.reason).hint(&t!(m, "opened-decline-hint")).error(error.as_deref())
                    .characters_max(WORDS_CHARACTERS_MAX).draw(m))
                div.go { (button::submit(button::Weight::Primary, &t!(m, "opened-keep"))) }
                p.small.quiet { (t!(m, "opened-tell")) }
            }
        }
    }
}

/// Neither answer is favoured, and none is chosen beforehand.
fn choices(m: Messages, form: &AnswerForm) -> Markup {
    let choices = [("invite", t!(m, "opened-invite")), ("decline", t!(m, "opened-decline"))];
    html! {
        fieldset {
            legend.visually-hidden { (t!(m, "opened-answer")) }
            @for (value, words) in &choices {
                label.choice for={ "answer-" (value) } {
                    input id={ "answer-" (value) } type="radio" name="answer" value=(value) required
                        checked[form.answer == *value];
                    (words)
                }
            }
        }
    }
}

/// States of this page. The person in them is made up.
pub fn samples() -> Vec<(&'static str, Enquiry)> {
    let instant = crate::samples::instant;
    let form =
        AnswerForm { command: "00000000-0000-7000-8000-000000000002".to_owned(), ..AnswerForm::default() };
    let usual = Enquiry {
        person: Named { client: format!("{:032x}", 7), name: "Daniel Sample".to_owned() },
        email: Some("daniel@post.example".to_owned()),
        phone: Some("(555) 010-0142".to_owned()),
        reach: Some("after five, please leave no message".to_owned()),
        brings: Some(
            "I have lived with pain for nine years.\nI brace all day, and I am tired of bracing.".to_owned(),
        ),
        language: Some(Language::Spanish),
        received_at: instant("2026-05-13T22:12:00Z"),
        answer: Answer::Waiting(form.clone()),
    };
    let sparse = Enquiry { email: None, reach: None, brings: None, language: None, ..usual.clone() };
    let came_back =
        AnswerForm { answer: "decline".to_owned(), refusal: Some(Refusal::ReasonMissing), ..form };
    let refused = Enquiry { answer: Answer::Waiting(came_back), ..usual.clone() };
    let invited =
        Enquiry { answer: Answer::Invited { at: instant("2026-05-14T16:05:00Z") }, ..usual.clone() };
    let reason = "We have no place before autumn. The clinic at the river may have one sooner.".to_owned();
    let declined = Answer::Declined { at: instant("2026-05-14T16:05:00Z"), reason };
    let not_yours = Enquiry { answer: Answer::NotYours, ..usual.clone() };
    vec![
        ("sparse", sparse),
        ("declined", Enquiry { answer: declined, ..usual.clone() }),
        ("usual", usual),
        ("refused", refused),
        ("invited", invited),
        ("not-yours", not_yours),
    ]
}
