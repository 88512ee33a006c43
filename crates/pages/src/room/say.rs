//! Lines of a session in words, for the timeline, the list of entries and the sealed page.

use journey::consent::{SafetyTouch, Touch, TouchPlace};
use journey::medicine_session::Charted;
use journey::medicine_session::charting::{Arose, Group, Offer, SlowDown, Stopper, Strength};
use journey::medicine_session::day::{KitItem, RiskFinding};
use journey::medicine_session::discharge::Criterion;
use journey::medicine_session::dose::{Dose, DoseKind, HoldEnd};
use journey::medicine_session::phase::Phase;
use journey::medicine_session::session::{Ending, Fact, WithoutDose};
use journey::medicine_session::timeline::Shown;
use journey::medicine_session::vitals::{Seen, Vitals};
use journey::protocol::{DoseTier, Measure, Sign};

use super::{question, words};
use crate::messages::Messages;
use crate::t;
use crate::time::list;

/// A line in words.
pub fn shown(m: Messages, shown: &Shown) -> String {
    match shown {
        Shown::Arrived => t!(m, "room-arrived"),
        Shown::Dose(given) => dose(m, given),
        Shown::AdverseEvent(event) => {
            let report = &event.report;
            let term = words::term(m, &report.term);
            let told = t!(m, "room-adverse-line", term = term, grade = report.grade);
            match &report.words {
                Some(words) => format!("{told}: {words}"),
                None => told,
            }
        }
        Shown::Charted(one) => charted(m, one),
        Shown::Ended(how) => ending(m, how),
    }
}

/// A dose in words.
pub fn dose(m: Messages, dose: &Dose) -> String {
    match &dose.kind {
        DoseKind::Authorised => t!(m, "room-dose-line", mg = dose.dose_mg),
        DoseKind::Booster => t!(m, "room-booster-line", mg = dose.dose_mg),
        DoseKind::OutsideGate { given_by, why, refused } => {
            let why = refused.as_ref().map_or_else(|| why.clone(), |refused| question::refused(m, refused));
            t!(m, "room-outside-line", mg = dose.dose_mg, by = given_by.as_str(), why = why)
        }
    }
}

/// What a tablet kept until after the seal, as an addendum in words.
pub fn after_the_seal(m: Messages, hour: &str, entry: &Charted) -> String {
    t!(m, "room-after-seal", hour = hour, words = charted(m, entry))
}

/// How a visit ended, in words.
pub fn ending(m: Messages, ending: &Ending) -> String {
    match &ending.how {
        Fact::DischargeDone { left_with } => t!(m, "room-left-with", name = left_with.as_str()),
        Fact::LeftAgainstAdvice { witness, plan, .. } => {
            t!(m, "room-left-early", witness = witness.as_str(), plan = plan.as_str())
        }
        Fact::EndedWithoutDose { because, words } => {
            let why = match because {
                WithoutDose::ClientSaidNo => t!(m, "room-ended-no"),
                WithoutDose::TherapistStopped => t!(m, "room-ended-stopped"),
                WithoutDose::GateStayedClosed => t!(m, "room-ended-gate"),
            };
            words.as_ref().map_or_else(|| why.clone(), |words| format!("{why} {words}"))
        }
        _ => String::new(),
    }
}

