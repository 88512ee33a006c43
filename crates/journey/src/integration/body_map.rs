//! The body map: where something is felt, which sensation, how strong; before, during and after.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::event::Who;
use crate::id::SessionId;
use crate::refusal::Refusal;

/// The strongest that a sensation can be said to be; the weakest is 0.
pub const STRENGTH_MAX: u8 = 10;

/// A place of the body; left and right are the person's own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "each is the place that it is called")]
pub enum BodyPlace {
    Head,
    Face,
    Jaw,
    Throat,
    Neck,
    LeftShoulder,
    RightShoulder,
    Chest,
    UpperBack,
    LeftArm,
    RightArm,
    LeftHand,
    RightHand,
    Belly,
    LowerBack,
    Pelvis,
    LeftLeg,
    RightLeg,
    LeftFoot,
    RightFoot,
    WholeBody,
}

/// A sensation, in a word; no word is better than another.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[expect(missing_docs, reason = "each is the word that it is called")]
pub enum Sensation {
    Warm,
    Cool,
    Tight,
    Soft,
    Tingling,
    Heavy,
    Light,
    Floating,
    Trembling,
    Pulsing,
    Numb,
    Open,
    Aching,
    Burning,
    Still,
}

/// When it was felt, as told from a medicine session.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Moment {
    /// Before a session, or with none in sight.
    Before,
    /// During one, told by the person afterwards or noticed with them.
    During,
    /// After one.
    After,
}

/// One entry of the map.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mapped {
    /// Where.
    pub place: BodyPlace,
    /// What is felt there.
    pub sensation: Sensation,
    /// How strong, from 0 to 10.
    pub strength: u8,
    /// When it was felt.
    pub moment: Moment,
    /// The session that it belongs to, where there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub session: Option<SessionId>,
}

/// One entry as it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BodyEntry {
    /// Its number on this journey, from 1.
    pub number: u32,
    /// When it was told.
    pub at: Timestamp,
    /// Who told it.
    pub by: Who,
    /// What was told.
    pub mapped: Mapped,
}

impl BodyPlace {
    /// Every place, from the head down; the whole body last.
    pub const ALL: [Self; 21] = [
        Self::Head,
        Self::Face,
        Self::Jaw,
        Self::Throat,
        Self::Neck,
        Self::LeftShoulder,
        Self::RightShoulder,
        Self::Chest,
        Self::UpperBack,
        Self::LeftArm,
        Self::RightArm,
        Self::LeftHand,
        Self::RightHand,
        Self::Belly,
        Self::LowerBack,
        Self::Pelvis,
        Self::LeftLeg,
        Self::RightLeg,
        Self::LeftFoot,
        Self::RightFoot,
        Self::WholeBody,
    ];
}

impl Sensation {
    /// Every word, in the order in which it is offered.
    pub const ALL: [Self; 15] = [
        Self::Warm,
        Self::Cool,
        Self::Tight,
        Self::Soft,
        Self::Tingling,
        Self::Heavy,
        Self::Light,
        Self::Floating,
        Self::Trembling,
        Self::Pulsing,
        Self::Numb,
        Self::Open,
        Self::Aching,
        Self::Burning,
        Self::Still,
    ];
}

impl Moment {
    /// Every moment in its order.
    pub const ALL: [Self; 3] = [Self::Before, Self::During, Self::After];
}

impl Mapped {
    pub(super) fn checked(self) -> Result<Self, Refusal> {
        if self.strength <= STRENGTH_MAX { Ok(self) } else { Err(Refusal::AnswerInvalid) }
    }
}
