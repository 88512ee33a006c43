//! What a session needs and whether it is in; both the client and the practice see it.

use jiff::civil::Date;

use super::Companion;
use crate::case::Case;

/// One thing that is to be in before a medicine session.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Need {
    /// Both chose to go on.
    Discernment,
    /// The health history.
    History,
    /// The prescriber's clearance.
    Clearance,
    /// The signed consent.
    Consent,
    /// At least one intention.
    Intention,
    /// At least one anchor.
    Anchor,
    /// At least one agreed signal.
    Signal,
    /// What helps when something hard comes.
    Help,
    /// A preparation session.
    Session,
    /// Who takes the client home.
    Escort,
    /// Who is with the client that night.
    Night,
    /// The client was told about food, drink and medicines.
    Fasting,
    /// A prescription.
    Prescription,
}

impl Need {
    /// Everything, in the order in which it is shown.
    pub const ALL: [Self; 13] = [
        Self::Discernment,
        Self::History,
        Self::Clearance,
        Self::Consent,
        Self::Intention,
        Self::Anchor,
        Self::Signal,
        Self::Help,
        Self::Session,
        Self::Escort,
        Self::Night,
        Self::Fasting,
        Self::Prescription,
    ];
}

/// Whether something is in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Readiness {
    /// It is.
    In,
    /// It is not, or no longer.
    Missing,
}

/// Lists what is in and what is missing on a day of the practice's calendar.
///
/// It is a view and no gate: the gate looks at the day itself.
pub fn readiness(case: &Case, today: Date) -> Vec<(Need, Readiness)> {
    let standing = |need: &Need| {
        let standing = if is_in(case, *need, today) { Readiness::In } else { Readiness::Missing };
        (*need, standing)
    };
    Need::ALL.iter().map(standing).collect()
}

fn is_in(case: &Case, need: Need, today: Date) -> bool {
    let preparation = &case.preparation;
    match need {
        Need::Discernment => case.consultation.goes_on(),
        Need::History => !case.history.is_empty(),
        Need::Clearance => case.clearance.cleared_on(today, case.history.revision).is_some(),
        Need::Consent => case.consent.holds_on(today),
        Need::Intention => preparation.intentions().next().is_some(),
        Need::Anchor => preparation.anchors().next().is_some(),
        Need::Signal => preparation.signals().next().is_some(),
        Need::Help => preparation.helps().next().is_some(),
        Need::Session => !preparation.held_at.is_empty(),
        Need::Escort => preparation.companions.contains_key(&Companion::Escort),
        Need::Night => preparation.companions.contains_key(&Companion::Night),
        Need::Fasting => preparation.fasting_told_at.is_some(),
        Need::Prescription => case.prescriptions.in_force_on(today).is_some(),
    }
}
