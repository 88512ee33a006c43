//! A check-in: one question a screen, each answer kept at once, none shown again.

use jiff::Timestamp;
use journey::Refusal;
use journey::integration::Item;
use maud::{Markup, html};

use super::{reads, steps};
use crate::components::field::{Field, Kind};
use crate::components::{button, crisis, refusal};
use crate::frame::Frame;
use crate::hours;
use crate::layout::{client_page, csrf};
use crate::messages::Messages;
use crate::practice::medical::LINE_CHARACTERS_MAX;
use crate::route::{Mine, Route};
use crate::t;

/// Characters that words may have.
const WORDS_CHARACTERS_MAX: usize = 4_000;

/// A check-in as the person who answers sees it.
#[derive(Clone, Debug, PartialEq)]
pub enum CheckIn {
    /// One question.
    Asks(Question),
    /// An answer that asks for help now; the next question comes after.
    HelpNow,
    /// All is asked.
    Done {
        /// How many answers were kept from this browser.
        kept: usize,
    },
    /// Not now; it waits.
    PutOff {
        /// Until when.
        until: Timestamp,
    },
    /// No more check-ins.
    Stopped {
        /// Id of the intent to begin again.
        command: String,
    },
    /// Nothing is to be answered now.
    Nothing {
        /// When the next one opens, if one will.
        opens_at: Option<Timestamp>,
    },
}

/// One question of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    /// Which.
    pub item: Item,
    /// Id of this intent, drawn when the form was.
    pub command: String,
    /// Which check-in asks: session and day.
    pub check_in: String,
    /// Which place it has, from 1.
    pub here: usize,
    /// Of how many.
    pub of: usize,
    /// The questions after it, each with the id of its intent.
    pub after: Vec<(Item, String)>,
    /// What was typed, when the form came back.
    pub typed: String,
    /// Which medicine was typed beside it, where that is asked.
    pub which: String,
    /// Why it came back.
    pub refusal: Option<Refusal>,
}

/// Draws the page; `readers` are named where the person may know them.
pub fn page(frame: &Frame<'_>, readers: &[String], check_in: &CheckIn) -> Markup {
    let m = frame.messages();
    let (title, main) = match check_in {
        CheckIn::Asks(question) => (asks(m, question.item), asked(frame, question)),
        CheckIn::HelpNow => (t!(m, "my-help-title"), help_now(frame)),
        CheckIn::Done { kept } => {
            let says = t!(m, "my-check-in-kept", kept = *kept);
            let main = html! {
                p { (says) }
                p { (t!(m, "my-check-in-close")) }
                // Said to everyone alike: the page knows of no answer, and a yes may have just arrived.
                p { (t!(m, "my-check-in-help")) }
                (crisis::numbers(m, frame.country))
            };
            (t!(m, "my-check-in-thanks"), main)
        }
        CheckIn::PutOff { until } => {
            let says = t!(m, "my-put-off-says", until = frame.clock().near(*until));
            let back = button::link(button::Weight::Ordinary, &path(), &t!(m, "my-put-off-back"));
            (t!(m, "my-put-off-title"), html! { p { (says) } div.foot { (back) } })
        }
        CheckIn::Stopped { command } => (t!(m, "my-stopped-title"), stopped(frame, command)),
        CheckIn::Nothing { opens_at } => {
            let says = match opens_at {
                Some(at) => t!(m, "my-check-in-opens", when = frame.clock().near(*at)),
                None => t!(m, "my-check-in-none"),
            };
            (t!(m, "my-check-in-nothing"), html! { p { (says) } })
        }
    };
    let main = html! {
        div.check-in data-check-in=[matches!(check_in, CheckIn::Asks(_)).then_some("")] {
            @if let CheckIn::Asks(question) = check_in { (steps(m, question.here, question.of)) }
            h1 { (title) }
            (main)
        }
        @if let CheckIn::Asks(question) = check_in { (without_signal(frame, question)) }
    };
    client_page(frame, &Route::Mine(Mine::CheckIn), &title, &reads(frame, readers), main)
}

fn path() -> String {
    Route::Mine(Mine::CheckIn).path()
}

/// What the script shows when the phone has no signal: the questions after this one, help, the end.
fn without_signal(frame: &Frame<'_>, question: &Question) -> Markup {
    let m = frame.messages();
    html! {
        @for ((item, command), here) in question.after.iter().zip(question.here + 1..) {
            @let next = Question {
                item: *item,
                command: command.clone(),
                here,
                after: Vec::new(),
                typed: String::new(),
                which: String::new(),
                refusal: None,
                ..question.clone()
            };
            template data-question=(here) {
                (steps(m, here, question.of))
                h1 { (asks(m, *item)) }
                (asked(frame, &next))
            }
        }
        template data-help {
            h1 { (t!(m, "my-help-title")) }
            p { (t!(m, "my-help-says")) }
            (crisis::numbers(m, frame.country))
            p.told { (t!(m, "my-help-not-sent")) }
            div.foot { button.button type="button" data-go-on { (t!(m, "my-help-on")) } }
        }
        template data-end {
            h1 { (t!(m, "my-check-in-thanks")) }
            p { (t!(m, "my-check-in-will-send")) }
            p { (t!(m, "my-check-in-help")) }
            (crisis::numbers(m, frame.country))
        }
        @if let Some(url) = frame.assets.url("check-in.js") { script src=(url) defer {} }
    }
}

