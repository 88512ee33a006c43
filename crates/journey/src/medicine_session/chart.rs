//! The chart: the facts on a session's own stream, as a set that any order of arrival yields.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::charting::{ChartEntry, SlowDown, Stopper};
use super::day::{DayAnswers, KitItem, RiskFinding};
use super::discharge::{Aldrete, Criterion};
use super::dose::HoldEnd;
use super::phase::Phase;
use super::vitals::Vitals;
use crate::event::{Recorded, Who};
use crate::id::{EventId, SessionId, StaffId};

/// A fact of one medicine session, kept on the session's own stream.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Event {
    /// Which session.
    pub session: SessionId,
    /// What was charted.
    pub charted: Charted,
}

/// What was charted.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type")]
pub enum Charted {
    /// This is the person the record is about.
    IdentityConfirmed,
    /// The medicines were gone through.
    MedicinesReconciled {
        /// What has changed, if anything.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        changes: Option<String>,
    },
    /// The risk was assessed.
    RiskAssessed {
        /// What was found.
        finding: RiskFinding,
        /// In words.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        words: Option<String>,
    },
    /// Questions of the day were answered, all or some.
    DayAnswered(DayAnswers),
    /// Somebody takes the client home, and has said yes.
    EscortConfirmed {
        /// Their name.
        name: String,
    },
    /// What lies ready was ticked.
    KitChecked {
        /// What was seen to be there and to work.
        items: BTreeSet<KitItem>,
    },
    /// Somebody watches the vital signs.
    MonitorAssigned {
        /// Which person of the practice.
        monitor: StaffId,
    },
    /// The prescriber can be reached.
    PrescriberReachable {
        /// How.
        how: String,
    },
    /// Vital signs were taken.
    VitalsTaken(Vitals),
    /// A due set was left out for now.
    VitalsDeferred {
        /// Why.
        reason: String,
    },
    /// A value asked for a look, and a time to measure again was agreed.
    RecheckAsked {
        /// How many minutes later.
        minutes: i64,
    },
    /// The lozenge was no longer held.
    HoldEnded {
        /// How long it was held.
        minutes: i64,
        /// What became of it.
        end: HoldEnd,
    },
    /// Something was first noticed.
    OnsetNoticed,
    /// The session is now there.
    PhaseEntered {
        /// Where.
        phase: Phase,
    },
    /// Something showed, or was offered.
    EntryCharted(ChartEntry),
    /// They slowed down together; no adverse event.
    SlowedDown(SlowDown),
    /// The work was stopped early; the medicine goes on for a while, and so does care.
    StoppedEarly {
        /// By whom.
        by: Stopper,
        /// In words, if somebody says so.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        words: Option<String>,
    },
    /// A free text.
    NoteWritten {
        /// The text.
        text: String,
    },
    /// One thing that must be so before the client leaves is so.
    CriterionTicked {
        /// Which.
        criterion: Criterion,
    },
    /// How awake and stable the client is was scored.
    AldreteScored(Aldrete),
    /// An entry had been made by mistake.
    EnteredInError {
        /// Which.
        event: EventId,
        /// Why, if somebody said so.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        because: Option<String>,
    },
    /// An entry was put right.
    Corrected {
        /// Which.
        event: EventId,
        /// What is true.
        new: Box<Charted>,
        /// When it happened, if that was wrong.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        occurred_at: Option<Timestamp>,
    },
}

/// One entry of a chart.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// The fact that records it.
    pub id: EventId,
    /// When it happened.
    pub occurred_at: Timestamp,
    /// When the first server took it.
    pub recorded_at: Timestamp,
    /// The device it was charted on, if it said.
    pub device: Option<String>,
    /// Who charted it.
    pub by: Who,
    /// What was charted.
    pub charted: Charted,
    /// The correction that this reading of it comes from.
    pub corrected_by: Option<EventId>,
}

/// The chart of one session.
///
/// It is a set: which order its facts arrived in cannot be seen from it, so two tablets and a
/// late one show the same.
#[derive(Debug, Clone, PartialEq)]
pub struct Chart {
    /// Which session.
    pub session: SessionId,
    all: BTreeMap<EventId, Entry>,
}

