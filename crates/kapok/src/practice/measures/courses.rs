//! The courses of a person's scales, as pages draw them.

use jiff::Timestamp;
use jiff::tz::TimeZone;
use journey::path::{Path, What};
use journey::scale::{SCALES, Scale, Score, scale};
use journey::{Case, Who};
use pages::practice::measures::courses::{Course, Row};

/// One course per scale that was filled in.
pub(crate) fn courses(
    case: &Case,
    now: Timestamp,
    zone: &TimeZone,
    named: impl Fn(Who) -> Option<String>,
) -> Vec<Course> {
    let path = journey::path::path(case, now, zone);
    let filled = |scale: &&'static Scale| case.scales.fillings.iter().any(|one| one.scale == scale.id);
    let courses = SCALES.into_iter().filter(filled).map(|scale| Course {
        scale,
        path: of(scale, &path),
        rows: rows(case, scale, &named),
        told: case.scales.told(scale),
    });
    courses.collect()
}

/// The path with nothing on it but this scale and the doses.
fn of(scale: &Scale, path: &Path) -> Path {
    let ours = |what: &What| match what {
        What::Score { scale: id, .. } => id == scale.id,
        What::Session { .. } => true,
        _ => false,
    };
    let marks = path.marks.iter().filter(|mark| ours(&mark.what)).cloned().collect();
    Path { now: path.now, segments: Vec::new(), marks }
}

/// The newest first; a change is held against the score before it.
fn rows(case: &Case, of: &'static Scale, named: &impl Fn(Who) -> Option<String>) -> Vec<Row> {
    let mut rows: Vec<(Timestamp, Row)> = Vec::new();
    let mut last: Option<Score> = None;
    for (place, filling) in case.scales.fillings.iter().enumerate().filter(|(_, one)| one.scale == of.id) {
        let read = scale(&filling.scale).map(|scale| scale.read(&filling.answers));
        let row = Row::Filled {
            place,
            at: filling.at,
            by: named(filling.by),
            score: filling.score,
            band: filling.score.and_then(|_| read?.band).map(|band| band.name),
            occasion: filling.occasion,
            change: filling.score.zip(last).map(|(now, before)| now.minus(before)),
        };
        last = filling.score.or(last);
        rows.push((filling.at, row));
    }
    for (_, session) in case.sessions.dosed() {
        let dosed = session.last_dose_at().map(|at| (at, Row::Dosed { at, total_mg: session.total_mg() }));
        rows.extend(dosed);
    }
    rows.sort_by_key(|(at, _)| std::cmp::Reverse(*at));
    rows.into_iter().map(|(_, row)| row).collect()
}
