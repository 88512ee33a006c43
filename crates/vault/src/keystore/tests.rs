use std::time::{Duration, Instant};

use proptest::collection::vec;
use proptest::prelude::*;

use super::*;
use crate::checkpoint::Checkpoint;
use crate::scratch::Scratch;

/// Made by a separate implementation, from the description in `layout`. Never edited.
const FROZEN_PATH: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/testdata/keystore-1.kapok");
const FROZEN: &[u8] = include_bytes!("../../testdata/keystore-1.kapok");
const EPOCH_START: usize = 16;
const CANARY_END: usize = 92;

fn frozen_root() -> RootKey {
    RootKey::from_bytes(std::array::from_fn(|place| 0x60 + place as u8))
}

fn slot(compartment: &[u8], version: u32) -> Slot {
    Slot { practice: [0x11; 16], owner: [0x22; 16], compartment: compartment.to_vec(), version }
}

fn key_bytes(store: &KeyStore, slot: &Slot) -> Option<[u8; 32]> {
    store.get(slot).map(|key| *key.bytes())
}

fn open_bytes(bytes: &[u8], root: &RootKey) -> Result<KeyStore, KeyFault> {
    let scratch = Scratch::new();
    fs::write(scratch.path("keys"), bytes).unwrap();
    KeyStore::open(&scratch.path("keys"), root)
}

/// As an attacker would who can write the file but does not hold the root key.
fn with_mended_checksum(mut bytes: Vec<u8>) -> Vec<u8> {
    use sha2::{Digest, Sha256};
    let checksum_start = bytes.len() - CHECKSUM_BYTES;
    let checksum = Sha256::digest(&bytes[..checksum_start]);
    bytes[checksum_start..].copy_from_slice(&checksum);
    bytes
}

/// A keystore of the frozen root key and epoch, whose entries the caller has the say over.
fn encoded(kek: &Key, entries: &[(&Slot, &Wrapped)]) -> Vec<u8> {
    layout::encode(FIRST_EPOCH, kek, &Signer::generate().unwrap(), entries).unwrap()
}

fn wrapped_for(kek: &Key, slot: &Slot) -> Wrapped {
    Wrapped::seal(kek, &slot_binding(slot, FIRST_EPOCH), &[5; 32]).unwrap()
}

#[test]
fn the_frozen_keystore_still_opens() {
    let store = KeyStore::open(Path::new(FROZEN_PATH), &frozen_root()).unwrap();
    assert_eq!(key_bytes(&store, &slot(b"identity", 1)), Some([0xd1; 32]));
    assert_eq!(key_bytes(&store, &slot(b"record", 1)), Some([0xd2; 32]));
    assert_eq!(key_bytes(&store, &slot(b"record", 2)), Some([0xd3; 32]));
    assert_eq!(key_bytes(&store, &slot(b"record", 3)), None);
    assert_eq!(
        store.signing_key().verifier("practice.example/log").to_string(),
        "practice.example/log+dd49fa55+AU/QmczUfXiT3+nsJEFOyw2bVCAjKq0w2RxGW+M8vmXE"
    );
}

#[test]
fn keys_survive_saving_and_opening() {
    let scratch = Scratch::new();
    let (path, root) = (scratch.path("keys"), RootKey::generate().unwrap());
    let mut store = KeyStore::create(&path, &root).unwrap();
    let made = [("identity", 1), ("record", 1), ("record", 2), ("", 0)]
        .map(|(tag, version)| slot(tag.as_bytes(), version))
        .map(|slot| (slot.clone(), *store.make(slot).unwrap().bytes()));
    store.save().unwrap();

    let opened = KeyStore::open(&path, &root).unwrap();
    for (slot, key) in made {
        assert_eq!(key_bytes(&store, &slot), Some(key), "{slot:?}");
        assert_eq!(key_bytes(&opened, &slot), Some(key), "{slot:?}");
    }
}

