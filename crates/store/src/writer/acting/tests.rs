//! How much room an outcome takes.

use journey::StaffId;
use vault::envelope::Padding;

use super::*;

#[test]
fn whatever_was_asked_an_outcome_that_was_not_refused_takes_one_block() {
    for (action, kind) in Action::ALL.into_iter().flat_map(|action| Kind::ALL.map(|kind| (action, kind))) {
        let outcome = Outcome {
            who: Who::Staff { staff: StaffId::from_bytes([0xff; 16]) },
            client: Some(ClientId::from_bytes([0xff; 16])),
            asked: asked_of(action, kind),
            fingerprint: Some(Fingerprint("10.10.100".to_owned(), "ff".repeat(FINGERPRINT_BYTES))),
            events: EventId::PER_COMMAND_MAX,
            refusal: None,
        };
        let text = serde_json::to_vec(&outcome).expect("an outcome is lawful JSON");
        let padded = Padding::for_length(text.len()).padded_bytes(text.len());
        assert_eq!(padded, Padding::Block256.padded_bytes(0), "{action:?} {kind:?}: {}", text.len());
    }
}

#[test]
fn another_release_may_print_the_same_act_otherwise() {
    let print = |release: &str, hex: &str| Fingerprint(release.to_owned(), hex.to_owned());
    assert!(print("1", "aa").differs(&print("1", "ab")));
    assert!(!print("1", "aa").differs(&print("1", "aa")));
    assert!(!print("1", "aa").differs(&print("2", "ab")));
}
