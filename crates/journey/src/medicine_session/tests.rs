//! Little scripts of medicine sessions.

#![allow(clippy::unwrap_used, reason = "a test that fails says what broke")]

use crate::case::Command as Any;
use crate::id::SessionId;
use crate::story::Story;

use super::act::{Act, Command};
use super::session::Session;
use super::vitals::Vitals;

mod asking;
mod authorised;
mod chart;
mod dose;
mod leaving;
mod model;
mod said;
mod trace;
mod unwanted;
mod vitals;

pub(super) const SESSION: SessionId = SessionId::from_bytes([5; 16]);

/// An act in the one session of these scripts.
pub(super) fn act(act: Act) -> Any {
    Any::MedicineSession(Command { session: SESSION, act })
}

/// A visit that began on 12 May 2026 at 10:00 in Madrid.
pub(super) fn arrived() -> Story {
    let mut story = Story::invited();
    story.at("2026-05-12T08:00:00Z");
    story.does(act(Act::Open { room: Some("Garden room".into()) }));
    story
}

/// A visit in which 100 mg were taken at 10:30, outside the gate.
pub(super) fn dosed() -> Story {
    let mut story = arrived();
    story.at("2026-05-12T08:30:00Z");
    story.does(act(outside_dose(100, "2026-05-12T08:30:00Z")));
    story
}

pub(super) fn outside_dose(dose_mg: i64, given_at: &str) -> Act {
    Act::RecordDoseOutsideGate {
        lozenges: None,
        dose_mg,
        given_at: given_at.parse().unwrap(),
        given_by: "the client".into(),
        why: "taken at the door, before the checks".into(),
    }
}

/// A whole set in which nothing stands out.
pub(super) fn calm() -> Vitals {
    Vitals {
        systolic_mmhg: Some(122),
        diastolic_mmhg: Some(78),
        heart_rate_per_minute: Some(72),
        spo2_percent: Some(98),
        respiratory_rate_per_minute: Some(14),
        moaas: Some(5),
        moaas_seen: None,
        dissociation_0_10: Some(0),
        ..Vitals::default()
    }
}

pub(super) fn session(story: &Story) -> &Session {
    story.case.sessions.get(SESSION).unwrap()
}
