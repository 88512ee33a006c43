//! The practice's own stock of lozenges: lots, what moved them, what does not match, who was told.
//!
//! It lies under the practice's key in a stream of its own, which only a command about stock folds. A
//! line about a person holds their pseudonym and no name: whoever may not open records does not learn
//! from the stock who receives the medicine.

mod discrepancy;
mod inventory;
mod lot;

use jiff::civil::Date;
use jiff::{Span, Timestamp};
use serde::{Deserialize, Serialize};

use crate::case::At;
use crate::event::{self, Recorded};
use crate::id::{ClientId, DispensingId, EventId};
use crate::practice::Practice;
use crate::prescription::{FromStock, Supply, start_of};
use crate::protocol;
use crate::refusal::Refusal;
use crate::text;

pub use discrepancy::{About, Discrepancy, Kind, Notice, Noticed, Settled, Written, notice_due};
pub use inventory::{Hour, Inventory, Kept, LotCount, Sheet};
pub use lot::{Entry, Fate, Line, Lot, Medicine, Moved, What};

/// Most lozenges of one line of the stock; beyond it is a slip of the finger.
const LOZENGES_MAX: u32 = 100_000;
/// Lots that one stock holds.
pub const LOTS_MAX: usize = 10_000;

/// What can be asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Command {
    /// Write what came. Needs `Create` on `Stock`.
    Receive(Box<Received>),
    /// Write what happened to lozenges of a lot. Needs `Create` on `Stock`.
    Move(Box<Moved>),
    /// Write a complete count of the stock. Needs `Create` on `Stock`.
    TakeInventory(Box<Sheet>),
    /// Put a line right; what was written stays. Needs `Amend` on `Stock`.
    Correct {
        /// Of which lot.
        lot: u32,
        /// The line that was wrong.
        line: EventId,
        /// How many it truly were.
        lozenges: u32,
        /// Why.
        because: String,
    },
    /// Write what was done about a loss or a count that does not match, how it ended, or both. Needs
    /// `Amend` on `Stock`.
    Answer {
        /// What it is about.
        about: About,
        /// Who was told, or why nobody was.
        notice: Option<Notice>,
        /// How it ended, once it has.
        ended: Option<String>,
    },
}

/// Lozenges that came.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Received {
    /// What they are.
    pub medicine: Medicine,
    /// From whom, when, in how many containers.
    pub supply: Option<Supply>,
    /// How many in all.
    pub lozenges: u32,
}

/// What has happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "type")]
pub enum Event {
    /// Lozenges came.
    StockReceived {
        /// The number of their lot in this stock, from 1.
        lot: u32,
        /// What they are.
        medicine: Medicine,
        /// From whom, when, in how many containers.
        supply: Supply,
        /// How many in all.
        lozenges: u32,
        /// The start of the day on which they came.
        since: Timestamp,
    },
    /// Lozenges left for one person, whose record tells the same.
    StockDispensed {
        /// Of which lot.
        lot: u32,
        /// How many.
        lozenges: u32,
        /// For whom: a pseudonym.
        client: ClientId,
        /// The number of their prescription.
        prescription: u32,
        /// The dispensing that both lines tell of.
        dispensing: DispensingId,
    },
    /// Something else happened to lozenges of a lot, or they were counted.
    StockMoved {
        /// Of which lot.
        lot: u32,
        /// What.
        #[serde(flatten)]
        entry: Entry,
    },
    /// The whole stock was counted.
    InventoryTaken {
        /// What was counted, when, by whom.
        #[serde(flatten)]
        inventory: Kept,
    },
    /// A line was put right.
    StockLineCorrected {
        /// Of which lot.
        lot: u32,
        /// The line that was wrong.
        line: EventId,
        /// How many it truly were.
        lozenges: u32,
        /// Why.
        because: String,
    },
    /// A prescriber found that lozenges of one person were stolen or lost.
    PersonsLossFound {
        /// Whose: a pseudonym.
        client: ClientId,
        /// The number of their prescription.
        prescription: u32,
        /// Ketamine in one lozenge.
        strength_mg: u32,
        /// How many.
        lozenges: u32,
    },
    /// Somebody wrote who was told, or why nobody was.
    NoticeWritten {
        /// About what.
        about: About,
        /// Who was told, or why nobody was.
        notice: Notice,
    },
    /// Somebody wrote how it ended.
    DiscrepancyEnded {
        /// What it was about.
        about: About,
        /// The two numbers, where a count did not match.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        numbers: Option<(u32, u32)>,
        /// How it ended.
        finding: String,
    },
}

