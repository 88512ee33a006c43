//! The complete count of the stock (21 CFR 1304.11): every lot, on one day, before a second person.

use jiff::civil::Date;
use jiff::{Span, Timestamp};
use serde::{Deserialize, Serialize};

use super::{Stock, figures, possible};
use crate::case::At;
use crate::event::{Recorded, Who};
use crate::id::{EventId, StaffId};
use crate::prescription::{Witness, second_person};
use crate::refusal::Refusal;

/// When on the day it was counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Hour {
    /// Before anything moved on that day.
    Opening,
    /// After everything had moved on that day.
    Close,
}

/// How many of one lot were there.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct LotCount {
    /// Of which lot.
    pub lot: u32,
    /// How many.
    pub lozenges: u32,
    /// Whether an open container was estimated.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub estimated: bool,
}

/// A complete count as somebody writes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sheet {
    /// On which day.
    pub on: Date,
    /// At the opening or the close of business.
    pub hour: Hour,
    /// Every lot of which there was something, or ought to have been.
    pub counts: Vec<LotCount>,
    /// Who counted with them.
    pub witness: Option<Witness>,
}

/// The same as it is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kept {
    /// On which day.
    pub on: Date,
    /// At the opening or the close of business.
    pub hour: Hour,
    /// How many of each lot.
    pub counts: Vec<LotCount>,
    /// Who counted with them: a name or initials.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub witness: Option<String>,
    /// Who of the practice counted with them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub witnessed_by: Option<StaffId>,
    /// The moment from which it counts.
    pub since: Timestamp,
}

/// A complete count as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Inventory {
    /// The fact that it is.
    pub id: EventId,
    /// Who wrote it.
    pub by: Who,
    /// When it was recorded.
    pub recorded_at: Timestamp,
    /// What was counted.
    pub kept: Kept,
}

impl Inventory {
    pub(super) fn new(recorded: &Recorded, kept: Kept) -> Self {
        Self { id: recorded.id, by: recorded.by, recorded_at: recorded.recorded_at, kept }
    }
}

impl Sheet {
    /// Holds a count against the stock: nothing left out, nothing estimated that may not be.
    pub(super) fn checked(&self, stock: &Stock, at: &At<'_>) -> Result<Kept, Refusal> {
        let since = self.moment(at).ok_or(Refusal::TimeAhead)?;
        let (witnessed_by, witness) = second_person(self.witness.as_ref(), at)?;
        if witnessed_by.is_none() && witness.is_none() {
            return Err(Refusal::WitnessMissing);
        }
        for one in &self.counts {
            self.lawful(*one, stock, at)?;
        }
        let is_there = |number: u32| self.counts.iter().any(|one| one.lot == number);
        // What counts at the very moment of a close still belongs to that day.
        let moment = if self.hour == Hour::Opening { since } else { after(since) };
        if stock.lots.iter().any(|lot| lot.left_before(moment) > 0 && !is_there(lot.number)) {
            return Err(Refusal::InventoryIncomplete);
        }
        let (on, hour, counts) = (self.on, self.hour, self.counts.clone());
        Ok(Kept { on, hour, counts, witness, witnessed_by, since })
    }

    fn lawful(&self, one: LotCount, stock: &Stock, at: &At<'_>) -> Result<(), Refusal> {
        let lot = stock.lot(one.lot).ok_or(Refusal::NoSuchLot)?;
        if self.counts.iter().filter(|other| other.lot == one.lot).count() > 1 {
            return Err(Refusal::InventoryIncomplete);
        }
        possible(one.lozenges, 0)?;
        let most = figures(at.practice, at.now).map_or(0, |figures| figures.estimate_units_max.value);
        if one.estimated && i64::from(lot.container_max()) > most {
            return Err(Refusal::EstimateNotAllowed);
        }
        Ok(())
    }

    /// The start of the day, or its end, which is never later than now; none for a day ahead.
    fn moment(&self, at: &At<'_>) -> Option<Timestamp> {
        if self.on > at.practice.date_at(at.now) {
            return None;
        }
        let start = |day: Date| day.to_zoned(at.practice.time_zone()).ok().map(|day| day.timestamp());
        match self.hour {
            Hour::Opening => start(self.on),
            Hour::Close => {
                let end = start(self.on.tomorrow().ok()?)?;
                Some(end.checked_sub(Span::new().microseconds(1)).ok()?.min(at.occurred_at))
            }
        }
    }
}

fn after(moment: Timestamp) -> Timestamp {
    moment.checked_add(Span::new().microseconds(1)).unwrap_or(moment)
}
