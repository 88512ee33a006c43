//! Every page, in every state, language and theme, keeps the house's promises.

use pages::{Assets, Drawn, Language, Theme, all_samples};

mod html;

fn everything() -> Vec<(String, Drawn)> {
    let urls = ["kapok.css", "theme.js"].map(|name| (name.to_owned(), format!("/assets/{name}")));
    let assets = Assets::new(urls);
    let mut all = Vec::new();
    for language in Language::ALL {
        for theme in Theme::ALL {
            for drawn in all_samples(language, theme, &assets) {
                all.push((format!("{} {} {}", drawn.name, language.tag(), theme.name()), drawn));
            }
        }
    }
    all
}

#[test]
fn every_sample_is_sound() {
    let all = everything();
    assert!(all.len() >= 6, "only {} samples", all.len());
    for (name, drawn) in &all {
        let faults = html::faults(&drawn.markup.0);
        assert!(faults.is_empty(), "{name}: {faults:#?}");
    }
}

#[test]
fn names_of_samples_are_their_own() {
    let mut names: Vec<String> = everything().into_iter().map(|(name, _)| name).collect();
    let count = names.len();
    names.sort();
    names.dedup();
    assert_eq!(names.len(), count);
}

#[test]
fn a_page_says_its_language_and_theme() {
    for (name, drawn) in everything() {
        let mut words = name.split(' ').skip(1);
        let (language, theme) = (words.next().unwrap(), words.next().unwrap());
        let opening = format!("<!DOCTYPE html><html lang=\"{language}\" data-theme=\"{theme}\">");
        assert!(drawn.markup.0.starts_with(&opening), "{name}");
    }
}
