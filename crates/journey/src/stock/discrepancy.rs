//! Losses and counts that do not match: by when somebody is told, who was, and how it ended.

use std::collections::BTreeSet;

use jiff::civil::Date;
use jiff::{Span, Timestamp};
use serde::{Deserialize, Serialize};

use super::lot::{Fate, Line, Lot, What};
use super::{Event, Stock, figures};
use crate::case::At;
use crate::event::{Recorded, Who};
use crate::id::{ClientId, EventId};
use crate::practice::Practice;
use crate::refusal::Refusal;
use crate::text;

/// What a notice is about: a line of a lot, or a loss found in somebody's record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(tag = "about", rename_all = "snake_case")]
pub enum About {
    /// A line of the stock.
    Line {
        /// Of which lot.
        lot: u32,
        /// The line at which it shows.
        line: EventId,
    },
    /// A loss that a prescriber found in a person's record.
    Person {
        /// The fact that says so.
        loss: EventId,
    },
}

/// What was done: who was told, or why nobody was.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "said", rename_all = "snake_case")]
pub enum Notice {
    /// Somebody was told.
    Told {
        /// Whom.
        whom: String,
        /// On which day.
        on: Date,
        /// The number or name under which it can be found there.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reference: Option<String>,
    },
    /// Nobody was told, and why.
    NotTold {
        /// Why.
        why: String,
    },
}

/// A notice, with who wrote it and when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Noticed {
    /// What was done.
    pub notice: Notice,
    /// By whom it was written.
    pub by: Who,
    /// When.
    pub at: Timestamp,
}

/// How it ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settled {
    /// What was found.
    pub finding: String,
    /// The two numbers it was about, where a count did not match.
    pub numbers: Option<(u32, u32)>,
    /// By whom.
    pub by: Who,
    /// When.
    pub at: Timestamp,
}

/// All that was written about one of them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Written {
    /// What was done, the oldest first.
    pub notices: Vec<Noticed>,
    /// How it ended, the newest word.
    pub ended: Option<Settled>,
}

/// A loss found in a person's record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct PersonsLoss {
    id: EventId,
    client: ClientId,
    kind: Kind,
    found_at: Timestamp,
    by: Who,
}

impl PersonsLoss {
    pub(super) fn client(&self) -> ClientId {
        self.client
    }
}

/// What is the matter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// A count does not match.
    Mismatch {
        /// How many ought to have been there.
        expected: u32,
        /// How many were there, or went out.
        counted: u32,
        /// Whether more went out than was there.
        overdrawn: bool,
    },
    /// Somebody wrote that lozenges were stolen or lost.
    Lost {
        /// How many.
        lozenges: u32,
    },
    /// A prescriber found that lozenges of one person were stolen or lost.
    OfPerson {
        /// Whose: a pseudonym.
        client: ClientId,
        /// The number of their prescription.
        prescription: u32,
        /// Ketamine in one lozenge.
        strength_mg: u32,
        /// How many.
        lozenges: u32,
    },
    /// It matched after all, once a line had been put right.
    PutRight,
}

/// One loss, or one count that does not match, as it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Discrepancy {
    /// What it is about.
    pub about: About,
    /// What is the matter.
    pub kind: Kind,
    /// When it was found: the clock runs from here.
    pub found_at: Timestamp,
    /// Who wrote the line at which it shows.
    pub by: Who,
    /// What was written about it.
    pub written: Written,
}

impl Discrepancy {
    /// Whether it waits for somebody.
    pub fn is_open(&self) -> bool {
        let numbers = self.kind.numbers();
        match (&self.kind, &self.written.ended) {
            (Kind::PutRight, _) => false,
            (_, Some(ended)) => ended.numbers != numbers,
            (_, None) => true,
        }
    }

    /// Whether nobody has written yet who was told, or why nobody was.
    pub fn waits_for_notice(&self) -> bool {
        self.is_open() && self.written.notices.is_empty()
    }
}

impl Kind {
    fn numbers(self) -> Option<(u32, u32)> {
        match self {
            Self::Mismatch { expected, counted, .. } => Some((expected, counted)),
            _ => None,
        }
    }
}

/// Until when notice is due: the end of the practice's open days after the day of finding; of
/// calendar days, where no hours were stated. Without a figure it is due at once.
pub fn notice_due(found_at: Timestamp, practice: &Practice) -> Timestamp {
    let due = || {
        let days = figures(practice, found_at)?.loss_notice_business_days.value;
        let zone = practice.time_zone();
        let start = |day: Date| day.to_zoned(zone.clone()).ok().map(|day| day.timestamp());
        let next = start(practice.date_at(found_at).tomorrow().ok()?)?;
        match practice.hours_at(found_at) {
            Some(hours) => hours.after_days(next, u8::try_from(days.checked_sub(1)?).ok()?, &zone),
            None => start(practice.date_at(found_at).checked_add(Span::new().try_days(days + 1).ok()?).ok()?),
        }
    };
    due().unwrap_or(found_at)
}

