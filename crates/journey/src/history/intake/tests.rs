use std::collections::BTreeSet;

use super::*;
use crate::health_history::FactId;
use crate::history::Command;
use crate::screening::screen;
use crate::story::{Story, date, default_protocol};

fn client() -> Story {
    let mut story = Story::invited();
    story.by = Who::Client;
    story
}

fn says(question: Question, said: &[(Trouble, Says)]) -> Command {
    let says = said.iter().copied().collect();
    Command::AnswerIntake { question, reply: Reply::Troubles { says, words: None } }
}

fn medicine(name: &str) -> Command {
    let entry = Entry { name: name.into(), detail: Some("10 mg".into()), often: Some("mornings".into()) };
    Command::AnswerIntake { question: Question::Medicines, reply: Reply::Entry(entry) }
}

fn status(story: &Story, trouble: Trouble) -> Option<FactStatus> {
    let facts = story.case.history.current();
    facts.iter().find(|fact| fact.id == trouble.fact_id()).map(|fact| fact.status)
}

#[test]
fn each_answer_is_a_fact_told_by_the_client() {
    let mut story = client();
    story.does(says(
        Question::Heart,
        &[
            (Trouble::HighBloodPressure, Says::Yes),
            (Trouble::HeartAttack, Says::No),
            (Trouble::Arrhythmia, Says::NotSure),
        ],
    ));
    assert_eq!(status(&story, Trouble::HighBloodPressure), Some(FactStatus::Active));
    assert_eq!(status(&story, Trouble::HeartAttack), Some(FactStatus::Refuted));
    assert_eq!(status(&story, Trouble::Arrhythmia), Some(FactStatus::Unknown));
    assert_eq!(status(&story, Trouble::Angina), None, "what was left out says nothing");
    let told = &story.case.history.facts[0];
    assert_eq!(told.provenance.origin, Origin::Answer);
    assert_eq!(told.last_confirmed, Some(PartialDate::from(date("2026-05-04"))));
}

#[test]
fn not_sure_is_never_a_pass() {
    for (said, fires) in [(Says::Yes, true), (Says::NotSure, true), (Says::No, false)] {
        let mut story = client();
        story.does(says(Question::Heart, &[(Trouble::HighBloodPressure, said)]));
        let history = &story.case.history;
        let found = screen(&history.current(), &history.person, &default_protocol(), date("2026-05-04"));
        let id = Trouble::HighBloodPressure.fact_id();
        let flagged = found.flags.iter().any(|flag| flag.because.iter().any(|why| why.fact == id));
        assert_eq!(flagged, fires, "{said:?}: {:?}", found.flags);
    }
}

#[test]
fn an_answer_anew_words_the_same_fact_anew_and_the_same_again_is_nothing_new() {
    let mut story = client();
    let yes = says(Question::Eyes, &[(Trouble::Glaucoma, Says::Yes)]);
    story.does(yes.clone());
    assert_eq!(story.refuses(yes), Refusal::NothingNew);
    story.does(says(Question::Eyes, &[(Trouble::Glaucoma, Says::No)]));
    assert_eq!(status(&story, Trouble::Glaucoma), Some(FactStatus::Refuted));
    assert_eq!(story.case.history.facts.len(), 1);
}

#[test]
fn what_may_be_so_reopens_a_clearance_and_a_no_does_not() {
    let mut story = client();
    story.does(says(Question::Eyes, &[(Trouble::Glaucoma, Says::No)]));
    assert_eq!(story.case.history.revision, 0);
    story.does(says(Question::Eyes, &[(Trouble::Glaucoma, Says::NotSure)]));
    assert_eq!(story.case.history.revision, 1);
}

#[test]
fn medicines_come_one_by_one_and_one_can_be_taken_back() {
    let mut story = client();
    story.does(medicine("sertraline")).does(medicine("the small white one"));
    let intake = &story.case.history.intake;
    assert!(!intake.given.contains_key(&Question::Medicines), "the list is open until they say so");
    let back =
        |number| Command::AnswerIntake { question: Question::Medicines, reply: Reply::TakenBack { number } };
    story.does(back(1));
    assert_eq!(story.refuses(back(1)), Refusal::NothingNew);
    assert_eq!(story.refuses(back(3)), Refusal::NothingNew);
    let all = Command::AnswerIntake { question: Question::Medicines, reply: Reply::ThatIsAll };
    story.does(all);
    let intake = &story.case.history.intake;
    let names: Vec<_> = intake.entries(Question::Medicines).map(|(_, entry)| entry.name.as_str()).collect();
    assert_eq!(names, ["the small white one"]);
    let facts = story.case.history.current();
    let of = |id: &str| facts.iter().find(|fact| fact.id == FactId(id.into())).unwrap();
    assert_eq!(of("intake/medicines/1").status, FactStatus::EnteredInError);
    assert_eq!(of("intake/medicines/2").detail("dosage"), Some("10 mg"));
    story.does(medicine("lamotrigine"));
    let intake = &story.case.history.intake;
    assert!(!intake.given.contains_key(&Question::Medicines), "a list that grows is open again");
}

