//! The steps of one person, being written: each a while after the one before.

use jiff::{SignedDuration, Timestamp};
use journey::medicine_session::{Act, Command as InSession};
use journey::{Command, EventId, SessionId};

use super::{Hand, Step, Walker};
use crate::chance;

/// Steps of one person, being written.
pub(crate) struct Script<'a> {
    pub(crate) walker: &'a Walker,
    /// The session whose steps are being written.
    pub(crate) session: SessionId,
    /// When the next step is taken.
    pub(crate) at: Timestamp,
    from: Timestamp,
    steps: Vec<Step>,
}

impl<'a> Script<'a> {
    pub(crate) fn new(walker: &'a Walker, from: Timestamp) -> Self {
        Self { walker, session: walker.session, at: from, from, steps: Vec::new() }
    }

    /// Lets some minutes pass.
    pub(crate) fn wait(&mut self, minutes: i64) -> anyhow::Result<&mut Self> {
        self.at = self.at.checked_add(SignedDuration::from_mins(minutes))?;
        Ok(self)
    }

    pub(crate) fn days(&mut self, days: i64) -> anyhow::Result<&mut Self> {
        self.wait(days * 24 * 60)
    }

    /// Writes a step down; its id follows from whose it is, so that a way written twice is one way.
    pub(crate) fn does(&mut self, hand: Hand, command: Command) -> &mut Self {
        let id = chance::command_of_step(self.walker.client, self.from, self.steps.len());
        self.steps.push(Step { at: self.at, id, client: self.walker.client, hand, command });
        self
    }

    pub(crate) fn acts_by(&mut self, hand: Hand, act: Act) -> &mut Self {
        let session = self.session;
        self.does(hand, Command::MedicineSession(InSession { session, act }))
    }

    pub(crate) fn acts(&mut self, act: Act) -> &mut Self {
        self.acts_by(Hand::Therapist, act)
    }

    /// The fact that the newest step records, once it is taken.
    pub(crate) fn newest(&self) -> Option<EventId> {
        self.steps.last().map(|step| EventId::derived(step.id, 0))
    }

    pub(crate) fn into_steps(self) -> Vec<Step> {
        self.steps
    }
}
