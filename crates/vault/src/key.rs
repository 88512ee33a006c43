//! Keys in memory, and the root key's file.

use std::fmt;
use std::fs::File;
use std::io::{self, Read};
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};

use base64::{Engine, prelude::BASE64_STANDARD};
use thiserror::Error;
use zeroize::{Zeroize, ZeroizeOnDrop, Zeroizing};

use crate::{cipher, disk};

const KEY_BYTES: usize = 32;
const ROOT_KEY_LABEL: &str = "kapok-root-key-1 ";
/// Base64 of 32 bytes, padded.
const ROOT_KEY_TEXT_BYTES: usize = 44;
const ROOT_KEY_LINE_BYTES: usize = ROOT_KEY_LABEL.len() + ROOT_KEY_TEXT_BYTES + 1;
/// Permission bits of everybody who is not the owner.
const NOT_THE_OWNER: u32 = 0o077;

/// A 256-bit key that seals and opens envelopes; wiped when dropped, never shown.
#[derive(Zeroize, ZeroizeOnDrop)]
pub struct Key([u8; KEY_BYTES]);

impl Key {
    /// Draws a key from the operating system's generator.
    pub fn generate() -> Result<Key, RandomFault> {
        cipher::random().map(Key)
    }

    /// Takes a key that was derived or agreed elsewhere.
    pub fn from_bytes(bytes: [u8; KEY_BYTES]) -> Key {
        Key(bytes)
    }

    pub(crate) fn bytes(&self) -> &[u8; KEY_BYTES] {
        &self.0
    }
}

impl fmt::Debug for Key {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("Key(redacted)")
    }
}

/// The key above all keys of an installation; lives in a file apart from them.
///
/// Whoever holds it together with the keystore can read everything, and without it nobody can. It is
/// read from a file because arguments and environment variables show in `/proc`.
#[derive(Zeroize, ZeroizeOnDrop)]
pub struct RootKey([u8; KEY_BYTES]);

impl RootKey {
    /// Draws a root key from the operating system's generator.
    pub fn generate() -> Result<RootKey, RandomFault> {
        cipher::random().map(RootKey)
    }

    /// Reads the root key's file; refuses one that others than its owner may read.
    pub fn read(path: &Path) -> Result<RootKey, KeyFault> {
        let file = File::open(path).map_err(KeyFault::at(path, "opened"))?;
        let about = file.metadata().map_err(KeyFault::at(path, "examined"))?;
        let mode = about.permissions().mode() & 0o777;
        if mode & NOT_THE_OWNER != 0 {
            return Err(KeyFault::RootKeyExposed { path: path.into(), mode });
        }
        // Room for one byte too many: a longer file is then seen to be longer.
        let mut line = Zeroizing::new(Vec::with_capacity(ROOT_KEY_LINE_BYTES + 1));
        file.take(ROOT_KEY_LINE_BYTES as u64 + 1)
            .read_to_end(&mut line)
            .map_err(KeyFault::at(path, "read"))?;
        RootKey::from_line(&line).ok_or_else(|| KeyFault::NotARootKey { path: path.into() })
    }

    /// Writes the root key to a new file that only its owner can read.
    ///
    /// The file and its folder are on disk when this returns. A file that is already there is left as
    /// it is: overwriting a root key would lose everything sealed under it.
    pub fn write_new(&self, path: &Path) -> Result<(), KeyFault> {
        disk::write_new(path, disk::OWNER_READS, self.to_line().as_bytes()).map_err(KeyFault::creating(path))
    }

    fn to_line(&self) -> Zeroizing<String> {
        let mut line = Zeroizing::new(String::with_capacity(ROOT_KEY_LINE_BYTES));
        line.push_str(ROOT_KEY_LABEL);
        BASE64_STANDARD.encode_string(self.0, &mut line);
        line.push('\n');
        line
    }

    fn from_line(line: &[u8]) -> Option<RootKey> {
        let line = line.strip_suffix(b"\n").unwrap_or(line);
        let text = line.strip_prefix(ROOT_KEY_LABEL.as_bytes())?;
        let mut root = RootKey([0; KEY_BYTES]);
        let decoded = BASE64_STANDARD.decode_slice(text, &mut root.0).ok()?;
        (decoded == KEY_BYTES).then_some(root)
    }

