//! A lot of the stock: what it is, and every line that moved its lozenges.

use jiff::Timestamp;
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::inventory::{self, LotCount};
use super::possible;
use crate::case::At;
use crate::event::{Recorded, Who};
use crate::id::{ClientId, DispensingId, EventId, StaffId};
use crate::practice::Practice;
use crate::prescription::{Correction, Count, Supply, Witness, second_person};
use crate::refusal::Refusal;
use crate::tally::{self, Step};
use crate::text;

/// What is printed on a container: all of it together tells one lot from another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Medicine {
    /// The product's name.
    pub product: String,
    /// Ketamine in one lozenge.
    pub strength_mg: u32,
    /// The finished form.
    pub form: String,
    /// The lot.
    pub lot: String,
    /// The last day on which it may be used.
    pub expires: Date,
}

impl Medicine {
    pub(super) fn checked(self) -> Result<Self, Refusal> {
        let said = |words: &str| text::line(words)?.ok_or(Refusal::MedicineIncomplete);
        if self.strength_mg == 0 {
            return Err(Refusal::MedicineIncomplete);
        }
        let (product, form, lot) = (said(&self.product)?, said(&self.form)?, said(&self.lot)?);
        Ok(Self { product, form, lot, ..self })
    }

    /// Whether it is the same lot, however it was spelt.
    pub(super) fn is_same(&self, other: &Self) -> bool {
        let words = |one: &Self| [&one.product, &one.form, &one.lot].map(|text| text.to_lowercase());
        (self.strength_mg, self.expires) == (other.strength_mg, other.expires) && words(self) == words(other)
    }
}

/// What is written by hand of lozenges of a lot.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fate {
    /// Given back to the supplier.
    Returned,
    /// Destroyed before a second person.
    Destroyed,
    /// Counted where they lie: everything that is there.
    Found,
    /// Stolen or lost.
    Lost,
}

impl Fate {
    /// Every one, in the order in which a form shows them.
    pub const ALL: [Self; 4] = [Self::Found, Self::Returned, Self::Destroyed, Self::Lost];

    /// The word as forms and tables spell it.
    pub fn code(self) -> &'static str {
        match self {
            Self::Returned => "returned",
            Self::Destroyed => "destroyed",
            Self::Found => "found",
            Self::Lost => "lost",
        }
    }
}

/// What somebody writes of lozenges of a lot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Moved {
    /// Of which lot.
    pub lot: u32,
    /// What happened.
    pub fate: Fate,
    /// How many.
    pub lozenges: u32,
    /// How, to whom, or what is known of it.
    pub manner: Option<String>,
    /// Who else saw it.
    pub witness: Option<Witness>,
}

/// The same as it is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// What happened.
    pub fate: Fate,
    /// How many.
    pub lozenges: u32,
    /// How, to whom, or what is known of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub manner: Option<String>,
    /// Who else saw it: a name or initials.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub witness: Option<String>,
    /// Who of the practice else saw it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub witnessed_by: Option<StaffId>,
}

impl Moved {
    pub(super) fn checked(&self, at: &At<'_>) -> Result<Entry, Refusal> {
        let (fate, lozenges) = (self.fate, self.lozenges);
        possible(lozenges, u32::from(fate != Fate::Found))?;
        let manner = text::optional_line(self.manner.clone())?;
        let (witnessed_by, witness) = second_person(self.witness.as_ref(), at)?;
        if fate == Fate::Destroyed && witnessed_by.is_none() && witness.is_none() {
            return Err(Refusal::WitnessMissing);
        }
        if matches!(fate, Fate::Destroyed | Fate::Returned | Fate::Lost) && manner.is_none() {
            return Err(Refusal::MannerMissing);
        }
        Ok(Entry { fate, lozenges, manner, witness, witnessed_by })
    }
}

/// What a line tells of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum What {
    /// They came.
    Received(Supply),
    /// They left for one person.
    Dispensed {
        /// For whom: a pseudonym.
        client: ClientId,
        /// The number of their prescription.
        prescription: u32,
        /// The dispensing that both lines tell of.
        dispensing: DispensingId,
    },
    /// What somebody wrote of them.
    Moved(Fate),
    /// They were counted with the whole stock.
    Inventory {
        /// At the opening or the close of business.
        hour: inventory::Hour,
        /// On which day.
        on: Date,
        /// Whether an open container was estimated.
        estimated: bool,
    },
}

/// One line of a lot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The fact that it is; the lines of one inventory share theirs.
    pub id: EventId,
    /// What it tells of.
    pub what: What,
    /// How many, as it was written.
    pub written: u32,
    /// The moment from which it counts.
    pub since: Timestamp,
    /// When it happened.
    pub at: Timestamp,
    /// When that was recorded.
    pub recorded_at: Timestamp,
    /// Who recorded it.
    pub by: Who,
    /// How, to whom, or what is known of it.
    pub manner: Option<String>,
    /// Who else saw it: a name or initials.
    pub witness: Option<String>,
    /// Who of the practice else saw it.
    pub witnessed_by: Option<StaffId>,
    /// The newest correction.
    pub correction: Option<Correction>,
}

