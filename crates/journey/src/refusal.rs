//! Refusals: ordinary answers that say what to do.

use serde::{Deserialize, Serialize};
use thiserror::Error;

/// Why a command was not accepted; each says what to do about it.
///
/// The text here is for logs and the terminal and names no person; pages show the message
/// whose key is [`Refusal::code`].
#[derive(Debug, Clone, PartialEq, Eq, Error, Serialize, Deserialize)]
#[serde(tag = "refusal", rename_all = "kebab-case")]
pub enum Refusal {
    /// A name is needed to speak to a person.
    #[error("write a name")]
    NameMissing,
    /// Neither mail address nor telephone number was given.
    #[error("give a mail address or a telephone number")]
    ReachMissing,
    /// The mail address cannot be one.
    #[error("check the mail address")]
    EmailInvalid,
    /// A text is longer than its field takes.
    #[error("shorten the text to {characters_max} characters")]
    TextTooLong {
        /// How many characters the field takes.
        characters_max: u32,
    },
    /// A reason is required for this act.
    #[error("write a reason")]
    ReasonMissing,
    /// The enquiry has been received before.
    #[error("this enquiry is already here")]
    EnquiryAlreadyReceived,
    /// There is no enquiry yet that could be answered.
    #[error("receive the enquiry first")]
    NoEnquiry,
    /// The enquiry was answered before.
    #[error("this enquiry has been answered; open the person's page")]
    EnquiryAlreadyAnswered,
    /// The practice has been founded before.
    #[error("this practice is already set up")]
    PracticeAlreadyFounded,
    /// The practice has not been founded.
    #[error("set up the practice first")]
    NoPractice,
    /// Someone else signs in with this mail address.
    #[error("another person signs in with this mail address")]
    EmailTaken,
    /// No such person works for the practice.
    #[error("choose a person of this practice")]
    NoSuchPerson,
    /// Nobody would be left to walk with the client.
    #[error("ask somebody else to join first")]
    LastOfCareTeam,
}

impl Refusal {
    /// The key under which pages find their message.
    pub fn code(&self) -> &'static str {
        match self {
            Self::NameMissing => "name-missing",
            Self::ReachMissing => "reach-missing",
            Self::EmailInvalid => "email-invalid",
            Self::TextTooLong { .. } => "text-too-long",
            Self::ReasonMissing => "reason-missing",
            Self::EnquiryAlreadyReceived => "enquiry-already-received",
            Self::NoEnquiry => "no-enquiry",
            Self::EnquiryAlreadyAnswered => "enquiry-already-answered",
            Self::PracticeAlreadyFounded => "practice-already-founded",
            Self::NoPractice => "no-practice",
            Self::EmailTaken => "email-taken",
            Self::NoSuchPerson => "no-such-person",
            Self::LastOfCareTeam => "last-of-care-team",
        }
    }
}
