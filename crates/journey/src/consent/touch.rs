//! Where touch is welcome; nowhere, unless somebody said so before the medicine.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

/// A part of the body.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TouchPlace {
    /// Hands.
    Hands,
    /// Forearms.
    Forearms,
    /// Shoulders.
    Shoulders,
    /// Upper back.
    UpperBack,
    /// Forehead and head.
    Head,
    /// Feet.
    Feet,
}

impl TouchPlace {
    /// Every place, in the order in which it is asked.
    pub const ALL: [Self; 6] =
        [Self::Hands, Self::Forearms, Self::Shoulders, Self::UpperBack, Self::Head, Self::Feet];
}

/// Touch that keeps a person from harm: the airway, a fall.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SafetyTouch {
    /// Not spoken about yet.
    #[default]
    NotSpokenAbout,
    /// Explained and understood.
    Understood,
    /// Explained and not agreed; then no dose can be planned without talking about it.
    NotAgreed,
}

/// Where touch is welcome, and whether safety touch was explained.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Touch {
    /// Where it is welcome when it is asked for; empty is nowhere.
    #[serde(default)]
    pub places: BTreeSet<TouchPlace>,
    /// Touch that keeps from harm, apart from all other.
    #[serde(default)]
    pub safety: SafetyTouch,
}

impl Touch {
    /// Whether this allows anything that `now` does not.
    pub fn widens(&self, now: &Self) -> bool {
        let safety = self.safety == SafetyTouch::Understood && now.safety != SafetyTouch::Understood;
        safety || !self.places.is_subset(&now.places)
    }
}
