//! Builds anew when the browser code appears or changes, so that what is embedded does not lag behind.

use std::path::Path;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    // Of a file that is not there yet its folder tells when it appears.
    let watched = ["../../web/dist/manifest.json", "../../web"];
    if let Some(path) = watched.into_iter().find(|path| Path::new(path).exists()) {
        println!("cargo::rerun-if-changed={path}");
    }
}
