//! The count of lozenges: what moved them, and the one arithmetic over it.

use std::collections::BTreeMap;

use jiff::civil::Date;
use jiff::{Timestamp, Zoned};
use serde::{Deserialize, Serialize};

use crate::case::At;
use crate::event::{Recorded, Who};
use crate::id::{DispensingId, EventId, SessionId, StaffId};
use crate::refusal::Refusal;
use crate::staff::Status;
use crate::tally::{self, Count, Difference, Moved, Step};
use crate::text;

/// Most lozenges of one line; beyond it is a slip of the finger.
const LOZENGES_MAX: u32 = 1_000;

/// What happened to lozenges that were counted; doses given in a session count themselves.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fate {
    /// Supplied by the pharmacy or the practice.
    Dispensed,
    /// Brought by the client: everything that they have left of them.
    Brought,
    /// Counted where they lie: everything that is there.
    Found,
    /// Taken; by hand only where no session's dose says so.
    Taken,
    /// Given back to the pharmacy or the supplier.
    Returned,
    /// Destroyed before a witness.
    Wasted,
}

impl Fate {
    /// Everything that is counted by hand, in the order of a lozenge's life.
    pub const ALL: [Self; 6] =
        [Self::Dispensed, Self::Brought, Self::Found, Self::Taken, Self::Returned, Self::Wasted];

    /// The word as forms and tables spell it.
    pub fn code(self) -> &'static str {
        match self {
            Self::Dispensed => "dispensed",
            Self::Brought => "brought",
            Self::Found => "found",
            Self::Taken => "taken",
            Self::Returned => "returned",
            Self::Wasted => "wasted",
        }
    }

    /// Whether it says how many there are, which none may be.
    pub(super) fn tells_what_is_there(self) -> bool {
        self.moved() == Moved::Counted
    }

    fn moved(self) -> Moved {
        match self {
            Self::Dispensed => Moved::In,
            Self::Brought | Self::Found => Moved::Counted,
            Self::Taken | Self::Returned | Self::Wasted => Moved::Out,
        }
    }
}

/// Where lozenges came from, and in what (21 CFR 1304.22(c), read in matching state rules).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Supply {
    /// The day on which they came.
    pub on: Date,
    /// The pharmacy or supplier.
    pub supplier: String,
    /// Its address.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
    /// Its registration number.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub registration: Option<String>,
    /// How many containers came.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub containers: Option<u32>,
}

/// A second person, who saw lozenges destroyed; never the one who records it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Witness {
    /// Somebody of the practice.
    Staff(StaffId),
    /// Somebody else, by name or initials as they wrote them.
    Written(String),
}

/// A count as somebody makes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counted {
    /// Of which prescription.
    pub number: u32,
    /// What happened to them.
    pub fate: Fate,
    /// How many.
    pub lozenges: u32,
    /// The lot printed on them.
    pub lot: Option<String>,
    /// Where they came from; asked where they were dispensed.
    pub supply: Option<Supply>,
    /// Who else saw it; asked where they were destroyed.
    pub witness: Option<Witness>,
    /// How they were destroyed, or to whom they went back.
    pub manner: Option<String>,
    /// Out of which lot of the practice's stock; where lozenges were dispensed from it.
    pub from_stock: Option<FromStock>,
}

/// Lozenges that leave the practice's stock for one person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct FromStock {
    /// The number of the lot.
    pub lot: u32,
    /// The id of this dispensing, made where the act was done; both lines carry it.
    pub dispensing: DispensingId,
    /// They were handed over already, though the lot does not have them or does not fit.
    pub anyway: bool,
}

/// A count as it is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// What happened to them.
    pub fate: Fate,
    /// How many.
    pub lozenges: u32,
    /// The lot printed on them.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub lot: Option<String>,
    /// Who else saw it: a name or initials.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub witness: Option<String>,
    /// Who of the practice else saw it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub witnessed_by: Option<StaffId>,
    /// Where they came from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub supply: Option<Supply>,
    /// How they were destroyed, or to whom they went back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub manner: Option<String>,
    /// The moment from which it counts, where that is not when it was done: the start of the day
    /// on which lozenges came, in the practice's zone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<Timestamp>,
    /// The dispensing out of the practice's stock that its own line tells of as well.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dispensing: Option<DispensingId>,
}

impl Entry {
    /// Lozenges that a session's dose opened.
    pub(super) fn of_dose(lozenges: u32) -> Self {
        Self {
            fate: Fate::Taken,
            lozenges,
            lot: None,
            witness: None,
            witnessed_by: None,
            supply: None,
            manner: None,
            since: None,
            dispensing: None,
        }
    }
}

/// A line that was put right; what was written stays.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Correction {
    /// How many it truly were.
    pub lozenges: u32,
    /// Why.
    pub because: String,
    /// By whom.
    pub by: Who,
    /// When.
    pub at: Timestamp,
}

/// One line of the ledger: a count, or a dose of a session.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// The fact that it is.
    pub id: EventId,
    /// When it happened.
    pub at: Timestamp,
    /// When that was recorded.
    pub recorded_at: Timestamp,
    /// Who recorded it; of a dose, who gave it.
    pub by: Who,
    /// What was counted, as it was written.
    pub entry: Entry,
    /// The session and the milligrams, where it is a dose.
    pub dose: Option<(SessionId, i64)>,
    /// The newest correction.
    pub correction: Option<Correction>,
}

impl Line {
    pub(super) fn new(recorded: &Recorded, entry: Entry, dose: Option<(SessionId, i64)>) -> Self {
        Self {
            id: recorded.id,
            at: recorded.occurred_at,
            recorded_at: recorded.recorded_at,
            by: recorded.by,
            entry,
            dose,
            correction: None,
        }
    }

