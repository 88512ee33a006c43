//! Known answers, by the printed codes of each form.

use super::*;

/// The score in hundredths, and the band.
fn check(scale: &Scale, codes: &str, hundredths: Option<i64>, band: Option<&str>) {
    let reading = scale.read(&filled(scale, codes));
    let score = reading.score.map(|score| score.points * 100 / score.over);
    assert_eq!((score, reading.band.map(|band| band.name)), (hundredths, band), "{} {codes}", scale.id);
}

#[test]
fn phq9_adds_nine_items_and_leaves_the_tenth_aside() {
    check(&PHQ9, "0 0 0 0 0 0 0 0 0 0", Some(0), Some("minimal"));
    check(&PHQ9, "1 1 1 1 0 0 0 0 0 3", Some(400), Some("minimal"));
    check(&PHQ9, "1 1 1 1 1 0 0 0 0", Some(500), Some("mild"));
    check(&PHQ9, "2 2 2 2 2 0 0 0 0", Some(1000), Some("moderate"));
    check(&PHQ9, "3 3 3 3 3 0 0 0 0", Some(1500), Some("moderately-severe"));
    check(&PHQ9, "3 3 3 3 3 3 2 0 0", Some(2000), Some("severe"));
    check(&PHQ9, "3 3 3 3 3 3 3 3 3 3", Some(2700), Some("severe"));
    check(&PHQ9, "3 3 3 3 3 3 3 3 - 3", None, None);
}

#[test]
fn gad7_adds_seven_items() {
    check(&GAD7, "0 0 0 0 0 0 0", Some(0), Some("minimal"));
    check(&GAD7, "1 1 1 1 0 0 0", Some(400), Some("minimal"));
    check(&GAD7, "1 1 1 1 1 0 0", Some(500), Some("mild"));
    check(&GAD7, "2 2 2 2 2 0 0", Some(1000), Some("moderate"));
    check(&GAD7, "3 3 3 3 3 3 3", Some(2100), Some("severe"));
    check(&GAD7, "3 3 3 - 3 3 3", None, None);
}

#[test]
fn pcl5_adds_twenty_items_and_names_its_clusters() {
    let all = |code: &str| vec![code; 20].join(" ");
    check(&PCL5, &all("0"), Some(0), Some("below-cut"));
    check(&PCL5, &all("4"), Some(8000), Some("above-cut"));
    check(&PCL5, "4 4 4 4 4 4 4 2 0 0 0 0 0 0 0 0 0 0 0 0", Some(3000), Some("below-cut"));
    check(&PCL5, "4 4 4 4 4 4 4 3 0 0 0 0 0 0 0 0 0 0 0 0", Some(3100), Some("within-cut"));
    check(&PCL5, "4 4 4 4 4 4 4 4 1 0 0 0 0 0 0 0 0 0 0 0", Some(3300), Some("within-cut"));
    check(&PCL5, "4 4 4 4 4 4 4 4 2 0 0 0 0 0 0 0 0 0 0 0", Some(3400), Some("above-cut"));
    let parts = PCL5.read(&filled(&PCL5, "1 1 1 1 1 2 2 3 3 3 3 3 3 3 4 4 4 4 4 4")).parts;
    let points = |name, points| (name, Part::Points(Some(points)));
    let clusters = [points("B", 5), points("C", 4), points("D", 21), points("E", 24)];
    assert_eq!(parts[..4], clusters);
    assert_eq!(parts[4], ("provisional", Part::Holds(Some(false))), "no symptom of B");
}

#[test]
fn the_provisional_rule_takes_one_b_one_c_two_d_and_two_e() {
    let provisional = |codes: &str| PCL5.read(&filled(&PCL5, codes)).parts[4].1;
    let just = "2 0 0 0 0 2 0 2 2 0 0 0 0 0 2 2 0 0 0 0";
    assert_eq!(provisional(just), Part::Holds(Some(true)));
    for (place, one) in [(0, "no b"), (10, "no c"), (14, "one d"), (28, "one e")] {
        let mut less = just.to_owned();
        less.replace_range(place..=place, "1");
        assert_eq!(provisional(&less), Part::Holds(Some(false)), "{one}");
    }
    assert_eq!(provisional("- 0 0 0 0 2 0 2 2 0 0 0 0 0 2 2 0 0 0 0"), Part::Holds(None), "not known");
    assert_eq!(provisional("2 0 0 0 0 2 0 2 2 0 0 0 0 - 2 2 0 0 0 0"), Part::Holds(Some(true)));
}

#[test]
fn peg_is_the_mean_of_three() {
    check(&PEG, "0 0 0", Some(0), Some("mild"));
    check(&PEG, "4 4 3", Some(366), Some("mild"));
    check(&PEG, "4 4 4", Some(400), Some("moderate"));
    check(&PEG, "7 7 6", Some(666), Some("moderate"));
    check(&PEG, "7 8 6", Some(700), Some("severe"));
    check(&PEG, "10 10 10", Some(1000), Some("severe"));
    check(&PEG, "10 - 10", None, None);
}

#[test]
fn rand_energy_is_recoded_and_averaged_over_at_least_half() {
    check(&RAND36_ENERGY, "1 1 6 6", Some(10_000), None);
    check(&RAND36_ENERGY, "6 6 1 1", Some(0), None);
    check(&RAND36_ENERGY, "2 3 4 5", Some(7000), None);
    check(&RAND36_ENERGY, "3 - 4 -", Some(6000), None);
    check(&RAND36_ENERGY, "3 - - -", None, None);
    let reading = RAND36_ENERGY.read(&filled(&RAND36_ENERGY, "3 3 4 -"));
    assert_eq!((reading.complete, reading.remark), (false, Some(Remark::MeanOfAnswered)));
}

