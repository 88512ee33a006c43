//! Words for the experience, as data: codes that messages translate (`chart-<code>`).
//!
//! Three targets in each of four groups for every phase and tier, and more behind a second touch.
//! *Stillness* and *quiet* are full entries.

use super::charting::Group::{self, Body, Breath, Contact, Inner, Offered, Words};
use super::phase::Phase;
use crate::protocol::DoseTier;

/// One word of the vocabulary.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Word {
    /// The code, which never changes once released.
    pub code: &'static str,
    /// What it is about.
    pub group: Group,
}

const fn word(group: Group, code: &'static str) -> Word {
    Word { code, group }
}

/// Every word.
pub const WORDS: &[Word] = &[
    word(Breath, "breath-slow-deep"),
    word(Breath, "breath-slower"),
    word(Breath, "long-sigh"),
    word(Breath, "breath-held"),
    word(Breath, "breath-shallow"),
    word(Breath, "breath-rapid"),
    word(Breath, "breath-paused"),
    word(Breath, "breath-snoring"),
    word(Breath, "breath-gurgling"),
    word(Breath, "coughing"),
    word(Body, "stillness"),
    word(Body, "trembling"),
    word(Body, "tears"),
    word(Body, "warmth"),
    word(Body, "tingling"),
    word(Body, "lightness"),
    word(Body, "heaviness"),
    word(Body, "floating"),
    word(Body, "body-far"),
    word(Body, "body-dissolving"),
    word(Body, "weight-of-the-body"),
    word(Body, "a-hand-moving"),
    word(Body, "reaching"),
    word(Body, "stretching"),
    word(Body, "restless"),
    word(Body, "settled"),
    word(Body, "jaw-clenched"),
    word(Body, "sweating"),
    word(Body, "shivering"),
    word(Body, "saliva"),
    word(Body, "vomiting"),
    word(Body, "colour-change"),
    word(Body, "eyes-moving"),
    word(Body, "gaze-fixed"),
    word(Body, "cold"),
    word(Body, "tired"),
    word(Body, "hungry"),
    word(Inner, "quiet"),
    word(Inner, "a-feeling-rises"),
    word(Inner, "a-wave"),
    word(Inner, "memory"),
    word(Inner, "image"),
    word(Inner, "colours"),
    word(Inner, "shapes"),
    word(Inner, "soft-sight"),
    word(Inner, "time-changed"),
    word(Inner, "outside-time"),
    word(Inner, "peaceful-distance"),
    word(Inner, "space"),
    word(Inner, "unity"),
    word(Inner, "profound-stillness"),
    word(Inner, "expansion"),
    word(Inner, "connection"),
    word(Inner, "life-from-afar"),
    word(Inner, "symbolic-image"),
    word(Inner, "release"),
    word(Inner, "fear"),
    word(Inner, "lost"),
    word(Inner, "rising"),
    word(Inner, "cresting"),
    word(Inner, "ebbing"),
    word(Inner, "at-rest"),
    word(Inner, "tender"),
    word(Inner, "curious"),
    word(Inner, "clear"),
    word(Inner, "spacious"),
    word(Inner, "raw"),
    word(Words, "a-word"),
    word(Words, "first-words"),
    word(Words, "sound"),
    word(Contact, "hand-signal"),
    word(Contact, "speaks"),
    word(Contact, "listens-inward"),
    word(Contact, "asks-to-pause"),
    word(Contact, "eyes-open"),
    word(Contact, "wants-to-talk"),
    word(Contact, "wants-silence"),
    word(Offered, "voice"),
    word(Offered, "name-and-touch"),
    word(Offered, "breath-together"),
    word(Offered, "grounding-words"),
    word(Offered, "the-room"),
    word(Offered, "hand-as-agreed"),
    word(Offered, "turned-to-the-side"),
    word(Offered, "jaw-lifted"),
    word(Offered, "mouth-emptied"),
    word(Offered, "oxygen"),
    word(Offered, "music-changed"),
    word(Offered, "light-up"),
    word(Offered, "eye-mask-off"),
    word(Offered, "blanket"),
    word(Offered, "water"),
    word(Offered, "food"),
    word(Offered, "prescriber-called"),
    word(Offered, "emergency-called"),
];

