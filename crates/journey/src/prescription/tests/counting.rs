use super::*;
use crate::event::Who;
use crate::id::StaffId;
use crate::story::{STAFF, instant};
use crate::task::{self, Kind};

const SECOND: StaffId = StaffId::from_bytes([8; 16]);

/// A prescription of four lozenges, and a colleague who can witness.
fn prescribed() -> Story {
    let mut story = Story::invited();
    story.is_joined_by(SECOND);
    story.does(prescribe(|_| ()));
    story
}

fn counted(fate: Fate, lozenges: u32) -> Counted {
    let supply = Supply {
        on: date("2026-05-04"),
        supplier: "Pharmacy Sample".into(),
        address: Some("1 Sample Street".into()),
        registration: None,
        containers: Some(1),
    };
    Counted {
        number: 1,
        fate,
        lozenges,
        lot: Some("L-1".into()),
        supply: (fate == Fate::Dispensed).then_some(supply),
        witness: (fate == Fate::Wasted).then_some(Witness::Staff(SECOND)),
        manner: (fate == Fate::Wasted).then(|| "dissolved with coffee grounds".into()),
        from_stock: None,
    }
}

fn count(fate: Fate, lozenges: u32) -> Command {
    Command::Count(Box::new(counted(fate, lozenges)))
}

fn with(fate: Fate, change: impl FnOnce(&mut Counted)) -> Command {
    let mut counted = counted(fate, 1);
    change(&mut counted);
    Command::Count(Box::new(counted))
}

fn prescription(story: &Story) -> &Prescription {
    &story.case.prescriptions.all[0]
}

fn left(story: &Story) -> Option<u32> {
    prescription(story).lozenges_left()
}

fn last_line(story: &Story) -> EventId {
    prescription(story).lines.last().unwrap().id
}

fn waits(story: &Story) -> bool {
    story.case.tasks.open().any(|task| task.kind == Kind::CountMismatch)
}

#[test]
fn what_came_less_what_went_is_what_ought_to_be_there() {
    let mut story = prescribed();
    assert_eq!(left(&story), None, "nothing was counted in");
    story.does(count(Fate::Dispensed, 4)).does(count(Fate::Brought, 4));
    story.does(count(Fate::Taken, 1)).does(count(Fate::Returned, 1)).does(count(Fate::Wasted, 1));
    assert_eq!(left(&story), Some(1));
    story.does(count(Fate::Found, 1));
    let come = prescription(&story).count();
    assert_eq!((come.came, come.gone, come.left), (4, 3, Some(1)));
    assert!(come.differences.is_empty() && !waits(&story));
}

#[test]
fn a_second_person_sees_them_destroyed_and_is_never_the_one_who_writes() {
    let story = prescribed();
    let wasted = |witness| with(Fate::Wasted, |one| one.witness = witness);
    let written = |words: &str| wasted(Some(Witness::Written(words.into())));
    assert_eq!(story.refuses(wasted(None)), Refusal::WitnessMissing);
    assert_eq!(story.refuses(written("  ")), Refusal::WitnessMissing);
    assert_eq!(story.refuses(wasted(Some(Witness::Staff(STAFF)))), Refusal::WitnessIsRecorder);
    let unknown = Witness::Staff(StaffId::from_bytes([9; 16]));
    assert_eq!(story.refuses(wasted(Some(unknown))), Refusal::NoSuchPerson);
    for own in ["Sam Sample", "sam  sample", "S.S.", "s s"] {
        assert_eq!(story.refuses(written(own)), Refusal::WitnessIsRecorder, "{own}");
    }
    let mut story = story;
    story.does(count(Fate::Dispensed, 4)).does(written("M. Second"));
    assert_eq!(left(&story), Some(3));
    assert_eq!(story.refuses(with(Fate::Wasted, |one| one.manner = None)), Refusal::MannerMissing);
}

#[test]
fn what_is_dispensed_says_from_whom_and_when() {
    let story = prescribed();
    assert_eq!(story.refuses(with(Fate::Dispensed, |one| one.supply = None)), Refusal::SupplierMissing);
    let nameless = |one: &mut Counted| one.supply.as_mut().unwrap().supplier = " ".into();
    assert_eq!(story.refuses(with(Fate::Dispensed, nameless)), Refusal::SupplierMissing);
    let tomorrow = |one: &mut Counted| one.supply.as_mut().unwrap().on = date("2026-05-05");
    assert_eq!(story.refuses(with(Fate::Dispensed, tomorrow)), Refusal::TimeAhead);
}

#[test]
fn numbers_that_cannot_be_are_refused_and_none_left_can_be() {
    let mut story = prescribed();
    for fate in [Fate::Dispensed, Fate::Taken, Fate::Returned, Fate::Wasted] {
        assert!(matches!(story.refuses(count(fate, 0)), Refusal::ValueImpossible { .. }), "{fate:?}");
    }
    assert!(matches!(story.refuses(count(Fate::Found, 1_001)), Refusal::ValueImpossible { .. }));
    story.does(count(Fate::Dispensed, 1)).does(count(Fate::Taken, 1)).does(count(Fate::Found, 0));
    assert_eq!((left(&story), waits(&story)), (Some(0), false));
}

