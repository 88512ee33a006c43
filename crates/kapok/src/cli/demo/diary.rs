//! What lies ahead of the demo's people, and what they write: a week that is booked, and a few letters.

use jiff::civil::{Time, Weekday};
use jiff::{SignedDuration, Span, Timestamp, Zoned};
use journey::appointment::{self, Booking, Kind};
use journey::protocol::Protocol;
use journey::{Command, message};

use super::lives::{After, Life, Stage, Walked};
use super::words::words;
use crate::chance;
use crate::walk::{Hand, Milestone, Script, Step, Walker};

/// People whose next meeting is booked; a large practice's past has no tomorrow here.
const BOOKED_MAX: usize = 40;
/// The desk's day, and how long it leaves between two meetings.
const OPENS_HOUR: i8 = 9;
const CLOSES_HOUR: i8 = 17;
const BETWEEN_MINUTES: i64 = 15;

/// Books the next meetings of those who have one ahead, integration first: its window closes.
pub(super) fn booked(
    stage: &Stage<'_>,
    protocol: &Protocol,
    lived: &[(Walker, Life)],
) -> anyhow::Result<Vec<Step>> {
    let ahead = lived.iter().take(BOOKED_MAX);
    let mut ahead: Vec<_> = ahead.filter_map(|(walker, life)| Some((walker, next(*life)?))).collect();
    ahead.sort_by_key(|(_, kind)| *kind != Kind::Integration);
    let booked_at = stage.now.checked_sub(SignedDuration::from_mins(50))?;
    // Whoever is in the room now is not met by the therapist for a while.
    let mut free_from = stage.now.checked_add(SignedDuration::from_hours(2))?;
    let mut steps = Vec::new();
    for (walker, kind) in ahead {
        let Some(minutes) = kind.usual_minutes(protocol).and_then(|minutes| u16::try_from(minutes).ok())
        else {
            continue;
        };
        let starts_at = slot(stage, free_from, minutes)?;
        let place = Some(if kind == Kind::MedicineSession { "Willow" } else { "Garden" }.to_owned());
        let booking = Booking { kind, with: [stage.cast.therapist].into(), starts_at, minutes, place };
        free_from = booking.ends_at().checked_add(SignedDuration::from_mins(BETWEEN_MINUTES))?;
        let appointment = chance::appointment_of(chance::command_of_step(walker.client, booked_at, 0));
        let mut script = Script::new(walker, booked_at);
        let book = appointment::Command::Book { appointment, booking };
        script.does(Hand::Therapist, Command::Appointment(book));
        steps.extend(script.into_steps());
    }
    Ok(steps)
}

/// What somebody comes for next, if they are on their way.
fn next(life: Life) -> Option<Kind> {
    match life {
        Life::Came(Milestone::Invited) | Life::Undecided => Some(Kind::Consultation),
        Life::Came(Milestone::Cleared | Milestone::Consented) => Some(Kind::Preparation),
        Life::Came(Milestone::Prescribed) => Some(Kind::MedicineSession),
        Life::Walked(Walked { last_days_ago: 0..=12, after: After::Heard, .. }) => Some(Kind::Integration),
        _ => None,
    }
}

/// The first time of so many minutes inside the desk's hours, on the half hour.
fn slot(stage: &Stage<'_>, from: Timestamp, minutes: u16) -> anyhow::Result<Timestamp> {
    let mut at = half_hour(&from.to_zoned(stage.zone.clone()))?;
    loop {
        let opens = at.with().time(Time::new(OPENS_HOUR, 0, 0, 0)?).build()?;
        let closes = at.with().time(Time::new(CLOSES_HOUR, 0, 0, 0)?).build()?;
        let begins = at.clone().max(opens);
        let works = !matches!(at.weekday(), Weekday::Saturday | Weekday::Sunday);
        if works && begins.checked_add(Span::new().minutes(i64::from(minutes)))? <= closes {
            return Ok(begins.timestamp());
        }
        at = at.tomorrow()?.start_of_day()?;
    }
}

fn half_hour(at: &Zoned) -> anyhow::Result<Zoned> {
    let whole = at.with().minute(0).second(0).subsec_nanosecond(0).build()?;
    let halves = if at.minute() < 30 { 30 } else { 60 };
    Ok(whole.checked_add(Span::new().minutes(halves))?)
}

/// What somebody and those who care for them have written to each other.
pub(super) fn written(stage: &Stage<'_>, walker: &Walker, life: Life) -> anyhow::Result<Vec<Step>> {
    let words = words(&walker.language);
    let before = |minutes| stage.now.checked_sub(SignedDuration::from_mins(minutes));
    let write = |words: &str, seen| message::Command::Write { words: words.to_owned(), seen };
    let letters: Vec<(i64, Hand, message::Command)> = match life {
        Life::Walked(Walked { last_days_ago: 1, .. }) => {
            vec![(130, Hand::Client, write(words.writes, 0))]
        }
        Life::Walked(Walked { last_days_ago: 9, .. }) => vec![
            (1_700, Hand::Client, write(words.wonders, 0)),
            (1_500, Hand::Therapist, write(words.answered, 1)),
            (1_300, Hand::Client, message::Command::MarkRead { through: 2 }),
        ],
        Life::Came(Milestone::Prescribed) => vec![(40, Hand::Therapist, write(words.reminds, 0))],
        _ => Vec::new(),
    };
    let mut steps = Vec::new();
    for (minutes, hand, command) in letters {
        let mut script = Script::new(walker, before(minutes)?);
        script.does(hand, Command::Message(command));
        steps.extend(script.into_steps());
    }
    Ok(steps)
}
