//! AUDIT-C: three items on alcohol over the past year.

use super::definition::{
    AskedIf, Band, Better, Choice, Item, ItemWords, LimitsBySex, Scale, Scored, Scoring, Wording,
};

/// The AUDIT-C (Bush 1998).
pub static AUDIT_C: Scale = Scale {
    id: "audit-c",
    version: "1",
    name: "AUDIT-C",
    wordings: &[ENGLISH],
    look_back_days: 365,
    items: &ITEMS,
    scoring: Scoring::Sum,
    answered_min: 3,
    range: (0, 12),
    better: Better::Lower,
    bands: &[
        Band { from: 0, name: "below-limits" },
        Band { from: 3, name: "limit-for-women" },
        Band { from: 4, name: "limit-for-all" },
    ],
    bands_source: "from 3 for women, from 4 for men: US Core on PMID 12695273",
    reliable_change: None,
    meaningful_change: None,
    response: None,
    clusters: None,
    limits_by_sex: Some(LimitsBySex {
        women: 3,
        men: 4,
        first_item: 1,
        source: "US Core on PMID 12695273: where all points come from the first question, likely within limits; ask",
    }),
    risk: None,
    loinc_panel: Some("72109-2"),
    loinc_score: Some("75626-2"),
};

const FIVE: &[Choice] = &[
    Choice { code: 0, points: 0 },
    Choice { code: 1, points: 1 },
    Choice { code: 2, points: 2 },
    Choice { code: 3, points: 3 },
    Choice { code: 4, points: 4 },
];

/// Who never drinks is asked no more.
const IF_EVER: Option<AskedIf> = Some(AskedIf { items: &[1], code_min: 1 });

static ITEMS: [Item; 3] = [
    Item { number: 1, choices: FIVE, scored: Scored::Counts, asked_if: None },
    Item { number: 2, choices: FIVE, scored: Scored::Counts, asked_if: IF_EVER },
    Item { number: 3, choices: FIVE, scored: Scored::Counts, asked_if: IF_EVER },
];

const ENGLISH: Wording = Wording {
    language: "en",
    notice: "AUDIT-C: the first three questions of the Alcohol Use Disorders Identification Test, World Health \
             Organization, 2001. WHO allows free reproduction, not for sale and not for commercial use; SAMHSA \
             calls the AUDIT-C public domain.",
    source: "AUDIT of the WHO manual (2001), self-report, held against seven copies. The interview form prints \
             \u{201c}7, 8, or 9\u{201d}; the US Veterans' form adds \u{201c}in the past year\u{201d} and a choice of no \
             drinks; the self-report form is taken.",
    lead: "",
    stem: "",
    items: &[
        ItemWords {
            text: "How often do you have a drink containing alcohol?",
            choices: &[
                "Never",
                "Monthly or less",
                "2 to 4 times a month",
                "2 to 3 times a week",
                "4 or more times a week",
            ],
            ends: None,
        },
        ItemWords {
            text: "How many drinks containing alcohol do you have on a typical day when you are drinking?",
            choices: &["1 or 2", "3 or 4", "5 or 6", "7 to 9", "10 or more"],
            ends: None,
        },
        ItemWords {
            text: "How often do you have six or more drinks on one occasion?",
            choices: &["Never", "Less than monthly", "Monthly", "Weekly", "Daily or almost daily"],
            ends: None,
        },
    ],
};
