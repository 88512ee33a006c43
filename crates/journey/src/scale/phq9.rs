//! PHQ-9: nine items on low mood over two weeks, and one on what they cost, in the official English wording.

use super::definition::{Band, Choice, Item, ReliableChange, RiskItem, Scale, Scored, Scoring};

/// The PHQ-9; scoring, bands and codes as in `clinical.md` 5.
pub static PHQ9: Scale = Scale {
    id: "phq-9",
    version: "1",
    name: "PHQ-9",
    language: "en",
    notice: "Developed by Drs. Robert L. Spitzer, Janet B.W. Williams, Kurt Kroenke and colleagues, \
             with an educational grant from Pfizer Inc. No permission required to reproduce, translate, \
             display or distribute.",
    stem: "Over the last 2 weeks, how often have you been bothered by any of the following problems?",
    look_back_days: 14,
    items: &ITEMS,
    scoring: Scoring::Sum,
    answered_min: 9,
    range: (0, 27),
    bands: &[
        Band { from: 0, name: "minimal" },
        Band { from: 5, name: "mild" },
        Band { from: 10, name: "moderate" },
        Band { from: 15, name: "moderately-severe" },
        Band { from: 20, name: "severe" },
    ],
    reliable_change: Some(ReliableChange {
        points: 6,
        reliability_hundredths: 89,
        sd_tenths: 56,
        source: "1.96 x SD x sqrt(2) x sqrt(1 - alpha); SD not verified",
    }),
    risk: Some(RiskItem { item: 9, code_min: 1 }),
    loinc_panel: Some("44249-1"),
    loinc_score: Some("44261-6"),
};

const HOW_OFTEN: &[Choice] = &[
    Choice { code: 0, points: 0, text: "Not at all" },
    Choice { code: 1, points: 1, text: "Several days" },
    Choice { code: 2, points: 2, text: "More than half the days" },
    Choice { code: 3, points: 3, text: "Nearly every day" },
];

const HOW_DIFFICULT: &[Choice] = &[
    Choice { code: 0, points: 0, text: "Not difficult at all" },
    Choice { code: 1, points: 0, text: "Somewhat difficult" },
    Choice { code: 2, points: 0, text: "Very difficult" },
    Choice { code: 3, points: 0, text: "Extremely difficult" },
];

const fn scored(number: u16, text: &'static str) -> Item {
    Item { number, text, choices: HOW_OFTEN, scored: Scored::Counts }
}

static ITEMS: [Item; 10] = [
    scored(1, "Little interest or pleasure in doing things"),
    scored(2, "Feeling down, depressed, or hopeless"),
    scored(3, "Trouble falling or staying asleep, or sleeping too much"),
    scored(4, "Feeling tired or having little energy"),
    scored(5, "Poor appetite or overeating"),
    scored(
        6,
        "Feeling bad about yourself \u{2014} or that you are a failure or have let yourself or your family down",
    ),
    scored(7, "Trouble concentrating on things, such as reading the newspaper or watching television"),
    scored(
        8,
        "Moving or speaking so slowly that other people could have noticed? Or the opposite \u{2014} being \
         so fidgety or restless that you have been moving around a lot more than usual",
    ),
    scored(9, "Thoughts that you would be better off dead or of hurting yourself in some way"),
    Item {
        number: 10,
        text: "If you checked off any problems, how difficult have these problems made it for you to do \
               your work, take care of things at home, or get along with other people?",
        choices: HOW_DIFFICULT,
        scored: Scored::Aside,
    },
];
