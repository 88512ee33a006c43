//! ASQ: four questions on suicide, and a fifth on how acute it is.

use super::definition::{
    AskedIf, Band, Better, Choice, Item, ItemWords, RiskRule, Scale, Scored, Scoring, Wording,
};

/// The Ask Suicide-Screening Questions (Horowitz 2012, 2020).
pub static ASQ: Scale = Scale {
    id: "asq",
    version: "1",
    name: "ASQ",
    wordings: &[ENGLISH],
    // Three of the questions look back over weeks, one over a lifetime.
    look_back_days: 14,
    items: &ITEMS,
    scoring: Scoring::Screen,
    answered_min: 0,
    range: (0, 4),
    better: Better::Lower,
    bands: &[Band { from: 0, name: "negative" }, Band { from: 1, name: "positive" }],
    bands_source: "NIMH toolkit: any yes is positive; a yes to the fifth is acute",
    reliable_change: None,
    meaningful_change: None,
    response: None,
    clusters: None,
    limits_by_sex: None,
    risk: Some(RiskRule::Screen { items: &[1, 2, 3, 4], acuity: 5, yes: 1 }),
    loinc_panel: None,
    loinc_score: None,
};

/// What a positive screen with a yes to the fifth question is called.
pub(super) static ACUTE: Band = Band { from: 1, name: "acute" };

const NO_OR_YES: &[Choice] = &[Choice { code: 0, points: 0 }, Choice { code: 1, points: 1 }];

const fn scored(number: u16) -> Item {
    Item { number, choices: NO_OR_YES, scored: Scored::Counts, asked_if: None }
}

static ITEMS: [Item; 5] = [
    scored(1),
    scored(2),
    scored(3),
    scored(4),
    Item {
        number: 5,
        choices: NO_OR_YES,
        scored: Scored::Aside,
        asked_if: Some(AskedIf { items: &[1, 2, 3, 4], code_min: 1 }),
    },
];

const fn asked(text: &'static str) -> ItemWords {
    ItemWords { text, choices: &["No", "Yes"], ends: None }
}

const ENGLISH: Wording = Wording {
    language: "en",
    notice: "asQ, Ask Suicide-Screening Questions. National Institute of Mental Health (NIMH), asQ Suicide Risk \
             Screening Toolkit; free of charge.",
    source: "The asQ tool of the NIMH toolkit, held against seven copies. Codes are ours: 1 is yes. The toolkit's \
             pathway for youth counts a refusal as positive, that for adults does not by itself; here a question \
             left out always counts as positive, since what is missing is never a pass.",
    lead: "",
    stem: "",
    items: &[
        asked("In the past few weeks, have you wished you were dead?"),
        asked(
            "In the past few weeks, have you felt that you or your family would be better off if you were dead?",
        ),
        asked("In the past week, have you been having thoughts about killing yourself?"),
        asked("Have you ever tried to kill yourself?"),
        asked("Are you having thoughts of killing yourself right now?"),
    ],
};
