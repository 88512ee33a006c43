//! The shipped protocol reads, checks clean, and says where every figure comes from.

use journey::protocol::{
    Certainty, DEFAULT_TOML, DoseTier, Level, Line, Protocol, ProtocolFault, RaisedCap, Sign, mg_for_weight,
};

fn shipped() -> Protocol {
    toml::from_str(DEFAULT_TOML).expect("the shipped protocol reads")
}

fn faults(change: impl FnOnce(&mut Protocol)) -> Vec<String> {
    let mut protocol = shipped();
    change(&mut protocol);
    protocol.check().iter().map(ProtocolFault::to_string).collect()
}

#[test]
fn the_shipped_protocol_has_no_fault() {
    assert_eq!(shipped().check(), []);
}

#[test]
fn every_figure_of_the_file_is_listed_with_unit_and_source() {
    let protocol = shipped();
    let figures = protocol.figures();
    assert_eq!(figures.len(), DEFAULT_TOML.matches("certainty = ").count());
    for figure in &figures {
        assert!(!figure.unit.is_empty() && !figure.source.is_empty(), "{}", figure.path);
        assert!(!figure.value.is_empty(), "{}", figure.path);
    }
    let paths: std::collections::BTreeSet<_> = figures.iter().map(|figure| &figure.path).collect();
    assert_eq!(paths.len(), figures.len());
}

#[test]
fn a_figure_is_listed_as_a_prescriber_reads_it() {
    let protocol = shipped();
    let figures = protocol.figures();
    let shown = |path: &str| {
        let figure = figures.iter().find(|figure| figure.path == path).expect("the figure is listed");
        format!("{} {}", figure.value, figure.unit)
    };
    assert_eq!(shown("dosing.interval_hours_min"), "72 h");
    assert_eq!(shown("bands.systolic_mmhg.hold.high"), ">= 160 mmHg");
    assert_eq!(shown("booster.minutes"), "10-30 min");
    assert_eq!(shown("check_ins.days"), "1, 3, 7, 14 days");
}

#[test]
fn what_is_unverified_or_a_default_needs_a_yes() {
    let protocol = shipped();
    let asked = protocol.needs_a_yes();
    assert!(asked.iter().all(|figure| matches!(figure.certainty, Certainty::M | Certainty::D)));
    let paths: Vec<_> = asked.iter().map(|figure| figure.path.as_str()).collect();
    assert!(paths.contains(&"tiers.ceiling_mg"));
    assert!(paths.contains(&"risk.phq9_item9"));
    assert!(!paths.contains(&"dosing.interval_hours_min"));
    for figure in
        protocol.figures().iter().filter(|figure| figure.source.contains("default of this software"))
    {
        assert!(figure.certainty.needs_a_yes(), "{}", figure.path);
    }
}

#[test]
fn a_protocol_survives_being_stored() {
    let protocol = shipped();
    let stored = serde_json::to_string(&protocol).expect("a protocol is JSON");
    assert_eq!(serde_json::from_str::<Protocol>(&stored).expect("it reads back"), protocol);
}

#[test]
fn a_figure_that_nothing_acts_on_is_refused() {
    let figure = r#"{ value = 1, unit = "h", source = "x", certainty = "D" }"#;
    let added = DEFAULT_TOML.replace("[consent]", &format!("[consent]\nvalid_hours = {figure}"));
    assert!(toml::from_str::<Protocol>(&added).is_err());
}

#[test]
fn lines_the_wrong_way_round_are_faults() {
    let swapped = faults(|protocol| {
        let bands = &mut protocol.bands.systolic_mmhg;
        bands.act.high.as_mut().expect("it ships").value = Line::AtOrAbove(150);
    });
    assert_eq!(
        swapped,
        ["bands.systolic_mmhg.hold.high must not be greater than bands.systolic_mmhg.act.high"]
    );
    let facing = faults(|protocol| {
        protocol.bands.spo2_percent.act.low.as_mut().expect("it ships").value = Line::AtOrAbove(93);
    });
    assert_eq!(facing, ["bands.spo2_percent.act.low: the line faces the wrong way"]);
    let open = faults(|protocol| protocol.bands.heart_rate_per_minute.act.high = None);
    assert_eq!(open, ["bands.heart_rate_per_minute.act.high: give the act line on this side"]);
}

