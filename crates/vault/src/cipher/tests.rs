use super::*;

const SUNSCREEN: &[u8] = b"Ladies and Gentlemen of the class of '99: If I could offer you \
only one tip for the future, sunscreen would be it.";

fn hex(text: &str) -> Vec<u8> {
    let digits: Vec<u8> = text.chars().map(|digit| digit.to_digit(16).unwrap() as u8).collect();
    digits.as_chunks::<2>().0.iter().map(|[high, low]| high << 4 | low).collect()
}

fn room_for_tag(plaintext: &[u8]) -> Vec<u8> {
    let mut buffer = Vec::with_capacity(plaintext.len() + TAG_BYTES);
    buffer.extend_from_slice(plaintext);
    buffer
}

/// draft-irtf-cfrg-xchacha-03, A.3.1.
#[test]
fn xchacha20_poly1305_gives_the_drafts_answer() {
    let key = std::array::from_fn(|place| 0x80 + place as u8);
    let nonce = std::array::from_fn(|place| 0x40 + place as u8);
    let associated = hex("50515253c0c1c2c3c4c5c6c7");
    let mut buffer = room_for_tag(SUNSCREEN);

    seal_in_place(&key, &nonce, &associated, &mut buffer);
    assert_eq!(
        buffer,
        hex(concat!(
            "bd6d179d3e83d43b9576579493c0e939572a1700252bfaccbed2902c21396cbb",
            "731c7f1b0b4aa6440bf3a82f4eda7e39ae64c6708c54c216cb96b72e1213b452",
            "2f8c9ba40db5d945b11b69b982c1bb9e3f3fac2bc369488f76b2383565d3fff9",
            "21f9664c97637da9768812f615c68b13b52e",
            "c0875924c1c7987947deafd8780acf49",
        ))
    );

    open_in_place(&key, &nonce, &associated, &mut buffer).unwrap();
    assert_eq!(buffer, SUNSCREEN);
}

#[test]
fn key_nonce_associated_data_and_text_all_count() {
    let sealed = || {
        let mut buffer = room_for_tag(b"text");
        seal_in_place(&[1; 32], &[2; 24], b"place", &mut buffer);
        buffer
    };
    let opens = |key: u8, nonce: u8, associated: &[u8], mut buffer: Vec<u8>| {
        open_in_place(&[key; 32], &[nonce; 24], associated, &mut buffer).is_ok()
    };
    assert!(opens(1, 2, b"place", sealed()));
    assert!(!opens(9, 2, b"place", sealed()));
    assert!(!opens(1, 9, b"place", sealed()));
    assert!(!opens(1, 2, b"other", sealed()));
    for length in 0..sealed().len() {
        assert!(!opens(1, 2, b"place", sealed()[..length].to_vec()), "cut to {length}");
    }
}

#[test]
#[should_panic(expected = "room for the tag")]
fn a_buffer_that_would_move_is_a_defect() {
    let mut tight = b"text".to_vec();
    tight.shrink_to_fit();
    seal_in_place(&[1; 32], &[2; 24], b"", &mut tight);
}

/// RFC 5869, A.1: the ordinary case, its info given in two parts.
#[test]
fn hkdf_gives_the_first_answer_of_the_rfc() {
    let info = hex("f0f1f2f3f4f5f6f7f8f9");
    let derived = derive::<42>(&[0x0b; 22], &hex("000102030405060708090a0b0c"), &[&info[..4], &info[4..]]);
    assert_eq!(
        derived.as_slice(),
        hex("3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865")
    );
}

/// RFC 5869, A.2: longer inputs and output.
#[test]
fn hkdf_gives_the_second_answer_of_the_rfc() {
    let run = |from: u8, to: u8| (from..=to).collect::<Vec<u8>>();
    let derived = derive::<82>(&run(0x00, 0x4f), &run(0x60, 0xaf), &[&run(0xb0, 0xff)]);
    assert_eq!(
        derived.as_slice(),
        hex(concat!(
            "b11e398dc80327a1c8e7f78c596a49344f012eda2d4efad8a050cc4c19afa97c",
            "59045a99cac7827271cb41c65e590e09da3275600c2f09b8367793a9aca3db71",
            "cc30c58179ec3e87c14c01d5c1f3434f1d87",
        ))
    );
}

/// RFC 5869, A.3: neither salt nor info.
#[test]
fn hkdf_gives_the_third_answer_of_the_rfc() {
    let derived = derive::<42>(&[0x0b; 22], &[], &[]);
    assert_eq!(
        derived.as_slice(),
        hex("8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8")
    );
}

#[test]
fn chance_does_not_repeat() {
    let drawn: std::collections::HashSet<[u8; 16]> = (0..1_000).map(|_| random().unwrap()).collect();
    assert_eq!(drawn.len(), 1_000);
}
