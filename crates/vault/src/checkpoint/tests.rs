use proptest::prelude::*;

use super::*;
use crate::tree;

const ORIGIN: &str = "practice.example/log";

/// Made by a separate implementation from the C2SP texts. Never edited.
const FROZEN_NOTE: &str = "practice.example/log
3
rra8/idLcKFPsGel5VeCZNsPqbUa9eC6FZFY8yngbnc=

— practice.example/log 3Un6VQqSMNHAkoFGJqDScqTAfgNm0ifALf5H0CTJWsnn+s1xgFn9YRzp5dXdjXUUvlhkd2Pplhk4VLXFiUX5DS6eKw8=
";
const FROZEN_VERIFIER: &str = "practice.example/log+dd49fa55+AU/QmczUfXiT3+nsJEFOyw2bVCAjKq0w2RxGW+M8vmXE";

/// The example in the documentation of Go's golang.org/x/mod/sumdb/note.
const GO_NOTE: &str = "If you think cryptography is the answer to your problem,
then you don't know what your problem is.

— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
";
const GO_VERIFIER: &str = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";

fn signer() -> Signer {
    Signer::from_seed(&std::array::from_fn(|place| 0xa0 + place as u8))
}

fn checkpoint() -> Checkpoint {
    let leaves = [&b""[..], b"\x00", b"\x10"].map(tree::leaf_hash);
    Checkpoint { origin: ORIGIN.to_owned(), size: 3, root: tree::root(&leaves) }
}

fn verifier() -> Verifier {
    FROZEN_VERIFIER.parse().unwrap()
}

/// Signs any text whatever as this log would.
fn signed(text: &str) -> String {
    let signature = signer().0.sign(text.as_bytes()).to_bytes();
    let key_id = key_id(ORIGIN, &signer().public());
    let line = BASE64_STANDARD.encode([key_id.as_slice(), &signature].concat());
    format!("{text}\n— {ORIGIN} {line}\n")
}

#[test]
fn the_frozen_note_is_still_made_and_verified() {
    assert_eq!(signer().sign(&checkpoint()), FROZEN_NOTE);
    assert_eq!(verifier().verify(FROZEN_NOTE), Ok(checkpoint()));
}

#[test]
fn the_frozen_public_key_is_still_written_and_read() {
    assert_eq!(signer().verifier(ORIGIN).to_string(), FROZEN_VERIFIER);
    assert_eq!(verifier(), signer().verifier(ORIGIN));
}

#[test]
fn a_note_by_another_implementation_verifies() {
    let verifier: Verifier = GO_VERIFIER.parse().unwrap();
    assert_eq!(verifier.to_string(), GO_VERIFIER);
    let text = verifier.verified_text(GO_NOTE).unwrap();
    assert!(text.ends_with("what your problem is.\n"));
    assert_eq!(verifier.verify(GO_NOTE), Err(NoteFault::Malformed));
}

#[test]
fn every_flipped_bit_is_refused() {
    for place in 0..FROZEN_NOTE.len() {
        for bit in 0..8 {
            let mut bytes = FROZEN_NOTE.as_bytes().to_vec();
            bytes[place] ^= 1 << bit;
            if let Ok(note) = String::from_utf8(bytes) {
                assert!(verifier().verify(&note).is_err(), "byte {place}, bit {bit}: {note}");
            }
        }
    }
}

#[test]
fn every_cut_is_refused() {
    let places = FROZEN_NOTE.char_indices().map(|(place, _)| place);
    places.for_each(|place| {
        assert!(verifier().verify(&FROZEN_NOTE[..place]).is_err(), "cut to {place}");
    });
}

#[test]
fn each_fault_has_its_name() {
    let verify = |note: &str| verifier().verify(note).unwrap_err();
    assert_eq!(verify(&FROZEN_NOTE.replace("\n3\n", "\n4\n")), NoteFault::BadSignature);
    assert_eq!(verify(&FROZEN_NOTE.replace("— practice", "— prictace")), NoteFault::NotSigned);
    assert_eq!(verify(&FROZEN_NOTE.replace("\n\n", "\n")), NoteFault::Malformed);
    assert_eq!(verify(&signed("another.example/log\n0\n")), NoteFault::Malformed);
    assert_eq!(verify(&"x".repeat(NOTE_BYTES_MAX + 1)), NoteFault::TooLong);
}

