use super::*;
use crate::story::Story;

/// One printed code per item from the first; `-` leaves an item out.
fn filled(codes: &str) -> Vec<Answered> {
    let coded = (1..).zip(codes.chars());
    coded.filter_map(|(item, code)| Some(Answered { item, code: code.to_digit(10)?.into() })).collect()
}

fn phq9(codes: &str) -> Command {
    Command::Administer { scale: "phq-9".into(), answers: filled(codes), occasion: Occasion::Baseline }
}

fn check(codes: &str, score: Option<i64>, band: Option<&str>) {
    let scored = PHQ9.score(&filled(codes));
    assert_eq!(scored.map(|score| score.points), score, "{codes}");
    assert_eq!(scored.and_then(|score| PHQ9.band(score)).map(|band| band.name), band, "{codes}");
}

#[test]
fn phq9_adds_nine_items_and_names_its_bands() {
    check("0000000000", Some(0), Some("minimal"));
    check("1111000003", Some(4), Some("minimal"));
    check("1111100000", Some(5), Some("mild"));
    check("222220000", Some(10), Some("moderate"));
    check("333330000", Some(15), Some("moderately-severe"));
    check("333333200", Some(20), Some("severe"));
    check("3333333333", Some(27), Some("severe"));
    check("33333333-3", None, None);
}

#[test]
fn an_answer_is_one_of_the_printed_codes_and_given_once() {
    let story = Story::invited();
    assert_eq!(story.refuses(phq9("4")), Refusal::AnswerInvalid);
    assert_eq!(story.refuses(phq9("-----------1")), Refusal::NoSuchItem);
    let mut twice = filled("000000000");
    twice.push(twice[0]);
    assert_eq!(PHQ9.check(&twice), Err(Refusal::AnswerInvalid));
}

#[test]
fn item_nine_stays_unassessed_until_a_person_has_looked() {
    let mut story = Story::invited();
    story.does(phq9("000000000"));
    assert!(story.case.scales.risk.is_assessed());
    story.does(phq9("000000001"));
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
    story.does(phq9("00000000-0"));
    assert!(!story.case.scales.risk.is_assessed());
    assert_eq!(story.case.scales.scored("phq-9").count(), 0);
}

#[test]
fn every_scale_keeps_its_own_promises() {
    for scale in SCALES {
        assert!(!scale.notice.is_empty() && scale.bands.is_sorted_by_key(|band| band.from));
        let numbers: Vec<u16> = scale.items.iter().map(|item| item.number).collect();
        assert!(numbers.is_sorted() && scale.answered_min <= numbers.len());
        let best: i64 = scale.items.iter().filter_map(|i| i.choices.iter().map(|c| c.points).max()).sum();
        assert_eq!(best, scale.range.1, "{}", scale.id);
    }
}

proptest::proptest! {
    #[test]
    fn a_phq9_score_lies_in_its_range(codes in proptest::collection::vec(0i64..=3, 9)) {
        let answers: Vec<Answered> =
            (1..).zip(&codes).map(|(item, code)| Answered { item, code: *code }).collect();
        let score = PHQ9.score(&answers).unwrap();
        proptest::prop_assert_eq!(score.points, codes.iter().sum::<i64>());
        proptest::prop_assert!(PHQ9.band(score).is_some());
    }
}
