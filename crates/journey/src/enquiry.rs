//! The enquiry: somebody asks, and the practice answers.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::care_team;
use crate::case::{At, Case};
use crate::contact::{self, Details};
use crate::event::{self, Recorded};
use crate::refusal::Refusal;
use crate::text;

/// What can be asked.
#[derive(Debug, Clone, PartialEq)]
pub enum Command {
    /// Receive an enquiry from a public page, or one that came by telephone.
    Receive {
        /// How the person is called and reached.
        details: Details,
        /// What brings them, in their own words.
        brings: Option<String>,
    },
    /// Invite the person to a consultation; whoever invites walks with them from here on.
    Invite,
    /// Answer that this practice is not the place now.
    Decline {
        /// The reason, in words the person may read.
        reason: String,
    },
}

/// What has happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type")]
pub enum Event {
    /// An enquiry was received.
    EnquiryReceived {
        /// What brings the person, in their own words.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        brings: Option<String>,
    },
    /// The person was invited to a consultation.
    ConsultationOffered,
    /// The practice answered that it is not the place now.
    EnquiryDeclined {
        /// The reason, in words the person may read.
        reason: String,
    },
}

/// Where an enquiry stands.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Standing {
    /// Nothing has been received.
    #[default]
    None,
    /// Received, and waiting for an answer.
    Waiting,
    /// Answered by an invitation.
    Invited,
    /// Answered by a refusal.
    Declined,
}

/// The enquiry as it stands.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Enquiry {
    /// Where it stands.
    pub standing: Standing,
    /// When it was received.
    pub received_at: Option<Timestamp>,
    /// When it was answered.
    pub answered_at: Option<Timestamp>,
    /// What brings the person, in their own words.
    pub brings: Option<String>,
    /// Why it was declined.
    pub declined_because: Option<String>,
}

/// Decides an enquiry's command.
///
/// # Errors
/// When there is nothing to answer, or it has been answered.
pub fn decide(case: &Case, command: &Command, at: &At<'_>) -> Result<Vec<event::Event>, Refusal> {
    let standing = case.enquiry.standing;
    match command {
        Command::Receive { details, brings } => {
            if standing != Standing::None {
                return Err(Refusal::EnquiryAlreadyReceived);
            }
            let details = details.clone().checked()?;
            let brings = text::optional_paragraph(brings.clone())?;
            Ok(vec![
                event::Event::Contact(contact::Event::ContactGiven(details)),
                event::Event::Enquiry(Event::EnquiryReceived { brings }),
            ])
        }
        Command::Invite => {
            waiting(standing)?;
            let mut events = vec![event::Event::Enquiry(Event::ConsultationOffered)];
            events.extend(care_team::joining(case, at.by));
            Ok(events)
        }
        Command::Decline { reason } => {
            waiting(standing)?;
            let reason = text::paragraph(reason)?.ok_or(Refusal::ReasonMissing)?;
            Ok(vec![event::Event::Enquiry(Event::EnquiryDeclined { reason })])
        }
    }
}

fn waiting(standing: Standing) -> Result<(), Refusal> {
    match standing {
        Standing::Waiting => Ok(()),
        Standing::None => Err(Refusal::NoEnquiry),
        Standing::Invited | Standing::Declined => Err(Refusal::EnquiryAlreadyAnswered),
    }
}

impl Enquiry {
    /// Takes one more fact in.
    pub fn evolve(&mut self, event: &Event, recorded: &Recorded) {
        match event {
            Event::EnquiryReceived { brings } => {
                self.standing = Standing::Waiting;
                self.received_at = Some(recorded.occurred_at);
                self.brings = brings.clone();
            }
            Event::ConsultationOffered => {
                self.standing = Standing::Invited;
                self.answered_at = Some(recorded.occurred_at);
            }
            Event::EnquiryDeclined { reason } => {
                self.standing = Standing::Declined;
                self.answered_at = Some(recorded.occurred_at);
                self.declined_because = Some(reason.clone());
            }
        }
    }
}
