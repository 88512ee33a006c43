#![allow(clippy::unwrap_used, reason = "a test that fails says what broke")]
use serde_json::Value;

use super::*;
use crate::protocol_file::SHIPPED;

struct Folder(std::path::PathBuf);

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

impl Folder {
    fn new() -> Self {
        let folder = std::env::temp_dir().join(format!("kapok-protocol-{}", crate::chance::command()));
        std::fs::create_dir(&folder).unwrap();
        Self(folder)
    }

    fn keep(&self, name: &str, text: &str) -> std::path::PathBuf {
        let path = self.0.join(name);
        std::fs::write(&path, text).unwrap();
        path
    }
}

type Run<'a> = dyn Fn(&mut dyn Write, &mut dyn Write) -> u8 + 'a;

fn ran(run: &Run<'_>) -> (u8, String, String) {
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let code = run(&mut out, &mut err);
    (code, String::from_utf8(out).unwrap(), String::from_utf8(err).unwrap())
}

fn changed(path: &str, value: &str) -> String {
    SHIPPED.with(path, value, "a test").unwrap().to_toml()
}

#[test]
fn every_shipped_figure_is_shown_with_unit_source_and_certainty() {
    let (code, out, _) = ran(&|out, err| show(None, false, out, err));
    assert_eq!((code, out.lines().count()), (DONE, SHIPPED.figures().len()));
    assert!(out.contains("dosing.interval_hours_min: 72 h [S] Spravato US label: induction twice a week\n"));
    assert!(out.contains("dosing.reduced_start_weight_tenths_kg: < 50 kg [D]"));
    let (code, out, _) = ran(&|out, err| show(None, true, out, err));
    let json: Value = serde_json::from_str(&out).unwrap();
    let first = serde_json::json!({"path": "eligibility.age_years_min", "value": "18", "unit": "years",
        "source": "Spravato US label: not approved in children", "certainty": "S"});
    assert_eq!((code, &json[0]), (DONE, &first));
}

#[test]
fn a_protocol_with_faults_is_a_finding_and_all_of_them_are_said() {
    let folder = Folder::new();
    let faulty = SHIPPED.with("tiers.moderate_mg_max", "90", "a test").unwrap();
    let faulty = faulty.with("work_up.tsh_days", "0", "a test").unwrap();
    let file = folder.keep("faulty.toml", &faulty.to_toml());
    let (code, out, _) = ran(&|out, err| check(Some(&file), false, out, err));
    assert_eq!((code, out.lines().count()), (FINDING, 2), "{out}");
    let (code, out, _) = ran(&|out, err| check(Some(&file), true, out, err));
    let json: Value = serde_json::from_str(&out).unwrap();
    assert_eq!(code, FINDING);
    assert_eq!(json[0]["paths"], serde_json::json!(["work_up.tsh_days"]));
    let (code, out, _) = ran(&|out, err| check(None, false, out, err));
    assert!(code == DONE && out.contains("no fault"), "{out}");
}

#[test]
fn what_is_less_cautious_is_a_finding() {
    let folder = Folder::new();
    let shipped = folder.keep("shipped.toml", DEFAULT_TOML);
    let looser = folder.keep("looser.toml", &changed("dosing.interval_hours_min", "48"));
    let stricter = folder.keep("stricter.toml", &changed("dosing.interval_hours_min", "96"));
    let compared =
        |after: &std::path::PathBuf| ran(&|out, err| compare(&shipped, Some(after), false, out, err));
    let (code, out, _) = compared(&looser);
    assert_eq!(code, FINDING);
    assert!(out.contains("dosing.interval_hours_min: 72 h -> 48 h (less cautious)\n"), "{out}");
    assert_eq!(compared(&stricter).0, DONE);
    assert_eq!(compared(&shipped), (DONE, "no figure differs\n".to_owned(), String::new()));
    let (code, out, _) = ran(&|out, err| compare(&looser, None, true, out, err));
    let json: Value = serde_json::from_str(&out).unwrap();
    assert_eq!((code, &json[0]["before"], &json[0]["looser"]), (FINDING, &"72".into(), &true.into()));
}

#[test]
fn a_file_that_is_none_is_unreadable_and_says_every_reason() {
    let folder = Folder::new();
    let file = folder.keep("broken.toml", &DEFAULT_TOML.replace("value = 72", "value = \"72\""));
    for run in [
        &(|out: &mut dyn Write, err: &mut dyn Write| show(Some(&file), false, out, err)) as &Run<'_>,
        &|out, err| check(Some(&file), true, out, err),
        &|out, err| compare(&file, None, false, out, err),
        &|out, err| show(Some(Path::new("/nowhere/protocol.toml")), false, out, err),
    ] {
        let (code, out, err) = ran(run);
        assert_eq!((code, out.as_str()), (UNREADABLE, ""));
        assert!(err.starts_with("kapok protocol: ") && err.contains(".toml: "), "{err}");
    }
}
