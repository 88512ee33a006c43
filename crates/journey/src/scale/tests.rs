use super::*;
use crate::story::Story;

mod course;
mod known;

/// Printed codes in the order of the items, `-` for one that is left out.
fn filled(scale: &Scale, codes: &str) -> Vec<Answered> {
    let codes = codes.split_whitespace();
    let numbered = scale.items.iter().zip(codes);
    numbered
        .filter_map(|(item, code)| Some(Answered { item: item.number, code: code.parse().ok()? }))
        .collect()
}

fn administer(scale: &Scale, codes: &str) -> Command {
    Command::Administer {
        scale: scale.id.into(),
        answers: filled(scale, codes),
        occasion: Occasion::Baseline,
    }
}

fn phq9(codes: &str) -> Command {
    administer(&PHQ9, codes)
}

fn keep(scale: &Scale, answers: &[(u16, i64)], left_out: &[u16]) -> Command {
    let answers = answers.iter().map(|(item, code)| Answered { item: *item, code: *code }).collect();
    Command::KeepAnswers { scale: scale.id.into(), answers, left_out: left_out.to_vec() }
}

fn finish(scale: &Scale) -> Command {
    Command::Finish { scale: scale.id.into(), occasion: Occasion::Baseline }
}

fn open_acuities(story: &Story) -> Vec<Acuity> {
    let acuity = |sign: &RiskSign| match sign.source {
        RiskSource::Screen { acuity, .. } => Some(acuity),
        _ => None,
    };
    story.case.scales.risk.open.iter().filter_map(acuity).collect()
}

#[test]
fn an_answer_is_one_of_the_printed_codes_and_given_once() {
    let story = Story::invited();
    assert_eq!(story.refuses(phq9("4")), Refusal::AnswerInvalid);
    assert_eq!(story.refuses(phq9("")), Refusal::AnswerInvalid);
    let eleventh = vec![Answered { item: 11, code: 0 }];
    assert_eq!(PHQ9.check(&eleventh), Err(Refusal::NoSuchItem));
    let mut twice = filled(&PHQ9, "0 0 0");
    twice.push(twice[0]);
    assert_eq!(PHQ9.check(&twice), Err(Refusal::AnswerInvalid));
}

#[test]
fn item_nine_stays_unassessed_until_a_person_has_looked() {
    let mut story = Story::invited();
    story.does(phq9("0 0 0 0 0 0 0 0 0"));
    assert!(story.case.scales.risk.is_assessed());
    story.does(phq9("0 0 0 0 0 0 0 0 1"));
    assert!(!story.case.scales.risk.is_assessed());
    story.by = Who::Client;
    let assess = |level| Command::AssessRisk { finding: Finding { words: "we spoke".into(), level } };
    assert_eq!(story.refuses(assess(RiskLevel::Usual)), Refusal::AssessedByStaff);
    story.by = Who::Staff { staff: crate::story::STAFF };
    story.does(assess(RiskLevel::Acute));
    assert!(!story.case.scales.risk.is_assessed());
    story.does(assess(RiskLevel::Raised));
    assert!(story.case.scales.risk.is_assessed());
}

#[test]
fn item_nine_left_out_does_not_count_as_harmless() {
    let mut story = Story::invited();
    story.does(phq9("0 0 0 0 0 0 0 0 - 0"));
    assert!(!story.case.scales.risk.is_assessed());
    assert_eq!(story.case.scales.scored("phq-9").count(), 0);
}

#[test]
fn a_screen_asks_how_acute_it_is_and_is_acute_until_that_was_answered() {
    let mut story = Story::invited();
    story.does(keep(&ASQ, &[(1, 0), (2, 0)], &[]));
    assert!(story.case.scales.risk.open.is_empty());
    story.does(keep(&ASQ, &[(3, 1), (4, 0)], &[]));
    assert_eq!(open_acuities(&story), [Acuity::NotKnown]);
    assert!(story.case.scales.risk.acute());
    story.does(keep(&ASQ, &[(5, 0)], &[]));
    assert_eq!(open_acuities(&story), [Acuity::NotAcute], "the answer takes the place of the question");
    story.does(finish(&ASQ));
    assert_eq!(open_acuities(&story), [Acuity::NotAcute], "the filling tells nothing new");
    assert!(!story.case.scales.risk.acute() && !story.case.scales.risk.is_assessed());
    assert!(story.case.scales.drafts.is_empty());
}

