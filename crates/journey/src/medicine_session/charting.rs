//! Charting by one touch: what shows, what was offered, slowing down; and how it is put right.

use serde::{Deserialize, Serialize};

use super::chart::{Chart, Charted};
use super::vocabulary;
use crate::consent::{Touch, TouchPlace};
use crate::protocol::Protocol;
use crate::refusal::Refusal;
use crate::text;

/// What a charted word is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Group {
    /// How the breath goes.
    Breath,
    /// What the body shows.
    Body,
    /// What goes on within, as far as it shows or is said.
    Inner,
    /// What the client said.
    Words,
    /// Contact and signals.
    Contact,
    /// What was offered.
    Offered,
}

impl Group {
    /// Every group.
    pub const ALL: [Self; 6] =
        [Self::Breath, Self::Body, Self::Inner, Self::Words, Self::Contact, Self::Offered];

    /// The group as it is spelled in messages.
    pub fn code(self) -> &'static str {
        match self {
            Self::Breath => "breath",
            Self::Body => "body",
            Self::Inner => "inner",
            Self::Words => "words",
            Self::Contact => "contact",
            Self::Offered => "offered",
        }
    }
}

/// How strong it is; left out unless somebody says so.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Strength {
    /// Light.
    Light,
    /// Clear.
    Clear,
    /// Strong.
    Strong,
}

/// One charted word: a code of the vocabulary, or own words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChartEntry {
    /// What it is about.
    pub group: Group,
    /// The code, if it is of the vocabulary.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<String>,
    /// Own words, beside the code or in its place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub words: Option<String>,
    /// How strong.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub strength: Option<Strength>,
}

/// What arose before they slowed down.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Arose {
    /// Fear.
    Fear,
    /// Not knowing where one is.
    Disorientation,
    /// A strong emotion.
    StrongEmotion,
    /// A memory.
    Memory,
    /// Something in the body.
    Body,
}

/// What was offered while they slowed down.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Offer {
    /// A voice.
    Voice,
    /// The breath.
    Breath,
    /// The ground.
    Ground,
    /// A hand, as agreed.
    Hand,
    /// Music, or its end.
    Music,
    /// Light.
    Light,
    /// Nothing: being there.
    Nothing,
}

impl Arose {
    /// Everything there is to choose from.
    pub const ALL: [Self; 5] =
        [Self::Fear, Self::Disorientation, Self::StrongEmotion, Self::Memory, Self::Body];
}

impl Offer {
    /// Everything there is to choose from.
    pub const ALL: [Self; 7] =
        [Self::Voice, Self::Breath, Self::Ground, Self::Hand, Self::Music, Self::Light, Self::Nothing];
}

/// Slowing down: one touch is enough, and it is no adverse event.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SlowDown {
    /// What arose.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub arose: Option<Arose>,
    /// What was offered.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub offered: Vec<Offer>,
    /// What came.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub came: Option<String>,
}

/// Who stopped a session early.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stopper {
    /// The client, who needs no reason.
    Client,
    /// The therapist.
    Therapist,
}

impl ChartEntry {
    /// Checks the code against the vocabulary and tidies own words.
    ///
    /// # Errors
    /// When it says nothing, or the code is unknown or of another group.
    pub fn checked(self) -> Result<Self, Refusal> {
        let words = text::optional_line(self.words)?;
        if let Some(code) = &self.code {
            let word = vocabulary::find(code).ok_or(Refusal::WordUnknown)?;
            if word.group != self.group {
                return Err(Refusal::WordUnknown);
            }
        }
        if self.code.is_none() && words.is_none() {
            return Err(Refusal::WordsMissing);
        }
        Ok(Self { words, ..self })
    }
}

