#![allow(clippy::unwrap_used, reason = "a test that fails says what broke")]

use super::*;

fn age(born: &str, as_of: &str) -> Option<(i16, i16)> {
    let person = Person { birth_date: PartialDate::new(born).ok(), ..Person::default() };
    person.age_years_on(as_of.parse().unwrap()).map(|age| (age.min, age.max))
}

#[test]
fn age_counts_completed_years_and_keeps_what_is_open() {
    assert_eq!(age("1990-06-15", "2020-06-14"), Some((29, 29)));
    assert_eq!(age("1990-06-15", "2020-06-15"), Some((30, 30)));
    assert_eq!(age("1990", "2020-06-15"), Some((29, 30)));
    assert_eq!(age("2024-02-29", "2025-02-28"), Some((0, 0)));
    assert_eq!(age("2021", "2020-06-15"), None);
}
