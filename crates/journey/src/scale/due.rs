//! Which scales it is time for, by the protocol's figures; nobody is asked before a person asks.

use jiff::civil::Date;
use jiff::{Span, Timestamp, Zoned};

use super::{Occasion, Scale, scale};
use crate::case::Case;
use crate::id::SessionId;
use crate::integration::{self, WindowState};
use crate::protocol::Protocol;

/// A scale for which it is time.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Proposal {
    /// Which scale.
    pub scale: &'static Scale,
    /// On what occasion.
    pub occasion: Occasion,
}

/// Scales for which it is time and that nobody has asked for yet.
///
/// Before any medicine each of the protocol's first set; after a dose those of its course, at
/// the latest milestone that has come, and only where what they look back over lies after the dose.
pub fn proposed(case: &Case, protocol: &Protocol, now: Timestamp) -> Vec<Proposal> {
    let Some(figures) = &protocol.questionnaires else { return Vec::new() };
    let mut proposals = match case.sessions.dosed().last() {
        None if !case.consultation.goes_on() => Vec::new(),
        None => {
            let missing = named(&figures.baseline.value);
            let missing =
                missing.filter(|scale| !case.scales.fillings.iter().any(|one| one.scale == scale.id));
            missing.map(|scale| Proposal { scale, occasion: Occasion::Baseline }).collect()
        }
        Some((session, facts)) => {
            let milestone =
                facts.last_dose_at().and_then(|at| latest_milestone(case, protocol, *session, at, now));
            let course = named(&figures.course.value);
            milestone.map_or_else(Vec::new, |milestone| {
                course.filter_map(|scale| milestone.asks(case, scale)).collect()
            })
        }
    };
    proposals.retain(|proposal| case.scales.request(proposal.scale.id).is_none());
    proposals
}

fn named(ids: &[String]) -> impl Iterator<Item = &'static Scale> {
    ids.iter().filter_map(|id| scale(id))
}

/// A day after a dose on which scales are asked.
struct Milestone {
    day: Date,
    days: i32,
    occasion: Occasion,
}

impl Milestone {
    fn asks(&self, case: &Case, scale: &'static Scale) -> Option<Proposal> {
        let filled = |at: Timestamp| day_of(case, at) >= self.day;
        let done = case.scales.fillings.iter().any(|one| one.scale == scale.id && filled(one.at));
        let looks_past_dose = i32::from(scale.look_back_days) > self.days;
        (!done && !looks_past_dose).then_some(Proposal { scale, occasion: self.occasion })
    }
}

/// The client's own day of an instant.
fn day_of(case: &Case, at: Timestamp) -> Date {
    Zoned::new(at, integration::zone(case)).date()
}

fn latest_milestone(
    case: &Case,
    protocol: &Protocol,
    session: SessionId,
    dosed_at: Timestamp,
    now: Timestamp,
) -> Option<Milestone> {
    let figures = protocol.questionnaires.as_ref()?;
    let (dosed_on, today) = (day_of(case, dosed_at), day_of(case, now));
    let after = figures.after_session_day.value;
    let first = Span::new().try_days(after).ok().and_then(|span| {
        let day = u16::try_from(after).ok()?;
        Some((dosed_on.saturating_add(span), Occasion::AfterSession { session, day }))
    });
    let months = protocol.check_ins.follow_up_months.value.iter().filter_map(|months| {
        let span = Span::new().try_months(*months).ok()?;
        Some((dosed_on.saturating_add(span), Occasion::FollowUp { months: u16::try_from(*months).ok()? }))
    });
    let reached = first.into_iter().chain(months).filter(|(day, _)| *day <= today);
    reached.max_by_key(|(day, _)| *day).map(|(day, occasion)| Milestone {
        day,
        days: (day - dosed_on).get_days(),
        occasion,
    })
}

/// The occasion of a filling: as it was asked for, else before any medicine, in a window, or between.
pub fn occasion(case: &Case, scale: &str, now: Timestamp) -> Occasion {
    if let Some(request) = case.scales.request(scale) {
        return request.occasion;
    }
    if case.sessions.dosed().is_empty() {
        return Occasion::Baseline;
    }
    let windows = integration::windows(case);
    let open = windows.last().filter(|(_, window)| window.state(now) != WindowState::Over);
    open.map_or(Occasion::Between, |(session, window)| {
        let days = (day_of(case, now) - day_of(case, window.opened_at)).get_days();
        Occasion::AfterSession { session: *session, day: u16::try_from(days).unwrap_or_default() }
    })
}