impl Line {
    pub(super) fn new(recorded: &Recorded, what: What, written: u32, since: Timestamp) -> Self {
        Self {
            id: recorded.id,
            what,
            written,
            since,
            at: recorded.occurred_at,
            recorded_at: recorded.recorded_at,
            by: recorded.by,
            manner: None,
            witness: None,
            witnessed_by: None,
            correction: None,
        }
    }

    pub(super) fn moved(recorded: &Recorded, entry: &Entry) -> Self {
        let bare = Self::new(recorded, What::Moved(entry.fate), entry.lozenges, recorded.occurred_at);
        let (manner, witness) = (entry.manner.clone(), entry.witness.clone());
        Self { manner, witness, witnessed_by: entry.witnessed_by, ..bare }
    }

    pub(super) fn counted(recorded: &Recorded, inventory: &inventory::Kept, counted: LotCount) -> Self {
        let (hour, on, estimated) = (inventory.hour, inventory.on, counted.estimated);
        let what = What::Inventory { hour, on, estimated };
        let bare = Self::new(recorded, what, counted.lozenges, inventory.since);
        Self { witness: inventory.witness.clone(), witnessed_by: inventory.witnessed_by, ..bare }
    }

    /// How many it stands for now.
    pub fn lozenges(&self) -> u32 {
        self.correction.as_ref().map_or(self.written, |correction| correction.lozenges)
    }

    /// The dispensing, where it left for a person.
    pub fn dispensing(&self) -> Option<DispensingId> {
        match self.what {
            What::Dispensed { dispensing, .. } => Some(dispensing),
            _ => None,
        }
    }

    /// For whom, where it left for a person.
    pub fn client(&self) -> Option<ClientId> {
        match self.what {
            What::Dispensed { client, .. } => Some(client),
            _ => None,
        }
    }

    /// The day it belongs to, on the practice's calendar.
    pub fn day(&self, practice: &Practice) -> Date {
        match &self.what {
            What::Received(supply) => supply.on,
            What::Inventory { on, .. } => *on,
            What::Dispensed { .. } | What::Moved(_) => practice.date_at(self.at),
        }
    }

    /// When somebody could first have seen what it says now.
    pub(super) fn seen_at(&self) -> Timestamp {
        self.correction.as_ref().map_or(self.recorded_at, |one| one.at.max(self.recorded_at))
    }

    fn step(&self) -> Step {
        let (first, moved) = match &self.what {
            What::Received(_) => (false, tally::Moved::In),
            What::Moved(Fate::Found) => (false, tally::Moved::Counted),
            What::Inventory { hour, .. } => (*hour == inventory::Hour::Opening, tally::Moved::Counted),
            What::Dispensed { .. } | What::Moved(_) => (false, tally::Moved::Out),
        };
        Step { line: self.id, since: self.since, first, moved, lozenges: self.lozenges() }
    }
}

/// One lot, with every line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lot {
    /// Its number in this stock, from 1.
    pub number: u32,
    /// What is printed on it.
    pub medicine: Medicine,
    /// Its lines, in the order in which they were recorded.
    pub lines: Vec<Line>,
}

impl Lot {
    pub(super) fn of(number: u32, medicine: Medicine) -> Self {
        Self { number, medicine, lines: Vec::new() }
    }

    /// What its lines come to.
    pub fn count(&self) -> Count {
        tally::count(self.lines.iter().map(Line::step))
    }

    /// How many ought to have been there at a moment; what counts from that moment on is left out.
    pub(super) fn left_before(&self, moment: Timestamp) -> u32 {
        let before = self.lines.iter().filter(|line| line.since < moment);
        tally::count(before.map(Line::step)).left.unwrap_or_default()
    }

    /// Lozenges in its largest container, as far as its supplies say; all that came, where none does.
    pub(super) fn container_max(&self) -> u32 {
        let in_one = |line: &Line| match &line.what {
            What::Received(supply) => Some(line.lozenges().div_ceil(supply.containers.unwrap_or(1).max(1))),
            _ => None,
        };
        self.lines.iter().filter_map(in_one).max().unwrap_or(u32::MAX)
    }

    pub(super) fn correct(&mut self, line: EventId, lozenges: u32, because: &str, recorded: &Recorded) {
        if let Some(line) = self.lines.iter_mut().find(|kept| kept.id == line) {
            let (by, at) = (recorded.by, recorded.recorded_at);
            line.correction = Some(Correction { lozenges, because: because.to_owned(), by, at });
        }
    }
}
