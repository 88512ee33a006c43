use super::*;
use crate::hours::tests::office;
use crate::id::StaffId;
use crate::practice;
use crate::story::{STAFF, Story, instant};
use crate::task::{self, Kind};

const OTHER: StaffId = StaffId::from_bytes([8; 16]);

fn write(words: &str, seen: u32) -> Command {
    Command::Write { words: words.to_owned(), seen }
}

/// Somebody invited, in a practice that has said when it reads, on Monday 4 May 2026 at 10:00 in Madrid.
fn invited() -> Story {
    let mut story = Story::invited();
    story.is_joined_by(OTHER);
    story.practises(practice::Command::StateHours(office()));
    story
}

fn client(story: &mut Story) -> &mut Story {
    story.by = Who::Client;
    story
}

fn staff(story: &mut Story, staff: StaffId) -> &mut Story {
    story.by = Who::Staff { staff };
    story
}

fn waits(story: &Story) -> Vec<u32> {
    story.case.messages.waiting().map(|one| one.number).collect()
}

fn open_tasks(story: &Story) -> Vec<Kind> {
    story.case.tasks.open().map(|task| task.kind).collect()
}

#[test]
fn what_a_client_writes_opens_one_task_with_a_clock() {
    let mut story = invited();
    client(&mut story).does(write("May I bring a blanket?", 0)).does(write("A blue one.", 1));
    assert_eq!(waits(&story), [1, 2]);
    assert_eq!(open_tasks(&story), [Kind::Message], "one conversation is one task");
    let task = story.case.tasks.open().next().unwrap().clone();
    let due = task::due_at(Kind::Message, task.opened_at, &story.practice);
    let promised = promise(story.now, &story.practice).unwrap();
    assert_eq!(due, promised.answered_by, "the clock is the promise that the client has read");
}

#[test]
fn what_the_practice_writes_opens_no_task() {
    let mut story = invited();
    staff(&mut story, STAFF).does(write("We meet at eleven.", 0));
    assert_eq!((waits(&story), open_tasks(&story)), (vec![], vec![]));
    assert_eq!(story.case.messages.new_to(Who::Client).count(), 1);
}

#[test]
fn an_answer_ends_what_waited_and_says_who_had_read_it() {
    let mut story = invited();
    client(&mut story).does(write("May I bring a blanket?", 0));
    staff(&mut story, STAFF).does(write("Please do.", 1));
    assert_eq!((waits(&story), open_tasks(&story)), (vec![], vec![]));
    let read = &story.case.messages.all[0].read;
    assert_eq!(read, &[(Who::Staff { staff: STAFF }, story.now)]);
    client(&mut story).does(write("Thank you.", 2));
    assert_eq!(story.case.messages.new_to(Who::Client).count(), 0, "who answers has read");
}

#[test]
fn a_message_that_came_in_between_is_not_taken_for_answered() {
    let mut story = invited();
    client(&mut story).does(write("May I bring a blanket?", 0)).does(write("I am not well.", 1));
    staff(&mut story, STAFF).does(write("Please do.", 1));
    assert_eq!((waits(&story), open_tasks(&story)), (vec![2], vec![Kind::Message]));
    let new: Vec<u32> = story.case.messages.new_to(story.by).map(|one| one.number).collect();
    assert_eq!(new, [2], "nor for read");
}

#[test]
fn reading_is_each_persons_own_and_ends_nothing() {
    let mut story = invited();
    client(&mut story).does(write("May I bring a blanket?", 0));
    staff(&mut story, STAFF).does(Command::MarkRead { through: 1 });
    assert_eq!(story.refuses(Command::MarkRead { through: 1 }), Refusal::NothingNew);
    staff(&mut story, OTHER).does(Command::MarkRead { through: 1 });
    let readers: Vec<Who> = story.case.messages.all[0].read.iter().map(|(who, _)| *who).collect();
    assert_eq!(readers, [Who::Staff { staff: STAFF }, Who::Staff { staff: OTHER }]);
    assert_eq!(open_tasks(&story), [Kind::Message], "read is not answered");
}

