//! States of this page. The person in them is made up.

use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp, Zoned};
use journey::SessionId;
use journey::path::{Mark, Path, What};
use journey::protocol::DoseTier;
use journey::scale::{
    ASQ, AUDIT_C, Acuity, Answered, GAD7, Occasion, PEG, PHQ9, RAND36_ENERGY, Reference, RiskLevel,
    RiskSource, Scale, Score, Told,
};

use super::courses::{Course, Row};
use super::{AskForm, Asked, Assessed, Measures, Opened, ReviewForm, Reviewed, RiskForm, Worse};
use crate::practice::subject::Subject;
use crate::samples::instant;

const NOW: &str = "2026-05-14T17:40:00Z";
const SESSION: SessionId = SessionId::from_bytes([9; 16]);

fn before(days: i64) -> Timestamp {
    instant(NOW) - SignedDuration::from_hours(24 * days)
}

fn score(points: i64, over: i64) -> Score {
    Score { points, over }
}

/// A course of scores and doses, each so many days ago, the oldest first.
pub(crate) fn course(scale: &'static Scale, scores: &[(i64, Option<Score>)], doses: &[(i64, i64)]) -> Course {
    let day = |at: Timestamp| Zoned::new(at, TimeZone::UTC).date();
    let mark = |at: Timestamp, what| Mark { at, day: day(at), what };
    let scored = scores.iter().filter_map(|(days, score)| Some((before(*days), (*score)?)));
    let mut marks: Vec<Mark> = scored
        .clone()
        .map(|(at, score)| mark(at, What::Score { scale: scale.id.to_owned(), score }))
        .collect();
    for (number, (days, total_mg)) in (1..).zip(doses) {
        let tier = Some(DoseTier::Psycholytic);
        marks
            .push(mark(before(*days), What::Session { session: SESSION, number, total_mg: *total_mg, tier }));
    }
    marks.sort_by_key(|mark| mark.at);
    let (first, last) = (scored.clone().next(), scored.clone().next_back());
    let told = first.zip(last).filter(|(first, last)| first.0 != last.0);
    Course {
        scale,
        path: Path { now: instant(NOW), segments: Vec::new(), marks },
        rows: rows(scale, scores, doses),
        told: told.map(|(from, to)| Told { from, to, change: scale.change(from.1, to.1) }),
    }
}

fn rows(scale: &'static Scale, scores: &[(i64, Option<Score>)], doses: &[(i64, i64)]) -> Vec<Row> {
    let mut rows: Vec<(Timestamp, Row)> = Vec::new();
    let mut last: Option<Score> = None;
    for (place, (days, score)) in scores.iter().enumerate() {
        let occasion = if place == 0 {
            Occasion::Baseline
        } else {
            Occasion::AfterSession { session: SESSION, day: 14 }
        };
        let row = Row::Filled {
            place,
            at: before(*days),
            by: None,
            score: *score,
            band: score.and_then(|score| scale.band(score)).map(|band| band.name),
            occasion,
            change: score.zip(last).map(|(now, before)| now.minus(before)),
        };
        last = score.or(last);
        rows.push((before(*days), row));
    }
    rows.extend(doses.iter().map(|(days, total_mg)| {
        let at = before(*days);
        (at, Row::Dosed { at, total_mg: *total_mg })
    }));
    rows.sort_by_key(|(at, _)| std::cmp::Reverse(*at));
    rows.into_iter().map(|(_, row)| row).collect()
}

/// Three fillings and two doses of each of three scales: better, within noise, worse.
pub(crate) fn usual() -> Vec<Course> {
    let doses = [(44, 50), (23, 75)];
    let sums = |points: [i64; 3]| -> Vec<(i64, Option<Score>)> {
        [60, 30, 9].into_iter().zip(points.map(|points| Some(score(points, 1)))).collect()
    };
    let means: Vec<(i64, Option<Score>)> =
        [(60, 20), (30, 15), (9, 17)].map(|(days, points)| (days, Some(score(points, 3)))).to_vec();
    vec![
        course(&PHQ9, &sums([17, 14, 8]), &doses),
        course(&GAD7, &sums([6, 9, 13]), &doses),
        course(&PEG, &means, &doses),
    ]
}

/// Twenty-four fillings and twelve doses.
fn full() -> Vec<Course> {
    let doses: Vec<(i64, i64)> = (0..12).map(|number| (500 - 40 * number, 50 + 25 * (number % 4))).collect();
    let fillings = |from: i64, step: i64, over: i64| -> Vec<(i64, Option<Score>)> {
        let value =
            |number: i64| from + step * number + [0, 2, -1, 1][usize::try_from(number % 4).unwrap_or(0)];
        (0..24).map(|number| (510 - 21 * number, Some(score(value(number), over)))).collect()
    };
    let mut with_gaps = fillings(20, -1, 1);
    with_gaps[7].1 = None;
    for (_, one) in &mut with_gaps {
        *one = one.map(|one| score(one.points.max(2), 1));
    }
    vec![
        course(&PHQ9, &with_gaps, &doses),
        course(&RAND36_ENERGY, &fillings(120, 9, 4), &doses),
        course(&AUDIT_C, &[(510, Some(score(3, 1)))], &[]),
    ]
}