/// The stock as it stands.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Stock {
    /// Every lot that ever came, by its number less one.
    pub lots: Vec<Lot>,
    /// Complete counts, in the order in which they were recorded.
    pub inventories: Vec<Inventory>,
    /// What was written about losses and counts that do not match.
    written: std::collections::BTreeMap<About, Written>,
    /// Losses that were found in people's records.
    losses: Vec<discrepancy::PersonsLoss>,
}

/// The stock, as far as a command about one client reaches into it.
#[derive(Debug, Clone, Copy)]
pub struct Reached<'a> {
    /// The stock as it stands.
    pub stock: &'a Stock,
    /// Who the command is about.
    pub client: ClientId,
}

impl Stock {
    /// The pseudonyms in it.
    pub fn clients(&self) -> impl Iterator<Item = ClientId> + '_ {
        let lines = self.lots.iter().flat_map(|lot| &lot.lines).filter_map(Line::client);
        lines.chain(self.losses.iter().map(discrepancy::PersonsLoss::client))
    }

    /// The lot of that number.
    pub fn lot(&self, number: u32) -> Option<&Lot> {
        usize::try_from(number).ok()?.checked_sub(1).and_then(|place| self.lots.get(place))
    }

    /// The day by which the whole stock is counted again; none where there is nothing to count, or
    /// the protocol says nothing of it.
    ///
    /// A stock that was never counted is due from the day of its first line (21 CFR 1304.11(b)).
    pub fn inventory_due(&self, practice: &Practice, now: Timestamp) -> Option<Date> {
        let figures = figures(practice, now)?;
        let last = self.inventories.iter().map(|one| one.kept.on).max();
        let first = || self.lots.iter().flat_map(|lot| &lot.lines).map(|line| line.day(practice)).min();
        match last {
            Some(last) => last.checked_add(Span::new().try_months(figures.inventory_months.value).ok()?).ok(),
            None => first(),
        }
    }

    /// The same correction for the line that a person's record tells of.
    pub(crate) fn corrected(&self, dispensing: DispensingId, lozenges: u32, because: &str) -> Option<Event> {
        let mut lines = self.lots.iter().flat_map(|lot| lot.lines.iter().map(move |line| (lot.number, line)));
        let (lot, line) = lines.find(|(_, line)| line.dispensing() == Some(dispensing))?;
        let because = because.to_owned();
        Some(Event::StockLineCorrected { lot, line: line.id, lozenges, because })
    }
}

/// The protocol's figures about stock, where it knows them.
pub(crate) fn figures(practice: &Practice, at: Timestamp) -> Option<&protocol::Stock> {
    practice.protocol_in_force(at)?.protocol.stock.as_ref()
}

/// What leaves a lot for one person: never more than it has, unless it was handed over already.
///
/// # Errors
/// When there is no such lot, or it does not fit and nobody says that it happened anyway.
pub(crate) fn dispensed<'a>(
    from: FromStock,
    prescription: u32,
    strength_mg: u32,
    lozenges: u32,
    at: &At<'a>,
) -> Result<(&'a Lot, Event), Refusal> {
    let Reached { stock, client } = at.stock.ok_or(Refusal::NoSuchLot)?;
    let lot = stock.lot(from.lot).ok_or(Refusal::NoSuchLot)?;
    if !from.anyway {
        let left = lot.count().left.unwrap_or_default();
        if lozenges > left {
            return Err(Refusal::LotShort { left });
        }
        if lot.medicine.strength_mg != strength_mg {
            return Err(Refusal::LotOfOtherStrength);
        }
        if lot.medicine.expires < at.practice.date_at(at.occurred_at) {
            return Err(Refusal::LotExpired);
        }
    }
    let dispensing = from.dispensing;
    Ok((lot, Event::StockDispensed { lot: lot.number, lozenges, client, prescription, dispensing }))
}

/// A loss that a prescriber found in one person's record.
///
/// # Errors
/// When the stock was not looked into.
pub(crate) fn lost(
    prescription: u32,
    strength_mg: u32,
    lozenges: u32,
    at: &At<'_>,
) -> Result<Event, Refusal> {
    let Reached { client, .. } = at.stock.ok_or(Refusal::NoSuchEntry)?;
    Ok(Event::PersonsLossFound { client, prescription, strength_mg, lozenges })
}

