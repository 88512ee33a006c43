//! The next true step: what this journey waits for now, read from its facts.

use jiff::civil::Date;

use crate::case::Case;
use crate::consultation::Way;
use crate::ending;
use crate::enquiry::Standing;
use crate::id::SessionId;
use crate::integration;
use crate::medicine_session::Session;
use crate::preparation::{Need, Readiness, readiness};
use crate::review::Decision;

/// What a journey waits for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NextStep {
    /// An answer showed a risk: a person of the practice looks, before all else.
    LookAtRisk,
    /// Answer the enquiry.
    AnswerEnquiry,
    /// Meet for a first talk.
    Meet,
    /// Say together which way to go.
    Discern,
    /// Gather the health history.
    GatherHistory,
    /// The prescriber decides.
    Decide,
    /// The facts have changed since the decision, or it has run out: the prescriber decides anew.
    DecideAnew,
    /// Offer the consent.
    OfferConsent,
    /// The client reads, and signs or does not.
    AwaitConsent,
    /// Prepare: something that a session leans on is still missing.
    Prepare,
    /// The prescriber prescribes.
    Prescribe,
    /// The session that is open.
    InRoom(SessionId),
    /// The visit is over, and its chart is not sealed.
    Seal(SessionId),
    /// Something severe, or a dose outside the gate, waits for a prescriber's review.
    Review(SessionId),
    /// Meet for integration, inside the window.
    Integrate,
    /// The prescriber looks back at the last session before another dose.
    LookBack(SessionId),
    /// The care team looks at the course, or its day has come.
    HoldReview,
    /// A review decided that the journey rests, until its day.
    Rest,
    /// A review decided that the journey ends: the ending is written.
    WriteEnding,
    /// A session can be held.
    HoldSession,
    /// The client wants to wait, or both chose to.
    Wait,
    /// This journey has come to its end here.
    Ended,
}

/// The next true step on a day of the practice's calendar.
///
/// It is a view and no gate: whoever acts is refused by the rule that says no.
pub fn next_step(case: &Case, today: Date) -> NextStep {
    let first = [risk, room, review, enquiry, ended].into_iter().find_map(|look| look(case));
    let first = first.or_else(|| rests(case, today)).or_else(|| pace(case)).or_else(|| after_session(case));
    let due = || case.reviews.is_due(today).then_some(NextStep::HoldReview);
    first.or_else(due).unwrap_or_else(|| before_medicine(case, today))
}

fn risk(case: &Case) -> Option<NextStep> {
    (!case.scales.risk.open.is_empty()).then_some(NextStep::LookAtRisk)
}

fn room(case: &Case) -> Option<NextStep> {
    let sessions = case.sessions.in_order();
    let (id, session) = sessions.into_iter().find(|(_, session)| session.sealed.is_none())?;
    Some(if session.is_over() { NextStep::Seal(id) } else { NextStep::InRoom(id) })
}

fn review(case: &Case) -> Option<NextStep> {
    let open = |session: &Session| {
        let events = session.adverse_events();
        let severe = events.iter().filter(|event| event.holds_next_dose(None));
        !session.open_incidents().is_empty()
            || severe.clone().any(|event| session.review_of(event.id).is_none())
    };
    let sessions = case.sessions.in_order();
    sessions.into_iter().find(|(_, session)| open(session)).map(|(id, _)| NextStep::Review(id))
}

fn enquiry(case: &Case) -> Option<NextStep> {
    match case.enquiry.standing {
        Standing::None | Standing::Waiting => Some(NextStep::AnswerEnquiry),
        Standing::Declined => Some(NextStep::Ended),
        Standing::Invited => None,
    }
}

fn ended(case: &Case) -> Option<NextStep> {
    case.endings.current().map(|_| NextStep::Ended)
}

/// What a review decided about going on; a pause ends at the next one.
fn rests(case: &Case, today: Date) -> Option<NextStep> {
    match case.reviews.decision()? {
        Decision::End => Some(NextStep::WriteEnding),
        Decision::Pause if case.reviews.is_due(today) => Some(NextStep::HoldReview),
        Decision::Pause => Some(NextStep::Rest),
        Decision::GoOn | Decision::ChangePace | Decision::Taper => None,
    }
}

fn pace(case: &Case) -> Option<NextStep> {
    let consultation = &case.consultation;
    if consultation.not_yet.is_some() {
        return Some(NextStep::Wait);
    }
    match ending::way(case) {
        _ if consultation.held_at.is_none() => Some(NextStep::Meet),
        None => Some(NextStep::Discern),
        Some(Way::NotNow { .. }) => Some(NextStep::Wait),
        Some(Way::AnotherPath { .. }) => Some(NextStep::Ended),
        Some(Way::GoOn) => None,
    }
}

fn after_session(case: &Case) -> Option<NextStep> {
    let (id, _) = case.sessions.dosed().pop()?;
    let (_, window) = integration::latest_window(case)?;
    let met = case.integration.held_at().any(|at| at >= window.opened_at);
    if !met {
        return Some(NextStep::Integrate);
    }
    let looked_back = case.sessions.get(id).is_some_and(|session| session.follow_up.is_some());
    (!looked_back).then_some(NextStep::LookBack(id))
}

fn before_medicine(case: &Case, today: Date) -> NextStep {
    let standing = readiness(case, today);
    let first_missing = |needs: &[Need]| {
        let missing = |need: &&Need| standing.contains(&(**need, Readiness::Missing));
        needs.iter().find(missing).copied()
    };
    let in_order = [Need::History, Need::Clearance, Need::Consent];
    let prepared = Need::ALL.iter().copied().filter(|need| *need != Need::Prescription);
    let prepared: Vec<Need> = prepared.filter(|need| !in_order.contains(need)).collect();
    let missing = first_missing(&in_order).or_else(|| first_missing(&prepared));
    match missing.or_else(|| first_missing(&[Need::Prescription])) {
        Some(Need::History) => NextStep::GatherHistory,
        Some(Need::Clearance) if case.clearance.latest().is_some() => NextStep::DecideAnew,
        Some(Need::Clearance) => NextStep::Decide,
        Some(Need::Consent) if case.consent.offered.is_some() => NextStep::AwaitConsent,
        Some(Need::Consent) => NextStep::OfferConsent,
        Some(Need::Prescription) => NextStep::Prescribe,
        Some(_) => NextStep::Prepare,
        None => NextStep::HoldSession,
    }
}

#[cfg(test)]
mod tests;