#[test]
fn rand_pain_is_recoded_by_two_tables() {
    check(&RAND36_PAIN, "1 1", Some(10_000), None);
    check(&RAND36_PAIN, "6 5", Some(0), None);
    check(&RAND36_PAIN, "4 3", Some(4500), None);
    check(&RAND36_PAIN, "- 2", Some(7500), None);
    check(&RAND36_PAIN, "- -", None, None);
}

#[test]
fn audit_c_has_a_limit_for_women_and_one_for_men() {
    check(&AUDIT_C, "2 0 0", Some(200), Some("below-limits"));
    check(&AUDIT_C, "2 1 0", Some(300), Some("limit-for-women"));
    check(&AUDIT_C, "2 1 1", Some(400), Some("limit-for-all"));
    check(&AUDIT_C, "4 4 4", Some(1200), Some("limit-for-all"));
    check(&AUDIT_C, "0 - -", Some(0), Some("below-limits"));
    check(&AUDIT_C, "1 - 0", None, None);
    let all_from_first = AUDIT_C.read(&filled(&AUDIT_C, "4 0 0"));
    assert_eq!(all_from_first.remark, Some(Remark::AllFromFirst));
    assert!(all_from_first.parts.contains(&("all_from_item_1", Part::Holds(Some(true)))));
    assert!(all_from_first.parts.contains(&("positive_women", Part::Holds(Some(true)))));
    assert_eq!(AUDIT_C.read(&filled(&AUDIT_C, "3 1 0")).remark, None);
    assert_eq!(AUDIT_C.read(&filled(&AUDIT_C, "2 0 0")).remark, None, "below both limits");
}

#[test]
fn asq_is_positive_by_one_yes_and_acute_by_the_fifth() {
    check(&ASQ, "0 0 0 0", Some(0), Some("negative"));
    check(&ASQ, "0 0 0 1 0", Some(100), Some("positive"));
    check(&ASQ, "1 1 1 1 1", Some(400), Some("acute"));
    check(&ASQ, "- 0 0 0 0", Some(100), Some("positive"));
    let asked = |codes| ASQ.is_asked(ASQ.item(5).unwrap(), &filled(&ASQ, codes));
    assert!(!asked("0 0 0 0") && asked("0 0 0 1") && asked("0 0 0 -"));
    let unasked = ASQ.read(&filled(&ASQ, "0 1 0 0 -"));
    assert_eq!((unasked.complete, unasked.remark), (false, Some(Remark::AcuityNotKnown)));
}

fn change(scale: &Scale, from: i64, to: i64) -> Change {
    scale.change(Score { points: from, over: 1 }, Score { points: to, over: 1 })
}

#[test]
fn a_change_is_held_against_the_noise_of_the_measure_both_ways() {
    let noise = |from, to| change(&PHQ9, from, to).noise;
    assert_eq!((noise(17, 12), noise(17, 11)), (Noise::Within, Noise::Better));
    assert_eq!((noise(11, 16), noise(11, 17)), (Noise::Within, Noise::Worse));
    let energy = |from, to| change(&RAND36_ENERGY, from, to).noise;
    assert_eq!(
        (energy(40, 63), energy(63, 40), energy(40, 62)),
        (Noise::Better, Noise::Worse, Noise::Within)
    );
    assert_eq!(change(&ASQ, 0, 4).noise, Noise::NotKnown);
    let thirds = |points| Score { points, over: 3 };
    assert_eq!(PEG.change(thirds(20), thirds(14)).noise, Noise::Better, "two whole points");
    assert_eq!(PEG.change(thirds(20), thirds(15)).noise, Noise::Within);
}

#[test]
fn a_course_is_told_from_the_baseline_to_the_latest_score() {
    let mut story = Story::invited();
    assert_eq!(story.case.scales.told(&GAD7), None);
    story.does(administer(&GAD7, "3 3 3 3 3 0 0"));
    assert_eq!(story.case.scales.told(&GAD7), None, "one score has no course");
    let later = |codes| Command::Administer {
        scale: "gad-7".into(),
        answers: filled(&GAD7, codes),
        occasion: Occasion::Review,
    };
    story.does(later("3 3 3 3 0 0 -")).does(later("1 1 1 1 1 0 0"));
    let told = story.case.scales.told(&GAD7).unwrap();
    assert_eq!((told.from.1.points, told.to.1.points, told.change.noise), (15, 5, Noise::Better));
    assert_eq!(told.change.response, Some(true));
}

#[test]
fn response_remission_and_what_people_notice_are_matters_of_their_own() {
    let halved = change(&PHQ9, 18, 9);
    assert_eq!((halved.response, halved.remission), (Some(true), Some(false)));
    assert_eq!(change(&PHQ9, 18, 10).response, Some(false));
    assert_eq!(change(&PHQ9, 8, 4).remission, Some(true));
    assert_eq!(change(&PHQ9, 0, 0).response, None, "of nothing nothing can be gone");
    let small = change(&PHQ9, 9, 4);
    assert_eq!((small.noise, small.meaningful), (Noise::Within, Some(Meaningful::Better)));
    assert_eq!(change(&PCL5, 40, 49).meaningful, Some(Meaningful::Worse));
    assert_eq!(change(&PCL5, 49, 40).meaningful, Some(Meaningful::No), "the stricter end for the better");
    assert_eq!(change(&PEG, 6, 3).response, None);
}
