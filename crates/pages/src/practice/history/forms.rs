//! The ways to add to a history: a record, a fact, a pressure, who the person is, a correction.

use journey::Refusal;
use journey::health_history::{FactStatus, Needs, Part};
use maud::{Markup, html};

use super::{History, Typed};
use crate::components::button::{Weight, submit};
use crate::components::field::{Field, Kind, came_back};
use crate::components::refusal;
use crate::frame::Frame;
use crate::layout::csrf;
use crate::messages::Messages;
use crate::practice::medical::{self, LINE_CHARACTERS_MAX, WORDS_CHARACTERS_MAX};
use crate::route::Place;
use crate::t;

/// Facts that the choice of a correction offers.
const OFFERED_MAX: usize = 500;

/// The forms of the page; each is an intent of its own.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Forms {
    /// Takes in a record.
    pub record: Typed,
    /// Why the record was not taken in.
    pub unread: Option<Unread>,
    /// Adds a condition, a medicine or an allergy.
    pub fact: Typed,
    /// Adds a blood pressure.
    pub pressure: Typed,
    /// Adds a body weight.
    pub weight: Typed,
    /// Says who the person is to the rules.
    pub person: Typed,
    /// Adds a part of the work-up.
    pub work_up: Typed,
    /// Shows that a fact is wrong; for those who may sign it.
    pub correction: Option<Typed>,
}

/// One of the small forms.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entry {
    /// A condition, a medicine or an allergy.
    Fact,
    /// A blood pressure.
    Pressure,
    /// A body weight.
    Weight,
    /// Who the person is to the rules.
    Person,
    /// A part of the work-up.
    WorkUp,
    /// That a fact is wrong.
    Correction,
}

impl Entry {
    /// Last part of the path that the form posts to.
    pub fn name(self) -> &'static str {
        match self {
            Entry::Fact => "fact",
            Entry::Pressure => "pressure",
            Entry::Weight => "weight",
            Entry::Person => "person",
            Entry::WorkUp => "work-up",
            Entry::Correction => "correction",
        }
    }
}

/// Why a file was not taken in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unread {
    /// None was chosen.
    NoFile,
    /// It is larger than is read.
    TooLarge {
        /// The most, in megabytes.
        megabytes_max: usize,
    },
    /// There is nothing in it.
    Empty,
    /// It is XML.
    Xml,
    /// It is a PDF.
    Pdf,
    /// It is a zip, gzip or other compressed file.
    Compressed,
    /// Its bytes are no text in UTF-8.
    NotText,
    /// It is not JSON.
    NotJson {
        /// Where reading stopped, from 1.
        line: usize,
    },
    /// It ends in the middle.
    Truncated {
        /// The last line, from 1.
        line: usize,
    },
    /// It has one resource a line.
    Lines,
    /// It is JSON and not FHIR.
    NotFhir,
    /// It is FHIR of another version.
    OtherVersion {
        /// Which.
        version: String,
    },
    /// It is about more than one person.
    TwoPeople {
        /// How many.
        count: usize,
    },
    /// It names somebody else than this page; a person must say that it is theirs.
    OtherName {
        /// The name in the record.
        name: String,
    },
}

impl Unread {
    fn words(&self, m: Messages, person: &str) -> String {
        match self {
            Unread::NoFile => t!(m, "history-no-file"),
            Unread::TooLarge { megabytes_max } => t!(m, "history-too-large", megabytes_max = *megabytes_max),
            Unread::Empty => t!(m, "history-file-empty"),
            Unread::Xml => t!(m, "history-xml"),
            Unread::Pdf => t!(m, "history-pdf"),
            Unread::NotText => t!(m, "history-not-text"),
            Unread::Compressed => t!(m, "history-compressed"),
            Unread::NotJson { line } => t!(m, "history-not-json", line = *line),
            Unread::Truncated { line } => t!(m, "history-truncated", line = *line),
            Unread::Lines => t!(m, "history-ndjson"),
            Unread::NotFhir => t!(m, "history-not-fhir"),
            Unread::OtherVersion { version } => t!(m, "history-other-version", version = version.clone()),
            Unread::TwoPeople { count } => t!(m, "history-two-people", count = *count),
            Unread::OtherName { name } => t!(m, "history-other-name", name = name.clone(), person = person),
        }
    }
}

impl Forms {
    fn problems(&self) -> usize {
        let typed = [&self.record, &self.fact, &self.pressure, &self.weight, &self.person, &self.work_up]
            .into_iter()
            .chain(&self.correction);
        usize::from(self.unread.is_some()) + typed.map(Typed::problems).sum::<usize>()
    }
}

/// Said above the columns when a form came back.
pub(super) fn above(frame: &Frame<'_>, forms: &Forms) -> Markup {
    came_back(frame.messages(), forms.problems())
}