/// What was charted, in words.
pub fn charted(m: Messages, charted: &Charted) -> String {
    match charted {
        Charted::IdentityConfirmed => t!(m, "room-did-identity"),
        Charted::MedicinesReconciled { changes: None } => t!(m, "room-did-medicines"),
        Charted::MedicinesReconciled { changes: Some(changes) } => {
            t!(m, "room-did-medicines-changed", changes = changes.as_str())
        }
        Charted::RiskAssessed { finding, words } => {
            let found = risk(m, *finding);
            words.as_ref().map_or_else(|| found.clone(), |words| format!("{found}: {words}"))
        }
        Charted::DayAnswered(_) => t!(m, "room-did-day"),
        Charted::EscortConfirmed { name } => t!(m, "room-did-escort", name = name.as_str()),
        Charted::KitChecked { items } => t!(m, "room-did-kit", items = items.len()),
        Charted::MonitorAssigned { .. } => t!(m, "room-did-monitor"),
        Charted::PrescriberReachable { how } => t!(m, "room-did-prescriber", how = how.as_str()),
        Charted::VitalsTaken(set) => vitals(m, set),
        Charted::VitalsDeferred { reason } => t!(m, "room-did-defer", reason = reason.as_str()),
        Charted::RecheckAsked { minutes } => t!(m, "room-did-recheck", minutes = *minutes),
        Charted::HoldEnded { minutes, end } => hold(m, *minutes, *end),
        Charted::OnsetNoticed => t!(m, "room-did-onset"),
        Charted::PhaseEntered { phase: entered } => t!(m, "room-did-phase", phase = phase(m, *entered)),
        Charted::EntryCharted(entry) => {
            let word = entry.code.as_deref().map(|code| words::charted(m, code));
            let parts = [word, entry.words.clone(), entry.strength.map(|one| strength(m, one))];
            parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
        }
        Charted::SlowedDown(slow) => slow_down(m, slow),
        Charted::StoppedEarly { by, words } => stopped(m, *by, words.as_deref()),
        Charted::NoteWritten { text } => text.clone(),
        Charted::CriterionTicked { criterion: one } => criterion(m, *one),
        Charted::AldreteScored(score) => t!(m, "room-aldrete-line", total = score.total()),
        Charted::EnteredInError { .. } | Charted::Corrected { .. } => String::new(),
    }
}

/// That the work was stopped early, and by whom.
pub fn stopped(m: Messages, by: Stopper, words: Option<&str>) -> String {
    let said = match by {
        Stopper::Client => t!(m, "room-stopped-client"),
        Stopper::Therapist => t!(m, "room-stopped-therapist"),
    };
    match words {
        Some(words) => format!("{said} {words}"),
        None => said,
    }
}

/// What became of the lozenge.
pub fn hold(m: Messages, minutes: i64, end: HoldEnd) -> String {
    match end {
        HoldEnd::Swallowed => t!(m, "room-held-swallowed", minutes = minutes),
        HoldEnd::Spat => t!(m, "room-held-spat", minutes = minutes),
    }
}

/// One set of vital signs in a line.
pub fn vitals(m: Messages, set: &Vitals) -> String {
    let mut parts = Vec::new();
    match (set.systolic_mmhg, set.diastolic_mmhg) {
        (Some(high), Some(low)) => parts.push(format!("{high}/{low}")),
        (Some(one), None) | (None, Some(one)) => parts.push(one.to_string()),
        (None, None) => {}
    }
    let signs = [
        (Sign::HeartRate, set.heart_rate_per_minute),
        (Sign::Spo2, set.spo2_percent),
        (Sign::RespiratoryRate, set.respiratory_rate_per_minute),
        (Sign::Moaas, set.moaas),
    ];
    parts.extend(signs.iter().filter_map(|(of, value)| Some(measured(m, of.field(), (*value)?))));
    parts.extend((set.moaas_seen == Some(Seen::ByObservation)).then(|| t!(m, "room-seen-watching")));
    let rated = set.ratings().into_iter().filter_map(|(name, value)| Some((name, value?)));
    parts.extend(rated.map(|(name, value)| measured(m, name, value)));
    parts.join(" · ")
}

/// One value with what it is, as a line of several says it.
fn measured(m: Messages, name: &str, value: i64) -> String {
    match name {
        "respiratory_rate_per_minute" => t!(m, "room-line-breaths", value = value),
        "moaas" => t!(m, "room-line-awake", value = value),
        "dissociation_0_10" => t!(m, "room-line-far", value = value),
        "distress_0_10" => t!(m, "room-line-distress", value = value),
        "pain_0_10" => t!(m, "room-line-pain", value = value),
        _ => format!("{} {value}", field(m, name)),
    }
}

