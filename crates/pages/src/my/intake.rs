//! The intake: one question a screen, each answer kept at once, a way out always in the same place.

use std::collections::BTreeMap;

use journey::Refusal;
use journey::health_history::PartialDate;
use journey::history::intake::{Entry, Habit, Question, Reply, Says, Trouble};
use maud::{Markup, html};

use super::{reads, steps};
use crate::components::field::{Field, Kind, came_back};
use crate::components::{button, crisis, refusal};
use crate::frame::{Country, Frame};
use crate::layout::{client_page, csrf};
use crate::messages::Messages;
use crate::route::{Mine, Route};
use crate::t;

mod samples;
pub mod words;

pub use samples::samples;

/// Characters that words may have.
const WORDS_CHARACTERS_MAX: usize = 4_000;

/// The intake as the person who answers sees it.
#[derive(Clone, Debug, PartialEq)]
pub enum Intake {
    /// What lies ahead, or where one goes on.
    Begins {
        /// Questions answered or skipped so far.
        closed: usize,
    },
    /// One question.
    Asks(Box<Ask>),
    /// An answer that asks for help now.
    HelpNow,
    /// Not now; it waits.
    PutOff,
    /// They want to do it another way.
    Stopped,
    /// All is asked; each can be opened again.
    Done {
        /// Every question, and whether it was skipped.
        questions: Vec<(Question, bool)>,
    },
}

/// One question of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Ask {
    /// Which.
    pub question: Question,
    /// Id of this intent, drawn when the form was.
    pub command: String,
    /// What was answered before.
    pub given: Option<Reply>,
    /// How many are on the list so far.
    pub told: usize,
    /// What is on it, where the reader may know.
    pub entries: Vec<(u16, Entry)>,
    /// What was typed, when the form came back; by the names of its fields.
    pub typed: BTreeMap<String, String>,
    /// Why it came back.
    pub refusal: Option<Refusal>,
}

/// Where a question is asked.
pub fn at(question: Question) -> String {
    format!("{}?question={}", path(), question.name())
}

fn path() -> String {
    Route::Mine(Mine::Intake).path()
}

/// The field that holds the answer about one trouble.
pub fn trouble_field(trouble: Trouble) -> String {
    format!("says-{}", trouble.code())
}

/// The value of an answer in the form.
pub fn says_value(says: Says) -> &'static str {
    match says {
        Says::Yes => "yes",
        Says::No => "no",
        Says::NotSure => "not-sure",
    }
}

/// The value of a habit in the form.
pub fn habit_value(habit: Habit) -> &'static str {
    match habit {
        Habit::Never => "never",
        Habit::Monthly => "monthly",
        Habit::SomeTimesAMonth => "some-times-a-month",
        Habit::SomeDaysAWeek => "some-days-a-week",
        Habit::MostDays => "most-days",
    }
}

/// Draws the page; `readers` are named where the person may know them.
pub fn page(frame: &Frame<'_>, readers: &[String], intake: &Intake) -> Markup {
    let m = frame.messages();
    let (title, main) = match intake {
        Intake::Begins { closed } => begins(m, *closed),
        Intake::Asks(ask) => (words::asks(m, ask.question), asked(frame, ask)),
        Intake::HelpNow => (t!(m, "my-help-title"), help_now(frame)),
        Intake::PutOff => (t!(m, "my-put-off-title"), ended(m, &t!(m, "intake-put-off-says"))),
        Intake::Stopped => (t!(m, "intake-stopped-title"), ended(m, &t!(m, "intake-stopped-says"))),
        Intake::Done { questions } => (t!(m, "intake-done-title"), done(frame, questions)),
    };
    let main = html! {
        @if let Intake::Asks(ask) = intake {
            p.place {
                span { (t!(m, "intake-name")) }
                span { (t!(m, "intake-place", here = place(ask.question), of = Question::ALL.len())) }
            }
            (steps(m, place(ask.question), Question::ALL.len()))
        }
        h1 { (title) }
        (main)
    };
    client_page(frame, &Route::Mine(Mine::Intake), &title, &reads(frame, readers), main)
}

fn place(question: Question) -> usize {
    Question::ALL.into_iter().position(|one| one == question).unwrap_or_default() + 1
}

