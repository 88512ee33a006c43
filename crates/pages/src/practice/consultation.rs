//! The consultation: what was spoken about, what the person asks, and which way to go, together.

use jiff::Timestamp;
use journey::Refusal;
use journey::consultation::{Consultation, Question, Spoken, Way};
use maud::{Markup, html};

use super::subject::{Subject, person_page};
use crate::components::field::{Field, Kind, came_back};
use crate::components::{button, refusal, words};
use crate::frame::Frame;
use crate::layout::csrf;
use crate::messages::Messages;
use crate::public::enquiry::WORDS_CHARACTERS_MAX;
use crate::route::Place;
use crate::t;

/// All that this page shows.
#[derive(Clone, Debug, PartialEq)]
pub struct Page {
    /// Who.
    pub subject: Subject,
    /// The consultation as it stands.
    pub consultation: Consultation,
    /// The forms, for those who may write; `None` for readers.
    pub forms: Option<Forms>,
}

/// What was typed, where a form came back.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Forms {
    /// Id of the next intent, drawn when the page was.
    pub command: String,
    /// Which form came back: `hold`, `conclude`, `ask`, `answer`, or none.
    pub came_back: String,
    /// What was typed about the talk.
    pub spoken: Spoken,
    /// Which way was chosen: `go-on`, `not-now`, `another-path`, or nothing yet.
    pub way: String,
    /// The reason as it was typed.
    pub reason: String,
    /// The client's words as they were typed.
    pub clients_words: String,
    /// To whom they are referred, as it was typed.
    pub referral: String,
    /// The question or answer as it was typed.
    pub question: String,
    /// Why the form came back.
    pub refusal: Option<Refusal>,
}

impl Forms {
    fn refused(&self, form: &str) -> Option<&Refusal> {
        self.refusal.as_ref().filter(|_| self.came_back == form)
    }
}

/// Draws the page.
pub fn page(frame: &Frame<'_>, page: &Page) -> Markup {
    let m = frame.messages();
    let refused = page.forms.as_ref().is_some_and(|forms| forms.refusal.is_some());
    let main = html! {
        (came_back(m, usize::from(refused)))
        div.columns {
            div {
                (spoken(frame, page))
                (questions(frame, page))
            }
            div {
                (way(frame, page))
                (pace(frame, page))
            }
        }
    };
    person_page(frame, &page.subject, Some(Place::Consultation), &answer(frame, page), main)
}

fn answer(frame: &Frame<'_>, page: &Page) -> String {
    let (m, clock) = (frame.messages(), frame.clock());
    let consultation = &page.consultation;
    if consultation.not_yet.is_some() {
        return t!(m, "talk-not-yet");
    }
    match (consultation.held_at, consultation.discernment.as_ref().map(|seen| &seen.way)) {
        (None, _) => t!(m, "talk-not-held"),
        (Some(at), None) => t!(m, "talk-held", when = clock.near(at)),
        (_, Some(Way::GoOn)) => t!(m, "talk-go-on"),
        (_, Some(Way::NotNow { .. })) => t!(m, "talk-not-now"),
        (_, Some(Way::AnotherPath { .. })) => t!(m, "talk-another-path"),
    }
}

/// The parts of a first talk: name of the field, what it asks.
fn parts(m: Messages) -> [(&'static str, String); 6] {
    [
        ("goals", t!(m, "talk-goals")),
        ("therapy_history", t!(m, "talk-therapy-history")),
        ("pain_or_illness", t!(m, "talk-pain-or-illness")),
        ("trauma", t!(m, "talk-trauma")),
        ("exhaustion", t!(m, "talk-exhaustion")),
        ("hopes", t!(m, "talk-hopes")),
    ]
}

fn part<'a>(spoken: &'a Spoken, name: &str) -> Option<&'a str> {
    let part = match name {
        "goals" => &spoken.goals,
        "therapy_history" => &spoken.therapy_history,
        "pain_or_illness" => &spoken.pain_or_illness,
        "trauma" => &spoken.trauma,
        "exhaustion" => &spoken.exhaustion,
        _ => &spoken.hopes,
    };
    part.as_deref()
}

fn spoken(frame: &Frame<'_>, page: &Page) -> Markup {
    let m = frame.messages();
    let held = page.consultation.held_at;
    html! {
        section aria-labelledby="spoken" {
            h2 id="spoken" { (t!(m, "talk-spoken")) }
            @if let Some(at) = held {
                p.quiet.small { (frame.clock().both(at)) }
                dl.told {
                    @for (name, asks) in parts(m) {
                        @if let Some(said) = part(&page.consultation.spoken, name) {
                            div { dt { (asks) } dd { (said) } }
                        }
                    }
                }
            }
            @if let Some(forms) = &page.forms {
                @if held.is_none() {
                    (hold_form(frame, page, forms))
                } @else {
                    details open[forms.refused("hold").is_some()] {
                        summary { (t!(m, "talk-hold-again")) }
                        (hold_form(frame, page, forms))
                    }
                }
            } @else if held.is_none() {
                p.quiet { (t!(m, "talk-not-held")) }
            }
        }
    }
}

