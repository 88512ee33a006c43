//! The practice's hours: when somebody reads, and how soon a message is answered.

use journey::Refusal;
use journey::hours::{Hours as Stated, MESSAGE_DAYS_MAX, Weekday};
use maud::{Markup, html};

use crate::components::field::came_back;
use crate::components::{button, refusal};
use crate::frame::Frame;
use crate::hours::in_words;
use crate::layout::{csrf, practice_page};
use crate::route::Route;
use crate::t;
use crate::time::weekday;

/// The hours, and the form where the reader may state them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Hours {
    /// What is stated now.
    pub stated: Option<Stated>,
    /// The form, where the reader may.
    pub form: Option<Form>,
}

/// What was typed: a time of day each, as `09:00`; empty where nobody reads.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Form {
    /// Id of this intent, drawn when the form was.
    pub command: String,
    /// From when and until when, in the order of the week.
    pub days: [(String, String); 7],
    /// Open days within which a message is answered.
    pub message_days: String,
    /// Why it came back.
    pub refusal: Option<Refusal>,
}

impl Form {
    /// The form as it stands before anything is changed.
    pub fn of(command: String, stated: Option<&Stated>) -> Self {
        let mut form = Self { command, message_days: "2".to_owned(), ..Self::default() };
        if let Some(stated) = stated {
            form.message_days = stated.message_days.to_string();
            for (weekday, typed) in Weekday::ALL.into_iter().zip(&mut form.days) {
                if let Some(open) = stated.open.iter().find(|open| open.weekday == weekday) {
                    *typed =
                        (open.from.strftime("%H:%M").to_string(), open.until.strftime("%H:%M").to_string());
                }
            }
        }
        form
    }
}

/// Draws the page.
pub fn page(frame: &Frame<'_>, hours: &Hours) -> Markup {
    let m = frame.messages();
    let title = match &hours.stated {
        Some(stated) => t!(m, "hours-stated", hours = in_words(frame, stated)),
        None => t!(m, "hours-none"),
    };
    let main = html! {
        div.answer {
            h1 { (title) }
            p {
                @match &hours.stated {
                    Some(stated) => (t!(m, "hours-messages", days = i64::from(stated.message_days))),
                    None => (t!(m, "hours-none-says")),
                }
            }
        }
        p.lead-in { (t!(m, "hours-what-for")) }
        @if let Some(form) = &hours.form { (asked(frame, form)) }
    };
    practice_page(frame, &Route::Hours, &t!(m, "hours-page-title"), main)
}

fn asked(frame: &Frame<'_>, form: &Form) -> Markup {
    let m = frame.messages();
    let days =
        (0..=MESSAGE_DAYS_MAX).map(|days| (days.to_string(), t!(m, "hours-within", days = i64::from(days))));
    html! {
        (came_back(m, usize::from(form.refusal.is_some())))
        form.fields.hours action=(Route::Hours.path()) method="post" {
            (csrf(frame))
            input type="hidden" name="command" value=(form.command);
            @if let Some(found) = &form.refusal { p.error { (refusal::words(m, found)) } }
            ul.lines {
                @for (place, (day, typed)) in Weekday::ALL.into_iter().zip(&form.days).enumerate() {
                    @let name = weekday(m, day.of_calendar());
                    li.opens {
                        span.weekday { (name) }
                        (time(&format!("from-{place}"), &t!(m, "hours-from", day = name.as_str()), &typed.0))
                        span aria-hidden="true" { "–" }
                        (time(&format!("until-{place}"), &t!(m, "hours-until", day = name.as_str()), &typed.1))
                    }
                }
            }
            p.hint { (t!(m, "hours-hint")) }
            div.field {
                label for="message_days" { (t!(m, "hours-answered")) }
                select id="message_days" name="message_days" {
                    @for (value, words) in days {
                        option value=(value) selected[value == form.message_days] { (words) }
                    }
                }
            }
            div.go { (button::submit(button::Weight::Primary, &t!(m, "hours-keep"))) }
        }
    }
}

fn time(name: &str, label: &str, value: &str) -> Markup {
    html! { input id=(name) type="time" name=(name) value=(value) aria-label=(label); }
}

/// States of this page.
pub fn samples() -> Vec<(&'static str, Hours)> {
    let command = || "00000000-0000-7000-8000-000000000031".to_owned();
    let stated = crate::samples::hours();
    let form = |stated: Option<&Stated>| Form::of(command(), stated);
    let refused = Form { refusal: Some(Refusal::HoursInvalid), ..form(Some(stated)) };
    vec![
        ("none", Hours { stated: None, form: Some(form(None)) }),
        ("usual", Hours { stated: Some(stated.clone()), form: Some(form(Some(stated))) }),
        ("refused", Hours { stated: Some(stated.clone()), form: Some(refused) }),
        ("reader", Hours { stated: Some(stated.clone()), form: None }),
    ]
}
