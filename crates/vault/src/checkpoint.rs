//! Signed checkpoints: a log's size and root as text, in the C2SP formats.
//!
//! The text is a [tlog-checkpoint](https://c2sp.org/tlog-checkpoint), signed as a
//! [signed-note](https://c2sp.org/signed-note) with Ed25519; the key's name is the log's origin:
//!
//! ```text
//! practice.example/log
//! 3
//! rra8/idLcKFPsGel5VeCZNsPqbUa9eC6FZFY8yngbnc=
//!
//! — practice.example/log base64(key id ‖ signature)
//! ```
//!
//! A checkpoint says what the log was; kept by somebody else, it shows any later rewriting.

use std::fmt;
use std::str::FromStr;

use base64::{Engine, prelude::BASE64_STANDARD};
use ed25519_dalek::{Signature, Signer as _, SigningKey, VerifyingKey};
use sha2::{Digest, Sha256};
use thiserror::Error;
use zeroize::Zeroizing;

use crate::cipher;
use crate::key::RandomFault;
use crate::tree::Hash;

/// Far more than a checkpoint with all its witnesses needs.
pub const NOTE_BYTES_MAX: usize = 64 * 1024;

const KEY_ID_BYTES: usize = 4;
const PUBLIC_BYTES: usize = 32;
/// The signature type byte of Ed25519 in signed notes.
const ED25519: u8 = 0x01;

type KeyId = [u8; KEY_ID_BYTES];

/// What a log was at one moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checkpoint {
    /// Which log: a name without blanks and plus signs, unique in the world.
    pub origin: String,
    /// How many leaves the log had.
    pub size: u64,
    /// The root of its tree.
    pub root: Hash,
}

/// Whether a text can name a key, and so a log: not empty, without blanks, plus and control signs.
pub fn is_key_name(name: &str) -> bool {
    let is_allowed = |sign: char| !sign.is_whitespace() && !sign.is_control() && sign != '+';
    !name.is_empty() && name.chars().all(is_allowed)
}

/// The Ed25519 key that signs a practice's checkpoints; never shown.
pub struct Signer(SigningKey);

impl Signer {
    /// Signs a checkpoint under the name of its origin.
    ///
    /// # Panics
    ///
    /// When the origin is no [`is_key_name`]: it is chosen by the program, never by a request.
    pub fn sign(&self, checkpoint: &Checkpoint) -> String {
        let name = &checkpoint.origin;
        assert!(is_key_name(name), "a log's origin is a key name");
        let text = checkpoint.to_string();
        let signature = self.0.sign(text.as_bytes()).to_bytes();
        let key_id = key_id(name, &self.public());
        let signed = BASE64_STANDARD.encode([key_id.as_slice(), &signature].concat());
        format!("{text}\n— {name} {signed}\n")
    }

    /// The public half, under the name of the log it signs.
    ///
    /// # Panics
    ///
    /// When the name is no [`is_key_name`]: it is chosen by the program, never by a request.
    pub fn verifier(&self, name: &str) -> Verifier {
        assert!(is_key_name(name), "a log's origin is a key name");
        Verifier { name: name.to_owned(), key: self.0.verifying_key() }
    }

    pub(crate) fn generate() -> Result<Signer, RandomFault> {
        let seed = Zeroizing::new(cipher::random()?);
        Ok(Signer::from_seed(&seed))
    }

    pub(crate) fn from_seed(seed: &[u8; 32]) -> Signer {
        Signer(SigningKey::from_bytes(seed))
    }

    pub(crate) fn seed(&self) -> &[u8; 32] {
        self.0.as_bytes()
    }

    pub(crate) fn public(&self) -> [u8; PUBLIC_BYTES] {
        self.0.verifying_key().to_bytes()
    }
}

impl fmt::Debug for Signer {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("Signer(redacted)")
    }
}

/// The public key of a log; read from and written as `name+hash+base64`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verifier {
    name: String,
    key: VerifyingKey,
}

impl Verifier {
    /// Reads a signed note and returns its checkpoint, if this key signed it for this log.
    ///
    /// Signatures by other keys, such as witnesses, and further lines of the text are left aside.
    pub fn verify(&self, note: &str) -> Result<Checkpoint, NoteFault> {
        let checkpoint: Checkpoint = self.verified_text(note)?.parse()?;
        if checkpoint.origin != self.name {
            return Err(NoteFault::AnotherLog);
        }
        Ok(checkpoint)
    }

    fn verified_text<'note>(&self, note: &'note str) -> Result<&'note str, NoteFault> {
        if note.len() > NOTE_BYTES_MAX {
            return Err(NoteFault::TooLong);
        }
        let (text, signatures) = split_note(note).ok_or(NoteFault::Malformed)?;
        let mut is_signed = false;
        for line in signatures.lines() {
            let line = SignatureLine::parse(line).ok_or(NoteFault::Malformed)?;
            if line.name == self.name && line.key_id == key_id(&self.name, self.key.as_bytes()) {
                self.check(text, &line.signature)?;
                is_signed = true;
            }
        }
        if is_signed { Ok(text) } else { Err(NoteFault::NotSigned) }
    }

    fn check(&self, text: &str, signature: &[u8]) -> Result<(), NoteFault> {
        let signature = Signature::from_slice(signature).map_err(|_| NoteFault::Malformed)?;
        self.key.verify_strict(text.as_bytes(), &signature).map_err(|_| NoteFault::BadSignature)
    }
}