#[test]
fn the_signing_key_survives_opening() {
    let scratch = Scratch::new();
    let (path, root) = (scratch.path("keys"), RootKey::generate().unwrap());
    let checkpoint = Checkpoint { origin: "log".to_owned(), size: 0, root: [0; 32] };
    let verifier = KeyStore::create(&path, &root).unwrap().signing_key().verifier("log");
    let note = KeyStore::open(&path, &root).unwrap().signing_key().sign(&checkpoint);
    assert_eq!(verifier.verify(&note), Ok(checkpoint));
}

#[test]
fn staged_keys_are_lost_unless_saved() {
    let scratch = Scratch::new();
    let (path, root) = (scratch.path("keys"), RootKey::generate().unwrap());
    let mut store = KeyStore::create(&path, &root).unwrap();
    assert!(!store.has_unsaved());

    store.make(slot(b"record", 1)).unwrap();
    assert!(store.has_unsaved() && store.get(&slot(b"record", 1)).is_some());
    assert!(KeyStore::open(&path, &root).unwrap().get(&slot(b"record", 1)).is_none());

    store.save().unwrap();
    assert!(!store.has_unsaved());
    assert!(KeyStore::open(&path, &root).unwrap().get(&slot(b"record", 1)).is_some());
}

#[test]
fn saving_nothing_writes_nothing() {
    let scratch = Scratch::new();
    let mut store = KeyStore::create(&scratch.path("keys"), &frozen_root()).unwrap();
    let before = fs::read(scratch.path("keys")).unwrap();
    store.save().unwrap();
    // A writing would have drawn new nonces.
    assert_eq!(fs::read(scratch.path("keys")).unwrap(), before);
}

#[test]
fn a_filled_slot_keeps_its_key() {
    let scratch = Scratch::new();
    let mut store = KeyStore::create(&scratch.path("keys"), &frozen_root()).unwrap();
    let first = *store.make(slot(b"record", 1)).unwrap().bytes();
    assert!(matches!(store.make(slot(b"record", 1)), Err(KeyFault::SlotTaken)));
    store.save().unwrap();
    assert!(matches!(store.make(slot(b"record", 1)), Err(KeyFault::SlotTaken)));
    assert!(!store.has_unsaved());
    assert_eq!(key_bytes(&store, &slot(b"record", 1)), Some(first));
}

#[test]
fn every_part_of_a_slot_counts() {
    let scratch = Scratch::new();
    let mut store = KeyStore::create(&scratch.path("keys"), &frozen_root()).unwrap();
    let base = slot(b"record", 1);
    let slots = [
        base.clone(),
        Slot { practice: [0x33; 16], ..base.clone() },
        Slot { owner: [0x33; 16], ..base.clone() },
        Slot { compartment: b"recor".to_vec(), ..base.clone() },
        Slot { version: 2, ..base },
    ];
    let keys = slots.map(|slot| *store.make(slot).unwrap().bytes());
    assert_eq!(std::collections::HashSet::from(keys).len(), 5);
}

#[test]
fn a_tag_has_a_longest_length() {
    let scratch = Scratch::new();
    let mut store = KeyStore::create(&scratch.path("keys"), &frozen_root()).unwrap();
    let longest = slot(&[b'x'; COMPARTMENT_BYTES_MAX], 1);
    let too_long = slot(&[b'x'; COMPARTMENT_BYTES_MAX + 1], 1);
    assert!(matches!(store.make(too_long), Err(KeyFault::CompartmentTooLong)));
    store.make(longest.clone()).unwrap();
    store.save().unwrap();
    let opened = KeyStore::open(&scratch.path("keys"), &frozen_root()).unwrap();
    assert!(opened.get(&longest).is_some());
}

