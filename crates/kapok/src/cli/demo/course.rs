//! A visit as it may go: vital signs that rise with the dose and fall, and what is charted meanwhile.

use jiff::{SignedDuration, Timestamp};
use journey::medicine_session::Act;
use journey::medicine_session::adverse_event::Report;
use journey::medicine_session::charting::{Arose, ChartEntry, Group, Offer, SlowDown};
use journey::medicine_session::dose::HoldEnd;
use journey::medicine_session::phase::Phase;
use journey::medicine_session::vitals::Vitals;

use super::seeded::Seeded;
use super::words::Words;
use crate::walk::{CALM, Cast, Script, checked, left};

/// How a visit goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Course {
    /// Quietly.
    Quiet,
    /// With a time in which they slow down together.
    SlowedDown,
    /// With a blood pressure that rises further than it should.
    Raised,
    /// With nausea that asks for care.
    Unwell,
}

/// From the opening of the visit to the dose: ten checks, two minutes each, and two more.
pub(super) const MINUTES_TO_DOSE: i64 = 22;
/// Minutes from the dose to the top of what it does, and how wide that hill is.
const TOP_MINUTE: f64 = 42.0;
const HILL_MINUTES: f64 = 30.0;

/// Writes the whole visit, from the arrival to the seal.
pub(super) fn visited(
    script: &mut Script<'_>,
    cast: &Cast,
    seeded: &mut Seeded,
    words: &Words,
    course: Course,
) -> anyhow::Result<()> {
    let body = Body::of(script, seeded, course);
    let room = seeded.one_of(&["Willow", "Garden", "Attic"]);
    script.acts(Act::Open { room: Some(room.to_owned()) });
    checked(script, cast, body.at(None, seeded))?;
    script.wait(2)?.acts(Act::AdministerDose { dose_mg: 50, lozenges: 1, hold_minutes: 12 });
    let dosed_at = script.at;
    for (minute, act) in there_and_back(&body, seeded, words, course) {
        go_to(script, dosed_at, minute)?;
        script.acts(act);
        if minute == SLIP_MINUTE
            && let Some(event) = script.newest()
        {
            script.wait(1)?.acts(Act::Undo { event, because: Some("the next line was meant".to_owned()) });
        }
    }
    left(script)?;
    script.wait(15)?.acts(Act::Seal);
    Ok(())
}

fn go_to(script: &mut Script<'_>, dosed_at: Timestamp, minute: i64) -> anyhow::Result<()> {
    script.at = dosed_at.checked_add(SignedDuration::from_mins(minute))?;
    Ok(())
}

/// The minute of the one entry that is taken back.
const SLIP_MINUTE: i64 = 53;

const ONSET: [(Group, &str); 4] = [
    (Group::Body, "warmth"),
    (Group::Body, "tingling"),
    (Group::Body, "heaviness"),
    (Group::Breath, "breath-slower"),
];
const INWARD: [(Group, &str); 8] = [
    (Group::Breath, "long-sigh"),
    (Group::Body, "stillness"),
    (Group::Body, "tears"),
    (Group::Inner, "a-wave"),
    (Group::Inner, "image"),
    (Group::Inner, "quiet"),
    (Group::Breath, "breath-slow-deep"),
    (Group::Inner, "space"),
];
const RETURN: [(Group, &str); 4] = [
    (Group::Body, "a-hand-moving"),
    (Group::Inner, "tender"),
    (Group::Body, "stretching"),
    (Group::Inner, "clear"),
];

/// What is done and charted, by the minute from the dose.
fn there_and_back(body: &Body, seeded: &mut Seeded, words: &Words, course: Course) -> Vec<(i64, Act)> {
    let mut acts = vec![
        (12, Act::EndHold { minutes: 12, end: HoldEnd::Swallowed }),
        (13, word(seeded.one_of(&ONSET))),
        (14, Act::NoticeOnset),
        (22, Act::EnterPhase { phase: Phase::Inward }),
        (26, word(seeded.one_of(&INWARD))),
        (33, word(seeded.one_of(&INWARD))),
        (51, said(seeded.one_of(&words.said))),
        (SLIP_MINUTE, word(seeded.one_of(&INWARD))),
        (66, word(seeded.one_of(&INWARD))),
        (80, Act::EnterPhase { phase: Phase::Return }),
        (84, word(seeded.one_of(&RETURN))),
        (98, said(seeded.one_of(&words.said))),
        (105, Act::EnterPhase { phase: Phase::Grounding }),
        (110, word((Group::Offered, "water"))),
    ];
    acts.extend(of_course(course, seeded));
    acts.extend(
        [15, 30, 45, 60, 90, 120].map(|minute| (minute, Act::TakeVitals(body.at(Some(minute), seeded)))),
    );
    acts.sort_by_key(|(minute, _)| *minute);
    acts
}