#[test]
fn a_message_is_answered_by_an_answer_and_not_by_ending_the_task() {
    let mut story = invited();
    client(&mut story).does(write("May I bring a blanket?", 0));
    staff(&mut story, STAFF);
    let task = story.case.tasks.open().next().unwrap().id;
    story.does(task::Command::Take { task });
    let end = task::Command::End { task, words: "done".into() };
    assert_eq!(story.refuses(end), Refusal::MessageNotAnswered);
    let words = Some("We spoke on the telephone.".to_owned());
    story.does(Command::Settle { through: 1, words: words.clone() });
    assert_eq!((waits(&story), open_tasks(&story)), (vec![], vec![]));
    assert_eq!(story.case.tasks.all[0].ended.as_ref().unwrap().words, words);
    assert_eq!(story.refuses(Command::Settle { through: 1, words: None }), Refusal::NothingNew);
}

#[test]
fn what_is_taken_back_stays_and_no_longer_waits() {
    let mut story = invited();
    client(&mut story).does(write("Never mind.", 0));
    staff(&mut story, STAFF);
    assert_eq!(story.refuses(Command::TakeBack { number: 1 }), Refusal::NotYourMessage);
    client(&mut story).does(Command::TakeBack { number: 1 });
    assert_eq!(story.refuses(Command::TakeBack { number: 1 }), Refusal::NothingNew);
    let one = &story.case.messages.all[0];
    assert_eq!((one.words.as_str(), one.taken_back_at), ("Never mind.", Some(story.now)));
    assert_eq!((waits(&story), open_tasks(&story)), (vec![], vec![]));
    assert_eq!(story.refuses(Command::TakeBack { number: 2 }), Refusal::NoSuchMessage);
}

#[test]
fn what_cannot_be_meant_is_refused() {
    let mut story = invited();
    assert_eq!(story.refuses(write("  ", 0)), Refusal::WordsMissing);
    assert_eq!(story.refuses(write("Seen what is not there.", 1)), Refusal::NoSuchMessage);
    assert_eq!(story.refuses(Command::MarkRead { through: 0 }), Refusal::NothingNew);
    client(&mut story).does(write("May I bring a blanket?", 0));
    assert_eq!(story.refuses(Command::Settle { through: 1, words: None }), Refusal::NotAClinician);
}

#[test]
fn nothing_is_promised_without_hours_and_closed_is_said() {
    let mut story = Story::invited();
    assert_eq!(promise(story.now, &story.practice), None);
    story.practises(practice::Command::StateHours(office()));
    assert_eq!(promise(story.now, &story.practice).unwrap().reads_again_at, None, "somebody reads");
    story.now = instant("2026-05-09T20:00:00Z");
    let night = promise(story.now, &story.practice).unwrap();
    let again = night.reads_again_at.unwrap();
    assert!(story.now < again && again < night.answered_by, "{night:?}");
}

fn finding() -> About {
    About::Finding { rule: "lamotrigine-on-list".to_owned() }
}

fn asks(words: &str) -> Command {
    Command::Ask { about: finding(), words: words.to_owned() }
}

fn answers(question: u32, words: &str) -> Command {
    Command::Answer { question, words: words.to_owned() }
}

fn open(story: &Story) -> Vec<u32> {
    story.case.messages.open_questions().map(|one| one.number).collect()
}