#[test]
fn creating_never_overwrites() {
    let scratch = Scratch::new();
    KeyStore::create(&scratch.path("keys"), &frozen_root()).unwrap();
    let before = fs::read(scratch.path("keys")).unwrap();
    let fault = KeyStore::create(&scratch.path("keys"), &frozen_root()).unwrap_err();
    assert!(matches!(fault, KeyFault::AlreadyThere { .. }), "{fault}");
    assert_eq!(fs::read(scratch.path("keys")).unwrap(), before);
}

#[test]
fn another_root_key_is_named_as_the_cause() {
    let fault = open_bytes(FROZEN, &RootKey::from_bytes([9; 32])).unwrap_err();
    assert!(matches!(fault, KeyFault::WrongRootKey { .. }), "{fault}");
}

#[test]
fn every_flipped_bit_is_damage() {
    for place in 0..FROZEN.len() {
        let mut bytes = FROZEN.to_vec();
        bytes[place] ^= 1 << (place % 8);
        let fault = open_bytes(&bytes, &frozen_root()).unwrap_err();
        match place {
            0..14 => assert!(matches!(fault, KeyFault::NotAKeyStore { .. }), "{place}: {fault}"),
            _ => assert!(matches!(fault, KeyFault::Damaged { .. }), "{place}: {fault}"),
        }
    }
}

/// The seal's own test: the checksum is right, and most of these would otherwise open.
#[test]
fn every_alteration_by_one_without_the_root_key_is_refused() {
    for place in 14..FROZEN.len() - CHECKSUM_BYTES {
        let mut bytes = FROZEN.to_vec();
        bytes[place] ^= 1 << (place % 8);
        let fault = open_bytes(&with_mended_checksum(bytes), &frozen_root()).unwrap_err();
        match place {
            14..EPOCH_START => assert!(matches!(fault, KeyFault::UnknownVersion { .. }), "{fault}"),
            EPOCH_START..CANARY_END => {
                assert!(matches!(fault, KeyFault::WrongRootKey { .. }), "{place}: {fault}");
            }
            _ => assert!(matches!(fault, KeyFault::Damaged { .. }), "{place}: {fault}"),
        }
    }
}

#[test]
fn every_cut_and_any_addition_is_refused() {
    for length in 0..FROZEN.len() {
        assert!(open_bytes(&FROZEN[..length], &frozen_root()).is_err(), "cut to {length}");
        if length >= CHECKSUM_BYTES {
            let mended = with_mended_checksum(FROZEN[..length].to_vec());
            assert!(open_bytes(&mended, &frozen_root()).is_err(), "cut to {length} and mended");
        }
    }
    let longer = [FROZEN, &[0]].concat();
    assert!(matches!(open_bytes(&longer, &frozen_root()), Err(KeyFault::Damaged { .. })));
}

#[test]
fn a_version_of_the_future_is_named() {
    let mut bytes = FROZEN.to_vec();
    bytes[15] = 2;
    let fault = open_bytes(&with_mended_checksum(bytes), &frozen_root()).unwrap_err();
    assert!(matches!(fault, KeyFault::UnknownVersion { version: 2, .. }), "{fault}");
}

#[test]
fn a_wrapped_key_opens_in_its_own_slot_and_epoch_only() {
    let kek = frozen_root().key_encryption_key(FIRST_EPOCH);
    let own = slot(b"record", 1);
    let wrapped = wrapped_for(&kek, &own);
    assert!(wrapped.open(&kek, &slot_binding(&own, FIRST_EPOCH)).is_ok());

    let others = [
        Slot { practice: [0x33; 16], ..own.clone() },
        Slot { owner: [0x33; 16], ..own.clone() },
        Slot { compartment: b"identity".to_vec(), ..own.clone() },
        Slot { version: 2, ..own.clone() },
    ];
    for other in others {
        assert!(wrapped.open(&kek, &slot_binding(&other, FIRST_EPOCH)).is_err(), "{other:?}");
    }
    assert!(wrapped.open(&kek, &slot_binding(&own, FIRST_EPOCH + 1)).is_err());
    assert!(wrapped.open(&frozen_root().key_encryption_key(2), &slot_binding(&own, 1)).is_err());
}

