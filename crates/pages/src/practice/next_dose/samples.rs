//! States of the page: nobody dosed, one session, six with what went wrong, twenty-four.

use jiff::{SignedDuration, Timestamp};
use journey::medicine_session::adverse_event::{AdverseEvent, Report};
use journey::medicine_session::dose::HoldEnd;
use journey::medicine_session::phase::Phase;
use journey::medicine_session::seal::Summary;
use journey::medicine_session::session::{FollowUpKind, Review};
use journey::medicine_session::trace::{CheckIn, Row, Rule};
use journey::protocol::DoseTier;
use journey::review::Decision;
use journey::{EventId, Refusal, SessionId, StaffId, Who};

use super::{Lines, NextDose};
use crate::practice::medical::Typed;
use crate::practice::prescription;
use crate::practice::subject::Subject;
use crate::samples::instant;

const PRESCRIBER: Who = Who::Staff { staff: StaffId::from_bytes([2; 16]) };

/// Every state of the page.
pub fn samples() -> Vec<(&'static str, NextDose)> {
    let typed = || Typed::new(format!("{:032x}", 7));
    let came_back = Typed { refusal: Some(Refusal::WordsMissing), ..typed() };
    let read = vec![
        Rule::LookBackMissing,
        Rule::NoStepUp { mg: 100 },
        Rule::WindowOpen { until: instant("2026-05-25T17:00:00Z") },
    ];
    let step = vec![Rule::StepUpTo { mg: 75 }];
    vec![
        ("none", of(vec![], vec![], None)),
        ("one", of(rows(1), vec![Rule::LookBackMissing, Rule::StepUpTo { mg: 75 }], Some(typed()))),
        ("six", of(rows(6), read.clone(), Some(typed()))),
        ("refused", of(rows(6), read, Some(came_back))),
        (
            "many",
            of(
                rows(24),
                vec![
                    Rule::ReviewOpen,
                    Rule::TestsDue,
                    Rule::CourseDue { sessions: 8 },
                    Rule::NotBefore { at: instant("2026-05-15T17:00:00Z") },
                ],
                None,
            ),
        ),
        (
            "watching",
            NextDose {
                course: Some((
                    Decision::Taper,
                    Some("75 mg in four weeks, 50 mg six weeks later, then none.".to_owned()),
                    instant("2026-05-12T15:20:00Z"),
                )),
                sees_answers: false,
                prescription: prescription::read_only_sample(),
                ..of(rows(6), step, None)
            },
        ),
    ]
}

fn of(rows: Vec<Row>, rules: Vec<Rule>, look_back: Option<Typed>) -> NextDose {
    NextDose {
        subject: Subject::sample(),
        rows,
        rules,
        look_back,
        lines: Some(Lines { warn: 140, act: 180 }),
        prescription: prescription::sample(),
        course: None,
        sees_answers: true,
    }
}

/// So many sessions, two weeks apart, the last two days before the sample's now.
fn rows(count: usize) -> Vec<Row> {
    let last = instant("2026-05-12T17:02:00Z");
    let fortnight =
        |back: usize| SignedDuration::from_hours(24 * 14 * i64::try_from(back).unwrap_or_default());
    (0..count).map(|place| row(place, count, last - fortnight(count - 1 - place))).collect()
}

fn row(place: usize, count: usize, at: Timestamp) -> Row {
    let number = i64::try_from(place).unwrap_or_default();
    let newest = place + 1 == count;
    let rise = [14, 26, 18, 42, 9, 31][place % 6];
    let mood = u8::try_from(4 + place % 4).unwrap_or_default();
    let answered = |mood| CheckIn::Answered { mood: Some(mood), pain: Some(5) };
    let opens = CheckIn::Ahead { opens_at: at + SignedDuration::from_hours(24 * 13) };
    Row {
        session: SessionId::from_bytes([u8::try_from(place + 1).unwrap_or_default(); 16]),
        number: place + 1,
        at,
        total_mg: if place == 0 { 50 } else { 75 + 25 * (number / 3).min(3) },
        booster_mg: if place % 5 == 4 { 25 } else { 0 },
        outside_gate: false,
        tier: Some(if place < 3 { DoseTier::Psycholytic } else { DoseTier::Moderate }),
        summary: Some(summary(122 - number % 5, rise)),
        adverse_events: adverse_events(place, at),
        mood_before: (place > 0).then_some(mood),
        first_days: if newest {
            CheckIn::Ahead { opens_at: at + SignedDuration::from_hours(70) }
        } else {
            answered(mood + 1)
        },
        window_end: match (newest, place % 4) {
            (true, _) => opens,
            (false, 3) => CheckIn::Missed,
            _ => answered(mood + 1),
        },
        phq9: (Some(17 - number % 9), (!newest).then_some(15 - number % 9)),
        follow_up: (!newest).then(|| {
            (
                FollowUpKind::AfterSession,
                Review {
                    at: at + SignedDuration::from_hours(24 * 9),
                    by: PRESCRIBER,
                    finding: "Borne well. The step was right.".into(),
                },
            )
        }),
    }
}

fn summary(before: i64, rise: i64) -> Summary {
    Summary {
        hold_minutes: Some(12),
        hold_end: Some(if rise > 40 { HoldEnd::Spat } else { HoldEnd::Swallowed }),
        onset_minute: Some(14),
        systolic_before_mmhg: Some(before),
        diastolic_before_mmhg: Some(78),
        systolic_highest_mmhg: Some(before + rise),
        systolic_highest_minute: Some(45),
        diastolic_highest_mmhg: Some(78 + rise / 3),
        spo2_lowest_percent: Some(96),
        moaas_lowest: Some(4),
        dissociation_highest_0_10: Some(6),
        phases: vec![
            (Phase::Hold, 0),
            (Phase::Onset, 12),
            (Phase::Inward, 24),
            (Phase::Return, 70),
            (Phase::Closing, 95),
        ],
        slowed_down: u32::from(rise > 20),
        entries: 18,
    }
}

fn adverse_events(place: usize, at: Timestamp) -> Vec<AdverseEvent> {
    let (term, grade) = match place % 6 {
        1 => ("nausea", 1),
        3 => ("hypertension", 2),
        _ => return Vec::new(),
    };
    let report = Report { term: term.into(), grade, ..Report::default() };
    vec![AdverseEvent {
        id: EventId::from_bytes([9; 16]),
        at,
        by: PRESCRIBER,
        report,
        follow_ups: Vec::new(),
    }]
}