/// The record's form, and the small ones folded below it.
pub(super) fn sheet(frame: &Frame<'_>, context: &History, forms: &Forms) -> Markup {
    let m = frame.messages();
    html! {
        section.sheet.add aria-labelledby="add" {
            h2 id="add" { (t!(m, "history-add")) }
            (record(frame, context, forms))
            (folded(frame, context, &t!(m, "history-add-fact"), Entry::Fact, &forms.fact, fact(m, &forms.fact)))
            (folded(frame, context, &t!(m, "history-add-pressure"), Entry::Pressure, &forms.pressure,
                pressure(m, &forms.pressure)))
            (folded(frame, context, &t!(m, "history-add-weight"), Entry::Weight, &forms.weight,
                weight(m, &forms.weight)))
            (folded(frame, context, &t!(m, "history-add-person"), Entry::Person, &forms.person,
                person(m, &forms.person)))
            div id="work-up" {
                (folded(frame, context, &t!(m, "history-add-work-up"), Entry::WorkUp, &forms.work_up,
                    work_up(m, &forms.work_up)))
            }
            @if let Some(typed) = forms.correction.as_ref().filter(|_| !context.history.facts.is_empty()) {
                (folded(frame, context, &t!(m, "history-add-correction"), Entry::Correction, typed,
                    correction(m, context, typed)))
            }
        }
    }
}

fn record(frame: &Frame<'_>, context: &History, forms: &Forms) -> Markup {
    let m = frame.messages();
    let person = context.subject.person.name.as_str();
    let error = forms.unread.as_ref().map(|unread| unread.words(m, person));
    let refused = forms.record.refusal.as_ref().map(|found| refused(m, found));
    let error = error.or(refused);
    let described =
        if error.is_some() { "field-record-hint field-record-error" } else { "field-record-hint" };
    html! {
        form.fields action=(context.subject.at(Place::History).path()) method="post" enctype="multipart/form-data" {
            (csrf(frame))
            input type="hidden" name="command" value=(forms.record.command);
            div.field.wrong[error.is_some()] {
                label for="field-record" { (t!(m, "history-record")) }
                p.hint id="field-record-hint" { (t!(m, "history-record-hint")) }
                @if let Some(error) = &error { p.error id="field-record-error" { (error) } }
                input id="field-record" type="file" name="record" accept=".json,application/json,application/fhir+json"
                    aria-describedby=(described) aria-invalid=[error.as_ref().map(|_| "true")];
            }
            @if matches!(forms.unread, Some(Unread::OtherName { .. })) {
                label.choice for="theirs" {
                    input id="theirs" type="checkbox" name="theirs" value="yes";
                    (t!(m, "history-theirs", person = person))
                }
            }
            div.go { (submit(Weight::Ordinary, &t!(m, "history-take-in"))) }
        }
    }
}

/// A record of which everything is known is good news, and says so.
fn refused(m: Messages, found: &Refusal) -> String {
    match found {
        Refusal::NothingNew => t!(m, "history-nothing-new"),
        _ => refusal::words(m, found),
    }
}

fn folded(
    frame: &Frame<'_>,
    context: &History,
    title: &str,
    entry: Entry,
    typed: &Typed,
    fields: Markup,
) -> Markup {
    let m = frame.messages();
    let action = format!("{}/{}", context.subject.at(Place::History).path(), entry.name());
    html! {
        details open[typed.came_back() || !typed.get("part").is_empty()] {
            summary { (title) }
            form.fields action=(action) method="post" {
                (csrf(frame))
                input type="hidden" name="command" value=(typed.command);
                (fields)
                div.go { (submit(Weight::Ordinary, &t!(m, "history-keep"))) }
            }
        }
    }
}

fn fact(m: Messages, typed: &Typed) -> Markup {
    let kinds = [
        ("condition", t!(m, "history-kind-condition")),
        ("medicine", t!(m, "history-kind-medicine")),
        ("allergy", t!(m, "history-kind-allergy")),
    ];
    let states = [("active", t!(m, "history-now")), ("past", t!(m, "history-over"))];
    let text = typed.error(m, "words");
    let since = typed.error(m, "date");
    html! {
        (typed.error_atop(m, &["words", "date"]))
        (choice(m, "kind", &t!(m, "history-kind"), &kinds, typed.get("kind")))
        (Field::new("words", &t!(m, "history-words"), Kind::Line).value(typed.get("words"))
            .characters_max(LINE_CHARACTERS_MAX).error(text.as_deref()).draw(m))
        (choice(m, "status", &t!(m, "history-status"), &states, typed.get("status")))
        (Field::new("date", &t!(m, "history-date"), Kind::Line).optional().value(typed.get("date"))
            .hint(&t!(m, "history-date-hint")).error(since.as_deref()).draw(m))
    }
}

/// A part of the work-up: what it was, when, by whom, and what came of it.
fn work_up(m: Messages, typed: &Typed) -> Markup {
    let parts = Part::ALL.map(|part| (part.name(), part_word(m, part)));
    let chosen = Part::ALL.into_iter().find(|part| part.name() == typed.get("part"));
    let error = |name: &str| typed.error(m, name);
    html! {
        (typed.error_atop(m, &["result", "name"]))
        (choice(m, "part", &t!(m, "history-part"), &parts, typed.get("part")))
        (Field::new("done_on", &t!(m, "history-done-on"), Kind::Date).value(typed.get("done_on"))
            .error(error("done_on").as_deref()).draw(m))
        (Field::new("name", &t!(m, "history-done-by"), Kind::Line).value(typed.get("name"))
            .hint(&t!(m, "history-done-by-hint")).characters_max(LINE_CHARACTERS_MAX)
            .error(error("name").as_deref()).draw(m))
        (Field::new("result", &t!(m, "history-result"), Kind::Line).value(typed.get("result"))
            .hint(&result_hint(m, chosen)).characters_max(LINE_CHARACTERS_MAX)
            .error(error("result").as_deref()).draw(m))
    }
}

