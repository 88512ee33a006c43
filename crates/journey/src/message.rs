//! Messages: what the client and those who care for them write to each other between meetings.
//!
//! A message of the client's waits for an answer, and opens a task with a clock (`task`). An answer
//! says up to which message its writer had read, so that one that comes in between is not taken for
//! answered. What was written stays: what is taken back is struck through.
//!
//! A question of the screening is a message too. Its answer asks for none itself; it waits to be read.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::case::{At, Case};
use crate::clearance::About;
use crate::event::{self, Recorded, Who};
use crate::practice::Practice;
use crate::refusal::Refusal;
use crate::text;

/// Messages that one journey holds.
pub const MESSAGES_MAX: usize = 20_000;

/// What can be asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// Write to the other side. Needs `Create` on `Message`.
    Write {
        /// The words.
        words: String,
        /// The newest message that its writer had before them; 0 where there was none.
        seen: u32,
    },
    /// Ask the client about what the screening shows. Needs `Create` on `Message`.
    Ask {
        /// About what; the client reads the words alone.
        about: About,
        /// The words.
        words: String,
    },
    /// Answer a question of the screening. Needs `Create` on `Message`.
    Answer {
        /// Which.
        question: u32,
        /// The words.
        words: String,
    },
    /// Say that what the other side wrote was read. Needs `Create` on `Message`.
    MarkRead {
        /// Up to which message.
        through: u32,
    },
    /// Say that the client was answered in another way, or asked for nothing. Needs `Create` on `Message`.
    Settle {
        /// Up to which message.
        through: u32,
        /// How, in words that the client reads; none where it asks for nothing.
        words: Option<String>,
    },
    /// Take a message of one's own back; it stays, struck through. Needs `Create` on `Message`.
    TakeBack {
        /// Which.
        number: u32,
    },
}

/// What has happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type")]
pub enum Event {
    /// Somebody wrote to the other side.
    MessageWritten {
        /// Its number on this journey, from 1.
        number: u32,
        /// The newest message that its writer had before them.
        seen: u32,
        /// The words.
        words: String,
        /// About what of the screening it asks, where it is a question of it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        about: Option<About>,
        /// The question that it answers, where it answers one.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        answers: Option<u32>,
    },
    /// Somebody had read what the other side wrote.
    MessagesRead {
        /// Up to which message.
        through: u32,
    },
    /// The client was answered in another way, or asked for nothing.
    MessagesSettled {
        /// Up to which message.
        through: u32,
        /// How; none where it asked for nothing.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        words: Option<String>,
    },
    /// Somebody took a message of their own back.
    MessageTakenBack {
        /// Which.
        number: u32,
    },
}

/// One message as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// Its number on this journey, from 1.
    pub number: u32,
    /// When it was written.
    pub at: Timestamp,
    /// Who wrote it.
    pub by: Who,
    /// The words.
    pub words: String,
    /// About what of the screening it asks, where it is a question of it.
    pub about: Option<About>,
    /// The question that it answers, where it answers one.
    pub answers: Option<u32>,
    /// Who of the other side had read it, and when; each once.
    pub read: Vec<(Who, Timestamp)>,
    /// When it was taken back, if it was.
    pub taken_back_at: Option<Timestamp>,
}

impl Message {
    /// Whether the client wrote it.
    pub fn is_clients(&self) -> bool {
        self.by == Who::Client
    }

    /// Whether `who` stands on the other side and is not known to have read it.
    fn is_new_to(&self, who: Who) -> bool {
        let other_side = self.is_clients() != (who == Who::Client);
        other_side && !self.read.iter().any(|(reader, _)| *reader == who)
    }
}

/// That the client was answered in another way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settled {
    /// When.
    pub at: Timestamp,
    /// By whom.
    pub by: Who,
    /// How; none where it asked for nothing.
    pub words: Option<String>,
}

/// The messages as they stand.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Messages {
    /// All of them, the oldest first; what was taken back included.
    pub all: Vec<Message>,
    /// When the client was answered in another way, the oldest first.
    pub settled: Vec<Settled>,
    /// Up to which message the client has an answer.
    pub answered_through: u32,
}

impl Messages {
    /// Messages of the client's that wait for an answer, the oldest first.
    pub fn waiting(&self) -> impl Iterator<Item = &Message> {
        self.not_taken_up().filter(|one| one.answers.is_none())
    }

    /// Answers of the client's to questions of the screening that nobody has taken up, the oldest first.
    pub fn to_be_read(&self) -> impl Iterator<Item = &Message> {
        self.not_taken_up().filter(|one| one.answers.is_some())
    }

    fn not_taken_up(&self) -> impl Iterator<Item = &Message> {
        self.all.iter().filter(|one| {
            one.is_clients() && one.number > self.answered_through && one.taken_back_at.is_none()
        })
    }

    /// Questions of the screening, the oldest first; those that were taken back included.
    pub fn questions(&self) -> impl Iterator<Item = &Message> {
        self.all.iter().filter(|one| one.about.is_some())
    }

    /// What was answered to a question, the oldest first; what was taken back included.
    pub fn answers_to(&self, question: u32) -> impl Iterator<Item = &Message> {
        self.all.iter().filter(move |one| one.answers == Some(question))
    }

    /// Questions that wait for the client, the oldest first.
    pub fn open_questions(&self) -> impl Iterator<Item = &Message> {
        let answered = |number| self.answers_to(number).any(|answer| answer.taken_back_at.is_none());
        self.questions().filter(move |one| one.taken_back_at.is_none() && !answered(one.number))
    }

