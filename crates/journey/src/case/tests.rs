use proptest::prelude::*;

use super::*;
use crate::consultation::{Command as Talk, Spoken};
use crate::preparation::{Command as Prepare, Entry};
use crate::story::instant;

/// A journey with a little of everything, to be told in any order.
fn told() -> Vec<Recorded> {
    let mut story = crate::integration::tests::dosed();
    story.does(Talk::Hold(Spoken::default()));
    story.does(Talk::Ask { question: "How long?".into() });
    story.does(Talk::Answer { number: 1, answer: "Three hours.".into() });
    story.does(Prepare::Write(Entry::Intention { words: "to rest".into() }));
    story.does(Prepare::TakeBack { number: 1 });
    story.does(crate::consent::Command::Offer {
        document: crate::consent::DEFAULT.id.into(),
        tier: crate::protocol::DoseTier::Moderate,
    });
    story.does(crate::integration::Command::StopCheckIns);
    story.history
}

proptest! {
    /// What should not have happened in that order is folded all the same, and drawn.
    #[test]
    fn evolve_never_fails(order in proptest::collection::vec(0usize..100, 0..40)) {
        let facts = told();
        let shuffled = order.iter().map(|place| &facts[place % facts.len()]);
        let case = Case::folded(shuffled.clone());
        prop_assert_eq!(&Case::folded(shuffled), &case);
        let now = instant("2026-05-20T08:00:00Z");
        let path = crate::path::path(&case, now, &jiff::tz::TimeZone::UTC);
        prop_assert!(path.marks.is_sorted_by_key(|mark| mark.at));
        let place = crate::card::place(&case);
        prop_assert_eq!(crate::card::stage(&case), place.stage);
    }
}

#[test]
fn a_dose_takes_the_figures_of_the_window_over_once() {
    let facts = told();
    let taken = |one: &&Recorded| {
        matches!(one.body, Event::Integration(crate::integration::Event::ScheduleTaken { .. }))
    };
    assert_eq!(facts.iter().filter(taken).count(), 1);
}