#[test]
fn a_weight_that_is_said_is_not_one_that_was_measured() {
    let mut story = client();
    let body = |weight_kg, height_cm| Command::AnswerIntake {
        question: Question::Body,
        reply: Reply::Body { weight_kg, height_cm },
    };
    assert_eq!(story.refuses(body(None, None)), Refusal::AnswerInvalid);
    assert_eq!(story.refuses(body(Some(7.5), None)), Refusal::AnswerInvalid);
    story.does(body(Some(71.5), Some(168.0)));
    let facts = story.case.history.current();
    assert!(facts.iter().all(|fact| fact.component(&["29463-7"]).is_none()), "the gate reads no such code");
    assert!(facts.iter().any(|fact| fact.component(&["3142-7"]).is_some_and(|kg| kg.value == 71.5)));
}

#[test]
fn thoughts_of_self_harm_wait_for_a_person_and_being_unsure_of_them_does_too() {
    for (said, waits) in [(Says::Yes, 1), (Says::NotSure, 1), (Says::No, 0)] {
        let mut story = client();
        story.does(says(Question::HarmThoughts, &[(Trouble::SuicidalThoughts, said)]));
        assert_eq!(story.case.scales.risk.open.len(), waits, "{said:?}");
    }
}

#[test]
fn it_resumes_where_it_was_and_skipped_is_not_answered() {
    let mut story = client();
    assert_eq!(story.case.history.intake.next(), Some(Question::Born));
    story.does(Command::AnswerIntake { question: Question::Born, reply: Reply::Skipped });
    story.does(Command::PutOffIntake);
    assert_eq!(story.case.history.intake.next(), Some(Question::Body));
    assert_eq!(story.case.history.intake.skipped().collect::<Vec<_>>(), [Question::Born]);
    story.does(Command::StopIntake);
    assert_eq!(story.refuses(Command::StopIntake), Refusal::NothingNew);
    let on = PartialDate::new("1980-02-03").unwrap();
    story.does(Command::AnswerIntake { question: Question::Born, reply: Reply::Born { on: on.clone() } });
    assert_eq!(story.case.history.intake.stopped_at, None, "whoever goes on has not stopped");
    assert_eq!(story.case.history.person.birth_date, Some(on));
    for question in Question::ALL.into_iter().skip(1) {
        story.does(Command::AnswerIntake { question, reply: Reply::Skipped });
    }
    assert!(story.case.history.intake.is_done());
}

#[test]
fn an_answer_fits_its_question() {
    let story = client();
    let no = Says::No;
    for (question, reply) in [
        (Question::Heart, Reply::Troubles { says: BTreeMap::new(), words: None }),
        (Question::Heart, Reply::Troubles { says: [(Trouble::Glaucoma, no)].into(), words: None }),
        (Question::Heart, Reply::ThatIsAll),
        (Question::More, Reply::Habit { habit: Habit::Never }),
        (Question::Medicines, Reply::Words { words: "many".into() }),
    ] {
        let command = Command::AnswerIntake { question, reply };
        assert_eq!(story.refuses(command), Refusal::AnswerInvalid, "{question:?}");
    }
}

#[test]
fn what_staff_write_down_for_the_client_says_so() {
    let mut story = Story::invited();
    story.does(says(Question::Eyes, &[(Trouble::Glaucoma, Says::Yes)]));
    assert_eq!(story.case.history.facts[0].provenance.origin, Origin::ByHand);
}

#[test]
fn every_trouble_is_asked_once_and_has_a_code_of_its_own() {
    let asked: Vec<Trouble> = Question::ALL.into_iter().flat_map(Question::troubles).copied().collect();
    let codes: BTreeSet<&str> = asked.iter().map(|trouble| trouble.code()).collect();
    assert_eq!(codes.len(), asked.len());
    for trouble in asked {
        assert_eq!(Trouble::from_code(trouble.code()), Some(trouble));
    }
    for question in Question::ALL {
        assert_eq!(Question::from_name(question.name()), Some(question));
    }
}
