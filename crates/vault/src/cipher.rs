//! The three primitives all else is built from: chance, HKDF-SHA256, XChaCha20-Poly1305.

use chacha20poly1305::{AeadInOut, KeyInit, XChaCha20Poly1305};
use hkdf::Hkdf;
use sha2::Sha256;
use zeroize::Zeroizing;

use crate::key::RandomFault;

/// Bytes of an XChaCha20 nonce: long enough to be drawn at random for ever.
pub(crate) const NONCE_BYTES: usize = 24;
/// Bytes by which a sealed text is longer than its plaintext.
pub(crate) const TAG_BYTES: usize = 16;

pub(crate) type Nonce = [u8; NONCE_BYTES];

/// The text was not sealed under this key, nonce and associated data.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Forged;

/// Draws bytes from the operating system's generator.
pub(crate) fn random<const N: usize>() -> Result<[u8; N], RandomFault> {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).map_err(|source| RandomFault { source })?;
    Ok(bytes)
}

/// HKDF-SHA256 (RFC 5869): extract with `salt`, expand with the concatenated `info`.
pub(crate) fn derive<const N: usize>(secret: &[u8], salt: &[u8], info: &[&[u8]]) -> Zeroizing<[u8; N]> {
    const { assert!(N <= 255 * 32, "HKDF-SHA256 yields at most 255 blocks") };
    let mut derived = Zeroizing::new([0; N]);
    Hkdf::<Sha256>::new(Some(salt), secret)
        .expand_multi_info(info, derived.as_mut_slice())
        .expect("the length is checked at compile time");
    derived
}

/// Turns the plaintext in `buffer` into ciphertext and tag, leaving no copy behind.
pub(crate) fn seal_in_place(key: &[u8; 32], nonce: &Nonce, associated: &[u8], buffer: &mut Vec<u8>) {
    // A growing vector would leave the plaintext in the block it moves out of.
    assert!(buffer.capacity() >= buffer.len() + TAG_BYTES, "callers reserve room for the tag");
    XChaCha20Poly1305::new(key.into())
        .encrypt_in_place(nonce.into(), associated, buffer)
        .expect("the cipher takes 256 GiB, memory holds less");
}

/// Turns ciphertext and tag in `buffer` back into plaintext, or says they were forged.
pub(crate) fn open_in_place(
    key: &[u8; 32],
    nonce: &Nonce,
    associated: &[u8],
    buffer: &mut Vec<u8>,
) -> Result<(), Forged> {
    XChaCha20Poly1305::new(key.into()).decrypt_in_place(nonce.into(), associated, buffer).map_err(|_| Forged)
}

#[cfg(test)]
mod tests;
