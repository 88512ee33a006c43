//! The words for places and sensations, and their values in forms.

use journey::integration::{BodyPlace, Sensation};

use crate::messages::Messages;
use crate::t;

/// A place of the body.
pub fn place(m: Messages, place: BodyPlace) -> String {
    match place {
        BodyPlace::Head => t!(m, "place-head"),
        BodyPlace::Face => t!(m, "place-face"),
        BodyPlace::Jaw => t!(m, "place-jaw"),
        BodyPlace::Throat => t!(m, "place-throat"),
        BodyPlace::Neck => t!(m, "place-neck"),
        BodyPlace::LeftShoulder => t!(m, "place-left-shoulder"),
        BodyPlace::RightShoulder => t!(m, "place-right-shoulder"),
        BodyPlace::Chest => t!(m, "place-chest"),
        BodyPlace::UpperBack => t!(m, "place-upper-back"),
        BodyPlace::LeftArm => t!(m, "place-left-arm"),
        BodyPlace::RightArm => t!(m, "place-right-arm"),
        BodyPlace::LeftHand => t!(m, "place-left-hand"),
        BodyPlace::RightHand => t!(m, "place-right-hand"),
        BodyPlace::Belly => t!(m, "place-belly"),
        BodyPlace::LowerBack => t!(m, "place-lower-back"),
        BodyPlace::Pelvis => t!(m, "place-pelvis"),
        BodyPlace::LeftLeg => t!(m, "place-left-leg"),
        BodyPlace::RightLeg => t!(m, "place-right-leg"),
        BodyPlace::LeftFoot => t!(m, "place-left-foot"),
        BodyPlace::RightFoot => t!(m, "place-right-foot"),
        BodyPlace::WholeBody => t!(m, "place-whole-body"),
    }
}

/// The value of a place in a form and in an address.
pub fn place_value(place: BodyPlace) -> &'static str {
    match place {
        BodyPlace::Head => "head",
        BodyPlace::Face => "face",
        BodyPlace::Jaw => "jaw",
        BodyPlace::Throat => "throat",
        BodyPlace::Neck => "neck",
        BodyPlace::LeftShoulder => "left-shoulder",
        BodyPlace::RightShoulder => "right-shoulder",
        BodyPlace::Chest => "chest",
        BodyPlace::UpperBack => "upper-back",
        BodyPlace::LeftArm => "left-arm",
        BodyPlace::RightArm => "right-arm",
        BodyPlace::LeftHand => "left-hand",
        BodyPlace::RightHand => "right-hand",
        BodyPlace::Belly => "belly",
        BodyPlace::LowerBack => "lower-back",
        BodyPlace::Pelvis => "pelvis",
        BodyPlace::LeftLeg => "left-leg",
        BodyPlace::RightLeg => "right-leg",
        BodyPlace::LeftFoot => "left-foot",
        BodyPlace::RightFoot => "right-foot",
        BodyPlace::WholeBody => "whole-body",
    }
}

/// A sensation, in a word.
pub fn sensation(m: Messages, sensation: Sensation) -> String {
    match sensation {
        Sensation::Warm => t!(m, "felt-warm"),
        Sensation::Cool => t!(m, "felt-cool"),
        Sensation::Tight => t!(m, "felt-tight"),
        Sensation::Soft => t!(m, "felt-soft"),
        Sensation::Tingling => t!(m, "felt-tingling"),
        Sensation::Heavy => t!(m, "felt-heavy"),
        Sensation::Light => t!(m, "felt-light"),
        Sensation::Floating => t!(m, "felt-floating"),
        Sensation::Trembling => t!(m, "felt-trembling"),
        Sensation::Pulsing => t!(m, "felt-pulsing"),
        Sensation::Numb => t!(m, "felt-numb"),
        Sensation::Open => t!(m, "felt-open"),
        Sensation::Aching => t!(m, "felt-aching"),
        Sensation::Burning => t!(m, "felt-burning"),
        Sensation::Still => t!(m, "felt-still"),
    }
}

/// The value of a sensation in a form.
pub fn sensation_value(sensation: Sensation) -> &'static str {
    match sensation {
        Sensation::Warm => "warm",
        Sensation::Cool => "cool",
        Sensation::Tight => "tight",
        Sensation::Soft => "soft",
        Sensation::Tingling => "tingling",
        Sensation::Heavy => "heavy",
        Sensation::Light => "light",
        Sensation::Floating => "floating",
        Sensation::Trembling => "trembling",
        Sensation::Pulsing => "pulsing",
        Sensation::Numb => "numb",
        Sensation::Open => "open",
        Sensation::Aching => "aching",
        Sensation::Burning => "burning",
        Sensation::Still => "still",
    }
}
