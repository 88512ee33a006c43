//! The ground line: which stage the journey was in, from when to when.

use jiff::Timestamp;

use super::Segment;
use crate::card::{self, Stage};
use crate::case::Case;

/// Stages one after the other, each from the fact that began it to the next.
pub(super) fn segments(case: &Case, now: Timestamp) -> Vec<Segment> {
    let mut turns = turns(case);
    turns.sort_by_key(|(at, _)| *at);
    turns.retain(|(at, _)| *at <= now);
    turns.dedup_by_key(|(_, stage)| *stage);
    let ends: Vec<Timestamp> = turns.iter().skip(1).map(|(at, _)| *at).chain([now]).collect();
    let line = turns.into_iter().zip(ends);
    line.map(|((from, stage), until)| Segment { stage, from, until }).collect()
}

/// Facts that begin a stage; the stage of today comes from the card, so that both say the same.
fn turns(case: &Case) -> Vec<(Timestamp, Stage)> {
    let mut turns: Vec<(Timestamp, Stage)> = Vec::new();
    turns.extend(case.enquiry.received_at.map(|at| (at, Stage::Enquiry)));
    if case.consultation.held_at.is_some() || card::stage(case) == Stage::Consultation {
        turns.extend(case.enquiry.answered_at.map(|at| (at, Stage::Consultation)));
    }
    if case.consultation.goes_on() {
        turns.extend(case.consultation.concluded_at.map(|at| (at, Stage::Screening)));
    }
    turns.extend(case.preparation.held_at.first().map(|at| (*at, Stage::Preparation)));
    for (_, session) in case.sessions.in_order() {
        turns.extend(session.opened_at.or(session.first_dose_at()).map(|at| (at, Stage::InSession)));
        let left_at = session.ending.as_ref().map(|ending| ending.at);
        turns.extend(left_at.map(|at| (at, card::after_session(session))));
    }
    turns.extend(reviews(case));
    for ended in &case.endings.all {
        turns.push((ended.at, Stage::Ended));
        turns.extend(ended.reopened.as_ref().map(|reopened| (reopened.at, Stage::Screening)));
    }
    let (stage, since) = card::standing(case);
    turns.extend(since.map(|at| (at, stage)));
    turns
}

/// A review that lets the journey rest begins a pause; the next one that does not ends it.
fn reviews(case: &Case) -> Vec<(Timestamp, Stage)> {
    let mut turns = Vec::new();
    let mut rested = false;
    for signed in &case.reviews.signed {
        let rests = signed.review.decision.rests();
        if rests {
            turns.push((signed.at, Stage::Paused));
        } else if rested {
            let dosed = case.sessions.dosed().iter().any(|(_, one)| one.first_dose_at() <= Some(signed.at));
            turns.push((signed.at, if dosed { Stage::Integration } else { Stage::Preparation }));
        }
        rested = rests;
    }
    turns
}
