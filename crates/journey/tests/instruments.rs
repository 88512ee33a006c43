//! No questionnaire is in the tree whose terms do not let it be shipped.
//!
//! Each needle is a few words of an item, torn in two here, so that this file holds none of them.

use std::fs;
use std::path::{Path, PathBuf};

/// Whose, and a few words of an item in two parts.
const NEEDLES: [(&str, &str, &str); 27] = [
    ("WHO-5", "cheerful and in ", "good spirits"),
    ("WHO-5", "woke up feeling ", "fresh and rested"),
    ("WHO-5", "filled with things that ", "interest me"),
    ("ISI", "noticeable to others do you think your ", "sleep problem"),
    ("ISI", "satisfied/dissatisfied are you with your ", "current sleep"),
    ("ISI", "distressed are you about your ", "current sleep"),
    ("DAST-10", "used drugs other than those required for ", "medical reasons"),
    ("DAST-10", "blackouts or flashbacks as a result of ", "drug use"),
    ("C-SSRS", "wished you could go to sleep and ", "not wake up"),
    ("C-SSRS", "been thinking about how you ", "might do this"),
    ("C-SSRS", "some intention of ", "acting on them"),
    ("C-SSRS", "worked out the details of how to ", "kill yourself"),
    ("MEQ-30", "freedom from the limitations of your ", "personal self"),
    ("MEQ-30", "fusion of your personal self into a ", "larger whole"),
    ("MEQ-30", "being at a ", "spiritual height"),
    ("EBI", "emotionally difficult feelings that i usually ", "push aside"),
    ("EBI", "sense of closure on an ", "emotional problem"),
    ("CADSS", "things seem to be moving in ", "slow motion"),
    ("CADSS", "looking at things outside of ", "your body"),
    ("CADSS", "colors seem to be diminished in ", "intensity"),
    ("PROMIS", "how run-down did you ", "feel on average"),
    ("PROMIS", "pain interfere with your ", "day to day activities"),
    ("PROMIS", "my sleep was ", "refreshing"),
    ("PROMIS", "i felt like i needed ", "help for my anxiety"),
    ("SSI-SA", "felt that you use too much alcohol or ", "other drugs"),
    ("MADRS", "representing despondency, gloom and ", "despair"),
    ("SF-36 v2", "did you feel full of ", "life?"),
];

/// What is searched, from the root of the tree.
const SEARCHED: [&str; 6] = ["crates", "docs", "e2e", "testdata", "web", "scripts"];
/// Folders of other people's code.
const NOT_OURS: [&str; 3] = ["node_modules", "target", "dist"];

#[test]
fn no_other_instruments_items_are_in_the_tree() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut files = Vec::new();
    for folder in SEARCHED {
        gather(&root.join(folder), &mut files);
    }
    assert!(files.len() > 300, "only {} files were searched", files.len());
    for file in files {
        let Ok(text) = fs::read_to_string(&file) else { continue };
        let found = found_in(&text);
        assert!(found.is_empty(), "{} holds words of {found:?}", file.display());
    }
}

#[test]
fn a_needle_is_found_across_lines_and_in_any_case() {
    let (whose, first, second) = NEEDLES[0];
    let planted = format!("text: \"{}\\\n         {}\"", first.to_uppercase(), second);
    assert_eq!(found_in(&planted), [whose]);
    assert!(found_in("Moving or speaking so slowly").is_empty());
}

fn found_in(text: &str) -> Vec<&'static str> {
    let plain = text.to_lowercase().replace('\\', " ");
    let plain = plain.split_whitespace().collect::<Vec<_>>().join(" ");
    let held = NEEDLES.iter().filter(|(_, first, second)| plain.contains(&format!("{first}{second}")));
    held.map(|(whose, ..)| *whose).collect()
}

fn gather(folder: &Path, files: &mut Vec<PathBuf>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for entry in entries.flatten() {
        let path = entry.path();
        let name = entry.file_name();
        if path.is_dir() {
            if !NOT_OURS.iter().any(|not_ours| name == *not_ours) {
                gather(&path, files);
            }
        } else {
            files.push(path);
        }
    }
}