#[test]
fn another_key_of_the_same_name_is_refused() {
    let impostor = Signer::generate().unwrap().verifier(ORIGIN);
    assert_eq!(impostor.verify(FROZEN_NOTE), Err(NoteFault::NotSigned));
}

#[test]
fn a_checkpoint_of_another_log_is_refused() {
    let text = Checkpoint { origin: "another.example/log".to_owned(), ..checkpoint() }.to_string();
    assert_eq!(verifier().verify(&signed(&text)), Err(NoteFault::AnotherLog));
}

#[test]
fn signatures_of_witnesses_are_left_aside() {
    let witness = "— witness.example/w2 AAAAAAAAAAAAAAAAAAAA\n";
    let (text, own) = FROZEN_NOTE.split_at(FROZEN_NOTE.find('—').unwrap());
    assert_eq!(verifier().verify(&format!("{text}{witness}{own}{witness}")), Ok(checkpoint()));
    assert_eq!(verifier().verify(&format!("{text}{witness}")), Err(NoteFault::NotSigned));
}

#[test]
fn one_false_signature_beside_a_true_one_is_refused() {
    let (text, own) = FROZEN_NOTE.split_at(FROZEN_NOTE.find('—').unwrap());
    let later = Checkpoint { size: 4, ..checkpoint() };
    let foreign = signer().sign(&later);
    let foreign = &foreign[foreign.find('—').unwrap()..];
    assert_eq!(verifier().verify(&format!("{text}{own}{foreign}")), Err(NoteFault::BadSignature));
}

#[test]
fn signature_lines_have_one_form() {
    let text = &FROZEN_NOTE[..FROZEN_NOTE.find('—').unwrap()];
    let hostile = [
        "",
        "\n",
        "—\n",
        "— \n",
        "— name\n",
        "— name \n",
        "—name AAAAAAAA\n",
        "- name AAAAAAAA\n",
        "— na+me AAAAAAAA\n",
        "—  AAAAAAAA\n",
        "— name AAAA\n",
        "— name AAAAAA==\n",
        "— name AAAAAAA\n",
        "— name AAAAAAAA \n",
        "— name AAAAAAAA",
        "— name AAAAAAAA\r\n",
        "— name AAAAAAAA\n\u{1}\n",
        "— na\u{a0}me AAAAAAAA\n",
    ];
    for lines in hostile {
        let note = format!("{text}{lines}");
        assert_eq!(verifier().verify(&note), Err(NoteFault::Malformed), "{lines:?}");
    }
    // The control: what is only unknown is not malformed.
    let unknown = format!("{text}— name AAAAAAAA\n");
    assert_eq!(verifier().verify(&unknown), Err(NoteFault::NotSigned));
}

#[test]
fn a_signature_of_another_length_is_refused() {
    let text = &FROZEN_NOTE[..FROZEN_NOTE.find('—').unwrap()];
    let short = [key_id(ORIGIN, &signer().public()).as_slice(), &[0; 63]].concat();
    let note = format!("{text}— {ORIGIN} {}\n", BASE64_STANDARD.encode(short));
    assert_eq!(verifier().verify(&note), Err(NoteFault::Malformed));
}

