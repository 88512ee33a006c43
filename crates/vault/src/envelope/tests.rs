use std::collections::HashSet;

use proptest::collection::vec;
use proptest::prelude::*;

use super::*;

/// Made by a separate implementation, from the description at the head of this module. Never edited.
const FROZEN: &[u8] = include_bytes!("../../testdata/envelope-1.bin");
const HEADER: &[u8] = b"\x01header of a frozen envelope";
const PLAINTEXT: &[u8] = b"plaintext of a frozen envelope";

fn run<const N: usize>(from: u8) -> [u8; N] {
    std::array::from_fn(|place| from + place as u8)
}

fn key() -> Key {
    Key::from_bytes(run(0x00))
}

fn sealed() -> Envelope {
    seal_with(&key(), HEADER, PLAINTEXT, run(0x20), run(0x40))
}

/// Seals as this module does, except that the caller has the say over every part.
fn forged(commitment_under: &Key, cipher_under: &Key, associated: &[u8], text: &[u8]) -> Envelope {
    let (salt, nonce) = (run(0x20), run(0x40));
    let commitment = *EnvelopeKeys::derive(commitment_under, HEADER, &salt).commitment();
    let keys = EnvelopeKeys::derive(cipher_under, HEADER, &salt);
    let mut ciphertext = Vec::with_capacity(text.len() + TAG_BYTES);
    ciphertext.extend_from_slice(text);
    cipher::seal_in_place(keys.cipher_key(), &nonce, associated, &mut ciphertext);
    Envelope { salt, nonce, commitment, ciphertext }
}

#[test]
fn the_frozen_envelope_is_still_made_and_opened() {
    assert_eq!(sealed().to_bytes(), FROZEN);
    let opened = open(&key(), HEADER, &Envelope::from_bytes(FROZEN).unwrap()).unwrap();
    assert_eq!(opened.as_slice(), PLAINTEXT);
}

#[test]
fn the_frozen_leaf_is_still_the_same() {
    let leaf = sealed().leaf(HEADER).map(|byte| format!("{byte:02x}")).concat();
    assert_eq!(leaf, "164b0105e6757bde5a24e89f6b49430d831be1dd0519ed551f7d59dc4ce6133c");
}

#[test]
fn the_frozen_long_envelope_is_still_the_same() {
    let long: Vec<u8> = (0..5_000).map(|place| (place % 251) as u8).collect();
    let envelope = seal_with(&key(), HEADER, &long, run(0x20), run(0x40));
    let hash: [u8; 32] = Sha256::digest(envelope.to_bytes()).into();
    let hash = hash.map(|byte| format!("{byte:02x}")).concat();
    assert_eq!(hash, "4314cd87bfdcf39d4a2969fcd8d265af5bd1b07990518a63d3255d3471009f16");
    assert_eq!(open(&key(), HEADER, &envelope).unwrap().as_slice(), long);
}

#[test]
fn another_key_is_refused_before_decrypting() {
    let fault = open(&Key::from_bytes([9; 32]), HEADER, &sealed()).unwrap_err();
    assert_eq!(fault, OpenFault::AnotherKeyOrPlace);
}

#[test]
fn another_place_is_refused() {
    let fault = open(&key(), b"\x01header of another envelope", &sealed()).unwrap_err();
    assert_eq!(fault, OpenFault::AnotherKeyOrPlace);
}

/// The cipher alone would open this one: only the commitment tells that two keys are at play.
#[test]
fn a_commitment_to_another_key_is_refused() {
    let text = padded(PLAINTEXT);
    let fair = forged(&key(), &key(), HEADER, &text);
    assert_eq!(open(&key(), HEADER, &fair).unwrap().as_slice(), PLAINTEXT);

    let other = Key::from_bytes([9; 32]);
    let crossed = forged(&other, &key(), HEADER, &text);
    assert_eq!(open(&key(), HEADER, &crossed), Err(OpenFault::AnotherKeyOrPlace));
    assert_eq!(open(&other, HEADER, &crossed), Err(OpenFault::Altered));
}

/// The commitment alone would pass this one: only the associated data names another place.
#[test]
fn associated_data_of_another_place_is_refused() {
    let moved = forged(&key(), &key(), b"\x01header of another envelope", &padded(PLAINTEXT));
    assert_eq!(open(&key(), HEADER, &moved), Err(OpenFault::Altered));
}

#[test]
fn every_flipped_bit_is_refused() {
    for place in 0..FROZEN.len() {
        for bit in 0..8 {
            let mut bytes = FROZEN.to_vec();
            bytes[place] ^= 1 << bit;
            let opened = Envelope::from_bytes(&bytes).and_then(|it| open(&key(), HEADER, &it));
            let fault = opened.expect_err("an altered envelope opened");
            let expected = match place {
                0 => OpenFault::UnknownSuite { suite: bytes[0] },
                1..33 | 57..89 => OpenFault::AnotherKeyOrPlace,
                _ => OpenFault::Altered,
            };
            assert_eq!(fault, expected, "byte {place}, bit {bit}");
        }
    }
}

