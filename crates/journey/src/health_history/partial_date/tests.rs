#![allow(clippy::unwrap_used, reason = "a test that fails says what broke")]

use super::*;

fn check(written: &str, earliest: &str, latest: &str) {
    let date = PartialDate::new(written).expect(written);
    assert_eq!((date.earliest().to_string(), date.latest().to_string()), (earliest.into(), latest.into()));
    assert_eq!(date.written(), written);
}

#[test]
fn a_date_spans_what_it_leaves_open() {
    check("2019", "2019-01-01", "2019-12-31");
    check("2020-02", "2020-02-01", "2020-02-29");
    check("2020-02-11", "2020-02-11", "2020-02-11");
    check("2018/2020-02", "2018-01-01", "2020-02-29");
}

#[test]
fn an_instant_counts_on_the_calendar_where_it_was_written() {
    check("2002-08-03T23:43:01-05:00", "2002-08-03", "2002-08-03");
    check("2021-02-20T00:10:00Z", "2021-02-20", "2021-02-20");
    check("2021-02-20T00:10:00.514+02:00", "2021-02-20", "2021-02-20");
    let exact = PartialDate::new("2002-08-03T23:43:01-05:00").unwrap();
    assert_eq!(exact.instant().unwrap().to_string(), "2002-08-04T04:43:01Z");
}

#[test]
fn what_is_no_date_is_refused() {
    for written in [
        "",
        "19",
        "2019-13",
        "2019-02-30",
        "yesterday",
        "2020/2018",
        "+201",
        "2019-1-",
        "201é-02-0T",
        "ééééé-T",
    ] {
        assert_eq!(PartialDate::new(written), Err(NotADate), "{written:?}");
    }
}

#[test]
fn a_stored_date_is_its_own_text() {
    let date = PartialDate::new("2019-03").unwrap();
    assert_eq!(serde_json::to_string(&date).unwrap(), r#""2019-03""#);
    assert_eq!(serde_json::from_str::<PartialDate>(r#""2019-03""#).unwrap(), date);
}