/// One group of three targets.
pub type Targets = (Group, [&'static str; 3]);

const ARRIVING: [Targets; 4] = [
    (Breath, ["breath-slow-deep", "breath-shallow", "breath-rapid"]),
    (Body, ["settled", "restless", "jaw-clenched"]),
    (Inner, ["quiet", "curious", "fear"]),
    (Contact, ["speaks", "listens-inward", "wants-silence"]),
];

const HOLDING: [Targets; 4] = [
    (Breath, ["breath-slow-deep", "long-sigh", "coughing"]),
    (Body, ["settled", "saliva", "jaw-clenched"]),
    (Inner, ["quiet", "curious", "fear"]),
    (Offered, ["breath-together", "voice", "blanket"]),
];

const ONSET_LIGHT: [Targets; 4] = [
    (Breath, ["breath-slower", "long-sigh", "breath-shallow"]),
    (Body, ["warmth", "tingling", "lightness"]),
    (Inner, ["soft-sight", "a-feeling-rises", "quiet"]),
    (Contact, ["hand-signal", "speaks", "listens-inward"]),
];

const ONSET_DEEP: [Targets; 4] = [
    (Breath, ["breath-slower", "long-sigh", "breath-shallow"]),
    (Body, ["heaviness", "floating", "body-far"]),
    (Inner, ["rising", "fear", "quiet"]),
    (Contact, ["hand-signal", "speaks", "listens-inward"]),
];

const INWARD_LIGHT: [Targets; 4] = [
    (Breath, ["breath-slow-deep", "long-sigh", "breath-held"]),
    (Body, ["stillness", "trembling", "tears"]),
    (Inner, ["a-wave", "image", "quiet"]),
    (Contact, ["hand-signal", "speaks", "asks-to-pause"]),
];

const INWARD_DEEP: [Targets; 4] = [
    (Breath, ["breath-slow-deep", "long-sigh", "breath-paused"]),
    (Body, ["stillness", "trembling", "tears"]),
    (Inner, ["a-wave", "fear", "profound-stillness"]),
    (Contact, ["hand-signal", "speaks", "eyes-open"]),
];

const RETURNING: [Targets; 4] = [
    (Breath, ["breath-slow-deep", "long-sigh", "breath-shallow"]),
    (Body, ["a-hand-moving", "tired", "cold"]),
    (Inner, ["quiet", "tender", "clear"]),
    (Contact, ["speaks", "wants-to-talk", "wants-silence"]),
];

const GROUNDING: [Targets; 4] = [
    (Body, ["weight-of-the-body", "stretching", "cold"]),
    (Inner, ["clear", "spacious", "raw"]),
    (Contact, ["eyes-open", "wants-to-talk", "wants-silence"]),
    (Offered, ["grounding-words", "the-room", "blanket"]),
];

const CLOSING: [Targets; 4] = [
    (Body, ["weight-of-the-body", "tired", "hungry"]),
    (Inner, ["quiet", "tender", "curious"]),
    (Words, ["first-words", "a-word", "sound"]),
    (Offered, ["water", "food", "the-room"]),
];

/// The twelve targets of the room: four groups of three, by phase and tier.
pub fn targets(phase: Phase, tier: DoseTier) -> &'static [Targets; 4] {
    match (phase, tier) {
        (Phase::Arrival | Phase::Settling, _) => &ARRIVING,
        (Phase::Hold, _) => &HOLDING,
        (Phase::Onset, DoseTier::Psycholytic) => &ONSET_LIGHT,
        (Phase::Onset, DoseTier::Moderate) => &ONSET_DEEP,
        (Phase::Inward, DoseTier::Psycholytic) => &INWARD_LIGHT,
        (Phase::Inward, DoseTier::Moderate) => &INWARD_DEEP,
        (Phase::Return, _) => &RETURNING,
        (Phase::Grounding, _) => &GROUNDING,
        (Phase::Closing, _) => &CLOSING,
    }
}

/// The word of that code.
pub fn find(code: &str) -> Option<&'static Word> {
    WORDS.iter().find(|word| word.code == code)
}

/// Every word of a group, for the second touch.
pub fn of_group(group: Group) -> impl Iterator<Item = &'static Word> {
    WORDS.iter().filter(move |word| word.group == group)
}