#[test]
fn nothing_may_follow_the_last_key_even_under_a_genuine_seal() {
    let kek = frozen_root().key_encryption_key(FIRST_EPOCH);
    let open_with = |entries: &[u8]| {
        let mut body = layout::begin(FIRST_EPOCH, &kek, &Signer::generate().unwrap()).unwrap();
        body.extend_from_slice(entries);
        open_bytes(&layout::finish(&kek, body).unwrap(), &frozen_root())
    };
    assert!(open_with(&[0, 0, 0, 0]).is_ok());
    for entries in [&[0, 0, 0, 0, 0][..], &[0, 0, 0], &[0, 0, 0, 1], &[0xff; 4]] {
        assert!(matches!(open_with(entries), Err(KeyFault::Damaged { .. })), "{entries:?}");
    }
}

#[test]
fn two_keys_for_one_slot_are_refused_even_under_a_genuine_seal() {
    let kek = frozen_root().key_encryption_key(FIRST_EPOCH);
    let (slot, other) = (slot(b"record", 1), slot(b"record", 2));
    let (first, second) = (wrapped_for(&kek, &slot), wrapped_for(&kek, &other));
    assert!(open_bytes(&encoded(&kek, &[(&slot, &first), (&other, &second)]), &frozen_root()).is_ok());
    let doubled = encoded(&kek, &[(&slot, &first), (&slot, &second)]);
    assert!(matches!(open_bytes(&doubled, &frozen_root()), Err(KeyFault::Damaged { .. })));
}

#[test]
fn what_is_no_keystore_is_named_so() {
    for bytes in [&b""[..], b"kapok", b"SQLite format 3\0 and the rest of a database file"] {
        let fault = open_bytes(bytes, &frozen_root()).unwrap_err();
        assert!(matches!(fault, KeyFault::NotAKeyStore { .. }), "{fault}");
    }
    let fault = KeyStore::open(Path::new("/nowhere/keys"), &frozen_root()).unwrap_err();
    assert!(fault.to_string().starts_with("/nowhere/keys cannot be read"), "{fault}");
}

#[test]
fn what_a_crash_left_does_not_hinder() {
    let scratch = Scratch::new();
    let path = scratch.path("keys");
    fs::write(disk::draft_of(&path), &FROZEN[..100]).unwrap();
    KeyStore::create(&path, &frozen_root()).unwrap();
    fs::write(disk::draft_of(&path), &FROZEN[..100]).unwrap();

    let mut store = KeyStore::open(&path, &frozen_root()).unwrap();
    store.make(slot(b"record", 1)).unwrap();
    store.save().unwrap();
    assert!(!disk::draft_of(&path).exists());
    assert!(KeyStore::open(&path, &frozen_root()).unwrap().get(&slot(b"record", 1)).is_some());
}

#[test]
fn a_failed_save_keeps_the_old_file_and_the_staged_keys() {
    let scratch = Scratch::new();
    let path = scratch.path("keys");
    let mut store = KeyStore::create(&path, &frozen_root()).unwrap();
    store.make(slot(b"record", 1)).unwrap();

    fs::create_dir(disk::draft_of(&path)).unwrap();
    assert!(matches!(store.save(), Err(KeyFault::File { doing: "written", .. })));
    assert!(store.has_unsaved());
    assert!(KeyStore::open(&path, &frozen_root()).is_ok());

    fs::remove_dir(disk::draft_of(&path)).unwrap();
    store.save().unwrap();
    assert!(KeyStore::open(&path, &frozen_root()).unwrap().get(&slot(b"record", 1)).is_some());
}

