use super::*;
use crate::event::Who;
use crate::hours::tests::office;
use crate::id::StaffId;
use crate::practice;
use crate::prescription::{self, Afterwards, Booster, Counted, Custody, Envelope, Witness};
use crate::protocol::DoseTier;
use crate::story::{CLIENT, STAFF, Story, date, instant};

mod counted;
mod told;

const SECOND: StaffId = StaffId::from_bytes([8; 16]);

fn medicine() -> Medicine {
    Medicine {
        product: "Ketamine lozenge, compounded".into(),
        strength_mg: 50,
        form: "lozenge, sublingual".into(),
        lot: "K-0417".into(),
        expires: date("2026-12-31"),
    }
}

fn supply() -> Supply {
    Supply {
        on: date("2026-05-04"),
        supplier: "Hollow Street Pharmacy".into(),
        address: Some("12 Hollow Street".into()),
        registration: Some("FS0000000".into()),
        containers: Some(2),
    }
}

fn received(lozenges: u32) -> Received {
    Received { medicine: medicine(), supply: Some(supply()), lozenges }
}

pub(crate) fn receive(change: impl FnOnce(&mut Received)) -> Command {
    let mut received = received(60);
    change(&mut received);
    Command::Receive(Box::new(received))
}

fn moved(fate: Fate, lozenges: u32) -> Moved {
    let manner = (fate != Fate::Found).then(|| "as the supplier asked".to_owned());
    let witness = (fate == Fate::Destroyed).then_some(Witness::Staff(SECOND));
    Moved { lot: 1, fate, lozenges, manner, witness }
}

fn moves(fate: Fate, lozenges: u32) -> Command {
    Command::Move(Box::new(moved(fate, lozenges)))
}

/// A practice with sixty lozenges, a colleague, and somebody for whom it keeps four.
fn stocked() -> Story {
    let mut story = Story::invited();
    story.is_joined_by(SECOND);
    let envelope = Box::new(Envelope {
        strength_mg: 50,
        lozenges: 4,
        tier: DoseTier::Psycholytic,
        most_mg_per_session: 100,
        booster: Some(Booster { mg: 25, earliest_minute: 15 }),
        hold_minutes: 12,
        afterwards: Afterwards::Swallow,
        valid_until: date("2026-08-01"),
        reason_above_usual_cap: None,
        custody: Custody::Practice,
    });
    story.does(prescription::Command::Prescribe { envelope, seen: None });
    story.stocks(&receive(|_| ()));
    story
}

fn hand_out(lozenges: u32, change: impl FnOnce(&mut FromStock)) -> prescription::Command {
    let dispensing = DispensingId::from_bytes([lozenges.to_be_bytes()[3]; 16]);
    let mut from = FromStock { lot: 1, dispensing, anyway: false };
    change(&mut from);
    prescription::Command::Count(Box::new(Counted {
        number: 1,
        fate: prescription::Fate::Dispensed,
        lozenges,
        lot: None,
        supply: None,
        witness: None,
        manner: None,
        from_stock: Some(from),
    }))
}

fn left(story: &Story) -> Option<u32> {
    story.stock.lots[0].count().left
}

fn open(story: &Story) -> Vec<Discrepancy> {
    story.stock.discrepancies().into_iter().filter(Discrepancy::is_open).collect()
}

fn last_line(story: &Story) -> EventId {
    story.stock.lots[0].lines.last().unwrap().id
}

#[test]
fn a_lot_is_what_is_printed_on_it_and_the_same_print_is_the_same_lot() {
    let mut story = stocked();
    story.stocks(&receive(|one| one.medicine.lot = "k-0417 ".into()));
    assert_eq!((story.stock.lots.len(), left(&story)), (1, Some(120)));
    story.stocks(&receive(|one| one.medicine.strength_mg = 100));
    story.stocks(&receive(|one| one.medicine.expires = date("2027-01-31")));
    assert_eq!(story.stock.lots.len(), 3);
    let incomplete =
        |change: fn(&mut Medicine)| story.stock_refuses(&receive(|one| change(&mut one.medicine)));
    assert_eq!(incomplete(|one| one.lot = " ".into()), Refusal::MedicineIncomplete);
    assert_eq!(incomplete(|one| one.strength_mg = 0), Refusal::MedicineIncomplete);
    assert_eq!(story.stock_refuses(&receive(|one| one.supply = None)), Refusal::SupplierMissing);
    let ahead = receive(|one| one.supply.as_mut().unwrap().on = date("2026-05-05"));
    assert_eq!(story.stock_refuses(&ahead), Refusal::TimeAhead);
}

#[test]
fn what_is_dispensed_leaves_the_lot_in_the_same_act_and_names_nobody() {
    let mut story = stocked();
    story.does(hand_out(4, |_| ()));
    assert_eq!(left(&story), Some(56));
    let line = story.stock.lots[0].lines.last().unwrap();
    assert_eq!((line.client(), line.lozenges()), (Some(CLIENT), 4));
    let told = serde_json::to_string(&story.history.last().unwrap().body).unwrap();
    assert!(!told.contains("Ada") && told.contains(&CLIENT.to_string()), "{told}");
    let kept = &story.case.prescriptions.all[0];
    assert_eq!((kept.lozenges_left(), kept.lines[0].entry.lot.as_deref()), (Some(4), Some("K-0417")));
}