/// The short name of a sign.
pub fn sign(m: Messages, sign: Sign) -> String {
    match sign {
        Sign::Systolic => t!(m, "room-sign-systolic"),
        Sign::Diastolic => t!(m, "room-sign-diastolic"),
        Sign::HeartRate => t!(m, "room-sign-heart"),
        Sign::Spo2 => t!(m, "room-sign-oxygen"),
        Sign::RespiratoryRate => t!(m, "room-sign-breaths"),
        Sign::Moaas => t!(m, "room-sign-awake"),
    }
}

/// The name of a sign by its field.
pub fn field(m: Messages, field: &str) -> String {
    match Sign::ALL.into_iter().find(|sign| sign.field() == field) {
        Some(one) => sign(m, one),
        None if field == "distress_0_10" => t!(m, "room-sign-distress"),
        None if field == "pain_0_10" => t!(m, "room-sign-pain"),
        None => t!(m, "room-sign-far"),
    }
}

/// The name of a measure that is due.
pub fn measure(m: Messages, measure: Measure) -> String {
    match measure {
        Measure::BloodPressure => t!(m, "room-sign-pressure"),
        Measure::HeartRate => t!(m, "room-sign-heart"),
        Measure::Spo2 => t!(m, "room-sign-oxygen"),
        Measure::RespiratoryRate => t!(m, "room-sign-breaths"),
        Measure::Moaas => t!(m, "room-sign-awake"),
        Measure::Dissociation => t!(m, "room-sign-far"),
    }
}

fn slow_down(m: Messages, slow: &SlowDown) -> String {
    let mut parts = vec![t!(m, "room-slowed")];
    parts.extend(slow.arose.map(|one| arose(m, one)));
    if !slow.offered.is_empty() {
        let offered: Vec<String> = slow.offered.iter().map(|one| offer(m, *one)).collect();
        let offered: Vec<&str> = offered.iter().map(String::as_str).collect();
        parts.push(list(m, &offered));
    }
    parts.extend(slow.came.clone());
    parts.join(", ")
}

/// What arose.
pub fn arose(m: Messages, arose: Arose) -> String {
    match arose {
        Arose::Fear => t!(m, "room-arose-fear"),
        Arose::Disorientation => t!(m, "room-arose-disorientation"),
        Arose::StrongEmotion => t!(m, "room-arose-emotion"),
        Arose::Memory => t!(m, "room-arose-memory"),
        Arose::Body => t!(m, "room-arose-body"),
    }
}

/// What was offered.
pub fn offer(m: Messages, offer: Offer) -> String {
    match offer {
        Offer::Voice => t!(m, "room-offer-voice"),
        Offer::Breath => t!(m, "room-offer-breath"),
        Offer::Ground => t!(m, "room-offer-ground"),
        Offer::Hand => t!(m, "room-offer-hand"),
        Offer::Music => t!(m, "room-offer-music"),
        Offer::Light => t!(m, "room-offer-light"),
        Offer::Nothing => t!(m, "room-offer-nothing"),
    }
}

/// How strong.
pub fn strength(m: Messages, strength: Strength) -> String {
    match strength {
        Strength::Light => t!(m, "room-strength-light"),
        Strength::Clear => t!(m, "room-strength-clear"),
        Strength::Strong => t!(m, "room-strength-strong"),
    }
}

/// A group of words.
pub fn group(m: Messages, group: Group) -> String {
    match group {
        Group::Breath => t!(m, "room-group-breath"),
        Group::Body => t!(m, "room-group-body"),
        Group::Inner => t!(m, "room-group-inner"),
        Group::Words => t!(m, "room-group-words"),
        Group::Contact => t!(m, "room-group-contact"),
        Group::Offered => t!(m, "room-group-offered"),
    }
}

