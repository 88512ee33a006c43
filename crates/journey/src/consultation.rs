//! The consultation: meeting, discerning together, open questions, the person's own pace.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::case::{At, Case};
use crate::enquiry::Standing;
use crate::event::{self, Recorded};
use crate::refusal::Refusal;
use crate::text;

/// Questions that one journey holds; a person who asks more is better met in talk.
pub const QUESTIONS_MAX: usize = 500;

/// What can be asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// Record that the consultation took place. Needs `Create` on `Enquiry`.
    Hold(Spoken),
    /// Conclude what was discerned together; may be done anew. Needs `Amend` on `Enquiry`.
    Conclude(Discernment),
    /// Keep a question that the client asks. Needs `Create` on `Enquiry`.
    Ask {
        /// The question, in the client's words.
        question: String,
    },
    /// Answer one of the client's questions. Needs `Amend` on `Enquiry`.
    Answer {
        /// Which question.
        number: u32,
        /// The answer, in words the client reads.
        answer: String,
    },
    /// The client says "not yet". Needs `Create` on `Enquiry`.
    SayNotYet {
        /// What they say about it.
        words: Option<String>,
        /// When they want to be asked again.
        ask_again_at: Option<Timestamp>,
    },
    /// The client says that they are ready to go on. Needs `Create` on `Enquiry`.
    Resume,
}

/// What was spoken about; every part may be left out.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Spoken {
    /// What the person would like to come of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub goals: Option<String>,
    /// Therapy before now, and how it was.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub therapy_history: Option<String>,
    /// Living with pain or illness.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pain_or_illness: Option<String>,
    /// What was hard and still is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub trauma: Option<String>,
    /// Exhaustion, and what the days are like.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub exhaustion: Option<String>,
    /// What the person hopes to explore or transform.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hopes: Option<String>,
}

/// What both came to see.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Discernment {
    /// Which way.
    pub way: Way,
    /// Why, in words the client may read.
    pub reason: String,
    /// Why, in the client's own words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub clients_words: Option<String>,
}

/// Which way to go from a consultation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "way", rename_all = "snake_case")]
pub enum Way {
    /// Go on together.
    GoOn,
    /// Not now; perhaps later.
    NotNow {
        /// When to ask again, if that was agreed.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        ask_again_at: Option<Timestamp>,
    },
    /// Another path than this.
    AnotherPath {
        /// To whom or what the person was referred.
        referral: String,
    },
}

/// What has happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type")]
pub enum Event {
    /// The consultation took place.
    ConsultationHeld(Spoken),
    /// Both saw which way to go.
    ConsultationConcluded(Discernment),
    /// The client asked something.
    QuestionAsked {
        /// The question's number on this journey, from 1.
        number: u32,
        /// The client's words.
        question: String,
    },
    /// A question of the client's was answered.
    QuestionAnswered {
        /// Which question.
        number: u32,
        /// The answer.
        answer: String,
    },
    /// The client said "not yet".
    NotYetSaid {
        /// What they said about it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        words: Option<String>,
        /// When they want to be asked again.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        ask_again_at: Option<Timestamp>,
    },
    /// The client was ready to go on.
    PaceResumed,
}

/// A question of the client's, open until it is answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Question {
    /// Its number on this journey, from 1.
    pub number: u32,
    /// The client's words.
    pub question: String,
    /// When it was asked.
    pub asked_at: Timestamp,
    /// The answer, once there is one.
    pub answer: Option<String>,
}

/// That the client wants to wait.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NotYet {
    /// When they said so.
    pub said_at: Timestamp,
    /// What they said about it.
    pub words: Option<String>,
    /// When they want to be asked again.
    pub ask_again_at: Option<Timestamp>,
}

/// The consultation as it stands.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Consultation {
    /// When it took place; the latest, if there was more than one.
    pub held_at: Option<Timestamp>,
    /// What was spoken about then.
    pub spoken: Spoken,
    /// What both came to see, the latest.
    pub discernment: Option<Discernment>,
    /// When they came to see it.
    pub concluded_at: Option<Timestamp>,
    /// The client's questions, oldest first.
    pub questions: Vec<Question>,
    /// Present while the client wants to wait.
    pub not_yet: Option<NotYet>,
}

impl Consultation {
    /// The client's questions that nobody has answered yet.
    pub fn open_questions(&self) -> impl Iterator<Item = &Question> {
        self.questions.iter().filter(|question| question.answer.is_none())
    }