/// What the result of a part is written as; all of it where no part was chosen.
fn result_hint(m: Messages, chosen: Option<Part>) -> String {
    match chosen.map(Part::needs) {
        Some(Needs::Number(unit)) => t!(m, "history-result-number", unit = medical::unit_word(unit)),
        Some(Needs::Sign) => t!(m, "history-result-sign"),
        Some(Needs::Words) => t!(m, "history-result-words"),
        None => t!(m, "history-result-any"),
    }
}

fn part_word(m: Messages, part: Part) -> String {
    let name = medical::concept(m, part.name());
    match part.needs() {
        Needs::Number(unit) => format!("{name} ({})", medical::unit_word(unit)),
        Needs::Sign | Needs::Words => name,
    }
}

fn choice(m: Messages, name: &str, label: &str, choices: &[(&str, String)], value: &str) -> Markup {
    let choices: Vec<(&str, &str)> = choices.iter().map(|(value, words)| (*value, words.as_str())).collect();
    Field::new(name, label, Kind::Choice(&choices)).value(value).draw(m)
}

fn pressure(m: Messages, typed: &Typed) -> Markup {
    let error = typed.error(m, "systolic");
    html! {
        (typed.error_atop(m, &["systolic"]))
        (Field::new("systolic", &t!(m, "history-systolic"), Kind::Number).value(typed.get("systolic"))
            .characters_max(3).error(error.as_deref()).draw(m))
        (Field::new("diastolic", &t!(m, "history-diastolic"), Kind::Number).value(typed.get("diastolic"))
            .characters_max(3).draw(m))
        (Field::new("measured", &t!(m, "history-measured"), Kind::Date).value(typed.get("measured")).draw(m))
    }
}

fn weight(m: Messages, typed: &Typed) -> Markup {
    let error = typed.error(m, "kilograms");
    let weighed = typed.error(m, "weighed");
    html! {
        (typed.error_atop(m, &["kilograms", "weighed"]))
        (Field::new("kilograms", &t!(m, "history-kilograms"), Kind::Number).value(typed.get("kilograms"))
            .characters_max(6).error(error.as_deref()).draw(m))
        (Field::new("weighed", &t!(m, "history-weighed"), Kind::Date).value(typed.get("weighed"))
            .error(weighed.as_deref()).draw(m))
    }
}

fn person(m: Messages, typed: &Typed) -> Markup {
    let sexes = [
        ("", t!(m, "history-sex-unsaid")),
        ("female", t!(m, "history-female")),
        ("male", t!(m, "history-male")),
        ("other", t!(m, "history-other-sex")),
    ];
    let sexes: Vec<(&str, &str)> = sexes.iter().map(|(value, words)| (*value, words.as_str())).collect();
    let born = typed.error(m, "birth_date");
    html! {
        (typed.error_atop(m, &["birth_date"]))
        (Field::new("birth_date", &t!(m, "history-birth-date"), Kind::Date).optional()
            .value(typed.get("birth_date")).error(born.as_deref()).draw(m))
        (Field::new("sex", &t!(m, "history-sex"), Kind::Choice(&sexes)).optional()
            .hint(&t!(m, "history-sex-hint")).value(typed.get("sex")).draw(m))
    }
}

fn correction(m: Messages, context: &History, typed: &Typed) -> Markup {
    let standing = |status| !matches!(status, FactStatus::Refuted | FactStatus::EnteredInError);
    let facts = context.history.current();
    let offered: Vec<(String, String)> = facts
        .iter()
        .filter(|fact| standing(fact.status))
        .take(OFFERED_MAX)
        .map(|fact| {
            let date = fact.date.as_ref().map(|date| format!(" ({date})")).unwrap_or_default();
            (fact.id.0.clone(), format!("{}{date}", fact.text))
        })
        .collect();
    let offered: Vec<(&str, &str)> =
        offered.iter().map(|(id, words)| (id.as_str(), words.as_str())).collect();
    let wrongs = [("refuted", t!(m, "history-refuted")), ("entered_in_error", t!(m, "history-error"))];
    let error = typed.error(m, "reason");
    html! {
        (typed.error_atop(m, &["reason"]))
        (Field::new("fact", &t!(m, "history-which"), Kind::Choice(&offered)).value(typed.get("fact")).draw(m))
        (choice(m, "correction", &t!(m, "history-what-is-it"), &wrongs, typed.get("correction")))
        (Field::new("reason", &t!(m, "history-evidence"), Kind::Long).value(typed.get("reason"))
            .characters_max(WORDS_CHARACTERS_MAX).error(error.as_deref()).draw(m))
    }
}
