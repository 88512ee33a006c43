//! Consent: clause by clause, said back, signed; narrowed or withdrawn at any moment.
//!
//! It can never be widened while the medicine works (`clinical.md` 4: the capacity to agree is
//! reduced then), and always be taken back.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use jiff::{Span, Timestamp};
use serde::{Deserialize, Serialize};

use crate::case::{At, Case};
use crate::event::{self, Recorded};
use crate::protocol::DoseTier;
use crate::refusal::Refusal;
use crate::text;

mod default;
mod document;
mod touch;

pub use default::DEFAULT;
pub use document::{Clause, ClauseStanding, Document, Words, document};
pub use touch::{SafetyTouch, Touch, TouchPlace};

/// What can be asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// Put a document before the client, for sessions up to a tier. Needs `Create` on `Consent`.
    Offer {
        /// Which document.
        document: String,
        /// Up to which depth.
        tier: DoseTier,
    },
    /// Agree to one clause and say it back. Needs `Amend` on `Consent`.
    Agree {
        /// Which clause.
        clause: String,
        /// What the client says back.
        said_back: String,
    },
    /// Do not agree to one clause, or no longer. Needs `Amend` on `Consent`.
    Decline {
        /// Which clause.
        clause: String,
        /// What the client says about it.
        words: Option<String>,
    },
    /// Sign what was agreed. Needs `Sign` on `Consent`.
    Sign {
        /// The name as the client signs it.
        name: String,
        /// The language it was read in.
        language: String,
        /// SHA-256 of [`Document::printed`] in that language, in hexadecimal digits.
        document_sha256: String,
    },
    /// Attest on the day that it still stands. Needs `Create` on `Consent`.
    Attest,
    /// Agree where touch is welcome. Needs `Amend` on `Consent`.
    AgreeTouch(Touch),
    /// Narrow touch to these places; none is none at all. Needs what [`Heard`] says.
    NarrowTouch {
        /// Where it is still welcome.
        places: BTreeSet<TouchPlace>,
        /// How it was said.
        heard: Heard,
    },
    /// Take consent back as a whole; always possible. Needs what [`Heard`] says.
    Withdraw {
        /// How it was said.
        heard: Heard,
        /// What the client says about it.
        words: Option<String>,
    },
}

/// How the client said that they take something back.
///
/// Only this decides which permission it needs, since it must never fail for want of one:
/// `Amend` on `Consent` for the client, `Create` for a person of the practice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Heard {
    /// On the client's own pages.
    FromClient,
    /// In the room, written down by a person of the practice.
    InTheRoom,
}

/// What has happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type")]
pub enum Event {
    /// A document was put before the client.
    ConsentOffered {
        /// Which document.
        document: String,
        /// Up to which depth.
        tier: DoseTier,
    },
    /// The client agreed to a clause.
    ClauseAgreed {
        /// Which clause.
        clause: String,
        /// What they said back.
        said_back: String,
    },
    /// The client did not agree to a clause.
    ClauseDeclined {
        /// Which clause.
        clause: String,
        /// What they said about it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        words: Option<String>,
    },
    /// The client signed.
    ConsentSigned {
        /// Which document.
        document: String,
        /// SHA-256 of what was read.
        document_sha256: String,
        /// The language it was read in.
        language: String,
        /// The name as it was signed.
        name: String,
        /// Up to which depth.
        tier: DoseTier,
        /// The last day on which it holds, in the practice's zone.
        valid_until: Date,
        /// The protocol version in force.
        protocol_number: u32,
    },
    /// The client attested on the day that it still stands.
    ConsentAttested,
    /// The client agreed where touch is welcome.
    TouchAgreed(Touch),
    /// The client narrowed where touch is welcome.
    TouchNarrowed {
        /// Where it still is.
        places: BTreeSet<TouchPlace>,
        /// How it was said.
        heard: Heard,
    },
    /// The client took consent back.
    ConsentWithdrawn {
        /// How it was said.
        heard: Heard,
        /// What they said about it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        words: Option<String>,
    },
}

/// A document that lies before the client.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Offer {
    /// Which document.
    pub document: String,
    /// Up to which depth.
    pub tier: DoseTier,
    /// Since when.
    pub offered_at: Timestamp,
}

/// The answer to one clause.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// Agreed, and said back.
    Agreed {
        /// What the client said back.
        said_back: String,
        /// When.
        at: Timestamp,
    },
    /// Not agreed.
    Declined {
        /// What the client said about it.
        words: Option<String>,
        /// When.
        at: Timestamp,
    },
}

/// A signed consent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Signed {
    /// Which document.
    pub document: String,
    /// SHA-256 of what was read.
    pub document_sha256: String,
    /// The language it was read in.
    pub language: String,
    /// The name as it was signed.
    pub name: String,
    /// Up to which depth.
    pub tier: DoseTier,
    /// When.
    pub signed_at: Timestamp,
    /// The last day on which it holds, in the practice's zone.
    pub valid_until: Date,
    /// The protocol version in force.
    pub protocol_number: u32,
    /// The clauses that are agreed now, data uses among them.
    pub agreed: BTreeSet<String>,
}

