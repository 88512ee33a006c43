//! The demo's people, all synthetic, moved in by commands through the real rules.

use std::io::{IsTerminal, Write};

use anyhow::{Context, anyhow};
use jiff::civil::time;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, Timestamp};
use journey::hours::{Hours, OpenTime, Weekday};
use journey::practice::{self, NewPerson};
use journey::protocol::Protocol;
use journey::staff::{Role, Status};
use journey::{ClientId, SessionId, StaffId};
use permit::{Action, Actor, Job, Kind, Relation, Resource};
use store::{Ask, Intent, Needs, Store, needs};

use super::course::Course;
use super::diary;
use super::lives::{After, Life, Stage, Trend, Walked, filled};
use super::seeded::Seeded;
use super::words::{name, persona, words};
use super::{DemoArguments, Way, way};
use crate::chance;
use crate::walk::{self, Cast, Milestone, Step, Walker};

/// Where the demo's practice is.
const ZONE: &str = "America/Los_Angeles";
/// The stream of the seed that names staff; people have those above it.
const STAFF: u64 = u64::MAX;

/// The password of everybody in the demo, which is no secret: only this machine reaches it.
pub(super) const PASSWORD: &str = "synthetic people only";
/// Its hash, the same at every start, so that equal seeds give equal people.
pub(super) const PASSWORD_HASH: &str =
    "$argon2id$v=19$m=19456,t=2,p=1$o/j45QAYSNjHXANnVwm9pA$xJwAIg2T0xvM1JN9Rn6Lmt+g+M7hzkgbUOze9hbjx0A";

/// Founds the practice and lets everybody move in.
pub(super) async fn moved_in(
    store: &Store,
    now: Timestamp,
    arguments: &DemoArguments,
) -> anyhow::Result<Vec<Way>> {
    let mut seeded = Seeded::new(arguments.seed, STAFF);
    let mut staff_id = || StaffId::from_bytes(seeded.sixteen());
    let staff: [(StaffId, &str, &str, Role); 3] = [
        (staff_id(), "Ana Ceiba", "ana@demo.invalid", Role::Therapist),
        (staff_id(), "Dr. Nils Orchard", "nils@demo.invalid", Role::Prescriber),
        (staff_id(), "Pau Lantern", "pau@demo.invalid", Role::Admin),
    ];
    let founded_at = earlier(now, SignedDuration::from_hours(24 * 400));
    for (index, (id, name, email, role)) in staff.iter().enumerate() {
        let person = NewPerson {
            staff: *id,
            name: (*name).to_owned(),
            email: (*email).to_owned(),
            // The links are the ways in; the password is for what asks for it again.
            password_hash: PASSWORD_HASH.to_owned(),
            roles: vec![*role],
        };
        found_or_add(store, index == 0, person, founded_at).await?;
    }
    let [(therapist, ..), (prescriber, ..), _] = staff;
    let cast = Cast { therapist, prescriber };
    walk::sign_protocol(store, &cast, founded_at).await?;
    states_hours(store, therapist, founded_at).await?;
    let practice = store.practice();
    let signed = practice.protocol_in_force(now).context("the protocol was signed above")?;
    let steps = everyone(&cast, &signed.protocol, arguments, now)?;
    walk::take_all(store, &cast, &steps, |taken| tell(taken, steps.len())).await?;
    Ok(staff.iter().map(|(id, _, _, role)| way(*id, *role)).collect())
}

async fn found_or_add(store: &Store, first: bool, person: NewPerson, at: Timestamp) -> anyhow::Result<()> {
    let practice = store.practice_id();
    let command = if first {
        practice::Command::Found {
            name: "Kapok House (demonstration)".to_owned(),
            country: "US".to_owned(),
            zone: ZONE.to_owned(),
            first: person,
        }
    } else {
        practice::Command::AddPerson(person)
    };
    let actor = Actor::System { practice, job: Job::SetUp };
    let resource = Resource::of_practice(practice, Kind::People);
    let permit = permit::to_act(actor, Action::Create, resource, Relation::Unclaimed)
        .map_err(|denied| anyhow!("{denied:?}"))?;
    let intent = Intent::now(chance::command(), Ask::Practice(command));
    store.act(permit, intent, at).await.map_err(|fault| anyhow!("{fault:?}"))?;
    Ok(())
}

/// The practice reads on weekdays, and answers within one open day.
async fn states_hours(store: &Store, by: StaffId, at: Timestamp) -> anyhow::Result<()> {
    let open = |weekday| OpenTime { weekday, from: time(9, 0, 0, 0), until: time(17, 0, 0, 0) };
    let weekdays = Weekday::ALL.into_iter().take(5);
    let hours = Hours { open: weekdays.map(open).collect(), message_days: 1 };
    let ask = Ask::Practice(practice::Command::StateHours(hours));
    let Needs { action, kind } = needs(&ask);
    let practice = store.practice_id();
    let actor = Actor::Staff { practice, staff: by, role: Role::Therapist, status: Status::Active };
    let resource = Resource::of_practice(practice, kind);
    let permit = permit::to_act(actor, action, resource, Relation::Unassigned)
        .map_err(|denied| anyhow!("{denied:?}"))?;
    store.act(permit, Intent::now(chance::command(), ask), at).await.map_err(|fault| anyhow!("{fault:?}"))?;
    Ok(())
}

