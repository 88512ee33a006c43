//! The demo's people, all synthetic, moved in by commands through the real rules.

use anyhow::anyhow;
use jiff::{SignedDuration, Timestamp};
use journey::StaffId;
use journey::practice::{self, NewPerson};
use journey::staff::Role;
use permit::{Action, Actor, Job, Kind, Relation, Resource};
use store::{Ask, Intent, Store};

use super::{DemoArguments, Way, way};
use crate::chance;
use crate::clock::Clock;
use crate::walk::{self, Cast, Milestone, Step, Walker};

/// Names as nobody bears them together; each is marked in the record by its mail address.
const FIRST_NAMES: [&str; 12] =
    ["Alba", "Bruno", "Carmen", "Dario", "Elena", "Felix", "Greta", "Hugo", "Irene", "Jonas", "Kira", "Leo"];
const FAMILY_NAMES: [&str; 8] =
    ["Ceiba", "Fibre", "Hollow", "Lantern", "Meadow", "Orchard", "Pebble", "Willow"];
const BRINGS: [&str; 6] = [
    "I have been tired for two years and I would like to know whether this is for me.",
    "My doctor mentioned it. I live with pain and I brace against it all day.",
    "I want to be able to rest without the old pictures coming.",
    "I have tried three medicines. I am curious and a little afraid.",
    "Someone close to me died. I keep going, and I do not feel much.",
    "I would like to talk to somebody first.",
];

/// Founds the practice and lets everybody move in.
pub(super) async fn moved_in(
    store: &Store,
    clock: &Clock,
    arguments: &DemoArguments,
) -> anyhow::Result<Vec<Way>> {
    let now = clock.now();
    let staff: [(StaffId, &str, &str, Role); 3] = [
        (chance::staff(), "Ana Ceiba", "ana@demo.invalid", Role::Therapist),
        (chance::staff(), "Dr. Nils Orchard", "nils@demo.invalid", Role::Prescriber),
        (chance::staff(), "Pau Lantern", "pau@demo.invalid", Role::Admin),
    ];
    let founded_at = earlier(now, SignedDuration::from_hours(24 * 400));
    for (index, (id, name, email, role)) in staff.iter().enumerate() {
        let person = NewPerson {
            staff: *id,
            name: (*name).to_owned(),
            email: (*email).to_owned(),
            // Nobody signs in to the demo by password: the links are the ways in.
            password_hash: "!".to_owned(),
            roles: vec![*role],
        };
        found_or_add(store, index == 0, person, founded_at).await?;
    }
    let [(therapist, ..), (prescriber, ..), _] = staff;
    let cast = Cast { therapist, prescriber };
    walk::sign_protocol(store, &cast, founded_at).await?;
    for step in everyone(&cast, arguments, now)? {
        walk::take(store, &cast, &step).await?;
    }
    Ok(staff.iter().map(|(id, _, _, role)| way(*id, *role)).collect())
}

async fn found_or_add(store: &Store, first: bool, person: NewPerson, at: Timestamp) -> anyhow::Result<()> {
    let practice = store.practice_id();
    let command = if first {
        practice::Command::Found {
            name: "Kapok House (demonstration)".to_owned(),
            country: "US".to_owned(),
            zone: "America/Los_Angeles".to_owned(),
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

/// How far people have come, over and over: somebody in each part of the path.
const MILESTONES: [Milestone; 12] = [
    Milestone::Asked,
    Milestone::Integrated,
    Milestone::Dosed,
    Milestone::Told,
    Milestone::Prescribed,
    Milestone::Asked,
    Milestone::CheckedIn,
    Milestone::Met,
    Milestone::Consented,
    Milestone::Asked,
    Milestone::Invited,
    Milestone::Prepared,
];

/// Everybody's steps, in the order of time: the log never goes back.
fn everyone(cast: &Cast, arguments: &DemoArguments, now: Timestamp) -> anyhow::Result<Vec<Step>> {
    let mut steps = Vec::new();
    for number in 0..arguments.clients {
        let place = usize::try_from(number)?;
        let to = MILESTONES.into_iter().cycle().nth(place).unwrap_or(Milestone::Asked);
        let until = earlier(now, since(to, number));
        steps.extend(walk::steps_until(cast, &walker(arguments.seed, number), to, until)?);
    }
    steps.sort_by_key(|step| step.at);
    Ok(steps)
}

/// How long ago somebody came to where they are.
fn since(milestone: Milestone, number: u32) -> SignedDuration {
    let hours = i64::from(number) * 5;
    match milestone {
        // In the room now.
        Milestone::Dosed => SignedDuration::from_mins(38 + i64::from(number % 5) * 7),
        Milestone::CheckedIn => SignedDuration::from_mins(95),
        Milestone::Integrated => SignedDuration::from_hours(30 + hours),
        _ => SignedDuration::from_hours(2 + hours),
    }
}

fn walker(seed: u64, number: u32) -> Walker {
    let pick = seed.wrapping_add(u64::from(number).wrapping_mul(5));
    let first = choose(&FIRST_NAMES, u64::from(number).wrapping_add(seed));
    let family = choose(&FAMILY_NAMES, pick);
    Walker {
        brings: Some(choose(&BRINGS, pick).to_owned()),
        language: if number % 4 == 3 { "es" } else { "en" }.to_owned(),
        ..Walker::new(&format!("{first} {family}"))
    }
}

fn choose<'a>(among: &[&'a str], pick: u64) -> &'a str {
    let index = usize::try_from(pick % among.len() as u64).unwrap_or_default();
    among.get(index).copied().unwrap_or_default()
}

fn earlier(now: Timestamp, by: SignedDuration) -> Timestamp {
    now.saturating_sub(by).unwrap_or(Timestamp::MIN)
}
