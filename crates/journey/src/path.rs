//! The path: one person's whole journey as it is drawn, and the same in words.

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};

use crate::card::Stage;
use crate::case::Case;
use crate::clearance::Decision;
use crate::consultation::Way;
use crate::ending::Side;
use crate::id::SessionId;
use crate::integration::{self, CheckInId};
use crate::protocol::DoseTier;
use crate::review;
use crate::scale::Score;

mod segments;

/// A journey as it is drawn: the ground line, and everything that stands on it.
#[derive(Debug, Clone, PartialEq)]
pub struct Path {
    /// When it was drawn.
    pub now: Timestamp,
    /// Stages of the ground line, one after the other; the last one reaches to now.
    pub segments: Vec<Segment>,
    /// Everything that stands on it, in the order of time, the planned at the end.
    pub marks: Vec<Mark>,
}

/// A stretch of the ground line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Segment {
    /// The stage.
    pub stage: Stage,
    /// Since when.
    pub from: Timestamp,
    /// Until when.
    pub until: Timestamp,
}

/// One thing on the path.
#[derive(Debug, Clone, PartialEq)]
pub struct Mark {
    /// When.
    pub at: Timestamp,
    /// The day in the reader's zone.
    pub day: Date,
    /// What.
    pub what: What,
}

/// What stands on the path.
#[derive(Debug, Clone, PartialEq)]
pub enum What {
    /// The enquiry came.
    Enquiry,
    /// The consultation took place.
    Consultation,
    /// Both saw which way to go.
    Discernment(Way),
    /// A preparation session took place.
    Preparation {
        /// The how manieth, from 1.
        number: usize,
    },
    /// The prescriber decided.
    Clearance(Decision),
    /// The client signed the consent.
    ConsentSigned(DoseTier),
    /// The client took consent back.
    ConsentWithdrawn,
    /// A prescription was signed.
    Prescription(DoseTier),
    /// A medicine session, at its first dose.
    Session {
        /// Which session.
        session: SessionId,
        /// The how manieth, from 1.
        number: usize,
        /// All that was taken, a booster included.
        total_mg: i64,
        /// The tier that was prescribed, if anything was.
        tier: Option<DoseTier>,
    },
    /// The first part of a window ends.
    WindowPeakEnds(SessionId),
    /// A window ends.
    WindowEnds(SessionId),
    /// A check-in, at the time it is due.
    CheckIn {
        /// Which one.
        check_in: CheckInId,
        /// How it stands.
        standing: CheckInStanding,
    },
    /// An integration session took place.
    Integration {
        /// The how manieth, from 1.
        number: usize,
    },
    /// The care team looked at the work, and decided.
    Review(review::Decision),
    /// The day of the next review.
    ReviewPlanned,
    /// The journey ended here.
    Ending(Side),
    /// Somebody came back.
    Reopened,
    /// A day on which somebody asks how they are.
    FollowUp {
        /// So many months after the end.
        months: u16,
    },
    /// A scale was filled in.
    Score {
        /// Which scale.
        scale: String,
        /// Its score.
        score: Score,
    },
}

/// How a check-in stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CheckInStanding {
    /// Something was answered.
    Filled,
    /// Its time has passed without an answer.
    Missed,
    /// It can be answered now.
    Due,
    /// It is to come.
    ToCome,
    /// It was to come when the client wanted no more.
    Stopped,
}

/// Draws the path as of now; days are those of the reader's zone.
pub fn path(case: &Case, now: Timestamp, zone: &TimeZone) -> Path {
    let mut marks = before_medicine(case);
    marks.extend(sessions(case));
    marks.extend(windows(case));
    marks.extend(check_ins(case, now));
    let held = (1..).zip(case.integration.held_at());
    marks.extend(held.map(|(number, at)| (at, What::Integration { number })));
    marks.extend(scores(case));
    marks.extend(reviews(case, zone));
    marks.extend(endings(case, zone));
    marks.sort_by_key(|(at, _)| *at);
    let day = |at: Timestamp| Zoned::new(at, zone.clone()).date();
    let marks = marks.into_iter().map(|(at, what)| Mark { at, day: day(at), what }).collect();
    Path { now, segments: segments::segments(case, now), marks }
}

type Timed = (Timestamp, What);

