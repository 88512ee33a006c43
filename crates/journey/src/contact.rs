//! How a person is called and reached; sealed apart from what is clinical.

use serde::{Deserialize, Serialize};

use crate::refusal::Refusal;
use crate::text;

/// What has happened with a person's contact details.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type")]
pub enum Event {
    /// The person said how they are called and reached.
    ContactGiven(Details),
}

/// Name and ways to reach a person.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Details {
    /// The name as the person writes it.
    pub name: String,
    /// Mail address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// Telephone number as the person writes it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
    /// When and how they may be reached, in their words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reach: Option<String>,
    /// The language they want to be written to in, as a BCP 47 tag.
    pub language: String,
}

/// How the person is called and reached now.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Contact {
    /// The newest details, once given.
    pub details: Option<Details>,
}

impl Contact {
    /// The person's name, once known.
    pub fn name(&self) -> Option<&str> {
        self.details.as_ref().map(|details| details.name.as_str())
    }

    /// Takes one more fact in.
    pub fn evolve(&mut self, event: &Event) {
        match event {
            Event::ContactGiven(details) => self.details = Some(details.clone()),
        }
    }
}

impl Details {
    /// Tidies and checks what a person wrote.
    ///
    /// # Errors
    /// Without a name, without any way to reach the person, or with a text too long.
    pub fn checked(self) -> Result<Self, Refusal> {
        let details = Self {
            name: text::line(&self.name)?.ok_or(Refusal::NameMissing)?,
            email: text::email(self.email)?,
            phone: text::optional_line(self.phone)?,
            reach: text::optional_paragraph(self.reach)?,
            language: text::line(&self.language)?.unwrap_or_else(|| "en".to_owned()),
        };
        if details.email.is_none() && details.phone.is_none() {
            return Err(Refusal::ReachMissing);
        }
        Ok(details)
    }
}