/// States of this page.
pub fn samples() -> Vec<(&'static str, Measures)> {
    let after = Occasion::AfterSession { session: SESSION, day: 14 };
    let at = instant("2026-05-14T16:00:00Z");
    let command = || "00000000-0000-7000-8000-000000000008".to_owned();
    let ask = AskForm { command: command(), after_session_day: Some(14), follow_up_months: vec![1, 3, 6] };
    let first_ask = AskForm { after_session_day: None, ..ask.clone() };
    let due = |scale, occasion| Asked { scale, occasion, at: None };
    let baseline = [&PHQ9, &GAD7, &PEG, &ASQ].map(|scale| due(scale, Occasion::Baseline)).to_vec();
    let none =
        Measures { subject: Subject::sample(), due: baseline, ask: Some(first_ask), ..Measures::default() };
    let usual = Measures {
        subject: Subject::sample(),
        courses: usual(),
        waits: vec![Asked { scale: &RAND36_ENERGY, occasion: Occasion::Review, at: Some(before(3)) }],
        due: vec![due(&PHQ9, after)],
        ask: Some(ask),
        ..Measures::default()
    };
    let full = Measures { courses: full(), waits: Vec::new(), due: Vec::new(), ..usual.clone() };
    let answers = (1..=9).map(|item| Answered { item, code: i64::from(item % 4) }).collect();
    let opened = Opened { scale: &PHQ9, at: before(9), answers };
    let worse = Worse {
        scale: GAD7.name,
        against: Reference::BeforeLatestDose,
        from: (before(30), score(9, 1)),
        to: (before(9), score(13, 1)),
        line: ">= 4".to_owned(),
        source: "default of this software: task from 4, called reliable from 6".to_owned(),
        reliable_from: Some(6),
    };
    let review = ReviewForm { command: command(), ..ReviewForm::default() };
    let reviewed = Reviewed {
        by: Some("Dr Iris Sample".to_owned()),
        at: before(2),
        words: "Spoken with her: a hard week at work. We wait with the next dose.".to_owned(),
    };
    let got_worse = Measures { worse: vec![worse], review: Some(review.clone()), ..usual.clone() };
    let refused_review = ReviewForm { refusal: Some(journey::Refusal::WordsMissing), ..review };
    let item = RiskSource::Item { scale: PHQ9.id.to_owned(), item: 9 };
    let left_out = RiskSource::ItemLeftOut { scale: PHQ9.id.to_owned(), item: 9 };
    let check_in = RiskSource::CheckIn { session: SESSION, day: 3 };
    let screen = |acuity| RiskSource::Screen { scale: ASQ.id.to_owned(), acuity };
    let form = RiskForm { command: command(), ..RiskForm::default() };
    let found = Assessed {
        by: Some("Ana Sample".to_owned()),
        at: instant("2026-05-14T17:00:00Z"),
        words: "Passing thoughts, no plan. Her sister is with her until Sunday.".to_owned(),
        level: RiskLevel::Raised,
    };
    let acute = Assessed { level: RiskLevel::Acute, by: None, ..found.clone() };
    let open = Measures {
        open: vec![(item, at, at), (left_out, at, at), (check_in, before(2), at)],
        form: Some(form.clone()),
        ..usual.clone()
    };
    let screened = [Acuity::Acute, Acuity::NotKnown, Acuity::NotAcute].map(|acuity| (screen(acuity), at, at));
    let refused = RiskForm {
        refusal: Some(journey::Refusal::WordsMissing),
        level: "raised".to_owned(),
        ..form.clone()
    };
    vec![
        ("none", none),
        ("usual", usual.clone()),
        ("full", full),
        ("opened", Measures { opened: Some(opened), ..usual.clone() }),
        ("not-asking", Measures { ask: None, ..usual.clone() }),
        ("worse", got_worse.clone()),
        ("worse-refused", Measures { review: Some(refused_review), ..got_worse.clone() }),
        ("worse-not-theirs", Measures { review: None, ..got_worse }),
        ("worse-reviewed", Measures { reviews: vec![reviewed], ..usual.clone() }),
        ("risk-refused", Measures { form: Some(refused), ..open.clone() }),
        ("risk-not-theirs", Measures { form: None, ..open.clone() }),
        ("risk-screened", Measures { open: screened.to_vec(), ..open.clone() }),
        ("risk", open),
        ("assessed", Measures { assessments: vec![found, acute], form: Some(form), ..usual }),
    ]
}
