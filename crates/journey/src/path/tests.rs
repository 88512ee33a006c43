use super::*;
use crate::integration::{Answer, Command, Item};
use crate::story::instant;

fn standings(path: &Path) -> Vec<(u16, CheckInStanding)> {
    let marks = path.marks.iter();
    marks
        .filter_map(|mark| match &mark.what {
            What::CheckIn { check_in, standing } => Some((check_in.day, *standing)),
            _ => None,
        })
        .collect()
}

#[test]
fn the_path_holds_doses_windows_and_check_ins_in_the_order_of_time() {
    let mut story = crate::integration::tests::dosed();
    story.at("2026-05-05T09:00:00Z");
    let session = story.case.sessions.dosed()[0].0;
    let check_in = CheckInId { session, day: 1 };
    let answer = Answer::Rating { rating: 5 };
    story.does(Command::AnswerCheckIn { check_in, item: Item::Mood, answer });
    let drawn = path(&story.case, instant("2026-05-11T07:30:00Z"), &TimeZone::UTC);
    assert!(drawn.marks.is_sorted_by_key(|mark| mark.at));
    let seed = |mark: &Mark| matches!(mark.what, What::Session { number: 1, total_mg: 50, tier: None, .. });
    assert_eq!(drawn.marks.iter().filter(|mark| seed(mark)).count(), 1);
    use CheckInStanding::{Due, Filled, Missed, ToCome};
    assert_eq!(standings(&drawn), [(1, Filled), (3, Missed), (7, Due), (14, ToCome)]);
    let ends = |mark: &&Mark| matches!(mark.what, What::WindowEnds(_));
    assert_eq!(drawn.marks.iter().find(ends).unwrap().at, instant("2026-05-18T08:00:00Z"));
}

#[test]
fn the_ground_line_has_no_gaps_and_ends_now() {
    let mut story = crate::integration::tests::dosed();
    story.at("2026-05-04T09:00:00Z");
    let drawn = path(&story.case, story.now, &TimeZone::UTC);
    let stages: Vec<Stage> = drawn.segments.iter().map(|segment| segment.stage).collect();
    assert_eq!(stages, [Stage::Enquiry, Stage::InSession]);
    assert!(drawn.segments.windows(2).all(|pair| pair[0].until == pair[1].from));
    assert_eq!(drawn.segments.last().map(|segment| segment.until), Some(story.now));
}

#[test]
fn days_are_those_of_the_reader() {
    let story = crate::integration::tests::dosed();
    let day = |zone: &str| {
        let drawn = path(&story.case, story.now, &TimeZone::get(zone).unwrap());
        drawn.marks[0].day.to_string()
    };
    assert_eq!(day("Europe/Madrid"), "2026-05-04");
    assert_eq!(day("Pacific/Honolulu"), "2026-05-03");
}
