//! The course: for which scales it is time, and scores that got worse.

use super::*;
use crate::consultation::{self, Discernment, Spoken, Way};
use crate::id::SessionId;
use crate::medicine_session::{self, Act};
use crate::protocol::Protocol;
use crate::story::{default_protocol, instant};

fn at_score(scale: &Scale, points: i64, occasion: Occasion) -> Command {
    let most = scale.items[0].choices.last().unwrap().code;
    let counted = scale.items.iter().filter(|item| item.scored == Scored::Counts);
    let mut left = points;
    let answers = counted.map(|item| {
        let code = left.min(most);
        left -= code;
        Answered { item: item.number, code }
    });
    Command::Administer { scale: scale.id.into(), answers: answers.collect(), occasion }
}

fn dose(story: &mut Story, number: u8, at: &str) {
    story.at(at);
    let session = SessionId::from_bytes([number; 16]);
    let act = |act| medicine_session::Command { session, act };
    story.does(act(Act::Open { room: None }));
    let outside = Act::RecordDoseOutsideGate {
        lozenges: None,
        dose_mg: 50,
        given_at: story.now,
        given_by: "S. Sample".into(),
        why: "told by the client".into(),
    };
    story.does(act(outside));
    story.does(act(Act::LeaveAgainstAdvice { witness: "T. Sample".into(), plan: "home by taxi".into() }));
    story.does(act(Act::Seal));
}

fn waiting(story: &Story) -> Vec<(&'static str, Reference)> {
    let found = unreviewed(&story.case, &default_protocol());
    found.into_iter().map(|one| (one.scale, one.against)).collect()
}

fn scored_before_a_dose(points: i64) -> Story {
    let mut story = Story::invited();
    story.does(at_score(&PHQ9, points, Occasion::Baseline));
    dose(&mut story, 1, "2026-05-12T08:00:00Z");
    story.at("2026-05-26T08:00:00Z");
    story
}

#[test]
fn a_score_that_got_worse_since_the_dose_waits_for_a_prescriber() {
    for (scale, line) in [(&PHQ9, 6), (&GAD7, 4), (&PCL5, 15)] {
        for (rise, expected) in [(line - 1, 0), (line, 1)] {
            let mut story = Story::invited();
            story.does(at_score(scale, 3, Occasion::Baseline));
            dose(&mut story, 1, "2026-05-12T08:00:00Z");
            story.at("2026-05-26T08:00:00Z");
            story.does(at_score(scale, 3 + rise, Occasion::Review));
            assert_eq!(waiting(&story).len(), expected, "{} +{rise}", scale.id);
        }
    }
}

#[test]
fn small_steps_for_the_worse_are_held_against_the_baseline() {
    let mut story = scored_before_a_dose(4);
    story.does(at_score(&PHQ9, 8, Occasion::Review));
    assert_eq!(waiting(&story), []);
    dose(&mut story, 2, "2026-06-12T08:00:00Z");
    story.at("2026-06-26T08:00:00Z").does(at_score(&PHQ9, 12, Occasion::Review));
    assert_eq!(waiting(&story), [("phq-9", Reference::Baseline)]);
    story.does(at_score(&PHQ9, 14, Occasion::Review));
    assert_eq!(waiting(&story), [("phq-9", Reference::BeforeLatestDose)]);
}

#[test]
fn a_review_under_a_name_lets_it_rest_until_the_next_score() {
    let mut story = scored_before_a_dose(4);
    story.does(at_score(&PHQ9, 15, Occasion::Review));
    let review = |words: &str| Command::ReviewDeterioration { words: words.into() };
    assert_eq!(story.refuses(review(" ")), Refusal::WordsMissing);
    story.by = Who::Client;
    assert_eq!(story.refuses(review("fine")), Refusal::AssessedByStaff);
    story.by = Who::Staff { staff: crate::story::STAFF };
    story.at("2026-05-27T08:00:00Z").does(review("spoken with her, sleep first"));
    assert_eq!(waiting(&story), []);
    story.at("2026-05-28T08:00:00Z").does(at_score(&PHQ9, 15, Occasion::Review));
    assert_eq!(waiting(&story).len(), 1, "a new score is a new look");
    story.at("2026-05-29T08:00:00Z").does(at_score(&PHQ9, 9, Occasion::Review));
    assert_eq!(waiting(&story), []);
}

fn goes_on() -> Story {
    let mut story = Story::invited();
    story.does(consultation::Command::Hold(Spoken::default()));
    let reason = "both want to".to_owned();
    story.does(consultation::Command::Conclude(Discernment { way: Way::GoOn, reason, clients_words: None }));
    story
}

fn due(story: &Story) -> Vec<&'static str> {
    let proposals = proposed(&story.case, &default_protocol(), story.now);
    proposals.iter().map(|proposal| proposal.scale.id).collect()
}

#[test]
fn before_any_medicine_each_of_the_first_set_is_due_once() {
    assert_eq!(due(&Story::invited()), [""; 0]);
    let mut story = goes_on();
    assert_eq!(due(&story), ["phq-9", "gad-7", "pcl-5", "peg", "rand-36-energy", "audit-c", "asq"]);
    story.does(at_score(&PHQ9, 3, Occasion::Baseline));
    story.does(Command::Request { scale: "asq".into(), occasion: Occasion::Baseline });
    assert_eq!(due(&story), ["gad-7", "pcl-5", "peg", "rand-36-energy", "audit-c"]);
}

#[test]
fn after_a_dose_a_scale_is_due_where_it_looks_back_no_further() {
    let mut story = goes_on();
    dose(&mut story, 1, "2026-05-12T08:00:00Z");
    assert_eq!(due(story.at("2026-05-25T08:00:00Z")), [""; 0]);
    assert_eq!(due(story.at("2026-05-26T08:00:00Z")), ["phq-9", "gad-7", "peg"]);
    story.does(at_score(&GAD7, 3, Occasion::Between));
    assert_eq!(due(&story), ["phq-9", "peg"]);
    let month = ["phq-9", "gad-7", "pcl-5", "peg", "rand-36-energy", "rand-36-pain"];
    assert_eq!(due(story.at("2026-06-12T08:00:00Z")), month);
    assert_eq!(
        proposed(&story.case, &default_protocol(), story.now)[0].occasion,
        Occasion::FollowUp { months: 1 }
    );
}

#[test]
fn an_older_protocol_asks_for_nothing_by_itself() {
    let story = goes_on();
    let older = Protocol { questionnaires: None, ..default_protocol() };
    assert_eq!(proposed(&story.case, &older, instant("2026-06-12T08:00:00Z")), []);
}

#[test]
fn of_the_gad_7_a_person_looks_before_it_is_reliably_worse() {
    let reliable = |rise: i64| {
        let mut story = Story::invited();
        story.does(at_score(&GAD7, 3, Occasion::Baseline));
        dose(&mut story, 1, "2026-05-12T08:00:00Z");
        story.at("2026-05-26T08:00:00Z").does(at_score(&GAD7, 3 + rise, Occasion::Review));
        let found = unreviewed(&story.case, &default_protocol());
        found.iter().map(Deterioration::is_reliable).collect::<Vec<_>>()
    };
    assert_eq!(
        [reliable(3), reliable(4), reliable(5), reliable(6)],
        [vec![], vec![false], vec![false], vec![true]]
    );
}
