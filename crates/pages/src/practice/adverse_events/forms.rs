//! The forms of adverse events: one follows an event up, one reports one by hand.

use journey::medicine_session::adverse_event::{GRADES, Outcome, Relatedness, Seriousness, TERMS};
use maud::{Markup, html};

use super::{AdverseEvents, Known, outcome, seriousness};
use crate::components::button::{Weight, submit};
use crate::components::field::{Field, Kind};
use crate::frame::Frame;
use crate::layout::csrf;
use crate::messages::Messages;
use crate::practice::medical::{LINE_CHARACTERS_MAX, Typed, WORDS_CHARACTERS_MAX};
use crate::room::words;
use crate::route::Place;
use crate::t;

/// What was typed into the form of one event, whose fields' ids carry the event.
struct Here<'a> {
    event: String,
    typed: Option<&'a Typed>,
}

impl Here<'_> {
    fn id(&self, name: &str) -> String {
        format!("{name}-{}", self.event)
    }

    fn get(&self, name: &str) -> &str {
        self.typed.map_or("", |typed| typed.get(name))
    }

    fn line(&self, name: &str, kind: &str, label: &str) -> Markup {
        let id = self.id(name);
        html! {
            div.field {
                label for=(id) { (label) }
                input id=(id) name=(name) type=(kind) maxlength=(LINE_CHARACTERS_MAX) autocomplete="off"
                    value=(self.get(name));
            }
        }
    }

    fn tick(&self, name: &str, label: &str) -> Markup {
        let id = self.id(name);
        html! {
            label.choice for=(id) {
                input id=(id) type="checkbox" name=(name) value="yes" checked[self.get(name) == "yes"];
                (label)
            }
        }
    }
}

/// What somebody writes of one event; several may stand on the page.
pub(super) fn follow_up(frame: &Frame<'_>, context: &AdverseEvents, known: &Known, typed: &Typed) -> Markup {
    let m = frame.messages();
    let event = known.event.id.to_string();
    let came_back = typed.get("event") == event;
    let here = Here { typed: came_back.then_some(typed), event };
    let action = format!("{}/follow-up", context.subject.at(Place::AdverseEvents).path());
    let words = here.id("words");
    html! {
        details.no-print open[came_back && typed.came_back()] {
            summary { (t!(m, "unwanted-follow-up")) }
            form.fields action=(action) method="post" {
                (csrf(frame))
                input type="hidden" name="command" value=(typed.command);
                input type="hidden" name="event" value=(here.event);
                input type="hidden" name="session" value=(known.session);
                @if came_back { (typed.error_atop(m, &[])) }
                div.field {
                    label for=(words) { (t!(m, "unwanted-how-it-is")) }
                    textarea id=(words) name="words" rows="3" maxlength=(WORDS_CHARACTERS_MAX) {
                        "\n" (here.get("words"))
                    }
                }
                (serious(m, &here))
                (outside(m, &here))
                (end(m, &here))
                div.go { (submit(Weight::Ordinary, &t!(m, "unwanted-keep"))) }
            }
        }
    }
}

fn serious(m: Messages, here: &Here<'_>) -> Markup {
    html! {
        fieldset {
            legend { (t!(m, "unwanted-serious")) }
            @for one in Seriousness::ALL {
                (here.tick(&format!("serious-{}", one.code()), &seriousness(m, one)))
            }
            (here.tick("serious-none", &t!(m, "unwanted-serious-none")))
        }
    }
}

fn outside(m: Messages, here: &Here<'_>) -> Markup {
    let answers = [
        ("", t!(m, "unwanted-outside-later")),
        ("yes", t!(m, "unwanted-outside-yes")),
        ("no", t!(m, "unwanted-outside-no")),
    ];
    html! {
        fieldset {
            legend { (t!(m, "unwanted-outside")) }
            @for (value, words) in answers {
                @let id = here.id(&format!("outside-{value}"));
                label.choice for=(id) {
                    input id=(id) type="radio" name="outside" value=(value) checked[here.get("outside") == value];
                    (words)
                }
            }
        }
        (here.line("whom", "text", &t!(m, "unwanted-whom")))
        (here.line("told_on", "date", &t!(m, "unwanted-told-on")))
        (here.line("because", "text", &t!(m, "unwanted-because")))
    }
}