#[test]
fn every_flipped_bit_gives_another_leaf() {
    let mut leaves = HashSet::from([sealed().leaf(HEADER)]);
    for place in 1..FROZEN.len() {
        let mut bytes = FROZEN.to_vec();
        bytes[place] ^= 1;
        leaves.insert(Envelope::from_bytes(&bytes).unwrap().leaf(HEADER));
    }
    leaves.insert(sealed().leaf(b"\x01header of another envelope"));
    assert_eq!(leaves.len(), FROZEN.len() + 1);
}

#[test]
fn every_cut_is_refused() {
    for length in 0..FROZEN.len() {
        let opened = Envelope::from_bytes(&FROZEN[..length]).and_then(|it| open(&key(), HEADER, &it));
        let expected = if length < 105 { OpenFault::TooShort } else { OpenFault::Altered };
        assert_eq!(opened, Err(expected), "cut to {length}");
    }
}

#[test]
fn a_text_that_is_not_padded_is_refused() {
    for text in [&b""[..], b"text", b"\0\0\0", b"text\x81\0\0", b"text\x80\x01"] {
        let envelope = forged(&key(), &key(), HEADER, text);
        assert_eq!(open(&key(), HEADER, &envelope), Err(OpenFault::BadPadding), "{text:?}");
    }
}

#[test]
fn salts_and_nonces_never_repeat() {
    const SEALS: usize = 100_000;
    let key = key();
    let (mut salts, mut nonces) = (HashSet::new(), HashSet::new());
    for _ in 0..SEALS {
        let envelope = seal(&key, b"\x01", b"").unwrap();
        salts.insert(envelope.salt);
        nonces.insert(envelope.nonce);
    }
    assert_eq!((salts.len(), nonces.len()), (SEALS, SEALS));
}

#[test]
fn the_same_text_never_looks_the_same() {
    let [first, second] = [0; 2].map(|_| seal(&key(), HEADER, PLAINTEXT).unwrap());
    assert_ne!(first.commitment, second.commitment);
    assert_ne!(first.ciphertext, second.ciphertext);
}

#[test]
fn padding_follows_the_length() {
    use Padding::{Block256, Padme};
    let check = |plaintext: usize, padding: Padding, padded: usize| {
        assert_eq!(Padding::for_length(plaintext), padding, "{plaintext}");
        assert_eq!(padding.padded_bytes(plaintext), padded, "{plaintext}");
    };
    check(0, Block256, 256);
    check(255, Block256, 256);
    check(256, Block256, 512);
    check(4_095, Block256, 4_096);
    check(4_096, Block256, 4_352);
    check(4_097, Padme, 4_352);
    check(4_352, Padme, 4_608);
    check(10_000, Padme, 10_240);
    check(123_456, Padme, 124_928);
    check(10_000_000, Padme, 10_223_616);
}

#[test]
fn padme_is_defined_for_every_short_length() {
    let lengths: Vec<usize> = (0..10).map(|length| Padding::Padme.padded_bytes(length)).collect();
    assert_eq!(lengths, [1, 2, 3, 4, 5, 6, 7, 8, 10, 10]);
}

#[test]
fn an_envelope_prints_no_bytes() {
    assert_eq!(format!("{:?}", sealed()), "Envelope(272 bytes sealed)");
}

proptest! {
    #[test]
    fn what_is_sealed_opens(header in vec(any::<u8>(), 0..80), text in vec(any::<u8>(), 0..9_000)) {
        let envelope = seal(&key(), &header, &text).unwrap();
        let stored = Envelope::from_bytes(&envelope.to_bytes()).unwrap();
        prop_assert_eq!(&stored, &envelope);
        let opened = open(&key(), &header, &stored).unwrap();
        prop_assert_eq!(opened.as_slice(), text);
    }

    /// Texts that end as padding does are the hard ones.
    #[test]
    fn padding_is_unambiguous(start in vec(any::<u8>(), 0..600), end in vec(prop_oneof![Just(0), Just(0x80)], 0..600)) {
        let text = [start, end].concat();
        let padded = padded(&text);
        prop_assert_eq!(padded.len() % BLOCK_BYTES, 0);
        prop_assert_eq!(plaintext_bytes(&padded), Some(text.len()));
        prop_assert_eq!(padded.capacity(), padded.len() + TAG_BYTES);
    }

    #[test]
    fn padding_adds_little_and_keeps_order(length in 0_usize..1 << 40) {
        let padded = |length| Padding::for_length(length).padded_bytes(length);
        prop_assert!(padded(length) > length);
        prop_assert!(padded(length) <= (length + length / 8).max(length + BLOCK_BYTES));
        prop_assert!(padded(length) <= padded(length + 1));
        // What is padded to one length cannot be told apart: few lengths remain.
        prop_assert!(padded(length).trailing_zeros() >= 8);
    }

    #[test]
    fn hostile_bytes_never_panic(bytes in vec(any::<u8>(), 0..400), suite in prop_oneof![Just(SUITE), any::<u8>()]) {
        let bytes = [&[suite], bytes.as_slice()].concat();
        if let Ok(envelope) = Envelope::from_bytes(&bytes) {
            prop_assert_eq!(envelope.to_bytes(), bytes);
            prop_assert!(open(&key(), HEADER, &envelope).is_err());
        }
    }
}
