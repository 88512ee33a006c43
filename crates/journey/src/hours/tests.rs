use super::*;
use crate::story::instant;

fn madrid() -> TimeZone {
    TimeZone::get("Europe/Madrid").unwrap()
}

fn open(weekday: Weekday, from: i8, until: i8) -> OpenTime {
    OpenTime { weekday, from: civil::time(from, 0, 0, 0), until: civil::time(until, 0, 0, 0) }
}

/// Monday to Friday, 9:00 to 17:00.
pub(crate) fn office() -> Hours {
    let days = Weekday::ALL.into_iter().take(5);
    Hours { open: days.map(|day| open(day, 9, 17)).collect(), message_days: 2 }
}

fn after(minutes: i64, from: &str) -> String {
    office().after_minutes(instant(from), minutes, &madrid()).unwrap().to_string()
}

#[test]
fn minutes_count_inside_the_hours_only() {
    assert_eq!(after(60, "2026-05-04T08:00:00Z"), "2026-05-04T09:00:00Z", "Monday at ten");
    assert_eq!(after(60, "2026-05-04T14:30:00Z"), "2026-05-05T07:30:00Z", "half an hour before closing");
    assert_eq!(after(60, "2026-05-08T20:00:00Z"), "2026-05-11T08:00:00Z", "Friday night waits for Monday");
    assert_eq!(after(0, "2026-05-09T08:00:00Z"), "2026-05-11T07:00:00Z", "nothing is read on a Saturday");
}

#[test]
fn minutes_count_across_a_change_of_clocks() {
    let night = Hours { open: vec![open(Weekday::Sunday, 1, 6)], message_days: 0 };
    let due = |from| night.after_minutes(instant(from), 120, &madrid()).unwrap().to_string();
    assert_eq!(due("2026-03-29T00:00:00Z"), "2026-03-29T02:00:00Z", "two elapsed hours, four o'clock");
}

#[test]
fn the_same_day_is_this_one_while_it_lasts() {
    let end = |from: &str| office().end_of_day(instant(from), &madrid()).unwrap().to_string();
    assert_eq!(end("2026-05-04T05:00:00Z"), "2026-05-04T15:00:00Z", "before opening");
    assert_eq!(end("2026-05-04T14:59:00Z"), "2026-05-04T15:00:00Z");
    assert_eq!(end("2026-05-04T15:00:00Z"), "2026-05-05T15:00:00Z", "closed: the next day");
    let answered = office().after_days(instant("2026-05-08T08:00:00Z"), 2, &madrid()).unwrap();
    assert_eq!(answered.to_string(), "2026-05-12T15:00:00Z", "two open days after a Friday");
}

#[test]
fn somebody_reads_from_the_first_minute_to_the_last() {
    let is_open = |at: &str| office().is_open(instant(at), &madrid());
    assert!(!is_open("2026-05-04T06:59:59Z") && is_open("2026-05-04T07:00:00Z"));
    assert!(is_open("2026-05-04T14:59:59Z") && !is_open("2026-05-04T15:00:00Z"));
    assert!(!is_open("2026-05-09T10:00:00Z"), "Saturday");
}

#[test]
fn hours_that_cannot_be_meant_are_refused() {
    let refused = |open: Vec<OpenTime>, message_days| Hours { open, message_days }.checked().unwrap_err();
    let monday = open(Weekday::Monday, 9, 17);
    assert_eq!(refused(Vec::new(), 1), Refusal::HoursInvalid);
    assert_eq!(refused(vec![open(Weekday::Monday, 17, 9)], 1), Refusal::HoursInvalid);
    assert_eq!(refused(vec![monday, open(Weekday::Monday, 18, 19)], 1), Refusal::HoursInvalid);
    assert_eq!(refused(vec![monday], MESSAGE_DAYS_MAX + 1), Refusal::HoursInvalid);
    let unordered = Hours { open: vec![open(Weekday::Friday, 9, 12), monday], message_days: 1 };
    assert_eq!(unordered.checked().unwrap().open[0].weekday, Weekday::Monday);
}
