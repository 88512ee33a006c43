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
        let (language, theme) = (words.next().expect("language"), words.next().expect("theme"));
        let opening = format!("<!DOCTYPE html><html lang=\"{language}\" data-theme=\"{theme}\">");
        assert!(drawn.markup.0.starts_with(&opening), "{name}");
    }
}

#[test]
fn a_theme_changes_nothing_but_itself() {
    let drawn = |theme| all_samples(Language::English, theme, &Assets::default());
    let plain = |markup: &str| {
        let head_end = markup.find("</title>").expect("a title");
        markup[head_end..].replace("aria-pressed=\"true\"", "aria-pressed=\"false\"")
    };
    for (day, night) in drawn(Theme::Day).iter().zip(drawn(Theme::Night)) {
        assert_eq!(plain(&day.markup.0), plain(&night.markup.0), "{}", day.name);
    }
}

/// The words of a page in reading order, without its markup.
fn words(name: &str, language: Language) -> String {
    let all = all_samples(language, Theme::Day, &Assets::default());
    let drawn = all.into_iter().find(|drawn| drawn.name == name).expect(name);
    let body = drawn.markup.0.split_once("<body").map(|(_, body)| body.to_owned()).unwrap_or_default();
    let mut lines = Vec::new();
    for piece in body.split('<').filter_map(|piece| piece.split_once('>')) {
        if !piece.1.trim().is_empty() {
            lines.push(piece.1.trim().to_owned());
        }
    }
    lines.join("\n")
}

#[test]
fn the_public_page_reads_as_agreed() {
    insta::assert_snapshot!("public-home.en", words("public-home-usual", Language::English));
    insta::assert_snapshot!("public-home.es", words("public-home-usual", Language::Spanish));
}

#[test]
fn today_reads_as_agreed() {
    insta::assert_snapshot!("practice-today.en", words("practice-today-usual", Language::English));
    insta::assert_snapshot!("practice-today.es", words("practice-today-usual", Language::Spanish));
}

#[test]
fn a_form_that_comes_back_keeps_what_was_typed() {
    let all = all_samples(Language::English, Theme::Day, &Assets::default());
    let drawn = all.iter().find(|drawn| drawn.name == "public-enquiry-unreachable").expect("a sample");
    for kept in
        ["Maya Sample", "I brace all day, and I am tired of bracing.", "after five, please leave no message"]
    {
        assert!(drawn.markup.0.contains(kept), "{kept}");
    }
}

#[test]
fn a_password_is_never_given_back() {
    for (name, drawn) in everything() {
        for input in drawn.markup.0.split("<input").filter(|input| input.contains("type=\"password\"")) {
            let tag = input.split('>').next().unwrap_or_default();
            assert!(!tag.contains(" value="), "{name}");
        }
    }
}
