//! Heart and vessels.

use super::ladder::{Days, Ladder, Source, When, block, warn};
use super::{Known, KnownFact};
use crate::protocol::Certainty;

const LABEL: Source = Source::Cited("Spravato US label: contraindicated", Certainty::S);
const EMERGENCY: Source = Source::Cited(
    "PMC7081852: acute coronary syndrome, decompensated heart failure, unstable dysrhythmia",
    Certainty::S,
);
const LABEL_PRESSURE: Source = Source::Cited("Spravato US label", Certainty::S);
const SIX_WEEKS: Days = Days::Weeks(|figures| &figures.cardiovascular_event_weeks_block);
const SIX_MONTHS: Days = Days::Weeks(|figures| &figures.cardiovascular_event_weeks_review);

pub(super) const LADDERS: [Ladder; 12] = [
    Ladder {
        concept: "aneurysm",
        steps: &[block("aneurysm-any-history", When::Always, "evidence", LABEL).by_correction()],
    },
    Ladder {
        concept: "arteriovenous-malformation",
        steps: &[
            block("arteriovenous-malformation-any-history", When::Always, "evidence", LABEL).by_correction()
        ],
    },
    Ladder {
        concept: "intracerebral-haemorrhage",
        steps: &[
            block("intracerebral-haemorrhage-any-history", When::Always, "evidence", LABEL).by_correction()
        ],
    },
    Ladder {
        concept: "myocardial-infarction",
        steps: &[
            block("myocardial-infarction-date-unknown", When::Undated, "when", Source::Default).unknown(),
            block("myocardial-infarction-recent", When::Within(SIX_WEEKS), "wait", Source::Limit(SIX_WEEKS))
                .by_new_fact(),
            block(
                "myocardial-infarction-review",
                When::Within(SIX_MONTHS),
                "review",
                Source::Limit(SIX_MONTHS),
            ),
            warn("myocardial-infarction-past", When::Always, "review", Source::Default),
        ],
    },
    Ladder {
        concept: "stroke",
        steps: &[
            block("stroke-recent", When::Within(SIX_WEEKS), "wait", Source::Limit(SIX_WEEKS)).by_new_fact(),
            block("stroke-type-unknown", When::If(of_unstated_type), "stroke-type", Source::Default)
                .unknown(),
            block("stroke-date-unknown", When::Undated, "when", Source::Default).unknown(),
            block("stroke-review", When::Within(SIX_MONTHS), "review", Source::Limit(SIX_MONTHS)),
            block("stroke-past", When::Always, "review", Source::Default),
        ],
    },
    Ladder {
        concept: "transient-ischaemic-attack",
        steps: &[
            block("transient-ischaemic-attack-date-unknown", When::Undated, "when", Source::Default)
                .unknown(),
            block(
                "transient-ischaemic-attack-recent",
                When::Within(SIX_WEEKS),
                "wait",
                Source::Limit(SIX_WEEKS),
            )
            .by_new_fact(),
            block(
                "transient-ischaemic-attack-review",
                When::Within(SIX_MONTHS),
                "review",
                Source::Limit(SIX_MONTHS),
            ),
            warn("transient-ischaemic-attack-past", When::Always, "review", Source::Default),
        ],
    },
    Ladder {
        concept: "unstable-angina",
        steps: &[
            block("unstable-angina-recent", When::Within(SIX_WEEKS), "wait", Source::Limit(SIX_WEEKS))
                .by_new_fact(),
            block("unstable-angina-review", When::Within(SIX_MONTHS), "review", Source::Limit(SIX_MONTHS)),
            warn("unstable-angina-past", When::Over, "review", Source::Default),
            block("unstable-angina-active", When::Always, "review", EMERGENCY),
        ],
    },
    Ladder {
        concept: "coronary-disease",
        steps: &[warn("coronary-disease-known", When::Always, "review", Source::Default)],
    },
    Ladder {
        concept: "heart-failure",
        steps: &[
            warn("heart-failure-past", When::Over, "review", Source::Default),
            block("heart-failure-decompensated", When::Says("uncontrolled"), "review", EMERGENCY),
            warn("heart-failure-controlled", When::SaysOfThisAlone("controlled"), "review", Source::Default),
            block("heart-failure-control-unknown", When::Always, "control", EMERGENCY).unknown(),
        ],
    },
    Ladder {
        concept: "arrhythmia",
        steps: &[
            block("arrhythmia-significant", When::Says("significant-rhythm"), "review", EMERGENCY),
            warn("arrhythmia-past", When::Over, "review", Source::Default),
            block("arrhythmia-uncontrolled", When::Says("uncontrolled"), "review", EMERGENCY),
            warn("arrhythmia-controlled", When::SaysOfThisAlone("controlled"), "review", Source::Default),
            block("arrhythmia-control-unknown", When::Always, "control", EMERGENCY).unknown(),
        ],
    },
    Ladder {
        concept: "valve-disease",
        steps: &[
            block("valve-disease-severe", When::Says("severe"), "review", Source::Default),
            warn("valve-disease-past", When::Over, "review", Source::Default),
            warn("valve-disease-mild", When::SaysOfThisAlone("mild"), "review", Source::Default),
            block("valve-disease-severity-unknown", When::Always, "severity", Source::Default).unknown(),
        ],
    },
    Ladder {
        concept: "hypertensive-encephalopathy",
        steps: &[block("hypertensive-encephalopathy-any-history", When::Always, "review", LABEL_PRESSURE)],
    },
];

/// A stroke that the record calls neither an infarct nor a bleed may have been a bleed.
fn of_unstated_type(_: &Known<'_>, fact: &KnownFact<'_>) -> bool {
    !fact.reading.says("ischaemic") && fact.reading.tense("intracerebral-haemorrhage").is_none()
}
