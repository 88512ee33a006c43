//! Who somebody synthetic is: what the record will say of them, and in which words.

use journey::health_history::Sex;

/// What is particular to one synthetic person.
#[derive(Debug, Clone, PartialEq)]
pub struct Persona {
    /// Date of birth, as far as it is told.
    pub born: String,
    /// As the record has it.
    pub sex: Sex,
    /// Body weight.
    pub weight_kg: f64,
    /// Systolic and diastolic, at the first visit.
    pub pressure_mmhg: (f64, f64),
    /// What they would like to come of it.
    pub goal: String,
    /// What they live with.
    pub burden: String,
    /// What they hope to transform.
    pub hope: String,
    /// What they ask at the first meeting.
    pub question: String,
    /// What they answer when both have seen that they go on.
    pub answer: String,
    /// How they say a clause of the consent back.
    pub said_back: String,
    /// What they come with.
    pub intention: String,
    /// What safety feels like.
    pub safety: String,
    /// Who takes them home.
    pub escort: String,
    /// Their answers to the first PHQ-9.
    pub phq9: [i64; 9],
}

impl Default for Persona {
    fn default() -> Self {
        Self {
            born: "1983-02-01".to_owned(),
            sex: Sex::Male,
            weight_kg: 71.0,
            pressure_mmhg: (124.0, 79.0),
            goal: "to rest without bracing".to_owned(),
            burden: "nine years of back pain".to_owned(),
            hope: "a different way of being with it".to_owned(),
            question: "What if nothing happens?".to_owned(),
            answer: "I want to try, slowly.".to_owned(),
            said_back: "I can stop at any time, and you stay with me.".to_owned(),
            intention: "To put the load down for an hour.".to_owned(),
            safety: "Warm, like the kitchen.".to_owned(),
            escort: "Sol Pebble".to_owned(),
            phq9: [2, 2, 3, 2, 1, 2, 1, 1, 0],
        }
    }
}