fn hold_form(frame: &Frame<'_>, page: &Page, forms: &Forms) -> Markup {
    let m = frame.messages();
    html! {
        (form(frame, page, forms, "hold", html! {
            @for (name, asks) in &parts(m) {
                (Field::new(name, asks, Kind::Long).optional().value(part(&forms.spoken, name).unwrap_or_default())
                    .characters_max(WORDS_CHARACTERS_MAX).draw(m))
            }
            div.go { (button::submit(button::Weight::Primary, &t!(m, "talk-keep"))) }
        }))
    }
}

/// A form of this page, with why it came back, where that belongs to none of its fields.
fn form(frame: &Frame<'_>, page: &Page, forms: &Forms, name: &str, fields: Markup) -> Markup {
    let m = frame.messages();
    let action = page.subject.at(Place::Consultation).path();
    html! {
        form.fields action=(action) method="post" {
            (csrf(frame))
            input type="hidden" name="command" value=(forms.command);
            input type="hidden" name="form" value=(name);
            @if let Some(found) = forms.refused(name).filter(|found| **found != Refusal::ReasonMissing) {
                p.error { (refusal::words(m, found)) }
            }
            (fields)
        }
    }
}

fn way(frame: &Frame<'_>, page: &Page) -> Markup {
    let m = frame.messages();
    let Some(seen) = &page.consultation.discernment else {
        return html! {
            @if let Some(forms) = page.forms.as_ref().filter(|_| page.consultation.held_at.is_some()) {
                section.sheet aria-labelledby="way" {
                    h2 id="way" { (t!(m, "talk-way")) }
                    p.quiet.small { (t!(m, "talk-way-hint")) }
                    (way_form(frame, page, forms))
                }
            }
        };
    };
    html! {
        section aria-labelledby="way" {
            h2 id="way" { (t!(m, "talk-way")) }
            p.lead { (way_words(m, &seen.way)) }
            p { (seen.reason) }
            @if let Some(said) = &seen.clients_words { (words::quote(frame, said)) }
            @if let Some(at) = page.consultation.concluded_at { p.quiet.small { (frame.clock().both(at)) } }
            @if let Some(forms) = &page.forms {
                details open[forms.refused("conclude").is_some()] {
                    summary { (t!(m, "talk-way-anew")) }
                    (way_form(frame, page, forms))
                }
            }
        }
    }
}

fn way_words(m: Messages, way: &Way) -> String {
    match way {
        Way::GoOn => t!(m, "talk-way-go-on"),
        Way::NotNow { .. } => t!(m, "talk-way-not-now"),
        Way::AnotherPath { referral } => t!(m, "talk-way-referred", to = referral.as_str()),
    }
}

/// No way is favoured, and none is chosen beforehand.
fn way_form(frame: &Frame<'_>, page: &Page, forms: &Forms) -> Markup {
    let m = frame.messages();
    let reason = refusal::beside(m, forms.refused("conclude"), "reason");
    let choices = [
        ("go-on", t!(m, "talk-way-go-on")),
        ("not-now", t!(m, "talk-way-not-now")),
        ("another-path", t!(m, "talk-way-another")),
    ];
    form(
        frame,
        page,
        forms,
        "conclude",
        html! {
            fieldset {
                legend.visually-hidden { (t!(m, "talk-way")) }
                @for (value, words) in &choices {
                    label.choice for={ "way-" (value) } {
                        input id={ "way-" (value) } type="radio" name="way" value=(value) required checked[forms.way == *value];
                        (words)
                    }
                }
            }
            (Field::new("reason", &t!(m, "talk-reason"), Kind::Long).value(&forms.reason).error(reason.as_deref())
                .characters_max(WORDS_CHARACTERS_MAX).draw(m))
            (Field::new("clients_words", &t!(m, "talk-clients-words"), Kind::Long).optional().value(&forms.clients_words)
                .characters_max(WORDS_CHARACTERS_MAX).draw(m))
            (Field::new("referral", &t!(m, "talk-referral"), Kind::Line).depends().hint(&t!(m, "talk-referral-hint"))
                .value(&forms.referral).draw(m))
            div.go { (button::submit(button::Weight::Ordinary, &t!(m, "talk-conclude"))) }
        },
    )
}

fn questions(frame: &Frame<'_>, page: &Page) -> Markup {
    let m = frame.messages();
    let questions = &page.consultation.questions;
    html! {
        section aria-labelledby="questions" {
            h2 id="questions" { (t!(m, "talk-questions")) }
            @if questions.is_empty() { p.quiet { (t!(m, "talk-questions-none")) } }
            ul.lines { @for question in questions { li { (one_question(frame, page, question)) } } }
            @if let Some(forms) = &page.forms {
                @let typed = if forms.came_back == "ask" { forms.question.as_str() } else { "" };
                (form(frame, page, forms, "ask", html! {
                    (Field::new("question", &t!(m, "talk-ask"), Kind::Line).value(typed).characters_max(1_000).draw(m))
                    div.go { (button::submit(button::Weight::Ordinary, &t!(m, "talk-ask-keep"))) }
                }))
            }
        }
    }
}

