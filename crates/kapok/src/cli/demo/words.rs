//! Names and words of the demo's people: made up, and marked as such in the record.

use journey::health_history::Sex;

use super::seeded::Seeded;
use crate::walk::Persona;

/// Names as nobody bears them together; each is marked in the record by its mail address.
const FIRST_NAMES: [&str; 24] = [
    "Alba", "Bruno", "Carmen", "Dario", "Elena", "Felix", "Greta", "Hugo", "Irene", "Jonas", "Kira", "Leo",
    "Mara", "Nico", "Olga", "Pablo", "Rosa", "Silas", "Tilda", "Uri", "Vera", "Willem", "Yara", "Zeno",
];
const FAMILY_NAMES: [&str; 16] = [
    "Ceiba", "Fibre", "Hollow", "Lantern", "Meadow", "Orchard", "Pebble", "Willow", "Harbour", "Linden",
    "Marsh", "Quarry", "Rowan", "Thicket", "Umber", "Vale",
];

/// Somebody's name.
pub(super) fn name(seeded: &mut Seeded) -> String {
    format!("{} {}", seeded.one_of(&FIRST_NAMES), seeded.one_of(&FAMILY_NAMES))
}

/// Words in one of the languages that people here write in.
#[derive(Debug, Clone, Copy)]
pub(super) struct Words {
    pub(super) brings: [&'static str; 6],
    goals: [&'static str; 4],
    burdens: [&'static str; 4],
    hopes: [&'static str; 4],
    questions: [&'static str; 4],
    answers: [&'static str; 3],
    said_back: [&'static str; 3],
    intentions: [&'static str; 4],
    safeties: [&'static str; 3],
    /// What is said in the room.
    pub(super) said: [&'static str; 6],
    /// What is written in a check-in on a good day, and on a hard one.
    pub(super) good_days: [&'static str; 5],
    pub(super) hard_days: [&'static str; 4],
    /// What is written between meetings: something that waits, a question and its answer, a reminder.
    pub(super) writes: &'static str,
    pub(super) wonders: &'static str,
    pub(super) answered: &'static str,
    pub(super) reminds: &'static str,
    /// What came, what asks to be lived, what was agreed.
    pub(super) came: [&'static str; 4],
    pub(super) asks: [&'static str; 4],
    pub(super) agreed: [&'static str; 4],
}

/// The words of a language, by its tag.
pub(super) fn words(language: &str) -> &'static Words {
    if language == "es" { &SPANISH } else { &ENGLISH }
}

/// Who somebody is.
pub(super) fn persona(seeded: &mut Seeded, words: &Words, phq9: [i64; 9]) -> Persona {
    let sex = seeded.one_of(&[Sex::Male, Sex::Female]);
    // Whoever can be pregnant is asked for a test, which the demo has no laboratory for.
    let year = if sex == Sex::Female { seeded.between(1_954, 1_964) } else { seeded.between(1_962, 1_998) };
    Persona {
        born: format!("{year}-{:02}-{:02}", seeded.between(1, 12), seeded.between(1, 28)),
        sex,
        weight_kg: seeded.between(1_160, 1_840) as f64 / 20.0,
        pressure_mmhg: (seeded.between(112, 132) as f64, seeded.between(68, 84) as f64),
        goal: seeded.one_of(&words.goals).to_owned(),
        burden: seeded.one_of(&words.burdens).to_owned(),
        hope: seeded.one_of(&words.hopes).to_owned(),
        question: seeded.one_of(&words.questions).to_owned(),
        answer: seeded.one_of(&words.answers).to_owned(),
        said_back: seeded.one_of(&words.said_back).to_owned(),
        intention: seeded.one_of(&words.intentions).to_owned(),
        safety: seeded.one_of(&words.safeties).to_owned(),
        escort: name(seeded),
        phq9,
    }
}

const ENGLISH: Words = Words {
    brings: [
        "I have been tired for two years and I would like to know whether this is for me.",
        "My doctor mentioned it. I live with pain and I brace against it all day.",
        "I want to be able to rest without the old pictures coming.",
        "I have tried three medicines. I am curious and a little afraid.",
        "Someone close to me died. I keep going, and I do not feel much.",
        "I would like to talk to somebody first.",
    ],
    goals: ["to rest without bracing", "to sleep through", "to feel something again", "to be less afraid"],
    burdens: ["nine years of back pain", "a long exhaustion", "migraine, most weeks", "none besides"],
    hopes: [
        "a different way of being with it",
        "to be kinder with myself",
        "to let others carry something",
        "room around the pain",
    ],
    questions: [
        "What if nothing happens?",
        "Can I stop in the middle?",
        "Will I remember it?",
        "Who is in the room with me?",
    ],
    answers: ["I want to try, slowly.", "Yes. I am a little afraid, and yes.", "It is time."],
    said_back: [
        "I can stop at any time, and you stay with me.",
        "You tell me first, and I can say no.",
        "I may change my mind, also on the day.",
    ],
    intentions: [
        "To put the load down for an hour.",
        "To meet what is under the tiredness.",
        "To listen, and not to fix.",
        "To let myself be accompanied.",
    ],
    safeties: ["Warm, like the kitchen.", "Heavy, and held by the ground.", "A window, and somebody near."],
    said: [
        "the house by the river",
        "it is all right",
        "so much room",
        "my grandmother's hands",
        "I am here",
        "like rain on a roof",
    ],
    good_days: [
        "Soft. I slept.",
        "I noticed that I was bracing, and let it go.",
        "I walked without hurry.",
        "Quiet, and glad of it.",
        "I asked for help, and it was easy.",
    ],
    hard_days: [
        "A hard day, and not a lonely one.",
        "Tired, and the pain was loud.",
        "Nothing much. I stayed in.",
        "I cried, and did not mind.",
    ],
    writes: "I slept, and woke at four with my heart going. Is that usual?",
    wonders: "May I bring my own blanket next time?",
    answered: "Please do. It is cool in the room.",
    reminds: "Please have nothing to eat in the last hours before we meet; the times stand on your page.",
    came: [
        "The river, and someone humming in the kitchen.",
        "A long quiet, then tears without a story.",
        "Being carried, which was new.",
        "Little, and that was restful.",
    ],
    asks: [
        "To let others carry something.",
        "To rest before I am empty.",
        "To say it when it is too much.",
        "To go outside in the morning.",
    ],
    agreed: [
        "To ask for help with the shopping once.",
        "Ten minutes of lying down after lunch.",
        "A walk to the river on two mornings.",
        "To write one line in the evening.",
    ],
};

const SPANISH: Words = Words {
    brings: [
        "Llevo dos años cansada y quisiera saber si esto es para mí.",
        "Me lo mencionó mi médica. Vivo con dolor y me tenso todo el día.",
        "Quiero poder descansar sin que vuelvan las imágenes de antes.",
        "He probado tres medicamentos. Tengo curiosidad y un poco de miedo.",
        "Murió alguien cercano. Sigo adelante y siento poco.",
        "Primero me gustaría hablar con alguien.",
    ],
    goals: ["descansar sin tensarme", "dormir toda la noche", "volver a sentir algo", "tener menos miedo"],
    burdens: ["nueve años de dolor de espalda", "un cansancio largo", "migraña casi cada semana", "nada más"],
    hopes: [
        "otra manera de estar con ello",
        "tratarme con más cariño",
        "dejar que otros lleven algo",
        "espacio alrededor del dolor",
    ],
    questions: [
        "¿Y si no pasa nada?",
        "¿Puedo parar a la mitad?",
        "¿Lo recordaré?",
        "¿Quién está conmigo en la sala?",
    ],
    answers: ["Quiero probarlo, despacio.", "Sí. Con un poco de miedo, y sí.", "Es el momento."],
    said_back: [
        "Puedo parar cuando quiera, y ustedes se quedan conmigo.",
        "Primero me lo dicen, y puedo decir que no.",
        "Puedo cambiar de idea, también ese mismo día.",
    ],
    intentions: [
        "Dejar la carga una hora.",
        "Encontrarme con lo que hay debajo del cansancio.",
        "Escuchar, y no arreglar nada.",
        "Dejarme acompañar.",
    ],
    safeties: [
        "Cálido, como la cocina.",
        "Con peso, sostenida por el suelo.",
        "Una ventana, y alguien cerca.",
    ],
    said: [
        "la casa junto al río",
        "está bien",
        "cuánto espacio",
        "las manos de mi abuela",
        "estoy aquí",
        "como lluvia en un tejado",
    ],
    good_days: [
        "Suave. He dormido.",
        "Noté que me tensaba, y solté.",
        "Caminé sin prisa.",
        "Tranquilo, y me alegra.",
        "Pedí ayuda, y fue fácil.",
    ],
    hard_days: [
        "Un día difícil, y no en soledad.",
        "Cansancio, y el dolor con fuerza.",
        "Poca cosa. Me quedé en casa.",
        "Lloré, y no me importó.",
    ],
    writes: "Dormí, y a las cuatro me desperté con el corazón acelerado. ¿Es normal?",
    wonders: "¿Puedo traer mi manta la próxima vez?",
    answered: "Claro que sí. En la sala hace fresco.",
    reminds: "No coma nada en las últimas horas antes de vernos; las horas están en su página.",
    came: [
        "El río, y alguien tarareando en la cocina.",
        "Un silencio largo, después lágrimas sin historia.",
        "Que me llevaran, y eso era nuevo.",
        "Poco, y fue un descanso.",
    ],
    asks: [
        "Dejar que otros lleven algo.",
        "Descansar antes de vaciarme.",
        "Decir cuándo es demasiado.",
        "Salir por la mañana.",
    ],
    agreed: [
        "Pedir ayuda con la compra una vez.",
        "Diez minutos de tumbarme después de comer.",
        "Un paseo al río dos mañanas.",
        "Escribir una línea por la noche.",
    ],
};