impl Chart {
    /// An empty chart.
    pub fn of(session: SessionId) -> Self {
        Self { session, all: BTreeMap::new() }
    }

    /// How many facts the session's stream holds.
    pub fn events(&self) -> u64 {
        self.all.len() as u64
    }

    /// Everything that was ever charted, what was taken back included, in the order of time.
    pub fn record(&self) -> Vec<&Entry> {
        let mut all: Vec<&Entry> = self.all.values().collect();
        all.sort_by(|a, b| a.place().cmp(&b.place()));
        all
    }

    /// What stands: mistakes and their marks left out, corrections put in, in the order of time.
    pub fn standing(&self) -> Vec<Entry> {
        let struck = self.struck();
        let corrections = self.corrections(&struck);
        let mut standing: Vec<Entry> = self
            .all
            .values()
            .filter(|entry| !entry.charted.is_about_another() && !struck.contains(&entry.id))
            .map(|entry| entry.read_as(corrections.get(&entry.id).copied()))
            .collect();
        standing.sort_by(|a, b| a.place().cmp(&b.place()));
        standing
    }

    /// What stands of that time and before.
    pub fn standing_at(&self, at: Timestamp) -> Vec<Entry> {
        let mut standing = self.standing();
        standing.retain(|entry| entry.occurred_at <= at);
        standing
    }

    /// When the work was stopped early, if that stands.
    pub fn stopped_at(&self) -> Option<Timestamp> {
        let stopped = |entry: &Entry| matches!(entry.charted, Charted::StoppedEarly { .. });
        self.standing().into_iter().find(stopped).map(|entry| entry.occurred_at)
    }

    /// An entry that stands.
    pub fn find(&self, event: EventId) -> Option<Entry> {
        self.standing().into_iter().find(|entry| entry.id == event)
    }

    /// Whether an entry or a correction stands and can be taken back.
    pub fn can_be_undone(&self, event: EventId) -> bool {
        let stands = !self.struck().contains(&event);
        let entry = self.all.get(&event).filter(|_| stands);
        entry.is_some_and(|entry| !matches!(entry.charted, Charted::EnteredInError { .. }))
    }

    fn struck(&self) -> BTreeSet<EventId> {
        let marks = self.all.values().filter_map(|entry| match &entry.charted {
            Charted::EnteredInError { event, .. } => Some(*event),
            _ => None,
        });
        marks.collect()
    }

    /// The last correction of each entry that was not itself taken back.
    fn corrections(&self, struck: &BTreeSet<EventId>) -> BTreeMap<EventId, &Entry> {
        let mut last: BTreeMap<EventId, &Entry> = BTreeMap::new();
        for entry in self.all.values().filter(|entry| !struck.contains(&entry.id)) {
            if let Charted::Corrected { event, .. } = &entry.charted {
                let kept = last.entry(*event).or_insert(entry);
                if (kept.recorded_at, kept.id) < (entry.recorded_at, entry.id) {
                    *kept = entry;
                }
            }
        }
        last
    }

    /// Takes one more fact in.
    pub fn evolve(&mut self, charted: &Charted, recorded: &Recorded) {
        let entry = Entry {
            id: recorded.id,
            occurred_at: recorded.occurred_at,
            recorded_at: recorded.recorded_at,
            device: recorded.device.clone(),
            by: recorded.by,
            charted: charted.clone(),
            corrected_by: None,
        };
        self.all.insert(recorded.id, entry);
    }
}

impl Entry {
    /// Where it stands among the others: elapsed time, then device, then id.
    fn place(&self) -> (Timestamp, Option<&str>, EventId) {
        (self.occurred_at, self.device.as_deref(), self.id)
    }

    fn read_as(&self, correction: Option<&Entry>) -> Entry {
        let mut entry = self.clone();
        if let Some(correction) = correction
            && let Charted::Corrected { new, occurred_at, .. } = &correction.charted
        {
            entry.charted = (**new).clone();
            entry.occurred_at = occurred_at.unwrap_or(self.occurred_at);
            entry.corrected_by = Some(correction.id);
        }
        entry
    }
}

impl Charted {
    /// Whether it only says something of another entry.
    pub fn is_about_another(&self) -> bool {
        matches!(self, Self::EnteredInError { .. } | Self::Corrected { .. })
    }
}
