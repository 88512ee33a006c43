use std::io::ErrorKind;
use std::os::unix::fs::PermissionsExt;

use super::*;
use crate::scratch::Scratch;

fn mode_of(path: &Path) -> u32 {
    fs::metadata(path).unwrap().permissions().mode() & 0o777
}

fn names_in(folder: &Path) -> Vec<OsString> {
    let mut names: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    names.sort();
    names
}

#[test]
fn a_new_file_has_its_mode_and_leaves_no_draft() {
    let scratch = Scratch::new();
    write_new(&scratch.path("file"), OWNER_READS, b"bytes").unwrap();
    assert_eq!(fs::read(scratch.path("file")).unwrap(), b"bytes");
    assert_eq!(mode_of(&scratch.path("file")), 0o400);
    assert_eq!(names_in(scratch.folder()), ["file"]);
}

#[test]
fn a_new_file_never_takes_the_place_of_another() {
    let scratch = Scratch::new();
    write_new(&scratch.path("file"), OWNER_READS, b"first").unwrap();
    let fault = write_new(&scratch.path("file"), OWNER_READS, b"second").unwrap_err();
    assert_eq!(fault.kind(), ErrorKind::AlreadyExists);
    assert_eq!(fs::read(scratch.path("file")).unwrap(), b"first");
    assert_eq!(names_in(scratch.folder()), ["file"]);
}

#[test]
fn replacing_swaps_the_whole_file() {
    let scratch = Scratch::new();
    write_new(&scratch.path("file"), OWNER_WRITES, b"a long first text").unwrap();
    let first = File::open(scratch.path("file")).unwrap();
    replace(&scratch.path("file"), OWNER_WRITES, b"second").unwrap();

    assert_eq!(fs::read(scratch.path("file")).unwrap(), b"second");
    assert_eq!(mode_of(&scratch.path("file")), 0o600);
    assert_eq!(names_in(scratch.folder()), ["file"]);
    // Whoever had it open still reads the old one whole: it was not written over.
    assert_eq!(std::io::read_to_string(first).unwrap(), "a long first text");
}

#[test]
fn what_a_crash_left_is_in_nobodys_way() {
    let scratch = Scratch::new();
    fs::write(draft_of(&scratch.path("file")), b"half a te").unwrap();
    write_new(&scratch.path("file"), OWNER_WRITES, b"first").unwrap();
    fs::write(draft_of(&scratch.path("file")), b"half a te").unwrap();
    replace(&scratch.path("file"), OWNER_WRITES, b"second").unwrap();
    assert_eq!(fs::read(scratch.path("file")).unwrap(), b"second");
    assert_eq!(names_in(scratch.folder()), ["file"]);
}

#[test]
fn a_fault_leaves_the_old_file() {
    let scratch = Scratch::new();
    write_new(&scratch.path("file"), OWNER_WRITES, b"first").unwrap();
    // A folder in the draft's place cannot be removed as a file: the writing fails before the swap.
    fs::create_dir(draft_of(&scratch.path("file"))).unwrap();
    replace(&scratch.path("file"), OWNER_WRITES, b"second").unwrap_err();
    assert_eq!(fs::read(scratch.path("file")).unwrap(), b"first");
}

#[test]
fn the_tail_is_the_last_bytes() {
    let scratch = Scratch::new();
    fs::write(scratch.path("file"), b"0123456789").unwrap();
    assert_eq!(&tail::<3>(&scratch.path("file")).unwrap(), b"789");
    assert_eq!(&tail::<10>(&scratch.path("file")).unwrap(), b"0123456789");
    assert!(tail::<11>(&scratch.path("file")).is_err());
}