#[test]
fn a_supply_written_late_counts_from_the_day_it_came() {
    let mut story = prescribed();
    story.at("2026-05-06T08:00:00Z").does(count(Fate::Brought, 4)).does(count(Fate::Taken, 1));
    assert_eq!(left(&story), Some(3), "the first count begins it");
    story.at("2026-05-07T08:00:00Z").does(count(Fate::Dispensed, 4));
    assert_eq!((left(&story), waits(&story)), (Some(3), false), "and is not counted twice");
    let came = prescription(&story).lines.last().unwrap().since();
    assert_eq!(came, instant("2026-05-03T22:00:00Z"), "midnight in Madrid");
}

#[test]
fn fewer_than_expected_opens_a_review_and_what_was_counted_stands() {
    let mut story = prescribed();
    story.does(count(Fate::Dispensed, 4)).at("2026-05-06T08:00:00Z").does(count(Fate::Brought, 2));
    let line = last_line(&story);
    let difference = Difference { line, expected: 4, counted: 2 };
    assert_eq!(prescription(&story).open_differences(), [difference]);
    assert!(waits(&story));
    story.does(count(Fate::Taken, 1)).does(count(Fate::Found, 1));
    assert_eq!((left(&story), prescription(&story).open_differences().len()), (Some(1), 1), "asked once");
    let review = |finding: &str| Command::ReviewCount { line, finding: finding.into(), lost: true };
    assert_eq!(story.refuses(review(" ")), Refusal::WordsMissing);
    let task = story.case.tasks.open().find(|task| task.kind == Kind::CountMismatch).unwrap().id;
    let end = task::Command::End { task, words: "fine".into() };
    assert_eq!(story.refuses(end), Refusal::CountNotReviewed, "and ends by a review alone");
    story.does(review("Two are at home; shown by photograph."));
    assert!(!waits(&story) && prescription(&story).open_differences().is_empty());
    let ended = story.case.tasks.all.iter().find(|one| one.id == task).unwrap().ended.as_ref().unwrap();
    assert_eq!(ended.words.as_deref(), Some("Two are at home; shown by photograph."));
    assert_eq!(story.refuses(review("again")), Refusal::NoSuchEntry);
}

#[test]
fn more_gone_than_there_opens_a_review_and_is_recorded_all_the_same() {
    let mut story = prescribed();
    story.does(count(Fate::Dispensed, 1)).does(count(Fate::Taken, 2));
    let difference = Difference { line: last_line(&story), expected: 1, counted: 2 };
    assert_eq!(prescription(&story).open_differences(), [difference]);
    assert_eq!((left(&story), waits(&story)), (Some(0), true));
}

#[test]
fn a_correction_points_at_what_it_corrects_and_nothing_is_lost() {
    let mut story = prescribed();
    story.does(count(Fate::Dispensed, 4)).at("2026-05-06T08:00:00Z").does(count(Fate::Brought, 2));
    let line = last_line(&story);
    let correct = |lozenges, because: &str| Command::CorrectCount { line, lozenges, because: because.into() };
    assert_eq!(story.refuses(correct(2, "the same")), Refusal::NothingNew);
    assert_eq!(story.refuses(correct(4, " ")), Refusal::ReasonMissing);
    let unknown = EventId::from_bytes([1; 16]);
    let unknown = Command::CorrectCount { line: unknown, lozenges: 4, because: "?".into() };
    assert_eq!(story.refuses(unknown), Refusal::NoSuchEntry);
    story.does(correct(4, "two had stuck together"));
    let kept = prescription(&story).lines.last().unwrap();
    assert_eq!((kept.entry.lozenges, kept.lozenges()), (2, 4), "both numbers are kept");
    assert_eq!(kept.correction.as_ref().map(|one| one.by), Some(Who::Staff { staff: STAFF }));
    assert_eq!((left(&story), waits(&story)), (Some(4), false), "and the review is not needed any more");
    story.does(correct(3, "and one was another's"));
    assert!(waits(&story), "a correction can open one as well");
}

#[test]
fn a_review_is_of_the_numbers_it_saw() {
    let mut story = prescribed();
    story.does(count(Fate::Dispensed, 4)).at("2026-05-06T08:00:00Z").does(count(Fate::Brought, 3));
    let line = last_line(&story);
    let review = Command::ReviewCount { line, finding: "one is at home".into(), lost: false };
    story.does(review).does(Command::CorrectCount { line, lozenges: 1, because: "misread".into() });
    assert_eq!(prescription(&story).open_differences(), [Difference { line, expected: 4, counted: 1 }]);
}
