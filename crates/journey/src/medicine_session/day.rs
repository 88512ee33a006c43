//! The checks of the day: everything that counts for this visit only.

use std::collections::BTreeSet;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::chart::{Charted, Entry};
use crate::event::Who;
use crate::id::StaffId;

/// What the risk assessment of the day found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RiskFinding {
    /// Nothing that speaks against today.
    NoConcern,
    /// Something was said, it was talked through, and today is safe.
    TalkedThrough,
    /// Not today.
    NotToday,
}

/// When something was last taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "taken", rename_all = "snake_case")]
pub enum LastTaken {
    /// At that time.
    At {
        /// When.
        at: Timestamp,
    },
    /// Not in the last days, or never.
    LongAgo,
}

/// A pregnancy test of the day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PregnancyTest {
    /// Negative.
    Negative,
    /// Positive.
    Positive,
    /// Cannot be pregnant; the prescriber's record says why.
    DoesNotApply,
}

/// The questions of the day; what is `None` was not asked.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DayAnswers {
    /// The last food.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub food: Option<LastTaken>,
    /// The last fluid.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fluid: Option<LastTaken>,
    /// The last alcohol or cannabis.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub alcohol_or_cannabis: Option<LastTaken>,
    /// Intoxicated or in withdrawal.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub intoxicated: Option<bool>,
    /// Fever, or an infection of the airway.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub infection: Option<bool>,
    /// Vomiting today.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub vomiting: Option<bool>,
    /// A pregnancy test today.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub pregnancy_test: Option<PregnancyTest>,
}

impl DayAnswers {
    /// Whether nothing was answered.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    fn take_in(&mut self, newer: &Self) {
        self.food = newer.food.or(self.food);
        self.fluid = newer.fluid.or(self.fluid);
        self.alcohol_or_cannabis = newer.alcohol_or_cannabis.or(self.alcohol_or_cannabis);
        self.intoxicated = newer.intoxicated.or(self.intoxicated);
        self.infection = newer.infection.or(self.infection);
        self.vomiting = newer.vomiting.or(self.vomiting);
        self.pregnancy_test = newer.pregnancy_test.or(self.pregnancy_test);
    }

    /// The latest time that an answer names, which cannot lie ahead.
    pub(super) fn latest(&self) -> Option<Timestamp> {
        let taken = [self.food, self.fluid, self.alcohol_or_cannabis].into_iter().flatten();
        taken.filter_map(LastTaken::at).max()
    }
}

impl LastTaken {
    /// When, if it was lately.
    pub fn at(self) -> Option<Timestamp> {
        match self {
            Self::At { at } => Some(at),
            Self::LongAgo => None,
        }
    }
}

/// What lies ready in the room.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum KitItem {
    /// Pulse oximeter.
    PulseOximeter,
    /// Automatic blood pressure cuff.
    BloodPressureCuff,
    /// Second cuff, by hand.
    SecondCuff,
    /// Oxygen and mask.
    Oxygen,
    /// Bag-valve-mask.
    BagValveMask,
    /// Oral airway.
    OralAirway,
    /// Suction.
    Suction,
    /// Basin.
    Basin,
    /// Defibrillator.
    Defibrillator,
    /// Glucose meter.
    GlucoseMeter,
    /// Medicines for the prescriber's order, in date.
    EmergencyMedicines,
    /// Emergency card, on paper.
    EmergencyCard,
}

impl KitItem {
    /// Every item.
    pub const ALL: [Self; 12] = [
        Self::PulseOximeter,
        Self::BloodPressureCuff,
        Self::SecondCuff,
        Self::Oxygen,
        Self::BagValveMask,
        Self::OralAirway,
        Self::Suction,
        Self::Basin,
        Self::Defibrillator,
        Self::GlucoseMeter,
        Self::EmergencyMedicines,
        Self::EmergencyCard,
    ];

    /// Without these no dose is authorised `[D]`: oximeter, cuff, oxygen, bag-valve-mask.
    pub const NEEDED: [Self; 4] =
        [Self::PulseOximeter, Self::BloodPressureCuff, Self::Oxygen, Self::BagValveMask];

    /// The item as it is spelled in messages.
    pub fn code(self) -> &'static str {
        match self {
            Self::PulseOximeter => "pulse-oximeter",
            Self::BloodPressureCuff => "blood-pressure-cuff",
            Self::SecondCuff => "second-cuff",
            Self::Oxygen => "oxygen",
            Self::BagValveMask => "bag-valve-mask",
            Self::OralAirway => "oral-airway",
            Self::Suction => "suction",
            Self::Basin => "basin",
            Self::Defibrillator => "defibrillator",
            Self::GlucoseMeter => "glucose-meter",
            Self::EmergencyMedicines => "emergency-medicines",
            Self::EmergencyCard => "emergency-card",
        }
    }
}

/// When and by whom something was done this visit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Done {
    /// When.
    pub at: Timestamp,
    /// By whom.
    pub by: Who,
}

/// The checks of the day as they stand; `None` is not done.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Day {
    /// Identity was confirmed.
    pub identity: Option<Done>,
    /// The medicines were reconciled.
    pub medicines: Option<Done>,
    /// What has changed in the medicines.
    pub medicines_changes: Option<String>,
    /// The risk was assessed, with its finding.
    pub risk: Option<(Done, RiskFinding)>,
    /// The questions of the day.
    pub answers: DayAnswers,
    /// When a pregnancy test was last answered for.
    pub pregnancy_test_at: Option<Timestamp>,
    /// Who takes the client home.
    pub escort: Option<String>,
    /// What was ticked to be ready.
    pub kit: BTreeSet<KitItem>,
    /// Who watches the vital signs.
    pub monitor: Option<StaffId>,
    /// How the prescriber can be reached.
    pub prescriber: Option<String>,
}

impl Day {
    /// Reads the checks out of what stands, in the order of time.
    pub fn of(standing: &[Entry]) -> Self {
        let mut day = Self::default();
        for entry in standing {
            day.take_in(entry);
        }
        day
    }

    /// What is needed of the kit and was not ticked.
    pub fn kit_missing(&self) -> Vec<KitItem> {
        KitItem::NEEDED.into_iter().filter(|item| !self.kit.contains(item)).collect()
    }

    fn take_in(&mut self, entry: &Entry) {
        let done = Done { at: entry.occurred_at, by: entry.by };
        match &entry.charted {
            Charted::IdentityConfirmed => self.identity = Some(done),
            Charted::MedicinesReconciled { changes } => {
                self.medicines = Some(done);
                self.medicines_changes.clone_from(changes);
            }
            Charted::RiskAssessed { finding, .. } => self.risk = Some((done, *finding)),
            Charted::DayAnswered(answers) => {
                self.answers.take_in(answers);
                if answers.pregnancy_test.is_some() {
                    self.pregnancy_test_at = Some(done.at);
                }
            }
            Charted::EscortConfirmed { name } => self.escort = Some(name.clone()),
            Charted::KitChecked { items } => self.kit.extend(items),
            Charted::MonitorAssigned { monitor } => self.monitor = Some(*monitor),
            Charted::PrescriberReachable { how } => self.prescriber = Some(how.clone()),
            _ => {}
        }
    }
}