    /// Whether both chose to go on together.
    pub fn goes_on(&self) -> bool {
        self.discernment.as_ref().is_some_and(|discernment| discernment.way == Way::GoOn)
    }
}

/// Decides a consultation's command.
///
/// # Errors
/// When nobody was invited, nothing was held, or words that are needed are missing.
pub fn decide(case: &Case, command: &Command, _at: &At<'_>) -> Result<Vec<event::Event>, Refusal> {
    let consultation = &case.consultation;
    let event = match command {
        Command::Hold(spoken) => {
            if case.enquiry.standing != Standing::Invited {
                return Err(Refusal::NotInvited);
            }
            Event::ConsultationHeld(spoken.clone().checked()?)
        }
        Command::Conclude(discernment) => {
            consultation.held_at.ok_or(Refusal::NoConsultation)?;
            Event::ConsultationConcluded(discernment.clone().checked()?)
        }
        Command::Ask { question } => asked(consultation, question)?,
        Command::Answer { number, answer } => answered(consultation, *number, answer)?,
        Command::SayNotYet { words, ask_again_at } => {
            Event::NotYetSaid { words: text::optional_paragraph(words.clone())?, ask_again_at: *ask_again_at }
        }
        Command::Resume => {
            consultation.not_yet.as_ref().ok_or(Refusal::NotPaused)?;
            Event::PaceResumed
        }
    };
    Ok(vec![event::Event::Consultation(event)])
}

fn asked(consultation: &Consultation, question: &str) -> Result<Event, Refusal> {
    let question = text::paragraph(question)?.ok_or(Refusal::WordsMissing)?;
    let number = consultation.questions.len();
    if number >= QUESTIONS_MAX {
        return Err(Refusal::TooMany);
    }
    Ok(Event::QuestionAsked { number: u32::try_from(number + 1).unwrap_or(u32::MAX), question })
}

fn answered(consultation: &Consultation, number: u32, answer: &str) -> Result<Event, Refusal> {
    let open = consultation.open_questions().any(|question| question.number == number);
    if !open {
        return Err(Refusal::NoSuchQuestion);
    }
    let answer = text::paragraph(answer)?.ok_or(Refusal::WordsMissing)?;
    Ok(Event::QuestionAnswered { number, answer })
}

impl Spoken {
    fn checked(self) -> Result<Self, Refusal> {
        Ok(Self {
            goals: text::optional_paragraph(self.goals)?,
            therapy_history: text::optional_paragraph(self.therapy_history)?,
            pain_or_illness: text::optional_paragraph(self.pain_or_illness)?,
            trauma: text::optional_paragraph(self.trauma)?,
            exhaustion: text::optional_paragraph(self.exhaustion)?,
            hopes: text::optional_paragraph(self.hopes)?,
        })
    }
}

impl Discernment {
    fn checked(self) -> Result<Self, Refusal> {
        let way = match self.way {
            Way::AnotherPath { referral } => {
                let referral = text::paragraph(&referral)?.ok_or(Refusal::ReferralMissing)?;
                Way::AnotherPath { referral }
            }
            way @ (Way::GoOn | Way::NotNow { .. }) => way,
        };
        Ok(Self {
            way,
            reason: text::paragraph(&self.reason)?.ok_or(Refusal::ReasonMissing)?,
            clients_words: text::optional_paragraph(self.clients_words)?,
        })
    }
}

impl Consultation {
    /// Takes one more fact in.
    pub fn evolve(&mut self, event: &Event, recorded: &Recorded) {
        match event {
            Event::ConsultationHeld(spoken) => {
                self.held_at = Some(recorded.occurred_at);
                self.spoken = spoken.clone();
            }
            Event::ConsultationConcluded(discernment) => {
                self.concluded_at = Some(recorded.occurred_at);
                self.discernment = Some(discernment.clone());
            }
            Event::QuestionAsked { number, question } => self.questions.push(Question {
                number: *number,
                question: question.clone(),
                asked_at: recorded.occurred_at,
                answer: None,
            }),
            Event::QuestionAnswered { number, answer } => {
                let asked = self.questions.iter_mut().find(|question| question.number == *number);
                if let Some(question) = asked {
                    question.answer = Some(answer.clone());
                }
            }
            Event::NotYetSaid { words, ask_again_at } => {
                let said_at = recorded.occurred_at;
                self.not_yet = Some(NotYet { said_at, words: words.clone(), ask_again_at: *ask_again_at });
            }
            Event::PaceResumed => self.not_yet = None,
        }
    }
}

#[cfg(test)]
mod tests;