/// Decides a command about the stock.
///
/// # Errors
/// When something is missing, a second person is, or there is no such lot, line or matter.
pub fn decide(stock: &Stock, command: &Command, at: &At<'_>) -> Result<Vec<event::Event>, Refusal> {
    let event = match command {
        Command::Receive(received) => stock.received(received, at)?,
        Command::Move(moved) => {
            let lot = stock.lot(moved.lot).ok_or(Refusal::NoSuchLot)?.number;
            Event::StockMoved { lot, entry: moved.checked(at)? }
        }
        Command::TakeInventory(sheet) => Event::InventoryTaken { inventory: sheet.checked(stock, at)? },
        Command::Correct { lot, line, lozenges, because } => {
            stock.correction(*lot, *line, *lozenges, because)?
        }
        Command::Answer { about, notice, ended } => {
            let events = stock.answered(*about, notice.as_ref(), ended.as_deref(), at)?;
            return Ok(events.into_iter().map(event::Event::Stock).collect());
        }
    };
    Ok(vec![event::Event::Stock(event)])
}

impl Stock {
    fn received(&self, received: &Received, at: &At<'_>) -> Result<Event, Refusal> {
        let medicine = received.medicine.clone().checked()?;
        possible(received.lozenges, 1)?;
        let supply = received.supply.clone().ok_or(Refusal::SupplierMissing)?.checked(at)?;
        let since = start_of(supply.on, at).unwrap_or(at.occurred_at);
        let known = self.lots.iter().find(|lot| lot.medicine.is_same(&medicine));
        let lot = match known {
            Some(lot) => lot.number,
            None if self.lots.len() >= LOTS_MAX => return Err(Refusal::TooMany),
            None => u32::try_from(self.lots.len() + 1).map_err(|_| Refusal::TooMany)?,
        };
        Ok(Event::StockReceived { lot, medicine, supply, lozenges: received.lozenges, since })
    }

    fn correction(&self, lot: u32, line: EventId, lozenges: u32, because: &str) -> Result<Event, Refusal> {
        let lines = &self.lot(lot).ok_or(Refusal::NoSuchLot)?.lines;
        let wrong = lines.iter().find(|kept| kept.id == line).ok_or(Refusal::NoSuchEntry)?;
        if wrong.dispensing().is_some() {
            return Err(Refusal::LineOfAPerson);
        }
        if wrong.lozenges() == lozenges {
            return Err(Refusal::NothingNew);
        }
        possible(lozenges, 0)?;
        let because = text::line(because)?.ok_or(Refusal::ReasonMissing)?;
        Ok(Event::StockLineCorrected { lot, line, lozenges, because })
    }

    /// Takes one more fact in; never fails.
    pub fn evolve(&mut self, recorded: &Recorded) {
        let event::Event::Stock(event) = &recorded.body else { return };
        match event {
            Event::StockReceived { lot, medicine, supply, lozenges, since } => {
                if usize::try_from(*lot).is_ok_and(|lot| lot == self.lots.len() + 1) {
                    self.lots.push(Lot::of(*lot, medicine.clone()));
                }
                let line = Line::new(recorded, What::Received(supply.clone()), *lozenges, *since);
                self.push(*lot, line);
            }
            Event::StockDispensed { lot, lozenges, client, prescription, dispensing } => {
                let (client, prescription, dispensing) = (*client, *prescription, *dispensing);
                let what = What::Dispensed { client, prescription, dispensing };
                self.push(*lot, Line::new(recorded, what, *lozenges, recorded.occurred_at));
            }
            Event::StockMoved { lot, entry } => self.push(*lot, Line::moved(recorded, entry)),
            Event::InventoryTaken { inventory } => {
                for counted in &inventory.counts {
                    self.push(counted.lot, Line::counted(recorded, inventory, *counted));
                }
                self.inventories.push(Inventory::new(recorded, inventory.clone()));
            }
            Event::StockLineCorrected { lot, line, lozenges, because } => {
                self.change(*lot, |one| one.correct(*line, *lozenges, because, recorded));
            }
            Event::PersonsLossFound { .. } | Event::NoticeWritten { .. } | Event::DiscrepancyEnded { .. } => {
                self.evolve_written(event, recorded);
            }
        }
    }

    fn push(&mut self, lot: u32, line: Line) {
        self.change(lot, |one| one.lines.push(line));
    }

    fn change(&mut self, lot: u32, change: impl FnOnce(&mut Lot)) {
        let place = usize::try_from(lot).ok().and_then(|lot| lot.checked_sub(1));
        if let Some(lot) = place.and_then(|place| self.lots.get_mut(place)) {
            change(lot);
        }
    }
}

/// Refuses a number that no line of the stock can have.
fn possible(lozenges: u32, low: u32) -> Result<(), Refusal> {
    if (low..=LOZENGES_MAX).contains(&lozenges) {
        return Ok(());
    }
    let (low, high) = (i64::from(low), i64::from(LOZENGES_MAX));
    Err(Refusal::ValueImpossible { field: "lozenges".to_owned(), value: i64::from(lozenges), low, high })
}

#[cfg(test)]
pub(crate) mod tests;
