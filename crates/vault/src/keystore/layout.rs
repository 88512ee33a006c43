//! The bytes of a keystore's file, version 1. Numbers have their big end first.
//!
//! ```text
//! offset  bytes
//!      0     14  "kapok-keystore"
//!     14      2  version: 1
//!     16      4  epoch e; KEK_e = HKDF-SHA256(root key, no salt, "kapok/kek/<e in decimal>")
//!     20     24  nonce
//!     44     48  canary: a known text, bound to "kapok/canary/1" ‖ e
//!     92     32  public half of the signing key (Ed25519)
//!    124     24  nonce
//!    148     48  its seed, bound to "kapok/signer/1" ‖ public half ‖ e
//!    196      4  how many keys follow
//!    200  109+n  each: practice 16, owner 16, n 1, compartment n, version 4, nonce 24,
//!                key 48, bound to "kapok/wrap/1" ‖ practice ‖ owner ‖ n ‖ compartment ‖ version ‖ e
//!      …     24  nonce
//!      …     16  seal: no text, bound to all that stands before its nonce
//!      …     32  SHA-256 of all that stands before
//! ```
//!
//! 48 bytes are 32 sealed with XChaCha20-Poly1305 under KEK_e, tag last; "bound to" is associated
//! data. The checksum tells damage from a wrong root key, the canary a wrong root key from alteration,
//! and the seal shows alteration by somebody who mended the checksum.

use std::collections::HashMap;

use sha2::{Digest, Sha256};
use zeroize::Zeroizing;

use super::Slot;
use crate::checkpoint::Signer;
use crate::cipher::{self, Forged, NONCE_BYTES, Nonce, TAG_BYTES};
use crate::key::{Key, RandomFault};

pub(super) const CHECKSUM_BYTES: usize = 32;
pub(super) const WRAPPED_BYTES: usize = 32 + TAG_BYTES;

pub(super) type Checksum = [u8; CHECKSUM_BYTES];

const MAGIC: &[u8; 14] = b"kapok-keystore";
const VERSION: u16 = 1;
const CANARY: &[u8; 32] = b"the root key opens this keystore";
const SEAL_BYTES: usize = NONCE_BYTES + TAG_BYTES;

/// A 32-byte secret, sealed under the key-encryption key.
pub(super) struct Wrapped {
    pub(super) nonce: Nonce,
    pub(super) sealed: [u8; WRAPPED_BYTES],
}

impl Wrapped {
    pub(super) fn seal(kek: &Key, bound_to: &[u8], secret: &[u8; 32]) -> Result<Wrapped, RandomFault> {
        let nonce = cipher::random()?;
        let mut text = Vec::with_capacity(WRAPPED_BYTES);
        text.extend_from_slice(secret);
        cipher::seal_in_place(kek.bytes(), &nonce, bound_to, &mut text);
        let sealed = text.try_into().expect("the tag is added to 32 bytes");
        Ok(Wrapped { nonce, sealed })
    }

    pub(super) fn open(&self, kek: &Key, bound_to: &[u8]) -> Result<Zeroizing<[u8; 32]>, Forged> {
        let mut text = Zeroizing::new(self.sealed.to_vec());
        cipher::open_in_place(kek.bytes(), &self.nonce, bound_to, &mut text)?;
        let secret: &[u8; 32] = text.first_chunk().expect("the tag is taken from 48 bytes");
        Ok(Zeroizing::new(*secret))
    }

    fn write(&self, bytes: &mut Vec<u8>) {
        bytes.extend_from_slice(&self.nonce);
        bytes.extend_from_slice(&self.sealed);
    }
}

/// Why the bytes are not those of a usable keystore.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum LayoutFault {
    NotAKeyStore,
    UnknownVersion(u16),
    WrongRootKey,
    Damaged,
}

/// All that a file holds, besides its epoch.
pub(super) struct Contents {
    pub(super) signer: Signer,
    pub(super) wrapped: HashMap<Slot, Wrapped>,
}

/// A file that is as it was written, as far as can be told without its root key.
pub(super) struct Intact<'file> {
    pub(super) epoch: u32,
    pub(super) checksum: Checksum,
    before_checksum: &'file [u8],
}

impl Intact<'_> {
    /// Checks what anybody can check: that this is a whole keystore of a known version.
    pub(super) fn examine(bytes: &[u8]) -> Result<Intact<'_>, LayoutFault> {
        if !bytes.starts_with(MAGIC) {
            return Err(LayoutFault::NotAKeyStore);
        }
        let (before_checksum, &checksum) = bytes.split_last_chunk().ok_or(LayoutFault::Damaged)?;
        if sha256(before_checksum) != checksum {
            return Err(LayoutFault::Damaged);
        }
        let mut fields = Fields(before_checksum);
        let (_, version, epoch) = fields.prelude().ok_or(LayoutFault::Damaged)?;
        if version != VERSION {
            return Err(LayoutFault::UnknownVersion(version));
        }
        Ok(Intact { epoch, checksum, before_checksum })
    }

    /// Checks what the root key's holder can check, and reads the file.
    pub(super) fn open(&self, kek: &Key) -> Result<Contents, LayoutFault> {
        let (body, seal) = self.split_seal().ok_or(LayoutFault::Damaged)?;
        let mut fields = Fields(body);
        fields.prelude().ok_or(LayoutFault::Damaged)?;
        let canary = fields.wrapped().ok_or(LayoutFault::Damaged)?;
        let known = canary.open(kek, &canary_binding(self.epoch));
        known.map_err(|Forged| LayoutFault::WrongRootKey)?;
        check_seal(kek, body, seal).map_err(|Forged| LayoutFault::Damaged)?;
        fields.contents(kek, self.epoch).ok_or(LayoutFault::Damaged)
    }

    fn split_seal(&self) -> Option<(&[u8], &[u8; SEAL_BYTES])> {
        self.before_checksum.split_last_chunk()
    }
}

