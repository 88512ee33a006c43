use super::*;
use crate::story::{STAFF, Story, date, default_protocol, instant};

fn new_protocol(number: u32, change: impl FnOnce(&mut NewProtocol)) -> Command {
    let protocol = default_protocol();
    let yes = protocol.needs_a_yes().into_iter().map(|at| at.path).collect();
    let expires = date("2026-12-31");
    let mut new = NewProtocol { number, protocol, yes, signed_by: STAFF, expires };
    change(&mut new);
    Command::SignProtocol(Box::new(new))
}

fn refused(change: impl FnOnce(&mut NewProtocol)) -> Refusal {
    let story = Story::without_protocol();
    decide(&story.practice, &new_protocol(1, change), story.now).unwrap_err()
}

#[test]
fn a_protocol_is_signed_with_a_yes_to_every_unverified_figure() {
    let path = default_protocol().needs_a_yes()[0].path.clone();
    let unanswered = refused(|new| {
        new.yes.remove(&path);
    });
    assert_eq!(unanswered, Refusal::FigureUnanswered { path });
}

#[test]
fn a_protocol_with_a_fault_is_not_signed() {
    let unfit = refused(|new| new.protocol.tiers.ceiling_mg.value = 5_000);
    assert!(matches!(unfit, Refusal::ProtocolUnfit { .. }));
}

#[test]
fn a_protocol_that_is_over_already_is_not_signed() {
    let over = |last: &str| new_protocol(1, |new| new.expires = date(last));
    let story = Story::without_protocol();
    let decided = |last: &str| decide(&story.practice, &over(last), story.now);
    assert_eq!(decided("2026-05-03"), Err(Refusal::ValidityOutOfRange));
    assert!(decided("2026-05-04").is_ok());
}

#[test]
fn only_an_active_prescriber_signs() {
    let stranger = StaffId::from_bytes([9; 16]);
    assert_eq!(refused(|new| new.signed_by = stranger), Refusal::NoSuchPerson);
    let mut story = Story::without_protocol();
    story.practice.people.get_mut(&STAFF).unwrap().roles.remove(&Role::Prescriber);
    let signed = decide(&story.practice, &new_protocol(1, |_| ()), story.now);
    assert_eq!(signed, Err(Refusal::NotAPrescriber));
}

#[test]
fn the_newest_version_is_in_force_until_its_last_day_in_the_practices_zone() {
    let mut story = Story::new();
    story.at("2026-06-01T08:00:00Z");
    story.practises(new_protocol(2, |_| ()));
    let number = |at: &str| story.practice.protocol_in_force(instant(at)).map(|signed| signed.number);
    assert_eq!(number("2026-05-04T07:59:59Z"), None);
    assert_eq!(number("2026-05-31T00:00:00Z"), Some(1));
    assert_eq!(number("2026-12-31T22:59:59Z"), Some(2));
    assert_eq!(number("2026-12-31T23:00:00Z"), None, "an expired version brings no older one back");
    assert_eq!(
        decide(&story.practice, &new_protocol(2, |_| ()), story.now),
        Err(Refusal::ProtocolNumberTaken)
    );
}
