//! One client's case: everything folded that a decision may need.

use jiff::Timestamp;

use crate::event::{Event, Recorded, Who};
use crate::practice::Practice;
use crate::refusal::Refusal;
use crate::{care_team, contact, enquiry};

/// What has happened with one client, folded.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Case {
    /// How the person is called and reached.
    pub contact: contact::Contact,
    /// How the journey began.
    pub enquiry: enquiry::Enquiry,
    /// Who of the practice walks with this person.
    pub care_team: care_team::CareTeam,
}

/// What somebody asks to be done about one client.
#[derive(Debug, Clone, PartialEq)]
pub enum Command {
    /// About the beginning of the journey.
    Enquiry(enquiry::Command),
    /// About who of the practice walks with the person.
    CareTeam(care_team::Command),
}

/// The circumstances under which a command is decided: all of time and place it may use.
#[derive(Debug, Clone, Copy)]
pub struct At<'a> {
    /// The server's time.
    pub now: Timestamp,
    /// When the act was done, as claimed; never after `now`.
    pub occurred_at: Timestamp,
    /// Who acts.
    pub by: Who,
    /// The practice in which it is done.
    pub practice: &'a Practice,
}

/// Decides a command: the facts that follow, or why not.
///
/// # Errors
/// A [`Refusal`] yields no event.
pub fn decide(case: &Case, command: &Command, at: &At<'_>) -> Result<Vec<Event>, Refusal> {
    match command {
        Command::Enquiry(command) => enquiry::decide(case, command, at),
        Command::CareTeam(command) => care_team::decide(case, command, at),
    }
}

impl Case {
    /// Takes one more fact in; never fails, also on what should not have happened.
    pub fn evolve(&mut self, recorded: &Recorded) {
        match &recorded.body {
            Event::Contact(event) => self.contact.evolve(event),
            Event::Enquiry(event) => self.enquiry.evolve(event, recorded),
            Event::CareTeam(event) => self.care_team.evolve(event),
            Event::Access(_) | Event::Practice(_) | Event::Staff(_) => {}
        }
    }

    /// Folds a whole history.
    pub fn folded<'a>(history: impl IntoIterator<Item = &'a Recorded>) -> Self {
        let mut case = Self::default();
        for recorded in history {
            case.evolve(recorded);
        }
        case
    }
}
