use std::fs;

use super::*;
use crate::scratch::Scratch;

fn write_with_mode(path: &Path, text: &str, mode: u32) {
    fs::write(path, text).unwrap();
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).unwrap();
}

#[test]
fn a_root_key_is_read_as_it_was_written() {
    let scratch = Scratch::new();
    let root = RootKey::generate().unwrap();
    root.write_new(&scratch.path("root")).unwrap();
    assert_eq!(RootKey::read(&scratch.path("root")).unwrap().0, root.0);
}

#[test]
fn the_frozen_root_key_line_still_reads() {
    let scratch = Scratch::new();
    let line = "kapok-root-key-1 YGFiY2RlZmdoaWprbG1ub3BxcnN0dXZ3eHl6e3x9fn8=\n";
    let root = RootKey::from_bytes(std::array::from_fn(|place| 0x60 + place as u8));
    assert_eq!(root.to_line().as_str(), line);

    write_with_mode(&scratch.path("root"), line, 0o400);
    assert_eq!(RootKey::read(&scratch.path("root")).unwrap().0, root.0);
    // Whoever types it from paper may leave the line end out.
    write_with_mode(&scratch.path("typed"), line.trim_end(), 0o600);
    assert_eq!(RootKey::read(&scratch.path("typed")).unwrap().0, root.0);
}

#[test]
fn a_written_root_key_is_for_its_owner_alone() {
    let scratch = Scratch::new();
    RootKey::generate().unwrap().write_new(&scratch.path("root")).unwrap();
    let mode = fs::metadata(scratch.path("root")).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o400);
}

#[test]
fn a_root_key_is_never_overwritten() {
    let scratch = Scratch::new();
    let first = RootKey::generate().unwrap();
    first.write_new(&scratch.path("root")).unwrap();
    let fault = RootKey::generate().unwrap().write_new(&scratch.path("root")).unwrap_err();
    assert!(matches!(fault, KeyFault::AlreadyThere { .. }), "{fault}");
    assert_eq!(RootKey::read(&scratch.path("root")).unwrap().0, first.0);
}

#[test]
fn a_root_key_that_others_may_use_is_refused_with_advice() {
    let scratch = Scratch::new();
    let root = RootKey::generate().unwrap();
    for mode in [0o440, 0o404, 0o420, 0o402, 0o410, 0o401, 0o644, 0o777] {
        let path = scratch.path(&format!("root-{mode:o}"));
        write_with_mode(&path, &root.to_line(), mode);
        let fault = RootKey::read(&path).unwrap_err();
        let advice = format!("run: chmod 0400 '{}'", path.display());
        assert!(matches!(fault, KeyFault::RootKeyExposed { mode: found, .. } if found == mode));
        assert!(fault.to_string().contains(&advice), "{fault}");
    }
}

#[test]
fn what_is_not_a_root_key_is_refused() {
    let scratch = Scratch::new();
    let good = RootKey::from_bytes([7; 32]).to_line();
    let hostile = [
        String::new(),
        "\n".to_owned(),
        "kapok-root-key-1 ".to_owned(),
        good.replace("key-1", "key-2"),
        good.replace("key-1 ", "key-1  "),
        good.replace('=', ""),
        good[..good.len() - 5].to_owned(),
        format!("{}\n", good.as_str()),
        format!("{}#", good.as_str()),
        format!("{} ", good.trim_end()),
        format!("kapok-root-key-1 {}", BASE64_STANDARD.encode([7; 31])),
        format!("kapok-root-key-1 {}", BASE64_STANDARD.encode([7; 33])),
        "x".repeat(1 << 20),
    ];
    for (number, text) in hostile.iter().enumerate() {
        let path = scratch.path(&format!("root-{number}"));
        write_with_mode(&path, text, 0o400);
        let fault = RootKey::read(&path).unwrap_err();
        assert!(matches!(fault, KeyFault::NotARootKey { .. }), "{number}: {fault}");
    }
}

#[test]
fn a_missing_root_key_is_named() {
    let fault = RootKey::read(Path::new("/nowhere/root-key")).unwrap_err();
    assert!(fault.to_string().starts_with("/nowhere/root-key cannot be opened"), "{fault}");
}

#[test]
fn key_encryption_keys_differ_by_epoch_and_root() {
    let root = RootKey::from_bytes([1; 32]);
    let other = RootKey::from_bytes([2; 32]);
    let first = root.key_encryption_key(1);
    assert_eq!(first.bytes(), root.key_encryption_key(1).bytes());
    assert_ne!(first.bytes(), root.key_encryption_key(2).bytes());
    assert_ne!(first.bytes(), other.key_encryption_key(1).bytes());
}

#[test]
fn nothing_prints_a_key() {
    assert_eq!(format!("{:?}", Key::from_bytes([0x41; 32])), "Key(redacted)");
    assert_eq!(format!("{:?}", RootKey::from_bytes([0x41; 32])), "RootKey(redacted)");
}

#[test]
fn generated_keys_differ() {
    assert_ne!(Key::generate().unwrap().bytes(), Key::generate().unwrap().bytes());
    assert_ne!(RootKey::generate().unwrap().0, RootKey::generate().unwrap().0);
}
