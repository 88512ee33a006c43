//! How much markup a path makes, and where its facts are told.

use super::*;
use crate::frame::{Assets, Theme};
use crate::messages::Language;
use crate::samples::staff_frame;

const NEWEST: Told<'_> = Told { page: "/people/1", year: None };

fn drawn(path: &Path, told: &Told<'_>) -> String {
    let assets = Assets::default();
    let frame = staff_frame(Language::English, Theme::Day, &assets);
    draw(&frame, path, "Maria Example", "path", told).into_string()
}

fn rows(markup: &str) -> usize {
    markup.matches("<tr").count() - 1
}

#[test]
fn markup_stays_small_however_many_sessions_there_were() {
    for sessions in [201, 1_000, 4_000] {
        let markup = drawn(&samples::long(sessions), &NEWEST);
        assert!(markup.len() < 120_000, "{sessions} sessions: {} bytes", markup.len());
    }
}

#[test]
fn every_fact_of_a_long_path_is_told_in_its_year() {
    let path = samples::long(1_000);
    let newest = drawn(&path, &NEWEST);
    assert!(rows(&newest) < path.marks.len());
    let years: BTreeSet<i16> = path.marks.iter().map(|mark| mark.day.year()).collect();
    let mut told = 0;
    for year in years {
        assert!(newest.contains(&format!("/people/1?year={year}#path-words")), "{year} can be reached");
        told += rows(&drawn(&path, &Told { year: Some(year), ..NEWEST }));
    }
    assert_eq!(told, path.marks.len());
}

#[test]
fn a_short_path_is_told_whole_whatever_year_is_asked_for() {
    let path = samples::usual();
    for told in [NEWEST, Told { year: Some(1_999), ..NEWEST }] {
        assert_eq!(rows(&drawn(&path, &told)), path.marks.len());
    }
}

#[test]
fn a_thinned_line_keeps_its_ends_its_peaks_and_its_valleys() {
    let points = (0..10_000).map(|n| (f64::from(n) / 100.0, f64::from(n * 37 % 101)));
    let kept = extremes(points.clone());
    assert!(kept.len() <= 4 * usize::from(COLUMNS), "{}", kept.len());
    let ends = |mut all: Vec<(f64, f64)>| (all.remove(0), all.pop());
    assert_eq!(ends(kept.clone()), ends(points.clone().collect()));
    let height = |all: &[(f64, f64)]| {
        let heights = || all.iter().map(|(_, y)| *y);
        (heights().fold(f64::MAX, f64::min), heights().fold(f64::MIN, f64::max))
    };
    assert_eq!(height(&kept), height(&points.collect::<Vec<_>>()));
}
