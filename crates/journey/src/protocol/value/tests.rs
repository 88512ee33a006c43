use super::*;
use crate::story::default_protocol;

#[test]
fn every_shipped_figure_reads_back_as_it_is_printed() {
    let shipped = default_protocol();
    for at in shipped.figures() {
        let again = shipped.with(&at.path, &at.value, "the same").expect("a printed value reads");
        let figures = again.figures();
        let back = figures.iter().find(|other| other.path == at.path).expect("it is still there");
        assert_eq!(back.typed, at.typed, "{}", at.path);
        let typed = in_whole_units(&at.value, at.unit);
        assert_eq!(printed(&typed, at.unit).as_deref(), Some(at.value.as_str()), "{}", at.path);
    }
}

#[test]
fn a_person_may_type_signs_and_dashes_as_they_are_used_to() {
    assert_eq!(Line::read("≥160"), Some(Line::AtOrAbove(160)));
    assert_eq!(Line::read("<  94"), Some(Line::Below(94)));
    assert_eq!(Range::read("10 – 15"), Some(Range { low: 10, high: 15 }));
    assert_eq!(<Vec<i64>>::read("1;3\n 7,"), Some(vec![1, 3, 7]));
    let slots = <Vec<VitalSlot>>::read("+15: spo2 moaas\n30: blood-pressure").expect("two slots");
    assert_eq!(Value::Slots(slots).to_string(), "+15: spo2 moaas, +30: blood-pressure");
}

#[test]
fn what_does_not_read_is_nothing() {
    assert_eq!(i64::read("7 2"), None);
    assert_eq!(i64::read("1.5"), None);
    assert_eq!(i64::read("99999999999999999999"), None);
    assert_eq!(Line::read("160"), None, "a line has a side");
    assert_eq!(Line::read(">"), None);
    assert_eq!(Range::read("10"), None);
    assert_eq!(<Vec<VitalSlot>>::read("+15: temperature"), None);
    assert_eq!(<Vec<DayQuestions>>::read("1 mood"), None);
}

#[test]
fn tenths_are_typed_in_whole_units() {
    assert_eq!(in_whole_units("< 505", "0.1 kg"), "< 50.5");
    assert_eq!(printed("< 50,5", "0.1 kg").as_deref(), Some("< 505"));
    assert_eq!(printed("0.4 - 4", "0.1 mIU/L").as_deref(), Some("4 - 40"));
    assert_eq!(printed("1.55", "0.1 mg/kg"), None, "hundredths are not counted");
    assert_eq!(printed("99999999999999999999", "0.1 mg/kg"), None);
    assert_eq!(printed(" 15 ", "mg").as_deref(), Some("15"));
}
