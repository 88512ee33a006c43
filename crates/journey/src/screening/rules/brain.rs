//! Brain, nerves and eyes.

use super::ladder::{Days, Ladder, Source, When, block, nothing, warn};
use crate::protocol::Certainty;

const LABEL: Source = Source::Cited("Spravato US label: raised intracranial pressure", Certainty::S);
const COGNITION: Source = Source::Cited("a clinic's exclusion list: neurocognitive disorder", Certainty::S2);
const HEAD_INJURY: Days = Days::Finding(|figures| &figures.head_injury_days_block);

pub(super) const LADDERS: [Ladder; 9] = [
    Ladder {
        concept: "raised-intracranial-pressure",
        steps: &[
            warn("raised-intracranial-pressure-past", When::Over, "image", Source::Default),
            block("raised-intracranial-pressure-active", When::Always, "image", LABEL),
        ],
    },
    Ladder {
        concept: "head-injury",
        steps: &[
            block("head-injury-date-unknown", When::Undated, "head-injury", Source::Limit(HEAD_INJURY))
                .unknown(),
            block("head-injury-recent", When::Within(HEAD_INJURY), "head-injury", Source::Limit(HEAD_INJURY)),
            nothing(When::Over),
            warn("head-injury-past", When::Always, "head-injury", Source::Default),
        ],
    },
    Ladder {
        concept: "space-occupying-lesion",
        steps: &[
            warn("space-occupying-lesion-past", When::Over, "image", Source::Default),
            block("space-occupying-lesion-active", When::Always, "image", LABEL),
        ],
    },
    Ladder {
        concept: "epilepsy",
        steps: &[
            warn("epilepsy-past", When::Over, "seizures", Source::Default),
            block("epilepsy-poorly-controlled", When::Says("uncontrolled"), "seizures", Source::Default),
            warn("epilepsy-controlled", When::SaysOfThisAlone("controlled"), "seizures", Source::Default),
            block("epilepsy-control-unknown", When::Always, "seizures", Source::Default).unknown(),
        ],
    },
    Ladder {
        concept: "seizure",
        steps: &[warn("seizure-any-history", When::Always, "seizures", Source::Default)],
    },
    Ladder { concept: "dementia", steps: &[block("dementia-known", When::Always, "capacity", COGNITION)] },
    Ladder {
        concept: "delirium",
        steps: &[
            warn("delirium-past", When::OverOrHistory, "capacity", Source::Default),
            block("delirium-active", When::Always, "capacity", COGNITION),
        ],
    },
    Ladder {
        concept: "glaucoma",
        steps: &[nothing(When::Over), warn("glaucoma-active", When::Always, "eye", Source::Default)],
    },
    Ladder {
        concept: "open-eye-injury",
        steps: &[
            nothing(When::OverOrHistory),
            warn("open-eye-injury-active", When::Always, "eye", Source::Default),
        ],
    },
];
