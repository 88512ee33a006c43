//! Mental health and the use of substances.

use super::ladder::{Days, Ladder, Source, When, block, inform, nothing, warn};
use super::{Known, KnownFact};
use crate::protocol::Certainty;

const LABEL: Source = Source::Cited("Spravato US label: treat only if benefit outweighs risk", Certainty::S);
const TRIAL: Source = Source::Cited("PMC10812090: current psychosis or mania excluded", Certainty::S);
const FAMILY: Source = Source::Cited("not verified yet", Certainty::M);
const LITHIUM_OR_VALPROATE: Source =
    Source::Cited("Saligan 2016: bipolar trials kept lithium or valproate", Certainty::S);
const MISUSE: Source = Source::Cited("Spravato US label: abuse and misuse", Certainty::S);
const USE: Source = Source::Cited("PMC10812090; Spravato US label: weigh the risk of misuse", Certainty::S);
const ATTEMPT: Days = Days::Eligible(|figures| &figures.suicide_attempt_days_block);

pub(super) const LADDERS: [Ladder; 14] = [
    Ladder {
        concept: "psychosis",
        steps: &[
            block("psychosis-schizophrenia", When::Says("schizophrenia"), "mental-state", LABEL),
            warn("psychosis-past", When::Over, "mental-state", Source::Default),
            block("psychosis-date-unknown", When::History, "mental-state", LABEL).unknown(),
            block("psychosis-active", When::Always, "mental-state", LABEL),
        ],
    },
    Ladder {
        concept: "psychosis-in-family",
        steps: &[warn("psychosis-in-family-reported", When::Always, "family", FAMILY)],
    },
    Ladder {
        concept: "mania",
        steps: &[
            warn("mania-past", When::OverOrHistory, "mood-now", Source::Default),
            block("mania-active", When::Always, "mood-now", TRIAL),
        ],
    },
    Ladder {
        concept: "bipolar-disorder",
        steps: &[
            warn(
                "bipolar-disorder-mood-stabiliser",
                When::If(takes_a_mood_stabiliser),
                "mood-now",
                LITHIUM_OR_VALPROATE,
            ),
            warn(
                "bipolar-disorder-no-mood-stabiliser",
                When::Always,
                "mood-stabiliser",
                LITHIUM_OR_VALPROATE,
            )
            .unknown(),
        ],
    },
    Ladder {
        concept: "borderline-personality-disorder",
        steps: &[warn(
            "borderline-personality-disorder-known",
            When::Always,
            "two-signatures",
            Source::Default,
        )],
    },
    Ladder {
        concept: "dissociative-disorder",
        steps: &[warn("dissociative-disorder-known", When::Always, "two-signatures", Source::Default)],
    },
    Ladder {
        concept: "suicidal-ideation",
        steps: &[
            inform("suicidal-ideation-past", When::OverOrHistory, "risk", Source::Default),
            warn("suicidal-ideation-passive", When::SaysOfThisAlone("passive"), "risk", Source::Default),
            block("suicidal-ideation-intent-unknown", When::Always, "risk", Source::Default).unknown(),
        ],
    },
    Ladder {
        concept: "suicide-attempt",
        steps: &[
            block("suicide-attempt-date-unknown", When::Undated, "risk", Source::Limit(ATTEMPT)).unknown(),
            block("suicide-attempt-recent", When::Within(ATTEMPT), "risk", Source::Limit(ATTEMPT)),
            warn("suicide-attempt-past", When::Always, "risk", Source::Default),
        ],
    },
    Ladder {
        concept: "ketamine-use-disorder",
        steps: &[
            warn("ketamine-use-disorder-in-remission", When::Over, "use", MISUSE),
            block("ketamine-use-disorder-active", When::Always, "use", MISUSE),
        ],
    },
    Ladder {
        concept: "opioid-use-disorder",
        steps: &[
            warn("opioid-use-disorder-in-remission", When::Over, "use", USE),
            block("opioid-use-disorder-intoxicated", When::Says("intoxicated"), "sober", USE).by_new_fact(),
            warn("opioid-use-disorder-active", When::Always, "use", USE),
        ],
    },
    Ladder {
        concept: "alcohol-use-disorder",
        steps: &[
            warn("alcohol-use-disorder-in-remission", When::Over, "use", USE),
            block("alcohol-use-disorder-intoxicated", When::Says("intoxicated"), "sober", USE).by_new_fact(),
            warn("alcohol-use-disorder-active", When::Always, "use", USE),
        ],
    },
    Ladder {
        concept: "stimulant-use-disorder",
        steps: &[
            warn("stimulant-use-disorder-in-remission", When::Over, "use", USE),
            block("stimulant-use-disorder-intoxicated", When::Says("intoxicated"), "sober", USE)
                .by_new_fact(),
            warn("stimulant-use-disorder-active", When::Always, "use", USE),
        ],
    },
    Ladder {
        concept: "substance-use-disorder",
        steps: &[
            warn("substance-use-disorder-in-remission", When::Over, "use", USE),
            block("substance-use-disorder-intoxicated", When::Says("intoxicated"), "sober", USE)
                .by_new_fact(),
            warn("substance-use-disorder-active", When::Always, "use", USE),
        ],
    },
    Ladder {
        concept: "alcohol",
        steps: &[
            nothing(When::OverOrHistory),
            inform("alcohol-use-reported", When::Always, "use", Source::Default),
        ],
    },
];

fn takes_a_mood_stabiliser(known: &Known<'_>, _: &KnownFact<'_>) -> bool {
    ["lithium", "valproate", "lamotrigine"].into_iter().any(|concept| known.is_active(concept))
}