fn of_course(course: Course, seeded: &mut Seeded) -> Vec<(i64, Act)> {
    match course {
        Course::Quiet => vec![(40, word((Group::Body, "stillness")))],
        Course::SlowedDown => {
            let slow = SlowDown {
                arose: Some(seeded.one_of(&Arose::ALL)),
                offered: vec![Offer::Voice, Offer::Ground],
                came: Some("breathing went long again".to_owned()),
            };
            vec![(37, word((Group::Breath, "breath-rapid"))), (39, Act::SlowDown(slow))]
        }
        Course::Raised => vec![
            (46, word((Group::Offered, "prescriber-called"))),
            (50, Act::TakeVitals(Vitals { systolic_mmhg: Some(158), diastolic_mmhg: Some(94), ..CALM })),
        ],
        Course::Unwell => {
            let report = Report {
                term: "nausea".to_owned(),
                grade: 2,
                action: Some("turned to the side, sips of water, cool cloth".to_owned()),
                outcome: Some("over after twenty minutes".to_owned()),
                ..Report::default()
            };
            vec![(57, Act::ReportAdverseEvent(report)), (58, word((Group::Offered, "turned-to-the-side")))]
        }
    }
}

fn word((group, code): (Group, &str)) -> Act {
    let entry = ChartEntry { group, code: Some(code.to_owned()), words: None, strength: None };
    Act::Chart { entry }
}

fn said(words: &str) -> Act {
    let entry = ChartEntry { group: Group::Words, code: None, words: Some(words.to_owned()), strength: None };
    Act::Chart { entry }
}

/// A body at rest, and how far the dose moves it.
struct Body {
    systolic_mmhg: i64,
    diastolic_mmhg: i64,
    heart_rate_per_minute: i64,
    rise_mmhg: i64,
}

impl Body {
    fn of(script: &Script<'_>, seeded: &mut Seeded, course: Course) -> Self {
        let (systolic, diastolic) = script.walker.persona.pressure_mmhg;
        Self {
            systolic_mmhg: systolic as i64,
            diastolic_mmhg: diastolic as i64,
            heart_rate_per_minute: seeded.between(60, 80),
            rise_mmhg: if course == Course::Raised { 44 } else { seeded.between(9, 22) },
        }
    }

    /// The vital signs so many minutes after the dose; before it, without one.
    fn at(&self, minute: Option<i64>, seeded: &mut Seeded) -> Vitals {
        let hill = |minute: i64| (-((minute as f64 - TOP_MINUTE) / HILL_MINUTES).powi(2)).exp();
        let height = minute.map_or(0.0, hill);
        let moved = |by: i64| (by as f64 * height).round() as i64;
        let near = |value: i64, seeded: &mut Seeded| value + seeded.between(-2, 2);
        let deep = height > 0.8;
        Vitals {
            systolic_mmhg: Some(near(self.systolic_mmhg + moved(self.rise_mmhg), seeded)),
            diastolic_mmhg: Some(near(self.diastolic_mmhg + moved(self.rise_mmhg / 2), seeded)),
            heart_rate_per_minute: Some(near(self.heart_rate_per_minute + moved(14), seeded)),
            spo2_percent: Some(98 - moved(2) + seeded.between(0, 1)),
            respiratory_rate_per_minute: Some(15 - moved(2) + seeded.between(0, 1)),
            moaas: Some(if deep { 4 } else { 5 }),
            moaas_seen: None,
            dissociation_0_10: Some(moved(6)),
            ..Vitals::default()
        }
    }
}
