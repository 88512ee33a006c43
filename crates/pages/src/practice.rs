//! Pages of those who work here.

use maud::{Markup, html};

use crate::route::Route;

pub mod adverse_events;
pub mod appointments;
pub mod asked;
pub mod calendar;
pub mod consent;
pub mod consultation;
pub mod ending;
pub mod enquiry;
pub mod history;
pub mod hours;
pub mod integration;
pub mod ledger;
pub mod links;
pub mod measures;
pub mod medical;
pub mod messages;
pub mod next_dose;
pub mod notes;
pub mod people;
pub mod person;
pub mod preparation;
pub mod prescription;
pub mod protocol;
pub mod review;
pub mod screening;
pub mod session;
pub mod sessions;
pub mod stock;
pub mod subject;
pub mod tasks;
pub mod threads;
pub mod today;
pub mod windows;

/// Someone on the path, as lists name them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Named {
    /// The client's id: 32 lowercase hex digits.
    pub client: String,
    /// The name they go by.
    pub name: String,
}

impl Named {
    /// The name, leading to the person's page.
    pub fn link(&self) -> Markup {
        html! { a.person href=(Route::Person(self.client.clone()).path()) { (self.name) } }
    }

    /// The name by which a sentence calls them.
    pub fn first_name(&self) -> &str {
        self.name.split_whitespace().next().unwrap_or(&self.name)
    }
}