fn begins(m: Messages, closed: usize) -> (String, Markup) {
    let of = Question::ALL.len();
    let title = if closed == 0 { t!(m, "intake-begins") } else { t!(m, "intake-goes-on") };
    let main = html! {
        @if closed == 0 {
            p { (t!(m, "intake-begins-says", of = of)) }
        } @else {
            p { (t!(m, "intake-goes-on-says", closed = closed, of = of)) }
        }
        p { (t!(m, "intake-free")) }
        p { (t!(m, "intake-why")) }
        div.foot {
            @let go = if closed == 0 { t!(m, "intake-begin") } else { t!(m, "intake-go-on") };
            (button::link(button::Weight::Primary, &format!("{}?question=next", path()), &go))
        }
    };
    (title, main)
}

fn asked(frame: &Frame<'_>, ask: &Ask) -> Markup {
    let m = frame.messages();
    let error = ask.refusal.as_ref().map(|found| refusal::words(m, found));
    html! {
        p { (words::hint(m, ask.question)) }
        (came_back(m, usize::from(error.is_some())))
        @if !ask.entries.is_empty() {
            (entries(frame, ask))
        } @else if ask.told > 0 {
            p { (t!(m, "intake-told-count", told = ask.told)) }
        }
        form.ask action=(path()) method="post" {
            (csrf(frame))
            input type="hidden" name="command" value=(ask.command);
            input type="hidden" name="question" value=(ask.question.name());
            @if let Some(error) = &error { p.error { (error) } }
            (answer(frame, ask))
            div.foot {
                (go(m, ask))
                (ways(m, ask.question))
            }
        }
    }
}

/// The one way on; a list has a second, for what it does not hold yet.
fn go(m: Messages, ask: &Ask) -> Markup {
    let way = |way: &str, words: String| {
        html! { button.button type="submit" name="way" value=(way) formnovalidate { (words) } }
    };
    match ask.question {
        Question::Medicines | Question::Allergies => html! {
            (button::submit(button::Weight::Primary, &t!(m, "intake-add")))
            @if ask.told == 0 {
                (way("all", if ask.question == Question::Medicines {
                    t!(m, "intake-no-medicines")
                } else {
                    t!(m, "intake-no-allergies")
                }))
            } @else {
                (way("all", t!(m, "intake-that-is-all")))
            }
        },
        question if question.troubles().len() > 1 => html! {
            (button::submit(button::Weight::Primary, &t!(m, "my-next")))
            (way("none", t!(m, "intake-none-of-these")))
        },
        _ => button::submit(button::Weight::Primary, &t!(m, "my-next")),
    }
}

fn answer(frame: &Frame<'_>, ask: &Ask) -> Markup {
    let m = frame.messages();
    match ask.question {
        Question::Born => html! {
            (Field::new("on", &t!(m, "intake-born-field"), Kind::Date).value(&born(ask)).characters_max(40).draw(m))
        },
        Question::Body => body(frame, ask),
        Question::Medicines | Question::Allergies => listed(m, ask),
        Question::Alcohol | Question::Cannabis => habit(m, ask),
        Question::WayHome | Question::Emergency => somebody(m, ask),
        Question::More => html! {
            (Field::new("words", &t!(m, "my-your-words"), Kind::Long).value(&own_words(ask))
                .characters_max(WORDS_CHARACTERS_MAX).draw(m))
        },
        Question::Reaction | Question::HarmThoughts => one(m, ask),
        _ => troubles(m, ask),
    }
}

fn said(ask: &Ask, trouble: Trouble) -> Option<String> {
    if let Some(typed) = ask.typed.get(&trouble_field(trouble)) {
        return Some(typed.clone());
    }
    match &ask.given {
        Some(Reply::Troubles { says, .. }) => says.get(&trouble).map(|says| says_value(*says).to_owned()),
        _ => None,
    }
}