/// Says how far it has come, on one line where somebody watches it.
fn tell(taken: usize, of: usize) {
    let mut out = std::io::stderr();
    if out.is_terminal() {
        // A closed standard error leaves nobody to tell.
        let _ = write!(out, "\rThey walk: {taken} of {of} steps");
        let _ = out.flush();
    }
    if taken == of {
        let _ = writeln!(out, "\rThey have walked {of} steps.        ");
    }
}

const fn walked(sessions: i64, last_days_ago: i64, course: Course, trend: Trend, after: After) -> Life {
    Life::Walked(Walked { sessions, last_days_ago, course, trend, after })
}

/// The first people: somebody in each part of the path, the fullest lives first.
const LIVES: [Life; 40] = [
    Life::Came(Milestone::Asked),
    walked(3, 9, Course::SlowedDown, Trend::Better, After::Heard),
    Life::InRoom(38, Course::Raised),
    Life::Came(Milestone::Told),
    walked(1, 1, Course::Quiet, Trend::Better, After::Heard),
    walked(2, 2, Course::SlowedDown, Trend::Same, After::Seldom),
    Life::Came(Milestone::Prescribed),
    walked(1, 6, Course::Quiet, Trend::Same, After::Quiet),
    Life::SaidNo,
    Life::Paused,
    walked(3, 30, Course::Quiet, Trend::Better, After::Ended),
    Life::Came(Milestone::Met),
    Life::Came(Milestone::Consented),
    Life::Came(Milestone::Prepared),
    walked(2, 12, Course::Unwell, Trend::Worse, After::Heard),
    Life::Came(Milestone::Asked),
    Life::Came(Milestone::Invited),
    Life::Deferred,
    Life::Came(Milestone::Cleared),
    walked(4, 10, Course::Quiet, Trend::Better, After::Heard),
    Life::Undecided,
    Life::Declined,
    walked(1, 11, Course::SlowedDown, Trend::Same, After::Heard),
    Life::Came(Milestone::Asked),
    Life::Came(Milestone::Prescribed),
    Life::Came(Milestone::Told),
    walked(2, 20, Course::Quiet, Trend::Better, After::Heard),
    Life::Came(Milestone::Consented),
    Life::Came(Milestone::Met),
    walked(1, 16, Course::Quiet, Trend::Same, After::Seldom),
    Life::Came(Milestone::Asked),
    Life::Came(Milestone::Prepared),
    Life::Came(Milestone::Invited),
    walked(3, 13, Course::SlowedDown, Trend::Better, After::Heard),
    Life::Came(Milestone::Cleared),
    Life::Undecided,
    Life::Came(Milestone::Told),
    walked(2, 24, Course::Quiet, Trend::Better, After::Heard),
    Life::Came(Milestone::Met),
    Life::Came(Milestone::Prescribed),
];

/// All further people: a practice's past, and few of them are in need of something today.
const FURTHER_LIVES: [Life; 10] = [
    walked(1, 40, Course::Quiet, Trend::Better, After::Heard),
    Life::Declined,
    Life::SaidNo,
    Life::Came(Milestone::Met),
    walked(2, 55, Course::SlowedDown, Trend::Better, After::Ended),
    Life::Came(Milestone::Invited),
    Life::Paused,
    walked(1, 70, Course::Quiet, Trend::Same, After::Seldom),
    Life::Came(Milestone::Told),
    Life::Undecided,
];

fn life(number: u32) -> anyhow::Result<Life> {
    let number = usize::try_from(number)?;
    let further = || FURTHER_LIVES[number % FURTHER_LIVES.len()];
    Ok(LIVES.get(number).copied().unwrap_or_else(further))
}

/// Everybody's steps up to now, in the order of time: the log never goes back.
fn everyone(
    cast: &Cast,
    protocol: &Protocol,
    arguments: &DemoArguments,
    now: Timestamp,
) -> anyhow::Result<Vec<Step>> {
    let stage = Stage { cast, zone: TimeZone::get(ZONE)?, now };
    let (mut steps, mut lived) = (Vec::new(), Vec::new());
    for number in 0..arguments.clients {
        let mut seeded = Seeded::new(arguments.seed, u64::from(number));
        let walker = walker(&mut seeded, number);
        let life = life(number)?;
        steps.extend(stage.lived(&walker, life, &mut seeded)?);
        steps.extend(diary::written(&stage, &walker, life)?);
        lived.push((walker, life));
    }
    steps.extend(diary::booked(&stage, protocol, &lived)?);
    steps.sort_by_key(Step::at);
    Ok(steps)
}

fn walker(seeded: &mut Seeded, number: u32) -> Walker {
    let client = ClientId::from_bytes(seeded.sixteen());
    let session = SessionId::from_bytes(seeded.sixteen());
    let language = if number % 4 == 3 { "es" } else { "en" };
    let words = words(language);
    let points = seeded.between(10, 18);
    let phq9 = filled(points, seeded);
    Walker {
        client,
        session,
        name: name(seeded),
        brings: Some(seeded.one_of(&words.brings).to_owned()),
        language: language.to_owned(),
        persona: persona(seeded, words, phq9),
    }
}

fn earlier(now: Timestamp, by: SignedDuration) -> Timestamp {
    now.saturating_sub(by).unwrap_or(Timestamp::MIN)
}