#[test]
fn a_genuine_signature_does_not_excuse_a_malformed_text() {
    let root = BASE64_STANDARD.encode([7; 32]);
    let short = BASE64_STANDARD.encode([7; 31]);
    let verify = |text: &str| verifier().verify(&signed(text));
    let hostile = [
        "\n".to_owned(),
        format!("{ORIGIN}\n"),
        format!("{ORIGIN}\n1\n"),
        format!("\n1\n{root}\n"),
        format!("{ORIGIN}\n\n{root}\n"),
        format!("{ORIGIN}\n01\n{root}\n"),
        format!("{ORIGIN}\n+1\n{root}\n"),
        format!("{ORIGIN}\n-1\n{root}\n"),
        format!("{ORIGIN}\n 1\n{root}\n"),
        format!("{ORIGIN}\n18446744073709551616\n{root}\n"),
        format!("{ORIGIN}\n1\n{short}\n"),
        format!("{ORIGIN}\n1\n{}\n", root.replace('=', "")),
        format!("{ORIGIN}\n1\n{root}\n\nextension\n"),
    ];
    for text in hostile {
        assert_eq!(verify(&text), Err(NoteFault::Malformed), "{text:?}");
    }
    let good = verify(&format!("{ORIGIN}\n18446744073709551615\n{root}\nextension\n")).unwrap();
    assert_eq!((good.size, good.root), (u64::MAX, [7; 32]));
}

#[test]
fn a_public_key_has_one_spelling() {
    let hostile = [
        "",
        "+",
        "++",
        "practice.example/log",
        &FROZEN_VERIFIER.replace("practice", ""),
        &FROZEN_VERIFIER.replace("practice", "pra ctice"),
        &FROZEN_VERIFIER.replace("practice", "practise"),
        &FROZEN_VERIFIER.replace("dd49fa55", "dd49fa56"),
        &FROZEN_VERIFIER.replace("dd49fa55", "DD49FA55"),
        &FROZEN_VERIFIER.replace("+AU", "+Ak"),
        &FROZEN_VERIFIER[..FROZEN_VERIFIER.len() - 4],
        &format!("{FROZEN_VERIFIER}\n"),
        &format!("{FROZEN_VERIFIER}AAAA"),
    ];
    for line in hostile {
        assert_eq!(line.parse::<Verifier>(), Err(VerifierFault), "{line:?}");
    }
}

/// Under the identity point as key, a signature of zeros and that point fits every text.
#[test]
fn a_weak_public_key_is_refused() {
    let mut identity = [0; PUBLIC_BYTES];
    identity[0] = 1;
    let key = VerifyingKey::from_bytes(&identity).unwrap();
    let weak = Verifier { name: ORIGIN.to_owned(), key };
    assert_eq!(weak.to_string().parse::<Verifier>(), Err(VerifierFault));

    let signature = [identity, [0; 32]].concat();
    assert_eq!(weak.check("any text", &signature), Err(NoteFault::BadSignature));
}

#[test]
fn key_names_leave_no_doubt_where_they_end() {
    for name in ["a", "practice.example/log", "żółw.example"] {
        assert!(is_key_name(name), "{name:?}");
    }
    for name in ["", " ", "a b", "a+b", "a\nb", "a\tb", "a\u{2003}b", "a\u{0}b", "a\u{7f}b"] {
        assert!(!is_key_name(name), "{name:?}");
    }
}

#[test]
#[should_panic(expected = "a log's origin is a key name")]
fn an_origin_that_would_forge_lines_is_not_signed() {
    signer().sign(&Checkpoint { origin: "log\n9\n".to_owned(), ..checkpoint() });
}

#[test]
#[should_panic(expected = "a log's origin is a key name")]
fn a_name_that_would_forge_a_key_is_not_written() {
    signer().verifier("log+00000000");
}

#[test]
fn a_signer_prints_no_key() {
    assert_eq!(format!("{:?}", signer()), "Signer(redacted)");
}

proptest! {
    #[test]
    fn what_is_signed_verifies(size in any::<u64>(), root in any::<Hash>()) {
        let checkpoint = Checkpoint { origin: ORIGIN.to_owned(), size, root };
        let note = signer().sign(&checkpoint);
        prop_assert_eq!(signer().verifier(ORIGIN).verify(&note), Ok(checkpoint));
    }

    #[test]
    fn hostile_notes_never_panic(note in "(\\PC|\n){0,200}", line in "[— +/=A-Za-z0-9\n]{0,80}") {
        prop_assert!(verifier().verify(&note).is_err());
        let with_line = format!("{note}\n\n— {line}\n");
        prop_assert!(verifier().verify(&with_line).is_err());
        prop_assert!(line.parse::<Verifier>().is_err());
    }
}
