//! The questions of a check-in, in our own words, and what can be answered.

use serde::{Deserialize, Serialize};

use crate::protocol::CheckIns;
use crate::refusal::Refusal;
use crate::text;

/// One question of a check-in (`clinical.md` 4 [D]); pages hold its words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Item {
    /// Hours slept last night.
    SleepHours,
    /// Mood, 0-10, higher is better.
    Mood,
    /// Energy, 0-10, higher is more.
    Energy,
    /// Pain, 0-10, higher is worse.
    Pain,
    /// Anxiety, 0-10, higher is worse.
    Anxiety,
    /// How I relate to my body, and to pain; apart from how strong the pain is.
    RelationToBody,
    /// New trouble with passing water.
    UrinarySymptom,
    /// Wanting more of the medicine.
    Craving,
    /// A medicine or supplement begun, stopped or changed since this was last answered.
    MedicineChanged,
    /// Thoughts of harming myself.
    HarmThoughts,
    /// Anything else.
    Words,
}

impl Item {
    /// Every question, in the order in which it is asked.
    pub const ALL: [Self; 11] = [
        Self::SleepHours,
        Self::Mood,
        Self::Energy,
        Self::Pain,
        Self::Anxiety,
        Self::RelationToBody,
        Self::UrinarySymptom,
        Self::Craving,
        Self::MedicineChanged,
        Self::HarmThoughts,
        Self::Words,
    ];

    /// Its name in a protocol.
    pub fn name(self) -> &'static str {
        match self {
            Self::SleepHours => "sleep_hours",
            Self::Mood => "mood",
            Self::Energy => "energy",
            Self::Pain => "pain",
            Self::Anxiety => "anxiety",
            Self::RelationToBody => "relation_to_body",
            Self::UrinarySymptom => "urinary_symptom",
            Self::Craving => "craving",
            Self::MedicineChanged => "medicine_changed",
            Self::HarmThoughts => "harm_thoughts",
            Self::Words => "words",
        }
    }
}

/// The answer to one question.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "answer", rename_all = "snake_case")]
pub enum Answer {
    /// Whole hours, 0-24.
    Hours {
        /// How many.
        hours: u8,
    },
    /// A number from 0 to 10.
    Rating {
        /// Which.
        rating: u8,
    },
    /// Yes or no.
    YesOrNo {
        /// Which.
        says: YesOrNo,
    },
    /// Whether something was changed, and what.
    Changed {
        /// Which.
        says: YesOrNo,
        /// What it was, as they call it; they need not say.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        which: Option<String>,
    },
    /// The client's own words.
    Words {
        /// The words.
        words: String,
    },
    /// The client skipped the question.
    Skipped,
}

/// Yes or no.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum YesOrNo {
    /// Yes.
    Yes,
    /// No.
    No,
}

impl Answer {
    /// Whether it says yes.
    pub fn is_yes(&self) -> bool {
        matches!(self, Self::YesOrNo { says: YesOrNo::Yes } | Self::Changed { says: YesOrNo::Yes, .. })
    }

    /// Holds an answer against its question.
    pub(super) fn checked(self, item: Item) -> Result<Self, Refusal> {
        match (item, self) {
            (_, Self::Skipped) => Ok(Self::Skipped),
            (Item::SleepHours, Self::Hours { hours }) if hours <= 24 => Ok(Self::Hours { hours }),
            (Item::Mood | Item::Energy | Item::Pain | Item::Anxiety, Self::Rating { rating })
                if rating <= 10 =>
            {
                Ok(Self::Rating { rating })
            }
            (Item::UrinarySymptom | Item::Craving | Item::HarmThoughts, Self::YesOrNo { says }) => {
                Ok(Self::YesOrNo { says })
            }
            (Item::MedicineChanged, Self::Changed { says, which }) => {
                Ok(Self::Changed { says, which: text::optional_line(which)? })
            }
            (Item::RelationToBody | Item::Words, Self::Words { words }) => {
                let words = text::paragraph(&words)?.ok_or(Refusal::WordsMissing)?;
                Ok(Self::Words { words })
            }
            _ => Err(Refusal::AnswerInvalid),
        }
    }
}

/// What is asked on one day after a session.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DayQuestions {
    /// The client's day after the dose.
    pub day: i64,
    /// The questions, in the order in which they are asked.
    pub items: Vec<Item>,
}

/// The questions of a day; every one under a protocol that names none.
///
/// Whether somebody has thoughts of harming themselves is asked on every day, whatever the list says.
pub fn asked_on(day: u16, figures: Option<&CheckIns>) -> Vec<Item> {
    let lists = figures.and_then(|figures| figures.questions.as_ref());
    let Some(list) = lists.and_then(|lists| lists.value.iter().find(|one| one.day == i64::from(day))) else {
        return Item::ALL.to_vec();
    };
    let mut items = list.items.clone();
    if !items.contains(&Item::HarmThoughts) {
        items.push(Item::HarmThoughts);
    }
    items
}
