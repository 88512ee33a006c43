//! Envelopes: one plaintext, sealed for one place, under a key of its own.
//!
//! Suite 1, for a key `K`, a header `H` and a plaintext `P`:
//!
//! ```text
//! salt, nonce  = 32 and 24 random bytes
//! k ‖ com      = HKDF-SHA256(K, salt, "kapok/evt/1" ‖ SHA-256(H)), 32 bytes each
//! ciphertext   = XChaCha20-Poly1305(k, nonce, pad(P), associated data H)
//! stored bytes = 0x01 ‖ salt ‖ nonce ‖ com ‖ ciphertext
//! leaf         = SHA-256(0x00 ‖ H ‖ salt ‖ nonce ‖ com ‖ ciphertext)
//! pad(P)       = P ‖ 0x80 ‖ 0x00…   up to the length that `Padding` gives
//! ```
//!
//! A key per envelope keeps a repeated nonce harmless. The commitment `com` ties the envelope to one
//! key, which XChaCha20-Poly1305 alone does not: it can be made to open under two keys. The header
//! binds the place: an envelope that was moved does not open. For the leaf to be unambiguous the
//! header must tell its own length, as any canonical encoding with fixed or counted fields does.

use std::fmt;

use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;
use thiserror::Error;
use zeroize::Zeroizing;

use crate::cipher::{self, NONCE_BYTES, Nonce, TAG_BYTES};
use crate::key::{Key, RandomFault};
use crate::tree;

/// The suite described above; the only one yet.
pub const SUITE: u8 = 1;

const SALT_BYTES: usize = 32;
const COMMITMENT_BYTES: usize = 32;
const CIPHERTEXT_START: usize = 1 + SALT_BYTES + NONCE_BYTES + COMMITMENT_BYTES;
const INFO: &[u8] = b"kapok/evt/1";
/// First byte of the padding: the last byte of a padded text that is not zero.
const PADDING_MARK: u8 = 0x80;
const BLOCK_BYTES: usize = 256;
/// The longest plaintext whose length is hidden in whole blocks.
const BLOCK_PLAINTEXT_BYTES_MAX: usize = 4096;

/// A sealed plaintext with all that is needed to open it, except key and header.
#[derive(Clone, PartialEq, Eq)]
pub struct Envelope {
    /// Random; makes the key of this envelope its own.
    pub salt: [u8; 32],
    /// Random; the cipher's nonce.
    pub nonce: [u8; 24],
    /// Says which key and header this envelope was sealed under, without telling them.
    pub commitment: [u8; 32],
    /// The padded plaintext, encrypted, with its tag.
    pub ciphertext: Vec<u8>,
}

/// How the length of a plaintext is hidden.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Padding {
    /// Up to the next multiple of 256 bytes; for what is short and often alike.
    Block256,
    /// Padmé: rounds the length up to few significant bits, adding at most 12 %; for free text.
    Padme,
}

impl Padding {
    /// The padding for a plaintext: blocks up to 4 KiB, Padmé above.
    pub fn for_length(plaintext_bytes: usize) -> Padding {
        match plaintext_bytes {
            0..=BLOCK_PLAINTEXT_BYTES_MAX => Padding::Block256,
            _ => Padding::Padme,
        }
    }

    /// The length a plaintext has once padded; always longer by at least the mark.
    pub fn padded_bytes(self, plaintext_bytes: usize) -> usize {
        let marked = plaintext_bytes + 1;
        match self {
            Padding::Block256 => marked.next_multiple_of(BLOCK_BYTES),
            Padding::Padme => marked.next_multiple_of(padme_step(marked)),
        }
    }
}

/// Seals a plaintext for the place that the header names.
pub fn seal(key: &Key, header: &[u8], plaintext: &[u8]) -> Result<Envelope, RandomFault> {
    let salt = cipher::random()?;
    let nonce = cipher::random()?;
    Ok(seal_with(key, header, plaintext, salt, nonce))
}

/// Opens an envelope, if the key and the header are those it was sealed with.
pub fn open(key: &Key, header: &[u8], envelope: &Envelope) -> Result<Zeroizing<Vec<u8>>, OpenFault> {
    let keys = EnvelopeKeys::derive(key, header, &envelope.salt);
    // Before decrypting, and in constant time: else an attacker could learn which of two keys fits.
    if !bool::from(keys.commitment().ct_eq(&envelope.commitment)) {
        return Err(OpenFault::AnotherKeyOrPlace);
    }
    let mut text = Zeroizing::new(envelope.ciphertext.clone());
    cipher::open_in_place(keys.cipher_key(), &envelope.nonce, header, &mut text)
        .map_err(|_| OpenFault::Altered)?;
    let length = plaintext_bytes(&text).ok_or(OpenFault::BadPadding)?;
    text.truncate(length);
    Ok(text)
}