    /// The key-encryption key of an epoch: HKDF(root, "kapok/kek/<epoch>").
    pub(crate) fn key_encryption_key(&self, epoch: u32) -> Key {
        let derived = cipher::derive(&self.0, &[], &[b"kapok/kek/", epoch.to_string().as_bytes()]);
        Key(*derived)
    }

    #[cfg(test)]
    pub(crate) fn from_bytes(bytes: [u8; KEY_BYTES]) -> RootKey {
        RootKey(bytes)
    }
}

impl fmt::Debug for RootKey {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("RootKey(redacted)")
    }
}

/// The operating system gave no random bytes; nothing may be sealed.
#[derive(Debug, Error)]
#[error("the operating system gave no random bytes: {source}")]
pub struct RandomFault {
    pub(crate) source: getrandom::Error,
}

/// Why a root key or a keystore cannot be used.
#[derive(Debug, Error)]
pub enum KeyFault {
    /// No random bytes for a new key or nonce.
    #[error(transparent)]
    Random(#[from] RandomFault),
    /// The file system refused.
    #[error("{} cannot be {doing}: {source}", path.display())]
    File {
        /// What was to be done with the file.
        doing: &'static str,
        /// The file in question.
        path: PathBuf,
        /// What the operating system said.
        source: io::Error,
    },
    /// A file is there already; it is never overwritten.
    #[error("{} is there already and is left as it is; choose another place", path.display())]
    AlreadyThere {
        /// The file in question.
        path: PathBuf,
    },
    /// Others than the owner may use the root key's file.
    #[error(
        "{} can be used by others than its owner (mode {mode:04o}); run: chmod 0400 '{}'",
        path.display(),
        path.display()
    )]
    RootKeyExposed {
        /// The root key's file.
        path: PathBuf,
        /// Its permission bits.
        mode: u32,
    },
    /// The file holds something else than a root key.
    #[error("{} is not a root key: one line \"kapok-root-key-1 <base64>\" is expected", path.display())]
    NotARootKey {
        /// The file in question.
        path: PathBuf,
    },
    /// The file holds something else than a keystore.
    #[error("{} is not a keystore", path.display())]
    NotAKeyStore {
        /// The file in question.
        path: PathBuf,
    },
    /// The keystore was written by a release that this one does not know.
    #[error("{} is a keystore of version {version}; use the release that wrote it", path.display())]
    UnknownVersion {
        /// The keystore's file.
        path: PathBuf,
        /// The version the file claims.
        version: u16,
    },
    /// The keystore was made under another root key.
    #[error("the root key is not the one {} was made with; give the right one", path.display())]
    WrongRootKey {
        /// The keystore's file.
        path: PathBuf,
    },
    /// The keystore's bytes are not those that were written.
    #[error("{} is damaged or was altered; restore it from a backup", path.display())]
    Damaged {
        /// The keystore's file.
        path: PathBuf,
    },
    /// Another process wrote the keystore since it was opened; saving would lose its keys.
    #[error("{} was written by another process; open it again", path.display())]
    ChangedOnDisk {
        /// The keystore's file.
        path: PathBuf,
    },
    /// The slot holds a key already; a second one would hide what the first has sealed.
    #[error("there is a key in this slot already")]
    SlotTaken,
    /// The compartment's tag is longer than a keystore can note.
    #[error("a compartment's tag has at most {} bytes", crate::keystore::COMPARTMENT_BYTES_MAX)]
    CompartmentTooLong,
}

impl KeyFault {
    pub(crate) fn at(path: &Path, doing: &'static str) -> impl FnOnce(io::Error) -> KeyFault {
        move |source| KeyFault::File { doing, path: path.into(), source }
    }

    pub(crate) fn creating(path: &Path) -> impl FnOnce(io::Error) -> KeyFault {
        move |source| match source.kind() {
            io::ErrorKind::AlreadyExists => KeyFault::AlreadyThere { path: path.into() },
            _ => KeyFault::File { doing: "created", path: path.into(), source },
        }
    }
}

#[cfg(test)]
mod tests;
