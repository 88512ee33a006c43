//! Paths to draw in samples: made up, and every part of them seen.

use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp, Zoned};
use journey::SessionId;
use journey::card::Stage;
use journey::clearance::Decision;
use journey::consultation::Way;
use journey::integration::CheckInId;
use journey::path::{CheckInStanding, Mark, Path, Segment, What};
use journey::protocol::DoseTier;
use journey::scale::Score;

use crate::samples::instant;

const NOW: &str = "2026-05-14T17:40:00Z";

fn before(days: i64) -> Timestamp {
    instant(NOW) - SignedDuration::from_hours(24 * days)
}

fn mark(at: Timestamp, what: What) -> Mark {
    let day = Zoned::new(at, TimeZone::UTC).date();
    Mark { at, day, what }
}

fn score(days: i64, points: i64) -> Mark {
    mark(before(days), What::Score { scale: "phq-9".to_owned(), score: Score { points, over: 1 } })
}

/// A session so many days ago with its window, check-ins and two integration sessions.
fn session(number: usize, days: i64, total_mg: i64) -> Vec<Mark> {
    let session = SessionId::from_bytes([u8::try_from(number % 250).unwrap_or_default(); 16]);
    let at = |after: i64| before(days) + SignedDuration::from_hours(24 * after);
    let tier = Some(if total_mg > 100 { DoseTier::Moderate } else { DoseTier::Psycholytic });
    let mut marks = vec![
        mark(at(0), What::Session { session, number, total_mg, tier }),
        mark(at(3), What::WindowPeakEnds(session)),
        mark(at(14), What::WindowEnds(session)),
    ];
    for day in [1, 3, 7, 14] {
        let standing = match day {
            _ if i64::from(day) > days => CheckInStanding::ToCome,
            7 if number.is_multiple_of(2) => CheckInStanding::Missed,
            _ => CheckInStanding::Filled,
        };
        let check_in = CheckInId { session, day };
        marks.push(mark(at(i64::from(day)), What::CheckIn { check_in, standing }));
    }
    for after in [2, 12].into_iter().filter(|after| *after <= days) {
        marks.push(mark(at(after), What::Integration { number: number * 2 }));
    }
    marks
}

fn path(mut marks: Vec<Mark>, turns: &[(i64, Stage)]) -> Path {
    marks.sort_by_key(|mark| mark.at);
    let ends = turns.iter().skip(1).map(|(days, _)| before(*days)).chain([instant(NOW)]);
    let segments = turns.iter().zip(ends);
    let segments =
        segments.map(|((days, stage), until)| Segment { stage: *stage, from: before(*days), until });
    Path { now: instant(NOW), segments: segments.collect(), marks }
}

fn beginning(days: i64) -> Vec<Mark> {
    vec![
        mark(before(days), What::Enquiry),
        mark(before(days - 5), What::Consultation),
        mark(before(days - 5), What::Discernment(Way::GoOn)),
        mark(before(days - 12), What::Clearance(Decision::ClearedWithConditions)),
        score(days - 8, 17),
        mark(before(days - 16), What::Preparation { number: 1 }),
        mark(before(days - 20), What::ConsentSigned(DoseTier::Psycholytic)),
        mark(before(days - 22), What::Preparation { number: 2 }),
        mark(before(days - 23), What::Prescription(DoseTier::Psycholytic)),
    ]
}

/// Somebody who wrote nine days ago.
pub fn young() -> Path {
    let marks = vec![mark(before(9), What::Enquiry), mark(before(4), What::Consultation)];
    path(marks, &[(9, Stage::Enquiry), (8, Stage::Consultation)])
}

/// Somebody in their third window.
pub fn usual() -> Path {
    let mut marks = beginning(80);
    marks.extend(
        [(1, 44, 50), (2, 23, 75), (3, 2, 100)].into_iter().flat_map(|(n, days, mg)| session(n, days, mg)),
    );
    marks.extend([score(30, 14), score(9, 11)]);
    let turns = [
        (80, Stage::Enquiry),
        (78, Stage::Consultation),
        (74, Stage::Screening),
        (64, Stage::Preparation),
        (44, Stage::Integration),
    ];
    path(marks, &turns)
}

/// Somebody with many sessions.
pub fn long(sessions: usize) -> Path {
    let days = i64::try_from(sessions).unwrap_or_default() * 14 + 60;
    let mut marks = beginning(days);
    let mut turns = vec![(days, Stage::Enquiry), (days - 20, Stage::Preparation)];
    for number in 1..=sessions {
        let ago = days - 40 - 14 * i64::try_from(number).unwrap_or_default();
        let total_mg = if number % 9 > 5 { 125 } else { 75 };
        marks.extend(session(number, ago.max(0), total_mg));
        turns.extend([(ago.max(0), Stage::InSession), (ago.max(0), Stage::Integration)]);
        if number.is_multiple_of(3) {
            marks.push(score(ago.max(0), 17 - i64::try_from(number % 12).unwrap_or_default()));
        }
    }
    path(marks, &turns)
}