/// The consent as it stands.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Consent {
    /// The document that lies before the client and is not signed yet.
    pub offered: Option<Offer>,
    /// Answers to its clauses so far, by clause; those of the last signed one afterwards.
    pub answers: BTreeMap<String, Answer>,
    /// The newest signed consent, also after it was withdrawn.
    pub signed: Option<Signed>,
    /// When it was withdrawn; cleared by a new signature.
    pub withdrawn_at: Option<Timestamp>,
    /// When the client last attested that it still stands.
    pub attested_at: Option<Timestamp>,
    /// Where touch is welcome.
    pub touch: Touch,
    told: Vec<(Timestamp, Event)>,
}

/// Why a consent does not hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Lapse {
    /// None was signed.
    NotSigned,
    /// It was withdrawn.
    Withdrawn,
    /// A clause that it needs is no longer agreed.
    ClauseDeclined,
    /// Its time is over.
    Expired,
    /// It was signed under an older protocol.
    OlderProtocol,
    /// It covers a lower tier only.
    LowerTier,
}

impl Consent {
    /// The consent as it stood at an instant, from what is known today.
    pub fn as_of(&self, instant: Timestamp) -> Self {
        let mut then = Self::default();
        for (at, event) in self.told.iter().filter(|(at, _)| *at <= instant) {
            then.take(event, *at);
        }
        then
    }

    /// Whether the signed consent holds on a day of the practice's calendar.
    ///
    /// # Errors
    /// The first reason why it does not.
    pub fn current_on(&self, day: Date, protocol_number: u32) -> Result<&Signed, Lapse> {
        let signed = self.signed.as_ref().ok_or(Lapse::NotSigned)?;
        let required = document(&signed.document).into_iter().flat_map(Document::required);
        if self.withdrawn_at.is_some() {
            Err(Lapse::Withdrawn)
        } else if !required.into_iter().all(|clause| signed.agreed.contains(clause.id)) {
            Err(Lapse::ClauseDeclined)
        } else if day > signed.valid_until {
            Err(Lapse::Expired)
        } else if signed.protocol_number != protocol_number {
            Err(Lapse::OlderProtocol)
        } else {
            Ok(signed)
        }
    }

    /// As [`Consent::current_on`], and for sessions of this tier.
    ///
    /// # Errors
    /// The first reason why it does not hold.
    pub fn covers(&self, tier: DoseTier, day: Date, protocol_number: u32) -> Result<&Signed, Lapse> {
        let signed = self.current_on(day, protocol_number)?;
        if signed.tier < tier { Err(Lapse::LowerTier) } else { Ok(signed) }
    }

    /// Whether the client agrees to a data use or another free choice now.
    pub fn chose(&self, clause: &str) -> bool {
        let signed = self.signed.as_ref().filter(|_| self.withdrawn_at.is_none());
        signed.is_some_and(|signed| signed.agreed.contains(clause))
    }

    /// Whether the signed consent holds on a day, whatever protocol is in force by then.
    pub fn holds_on(&self, day: Date) -> bool {
        let signed_under = self.signed.as_ref().map(|signed| signed.protocol_number);
        signed_under.is_some_and(|number| self.current_on(day, number).is_ok())
    }

    /// The document that answers belong to now.
    pub fn open_document(&self) -> Option<&'static Document> {
        let offered = self.offered.as_ref().map(|offer| &offer.document);
        document(offered.or(self.signed.as_ref().map(|signed| &signed.document))?)
    }

    fn agreed(&self) -> impl Iterator<Item = &String> {
        let agreed = |answer: &Answer| matches!(answer, Answer::Agreed { .. });
        self.answers.iter().filter(move |(_, answer)| agreed(answer)).map(|(clause, _)| clause)
    }
}

/// Decides a command about consent.
///
/// # Errors
/// When it would widen consent under the medicine, or sign what is not agreed.
pub fn decide(case: &Case, command: &Command, at: &At<'_>) -> Result<Vec<event::Event>, Refusal> {
    let consent = &case.consent;
    if case.under_the_medicine() && widens(consent, command) {
        return Err(Refusal::NoWideningAfterDose);
    }
    let event = match command {
        Command::Offer { document: id, tier } => {
            document(id).ok_or(Refusal::NoSuchDocument)?;
            Event::ConsentOffered { document: id.clone(), tier: *tier }
        }
        Command::Agree { clause, said_back } => {
            let found = answerable(consent, clause)?;
            if consent.offered.is_none() && found.standing == ClauseStanding::Required {
                return Err(Refusal::ConsentNotOffered);
            }
            let said_back = text::paragraph(said_back)?.ok_or(Refusal::SayItBack)?;
            Event::ClauseAgreed { clause: clause.clone(), said_back }
        }
        Command::Decline { clause, words } => {
            answerable(consent, clause)?;
            let words = text::optional_paragraph(words.clone())?;
            Event::ClauseDeclined { clause: clause.clone(), words }
        }
        Command::Sign { name, language, document_sha256 } => {
            signed(consent, at, name, language, document_sha256)?
        }
        Command::Attest => {
            let signed = at.practice.protocol_in_force(at.now).ok_or(Refusal::NoProtocol)?;
            let today = at.practice.date_at(at.now);
            consent.current_on(today, signed.number).map_err(|_| Refusal::ConsentNotCurrent)?;
            Event::ConsentAttested
        }
        Command::AgreeTouch(touch) => Event::TouchAgreed(touch.clone()),
        Command::NarrowTouch { places, heard } => {
            if !places.is_subset(&consent.touch.places) {
                return Err(Refusal::NotNarrower);
            }
            Event::TouchNarrowed { places: places.clone(), heard: *heard }
        }
        Command::Withdraw { heard, words } => {
            let words = text::optional_paragraph(words.clone())?;
            Event::ConsentWithdrawn { heard: *heard, words }
        }
    };
    Ok(vec![event::Event::Consent(event)])
}

