//! The walls of the house: which crate may import which, and what lives in one crate alone.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Every crate and those of ours that it may import; `outcomes` has its seat and is not built yet.
const MAY_IMPORT: [(&str, &[&str]); 9] = [
    ("journey", &[]),
    ("outcomes", &[]),
    ("permit", &["journey"]),
    ("vault", &[]),
    ("store", &["journey", "permit", "vault"]),
    ("fhir", &["journey"]),
    ("pages", &["journey"]),
    ("kapok", &["journey", "outcomes", "permit", "store", "fhir", "pages"]),
    ("bench", &["journey", "outcomes", "permit", "vault", "store", "fhir", "pages", "kapok"]),
];

/// Crates of others that only some of ours may import.
const ONLY_IN: [(&str, &[&str]); 16] = [
    ("statrs", &["outcomes"]),
    ("chacha20poly1305", &["vault"]),
    ("hkdf", &["vault"]),
    ("ed25519-dalek", &["vault"]),
    ("hpke", &["vault"]),
    ("age", &["vault"]),
    ("rusqlite", &["store", "bench"]),
    ("tokio-postgres", &["store", "bench"]),
    ("maud", &["pages"]),
    ("axum", &["kapok"]),
    ("webauthn-rs", &["kapok"]),
    ("argon2", &["kapok"]),
    ("lettre", &["kapok"]),
    ("csv", &["kapok"]),
    ("mimalloc", &["kapok"]),
    ("clap", &["kapok", "bench"]),
];

/// All that the rules may import of others.
const RULES_IMPORT: [&str; 3] = ["jiff", "serde", "thiserror"];

/// Crates that know neither the clock nor chance nor the outside: these replay to the same bytes.
const PURE: [&str; 4] = ["journey", "permit", "pages", "fhir"];
const IMPURE: [&str; 8] = ["getrandom", "rand", "fastrand", "uuid", "tokio", "axum", "tracing", "reqwest"];
const CLOCKS: [&str; 2] = ["std::time::SystemTime::now", "std::time::Instant::now"];

/// Crates in the tree, all platforms and tests included; each costs every builder and auditor.
const TREE_CRATES_MAX: usize = 330;

/// One of our crates, and what its shipped code imports.
#[derive(Debug, Clone)]
struct Member {
    name: String,
    imports: BTreeSet<String>,
}

impl Member {
    fn new(name: &str, imports: &[&str]) -> Self {
        Self { name: name.to_owned(), imports: imports.iter().map(|&import| import.to_owned()).collect() }
    }
}

/// Every import that the tables forbid, in words.
fn breaches(members: &[Member]) -> Vec<String> {
    members.iter().flat_map(breaches_of).collect()
}

fn breaches_of(member: &Member) -> Vec<String> {
    let name = member.name.as_str();
    let Some((_, may_import)) = MAY_IMPORT.iter().find(|(crate_name, _)| *crate_name == name) else {
        return vec![format!("{name} has no row in the table")];
    };
    let ours = |import: &str| MAY_IMPORT.iter().any(|(crate_name, _)| *crate_name == import);
    let forbidden = |import: &str| {
        let elsewhere = ONLY_IN.iter().any(|(outside, homes)| *outside == import && !homes.contains(&name));
        let wall = ours(import) && !may_import.contains(&import);
        let rules = name == "journey" && !RULES_IMPORT.contains(&import);
        let pure = PURE.contains(&name) && IMPURE.contains(&import);
        elsewhere || wall || rules || pure
    };
    member
        .imports
        .iter()
        .filter(|import| forbidden(import))
        .map(|import| format!("{name} imports {import}"))
        .collect()
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn read(path: impl AsRef<Path>) -> String {
    let path = root().join(path);
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn metadata() -> serde_json::Value {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let output = Command::new(cargo)
        .args(["metadata", "--no-deps", "--offline", "--format-version", "1"])
        .current_dir(root())
        .output()
        .expect("cargo can be run");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).expect("cargo metadata is JSON")
}

fn members() -> Vec<Member> {
    let metadata = metadata();
    let packages = metadata["packages"].as_array().expect("metadata lists packages");
    packages.iter().map(member).collect()
}

fn member(package: &serde_json::Value) -> Member {
    let dependencies = package["dependencies"].as_array().expect("a package lists dependencies");
    let shipped = dependencies.iter().filter(|dependency| dependency["kind"] != "dev");
    let names = shipped.filter_map(|dependency| dependency["name"].as_str());
    Member {
        name: package["name"].as_str().expect("a package has a name").to_owned(),
        imports: names.map(str::to_owned).collect(),
    }
}

#[test]
fn the_house_keeps_its_walls() {
    let members = members();
    assert!(members.len() >= 7, "only {} crates were found", members.len());
    assert!(members.iter().any(|member| member.imports.contains("journey")), "no import was read");
    assert_eq!(breaches(&members), Vec::<String>::new());
}

#[test]
fn a_breach_of_each_wall_is_noticed() {
    let made_up = [
        Member::new("pages", &["journey", "store"]),
        Member::new("vault", &["journey"]),
        Member::new("store", &["maud"]),
        Member::new("kapok", &["rusqlite"]),
        Member::new("kapok", &["vault"]),
        Member::new("journey", &["jiff", "serde_json"]),
        Member::new("permit", &["getrandom"]),
        Member::new("helpers", &[]),
    ];
    assert_eq!(
        breaches(&made_up),
        [
            "pages imports store",
            "vault imports journey",
            "store imports maud",
            "kapok imports rusqlite",
            "kapok imports vault",
            "journey imports serde_json",
            "permit imports getrandom",
            "helpers has no row in the table",
        ]
    );
}

#[test]
fn pure_crates_refuse_the_clock() {
    for name in PURE {
        let text = read(format!("crates/{name}/clippy.toml"));
        let lints: toml::Table = text.parse().expect("clippy.toml is TOML");
        let methods = lints["disallowed-methods"].as_array().expect("methods are listed");
        let refused: Vec<_> = methods.iter().filter_map(|method| method["path"].as_str()).collect();
        for clock in CLOCKS {
            assert!(refused.contains(&clock), "crates/{name}/clippy.toml lets {clock} through");
        }
    }
}

#[test]
fn every_crate_takes_the_lints_of_the_house() {
    let house: toml::Table = read("Cargo.toml").parse().expect("Cargo.toml is TOML");
    assert_eq!(house["workspace"]["lints"]["rust"]["unsafe_code"].as_str(), Some("forbid"));
    let metadata = metadata();
    let packages = metadata["packages"].as_array().expect("metadata lists packages");
    for path in packages.iter().filter_map(|package| package["manifest_path"].as_str()) {
        let manifest: toml::Table = read(path).parse().expect("a manifest is TOML");
        let inherits = manifest.get("lints").and_then(|lints| lints.get("workspace"));
        assert_eq!(inherits.and_then(toml::Value::as_bool), Some(true), "{path}");
    }
}

#[test]
fn the_tree_stays_small_and_has_one_sqlite() {
    let lock: toml::Table = read("Cargo.lock").parse().expect("Cargo.lock is TOML");
    let packages = lock["package"].as_array().expect("the lock lists packages");
    let sqlite = packages.iter().filter(|package| package["name"].as_str() == Some("libsqlite3-sys"));
    assert_eq!(sqlite.count(), 1);
    assert!(packages.len() <= TREE_CRATES_MAX, "{} crates in the tree", packages.len());
}
