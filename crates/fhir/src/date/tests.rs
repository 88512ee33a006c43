#![allow(clippy::unwrap_used, reason = "a test that fails says what broke")]

use super::*;

fn age(value: f64, unit: &str) -> Quantity {
    Quantity { value: Some(value), code: Some(unit.to_owned()), ..Quantity::default() }
}

fn read(when: When, born: Option<&str>) -> (Option<String>, Vec<String>) {
    let mut details = vec![];
    let born = born.map(|written| PartialDate::new(written).unwrap());
    let (began, _) = when.read("onset", born.as_ref(), &mut details);
    let told = details.into_iter().map(|detail| format!("{}: {}", detail.name, detail.text));
    (began.map(|date| date.written().to_owned()), told.collect())
}

#[test]
fn an_age_becomes_the_days_it_can_mean() {
    let at_34 = || When { age: Some(age(34.0, "a")), ..When::default() };
    assert_eq!(
        read(at_34(), Some("1980-05-01")),
        (Some("2014-05-01/2015-05-01".into()), vec!["onset_age: 34 a".into()])
    );
    assert_eq!(read(at_34(), None), (None, vec!["onset_age: 34 a".into()]));
    let absurd = When { age: Some(age(1e300, "a")), ..When::default() };
    assert_eq!(read(absurd, Some("1980-05-01")).0, None);
}

#[test]
fn what_is_not_understood_is_kept_in_its_own_words() {
    let odd = When { date_time: Some("spring 2019".into()), ..When::default() };
    assert_eq!(read(odd, None), (None, vec!["onset_not_understood: spring 2019".into()]));
    let words = When { words: Some("as a child".into()), ..When::default() };
    assert_eq!(read(words, None), (None, vec!["onset: as a child".into()]));
}