#[test]
fn a_screen_with_thoughts_right_now_is_acute() {
    let mut story = Story::invited();
    story.does(administer(&ASQ, "1 0 0 0 1"));
    assert_eq!(open_acuities(&story), [Acuity::Acute]);
    let mut contradiction = Story::invited();
    contradiction.does(administer(&ASQ, "0 0 0 0 1"));
    assert_eq!(open_acuities(&contradiction), [Acuity::Acute], "a yes to the fifth counts by itself");
}

#[test]
fn a_screen_that_is_refused_counts_as_positive() {
    for codes in ["- 0 0 0 0", "0 0 0 - 0", "- - - - -", ""] {
        let mut story = Story::invited();
        story.does(administer(&ASQ, codes));
        assert!(!story.case.scales.risk.is_assessed(), "{codes}");
    }
    let mut story = Story::invited();
    story.does(administer(&ASQ, "0 0 0 0"));
    assert!(story.case.scales.risk.is_assessed());
}

#[test]
fn what_is_answered_is_kept_at_once_and_can_be_answered_anew() {
    let mut story = Story::invited();
    story.does(keep(&PCL5, &[(1, 3)], &[])).does(keep(&PCL5, &[], &[2])).does(keep(&PCL5, &[(1, 2)], &[]));
    let draft = &story.case.scales.drafts["pcl-5"];
    assert_eq!(draft.answers, [Answered { item: 1, code: 2 }]);
    assert!(draft.has_seen(2) && !draft.has_seen(3));
    assert_eq!(story.refuses(keep(&PCL5, &[(1, 9)], &[])), Refusal::AnswerInvalid);
    assert_eq!(story.refuses(keep(&PCL5, &[], &[21])), Refusal::NoSuchItem);
    assert_eq!(story.refuses(keep(&PCL5, &[], &[])), Refusal::AnswerInvalid);
    assert_eq!(story.refuses(finish(&GAD7)), Refusal::AnswerInvalid);
    story.does(finish(&PCL5));
    assert_eq!(story.case.scales.fillings[0].score, None);
}

#[test]
fn the_risk_of_a_long_form_is_told_before_it_is_finished() {
    let mut story = Story::invited();
    story.does(keep(&PHQ9, &[(9, 2)], &[]));
    assert_eq!(story.case.scales.risk.open.len(), 1);
    story.does(finish(&PHQ9));
    assert_eq!(story.case.scales.risk.open.len(), 1, "told once");
}

#[test]
fn what_was_asked_for_waits_until_it_is_answered_taken_back_or_declined() {
    let ask = |scale: &Scale| Command::Request { scale: scale.id.into(), occasion: Occasion::Review };
    let mut story = Story::invited();
    story.does(ask(&GAD7));
    assert_eq!(story.refuses(ask(&GAD7)), Refusal::NothingNew);
    assert_eq!(occasion(&story.case, "gad-7", story.now), Occasion::Review);
    story.does(administer(&GAD7, "0 0 0 0 0 0 0"));
    assert!(story.case.scales.requests.is_empty());
    story.does(ask(&PEG)).does(Command::WithdrawRequest { scale: "peg".into() });
    story.by = Who::Client;
    assert_eq!(story.refuses(Command::Decline { scale: "peg".into() }), Refusal::NoSuchScale);
    story.does(ask(&PCL5)).does(keep(&PCL5, &[(1, 3)], &[])).does(Command::Decline { scale: "pcl-5".into() });
    assert!(story.case.scales.requests.is_empty() && story.case.scales.drafts.is_empty());
}

#[test]
fn every_scale_keeps_its_own_promises() {
    for scale in SCALES {
        assert!(scale.bands.is_sorted_by_key(|band| band.from));
        assert!(scale.bands.is_empty() || !scale.bands_source.is_empty(), "{}", scale.id);
        let numbers: Vec<u16> = scale.items.iter().map(|item| item.number).collect();
        assert!(numbers.is_sorted() && scale.answered_min <= numbers.len());
        assert_eq!(scale.wordings[0].language, "en");
        for wording in scale.wordings {
            assert!(!wording.notice.is_empty() && !wording.source.is_empty(), "{}", scale.id);
            assert_eq!(wording.items.len(), scale.items.len(), "{}", scale.id);
            for (item, words) in scale.items.iter().zip(wording.items) {
                assert_eq!(item.choices.len(), words.choices.len(), "{} {}", scale.id, item.number);
                assert!(!words.text.is_empty());
            }
        }
    }
}

