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

/// What differs from the shipped protocol after one change: path, before, after, looser.
fn differs(path: &str, printed: &str) -> Vec<(String, Option<String>, Option<String>, bool)> {
    let changed = shipped().with(path, printed, "a test").expect("it reads");
    let found = shipped().compare(&changed);
    found.into_iter().map(|one| (one.path, one.before, one.after, one.looser)).collect()
}

#[test]
fn two_protocols_are_compared_figure_by_figure() {
    assert_eq!(shipped().compare(&shipped()), []);
    let stated = |text: &str| Some(text.to_owned());
    let interval = "dosing.interval_hours_min";
    assert_eq!(differs(interval, "48"), [(interval.to_owned(), stated("72"), stated("48"), true)]);
    let mut without = shipped();
    without.bands.spo2_percent.warn.low = None;
    let gone = shipped().compare(&without);
    assert_eq!((gone.len(), gone[0].after.clone(), gone[0].looser), (1, None, true), "a rule less");
    let back = without.compare(&shipped());
    assert_eq!((back[0].before.clone(), back[0].looser), (None, false));
}

#[test]
fn what_is_less_cautious_than_shipped_is_said_both_ways() {
    let rows = [
        ("dosing.interval_hours_min", "48", "96"),
        ("tiers.ceiling_mg", "301", "299"),
        ("dosing.hold_minutes", "10-20", "11-14"),
        ("findings.childbearing_age_years", "14-50", "10-60"),
        ("bands.systolic_mmhg.hold.high", ">= 170", ">= 150"),
        ("bands.systolic_mmhg.warn.high", ">= 142", ">= 140"),
        ("bands.spo2_percent.act.low", "< 92", "< 95"),
        ("dosing.reduced_start_weight_tenths_kg", "< 450", "< 550"),
        ("check_ins.days", "1, 3, 7", "1, 3, 7, 10, 14"),
        ("questionnaires.course", "phq-9", "phq-9, gad-7, pcl-5, peg, rand-36-energy, rand-36-pain, asq"),
        ("vitals.schedule", "+15: spo2", &every_measure_every_fifteen_minutes()),
        ("risk.short_sleep_hours", "< 3", "< 5"),
    ];
    for (path, looser, stricter) in rows {
        assert!(differs(path, looser)[0].3, "{path}: {looser}");
        assert!(!differs(path, stricter)[0].3, "{path}: {stricter}");
    }
    assert!(!differs("bands.systolic_mmhg.warn.high", ">= 141")[0].3, "the same line, said otherwise");
    assert!(differs("bands.systolic_mmhg.warn.high", "< 100")[0].3, "a line that was turned round");
}

fn every_measure_every_fifteen_minutes() -> String {
    let all = "blood-pressure heart-rate spo2 respiratory-rate moaas dissociation";
    let slots: Vec<String> = (1..=8).map(|quarter| format!("+{}: {all}", quarter * 15)).collect();
    slots.join(", ")
}

#[test]
fn every_figure_says_which_way_is_less_cautious_or_that_none_is() {
    use journey::protocol::{Looser, Value, limit};
    for at in shipped().figures() {
        let limit = limit(&at.path).unwrap_or_else(|| panic!("{} has no row in limits.rs", at.path));
        let fits = match limit.looser {
            Looser::Up | Looser::Down => matches!(at.typed, Value::Number(_)),
            Looser::Wider | Looser::Narrower => matches!(at.typed, Value::Range(_)),
            Looser::BySide => matches!(at.typed, Value::Line(_)),
            Looser::Fewer => {
                matches!(
                    at.typed,
                    Value::Numbers(_) | Value::Words(_) | Value::Slots(_) | Value::Questions(_)
                )
            }
            Looser::Neither => true,
        };
        assert!(fits, "{}: {:?} does not fit {:?}", at.path, limit.looser, at.typed);
    }
    assert_eq!(limit("dosing.colour"), None);
    assert_eq!(limit("bands.colour.hold.high"), None);
}

#[test]
fn every_fault_is_said_at_once_with_its_places() {
    let mut protocol = shipped();
    protocol.tiers.moderate_mg_max.value = 90;
    protocol.dosing.interval_hours_min.unit = "days".to_owned();
    protocol.work_up.tsh_days.value = -1;
    protocol.bands.spo2_percent.possible.value.low = 92;
    protocol.course.onset.value.low = 40;
    protocol.questionnaires.as_mut().expect("it ships").course.value.push("mood-scale".to_owned());
    let faults = protocol.check();
    let said: Vec<String> = faults.iter().map(ProtocolFault::to_string).collect();
    assert_eq!(
        said,
        [
            "work_up.tsh_days: -1 is outside 1 to 1461",
            "dosing.interval_hours_min: count it in h",
            "tiers.psycholytic_mg_max must not be greater than tiers.moderate_mg_max",
            "course.onset must not be greater than course.onset",
            "questionnaires.course: name each scale once, as Kapok names it",
            "bands.spo2_percent.emergency.low: no possible value crosses this line",
        ]
    );
    let places: Vec<&str> = faults.iter().flat_map(ProtocolFault::paths).collect();
    assert!(places.contains(&"tiers.psycholytic_mg_max") && places.contains(&"tiers.moderate_mg_max"));
    let known: Vec<String> = protocol.figures().into_iter().map(|at| at.path).collect();
    assert!(places.iter().all(|place| known.iter().any(|path| path == place)), "{places:?}");
}

#[test]
fn a_protocol_is_written_as_a_file_and_reads_back() {
    let mut odd = shipped();
    odd.consent.valid_months.source = "said \"so\" \\ by\tus – ‘here’\n".to_owned();
    for protocol in [shipped(), odd] {
        assert_eq!(toml::from_str::<Protocol>(&protocol.to_toml()).expect("it reads back"), protocol);
    }
    let file = shipped().to_toml();
    let line = "interval_hours_min = { value = 72, unit = \"h\", source = \"Spravato US label: induction twice a week\", certainty = \"S\" }";
    assert!(file.contains("\n[dosing]\n") && file.contains(line), "{file}");
    assert!(
        file.contains("\n[bands.spo2_percent]\n") && file.contains("\nhold.low = { value = { below = 94 }")
    );
}
