//! PHQ-9: nine items on low mood over two weeks, and one on what they cost.

use super::definition::{
    Band, Better, Choice, Item, ItemWords, MeaningfulChange, Reliability, ReliableChange, Response, RiskRule,
    Scale, Scored, Scoring, Wording,
};
use crate::protocol::Certainty;

/// The PHQ-9 (Kroenke 2001).
pub static PHQ9: Scale = Scale {
    id: "phq-9",
    version: "1",
    name: "PHQ-9",
    wordings: &[ENGLISH, SPANISH],
    look_back_days: 14,
    items: &ITEMS,
    scoring: Scoring::Sum,
    answered_min: 9,
    range: (0, 27),
    better: Better::Lower,
    bands: &[
        Band { from: 0, name: "minimal" },
        Band { from: 5, name: "mild" },
        Band { from: 10, name: "moderate" },
        Band { from: 15, name: "moderately-severe" },
        Band { from: 20, name: "severe" },
    ],
    bands_source: "Kroenke 2001",
    reliable_change: Some(ReliableChange {
        points: 6,
        reliability: Some(Reliability { hundredths: 89, sd_tenths: 56 }),
        source: "alpha .89, SD 5.6; a clinic sample's retest of .74 would ask for 8",
        certainty: Certainty::M,
    }),
    meaningful_change: Some(MeaningfulChange {
        worse_points: 5,
        better_points: 5,
        source: "5 points; Kounali 2022 finds about 20 % of the first score",
        certainty: Certainty::M,
    }),
    response: Some(Response {
        percent: 50,
        source: "at least half of the first score gone, by convention",
        remission_below: Some(5),
        remission_source: "below 5, as in McInnes 2022",
    }),
    clusters: None,
    limits_by_sex: None,
    risk: Some(RiskRule::Item { item: 9, code_min: 1 }),
    loinc_panel: Some("44249-1"),
    loinc_score: Some("44261-6"),
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

static ITEMS: [Item; 10] = [
    scored(1),
    scored(2),
    scored(3),
    scored(4),
    scored(5),
    scored(6),
    scored(7),
    scored(8),
    scored(9),
    Item { number: 10, choices: FOUR, scored: Scored::Aside, asked_if: None },
];

const HOW_OFTEN: &[&str] = &["Not at all", "Several days", "More than half the days", "Nearly every day"];

const fn asked(text: &'static str) -> ItemWords {
    ItemWords { text, choices: HOW_OFTEN, ends: None }
}

const ENGLISH: Wording = Wording {
    language: "en",
    notice: "Developed by Drs. Robert L. Spitzer, Janet B.W. Williams, Kurt Kroenke and colleagues, \
             with an educational grant from Pfizer Inc. No permission required to reproduce, translate, \
             display or distribute.",
    source: "The printed form released by Pfizer in 2010. LOINC 44249-1 writes items 8 and 9 with other \
             stops, and HL7's CQL example leaves item 9 out and shortens item 3; the form is taken.",
    lead: "",
    stem: "Over the last 2 weeks, how often have you been bothered by any of the following problems?",
    items: &[
        asked("Little interest or pleasure in doing things"),
        asked("Feeling down, depressed, or hopeless"),
        asked("Trouble falling or staying asleep, or sleeping too much"),
        asked("Feeling tired or having little energy"),
        asked("Poor appetite or overeating"),
        asked(
            "Feeling bad about yourself \u{2014} or that you are a failure or have let yourself or your \
             family down",
        ),
        asked("Trouble concentrating on things, such as reading the newspaper or watching television"),
        asked(
            "Moving or speaking so slowly that other people could have noticed? Or the opposite \u{2014} \
             being so fidgety or restless that you have been moving around a lot more than usual",
        ),
        asked("Thoughts that you would be better off dead or of hurting yourself in some way"),
        ItemWords {
            text: "If you checked off any problems, how difficult have these problems made it for you to do \
                   your work, take care of things at home, or get along with other people?",
            choices: &["Not difficult at all", "Somewhat difficult", "Very difficult", "Extremely difficult"],
            ends: None,
        },
    ],
};

const TAN_SEGUIDO: &[&str] =
    &["Ningún día", "Varios días", "Más de la mitad de los días", "Casi todos los días"];

const fn preguntado(text: &'static str) -> ItemWords {
    ItemWords { text, choices: TAN_SEGUIDO, ends: None }
}

const SPANISH: Wording = Wording {
    language: "es",
    notice: "Elaborado por los doctores Robert L. Spitzer, Janet B.W. Williams, Kurt Kroenke y colegas, \
             mediante una subvención educativa otorgada por Pfizer Inc. No se requiere permiso para \
             reproducir, traducir, presentar o distribuir.",
    source: "The Spanish form for the United States that Pfizer released, read in a whole copy with its \
             credit line; parts agree with four more copies.",
    lead: "",
    stem: "Durante las últimas 2 semanas, ¿qué tan seguido ha tenido molestias debido a los siguientes \
           problemas?",
    items: &[
        preguntado("Poco interés o placer en hacer cosas"),
        preguntado("Se ha sentido decaído(a), deprimido(a) o sin esperanzas"),
        preguntado("Ha tenido dificultad para quedarse o permanecer dormido(a), o ha dormido demasiado"),
        preguntado("Se ha sentido cansado(a) o con poca energía"),
        preguntado("Sin apetito o ha comido en exceso"),
        preguntado(
            "Se ha sentido mal con usted mismo(a) \u{2013} o que es un fracaso o que ha quedado mal con \
             usted mismo(a) o con su familia",
        ),
        preguntado(
            "Ha tenido dificultad para concentrarse en ciertas actividades, tales como leer el periódico o \
             ver la televisión",
        ),
        preguntado(
            "¿Se ha movido o hablado tan lento que otras personas podrían haberlo notado? o lo contrario \
             \u{2013} muy inquieto(a) o agitado(a) que ha estado moviéndose mucho más de lo normal",
        ),
        preguntado("Pensamientos de que estaría mejor muerto(a) o de lastimarse de alguna manera"),
        ItemWords {
            text: "Si marcó cualquiera de los problemas, ¿qué tanta dificultad le han dado estos problemas \
                   para hacer su trabajo, encargarse de las tareas del hogar, o llevarse bien con otras \
                   personas?",
            choices: &["No ha sido difícil", "Un poco difícil", "Muy difícil", "Extremadamente difícil"],
            ends: None,
        },
    ],
};
