//! GAD-7: seven items on anxiety over two weeks.

use super::definition::{
    Band, Better, Choice, Item, ItemWords, MeaningfulChange, Reliability, ReliableChange, Response, Scale,
    Scored, Scoring, Wording,
};
use crate::protocol::Certainty;

/// The GAD-7 (Spitzer 2006).
pub static GAD7: Scale = Scale {
    id: "gad-7",
    version: "1",
    name: "GAD-7",
    wordings: &[ENGLISH, SPANISH],
    look_back_days: 14,
    items: &ITEMS,
    scoring: Scoring::Sum,
    answered_min: 7,
    range: (0, 21),
    better: Better::Lower,
    bands: &[
        Band { from: 0, name: "minimal" },
        Band { from: 5, name: "mild" },
        Band { from: 10, name: "moderate" },
        Band { from: 15, name: "severe" },
    ],
    bands_source: "Spitzer 2006",
    reliable_change: Some(ReliableChange {
        points: 6,
        reliability: Some(Reliability { hundredths: 83, sd_tenths: 47 }),
        source: "Bischoff 2020, 10.5964/pch.v8i1.309; retest .83 and SD 4.7 give 5.4",
        certainty: Certainty::S,
    }),
    meaningful_change: Some(MeaningfulChange {
        worse_points: 4,
        better_points: 4,
        source: "Toussaint 2020, 10.1016/j.jad.2020.01.032",
        certainty: Certainty::S,
    }),
    response: Some(Response {
        percent: 50,
        source: "at least half of the first score gone, by convention",
        remission_below: None,
        remission_source: "",
    }),
    clusters: None,
    limits_by_sex: None,
    risk: None,
    loinc_panel: Some("69737-5"),
    loinc_score: Some("70274-6"),
};

const FOUR: &[Choice] = &[
    Choice { code: 0, points: 0 },
    Choice { code: 1, points: 1 },
    Choice { code: 2, points: 2 },
    Choice { code: 3, points: 3 },
];

const fn scored(number: u16) -> Item {
    Item { number, choices: FOUR, scored: Scored::Counts, asked_if: None }
}

static ITEMS: [Item; 7] = [scored(1), scored(2), scored(3), scored(4), scored(5), scored(6), scored(7)];

const fn asked(text: &'static str) -> ItemWords {
    let choices = &["Not at all", "Several days", "More than half the days", "Nearly every day"];
    ItemWords { text, choices, ends: None }
}

const ENGLISH: Wording = Wording {
    language: "en",
    notice: "Developed by Drs. Robert L. Spitzer, Janet B.W. Williams, Kurt Kroenke and colleagues, \
             with an educational grant from Pfizer Inc. No permission required to reproduce, translate, \
             display or distribute.",
    source: "The form released by Pfizer in 2010, held against LOINC 69737-5. LOINC words item 2 as a \
             question and writes a third choice of its own for it; the form is taken.",
    lead: "",
    stem: "Over the last 2 weeks, how often have you been bothered by the following problems?",
    items: &[
        asked("Feeling nervous, anxious or on edge"),
        asked("Not being able to stop or control worrying"),
        asked("Worrying too much about different things"),
        asked("Trouble relaxing"),
        asked("Being so restless that it is hard to sit still"),
        asked("Becoming easily annoyed or irritable"),
        asked("Feeling afraid as if something awful might happen"),
    ],
};

const fn preguntado(text: &'static str) -> ItemWords {
    let choices = &["Ningún día", "Varios días", "Más de la mitad de los días", "Casi todos los días"];
    ItemWords { text, choices, ends: None }
}

const SPANISH: Wording = Wording {
    language: "es",
    notice: "Elaborado por los doctores Robert L. Spitzer, Janet B.W. Williams, Kurt Kroenke y colegas, \
             mediante una subvención educativa otorgada por Pfizer Inc. No se requiere permiso para \
             reproducir, traducir, presentar o distribuir.",
    source: "The Spanish form for the United States that Pfizer released, read in a copy that names it; \
             five more copies agree on the items they hold.",
    lead: "",
    stem: "Durante las últimas 2 semanas, ¿qué tan seguido ha tenido molestias debido a los siguientes \
           problemas?",
    items: &[
        preguntado("Se ha sentido nervioso(a), ansioso(a) o con los nervios de punta"),
        preguntado("No ha sido capaz de parar o controlar su preocupación"),
        preguntado("Se ha preocupado demasiado por motivos diferentes"),
        preguntado("Ha tenido dificultad para relajarse"),
        preguntado("Se ha sentido tan inquieto(a) que no ha podido quedarse quieto(a)"),
        preguntado("Se ha molestado o irritado fácilmente"),
        preguntado("Ha tenido miedo de que algo terrible fuera a pasar"),
    ],
};
