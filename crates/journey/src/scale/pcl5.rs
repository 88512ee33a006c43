//! PCL-5: twenty items on what a very stressful experience left behind, over the past month.

use super::definition::{
    Band, Better, Choice, Cluster, Clusters, Item, ItemWords, MeaningfulChange, ReliableChange, Response,
    Scale, Scored, Scoring, Wording,
};
use crate::protocol::Certainty;

/// The PCL-5 without the Life Events Checklist (Weathers 2013).
pub static PCL5: Scale = Scale {
    id: "pcl-5",
    version: "1",
    name: "PCL-5",
    wordings: &[ENGLISH],
    look_back_days: 30,
    items: &ITEMS,
    scoring: Scoring::Sum,
    answered_min: 20,
    range: (0, 80),
    better: Better::Lower,
    bands: &[
        Band { from: 0, name: "below-cut" },
        Band { from: 31, name: "within-cut" },
        Band { from: 34, name: "above-cut" },
    ],
    bands_source: "National Center for PTSD: a cut between 31 and 33",
    reliable_change: Some(ReliableChange {
        points: 15,
        reliability: None,
        source: "Marx 2022: 15 to 18; the lower end, so that worsening is not missed",
        certainty: Certainty::S,
    }),
    meaningful_change: Some(MeaningfulChange {
        worse_points: 9,
        better_points: 12,
        source: "Blanchard 2023, 10.1002/jts.22975: 9 to 12",
        certainty: Certainty::S,
    }),
    response: Some(Response {
        percent: 50,
        source: "at least half of the first score gone, by convention",
        remission_below: Some(29),
        remission_source: "28 or less, Marx 2022",
    }),
    clusters: Some(Clusters {
        parts: &[
            Cluster { name: "B", items: &[1, 2, 3, 4, 5], symptoms_min: 1 },
            Cluster { name: "C", items: &[6, 7], symptoms_min: 1 },
            Cluster { name: "D", items: &[8, 9, 10, 11, 12, 13, 14], symptoms_min: 2 },
            Cluster { name: "E", items: &[15, 16, 17, 18, 19, 20], symptoms_min: 2 },
        ],
        code_min: 2,
        source: "National Center for PTSD: items of 2 and more; one B, one C, two D, two E",
    }),
    limits_by_sex: None,
    risk: None,
    loinc_panel: Some("101697-1"),
    loinc_score: Some("101698-9"),
};

const FIVE: &[Choice] = &[
    Choice { code: 0, points: 0 },
    Choice { code: 1, points: 1 },
    Choice { code: 2, points: 2 },
    Choice { code: 3, points: 3 },
    Choice { code: 4, points: 4 },
];

const fn scored(number: u16) -> Item {
    Item { number, choices: FIVE, scored: Scored::Counts, asked_if: None }
}

static ITEMS: [Item; 20] = [
    scored(1),
    scored(2),
    scored(3),
    scored(4),
    scored(5),
    scored(6),
    scored(7),
    scored(8),
    scored(9),
    scored(10),
    scored(11),
    scored(12),
    scored(13),
    scored(14),
    scored(15),
    scored(16),
    scored(17),
    scored(18),
    scored(19),
    scored(20),
];

const fn asked(text: &'static str) -> ItemWords {
    let choices = &["Not at all", "A little bit", "Moderately", "Quite a bit", "Extremely"];
    ItemWords { text, choices, ends: None }
}

const ENGLISH: Wording = Wording {
    language: "en",
    notice: "Weathers, F. W., Litz, B. T., Keane, T. M., Palmieri, P. A., Marx, B. P., & Schnurr, P. P. (2013). \
             The PTSD Checklist for DSM-5 (PCL-5) \u{2013} Standard. National Center for PTSD, U.S. Department \
             of Veterans Affairs. Made by staff of the US government; not copyrighted.",
    source: "The form of the National Center for PTSD, past month, without Criterion A, held against eight \
             copies; one British copy spells item 15 with -our, the original is taken.",
    lead: "Below is a list of problems that people sometimes have in response to a very stressful experience. \
           Please read each problem carefully and then circle one of the numbers to the right to indicate how \
           much you have been bothered by that problem in the past month.",
    stem: "In the past month, how much were you bothered by:",
    items: &[
        asked("Repeated, disturbing, and unwanted memories of the stressful experience?"),
        asked("Repeated, disturbing dreams of the stressful experience?"),
        asked(
            "Suddenly feeling or acting as if the stressful experience were actually happening again (as if \
             you were actually back there reliving it)?",
        ),
        asked("Feeling very upset when something reminded you of the stressful experience?"),
        asked(
            "Having strong physical reactions when something reminded you of the stressful experience (for \
             example, heart pounding, trouble breathing, sweating)?",
        ),
        asked("Avoiding memories, thoughts, or feelings related to the stressful experience?"),
        asked(
            "Avoiding external reminders of the stressful experience (for example, people, places, \
             conversations, activities, objects, or situations)?",
        ),
        asked("Trouble remembering important parts of the stressful experience?"),
        asked(
            "Having strong negative beliefs about yourself, other people, or the world (for example, having \
             thoughts such as: I am bad, there is something seriously wrong with me, no one can be trusted, \
             the world is completely dangerous)?",
        ),
        asked("Blaming yourself or someone else for the stressful experience or what happened after it?"),
        asked("Having strong negative feelings such as fear, horror, anger, guilt, or shame?"),
        asked("Loss of interest in activities that you used to enjoy?"),
        asked("Feeling distant or cut off from other people?"),
        asked(
            "Trouble experiencing positive feelings (for example, being unable to feel happiness or have \
             loving feelings for people close to you)?",
        ),
        asked("Irritable behavior, angry outbursts, or acting aggressively?"),
        asked("Taking too many risks or doing things that could cause you harm?"),
        asked("Being \u{201c}superalert\u{201d} or watchful or on guard?"),
        asked("Feeling jumpy or easily startled?"),
        asked("Having difficulty concentrating?"),
        asked("Trouble falling or staying asleep?"),
    ],
};