#[test]
fn what_the_practice_keeps_comes_out_of_a_lot() {
    let story = stocked();
    let of_nothing = |change: fn(&mut Counted)| {
        let prescription::Command::Count(mut counted) = hand_out(4, |_| ()) else { unreachable!() };
        change(&mut counted);
        story.refuses(prescription::Command::Count(counted))
    };
    let from_elsewhere = |one: &mut Counted| (one.from_stock, one.supply) = (None, Some(supply()));
    assert_eq!(of_nothing(from_elsewhere), Refusal::LotMissing);
    assert_eq!(story.refuses(hand_out(4, |from| from.lot = 2)), Refusal::NoSuchLot);
}

#[test]
fn never_more_than_a_lot_has_unless_it_was_handed_over_already() {
    let mut story = stocked();
    assert_eq!(story.refuses(hand_out(61, |_| ())), Refusal::LotShort { left: 60 });
    story.does(hand_out(61, |from| from.anyway = true));
    assert_eq!(left(&story), Some(0));
    let kind = Kind::Mismatch { expected: 60, counted: 61, overdrawn: true };
    assert_eq!(open(&story).iter().map(|one| one.kind).collect::<Vec<_>>(), [kind]);
}

#[test]
fn another_strength_and_an_expired_lot_are_not_handed_out_unknowingly() {
    let mut story = stocked();
    story.stocks(&receive(|one| one.medicine.strength_mg = 100));
    assert_eq!(story.refuses(hand_out(1, |from| from.lot = 2)), Refusal::LotOfOtherStrength);
    story.at("2027-01-02T08:00:00Z");
    assert_eq!(story.refuses(hand_out(1, |_| ())), Refusal::LotExpired);
    story.does(hand_out(1, |from| from.anyway = true));
}

#[test]
fn a_persons_line_is_put_right_in_their_record_and_follows_in_the_stock() {
    let mut story = stocked();
    story.does(hand_out(4, |_| ()));
    let in_stock = Command::Correct { lot: 1, line: last_line(&story), lozenges: 3, because: "?".into() };
    assert_eq!(story.stock_refuses(&in_stock), Refusal::LineOfAPerson);
    let line = story.case.prescriptions.all[0].lines[0].id;
    let because = "one lay under the counter".into();
    story.does(prescription::Command::CorrectCount { line, lozenges: 3, because });
    assert_eq!((left(&story), story.case.prescriptions.all[0].lozenges_left()), (Some(57), Some(3)));
    assert_eq!(story.stock.lots[0].lines.last().unwrap().written, 4, "both numbers are kept");
}

#[test]
fn what_is_given_back_destroyed_or_lost_says_how_and_before_whom() {
    let mut story = stocked();
    let without = |fate, change: fn(&mut Moved)| {
        let mut moved = moved(fate, 2);
        change(&mut moved);
        story.stock_refuses(&Command::Move(Box::new(moved)))
    };
    assert_eq!(without(Fate::Destroyed, |one| one.witness = None), Refusal::WitnessMissing);
    let own = |one: &mut Moved| one.witness = Some(Witness::Staff(STAFF));
    assert_eq!(without(Fate::Destroyed, own), Refusal::WitnessIsRecorder);
    for fate in [Fate::Destroyed, Fate::Returned, Fate::Lost] {
        assert_eq!(without(fate, |one| one.manner = None), Refusal::MannerMissing);
        assert!(matches!(without(fate, |one| one.lozenges = 0), Refusal::ValueImpossible { .. }));
    }
    story.stocks(&moves(Fate::Destroyed, 2)).stocks(&moves(Fate::Returned, 8));
    assert_eq!((left(&story), open(&story).len()), (Some(50), 0));
}

#[test]
fn a_correction_points_at_its_line_and_can_open_or_close_a_difference() {
    let mut story = stocked();
    story.at("2026-05-05T08:00:00Z").stocks(&moves(Fate::Found, 58));
    let line = last_line(&story);
    assert_eq!((left(&story), open(&story).len()), (Some(58), 1));
    let correct =
        |lozenges, because: &str| Command::Correct { lot: 1, line, lozenges, because: because.into() };
    assert_eq!(story.stock_refuses(&correct(58, "same")), Refusal::NothingNew);
    assert_eq!(story.stock_refuses(&correct(60, " ")), Refusal::ReasonMissing);
    story.stocks(&correct(60, "two lay in the lid"));
    assert_eq!((left(&story), open(&story).len()), (Some(60), 0));
    let kept = story.stock.lots[0].lines.last().unwrap();
    assert_eq!((kept.written, kept.lozenges()), (58, 60));
    assert_eq!(kept.correction.as_ref().map(|one| one.by), Some(Who::Staff { staff: STAFF }));
    story.stocks(&correct(59, "and one was broken"));
    assert_eq!(open(&story).len(), 1);
}

#[test]
fn the_stock_folds_the_same_from_its_facts() {
    let mut story = stocked();
    story.does(hand_out(4, |_| ())).stocks(&moves(Fate::Lost, 1)).stocks(&moves(Fate::Found, 55));
    let mut again = Stock::default();
    story.history.iter().for_each(|fact| again.evolve(fact));
    assert_eq!(again, story.stock);
}