fn three(m: Messages) -> [(&'static str, String); 3] {
    [Says::Yes, Says::No, Says::NotSure].map(|says| {
        let words = match says {
            Says::Yes => t!(m, "my-yes"),
            Says::No => t!(m, "my-no"),
            Says::NotSure => t!(m, "intake-not-sure"),
        };
        (says_value(says), words)
    })
}

/// One question of its own: the whole row is the target.
fn one(m: Messages, ask: &Ask) -> Markup {
    html! {
        @for &trouble in ask.question.troubles() {
            @let (name, said) = (trouble_field(trouble), said(ask, trouble));
            fieldset.big {
                legend.visually-hidden { (words::asks(m, ask.question)) }
                @for (value, words) in three(m) {
                    label.choice for={ (name) "-" (value) } {
                        input id={ (name) "-" (value) } type="radio" name=(name) value=(value) required
                            checked[said.as_deref() == Some(value)];
                        (words)
                    }
                }
            }
            @if ask.question != Question::HarmThoughts { (add(m, ask)) }
        }
    }
}

/// Several in one group: each with its three answers beneath its words.
fn troubles(m: Messages, ask: &Ask) -> Markup {
    html! {
        div.troubles {
            @for &trouble in ask.question.troubles() {
                @let (name, said) = (trouble_field(trouble), said(ask, trouble));
                fieldset.three {
                    legend { (words::trouble(m, trouble)) }
                    div {
                        @for (value, words) in three(m) {
                            label for={ (name) "-" (value) } {
                                input id={ (name) "-" (value) } type="radio" name=(name) value=(value)
                                    checked[said.as_deref() == Some(value)];
                                span { (words) }
                            }
                        }
                    }
                }
            }
        }
        (add(m, ask))
    }
}

fn add(m: Messages, ask: &Ask) -> Markup {
    let label = t!(m, "intake-add-words");
    let hint = t!(m, "intake-add-words-hint");
    html! {
        (Field::new("words", &label, Kind::Long).depends().hint(&hint).value(&own_words(ask))
            .characters_max(WORDS_CHARACTERS_MAX).draw(m))
    }
}

fn own_words(ask: &Ask) -> String {
    if let Some(typed) = ask.typed.get("words") {
        return typed.clone();
    }
    match &ask.given {
        Some(Reply::Troubles { words, .. }) => words.clone().unwrap_or_default(),
        Some(Reply::Words { words }) => words.clone(),
        _ => String::new(),
    }
}

fn typed(ask: &Ask, name: &str, before: impl FnOnce() -> Option<String>) -> String {
    ask.typed.get(name).cloned().or_else(before).unwrap_or_default()
}

fn born(ask: &Ask) -> String {
    typed(ask, "on", || match &ask.given {
        Some(Reply::Born { on }) => Some(PartialDate::written(on).to_owned()),
        _ => None,
    })
}

/// Weight and height in the units that the country's people know theirs in.
fn body(frame: &Frame<'_>, ask: &Ask) -> Markup {
    let m = frame.messages();
    let (weight, height) = match &ask.given {
        Some(Reply::Body { weight_kg, height_cm }) => (*weight_kg, *height_cm),
        _ => (None, None),
    };
    let metric = frame.country != Country::UnitedStates || weight.or(height).is_some();
    let units = |ask: &Ask, name: &str, metric_unit: &str, other: &str| {
        typed(ask, name, || Some(if metric { metric_unit } else { other }.to_owned()))
    };
    let weight = typed(ask, "weight", || weight.map(|kg| kg.to_string()));
    let height = typed(ask, "height", || height.map(|cm| cm.to_string()));
    let (of_weight, of_height) =
        (units(ask, "weight_unit", "kg", "lb"), units(ask, "height_unit", "cm", "ft"));
    let (kg, lb) = (t!(m, "intake-kg"), t!(m, "intake-lb"));
    let (cm, ft) = (t!(m, "intake-cm"), t!(m, "intake-ft"));
    html! {
        div.with-unit {
            (Field::new("weight", &t!(m, "intake-weight"), Kind::Number).depends().value(&weight).characters_max(8).draw(m))
            (Field::new("weight_unit", &t!(m, "intake-unit"), Kind::Choice(&[("kg", &kg), ("lb", &lb)]))
                .value(&of_weight).draw(m))
        }
        div.with-unit {
            (Field::new("height", &t!(m, "intake-height"), Kind::Line).depends().value(&height).characters_max(8).draw(m))
            (Field::new("height_unit", &t!(m, "intake-unit"), Kind::Choice(&[("cm", &cm), ("ft", &ft)]))
                .value(&of_height).draw(m))
        }
    }
}

fn entries(frame: &Frame<'_>, ask: &Ask) -> Markup {
    let m = frame.messages();
    html! {
        ul.told-so-far aria-label=(t!(m, "intake-so-far")) {
            @for (number, entry) in &ask.entries {
                li {
                    span { b { (entry.name) } (more(entry)) }
                    form action=(path()) method="post" {
                        (csrf(frame))
                        input type="hidden" name="question" value=(ask.question.name());
                        input type="hidden" name="number" value=(number);
                        button.quiet-button type="submit" name="way" value="take-back" {
                            (t!(m, "intake-take-back"))
                            span.visually-hidden { " " (entry.name) }
                        }
                    }
                }
            }
        }
    }
}

fn more(entry: &Entry) -> Markup {
    let parts: Vec<&str> = [&entry.detail, &entry.often].into_iter().flatten().map(String::as_str).collect();
    html! { @if !parts.is_empty() { span.quiet { " · " (parts.join(" · ")) } } }
}

fn listed(m: Messages, ask: &Ask) -> Markup {
    let medicines = ask.question == Question::Medicines;
    let (name, detail) = if medicines {
        (t!(m, "intake-medicine"), t!(m, "intake-how-much"))
    } else {
        (t!(m, "intake-allergy"), t!(m, "intake-what-happens"))
    };
    let value = |name: &str| ask.typed.get(name).cloned().unwrap_or_default();
    html! {
        (Field::new("name", &name, Kind::Line).value(&value("name")).draw(m))
        (Field::new("detail", &detail, Kind::Line).optional().value(&value("detail")).draw(m))
        @if medicines {
            (Field::new("often", &t!(m, "intake-how-often"), Kind::Line).optional().value(&value("often")).draw(m))
        }
    }
}

fn habit(m: Messages, ask: &Ask) -> Markup {
    let chosen = match &ask.given {
        Some(Reply::Habit { habit }) => Some(habit_value(*habit).to_owned()),
        _ => ask.typed.get("habit").cloned(),
    };
    html! {
        fieldset.big {
            legend.visually-hidden { (words::asks(m, ask.question)) }
            @for habit in Habit::ALL {
                @let value = habit_value(habit);
                label.choice for={ "habit-" (value) } {
                    input id={ "habit-" (value) } type="radio" name="habit" value=(value) required
                        checked[chosen.as_deref() == Some(value)];
                    (words::habit(m, habit))
                }
            }
        }
    }
}

fn somebody(m: Messages, ask: &Ask) -> Markup {
    let (name, phone) = match &ask.given {
        Some(Reply::Somebody { name, phone }) => (Some(name.clone()), phone.clone()),
        _ => (None, None),
    };
    let (name, phone) = (typed(ask, "name", || name), typed(ask, "phone", || phone));
    html! {
        (Field::new("name", &t!(m, "intake-somebody"), Kind::Line).value(&name).draw(m))
        (Field::new("phone", &t!(m, "intake-phone"), Kind::Telephone).optional().value(&phone).draw(m))
    }
}

/// The ways out: always there, always in the same place.
fn ways(m: Messages, question: Question) -> Markup {
    html! {
        div.ways {
            @if place(question) > 1 {
                button type="submit" name="way" value="back" formnovalidate { (t!(m, "my-back")) }
            }
            button type="submit" name="way" value="skip" formnovalidate { (t!(m, "my-skip")) }
            button type="submit" name="way" value="not-now" formnovalidate { (t!(m, "my-not-now")) }
            button type="submit" name="way" value="stop" formnovalidate { (t!(m, "intake-stop")) }
        }
    }
}

fn help_now(frame: &Frame<'_>) -> Markup {
    let m = frame.messages();
    let on = format!("{}?question=next", path());
    html! {
        p { (t!(m, "my-help-says")) }
        (crisis::numbers(m, frame.country))
        p.told { (t!(m, "my-help-told", practice = frame.practice)) }
        div.foot { (button::link(button::Weight::Ordinary, &on, &t!(m, "my-help-on"))) }
    }
}

fn ended(m: Messages, says: &str) -> Markup {
    let on = format!("{}?question=next", path());
    html! {
        p { (says) }
        div.foot { (button::link(button::Weight::Ordinary, &on, &t!(m, "my-put-off-back"))) }
    }
}

/// What was asked, each a way back to its question; no answer is told here.
fn done(frame: &Frame<'_>, questions: &[(Question, bool)]) -> Markup {
    let m = frame.messages();
    let skipped = questions.iter().filter(|(_, skipped)| *skipped).count();
    html! {
        p { (t!(m, "intake-done-says", skipped = skipped)) }
        ul.list {
            @for (question, skipped) in questions {
                li {
                    a href=(at(*question)) {
                        b { (words::name(m, *question)) }
                        span {
                            @if *skipped { (t!(m, "intake-was-skipped")) } @else { (t!(m, "intake-was-answered")) }
                        }
                    }
                }
            }
        }
        @if frame.person.is_some() {
            div.foot {
                (button::link(button::Weight::Ordinary, &Route::Mine(Mine::Home).path(), &t!(m, "my-to-home")))
            }
        }
    }
}
