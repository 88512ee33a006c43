//! A field: label, what is asked, what was typed, and what to do about it.

use maud::{Markup, html};

use crate::components::level::{Level, level};
use crate::messages::Messages;
use crate::t;

/// What is typed into a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind<'a> {
    /// One line of words.
    Line,
    /// An address for mail.
    Email,
    /// A telephone number.
    Telephone,
    /// A password that exists; never given back to the page.
    Password,
    /// A number; digits come up on a phone.
    Number,
    /// A day of the calendar.
    Date,
    /// Several lines of words.
    Long,
    /// One of several: value and words.
    Choice(&'a [(&'a str, &'a str)]),
    /// One line, with these offered while one types.
    OneOf(&'a [&'a str]),
}

/// Whether a field may stay empty.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// Must be filled in.
    Required,
    /// May stay empty, and says so.
    Optional,
    /// May stay empty in some cases; the hint says in which.
    Depends,
}

/// One field of a form.
#[derive(Clone, Copy, Debug)]
pub struct Field<'a> {
    /// Name in the form.
    pub name: &'a str,
    /// The question.
    pub label: &'a str,
    /// What is typed.
    pub kind: Kind<'a>,
    /// Whether it may stay empty.
    pub need: Need,
    /// What was typed before, kept.
    pub value: &'a str,
    /// A sentence of help under the label.
    pub hint: Option<&'a str>,
    /// What to do about what was typed.
    pub error: Option<&'a str>,
    /// The browser's `autocomplete` token, or "off".
    pub autocomplete: &'a str,
    /// Most characters taken.
    pub characters_max: usize,
}

impl<'a> Field<'a> {
    /// A required field; the rest is set with the methods below.
    pub fn new(name: &'a str, label: &'a str, kind: Kind<'a>) -> Self {
        Field {
            name,
            label,
            kind,
            need: Need::Required,
            value: "",
            hint: None,
            error: None,
            autocomplete: "off",
            characters_max: 200,
        }
    }

    /// May stay empty.
    pub fn optional(self) -> Self {
        Field { need: Need::Optional, ..self }
    }

    /// May stay empty in the cases that its hint names.
    pub fn depends(self) -> Self {
        Field { need: Need::Depends, ..self }
    }

    /// Keeps what was typed.
    pub fn value(self, value: &'a str) -> Self {
        Field { value, ..self }
    }

    /// Adds a sentence of help.
    pub fn hint(self, hint: &'a str) -> Self {
        Field { hint: Some(hint), ..self }
    }

    /// Says what to do about what was typed.
    pub fn error(self, error: Option<&'a str>) -> Self {
        Field { error, ..self }
    }

    /// Lets the browser fill it in.
    pub fn autocomplete(self, autocomplete: &'a str) -> Self {
        Field { autocomplete, ..self }
    }

    /// Limits its length.
    pub fn characters_max(self, characters_max: usize) -> Self {
        Field { characters_max, ..self }
    }

    /// Draws the field with its label, hint and error.
    pub fn draw(&self, m: Messages) -> Markup {
        let id = format!("field-{}", self.name);
        html! {
            div.field.wrong[self.error.is_some()] {
                label for=(id) {
                    (self.label)
                    @if self.need == Need::Optional { " " span.optional { (t!(m, "field-optional")) } }
                }
                @if let Some(hint) = self.hint { p.hint id={ (id) "-hint" } { (hint) } }
                @if let Some(error) = self.error { p.error id={ (id) "-error" } { (error) } }
                (self.control(&id))
            }
        }
    }

    fn control(&self, id: &str) -> Markup {
        let described = self.described_by(id);
        let described = (!described.is_empty()).then_some(described);
        let invalid = self.error.map(|_| "true");
        let required = self.need == Need::Required;
        match self.kind {
            Kind::Long => html! {
                textarea id=(id) name=(self.name) rows="5" required[required] maxlength=(self.characters_max)
                    aria-describedby=[described] aria-invalid=[invalid] { "\n" (self.value) }
            },
            Kind::Choice(choices) => html! {
                select id=(id) name=(self.name) required[required] autocomplete=(self.autocomplete)
                    aria-describedby=[described] aria-invalid=[invalid]
                {
                    @for (value, words) in choices {
                        option value=(value) selected[*value == self.value] { (words) }
                    }
                }
            },
            Kind::Line
            | Kind::Email
            | Kind::Telephone
            | Kind::Password
            | Kind::Number
            | Kind::Date
            | Kind::OneOf(_) => html! {
                input id=(id) name=(self.name) type=(self.input_type()) required[required]
                    inputmode=[(self.kind == Kind::Number).then_some("decimal")] value=[self.value_given_back()] maxlength=(self.characters_max) autocomplete=(self.autocomplete)
                    aria-describedby=[described] aria-invalid=[invalid] list=[self.list(id)];
                @if let (Kind::OneOf(offered), Some(list)) = (self.kind, self.list(id)) {
                    datalist id=(list) { @for one in offered { option value=(one) {} } }
                }
            },
        }
    }

    fn described_by(&self, id: &str) -> String {
        let parts = [self.hint.map(|_| "hint"), self.error.map(|_| "error")];
        let ids: Vec<String> = parts.into_iter().flatten().map(|part| format!("{id}-{part}")).collect();
        ids.join(" ")
    }

    fn list(&self, id: &str) -> Option<String> {
        matches!(self.kind, Kind::OneOf(_)).then(|| format!("{id}-offered"))
    }

    fn input_type(&self) -> &'static str {
        match self.kind {
            Kind::Email => "email",
            Kind::Telephone => "tel",
            Kind::Password => "password",
            Kind::Date => "date",
            Kind::Line | Kind::Number | Kind::Long | Kind::Choice(_) | Kind::OneOf(_) => "text",
        }
    }

    /// A browser shows nothing of what is no day in a field of one, and complains.
    fn value_given_back(&self) -> Option<&'a str> {
        let given = match self.kind {
            Kind::Password => false,
            Kind::Date => self.value.parse::<jiff::civil::Date>().is_ok(),
            _ => !self.value.is_empty(),
        };
        given.then_some(self.value)
    }
}

/// Said once above a form that came back: how many places ask for a look.
pub fn came_back(m: Messages, problems: usize) -> Markup {
    html! {
        @if problems > 0 {
            p.came-back role="alert" { (level(Level::Look, &t!(m, "field-came-back", problems = problems))) }
        }
    }
}