#[test]
fn figures_that_cannot_be_meant_are_faults() {
    let low = faults(|protocol| protocol.discharge.minutes_since_last_dose_min.value = 119);
    assert_eq!(low, ["discharge.minutes_since_last_dose_min: 119 is outside 120 to 720"]);
    let order = faults(|protocol| protocol.tiers.moderate_mg_max.value = 90);
    assert_eq!(order, ["tiers.psycholytic_mg_max must not be greater than tiers.moderate_mg_max"]);
    let days = faults(|protocol| protocol.check_ins.days.value = vec![1, 3, 3]);
    assert_eq!(days, ["check_ins.days: give at least one value, each greater than the one before"]);
    let unasked = "check_ins.questions: give each day one to 5 questions, with harm_thoughts among them";
    let silent = faults(|protocol| {
        let lists = protocol.check_ins.questions.as_mut().expect("the shipped protocol names its questions");
        lists.value[2].items.pop();
    });
    assert_eq!(silent, [unasked]);
    let another_day = faults(|protocol| protocol.check_ins.days.value = vec![1, 3, 5]);
    assert_eq!(another_day, [unasked]);
    let unsourced = faults(|protocol| protocol.consent.valid_months.source = " ".to_owned());
    assert_eq!(unsourced, ["consent.valid_months: give the unit and the source"]);
}

#[test]
fn a_line_is_crossed_where_it_says() {
    let rows = [
        (Line::Above(110), 110, 111),
        (Line::AtOrAbove(160), 159, 160),
        (Line::Below(94), 94, 93),
        (Line::AtOrBelow(3), 4, 3),
    ];
    for (line, inside, beyond) in rows {
        assert_eq!(line.last_inside(), inside, "{line:?}");
        assert!(!line.crossed_by(inside) && line.crossed_by(beyond), "{line:?}");
    }
}

#[test]
fn a_value_in_the_room_has_a_level() {
    let protocol = shipped();
    let rows = [
        (Sign::Systolic, 140, None, Level::InBand),
        (Sign::Systolic, 141, None, Level::Concerning),
        (Sign::Systolic, 150, Some(110), Level::Act),
        (Sign::Systolic, 150, Some(111), Level::Concerning),
        (Sign::Systolic, 180, None, Level::Act),
        (Sign::Systolic, 89, None, Level::Act),
        (Sign::Systolic, 200, None, Level::Emergency),
        (Sign::Diastolic, 105, Some(80), Level::Act),
        (Sign::HeartRate, 130, None, Level::Concerning),
        (Sign::HeartRate, 44, None, Level::Act),
        (Sign::HeartRate, 151, None, Level::Emergency),
        (Sign::Spo2, 95, None, Level::Concerning),
        (Sign::Spo2, 93, None, Level::Act),
        (Sign::Spo2, 89, None, Level::Emergency),
        (Sign::RespiratoryRate, 30, None, Level::Concerning),
        (Sign::RespiratoryRate, 7, None, Level::Emergency),
        (Sign::Moaas, 5, None, Level::InBand),
        (Sign::Moaas, 3, None, Level::Act),
        (Sign::Moaas, 2, None, Level::Emergency),
    ];
    for (sign, value, before, level) in rows {
        assert_eq!(protocol.bands.of(sign).level(value, before), level, "{sign:?} {value} {before:?}");
    }
}

#[test]
fn the_higher_of_milligrams_and_weight_says_the_tier() {
    let protocol = shipped();
    assert_eq!(protocol.tier_of(100, 700), Some(DoseTier::Psycholytic));
    assert_eq!(protocol.tier_of(100, 600), Some(DoseTier::Moderate));
    assert_eq!(protocol.tier_of(101, 900), Some(DoseTier::Moderate));
    assert_eq!(protocol.tier_of(300, 750), Some(DoseTier::Moderate));
    assert_eq!(protocol.tier_of(300, 749), None);
    assert_eq!(protocol.tier_of(301, 1_200), None);
}

#[test]
fn the_moderate_cap_rises_only_with_a_reason() {
    let protocol = shipped();
    let cap = |reason, tenths_kg| protocol.tier_cap_mg(DoseTier::Moderate, reason, tenths_kg);
    assert_eq!(cap(RaisedCap::NoReason, 1_000), 200);
    assert_eq!(cap(RaisedCap::NoReason, 600), 180);
    assert_eq!(cap(RaisedCap::WithReason, 1_000), 300);
    assert_eq!(mg_for_weight(15, 667), 100);
    assert_eq!(mg_for_weight(15, 666), 99);
}
