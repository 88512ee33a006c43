//! Links that open one thing for one client: that they were made and ended, never their secret.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::case::{At, Case};
use crate::event::{self, Recorded};
use crate::id::LinkId;
use crate::integration::CheckInId;
use crate::refusal::Refusal;

/// Links that one journey holds.
pub const LINKS_MAX: usize = 10_000;

/// What can be asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// Make a link. Needs `Create` on `Appointment`.
    Issue {
        /// Its id; the secret is kept elsewhere, as a hash.
        link: LinkId,
        /// What it opens.
        purpose: Purpose,
        /// When it ends by itself.
        expires_at: Timestamp,
    },
    /// End a link. Needs `Amend` on `Appointment`.
    Revoke {
        /// Which.
        link: LinkId,
    },
}

/// What a link opens; it opens nothing else.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "purpose", rename_all = "snake_case")]
pub enum Purpose {
    /// One check-in.
    CheckIn(CheckInId),
    /// The intake, until it is done.
    Intake,
    /// Reading and signing the consent.
    Consent,
    /// The client's own pages.
    Home,
}

/// What has happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type")]
pub enum Event {
    /// A link was made.
    LinkIssued {
        /// Its id.
        link: LinkId,
        /// What it opens.
        purpose: Purpose,
        /// When it ends by itself.
        expires_at: Timestamp,
    },
    /// A link was ended.
    LinkRevoked {
        /// Which.
        link: LinkId,
    },
}

/// One link as it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Link {
    /// What it opens.
    pub purpose: Purpose,
    /// When it was made.
    pub issued_at: Timestamp,
    /// When it ends by itself.
    pub expires_at: Timestamp,
    /// When it was ended, if it was.
    pub revoked_at: Option<Timestamp>,
}

impl Link {
    /// Whether it opens anything at an instant.
    pub fn is_open(&self, now: Timestamp) -> bool {
        self.revoked_at.is_none() && now < self.expires_at
    }
}

/// The links as they stand.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Links {
    /// All of them, the ended ones included.
    pub by_id: BTreeMap<LinkId, Link>,
}

/// Decides a command about links.
///
/// # Errors
/// When a link would be over before it begins, is there already, or is not there.
pub fn decide(case: &Case, command: &Command, at: &At<'_>) -> Result<Vec<event::Event>, Refusal> {
    let links = &case.links.by_id;
    let event = match command {
        Command::Issue { link, purpose, expires_at } => {
            if *expires_at <= at.now {
                return Err(Refusal::ValidityOutOfRange);
            }
            if links.contains_key(link) {
                return Err(Refusal::NothingNew);
            }
            if links.len() >= LINKS_MAX {
                return Err(Refusal::TooMany);
            }
            Event::LinkIssued { link: *link, purpose: *purpose, expires_at: *expires_at }
        }
        Command::Revoke { link } => {
            let open = links.get(link).is_some_and(|link| link.revoked_at.is_none());
            if !open {
                return Err(Refusal::NoSuchLink);
            }
            Event::LinkRevoked { link: *link }
        }
    };
    Ok(vec![event::Event::Link(event)])
}

impl Links {
    /// Takes one more fact in.
    pub fn evolve(&mut self, event: &Event, recorded: &Recorded) {
        match event {
            Event::LinkIssued { link, purpose, expires_at } => {
                let issued = Link {
                    purpose: *purpose,
                    issued_at: recorded.occurred_at,
                    expires_at: *expires_at,
                    revoked_at: None,
                };
                self.by_id.insert(*link, issued);
            }
            Event::LinkRevoked { link } => {
                if let Some(link) = self.by_id.get_mut(link) {
                    link.revoked_at = Some(recorded.occurred_at);
                }
            }
        }
    }
}
