//! Preparation: intentions, what safety feels like, anchors, signals, the way home.

use std::collections::BTreeMap;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::case::{At, Case};
use crate::event::{self, Recorded};
use crate::refusal::Refusal;
use crate::text;

mod readiness;

pub use readiness::{Need, Readiness, readiness};

/// Entries that one journey's preparation holds, those taken back included.
pub const ENTRIES_MAX: u32 = 1_000;

/// What can be asked; `Create` on `Preparation` unless said otherwise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// Write something down that the session can lean on.
    Write(Entry),
    /// Take back what was written. Needs `Amend` on `Preparation`.
    TakeBack {
        /// Which entry.
        number: u32,
    },
    /// Name who takes the client home, or who is with them that night.
    Arrange {
        /// For what.
        part: Companion,
        /// Who.
        person: Person,
    },
    /// Record that the client was told what to eat, drink and take on the day.
    TellFasting,
    /// Record that a preparation session took place.
    Hold {
        /// What it was about.
        words: Option<String>,
    },
}

/// One thing that was found together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "entry", rename_all = "snake_case")]
pub enum Entry {
    /// What the client turns towards, held lightly.
    Intention {
        /// In their own words.
        words: String,
    },
    /// What safety feels like, and where in the body.
    Safety {
        /// In their own words.
        words: String,
        /// Where in the body.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        place: Option<String>,
    },
    /// Something to come back to.
    Anchor {
        /// Which sort.
        kind: AnchorKind,
        /// In their own words.
        words: String,
    },
    /// An agreed sign.
    Signal {
        /// What is done.
        sign: String,
        /// What it means.
        meaning: String,
    },
    /// What helps when something hard comes.
    Help {
        /// When what comes.
        when: Hardship,
        /// What helps then.
        words: String,
    },
}

/// A sort of anchor.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AnchorKind {
    /// A way of breathing.
    Breath,
    /// An image.
    Image,
    /// A person.
    Person,
    /// A place.
    Place,
    /// A movement.
    Movement,
    /// A sound, a piece of music.
    Sound,
}

impl AnchorKind {
    /// Every sort, in the order in which it is offered.
    pub const ALL: [Self; 6] =
        [Self::Breath, Self::Image, Self::Person, Self::Place, Self::Movement, Self::Sound];
}

/// Something hard that may come.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Hardship {
    /// Fear.
    Fear,
    /// Not knowing where or who one is.
    Disorientation,
    /// A feeling that is very strong.
    StrongEmotion,
}

impl Hardship {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Fear, Self::Disorientation, Self::StrongEmotion];
}

/// What another person does for the client on the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Companion {
    /// Takes the client home.
    Escort,
    /// Is with the client that night.
    Night,
}

/// Somebody who is there for the client.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// Their name.
    pub name: String,
    /// Their telephone number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub phone: Option<String>,
}

/// What has happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type")]
pub enum Event {
    /// Something was written down.
    PreparationWritten {
        /// Its number on this journey, from 1.
        number: u32,
        /// What.
        entry: Entry,
    },
    /// Something was taken back.
    PreparationTakenBack {
        /// Which entry.
        number: u32,
    },
    /// Somebody was named.
    CompanionArranged {
        /// For what.
        part: Companion,
        /// Who.
        person: Person,
    },
    /// The client was told what to eat, drink and take on the day.
    FastingTold,
    /// A preparation session took place.
    PreparationHeld {
        /// What it was about.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        words: Option<String>,
    },
}

/// The preparation as it stands.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Preparation {
    /// What stands written, by number; what was taken back is not here.
    pub entries: BTreeMap<u32, Entry>,
    /// The highest number given so far.
    pub last_number: u32,
    /// Who is there on the day.
    pub companions: BTreeMap<Companion, Person>,
    /// When the client was told about food, drink and medicines.
    pub fasting_told_at: Option<Timestamp>,
    /// When preparation sessions took place, oldest first.
    pub held_at: Vec<Timestamp>,
}