    /// How many it stands for now.
    pub fn lozenges(&self) -> u32 {
        self.correction.as_ref().map_or(self.entry.lozenges, |correction| correction.lozenges)
    }

    /// The moment from which it counts.
    pub fn since(&self) -> Timestamp {
        self.entry.since.unwrap_or(self.at)
    }
}

/// How a difference ended: what a prescriber found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reviewed {
    /// What it was about.
    pub difference: Difference,
    /// What was found and what follows.
    pub finding: String,
    /// Whether it was a theft or a loss.
    pub lost: bool,
    /// Whom it was told as one, where that was written here; today the stock keeps it.
    pub told: Option<String>,
    /// By whom.
    pub by: Who,
    /// When.
    pub at: Timestamp,
}

/// The arithmetic of lozenges over the lines of one prescription.
pub(super) fn count<'a>(lines: impl IntoIterator<Item = &'a Line>) -> Count {
    tally::count(lines.into_iter().map(|line| Step {
        line: line.id,
        since: line.since(),
        first: false,
        moved: line.entry.fate.moved(),
        lozenges: line.lozenges(),
    }))
}

/// The differences that no review has closed; a review is of one expected and one counted number.
pub(super) fn open(count: &Count, reviews: &BTreeMap<EventId, Reviewed>) -> Vec<Difference> {
    let seen = |one: &&Difference| reviews.get(&one.line).is_some_and(|review| review.difference == **one);
    count.differences.iter().filter(|one| !seen(one)).copied().collect()
}

impl Counted {
    /// Checks a count and tidies its words.
    ///
    /// # Errors
    /// When the number cannot be, a supplier, a witness or a manner is missing, or the witness is
    /// who records it.
    pub(super) fn checked(&self, at: &At<'_>) -> Result<Entry, Refusal> {
        lawful(self.fate, self.lozenges)?;
        let supply = self.supply.clone().map(|supply| supply.checked(at)).transpose()?;
        if self.fate == Fate::Dispensed && supply.is_none() && self.from_stock.is_none() {
            return Err(Refusal::SupplierMissing);
        }
        let (witnessed_by, witness) = second_person(self.witness.as_ref(), at)?;
        let manner = text::optional_line(self.manner.clone())?;
        if self.fate == Fate::Wasted {
            if witnessed_by.is_none() && witness.is_none() {
                return Err(Refusal::WitnessMissing);
            }
            manner.as_ref().ok_or(Refusal::MannerMissing)?;
        }
        let lot = text::optional_line(self.lot.clone())?;
        let since = supply.as_ref().and_then(|supply| start_of(supply.on, at));
        let (fate, lozenges) = (self.fate, self.lozenges);
        Ok(Entry { fate, lozenges, lot, witness, witnessed_by, supply, manner, since, dispensing: None })
    }
}

/// Refuses a number that no count can have.
pub(super) fn lawful(fate: Fate, lozenges: u32) -> Result<(), Refusal> {
    let low = u32::from(!fate.tells_what_is_there());
    if (low..=LOZENGES_MAX).contains(&lozenges) {
        return Ok(());
    }
    Err(Refusal::ValueImpossible {
        field: "lozenges".to_owned(),
        value: i64::from(lozenges),
        low: i64::from(low),
        high: i64::from(LOZENGES_MAX),
    })
}

impl Supply {
    pub(crate) fn checked(self, at: &At<'_>) -> Result<Self, Refusal> {
        if self.on > at.practice.date_at(at.now) {
            return Err(Refusal::TimeAhead);
        }
        Ok(Self {
            supplier: text::line(&self.supplier)?.ok_or(Refusal::SupplierMissing)?,
            address: text::optional_line(self.address)?,
            registration: text::optional_line(self.registration)?,
            containers: self.containers.filter(|containers| *containers > 0),
            ..self
        })
    }
}

/// The start of a day in the practice's zone; lozenges that came today came before now.
pub(crate) fn start_of(day: Date, at: &At<'_>) -> Option<Timestamp> {
    day.to_zoned(at.practice.time_zone()).ok().map(|start: Zoned| start.timestamp().min(at.occurred_at))
}

/// Who else saw it, as staff or in writing; never the one who records.
pub(crate) fn second_person(
    witness: Option<&Witness>,
    at: &At<'_>,
) -> Result<(Option<StaffId>, Option<String>), Refusal> {
    match witness {
        None => Ok((None, None)),
        Some(Witness::Staff(staff)) => {
            if at.by == (Who::Staff { staff: *staff }) {
                return Err(Refusal::WitnessIsRecorder);
            }
            let member = at.practice.people.get(staff).filter(|member| member.status == Status::Active);
            member.ok_or(Refusal::NoSuchPerson)?;
            Ok((Some(*staff), None))
        }
        Some(Witness::Written(words)) => {
            let words = text::line(words)?;
            if words.as_deref().is_some_and(|words| is_recorder(words, at)) {
                return Err(Refusal::WitnessIsRecorder);
            }
            Ok((None, words))
        }
    }
}

/// Whether the words are the recorder's own name or its initials, however they are spaced.
fn is_recorder(words: &str, at: &At<'_>) -> bool {
    let Who::Staff { staff } = at.by else { return false };
    let Some(member) = at.practice.people.get(&staff) else { return false };
    let letters =
        |text: &str| text.chars().filter(|c| c.is_alphanumeric()).collect::<String>().to_lowercase();
    let initials: String = member.name.split_whitespace().filter_map(|part| part.chars().next()).collect();
    let written = letters(words);
    written == letters(&member.name) || written == letters(&initials)
}
