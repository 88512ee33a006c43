//! The rest of the body, pregnancy and allergies included.

use super::ladder::{Ladder, Source, When, block, inform, nothing, warn};
use super::{Known, KnownFact};
use crate::protocol::Certainty;

const LABEL: Source = Source::Cited("Spravato US label", Certainty::S);
const CONTRAINDICATED: Source = Source::Cited("Spravato US label: contraindicated", Certainty::S);
const FETUS: Source = Source::Cited("Spravato US label: not recommended, may harm the fetus", Certainty::S);
const MILK: Source = Source::Cited("Spravato US label: do not breast-feed during treatment", Certainty::S);
const LIVER: Source = Source::Cited("Spravato US label 8.6: severe liver disease not studied", Certainty::S);
const THYROID: Source =
    Source::Cited("Swiss and German ketamine product texts; EU Spravato leaflet", Certainty::S);
const BLADDER: Source =
    Source::Cited("Spravato US label; Chang, Juruena, Young 2024, 10.1186/s12888-023-05468-3", Certainty::S);
const BREATHING: Source = Source::Cited("summary of the CPSBC draft standard", Certainty::S2);
const PORPHYRIA: Source =
    Source::Cited("UK Specialist Pharmacy Service: ketamine unsafe in acute porphyria", Certainty::S2);

pub(super) const LADDERS: [Ladder; 16] = [
    Ladder {
        concept: "ketamine-hypersensitivity",
        steps: &[
            block(
                "ketamine-hypersensitivity-excipient",
                When::If(is_to_an_excipient),
                "evidence",
                Source::Default,
            )
            .by_correction(),
            block("ketamine-hypersensitivity-any-history", When::Always, "evidence", CONTRAINDICATED)
                .by_correction(),
        ],
    },
    Ladder {
        concept: "hyperthyroidism",
        steps: &[
            warn("hyperthyroidism-past", When::Over, "thyroid", Source::Default),
            block("hyperthyroidism-uncontrolled", When::Says("uncontrolled"), "thyroid", THYROID),
            warn("hyperthyroidism-controlled", When::If(thyroid_test_is_normal), "thyroid", Source::Default),
            warn(
                "hyperthyroidism-controlled",
                When::SaysOfThisAlone("controlled"),
                "thyroid",
                Source::Default,
            ),
            block("hyperthyroidism-control-unknown", When::Always, "thyroid", THYROID).unknown(),
        ],
    },
    Ladder {
        concept: "pregnancy",
        steps: &[nothing(When::OverOrHistory), block("pregnancy-active", When::Always, "pregnancy", FETUS)],
    },
    Ladder {
        concept: "breast-feeding",
        steps: &[
            nothing(When::OverOrHistory),
            block("breast-feeding-active", When::Always, "breast-feeding", MILK),
        ],
    },
    Ladder {
        concept: "liver-disease",
        steps: &[
            block("liver-disease-severe", When::Says("liver-severe"), "liver", LIVER),
            nothing(When::Over),
            warn("liver-disease-mild", When::SaysOfThisAlone("mild"), "liver", LIVER),
            block("liver-disease-severity-unknown", When::Always, "liver", LIVER).unknown(),
        ],
    },
    Ladder {
        concept: "ketamine-cystitis",
        steps: &[block("ketamine-cystitis-any-history", When::Always, "bladder", BLADDER)],
    },
    Ladder {
        concept: "cystitis",
        steps: &[
            nothing(When::If(is_from_ketamine)),
            inform("cystitis-past", When::OverOrHistory, "bladder-cause", BLADDER),
            block("cystitis-cause-unknown", When::Always, "bladder-cause", BLADDER).unknown(),
        ],
    },
    Ladder {
        concept: "haematuria",
        steps: &[
            nothing(When::OverOrHistory),
            warn("haematuria-explained", When::SaysOfThisAlone("explained"), "bladder", BLADDER),
            block("haematuria-unexplained", When::Always, "bladder-cause", BLADDER),
        ],
    },
    Ladder {
        concept: "urinary-symptoms",
        steps: &[
            nothing(When::OverOrHistory),
            warn("urinary-symptoms-active", When::Always, "bladder", LABEL),
        ],
    },
    Ladder {
        concept: "copd",
        steps: &[
            warn("copd-past", When::Over, "severity", Source::Default),
            block("copd-severe", When::Says("severe"), "severity", BREATHING),
            warn("copd-mild", When::SaysOfThisAlone("mild"), "severity", Source::Default),
            block("copd-severity-unknown", When::Always, "severity", BREATHING).unknown(),
        ],
    },
    Ladder {
        concept: "sleep-apnoea",
        steps: &[
            warn("sleep-apnoea-past", When::Over, "sleep-apnoea", Source::Default),
            block("sleep-apnoea-untreated", When::Says("uncontrolled"), "sleep-apnoea", BREATHING),
            warn(
                "sleep-apnoea-treated",
                When::SaysOfThisAlone("controlled"),
                "sleep-apnoea",
                Source::Default,
            ),
            warn("sleep-apnoea-mild", When::SaysOfThisAlone("mild"), "sleep-apnoea", Source::Default),
            block("sleep-apnoea-treatment-unknown", When::Always, "sleep-apnoea", BREATHING).unknown(),
        ],
    },
    Ladder {
        concept: "home-oxygen",
        steps: &[nothing(When::Over), block("home-oxygen-active", When::Always, "decide", BREATHING)],
    },
    Ladder {
        concept: "airway-infection",
        steps: &[
            nothing(When::OverOrHistory),
            block("airway-infection-active", When::Always, "today", Source::Default).by_new_fact(),
        ],
    },
    Ladder {
        concept: "vomiting",
        steps: &[
            nothing(When::OverOrHistory),
            block("vomiting-active", When::Always, "today", Source::Default).by_new_fact(),
        ],
    },
    Ladder {
        concept: "acute-porphyria",
        steps: &[block("acute-porphyria-any-history", When::Always, "decide", PORPHYRIA)],
    },
    Ladder {
        concept: "porphyria",
        steps: &[
            nothing(When::If(is_acute_porphyria)),
            warn("porphyria-not-acute", When::If(is_of_the_skin), "porphyria", PORPHYRIA),
            block("porphyria-type-unknown", When::Always, "porphyria", PORPHYRIA).unknown(),
        ],
    },
];

/// Whether the record names a part of the lozenge, and not the medicine.
fn is_to_an_excipient(_: &Known<'_>, fact: &KnownFact<'_>) -> bool {
    let names_it = |text: &str| text.to_lowercase().contains("ketamin");
    let displays = fact.fact.codes.iter().filter_map(|code| code.display.as_deref());
    fact.reading.says("excipient") && !displays.chain([fact.fact.text.as_str()]).any(names_it)
}

fn thyroid_test_is_normal(known: &Known<'_>, _: &KnownFact<'_>) -> bool {
    super::tests_of_blood::thyroid_is_normal(known)
}

fn is_from_ketamine(_: &Known<'_>, fact: &KnownFact<'_>) -> bool {
    fact.reading.tense("ketamine-cystitis").is_some()
}

/// Porphyria cutanea tarda is stated, and is none of the acute ones.
fn is_of_the_skin(_: &Known<'_>, fact: &KnownFact<'_>) -> bool {
    let text = fact.fact.text.to_lowercase();
    text.contains("cutanea tarda") || text.contains("cutánea tarda")
}

fn is_acute_porphyria(_: &Known<'_>, fact: &KnownFact<'_>) -> bool {
    fact.reading.tense("acute-porphyria").is_some()
}