/// A file's bytes. The keys are given in the order in which they shall stand.
pub(super) fn encode(
    epoch: u32,
    kek: &Key,
    signer: &Signer,
    wrapped: &[(&Slot, &Wrapped)],
) -> Result<Vec<u8>, RandomFault> {
    let count = u32::try_from(wrapped.len()).expect("memory holds fewer than 2^32 keys");
    let mut bytes = begin(epoch, kek, signer)?;
    bytes.extend_from_slice(&count.to_be_bytes());
    for (slot, wrapped) in wrapped {
        write_slot(slot, &mut bytes);
        wrapped.write(&mut bytes);
    }
    finish(kek, bytes)
}

/// All that stands before the number of keys.
pub(super) fn begin(epoch: u32, kek: &Key, signer: &Signer) -> Result<Vec<u8>, RandomFault> {
    let public = signer.public();
    let mut bytes = MAGIC.to_vec();
    bytes.extend_from_slice(&VERSION.to_be_bytes());
    bytes.extend_from_slice(&epoch.to_be_bytes());
    Wrapped::seal(kek, &canary_binding(epoch), CANARY)?.write(&mut bytes);
    bytes.extend_from_slice(&public);
    Wrapped::seal(kek, &signer_binding(&public, epoch), signer.seed())?.write(&mut bytes);
    Ok(bytes)
}

/// Adds the seal and the checksum to all that stands before them.
pub(super) fn finish(kek: &Key, mut bytes: Vec<u8>) -> Result<Vec<u8>, RandomFault> {
    let nonce: Nonce = cipher::random()?;
    let mut tag = Vec::with_capacity(TAG_BYTES);
    cipher::seal_in_place(kek.bytes(), &nonce, &bytes, &mut tag);
    bytes.extend_from_slice(&nonce);
    bytes.extend_from_slice(&tag);
    bytes.extend_from_slice(&sha256(&bytes));
    Ok(bytes)
}

/// What ties a wrapped key to its slot and epoch, in fixed and counted fields.
pub(super) fn slot_binding(slot: &Slot, epoch: u32) -> Vec<u8> {
    let mut binding = b"kapok/wrap/1".to_vec();
    write_slot(slot, &mut binding);
    binding.extend_from_slice(&epoch.to_be_bytes());
    binding
}

fn signer_binding(public: &[u8; 32], epoch: u32) -> Vec<u8> {
    [b"kapok/signer/1".as_slice(), public, &epoch.to_be_bytes()].concat()
}

fn canary_binding(epoch: u32) -> Vec<u8> {
    [b"kapok/canary/1".as_slice(), &epoch.to_be_bytes()].concat()
}

fn write_slot(slot: &Slot, bytes: &mut Vec<u8>) {
    let tag_bytes = u8::try_from(slot.compartment.len()).expect("checked when the slot was filled");
    bytes.extend_from_slice(&slot.practice);
    bytes.extend_from_slice(&slot.owner);
    bytes.push(tag_bytes);
    bytes.extend_from_slice(&slot.compartment);
    bytes.extend_from_slice(&slot.version.to_be_bytes());
}

fn check_seal(kek: &Key, body: &[u8], seal: &[u8; SEAL_BYTES]) -> Result<(), Forged> {
    let (nonce, tag) = seal.split_first_chunk().expect("a seal begins with its nonce");
    cipher::open_in_place(kek.bytes(), nonce, body, &mut tag.to_vec())
}

fn sha256(bytes: &[u8]) -> Checksum {
    Sha256::digest(bytes).into()
}

/// The bytes not read yet; every reading says whether they were enough.
struct Fields<'file>(&'file [u8]);

impl<'file> Fields<'file> {
    fn take(&mut self, bytes: usize) -> Option<&'file [u8]> {
        let (taken, rest) = self.0.split_at_checked(bytes)?;
        self.0 = rest;
        Some(taken)
    }

    fn array<const N: usize>(&mut self) -> Option<[u8; N]> {
        self.take(N)?.try_into().ok()
    }

    /// Magic, version, epoch.
    fn prelude(&mut self) -> Option<([u8; 14], u16, u32)> {
        let magic = self.array()?;
        Some((magic, u16::from_be_bytes(self.array()?), u32::from_be_bytes(self.array()?)))
    }

    fn wrapped(&mut self) -> Option<Wrapped> {
        Some(Wrapped { nonce: self.array()?, sealed: self.array()? })
    }

    fn slot(&mut self) -> Option<Slot> {
        let (practice, owner, [tag_bytes]) = (self.array()?, self.array()?, self.array()?);
        let compartment = self.take(tag_bytes.into())?.to_vec();
        Some(Slot { practice, owner, compartment, version: u32::from_be_bytes(self.array()?) })
    }

    /// All after the canary; none unless it is complete, unambiguous and nothing follows.
    fn contents(&mut self, kek: &Key, epoch: u32) -> Option<Contents> {
        let signer = self.signer(kek, epoch)?;
        let count = u32::from_be_bytes(self.array()?);
        let mut wrapped = HashMap::new();
        for _ in 0..count {
            if wrapped.insert(self.slot()?, self.wrapped()?).is_some() {
                return None;
            }
        }
        self.0.is_empty().then_some(Contents { signer, wrapped })
    }

    fn signer(&mut self, kek: &Key, epoch: u32) -> Option<Signer> {
        let public = self.array()?;
        let seed = self.wrapped()?.open(kek, &signer_binding(&public, epoch)).ok()?;
        Some(Signer::from_seed(&seed))
    }
}