fn before_medicine(case: &Case) -> Vec<Timed> {
    let (consultation, consent) = (&case.consultation, &case.consent);
    let mut marks: Vec<Timed> = Vec::new();
    marks.extend(case.enquiry.received_at.map(|at| (at, What::Enquiry)));
    marks.extend(consultation.held_at.map(|at| (at, What::Consultation)));
    let way = consultation.discernment.as_ref().map(|discernment| discernment.way.clone());
    marks.extend(consultation.concluded_at.zip(way).map(|(at, way)| (at, What::Discernment(way))));
    let held = (1..).zip(&case.preparation.held_at);
    marks.extend(held.map(|(number, at)| (*at, What::Preparation { number })));
    let decisions = case.clearance.decisions.iter();
    marks.extend(decisions.map(|one| (one.at, What::Clearance(one.judgement.decision))));
    let signed = consent.signed.as_ref();
    marks.extend(signed.map(|signed| (signed.signed_at, What::ConsentSigned(signed.tier))));
    marks.extend(consent.withdrawn_at.map(|at| (at, What::ConsentWithdrawn)));
    let prescribed = case.prescriptions.all.iter();
    marks.extend(prescribed.map(|one| (one.signed_at, What::Prescription(one.envelope.tier))));
    marks
}

fn sessions(case: &Case) -> impl Iterator<Item = Timed> {
    let dosed = (1..).zip(case.sessions.dosed());
    dosed.filter_map(|(number, (session, facts))| {
        let at = facts.first_dose_at()?;
        let signed_before = case.prescriptions.all.iter().rev().find(|one| one.signed_at <= at);
        let tier = signed_before.map(|one| one.envelope.tier);
        Some((at, What::Session { session, number, total_mg: facts.total_mg(), tier }))
    })
}

fn windows(case: &Case) -> impl Iterator<Item = Timed> {
    integration::windows(case).into_iter().flat_map(|(session, window)| {
        [(window.peak_until, What::WindowPeakEnds(session)), (window.open_until, What::WindowEnds(session))]
    })
}

fn check_ins(case: &Case, now: Timestamp) -> Vec<Timed> {
    let integration = &case.integration;
    let mut marks = Vec::new();
    for (session, days) in integration::planned(case, &integration::zone(case)) {
        for planned in days {
            let check_in = CheckInId { session, day: planned.day };
            let kept = integration.check_ins.get(&check_in);
            let filled = kept.is_some_and(|kept| kept.answered_at.is_some());
            let stopped = integration.stopped_at.is_some_and(|at| at <= planned.due_at);
            let standing = if filled {
                CheckInStanding::Filled
            } else if stopped {
                CheckInStanding::Stopped
            } else if now >= planned.missed_at {
                CheckInStanding::Missed
            } else if now >= planned.opens_at {
                CheckInStanding::Due
            } else {
                CheckInStanding::ToCome
            };
            marks.push((planned.due_at, What::CheckIn { check_in, standing }));
        }
    }
    marks
}

fn scores(case: &Case) -> impl Iterator<Item = Timed> {
    case.scales.fillings.iter().filter_map(|filling| {
        let score = filling.score?;
        Some((filling.at, What::Score { scale: filling.scale.clone(), score }))
    })
}

fn reviews(case: &Case, zone: &TimeZone) -> Vec<Timed> {
    let signed = case.reviews.signed.iter();
    let mut marks: Vec<Timed> = signed.map(|one| (one.at, What::Review(one.review.decision))).collect();
    let planned = case.reviews.next_on.filter(|_| case.endings.current().is_none());
    marks.extend(planned.and_then(|on| begins(on, zone)).map(|at| (at, What::ReviewPlanned)));
    marks
}

fn endings(case: &Case, zone: &TimeZone) -> Vec<Timed> {
    let mut marks = Vec::new();
    for ended in &case.endings.all {
        marks.push((ended.at, What::Ending(ended.farewell.by)));
        let reopened_at = ended.reopened.as_ref().map(|reopened| reopened.at);
        let planned = ended.follow_ups.iter().filter_map(|one| Some((begins(one.on, zone)?, one.months)));
        let asked = planned.filter(|(at, _)| reopened_at.is_none_or(|back| *at < back));
        marks.extend(asked.map(|(at, months)| (at, What::FollowUp { months })));
        marks.extend(reopened_at.map(|at| (at, What::Reopened)));
    }
    marks
}

fn begins(day: Date, zone: &TimeZone) -> Option<Timestamp> {
    day.to_zoned(zone.clone()).ok().map(|day| day.timestamp())
}

#[cfg(test)]
mod tests;