/// Whether a command would allow more than is allowed now.
fn widens(consent: &Consent, command: &Command) -> bool {
    match command {
        Command::AgreeTouch(touch) => touch.widens(&consent.touch),
        Command::Agree { .. } | Command::Sign { .. } | Command::Attest => true,
        Command::Offer { .. }
        | Command::Decline { .. }
        | Command::NarrowTouch { .. }
        | Command::Withdraw { .. } => false,
    }
}

fn answerable(consent: &Consent, clause: &str) -> Result<&'static Clause, Refusal> {
    let document = consent.open_document().ok_or(Refusal::ConsentNotOffered)?;
    document.clause(clause).ok_or(Refusal::NoSuchClause)
}

fn signed(
    consent: &Consent,
    at: &At<'_>,
    name: &str,
    language: &str,
    document_sha256: &str,
) -> Result<Event, Refusal> {
    let offer = consent.offered.as_ref().ok_or(Refusal::ConsentNotOffered)?;
    let document = document(&offer.document).ok_or(Refusal::NoSuchDocument)?;
    let agreed: BTreeSet<&str> = consent.agreed().map(String::as_str).collect();
    let missing = document.required().filter(|clause| !agreed.contains(clause.id)).count();
    if missing > 0 {
        return Err(Refusal::ClausesMissing { clauses: u32::try_from(missing).unwrap_or(u32::MAX) });
    }
    let protocol = at.practice.protocol_in_force(at.now).ok_or(Refusal::NoProtocol)?;
    let months = Span::new().try_months(protocol.protocol.consent.valid_months.value);
    let months = months.map_err(|_| Refusal::ValidityOutOfRange)?;
    Ok(Event::ConsentSigned {
        document: offer.document.clone(),
        document_sha256: document_sha256.to_owned(),
        language: text::line(language)?.unwrap_or_else(|| "en".to_owned()),
        name: text::line(name)?.ok_or(Refusal::NameMissing)?,
        tier: offer.tier,
        valid_until: at.practice.date_at(at.now).saturating_add(months),
        protocol_number: protocol.number,
    })
}

impl Consent {
    /// Takes one more fact in.
    pub fn evolve(&mut self, event: &Event, recorded: &Recorded) {
        self.told.push((recorded.occurred_at, event.clone()));
        self.take(event, recorded.occurred_at);
    }

    fn take(&mut self, event: &Event, at: Timestamp) {
        match event {
            Event::ConsentOffered { document, tier } => {
                self.offered = Some(Offer { document: document.clone(), tier: *tier, offered_at: at });
                self.answers.clear();
            }
            Event::ClauseAgreed { clause, said_back } => {
                let answer = Answer::Agreed { said_back: said_back.clone(), at };
                self.answers.insert(clause.clone(), answer);
                if let (None, Some(signed)) = (&self.offered, &mut self.signed) {
                    signed.agreed.insert(clause.clone());
                }
            }
            Event::ClauseDeclined { clause, words } => {
                let answer = Answer::Declined { words: words.clone(), at };
                self.answers.insert(clause.clone(), answer);
                if let Some(signed) = &mut self.signed {
                    signed.agreed.remove(clause);
                }
            }
            Event::ConsentSigned { .. } => self.sign(event, at),
            Event::ConsentAttested => self.attested_at = Some(at),
            Event::TouchAgreed(touch) => self.touch = touch.clone(),
            Event::TouchNarrowed { places, .. } => self.touch.places.clone_from(places),
            Event::ConsentWithdrawn { .. } => {
                self.withdrawn_at = Some(at);
                self.touch.places.clear();
            }
        }
    }

    fn sign(&mut self, event: &Event, at: Timestamp) {
        let Event::ConsentSigned {
            document,
            document_sha256,
            language,
            name,
            tier,
            valid_until,
            protocol_number,
        } = event
        else {
            return;
        };
        self.signed = Some(Signed {
            document: document.clone(),
            document_sha256: document_sha256.clone(),
            language: language.clone(),
            name: name.clone(),
            tier: *tier,
            signed_at: at,
            valid_until: *valid_until,
            protocol_number: *protocol_number,
            agreed: self.agreed().cloned().collect(),
        });
        self.offered = None;
        self.withdrawn_at = None;
    }
}

#[cfg(test)]
mod tests;
