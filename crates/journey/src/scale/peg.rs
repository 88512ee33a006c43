//! PEG: three items on pain and what it keeps from, over the past week.

use super::definition::{
    Band, Better, Choice, Item, ItemWords, MeaningfulChange, Reliability, ReliableChange, Scale, Scored,
    Scoring, Wording,
};
use crate::protocol::Certainty;

/// The PEG (Krebs 2009).
pub static PEG: Scale = Scale {
    id: "peg",
    version: "1",
    name: "PEG",
    wordings: &[ENGLISH],
    look_back_days: 7,
    items: &ITEMS,
    scoring: Scoring::Mean,
    answered_min: 3,
    range: (0, 10),
    better: Better::Lower,
    bands: &[
        Band { from: 0, name: "mild" },
        Band { from: 4, name: "moderate" },
        Band { from: 7, name: "severe" },
    ],
    bands_source: "below 4, 4 to below 7, from 7; read on secondary pages",
    reliable_change: Some(ReliableChange {
        points: 2,
        reliability: Some(Reliability { hundredths: 89, sd_tenths: 22 }),
        source: "alpha .89 (Krebs 2009), SD 2.2",
        certainty: Certainty::M,
    }),
    meaningful_change: Some(MeaningfulChange {
        worse_points: 1,
        better_points: 1,
        source: "Reed 2024, 10.1016/j.jpain.2023.07.028: about 1 point",
        certainty: Certainty::S,
    }),
    response: None,
    clusters: None,
    limits_by_sex: None,
    risk: None,
    loinc_panel: Some("91148-7"),
    loinc_score: Some("91147-9"),
};

const ELEVEN: &[Choice] = &[
    Choice { code: 0, points: 0 },
    Choice { code: 1, points: 1 },
    Choice { code: 2, points: 2 },
    Choice { code: 3, points: 3 },
    Choice { code: 4, points: 4 },
    Choice { code: 5, points: 5 },
    Choice { code: 6, points: 6 },
    Choice { code: 7, points: 7 },
    Choice { code: 8, points: 8 },
    Choice { code: 9, points: 9 },
    Choice { code: 10, points: 10 },
];

const fn scored(number: u16) -> Item {
    Item { number, choices: ELEVEN, scored: Scored::Counts, asked_if: None }
}

static ITEMS: [Item; 3] = [scored(1), scored(2), scored(3)];

const NUMBERS: &[&str] = &["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10"];

const ENGLISH: Wording = Wording {
    language: "en",
    notice: "PEG scale: Krebs EE, Lorenz KA, Bair MJ, et al. Development and initial validation of the PEG, a \
             three-item scale assessing pain intensity and interference. J Gen Intern Med 2009;24:733-738. \
             Derived from the Brief Pain Inventory.",
    source: "Figure 1 of Krebs 2009, held against four copies. LOINC 91148-7 turns the second and third \
             question round; the figure is taken.",
    lead: "",
    stem: "",
    items: &[
        ItemWords {
            text: "What number best describes your pain on average in the past week?",
            choices: NUMBERS,
            ends: Some(("No pain", "Pain as bad as you can imagine")),
        },
        ItemWords {
            text: "What number best describes how, during the past week, pain has interfered with your \
                   enjoyment of life?",
            choices: NUMBERS,
            ends: Some(("Does not interfere", "Completely interferes")),
        },
        ItemWords {
            text: "What number best describes how, during the past week, pain has interfered with your \
                   general activity?",
            choices: NUMBERS,
            ends: Some(("Does not interfere", "Completely interferes")),
        },
    ],
};
