use super::*;
use crate::clearance;
use crate::history::Wrong;
use crate::id::{EventId, SessionId};
use crate::integration::{Answer, Command, YesOrNo};
use crate::refusal::Refusal;
use crate::story::Story;
use crate::task::{self, Kind};

const SESSION: SessionId = SessionId::from_bytes([5; 16]);

/// Cleared and dosed on 4 May; it is the hour of the check-in of day 7.
fn a_week_later() -> Story {
    let mut story = clearance::tests::under_the_medicine();
    story.at("2026-05-11T08:10:00Z").by = Who::Client;
    story
}

fn answers(day: u16, says: YesOrNo, which: &str) -> Command {
    let which = (!which.is_empty()).then(|| which.to_owned());
    let check_in = CheckInId { session: SESSION, day };
    Command::AnswerCheckIn { check_in, item: Item::MedicineChanged, answer: Answer::Changed { says, which } }
}

fn yes(which: &str) -> Command {
    answers(7, YesOrNo::Yes, which)
}

fn no() -> Command {
    answers(7, YesOrNo::No, "")
}

/// Texts of what the check-ins told and nobody took back.
fn told(story: &Story) -> Vec<String> {
    let facts = story.case.history.current().into_iter();
    let told = facts.filter(|fact| CheckInId::of_fact(&fact.id).is_some());
    told.filter(|fact| fact.status == FactStatus::Unknown).map(|fact| fact.text).collect()
}

fn is_reopened(story: &Story) -> bool {
    story.case.clearance.reopened(story.case.history.revision)
}

fn found(story: &Story) -> crate::screening::Screening {
    let protocol = &story.practice.protocol_in_force(story.now).unwrap().protocol;
    clearance::screened(&story.case, protocol, story.practice.date_at(story.now))
}

fn rules(story: &Story) -> Vec<String> {
    found(story).flags.into_iter().map(|flag| flag.rule).collect()
}

fn waits(story: &Story, kind: Kind) -> bool {
    story.case.tasks.open().any(|task| task.kind == kind)
}

#[test]
fn given_a_clearance_when_a_new_medicine_is_told_at_a_check_in_then_its_interaction_fires_and_reopens_it() {
    let mut story = a_week_later();
    assert!(!is_reopened(&story) && !rules(&story).contains(&"maoi-on-list".to_owned()));
    story.does(yes("Phenelzine"));
    assert!(rules(&story).contains(&"maoi-on-list".to_owned()), "{:?}", rules(&story));
    assert!(is_reopened(&story));
    let raised: Vec<_> = story.case.clearance.latest().unwrap().raised_since.iter().cloned().collect();
    assert_eq!(raised, ["maoi-on-list"], "and what it raised is said");
    let told: Vec<_> = clearance::told_after(&story.case, story.case.clearance.latest().unwrap().at)
        .into_iter()
        .map(|task| task.kind)
        .collect();
    assert!(told.contains(&Kind::MedicineChanged), "{told:?}");
    assert!(waits(&story, Kind::MedicineChanged) && waits(&story, Kind::ClearanceReopened));
}

#[test]
fn given_a_clearance_when_the_answer_is_no_or_skipped_then_nothing_follows() {
    let mut story = a_week_later();
    let before = story.case.history.clone();
    story.does(no()).does(answers(7, YesOrNo::No, "my usual lithium"));
    let check_in = CheckInId { session: SESSION, day: 7 };
    let item = Item::MedicineChanged;
    story.does(Command::AnswerCheckIn { check_in, item, answer: Answer::Skipped });
    assert_eq!(story.case.history, before);
    assert!(!is_reopened(&story) && !waits(&story, Kind::MedicineChanged));
}

#[test]
fn given_a_yes_when_nothing_is_named_then_a_person_reads_it_and_the_clearance_is_open() {
    let mut story = a_week_later();
    story.does(yes(""));
    assert!(is_reopened(&story) && waits(&story, Kind::MedicineChanged));
    let unread: Vec<_> = found(&story).not_understood.into_iter().map(|group| group.text).collect();
    assert!(unread.contains(&NOT_SAID_WHICH.to_owned()), "{unread:?}");
}

#[test]
fn given_several_names_when_one_is_understood_then_the_other_still_waits_to_be_read() {
    let mut story = a_week_later();
    story.does(yes("lamotrigine 0,5 and Zimzumol"));
    assert!(rules(&story).contains(&"lamotrigine-on-list".to_owned()), "{:?}", rules(&story));
    let unread: Vec<_> = found(&story).not_understood.into_iter().map(|group| group.text).collect();
    assert!(unread.contains(&"Zimzumol".to_owned()), "{unread:?}");
    let whole = "lamotrigine 0,5 and Zimzumol";
    let facts = story.case.history.facts.iter().filter(|fact| CheckInId::of_fact(&fact.id).is_some());
    assert!(facts.clone().all(|fact| fact.detail("own_words") == Some(whole)));
    assert_eq!(facts.count(), 2);
}