/// Its name for the script, which meets one of them by itself.
fn item_name(item: Item) -> &'static str {
    if item == Item::HarmThoughts { "harm" } else { "other" }
}

/// The question, in words that a tired person can read.
pub fn asks(m: Messages, item: Item) -> String {
    match item {
        Item::SleepHours => t!(m, "my-ask-sleep"),
        Item::Mood => t!(m, "my-ask-mood"),
        Item::Energy => t!(m, "my-ask-energy"),
        Item::Pain => t!(m, "my-ask-pain"),
        Item::Anxiety => t!(m, "my-ask-anxiety"),
        Item::RelationToBody => t!(m, "my-ask-body"),
        Item::UrinarySymptom => t!(m, "my-ask-urinary"),
        Item::Craving => t!(m, "my-ask-craving"),
        Item::MedicineChanged => t!(m, "my-ask-medicine"),
        Item::HarmThoughts => t!(m, "my-ask-harm"),
        Item::Words => t!(m, "my-ask-words"),
    }
}

/// What the lowest and the highest number mean.
fn ends(m: Messages, item: Item) -> Option<(String, String)> {
    match item {
        Item::Mood => Some((t!(m, "my-mood-low"), t!(m, "my-mood-high"))),
        Item::Energy => Some((t!(m, "my-energy-low"), t!(m, "my-energy-high"))),
        Item::Pain => Some((t!(m, "my-pain-low"), t!(m, "my-pain-high"))),
        Item::Anxiety => Some((t!(m, "my-anxiety-low"), t!(m, "my-anxiety-high"))),
        _ => None,
    }
}

fn asked(frame: &Frame<'_>, question: &Question) -> Markup {
    let m = frame.messages();
    let item = question.item;
    let error = question.refusal.as_ref().map(|found| refusal::words(m, found));
    html! {
        p { (hint(m, item)) }
        @if item == Item::HarmThoughts { (hours::before_asking(frame)) }
        form.ask action=(path()) method="post" data-answers data-item=(item_name(item)) {
            (csrf(frame))
            input type="hidden" name="command" value=(question.command);
            input type="hidden" name="check_in" value=(question.check_in);
            input type="hidden" name="question" value=(question.here);
            @if let Some(error) = error.as_ref().filter(|_| is_said_atop(question)) {
                p.error role="alert" { (error) }
            }
            (answer(m, question, error.as_deref()))
            div.foot {
                (button::submit(button::Weight::Primary, &t!(m, "my-next")))
                (ways(m, question.here))
            }
        }
    }
}

/// Whether what is wrong is said above the choices; else it stands beside the field it is about.
fn is_said_atop(question: &Question) -> bool {
    match question.item {
        Item::Mood | Item::Energy | Item::Pain | Item::Anxiety => true,
        Item::MedicineChanged => question.refusal == Some(Refusal::AnswerInvalid),
        _ => false,
    }
}

fn hint(m: Messages, item: Item) -> String {
    match item {
        Item::SleepHours => t!(m, "my-hint-sleep"),
        Item::Mood | Item::Energy | Item::Pain | Item::Anxiety => t!(m, "my-hint-number"),
        Item::RelationToBody => t!(m, "my-hint-body"),
        Item::UrinarySymptom => t!(m, "my-hint-urinary"),
        Item::Craving => t!(m, "my-hint-craving"),
        Item::MedicineChanged => t!(m, "my-hint-medicine"),
        Item::HarmThoughts => t!(m, "my-hint-harm"),
        Item::Words => t!(m, "my-hint-words"),
    }
}

fn answer(m: Messages, question: &Question, error: Option<&str>) -> Markup {
    let says = asks(m, question.item);
    match question.item {
        Item::SleepHours => html! {
            div.stepper data-stepper=("24") data-less=(t!(m, "my-less")) data-more=(t!(m, "my-more")) {
                (Field::new("answer", &t!(m, "my-hours"), Kind::Number)
                    .value(&question.typed).error(error).characters_max(2).draw(m))
            }
        },
        Item::RelationToBody | Item::Words => html! {
            (Field::new("answer", &t!(m, "my-your-words"), Kind::Long)
                .value(&question.typed).error(error).characters_max(WORDS_CHARACTERS_MAX).draw(m))
        },
        Item::UrinarySymptom | Item::Craving | Item::HarmThoughts => yes_or_no(m, question, &says),
        Item::MedicineChanged => html! {
            div.changed {
                (yes_or_no(m, question, &says))
                (Field::new("which", &t!(m, "my-which-medicine"), Kind::Line).optional()
                    .hint(&t!(m, "my-which-medicine-hint")).value(&question.which)
                    .error(error.filter(|_| !is_said_atop(question)))
                    .characters_max(LINE_CHARACTERS_MAX).draw(m))
            }
        },
        Item::Mood | Item::Energy | Item::Pain | Item::Anxiety => html! {
            fieldset.rating data-slider data-less=(t!(m, "my-less")) data-more=(t!(m, "my-more"))
                data-none=(t!(m, "my-no-number")) data-choose=(t!(m, "my-choose-number")) {
                legend.visually-hidden { (says) }
                @for value in 0..=10 {
                    label for={ "answer-" (value) } {
                        input id={ "answer-" (value) } type="radio" name="answer" value=(value) required;
                        span { (value) }
                    }
                }
                @if let Some((low, high)) = ends(m, question.item) {
                    p.ends { span { "0 = " (low) } span { "10 = " (high) } }
                }
            }
        },
    }
}