impl fmt::Display for Verifier {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let key_id = u32::from_be_bytes(key_id(&self.name, self.key.as_bytes()));
        let key = BASE64_STANDARD.encode(typed(self.key.as_bytes()));
        write!(out, "{}+{key_id:08x}+{key}", self.name)
    }
}

impl FromStr for Verifier {
    type Err = VerifierFault;

    fn from_str(line: &str) -> Result<Verifier, VerifierFault> {
        let verifier = parse_verifier(line).ok_or(VerifierFault)?;
        // Comparing the whole line catches a wrong hash, and any second spelling of the same key.
        if verifier.key.is_weak() || verifier.to_string() != line {
            return Err(VerifierFault);
        }
        Ok(verifier)
    }
}

impl fmt::Display for Checkpoint {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Checkpoint { origin, size, root } = self;
        writeln!(out, "{origin}\n{size}\n{}", BASE64_STANDARD.encode(root))
    }
}

impl FromStr for Checkpoint {
    type Err = NoteFault;

    fn from_str(text: &str) -> Result<Checkpoint, NoteFault> {
        parse_checkpoint(text).ok_or(NoteFault::Malformed)
    }
}

/// Why a note is not a checkpoint signed by this log.
#[derive(Debug, Error, PartialEq, Eq)]
pub enum NoteFault {
    /// Longer than any checkpoint.
    #[error("the checkpoint is longer than {NOTE_BYTES_MAX} bytes")]
    TooLong,
    /// Not the text of a signed checkpoint.
    #[error("the text is not that of a signed checkpoint")]
    Malformed,
    /// No signature by this key.
    #[error("the checkpoint is not signed by this log's key")]
    NotSigned,
    /// A signature in the name of this key that the key did not make.
    #[error("the checkpoint's signature is not genuine")]
    BadSignature,
    /// Signed by this key for a log of another name.
    #[error("the checkpoint is that of another log")]
    AnotherLog,
}

/// The text is not a public key of a log.
#[derive(Debug, Error, PartialEq, Eq)]
#[error("not a log's public key: name+hash+base64 is expected")]
pub struct VerifierFault;

struct SignatureLine<'note> {
    name: &'note str,
    key_id: KeyId,
    signature: Vec<u8>,
}

impl SignatureLine<'_> {
    fn parse(line: &str) -> Option<SignatureLine<'_>> {
        let (name, signed) = line.strip_prefix("— ")?.split_once(' ')?;
        let signed = BASE64_STANDARD.decode(signed).ok()?;
        let (&key_id, signature) = signed.split_first_chunk()?;
        let is_complete = is_key_name(name) && !signature.is_empty();
        is_complete.then(|| SignatureLine { name, key_id, signature: signature.to_vec() })
    }
}

/// The signed text, with its last line end, and the lines of signatures below the empty line.
fn split_note(note: &str) -> Option<(&str, &str)> {
    let is_control = |sign: char| sign.is_ascii_control() && sign != '\n';
    let text_end = note.rfind("\n\n")? + 1;
    let (text, signatures) = (&note[..text_end], &note[text_end + 1..]);
    let is_whole = signatures.ends_with('\n') && !note.contains(is_control);
    is_whole.then_some((text, signatures))
}

fn parse_checkpoint(text: &str) -> Option<Checkpoint> {
    let mut lines = text.strip_suffix('\n')?.split('\n');
    let origin = lines.next().filter(|origin| !origin.is_empty())?.to_owned();
    let size = parse_size(lines.next()?)?;
    let root = BASE64_STANDARD.decode(lines.next()?).ok()?.try_into().ok()?;
    lines.all(|extension| !extension.is_empty()).then_some(Checkpoint { origin, size, root })
}

/// A decimal number in its one spelling: no sign, no leading zeros.
fn parse_size(digits: &str) -> Option<u64> {
    digits.parse().ok().filter(|size: &u64| size.to_string() == digits)
}

fn parse_verifier(line: &str) -> Option<Verifier> {
    let (name, rest) = line.split_once('+')?;
    let (_, key) = rest.split_once('+')?;
    let key = BASE64_STANDARD.decode(key).ok()?;
    let key: [u8; PUBLIC_BYTES] = key.strip_prefix(&[ED25519])?.try_into().ok()?;
    let key = VerifyingKey::from_bytes(&key).ok()?;
    is_key_name(name).then(|| Verifier { name: name.to_owned(), key })
}

fn key_id(name: &str, public: &[u8; PUBLIC_BYTES]) -> KeyId {
    let hash = Sha256::new().chain_update(name).chain_update(b"\n").chain_update(typed(public));
    let hash: Hash = hash.finalize().into();
    *hash.first_chunk().expect("32 bytes begin with 4")
}

fn typed(public: &[u8; PUBLIC_BYTES]) -> [u8; 1 + PUBLIC_BYTES] {
    let mut typed = [ED25519; 1 + PUBLIC_BYTES];
    typed[1..].copy_from_slice(public);
    typed
}

#[cfg(test)]
mod tests;