#[test]
fn computed_noise_is_what_its_reliability_gives() {
    for scale in SCALES {
        let Some((reliable, steady)) =
            scale.reliable_change.as_ref().and_then(|reliable| Some((reliable, reliable.reliability?)))
        else {
            continue;
        };
        #[expect(clippy::cast_precision_loss, reason = "small figures")]
        let (r, sd, points) =
            (steady.hundredths as f64 / 100.0, steady.sd_tenths as f64 / 10.0, reliable.points as f64);
        let computed = 1.96 * sd * 2f64.sqrt() * (1.0 - r).sqrt();
        assert!((computed - 0.25..computed + 1.0).contains(&points), "{}: {computed}", scale.id);
    }
}

/// Any answers to any scale, some left out.
fn any_filling() -> impl proptest::strategy::Strategy<Value = (&'static Scale, Vec<Answered>)> {
    use proptest::prelude::*;
    (0..SCALES.len(), proptest::collection::vec((0usize..11, 0u8..5), 20)).prop_map(|(which, drawn)| {
        let scale = SCALES[which];
        let answered = scale.items.iter().zip(drawn).filter(|(_, (_, out))| *out > 0);
        let answers = answered.map(|(item, (choice, _))| Answered {
            item: item.number,
            code: item.choices[choice % item.choices.len()].code,
        });
        (scale, answers.collect())
    })
}

proptest::proptest! {
    #[test]
    fn a_score_lies_in_its_range_and_a_whole_filling_has_one((scale, answers) in any_filling()) {
        let reading = scale.read(&answers);
        if let Some(score) = reading.score {
            let (low, high) = scale.range;
            proptest::prop_assert!(score.points >= low * score.over && score.points <= high * score.over);
            proptest::prop_assert_eq!(reading.band.is_some(), !scale.bands.is_empty());
        } else {
            proptest::prop_assert!(!reading.complete && reading.remark.is_some());
        }
        proptest::prop_assert!(!reading.complete || reading.score.is_some());
    }

    #[test]
    fn a_larger_answer_never_makes_a_smaller_score((scale, answers) in any_filling(), at in 0usize..20) {
        let Some(place) = (!answers.is_empty()).then(|| at % answers.len()) else { return Ok(()) };
        let Some(item) = scale.item(answers[place].item) else { return Ok(()) };
        let points = |code| item.choices.iter().find(|choice| choice.code == code).map(|choice| choice.points);
        let more = item.choices.iter().filter(|choice| Some(choice.points) > points(answers[place].code));
        for choice in more {
            let mut raised = answers.clone();
            raised[place].code = choice.code;
            let (before, after) = (scale.score(&answers), scale.score(&raised));
            // Who drinks at all is asked more, and may leave that out.
            if let (Some(before), Some(after)) = (before, after) {
                proptest::prop_assert!(after.minus(before).points >= 0, "{} {:?}", scale.id, raised);
            }
        }
    }

    #[test]
    fn better_and_worse_mirror_each_other((scale, answers) in any_filling(), points in 0i64..30) {
        if let Some(from) = scale.score(&answers) {
            let to = Score { points: from.points + points * from.over, over: from.over };
            let (there, back) = (scale.change(from, to).noise, scale.change(to, from).noise);
            let mirrored = match there { Noise::Better => Noise::Worse, Noise::Worse => Noise::Better, same => same };
            proptest::prop_assert_eq!(back, mirrored);
        }
    }
}

#[test]
fn from_which_answer_item_nine_shows_a_risk_is_the_protocols() {
    let shows = |code: i64, protocol: Option<&Protocol>| {
        shown(&PHQ9, &[Answered { item: 9, code }], protocol).is_some()
    };
    let shipped = crate::story::default_protocol();
    let later = shipped.with("risk.phq9_item9", ">= 2", "a test").unwrap();
    for (code, at_default, at_two) in [(0, false, false), (1, true, false), (2, true, true), (3, true, true)]
    {
        assert_eq!(shows(code, None), at_default, "{code} under no protocol");
        assert_eq!(shows(code, Some(&shipped)), at_default, "{code}");
        assert_eq!(shows(code, Some(&later)), at_two, "{code} from two");
    }
    assert!(shown(&PHQ9, &[], Some(&later)).is_some(), "left out is never harmless");
}