#[test]
fn a_second_writer_does_not_lose_the_firsts_keys() {
    let scratch = Scratch::new();
    let path = scratch.path("keys");
    let mut first = KeyStore::create(&path, &frozen_root()).unwrap();
    let mut second = KeyStore::open(&path, &frozen_root()).unwrap();
    first.make(slot(b"record", 1)).unwrap();
    first.save().unwrap();
    second.make(slot(b"record", 2)).unwrap();
    assert!(matches!(second.save(), Err(KeyFault::ChangedOnDisk { .. })));

    first.make(slot(b"record", 3)).unwrap();
    first.save().unwrap();
    assert!(KeyStore::open(&path, &frozen_root()).unwrap().get(&slot(b"record", 1)).is_some());
}

#[test]
fn keys_lie_nowhere_in_the_clear() {
    let scratch = Scratch::new();
    let mut store = KeyStore::create(&scratch.path("keys"), &frozen_root()).unwrap();
    let key = store.make(slot(b"record", 1)).unwrap();
    store.save().unwrap();
    let file = fs::read(scratch.path("keys")).unwrap();
    let holds = |secret: &[u8; 32]| file.windows(32).any(|window| window == secret);
    assert!(holds(&store.signing_key().public()), "the search finds what is there");
    assert!(!holds(key.bytes()));
    assert!(!holds(store.signing_key().seed()));
    assert!(!holds(frozen_root().key_encryption_key(FIRST_EPOCH).bytes()));
}

#[test]
fn a_keystore_prints_no_keys() {
    let store = KeyStore::open(Path::new(FROZEN_PATH), &frozen_root()).unwrap();
    assert_eq!(format!("{store:?}"), format!("KeyStore({FROZEN_PATH}, 3 keys, redacted)"));
}

#[test]
fn a_large_practice_opens_in_well_under_a_second() {
    const CLIENTS: u32 = 20_000;
    let scratch = Scratch::new();
    let path = scratch.path("keys");
    let mut store = KeyStore::create(&path, &frozen_root()).unwrap();
    let slot_of = |client: u32, compartment: &[u8]| {
        let mut owner = [0; 16];
        owner[..4].copy_from_slice(&client.to_be_bytes());
        Slot { owner, ..slot(compartment, 1) }
    };
    for client in 0..CLIENTS {
        store.make(slot_of(client, b"identity")).unwrap();
        store.make(slot_of(client, b"record")).unwrap();
    }
    let saving = Instant::now();
    store.save().unwrap();
    println!("{} keys saved in {:?}", store.wrapped.len(), saving.elapsed());

    let opening = Instant::now();
    let opened = KeyStore::open(&path, &frozen_root()).unwrap();
    let took = opening.elapsed();
    println!("{} keys opened in {took:?}", opened.wrapped.len());
    assert_eq!(opened.wrapped.len(), 40_000);
    let last = slot_of(CLIENTS - 1, b"record");
    assert_eq!(key_bytes(&opened, &last), key_bytes(&store, &last));
    // Generous: tests are built without optimisation and share their machine.
    assert!(took < Duration::from_secs(5), "{took:?}");
}

proptest! {
    #[test]
    fn hostile_files_never_panic(place in 14..FROZEN.len(), bytes in vec(any::<u8>(), 0..200)) {
        let spliced = [&FROZEN[..place], bytes.as_slice(), &[0; CHECKSUM_BYTES]].concat();
        prop_assert!(open_bytes(&with_mended_checksum(spliced), &frozen_root()).is_err());
    }

    /// The root key's holder could seal anything; reading it is still total.
    #[test]
    fn hostile_entries_under_a_genuine_seal_never_panic(entries in vec(any::<u8>(), 0..400)) {
        let kek = frozen_root().key_encryption_key(FIRST_EPOCH);
        let mut body = layout::begin(FIRST_EPOCH, &kek, &Signer::generate().unwrap()).unwrap();
        body.extend_from_slice(&entries);
        let opened = open_bytes(&layout::finish(&kek, body).unwrap(), &frozen_root());
        prop_assert_eq!(opened.is_ok(), entries == [0; 4]);
    }
}