/// A phase.
pub fn phase(m: Messages, phase: Phase) -> String {
    match phase {
        Phase::Arrival => t!(m, "room-phase-arrival"),
        Phase::Settling => t!(m, "room-phase-settling"),
        Phase::Hold => t!(m, "room-phase-hold"),
        Phase::Onset => t!(m, "room-phase-onset"),
        Phase::Inward => t!(m, "room-phase-inward"),
        Phase::Return => t!(m, "room-phase-return"),
        Phase::Grounding => t!(m, "room-phase-grounding"),
        Phase::Closing => t!(m, "room-phase-closing"),
    }
}

/// A tier, as staff call it.
pub fn tier(m: Messages, tier: DoseTier) -> String {
    match tier {
        DoseTier::Psycholytic => t!(m, "room-tier-psycholytic"),
        DoseTier::Moderate => t!(m, "room-tier-moderate"),
    }
}

/// What the risk assessment found.
pub fn risk(m: Messages, finding: RiskFinding) -> String {
    match finding {
        RiskFinding::NoConcern => t!(m, "room-risk-none"),
        RiskFinding::TalkedThrough => t!(m, "room-risk-talked"),
        RiskFinding::NotToday => t!(m, "room-risk-not-today"),
    }
}

/// One thing that must be so before the client leaves.
pub fn criterion(m: Messages, criterion: Criterion) -> String {
    match criterion {
        Criterion::Oriented => t!(m, "room-leave-oriented"),
        Criterion::SteadyGait => t!(m, "room-leave-gait"),
        Criterion::FluidsKept => t!(m, "room-leave-fluids"),
        Criterion::SafetyAsked => t!(m, "room-leave-safety"),
        Criterion::EscortPresent => t!(m, "room-leave-escort"),
        Criterion::AfterCareGiven => t!(m, "room-leave-after-care"),
        Criterion::EmergencyContactConfirmed => t!(m, "room-leave-contact"),
    }
}

/// Something of the kit.
pub fn kit(m: Messages, item: KitItem) -> String {
    match item {
        KitItem::PulseOximeter => t!(m, "room-kit-oximeter"),
        KitItem::BloodPressureCuff => t!(m, "room-kit-cuff"),
        KitItem::SecondCuff => t!(m, "room-kit-second-cuff"),
        KitItem::Oxygen => t!(m, "room-kit-oxygen"),
        KitItem::BagValveMask => t!(m, "room-kit-bag"),
        KitItem::OralAirway => t!(m, "room-kit-airway"),
        KitItem::Suction => t!(m, "room-kit-suction"),
        KitItem::Basin => t!(m, "room-kit-basin"),
        KitItem::Defibrillator => t!(m, "room-kit-defibrillator"),
        KitItem::GlucoseMeter => t!(m, "room-kit-glucose"),
        KitItem::EmergencyMedicines => t!(m, "room-kit-medicines"),
        KitItem::EmergencyCard => t!(m, "room-kit-card"),
    }
}

/// Where touch is welcome, in one line.
pub fn touch(m: Messages, touch: &Touch) -> String {
    let places: Vec<String> = TouchPlace::ALL
        .into_iter()
        .filter(|place| touch.places.contains(place))
        .map(|place| match place {
            TouchPlace::Hands => t!(m, "room-touch-hands"),
            TouchPlace::Forearms => t!(m, "room-touch-forearms"),
            TouchPlace::Shoulders => t!(m, "room-touch-shoulders"),
            TouchPlace::UpperBack => t!(m, "room-touch-back"),
            TouchPlace::Head => t!(m, "room-touch-head"),
            TouchPlace::Feet => t!(m, "room-touch-feet"),
        })
        .collect();
    let places: Vec<&str> = places.iter().map(String::as_str).collect();
    if places.is_empty() { t!(m, "room-touch-none") } else { t!(m, "room-touch", places = list(m, &places)) }
}

/// What was said about touch that keeps from harm.
pub fn safety_touch(m: Messages, touch: &Touch) -> String {
    match touch.safety {
        SafetyTouch::NotSpokenAbout => t!(m, "room-touch-safety-unspoken"),
        SafetyTouch::Understood => t!(m, "room-touch-safety-understood"),
        SafetyTouch::NotAgreed => t!(m, "room-touch-safety-refused"),
    }
}