impl Stock {
    /// Every loss and every count that does not match, the newest first.
    pub fn discrepancies(&self) -> Vec<Discrepancy> {
        let mut found: Vec<Discrepancy> = self.lots.iter().flat_map(|lot| self.of_lot(lot)).collect();
        found.extend(self.losses.iter().map(|loss| {
            let about = About::Person { loss: loss.id };
            self.matter(about, loss.kind, loss.found_at, loss.by)
        }));
        let known: BTreeSet<About> = found.iter().map(|one| one.about).collect();
        let right = self.written.keys().filter(|about| !known.contains(about));
        let right: Vec<Discrepancy> = right.filter_map(|about| self.put_right(*about)).collect();
        found.extend(right);
        found.sort_by_key(|one| (std::cmp::Reverse(one.found_at), one.about));
        found
    }

    fn of_lot(&self, lot: &Lot) -> Vec<Discrepancy> {
        let differences = lot.count().differences;
        let kind = |line: &Line| match &line.what {
            What::Moved(Fate::Lost) if line.lozenges() > 0 => Some(Kind::Lost { lozenges: line.lozenges() }),
            what => differences.iter().find(|one| one.line == line.id).map(|one| Kind::Mismatch {
                expected: one.expected,
                counted: one.counted,
                overdrawn: !matches!(what, What::Moved(Fate::Found) | What::Inventory { .. }),
            }),
        };
        let each = lot.lines.iter().filter_map(|line| {
            let about = About::Line { lot: lot.number, line: line.id };
            Some(self.matter(about, kind(line)?, line.seen_at(), line.by))
        });
        each.collect()
    }

    fn put_right(&self, about: About) -> Option<Discrepancy> {
        let About::Line { lot, line } = about else { return None };
        let line = self.lot(lot)?.lines.iter().find(|kept| kept.id == line)?;
        Some(self.matter(about, Kind::PutRight, line.seen_at(), line.by))
    }

    fn matter(&self, about: About, kind: Kind, found_at: Timestamp, by: Who) -> Discrepancy {
        let written = self.written.get(&about).cloned().unwrap_or_default();
        Discrepancy { about, kind, found_at, by, written }
    }

    /// What somebody writes about one that is open: first what was done, then how it ended.
    pub(super) fn answered(
        &self,
        about: About,
        notice: Option<&Notice>,
        ended: Option<&str>,
        at: &At<'_>,
    ) -> Result<Vec<Event>, Refusal> {
        let mut known = self.discrepancies().into_iter().filter(Discrepancy::is_open);
        let open = known.find(|one| one.about == about).ok_or(Refusal::NoSuchEntry)?;
        let notice = notice.map(|notice| notice.clone().checked(at)).transpose()?;
        let finding = ended.map(text::paragraph).transpose()?.flatten();
        if notice.is_none() && (finding.is_none() || open.written.notices.is_empty()) {
            return Err(Refusal::NoticeMissing);
        }
        let numbers = open.kind.numbers();
        let notice = notice.map(|notice| Event::NoticeWritten { about, notice });
        let ended = finding.map(|finding| Event::DiscrepancyEnded { about, numbers, finding });
        Ok(notice.into_iter().chain(ended).collect())
    }

    pub(super) fn evolve_written(&mut self, event: &Event, recorded: &Recorded) {
        let (by, at) = (recorded.by, recorded.recorded_at);
        match event {
            Event::PersonsLossFound { client, prescription, strength_mg, lozenges } => {
                let (client, prescription) = (*client, *prescription);
                let (strength_mg, lozenges) = (*strength_mg, *lozenges);
                let kind = Kind::OfPerson { client, prescription, strength_mg, lozenges };
                self.losses.push(PersonsLoss { id: recorded.id, client, kind, found_at: at, by });
            }
            Event::NoticeWritten { about, notice } => {
                let notice = notice.clone();
                self.written.entry(*about).or_default().notices.push(Noticed { notice, by, at });
            }
            Event::DiscrepancyEnded { about, numbers, finding } => {
                let (finding, numbers) = (finding.clone(), *numbers);
                self.written.entry(*about).or_default().ended = Some(Settled { finding, numbers, by, at });
            }
            _ => {}
        }
    }
}

impl Notice {
    fn checked(self, at: &At<'_>) -> Result<Self, Refusal> {
        match self {
            Self::Told { whom, on, reference } => {
                if on > at.practice.date_at(at.now) {
                    return Err(Refusal::TimeAhead);
                }
                let whom = text::line(&whom)?.ok_or(Refusal::NoticeMissing)?;
                Ok(Self::Told { whom, on, reference: text::optional_line(reference)? })
            }
            Self::NotTold { why } => {
                Ok(Self::NotTold { why: text::paragraph(&why)?.ok_or(Refusal::NoticeMissing)? })
            }
        }
    }
}