fn end(m: Messages, here: &Here<'_>) -> Markup {
    let id = here.id("outcome");
    html! {
        div.field {
            label for=(id) { (t!(m, "unwanted-outcome")) }
            select id=(id) name="outcome" {
                option value="" { (t!(m, "unwanted-outcome-open")) }
                @for one in Outcome::ALL {
                    option value=(one.code()) selected[here.get("outcome") == one.code()] { (outcome(m, one)) }
                }
            }
        }
        div.pair {
            (here.line("day", "date", &t!(m, "unwanted-over-on")))
            (here.line("time", "time", &t!(m, "unwanted-over-at")))
        }
    }
}

/// Reports something that showed after a session.
pub(super) fn report(frame: &Frame<'_>, context: &AdverseEvents, typed: &Typed) -> Markup {
    let m = frame.messages();
    let action = context.subject.at(Place::AdverseEvents).path();
    let sessions: Vec<(String, String)> =
        context.sessions.iter().map(|(id, at)| (id.to_string(), frame.clock().date(*at))).collect();
    let terms: Vec<(&str, String)> = TERMS.iter().map(|term| (*term, words::term(m, term))).collect();
    let grades: Vec<(String, String)> =
        GRADES.map(|grade| (grade.to_string(), grade_words(m, grade))).collect();
    let related = [("", t!(m, "unwanted-related-unsaid"))];
    let related =
        related.into_iter().chain(Relatedness::ALL.map(|one| (one.code(), words::relatedness(m, one))));
    let related: Vec<(&str, String)> = related.collect();
    html! {
        section.sheet aria-labelledby="report" {
            h2 id="report" { (t!(m, "unwanted-report")) }
            form.fields action=(action) method="post" {
                (csrf(frame))
                input type="hidden" name="command" value=(typed.command);
                (typed.error_atop(m, &["words"]))
                (choice(m, "session", &t!(m, "unwanted-after-session"), &offered(&sessions), typed))
                (choice(m, "term", &t!(m, "room-adverse-what"), &offered(&terms), typed))
                (choice(m, "grade", &t!(m, "room-adverse-grade"), &offered(&grades), typed))
                (Field::new("words", &t!(m, "unwanted-words"), Kind::Long).depends()
                    .hint(&t!(m, "unwanted-words-hint")).value(typed.get("words"))
                    .error(typed.error(m, "words").as_deref()).characters_max(WORDS_CHARACTERS_MAX).draw(m))
                (Field::new("action", &t!(m, "room-adverse-action"), Kind::Line).optional()
                    .value(typed.get("action")).draw(m))
                (Field::new("day", &t!(m, "unwanted-began"), Kind::Date).value(typed.get("day"))
                    .error(typed.error(m, "day").as_deref()).draw(m))
                (choice(m, "relatedness", &t!(m, "room-adverse-related"), &offered(&related), typed))
                div.go { (submit(Weight::Ordinary, &t!(m, "room-adverse-keep"))) }
            }
        }
    }
}

fn offered<V: AsRef<str>>(choices: &[(V, String)]) -> Vec<(&str, &str)> {
    choices.iter().map(|(value, words)| (value.as_ref(), words.as_str())).collect()
}

fn choice(m: Messages, name: &str, label: &str, choices: &[(&str, &str)], typed: &Typed) -> Markup {
    Field::new(name, label, Kind::Choice(choices)).depends().value(typed.get(name)).draw(m)
}

fn grade_words(m: Messages, grade: u8) -> String {
    match grade {
        1 => t!(m, "room-grade-1"),
        2 => t!(m, "room-grade-2"),
        3 => t!(m, "room-grade-3"),
        4 => t!(m, "room-grade-4"),
        _ => t!(m, "room-grade-5"),
    }
}
