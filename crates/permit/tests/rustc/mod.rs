//! Programs that must not compile, checked against the libraries that this very test was built with.
//!
//! They are given to rustc alone, which takes a second; a project of their own would build every
//! dependency a second time.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::SystemTime;

/// The compiler, and the built libraries that programs may name.
pub(crate) struct Compiler {
    folder: PathBuf,
    libraries: Vec<(&'static str, PathBuf)>,
}

impl Compiler {
    /// Finds those builds of the libraries, the newest first, under which a lawful program compiles.
    ///
    /// # Panics
    /// When there are none: then a refusal would show nothing.
    pub(crate) fn that_compiles(lawful: &str, names: &[&'static str]) -> Self {
        let test = std::env::current_exe().expect("a test has a file");
        let folder = test.parent().expect("it lies among the libraries").to_owned();
        let mut last = String::new();
        for libraries in every_choice(&folder, names) {
            let compiler = Self { folder: folder.clone(), libraries };
            match compiler.check(Path::new(lawful)) {
                Ok(()) => return compiler,
                Err(complaint) => last = complaint,
            }
        }
        panic!("{lawful} compiles under no build in {}:\n{last}", folder.display());
    }

    /// Compiles every program of a folder that has a complaint beside it, and compares the complaints.
    pub(crate) fn refuses(&self, folder: &str) -> usize {
        let files = std::fs::read_dir(folder).expect("a folder of programs");
        let paths = files.map(|file| file.expect("a file").path());
        let expected: Vec<PathBuf> =
            paths.filter(|path| path.extension().is_some_and(|end| end == "stderr")).collect();
        for path in &expected {
            let wanted = errors(&std::fs::read_to_string(path).expect("a complaint"));
            assert!(!wanted.is_empty(), "{} names no error", path.display());
            let program = path.with_extension("rs");
            let complaint = self.check(&program).expect_err("it must not compile");
            assert_eq!(errors(&complaint), wanted, "{}:\n{complaint}", program.display());
        }
        expected.len()
    }

    /// Types and borrows only; nothing is linked.
    fn check(&self, program: &Path) -> Result<(), String> {
        let mut rustc = Command::new(std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into()));
        rustc.args(["--edition=2024", "--crate-type=bin", "--crate-name=program", "--emit=metadata"]);
        rustc.arg("--out-dir").arg(env!("CARGO_TARGET_TMPDIR"));
        rustc.arg("-L").arg(format!("dependency={}", self.folder.display()));
        for (name, path) in &self.libraries {
            rustc.arg("--extern").arg(format!("{name}={}", path.display()));
        }
        let output = rustc.arg(program).output().expect("rustc can be run");
        if output.status.success() {
            Ok(())
        } else {
            Err(String::from_utf8_lossy(&output.stderr).into_owned())
        }
    }
}

/// Each error's code, and where it is.
fn errors(complaint: &str) -> Vec<(String, String)> {
    let mut lines = complaint.lines();
    let mut found = Vec::new();
    while let Some(line) = lines.next() {
        let Some(code) = line.strip_prefix("error[").and_then(|rest| rest.split(']').next()) else {
            continue;
        };
        let place = lines.next().and_then(|arrow| arrow.split(".rs:").nth(1)).unwrap_or_default();
        found.push((code.to_owned(), place.trim().to_owned()));
    }
    found
}

/// Every way to choose one build of each library.
fn every_choice(folder: &Path, names: &[&'static str]) -> Vec<Vec<(&'static str, PathBuf)>> {
    names.iter().fold(vec![Vec::new()], |choices, name| {
        let builds = builds(folder, name);
        let with = |choice: &Vec<_>| {
            let choice = choice.clone();
            builds.iter().map(move |build| [choice.clone(), vec![(*name, build.clone())]].concat())
        };
        choices.iter().flat_map(with).collect()
    })
}

/// Builds of a library that are looked at, at most.
const BUILDS_MAX: usize = 4;

fn builds(folder: &Path, name: &str) -> Vec<PathBuf> {
    let begins = format!("lib{name}-");
    let files = std::fs::read_dir(folder).expect("the folder of the libraries").flatten();
    let mut found: Vec<(SystemTime, PathBuf)> = files
        .filter(|file| {
            let name = file.file_name();
            let name = name.to_string_lossy();
            name.starts_with(&begins) && name.ends_with(".rlib")
        })
        .filter_map(|file| Some((file.metadata().ok()?.modified().ok()?, file.path())))
        .collect();
    found.sort_by(|one, other| other.cmp(one));
    found.truncate(BUILDS_MAX);
    found.into_iter().map(|(_, path)| path).collect()
}
