//! The complete count of the stock.

use super::*;

fn sheet(on: &str, hour: Hour, counts: &[(u32, u32)]) -> Sheet {
    let each =
        counts.iter().map(|(lot, lozenges)| LotCount { lot: *lot, lozenges: *lozenges, estimated: false });
    Sheet { on: date(on), hour, counts: each.collect(), witness: Some(Witness::Staff(SECOND)) }
}

fn counts(sheet: Sheet) -> Command {
    Command::TakeInventory(Box::new(sheet))
}

fn due(story: &Story) -> Option<Date> {
    story.stock.inventory_due(&story.practice, story.now)
}

#[test]
fn every_lot_is_counted_once_before_a_second_person() {
    let mut story = stocked();
    story.stocks(&receive(|one| one.medicine.lot = "K-0500".into())).at("2026-05-06T18:00:00Z");
    let close = |counts: &[(u32, u32)]| sheet("2026-05-06", Hour::Close, counts);
    assert_eq!(story.stock_refuses(&counts(close(&[(1, 60)]))), Refusal::InventoryIncomplete);
    assert_eq!(
        story.stock_refuses(&counts(close(&[(1, 60), (2, 60), (2, 60)]))),
        Refusal::InventoryIncomplete
    );
    assert_eq!(story.stock_refuses(&counts(close(&[(1, 60), (3, 60)]))), Refusal::NoSuchLot);
    let alone = Sheet { witness: None, ..close(&[(1, 60), (2, 60)]) };
    assert_eq!(story.stock_refuses(&counts(alone)), Refusal::WitnessMissing);
    let own = Sheet { witness: Some(Witness::Staff(STAFF)), ..close(&[(1, 60), (2, 60)]) };
    assert_eq!(story.stock_refuses(&counts(own)), Refusal::WitnessIsRecorder);
    let ahead = sheet("2026-05-07", Hour::Opening, &[(1, 60), (2, 60)]);
    assert_eq!(story.stock_refuses(&counts(ahead)), Refusal::TimeAhead);
    story.stocks(&counts(close(&[(1, 60), (2, 58)])));
    let found = open(&story);
    let kind = Kind::Mismatch { expected: 60, counted: 58, overdrawn: false };
    assert_eq!(found.iter().map(|one| one.kind).collect::<Vec<_>>(), [kind], "the lot that does not match");
    assert_eq!(story.stock.inventories.len(), 1);
}

#[test]
fn an_opening_counts_before_all_of_its_day_and_a_close_after_it() {
    let mut story = stocked();
    story.at("2026-05-06T10:00:00Z").does(hand_out(4, |_| ()));
    story.at("2026-05-06T18:00:00Z").stocks(&counts(sheet("2026-05-06", Hour::Opening, &[(1, 60)])));
    assert_eq!((left(&story), open(&story).len()), (Some(56), 0), "sixty before four left");
    story.stocks(&counts(sheet("2026-05-06", Hour::Close, &[(1, 56)])));
    assert_eq!((left(&story), open(&story).len()), (Some(56), 0));
    story.stocks(&counts(sheet("2026-05-04", Hour::Opening, &[])));
    assert_eq!(open(&story).len(), 0, "nothing was there before the first supply of the day");
}

#[test]
fn only_a_container_within_the_limit_is_estimated() {
    let mut story = stocked();
    let estimated = |lot, lozenges| {
        let mut sheet = sheet("2026-05-04", Hour::Close, &[]);
        sheet.counts = vec![LotCount { lot, lozenges, estimated: true }];
        counts(sheet)
    };
    story.stocks(&estimated(1, 60));
    let large = receive(|one| {
        (one.medicine.lot, one.lozenges) = ("BULK".into(), 2_002);
        one.supply.as_mut().unwrap().containers = Some(2);
    });
    story.stocks(&large);
    assert_eq!(story.stock_refuses(&estimated(2, 2_000)), Refusal::EstimateNotAllowed, "1,001 in one");
    let mut old = crate::story::default_protocol();
    old.stock = None;
    let mut story = Story::under(old);
    story.is_joined_by(SECOND);
    story.stocks(&receive(|_| ()));
    assert_eq!(story.stock_refuses(&estimated(1, 60)), Refusal::EstimateNotAllowed, "no figure, no estimate");
    assert_eq!(due(&story), None);
}

#[test]
fn the_first_count_is_due_with_the_first_supply_and_the_next_within_two_years() {
    let mut story = Story::invited();
    assert_eq!(due(&story), None, "nothing to count");
    story.is_joined_by(SECOND);
    story.stocks(&receive(|_| ()));
    assert_eq!(due(&story), Some(date("2026-05-04")));
    story.stocks(&counts(sheet("2026-05-04", Hour::Close, &[(1, 60)])));
    assert_eq!(due(&story), Some(date("2028-05-04")));
}