#[test]
fn a_question_of_the_screening_is_open_until_the_client_answers_and_the_answer_stands_by_it() {
    let mut story = invited();
    staff(&mut story, STAFF).does(asks("Which dose, and since when?"));
    assert_eq!(open(&story), [1]);
    assert_eq!(story.case.messages.new_to(Who::Client).count(), 1, "the client reads it as a message");
    assert_eq!(open_tasks(&story), [], "nobody of the practice has anything to do");
    client(&mut story).does(answers(1, "100 mg, since March."));
    assert_eq!(open(&story), [0; 0]);
    let answer = story.case.messages.answers_to(1).next().unwrap();
    assert_eq!((answer.words.as_str(), answer.by), ("100 mg, since March.", Who::Client));
    assert_eq!(waits(&story), [0; 0], "an answer asks for none");
    assert_eq!(open_tasks(&story), [Kind::Answered], "and waits to be read");
    let task = story.case.tasks.open().next().unwrap();
    let due = |kind| task::due_at(kind, task.opened_at, &story.practice);
    assert!(due(Kind::Answered) < due(Kind::Message), "sooner than a message");
}

#[test]
fn an_answer_answers_no_finding_and_waits_until_somebody_takes_it_up() {
    let story = || {
        let mut story = invited();
        staff(&mut story, STAFF).does(asks("Since when?"));
        client(&mut story).does(answers(1, "March."));
        assert_eq!(story.case.clearance, crate::clearance::Clearance::default(), "the prescriber decides");
        staff(&mut story, STAFF);
        story
    };
    let mut by_writing = story();
    by_writing.does(write("Thank you.", 2));
    assert_eq!(open_tasks(&by_writing), []);
    let mut by_settling = story();
    by_settling.does(Command::Settle { through: 2, words: None });
    assert_eq!(open_tasks(&by_settling), []);
    let mut by_words = story();
    let task = by_words.case.tasks.open().next().unwrap().id;
    by_words.does(task::Command::End { task, words: "Read.".into() });
    assert_eq!(open_tasks(&by_words), []);
    let mut by_asking = story();
    by_asking.does(asks("Which March?"));
    assert_eq!(open_tasks(&by_asking), [Kind::Answered], "another question has read nothing");
}

#[test]
fn what_is_taken_back_opens_and_closes_a_question_and_stays_to_be_seen() {
    let mut story = invited();
    staff(&mut story, STAFF).does(asks("Since when?"));
    client(&mut story).does(answers(1, "April."));
    client(&mut story).does(Command::TakeBack { number: 2 });
    assert_eq!((open(&story), open_tasks(&story)), (vec![1], vec![]));
    assert!(story.case.messages.answers_to(1).next().unwrap().taken_back_at.is_some());
    staff(&mut story, STAFF).does(Command::TakeBack { number: 1 });
    assert_eq!(open(&story), [0; 0]);
    assert_eq!(story.case.messages.questions().count(), 1);
    assert_eq!(client(&mut story).refuses(answers(1, "March.")), Refusal::NoSuchMessage);
}

#[test]
fn the_client_answers_and_asks_nothing_of_a_screening() {
    let mut story = invited();
    staff(&mut story, STAFF).does(write("We meet at eleven.", 0)).does(asks("Since when?"));
    assert_eq!(staff(&mut story, OTHER).refuses(answers(2, "March.")), Refusal::NoSuchMessage);
    client(&mut story);
    assert_eq!(story.refuses(asks("May I?")), Refusal::NotAClinician);
    assert_eq!(story.refuses(answers(1, "Yes.")), Refusal::NoSuchMessage, "that was no question");
    assert_eq!(story.refuses(answers(3, "Yes.")), Refusal::NoSuchMessage);
    assert_eq!(story.refuses(answers(2, "  ")), Refusal::WordsMissing);
    assert_eq!(staff(&mut story, STAFF).refuses(asks(" ")), Refusal::WordsMissing);
}

#[test]
fn whoever_asks_from_the_screening_has_answered_no_message() {
    let mut story = invited();
    client(&mut story).does(write("I am not well.", 0));
    staff(&mut story, STAFF).does(asks("Since when?"));
    assert_eq!((waits(&story), open_tasks(&story)), (vec![1], vec![Kind::Message]));
    client(&mut story).does(answers(2, "March."));
    assert_eq!(open_tasks(&story), [Kind::Message, Kind::Answered]);
    staff(&mut story, STAFF).does(write("Call us.", 1));
    assert_eq!(open_tasks(&story), [Kind::Answered]);
}
