//! The keystore: keys in a file of their own, each wrapped, so that a key can die.
//!
//! A key is never in the log's database: there it would outlive its deletion in free pages and
//! journals. The file is small (about 120 bytes a key) and always written whole; [`layout`] tells its
//! bytes. It is opened by checking it as a whole; a key is unwrapped when it is asked for. The file's
//! seal shows alteration, not age: an older copy of the file is as genuine as it was then.
//!
//! One process at a time writes a keystore; a second one is noticed when it saves, and refused.

mod layout;

use std::collections::HashMap;
use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};

use self::layout::{CHECKSUM_BYTES, Checksum, Intact, LayoutFault, Wrapped, slot_binding};
use crate::checkpoint::Signer;
use crate::disk;
use crate::key::{Key, KeyFault, RandomFault, RootKey};

/// The longest tag of a compartment, in bytes.
pub const COMPARTMENT_BYTES_MAX: usize = 255;

/// The key-encryption key's generation in a new file.
const FIRST_EPOCH: u32 = 1;

/// Which key: whose, for what, and which one of those.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Slot {
    /// The practice that holds the key.
    pub practice: [u8; 16],
    /// Whom or what the key's texts are about.
    pub owner: [u8; 16],
    /// A short tag, such as `b"record"`.
    pub compartment: Vec<u8>,
    /// Counts the keys that this owner has had for this compartment.
    pub version: u32,
}

/// All keys of an installation, opened with its root key.
pub struct KeyStore {
    path: PathBuf,
    epoch: u32,
    key_encryption_key: Key,
    signer: Signer,
    wrapped: HashMap<Slot, Wrapped>,
    has_unsaved: bool,
    /// Trailing checksum of the file as this process last read or wrote it.
    saved_checksum: Checksum,
}

impl KeyStore {
    /// Makes a keystore with a signing key and no other; refuses to take a file's place.
    pub fn create(path: &Path, root: &RootKey) -> Result<KeyStore, KeyFault> {
        let mut store = KeyStore {
            path: path.into(),
            epoch: FIRST_EPOCH,
            key_encryption_key: root.key_encryption_key(FIRST_EPOCH),
            signer: Signer::generate()?,
            wrapped: HashMap::new(),
            has_unsaved: false,
            saved_checksum: [0; CHECKSUM_BYTES],
        };
        let bytes = store.to_bytes()?;
        disk::write_new(path, disk::OWNER_WRITES, &bytes).map_err(KeyFault::creating(path))?;
        store.saved_checksum = checksum_of(&bytes);
        Ok(store)
    }

    /// Opens a keystore; refuses another root key's, and any that is not as it was written.
    pub fn open(path: &Path, root: &RootKey) -> Result<KeyStore, KeyFault> {
        let bytes = fs::read(path).map_err(KeyFault::at(path, "read"))?;
        let intact = Intact::examine(&bytes).map_err(|fault| fault_at(path, fault))?;
        let key_encryption_key = root.key_encryption_key(intact.epoch);
        let contents = intact.open(&key_encryption_key).map_err(|fault| fault_at(path, fault))?;
        Ok(KeyStore {
            path: path.into(),
            epoch: intact.epoch,
            key_encryption_key,
            signer: contents.signer,
            wrapped: contents.wrapped,
            has_unsaved: false,
            saved_checksum: intact.checksum,
        })
    }

    /// The key in a slot, staged ones included; none when there never was one, or when it died.
    pub fn get(&self, slot: &Slot) -> Option<Key> {
        let wrapped = self.wrapped.get(slot)?;
        let secret = wrapped
            .open(&self.key_encryption_key, &slot_binding(slot, self.epoch))
            .expect("the file's seal was checked, and it covers every wrapped key");
        Some(Key::from_bytes(*secret))
    }

    /// Draws a key for an empty slot. It is lost unless [`save`](KeyStore::save) succeeds.
    pub fn make(&mut self, slot: Slot) -> Result<Key, KeyFault> {
        if slot.compartment.len() > COMPARTMENT_BYTES_MAX {
            return Err(KeyFault::CompartmentTooLong);
        }
        if self.wrapped.contains_key(&slot) {
            return Err(KeyFault::SlotTaken);
        }
        let key = Key::generate()?;
        let binding = slot_binding(&slot, self.epoch);
        let wrapped = Wrapped::seal(&self.key_encryption_key, &binding, key.bytes())?;
        self.wrapped.insert(slot, wrapped);
        self.has_unsaved = true;
        Ok(key)
    }

    /// Puts staged keys on disk; does nothing when there are none.
    ///
    /// Call it before anything sealed under a new key is committed. After a fault the keys are still
    /// staged, and the file on disk is whole: the old one or the new one.
    pub fn save(&mut self) -> Result<(), KeyFault> {
        if !self.has_unsaved {
            return Ok(());
        }
        let bytes = self.to_bytes()?;
        let on_disk = disk::tail(&self.path).map_err(KeyFault::at(&self.path, "read"))?;
        if on_disk != self.saved_checksum {
            return Err(KeyFault::ChangedOnDisk { path: self.path.clone() });
        }
        disk::replace(&self.path, disk::OWNER_WRITES, &bytes).map_err(KeyFault::at(&self.path, "written"))?;
        self.saved_checksum = checksum_of(&bytes);
        self.has_unsaved = false;
        Ok(())
    }

    /// Whether keys are staged that a crash would lose.
    pub fn has_unsaved(&self) -> bool {
        self.has_unsaved
    }

    /// The key that signs this installation's checkpoints.
    pub fn signing_key(&self) -> &Signer {
        &self.signer
    }

    fn to_bytes(&self) -> Result<Vec<u8>, RandomFault> {
        let mut wrapped: Vec<_> = self.wrapped.iter().collect();
        wrapped.sort_unstable_by_key(|(slot, _)| *slot);
        layout::encode(self.epoch, &self.key_encryption_key, &self.signer, &wrapped)
    }
}

impl fmt::Debug for KeyStore {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (path, keys) = (self.path.display(), self.wrapped.len());
        write!(out, "KeyStore({path}, {keys} keys, redacted)")
    }
}

fn fault_at(path: &Path, fault: LayoutFault) -> KeyFault {
    let path = path.into();
    match fault {
        LayoutFault::NotAKeyStore => KeyFault::NotAKeyStore { path },
        LayoutFault::UnknownVersion(version) => KeyFault::UnknownVersion { path, version },
        LayoutFault::WrongRootKey => KeyFault::WrongRootKey { path },
        LayoutFault::Damaged => KeyFault::Damaged { path },
    }
}

fn checksum_of(file: &[u8]) -> Checksum {
    *file.last_chunk().expect("every file that was encoded ends in its checksum")
}

#[cfg(test)]
mod tests;
