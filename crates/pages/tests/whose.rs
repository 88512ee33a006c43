//! Whom a page writes about.

use pages::{Assets, Language, Theme, all_samples};

/// The ids of the people to whose record a form on the page writes.
fn written_about(page: &str) -> std::collections::BTreeSet<&str> {
    let forms = page.split("<form").skip(1).map(|form| form.split('>').next().unwrap_or_default());
    let actions = forms.filter_map(|form| form.split_once("action=\"/people/").map(|(_, rest)| rest));
    actions.filter_map(|rest| rest.get(..32)).filter(|id| id.bytes().all(|b| b.is_ascii_hexdigit())).collect()
}

#[test]
fn every_page_that_writes_about_a_person_says_about_whom() {
    let assets = Assets::new([]);
    let mut held = 0;
    for sample in all_samples(Language::English, Theme::Day, &assets) {
        let page = sample.markup.into_string();
        let about = written_about(&page);
        if about.is_empty() {
            continue;
        }
        assert_eq!(about.len(), 1, "{}: one page writes about one person", sample.name);
        // Up to its first form, and not anywhere: what somebody writes stands under whom it is about.
        let main = page.split_once("<main").map_or("", |(_, main)| main);
        let head = main.split_once("<form").map_or(main, |(head, _)| head);
        // The synthetic people of the samples, each by the first part of their name.
        let named = ["Sample", "Maya", "Synthetic"].iter().any(|name| head.contains(name));
        assert!(named, "{} writes about somebody and does not say about whom", sample.name);
        held += 1;
    }
    assert!(held > 60, "{held} pages that write about a person");
}