impl Preparation {
    /// Intentions that stand, oldest first.
    pub fn intentions(&self) -> impl Iterator<Item = &str> {
        self.entries.values().filter_map(|entry| match entry {
            Entry::Intention { words } => Some(words.as_str()),
            _ => None,
        })
    }

    /// Anchors that stand, oldest first.
    pub fn anchors(&self) -> impl Iterator<Item = (AnchorKind, &str)> {
        self.entries.values().filter_map(|entry| match entry {
            Entry::Anchor { kind, words } => Some((*kind, words.as_str())),
            _ => None,
        })
    }

    /// Signals that stand, as sign and meaning, oldest first.
    pub fn signals(&self) -> impl Iterator<Item = (&str, &str)> {
        self.entries.values().filter_map(|entry| match entry {
            Entry::Signal { sign, meaning } => Some((sign.as_str(), meaning.as_str())),
            _ => None,
        })
    }

    /// What helps when something hard comes, oldest first.
    pub fn helps(&self) -> impl Iterator<Item = (Hardship, &str)> {
        self.entries.values().filter_map(|entry| match entry {
            Entry::Help { when, words } => Some((*when, words.as_str())),
            _ => None,
        })
    }
}

/// Decides a command of the preparation.
///
/// # Errors
/// When words are missing or too long, or an entry is not there.
pub fn decide(case: &Case, command: &Command, _at: &At<'_>) -> Result<Vec<event::Event>, Refusal> {
    let preparation = &case.preparation;
    let event = match command {
        Command::Write(entry) => {
            let number = preparation.last_number + 1;
            if number > ENTRIES_MAX {
                return Err(Refusal::TooMany);
            }
            Event::PreparationWritten { number, entry: entry.clone().checked()? }
        }
        Command::TakeBack { number } => {
            preparation.entries.get(number).ok_or(Refusal::NoSuchEntry)?;
            Event::PreparationTakenBack { number: *number }
        }
        Command::Arrange { part, person } => {
            let person = Person {
                name: text::line(&person.name)?.ok_or(Refusal::NameMissing)?,
                phone: text::optional_line(person.phone.clone())?,
            };
            Event::CompanionArranged { part: *part, person }
        }
        Command::TellFasting => Event::FastingTold,
        Command::Hold { words } => Event::PreparationHeld { words: text::optional_paragraph(words.clone())? },
    };
    Ok(vec![event::Event::Preparation(event)])
}

impl Entry {
    fn checked(self) -> Result<Self, Refusal> {
        let needed = |words: &str| text::paragraph(words)?.ok_or(Refusal::WordsMissing);
        Ok(match self {
            Self::Intention { words } => Self::Intention { words: needed(&words)? },
            Self::Safety { words, place } => {
                Self::Safety { words: needed(&words)?, place: text::optional_line(place)? }
            }
            Self::Anchor { kind, words } => Self::Anchor { kind, words: needed(&words)? },
            Self::Signal { sign, meaning } => {
                let sign = text::line(&sign)?.ok_or(Refusal::WordsMissing)?;
                Self::Signal { sign, meaning: text::line(&meaning)?.ok_or(Refusal::WordsMissing)? }
            }
            Self::Help { when, words } => Self::Help { when, words: needed(&words)? },
        })
    }
}

impl Preparation {
    /// Takes one more fact in.
    pub fn evolve(&mut self, event: &Event, recorded: &Recorded) {
        match event {
            Event::PreparationWritten { number, entry } => {
                self.last_number = self.last_number.max(*number);
                self.entries.insert(*number, entry.clone());
            }
            Event::PreparationTakenBack { number } => {
                self.entries.remove(number);
            }
            Event::CompanionArranged { part, person } => {
                self.companions.insert(*part, person.clone());
            }
            Event::FastingTold => self.fasting_told_at = Some(recorded.occurred_at),
            Event::PreparationHeld { .. } => self.held_at.push(recorded.occurred_at),
        }
    }
}

#[cfg(test)]
mod tests;
