//! What every room owes, whatever its state.

use pages::{Assets, Language, Theme, all_samples};

/// The drawn rooms of one language, by name; the sealed session is no room.
fn rooms(language: Language) -> Vec<(String, String)> {
    let assets = Assets::new([]);
    let drawn = all_samples(language, Theme::Room, &assets);
    let rooms = drawn.into_iter().filter(|sample| sample.name.starts_with("room-"));
    rooms.flat_map(|sample| apart(sample.name.clone(), sample.markup.into_string())).collect()
}

/// A room, and the one that it has ready for when the line breaks; each owes the same.
fn apart(name: String, page: String) -> Vec<(String, String)> {
    let cut = page.split_once("<template").and_then(|(before, rest)| {
        let (ahead, after) = rest.split_once("</template>")?;
        Some((format!("{before}{after}"), ahead.to_owned()))
    });
    match cut {
        Some((page, ahead)) if ahead.contains("<main") => {
            vec![(format!("{name}-ahead"), ahead), (name, page)]
        }
        Some((page, _)) => vec![(name, page)],
        None => vec![(name, page)],
    }
}

#[test]
fn an_open_gate_has_the_room_behind_it_ready() {
    let all = rooms(Language::English);
    let ahead: Vec<&String> =
        all.iter().map(|(name, _)| name).filter(|name| name.ends_with("-ahead")).collect();
    assert_eq!(ahead, ["room-gate-open-ahead", "room-give-ahead"]);
    let (_, page) = &all[all.iter().position(|(name, _)| name == ahead[0]).expect("just found")];
    for part in
        ["data-state=\"during\"", "data-panel=\"vitals\"", "data-ahead=\"15 30", "data-due=", "data-dosed="]
    {
        assert!(page.contains(part), "{part}");
    }
    assert!(!page.contains("75 mg under the tongue"), "how much it will be is not known");
}

#[test]
fn a_person_with_whom_one_alone_walks_is_said_at_the_gate() {
    let all = rooms(Language::English);
    let says = |name: &str| {
        let (_, page) = all.iter().find(|(known, _)| known == name).expect("the sample is drawn");
        page.contains("Only one person of the practice walks along")
    };
    assert!(says("room-gate-alone") && !says("room-gate-open"));
}

/// A panel of a room as it was drawn, up to the next one.
fn panel<'a>(page: &'a str, name: &str) -> Option<&'a str> {
    let (_, rest) = page.split_once(&format!("data-panel=\"{name}\""))?;
    Some(rest.split_once("data-panel=").map_or(rest, |(panel, _)| panel))
}

#[test]
fn every_room_holds_the_emergency_card_and_what_a_crew_asks() {
    let mut dosed = 0;
    for (name, page) in rooms(Language::English) {
        let card = panel(&page, "emergency").unwrap_or_else(|| panic!("{name} has no emergency card"));
        for asked in ["911", "The Willow Practice", "Maya Sample", "data-print"] {
            assert!(card.contains(asked), "{name}: {asked}");
        }
        if page.contains("75 mg of ketamine") {
            dosed += 1;
            assert!(card.contains("minutes ago"), "{name}: how long ago");
        }
    }
    assert!(dosed > 10, "{dosed} rooms in which something was taken");
}

#[test]
fn the_history_on_the_emergency_card_is_for_who_may_read_it() {
    let all = rooms(Language::English);
    let card = |name: &str| {
        let (_, page) = all.iter().find(|(one, _)| one == name).expect("a sample of that name");
        panel(page, "emergency").expect("its card").to_owned()
    };
    assert!(card("room-emergency").contains("born 1984-02-01"));
    let monitor = card("room-emergency-monitor");
    assert!(!monitor.contains("1984") && monitor.contains("ask the therapist"), "{monitor}");
}

#[test]
fn every_pad_says_that_it_is_no_monitor() {
    let (mut pads, mut asks) = (0, 0);
    for (name, page) in rooms(Language::English) {
        let Some(pad) = panel(&page, "vitals") else { continue };
        let says = pad.contains("Kapok is not a monitor");
        let by_name = pad.contains("call the name");
        assert!(says != by_name, "{name}: one of both stands there");
        pads += usize::from(says);
        asks += usize::from(by_name);
    }
    assert!(pads > 10 && asks > 1, "{pads} pads, {asks} that ask for more than watching");
}

#[test]
fn a_value_that_asks_for_a_hand_says_whether_anyone_was_told() {
    let mut seen = 0;
    for (name, page) in rooms(Language::English) {
        let Some((_, card)) = page.split_once("data-care=\"act\"") else { continue };
        seen += 1;
        let asks = card.contains("Prescriber reached") && card.contains("No answer");
        assert!(asks || card.contains("The call has been charted"), "{name}");
    }
    assert!(seen > 0);
}

#[test]
fn each_act_card_leads_to_the_one_who_is_called() {
    for (name, page) in rooms(Language::Spanish) {
        for card in
            ["act-breath", "act-oxygen", "act-awake", "act-pressure", "act-heart", "act-sick", "act-fear"]
        {
            let card = panel(&page, card).unwrap_or_else(|| panic!("{name} has no {card}"));
            assert!(card.contains("Llame a quien receta"), "{name}");
            assert!(card.contains("llame al 112") || card.contains("llame al 911"), "{name}: {card}");
        }
    }
}

#[test]
fn who_this_is_is_compared_with_the_whole_name_and_the_day_of_birth() {
    let all = rooms(Language::English);
    let who = |name: &str| {
        let (_, page) = all.iter().find(|(one, _)| one == name).expect("a sample of that name");
        panel(page, "gate-G2").expect("its panel").to_owned()
    };
    let therapist = who("room-gate-closed");
    assert!(therapist.contains("Maya Sample") && therapist.contains("1984-02-01"), "{therapist}");
    let monitor = who("room-gate-monitor");
    assert!(monitor.contains("Maya Sample") && !monitor.contains("1984"), "{monitor}");
    assert!(monitor.contains("ask the therapist"), "{monitor}");
}

#[test]
fn a_dose_is_chosen_and_never_filled_in() {
    let all = rooms(Language::English);
    let (_, page) = all.iter().find(|(name, _)| name == "room-give").expect("a sample of that name");
    let give = panel(page, "give").expect("its panel");
    assert!(give.contains("data-as=\"dose\"") && give.contains("value=\"75/1\""), "{give}");
    let fields = give.split("<input").skip(1).map(|field| field.split('>').next().unwrap_or_default());
    for field in fields.filter(|field| {
        field.contains("dose_mg") || field.contains("\"lozenges\"") || field.contains("data-as=\"dose\"")
    }) {
        let is_choice = field.contains("radio");
        assert!(!field.contains("checked") && (is_choice || !field.contains("value=")), "{field}");
    }
}

#[test]
fn to_stop_stands_first_where_the_room_slows_down() {
    let mut seen = 0;
    for (name, page) in rooms(Language::English) {
        let Some(slow) = panel(&page, "slow") else { continue };
        let (Some(stop), Some(form)) = (slow.find("data-act=\"stop_early\""), slow.find("<form")) else {
            continue;
        };
        assert!(stop < form, "{name}");
        seen += 1;
    }
    assert!(seen > 5, "{seen} rooms in which it can be stopped");
}