#[test]
fn it_is_kept_by_whom_it_was_told_and_at_which_check_in() {
    let mut story = a_week_later();
    story.does(yes("Phenelzine"));
    let fact = story.case.history.facts.last().unwrap();
    assert_eq!(CheckInId::of_fact(&fact.id), Some(CheckInId { session: SESSION, day: 7 }));
    assert_eq!((fact.provenance.origin, story.case.history.came[&fact.id].by), (Origin::Answer, Who::Client));
    assert_eq!(CheckInId::of_fact(&FactId("intake/medicines/1".into())), None);
    assert_eq!(CheckInId::of_fact(&FactId("check-in/nothing".into())), None);
}

#[test]
fn an_answer_that_takes_the_place_of_an_earlier_one_takes_back_what_it_no_longer_names() {
    let mut story = a_week_later();
    story.does(yes("phenelzine, lithium"));
    assert_eq!(told(&story), ["phenelzine", "lithium"]);
    story.does(yes("lithium"));
    assert_eq!(told(&story), ["lithium"]);
    story.does(no());
    assert_eq!(told(&story), [""; 0]);
    let kept = story.case.history.facts.iter().filter(|fact| fact.status == FactStatus::EnteredInError);
    assert_eq!(kept.count(), 2, "what was said stays to be seen");
    assert!(is_reopened(&story) && waits(&story, Kind::MedicineChanged), "a person looks all the same");
}

#[test]
fn what_is_said_again_a_week_later_is_a_change_of_its_own() {
    let mut story = a_week_later();
    story.does(yes("lamotrigine"));
    story.by = Who::Staff { staff: crate::story::STAFF };
    let decision = clearance::tests::judgement(clearance::Decision::Cleared);
    story.does(clearance::Command::Decide { judgement: Box::new(decision), seen: None });
    assert!(!waits(&story, Kind::MedicineChanged), "who decides anew has seen it");
    assert!(!is_reopened(&story));
    story.at("2026-05-18T08:10:00Z").by = Who::Client;
    story.does(answers(14, YesOrNo::Yes, "lamotrigine"));
    assert!(is_reopened(&story) && waits(&story, Kind::MedicineChanged));
}

#[test]
fn a_person_of_the_practice_ends_the_task_with_words() {
    let mut story = a_week_later();
    story.does(yes("Phenelzine"));
    let task: EventId = story.case.tasks.open().find(|task| task.kind == Kind::MedicineChanged).unwrap().id;
    story.by = Who::Staff { staff: crate::story::STAFF };
    story.does(task::Command::End { task, words: "Rang; it was for the dog.".into() });
    assert!(is_reopened(&story), "and the clearance stays open until a prescriber decides");
    let fact = story.case.history.facts.last().unwrap().id.clone();
    let evidence = "told on the telephone".to_owned();
    story.does(history::Command::Correct { fact, correction: Wrong::Refuted, evidence });
    assert!(!rules(&story).contains(&"maoi-on-list".to_owned()));
}

#[test]
fn an_answer_fits_the_question_and_its_words_fit_a_line() {
    let story = a_week_later();
    let check_in = CheckInId { session: SESSION, day: 7 };
    let wrong = |item, answer| story.refuses(Command::AnswerCheckIn { check_in, item, answer });
    let yes_or_no = Answer::YesOrNo { says: YesOrNo::Yes };
    assert_eq!(wrong(Item::MedicineChanged, yes_or_no), Refusal::AnswerInvalid);
    let changed = |which: &str| Answer::Changed { says: YesOrNo::Yes, which: Some(which.to_owned()) };
    assert_eq!(wrong(Item::Craving, changed("x")), Refusal::AnswerInvalid);
    let long = wrong(Item::MedicineChanged, changed(&"x".repeat(201)));
    assert!(matches!(long, Refusal::TextTooLong { .. }), "{long:?}");
}

#[test]
fn what_is_named_is_taken_apart_and_nothing_of_it_is_lost() {
    let parts = |words: &str| named(Some(words));
    for (words, names) in [
        ("phenelzine", vec!["phenelzine"]),
        (
            "Stopped lithium. Began sertralina y melatonina",
            vec!["Stopped lithium", "Began sertralina", "melatonina"],
        ),
        ("0,5 mg lorazepam; St. John's wort", vec!["0,5 mg lorazepam", "St. John's wort"]),
        (" , and ;", vec![" , and ;"]),
    ] {
        assert_eq!(parts(words), names, "{words}");
    }
    let many = vec!["a"; 100].join(", ");
    assert_eq!(parts(&many).len(), NAMED_MAX);
    assert_eq!(parts(&many).join(", "), many, "the last takes the rest");
    assert_eq!(named(None), [NOT_SAID_WHICH]);
}
