//! The clock of a loss, who was told, and how it ended.

use super::*;

fn told() -> Option<Notice> {
    let reference = Some("106-2026-1".to_owned());
    Some(Notice::Told { whom: "the field office".into(), on: date("2026-05-05"), reference })
}

fn not_told(why: &str) -> Option<Notice> {
    Some(Notice::NotTold { why: why.into() })
}

fn answer(story: &Story, notice: Option<Notice>, ended: Option<&str>) -> Command {
    let about = open(story)[0].about;
    Command::Answer { about, notice, ended: ended.map(str::to_owned) }
}

fn due(story: &Story) -> Timestamp {
    notice_due(open(story)[0].found_at, &story.practice)
}

#[test]
fn a_loss_waits_until_it_is_written_who_was_told_and_how_it_ended() {
    let mut story = stocked();
    story.at("2026-05-05T08:00:00Z").stocks(&moves(Fate::Lost, 2));
    assert_eq!(left(&story), Some(58));
    assert!(open(&story)[0].waits_for_notice());
    assert_eq!(story.stock_refuses(&answer(&story, None, Some("found"))), Refusal::NoticeMissing);
    assert_eq!(story.stock_refuses(&answer(&story, not_told(" "), None)), Refusal::NoticeMissing);
    story.stocks(&answer(&story, told(), None));
    assert!(!open(&story)[0].waits_for_notice() && open(&story).len() == 1, "told, and not yet over");
    assert_eq!(story.stock_refuses(&answer(&story, None, None)), Refusal::NoticeMissing);
    let about = open(&story)[0].about;
    story.stocks(&answer(&story, None, Some("The safe was forced; the police have it.")));
    assert!(open(&story).is_empty());
    let again = Command::Answer { about, notice: told(), ended: None };
    assert_eq!(story.stock_refuses(&again), Refusal::NoSuchEntry);
    let kept = story.stock.discrepancies().remove(0).written;
    assert_eq!((kept.notices.len(), kept.ended.unwrap().by), (1, Who::Staff { staff: STAFF }));
}

#[test]
fn a_count_that_does_not_match_ends_in_one_step_with_why_nobody_was_told_and_only_for_these_numbers() {
    let mut story = stocked();
    story.at("2026-05-05T08:00:00Z").stocks(&moves(Fate::Found, 59));
    let line = last_line(&story);
    story.stocks(&answer(&story, not_told("a slip of the pen on Monday"), Some("One was counted twice.")));
    assert!(open(&story).is_empty());
    let because = "misread again".to_owned();
    story.stocks(&Command::Correct { lot: 1, line, lozenges: 57, because });
    assert_eq!(open(&story).len(), 1, "what was ended was another difference");
}

#[test]
fn a_line_put_right_ends_the_matter_and_what_was_written_stays() {
    let mut story = stocked();
    story.at("2026-05-05T08:00:00Z").stocks(&moves(Fate::Found, 59));
    story.stocks(&answer(&story, told(), None));
    let because = "it lay in the lid".to_owned();
    story.stocks(&Command::Correct { lot: 1, line: last_line(&story), lozenges: 60, because });
    let all = story.stock.discrepancies();
    assert_eq!((open(&story).len(), all.len(), all[0].kind), (0, 1, Kind::PutRight));
    assert_eq!(all[0].written.notices.len(), 1);
}

#[test]
fn a_loss_that_a_prescriber_finds_in_a_persons_record_is_told_of_as_well() {
    let mut story = stocked();
    story.does(hand_out(4, |_| ())).at("2026-05-05T08:00:00Z");
    let count = |lozenges| {
        let prescription::Command::Count(mut counted) = hand_out(lozenges, |_| ()) else { unreachable!() };
        (counted.fate, counted.from_stock) = (prescription::Fate::Found, None);
        prescription::Command::Count(counted)
    };
    let review = |story: &Story, lost| prescription::Command::ReviewCount {
        line: story.case.prescriptions.all[0].lines.last().unwrap().id,
        finding: "The box stood open.".into(),
        lost,
    };
    story.does(count(5));
    assert_eq!(story.refuses(review(&story, true)), Refusal::NothingLost, "there is one too many");
    story.does(review(&story, false));
    assert!(open(&story).is_empty());
    story.at("2026-05-06T08:00:00Z").does(count(2));
    story.does(review(&story, true));
    let found = open(&story).remove(0);
    let kind = Kind::OfPerson { client: CLIENT, prescription: 1, strength_mg: 50, lozenges: 3 };
    assert_eq!((found.kind, found.found_at), (kind, instant("2026-05-06T08:00:00Z")));
    story.stocks(&answer(&story, not_told("they lay in the other drawer"), Some("All three are there.")));
    assert!(open(&story).is_empty());
}

#[test]
fn notice_is_due_at_the_end_of_the_next_open_day() {
    let mut story = stocked();
    story.practises(practice::Command::StateHours(office()));
    let at = |story: &mut Story, found: &str| {
        story.at(found);
        notice_due(story.now, &story.practice)
    };
    let monday = "2026-05-04T08:30:00Z";
    assert_eq!(at(&mut story, monday), instant("2026-05-05T15:00:00Z"), "Tuesday's close");
    let late = "2026-05-04T21:30:00Z";
    assert_eq!(at(&mut story, late), instant("2026-05-05T15:00:00Z"), "also when it is found at night");
    assert_eq!(at(&mut story, "2026-05-09T08:00:00Z"), instant("2026-05-11T15:00:00Z"), "after a weekend");
}

#[test]
fn without_stated_hours_a_day_is_a_calendar_day_and_without_a_figure_notice_is_due_at_once() {
    let mut story = stocked();
    story.at("2026-05-05T08:00:00Z").stocks(&moves(Fate::Lost, 2));
    assert_eq!(due(&story), instant("2026-05-06T22:00:00Z"), "the end of the day after, in Madrid");
    let mut old = crate::story::default_protocol();
    old.stock = None;
    let mut story = Story::under(old);
    story.is_joined_by(SECOND);
    story.stocks(&receive(|_| ())).stocks(&moves(Fate::Lost, 2));
    assert_eq!(due(&story), story.now);
}