fn one_question(frame: &Frame<'_>, page: &Page, question: &Question) -> Markup {
    let m = frame.messages();
    let number = question.number.to_string();
    html! {
        (words::quote(frame, &question.question))
        @match (&question.answer, &page.forms) {
            (Some(answer), _) => p { (answer) },
            (None, None) => p.quiet.small { (t!(m, "talk-open")) " · " (frame.clock().both(question.asked_at)) },
            (None, Some(forms)) => details open[forms.refused("answer").is_some()] {
                summary { (t!(m, "talk-answer")) }
                @let id = format!("answer-{number}");
                (form(frame, page, forms, "answer", html! {
                    input type="hidden" name="number" value=(number);
                    div.field {
                        label for=(id) { (t!(m, "talk-answer-words")) }
                        textarea id=(id) name="question" rows="3" required maxlength=(WORDS_CHARACTERS_MAX) {}
                    }
                    div.go { (button::submit(button::Weight::Ordinary, &t!(m, "talk-answer-keep"))) }
                }))
            },
        }
    }
}

/// The person's own pace: waiting is as good an answer as going on.
fn pace(frame: &Frame<'_>, page: &Page) -> Markup {
    let m = frame.messages();
    let not_yet = page.consultation.not_yet.as_ref();
    html! {
        section aria-labelledby="pace" {
            h2 id="pace" { (t!(m, "talk-pace")) }
            @match not_yet {
                Some(not_yet) => {
                    p { (t!(m, "talk-pace-waits", when = frame.clock().near(not_yet.said_at))) }
                    @if let Some(said) = &not_yet.words { (words::quote(frame, said)) }
                },
                None => p.quiet { (t!(m, "talk-pace-goes")) },
            }
            @if let Some(forms) = &page.forms {
                @if not_yet.is_some() {
                    (form(frame, page, forms, "resume", html! {
                        div.go { (button::submit(button::Weight::Ordinary, &t!(m, "talk-pace-resume"))) }
                    }))
                } @else {
                    details {
                        summary { (t!(m, "talk-pace-not-yet")) }
                        (form(frame, page, forms, "not-yet", html! {
                            (Field::new("words", &t!(m, "talk-pace-words"), Kind::Line).optional().characters_max(1_000).draw(m))
                            div.go { (button::submit(button::Weight::Ordinary, &t!(m, "talk-pace-keep"))) }
                        }))
                    }
                }
            }
        }
    }
}

/// States of this page. Everyone in them is made up.
pub fn samples() -> Vec<(&'static str, Page)> {
    use journey::consultation::{Discernment, NotYet};
    let at = |text: &str| -> Option<Timestamp> { Some(crate::samples::instant(text)) };
    let forms = Forms { command: "00000000-0000-7000-8000-000000000004".to_owned(), ..Forms::default() };
    let first = Page {
        subject: Subject::sample(),
        consultation: Consultation::default(),
        forms: Some(forms.clone()),
    };
    let asked = |number, question: &str, answer: Option<&str>| Question {
        number,
        question: question.to_owned(),
        asked_at: crate::samples::instant("2026-05-13T17:00:00Z"),
        answer: answer.map(str::to_owned),
    };
    let held = Consultation {
        held_at: at("2026-05-13T17:00:00Z"),
        spoken: Spoken {
            goals: Some("To rest without bracing.".to_owned()),
            pain_or_illness: Some("Nine years of back pain, worse in the mornings.".to_owned()),
            hopes: Some("A different way of being with it.".to_owned()),
            ..Spoken::default()
        },
        questions: vec![
            asked(1, "What if nothing happens?", None),
            asked(2, "Will I say things I do not want to?", Some("You can be as quiet as you like.")),
        ],
        ..Consultation::default()
    };
    let seen = Discernment {
        way: Way::GoOn,
        reason: "Preparation and company are in place.".to_owned(),
        clients_words: Some("I want to try, slowly.".to_owned()),
    };
    let gone_on =
        Consultation { discernment: Some(seen), concluded_at: at("2026-05-13T18:10:00Z"), ..held.clone() };
    let not_yet = NotYet {
        said_at: crate::samples::instant("2026-05-14T09:00:00Z"),
        words: Some("After the move.".to_owned()),
        ask_again_at: None,
    };
    let waits = Consultation { not_yet: Some(not_yet), ..gone_on.clone() };
    let refused = Forms {
        came_back: "conclude".to_owned(),
        way: "not-now".to_owned(),
        clients_words: "words that must not be lost".to_owned(),
        refusal: Some(Refusal::ReasonMissing),
        ..forms
    };
    vec![
        ("read", Page { consultation: gone_on.clone(), forms: None, ..first.clone() }),
        ("nothing-to-read", Page { forms: None, ..first.clone() }),
        ("held", Page { consultation: held.clone(), ..first.clone() }),
        ("refused", Page { consultation: held, forms: Some(refused), ..first.clone() }),
        ("gone-on", Page { consultation: gone_on, ..first.clone() }),
        ("waits", Page { consultation: waits, ..first.clone() }),
        ("first", first),
    ]
}
