//! Given an instant, a reader and a now: these are the words.

use jiff::tz::TimeZone;

use super::{Clock, list};
use crate::frame::Hours;
use crate::messages::{Language, Messages};

const NOW: &str = "2026-05-14T17:40:00Z";

fn reads(language: Language, hours: Hours, check: impl Fn(&Clock<'_>)) {
    let zone = TimeZone::get("America/Los_Angeles").expect("a zone of the bundled database");
    let now = NOW.parse().expect("an instant");
    check(&Clock { messages: Messages::of(language), hours, zone: &zone, now });
}

#[test]
fn a_date_has_its_weekday_and_a_year_only_when_it_is_another() {
    reads(Language::English, Hours::TwentyFour, |clock| {
        assert_eq!(clock.date_and_hour("2026-05-12T20:05:00Z".parse().unwrap()), "Tuesday 12 May, 13:05");
        assert_eq!(clock.date("2025-12-31T20:00:00Z".parse().unwrap()), "Wednesday 31 December 2025");
    });
    reads(Language::Spanish, Hours::TwentyFour, |clock| {
        assert_eq!(clock.date("2026-05-12T20:05:00Z".parse().unwrap()), "martes 12 de mayo");
        assert_eq!(clock.date("2025-12-31T20:00:00Z".parse().unwrap()), "miércoles 31 de diciembre de 2025");
    });
}

#[test]
fn noon_and_midnight_are_twelve_on_a_twelve_hour_clock() {
    reads(Language::English, Hours::Twelve, |clock| {
        assert_eq!(clock.hour("2026-05-14T07:00:00Z".parse().unwrap()), "12:00 am");
        assert_eq!(clock.hour("2026-05-14T19:00:00Z".parse().unwrap()), "12:00 pm");
        assert_eq!(clock.hour("2026-05-14T21:05:00Z".parse().unwrap()), "2:05 pm");
    });
}

#[test]
fn near_days_are_named_by_the_readers_calendar() {
    reads(Language::English, Hours::TwentyFour, |clock| {
        // 06:30Z on the 14th is still the evening of the 13th on the west coast.
        assert_eq!(clock.near("2026-05-14T06:30:00Z".parse().unwrap()), "yesterday, 23:30");
        assert_eq!(clock.near("2026-05-14T17:10:00Z".parse().unwrap()), "today, 10:10");
        assert_eq!(clock.near("2026-05-15T16:00:00Z".parse().unwrap()), "tomorrow, 09:00");
    });
}

#[test]
fn relative_time_grows_coarser_and_then_falls_silent() {
    reads(Language::English, Hours::TwentyFour, |clock| {
        let relative = |at: &str| clock.relative(at.parse().unwrap());
        assert_eq!(relative("2026-05-14T17:40:10Z").as_deref(), Some("just now"));
        assert_eq!(relative("2026-05-14T17:00:00Z").as_deref(), Some("40 min ago"));
        assert_eq!(relative("2026-05-14T20:10:00Z").as_deref(), Some("in 2 h"));
        assert_eq!(relative("2026-05-13T18:00:00Z").as_deref(), Some("23 h ago"));
        assert_eq!(relative("2026-05-12T17:00:00Z").as_deref(), Some("2 days ago"));
        assert_eq!(relative("2026-03-12T17:00:00Z"), None);
    });
}

#[test]
fn a_day_of_twenty_five_hours_is_no_other_day() {
    let zone = TimeZone::get("America/Los_Angeles").expect("a zone of the bundled database");
    let (m, now) = (Messages::of(Language::English), "2026-11-01T07:05:00Z".parse().expect("an instant"));
    let clock = Clock { messages: m, hours: Hours::TwentyFour, zone: &zone, now };
    // From 00:05 to 23:45 of the day on which the clocks go back.
    assert_eq!(clock.relative("2026-11-02T07:45:00Z".parse().unwrap()).as_deref(), Some("in 24 h"));
}

#[test]
fn spanish_and_changes_before_the_sound_of_i() {
    let (en, es) = (Messages::of(Language::English), Messages::of(Language::Spanish));
    assert_eq!(list(en, &["Maya", "Theo", "Ines"]), "Maya, Theo and Ines");
    assert_eq!(list(es, &["Maya", "Theo", "Ines"]), "Maya, Theo e Ines");
    assert_eq!(list(es, &["Maya", "Theo"]), "Maya y Theo");
    assert_eq!(list(es, &["Maya"]), "Maya");
}