impl Envelope {
    /// The bytes to be stored: suite, salt, nonce, commitment, ciphertext.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(CIPHERTEXT_START + self.ciphertext.len());
        bytes.push(SUITE);
        bytes.extend_from_slice(&self.salt);
        bytes.extend_from_slice(&self.nonce);
        bytes.extend_from_slice(&self.commitment);
        bytes.extend_from_slice(&self.ciphertext);
        bytes
    }

    /// Reads stored bytes back; whether they are genuine shows only when they are opened.
    pub fn from_bytes(bytes: &[u8]) -> Result<Envelope, OpenFault> {
        let (&suite, rest) = bytes.split_first().ok_or(OpenFault::TooShort)?;
        if suite != SUITE {
            return Err(OpenFault::UnknownSuite { suite });
        }
        let (&salt, rest) = rest.split_first_chunk().ok_or(OpenFault::TooShort)?;
        let (&nonce, rest) = rest.split_first_chunk().ok_or(OpenFault::TooShort)?;
        let (&commitment, rest) = rest.split_first_chunk().ok_or(OpenFault::TooShort)?;
        if rest.len() < TAG_BYTES {
            return Err(OpenFault::TooShort);
        }
        Ok(Envelope { salt, nonce, commitment, ciphertext: rest.to_vec() })
    }

    /// The hash that stands for this envelope, at this place, in the log.
    pub fn leaf(&self, header: &[u8]) -> tree::Hash {
        let parts = [header, &self.salt, &self.nonce, &self.commitment, &self.ciphertext];
        tree::leaf_hash_of(&parts)
    }
}

impl fmt::Debug for Envelope {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "Envelope({} bytes sealed)", self.ciphertext.len())
    }
}

/// Why an envelope does not open.
#[derive(Debug, Error, PartialEq, Eq)]
pub enum OpenFault {
    /// The bytes end before an envelope could.
    #[error("the envelope is cut short")]
    TooShort,
    /// Sealed by a suite that this release does not know.
    #[error("the envelope is of suite {suite}, which this release does not know")]
    UnknownSuite {
        /// The suite byte found.
        suite: u8,
    },
    /// Key, header, salt or commitment are not those of the sealing.
    #[error("the envelope belongs to another key or another place")]
    AnotherKeyOrPlace,
    /// Nonce or ciphertext are not those of the sealing.
    #[error("the envelope was altered")]
    Altered,
    /// Genuine, but not padded as this suite pads: its writer had a defect.
    #[error("the envelope holds a text without padding")]
    BadPadding,
}

/// The key and the commitment of one envelope.
struct EnvelopeKeys(Zeroizing<[u8; 64]>);

impl EnvelopeKeys {
    fn derive(key: &Key, header: &[u8], salt: &[u8; SALT_BYTES]) -> EnvelopeKeys {
        let header_hash = Sha256::digest(header);
        EnvelopeKeys(cipher::derive(key.bytes(), salt, &[INFO, &header_hash]))
    }

    fn cipher_key(&self) -> &[u8; 32] {
        self.0.first_chunk().expect("64 bytes begin with 32")
    }

    fn commitment(&self) -> &[u8; COMMITMENT_BYTES] {
        self.0.last_chunk().expect("64 bytes end with 32")
    }
}

/// As [`seal`], with chance as an argument: for frozen examples only.
fn seal_with(key: &Key, header: &[u8], plaintext: &[u8], salt: [u8; SALT_BYTES], nonce: Nonce) -> Envelope {
    let keys = EnvelopeKeys::derive(key, header, &salt);
    let mut text = padded(plaintext);
    cipher::seal_in_place(keys.cipher_key(), &nonce, header, &mut text);
    Envelope { salt, nonce, commitment: *keys.commitment(), ciphertext: text }
}

fn padded(plaintext: &[u8]) -> Vec<u8> {
    let length = Padding::for_length(plaintext.len()).padded_bytes(plaintext.len());
    let mut text = Vec::with_capacity(length + TAG_BYTES);
    text.extend_from_slice(plaintext);
    text.push(PADDING_MARK);
    text.resize(length, 0);
    text
}

/// The length before padding, if the text ends in a mark and zeros.
fn plaintext_bytes(padded: &[u8]) -> Option<usize> {
    let mark = padded.iter().rposition(|&byte| byte != 0)?;
    (padded[mark] == PADDING_MARK).then_some(mark)
}

/// The step that keeps only as many leading bits of a length as its exponent has digits.
///
/// Nikitin and others, "Reducing Metadata Leakage from Encrypted Files and Communication with
/// PURBs", 2019, section 4: a length of up to 2^e bytes leaks O(log e) bits.
fn padme_step(bytes: usize) -> usize {
    let exponent = bytes.max(2).ilog2();
    let digits = exponent.ilog2() + 1;
    1 << exponent.saturating_sub(digits)
}

#[cfg(test)]
mod tests;
