//! Writing small files so that a crash leaves the old one or the new one, never a part.

use std::ffi::OsString;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};

/// Owner may read, nobody may write.
pub(crate) const OWNER_READS: u32 = 0o400;
/// Owner may read and write.
pub(crate) const OWNER_WRITES: u32 = 0o600;

/// Makes a file that was not there, durable with its folder; `AlreadyExists` when it was.
pub(crate) fn write_new(path: &Path, mode: u32, bytes: &[u8]) -> io::Result<()> {
    let draft = write_draft(path, mode, bytes)?;
    // A hard link, unlike a rename, refuses to take the place of another file.
    let linked = fs::hard_link(&draft, path);
    fs::remove_file(&draft)?;
    linked?;
    sync_folder(path)
}

/// Puts `bytes` in the place of the file: all of them after the return, all or none after a crash.
pub(crate) fn replace(path: &Path, mode: u32, bytes: &[u8]) -> io::Result<()> {
    let draft = write_draft(path, mode, bytes)?;
    fs::rename(&draft, path)?;
    sync_folder(path)
}

/// The last bytes of a file.
pub(crate) fn tail<const N: usize>(path: &Path) -> io::Result<[u8; N]> {
    let mut file = File::open(path)?;
    let length = file.metadata()?.len();
    file.seek(SeekFrom::Start(length.saturating_sub(N as u64)))?;
    let mut bytes = [0; N];
    file.read_exact(&mut bytes)?;
    Ok(bytes)
}

/// Where the bytes wait until they are complete: beside the file, on the same file system.
pub(crate) fn draft_of(path: &Path) -> PathBuf {
    let mut name = OsString::from(path);
    name.push(".new");
    PathBuf::from(name)
}

fn write_draft(path: &Path, mode: u32, bytes: &[u8]) -> io::Result<PathBuf> {
    let draft = draft_of(path);
    // What an earlier crash left was never named by its real name, so nothing depends on it.
    match fs::remove_file(&draft) {
        Err(fault) if fault.kind() != io::ErrorKind::NotFound => return Err(fault),
        _ => {}
    }
    if let Err(fault) = write_whole(&draft, mode, bytes) {
        // On a full disk the half-written draft would only be in the way; the fault says enough.
        let _ = fs::remove_file(&draft);
        return Err(fault);
    }
    Ok(draft)
}

fn write_whole(path: &Path, mode: u32, bytes: &[u8]) -> io::Result<()> {
    let mut file = OpenOptions::new().write(true).create_new(true).mode(mode).open(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

fn sync_folder(path: &Path) -> io::Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    File::open(folder.unwrap_or(Path::new(".")))?.sync_all()
}

#[cfg(test)]
mod tests;
