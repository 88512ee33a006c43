use super::*;

fn unread(text: &str) -> Vec<String> {
    read(text).expect_err("it is no protocol").0
}

#[test]
fn the_shipped_file_and_what_is_written_from_it_read() {
    assert_eq!(read(DEFAULT_TOML).as_ref(), Ok(&*SHIPPED));
    assert_eq!(read(&SHIPPED.to_toml()).as_ref(), Ok(&*SHIPPED));
}

#[test]
fn a_sign_without_any_line_of_a_kind_is_written_and_reads() {
    let mut bare = SHIPPED.clone();
    bare.bands.moaas.warn = journey::protocol::Edges::default();
    assert_eq!(read(&bare.to_toml()).as_ref(), Ok(&bare));
}

#[test]
fn every_wrong_figure_is_said_at_once() {
    let broken = DEFAULT_TOML
        .replace("interval_hours_min = { value = 72,", "interval_hours_min = { value = \"three days\",")
        .replace("ceiling_mg = { value = 300, unit = \"mg\",", "ceiling_mg = { value = 300,")
        .replace("[consent]", "[consent]\ncolour = \"blue\"")
        .replace("valid_months =", "# valid_months =");
    let said = unread(&broken);
    let at: Vec<&str> = said.iter().filter_map(|line| line.split(':').next()).collect();
    assert_eq!(
        at,
        ["consent.colour", "dosing.interval_hours_min", "tiers.ceiling_mg", "consent.valid_months"]
    );
    assert_eq!(said[3], "consent.valid_months: missing");
}

#[test]
fn what_is_no_toml_is_said_with_its_line() {
    let said = unread("[dosing]\nhold = = 3\n");
    assert!(said.len() == 1 && said[0].starts_with("line 2: "), "{said:?}");
    assert!(!unread("").is_empty());
    assert_eq!(
        unread("dosing = 3").first().map(String::as_str).map(|line| line.starts_with("dosing: ")),
        Some(true)
    );
}