    /// What the other side wrote and `who` is not known to have read, the oldest first.
    pub fn new_to(&self, who: Who) -> impl Iterator<Item = &Message> {
        self.all.iter().filter(move |one| one.is_new_to(who) && one.taken_back_at.is_none())
    }

    /// The number of the newest; 0 where there is none.
    pub fn newest(&self) -> u32 {
        self.all.last().map_or(0, |one| one.number)
    }

    fn with_number(&self, number: u32) -> Option<&Message> {
        self.all.iter().find(|one| one.number == number)
    }
}

/// What can be promised to a client who writes at an instant.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Promise {
    /// When somebody reads again; none while somebody does.
    pub reads_again_at: Option<Timestamp>,
    /// Until when there is an answer.
    pub answered_by: Timestamp,
}

/// What can be promised; nothing where the practice has stated no hours.
pub fn promise(now: Timestamp, practice: &Practice) -> Option<Promise> {
    let (hours, zone) = (practice.hours_at(now)?, practice.time_zone());
    let reads_at = hours.reads_at(now, &zone)?;
    let answered_by = hours.after_days(now, hours.message_days, &zone)?;
    Some(Promise { reads_again_at: (now < reads_at).then_some(reads_at), answered_by })
}

/// Decides a command about messages.
///
/// # Errors
/// When words are missing, a message is not there or not one's own, or there is nothing to say.
pub fn decide(case: &Case, command: &Command, at: &At<'_>) -> Result<Vec<event::Event>, Refusal> {
    let messages = &case.messages;
    let event = match command {
        Command::Write { words, seen } => written(messages, words, there(messages, *seen)?, None, None)?,
        Command::Ask { about, words } => {
            if at.by == Who::Client {
                return Err(Refusal::NotAClinician);
            }
            // Whoever asks from the screening has read no message: what waits goes on waiting.
            written(messages, words, 0, Some(about.clone()), None)?
        }
        Command::Answer { question, words } => {
            let asked = messages.with_number(*question).filter(|one| one.about.is_some());
            let asked = asked.ok_or(Refusal::NoSuchMessage)?;
            if at.by != Who::Client || asked.taken_back_at.is_some() {
                return Err(Refusal::NoSuchMessage);
            }
            written(messages, words, *question, None, Some(*question))?
        }
        Command::MarkRead { through } => {
            let through = there(messages, *through)?;
            if !messages.new_to(at.by).any(|one| one.number <= through) {
                return Err(Refusal::NothingNew);
            }
            Event::MessagesRead { through }
        }
        Command::Settle { through, words } => {
            if at.by == Who::Client {
                return Err(Refusal::NotAClinician);
            }
            let through = there(messages, *through)?;
            if !messages.not_taken_up().any(|one| one.number <= through) {
                return Err(Refusal::NothingNew);
            }
            let words = text::optional_paragraph(words.clone())?;
            Event::MessagesSettled { through, words }
        }
        Command::TakeBack { number } => {
            let one = messages.with_number(*number).ok_or(Refusal::NoSuchMessage)?;
            if one.by != at.by {
                return Err(Refusal::NotYourMessage);
            }
            if one.taken_back_at.is_some() {
                return Err(Refusal::NothingNew);
            }
            Event::MessageTakenBack { number: *number }
        }
    };
    Ok(vec![event::Event::Message(event)])
}

fn written(
    messages: &Messages,
    words: &str,
    seen: u32,
    about: Option<About>,
    answers: Option<u32>,
) -> Result<Event, Refusal> {
    if messages.all.len() >= MESSAGES_MAX {
        return Err(Refusal::TooMany);
    }
    let words = text::paragraph(words)?.ok_or(Refusal::WordsMissing)?;
    let number = messages.newest().saturating_add(1);
    Ok(Event::MessageWritten { number, seen, words, about, answers })
}

/// What has not been written cannot have been read.
fn there(messages: &Messages, number: u32) -> Result<u32, Refusal> {
    if number <= messages.newest() { Ok(number) } else { Err(Refusal::NoSuchMessage) }
}

impl Messages {
    /// Takes one more fact in.
    pub fn evolve(&mut self, event: &Event, recorded: &Recorded) {
        let (at, by) = (recorded.occurred_at, recorded.by);
        match event {
            Event::MessageWritten { number, seen, words, about, answers } => {
                self.read(*seen, by, at);
                self.answer(*seen, by);
                self.all.push(Message {
                    number: *number,
                    at,
                    by,
                    words: words.clone(),
                    about: about.clone(),
                    answers: *answers,
                    read: Vec::new(),
                    taken_back_at: None,
                });
            }
            Event::MessagesRead { through } => self.read(*through, by, at),
            Event::MessagesSettled { through, words } => {
                self.read(*through, by, at);
                self.answer(*through, by);
                self.settled.push(Settled { at, by, words: words.clone() });
            }
            Event::MessageTakenBack { number } => {
                if let Some(one) = self.all.iter_mut().find(|one| one.number == *number) {
                    one.taken_back_at.get_or_insert(at);
                }
            }
        }
    }

    fn read(&mut self, through: u32, by: Who, at: Timestamp) {
        let new = |one: &&mut Message| one.number <= through && one.is_new_to(by);
        self.all.iter_mut().filter(new).for_each(|one| one.read.push((by, at)));
    }

    fn answer(&mut self, through: u32, by: Who) {
        if by != Who::Client {
            self.answered_through = self.answered_through.max(through);
        }
    }
}

#[cfg(test)]
mod tests;