impl Charted {
    /// Checks what is charted as if it were charted now; also what a correction puts in.
    ///
    /// # Errors
    /// When a value cannot be, a word is unknown, or a text is missing or too long.
    pub(super) fn checked(self, protocol: Option<&Protocol>) -> Result<Self, Refusal> {
        Ok(match self {
            Self::VitalsTaken(vitals) => Self::VitalsTaken(vitals.checked(protocol)?),
            Self::EntryCharted(entry) => Self::EntryCharted(entry.checked()?),
            Self::SlowedDown(slow) => {
                Self::SlowedDown(SlowDown { came: text::optional_paragraph(slow.came)?, ..slow })
            }
            Self::StoppedEarly { by, words } => {
                Self::StoppedEarly { by, words: text::optional_paragraph(words)? }
            }
            Self::NoteWritten { text } => Self::NoteWritten { text: written(&text)? },
            Self::MedicinesReconciled { changes } => {
                Self::MedicinesReconciled { changes: text::optional_paragraph(changes)? }
            }
            Self::RiskAssessed { finding, words } => {
                Self::RiskAssessed { finding, words: text::optional_paragraph(words)? }
            }
            Self::EscortConfirmed { name } => {
                Self::EscortConfirmed { name: text::line(&name)?.ok_or(Refusal::NameMissing)? }
            }
            Self::PrescriberReachable { how } => {
                Self::PrescriberReachable { how: text::line(&how)?.ok_or(Refusal::WordsMissing)? }
            }
            Self::VitalsDeferred { reason } => {
                Self::VitalsDeferred { reason: text::line(&reason)?.ok_or(Refusal::ReasonMissing)? }
            }
            Self::DayAnswered(answers) if answers.is_empty() => return Err(Refusal::WordsMissing),
            Self::KitChecked { items } if items.is_empty() => return Err(Refusal::WordsMissing),
            Self::AldreteScored(score) => Self::AldreteScored(score.checked()?),
            Self::HoldEnded { minutes, end } => {
                Self::HoldEnded { minutes: between("hold_minutes", minutes, 0, HOLD_MINUTES_MAX)?, end }
            }
            Self::RecheckAsked { minutes } => {
                let high = protocol.map_or(HOLD_MINUTES_MAX, Protocol::recheck_minutes_max);
                Self::RecheckAsked { minutes: between("recheck_minutes", minutes, 1, high)? }
            }
            Self::EnteredInError { .. } | Self::Corrected { .. } => return Err(Refusal::NoSuchEntry),
            other => other,
        })
    }
}

/// Whether something charted is touch that is not agreed: worth a look, and no error.
pub fn touch_without_agreement(charted: &Charted, agreed: &Touch) -> bool {
    let hands_agreed = agreed.places.contains(&TouchPlace::Hands);
    match charted {
        Charted::EntryCharted(entry) => match entry.code.as_deref() {
            Some("hand-as-agreed") => !hands_agreed,
            Some("name-and-touch") => agreed.places.is_empty(),
            _ => false,
        },
        Charted::SlowedDown(slow_down) => slow_down.offered.contains(&Offer::Hand) && !hands_agreed,
        _ => false,
    }
}

/// Longest time that a lozenge can be said to have been held; beyond it is a slip of the finger.
const HOLD_MINUTES_MAX: i64 = 120;

fn between(field: &str, value: i64, low: i64, high: i64) -> Result<i64, Refusal> {
    if (low..=high).contains(&value) {
        Ok(value)
    } else {
        Err(Refusal::ValueImpossible { field: field.to_owned(), value, low, high })
    }
}

fn written(words: &str) -> Result<String, Refusal> {
    text::paragraph(words)?.ok_or(Refusal::WordsMissing)
}

/// Puts an entry right: the same kind of fact, checked like a new one.
///
/// # Errors
/// When there is no such entry, or it was another kind of fact.
pub(super) fn corrected(
    chart: Option<&Chart>,
    event: crate::EventId,
    new: &Charted,
    protocol: Option<&Protocol>,
) -> Result<Charted, Refusal> {
    let standing = chart.and_then(|chart| chart.find(event)).ok_or(Refusal::NoSuchEntry)?;
    let new = new.clone().checked(protocol)?;
    if std::mem::discriminant(&standing.charted) == std::mem::discriminant(&new) {
        Ok(new)
    } else {
        Err(Refusal::CorrectionOfAnotherKind)
    }
}