fn yes_or_no(m: Messages, question: &Question, says: &str) -> Markup {
    html! {
        fieldset.big {
            legend.visually-hidden { (says) }
            @for (value, words) in [("yes", t!(m, "my-yes")), ("no", t!(m, "my-no"))] {
                label.choice for={ "answer-" (value) } {
                    input id={ "answer-" (value) } type="radio" name="answer" value=(value) required
                        checked[question.typed == value];
                    (words)
                }
            }
        }
    }
}

/// The ways out: always there, always in the same place.
fn ways(m: Messages, here: usize) -> Markup {
    html! {
        div.ways {
            @if here > 1 {
                button type="submit" name="way" value="back" formnovalidate { (t!(m, "my-back")) }
            }
            button type="submit" name="way" value="skip" formnovalidate { (t!(m, "my-skip")) }
            button type="submit" name="way" value="not-now" formnovalidate { (t!(m, "my-not-now")) }
            button type="submit" name="way" value="stop" formnovalidate { (t!(m, "my-stop")) }
        }
    }
}

/// The numbers first, and what is true about who knows.
fn help_now(frame: &Frame<'_>) -> Markup {
    let m = frame.messages();
    html! {
        p data-help-now { (t!(m, "my-help-says")) }
        (crisis::numbers(m, frame.country))
        (hours::after_answering(frame))
        div.foot { (button::link(button::Weight::Ordinary, &path(), &t!(m, "my-help-on"))) }
    }
}

fn stopped(frame: &Frame<'_>, command: &str) -> Markup {
    let m = frame.messages();
    html! {
        p { (t!(m, "my-stopped-says")) }
        form.foot action=(path()) method="post" {
            (csrf(frame))
            input type="hidden" name="command" value=(command);
            button.button type="submit" name="way" value="resume" { (t!(m, "my-resume")) }
        }
    }
}

/// The states that say when an answer is seen.
pub fn safety_samples() -> Vec<(&'static str, CheckIn)> {
    let all = samples().into_iter();
    all.filter(|(state, _)| matches!(*state, "harm" | "help-now")).collect()
}

/// States of this page.
pub fn samples() -> Vec<(&'static str, CheckIn)> {
    let question = |item| Question {
        item,
        check_in: "00000000-0000-7000-8000-000000000004.1".to_owned(),
        here: 2,
        of: 5,
        after: vec![(Item::HarmThoughts, "00000000-0000-7000-8000-000000000013".to_owned())],
        command: "00000000-0000-7000-8000-000000000003".to_owned(),
        typed: String::new(),
        which: String::new(),
        refusal: None,
    };
    let asks = |item| CheckIn::Asks(question(item));
    let refused = Question { refusal: Some(Refusal::AnswerInvalid), ..question(Item::Mood) };
    let typed = Question {
        typed: "thirty".to_owned(),
        refusal: Some(Refusal::AnswerInvalid),
        ..question(Item::SleepHours)
    };
    let changed = Question {
        typed: "yes".to_owned(),
        which: "phenelzine and St. John's wort".to_owned(),
        ..question(Item::MedicineChanged)
    };
    let until = crate::samples::instant("2026-05-18T17:40:00Z");
    vec![
        ("sleep", asks(Item::SleepHours)),
        ("sleep-refused", CheckIn::Asks(typed)),
        ("mood", asks(Item::Mood)),
        ("mood-refused", CheckIn::Asks(refused)),
        ("body", asks(Item::RelationToBody)),
        ("craving", asks(Item::Craving)),
        ("medicine", asks(Item::MedicineChanged)),
        ("medicine-changed", CheckIn::Asks(changed)),
        ("harm", asks(Item::HarmThoughts)),
        ("help-now", CheckIn::HelpNow),
        ("done", CheckIn::Done { kept: 8 }),
        ("put-off", CheckIn::PutOff { until }),
        ("stopped", CheckIn::Stopped { command: question(Item::Mood).command }),
        ("opens-later", CheckIn::Nothing { opens_at: Some(until) }),
        ("nothing", CheckIn::Nothing { opens_at: None }),
    ]
}
