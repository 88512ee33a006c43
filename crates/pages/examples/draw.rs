//! Draws every sample to `target/pages/<name>.<language>.<theme>.html`.
//!
//! The links to stylesheet and fonts lead to `/assets/`, as on the real server;
//! `e2e/pages.test.ts` serves the folder under the same policy.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use pages::{Assets, Language, Theme, all_samples};

fn main() -> std::io::Result<()> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let manifest = fs::read_to_string(root.join("web/dist/manifest.json"))?;
    let assets =
        Assets::new(names(&manifest).into_iter().map(|(name, file)| (name, format!("/assets/{file}"))));
    let folder = root.join("target/pages");
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    fs::create_dir_all(&folder)?;
    let mut drawn = 0;
    for language in Language::ALL {
        for theme in Theme::ALL {
            for sample in all_samples(language, theme, &assets) {
                let file = format!("{}.{}.{}.html", sample.name, language.tag(), theme.name());
                fs::write(folder.join(file), sample.markup.into_string())?;
                drawn += 1;
            }
        }
    }
    println!("{drawn} pages in target/pages");
    Ok(())
}

/// Reads a flat JSON object of strings, which is all that the manifest is.
fn names(manifest: &str) -> BTreeMap<String, String> {
    let strings: Vec<&str> = manifest.split('"').skip(1).step_by(2).collect();
    strings.chunks_exact(2).map(|pair| (pair[0].to_owned(), pair[1].to_owned())).collect()
}
