//! Two scales of the RAND 36-Item Health Survey 1.0: energy/fatigue and pain, over four weeks.

use super::definition::{
    Better, Choice, Item, ItemWords, MeaningfulChange, Reliability, ReliableChange, Scale, Scored, Scoring,
    Wording,
};
use crate::protocol::Certainty;

/// Energy/fatigue: items 23, 27, 29 and 31; higher is better (Hays 1993).
pub static RAND36_ENERGY: Scale = Scale {
    id: "rand-36-energy",
    version: "1",
    name: "RAND-36 energy",
    wordings: &[ENERGY_ENGLISH],
    look_back_days: 28,
    items: &ENERGY,
    scoring: Scoring::Mean,
    answered_min: 2,
    range: (0, 100),
    better: Better::Higher,
    bands: &[],
    bands_source: "",
    reliable_change: Some(ReliableChange {
        points: 23,
        reliability: Some(Reliability { hundredths: 86, sd_tenths: 224 }),
        source: "alpha .86, SD 22.4 in the Medical Outcomes Study",
        certainty: Certainty::M,
    }),
    meaningful_change: Some(MeaningfulChange {
        worse_points: 5,
        better_points: 10,
        source: "5 to 10 points",
        certainty: Certainty::M,
    }),
    response: None,
    clusters: None,
    limits_by_sex: None,
    risk: None,
    loinc_panel: None,
    loinc_score: None,
};

/// Pain: items 21 and 22; higher is less pain (Hays 1993).
pub static RAND36_PAIN: Scale = Scale {
    id: "rand-36-pain",
    version: "1",
    name: "RAND-36 pain",
    wordings: &[PAIN_ENGLISH],
    look_back_days: 28,
    items: &PAIN,
    scoring: Scoring::Mean,
    answered_min: 1,
    range: (0, 100),
    better: Better::Higher,
    bands: &[],
    bands_source: "",
    reliable_change: Some(ReliableChange {
        points: 33,
        reliability: Some(Reliability { hundredths: 78, sd_tenths: 255 }),
        source: "alpha .78, SD 25.5 in the Medical Outcomes Study",
        certainty: Certainty::M,
    }),
    meaningful_change: Some(MeaningfulChange {
        worse_points: 10,
        better_points: 10,
        source: "10 points",
        certainty: Certainty::M,
    }),
    response: None,
    clusters: None,
    limits_by_sex: None,
    risk: None,
    loinc_panel: None,
    loinc_score: None,
};

const DOWN_IN_FIFTHS: &[Choice] = &[
    Choice { code: 1, points: 100 },
    Choice { code: 2, points: 80 },
    Choice { code: 3, points: 60 },
    Choice { code: 4, points: 40 },
    Choice { code: 5, points: 20 },
    Choice { code: 6, points: 0 },
];
const UP_IN_FIFTHS: &[Choice] = &[
    Choice { code: 1, points: 0 },
    Choice { code: 2, points: 20 },
    Choice { code: 3, points: 40 },
    Choice { code: 4, points: 60 },
    Choice { code: 5, points: 80 },
    Choice { code: 6, points: 100 },
];
const DOWN_IN_QUARTERS: &[Choice] = &[
    Choice { code: 1, points: 100 },
    Choice { code: 2, points: 75 },
    Choice { code: 3, points: 50 },
    Choice { code: 4, points: 25 },
    Choice { code: 5, points: 0 },
];

const fn scored(number: u16, choices: &'static [Choice]) -> Item {
    Item { number, choices, scored: Scored::Counts, asked_if: None }
}

static ENERGY: [Item; 4] = [
    scored(23, DOWN_IN_FIFTHS),
    scored(27, DOWN_IN_FIFTHS),
    scored(29, UP_IN_FIFTHS),
    scored(31, UP_IN_FIFTHS),
];

static PAIN: [Item; 2] = [scored(21, DOWN_IN_FIFTHS), scored(22, DOWN_IN_QUARTERS)];

/// RAND's terms: this line stays, and what is changed is said to be ours.
const NOTICE: &str = "This survey was developed at RAND as part of the Medical Outcomes Study. Changed by Kapok: \
                      these items are taken from the 36 of the RAND 36-Item Health Survey 1.0.";
const SOURCE: &str = "RAND 36-Item Health Survey 1.0, held against four copies of the items and two of the \
                      scoring table; how many answers make a score is a default of this software, since RAND \
                      averages whatever was answered.";

const fn asked(text: &'static str) -> ItemWords {
    let choices = &[
        "All of the time",
        "Most of the time",
        "A good bit of the time",
        "Some of the time",
        "A little of the time",
        "None of the time",
    ];
    ItemWords { text, choices, ends: None }
}

const ENERGY_ENGLISH: Wording = Wording {
    language: "en",
    notice: NOTICE,
    source: SOURCE,
    lead: "These questions are about how you feel and how things have been with you during the past 4 weeks. For \
           each question, please give the one answer that comes closest to the way you have been feeling.",
    stem: "How much of the time during the past 4 weeks...",
    items: &[
        asked("Did you feel full of pep?"),
        asked("Did you have a lot of energy?"),
        asked("Did you feel worn out?"),
        asked("Did you feel tired?"),
    ],
};

const PAIN_ENGLISH: Wording = Wording {
    language: "en",
    notice: NOTICE,
    source: SOURCE,
    lead: "",
    stem: "",
    items: &[
        ItemWords {
            text: "How much bodily pain have you had during the past 4 weeks?",
            choices: &["None", "Very mild", "Mild", "Moderate", "Severe", "Very severe"],
            ends: None,
        },
        ItemWords {
            text: "During the past 4 weeks, how much did pain interfere with your normal work (including both \
                   work outside the home and housework)?",
            choices: &["Not at all", "A little bit", "Moderately", "Quite a bit", "Extremely"],
            ends: None,
        },
    ],
};
