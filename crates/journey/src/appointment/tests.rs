use super::*;
use crate::case::Case;
use crate::enquiry;
use crate::story::{STAFF, Story, default_protocol, instant};

const OTHER: StaffId = StaffId::from_bytes([8; 16]);

fn id(number: u8) -> AppointmentId {
    AppointmentId::from_bytes([number; 16])
}

fn booking(starts_at: &str, with: &[StaffId]) -> Booking {
    let with = with.iter().copied().collect();
    Booking { kind: Kind::Preparation, with, starts_at: instant(starts_at), minutes: 75, place: None }
}

fn book(number: u8, starts_at: &str, with: &[StaffId]) -> Command {
    Command::Book { appointment: id(number), booking: booking(starts_at, with) }
}

/// Somebody invited, in a practice of two, on 4 May 2026 at 10:00 in Madrid.
fn two_people() -> Story {
    let mut story = Story::invited();
    story.is_joined_by(OTHER);
    story
}

/// Another client of the same practice.
fn another(mut story: Story) -> Story {
    story.case = Case::default();
    story.history.clear();
    let details = crate::contact::Details {
        name: "Bo Sample".into(),
        phone: Some("555".into()),
        language: "en".into(),
        ..crate::contact::Details::default()
    };
    story.does(enquiry::Command::Receive { details, brings: None });
    story
}

#[test]
fn what_is_booked_takes_the_time_of_those_who_meet() {
    let mut story = two_people();
    story.does(book(1, "2026-05-05T09:00:00Z", &[STAFF]));
    let taken = &story.practice.taken[&id(1)];
    assert_eq!((taken.from, taken.until), (instant("2026-05-05T09:00:00Z"), instant("2026-05-05T10:15:00Z")));
    assert_eq!(story.case.appointments.ahead(story.now).next().map(|next| next.minutes), Some(75));
}

#[test]
fn nobody_is_booked_twice_for_one_time_across_clients() {
    let mut story = two_people();
    story.does(book(1, "2026-05-05T09:00:00Z", &[STAFF]));
    let mut story = another(story);
    for starts_at in ["2026-05-05T09:00:00Z", "2026-05-05T08:00:00Z", "2026-05-05T10:14:00Z"] {
        assert_eq!(story.refuses(book(2, starts_at, &[STAFF])), Refusal::DoubleBooked, "{starts_at}");
        assert_eq!(story.refuses(book(2, starts_at, &[OTHER, STAFF])), Refusal::DoubleBooked, "{starts_at}");
    }
    story.does(book(2, "2026-05-05T10:15:00Z", &[STAFF])).does(book(3, "2026-05-05T09:00:00Z", &[OTHER]));
}

#[test]
fn moving_and_cancelling_give_the_time_back() {
    let mut story = two_people();
    story.does(book(1, "2026-05-05T09:00:00Z", &[STAFF]));
    let later = instant("2026-05-05T09:30:00Z");
    story.does(Command::Move { appointment: id(1), starts_at: later, minutes: None });
    assert_eq!(story.practice.taken[&id(1)].from, later, "an appointment is not in its own way");
    let again = Command::Move { appointment: id(1), starts_at: later, minutes: Some(75) };
    assert_eq!(story.refuses(again), Refusal::NothingNew);
    let cancel = Command::Cancel { appointment: id(1), wish: Wish::Client, words: Some("a cold".into()) };
    story.does(cancel.clone());
    assert_eq!(story.case.appointments.ahead(story.now).next(), None);
    assert_eq!(story.refuses(cancel), Refusal::NoSuchAppointment);
    another(story).does(book(2, "2026-05-05T09:00:00Z", &[STAFF]));
}

#[test]
fn whether_they_came_is_said_afterwards_and_can_be_said_anew() {
    let mut story = two_people();
    story.does(book(1, "2026-05-05T09:00:00Z", &[STAFF]));
    let say = |attendance| Command::SayWhether { appointment: id(1), attendance };
    assert_eq!(story.refuses(say(Attendance::Missed)), Refusal::AppointmentAhead);
    story.now = instant("2026-05-05T10:15:00Z");
    story.does(say(Attendance::Missed));
    assert_eq!(story.refuses(say(Attendance::Missed)), Refusal::NothingNew);
    story.does(say(Attendance::Came));
    let said = story.case.appointments.by_id[&id(1)].attendance;
    assert_eq!(said.map(|(attendance, ..)| attendance), Some(Attendance::Came));
    assert_eq!(
        story.refuses(Command::SayWhether { appointment: id(2), attendance: Attendance::Came }),
        Refusal::NoSuchAppointment
    );
}

#[test]
fn what_is_over_is_neither_moved_nor_cancelled() {
    let mut story = two_people();
    story.does(book(1, "2026-05-05T09:00:00Z", &[STAFF]));
    story.now = instant("2026-05-05T10:15:00Z");
    let starts_at = instant("2026-05-06T09:00:00Z");
    let shift = Command::Move { appointment: id(1), starts_at, minutes: None };
    assert_eq!(story.refuses(shift), Refusal::AppointmentOver);
    let cancel = Command::Cancel { appointment: id(1), wish: Wish::Practice, words: None };
    assert_eq!(story.refuses(cancel), Refusal::AppointmentOver);
}

#[test]
fn what_cannot_be_meant_is_refused() {
    let story = two_people();
    assert_eq!(story.refuses(book(1, "2026-05-04T07:59:00Z", &[STAFF])), Refusal::TimeIsPast);
    assert_eq!(story.refuses(book(1, "2026-05-05T09:00:00Z", &[])), Refusal::NoSuchPerson);
    let nobody = StaffId::from_bytes([99; 16]);
    assert_eq!(story.refuses(book(1, "2026-05-05T09:00:00Z", &[nobody])), Refusal::NoSuchPerson);
    let booking = Booking { minutes: 601, ..booking("2026-05-05T09:00:00Z", &[STAFF]) };
    let long = Command::Book { appointment: id(1), booking };
    assert_eq!(story.refuses(long), Refusal::LengthImpossible);
}

#[test]
fn usual_lengths_are_figures() {
    let mut protocol = default_protocol();
    let minutes = |protocol: &Protocol, kind: Kind| kind.usual_minutes(protocol);
    assert_eq!(minutes(&protocol, Kind::MedicineSession), Some(180));
    assert!(Kind::ALL.into_iter().all(|kind| minutes(&protocol, kind).is_some()));
    protocol.appointments = None;
    assert_eq!(minutes(&protocol, Kind::Review), None, "an older version says nothing of it");
}
